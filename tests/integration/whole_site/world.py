"""People, lists, reports and judgements made by the real services, every word about a person a canary."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle
from uuid import uuid4

from django.db import models

from portal.accounts.enums import Role
from portal.accounts.models import CodeRecovery
from portal.accounts.services.holders import create_holder, set_safe_word
from portal.accounts.services.recovery import request_recovery
from portal.accounts.services.sign_in_names import set_sign_in_name
from portal.audit.actors import SYSTEM, Actor
from portal.confidential.keyring import create_data_key
from portal.core.columns import DETAINEE_COLUMNS, REGISTRATION_COLUMNS
from portal.core.tables import read_table
from portal.detainees.models import Batch, DetaineeRecord
from portal.detainees.services import check_batch, choose_columns, get_or_create_source, import_batch, read_list
from portal.figures.models import PublicFigures
from portal.matching.models import CandidatePair, Correction, ExportRequest, OfficeFigures, RecordCheck, Talk
from portal.matching.services.checking import open_check
from portal.matching.services.correcting import request_correction
from portal.matching.services.judging import judge
from portal.notifications.enums import ChannelKind
from portal.notifications.services.channels import set_channel
from portal.notifications.services.staff_addresses import set_address
from portal.organizations.models import Organization, Recipient
from portal.referrals.enums import Part
from portal.referrals.models import Extract, Transmission
from portal.registry.enums import Risk
from portal.registry.models import (
    CaseLink,
    CaseNote,
    CaseTask,
    FileOpening,
    HeardPlace,
    Registration,
    SealedNote,
    Team,
    Testimony,
)
from portal.registry.services.amendments import amend
from portal.registry.services.closing import grade_risk
from portal.registry.services.drafts import save_answers, start_draft
from portal.registry.services.holds import place_hold
from portal.registry.services.imports import import_registrations
from portal.registry.services.messages import write_as_family, write_as_staff
from portal.registry.services.openings import open_in_emergency
from portal.registry.services.submission import submit_draft
from portal.registry.services.unsent import keep_unsent
from portal.support.models import Report, ReportKind
from portal.support.services import submit_report
from tests.answers import stored
from tests.factories.casework import make_case_link, make_note, make_owned, make_task
from tests.factories.exports import asked
from tests.factories.extracts import make_extract
from tests.factories.figures import make_office_figures, make_public_figures
from tests.factories.helping import make_testimony
from tests.factories.matching import make_detainee
from tests.factories.organizations import make_organization
from tests.factories.proceedings import make_proceeding
from tests.factories.recipients import asked_about, make_given, make_recipient, make_transmission
from tests.factories.staff import StaffFactory
from tests.factories.teams import make_team_of
from tests.factories.telling import decided, planned, tell
from tests.factories.trained import make_sealed, make_trained

from .addresses import Address
from .canaries import Canaries

LANGUAGES = ("ar", "ckb", "ku", "en")
_WORDS = {
    "full_name", "given_name", "father_name", "grandfather_name", "family_name", "kunya", "mother_name",
    "birth_place", "event_place", "facility", "source_note",
}  # fmt: skip


# What the key in an address is of, by how the address begins. Every other address is asked with every key.
ABOUT: dict[str, type[models.Model]] = {
    "office/corrections/": Correction,
    "office/emergencies/": FileOpening,
    "office/exports/": ExportRequest,
    "office/extracts/": Extract,
    "office/figures/public/": PublicFigures,
    "office/figures/": OfficeFigures,
    "office/files/": Registration,
    "office/given/": Transmission,
    "office/lists/": Batch,
    "office/organizations/": Organization,
    "office/pairs/": CandidatePair,
    "office/recipients/": Recipient,
    "office/record-checks/": RecordCheck,
    "office/records/": DetaineeRecord,
    "office/recovery/": CodeRecovery,
    "office/reports/": Report,
    "office/sealed/": SealedNote,
    "office/talks/": Talk,
    "office/tasks/": CaseTask,
    "office/teams/": Team,
}


@dataclass
class World:
    """`canaries` must stay inside; `values` fill the parts of addresses; `sealed` are words by their note.

    `about` are the keys of the rows in ABOUT and one of none, by how their addresses begin.
    """

    canaries: Canaries
    values: dict[str, list[str]] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    sealed: dict[str, str] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)
    about: dict[str, list[str]] = field(default_factory=dict)

    def fitting(self, address: Address) -> dict[str, list[str]]:
        """The values for an address that may answer: where its row is known, keys of other rows are left out."""
        for beginning, keys in self.about.items():
            if address.form.startswith(beginning):
                return {**self.values, "uuid": keys}
        return self.values


def build(rows: int = 1) -> World:
    """Make the world, with so many rows of each language in the files of organizations. Needs both databases."""
    world = World(Canaries())
    for language in LANGUAGES:
        _family(world, language)
    organization = make_organization(slug="two-rivers")
    table = read_table(_file(world.canaries, REGISTRATION_COLUMNS, rows), max_bytes=10**6)
    import_registrations(table=table, organization=organization, actor=SYSTEM)
    batch = _list(world.canaries, rows)
    pair = _judged_pair(world.canaries)
    note = make_sealed(
        Registration.objects.get(reference=world.references[0]), world.canaries.name("ar"), by=make_trained()
    )
    world.sealed[str(note.pk)] = world.canaries.all[-1]
    world.keys.append(str(note.pk))
    _reports(world)
    note, link = _work(world)
    world.keys.append(str(asked().pk))
    world.keys += [str(_emergency(world).pk), str(make_team_of(StaffFactory(role=Role.CASEWORKER), language="ku").pk)]
    world.keys += [str(one.pk) for one in _givings()]
    world.keys.append(str(_extract(world.canaries).pk))
    world.keys += [str(make_office_figures().pk), str(make_public_figures().pk)]
    world.keys.append(str(_helped(world.canaries).pk))
    world.keys += [str(one.pk) for one in _tellings(world.canaries)]
    proceeding = make_proceeding(slug="bab-al-nahr")
    world.keys += [str(row.pk) for row in (batch, pair, organization, proceeding, DetaineeRecord.objects.first())]
    world.values = {
        "uuid": [*world.keys, str(uuid4())],
        "reference": [*world.references, "SR-2222-2222"],
        "slug": ["bab-al-nahr", "nothing-here"],
        "step_number": [str(number) for number in range(17)],
        "number": [str(number) for number in range(17)],
        "heard": [str(HeardPlace.objects.values_list("pk", flat=True)[0])],
        "note": [str(note.pk)],
        "link": [str(link.pk)],
        "kind": [*ReportKind.values, *ChannelKind.values],
        "purpose": ["contact", "compare", "trials", "statistics", "all"],
        "about": ["age", "nationality", "checked", "nothing"],
        "style": ["plain", "discreet"],
        "question": ["applicant", "reach", "parts", "stays", "consent", "nothing"],
        "form": ["csv", "xlsx", "nothing"],
        "act": ["ask", "approve", "refuse", "withdraw", "nothing"],
        "wish": ["alive", "talk", "stop"],
        "int": ["1", "9" * 30],
        "str": ["1"],
        "path": [""],
    }
    for beginning, model in ABOUT.items():
        world.about[beginning] = [*_keys_of(model, world.keys), str(uuid4())]
    return world


def _keys_of(model: type[models.Model], keys: list[str]) -> list[str]:
    found = {str(key) for key in model._default_manager.filter(pk__in=keys).values_list("pk", flat=True)}
    assert found, f"no row of {model.__name__} in the world"
    return [key for key in keys if key in found]


def _work(world: World) -> tuple[CaseNote, CaseLink]:
    """What colleagues wrote on the first family's file."""
    words = world.canaries
    first, other = (Registration.objects.get(reference=reference) for reference in world.references[:2])
    make_owned(first, note=words.name("ku"))
    set_address(user=StaffFactory(role=Role.AUDITOR), value=words.email(), wants_tasks=True)
    task = make_task(first, words=words.name("ckb"))
    grade_risk(registration=first, grade=Risk.HIGH, basis=words.name("ar"), user=StaffFactory(role=Role.CASEWORKER))
    world.keys.append(str(task.pk))
    return make_note(first, words.name("en")), make_case_link(first, other)


