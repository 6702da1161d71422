"""What cannot both be true is said; what is only less exact, or cannot be read, is not."""

from __future__ import annotations

import pytest

from portal.matching.contradictions import contradictions


@pytest.mark.parametrize(
    ("arrests", "nationalities", "expected"),
    [
        ([("2019-03", "الحسكة"), ("2017", "Şengal")], ("SY", "IQ"), ["day", "place", "nationality"]),
        ([("2019-03", "القامشلي"), ("2019", "Al-Hasakah")], ("SY", "SY", ""), []),
        ([("2019-03", "Qamişlo"), ("2019-03-04", "الشدادي")], (), ["place"]),
        ([("2019-03", ""), ("", "الرقة"), ("some day", "nobody knows where")], ("", "IQ"), []),
        ([], (), []),
    ],
)
def test_what_cannot_both_be_true_is_said(arrests, nationalities, expected) -> None:
    said = contradictions(arrests=arrests, nationalities=nationalities)
    assert len(said) == len(expected) and all(word in one for word, one in zip(expected, said, strict=True))
