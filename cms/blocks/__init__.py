"""What pages may consist of, one module per kind. Plain text and pictures only: no markup, no links, no embeds."""

from .guide import GuideBlock
from .picture import PictureBlock
from .text import HeadingBlock, ParagraphBlock, PointsBlock
from .update import UpdateBlock

__all__ = ["GuideBlock", "HeadingBlock", "ParagraphBlock", "PictureBlock", "PointsBlock", "UpdateBlock"]
