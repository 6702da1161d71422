"""The office's own figures of a month (floor 6; R-11): of everybody, hidden like public ones, never public."""

from django.db import models

from portal.core.personal import NOTHING_PERSONAL
from portal.figures.models import MonthOfFigures


class OfficeFigures(MonthOfFigures):
    """What `MonthOfFigures` tells, of all registrations, with how far possible matches came and how readers agree.

    `stages` are told counts by `Stage`; `agreement` holds `pairs` (a told count) and, from ten pairs on, `kappa` and
    `same`, the per cent in which both said one and the same.
    """

    stages = models.JSONField()
    agreement = models.JSONField()

    personal_data = NOTHING_PERSONAL
