"""Countries, by ISO 3166-1 alpha-2: those the portal speaks of most, in our four languages.

Arabic, Sorani and Kurmanji names follow CLDR 2026 where it has them in use, and our spelling rules.
"""

# code: (Arabic, Sorani, Kurmanji, English)
COUNTRIES: dict[str, tuple[str, str, str, str]] = {
    "SY": ("سوريا", "سووریا", "Sûriye", "Syria"),
    "IQ": ("العراق", "عێراق", "Iraq", "Iraq"),
    "TR": ("تركيا", "تورکیا", "Tirkiye", "Türkiye"),
    "LB": ("لبنان", "لوبنان", "Libnan", "Lebanon"),
    "JO": ("الأردن", "ئوردن", "Urdun", "Jordan"),
    "DE": ("ألمانيا", "ئەڵمانیا", "Almanya", "Germany"),
    "FR": ("فرنسا", "فەڕەنسا", "Fransa", "France"),
    "NL": ("هولندا", "هۆڵەندا", "Holenda", "Netherlands"),
    "SE": ("السويد", "سوید", "Swêd", "Sweden"),
    "CH": ("سويسرا", "سویسرا", "Swîsre", "Switzerland"),
}
