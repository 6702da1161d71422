"""Candidate pairs, judgements, disclosure, duplicates, runs (floor 6). A list of pairs is as sensitive as testimony."""

from .disclosure import Disclosure
from .duplicates import DuplicateJudgement, DuplicatePair
from .exports import ExportRequest
from .pairs import CandidatePair, Judgement, PairQuerySet, Reopening
from .runs import LinkedMark, LinkRun

__all__ = [
    "CandidatePair",
    "Disclosure",
    "DuplicateJudgement",
    "DuplicatePair",
    "ExportRequest",
    "Judgement",
    "LinkRun",
    "LinkedMark",
    "PairQuerySet",
    "Reopening",
]
