"""What the family and a caseworker write to each other, and what was typed and not yet sent."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.confidential.fields import EncryptedJSONField, EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.personal import PersonalData

from .registrations import RETENTION, Registration


class Author(models.TextChoices):
    """Who wrote a message."""

    FAMILY = "family", _("The family")
    STAFF = "staff", _("Staff")


class MessageQuerySet(models.QuerySet["Message"]):
    """Messages in the words of the domain."""

    def unread_from(self, author: str) -> "MessageQuerySet":
        """Those of one author that the other side has not opened."""
        return self.filter(author=author, read_at__isnull=True)


class Message(ConfidentialModel):
    """One message about a registration, sealed under the registration's key. Nothing is changed once it is sent."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="messages")
    author = models.CharField(max_length=6, choices=Author.choices)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    words = EncryptedTextField()
    written_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    personal_data = PersonalData(
        use="let her and the person in charge of her file write to each other",
        retention=RETENTION,
        fields={"author": "S1", "words": "S3", "written_at": "S1", "read_at": "S1"},
        technical=("key_id",),
    )

    class Meta:
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="message_of_staff_names_who",
                condition=models.Q(author=Author.STAFF, written_by__isnull=False)
                | models.Q(author=Author.FAMILY, written_by__isnull=True),
            )
        ]


class UnsentWords(ConfidentialModel):
    """What she typed when her page had already closed, for one place of it; shown again after her code."""

    registration = models.OneToOneField(Registration, on_delete=models.CASCADE, related_name="unsent_words")
    place = models.CharField(max_length=40)
    typed = EncryptedJSONField()
    kept_at = models.DateTimeField(auto_now=True)

    personal_data = PersonalData(
        use="lose nothing that she typed",
        retention="until she sends it; 7 days at most",
        fields={"typed": "S3", "kept_at": "S1"},
        technical=("key_id", "place"),
    )
