"""What a case update may consist of, one module per kind. Plain text only: no markup, no links, no embeds."""

from .text import HeadingBlock, ParagraphBlock, PointsBlock
from .update import UpdateBlock

__all__ = ["HeadingBlock", "ParagraphBlock", "PointsBlock", "UpdateBlock"]
