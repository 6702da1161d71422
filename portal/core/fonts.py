"""Fonts for papers whose text can be copied: two letters that are drawn as one keep a glyph each (floor 0).

A lam before an alef is drawn as one shape. A font does that with one glyph for two letters, and whoever reads text
out of a PDF from right to left then turns the two around: "إسلام" is copied as "إسالم", another name. Here the
shape stays as it is but belongs to the alef, and the lam before it becomes a glyph without ink: two glyphs, each with
its letter and with the places where the shape carries that letter's marks. Source: OpenType specification, GSUB lookup
types 1, 4 and 6, GPOS lookup type 5.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.otlLib.builder import buildCoverage, buildLookup, buildSingleSubstSubtable
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph

_LIGATURES, _MARKS_ON_LIGATURES = 4, 5
_PASS_OVER_MARKS = 0x0008
_BASE, _MARK = 1, 3
# How much of the shape's width is the lam's, in units of the font: a reader then finds it right of the alef.
_WIDTH_OF_FIRST = 40


@cache
def with_letters_apart(path: Path) -> bytes:
    """Return the font of a file, uncompressed, in which no glyph stands for two letters."""
    font = TTFont(path)
    if rules := _required(font):
        _set_apart(font, _take_pairs(font), rules)
    font.flavor = None
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def _required(font: TTFont) -> list[Any]:
    """The lists of rules that the font always follows: only a script that joins its letters has them."""
    records = font["GSUB"].table.FeatureList.FeatureRecord if "GSUB" in font else []
    return [record.Feature for record in records if record.FeatureTag == "rlig"]


def _take_pairs(font: TTFont) -> dict[str, dict[str, str]]:
    """Take out the rules for letters drawn as one; return first, second and shape. Rules about marks stay.

    The shape for the whole of الله goes without one in its place: its letters are drawn as in any word.
    """
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    pairs: dict[str, dict[str, str]] = {}
    for ligatures in _ligatures(font):
        for first, rules in list(ligatures.items()):
            for rule in rules:
                if len(rule.Component) == 1 and classes.get(rule.Component[0]) != _MARK:
                    pairs.setdefault(first, {})[rule.Component[0]] = rule.LigGlyph
            ligatures[first] = [rule for rule in rules if {classes.get(name) for name in rule.Component} == {_MARK}]
            if not ligatures[first]:
                del ligatures[first]
    return pairs


def _ligatures(font: TTFont) -> Iterator[dict[str, list]]:
    yield from (rules.ligatures for rules in _rules(font, "GSUB", _LIGATURES))


def _rules(font: TTFont, table: str, kind: int) -> Iterator[Any]:
    for lookup in font[table].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            subtable = getattr(subtable, "ExtSubTable", subtable)
            if subtable.LookupType == kind:
                yield subtable


def _set_apart(font: TTFont, pairs: dict[str, dict[str, str]], lists: list[Any]) -> None:
    """The first letter falls silent before a second; the second after a silent one takes the shape of both."""
    every = [(first, second, shape) for first, seconds in pairs.items() for second, shape in seconds.items()]
    glyphs = [(first, second, *_add_pair(font, first, shape)) for first, second, shape in every]
    rules = [_add_rule(font, {first: silent}, ahead=[second]) for first, second, silent, _own in glyphs]
    rules += [_add_rule(font, {second: own}, behind=[silent]) for _first, second, silent, own in glyphs]
    for followed in lists:
        followed.LookupListIndex += rules
        followed.LookupCount = len(followed.LookupListIndex)


def _add_pair(font: TTFont, first: str, shape: str) -> tuple[str, str]:
    """Add the silent first letter of a shape and the shape for the second one alone, with the marks of each."""
    width = font["hmtx"][shape][0] - _WIDTH_OF_FIRST
    silent = _add_glyph(font, f"{shape}.of.{first}.silent", Glyph(), _WIDTH_OF_FIRST)
    own = _add_glyph(font, f"{shape}.of.{first}", font["glyf"][shape], width)
    for marks in _rules(font, "GPOS", _MARKS_ON_LIGATURES):
        if shape in marks.LigatureCoverage.glyphs:
            place = marks.LigatureCoverage.glyphs.index(shape)
            of_first, of_second = marks.LigatureArray.LigatureAttach[place].ComponentRecord
            # The silent letter stands to the right of the shape, and its places are counted from there.
            _let_carry(marks, silent, of_first, moved=-width)
            _let_carry(marks, own, of_second, moved=0)
    return silent, own


def _let_carry(marks: Any, name: str, places: Any, *, moved: int) -> None:
    """Let a glyph carry marks in the places of one letter of a shape."""
    kept = deepcopy(places)
    for place in filter(None, kept.LigatureAnchor):
        place.XCoordinate += moved
    attach = otTables.LigatureAttach()
    attach.ComponentRecord, attach.ComponentCount = [kept], 1
    marks.LigatureCoverage.glyphs.append(name)
    marks.LigatureArray.LigatureAttach.append(attach)
    marks.LigatureArray.LigatureCount += 1


def _add_glyph(font: TTFont, name: str, glyph: Glyph, width: int) -> str:
    font["glyf"][name] = glyph
    font.setGlyphOrder(font["glyf"].glyphOrder)
    font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
    font["GDEF"].table.GlyphClassDef.classDefs[name] = _BASE
    return name


def _add_rule(font: TTFont, change: dict[str, str], *, behind: Sequence[str] = (), ahead: Sequence[str] = ()) -> int:
    """Add "these become those, after `behind` and before `ahead`" to the font; return the number of the rule."""
    order = font.getReverseGlyphMap(rebuild=True)
    context = otTables.ChainContextSubst()
    context.Format = 3
    context.BacktrackCoverage = [buildCoverage(behind, order)] if behind else []
    context.BacktrackGlyphCount = len(context.BacktrackCoverage)
    context.InputCoverage = [buildCoverage(list(change), order)]
    context.LookAheadCoverage = [buildCoverage(ahead, order)] if ahead else []
    context.LookAheadGlyphCount = len(context.LookAheadCoverage)
    context.InputGlyphCount = context.SubstCount = 1
    record = otTables.SubstLookupRecord()
    record.SequenceIndex, record.LookupListIndex = 0, _add_lookup(font, buildSingleSubstSubtable(change))
    context.SubstLookupRecord = [record]
    return _add_lookup(font, context)


def _add_lookup(font: TTFont, subtable: Any) -> int:
    lookups = font["GSUB"].table.LookupList
    lookups.Lookup.append(buildLookup([subtable], flags=_PASS_OVER_MARKS))
    lookups.LookupCount = len(lookups.Lookup)
    return len(lookups.Lookup) - 1
