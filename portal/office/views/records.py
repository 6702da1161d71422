"""One detained person as all sources tell it, and what people enter beside it (floor 7). Being listed is not guilt."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View

from portal.accounts.permissions import has_role
from portal.detainees.access import LIST_READERS, READERS, is_hidden_from
from portal.detainees.claims import side_by_side
from portal.detainees.custody import time_line
from portal.detainees.entry_forms import AnswerForm, CustodyForm, StatementForm
from portal.detainees.enums import StatementAbout
from portal.detainees.models import CustodyEntry, DetaineeRecord, SourceAnswer, Statement
from portal.detainees.models.entries import Entry
from portal.detainees.readings import Claimed, claimed_by
from portal.detainees.services.entering import (
    CorrectedAlready,
    enter_answer,
    enter_custody,
    enter_statement,
    take_back,
)
from portal.detainees.sharing import sharing
from portal.detainees.standing import combined, standings
from portal.detainees.statements import by_subject, last_checked
from portal.matching.persons import access_person
from portal.matching.sittings import purpose_of_sitting
from portal.office.permissions import RolesMixin

from .came_from import came_from


class RecordView(RolesMixin, View):
    """The claims of all sources side by side, the time line, and what people stated."""

    roles = frozenset(READERS)

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Show the record with those that people judged to be the same person."""
        records = access_person(key, user=request.user, purpose=purpose_of_sitting(request.user))
        record = records[0]
        claimed = claimed_by(records)
        rows = [claimed[one.pk] for one in records]
        context = {
            "current": "search",
            **came_from(request),
            "record": record,
            "others": records[1:],
            "name": _name_of(record, rows[0]),
            "fields": side_by_side(rows),
            "events": time_line(rows, records),
            "standing": combined(standings(records).values()),
            "subjects": by_subject(records),
            "checked": last_checked(records),
            "rules": [(one, sharing(one)) for one in records],
            "answers": SourceAnswer.objects.filter(record__in=records).in_order(),
            "asks_sources": has_role(request.user, *LIST_READERS),
        }
        return render(request, "office/records/detail.html", context)


def _name_of(record: DetaineeRecord, rows: Sequence[Claimed]) -> str:
    """As the last list that still holds writes it; of a record whose lists were taken back, as the last one did."""
    if rows:
        return rows[-1].full_name
    name = record.names.order_by("-is_primary", "pk").first()
    return name.full_as_written if name else ""


def said_before(older: Entry | None, names: Sequence[str]) -> dict:
    """What an older row says, to begin its correction with; the reason is always written anew."""
    return {name: getattr(older, name) for name in names} if older else {}