def _emergency(world: World) -> FileOpening:
    """Somebody opened the first family's file in an emergency, and said why."""
    file = Registration.objects.get(reference=world.references[0])
    return open_in_emergency(
        registration=file, words=world.canaries.name("ar"), user=StaffFactory(role=Role.CASEWORKER)
    )


def _family(world: World, language: str) -> None:
    words = world.canaries
    holder, code = create_holder(language=language, actor=SYSTEM)
    actor = Actor.holder(holder.pk)
    set_safe_word(holder=holder, safe_word=words.word(language), actor=actor)
    for is_sent in (True, False):
        draft = start_draft(holder=holder, language=language, actor=actor)
        draft = save_answers(draft=draft, answers=_answers(words, language), language=language, actor=actor)
        world.keys.append(str(draft.pk))
        if is_sent:
            registration = submit_draft(draft=draft, actor=actor)
            world.references.append(registration.reference)
            world.keys.append(str(registration.pk))
    amend(registration=registration, question="where", answers=_where(words, language), actor=actor)
    write_as_family(registration=registration, words=words.name(language), actor=actor)
    keep_unsent(registration=registration, place="message", typed={"words": [words.name(language)]})
    supervisor = Actor.staff(StaffFactory(role=Role.SUPERVISOR).pk)
    write_as_staff(registration=registration, words=words.name(language), actor=supervisor)
    place_hold(registration=registration, reason=words.name(language), actor=supervisor)
    set_channel(holder=holder, kind="email", value=words.email(), note=words.name(language), actor=actor)
    phrase = " ".join(words.word(language) for _word in range(3))
    set_sign_in_name(holder=holder, name=words.email(), phrase=phrase, app_secret="", actor=actor)
    world.codes.append(code)
    world.keys.append(str(holder.pk))


