"""Where estimation starts: judgements about m and u, written by hand before any data were seen. Floor 1, data only.

m is the share of pairs of one person at a level, u that of pairs of two persons. For agreements, u is the frequency of
the class (:data:`FREQUENCIES`), so that an agreement on a frequent name weighs little.
"""

from math import log2

from portal.linkage.comparisons import COMPARISONS, FREQUENCIES
from portal.linkage.model import Model

# A typical share of one value of each class, and how much of a population the values of the class make up.
_TYPICAL = (0.05, 0.017, 0.0055, 0.0017, 0.00055, 0.00015)
_MASS = (0.12, 0.22, 0.26, 0.2, 0.12, 0.08)

# m of: different, resembles, near, out of order, elsewhere, same after spelling, same text.
_NAMES = {
    "given": (0.03, 0.03, 0.04, 0.03, 0.03, 0.32, 0.50),
    "father": (0.05, 0.03, 0.04, 0.02, 0.04, 0.32, 0.50),
    "grandfather": (0.12, 0.03, 0.04, 0.01, 0.05, 0.30, 0.45),
    "family": (0.12, 0.03, 0.04, 0.01, 0.05, 0.30, 0.45),
    "kunya": (0.35, 0.03, 0.04, 0.005, 0.005, 0.25, 0.32),
    "mother": (0.12, 0.03, 0.04, 0.005, 0.005, 0.35, 0.45),
    "mother_family": (0.20, 0.03, 0.04, 0.005, 0.005, 0.32, 0.40),
}
# m of: different, resembles, same governorate, same.
_PLACES = {"birth_place": (0.15, 0.05, 0.08, 0.72), "event_place": (0.35, 0.05, 0.10, 0.50)}
# m and u level by level.
_OTHERS = {
    "sibling": ((0.01,), (0.16,)),
    "order": ((0.1,), (0.5,)),
    "sex": ((0.015, 0.985), (0.4, 0.6)),
    "birth": (
        (0.04, 0.13, 0.10, 0.14, 0.14, 0.24, 0.01, 0.01, 0.19),
        (0.50, 0.30, 0.09, 0.05, 0.025, 0.03, 0.001, 0.00005, 0.0001),
    ),
    "event": ((0.15, 0.4, 0.15, 0.3), (0.48, 0.40, 0.08, 0.04)),
}


def starting_model() -> Model:
    """The model made of these judgements alone."""
    m: dict[str, tuple[float, ...]] = {}
    u: dict[str, tuple[float, ...]] = {}
    for name, row in _NAMES.items():
        m[name], u[name] = _of_name(row)
    for name, place in _PLACES.items():
        m[name] = (*place[:3], *(place[3] * share for share in _MASS))
        u[name] = (0.87, 0.02, 0.04, *_agreeing(1.0))
    m["nationality"] = (0.1, *(0.9 * share for share in _MASS))
    u["nationality"] = (0.5, 0.4, 0.04, 0.004, *_agreeing(1.0)[3:])
    for name, (m_row, u_row) in _OTHERS.items():
        m[name], u[name] = m_row, u_row
    return Model(version="starting", weights=weights_of(m, u), m=m, u=u, provenance={"source": "judgement, no data"})


def weights_of(
    m: dict[str, tuple[float, ...]], u: dict[str, tuple[float, ...]], limit: float = 12.0
) -> dict[str, tuple[float, ...]]:
    """log2(m / u) of every level, at most ``limit`` bits either way."""
    return {
        name: tuple(round(max(-limit, min(limit, log2(a / b))), 4) for a, b in zip(m[name], u[name], strict=True))
        for name in COMPARISONS
    }


def _of_name(row: tuple[float, ...]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    different, *others = row
    m = (different, *(part * share for part in others for share in _MASS))
    likened = [part * share for part in (0.03, 0.015) for share in _MASS]
    return m, (0.93, *likened, *_agreeing(1.5), *_agreeing(1.0), *_agreeing(0.5), *_agreeing(0.5))


def _agreeing(times: float) -> tuple[float, ...]:
    """u of an agreement in each class: chance that both sides have the same value of it."""
    return tuple(times * share * typical for share, typical in zip(_MASS, _TYPICAL, strict=True))


assert len(_TYPICAL) == len(_MASS) == len(FREQUENCIES)  # noqa: S101
