"""Lists of detained persons: all of them, one with its rows, its columns, confirm, set aside (floor 7)."""

from collections.abc import Callable, Iterable
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView
from django.views.generic import ListView as PagedView

from portal.accounts.permissions import has_role
from portal.confidential.keyring import open_data_keys
from portal.core.digits import write_date
from portal.detainees import services
from portal.detainees.access import access_batch, rows_open_to
from portal.detainees.columns import COLUMN_LABELS, cells_by_column
from portal.detainees.enums import BatchState
from portal.detainees.forms import MappingForm
from portal.detainees.models import Batch, BatchRow, BatchRowQuerySet
from portal.detainees.policies import ImpossibleStep, SourceBusy, can_become
from portal.detainees.problems import PROBLEM_TEXTS
from portal.detainees.tasks import check_list, import_list, undo_list
from portal.office.permissions import LIST_KEEPERS, LIST_READERS, RolesMixin, actor_of, for_roles

from .lists_changes import changes, shrunk
from .lists_steps import moved_on, now_or_later, progress, source_busy
from .lists_undo import undo_standing

_SAMPLES = 5
# Rows shown while columns are chosen, and how many are looked at for them: some may be sealed to the reader.
_FIRST, _LOOKED_AT = 3, 25
_PER_PAGE = 25
# Which rows of a list are shown, by the word in the address.
_ROWS: dict[str, Callable[[BatchRowQuerySet], BatchRowQuerySet]] = {
    "rejected": BatchRowQuerySet.rejected,
    "warnings": BatchRowQuerySet.with_warnings,
    "updated": BatchRowQuerySet.changing,
}
_SHOWN = ("external_id", "full_name", "birth_date", "event_place", "event_date", "legal_status")


class ListsView(RolesMixin, PagedView):
    """All lists, the newest first."""

    roles = LIST_READERS
    template_name = "office/lists/index.html"
    context_object_name = "batches"
    paginate_by = 50
    queryset = Batch.objects.select_related("source").order_by("-created_at")

    def get_context_data(self, **kwargs) -> dict:
        """Add whether this person may upload."""
        return {**super().get_context_data(**kwargs), "current": "lists", "keeps": _keeps(self.request)}


class ListView(RolesMixin, TemplateView):
    """One list: what would become or became of its rows, with a reason beside every rejected one."""

    roles = LIST_READERS
    template_name = "office/lists/detail.html"

    def get_context_data(self, **kwargs) -> dict:
        """Counts, samples, rejected rows and rows with remarks, a page at a time."""
        batch = access_batch(self.kwargs["key"], user=self.request.user, purpose="list")
        open_data_keys([batch.key_id])
        shows = self.request.GET.get("show", "")
        shows = shows if shows in _ROWS else "rejected"
        columns = [COLUMN_LABELS[column] for column in _SHOWN]
        page = Paginator(_ROWS[shows](batch.rows.order_by("number")), _PER_PAGE).get_page(
            self.request.GET.get("page", "")[:6]
        )
        is_dry_run = batch.state == BatchState.DRY_RUN
        open_to = partial(rows_open_to, self.request.user, batch)
        return {
            **super().get_context_data(**kwargs),
            "current": "lists",
            "batch": batch,
            "keeps": _keeps(self.request),
            "shows": shows,
            "page_obj": page,
            "rows": [] if shows == "updated" else _described(open_to(page), batch),
            "changes": changes(open_to(page), batch) if shows == "updated" and is_dry_run else [],
            "change_samples": changes(open_to(batch.rows.changing()[:_SAMPLES]), batch) if is_dry_run else [],
            "shrunk": shrunk(batch),
            "words_left": sum(len(words) for words in batch.left_to_say().values()) if is_dry_run else 0,
            "undo": undo_standing(batch, self.request.user),
            "samples": _described(open_to(batch.rows.accepted()[:_SAMPLES]), batch),
            "about": _about(batch),
            "sample_headings": [_("Row"), *columns],
            "problem_headings": [_("Row"), _("Reason"), *columns],
            "warnings": batch.rows.with_warnings().count(),
            "progress": progress(batch),
            "earlier": _earlier(batch),
            "can_cancel": can_become(batch, BatchState.CANCELLED),
        }


def _about(batch: Batch) -> list[dict]:
    """Where a list comes from and what may be done with it."""
    by, imported_at = batch.uploaded_by, batch.imported_at
    facts = (
        (_("Source"), batch.source.name, "text"),
        (_("How reliable is the source?"), batch.get_reliability_display(), "words"),
        (_("What does the source allow?"), batch.get_sharing_terms_display(), "words"),
        (_("Received on"), batch.received_on.isoformat(), "date"),
        (_("Uploaded by"), by.shown_name if by else "", "name"),
        (_("Imported"), write_date(localtime(imported_at), "DATETIME_FORMAT") if imported_at else "", "words"),
    )
    return [{"label": label, "value": value, "style": style} for label, value, style in facts if value]


