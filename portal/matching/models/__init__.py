"""Candidate pairs, judgements, disclosure, duplicates, runs (floor 6). A list of pairs is as sensitive as testimony."""

from .checks import RecordCheck
from .disclosure import Disclosure, SafetyCheck
from .duplicates import DuplicateJudgement, DuplicatePair
from .exports import ExportRequest
from .figures import OfficeFigures
from .pairs import CandidatePair, Judgement, PairQuerySet, Reopening
from .runs import LinkedMark, LinkRun
from .talks import Correction, FamilyAnswer, Talk

__all__ = [
    "CandidatePair",
    "Correction",
    "Disclosure",
    "DuplicateJudgement",
    "DuplicatePair",
    "ExportRequest",
    "FamilyAnswer",
    "Judgement",
    "LinkRun",
    "LinkedMark",
    "OfficeFigures",
    "PairQuerySet",
    "RecordCheck",
    "Reopening",
    "SafetyCheck",
    "Talk",
]
