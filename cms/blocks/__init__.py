"""What pages may consist of, one module per kind. Plain text and pictures only: no markup, no links, no embeds."""

from .body import BodyBlock
from .picture import PictureBlock
from .text import HeadingBlock, ParagraphBlock, PointsBlock

__all__ = ["BodyBlock", "HeadingBlock", "ParagraphBlock", "PictureBlock", "PointsBlock"]