def _answers(words: Canaries, language: str) -> dict[str, dict]:
    return stored() | {
        "applicant": {"kind": "relative", "name": words.name(language)},
        "reach": {"wish": "call", "value": words.phone(), "note": words.name(language)},
        "relationship": {"relationship": "other", "words": words.name(language)},
        "name": {"full": words.name(language)},
        "parts": {
            "given": words.word(language),
            "father": words.word(language),
            "mother": words.word(language),
            "kunya": words.word(language),
            "birth_place": words.word(language),
        },
        "when": {"knowledge": "known", "words": words.name(language)},
        "where": _where(words, language),
        "parties": {"parties": ["isis"], "words": words.name(language)},
        "stays": {"rows": [{"number": 1, "words": words.name(language), "began": "2015"}], "last": 1},
        "belief": {"belief": "unknown", "knowledge": "unknown"},
    }


def _where(words: Canaries, language: str) -> dict:
    return {"knowledge": "known", "words": words.name(language)}


def _givings() -> list[Recipient | Transmission]:
    """One family was asked about a court, one has agreed and was given away, and one waits for a second person."""
    families = Registration.objects.exclude(holder=None).order_by("submitted_at")
    court, lawyer = make_recipient("court", imposes_death_penalty=True, has_risk=True), make_recipient("lawyer")
    asked_about(families[0], court)
    return [court, lawyer, make_given(families[0], lawyer), make_transmission(families[1], court)]


def _extract(words: Canaries) -> Extract:
    """A table of all families that agree, with every column, which waits for a second person."""
    return make_extract(parts=[*Part.values], words=words.name("ckb"))


