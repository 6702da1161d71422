"""A planted record of the demonstration, on the list of an invented source (floor 8; R-23). Nobody real is meant."""

from portal.accounts.models import PlantedRecord, User
from portal.detainees.models import Source
from portal.detainees.services.planting import Invented, plant_detainee

from .detainees import LISTS

_BY = "demo-administrator"
_INVENTED = Invented(
    name="نوري حسكو درويش",
    mother="زريفة",
    sex="male",
    birth_year=1986,
    birth_place="تل تمر",
    year=2015,
    place="مركدة",
)


def load_planted() -> int:
    """Plant it where none is yet; return how many there are."""
    if not PlantedRecord.objects.exists():
        source = Source.objects.get(name=LISTS[0].source)
        plant_detainee(source=source, invented=_INVENTED, by=User.objects.get(username=_BY))
    return PlantedRecord.objects.count()
