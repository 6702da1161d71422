"""Whose pictures somebody may put on a page: those of the collections open to her or him.

The chooser shows no others; a form that names another all the same is refused here.
"""

from collections.abc import Iterator

from wagtail.blocks import StreamValue
from wagtail.images import get_image_model
from wagtail.permissions import policy_registry


def pictures_of(values) -> Iterator:
    """Return the pictures among the values of a form or the fields of a page: fields and picture blocks."""
    for value in values:
        if isinstance(value, get_image_model()):
            yield value
        elif isinstance(value, StreamValue):
            yield from (
                block.value["image"] for block in value if block.block_type == "picture" if block.value["image"]
            )


def not_open_to(user, pictures) -> set[int]:
    """Return the keys of those pictures that the user may not choose."""
    keys = {picture.pk for picture in pictures}
    if not keys:
        return set()
    policy = policy_registry.get_by_type(get_image_model())
    allowed = policy.instances_user_has_permission_for(user, "choose").filter(pk__in=keys)
    return keys - set(allowed.values_list("pk", flat=True))