def _helped(words: Canaries) -> Testimony:
    """A mother agreed for her child, as a helper heard it; the draft is not sent."""
    heard = {"authority": "parent", "speaker": words.name("ku"), "birth_year": "2015"}
    return make_testimony(person_name=words.name("ku"), read_aloud_by=words.name("ckb"), **heard)


def _rows(words: Canaries, columns: tuple[str, ...], count: int) -> list[dict[str, str]]:
    fixed = {"sex": "male", "birth_date": "1987", "event_date": "2014-08", "nationality": "IQ", "kind": "missing"}
    rows = []
    for number, language in enumerate(LANGUAGES * count):
        row = {column: words.word(language) if column in _WORDS else fixed.get(column, "") for column in columns}
        rows.append(row | {"external_id": f"W-{number}"})
    return rows


def _file(words: Canaries, columns: tuple[str, ...], rows: int) -> bytes:
    file = io.StringIO()
    writer = csv.DictWriter(file, columns)
    writer.writeheader()
    writer.writerows(_rows(words, columns, rows))
    # A row without a number is rejected, and is personal all the same.
    writer.writerow({"full_name": words.name("ar")})
    return file.getvalue().encode()


def _list(words: Canaries, rows: int) -> Batch:
    source = get_or_create_source(name="Ministry of lists", actor=SYSTEM)
    content = _file(words, DETAINEE_COLUMNS, rows)
    batch = read_list(content=content, source=source, label="one", received_on=date(2026, 1, 2), actor=SYSTEM)
    batch = choose_columns(batch=batch, mapping=batch.mapping, actor=SYSTEM)
    return import_batch(batch=check_batch(batch=batch, actor=SYSTEM), actor=SYSTEM)


def _judged_pair(words: Canaries) -> CandidatePair:
    reviewer = StaffFactory(role=Role.REVIEWER)
    pair = CandidatePair.objects.create(
        key_id=create_data_key(purpose="pair"),
        registration=Registration.objects.exclude(holder=None).first(),
        detainee=DetaineeRecord.objects.first(),
        weight=9.5,
        probability=0.98,
        model_version="1",
        reasons=[
            {
                "field": "given",
                "level_code": "name.given.same",
                "weight": 5,
                "left": words.word("ar"),
                "right": words.word("ckb"),
            }
        ],
    )
    judge(
        pair=pair,
        verdict="same",
        role="same_person",
        reason=words.name("ar"),
        user=reviewer,
        actor=Actor.staff(reviewer.pk),
    )
    return pair


def _tellings(words: Canaries) -> list[Talk | Correction | RecordCheck | CandidatePair]:
    """A family was told and somebody says that it was wrong; another record is held."""
    who = StaffFactory(role=Role.SUPERVISOR)
    actor = Actor.staff(who.pk)
    talk = tell(planned(decided(words=words.name("ku")), support=words.name("ar")), notes=words.name("ckb"))
    wrong = request_correction(disclosure=talk.disclosure, reason=words.name("ar"), user=who, actor=actor)
    held = make_detainee(words.name("ar"))
    check = open_check(record_of=held, reason=words.name("en"), report=None, user=who, actor=actor)
    return [talk, wrong, check, talk.disclosure.pair]


def _reports(world: World) -> None:
    words = world.canaries
    for kind, language in zip(ReportKind.values, cycle(LANGUAGES), strict=False):
        report = submit_report(
            kind=kind,
            language=language,
            words=words.name(language),
            reach=words.phone(),
            reference=world.references[0],
            token=uuid4(),
        )
        world.keys.append(str(report.pk))
    holder, _code = create_holder(language="ar", actor=SYSTEM)
    spoken = words.word("ar")
    set_safe_word(holder=holder, safe_word=spoken, actor=SYSTEM)
    caseworker = StaffFactory(role=Role.CASEWORKER)
    world.keys.append(str(request_recovery(holder=holder, spoken=spoken, actor=Actor.staff(caseworker.pk)).pk))
