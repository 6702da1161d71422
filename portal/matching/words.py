"""The words for the machine's codes: what was compared and what was found (floor 6). Codes are stored, words shown."""

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from .enums import SideKind

FIELDS: dict[str, str | Promise] = {
    "given": pgettext_lazy("part of a name", "Given"),
    "father": pgettext_lazy("part of a name", "Father"),
    "grandfather": pgettext_lazy("part of a name", "Grandfather"),
    "family": pgettext_lazy("part of a name", "Family or tribe"),
    "kunya": _("Name with Abu or Umm"),
    "mother": pgettext_lazy("part of a name", "Mother"),
    "mother_family": _("Mother’s family"),
    "sibling": _("Brother or sister"),
    "order": _("Order of the names"),
    "sex": _("Sex"),
    "nationality": _("Nationality"),
    "birth": _("Birth"),
    "birth_place": _("Birth place"),
    "event_place": _("Place of the last news"),
    "event": _("Time"),
    "rivals": _("Other candidates"),
}

# What may change in a record after it was judged.
VALUES: dict[str, str | Promise] = {
    "name": _("Name"),
    "mother": pgettext_lazy("part of a name", "Mother"),
    "birth_date": _("Birth"),
    "birth_place": _("Birth place"),
    "nationality": _("Nationality"),
    "sex": _("Sex"),
    "last_date": _("Last news"),
    "last_place": _("Place of the last news"),
    "legal_status": _("Status"),
    "legal_status_as_written": _("Status, as written"),
    "facility": _("Held in"),
    "source_note": _("Note of the source"),
    "custody": _("Arrest and custody"),
}

# What the ending of a code says about two names.
_NAME_FINDINGS: dict[str, str | Promise] = {
    "same": _("Written the same"),
    "same_after_spelling": _("Same after spelling"),
    "elsewhere": _("Stands in another place of the name"),
    "out_of_order": _("Stands in another place, out of order"),
    "near": _("Nearly the same, perhaps a slip of the pen"),
    "resembles": _("Resembles. May be two names."),
    "different": _("Different"),
}
_NAMES = (
    "name.given", "name.father", "name.grandfather", "name.family", "kunya", "mother.given", "mother.family",
)  # fmt: skip
_PLACE_FINDINGS: dict[str, str | Promise] = {
    "same": _("Same place"),
    "same_governorate": _("Same governorate"),
    "resembles": _("The places are written alike"),
    "different": _("Another place"),
}

FINDINGS: dict[str, str | Promise] = {
    **{f"{name}.{ending}": words for name in _NAMES for ending, words in _NAME_FINDINGS.items()},
    **{
        f"{place}.{ending}": words
        for place in ("birth_place", "event_place")
        for ending, words in _PLACE_FINDINGS.items()
    },
    "name.given.sibling_pattern": _("Same parents, another given name: perhaps a brother or sister"),
    "name.order.family_first": _("Written with the family name first"),
    "sex.same": pgettext_lazy("comparison", "Same"),
    "sex.different": _("Different"),
    "nationality.same": pgettext_lazy("comparison", "Same"),
    "nationality.different": _("Different"),
    "birth.same_day": _("Same day"),
    "birth.same_day_of_another_year": _("Same day and month, another year"),
    "birth.same_year": _("Same year"),
    "birth.day_and_month_exchanged": _("Day and month exchanged"),
    "birth.overlaps": _("The dates fit together"),
    "birth.within_one_year": _("At most one year apart"),
    "birth.within_three_years": _("At most three years apart"),
    "birth.within_ten_years": _("At most ten years apart"),
    "birth.far_apart": _("More than ten years apart"),
    "event.about_same_time": _("About the same time"),
    "event.within_a_year": _("Within a year"),
    "event.possible": _("Order is possible"),
    "event.capture_before_disappearance": _("Custody began before the last news"),
    "rivals.fit_too": _("Other records fit this registration too"),
}


# How common an agreeing name, place or nationality is in both sides; an empty code says nothing.
FREQUENCIES: dict[str, str | Promise] = {
    "very_frequent": _("Very frequent: weighs very little"),
    "frequent": _("Frequent: weighs little"),
    "less_frequent": _("Not very frequent"),
    "uncommon": _("Uncommon"),
    "rare": _("Rare"),
    "very_rare": _("Very rare"),
}


_CHANGED = {
    SideKind.REGISTRATION: _("The registration has changed since this was judged."),
    SideKind.DETAINEE: _("The detainee record has changed since this was judged."),
}
_CHANGED_IN = {
    SideKind.REGISTRATION: _("The registration has changed since this was judged: %(what)s."),
    SideKind.DETAINEE: _("The detainee record has changed since this was judged: %(what)s."),
}


def frequency_words(level_code: str, frequency: str) -> str | Promise:
    """How common what agrees is; nothing where two values only resemble each other, and for an unknown code."""
    return "" if level_code.endswith(".resembles") else FREQUENCIES.get(frequency, "")


def field_words(code: str) -> str | Promise:
    """What was compared; an unknown code of an older model is shown as it stands."""
    return FIELDS.get(code, code)


def finding_words(code: str) -> str | Promise:
    """What was found; an unknown code of an older model is shown as it stands."""
    return FINDINGS.get(code, code)


def changed_words(side: str, names: list[str]) -> str:
    """Say which record has changed since it was judged and, where that is known, in what."""
    if not names:
        return str(_CHANGED[SideKind(side)])
    return str(_CHANGED_IN[SideKind(side)]) % {"what": gettext(", ").join(str(VALUES[name]) for name in names)}


def strength(weight: float) -> str | Promise:
    """The sum in a word. Even the strongest is never enough to tell a family."""
    if weight >= 10:
        return _("Strong")
    if weight >= 4:
        return pgettext_lazy("strength of a match", "Medium")
    return _("Weak: the identity is not certain")
