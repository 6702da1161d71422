"""What people enter on a record beside what lists say (floor 5; ADR 0023). Never overwritten: a newer row corrects."""

from django.conf import settings
from django.db import models

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.personal import PersonalData
from portal.detainees.enums import CustodyKind, Degree, StatementAbout
from portal.places.models import Place

from .lists import RETENTION, Source
from .records import DetaineeRecord
from .transfers import Transfer

_TECHNICAL = ("key_id", "entered_at", "is_withdrawal")


class EntryQuerySet(models.QuerySet):
    """Entries in the words of the domain."""

    def live(self) -> "EntryQuerySet":
        """Those that no newer row corrects and that say something."""
        return self.filter(corrected_by__isnull=True, is_withdrawal=False)

    def in_order(self) -> "EntryQuerySet":
        """The oldest first, with who entered each and what corrects it."""
        return self.select_related("source", "entered_by", "corrected_by__entered_by").order_by("entered_at", "pk")


class Entry(ConfidentialModel):
    """Who says it, on what it rests, who entered it. `corrects` names the older row; a withdrawal only takes it back.

    `entered_by` is empty where the portal itself wrote it (an import by command, the demonstration).
    """

    record = models.ForeignKey(DetaineeRecord, on_delete=models.CASCADE, related_name="%(class)s_rows")
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said_by = EncryptedTextField()
    basis = EncryptedTextField()
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField(auto_now_add=True)
    corrects = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="corrected_by"
    )
    is_withdrawal = models.BooleanField(default=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_withdraws_something",
                condition=models.Q(is_withdrawal=False) | models.Q(corrects__isnull=False),
            ),
        ]


class CustodyEntry(Entry):
    """Something that happened in custody. `date` is EDTF, `place` as said; `facility` a place we know."""

    kind = models.CharField(max_length=12, choices=CustodyKind.choices)
    date = EncryptedTextField()
    place = EncryptedTextField()
    facility = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    transfer = models.ForeignKey(
        Transfer, null=True, blank=True, on_delete=models.PROTECT, related_name="custody_entries"
    )

    personal_data = PersonalData(
        use="what happened to the person in custody, by whom it is said",
        retention=RETENTION,
        fields={"date": "S2", "place": "S2", "said_by": "S2", "basis": "S2"},
        technical=("kind", *_TECHNICAL),
    )

    class Meta(Entry.Meta):
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                fields=["record", "transfer"],
                condition=models.Q(corrects__isnull=True),
                name="one_entry_per_record_and_transfer",
            ),
        ]


class Statement(Entry):
    """One statement about legal status, nationality, age, danger or rights. `said_on` is EDTF."""

    about = models.CharField(max_length=16, choices=StatementAbout.choices)
    degree = models.CharField(max_length=10, choices=Degree.choices)
    value = EncryptedTextField()
    said_on = EncryptedTextField()

    personal_data = PersonalData(
        use="protect a child, know a danger and the legal status, by whom it is said",
        retention=RETENTION,
        fields={"value": "S3", "said_on": "S2", "said_by": "S2", "basis": "S2"},
        technical=("about", "degree", *_TECHNICAL),
    )


class SourceAnswer(Entry):
    """What a source answered when it was asked whether one person's family may be told; `said_by` is who answered."""

    may_tell = models.BooleanField()
    answered_on = models.DateField()
    expires_on = models.DateField()

    personal_data = PersonalData(
        use="tell a family only what the source allows",
        retention=RETENTION,
        fields={"said_by": "S2", "basis": "S2"},
        technical=("may_tell", "answered_on", "expires_on", *_TECHNICAL),
    )

    class Meta(Entry.Meta):
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="source_answer_ends_after_it_begins", condition=models.Q(expires_on__gt=models.F("answered_on"))
            ),
        ]
