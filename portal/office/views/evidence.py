"""What the families sent: each opening has a purpose and is noted; the original asks for a fresh proof (floor 7; R-74).

Opening takes two steps. The first gives an address for this person and these minutes, the second hands the file over.
"""

from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from portal.core.digits import file_size
from portal.evidence.access import file_to_open, files_of, open_file
from portal.evidence.custody import purposes
from portal.evidence.enums import EvidenceState, Part
from portal.evidence.handing_out import as_attachment
from portal.office.permissions import FILES, ask_again, for_roles
from portal.registry.enums import Visibility
from portal.registry.models import Registration

_SALT = "office.evidence"
_READER_KINDS = {Visibility.PARTNER: "info", Visibility.FAMILY: "wait"}


class OpeningForm(forms.Form):
    """What is opened, and what for."""

    purpose = forms.ChoiceField(
        label=gettext_lazy("What for?"), choices=purposes, widget=forms.Select(attrs={"class": "input"})
    )
    part = forms.ChoiceField(choices=Part.choices)


def evidence_rows(registration: Registration, *, user) -> list[dict]:
    """The files of a registration that was read just now, as the screen shows them."""
    return [
        {
            "file": file,
            "size": file_size(file.size),
            "copy": getattr(file, "copy", None),
            "is_ready": file.state == EvidenceState.READY,
            "kind": _READER_KINDS.get(Visibility(file.visibility), ""),
            "form": OpeningForm(auto_id=f"{file.pk.hex}_%s"),
        }
        for file in files_of(registration, user=user)
        if file.state != EvidenceState.RECEIVING
    ]


@require_POST
@for_roles(FILES)
def ask_to_open(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give the address of a file to this person for a few minutes; the original needs a proof not older than those."""
    evidence = file_to_open(key, user=request.user)
    back = reverse("office:files-detail", kwargs={"key": evidence.registration_id})
    form = OpeningForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please say what you open the file for."))
        return redirect(back)
    asked = form.cleaned_data
    if asked["part"] != Part.COPY and (again := ask_again(request, back)):
        return again
    token = signing.dumps({"key": str(key), "user": str(request.user.pk), **asked}, salt=_SALT)
    return redirect("office:evidence-open", token=token)


@require_safe
@for_roles(FILES)
def open_evidence(request: HttpRequest, token: str) -> HttpResponse:
    """Hand a file over, to be saved and never shown inside a page."""
    try:
        asked = signing.loads(token, salt=_SALT, max_age=settings.EVIDENCE_LINK_SECONDS)
        is_theirs = asked["user"] == str(request.user.pk)
    except signing.BadSignature:
        is_theirs = False
    if not is_theirs:
        messages.error(request, _("This address has ended. Please open the file again."))
        return redirect("office:files")
    opened = open_file(UUID(asked["key"]), part=asked["part"], purpose=asked["purpose"], user=request.user)
    return as_attachment(opened)
