"""The two questions: what is this file, and what does it look like without its hidden notes."""

from . import papers, pictures, recordings, sniffing
from . import verdicts as v


def examine(content: bytes, *, ending: str) -> str:
    """Return the media type of a file whose name ends so (lower case, without the dot). Raises Lies."""
    media_type = sniffing.media_type_of(content)
    sniffing.check_name(ending, media_type)
    sniffing.check_single(content, media_type)
    if media_type in v.PICTURES:
        pictures.open_picture(content, media_type)
    elif media_type == v.PDF:
        papers.open_paper(content)
    elif media_type == v.TEXT:
        sniffing.check_text(content)
    else:
        return recordings.check_recording(content, media_type)
    return media_type


def copy_of(content: bytes, *, media_type: str) -> v.Copy | None:
    """Return a copy without hidden notes, or None for recordings, which nothing here can write anew. Raises Lies."""
    if media_type in v.PICTURES:
        return pictures.copy_of(content, media_type)
    if media_type == v.PDF:
        return papers.copy_of(content)
    if media_type == v.TEXT:
        return v.Copy(v.TEXT, (sniffing.text_of(content) or "").encode())
    return None
