"""Places of detention and camps that the public record behind this portal names. Data only.

Nothing is listed here from hearsay: a place that is missing is written by the family in their own words, as they
heard it. Sources: the joint statement of January 2022 (Al-Sina'a prison), Koblenz Higher Regional Court, 13 January
2022 (Al-Khatib branch), the numbers on camp cards (al-Hol, Roj). The names say what a place is called, not who is
held there or why.
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
}
