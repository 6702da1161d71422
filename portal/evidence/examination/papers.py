"""PDF: opened by qpdf, refused with a program inside, written anew without author and history (R-70, R-73)."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Pdf, Stream

from . import verdicts as v

_MAX_PAGES = 500
# What a paper never needs: programs, files inside, forms that reach out.
_PROGRAMS = (Name.JS, Name.JavaScript, Name.EmbeddedFiles, Name.EmbeddedFile, Name.EF, Name.XFA, Name.RichMediaContent)
_ACTIONS = (Name.JavaScript, Name.Launch, Name.SubmitForm, Name.ImportData, Name.GoToE, Name.GoToR, Name.Rendition)
_NOTES = (Name.Metadata, Name.PieceInfo, Name.LastModified, Name.AA, Name.OpenAction, Name.Thumb)


def open_paper(content: bytes) -> Pdf:
    """Return the paper. Raises Lies where it is closed, broken, empty or carries a program."""
    if not content.startswith(b"%PDF-"):
        raise v.Lies(v.DOUBLE)
    try:
        paper = Pdf.open(BytesIO(content))
        if paper.is_encrypted:
            raise v.Lies(v.LOCKED)
        if not 0 < len(paper.pages) <= _MAX_PAGES:
            raise v.Lies(v.BROKEN)
        if any(_is_program(part) for part in _dictionaries(paper)):
            raise v.Lies(v.PROGRAM)
    except pikepdf.PasswordError as error:
        raise v.Lies(v.LOCKED) from error
    except v.Lies:
        raise
    except Exception as error:
        raise v.Lies(v.BROKEN) from error
    return paper


def copy_of(content: bytes) -> v.Copy:
    """Write the paper anew: pages as they are, without notes; the pictures in it lose theirs too."""
    paper = open_paper(content)
    for part in _dictionaries(paper):
        for note in _NOTES:
            if note in part:
                del part[note]
    for page in paper.pages:
        for annotation in page.get(Name.Annots, []):
            if Name.A in annotation:
                del annotation[Name.A]
    for stream in paper.objects:
        if isinstance(stream, Stream) and stream.get(Name.Filter) in (Name.DCTDecode, [Name.DCTDecode]):
            stream.write(without_notes(stream.read_raw_bytes()), filter=Name.DCTDecode)
    for mark in (Name.Info, Name.ID):
        if mark in paper.trailer:
            del paper.trailer[mark]
    paper.remove_unreferenced_resources()
    out = BytesIO()
    paper.save(out, deterministic_id=True)
    return v.Copy(v.PDF, out.getvalue())


def without_notes(jpeg: bytes) -> bytes:
    """Return a JPEG without its notes (APP1 to APP13, APP15, comments): segments are left out, no dot changes.

    What cannot be walked is returned as it is; it is then no JPEG that a reader shows.
    """
    kept, at = [jpeg[:2]], 2
    while jpeg[at : at + 1] == b"\xff" and at + 4 <= len(jpeg):
        marker = jpeg[at + 1]
        if marker == 0xDA:  # the dots begin
            return b"".join([*kept, jpeg[at:]])
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        # APP0 says how wide a dot is, APP14 how colours are meant.
        if not (0xE1 <= marker <= 0xEF and marker != 0xEE) and marker != 0xFE:
            kept.append(jpeg[at:end])
        at = end
    return jpeg


def _dictionaries(paper: Pdf) -> Iterator[Dictionary | Stream]:
    """Every dictionary of the file, those inside others too."""
    waiting = [*paper.objects, paper.trailer]
    while waiting:
        part = waiting.pop()
        if isinstance(part, (Dictionary, Stream)):
            yield part
            waiting += [inner for inner in part.values() if _is_inside(inner)]
        elif isinstance(part, pikepdf.Array):
            waiting += [inner for inner in part if _is_inside(inner)]


def _is_inside(part: object) -> bool:
    """Say whether a value stands here itself; what is referred to comes by itself."""
    return isinstance(part, (Dictionary, Stream, pikepdf.Array)) and not part.is_indirect


def _is_program(part: Dictionary | Stream) -> bool:
    return any(name in part for name in _PROGRAMS) or part.get(Name.S) in _ACTIONS
