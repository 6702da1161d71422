"""The letters of a text file: UTF-8, UTF-16 with its mark, and what older programs of the region wrote (floor 0)."""

from charset_normalizer import from_bytes

from portal.core.languages import script_of

from .refusals import Unusable

_SAMPLE = 200_000
# What the library may propose; anything else is not believed.
_BELIEVED = ["cp1256", "cp1254", "cp1252", "cp1250", "iso8859_6", "iso8859_9", "mac_arabic"]
_BAD_LINES = 0.2


def decode(content: bytes) -> tuple[str, str, bool]:
    """Return the text, the encoding and whether it was guessed. Raises Unusable.

    Bytes that do not fit in a file otherwise in UTF-8 become lone surrogates, so that only their rows are refused.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "surrogatepass" if len(content) % 2 == 0 else "replace"), "utf-16", False
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        return content.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError:
        pass
    if _is_mostly_utf8(content):
        return content.decode("utf-8", "surrogateescape"), "utf-8", False
    encoding = _guess(content)
    return content.decode(encoding, "replace"), encoding, True


def _is_mostly_utf8(content: bytes) -> bool:
    """Whether most lines beyond ASCII are sound UTF-8: one bad row must not cost the list."""
    sound = bad = 0
    for line in content.split(b"\n"):
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
            sound += 1
        except UnicodeDecodeError:
            bad += 1
    return sound > 0 and bad <= max(1, (sound + bad) * _BAD_LINES)


def _guess(content: bytes) -> str:
    sample = content[:_SAMPLE]
    if _is_arabic(sample.decode("cp1256", "replace")):
        return "cp1256"
    best = from_bytes(sample, cp_isolation=_BELIEVED).best()
    if best is None or best.encoding not in _BELIEVED:
        raise Unusable("encoding")
    return best.encoding


def _is_arabic(text: str) -> bool:
    """Whether nearly all signs beyond ASCII are Arabic letters in words, which chance does not bring about."""
    beyond = [character for character in text if ord(character) > 127]
    arabic = [character for character in beyond if script_of(character) == "Arab"]
    return len(beyond) >= 3 and len(arabic) >= 0.8 * len(beyond)
