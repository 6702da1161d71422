"""A picture within a text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from .text import PlainLineBlock


class PictureBlock(blocks.StructBlock):
    """A picture with the words that stand for it where it is not seen; without them it is refused."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = PlainLineBlock(
        max_length=250,
        label=_("What the picture shows"),
        help_text=_("For people who cannot see it, and where it is not loaded. Name nobody who did not agree."),
    )
    credit = PlainLineBlock(max_length=150, required=False, label=_("Who made the picture"))

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/picture.html"
