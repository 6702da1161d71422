"""Write an invented registry: registrations, detainees and the truth, as tables of the import interface.

``python -m benchmarks.linkage.generate --registrations 5000 --detainees 100000 --seed 1 --profile usual --out DIR``

People are invented first (`people`: households, siblings, fathers and sons, namesakes, very skewed frequencies); then
each side writes them down for itself (`writing`): nine habits of writing in four scripts (`spelling`), parts dropped,
moved or run together, slips of the hand (`damage`), dates and places as registers have them. Names are tables of
readings and rules written for this purpose; nobody real is in them. The seed also moves which names are frequent. How
rough the registers are is a profile (`profiles`).

The same arguments write the same tables. External ids are given after shuffling, so that they say nothing.

* registrations.parquet, detainees.parquet: text columns, an empty string where nothing is known;
* truth.parquet: registration_external_id, detainee_external_id, registration_habit, detainee_habit;
* provenance.json: the arguments and how often each kind of damage was done.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.linkage.damage import Damage
from benchmarks.linkage.people import Person, World
from benchmarks.linkage.profiles import PROFILES, Profile
from benchmarks.linkage.writing import COMMON, EXTRA, Clerk

_BLOCK = 50_000


@dataclass(frozen=True, slots=True)
class Registry:
    """The tables; `damage` counts per side and kind."""

    registrations: pa.Table
    detainees: pa.Table
    truth: pa.Table
    damage: dict[str, dict[str, int]]


def generate(registrations: int, detainees: int, seed: int = 1, profile: Profile = PROFILES["usual"]) -> Registry:
    """Invent a registry of these sizes. ValueError if `detainees` has no room for the true records."""
    rng = random.Random(f"people {seed} {profile.name}")
    world = World(profile, seed)
    sought = _sought(registrations, world, rng)
    held, owners = _held(sought, detainees, world, rng)
    left = _written("registrations", sought, world, seed)
    right = _written("detainees", held, world, seed)
    truth = [
        (left.ids[at], right.ids[row], left.habits[at], right.habits[row])
        for row, registered in enumerate(owners)
        for at in registered
    ]
    truth.sort()
    names = ("registration_external_id", "detainee_external_id", "registration_habit", "detainee_habit")
    columns = list(zip(*truth, strict=True)) or [()] * len(names)
    table = pa.table({name: pa.array(column, pa.string()) for name, column in zip(names, columns, strict=True)})
    counts = {"registrations": left.damage, "detainees": right.damage}
    return Registry(left.table, right.table, table, counts)


def _sought(count: int, world: World, rng: random.Random) -> list[Person]:
    """Whom families seek; a few are sought by two relatives, and stand there twice."""
    people: list[Person] = []
    while len(people) < count:
        person = world.person(rng)
        people.append(person)
        if rng.random() < 0.015:
            people.append(person)
    return people[:count]


def _held(sought: list[Person], count: int, world: World, rng: random.Random) -> tuple[list[Person], list[list[int]]]:
    """Everybody on the lists, and for each the registrations that seek her or him."""
    profile = world.profile
    held: list[Person] = []
    owners: list[list[int]] = []
    decoys: list[Person] = []
    at = 0
    while at < len(sought):
        person, seekers = sought[at], [at]
        while at + 1 < len(sought) and sought[at + 1] is person:
            at += 1
            seekers.append(at)
        at += 1
        if rng.random() < profile.true_record:
            records = 2 if rng.random() < profile.second_record else 1
            held += [person] * records
            owners += [seekers] * records
        decoys += _decoys(person, world, rng)
    if len(held) > count:
        raise ValueError(f"{count} detainees have no room for {len(held)} true records")
    rng.shuffle(decoys)
    held += decoys[: count - len(held)]
    while len(held) < count:
        person = world.person(rng)
        held.append(person)
        held += _decoys(person, world, rng)
    held = held[:count]
    return held, owners + [[]] * (count - len(owners))


def _decoys(person: Person, world: World, rng: random.Random) -> list[Person]:
    profile, found = world.profile, []
    if rng.random() < profile.siblings:
        found += [world.sibling(rng, person) for _ in range(rng.choice((1, 1, 2)))]
    if rng.random() < profile.fathers:
        found.append(world.son(rng, person))
    if rng.random() < profile.namesakes:
        found.append(world.namesake(rng, person))
    return found


@dataclass(frozen=True, slots=True)
class _Register:
    table: pa.Table
    ids: list[str]
    habits: list[str]
    damage: dict[str, int]


def _written(side: str, people: list[Person], world: World, seed: int) -> _Register:
    damage = Damage(random.Random(f"{side} {seed} {world.profile.name}"))
    clerk = Clerk(side, world, damage)
    names = (*COMMON, *EXTRA[side])
    habits: list[str] = []
    blocks: list[pa.Table] = []
    for start in range(0, len(people), _BLOCK):
        rows = [clerk.row(person) for person in people[start : start + _BLOCK]]
        habits += [habit for habit, _ in rows]
        columns = zip(*(values for _, values in rows), strict=True)
        blocks.append(pa.table([pa.array(column, pa.string()) for column in columns], names=list(names)))
    order = list(range(len(people)))
    damage.rng.shuffle(order)
    place = [0] * len(order)
    for new, old in enumerate(order):
        place[old] = new
    prefix, width = ("REG" if side == "registrations" else "DET"), max(5, len(str(len(people))))
    table = pa.concat_tables(blocks).take(pa.array(order)).combine_chunks()
    table = table.add_column(0, "external_id", pa.array([f"{prefix}-{at:0{width}}" for at in range(len(order))]))
    return _Register(table, [f"{prefix}-{at:0{width}}" for at in place], habits, dict(sorted(damage.count.items())))


def write(registry: Registry, folder: Path, provenance: dict[str, object]) -> None:
    """Write the three tables and `provenance.json` into the folder, which is made if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("registrations", "detainees", "truth"):
        pq.write_table(getattr(registry, name), folder / f"{name}.parquet")
    text = json.dumps({**provenance, "damage": registry.damage}, ensure_ascii=False, indent=1)
    (folder / "provenance.json").write_text(text + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linkage.generate", description=__doc__.splitlines()[0])
    parser.add_argument("--registrations", type=int, default=5_000)
    parser.add_argument("--detainees", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", choices=sorted(PROFILES), default="usual")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    try:
        registry = generate(options.registrations, options.detainees, options.seed, PROFILES[options.profile])
    except ValueError as error:
        parser.error(str(error))
    provenance = {name: getattr(options, name) for name in ("registrations", "detainees", "seed", "profile")}
    write(registry, options.out, provenance)


if __name__ == "__main__":
    main()
