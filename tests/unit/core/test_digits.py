"""Numbers and dates in the digits of the language or of the reader's choice."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, engines
from django.utils.translation import override

from portal.core.dates import read_date
from portal.core.digits import ARABIC, LATIN, Number, digits_chosen, digits_in_use, file_size, in_sentence, write_date
from portal.core.languages import latin_digits

DAY = date(2026, 1, 12)
WRITTEN = {
    ("ar", ""): "١٢ كانون الثاني ٢٠٢٦",
    ("ar", ARABIC): "١٢ كانون الثاني ٢٠٢٦",
    ("ar", LATIN): "12 كانون الثاني 2026",
    ("ckb", ""): "١٢ی کانوونی دووەمی ٢٠٢٦",
    ("ckb", LATIN): "12ی کانوونی دووەمی 2026",
    ("ku", ""): "12 Çile 2026 (1)",
    ("ku", ARABIC): "12 Çile 2026 (1)",
    ("en", ARABIC): "12 January 2026",
}


def render(source: str, **values) -> str:
    return engines["django"].engine.from_string("{% load i18n %}" + source).render(Context(values))


@pytest.mark.parametrize(("code", "choice"), WRITTEN)
def test_a_date_has_the_digits_of_language_and_choice(code, choice):
    with override(code), digits_chosen(choice):
        written = WRITTEN[code, choice]
        assert write_date(DAY) == written
        assert read_date("2026-01-12").display() == written
        assert render("{{ day|date }}", day=DAY) == render('{{ day|date:"DATE_FORMAT" }}', day=DAY) == written


@pytest.mark.parametrize("choice", ["", "persian", "ARAB", "۴", "\x00", "arab; x=1"])
def test_what_is_no_choice_means_the_language(choice):
    with digits_chosen(choice):
        for code, expected in (("ar", ARABIC), ("ckb", ARABIC), ("ku", LATIN), ("en", LATIN)):
            with override(code):
                assert digits_in_use() == expected


def test_the_choice_ends_also_when_something_breaks():
    with override("ar"):
        with pytest.raises(RuntimeError), digits_chosen(LATIN):
            raise RuntimeError
        assert digits_in_use() == ARABIC


def test_dates_for_machines_keep_their_digits():
    with override("ar"):
        assert render('{{ at|date:"Y-m-d H:i" }}', at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC)) == "2026-01-02 03:04"


def test_numbers_in_templates():
    with override("ar"):
        assert render("{{ n|number }}", n=1234) == "١٢٣٤"
        assert render("{{ n|number }}", n=Decimal("9.5")) == "٩٫٥"
        assert render("{{ n|floatformat:1|number }}", n=9.46) == "٩٫٥"
        assert render("{{ n|number }}{{ yes|number }}", n=None, yes="") == ""
        with digits_chosen(LATIN):
            assert render("{{ n|number }} {{ m|number }}", n=1234, m=Decimal("9.5")) == "1234 9.5"
    with override("ku"):
        assert render("{{ n|number }}", n=1234) == "1234"


def test_a_number_still_chooses_the_plural_form():
    source = (
        "{% blocktranslate count n=count|number %}The person in charge of your file, once{% plural %}"
        "The people in charge of your file, {{ n }} times{% endblocktranslate %}"
    )
    with override("ar"):
        few, many = render(source, count=3), render(source, count=11)
    assert "٣" in few and "١١" in many and few.replace("٣", "") != many.replace("١١", "")
    assert not any(sign in few + many for sign in "0123456789")


def test_a_number_writes_itself_when_it_is_shown():
    count = Number(7)
    with override("ckb"):
        assert str(count) == f"{count}" == "%s" % count == "٧"  # noqa: UP031
    assert str(count) == "7" and count + 1 == 8


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("100 حرف على الأكثر.", "١٠٠ حرف على الأكثر."),
        ("من 6 إلى 15 رقماً، مثلاً 1987، و18", "من ٦ إلى ١٥ رقماً، مثلاً ١٩٨٧، و١٨"),
        ("ساڵی 2025ەوە.", "ساڵی ٢٠٢٥ەوە."),
        ("شكله مثل SR-7K4M-9XQ2.", "شكله مثل SR-7K4M-9XQ2."),
        ("UTF-8، ‎+963، 10.0.0.1", "UTF-8، ‎+963، 10.0.0.1"),
        ("&#39;لا&#39; &#x27;", "&#39;لا&#39; &#x27;"),
    ],
)
def test_a_sentence_keeps_what_is_no_number_by_itself(sentence, expected):
    with override("ar"):
        assert in_sentence(sentence) == expected
        with digits_chosen(LATIN):
            assert in_sentence(expected) == sentence
            assert render("{{ text|digits }}", text="<b>٣</b>") == "&lt;b&gt;3&lt;/b&gt;"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("مثلاً +963 أو 7.", "مثلاً \u2068+963\u2069 أو ٧."),
        ("سنة أو 2026-03 أو 2026-03-14: متى", "سنة أو \u20662026-03\u2069 أو \u20662026-03-14\u2069: متى"),
    ],
)
def test_a_telephone_number_and_a_date_of_machines_are_isolated_once(sentence, expected):
    with override("ar"):
        assert in_sentence(sentence) == expected
        assert in_sentence(expected) == expected


@pytest.mark.parametrize("code", ["ar", "ckb", "ku", "en"])
@pytest.mark.parametrize("choice", ["", LATIN])
def test_a_file_size_is_as_devices_show_it(code, choice):
    with override(code), digits_chosen(choice):
        written = file_size(25 * 1024 * 1024)
        assert latin_digits(written) == written and written[1:3] == "25"
        assert in_sentence(f"{written} 3").startswith(written)
