"""Places of detention and camps that the public record behind this portal names. Data only.

Nothing is listed here from hearsay: a place that is missing is written by the family in their own words, as they
heard it. Sources: the joint statement of January 2022 (Al-Sina'a prison), Koblenz Higher Regional Court, 13 January
2022 (Al-Khatib branch), the numbers on camp cards (al-Hol, Roj); the reports of Human Rights Watch of 2012 and 2015 and
of Amnesty International of 2016 on places of detention in Syria; the central prisons that Iraq's Ministry of Justice
names as its own. The names say what a place is called, not who is held there or why. Branches that are known by a
number stand here by their name.
"""

# code: (kind, code of the governorate, (Arabic, Sorani, Kurmanji, English))
HELD: dict[str, tuple[str, str, tuple[str, str, str, str]]] = {
    "sy-ha-sinaa-prison": (
        "detention",
        "SY-HA",
        ("سجن الصناعة (غويران)", "زیندانی سیناعە (غوێران)", "Girtîgeha Sinaa (Xiwêran)", "Al-Sinaa prison (Ghuwayran)"),
    ),
    "sy-di-khatib-branch": (
        "detention",
        "SY-DI",
        ("فرع الخطيب", "لقی خەتیب", "Şaxa Xetîb", "Al-Khatib branch"),
    ),
    "sy-ha-hol-camp": (
        "camp",
        "SY-HA",
        ("مخيم الهول", "کەمپی هۆل", "Kampa Holê", "Al-Hol camp"),
    ),
    "sy-ha-roj-camp": (
        "camp",
        "SY-HA",
        ("مخيم روج", "کەمپی ڕۆژ", "Kampa Roj", "Roj camp"),
    ),
    "sy-rd-saydnaya-prison": (
        "detention",
        "SY-RD",
        (
            "سجن صيدنايا العسكري",
            "زیندانی سەربازیی سەیدنایا",
            "Girtîgeha leşkerî ya Seydnayayê",
            "Saydnaya military prison",
        ),
    ),
    "sy-rd-adra-prison": (
        "detention",
        "SY-RD",
        ("سجن عدرا المركزي", "زیندانی ناوەندیی عەدرا", "Girtîgeha navendî ya Edrayê", "Adra central prison"),
    ),
    "sy-hi-tadmur-prison": (
        "detention",
        "SY-HI",
        ("سجن تدمر", "زیندانی تەدمور", "Girtîgeha Tedmurê", "Tadmur (Palmyra) prison"),
    ),
    "sy-hi-homs-central-prison": (
        "detention",
        "SY-HI",
        ("سجن حمص المركزي", "زیندانی ناوەندیی حومس", "Girtîgeha navendî ya Humsê", "Homs central prison"),
    ),
    "sy-hl-aleppo-central-prison": (
        "detention",
        "SY-HL",
        ("سجن حلب المركزي", "زیندانی ناوەندیی حەلەب", "Girtîgeha navendî ya Helebê", "Aleppo central prison"),
    ),
    "sy-di-palestine-branch": (
        "detention",
        "SY-DI",
        ("فرع فلسطين", "لقی فەلەستین", "Şaxa Filistînê", "Palestine branch"),
    ),
    "sy-di-region-branch": (
        "detention",
        "SY-DI",
        ("فرع المنطقة", "لقی ناوچە", "Şaxa Herêmê", "Region branch"),
    ),
    "sy-di-raids-branch": (
        "detention",
        "SY-DI",
        ("فرع سرية المداهمة", "لقی یەکەی هەڵکوتان", "Şaxa Yekîneya Serdegirtinê", "Raids company branch"),
    ),
    "sy-di-mezzeh-airport": (
        "detention",
        "SY-DI",
        (
            "مطار المزة العسكري",
            "فڕۆکەخانەی سەربازیی مەززە",
            "Balafirgeha leşkerî ya Mezzeyê",
            "Mezzeh military airport",
        ),
    ),
    "iq-dq-nasiriyah-prison": (
        "detention",
        "IQ-DQ",
        (
            "سجن الناصرية المركزي (الحوت)",
            "زیندانی ناوەندیی ناسریە (حووت)",
            "Girtîgeha navendî ya Nasiriyeyê (Hût)",
            "Nasiriyah central prison (al-Hut)",
        ),
    ),
    "iq-bg-karkh-prison": (
        "detention",
        "IQ-BG",
        ("سجن الكرخ المركزي", "زیندانی ناوەندیی کەرخ", "Girtîgeha navendî ya Kerxê", "Al-Karkh central prison"),
    ),
    "iq-bg-rusafa-prison": (
        "detention",
        "IQ-BG",
        ("سجن الرصافة", "زیندانی ڕوسافە", "Girtîgeha Rusafayê", "Al-Rusafa prison"),
    ),
    "iq-bg-taji-prison": (
        "detention",
        "IQ-BG",
        ("سجن التاجي", "زیندانی تاجی", "Girtîgeha Tacî", "Taji prison"),
    ),
    "iq-bg-abu-ghraib-prison": (
        "detention",
        "IQ-BG",
        ("سجن أبو غريب", "زیندانی ئەبوغرێب", "Girtîgeha Ebû Xirêbê", "Abu Ghraib prison"),
    ),
    "iq-ni-badush-prison": (
        "detention",
        "IQ-NI",
        ("سجن بادوش", "زیندانی بادووش", "Girtîgeha Badûşê", "Badush prison"),
    ),
    "iq-su-susa-prison": (
        "detention",
        "IQ-SU",
        ("سجن سوسة", "زیندانی سووسە", "Girtîgeha Sûseyê", "Susa prison"),
    ),
}
