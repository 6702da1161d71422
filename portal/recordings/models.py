"""A recording of a question of ours. Nothing in it is of a family."""

from django.conf import settings
from django.db import models

from portal.core.models import UUIDModel
from portal.core.personal import NOTHING_PERSONAL
from portal.evidence.examination import verdicts as v
from portal.registry.enums import RegistrationKind

# Old telephones play the first two; the third is what voice messages are.
TAKEN = frozenset({v.MP3, v.M4A, v.OGG})


class RecordingQuerySet(models.QuerySet["Recording"]):
    """Recordings in the words of the domain."""

    def live(self) -> "RecordingQuerySet":
        """Those that are heard now."""
        return self.filter(ended_at__isnull=True)

    def heard_for(self, question: str, kind: str, language: str) -> "Recording | None":
        """The one for a kind of registration, else the one for every kind; None where nobody has spoken it yet."""
        found = self.live().filter(question=question, language=language, kind__in=("", kind))
        return found.order_by("-kind").first()


class Recording(UUIDModel):
    """One file for a question, a kind of registration (empty: every kind) and a language. Replaced, it ends."""

    question = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=RegistrationKind.choices, blank=True)
    language = models.CharField(max_length=5)
    file_hash = models.CharField(max_length=64, db_index=True)
    media_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    put_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    put_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RecordingQuerySet.as_manager()

    personal_data = NOTHING_PERSONAL

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question", "kind", "language"],
                condition=models.Q(ended_at__isnull=True),
                name="one_live_recording_per_question",
            )
        ]

    @property
    def name(self) -> str:
        """The file's name: its SHA-256, so that a browser may keep it for ever."""
        return f"{self.file_hash}.{v.ENDING_OF[self.media_type]}"

    @property
    def path(self) -> str:
        """Where it lies in the folder of media."""
        return f"recordings/{self.name}"
