"""What is established about a person: on the file, noted by one, confirmed by another, told in a talk (floor 7).

R-20: none of it is on a page of the family.
"""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.enums import Role
from portal.accounts.permissions import has_role
from portal.core import asking
from portal.core.asking import MISSING
from portal.core.dates import read_date_or_none, today
from portal.core.fields import DigitsField, SafeCharField
from portal.office.permissions import FILES, for_roles
from portal.registry.access import registration_to_move
from portal.registry.enums import CODES_OF, Axis, Basis, Confidence
from portal.registry.established import established
from portal.registry.models import Finding, Registration
from portal.registry.need import check_row, open_to
from portal.registry.services.findings import AnsweredAlready, NoTalk, add_finding, answer_finding, note_told

from .one_form import file_form

_CONFIRMERS = frozenset({Role.SUPERVISOR})
_MOST = 100


def _text(**attributes) -> forms.TextInput:
    return forms.TextInput(attrs={"class": "input", "autocomplete": "off", **attributes})


class FindingForm(forms.Form):
    """One finding: what, on what it rests, who says so and as of when."""

    use_required_attribute = False
    finding = asking.select(
        gettext_lazy("What was found out"),
        [
            ("", "—"),
            *((axis.label, [(f"{axis}:{code}", label) for code, label in CODES_OF[axis].choices]) for axis in Axis),
        ],
    )
    basis = asking.select(gettext_lazy("What it rests on"), [("", "—"), *Basis.choices])
    confidence = asking.select(gettext_lazy("How sure that is"), [("", "—"), *Confidence.choices])
    source = SafeCharField(
        label=gettext_lazy("Who says so, or which paper"),
        help_text=gettext_lazy(
            "Enough that a colleague finds it again. A witness who must stay unknown is not named here."
        ),
        max_length=300,
        widget=_text(),
        error_messages=MISSING,
    )
    source_date = DigitsField(
        label=gettext_lazy("As of when"),
        help_text=gettext_lazy("A year, or 2026-03, or 2026-03-14: when the source saw it or the paper was written."),
        max_length=10,
        widget=_text(dir="ltr", inputmode="numeric"),
        error_messages=MISSING,
    )

    def clean_source_date(self) -> str:
        """A date that can be read and does not lie ahead."""
        said = read_date_or_none(self.cleaned_data["source_date"])
        if said is None:
            raise ValidationError(_("Please write a year, or a year with month and day, such as 2026-03-14."))
        if said.earliest > today():
            raise ValidationError(_("This date lies ahead."))
        return self.cleaned_data["source_date"]

    def content(self) -> dict[str, str]:
        """The finding as the service wants it."""
        axis, _colon, code = self.cleaned_data["finding"].partition(":")
        rest = {name: self.cleaned_data[name] for name in ("basis", "confidence", "source", "source_date")}
        return {"axis": axis, "code": code, **rest}


def findings_of(registration: Registration, *, user) -> dict:
    """What the file's page shows, of a registration that was read just now."""
    return {
        "established": established(registration),
        "can_confirm": has_role(user, *_CONFIRMERS),
        "oneself": user.pk,
    }


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(FILES)
def add(request: HttpRequest, key: UUID) -> HttpResponse:
    """Note a finding."""
    registration = registration_to_move(key, user=request.user)
    form = FindingForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        finding = add_finding(registration=registration, user=request.user, **form.content())
        if finding.needs_second:
            messages.success(request, _("Saved. It counts once a second person has confirmed it."))
        else:
            messages.success(request, _("Saved"))
        return redirect("office:files-detail", key=registration.pk)
    lead = _(
        "Whoever is missing is presumed alive. A finding is never changed: a newer one stands before it. One that says "
        "death counts once a second person has confirmed it. What the family believes stands apart."
    )
    return file_form(request, registration, form, title=_("Note a finding"), lead=lead, button=_("Save"))


@require_POST
@for_roles(_CONFIRMERS)
def answer(request: HttpRequest, key: UUID) -> HttpResponse:
    """Confirm a finding that says death, or do not."""
    finding = check_row(Finding.objects.all(), key, user=request.user)
    try:
        answer_finding(finding=finding, is_confirmed="confirm" in request.POST, user=request.user)
        messages.success(request, _("Saved"))
    except PermissionDenied:
        messages.error(request, _("You noted this finding yourself. Another person must answer it."))
    except AnsweredAlready:
        messages.error(request, _("Somebody else has dealt with this already."))
    return redirect("office:files-detail", key=finding.registration_id)


@require_POST
@for_roles(FILES)
def told(request: HttpRequest, key: UUID) -> HttpResponse:
    """Note that the family was told in a talk."""
    finding = check_row(Finding.objects.all(), key, user=request.user)
    try:
        note_told(finding=finding, user=request.user)
        messages.success(request, _("Saved. It is now in what the family can download."))
    except PermissionDenied:
        messages.error(request, _("You noted this finding yourself. Another person tells the family."))
    except NoTalk:
        messages.error(
            request, _("Ask the family to speak with us first. Findings are told in a talk and never in writing.")
        )
    except AnsweredAlready:
        messages.error(request, _("Somebody else has dealt with this already."))
    return redirect("office:files-detail", key=finding.registration_id)


@require_safe
@for_roles(_CONFIRMERS)
def waiting(request: HttpRequest) -> HttpResponse:
    """Files with a finding that waits for a second person; references only."""
    rows = open_to(request.user, Finding.objects.waiting()).select_related("registration")
    rows = rows.defer("code", "basis", "confidence", "source")
    return render(request, "office/findings/waiting.html", {"current": "files", "rows": rows[:_MOST]})
