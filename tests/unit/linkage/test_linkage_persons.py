"""Who is proposed and why: the same person, a brother, a namesake, an alias, a stranger."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.linkage import Model, Record, link
from portal.names import parse
from tests.unit.linkage.linkage_sample import records


def person(key, text, **facts):
    return Record(id=key, name=parse(text), **facts)


def year(number):
    return date(number, 1, 1), date(number, 12, 31)


@pytest.fixture(scope="module")
def crowd():
    """Strangers, so that the frequency of names is known."""
    return records("detainees_sample.csv")


SOUGHT = {"mother": "خديجة", "sex": "male", "birth": year(1986), "birth_place": "Hewlêr", "nationality": "IQ"}
SAME = {"mother": "Xedîce", "sex": "male", "birth": year(1986), "birth_place": "أربيل", "nationality": "IQ"}


def weights(crowd, left, *others):
    pairs = link([left], [*others, *crowd], per_left=150)
    return {pair.right_id: pair for pair in pairs}


def test_the_person_stands_before_brother_and_namesake(crowd):
    left = person("L", "محمد عبد الرحمن الحسين", **SOUGHT)
    found = weights(
        crowd,
        left,
        person("same", "Mihemed Evdilrehman Hisên", **SAME),
        person("brother", "Ahmad Abdulrahman al-Hussein", **{**SAME, "birth": year(1990)}),
        person("namesake", "محمد عبد الرحمن الحسين", mother="سعاد", sex="male", birth=year(1962), nationality="SY"),
        person("lookalike", "محمود عبد الرحمن الحسين", sex="male", birth=year(1975), birth_place="حلب"),
    )
    assert found["same"].probability > 0.95
    assert found["brother"].probability < 0.5
    assert found["namesake"].weight < found["same"].weight - 10
    assert found["lookalike"].weight < found["same"].weight - 10
    codes = {reason.level_code for reason in Model.default().reasons(found["brother"].levels)}
    assert {"name.given.different", "name.given.sibling_pattern"} <= codes


def test_an_abbreviated_name_is_proposed_and_not_strong_without_another_field(crowd):
    left = person("L", "HUSEIN Muhammad A.")
    found = weights(crowd, left, person("same", "محمد عبد الرحمن الحسين", **SAME))
    assert found["same"].probability < 0.5


def test_frequent_names_weigh_little(crowd):
    frequent = weights(crowd, person("L", "محمد علي"), person("R", "Mohamed Ali"))["R"]
    rare = weights(crowd, person("L", "جكرخوين بهمن"), person("R", "Cegerxwîn Behmen"))["R"]
    assert rare.weight > frequent.weight + 4


def test_an_alias_can_carry_the_match(crowd):
    left = Record(id="L", name=parse("عبد الله المهاجر"), aliases=(parse("ريبوار نوزاد بارزاني"),), birth=year(1990))
    found = weights(crowd, left, person("R", "Rêbwar Newzad Barzanî", birth=year(1990)))
    assert found["R"].weight > 0


def test_a_swapped_name_and_a_missing_generation_are_found(crowd):
    left = person("L", "الربيعي طه عباس", birth=year(1975), birth_place="كوباني")
    found = weights(crowd, left, person("R", "Abas Taha Jinad ar-Rabiei", birth=year(1975), birth_place="Kobanê"))
    assert found["R"].weight > 0


def test_a_pair_without_a_shared_name_is_found_by_mother_year_and_place(crowd):
    left = person("L", "Jan", mother="Gulistan", birth=year(1999), event_place="Kojo")
    right = person("R", "عبد القادر", mother="گوڵستان", birth=year(1999), event_place="كوجو")
    assert "R" in weights(crowd, left, right)


def test_reasons_are_stable_codes_without_values_and_add_up_to_the_weight(crowd):
    left, model = person("L", "محمد عبد الرحمن الحسين", **SOUGHT), Model.default()
    pair = weights(crowd, left, person("same", "Mihemed Evdilrehman Hisên", **SAME))["same"]
    reasons = {reason.field: reason for reason in model.reasons(pair.levels, pair.rivals)}
    assert reasons["given"].level_code == "name.given.same_after_spelling"
    assert reasons["given"].frequency == "very_frequent"
    assert reasons["birth_place"].level_code == "birth_place.same"
    assert reasons["mother"].level_code == "mother.given.same_after_spelling"
    total = sum(reason.weight for reason in reasons.values())
    untold = 0.0 if "rivals" in reasons else pair.rivals
    assert pair.weight == pytest.approx(model.prior(len(crowd) + 1) + total + untold, abs=1e-3)


def test_nothing_in_nothing_out(crowd):
    empty = Record(id="E", name=parse(""))
    assert link([], crowd) == []
    assert link([empty], []) == []
    assert link([empty], crowd) == []


@pytest.mark.parametrize("text", ["Ali", "M. H.", "unknown", "غير معروف", "12345", "د. علي"])
def test_what_identifies_nobody_gets_no_proposal(crowd, text):
    left = person("L", text)
    assert not left.is_identifying
    assert link([left], [person("R", text), *crowd]) == []


def test_many_persons_of_one_name_stay_bounded():
    many = [person(number, "Mohamed Ali") for number in range(3000)]
    pairs = link(many[:3], many, per_left=10)
    assert len(pairs) == 30
    assert all(pair.probability < 0.5 for pair in pairs)


texts = st.text(max_size=30) | st.sampled_from(["محمد علي", "Hisên", "\ud800", "\x00", "ئەبو عەلی", "2014", "بغداد"])
spans = st.none() | st.tuples(st.dates(), st.dates())
anyone = st.builds(
    lambda key, name, mother, birth, place, event: Record(
        id=key, name=parse(name), mother=mother, birth=birth, birth_place=place, event=event, event_place=place
    ),
    st.integers(), texts, texts, spans, texts, spans,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(anyone, max_size=4), st.lists(anyone, max_size=4))
def test_any_records_give_bounded_pairs(left, right):
    pairs = link(left, right)
    assert len(pairs) <= len(left) * len(right)
    assert all(0 <= pair.probability <= 1 for pair in pairs)
