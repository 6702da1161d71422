"""Somebody on her page, and sending as a browser does, with and without script."""

from __future__ import annotations

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from portal.registry.models import Registration
from tests.factories.accounts import make_holder
from tests.factories.registry import make_registration


def her_page(client: Client, language: str = "en") -> Registration:
    """Open the page of a new family with its code; return the registration."""
    cache.clear()
    holder, code = make_holder(language)
    registration = make_registration(holder, language)
    assert client.post(f"/{language}/return/", {"code": code}).status_code == 302
    return registration


def address(reference: str, rest: str = "", language: str = "en") -> str:
    return f"/{language}/me/{reference}/files/{rest}"


def upload(client: Client, reference: str, content: bytes, name: str = "photo.jpg", language: str = "en", **fields):
    """Send a file at once, as a browser without script does."""
    told = {"kind": "person", "words": "", **fields}
    file = SimpleUploadedFile(name, content)
    # The test client leaves the name as the browser would send it.
    file._name = name
    return client.post(address(reference, language=language), {**told, "file": file})


def announce(client: Client, reference: str, content: bytes, name: str = "photo.jpg", **fields):
    """Announce a file, as the script does."""
    told = {"kind": "person", "words": "", "name": name, "size": len(content), "resume": "1", **fields}
    return client.post(address(reference, "begin/"), told)


def send_part(client: Client, url: str, content: bytes, at: int, **headers):
    """Send one part as the body of a request."""
    return client.post(url, content, content_type="application/octet-stream", headers={"Upload-At": str(at), **headers})
