"""How rough the registers are: sets of rates, so that nobody tunes to one. All rates are shares of records.

`other` is rough in other places than the rest (names whole, everything else poor, many namesakes, few mothers). Nothing
may be trained or tuned on it: it shows what an engine has learned of people, and what only of these rates.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """Rates of one world. `typo` is per name word, the rest per record or per registration as the name says."""

    name: str
    true_record: float
    second_record: float
    skew: float
    kurdish: float
    no_family: float
    drop: float
    rotate: float
    full_only: float
    fields_only: float
    run_together: float
    kunya_only: float
    kunya: float
    mother: float
    mother_alone: float
    typo: float
    upper: float
    dotless: float
    year_wrong: float
    decade_wrong: float
    birth_missing: float
    place_wrong: float
    place_missing: float
    place_abroad: float
    sex_wrong: float
    sex_unknown: float
    nationality_noise: float
    event_missing: float
    event_far: float
    siblings: float
    fathers: float
    namesakes: float
    foreign_paper: float
    alien_keyboard: float


PROFILES = {
    profile.name: profile
    for profile in (
        Profile(
            name="clean", true_record=0.75, second_record=0.05, skew=0.75, kurdish=0.35, no_family=0.12, drop=0.18,
            rotate=0.03, full_only=0.2, fields_only=0.15, run_together=0.03, kunya_only=0.003, kunya=0.25, mother=0.6,
            mother_alone=0.5, typo=0.01, upper=0.08, dotless=0.15, year_wrong=0.08, decade_wrong=0.01,
            birth_missing=0.06, place_wrong=0.03, place_missing=0.12, place_abroad=0.04, sex_wrong=0.005,
            sex_unknown=0.03, nationality_noise=0.08, event_missing=0.2, event_far=0.05, siblings=0.25, fathers=0.08,
            namesakes=0.15, foreign_paper=0.2, alien_keyboard=0.05,
        ),
        Profile(
            name="usual", true_record=0.65, second_record=0.08, skew=0.9, kurdish=0.35, no_family=0.15, drop=0.38,
            rotate=0.07, full_only=0.3, fields_only=0.22, run_together=0.06, kunya_only=0.008, kunya=0.25, mother=0.48,
            mother_alone=0.6, typo=0.03, upper=0.12, dotless=0.25, year_wrong=0.3, decade_wrong=0.04,
            birth_missing=0.12, place_wrong=0.12, place_missing=0.35, place_abroad=0.06, sex_wrong=0.012,
            sex_unknown=0.07, nationality_noise=0.2, event_missing=0.35, event_far=0.12, siblings=0.45, fathers=0.12,
            namesakes=0.35, foreign_paper=0.32, alien_keyboard=0.1,
        ),
        Profile(
            name="rough", true_record=0.55, second_record=0.1, skew=0.95, kurdish=0.45, no_family=0.28, drop=0.42,
            rotate=0.12, full_only=0.38, fields_only=0.25, run_together=0.1, kunya_only=0.015, kunya=0.2, mother=0.35,
            mother_alone=0.7, typo=0.06, upper=0.18, dotless=0.35, year_wrong=0.3, decade_wrong=0.06,
            birth_missing=0.2, place_wrong=0.2, place_missing=0.45, place_abroad=0.1, sex_wrong=0.025,
            sex_unknown=0.12, nationality_noise=0.3, event_missing=0.45, event_far=0.2, siblings=0.5, fathers=0.18,
            namesakes=0.35, foreign_paper=0.35, alien_keyboard=0.2,
        ),
        Profile(
            name="other", true_record=0.8, second_record=0.03, skew=0.6, kurdish=0.55, no_family=0.35, drop=0.15,
            rotate=0.15, full_only=0.6, fields_only=0.1, run_together=0.02, kunya_only=0.002, kunya=0.5, mother=0.15,
            mother_alone=0.2, typo=0.04, upper=0.05, dotless=0.6, year_wrong=0.1, decade_wrong=0.02,
            birth_missing=0.35, place_wrong=0.35, place_missing=0.2, place_abroad=0.15, sex_wrong=0.03,
            sex_unknown=0.3, nationality_noise=0.05, event_missing=0.6, event_far=0.4, siblings=0.15, fathers=0.05,
            namesakes=0.6, foreign_paper=0.12, alien_keyboard=0.4,
        ),
    )
}  # fmt: skip
