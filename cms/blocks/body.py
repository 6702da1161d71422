"""The body of a page."""

from wagtail import blocks

from .picture import PictureBlock
from .text import HeadingBlock, ParagraphBlock, PointsBlock


class BodyBlock(blocks.StreamBlock):
    """Headings, paragraphs, points and pictures in any order."""

    heading = HeadingBlock(max_length=200)
    paragraph = ParagraphBlock(max_length=5000)
    points = PointsBlock(max_num=30)
    picture = PictureBlock()

    class Meta:
        max_num = 60
