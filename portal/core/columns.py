"""The columns of the exchange files, and the headings under which people write them (floor 0).

Lists of detained persons and of registrations share these columns; each importer says which of them it uses.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from .languages import latin_digits

PERSON_COLUMNS = (
    "external_id",
    "full_name",
    "given_name",
    "father_name",
    "grandfather_name",
    "family_name",
    "kunya",
    "mother_name",
    "sex",
    "birth_date",
    "birth_place",
    "nationality",
    "event_place",
    "event_date",
)
DETAINEE_COLUMNS = (*PERSON_COLUMNS, "facility", "legal_status", "source_note")
REGISTRATION_COLUMNS = (*PERSON_COLUMNS, "kind", "relationship")

# Headings as found in lists: English, Arabic, Sorani, Kurmanji. Compared without case, vowel signs and punctuation.
HEADINGS: dict[str, tuple[str, ...]] = {
    # Running numbers ("no", "ت") are left out on purpose: they change from list to list and would mix people up.
    "external_id": (
        "id",
        "record id",
        "detainee id",
        "detainee number",
        "prisoner number",
        "isn",
        "reference",
        "رقم السجل",
        "رقم المحتجز",
        "المعرف",
        "ژمارەی تۆمار",
        "ناسنامە",
        "hejmara tomarê",
        "nasname",
    ),
    "full_name": (
        "name",
        "full name",
        "names",
        "detainee name",
        "الاسم",
        "الاسم الكامل",
        "الاسم الثلاثي",
        "الاسم الرباعي",
        "اسم المحتجز",
        "ناو",
        "ناوی تەواو",
        "ناوی سیانی",
        "ناوی چواری",
        "nav",
        "nav û paşnav",
        "navê temam",
        "navê tevahî",
    ),
    "given_name": (
        "given",
        "first name",
        "forename",
        "الاسم الأول",
        "الاسم الشخصي",
        "ناوی یەکەم",
        "navê pêşîn",
        "navê yekem",
    ),
    "father_name": (
        "father",
        "father s name",
        "fathers name",
        "name of father",
        "اسم الأب",
        "الأب",
        "اسم الوالد",
        "ناوی باوک",
        "باوک",
        "navê bavê",
        "navê bav",
        "bav",
    ),
    "grandfather_name": (
        "grandfather",
        "grandfather s name",
        "grandfathers name",
        "اسم الجد",
        "الجد",
        "ناوی باپیر",
        "باپیر",
        "navê bapîr",
        "navê bapîrê",
        "bapîr",
    ),
    "family_name": (
        "family",
        "surname",
        "last name",
        "tribe",
        "اللقب",
        "العائلة",
        "اسم العائلة",
        "الشهرة",
        "العشيرة",
        "نازناو",
        "ناوی خێزان",
        "ناوی بنەماڵە",
        "paşnav",
        "navê malbatê",
    ),
    "kunya": (
        "abu name",
        "alias",
        "nickname",
        "nom de guerre",
        "also known as",
        "aka",
        "أبو",
        "الاسم الحركي",
        "ناسناو",
        "navê din",
        "bernav",
    ),
    "mother_name": (
        "mother",
        "mother s name",
        "mothers name",
        "name of mother",
        "اسم الأم",
        "الأم",
        "اسم الوالدة",
        "ناوی دایک",
        "دایک",
        "navê dayikê",
        "navê dê",
        "dayik",
    ),
    "sex": ("gender", "الجنس", "ڕەگەز", "رەگەز", "zayend"),
    "birth_date": (
        "date of birth",
        "dob",
        "born",
        "birth",
        "year of birth",
        "birth year",
        "تاريخ الميلاد",
        "تاريخ الولادة",
        "تاریخ الولاده",
        "المواليد",
        "سنة الميلاد",
        "بەرواری لەدایکبوون",
        "ساڵی لەدایکبوون",
        "لەدایکبوون",
        "dîroka jidayikbûnê",
        "roja jidayikbûnê",
        "jidayikbûn",
        "sala jidayikbûnê",
    ),
    "birth_place": (
        "place of birth",
        "محل الولادة",
        "مكان الولادة",
        "مكان الميلاد",
        "شوێنی لەدایکبوون",
        "cihê jidayikbûnê",
    ),
    "nationality": (
        "citizenship",
        "country",
        "الجنسية",
        "ڕەگەزنامە",
        "رەگەزنامە",
        "نەتەوە",
        "hemwelatî",
        "netewe",
        "welat",
    ),
    "event_place": (
        "place of arrest",
        "place of capture",
        "capture place",
        "arrest place",
        "مكان الاعتقال",
        "مكان التوقيف",
        "مكان القبض",
        "شوێنی دەستگیرکردن",
        "cihê girtinê",
    ),
    "event_date": (
        "date of arrest",
        "date of capture",
        "capture date",
        "arrest date",
        "تاريخ الاعتقال",
        "تاريخ التوقيف",
        "تاريخ القبض",
        "بەرواری دەستگیرکردن",
        "dîroka girtinê",
        "roja girtinê",
    ),
    "facility": (
        "prison",
        "place of detention",
        "detention facility",
        "camp",
        "السجن",
        "مكان الاحتجاز",
        "مكان التوقيف الحالي",
        "المخيم",
        "زیندان",
        "بەندیخانە",
        "شوێنی دەستبەسەری",
        "zindan",
        "girtîgeh",
        "kamp",
    ),
    "legal_status": (
        "status",
        "legal state",
        "الوضع القانوني",
        "الحالة القانونية",
        "الموقف القانوني",
        "دۆخی یاسایی",
        "باری یاسایی",
        "rewşa hiqûqî",
        "rewşa yasayî",
    ),
    "source_note": (
        "note",
        "notes",
        "remark",
        "remarks",
        "comment",
        "comments",
        "ملاحظة",
        "ملاحظات",
        "تێبینی",
        "تێبینییەکان",
        "têbînî",
        "nîşe",
    ),
    "kind": ("registration kind", "نوع التسجيل", "جۆری تۆمارکردن", "cureyê tomarkirinê"),
    "relationship": (
        "relation",
        "relation to the person",
        "صلة القرابة",
        "صلة القربى",
        "القرابة",
        "پەیوەندی",
        "خزمایەتی",
        "têkilî",
        "xizmatî",
    ),
}

_FOLDED = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ە": "ه", "ک": "ك", "ڕ": "ر", "ێ": "ي", "ۆ": "و"}
)


def plain_heading(text: str) -> str:
    """A heading for comparing: no case, accents of the alphabet kept, vowel signs, blanks and punctuation gone."""
    text = unicodedata.normalize("NFC", latin_digits(text[:200]).casefold()).translate(_FOLDED)
    return " ".join(re.findall(r"[^\W_]+", re.sub("[\u064b-\u065f\u0640\u200c\u200d\u200e\u200f\ufeff]", "", text)))


_BY_HEADING = {
    plain_heading(heading): column
    for column, headings in HEADINGS.items()
    for heading in (column.replace("_", " "), *headings)
}


def recognised(header: Iterable[str]) -> dict[str, int]:
    """Map each canonical column to the place of the first heading that names it."""
    found: dict[str, int] = {}
    for place, heading in enumerate(header):
        column = _BY_HEADING.get(plain_heading(heading))
        if column is not None:
            found.setdefault(column, place)
    return found


def map_columns(header: Sequence[str], columns: Sequence[str]) -> dict[str, int]:
    """Like `recognised`, for the columns one importer uses."""
    return {column: place for column, place in recognised(header).items() if column in columns}
