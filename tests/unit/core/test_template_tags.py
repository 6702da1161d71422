"""The tags that write values and lists for components."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override


def render(text: str, /, **words) -> str:
    return Template(text).render(Context(words))


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("Azad", '<bdi lang="und" dir="ltr" translate="no">Azad</bdi>'),
        ("Şêrîn", '<bdi lang="ku-Latn" dir="ltr" translate="no">Şêrîn</bdi>'),
        ("خزال", '<bdi lang="ar" dir="rtl" translate="no">خزال</bdi>'),
        ("ڕەشید", '<bdi lang="ckb" dir="rtl" translate="no">ڕەشید</bdi>'),
        ("<b>", '<bdi lang="und" dir="ltr" translate="no">&lt;b&gt;</bdi>'),
    ],
)
def test_a_name_is_isolated_in_its_own_script_without_blanks_around(text, markup):
    assert render("({% person_name name %})", name=text) == f"({markup})"


@pytest.mark.parametrize(
    ("text", "direction"), [("الموصل، حيّ الزهور.", "rtl"), ("Şengal.", "ltr"), ("", "ltr"), ("٢٠١٥", "rtl")]
)
def test_a_paper_is_told_which_way_a_text_runs(text, direction):
    assert render("{{ words|direction }}", words=text) == direction


def test_a_reference_is_the_same_everywhere_and_nothing_for_none():
    assert render("[{% reference x %}]", x="SR-1") == '[<bdi class="ref" dir="ltr" translate="no">SR-1</bdi>]'
    assert render("[{% reference x %}]", x="") == "[]"


@pytest.mark.parametrize(
    ("value", "form", "markup"),
    [
        (date(2026, 3, 14), "DATE_FORMAT", '<time datetime="2026-03-14">14 March 2026</time>'),
        (date(2026, 3, 1), "YEAR_MONTH_FORMAT", '<time datetime="2026-03">March 2026</time>'),
        (None, "DATE_FORMAT", ""),
    ],
)
def test_a_date_is_for_people_and_machines(value, form, markup):
    with override("en"):
        assert render("{% date value form %}", value=value, form=form) == markup


def test_a_moment_names_its_offset():
    at = datetime(2026, 3, 14, 22, 30, tzinfo=UTC)
    with override("en"):
        written = render('{% date at "DATETIME_FORMAT" %}', at=at)
    assert written == '<time datetime="2026-03-14T22:30+0000">14 March 2026, 22:30</time>'


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("2014", '<time datetime="2014">2014</time>'),
        ("2014-08", '<time datetime="2014-08">August 2014</time>'),
        ("2014~", "<bdi>About 2014</bdi>"),
        ("2013/2015", "<bdi>From 2013 to 2015</bdi>"),
        ("<i>", "<bdi>&lt;i&gt;</bdi>"),
        ("", ""),
    ],
)
def test_a_partial_date_says_no_more_than_was_given(text, markup):
    with override("en"):
        assert render("{% partial_date text %}", text=text) == markup


def test_a_list_is_made_in_the_template():
    assert render('{% listed "a" x as all %}{{ all|join:"-" }}', x=2) == "a-2"


def test_pairs_leave_out_what_has_no_value():
    text = (
        '{% pairs "Court" court "Number" "" as all %}{% for one in all %}{{ one.label }}={{ one.value }};{% endfor %}'
    )
    assert render(text, court="<x>") == "Court=&lt;x&gt;;"
    assert render('{% pairs "Rows" 0|number as all %}{{ all.0.value }}') == "0", "nought is a value"
    with pytest.raises(ValueError, match="shorter"):
        render('{% pairs "Court" as all %}')
