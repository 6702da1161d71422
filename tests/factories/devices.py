"""A device that keeps passkeys: what a browser would answer to the options of a page."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

# The person was there and was recognised; the passkey's data follow.
_PRESENT, _VERIFIED, _ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Device:
    """One passkey. `recognises` is whether the device asks for the finger, the face or the number."""

    site: str = "testserver"
    recognises: bool = True
    number: bytes = field(default_factory=lambda: os.urandom(32))
    owner: str = ""

    def __post_init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())

    def create(self, options: str) -> str:
        """Make the passkey."""
        asked = json.loads(options)["publicKey"]
        self.owner = asked["user"]["id"]
        public = ES256.from_cryptography_key(self.key.public_key())
        made = AttestedCredentialData.create(bytes(16), self.number, public)
        data = AuthenticatorData.create(self._site_hash, self._flags | _ATTESTED, 0, made)
        client = self._client("webauthn.create", asked["challenge"])
        return self._answer(clientDataJSON=client, attestationObject=AttestationObject.create("none", data, {}))

    def get(self, options: str) -> str:
        """Show the passkey."""
        asked = json.loads(options)["publicKey"]
        data = AuthenticatorData.create(self._site_hash, self._flags, 0)
        client = self._client("webauthn.get", asked["challenge"])
        signature = self.key.sign(data + client.hash, ec.ECDSA(hashes.SHA256()))
        return self._answer(clientDataJSON=client, authenticatorData=data, signature=signature)

    @property
    def _flags(self) -> int:
        return _PRESENT | (_VERIFIED if self.recognises else 0)

    @property
    def _site_hash(self) -> bytes:
        return hashlib.sha256(self.site.encode()).digest()

    def _client(self, what: str, challenge: str) -> CollectedClientData:
        return CollectedClientData.create(what, websafe_decode(challenge), f"https://{self.site}")

    def _answer(self, **response: bytes) -> str:
        number = websafe_encode(self.number)
        coded = {name: websafe_encode(value) for name, value in response.items()}
        return json.dumps({"id": number, "rawId": number, "type": "public-key", "response": coded})
