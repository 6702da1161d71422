"""Measure the comparison on what people judged, without a name and without small groups. The last line is JSON."""

import json

from django.core.management.base import BaseCommand

from portal.audit.actors import SYSTEM
from portal.audit.services import record
from portal.matching import events
from portal.matching.evaluation import ALL, Measures, as_json, evaluate, judged_pairs


class Command(BaseCommand):
    """`manage.py evaluate_linkage`."""

    help = __doc__

    def handle(self, *args, **options):
        """Print one line per pair of languages, the table of reliability, and everything as JSON."""
        judged = judged_pairs()
        found = evaluate(judged)
        self.stdout.write("languages   pairs  same  precision  recall  Brier")
        for name, measures in found.items():
            self.stdout.write(_line(name, measures))
        overall = found[ALL]
        if isinstance(overall, Measures):
            self.stdout.write("\nprobability  pairs  said   confirmed")
            for row in overall.calibration:
                self.stdout.write(_reliability(row))
        record(events.EVALUATED, actor=SYSTEM, purpose="comparison", data={"pairs": len(judged)})
        self.stdout.write(json.dumps({name: as_json(measures) for name, measures in found.items()}, ensure_ascii=False))


def _line(name: str, measures: Measures | str) -> str:
    if isinstance(measures, str):
        return f"{name:<10}  {measures}"
    precision, recall = (_number(value) for value in (measures.precision, measures.recall))
    return f"{name:<10}  {measures.pairs:>5}  {measures.same:>4}  {precision:>9}  {recall:>6}  {measures.brier:.3f}"


def _number(value: float | None) -> str:
    return "too few" if value is None else f"{value:.3f}"


def _reliability(row: dict) -> str:
    reach = f"{row['from']:.1f}–{row['to']:.1f}"
    if isinstance(row["pairs"], str):
        return f"{reach:<11}  {row['pairs']}"
    return f"{reach:<11}  {row['pairs']:>5}  {row['said']:.3f}  {row['confirmed']:.3f}"
