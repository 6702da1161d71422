"""How far two readers agree beyond chance: Cohen's kappa (floor 3)."""

from collections import Counter
from collections.abc import Mapping


def kappa(readings: Mapping[tuple[str, str], int]) -> float | None:
    """Return Cohen's kappa of pairs of verdicts, each with how often it was given; between -1 and 1.

    None where there are none, or where both readers always said one and the same, so that chance explains everything.
    Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20
    (1960), 37-46: (p_o - p_c) / (1 - p_c), p_o what they agree on, p_c what they would by chance.
    """
    everything = sum(readings.values())
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for (one, other), count in readings.items():
        first[one] += count
        second[other] += count
    by_chance = sum(first[verdict] * second[verdict] for verdict in first)
    if by_chance == everything**2:
        return None
    agreed = sum(count for (one, other), count in readings.items() if one == other)
    return (agreed * everything - by_chance) / (everything**2 - by_chance)
