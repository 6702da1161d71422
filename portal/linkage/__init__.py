"""Probabilistic record linkage over records of persons. Floor 1: pure Python, no Django; stands on portal.names.

``link`` takes two lists of :class:`Record` and proposes pairs with weight, probability and reasons. People judge.
"""

from portal.linkage.candidates import candidates
from portal.linkage.explain import Reason, strongest
from portal.linkage.linking import MINIMUM_WEIGHT, Pair, link
from portal.linkage.model import Model, learn, probability
from portal.linkage.places import Place, locate
from portal.linkage.records import DateRange, Record

__all__ = [
    "MINIMUM_WEIGHT",
    "DateRange",
    "Model",
    "Pair",
    "Place",
    "Reason",
    "Record",
    "candidates",
    "learn",
    "link",
    "locate",
    "probability",
    "strongest",
]
