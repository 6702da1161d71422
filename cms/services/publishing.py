"""Telling the floor of public facts what can be read, and followers that there is something new."""

from django.db import transaction

from cms.models import CaseUpdatePage
from portal.audit.actors import SYSTEM, Actor
from portal.proceedings.models import Proceeding
from portal.proceedings.services import note_published_update, withdraw_published_update
from portal.proceedings.signals import update_published


@transaction.atomic
def announce_update(*, page: CaseUpdatePage, actor: Actor = SYSTEM) -> None:
    """Note a report that was published, and tell higher floors once when the transaction is through."""
    note_update(page=page, actor=actor)
    transaction.on_commit(
        lambda: update_published.send(
            sender=Proceeding, proceeding_id=page.proceeding_id, translation_key=page.translation_key
        )
    )


def note_update(*, page: CaseUpdatePage, actor: Actor = SYSTEM) -> None:
    """Write where the report can be read now, without telling anybody."""
    note_published_update(
        translation_key=page.translation_key,
        language=page.locale.language_code,
        proceeding=page.proceeding,
        organization=page.organization,
        title=page.title,
        url_path=page.get_url() or "",
        published_at=page.first_published_at or page.last_published_at,
        actor=actor,
    )


def withdraw_update(*, page: CaseUpdatePage, actor: Actor = SYSTEM) -> None:
    """A report can no longer be read."""
    withdraw_published_update(translation_key=page.translation_key, language=page.locale.language_code, actor=actor)


def note_section(*, path: str) -> None:
    """Write the new addresses of all live reports at or below a place of the tree."""
    for page in CaseUpdatePage.objects.live().filter(path__startswith=path).select_related("locale", "proceeding"):
        note_update(page=page)
