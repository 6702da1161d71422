"""Law: whoever compares, contacts, hands out or publishes what a family told asks the ledger first (R-100, R-101).

A module above the registry that opens what is encrypted, holds a family's rows, or writes files about them must call
`allows` or `allowing` of `portal.registry.consent`, or one of the doors below, each of which is proven to ask. What is
handed a record that was asked for is named with who hands it; what is no such use is named with the reason.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.sources import python_files

ASKING = {"allows", "allowing"}
LEDGER = {"ConsentLine"}

# Floors above the registry. A family reading her own page through `portal.family` is no such use; the registry's own
# services write and show her rows, and the demonstration invents them.
ABOVE = ("matching", "following", "referrals", "sharing", "office")

# What a module cannot touch without using what a family told: names it takes, relations it follows, files it writes.
OPENERS = {"open_rows", "Ciphers", "open_data_keys", "data_key", "unwrapped", "Cipher", "read_told", "access_channels"}
ROWS = {"Applicant", "AnswersSnapshot", "LastKnown", "PersonName", "PersonSought", "SafeChannel"}
RELATIONS = {"persons", "applicant", "snapshots"}
WRITERS = {"csv", "json", "openpyxl", "zipfile", "paper_pdf", "paper_html", "add_entry", "announce", "EmailMessage"} | {
    "spreadsheets", "csv_file", "xlsx_file"
}  # fmt: skip
COMPARING = "portal.linkage"

# Functions that ask, by file. A test looks into each: it asks itself, or goes through another of them.
DOORS = {
    "portal/matching/records.py": {"comparable_registrations", "comparable"},
    "portal/matching/models/pairs.py": {"allowed", "open_to_reading"},
    "portal/matching/models/duplicates.py": {"open_to_reading", "_agreed"},
    "portal/matching/access.py": {"access_pair", "access_duplicate"},
    "portal/matching/policies/telling.py": {
        "check_may_speak",
        "check_may_tell",
        "check_still_decided",
        "check_can_be_planned",
    },
    "portal/matching/evaluation.py": {"settled"},
    "portal/registry/casework.py": {"may_be_contacted", "may_be_reached", "reach_of"},
    "portal/referrals/selecting.py": {"selection_of", "agreeing"},
}
DOOR_NAMES = set().union(*DOORS.values())

# What works on what it is handed: whoever takes one of these names must ask.
HANDED = {
    "portal/matching/engine.py": {"Indexes"},
    "portal/matching/mapping.py": {"map_of"},
    "portal/matching/protection.py": {"protections"},
    "portal/matching/sides.py": {"read_sides", "read_duplicate", "registration_side"},
    "portal/referrals/cells.py": {"cells_of", "open_keys", "with_all_parts"},
}

# Commands that only call a service, and the service, which must ask.
CALLING = {
    "portal/matching/management/commands/evaluate_linkage.py": "portal/matching/evaluation.py",
    "portal/matching/management/commands/export_candidates.py": "portal/matching/services/exporting.py",
    "portal/matching/management/commands/link.py": "portal/matching/services/linking.py",
    "portal/matching/management/commands/train_linkage.py": "portal/matching/services/training.py",
}

# A family reads back its own rows of the ledger.
READS_BACK = {"portal/family/exporting.py"}

NO_SUCH_USE = {
    "portal/office/views/figures.py": "counts that were hidden before they were stored; no family's rows (R-11)",
    "portal/following/services.py": "she follows by her own wish, and stops at once; nothing of what she told is used",
    "portal/matching/search.py": "staff find a file by its name in order to read it; nothing is compared or handed out",
    "portal/matching/query.py": "what staff typed is read into names and places; no family's rows",
    "portal/matching/whereabouts.py": "the same for years and places: of what the search found, nothing is handed out",
    "portal/matching/remembering.py": "a fingerprint of what two people have just judged, so that a change is noticed",
    "portal/matching/contradictions.py": "arrests and nationalities of detainee records alone; no family's rows",
    "portal/office/views/recovery.py": "she is told that her own page has a new code; nothing that she told is used",
    "portal/office/views/lists.py": "lists of detained people; no family's rows",
    "portal/office/views/lists_changes.py": "lists of detained people; no family's rows",
}


def uses(path: str, text: str) -> bool:
    """Say whether a module above the registry uses what a family told."""
    if not path.startswith(tuple(f"portal/{app}/" for app in ABOVE)):
        return False
    nodes = list(ast.walk(ast.parse(text)))
    froms = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    taken = {alias.name for node in nodes if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names}
    followed = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    compares = any((node.module or "").startswith(COMPARING) for node in froms)
    return compares or bool(taken & (OPENERS | ROWS | WRITERS | LEDGER) or followed & RELATIONS)


def calls(node: ast.AST) -> set[str]:
    """Return the names of everything that is called."""
    called = [one.func for one in ast.walk(node) if isinstance(one, ast.Call)]
    names = {one.id for one in called if isinstance(one, ast.Name)}
    return names | {one.attr for one in called if isinstance(one, ast.Attribute)}


def asks(node: ast.AST) -> bool:
    """Say whether something calls the ledger's question, or a door that does."""
    return bool(calls(node) & (ASKING | DOOR_NAMES))


