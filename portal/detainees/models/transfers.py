"""Many people taken from one place to another at once (floor 5). Who was among them stands in custody entries."""

from django.conf import settings
from django.db import models

from portal.core.models import UUIDModel
from portal.core.personal import PersonalData
from portal.places.models import Place

from .lists import RETENTION, Source


class Transfer(UUIDModel):
    """One transfer as somebody reports it. Both dates are EDTF; places are words, and known places where they are."""

    label = models.CharField(max_length=120)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="transfers")
    from_place = models.CharField(max_length=200)
    from_known = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    to_place = models.CharField(max_length=200)
    to_known = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    began = models.CharField(max_length=32)
    ended = models.CharField(max_length=32, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField(auto_now_add=True)

    personal_data = PersonalData(
        use="which of the persons listed were moved together, from where to where",
        retention=RETENTION,
        fields={"label": "S1", "from_place": "S1", "to_place": "S1", "began": "S1", "ended": "S1"},
        technical=("entered_at",),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "label"], name="one_transfer_per_source_and_label"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def when(self) -> str:
        """The whole time it took, as one date in EDTF."""
        return f"{self.began}/{self.ended}" if self.ended else self.began
