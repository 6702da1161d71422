"""Are the catalogues complete and sound? Compared with the sentences in the code, nothing rewritten (floor 8)."""

import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

LANGUAGES = ("ar", "ckb", "ku", "en")
PLURALS = {
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && "
    "n%100<=99 ? 4 : 5;",
    "ckb": "nplurals=2; plural=(n != 1);",
    "ku": "nplurals=2; plural=(n != 1);",
    "en": "nplurals=2; plural=(n != 1);",
}
SOURCES = ("portal", "cms", "templates", "manage.py")

Key = tuple[str | None, str]
# A named placeholder of Python (%(name)s), of a format string ({name}), or one without a name (%s).
_PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|\{(\w*)\}|%[sdr]")
_NOT_WORDS = re.compile(r"%\(\w+\)[a-z]|\{\w*\}|%[sdr]|<[^>]+>|&\w+;|https?://\S+|\S+@\S+|SR-\S+|\.\w+")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
# Words that stand in Latin letters in every language.
LATIN_ALLOWED = {
    *("CSV", "XLSX", "PDF", "DOCX", "JPG", "PNG", "JSON", "UTF", "EDTF", "ISO", "YYYY", "MM", "DD", "KB", "MB", "GB"),
    *("SMS", "TOTP", "QR", "URL", "ID", "Excel", "Shift", "Sanad", "Sened", "Kurmanc", "English", "Wagtail"),
    *("ICC", "ICJ", "IIIM", "UNITAD", "SDF", "UN", "DNA"),
}
_INVISIBLE = re.compile("[\u200b\u200d-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_WRONG_SIGNS = {
    "ar": (re.compile("[یکەۆێڕڵ\u06f0-\u06f9\u0640\u200c]"), "a letter or digit that is not Arabic"),
    "ckb": (re.compile("[يىكةھ\u06f0-\u06f9\u0640\u200c]"), "a letter or digit that Sorani does not write"),
    "ku": (re.compile("[ğıİöüáĞÖÜ]"), "a letter that Kurmanji does not write"),
}


@dataclass(frozen=True)
class Fault:
    """One thing to mend in one catalogue."""

    language: str
    kind: str
    msgid: str

    def __str__(self) -> str:
        return f"{self.language}: {self.kind}: {self.msgid[:100]!r}"


def catalogue_path(root: Path, language: str) -> Path:
    """Where a catalogue lies."""
    return root / "locale" / language / "LC_MESSAGES" / "django.po"


def key(entry: polib.POEntry) -> Key:
    """What tells one message from another."""
    return entry.msgctxt, entry.msgid


