"""All governorates of Syria (14) and Iraq (19), by ISO 3166-2, as their own people name them.

Arabic is the official name; Sorani and Kurmanji are the names in use there (Hewlêr, not Erbîl). Halabja became a
governorate of its own in April 2025; the lists of ISO 3166-2 that we could check have no code for it yet, so IQ-HL is
ours until they do.
"""

# code: (Arabic, Sorani, Kurmanji, English)
SYRIA: dict[str, tuple[str, str, str, str]] = {
    "SY-DI": ("دمشق", "دیمەشق", "Şam", "Damascus"),
    "SY-RD": ("ريف دمشق", "گوندەواری دیمەشق", "Gundewarê Şamê", "Rural Damascus"),
    "SY-HL": ("حلب", "حەلەب", "Heleb", "Aleppo"),
    "SY-HI": ("حمص", "حومس", "Hums", "Homs"),
    "SY-HM": ("حماة", "حەما", "Hema", "Hama"),
    "SY-LA": ("اللاذقية", "لازقیە", "Laziqiye", "Latakia"),
    "SY-TA": ("طرطوس", "تەرتوس", "Tertûs", "Tartus"),
    "SY-ID": ("إدلب", "ئیدلیب", "Idlib", "Idlib"),
    "SY-HA": ("الحسكة", "حەسەکە", "Hesekê", "Al-Hasakah"),
    "SY-RA": ("الرقة", "ڕەقە", "Reqa", "Raqqa"),
    "SY-DY": ("دير الزور", "دێرەزوور", "Dêrezor", "Deir ez-Zor"),
    "SY-DR": ("درعا", "دەرعا", "Dera", "Daraa"),
    "SY-SU": ("السويداء", "سوەیدا", "Siwêda", "As-Suwayda"),
    "SY-QU": ("القنيطرة", "قونەیترە", "Qinêtra", "Quneitra"),
}

IRAQ: dict[str, tuple[str, str, str, str]] = {
    "IQ-BG": ("بغداد", "بەغدا", "Bexda", "Baghdad"),
    "IQ-NI": ("نينوى", "نەینەوا", "Neynewa", "Nineveh"),
    "IQ-BA": ("البصرة", "بەسرە", "Besra", "Basra"),
    "IQ-AR": ("أربيل", "هەولێر", "Hewlêr", "Erbil"),
    "IQ-SU": ("السليمانية", "سلێمانی", "Silêmanî", "Sulaymaniyah"),
    "IQ-DA": ("دهوك", "دهۆک", "Dihok", "Duhok"),
    "IQ-HL": ("حلبجة", "هەڵەبجە", "Helebce", "Halabja"),
    "IQ-KI": ("كركوك", "کەرکووک", "Kerkûk", "Kirkuk"),
    "IQ-DI": ("ديالى", "دیالە", "Diyala", "Diyala"),
    "IQ-SD": ("صلاح الدين", "سەلاحەدین", "Selahedîn", "Salah al-Din"),
    "IQ-AN": ("الأنبار", "ئەنبار", "Enbar", "Anbar"),
    "IQ-BB": ("بابل", "بابل", "Babil", "Babil"),
    "IQ-KA": ("كربلاء", "کەربەلا", "Kerbela", "Karbala"),
    "IQ-NA": ("النجف", "نەجەف", "Necef", "Najaf"),
    "IQ-QA": ("القادسية", "قادسیە", "Qadisiye", "Al-Qadisiyyah"),
    "IQ-WA": ("واسط", "واست", "Wasit", "Wasit"),
    "IQ-MA": ("ميسان", "مەیسان", "Meysan", "Maysan"),
    "IQ-DQ": ("ذي قار", "زیقار", "Zîqar", "Dhi Qar"),
    "IQ-MU": ("المثنى", "موسەننا", "Musenna", "Muthanna"),
}

GOVERNORATES = {"SY": SYRIA, "IQ": IRAQ}
