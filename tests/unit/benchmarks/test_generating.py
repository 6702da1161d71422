"""The generator of registries: deterministic, in the columns of the import interface, telling nothing by order."""

import argparse
import random
from dataclasses import replace

import pyarrow as pa
import pytest

from benchmarks.linkage.__main__ import scenes
from benchmarks.linkage.damage import Damage
from benchmarks.linkage.generate import Registry, generate, main
from benchmarks.linkage.people import World
from benchmarks.linkage.profiles import PROFILES
from benchmarks.linkage.spelling import ARABIC_SCRIPT, HABITS, variants
from benchmarks.linkage.tables import arabic, kurdish, places
from benchmarks.linkage.train import REGISTRIES
from benchmarks.linkage.writing import COMMON, EXTRA, Clerk, place_words

REGISTRATIONS, DETAINEES = 400, 3000
KINDS = {
    *("typo.insert", "typo.delete", "typo.exchange", "typo.neighbour", "typo.dots", "typo.place", "orthography"),
    *("keyboard.persian", "keyboard.arabic", "keyboard.zwnj", "marks", "tatweel", "case.upper", "case.word"),
    *("part.dropped", "part.shifted", "order.rotated", "order.given_family", "order.given_father"),
    *("order.father_grandfather", "order.family_first", "layout.full_only", "layout.fields_only"),
    *("layout.all_in_given", "layout.two_in_given", "layout.two_in_father", "kunya_only", "kunya", "mother.partly"),
    *("title", "particle.son", "sex.wrong", "birth.year", "birth.decade", "birth.approximate", "birth.first_january"),
    *("birth.day_month", "place.wrong", "place.other_habit", "nationality.wrong", "event.far", "event.later"),
}


@pytest.fixture(scope="module")
def registry() -> Registry:
    return generate(REGISTRATIONS, DETAINEES, seed=5, profile=PROFILES["rough"])


def ids(table: pa.Table) -> list[str]:
    return table["external_id"].to_pylist()


def test_same_arguments_same_tables(registry):
    again = generate(REGISTRATIONS, DETAINEES, seed=5, profile=PROFILES["rough"])
    assert again.registrations == registry.registrations
    assert again.detainees == registry.detainees
    assert again.truth == registry.truth


def test_another_seed_gives_other_people(registry):
    other = generate(50, 300, seed=6, profile=PROFILES["rough"])
    assert other.detainees["full_name"].to_pylist() != registry.detainees["full_name"].to_pylist()[:300]


def test_tables_have_the_columns_of_the_import_interface_as_text(registry):
    for side in ("registrations", "detainees"):
        table = getattr(registry, side)
        assert table.column_names == ["external_id", *COMMON, *EXTRA[side]]
        assert {field.type for field in table.schema} == {pa.string()}
        assert all(table[name].null_count == 0 for name in table.column_names)
    assert (registry.registrations.num_rows, registry.detainees.num_rows) == (REGISTRATIONS, DETAINEES)


def test_truth_names_records_that_exist_and_habits_that_exist(registry):
    truth = registry.truth.to_pylist()
    assert {row["registration_external_id"] for row in truth} <= set(ids(registry.registrations))
    assert {row["detainee_external_id"] for row in truth} <= set(ids(registry.detainees))
    assert {row[name] for row in truth for name in ("registration_habit", "detainee_habit")} <= set(HABITS)
    found = {row["registration_external_id"] for row in truth}
    assert 0.4 < len(found) / REGISTRATIONS < 0.7, "the rough profile seeks 55 % who are there"
    assert len(truth) > len(found), "some stand on two lists"


def test_ids_and_order_tell_nothing(registry):
    """True records lie evenly in their table, and the rank of one side does not follow that of the other."""
    for side in ("registrations", "detainees"):
        assert ids(getattr(registry, side)) == sorted(set(ids(getattr(registry, side))))
    place = {key: at / DETAINEES for at, key in enumerate(ids(registry.detainees))}
    seeker = {key: at / REGISTRATIONS for at, key in enumerate(ids(registry.registrations))}
    pairs = [
        (seeker[row["registration_external_id"]], place[row["detainee_external_id"]])
        for row in registry.truth.to_pylist()
    ]
    mean = sum(held for _, held in pairs) / len(pairs)
    assert abs(mean - 0.5) < 0.08
    spread = sum((sought - 0.5) * (held - 0.5) for sought, held in pairs) / len(pairs) * 12
    assert abs(spread) < 0.25, "correlation of the two orders"


def test_notes_do_not_tell_true_records_from_others(registry):
    true = set(registry.truth["detainee_external_id"].to_pylist())
    rows = registry.detainees.to_pylist()
    for column in ("facility", "source_note", "legal_status"):
        told = [bool(row[column]) for row in rows if row["external_id"] in true]
        others = [bool(row[column]) for row in rows if row["external_id"] not in true]
        assert abs(sum(told) / len(told) - sum(others) / len(others)) < 0.12


