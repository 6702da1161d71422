"""All comparisons of one pair of records at once: levels, and the values they rest on. Floor 1."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.linkage import comparisons
from portal.linkage.comparisons import MISSING
from portal.linkage.records import DateRange, Record
from portal.names import CHAIN, Name, Token, WordLikeness, compare


@dataclass(frozen=True, slots=True)
class Evidence:
    """The level one comparison reached; ``word`` and ``other`` are single names whose frequency matters."""

    field: str
    level: int
    left: str = ""
    right: str = ""
    word: str = ""
    other: str = ""


def compare_records(left: Record, right: Record, words: WordLikeness) -> list[list[Evidence]]:
    """Evidence per combination of names and aliases: each inner list is complete, the caller keeps the weightiest."""
    mother = list(_mother(left, right, words))
    facts = mother + list(_facts(left, right, words))
    mother_level = mother[0].level if mother else MISSING
    return [facts + list(_names(a, b, mother_level, words)) for a in left.names for b in right.names]


def word_pairs(left: Record, right: Record) -> Iterator[tuple[str, str]]:
    """Every pair of words that comparing the two records will ask for, so that numpy can see many together."""
    theirs = [token.word for name in right.names for token in name.tokens]
    yield from ((token.word, word) for name in left.names for token in name.tokens for word in theirs)
    yield from ((one.word, other.word) for one in left.mother_tokens for other in right.mother_tokens)
    kunyas = [token.word for name in right.names for token in name.kunya_tokens[:1]]
    yield from ((token.word, word) for name in left.names for token in name.kunya_tokens[:1] for word in kunyas)


def _names(a: Name, b: Name, mother_level: int, words: WordLikeness) -> Iterator[Evidence]:
    compared = compare(a, b, words=words)
    levels: dict[str, int] = {}
    for place in CHAIN:
        level, one, other = comparisons.role(compared, a, b, place)
        levels[place] = level
        if level != MISSING and one and other:
            yield _of(place, level, one, other)
    level = comparisons.sibling(compared, levels, mother_level)
    if level != MISSING:
        yield Evidence("sibling", level, a.given, b.given)
    if a.kunya_tokens and b.kunya_tokens:
        one, other = a.kunya_tokens[0], b.kunya_tokens[0]
        yield _of("kunya", comparisons.word(one.word, other.word, words), one, other)


def _mother(left: Record, right: Record, words: WordLikeness) -> Iterator[Evidence]:
    one, other = left.mother_tokens, right.mother_tokens
    if one and other:
        yield _of("mother", comparisons.word(one[0].word, other[0].word, words), one[0], other[0])
        if len(one) > 1 and len(other) > 1:
            yield _of("mother_family", comparisons.word(one[-1].word, other[-1].word, words), one[-1], other[-1])


def _facts(left: Record, right: Record, words: WordLikeness) -> Iterator[Evidence]:
    a, b = left, right
    found = (
        ("sex", comparisons.sex(a.sex, b.sex), a.sex, b.sex),
        ("nationality", comparisons.nationality(a.nationality, b.nationality), a.nationality, b.nationality),
        ("birth", comparisons.birth(a.birth, b.birth), _span(a.birth), _span(b.birth)),
        ("birth_place", comparisons.place(a.birth_place, b.birth_place, words), a.birth_place, b.birth_place),
        ("event_place", comparisons.place(a.event_place, b.event_place, words), a.event_place, b.event_place),
        ("event", comparisons.event_order(a.event, b.event), _span(a.event), _span(b.event)),
    )
    yield from (Evidence(field, level, one, other) for field, level, one, other in found if level != MISSING)


def _of(field: str, level: int, one: Token, other: Token) -> Evidence:
    return Evidence(field, level, one.text, other.text, one.word, other.word)


def _span(span: DateRange | None) -> str:
    if span is None:
        return ""
    first, last = min(span), max(span)
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
