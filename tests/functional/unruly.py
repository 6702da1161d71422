"""What a page must bear: long names without a space, scripts mixed in a name, a title nobody translated.

Everything is made by the services of the running site, and everybody is invented.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.functional.site import Site

# Sixty letters without a space, in Latin and in Arabic script.
LONG_LATIN = "Ebdulrehmanzade" * 4
LONG_ARABIC = "المستنصرابادي" * 4 + "الموصلية"
MIXED = f"Azad محمد {LONG_LATIN} (ئازاد)"
TITLE = f"محاكمة بشأن ما جرى في {LONG_ARABIC} (Bab al-Nahr) ومن معه من المتّهمين"
PROCEEDING = "unruly-proceeding"
ORGANIZATION = "unruly-organization"

_SCRIPT = """
import json
from cms.models import GuidePage
from django.test import Client
from portal.accounts.enums import Role
from portal.accounts.services.roles import grant_role
from portal.audit.actors import SYSTEM
from portal.matching.models import CandidatePair
from portal.matching.services.linking import link_changed
from portal.support.models import ReportKind
from tests.factories.cms import make_update
from tests.factories.detainees import checked, csv_bytes, imported, received
from tests.factories.exports import asked
from tests.factories.matching import make_detainee, make_registration
from tests.factories.organizations import make_organization
from tests.factories.proceedings import make_proceeding
from tests.factories.sessions import signed_in
from tests.factories.staff import StaffFactory
from tests.factories.support import ReportFactory, recovery

words = json.loads({words!r})
organization = make_organization(slug=words["organization"], names={{"ar": words["title"], "en": words["long_latin"]}})
proceeding = make_proceeding(slug=words["proceeding"], title={{"ar": words["title"]}})
reports = {{
    code: make_update(organization, proceeding, language=code, title=words["title"])
    for code in ("ar", "ckb", "ku", "en")
}}

registration = make_registration(words["mixed"], mother=words["long_arabic"], place_as_told=words["long_latin"])
detainee = make_detainee(words["mixed"], mother=words["long_arabic"], facility=words["title"])
link_changed(actor=SYSTEM)
pair = CandidatePair.objects.get(registration=registration, detainee=detainee)
row = ("L-1", words["mixed"], "male", "1987", words["long_arabic"], "2014-08", "charged")
nameless = ("L-2", "", "male", "1987", "", "", "")
label = csv_bytes([row, nameless, row])
told = ReportFactory(kind=ReportKind.HELP, words=words["long_latin"] + " " + words["title"], reach=words["mixed"])
recovery()
asked()

clerk = StaffFactory(username="unruly-clerk", first_name=words["mixed"])
sessions = {{}}
for role in Role.values:
    person = StaffFactory(username="measured-" + role, first_name="ئازاد Measured", last_name=role, second_factor=False)
    grant_role(user=person, role=role, actor=SYSTEM)
    sessions[role] = signed_in(person, Client()).cookies["sessionid"].value
grant_role(user=clerk, role=Role.REVIEWER, actor=SYSTEM)
print(json.dumps({{
    "sessions": sessions,
    "places": {{
        **{{f"update-{{code}}": page.get_url() for code, page in reports.items()}},
        **{{f"organization-{{code}}": page.get_parent().get_url() for code, page in reports.items()}},
        **{{f"guide-{{page.locale.language_code}}": page.get_url() for page in GuidePage.objects.live()}},
        "columns": f"/office/lists/{{received(label).pk}}/columns/",
        "dry-run": f"/office/lists/{{checked(label).pk}}/",
        "list": f"/office/lists/{{imported().pk}}/",
        "pair": f"/office/pairs/{{pair.pk}}/",
        "file": f"/office/files/{{registration.pk}}/",
        "report": f"/office/reports/{{told.pk}}/",
        "person": f"/office/people/{{clerk.pk}}/",
    }},
}}))
"""


@dataclass(frozen=True)
class Unruly:
    """`sessions` are cookies of signed-in staff by role; `places` addresses of what was made, by name."""

    sessions: dict[str, str]
    places: dict[str, str]


def fill(site: Site) -> Unruly:
    """Bring the unruly world into a running site."""
    words = {
        "organization": ORGANIZATION,
        "proceeding": PROCEEDING,
        "title": TITLE,
        "mixed": MIXED,
        "long_latin": LONG_LATIN,
        "long_arabic": LONG_ARABIC,
    }
    return Unruly(**site.ask(_SCRIPT.format(words=json.dumps(words))))
