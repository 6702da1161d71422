"""A list is uploaded (floor 7). The file stays in memory and is kept only as encrypted rows."""

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from portal.core.dates import today
from portal.core.digits import file_size
from portal.core.tables import Unusable, sheets_of
from portal.core.uploads import BoundedMemoryUploadHandler
from portal.detainees.forms import UploadForm
from portal.detainees.models import Batch
from portal.detainees.services import get_or_create_source, read_list
from portal.detainees.services.receiving import open_list
from portal.office.permissions import LIST_KEEPERS, actor_of, for_roles


@csrf_exempt
@for_roles(LIST_KEEPERS)
def upload(request: HttpRequest) -> HttpResponse:
    """Set the bounded handler before anything reads the body; only then is the form's token checked."""
    handler = BoundedMemoryUploadHandler(request, limit=settings.IMPORT_MAX_BYTES)
    request.upload_handlers = [handler]
    return _checked(request, handler=handler)


@csrf_protect
def _checked(request: HttpRequest, *, handler: BoundedMemoryUploadHandler) -> HttpResponse:
    if request.method != "POST":
        return _page(request, UploadForm(initial={"received_on": today().isoformat()}))
    form = UploadForm(request.POST, request.FILES)
    is_valid = form.is_valid()
    if handler.is_too_large:
        form.errors.pop("file", None)
        size = file_size(settings.IMPORT_MAX_BYTES)
        form.add_error("file", _("This file is larger than %(size)s. Please choose a smaller one.") % {"size": size})
        return _page(request, form, status=413)
    if is_valid:
        try:
            if names := _sheets_to_choose_from(form):
                form.ask_sheet(names)
                return _page(request, form, status=422)
            return redirect("office:lists-columns", key=_receive(request, form).pk)
        except Unusable as error:
            form.add_error("file", str(error))
    return _page(request, form, status=422)


def _sheets_to_choose_from(form: UploadForm) -> list[str]:
    """The sheets of a workbook where it has several and none of them is chosen. Raises Unusable."""
    file = form.cleaned_data["file"]
    names = sheets_of(file.read(), max_bytes=settings.IMPORT_MAX_BYTES)
    file.seek(0)
    return [] if len(names) < 2 or form.cleaned_data["sheet"] in names else names


def _receive(request: HttpRequest, form: UploadForm) -> Batch:
    data, actor = form.cleaned_data, actor_of(request)
    content = data["file"].read()
    # Refused before a source is made for it.
    open_list(content, sheet=data["sheet"])
    source = data["source"]
    with transaction.atomic():
        source = source or get_or_create_source(
            name=data["new_source"],
            actor=actor,
            reliability=data["reliability"],
            sharing_terms=data["sharing_terms"],
        )
    return read_list(
        content=content,
        sheet=data["sheet"],
        source=source,
        label=data["label"],
        received_on=data["received_on"],
        reliability=data["reliability"],
        credibility=data["credibility"],
        sharing_terms=data["sharing_terms"],
        actor=actor,
    )


def _page(request: HttpRequest, form: UploadForm, status: int = 200) -> HttpResponse:
    limit = file_size(settings.IMPORT_MAX_BYTES)
    return render(
        request, "office/lists/upload.html", {"form": form, "limit": limit, "current": "lists"}, status=status
    )
