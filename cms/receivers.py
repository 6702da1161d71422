"""What the public site does when a lower floor or Wagtail tells it something."""

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished, post_page_move

from cms.models import CaseUpdatePage
from cms.models.pictures import PageWithPictures
from cms.pictures.drawing import draw
from cms.pictures.standing import note_pictures
from cms.services.people import sync_members, sync_user
from cms.services.publishing import announce_update, note_section, withdraw_update
from cms.services.sections import ensure_section
from portal.accounts.signals import roles_changed
from portal.organizations.signals import membership_changed, organization_saved


@receiver(organization_saved, dispatch_uid="cms.section")
def make_section(sender, *, organization, **kwargs) -> None:
    """A verified organization gets its section; its members their groups."""
    if organization.verified_at is not None:
        ensure_section(organization=organization)
    sync_members(organization=organization)


@receiver(membership_changed, dispatch_uid="cms.membership")
@receiver(roles_changed, dispatch_uid="cms.roles")
def follow_roles(sender, *, user, **kwargs) -> None:
    """Groups follow roles and memberships at once."""
    sync_user(user=user)


@receiver(page_published, sender=CaseUpdatePage, dispatch_uid="cms.published")
def tell_published(sender, *, instance, **kwargs) -> None:
    """A report was published, by a moderator or by its schedule."""
    announce_update(page=instance)


@receiver(page_published, dispatch_uid="cms.pictures")
def draw_pictures(sender, *, instance, **kwargs) -> None:
    """Whoever publishes waits until the pictures are drawn; the first reader does not."""
    if isinstance(instance, PageWithPictures):
        note_pictures(instance)
        for picture, kind in instance.pictures():
            draw(picture, kind)


@receiver(page_unpublished, sender=CaseUpdatePage, dispatch_uid="cms.unpublished")
def tell_unpublished(sender, *, instance, **kwargs) -> None:
    """A report was taken back or deleted."""
    withdraw_update(page=instance)


@receiver(post_page_move, dispatch_uid="cms.moved")
def tell_moved(sender, *, instance, **kwargs) -> None:
    """Addresses change with the place in the tree."""
    note_section(path=instance.path)
