"""Safe channels and news about them. Invented; numbers and addresses are reserved ones."""

from portal.accounts.models import AccessHolder
from portal.audit.actors import SYSTEM
from portal.notifications.models import Delivery, SafeChannel
from portal.notifications.services.channels import Care, set_channel
from portal.notifications.services.inbox import add_entry
from tests.factories.followers import make_holder

NUMBER = "+963 900 000 044"


def make_channel(kind: str = "sms", value: str = NUMBER, language: str = "ar", **care) -> SafeChannel:
    """A live channel of a new holder."""
    holder = make_holder(language)
    return set_channel(holder=holder, kind=kind, value=value, note="", actor=SYSTEM, care=Care(**care))


def give_news(holder: AccessHolder, kind: str = "proceeding.update", subject: str = "a key") -> Delivery:
    """One piece of news, and the message about it."""
    entry, _is_new = add_entry(holder=holder, kind=kind, subject=subject, actor=SYSTEM)
    return Delivery.objects.get(entry=entry)
