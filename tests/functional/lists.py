"""Detainee lists as files: the sample with planted, damaged and corrected rows, and a data steward who uploads them."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from portal.core.languages import latin_digits
from tests.functional.site import ROOT

SAMPLE = ROOT / "tests" / "data" / "detainees_sample.csv"


def sample_rows(limit: int) -> list[dict[str, str]]:
    """The first rows of the sample list."""
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        return [row for _number, row in zip(range(limit), csv.DictReader(file), strict=False)]


def damaged(row: dict[str, str]) -> list[dict[str, str]]:
    """Three rows nobody can use: without a number, without a name, and with a number that has been there before."""
    nameless = dict.fromkeys(row, "") | {"external_id": "BAD-2"}
    return [row | {"external_id": ""}, nameless, row]


def write_list(path: Path, rows: list[dict[str, str]]) -> Path:
    """Write rows as CSV."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def upload(page: Page, file: Path, *, source: str, is_new: bool) -> None:
    """Upload a list that may lead to telling a family, and go on to its columns."""
    page.goto("/office/lists/new/")
    if is_new:
        page.locator("input[name=new_source]").fill(source)
    else:
        page.locator("select[name=source]").select_option(label=source)
    page.locator("select[name=sharing_terms]").select_option("family_after_decision")
    page.locator("input[name=label]").fill(file.stem)
    page.locator("input[name=file]").set_input_files(file)
    page.locator("main form .btn").click()
    expect(page).to_have_url(re.compile(r"/office/lists/[0-9a-f-]{36}/columns/$"))


def choose_columns(page: Page) -> None:
    """Take the columns as they were recognised."""
    expect(page.locator("select[name=external_id]")).not_to_have_value("")
    expect(page.locator("select[name=mother_name]")).not_to_have_value("")
    page.locator("main form .btn").click()
    expect(page).to_have_url(re.compile(r"/office/lists/[0-9a-f-]{36}/$"))
    expect(page.locator("main form[action$='/confirm/'] .btn")).to_be_visible()


def confirm(page: Page) -> None:
    """Let the list in."""
    page.locator("main form[action$='/confirm/'] .btn").click()
    expect(page.locator("main .tag--done").first).to_be_visible()


def counts(page: Page) -> dict[str, int]:
    """What became or would become of the rows."""
    page.wait_for_load_state()
    names = ["rows", "created", "updated", "unchanged", "rejected"]
    numbers = page.locator("main .counts b").all_inner_texts()
    return {name: int(latin_digits(re.sub(r"\D", "", text))) for name, text in zip(names, numbers, strict=False)}
