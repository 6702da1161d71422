"""The body of a case update."""

from wagtail import blocks

from .text import HeadingBlock, ParagraphBlock, PointsBlock


class UpdateBlock(blocks.StreamBlock):
    """Headings, paragraphs and points in any order."""

    heading = HeadingBlock(max_length=200)
    paragraph = ParagraphBlock(max_length=5000)
    points = PointsBlock(max_num=30)

    class Meta:
        max_num = 60
