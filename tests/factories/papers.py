"""Reading papers back as a machine and a person do."""

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf


def letters_of(data: bytes) -> str:
    """The text as the file maps its glyphs to letters, read by a second reader: marks in their order.

    (The first reader puts a vowel mark where it is drawn; this one leaves signs and digits between words of the other
    direction where they are drawn. Each is asked only for what it reads.)
    """
    return " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages)


def text_of(data: bytes, folder: Path) -> str:
    """The text layer in reading order, blanks folded."""
    (folder / "paper.pdf").write_bytes(data)
    command = ["pdftotext", str(folder / "paper.pdf"), "-"]
    return " ".join(subprocess.run(command, check=True, capture_output=True).stdout.decode().split())


def structure(node) -> list[str]:
    """The kinds of the structure tree's elements in reading order."""
    below = node.get("/K", []) if isinstance(node, pikepdf.Dictionary) else []
    children = below if isinstance(below, pikepdf.Array | list) else [below]
    own = [str(node.S)] if isinstance(node, pikepdf.Dictionary) and "/S" in node else []
    return own + [kind for child in children for kind in structure(child)]
