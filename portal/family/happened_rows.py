"""What she told of what happened, in words (floor 7)."""

from collections.abc import Iterable
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from portal.core.calendars import date_in_words
from portal.places.models import Place
from portal.registry.answers import BELIEF, HAPPENED, PARTIES, STAYS, kind_of
from portal.registry.enums import BelievedFate, Harm, Knowledge, Party, RegistrationKind, Source, Sureness
from portal.registry.happened import in_order_of_time

from .answer_rows import Row, known_or_not
from .steps import step_of


def happened_rows(answers: dict) -> list[Row]:
    """Return the rows of this section; a question that this kind is not asked has none."""
    rows: list[Row] = []
    for question, rows_of in _ROWS.items():
        if step_of(question, kind_of(answers)):
            rows += rows_of(answers)
    return rows


def place_in_words(row: dict) -> str:
    """Return where the person was held: the place of the list, and what she heard."""
    place = Place.full_name(row["place"]) if row.get("place") else ""
    return " · ".join(part for part in (place, row.get("words")) if part)


def details_in_words(row: dict) -> str:
    """Return when the person was held there, how she knows, and how sure she is; words of ours, unlike the place."""
    parts = (_span(row), _source(row), _label(Sureness, row.get("sureness")))
    return " · ".join(part for part in parts if part)


def _harms(answers: dict) -> list[Row]:
    told = _labels(Harm, answers.get(HAPPENED, {}).get("harms", ()))
    return [known_or_not(answers, HAPPENED, told, style="words")]


def _parties(answers: dict) -> list[Row]:
    given = answers.get(PARTIES, {})
    told, words = _labels(Party, given.get("parties", ())), given.get("words")
    if not told and words:
        return [Row(_("How they could be recognized"), words, PARTIES)]
    rows = [known_or_not(answers, PARTIES, told, style="words")]
    return [*rows, Row(_("How they could be recognized"), words, PARTIES)] if words else rows


def _stays(answers: dict) -> list[Row]:
    rows: list[Row] = []
    for stay in in_order_of_time(answers.get(STAYS, {}).get("rows", [])):
        rows.append(Row(_("Held at"), place_in_words(stay), STAYS))
        if details := details_in_words(stay):
            rows.append(Row(_("When, and how you know it"), details, STAYS, "words"))
    return rows or [known_or_not(answers, STAYS, None)]


def _belief(answers: dict) -> list[Row]:
    given = answers.get(BELIEF, {})
    fate, basis = _label(BelievedFate, given.get("belief")), _labels(Source, given.get("basis", ()))
    if kind_of(answers) == RegistrationKind.DECEASED:  # she is asked only how she knows
        return [known_or_not(answers, BELIEF, basis, style="words")]
    rows = [known_or_not(answers, BELIEF, fate, style="words")]
    return [*rows, Row(_("Why you believe it"), basis, BELIEF, "words")] if basis else rows


_ROWS: dict[str, Any] = {HAPPENED: _harms, PARTIES: _parties, STAYS: _stays, BELIEF: _belief}


def _span(row: dict) -> str:
    began = date_in_words(row.get("began", ""), row.get("began_as_said", ""))
    ended = date_in_words(row.get("ended", ""), row.get("ended_as_said", ""))
    if began and ended:
        return _("from %(began)s until %(ended)s") % {"began": began, "ended": ended}
    if began:
        return _("from %(began)s") % {"began": began}
    return _("until %(ended)s") % {"ended": ended} if ended else ""


def _source(row: dict) -> str:
    told = row.get("source", "")
    return _label(Source, told) or _label(Knowledge, told)


def _labels(choices: type[TextChoices], codes: Iterable[str]) -> str:
    return " · ".join(label for code in codes if (label := _label(choices, code)))


def _label(choices: type[TextChoices], code: str | None) -> str:
    return str(choices(code).label) if code in choices.values else ""
