"""Further ways into her own page, where she wants them: a name with a phrase, and passkeys (ADR 0020)."""

from django.db import models

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.personal import PersonalData

from .access_holders import AccessHolder

_RETENTION = "until she takes it away, at most as long as her page"


class SignInName(ConfidentialModel):
    """A name that she chose, or an address that she took as a name: nothing is ever sent to it.

    `digest` is made from the name and the phrase together, so that nothing here tells whether a name is known.
    `app_secret` is that of her authenticator app, empty where she wants none.
    """

    holder = models.OneToOneField(AccessHolder, on_delete=models.CASCADE, related_name="sign_in_name")
    name = EncryptedTextField()
    digest = models.BinaryField(max_length=32, unique=True)
    app_secret = EncryptedTextField()
    chosen_at = models.DateTimeField(auto_now_add=True)

    personal_data = PersonalData(
        use="open her page with a name and a phrase, where she wants that",
        retention=_RETENTION,
        fields={"name": "S2", "digest": "S3", "app_secret": "S3", "chosen_at": "S1"},
        technical=("key_id",),
        in_clear={"digest": "a slow digest of name and phrase together, by which her page is found"},
    )


class Passkey(ConfidentialModel):
    """The public half of a passkey; the other one never leaves her device. Found by a keyed hash of its number."""

    holder = models.ForeignKey(AccessHolder, on_delete=models.CASCADE, related_name="passkeys")
    found_by = models.BinaryField(max_length=32, unique=True)
    credential = EncryptedTextField()
    added_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="open her page with the lock of her device, where she wants that",
        retention=_RETENTION,
        fields={"credential": "S2", "added_at": "S1", "last_used_at": "S1"},
        technical=("key_id", "found_by"),
    )
