"""One person as one register has her or him: a habit of writing, a layout of columns, and what went wrong."""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import cache

from benchmarks.linkage.damage import Damage
from benchmarks.linkage.people import Given, Person, World
from benchmarks.linkage.profiles import Profile
from benchmarks.linkage.spelling import ARABIC_SCRIPT, HABITS, VARIANTS, variants
from benchmarks.linkage.tables import places

COMMON = (
    *("full_name", "given_name", "father_name", "grandfather_name", "family_name", "kunya", "mother_name", "sex"),
    *("birth_date", "birth_place", "nationality", "event_place", "event_date"),
)
"""Columns of both sides after ``external_id``."""
EXTRA = {"registrations": ("kind", "relationship"), "detainees": ("facility", "legal_status", "source_note")}

_PAPERS = {
    "registrations": {
        "arab": ("ar", 0.75),
        "sorani": ("ckb", 0.62),
        "kurmanji": (("ku", "ku_plain", "ar", "badini"), 0.68),
    },
    "detainees": {
        "arab": ("ar", 0.78),
        "sorani": (("ckb", "ckb", "ar"), 0.72),
        "kurmanji": (("ar", "ar", "badini", "ku", "ckb"), 0.74),
    },
}
_FOREIGN = ("en", "en", "en", "de", "fr", "tr")
_RELATIONSHIPS = ("mother", "father", "wife", "husband", "brother", "sister", "son", "daughter", "cousin", "uncle")
_STATUSES = ("unknown", "held_without_charge", "charged", "sentenced", "")
_NOTES = ("", "", "", "scan, second page", "قائمة بخط اليد", "list read out to relatives", "لیستی گواستنەوە")
_BIN = {"ar": "بن", "ckb": "کوڕی", "badini": "کورێ", "ku": "kurê", "ku_plain": "kure", "en": "bin", "fr": "ben"}
_ABU = {
    "ar": ("أبو ", "ابو "),
    "ckb": ("ئەبو ", "ئەبوو ", "باوکی "),
    "badini": ("ئەبو ", "بابێ ", "ابو "),
    "ku": ("Ebû ", "Bavê "),
    "ku_plain": ("Ebu ", "Bave "),
    "en": ("Abu ", "Abu-", "Abou "),
    "fr": ("Abou ", "Abu "),
    "de": ("Abu ",),
    "tr": ("Ebu ",),
}
_UMM = {
    "ar": ("أم ", "ام "),
    "ckb": ("ئوم ", "دایکی "),
    "badini": ("ئوم ", "دایکا "),
    "ku": ("Um ", "Diya "),
    "ku_plain": ("Um ", "Diya "),
    "en": ("Umm ", "Um ", "Om "),
    "fr": ("Oum ", "Oumm "),
    "de": ("Umm ", "Um "),
    "tr": ("Ümmü ", "Um "),
}
_TITLES = {
    "ar": ("الحاج ", "الشيخ ", "د. ", "ملا "),
    "ckb": ("حاجی ", "شێخ ", "مامۆستا ", "مەلا "),
    "badini": ("حەجی ", "شێخ ", "مەلا "),
    "ku": ("Hecî ", "Şêx ", "Mele ", "Heval "),
    "ku_plain": ("Heci ", "Sex ", "Mele ", "Heval "),
    "en": ("Haji ", "Sheikh ", "Dr. ", "Mulla "),
    "fr": ("Hadj ", "Cheikh "),
    "de": ("Hadschi ", "Dr. "),
    "tr": ("Haci ", "Şeyh "),
}


