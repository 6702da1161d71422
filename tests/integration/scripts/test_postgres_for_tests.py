"""scripts/with_postgres: a real server, two roles with the rights they are meant to have, and nothing left behind."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from typing import Any

from tests.architecture.sources import ROOT

ASK = """
import json, os, psycopg
from urllib.parse import urlsplit
import dj_database_url

def ask(variable, question):
    url = dj_database_url.parse(os.environ[variable])
    with psycopg.connect(host=url["HOST"], user=url["USER"], dbname=url["NAME"]) as connection:
        return connection.execute(question).fetchone()

def refused(variable, statement):
    try:
        ask(variable, statement)
    except psycopg.errors.InsufficientPrivilege:
        return True
    return False

rights = "SELECT current_user, rolsuper, rolcreatedb, version() FROM pg_roles WHERE rolname = current_user"
print(json.dumps({
    "owner": ask("DATABASE_URL", rights),
    "app": ask("APP_DATABASE_URL", rights),
    "names": [urlsplit(os.environ[name + "DATABASE_URL"]).path for name in ("", "KEYS_", "APP_KEYS_")],
    "app_may_not_create": refused("APP_DATABASE_URL", "CREATE TABLE stray (id int)"),
    "folder": dj_database_url.parse(os.environ["DATABASE_URL"])["HOST"],
}))
raise SystemExit(7)
"""


@cache
def answer() -> tuple[int, dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "scripts/with_postgres", sys.executable, "-c", ASK], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout.splitlines()[-1])


def test_the_command_s_status_is_handed_on() -> None:
    assert answer()[0] == 7


def test_the_owner_may_make_databases_and_is_no_superuser() -> None:
    name, is_superuser, may_create, version = answer()[1]["owner"]
    assert (name, is_superuser, may_create) == ("sanad_owner", False, True)
    assert version.startswith("PostgreSQL 18")


def test_the_app_role_owns_nothing() -> None:
    assert answer()[1]["app"][:3] == ["sanad_app", False, False]
    assert answer()[1]["app_may_not_create"]


def test_keys_have_a_database_of_their_own() -> None:
    assert answer()[1]["names"] == ["/sanad", "/sanad_keys", "/sanad_keys"]


def test_nothing_is_left_behind() -> None:
    folder = answer()[1]["folder"]
    assert subprocess.run(["pgrep", "-f", folder], capture_output=True).stdout == b""
    assert not (ROOT / folder).exists()
