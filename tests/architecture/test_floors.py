"""Law: the floors. `.importlinter` and floors.py say the same, every app has its floor, and the contracts hold."""

from __future__ import annotations

import configparser
import subprocess
import sys
from pathlib import Path

from tests.architecture.floors import (
    ABOVE_CMS,
    FLOOR_OF,
    FLOORS,
    MAY_IMPORT_CMS,
    OUTSIDE,
    WITHOUT_DJANGO,
)
from tests.architecture.sources import ROOT

CONTRACT = "importlinter:contract:"


def contracts() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter", encoding="utf-8")
    return parser


def lines(section: str, option: str) -> list[str]:
    return [line.strip() for line in contracts()[CONTRACT + section][option].splitlines() if line.strip()]


def layers(section: str) -> list[set[str]]:
    """The layers of a contract from the lowest up, as sets of names without the brackets of optional ones."""
    return [{name.strip(" ()") for name in line.split("|")} for line in reversed(lines(section, "layers"))]


def test_the_contract_has_the_floors_of_the_table() -> None:
    assert layers("floors") == [set(apps) for apps in FLOORS]
    assert contracts()[CONTRACT + "floors"].getboolean("exhaustive")
    assert set(lines("floors", "exhaustive_ignores")) == set(OUTSIDE)
    assert not any(":" in line for line in lines("floors", "layers")), "siblings are independent: |, never :"


def test_the_public_site_stands_below_people_s_records() -> None:
    order = layers("public-site-is-apart")
    above = set().union(*order[order.index({"cms"}) + 1 :])
    assert above == {f"portal.{app}" for app in ABOVE_CMS}
    assert lines("nobody-imports-the-public-site", "protected_modules") == ["cms"]
    assert lines("nobody-imports-the-public-site", "allowed_importers") == [f"portal.{app}" for app in MAY_IMPORT_CMS]


def test_names_and_linkage_are_kept_from_django() -> None:
    assert lines("plain-python", "source_modules") == [f"portal.{app}" for app in WITHOUT_DJANGO]
    assert {"django", "wagtail"} <= set(lines("plain-python", "forbidden_modules"))


def test_every_app_has_a_floor() -> None:
    packages = {path.parent.name for path in (ROOT / "portal").glob("*/__init__.py")} - set(OUTSIDE)
    assert packages - set(FLOOR_OF) == set()


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"], cwd=folder, capture_output=True, text=True
    )


def test_the_contracts_hold() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_contracts_catch_a_bad_sample(tmp_path: Path) -> None:
    """A small tree with one break of each kind, judged by the real contracts."""
    sample = {
        "portal/core/dates.py": "",
        "portal/names/fold.py": "import django\n",
        "portal/linkage/model.py": "",
        "portal/audit/log.py": "from portal.registry import models\n",
        "portal/registry/models.py": "from portal.detainees import models\n",
        "portal/detainees/models.py": "",
        "portal/proceedings/models.py": "import cms.models\n",
        "portal/urls.py": "import portal.registry.models\n",
        "portal/operations/world.py": "import cms.models\n",
        "portal/confidential/team_opening.py": "",
        "portal/registry/sealed.py": "",
        "portal/registry/services/resealing.py": "",
        "portal/office/views.py": "import portal.confidential.team_opening\n",
        "portal/stray/models.py": "",
        "cms/models.py": "import portal.urls\n",
    }
    for name, text in sample.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        for folder in {path.parent, tmp_path / name.partition("/")[0]}:
            (folder / "__init__.py").touch()
    (tmp_path / ".importlinter").write_text((ROOT / ".importlinter").read_text())

    result = lint_imports(tmp_path)

    assert result.returncode == 1
    for broken in (
        "portal.audit is not allowed to import portal.registry",
        "portal.registry is not allowed to import portal.detainees",
        "portal.names is not allowed to import django",
        "cms is not allowed to import portal.registry",
        "portal.stray",
    ):
        assert broken in result.stdout, broken
    assert "Only the door opens what is sealed for trained people BROKEN" in result.stdout
    assert "Nothing but operations imports the public site BROKEN" in result.stdout
    assert "portal.operations.world" not in result.stdout, "operations may import the public site"
