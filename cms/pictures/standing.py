"""Where a picture stands: for everybody it is there as long as a public page shows it, and not a day longer.

Wagtail's reference index knows which page rows name a picture. A draft names none: it stands in a revision.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.images.models import AbstractImage
from wagtail.models import Page, ReferenceIndex


def note_pictures(page: Page) -> None:
    """Write down at once which pictures a page shows; Wagtail's own task does so when a worker has time."""
    with transaction.atomic():
        ReferenceIndex.create_or_update_for_object(page)


def is_on_public_page(image: AbstractImage) -> bool:
    """Say whether a published page that everybody may read shows the picture."""
    named = ReferenceIndex.get_references_to(image).filter(base_content_type=ContentType.objects.get_for_model(Page))
    keys = [int(key) for key in named.values_list("object_id", flat=True)]
    return Page.objects.live().public().filter(pk__in=keys).exists()
