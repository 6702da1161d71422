"""What the gateway of text messages reports later: arrived or not (floor 3; docs/runbooks/messages.md)."""

import hashlib
import hmac
import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from portal.notifications.enums import ChannelKind
from portal.notifications.services.failures import note_arrival, note_return

_LONGEST = 4096
_NOTES = {"delivered": note_arrival, "failed": note_return}


@csrf_exempt
@require_POST
def sms_report(request: HttpRequest) -> HttpResponse:
    """Take one report whose signature is the gateway's; a repetition changes nothing, and every answer is empty.

    404 where no secret is set or the signature is another's. What is not known or not final is nothing to do.
    """
    body = request.body
    if not is_signed(body, request.headers.get("X-Signature", "")) or len(body) > _LONGEST:
        raise Http404
    message_id, status = _read(body)
    if note := _NOTES.get(status):
        note(message_id=message_id, kind=ChannelKind.SMS)
    return HttpResponse(status=204)


def is_signed(body: bytes, signature: str) -> bool:
    """Say whether a signature is the HMAC-SHA256 of the body under the secret of the settings, in hexadecimal."""
    secret = settings.SMS_REPORT_SECRET.encode()
    expected = hmac.new(secret, body, hashlib.sha256).hexdigest()
    return bool(secret) and hmac.compare_digest(expected.encode(), signature.encode(errors="replace"))


def _read(body: bytes) -> tuple[str, str]:
    try:
        report = json.loads(body)
    except ValueError:
        return "", ""
    if not isinstance(report, dict):
        return "", ""
    return str(report.get("id", "")), str(report.get("status", ""))