class ColumnsView(RolesMixin, FormView):
    """Which column of the file is which of ours; then the rows are checked."""

    roles = LIST_KEEPERS
    template_name = "office/lists/columns.html"
    form_class = MappingForm

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Show the page, or lead to the list where it has moved on."""
        return self._unless_moved_on() or super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Take the choice, or lead to the list where it has moved on."""
        return self._unless_moved_on() or super().post(request, *args, **kwargs)

    def _unless_moved_on(self) -> HttpResponse | None:
        self.batch = access_batch(self.kwargs["key"], user=self.request.user, purpose="columns")
        if can_become(self.batch, BatchState.CHECKING) and self.batch.headings():
            return None
        return redirect("office:lists-detail", key=self.batch.pk)

    def get_form_kwargs(self) -> dict:
        """Headings and the mapping so far."""
        return {**super().get_form_kwargs(), "header": self.batch.headings(), "mapping": self.batch.mapping}

    def get_context_data(self, **kwargs) -> dict:
        """Add the first rows as they stand in the file, read with the columns chosen so far."""
        rows = rows_open_to(self.request.user, self.batch, self.batch.rows.order_by("number")[:_LOOKED_AT])
        samples = [row.kept()["cells"] for row in rows[:_FIRST]]
        columns = [
            (heading, [cells[place] if place < len(cells) else "" for cells in samples])
            for place, heading in enumerate(self.batch.headings())
        ]
        context = super().get_context_data(**kwargs)
        return {**context, "current": "lists", "batch": self.batch, "file_columns": columns}

    def form_valid(self, form: MappingForm) -> HttpResponse:
        """Check now, or hand it to the worker."""
        actor = actor_of(self.request)
        try:
            batch = services.choose_columns(batch=self.batch, mapping=form.mapping(), actor=actor)
            now_or_later(batch, self.request, services.check_batch, check_list)
        except ImpossibleStep:
            messages.error(self.request, moved_on())
        return redirect("office:lists-progress", key=self.batch.pk)


@require_POST
@for_roles(LIST_KEEPERS)
def confirm(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let the list in. Sent twice, it is let in once."""
    batch = access_batch(key, user=request.user, purpose="import")
    try:
        batch = services.confirm_import(batch=batch, actor=actor_of(request))
        now_or_later(batch, request, services.import_batch, import_list)
    except SourceBusy:
        messages.error(request, source_busy())
    except ImpossibleStep:
        messages.error(request, moved_on())
    return redirect("office:lists-progress", key=batch.pk)


@require_POST
@for_roles(LIST_KEEPERS)
def resume(request: HttpRequest, key: UUID) -> HttpResponse:
    """Go on with a step that was broken off; where it still runs, nothing is done twice."""
    batch = access_batch(key, user=request.user, purpose="import")
    if batch.state == BatchState.CHECKING:
        now_or_later(batch, request, services.check_batch, check_list)
    elif batch.state == BatchState.IMPORTING:
        now_or_later(batch, request, services.import_batch, import_list)
    elif batch.state == BatchState.UNDOING:
        now_or_later(batch, request, services.undo_batch, undo_list)
    return redirect("office:lists-progress", key=batch.pk)


@require_POST
@for_roles(LIST_KEEPERS)
def cancel(request: HttpRequest, key: UUID) -> HttpResponse:
    """Set a list aside; its rows are deleted."""
    batch = access_batch(key, user=request.user, purpose="cancel")
    try:
        services.cancel_batch(batch=batch, actor=actor_of(request))
        messages.success(request, _("The list is set aside. Its rows are deleted."))
    except ImpossibleStep:
        messages.error(request, moved_on())
    return redirect("office:lists")


def _keeps(request: HttpRequest) -> bool:
    return has_role(request.user, *LIST_KEEPERS)


def _described(rows: Iterable[BatchRow], batch: Batch) -> list[dict]:
    """Rows with their cells under our columns, and their problems in words."""
    described = []
    for row in rows:
        cells = cells_by_column(row.kept()["cells"], batch.mapping)
        name = cells["full_name"] or " ".join(
            cells[c] for c in ("given_name", "father_name", "family_name") if cells[c]
        )
        shown = [(COLUMN_LABELS[c], c, name if c == "full_name" else cells[c]) for c in _SHOWN]
        described.append({"row": row, "cells": shown, "problems": _problems(row)})
    return described


def _problems(row: BatchRow) -> list[dict]:
    return [
        {"text": PROBLEM_TEXTS[problem["code"]], "column": COLUMN_LABELS.get(problem["column"], "")}
        for problem in row.problems
    ]


def _earlier(batch: Batch) -> Batch | None:
    """An earlier import of this very file, where this one is not imported yet."""
    if batch.state == BatchState.IMPORTED:
        return None
    same = Batch.objects.of_source(batch.source).imported().filter(file_fingerprint=bytes(batch.file_fingerprint))
    return same.exclude(pk=batch.pk).first()
