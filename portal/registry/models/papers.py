"""Papers we gave out, so that others can ask whether a paper is ours."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models import UUIDModel
from portal.core.personal import PersonalData

from .registrations import RETENTION, Registration


class PaperKind(models.TextChoices):
    """What kind of paper."""

    SUMMARY = "summary", _("Summary of your registration")
    CERTIFICATE = "certificate", _("Certificate of registration")


class IssuedPaper(UUIDModel):
    """One paper with its code, kept as a keyed digest: the code itself stands on the paper alone."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="papers")
    kind = models.CharField(max_length=12, choices=PaperKind.choices)
    digest = models.BinaryField(max_length=32, unique=True)
    language = models.CharField(max_length=5)
    issued_at = models.DateTimeField()

    personal_data = PersonalData(
        use="confirm to whoever holds the paper that we issued it, and when",
        retention=RETENTION,
        fields={"kind": "S1", "language": "S1", "issued_at": "S1"},
        technical=("digest",),
    )
