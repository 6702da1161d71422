"""How a first guide is written down: piece by piece, each piece in four languages side by side."""

from dataclasses import dataclass

# The same words by language code.
Words = dict[str, str]


@dataclass(frozen=True)
class Heading:
    """A heading within a guide."""

    words: Words


@dataclass(frozen=True)
class Paragraph:
    """One paragraph."""

    words: Words


@dataclass(frozen=True)
class Points:
    """A list of short points."""

    points: tuple[Words, ...]


@dataclass(frozen=True)
class Guide:
    """`slug` is the same in every language, so that the language switch keeps the page."""

    slug: str
    title: Words
    summary: Words
    body: tuple[Heading | Paragraph | Points, ...]

    def blocks(self, code: str) -> list[tuple[str, str | list[str]]]:
        """Return the body in one language as kind and value of each block, as `BodyBlock` names them."""
        return [_block(piece, code) for piece in self.body]


def _block(piece: Heading | Paragraph | Points, code: str) -> tuple[str, str | list[str]]:
    if isinstance(piece, Points):
        return "points", [words[code] for words in piece.points]
    return ("heading" if isinstance(piece, Heading) else "paragraph"), piece.words[code]