def avoiding(path: str, text: str) -> Iterator[str]:
    """The module, where it uses what a family told, or takes what is handed out, and asks nobody."""
    tree = ast.parse(text)
    if path in NO_SUCH_USE or path in HANDED or path in CALLING or path.startswith("portal/family/"):
        return
    handed = set().union(*HANDED.values())
    taken = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    if (uses(path, text) or taken & handed) and not asks(tree):
        yield path


def deciding_alone(path: str, text: str) -> Iterator[str]:
    """The module, where it takes the ledger's rows outside the registry instead of asking."""
    nodes = ast.walk(ast.parse(text))
    taken = {alias.name for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names}
    if taken & LEDGER and path not in READS_BACK and not path.startswith("portal/registry/"):
        yield path


def sources() -> dict[str, str]:
    """Our modules by path."""
    return dict(python_files("portal", "cms"))


def test_every_use_of_what_a_family_told_asks_the_ledger_r_100() -> None:
    assert [found for path, text in sources().items() for found in avoiding(path, text)] == []


def test_nobody_but_the_registry_reads_the_ledger_itself() -> None:
    assert [found for path, text in sources().items() for found in deciding_alone(path, text)] == []


@pytest.mark.parametrize(("path", "name"), [(path, name) for path, names in DOORS.items() for name in sorted(names)])
def test_every_door_asks(path: str, name: str) -> None:
    functions = [node for node in ast.walk(ast.parse(sources()[path])) if isinstance(node, ast.FunctionDef)]
    found = [node for node in functions if node.name == name]
    assert found and all(calls(node) & (ASKING | DOOR_NAMES - {name}) for node in found)


@pytest.mark.parametrize(("command", "service"), CALLING.items())
def test_a_command_calls_a_service_that_asks(command: str, service: str) -> None:
    modules = {node.module for node in ast.walk(ast.parse(sources()[command])) if isinstance(node, ast.ImportFrom)}
    assert service.removesuffix(".py").replace("/", ".") in modules
    assert asks(ast.parse(sources()[service]))


def test_no_exception_is_out_of_date() -> None:
    for path in (*NO_SUCH_USE, *HANDED, *CALLING):
        assert uses(path, sources()[path]), f"{path} needs no exception any more"


EXPORTER = "import csv\nfrom portal.registry.models import PersonName\ndef give(rows):\n    return list(rows)\n"
ASKING_EXPORTER = EXPORTER + "from portal.registry.consent import allowing\nfound = allowing('court')\n"


def test_the_law_catches_a_bad_sample() -> None:
    path = "portal/sharing/services.py"
    assert list(avoiding(path, EXPORTER)) == [path]
    assert list(avoiding(path, ASKING_EXPORTER)) == []
    assert list(avoiding(path, "from portal.registry.consent import allowing\n" + EXPORTER)) == [path]
    assert list(avoiding(path, "def one(registration):\n    return registration.persons.all()\n")) == [path]
    assert list(avoiding("portal/office/views/new.py", "from portal.matching.sides import read_sides\n"))
    assert list(avoiding("portal/matching/new.py", "from portal.linkage import Record\n"))
    assert list(deciding_alone("portal/office/new.py", "from portal.registry.models import ConsentLine\n"))
