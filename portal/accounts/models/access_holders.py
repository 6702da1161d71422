"""Somebody who comes back with a code. A holder may own several registrations."""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.constraints import another_person, both_or_neither
from portal.core.models import FourEyes, UUIDModel
from portal.core.personal import PersonalData

_RETENTION = "while a registration of the holder lives; a draft alone 7 days"


def in_a_day() -> datetime:
    """A recovery by the safe word is decided within a day."""
    return timezone.now() + timedelta(days=1)


class AccessHolder(ConfidentialModel):
    """A family member, survivor or helper who registers: never a user of the staff's pages (ADR 0020).

    The safe word tells each side that the other is real.

    `decoy` is the empty page that the second PIN opens under threat; from then on the real page is `frozen_at` and
    neither PIN opens it, until two members of the staff give a new code (R-47).
    """

    language = models.CharField(max_length=5)
    safe_word = EncryptedTextField()
    created_at = models.DateTimeField(auto_now_add=True)
    last_seen_at = models.DateTimeField(null=True, blank=True)
    pin_digest = models.BinaryField(max_length=32, null=True)
    duress_digest = models.BinaryField(max_length=32, null=True)
    decoy = models.OneToOneField("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="shields")
    frozen_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="let her come back, and let her and us know each other on the telephone",
        retention=_RETENTION,
        fields={"language": "S1", "safe_word": "S3", "created_at": "S1", "last_seen_at": "S1", "frozen_at": "S2"}
        | {"pin_digest": "S3", "duress_digest": "S3"},
        technical=("key_id",),
        in_clear=dict.fromkeys(["pin_digest", "duress_digest"], "a slow digest under a secret of its own"),
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="duress_pin_beside_a_pin_and_a_decoy",
                condition=models.Q(duress_digest__isnull=True)
                | models.Q(pin_digest__isnull=False, decoy__isnull=False),
            )
        ]


class ReturnCode(UUIDModel):
    """A return code as Argon2id digest under a secret pepper. At most one per holder is live."""

    holder = models.ForeignKey(AccessHolder, on_delete=models.CASCADE, related_name="return_codes")
    digest = models.BinaryField(max_length=32, unique=True)
    issued_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="open her page with her code alone",
        retention=_RETENTION,
        fields={"digest": "S3", "issued_at": "S1", "revoked_at": "S1"},
        in_clear={"digest": "a slow digest under a secret of its own, by which her page is found"},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["holder"], condition=models.Q(revoked_at__isnull=True), name="one_live_return_code"
            )
        ]


class CodeRecovery(UUIDModel, FourEyes):
    """A new code after a lost one: asked for by one member of staff, approved by a second (four eyes).

    It rests on the safe word, or on `facts` that she knew: then it opens only after a day or more, and she may stop it.
    `callback` is the digest of a number by which the caller is known again when it opens.
    """

    holder = models.ForeignKey(AccessHolder, on_delete=models.CASCADE, related_name="recoveries")
    is_safe_word_confirmed = models.BooleanField(default=False)
    facts = models.JSONField(default=list, blank=True)
    callback = models.BinaryField(max_length=32, null=True)
    opens_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(default=in_a_day)
    stopped_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="who gave a new code to whom",
        retention="as long as the audit log",
        fields={"requested_at": "S1", "approved_at": "S1", "refused_at": "S1", "is_safe_word_confirmed": "S1"}
        | {"facts": "S1", "opens_at": "S1", "ends_at": "S1", "stopped_at": "S1"},
        technical=("callback",),
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="recovery_needs_two_people",
                condition=another_person("approved_by", than="requested_by"),
            ),
            models.CheckConstraint(
                name="recovery_approved_who_and_when",
                condition=both_or_neither("approved_by", "approved_at"),
            ),
            models.CheckConstraint(
                name="recovery_stopped_is_refused",
                condition=models.Q(stopped_at__isnull=True) | models.Q(refused_at__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["holder"],
                condition=models.Q(approved_at__isnull=True, refused_at__isnull=True),
                name="one_open_recovery_per_holder",
            ),
        ]
