"""Papers about one registration in her language: a summary for herself, a certificate for others (floor 7).

Each has a code by which whoever holds it can ask on /verify/ whether it is ours. Dates stand twice: in words, and in
digits that everybody reads.
"""

from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from portal.audit.actors import Actor
from portal.core.languages import Language
from portal.core.pdf import paper_html, paper_pdf
from portal.registry.enums import RegistrationKind
from portal.registry.models import PaperKind, Registration
from portal.registry.services.issuing import issue_paper

from .told import sections_for_paper


def issue_pdf(*, registration: Registration, kind: str, language: Language, address: str, actor: Actor) -> bytes:
    """Issue a paper and return it as PDF. `address` is where this site is reached. Raises TooManyPapers."""
    paper, code = issue_paper(registration=registration, kind=kind, language=language.code, actor=actor)
    html = paper_of(
        registration, kind=kind, code=code, issued_on=paper.issued_at.date(), language=language, address=address
    )
    return paper_pdf(html)


def paper_of(
    registration: Registration, *, kind: str, code: str, issued_on: date, language: Language, address: str
) -> str:
    """Return the paper's document."""
    with override(language.code):
        context = {
            "registration": registration,
            "is_sheet": True,
            "code": code,
            "issued_on": issued_on,
            "verify_address": f"{settings.PUBLIC_URL or address}{reverse('family:verify')}",
            "sections": sections_for_paper(registration) if kind == PaperKind.SUMMARY else [],
            "person": _name_of_the_person(registration),
            "is_survivor": registration.kind == RegistrationKind.SURVIVOR,
            "operator": settings.OPERATOR_NAMES[language.code],
        }
        return paper_html(f"pdf/{kind}.html", context, language=language)


def _name_of_the_person(registration: Registration) -> str:
    person = registration.persons.first()
    name = person.names.filter(is_primary=True).first() if person else None
    return name.full_as_written if name else ""
