"""What a family tells of what happened. Alleged, believed or heard: nothing here is what was established."""

from django.conf import settings
from django.db import models

from portal.confidential.fields import EncryptedJSONField, EncryptedTextField
from portal.confidential.models import ConfidentialModel
from portal.core.constraints import both_or_neither
from portal.core.models import UUIDModel
from portal.core.personal import PersonalData
from portal.places.models import Place
from portal.registry.enums import Knowledge

from .persons import PersonSought
from .registrations import RETENTION, Registration


class Happened(ConfidentialModel):
    """What was done, and by whom: codes of `Harm` and `Party`, and her own words for those who did it."""

    person = models.OneToOneField(PersonSought, on_delete=models.CASCADE, related_name="happened")
    harms = EncryptedJSONField()
    parties = EncryptedJSONField()
    parties_in_words = EncryptedTextField()

    personal_data = PersonalData(
        use="know what a court may be asked, and whom the family fears",
        retention=RETENTION,
        fields={"harms": "S3", "parties": "S3", "parties_in_words": "S3"},
        technical=("key_id",),
    )


class Belief(ConfidentialModel):
    """What the family believes of the fate, and why: codes of `BelievedFate` and `Source`. Never a finding of staff."""

    person = models.OneToOneField(PersonSought, on_delete=models.CASCADE, related_name="belief")
    fate = EncryptedTextField()
    basis = EncryptedJSONField()

    personal_data = PersonalData(
        use="speak with the family in the right way",
        retention=RETENTION,
        fields={"fate": "S3", "basis": "S3"},
        technical=("key_id",),
    )


class HeardPlace(ConfidentialModel):
    """A place of detention as a family heard its name. Staff may say which place of the list it is.

    The same words of one registration are one row, also after an amendment: what was found out is not lost by it.
    """

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="heard_places")
    words = EncryptedTextField()
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    linked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    linked_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        use="know which place a family means",
        retention=RETENTION,
        fields={"words": "S3", "linked_at": "S1"},
        technical=("key_id",),
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="heard_place_linked_by_somebody_at_a_time",
                condition=both_or_neither("place", "linked_by", "linked_at"),
            )
        ]


class Stay(ConfidentialModel):
    """One place where the person was held, as told. Dates are EDTF, `…_as_said` what is kept of another calendar."""

    person = models.ForeignKey(PersonSought, on_delete=models.CASCADE, related_name="stays")
    position = models.PositiveSmallIntegerField()
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    heard = models.ForeignKey(HeardPlace, null=True, blank=True, on_delete=models.CASCADE, related_name="stays")
    began = EncryptedTextField()
    began_as_said = EncryptedTextField()
    ended = EncryptedTextField()
    ended_as_said = EncryptedTextField()
    source = EncryptedTextField()
    sureness = EncryptedTextField()

    personal_data = PersonalData(
        use="follow where the person was held and moved",
        retention=RETENTION,
        fields={
            "began": "S2",
            "began_as_said": "S2",
            "ended": "S2",
            "ended_as_said": "S2",
            "source": "S2",
            "sureness": "S2",
        },
        technical=("key_id", "position"),
    )

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["person", "position"], name="stays_of_a_person_in_order"),
            models.CheckConstraint(
                name="stay_at_some_place",
                condition=models.Q(place__isnull=False) | models.Q(heard__isnull=False),
            ),
        ]


class Silence(UUIDModel):
    """That a question was left open on purpose: she does not know, or prefers not to say. No row: not answered yet."""

    person = models.ForeignKey(PersonSought, on_delete=models.CASCADE, related_name="silences")
    question = models.CharField(max_length=40)
    knowledge = models.CharField(
        max_length=10,
        choices=[(each.value, each.label) for each in (Knowledge.UNKNOWN, Knowledge.UNSAID)],
    )

    personal_data = PersonalData(
        use="ask nobody again who does not know or prefers not to say",
        retention=RETENTION,
        fields={"question": "S1", "knowledge": "S2"},
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "question"], name="one_silence_per_question")]
