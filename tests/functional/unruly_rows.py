"""The rows of the unruly world, made inside the running site by its own services (see unruly.py)."""

from __future__ import annotations

from django.test import Client

from cms.models import GuidePage
from portal.accounts.enums import AlertKind, Role
from portal.accounts.services.alerts import raise_alert
from portal.accounts.services.roles import grant_role
from portal.audit.actors import SYSTEM
from portal.matching.models import CandidatePair
from portal.matching.services.linking import link_changed
from portal.referrals.models import Extract
from portal.registry.models import Team
from portal.support.models import ReportKind
from tests.factories.casework import make_owned
from tests.factories.cms import make_update
from tests.factories.detainees import checked, csv_bytes, imported, received
from tests.factories.exports import asked
from tests.factories.matching import make_detainee, make_duplicate, make_registration
from tests.factories.organizations import make_organization
from tests.factories.proceedings import make_proceeding
from tests.factories.sessions import signed_in
from tests.factories.staff import StaffFactory
from tests.factories.support import ReportFactory, recovery
from tests.functional.unruly import LONG_ARABIC, LONG_LATIN, MIXED, ORGANIZATION, PROCEEDING, TITLE


def make() -> dict[str, dict[str, str]]:
    """Make them; return sessions by role and addresses by name."""
    organization = make_organization(slug=ORGANIZATION, names={"ar": TITLE, "en": LONG_LATIN})
    proceeding = make_proceeding(slug=PROCEEDING, title={"ar": TITLE})
    reports = {
        code: make_update(organization, proceeding, language=code, title=TITLE) for code in ("ar", "ckb", "ku", "en")
    }

    registration = make_registration(MIXED, mother=LONG_ARABIC, place_as_told=LONG_LATIN)
    detainee = make_detainee(MIXED, mother=LONG_ARABIC, facility=TITLE)
    link_changed(actor=SYSTEM)
    pair = CandidatePair.objects.get(registration=registration, detainee=detainee)
    duplicate = make_duplicate(registration, make_registration(LONG_LATIN, mother=MIXED), state="unsure")
    make_registration("محمد", mother="")
    link_changed(actor=SYSTEM)
    row = ("L-1", MIXED, "male", "1987", LONG_ARABIC, "2014-08", "charged")
    nameless = ("L-2", "", "male", "1987", "", "", "")
    label = csv_bytes([row, nameless, row])
    told = ReportFactory(kind=ReportKind.HELP, words=LONG_LATIN + " " + TITLE, reach=MIXED)
    recovery()
    asked()

    clerk = StaffFactory(username="unruly-clerk", first_name=MIXED)
    sessions = {}
    for role in Role.values:
        person = StaffFactory(
            username="measured-" + role, first_name="ئازاد Measured", last_name=role, second_factor=False
        )
        grant_role(user=person, role=role, actor=SYSTEM)
        if role == Role.CASEWORKER:
            # Her own work: she is not asked what she opens it for.
            make_owned(registration, by=person)
        sessions[role] = signed_in(person, Client()).cookies["sessionid"].value
    grant_role(user=clerk, role=Role.REVIEWER, actor=SYSTEM)
    raise_alert(kind=AlertKind.MANY, about=clerk, count=1250)
    # Of the demonstration, which runs on the same site.
    team, extract = Team.objects.latest("made_at"), Extract.objects.latest("requested_at")
    return {
        "sessions": sessions,
        "places": {
            **{f"update-{code}": page.get_url() for code, page in reports.items()},
            **{f"organization-{code}": page.get_parent().get_url() for code, page in reports.items()},
            **{f"guide-{page.locale.language_code}": page.get_url() for page in GuidePage.objects.live()},
            "columns": f"/office/lists/{received(label).pk}/columns/",
            "dry-run": f"/office/lists/{checked(label).pk}/",
            "list": f"/office/lists/{imported().pk}/",
            "pair": f"/office/pairs/{pair.pk}/",
            "duplicate": f"/office/duplicates/{duplicate.pk}/",
            "file": f"/office/files/{registration.pk}/",
            "report": f"/office/reports/{told.pk}/",
            "person": f"/office/people/{clerk.pk}/",
            "team": f"/office/teams/{team.pk}/",
            "extract": f"/office/extracts/{extract.pk}/",
        },
    }
