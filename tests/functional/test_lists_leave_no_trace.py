"""A list imported by a real process leaves no readable name in any file: databases, logs of writes, temporary files."""

from __future__ import annotations

import base64
import json
from pathlib import Path

from tests.factories.detainees import csv_bytes
from tests.functional.site import Site, free_port
from tests.migrated import copy_migrated

CANARIES = ("کاناریناو", "Canarîname", "Kanariort")


def test_every_byte_on_disk(tmp_path: Path, monkeypatch):
    folder, temporary, file = tmp_path / "data", tmp_path / "tmp", tmp_path / "list.csv"
    copy_migrated(folder)
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    person = ("L-1", f"{CANARIES[0]} {CANARIES[1]}", "male", "1987", CANARIES[2], "2014", "")
    file.write_bytes(csv_bytes([person, ("", CANARIES[1], *[""] * 5)]))
    site = Site(folder, smtp_port=free_port())
    printed = site.manage("import_detainees", str(file), "--source", "Committee", "--batch", "Spring")
    assert json.loads(printed.splitlines()[-1])["created"] == 1

    written = [path for root in (folder, temporary) for path in root.rglob("*") if path.is_file()]
    assert any(path.suffix == ".sqlite3" for path in written)
    for path in written:
        content = path.read_bytes()
        for canary in CANARIES:
            for form in (canary.encode(), canary.encode("utf-16-le"), base64.b64encode(canary.encode())[:-4]):
                assert form not in content, path.name
