"""Names are read into their parts; keys, transliteration and the command line do what their interface says."""

import json

import pytest

from portal.names import compare, fold, keys, parse, transliterate
from portal.names.__main__ import main


def parts(name):
    return [(token.role, token.text) for token in name.tokens]


@pytest.mark.parametrize(
    "text",
    [
        "عبد الرحمن",
        "عەبدولڕەحمان",
        "Evdilrehman",
        "Abdulrahman",
        "Abd al-Rahman",
        "Abdul Rahman",
        "Abd ur-Rahman",
        "عبدالرحمن",
    ],
)
def test_servant_of_is_one_name_under_one_key(text):
    name = parse(text)
    assert len(name.tokens) == 1
    assert keys(name)["given"] == {"bdrhmn"}


@pytest.mark.parametrize("text", ["صلاح الدين", "Salah al-Din", "Salah ad-Din", "Salahuddin", "Selahedîn", "سەلاحەدین"])
def test_glory_of_the_faith_is_one_name_under_one_key(text):
    name = parse(text)
    assert len(name.tokens) == 1
    assert "slhdn" in keys(name)["given"]


@pytest.mark.parametrize(
    "text", ["أبو علي", "ابو علي", "ئەبو عەلی", "Abu Ali", "Ebû Elî", "Abou-Ali", "Bavê Elî", "باوکی عەلی"]
)
def test_father_of_is_a_kunya(text):
    name = parse(text)
    assert name.tokens == ()
    assert name.kunya
    assert keys(name)["kunya"] == keys(parse("Ali"))["given"]


def test_a_kunya_inside_a_name_is_set_apart():
    name = parse("محمد حسن أبو علي")
    assert parts(name) == [("given", "محمد"), ("father", "حسن")]
    assert name.kunya == "أبو علي"


def test_ibn_titles_and_clan_leave_only_names():
    name = parse("الشيخ محمد بن علي آل سعود")
    assert [token.word for token in name.tokens] == ["محمد", "علي", "سعود"]
    assert name.family == "آل سعود"


@pytest.mark.parametrize("text", ["", " ", "unknown", "غير معروف", "مجهول", "Nenas", "???", "\x00", None])
def test_nothing_known_gives_a_name_without_parts(text):
    name = parse(text)
    assert not name
    assert not name.is_identifying
    assert compare(name, parse("Ali Hassan")).score == 0
    assert compare(name, name).reasons == ("name.nothing_to_compare",)


def test_fields_say_the_roles_and_overflow_runs_on():
    name = parse("", given="كريم علي", grandfather="لؤي", family="الجاسم", kunya="أبو حسين", mother="Fatma AL TAMEEMI")
    assert parts(name) == [("given", "كريم"), ("father", "علي"), ("grandfather", "لؤي"), ("family", "الجاسم")]
    assert (name.given, name.father, name.grandfather, name.family) == ("كريم", "علي", "لؤي", "الجاسم")
    assert keys(name)["mother"] == {"ftm", "tmm"}


def test_a_whole_name_in_one_field_is_read_by_its_order():
    name = parse("", given="رياض عبد الرحمن سليمان الكبيسي")
    assert [role for role, _ in parts(name)] == ["given", "father", "grandfather", "family"]


def test_names_only_in_the_text_are_kept():
    name = parse("Ali Hassan Omar al-Jubouri", given="Ali", family="al-Jubouri")
    assert {token.folded for token in name.tokens} == {"ali", "hasan", "omar", "juburi"}


def test_each_token_knows_its_script_and_language():
    guesses = {token.text: (token.script, token.language) for token in parse("علی ڕێبوار Hisên Dschamil").tokens}
    assert guesses == {
        "علی": ("Arab", "ar"),
        "ڕێبوار": ("Arab", "ckb"),
        "Hisên": ("Latn", "ku"),
        "Dschamil": ("Latn", "de"),
    }


def test_initials_alone_do_not_identify():
    assert not parse("M. A. H.").is_identifying
    assert parse("Muhammad Ali").is_identifying


def test_keys_have_every_field_and_stay_short():
    found = keys(parse("Mohamed Ali", mother="Zainab"))
    assert set(found) == {"given", "father", "grandfather", "family", "mother", "kunya", "any"}
    assert found["any"] == found["given"] | found["father"] | found["grandfather"] | found["family"]
    assert all(len(key) <= 24 for values in found.values() for key in values)


def test_strict_keeps_what_loose_folds():
    assert fold("ڕێبوار", "strict") != fold("ريبوار", "strict")
    assert fold("ڕێبوار") == fold("ريبوار")
    assert fold("علی", "strict") == fold("علي", "strict")
    assert fold("Şêrko عبدالله", "skeleton") == "xrk bdl"
    with pytest.raises(ValueError, match="unknown level"):
        fold("x", "other")


