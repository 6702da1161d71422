"""Blocks of plain text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core.text import clean_text


class PlainLineBlock(blocks.CharBlock):
    """A line without control characters or direction overrides."""

    def clean(self, value):
        """Normalise. Raises ValidationError with words for the writer."""
        return clean_text(super().clean(value))


class HeadingBlock(PlainLineBlock):
    """A heading within the report."""

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class ParagraphBlock(blocks.TextBlock):
    """One or several paragraphs, separated by an empty line."""

    def clean(self, value):
        """Normalise. Raises ValidationError with words for the writer."""
        return clean_text(super().clean(value), lines=True)

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        template = "blocks/paragraph.html"


class PointsBlock(blocks.ListBlock):
    """A list of short points."""

    def __init__(self, **kwargs):
        super().__init__(PlainLineBlock(max_length=500, label=_("Point")), **kwargs)

    class Meta:
        icon = "list-ul"
        label = _("List of points")
        template = "blocks/points.html"
