"""Districts (منطقة, mantiqa) of Syria under their governorates, named in four languages. Data only.

Drafted from general knowledge: Arabic is the official name, Kurmanji and Sorani what people say there, or else the
sound of it; where the people of a town have a name of their own (Kobanî, Serêkaniyê, Girê Spî, Dêrik), English has
both. What a native reader should look at stands in docs/translation.md. It is no statement about borders.
"""

# governorate: {the end of the code: (Arabic, Sorani, Kurmanji, English)}; the code is `sy-ha-qamishli`.
SYRIA: dict[str, dict[str, tuple[str, str, str, str]]] = {
    "SY-DI": {
        "damascus": ("دمشق", "دیمەشق", "Şam", "Damascus"),
    },
    "SY-RD": {
        "markaz": ("مركز ريف دمشق", "ناوەندی گوندەواری دیمەشق", "Navenda Gundewarê Şamê", "Rural Damascus centre"),
        "douma": ("دوما", "دووما", "Dûma", "Douma"),
        "qutayfah": ("القطيفة", "قوتێفە", "Qutêfe", "Qutayfah"),
        "tall": ("التل", "تەل", "Til", "Al-Tall"),
        "yabrud": ("يبرود", "یەبروود", "Yebrûd", "Yabrud"),
        "nabk": ("النبك", "نەبک", "Nebek", "An-Nabk"),
        "zabadani": ("الزبداني", "زەبەدانی", "Zebedanî", "Zabadani"),
        "qatana": ("قطنا", "قەتەنا", "Qetena", "Qatana"),
        "darayya": ("داريا", "دارەیا", "Dareya", "Darayya"),
        "qudsaya": ("قدسيا", "قودسەیا", "Qudseya", "Qudsaya"),
    },
    "SY-HL": {
        "jabal-saman": ("جبل سمعان", "چیای سەمعان", "Çiyayê Seman", "Jabal Saman"),
        "afrin": ("عفرين", "عەفرین", "Efrîn", "Afrin"),
        "azaz": ("اعزاز", "ئەعزاز", "Ezaz", "Azaz"),
        "bab": ("الباب", "باب", "Bab", "Al-Bab"),
        "manbij": ("منبج", "مەنبەج", "Minbic", "Manbij"),
        "kobani": ("عين العرب (كوباني)", "کۆبانی", "Kobanî", "Kobani (Ayn al-Arab)"),
        "jarabulus": ("جرابلس", "جەرابلوس", "Cerablus", "Jarabulus"),
        "safirah": ("السفيرة", "سەفیرە", "Sefîre", "As-Safirah"),
        "dayr-hafir": ("دير حافر", "دێر حافر", "Dêr Hafir", "Dayr Hafir"),
        "atarib": ("الأتارب", "ئەتارب", "Etarib", "Atarib"),
    },
    "SY-HI": {
        "homs": ("حمص", "حومس", "Hums", "Homs"),
        "qusayr": ("القصير", "قوسێر", "Qusêr", "Al-Qusayr"),
        "rastan": ("الرستن", "ڕەستەن", "Resten", "Rastan"),
        "talkalakh": ("تلكلخ", "تەلکەلەخ", "Telkelex", "Talkalakh"),
        "palmyra": ("تدمر", "تەدمور", "Tedmur", "Palmyra"),
        "mukharram": ("المخرم", "موخەڕەم", "Muxerem", "Mukharram"),
        "taldou": ("تلدو", "تەلدۆ", "Teldo", "Taldou"),
    },
    "SY-HM": {
        "hama": ("حماة", "حەما", "Hema", "Hama"),
        "salamiyah": ("السلمية", "سەلەمیە", "Selemiye", "Salamiyah"),
        "masyaf": ("مصياف", "مەسیاف", "Mesyaf", "Masyaf"),
        "mahardah": ("محردة", "مەحەردە", "Meherde", "Mahardah"),
        "suqaylabiyah": ("السقيلبية", "سوقێلبیە", "Suqêlbiye", "Suqaylabiyah"),
    },
    "SY-LA": {
        "latakia": ("اللاذقية", "لازقیە", "Laziqiye", "Latakia"),
        "jableh": ("جبلة", "جەبلە", "Ceble", "Jableh"),
        "haffah": ("الحفة", "حەفە", "Hefe", "Al-Haffah"),
        "qardaha": ("القرداحة", "قەرداحە", "Qerdaha", "Qardaha"),
    },
    "SY-TA": {
        "tartus": ("طرطوس", "تەرتوس", "Tertûs", "Tartus"),
        "baniyas": ("بانياس", "بانیاس", "Banyas", "Baniyas"),
        "safita": ("صافيتا", "سافیتا", "Safîta", "Safita"),
        "duraykish": ("الدريكيش", "دورێکیش", "Dirêkîş", "Duraykish"),
        "sheikh-badr": ("الشيخ بدر", "شێخ بەدر", "Şêx Bedir", "Sheikh Badr"),
    },
    "SY-ID": {
        "idlib": ("إدلب", "ئیدلیب", "Idlib", "Idlib"),
        "ariha": ("أريحا", "ئەریحا", "Erîha", "Ariha"),
        "harem": ("حارم", "حارم", "Harim", "Harem"),
        "jisr-al-shughur": ("جسر الشغور", "جیسر شوغوور", "Cisir Şuxûr", "Jisr al-Shughur"),
        "maarat-al-numan": ("معرة النعمان", "مەعەڕەت نوعمان", "Meret Numan", "Maarat al-Numan"),
    },
    "SY-HA": {
        "hasakah": ("الحسكة", "حەسەکە", "Hesekê", "Al-Hasakah"),
        "qamishli": ("القامشلي", "قامیشلۆ", "Qamişlo", "Qamishli"),
        "malikiyah": ("المالكية (ديريك)", "دێریک", "Dêrik", "Al-Malikiyah (Derik)"),
        "ras-al-ayn": ("رأس العين", "سەرێکانی", "Serêkaniyê", "Ras al-Ayn (Serekaniye)"),
    },
    "SY-RA": {
        "raqqa": ("الرقة", "ڕەقە", "Reqa", "Raqqa"),
        "tall-abyad": ("تل أبيض", "گرێ سپی", "Girê Spî", "Tall Abyad (Gire Spi)"),
        "thawrah": ("الثورة (الطبقة)", "تەبقە", "Tebqa", "Al-Thawrah (Tabqa)"),
    },
    "SY-DY": {
        "deir-ez-zor": ("دير الزور", "دێرەزوور", "Dêrezor", "Deir ez-Zor"),
        "mayadin": ("الميادين", "مەیادین", "Meyadîn", "Mayadin"),
        "abu-kamal": ("البوكمال", "بووکەمال", "Bûkemal", "Abu Kamal"),
    },
    "SY-DR": {
        "daraa": ("درعا", "دەرعا", "Dera", "Daraa"),
        "izra": ("إزرع", "ئیزرەع", "Izra", "Izra"),
        "sanamayn": ("الصنمين", "سەنەمەین", "Senemeyn", "As-Sanamayn"),
    },
    "SY-SU": {
        "suwayda": ("السويداء", "سوەیدا", "Siwêda", "As-Suwayda"),
        "shahba": ("شهبا", "شەهبا", "Şehba", "Shahba"),
        "salkhad": ("صلخد", "سەلخەد", "Selxed", "Salkhad"),
    },
    "SY-QU": {
        "quneitra": ("القنيطرة", "قونەیترە", "Qinêtra", "Quneitra"),
        "fiq": ("فيق", "فیق", "Fîq", "Fiq"),
    },
}
