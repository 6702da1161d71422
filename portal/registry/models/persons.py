"""The person sought, the person's names, and when and where the person was last known."""

from django.db import models

from portal.confidential.fields import EncryptedTextField
from portal.confidential.models import BlindIndexRow, ConfidentialModel
from portal.core.personal import PersonalData
from portal.places.models import Place
from portal.registry.enums import Knowledge, NameKind

from .registrations import RETENTION, InForceManager, Registration


class PersonSought(ConfidentialModel):
    """The person a registration is about. Presumed alive.

    An amendment writes the person anew with all that hangs on it. `objects` and the relations back show what is in
    force; `every` also what was told before.
    `birth_date` is EDTF; `birth_date_as_said` is what `core.calendars` keeps of another calendar.
    """

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="persons")
    sex = EncryptedTextField()
    birth_date = EncryptedTextField()
    birth_date_as_said = EncryptedTextField(null=True)
    birth_place = EncryptedTextField()
    nationality = EncryptedTextField()
    superseded_at = models.DateTimeField(null=True, blank=True)

    objects = InForceManager()
    every = models.Manager()

    personal_data = PersonalData(
        use="tell the person from others of the same name",
        retention=RETENTION,
        fields={
            "sex": "S2",
            "birth_date": "S2",
            "birth_date_as_said": "S2",
            "birth_place": "S2",
            "nationality": "S2",
            "superseded_at": "S1",
        },
        technical=("key_id",),
    )


class PersonName(ConfidentialModel):
    """One name of a person, as written, with its parts as far as known. A person has many.

    The mother's line is her own name (`mother`), her father's and her family's. Rows from before a part was asked for
    have nothing there, not even a sealed nothing.
    """

    person = models.ForeignKey(PersonSought, on_delete=models.CASCADE, related_name="names")
    kind = models.CharField(max_length=10, choices=NameKind.choices)
    script = models.CharField(max_length=4)
    language = models.CharField(max_length=5)
    is_primary = models.BooleanField(default=False)
    full_as_written = EncryptedTextField()
    given = EncryptedTextField()
    father = EncryptedTextField()
    grandfather = EncryptedTextField()
    family = EncryptedTextField()
    kunya = EncryptedTextField()
    mother = EncryptedTextField()
    mother_father = EncryptedTextField(null=True)
    mother_family = EncryptedTextField(null=True)
    nisba = EncryptedTextField(null=True)
    tribe = EncryptedTextField(null=True)

    personal_data = PersonalData(
        use="find the person in lists written in other scripts and spellings",
        retention=RETENTION,
        fields={
            "full_as_written": "S3",
            "given": "S3",
            "father": "S3",
            "grandfather": "S3",
            "family": "S3",
            "kunya": "S3",
            "mother": "S3",
            "mother_father": "S3",
            "mother_family": "S3",
            "nisba": "S3",
            "tribe": "S3",
        },
        technical=("key_id", "kind", "script", "language", "is_primary"),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(is_primary=True), name="one_primary_name_per_person"
            )
        ]


class LastKnown(ConfidentialModel):
    """When and where the person was last known.

    `date` is EDTF, `date_as_said` what `core.calendars` keeps of another calendar; `date_in_words` and `place_as_told`
    are verbatim. `place` is the nearest one of the list: a district, a place of detention, a governorate or a country.
    `anchor` and `controlled_by` are codes.
    """

    person = models.OneToOneField(PersonSought, on_delete=models.CASCADE, related_name="last_known")
    date_knowledge = models.CharField(max_length=10, choices=Knowledge.choices, default=Knowledge.NOT_ASKED)
    date = EncryptedTextField()
    date_as_said = EncryptedTextField(null=True)
    date_in_words = EncryptedTextField()
    anchor = EncryptedTextField(null=True)
    place_knowledge = models.CharField(max_length=10, choices=Knowledge.choices, default=Knowledge.NOT_ASKED)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    place_as_told = EncryptedTextField()
    controlled_by = EncryptedTextField(null=True)

    personal_data = PersonalData(
        use="compare with when and where detained people were taken",
        retention=RETENTION,
        fields={
            "date": "S2",
            "date_as_said": "S2",
            "date_in_words": "S2",
            "anchor": "S2",
            "place_as_told": "S2",
            "controlled_by": "S2",
        },
        technical=("key_id", "date_knowledge", "place_knowledge"),
    )


class NameIndex(BlindIndexRow):
    """Blind-index tokens of a person's names."""

    person = models.ForeignKey(PersonSought, on_delete=models.CASCADE, related_name="name_tokens")

    personal_data = PersonalData(
        use="narrow a search without opening names", retention=RETENTION, technical=("field", "token", "version")
    )

    class Meta:
        indexes = [models.Index(fields=["version", "field", "token", "person"], name="registry_name_narrows")]
