"""Somebody who follows a proceeding and may be reached by mail. Invented; the addresses are reserved ones."""

from portal.accounts.models import AccessHolder
from portal.accounts.services.holders import create_holder
from portal.audit.actors import VISITOR, Actor
from portal.confidential.keyring import create_data_key
from portal.following.services import follow
from portal.notifications.models import ChannelKind, SafeChannel
from portal.proceedings.models import Proceeding

from .unique import unique


def make_holder(language: str = "ar", email: str = "") -> AccessHolder:
    """An access holder; with a safe channel where an address is given."""
    holder, _code = create_holder(language=language, actor=VISITOR)
    if email:
        SafeChannel.objects.create(
            holder=holder,
            kind=ChannelKind.EMAIL,
            value=email,
            note="",
            key_id=create_data_key(purpose="channel"),
        )
    return holder


def make_follower(proceeding: Proceeding, language: str = "ar", *, has_email: bool = True) -> AccessHolder:
    """A holder who follows the proceeding now."""
    holder = make_holder(language, f"{unique('reader')}@example.org" if has_email else "")
    follow(holder=holder, proceeding=proceeding, actor=Actor.holder(holder.pk))
    return holder