def test_transliteration_is_readable_and_keeps_what_is_already_in_the_script():
    assert transliterate("محمد عبد الرحمن الحسين") == "Muhammad Abdurrahman al-Hussein"
    assert transliterate("دڵشاد شێرکۆ") == "Dilshad Shirko"
    assert transliterate("Mohamed Abdulrahman al-Hussein", "Arab") == "محمد عبدالرحمن الحسين"
    assert transliterate("Abu Omar", "Arab") == "أبو عمر"
    assert transliterate("Ali علي") == "Ali Ali"
    assert transliterate("") == ""


def test_the_command_ranks_lines(tmp_path, capsys):
    (tmp_path / "queries.txt").write_text("محمد\n\nXedîce\n", encoding="utf-8")
    (tmp_path / "pool.txt").write_text("Mahmoud\nMohamed\nKhadija\n", encoding="utf-8")
    assert main(["rank", str(tmp_path / "queries.txt"), str(tmp_path / "pool.txt"), "--limit", "2"]) == 0
    first, empty, last = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert [line for line, _ in first] == [1, 0]
    assert first[0][1] > first[1][1]
    assert empty == []
    assert last[0][0] == 2


@pytest.mark.parametrize("limit", ["0", "-1", "9" * 30])
def test_the_command_refuses_a_limit_out_of_bounds(tmp_path, limit):
    (tmp_path / "names.txt").write_text("Ali\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["rank", str(tmp_path / "names.txt"), str(tmp_path / "names.txt"), "--limit", limit])


@pytest.mark.parametrize(
    ("text", "kunya", "tokens"),
    [
        ("باڤێ ئەحمەدی", "باڤێ ئەحمەدی", []),  # Badini: Kurmanji in Arabic letters
        ("باوکی عەلی", "باوکی عەلی", []),
        ("Dayika Azad", "Dayika Azad", []),
        ("Khalil Abdullah Abu Omar", "Abu Omar", ["Khalil", "Abdullah"]),
        ("Abu Bakr al-Baghdadi", "Abu Bakr", ["al Baghdadi"]),
    ],
)
def test_parents_are_called_after_their_child(text, kunya, tokens):
    name = parse(text)
    assert name.kunya == kunya
    assert [token.text for token in name.tokens] == tokens


@pytest.mark.parametrize(
    ("text", "titles", "given"),
    [
        ("Mela Mistefa Barzanî", ("Mela",), "Mistefa"),
        ("Şêx Ehmed", ("Şêx",), "Ehmed"),
        ("Hacî Mihemed", ("Hacî",), "Mihemed"),
        ("هەڤال ڕێبەر", ("هەڤال",), "ڕێبەر"),
        ("حاجی مەلا عەبدوڵڵا", ("حاجی", "مەلا"), "عەبدوڵڵا"),
        ("Dr. Ali", ("Dr",), "Ali"),
        ("الشيخ حسن", ("الشيخ",), "حسن"),
    ],
)
def test_titles_are_kept_beside_the_name(text, titles, given):
    name = parse(text)
    assert name.titles == titles
    assert name.given == given


def test_particles_nisba_and_tribe_are_kept():
    name = parse("محمد بن علي الجبوري عشيرة شمر")
    assert parts(name) == [("given", "محمد"), ("father", "علي"), ("family", "الجبوري")]
    assert (name.particles, name.nisba, name.tribe) == (("بن", "عشيرة"), "الجبوري", "شمر")
    assert parse("فيصل آل سعود").tribe == "آل سعود"
    assert parse("al-Hasan Ali").tribe == ""


def test_a_long_chain_ends_in_the_family():
    roles = [role for role, _ in parts(parse("محمد علي حسن عمر خالد سعيد الجبوري"))]
    assert roles == ["given", "father", "grandfather", "other", "other", "other", "family"]


def test_hints_say_order_and_papers():
    assert parse("Mohamed Hassan Ali").family == ""
    assert parse("Mohamed Hassan Ali", hints={"country": "SY"}).family == "Ali"
    assert parse("Saddam Hussein Ali", hints={"order": "family_first"}).family == "Saddam"
    assert parse("al-Hassan Ali", hints={"order": "given_first"}).given == "al Hassan"
    assert parse("Ali Hassan", hints={"country": "XX"}) == parse("Ali Hassan")
    for wrong in ({"order": "random"}, {"colour": "blue"}):
        with pytest.raises(ValueError, match="unknown"):
            parse("Ali", hints=wrong)


@pytest.mark.parametrize("text", ["٢٠١٤", "2014", "12-34", "😀", "ـــ", "\u200c", "."])
def test_what_holds_no_letter_is_no_name(text):
    assert not parse(text)


def test_a_mother_of_stays_a_mother_in_the_other_script():
    assert transliterate("أم محمد") == "Umm Muhammad"
    assert transliterate("Umm Kulthum", "Arab") == "أم كلثوم"
