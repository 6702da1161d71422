"""Learning and ranking: the committed table comes from where it says, training is repeatable, ranks are right."""

import json

import numpy as np
import pytest

from portal.names import COSTS, Lexicon, parse, rank
from portal.names.__main__ import main
from portal.names.costs import LEARNED, read_costs
from portal.names.learning.pairs import is_arabic_name, read_pairs, split
from portal.names.learning.training import learn
from portal.names.tables.usual import USUAL

FIELDS = USUAL.split()
PAIRS = sorted({(latin.casefold(), arabic) for arabic, latin in zip(FIELDS[::2], FIELDS[1::2], strict=True)})


@pytest.fixture(scope="module")
def pairs_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("pairs") / "pairs.tsv"
    path.write_text("# a remark\n" + "".join(f"{latin}\t{arabic}\n" for latin, arabic in PAIRS), encoding="utf-8")
    return path


def test_the_committed_table_says_where_it_comes_from():
    table = json.loads(LEARNED.read_text(encoding="utf-8"))
    assert table["licence"] == "Apache-2.0"
    assert table["pairs"] > 15_000
    assert len(table["sha256"]) == 64
    assert table["command"].startswith("python -m portal.names train")


def test_the_table_is_symmetric_and_finite():
    assert np.array_equal(COSTS.substituted, COSTS.substituted.T)
    assert all(np.isfinite(part).all() for part in COSTS)


def test_training_twice_gives_the_same_bytes_and_reads_back(pairs_file, tmp_path):
    for name in ("one.json", "two.json"):
        assert main(["train", str(pairs_file), "--out", str(tmp_path / name), "--date", "2026-01-01"]) == 0
    one, two = ((tmp_path / name).read_text(encoding="utf-8") for name in ("one.json", "two.json"))
    assert one.replace("one.json", "two.json") == two
    written, learned = read_costs(tmp_path / "one.json"), learn(read_pairs(pairs_file)[0])
    assert all(np.allclose(stored, fresh) for stored, fresh in zip(written, learned, strict=True))


@pytest.mark.parametrize("content", ["", "# nothing\n", "ali\n", "ali\tعلي\tx\n", "\tعلي\n"])
def test_a_file_that_is_no_pairs_is_refused(tmp_path, content):
    (tmp_path / "pairs.tsv").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"pairs\.tsv"):
        read_pairs(tmp_path / "pairs.tsv")


def test_no_spelling_is_in_two_parts():
    parts = split([*PAIRS, ("ahmed", "أحمد"), ("ahmet", "أحمد")], 3, seed=1)
    words = [{word for pair in part for word in pair} for part in parts]
    assert not (words[0] & words[1] or words[0] & words[2] or words[1] & words[2])
    assert parts == split([*PAIRS, ("ahmed", "أحمد"), ("ahmet", "أحمد")], 3, seed=1)
    assert is_arabic_name(("ali", "علي"))
    assert not is_arabic_name(("peter", "بيتر"))


def test_a_lexicon_numbers_words_and_loose_forms_once():
    words = Lexicon()
    numbers = [words.add(word) for word in ("علي", "علی", "Ali", "علي", "A")]
    assert numbers == [0, 1, 2, 0, 3]
    rows = words.arrays()
    assert rows.folded[0] == rows.folded[1] != rows.folded[2]
    assert rows.initial.tolist() == [0, 0, 0, 1]
    with pytest.raises(ValueError, match="as many words"):
        words.similarities([0, 1], [2])


@pytest.mark.parametrize("damage", [lambda parts: parts, lambda parts: [parts[-1], *parts[:-2]]])
def test_full_names_are_found_among_others(damage):
    people = [PAIRS[at : at + 4] for at in range(0, 120, 3)]
    pool = [parse(" ".join(arabic for _, arabic in person)) for person in people]
    queries = [parse(" ".join(damage([latin for latin, _ in person]))) for person in people]
    ranked = list(rank([*queries, parse("")], pool, limit=5))
    assert ranked.pop() == []
    assert sum(best[0][0] == at for at, best in enumerate(ranked)) >= 38
    assert all(0 <= score <= 1 for best in ranked for _, score in best)


def test_a_pool_of_nothing_gives_nothing():
    assert list(rank([parse("Ali")], [])) == [[]]
    assert list(rank([], [parse("Ali")])) == []
    assert next(rank([parse("Ali"), parse("M.")], [parse("unknown"), parse("علي")]))[0][0] == 1
