"""Text messages through an HTTP gateway (floor 3; docs/runbooks/messages.md).

One POST of JSON `{"from", "to", "text"}` with a bearer token; any 2xx means taken. `Idempotency-Key` lets the gateway
see a repetition. Redirects are not followed: the token and her number go to the address of the settings alone.
"""

import phonenumbers
import requests
from django.conf import settings

from .base import DeliveryProblem

# Answers that may be different a little later: too early, too many, out of order.
_PASSING = frozenset({408, 425, 429})
_ID_LENGTH = 200


class HttpSmsSender:
    """Sends one text message."""

    def send(self, *, address: str, text: str, language: str, key: str, link: str = "") -> str:
        """Return the gateway's id. Raises DeliveryProblem with code `address`, `refused` or `unreachable`."""
        content = {"from": settings.SMS_FROM, "to": _number(address), "text": text}
        headers = {"Authorization": f"Bearer {settings.SMS_GATEWAY_TOKEN}", "Idempotency-Key": key}
        try:
            answer = requests.post(
                settings.SMS_GATEWAY_URL,
                json=content,
                headers=headers,
                timeout=settings.SMS_TIMEOUT,
                allow_redirects=False,
            )
        except requests.RequestException as error:
            raise DeliveryProblem("unreachable") from error
        if not answer.ok or answer.is_redirect:
            is_final = 400 <= answer.status_code < 500 and answer.status_code not in _PASSING
            raise DeliveryProblem("refused" if is_final else "unreachable", is_final=is_final)
        return _message_id(answer)


def _number(address: str) -> str:
    """The number as the networks write it (E.164)."""
    try:
        number = phonenumbers.parse(address)
    except phonenumbers.NumberParseException as error:
        raise DeliveryProblem("address", is_final=True) from error
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _message_id(answer: requests.Response) -> str:
    """What the gateway calls the message, where it says so."""
    try:
        found = answer.json()
    except requests.JSONDecodeError:
        return ""
    return str(found.get("id", ""))[:_ID_LENGTH] if isinstance(found, dict) else ""