class _EntryView(RolesMixin, View, ABC):
    """A form that writes one row; with `corrects` in the address it writes the row that corrects an older one."""

    roles = frozenset(READERS)
    model: type[CustodyEntry] | type[Statement] | type[SourceAnswer]

    def get(self, request: HttpRequest, key: UUID, **kwargs: str) -> HttpResponse:
        """The empty form, or the older row to correct."""
        record = access_person(key, user=request.user, purpose="entry")[0]
        return self.page(request, record, self.form(None, self.older(record)))

    def post(self, request: HttpRequest, key: UUID, **kwargs: str) -> HttpResponse:
        """Save, or say what is missing with everything typed still there."""
        record = access_person(key, user=request.user, purpose="entry")[0]
        older = self.older(record)
        form = self.form(request.POST, older)
        is_valid = form.is_valid()
        try:
            if older is not None and "withdraw" in request.POST:
                # To take something back only the reason has to be right.
                if basis := form.cleaned_data.get("basis"):
                    take_back(entry=older, basis=basis, user=request.user)
                    return self.done(request, record, _("Taken back. What was said before stays in the history."))
                if "basis" not in form.errors:
                    form.add_error("basis", _("Please say why it is taken back."))
            elif is_valid:
                self.save(form, record=record, corrects=older, user=request.user)
                return self.done(request, record, _("Saved"))
        except CorrectedAlready:
            form.add_error(None, _("Somebody else has corrected this already. Nothing was saved."))
            return self.page(request, record, form, status=409)
        return self.page(request, record, form, status=422)

    def done(self, request: HttpRequest, record: DetaineeRecord, words: str) -> HttpResponse:
        """Back to the record, or to the day where what was entered has sealed it to who entered it."""
        if is_hidden_from(request.user, record):
            messages.success(request, _("Saved. The record is sealed now: only people named for it open it."))
            return redirect("office:day")
        messages.success(request, words)
        return redirect("office:record", key=record.pk)

    def older(self, record: DetaineeRecord):
        """The row that is to be corrected. Raises Http404 where it is none of this record."""
        asked = self.request.GET.get("corrects", "")
        if not asked:
            return None
        try:
            found = self.model._default_manager.filter(record=record, pk=UUID(asked)).first()
        except ValueError:
            found = None
        if found is None:
            raise Http404
        return found

    @abstractmethod
    def form(self, data, older):
        """The form of this kind of row."""

    @abstractmethod
    def save(self, form, **kwargs) -> None:
        """Write the row."""

    def page(self, request: HttpRequest, record: DetaineeRecord, form, status: int = 200) -> HttpResponse:
        """The form with what it is about."""
        older = self.older(record)
        context = {
            "current": "search",
            "record": record,
            "form": form,
            "title": self.title(),
            "older": older,
            "hint": self.hint(),
        }
        return render(request, "office/records/entry.html", context, status=status)

    @abstractmethod
    def title(self) -> str:
        """What is entered."""

    def hint(self) -> str:
        """What to mind, if anything."""
        return ""


class CustodyView(_EntryView):
    """Something that happened in custody."""

    model = CustodyEntry

    def form(self, data, older):
        """Kind, date as said, place and who says so."""
        names = ("kind", "date", "place", "said_by", "source", "facility")
        return CustodyForm(data, initial=said_before(older, names), is_correction=older is not None)

    def save(self, form, **kwargs) -> None:
        """Enter it, whatever the order."""
        enter_custody(**kwargs, **form.cleaned_data)

    def title(self) -> str:
        """What is entered."""
        return _("What happened in custody")

    def hint(self) -> str:
        """Nothing is refused for its order."""
        return _("An order of events that is impossible is kept and marked, so that somebody asks the sources.")


class StatementView(_EntryView):
    """A statement about status, nationality, age, danger or rights, or a new look at the record."""

    model = Statement

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        """Only subjects that there are."""
        if kwargs["about"] not in StatementAbout.values:
            raise Http404
        self.about = StatementAbout(kwargs["about"])
        return super().dispatch(request, *args, **kwargs)

    def form(self, data, older):
        """What can be said of this subject."""
        initial = said_before(older, ("value", "degree", "said_on", "said_by", "source"))
        return StatementForm(data, initial=initial, about=self.about, is_correction=older is not None)

    def save(self, form, **kwargs) -> None:
        """Enter it."""
        enter_statement(**kwargs, **form.content())

    def older(self, record: DetaineeRecord):
        """Only a row about the same."""
        found = super().older(record)
        if found is not None and found.about != self.about:
            raise Http404
        return found

    def title(self) -> str:
        """What it is about."""
        return str(self.about.label)

    def hint(self) -> str:
        """What follows from it."""
        if self.about == StatementAbout.AGE:
            return _("As long as one statement says under 18, only people named for it open this record.")
        if self.about in (StatementAbout.DEATH_SENTENCE, StatementAbout.UNFAIR_TRIAL):
            return _("It warns everybody who decides about telling the family or a court.")
        return ""


class AnswerView(_EntryView):
    """What the source answered about this one record."""

    roles = frozenset(LIST_READERS)
    model = SourceAnswer

    def form(self, data, older):
        """Who answered, what, when and until when."""
        initial = said_before(older, ("said_by", "answered_on", "expires_on"))
        return AnswerForm(data, initial=initial, is_correction=older is not None)

    def save(self, form, **kwargs) -> None:
        """Enter it."""
        enter_answer(**kwargs, **form.content())

    def title(self) -> str:
        """What is entered."""
        return _("Answer of the source")
