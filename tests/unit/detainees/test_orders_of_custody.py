"""Orders that cannot be are flagged, and partial dates that touch are not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from portal.detainees.orders import impossible


@dataclass(frozen=True)
class Event:
    kind: str
    date: str


@pytest.mark.parametrize(
    ("events", "flagged"),
    [
        ([("capture", "2019"), ("release", "2018-05")], {1}),
        ([("capture", "2019"), ("transfer", "2018")], {1}),
        ([("capture", "2019-03"), ("release", "2019")], set()),
        ([("capture", "2015"), ("capture", "2019"), ("release", "2017")], set()),
        ([("capture", "2014"), ("death", "2016-02"), ("court", "2018")], {2}),
        ([("capture", "2014"), ("release", "2016"), ("held", "2018")], {2}),
        ([("capture", "2014"), ("release", "2016"), ("capture", "2017"), ("held", "2018")], set()),
        ([("release", "2016"), ("held", "")], set()),
        ([("capture", "about 2019"), ("release", "2018")], set()),
        ([("capture", "2019~"), ("release", "2018-11")], set()),
    ],
)
def test_what_cannot_be_is_named_and_nothing_else(events, flagged):
    found = impossible([Event(kind, date) for kind, date in events])
    assert set(found) == flagged
    assert all(str(words) for faults in found.values() for words in faults)
