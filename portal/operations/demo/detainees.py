"""Three invented sources and what each says. They contradict one another, as sources do; none is merged over another.

Columns are those of `import_detainees`. Being listed is not guilt.
"""

from dataclasses import dataclass
from datetime import date

from portal.detainees.enums import Reliability, SharingTerms

_COLUMNS = (
    "external_id",
    "full_name",
    "sex",
    "birth_date",
    "birth_place",
    "nationality",
    "event_place",
    "event_date",
    "facility",
    "legal_status",
    "source_note",
)


@dataclass(frozen=True)
class DemoList:
    """One list as received; `rows` in the order of `COLUMNS`."""

    source: str
    label: str
    reliability: str
    sharing_terms: str
    received_on: date
    rows: tuple[tuple[str, ...], ...]


COLUMNS = _COLUMNS
LISTS = (
    DemoList(
        source="Visitors' list of an invented committee",
        label="Spring 2026",
        reliability=Reliability.B,
        sharing_terms=SharingTerms.FAMILY_AFTER_DECISION,
        received_on=date(2026, 3, 2),
        rows=(
            (
                "V-001",
                "خالد سلمان خلف",
                "male",
                "1991",
                "سنجار",
                "IQ",
                "سنجار",
                "2014-08",
                "مركز احتجاز أ",
                "unknown",
                "",
            ),
            (
                "V-002",
                "Omar Yasin Mahmood Al-Juburi",
                "male",
                "1988",
                "Mosul",
                "IQ",
                "Mosul",
                "2015-06",
                "Facility A",
                "held_without_charge",
                "",
            ),
            (
                "V-003",
                "كاروان احمد رشيد",
                "male",
                "1985",
                "كركوك",
                "IQ",
                "الحويجة",
                "2015",
                "مركز احتجاز ب",
                "charged",
                "",
            ),
            (
                "V-004",
                "Sargun Odisho Khoshaba",
                "male",
                "1962",
                "Tall Tamr",
                "SY",
                "Khabur",
                "2015",
                "Facility C",
                "unknown",
                "age given by a fellow prisoner",
            ),
            (
                "V-005",
                "احمد خلف الحسن",
                "male",
                "1999",
                "دير الزور",
                "SY",
                "الشحيل",
                "2019",
                "مركز احتجاز ج",
                "unknown",
                "",
            ),
            (
                "V-006",
                "مصطفى كمال بياتلي",
                "male",
                "1968",
                "طوزخورماتو",
                "IQ",
                "طوزخورماتو",
                "2016-04",
                "مركز احتجاز ب",
                "released",
                "",
            ),
            (
                "V-007",
                "روژين حميد شيخو",
                "female",
                "1992",
                "عفرين",
                "SY",
                "عفرين",
                "2018",
                "Facility C",
                "death_sentence",
                "",
            ),
        ),
    ),
    DemoList(
        source="Letters kept by an invented archive",
        label="Letters 2013 to 2024",
        reliability=Reliability.C,
        sharing_terms=SharingTerms.ASK_SOURCE,
        received_on=date(2026, 2, 9),
        rows=(
            (
                "L-17",
                "Xalid Silêman Xelef",
                "male",
                "1993~",
                "Şengal",
                "IQ",
                "Şengal",
                "2014-08-03",
                "Cihê D",
                "unknown",
                "",
            ),
            (
                "L-21",
                "سامر عبدالكريم درويش",
                "male",
                "1979",
                "حمص",
                "SY",
                "حمص",
                "2013-02",
                "فرع ذُكر في رسالة",
                "unknown",
                "رسالة واحدة من عام 2014",
            ),
            ("L-22", "مصطفى كمال البياتي", "male", "1967", "كركوك", "IQ", "طوزخورماتو", "2016-04", "", "unknown", ""),
            ("L-23", "ليث محمد بركات", "male", "1984", "ادلب", "SY", "معرة النعمان", "2017", "", "released", ""),
        ),
    ),
    DemoList(
        source="Unsigned list found online (invented)",
        label="As found",
        reliability=Reliability.E,
        sharing_terms=SharingTerms.CASE_TEAM,
        received_on=date(2026, 1, 20),
        rows=(
            ("9", "خالد سليمان خلف", "male", "1990", "سنجار", "SY", "سنجار", "2014-09", "مركز هـ", "released", ""),
            ("14", "عمر ياسين", "male", "", "", "IQ", "الموصل", "2016", "مركز احتجاز و", "died", ""),
            ("15", "مريم بهنام", "female", "2001", "قرقوش", "IQ", "", "2014", "", "unknown", ""),
            ("31", "آزاد مصطفى بوزان", "male", "1997", "كوباني", "SY", "", "2014", "", "unknown", ""),
        ),
    ),
)
