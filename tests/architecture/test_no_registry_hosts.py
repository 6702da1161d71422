"""Law: no file names the host that packages come from. Where they come from is the machine's own setting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.architecture.sources import ROOT, files

# Written in pieces, or this file would break its own law.
HOSTS = (
    "pypi" + r"\.org",
    "python" + "hosted",
    "npm" + r"js\.(?:com|org)",
    r"(?:deb|security|ftp)\." + "debian",
    "archive" + r"\.ubuntu",
    "yarn" + "pkg",
)
HOST = re.compile("|".join(HOSTS), re.IGNORECASE)


def hosts(text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), start=1):
        for match in HOST.finditer(line):
            yield f"{number}: {match.group()}"


def test_no_file_names_a_registry_host() -> None:
    found = []
    for path in files():
        content = (ROOT / path).read_bytes()
        if b"\0" not in content[:8192]:
            found += [f"{path}:{host}" for host in hosts(content.decode("utf-8", "replace"))]
    assert found == []


def test_the_law_catches_a_bad_sample() -> None:
    dot = "."
    npm, python = f"npmjs{dot}org", f"pypi{dot}org"
    assert list(hosts(f'"resolved": "https://registry.{npm}/x.tgz"')) == [f"1: {npm}"]
    assert list(hosts(f"first\n--index-url https://{python}/simple\n")) == [f"2: {python}"]
    assert list(hosts("uv itself comes from PyPI; Debian packages through apt-get")) == []