def collect(root: Path) -> dict[Key, polib.POEntry]:
    """Return the messages that stand in the code now, collected by makemessages in a copy that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="sanad-messages-") as folder:
        copy = Path(folder)
        for name in SOURCES:
            source = root / name
            if source.is_dir():
                shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
            else:
                shutil.copy2(source, copy / name)
        (copy / "locale").mkdir()
        command = [sys.executable, "manage.py", "makemessages", "--locale", "en", "--keep-pot", "--verbosity", "0"]
        subprocess.run([*command, "--no-wrap"], cwd=copy, check=True, env=_environment(copy))  # noqa: S603
        return {key(entry): entry for entry in polib.pofile(copy / "locale" / "django.pot")}


def _environment(copy: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    return {**kept, "DJANGO_SETTINGS_MODULE": "portal.settings.dev", "PORTAL_DATA_DIR": str(copy / "var")}


def check_catalogue(
    language: str, catalogue: polib.POFile, wanted: dict[Key, polib.POEntry], glossary: dict[str, set[str]]
) -> Iterator[Fault]:
    """Yield every fault of one catalogue. `glossary` maps English text to the settled translations of this language."""
    if _squeeze(catalogue.metadata.get("Plural-Forms", "")) != _squeeze(PLURALS[language]):
        yield Fault(language, "wrong Plural-Forms", catalogue.metadata.get("Plural-Forms", ""))
    present = {key(entry): entry for entry in catalogue if not entry.obsolete}
    for wanted_key in wanted:
        if wanted_key not in present:
            yield Fault(language, "missing", wanted_key[1])
    for entry in catalogue:
        if entry.obsolete:
            yield Fault(language, "obsolete", entry.msgid)
        elif key(entry) not in wanted:
            yield Fault(language, "stale", entry.msgid)
        else:
            if entry.msgid_plural != wanted[key(entry)].msgid_plural:
                yield Fault(language, "another plural in the code", entry.msgid)
            yield from (Fault(language, kind, entry.msgid) for kind in _entry_faults(language, entry, glossary))


def _entry_faults(language: str, entry: polib.POEntry, glossary: dict[str, set[str]]) -> Iterator[str]:
    if entry.fuzzy:
        yield "fuzzy"
    forms = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    expected = int(PLURALS[language].removeprefix("nplurals=")[0]) if entry.msgid_plural else 1
    if len(forms) != expected:
        yield f"{len(forms)} plural forms instead of {expected}"
    if not all(forms):
        yield "not translated"
        return
    yield from _placeholder_faults(entry, forms)
    for form in forms:
        yield from _wording_faults(language, entry.msgid, form)
    settled = glossary.get(_braces(entry.msgid))
    if settled and not entry.msgctxt and not entry.msgid_plural and _braces(entry.msgstr) not in settled:
        yield "differs from the glossary"


def _placeholder_faults(entry: polib.POEntry, forms: list[str]) -> Iterator[str]:
    """Each form holds the placeholders of its original; one that says the number in words may leave it out."""
    original = _placeholders(entry.msgid_plural or entry.msgid)
    for form in forms:
        found = _placeholders(form)
        left_out = set(original) - set(found)
        if set(found) - set(original) or (left_out and not (entry.msgid_plural and len(left_out) == 1)):
            yield "placeholders differ"
        if not entry.msgid_plural and sorted(found) != sorted(original):
            yield "a placeholder stands another number of times"
        if (form.startswith("\n"), form.endswith("\n")) != (entry.msgid.startswith("\n"), entry.msgid.endswith("\n")):
            yield "line breaks at the ends differ"


def _wording_faults(language: str, msgid: str, form: str) -> Iterator[str]:
    if _INVISIBLE.search(form):
        yield "an invisible sign"
    if not unicodedata.is_normalized("NFC", form):
        yield "not in NFC"
    if language in _WRONG_SIGNS and msgid.isascii():
        signs, words = _WRONG_SIGNS[language]
        if signs.search(form):
            yield words
    if language in {"ar", "ckb"}:
        foreign = set(_LATIN_WORD.findall(_NOT_WORDS.sub(" ", form))) - LATIN_ALLOWED
        if foreign:
            yield f"Latin letters ({', '.join(sorted(foreign))})"


def _placeholders(text: str) -> list[str]:
    return [match.group(0) for match in _PLACEHOLDER.finditer(text.replace("%%", ""))]


def _braces(text: str) -> str:
    return re.sub(r"%\((\w+)\)[a-z]", r"{\1}", text)


def _squeeze(text: str) -> str:
    return re.sub(r"[\s()]", "", text)


def read_glossary(root: Path, language: str) -> dict[str, set[str]]:
    """Return the settled translations of a language by English term; a term may have several senses."""
    settled: dict[str, set[str]] = {}
    with (root / "locale" / "glossary.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            settled.setdefault(row["en"], set()).add(row[language])
    return settled


def check_all(root: Path, languages: Iterable[str] = LANGUAGES) -> list[Fault]:
    """Return the faults of all catalogues of the project that lies at `root`."""
    wanted = collect(root)
    faults: list[Fault] = []
    for language in languages:
        path = catalogue_path(root, language)
        if not path.exists():
            faults.append(Fault(language, "no catalogue", str(path.relative_to(root))))
            continue
        faults += check_catalogue(language, polib.pofile(path), wanted, read_glossary(root, language))
    return faults
