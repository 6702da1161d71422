"""What the log is about, in words: the areas of work, and the records that its entries name (floor 7)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# An area of work, and the apps whose codes and records belong to it. Two hundred codes in one select are too many.
_AREAS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (_("Registrations and files"), ("registry",)),
    (_("Photos, papers, recordings"), ("evidence",)),
    (_("Messages"), ("notifications",)),
    (_("Given to others"), ("referrals",)),
    (_("Lists of detained persons"), ("detainees",)),
    (_("Comparisons"), ("matching",)),
    (_("Proceedings"), ("proceedings", "following")),
    (_("Figures"), ("figures",)),
    (_("People and signing in"), ("accounts",)),
    (_("Organizations"), ("organizations",)),
    (_("Reports"), ("support",)),
    (_("Audio"), ("recordings",)),
    (_("Log"), ("audit",)),
)
_RECORDS: dict[str, str | Promise] = {
    "accounts.accessholder": _("A family’s page"),
    "accounts.user": _("Staff"),
    "detainees.detaineerecord": _("Detainee record"),
    "matching.candidatepair": _("Possible match"),
    "registry.registration": _("Registration"),
    "registry.sealednote": _("Sealed note"),
}


def areas() -> list[tuple[str, str | Promise]]:
    """Return the choices: the first app of an area stands for it."""
    return [(apps[0], words) for words, apps in _AREAS]


def apps_of(area: str) -> tuple[str, ...]:
    """Return the apps of an area, or nothing where it is none."""
    return next((apps for _words, apps in _AREAS if apps[0] == area), ())


def record_words(kind: str) -> str | Promise:
    """Return what a record is called, such as a registration; else the area that it belongs to."""
    app = kind.partition(".")[0]
    return _RECORDS.get(kind) or next((words for words, apps in _AREAS if app in apps), kind)
