"""What an examination says: what was found, or why the file is not what it seems."""

from dataclasses import dataclass

# The reasons; enums.Refusal says each in words for the sender.
EMPTY, TYPE, NAME, BROKEN, DOUBLE = "empty", "type", "name", "broken", "double"
PIXELS, PROGRAM, LOCKED, SILENT, LONG = "pixels", "program", "locked", "silent", "long"

JPEG, PNG, WEBP, HEIC = "image/jpeg", "image/png", "image/webp", "image/heic"
PDF, TEXT = "application/pdf", "text/plain"
MP3, OGG, M4A, MP4 = "audio/mpeg", "audio/ogg", "audio/mp4", "video/mp4"

PICTURES = frozenset({JPEG, PNG, WEBP, HEIC})
FILMS = frozenset({M4A, MP4})
RECORDINGS = frozenset({MP3, OGG, *FILMS})

# What a name may end with, and what may stand in such a file. Telephones name pictures wrongly among themselves, and so
# recordings; a picture that is called a recording is no mistake of a telephone.
ENDINGS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("jpg", "jpeg", "jfif", "png", "webp", "heic", "heif"), PICTURES),
    **dict.fromkeys(("mp3", "ogg", "oga", "opus", "m4a", "mp4", "mov", "3gp"), RECORDINGS),
    "pdf": frozenset({PDF}),
    "txt": frozenset({TEXT}),
}
# The ending that a file of ours gets when somebody takes it home.
ENDING_OF = {
    JPEG: "jpg", PNG: "png", WEBP: "webp", HEIC: "heic", PDF: "pdf", TEXT: "txt",
    MP3: "mp3", OGG: "ogg", M4A: "m4a", MP4: "mp4",
}  # fmt: skip

MAX_PIXELS = 50_000_000
MAX_FRAMES = 50
MAX_SECONDS = 6 * 3600


class Lies(Exception):
    """The file is not taken; `reason` is one of the codes above."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Copy:
    """A copy without hidden notes."""

    media_type: str
    content: bytes
