"""A question that comes later does not make old content look changed."""

import pytest

from portal.confidential.blind import fingerprint
from portal.registry.content import NameContent, RegistrationContent

NAME = ("full", "given", "father", "grandfather", "family", "kunya", "mother", "kind")
TOLD = (
    "kind", "language", "applicant_kind", "applicant_name", "relationship", "relationship_as_written", "contact_wish",
    "sex", "birth_date", "birth_place", "nationality", "date_knowledge", "date", "date_in_words", "place_knowledge",
    "place_as_told", "place_id", "consents",
)  # fmt: skip


def _content(**changed) -> RegistrationContent:
    name = {"full": "آزاد محمد", "given": "آزاد", "father": "محمد", "mother": "كلستان", **changed.pop("name", {})}
    told = {"birth_date": "1991", "date_knowledge": "known", "date": "2014-07", **changed}
    return RegistrationContent(names=(NameContent(**name),), **told)


def test_content_that_says_nothing_new_has_the_fingerprint_it_always_had():
    content = _content()
    names = tuple(tuple(getattr(name, part) for part in NAME) for name in content.names)
    before = (names, *(getattr(content, part) for part in TOLD))
    assert content.fingerprint() == fingerprint(repr(before))


@pytest.mark.parametrize(
    "changed",
    [
        {"date_as_said": "hijri 1435-09"},
        {"anchor": "sinaa"},
        {"controlled_by": "isis"},
        {"birth_date_as_said": "hijri 1410"},
        {"name": {"tribe": "شمر"}},
        {"name": {"nisba": "شمر"}},
        {"name": {"mother_father": "شمر"}},
        {"name": {"mother_family": "شمر"}},
        {"name": {"language": "kmr"}},
    ],
)
def test_what_is_said_newly_changes_it(changed):
    assert _content(**changed).fingerprint() != _content().fingerprint()


def test_the_same_word_in_another_part_is_another_content():
    said = {_content(name={part: "شمر"}).fingerprint() for part in ("tribe", "nisba", "family", "mother_family")}
    assert len(said) == 4