def test_every_kind_of_damage_occurs(registry):
    assert {kind for counts in registry.damage.values() for kind, count in counts.items() if count} >= KINDS


def test_rougher_profiles_do_more_damage():
    done = {
        name: sum(generate(200, 1000, seed=2, profile=PROFILES[name]).damage["detainees"].values())
        for name in ("clean", "usual", "rough")
    }
    assert done["clean"] < done["usual"] < done["rough"]


def test_a_profile_without_damage_writes_what_is_true():
    rates = dict.fromkeys(("typo", "drop", "rotate", "year_wrong", "decade_wrong", "sex_wrong", "kunya_only"), 0.0)
    profile = replace(PROFILES["clean"], **rates, sex_unknown=0.0, birth_missing=0.0)
    world = World(profile)
    clerk = Clerk("detainees", world, Damage(random.Random(3)))
    for _ in range(200):
        person = world.person(random.Random(_))
        _, row = clerk.row(person)
        values = dict(zip((*COMMON, *EXTRA["detainees"]), row, strict=True))
        assert values["sex"] == person.sex
        assert values["birth_date"][:4] == str(person.birth.year)
        assert values["full_name"] or values["given_name"]


def test_what_is_measured_was_not_trained_on():
    """No registry of the benchmark has a seed that the model was trained on, and `other` is never trained on."""
    trained = {seed for _, seed in REGISTRIES}
    options = argparse.Namespace(quick=False, large=True, seed=1, profile=None, no_peers=False)
    assert trained.isdisjoint(scene.seed for scene in scenes(options))
    assert "other" not in {profile for profile, _ in REGISTRIES}


def test_siblings_and_sons_share_what_they_must():
    world = World(PROFILES["usual"])
    rng = random.Random(1)
    for _ in range(50):
        person = world.person(rng)
        sibling, son = world.sibling(rng, person), world.son(rng, person)
        assert (sibling.father, sibling.grandfather, sibling.mother) == (
            person.father,
            person.grandfather,
            person.mother,
        )
        assert sibling.birth != person.birth
        assert son.grandfather == person.father
        assert son.birth > person.birth


def test_every_name_has_a_spelling_in_every_habit():
    tables = [(arabic.MALE, False), (arabic.FEMALE, False), (arabic.NISBAS, False), (arabic.HOUSES, False)]
    tables += [(kurdish.MALE, True), (kurdish.FEMALE, True), (kurdish.FAMILIES, True)]
    for table, is_kurdish in tables:
        for reading in table.split():
            for habit in HABITS:
                written = variants(reading, habit, is_kurdish, family=False)
                assert written, f"{reading} in {habit}"
                for word in written:
                    in_arabic = any("\u0600" <= letter <= "\u06ff" for letter in word)
                    assert word == word.strip(), f"{reading} in {habit}"
                    assert in_arabic == (habit in ARABIC_SCRIPT), f"{reading} in {habit}: {word}"


@pytest.mark.parametrize(
    ("reading", "habit", "is_kurdish", "expected"),
    [
        ("muHammad", "ar", False, "محمد"),
        ("3alI", "ar", False, "علي"),
        ("fu'Ad", "ar", False, "فؤاد"),
        ("rA'id", "ar", False, "رائد"),
        ("muSTafY", "ar", False, "مصطفى"),
        ("Haydar", "de", False, "Haidar"),
        ("jamAl", "ku", False, "Cemal"),
        ("şêrko", "ckb", True, "شێرکۆ"),
        ("dilşad", "de", True, "Dilschad"),
        ("rêbwar", "ku_plain", True, "Rebwar"),
    ],
)
def test_rules_give_known_spellings(reading, habit, is_kurdish, expected):
    assert expected in variants(reading, habit, is_kurdish, family=False)


def test_places_have_a_name_in_every_habit():
    for row in range(len(places.ROWS.strip().splitlines())):
        for habit in HABITS:
            words = place_words(row, habit)
            assert words and all(words), f"place {row} in {habit}"


def test_too_few_detainees_is_a_clear_error(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["--registrations", "100", "--detainees", "10", "--out", str(tmp_path)])
    assert "no room" in capsys.readouterr().err


def test_the_command_writes_its_tables(tmp_path):
    main(["--registrations", "20", "--detainees", "100", "--profile", "clean", "--out", str(tmp_path / "data")])
    names = {path.name for path in (tmp_path / "data").iterdir()}
    assert names == {"registrations.parquet", "detainees.parquet", "truth.parquet", "provenance.json"}
