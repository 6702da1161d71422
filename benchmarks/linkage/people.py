"""Invented people: households, namesakes, fathers and sons, with what is true of each before anyone writes it down."""

from __future__ import annotations

import random
from bisect import bisect
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from math import log

from benchmarks.linkage.profiles import Profile
from benchmarks.linkage.tables import arabic, kurdish, places

_FIRST_EVENT, _LAST_EVENT = date(2012, 1, 1).toordinal(), date(2019, 12, 31).toordinal()
_FASHION = 0.45


@dataclass(frozen=True, slots=True)
class Given:
    """A given name or family name by its reading; ``kurdish`` says in which notation."""

    reading: str
    kurdish: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """What is true of one invented person."""

    people: str  # arab, sorani, kurmanji: which habits the papers of her or his family have
    sex: str
    given: Given
    father: Given
    grandfather: Given
    family: Given | None
    mother: Given
    mother_family: Given | None
    child: Given
    birth: date
    birth_place: int
    nationality: str
    event_place: int
    event: date


class Draw:
    """Draws with very skewed frequencies: the rank r of a table comes with weight 1 / (r + 3) ** skew.

    `fashion` moves the ranks about, so that every world has other frequent names, but none is turned upside down.
    """

    def __init__(self, table: str, skew: float, fashion: random.Random, *, kurdish: bool = False) -> None:
        readings = list(dict.fromkeys(table.split()))
        moved = {reading: log(rank + 3) + fashion.gauss(0, _FASHION) for rank, reading in enumerate(readings)}
        self.items = [Given(reading, kurdish) for reading in sorted(readings, key=moved.__getitem__)]
        self.cumulative = list(accumulate(1 / (rank + 3) ** skew for rank in range(len(self.items))))

    def __call__(self, rng: random.Random) -> Given:
        """One name."""
        return self.items[bisect(self.cumulative, rng.random() * self.cumulative[-1])]


class World:
    """Makes people of one profile; every method takes the source of chance, so that a block can be made again alone."""

    def __init__(self, profile: Profile, seed: int = 1) -> None:
        skew, fashion = profile.skew, random.Random(f"fashion {seed}")
        self.profile = profile
        self.male = Draw(arabic.MALE, skew + 0.3, fashion)
        self.female = Draw(arabic.FEMALE, skew + 0.15, fashion)
        self.nisbas = Draw(arabic.NISBAS, skew, fashion)
        self.houses = Draw(arabic.HOUSES, skew, fashion)
        self.kurdish_male = Draw(kurdish.MALE, skew, fashion, kurdish=True)
        self.kurdish_female = Draw(kurdish.FEMALE, skew, fashion, kurdish=True)
        self.kurdish_families = Draw(kurdish.FAMILIES, skew, fashion, kurdish=True)
        rows = [row.split(";")[0] for row in places.ROWS.strip().splitlines()]
        self.countries = rows
        self.places = list(accumulate(1 / (rank + 6) ** 0.7 for rank in range(len(rows))))

    def place(self, rng: random.Random) -> int:
        """A place by its row in the table."""
        return bisect(self.places, rng.random() * self.places[-1])

    def person(self, rng: random.Random) -> Person:
        """Somebody new, with a household of her or his own."""
        chance = rng.random()
        share = self.profile.kurdish
        people = "sorani" if chance < share * 0.4 else "kurmanji" if chance < share else "arab"
        sex = "female" if rng.random() < 0.22 else "male"
        home = self.place(rng)
        event_place = home if rng.random() < 0.25 else self.place(rng)
        country = self.countries[home]
        if rng.random() < 0.02:
            country = rng.choice(("TR", "TN", "MA", "DE", "FR", "IR", "JO", "LB", "NL", "RU"))
        return Person(
            people=people,
            sex=sex,
            given=self.name(rng, people, sex),
            father=self.name(rng, people, "male", older=True),
            grandfather=self.name(rng, people, "male", older=True),
            family=None if rng.random() < self.profile.no_family else self.family(rng, people),
            mother=self.name(rng, people, "female", older=True),
            mother_family=self.family(rng, people),
            child=self.name(rng, people, "male"),
            birth=date(2004 - int(abs(rng.gauss(0, 1)) * 17), 1, 1) + timedelta(days=rng.randrange(365)),
            birth_place=home,
            nationality=country,
            event_place=event_place,
            event=date.fromordinal(rng.randrange(_FIRST_EVENT, _LAST_EVENT)),
        )

    def name(self, rng: random.Random, people: str, sex: str, *, older: bool = False) -> Given:
        """A given name; Kurds have Arabic names too, their parents more often."""
        if people != "arab" and rng.random() < (0.35 if older else 0.6):
            return (self.kurdish_male if sex == "male" else self.kurdish_female)(rng)
        if people == "arab" and rng.random() < 0.004:
            return self.kurdish_male(rng) if sex == "male" else self.kurdish_female(rng)
        return self.male(rng) if sex == "male" else self.female(rng)

    def family(self, rng: random.Random, people: str) -> Given:
        """A tribe, a place of origin, a trade, or the name of an ancestor."""
        chance = rng.random()
        if people != "arab" and chance < 0.75:
            return self.kurdish_families(rng)
        if chance < 0.87:
            return self.nisbas(rng)
        return self.houses(rng) if chance < 0.94 else self.male(rng)

    def sibling(self, rng: random.Random, person: Person) -> Person:
        """Another child of the same parents, often of the same place and sometimes of the same event."""
        sex = person.sex if rng.random() < 0.75 else ("male" if person.sex == "female" else "female")
        other = self._life(rng, person, sex=sex, given=self.name(rng, person.people, sex))
        apart = timedelta(days=rng.choice((-1, 1)) * rng.randrange(330, 3600))
        return replace(other, birth=person.birth + apart)

    def son(self, rng: random.Random, person: Person) -> Person:
        """A son of this person: the names move up by one."""
        mother = self.name(rng, person.people, "female")
        family = person.mother_family if rng.random() < 0.3 else self.family(rng, person.people)
        older = person.father if person.sex == "female" else person.given
        chain = {"given": person.child, "father": older, "grandfather": person.father}
        other = self._life(rng, person, sex="male", mother=mother, mother_family=family, **chain)
        return replace(other, birth=person.birth + timedelta(days=rng.randrange(7000, 13000)))

    def namesake(self, rng: random.Random, person: Person) -> Person:
        """Somebody else who has the first names of this person and nothing more by necessity."""
        other = self.person(rng)
        family = person.family if rng.random() < 0.4 else other.family
        grandfather = person.grandfather if rng.random() < 0.25 else other.grandfather
        return replace(
            other,
            people=person.people,
            sex=person.sex,
            given=person.given,
            father=person.father,
            grandfather=grandfather,
            family=family,
        )

    def _life(self, rng: random.Random, person: Person, **changes: object) -> Person:
        together = rng.random() < 0.35
        own = {
            "child": self.name(rng, person.people, "male"),
            "event": person.event if together else date.fromordinal(rng.randrange(_FIRST_EVENT, _LAST_EVENT)),
            "event_place": person.event_place if together else self.place(rng),
            "birth_place": person.birth_place if rng.random() < 0.9 else self.place(rng),
        }
        return replace(person, **{**own, **changes})  # type: ignore[arg-type]
