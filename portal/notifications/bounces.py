"""Reading the report of a mail server that a mail came back (floor 3; RFC 3464, RFC 6522)."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

_RETURNED = ("message/rfc822", "text/rfc822-headers")


def returned_message_id(report: bytes) -> str:
    """Return the Message-ID of the mail that failed for good; empty where the mail is no such report."""
    mail = cast(EmailMessage, message_from_bytes(report, policy=policy.default))
    if mail.get_content_type() != "multipart/report" or not _has_failed(mail):
        return ""
    for part in mail.walk():
        if part.get_content_type() in _RETURNED:
            return _message_id(cast(EmailMessage, part))
    return ""


def _has_failed(mail: EmailMessage) -> bool:
    """Say whether one recipient's action is `failed`; `delayed` means that the server still tries."""
    statuses = (part for part in mail.walk() if part.get_content_type() == "message/delivery-status")
    groups = (group for status in statuses for group in cast(list[EmailMessage], status.get_payload()))
    return any(str(group["Action"]).strip().lower() == "failed" for group in groups)


def _message_id(part: EmailMessage) -> str:
    payload = part.get_payload()
    if isinstance(payload, list):
        return str(cast(EmailMessage, payload[0])["Message-ID"] or "").strip()
    return str(message_from_bytes(str(payload).encode(), policy=policy.default)["Message-ID"] or "").strip()
