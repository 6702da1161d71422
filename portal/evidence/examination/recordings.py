"""Recordings: how long they are, by walking their own structure. Nothing is decoded (R-70)."""

import struct
from collections.abc import Iterator

from . import verdicts as v

_MP3_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
# Bits per second in thousands, layer III: version 1, then versions 2 and 2.5.
_MP3_BITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_MP3_BITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_BOXES_INSIDE = {b"moov", b"trak", b"mdia"}


def check_recording(content: bytes, media_type: str) -> str:
    """Return the type, sound apart from film. Raises Lies where nothing can be heard, or for too long."""
    try:
        seconds, found = _WALKS[media_type](content)
    except (struct.error, IndexError, ZeroDivisionError) as error:
        raise v.Lies(v.BROKEN) from error
    if seconds <= 0:
        raise v.Lies(v.SILENT)
    if seconds > v.MAX_SECONDS:
        raise v.Lies(v.LONG)
    return found


def _film(content: bytes) -> tuple[float, str]:
    """ISO 14496-12: boxes of a length and a name; `mvhd` and `mdhd` have the duration, `hdlr` says sound or picture."""
    seconds, handlers, has_media = 0.0, set(), False
    for name, body in _boxes(memoryview(content)):
        if name in (b"mvhd", b"mdhd"):
            wide = body[0] == 1
            scale, duration = struct.unpack_from(">IQ" if wide else ">II", body, 20 if wide else 12)
            seconds = max(seconds, duration / scale)
        elif name == b"hdlr":
            handlers.add(bytes(body[8:12]))
        elif name == b"mdat":
            has_media = has_media or len(body) > 0
    if not handlers & {b"soun", b"vide"}:
        raise v.Lies(v.BROKEN)
    return (seconds if has_media else 0.0), v.MP4 if b"vide" in handlers else v.M4A


def _boxes(content: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    """Yield every box that matters. Raises Lies where lengths do not add up."""
    waiting = [(0, len(content))]
    while waiting:
        at, end = waiting.pop()
        while at < end:
            length, name = struct.unpack_from(">I4s", content, at)
            head = 8
            if length == 1:
                length, head = struct.unpack_from(">Q", content, at + 8)[0], 16
            elif length == 0:
                length = end - at
            if length < head or at + length > end:
                raise v.Lies(v.BROKEN)
            yield name, content[at + head : at + length]
            if name in _BOXES_INSIDE:
                waiting.append((at + head, at + length))
            at += length


def _mp3(content: bytes) -> tuple[float, str]:
    """ISO 11172-3: frames one after the other, behind notes that are passed over."""
    at, seconds, frames = _behind_notes(content), 0.0, 0
    while at + 4 <= len(content):
        frame = _frame(content[at : at + 4])
        if frame is None:
            break
        length, duration = frame
        at, seconds, frames = at + length, seconds + duration, frames + 1
    if frames == 0 and at + 4 <= len(content) and content[at:].strip(b"\0"):
        raise v.Lies(v.BROKEN)
    return seconds, v.MP3


def _behind_notes(content: bytes) -> int:
    if content[:3] != b"ID3":
        return 0
    size = 0
    for byte in content[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size


def _frame(head: bytes) -> tuple[int, float] | None:
    """Length in bytes and seconds of one frame of layer III, or None where none begins."""
    if head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or head[1] >> 1 & 3 != 1:
        return None
    version, bits, rate = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or bits in (0, 15) or rate == 3:
        return None
    speed = _MP3_RATES[version][rate]
    samples = 1152 if version == 3 else 576
    thousands = (_MP3_BITS_1 if version == 3 else _MP3_BITS_2)[bits]
    return samples // 8 * thousands * 1000 // speed + (head[2] >> 1 & 1), samples / speed


def _ogg(content: bytes) -> tuple[float, str]:
    """RFC 3533: pages; the place of the last one over the rate that Opus (RFC 7845) or Vorbis names is the duration."""
    at, rate, last, skipped = 0, 0, 0, 0
    while at < len(content):
        if content[at : at + 4] != b"OggS":
            raise v.Lies(v.BROKEN)
        (place,) = struct.unpack_from("<q", content, at + 6)
        count = content[at + 26]
        body = at + 27 + count
        length = sum(content[at + 27 : body])
        if body + length > len(content):
            raise v.Lies(v.BROKEN)
        if content[body : body + 8] == b"OpusHead":
            rate, skipped = 48000, struct.unpack_from("<H", content, body + 10)[0]
        elif content[body : body + 7] == b"\x01vorbis":
            rate = struct.unpack_from("<I", content, body + 12)[0]
        last, at = max(last, place), body + length
    if rate == 0:
        raise v.Lies(v.BROKEN)
    return (last - skipped) / rate, v.OGG


_WALKS = {v.MP3: _mp3, v.OGG: _ogg, v.M4A: _film, v.MP4: _film}
