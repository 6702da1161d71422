"""Words in a name that are not somebody's own name: particles, titles, "unknown". Floor 0, data only.

All are given as :func:`portal.names.folding.fold` leaves them at the loose level.
"""

ARTICLES = frozenset({"al", "el", "ul", "il", "ال"})
# as-Sadr, ad-Din, esh-Sham: an article only before a word that opens with the same letter.
SUN_ARTICLES = frozenset(
    {"as", "ash", "az", "ad", "an", "ar", "at", "es", "esh", "ez", "ed", "en", "er", "et", "us", "ud", "ur", "un"}
)
CLAN = frozenset({"ال", "aal", "ahl", "اهل", "beni", "bani", "بني", "بنو"})

# The name after these words is a tribe's.
TRIBE = frozenset(
    {"tribe", "ashira", "ashirat", "eshira", "eshireta", "hoza", "عشيره", "قبيله", "عهشيرهتي", "هوزي", "هوزا"}
)

# A clan written apart (آل, never the article ال): as it is written, case aside.
CLAN_AS_WRITTEN = frozenset({"آل", "aal", "ahl", "beni", "bani", "benî", "بني", "بنو", "أهل"})

SERVANT = frozenset(
    {"abd", "abdul", "abdel", "abdal", "abdu", "abdil", "abdol", "abd-al", "ebd", "ebdul", "ebdil", "ebdel", "evd",
     "evdil", "evdul", "avdel", "abid", "عبد", "عبدال", "عهبد", "عهبدول", "يهبدول", "عبدول"}
)  # fmt: skip
# Second halves that cling to the word before them.
FAITH = frozenset({"din", "deen", "dine", "eddin", "eddine", "uddin", "aldin", "دين", "الدين"})
GOD = frozenset({"allah", "ullah", "alah", "ulah", "lah", "الله", "الاه", "اللا"})

FATHER_OF = frozenset(
    {"abu", "abou", "abo", "aboo", "abi", "ebu", "ebo", "bave", "ابو", "ابي", "ابا", "يهبو", "باوكي", "بافي"}
)
MOTHER_OF = frozenset({"um", "umm", "oum", "om", "umi", "dayika", "diya", "ام", "يوم", "دايكي", "دايكا", "داياكا"})
CHILD_OF = frozenset(
    {"ibn", "bin", "ben", "bint", "bent", "binti", "wuld", "ould", "kure", "kece", "keca", "بن", "ابن", "بنت",
     "كوري", "كورا", "كچي", "كجي", "كجا"}
)  # fmt: skip

TITLES = frozenset(
    {"dr", "mr", "mrs", "ms", "prof", "haji", "hajji", "hadji", "haci", "hadschi", "sheikh", "shaikh", "shekh", "sheyh",
     "scheich", "cheikh", "mela", "mele", "mullah", "mulla", "heval", "hevala", "sayyid", "sayid", "ustad", "martyr",
     "الحاج", "حاج", "حاجي", "الحاجه", "حاجه", "الشيخ", "شيخ", "ملا", "مهلا", "السيد", "السيده", "سيد", "الدكتور",
     "دكتور", "د",
     "الاستاذ", "استاذ", "هيفال", "ههفال", "كاك", "كاكه", "shex", "seyid", "seyda", "mam", "حهجي",
     "سهيد", "سهيدا", "الملا", "المرحوم",
     "الشهيد", "شههيد", "shehid"}
)  # fmt: skip

UNKNOWN = frozenset(
    {"unknown", "unkown", "inconnu", "inconnue", "unbekannt", "na", "none", "nil", "null", "nenas", "nediyar",
     "bilinmiyor", "مجهول", "مجهوله", "غير معروف", "غير معروفه", "غير معلوم", "لا يوجد",
     "نهزانراو", "نهناسراو", "not known", "no name"}
)  # fmt: skip
