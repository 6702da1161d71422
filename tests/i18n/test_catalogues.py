"""The catalogues are complete and sound, and the check that says so can say otherwise."""

import polib
import pytest

from portal.operations.catalogues import (
    LANGUAGES,
    PLURALS,
    catalogue_path,
    check_all,
    check_catalogue,
    collect,
    key,
    read_glossary,
)
from tests.architecture.sources import ROOT


@pytest.fixture(scope="module")
def wanted():
    return collect(ROOT)


def test_every_sentence_is_translated_soundly():
    assert [str(fault) for fault in check_all(ROOT)] == []


def test_the_code_is_really_read(wanted):
    assert (None, "Page not found") in wanted
    assert ("alt. month", "March") in wanted
    assert len(wanted) > 250


def _faults(language: str, change, wanted: dict) -> set[str]:
    catalogue = polib.pofile(catalogue_path(ROOT, language))
    change(catalogue)
    return {fault.kind for fault in check_catalogue(language, catalogue, wanted, read_glossary(ROOT, language))}


def _entry(catalogue, msgid, context=None):
    (found,) = [entry for entry in catalogue if key(entry) == (context, msgid)]
    return found


def _set(msgid, text, context=None):
    def change(catalogue):
        _entry(catalogue, msgid, context).msgstr = text

    return change


def _plural(count):
    def change(catalogue):
        entry = _entry(catalogue, "%(num)d day")
        entry.msgstr_plural = dict.fromkeys(range(count), "%(num)d")

    return change


TOO_LONG = "This is too long. Please write at most %(limit_value)d characters."
CHANGES = [
    ("ar", lambda c: c.remove(_entry(c, "Page not found")), "missing"),
    ("ckb", lambda c: c.append(polib.POEntry(msgid="gone", msgstr="چوو")), "stale"),
    ("ku", lambda c: c.append(polib.POEntry(msgid="gone", msgstr="çû", obsolete=True)), "obsolete"),
    ("ar", lambda c: _entry(c, "Page not found").flags.append("fuzzy"), "fuzzy"),
    ("ku", _set("Page not found", ""), "not translated"),
    ("ar", _set(TOO_LONG, "نص طويل"), "placeholders differ"),
    ("ckb", _set(TOO_LONG, "%(limit)d دەقی درێژ"), "placeholders differ"),
    ("ku", _set(TOO_LONG, "%(limit_value)d %(limit_value)d"), "a placeholder stands another number of times"),
    ("ar", _plural(2), "2 plural forms instead of 6"),
    ("ckb", _plural(6), "6 plural forms instead of 2"),
    ("ku", lambda c: setattr(_entry(c, "%(num)d day"), "msgid_plural", "%(num)d dayz"), "another plural in the code"),
    ("ar", lambda c: c.metadata.update({"Plural-Forms": PLURALS["ckb"]}), "wrong Plural-Forms"),
    ("ar", _set("Page not found", "الصفحة page غير موجودة"), "Latin letters (page)"),
    ("ar", _set("Page not found", "الصفحة غیر موجودة"), "a letter or digit that is not Arabic"),
    ("ckb", _set("Page not found", "پەڕەكە نەدۆزرايەوە"), "a letter or digit that Sorani does not write"),
    ("ckb", _set("Page not found", "۴ پەڕە"), "a letter or digit that Sorani does not write"),
    ("ku", _set("Page not found", "Rûpel bulunmadı"), "a letter that Kurmanji does not write"),
    ("ar", _set("Page not found", "الصفحة\u200f غير موجودة"), "an invisible sign"),
    ("ku", _set("Page not found", "Ru\u0302pel nehat dîtin"), "not in NFC"),
    ("ar", _set("Page not found", "لم توجد الصفحة"), "differs from the glossary"),
]


@pytest.mark.parametrize(("language", "change", "kind"), CHANGES, ids=[f"{row[0]}-{row[2]}" for row in CHANGES])
def test_each_kind_of_fault_is_found(language, change, kind, wanted):
    assert kind in _faults(language, change, wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sound_catalogue_has_no_fault(language, wanted):
    assert _faults(language, lambda catalogue: None, wanted) == set()


def test_the_glossary_is_whole():
    for language in LANGUAGES:
        glossary = read_glossary(ROOT, language)
        assert glossary, language
        for english, settled in glossary.items():
            assert english
            assert all(settled), (language, english)
