"""Invented proceedings."""

from dataclasses import replace
from datetime import date

from portal.audit.actors import SYSTEM
from portal.proceedings.enums import ProceedingKind, Stage
from portal.proceedings.models import Proceeding
from portal.proceedings.services import FactText, ProceedingText, publish_proceeding, set_court

from .unique import unique

CONTENT = ProceedingText(
    slug="bab-al-nahr",
    kind=ProceedingKind.UNIVERSAL,
    stage=Stage.TRIAL,
    title={"en": "Trial about Bab al-Nahr", "ar": "محاكمة بشأن باب النهر"},
    summary={"en": "Two former staff members are accused.", "ar": "متّهمان من الموظفين السابقين."},
    last_checked_on=date(2026, 3, 1),
    last_news_on=date(2026, 2, 12),
    finality_note={"en": "The judgment may still change.", "ar": "قد يتغيّر الحكم."},
    case_number="4 St 12/24",
    facts=(
        FactText("2024-03-04", {"en": "Two men are charged", "ar": "توجيه الاتهام"}, {"en": "court statement"}),
        FactText(
            "2024-09", {"en": "The trial opens"}, {"en": "court statement"}, "2024-09-09", "https://court.example/1"
        ),
    ),
)


def make_proceeding(*, slug: str = "", **changes) -> Proceeding:
    """A public proceeding with two facts."""
    court = set_court(slug="rheinstadt", name={"en": "Court of Rheinstadt", "ar": "محكمة راينشتات"}, actor=SYSTEM)
    content = replace(CONTENT, slug=slug or unique("bab-al-nahr"), **changes)
    return publish_proceeding(court=court, content=content, actor=SYSTEM)