class Clerk:
    """Writes the rows of one register."""

    def __init__(self, side: str, world: World, damage: Damage) -> None:
        self.side = side
        self.world = world
        self.profile: Profile = world.profile
        self.damage = damage
        self.rng: random.Random = damage.rng

    def habit(self, person: Person) -> str:
        """The writing habit of this document."""
        rng = self.rng
        if rng.random() < self.profile.foreign_paper:
            return rng.choice(_FOREIGN)
        usual, share = _PAPERS[self.side][person.people]
        if rng.random() >= share:
            return rng.choice(HABITS) if rng.random() < 0.3 else "ar"
        return usual if isinstance(usual, str) else rng.choice(usual)

    def row(self, person: Person) -> tuple[str, tuple[str, ...]]:
        """The habit, and the values of `COMMON` and of the side's `EXTRA` columns; nothing known is an empty string."""
        habit = self.habit(person)
        shout = habit not in ARABIC_SCRIPT and self.damage.happens("case.upper", self.profile.upper * 0.4)
        names = self._names(person, habit, shout)
        kunya = self._kunya(person, habit) if self.damage.happens("kunya", self.profile.kunya) else ""
        if self.damage.happens("kunya_only", self.profile.kunya_only):
            names = (f"{self._kunya(person, habit)} {self._family(person, habit)}".strip(), "", "", "", "")
        values = (
            *names,
            kunya,
            self._mother(person, habit, shout),
            self._sex(person),
            self._birth(person),
            self._place(person.birth_place, habit, shout),
            self._nationality(person),
            self._place(person.event_place, habit, shout),
            self._event(person),
        )
        return habit, values + self._extra()

    # --- names -----------------------------------------------------------------------------------------------------
    def _word(self, name: Given, habit: str, shout: bool, family: bool = False) -> str:
        rng, damage, profile = self.rng, self.damage, self.profile
        word = variants(name.reading, habit, name.kurdish, family)[int(rng.random() * VARIANTS)]
        if damage.happens("typo", profile.typo):
            word = damage.typo(word)
        if habit in ARABIC_SCRIPT:
            return damage.keyboard(word, habit, profile.dotless, profile.alien_keyboard)
        if shout or damage.happens("case.word", profile.upper * 0.5):
            return word.upper()
        return word.lower() if damage.happens("case.lower", profile.upper * 0.3) else word

    def _family(self, person: Person, habit: str) -> str:
        return self._word(person.family, habit, False, True) if person.family else ""

    def _names(self, person: Person, habit: str, shout: bool) -> tuple[str, str, str, str, str]:
        given = self._word(person.given, habit, shout)
        father = self._word(person.father, habit, shout)
        grandfather = self._word(person.grandfather, habit, shout)
        family = self._word(person.family, habit, shout, True) if person.family else ""
        if self.damage.happens("part.dropped", self.profile.drop):
            father, grandfather, family = self._dropped(father, grandfather, family)
        fields = self._order([given, father, grandfather, family])
        full = " ".join(part for part in fields if part)
        if family and fields[3] == family and self.damage.happens("order.family_first", self.profile.rotate * 0.6):
            full = " ".join(part for part in (family, *fields[:3]) if part)
        if habit in _BIN and father and self.damage.happens("particle.son", 0.015):
            full = full.replace(f"{given} {father}", f"{given} {_BIN[habit]} {father}")
        if self.damage.happens("title", 0.012):
            full = self.rng.choice(_TITLES[habit]) + full
        return self._layout(full, fields)

    def _dropped(self, father: str, grandfather: str, family: str) -> tuple[str, str, str]:
        chance = self.rng.random()
        if chance < 0.5 or not family:
            return father, "", family
        if chance < 0.72:
            return father, grandfather, ""
        if chance < 0.82:
            return "", grandfather, family
        if chance < 0.9:
            self.damage.count["part.shifted"] += 1
            return grandfather, "", family
        return (father, "", "") if chance < 0.95 else ("", "", family)

    def _order(self, fields: list[str]) -> list[str]:
        given, father, grandfather, family = fields
        if not self.damage.happens("order.fields", self.profile.rotate):
            return fields
        chance = self.rng.random()
        if chance < 0.4 and family:
            self.damage.count["order.rotated"] += 1
            rest = [part for part in (given, father, grandfather) if part]
            return [family, *rest[:-1], *[""] * (3 - len(rest)), rest[-1]]
        if chance < 0.6 and family:
            self.damage.count["order.given_family"] += 1
            return [family, father, grandfather, given]
        if chance < 0.8 and father:
            self.damage.count["order.given_father"] += 1
            return [father, given, grandfather, family]
        if father and grandfather:
            self.damage.count["order.father_grandfather"] += 1
            return [given, grandfather, father, family]
        return fields

    def _layout(self, full: str, fields: list[str]) -> tuple[str, str, str, str, str]:
        profile, rng, count = self.profile, self.rng, self.damage.count
        chance = rng.random()
        given, father, grandfather, family = fields
        if chance < profile.full_only:
            count["layout.full_only"] += 1
            return full, "", "", "", ""
        shown = full
        if chance < profile.full_only + profile.fields_only:
            count["layout.fields_only"] += 1
            shown = ""
        if not self.damage.happens("layout.run_together", profile.run_together):
            return shown, given, father, grandfather, family
        kind = rng.random()
        if kind < 0.35:
            count["layout.all_in_given"] += 1
            return shown, full, "", "", ""
        if kind < 0.75 and father:
            count["layout.two_in_given"] += 1
            return shown, f"{given} {father}", "", grandfather, family
        count["layout.two_in_father"] += 1
        return shown, given, f"{father} {grandfather}".strip(), "", family

    def _kunya(self, person: Person, habit: str) -> str:
        child = person.child if self.rng.random() < 0.8 else self.world.male(self.rng)
        particle = self.rng.choice((_ABU if person.sex == "male" else _UMM)[habit])
        return particle + self._word(child, habit, False)

    def _mother(self, person: Person, habit: str, shout: bool) -> str:
        if self.rng.random() >= self.profile.mother:
            return ""
        mother = self._word(person.mother, habit, shout)
        if not person.mother_family or self.damage.happens("mother.partly", self.profile.mother_alone):
            return mother
        return f"{mother} {self._word(person.mother_family, habit, shout, True)}"

    # --- the rest --------------------------------------------------------------------------------------------------
    def _sex(self, person: Person) -> str:
        if self.rng.random() < self.profile.sex_unknown:
            return self.rng.choice(("unknown", "unknown", ""))
        if self.damage.happens("sex.wrong", self.profile.sex_wrong):
            return "male" if person.sex == "female" else "female"
        return person.sex

    def _birth(self, person: Person) -> str:
        rng, damage, profile = self.rng, self.damage, self.profile
        if rng.random() < profile.birth_missing:
            return ""
        year, month, day = person.birth.year, person.birth.month, person.birth.day
        if damage.happens("birth.year", profile.year_wrong):
            year += rng.choice((-3, -2, -1, -1, 1, 1, 2, 3))
        elif damage.happens("birth.decade", profile.decade_wrong):
            year += rng.choice((-10, 10))
        chance = rng.random()
        if chance < 0.5:
            return str(year)
        if chance < 0.66:
            damage.count["birth.approximate"] += 1
            return f"{year}~"
        if chance < 0.74:
            damage.count["birth.first_january"] += 1
            return f"{year}-01-01"
        if chance < 0.77:
            return f"{year}-{month:02}"
        if day <= 12 and damage.happens("birth.day_month", 0.08):
            month, day = day, month
        return f"{year}-{month:02}-{28 if (month, day) == (2, 29) else day:02}"

    def _place(self, place: int, habit: str, shout: bool) -> str:
        rng, damage, profile = self.rng, self.damage, self.profile
        if rng.random() < profile.place_missing:
            return ""
        if damage.happens("place.wrong", profile.place_wrong):
            place = self.world.place(rng)
        if damage.happens("place.other_habit", profile.place_abroad):
            habit = rng.choice(HABITS)
        word = rng.choice(place_words(place, habit))
        if damage.happens("typo.place", profile.typo):
            word = damage.typo(word)
        if shout or (habit not in ARABIC_SCRIPT and rng.random() < profile.upper * 0.5):
            return word.upper()
        return damage.keyboard(word, habit, profile.dotless, profile.alien_keyboard)

    def _nationality(self, person: Person) -> str:
        chance = self.rng.random()
        if chance < 0.15:
            return ""
        if self.damage.happens("nationality.wrong", self.profile.nationality_noise):
            return self.rng.choice(("IQ", "SY"))
        return person.nationality

    def _event(self, person: Person) -> str:
        rng, profile = self.rng, self.profile
        if rng.random() < profile.event_missing:
            return ""
        day = person.event
        if self.damage.happens("event.far", profile.event_far):
            day += timedelta(days=rng.randrange(-500, 900))
        elif self.side == "detainees":
            later = rng.random() < 0.3
            self.damage.count["event.later"] += later
            day += timedelta(days=rng.randrange(10, 420) if later else rng.randrange(-2, 15))
        elif self.damage.happens("event.month", 0.2):
            day += timedelta(days=rng.randrange(-45, 45))
        return _month(day) if rng.random() < 0.35 else day.isoformat()

    def _extra(self) -> tuple[str, ...]:
        rng = self.rng
        if self.side == "registrations":
            return "missing", rng.choice(_RELATIONSHIPS)
        facility = rng.choice(places.FACILITIES) if rng.random() < 0.6 else ""
        return facility, rng.choice(_STATUSES), rng.choice(_NOTES)


def _month(day: date) -> str:
    return f"{day.year}-{day.month:02}"


@cache
def place_words(place: int, habit: str) -> tuple[str, ...]:
    """What writers of this habit call the place in that row of the table."""
    row = places.ROWS.strip().splitlines()[place].split(";")[1].split("|")
    column = {"ar": 0, "ckb": 1, "badini": 1, "ku": 2, "ku_plain": 2, "en": 3, "fr": 4, "de": 5, "tr": 6}[habit]
    words = tuple(word.strip() for word in row[column].split(","))
    if habit == "ku_plain":
        return tuple(word.translate(str.maketrans("êîûçşÊÎÛÇŞ", "eiucsEIUCS")) for word in words)
    return words
