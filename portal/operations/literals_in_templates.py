"""Visible words in a template that stand outside `translate` and `blocktranslate` (floor 8)."""

from collections.abc import Iterator
from html.parser import HTMLParser

from django.template.base import Lexer, Token, TokenType, filter_re

# A value that is put in when the page is made: a letter of the private area, which is no letter of any language.
_VALUE = "\ue000"
_SPOKEN = frozenset({"title", "alt", "aria-label", "aria-description", "placeholder", "label", "summary"})
_BUTTONS = frozenset({"submit", "button", "reset"})
_DESCRIBING = frozenset({"description", "og:title", "og:description", "twitter:title", "twitter:description"})
_UNSEEN = frozenset({"script", "style", "code", "kbd", "samp"})
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
# Filters whose argument is shown when the value is missing.
_SHOWING_FILTERS = frozenset({"default", "default_if_none", "yesno", "pluralize", "join", "add"})
# Tags whose parameters are keys for other templates, of which a sentence can only be meant for a reader.
_PASSING_TAGS = frozenset({"include", "with", "cycle", "firstof"})
# Names that are written alike in every language.
_ALIKE_EVERYWHERE = frozenset({"UTC", "PDF", "CSV", "XLSX", "QR", "SMS", "©"})
_TRANSLATED_BLOCKS = {"blocktranslate": "endblocktranslate", "blocktrans": "endblocktrans", "comment": "endcomment"}


def has_words(text: str) -> bool:
    """Say whether words stand in the text; digits, signs, units and addresses such as `un.org` are none."""
    words = (word.strip(".,;:()") for word in text.replace(_VALUE, " ").split())
    return any(
        any(sign.isalpha() for sign in word) and word not in _ALIKE_EVERYWHERE and not _is_address(word)
        for word in words
    )


def _is_address(word: str) -> bool:
    return "." in word and word.isascii()


def is_sentence(text: str) -> bool:
    """Say whether a parameter is meant for a reader: several words, or a capital letter first."""
    return has_words(text) and (" " in text.strip() or text[:1].isupper())


def literals_in_templates(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of every visible literal of a template."""
    reader = _Reader()
    until = ""
    for token in Lexer(source).tokenize():
        name = token.contents.split()[:1] if token.token_type == TokenType.BLOCK else []
        if until:
            if name == [until]:
                until = ""
            continue
        if _begins_passage(token):
            until = _TRANSLATED_BLOCKS.get(name[0], "endblock")
            reader.feed(_VALUE)
        elif token.token_type == TokenType.TEXT:
            reader.at(token.lineno or 0)
            reader.feed(token.contents)
        elif token.token_type != TokenType.COMMENT:
            shown = (text for text in _in_tag(token) if not reader.is_in_tag() or is_sentence(text.strip("\"'")))
            yield from ((token.lineno or 0, text) for text in shown)
            reader.feed("" if name else _VALUE)
    reader.close()
    yield from reader.found


def _begins_passage(token: Token) -> bool:
    """Translated words, a comment, or a block that holds attributes of an element: nothing in it is a literal."""
    bits = token.contents.split() if token.token_type == TokenType.BLOCK else []
    holds_attributes = bits[:1] == ["block"] and len(bits) > 1 and bits[1].endswith("_class")
    return bool(bits) and (bits[0] in _TRANSLATED_BLOCKS or holds_attributes)


def _in_tag(token: Token) -> Iterator[str]:
    """Constants that a tag or a value shows."""
    if token.token_type == TokenType.VAR:
        yield from _in_value(token.contents)
        return
    bits = token.split_contents()
    if bits[0] in _PASSING_TAGS:
        for bit in bits[1:]:
            value = bit.partition("=")[2] or bit
            if value[:1] in "\"'" and is_sentence(value.strip("\"'")):
                yield value


def _in_value(expression: str) -> Iterator[str]:
    for match in filter_re.finditer(expression):
        if match["constant"] and not match["constant"].startswith("_(") and has_words(match["constant"]):
            yield match["constant"]
        argument = match["constant_arg"]
        shows = match["filter_name"] in _SHOWING_FILTERS
        if argument and shows and not argument.startswith("_(") and has_words(argument):
            yield argument


class _Reader(HTMLParser):
    """Reads what is left of the template as a browser would; `found` are line and text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, str]] = []
        self._open: list[tuple[str, bool]] = []
        self._text, self._line = "", 1

    def at(self, line: int) -> None:
        """Note where the next text stands."""
        self._line = line

    def is_in_tag(self) -> bool:
        """Say whether the next part stands between `<` and `>`: what the parser cannot read yet, it keeps."""
        return "<" in self.rawdata

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at the attributes that are read out or shown."""
        self._end_text()
        attributes = {name: value or "" for name, value in attrs}
        if not self._is_foreign():
            for name, value in attributes.items():
                if has_words(value) and _is_seen(tag, name, value, attributes):
                    self.found.append((self._line, f"{name}={value}"))
        if tag not in _VOID:
            self._open.append((tag, tag in _UNSEEN or _names_language(attributes)))

    def handle_endtag(self, tag: str) -> None:
        """Leave the element."""
        self._end_text()
        while self._open and any(name == tag for name, _foreign in self._open):
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        """Gather text until the next tag."""
        self._text += data

    def close(self) -> None:
        """Read the rest."""
        super().close()
        self._end_text()

    def _is_foreign(self) -> bool:
        return any(foreign for _tag, foreign in self._open)

    def _end_text(self) -> None:
        text, self._text = self._text, ""
        if has_words(text) and not self._is_foreign():
            self.found.append((self._line, text.replace(_VALUE, "…")))


def _names_language(attributes: dict[str, str]) -> bool:
    """Words under a fixed `lang` stand in that language for every reader, and say so."""
    lang = attributes.get("lang", "")
    return bool(lang) and _VALUE not in lang


def _is_seen(tag: str, name: str, value: str, attributes: dict[str, str]) -> bool:
    if name == "value":
        return tag == "input" and attributes.get("type") in _BUTTONS
    if name == "content":
        return attributes.get("name", attributes.get("property", "")) in _DESCRIBING
    return name in _SPOKEN or (name.startswith("data-") and is_sentence(value) and " " in value.strip())
