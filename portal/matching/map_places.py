"""Where towns of Syria and Iraq lie, in degrees, by linkage's codes; two rivers to know the way (floor 6). Data only.

Rounded to a tenth of a degree, about ten kilometres: enough for a drawing without borders. Rivers and towns are
the same for everybody; a border would be a statement.
"""

# code: (longitude, latitude). A place that is not here is drawn at its governorate.
POSITIONS: dict[str, tuple[float, float]] = {
    # Iraq
    "baghdad": (44.4, 33.3), "nineveh": (43.1, 36.3), "mosul": (43.1, 36.3), "sinjar": (41.9, 36.3),
    "telafar": (42.4, 36.4), "hamdaniya": (43.4, 36.3), "qayyarah": (43.3, 35.8), "hatra": (42.7, 35.6),
    "baaj": (41.7, 36.0), "kojo": (41.8, 36.1), "erbil": (44.0, 36.2), "makhmur": (43.6, 35.8), "dohuk": (43.0, 36.9),
    "zakho": (42.7, 37.1), "amedi": (43.5, 37.1), "aqra": (43.9, 36.7), "sulaymaniyah": (45.4, 35.6),
    "kalar": (45.3, 34.6), "halabja": (46.0, 35.2), "kirkuk": (44.4, 35.5), "hawija": (43.8, 35.3),
    "diyala": (44.6, 33.7), "baqubah": (44.6, 33.7), "khanaqin": (45.4, 34.3), "kifri": (45.0, 34.7),
    "salahaddin": (43.7, 34.6), "tikrit": (43.7, 34.6), "samarra": (43.9, 34.2), "bayji": (43.5, 34.9),
    "shirqat": (43.2, 35.5), "tuz": (44.6, 34.9), "anbar": (43.3, 33.4), "ramadi": (43.3, 33.4),
    "fallujah": (43.8, 33.3), "qaim": (41.1, 34.4), "haditha": (42.4, 34.1), "hit": (42.8, 33.6),
    "rutbah": (40.3, 33.0),
    "basra": (47.8, 30.5), "najaf": (44.3, 32.0), "karbala": (44.0, 32.6), "babil": (44.4, 32.5), "hilla": (44.4, 32.5),
    "dhi_qar": (46.3, 31.0), "nasiriyah": (46.3, 31.0), "qadisiyah": (44.9, 32.0), "diwaniyah": (44.9, 32.0),
    "wasit": (45.8, 32.5), "kut": (45.8, 32.5), "maysan": (47.1, 31.8), "amarah": (47.1, 31.8),
    "muthanna": (45.3, 31.3), "samawah": (45.3, 31.3),
    # Syria
    "damascus": (36.3, 33.5), "rif_dimashq": (36.5, 33.6), "douma": (36.4, 33.6), "darayya": (36.2, 33.4),
    "aleppo": (37.2, 36.2), "kobani": (38.4, 36.9), "afrin": (36.9, 36.5), "manbij": (37.9, 36.5),
    "jarabulus": (38.0, 36.8), "albab": (37.5, 36.4), "azaz": (37.0, 36.6), "homs": (36.7, 34.7),
    "palmyra": (38.3, 34.6),
    "hama": (36.8, 35.1), "salamiyah": (37.1, 35.0), "idlib": (36.6, 35.9), "latakia": (35.8, 35.5),
    "tartus": (35.9, 34.9), "daraa": (36.1, 32.6), "suwayda": (36.6, 32.7), "quneitra": (35.8, 33.1),
    "raqqa": (39.0, 36.0), "tabqa": (38.5, 35.8), "tal_abyad": (39.0, 36.7), "deir_ezzor": (40.1, 35.3),
    "mayadin": (40.5, 35.0), "bukamal": (40.9, 34.5), "baghuz": (41.0, 34.5), "hasakah": (40.7, 36.5),
    "qamishli": (41.2, 37.1), "derik": (42.1, 37.1), "ras_alayn": (40.1, 36.8), "amuda": (40.9, 37.1),
    "hol": (41.2, 36.4), "shaddadi": (40.7, 36.1),
}  # fmt: skip

RIVERS: tuple[tuple[tuple[float, float], ...], ...] = (
    # Tigris
    (
        (42.1, 37.2), (42.7, 36.8), (43.1, 36.3), (43.3, 35.8), (43.3, 35.4), (43.5, 34.9), (43.7, 34.5), (43.9, 34.2),
        (44.4, 33.7), (44.4, 33.2), (45.1, 32.8), (45.8, 32.5), (46.6, 32.4), (47.1, 31.8), (47.4, 31.0),
    ),
    # Euphrates, and where both go on together
    (
        (38.0, 36.9), (38.2, 36.3), (38.5, 35.9), (39.0, 35.9), (39.7, 35.7), (40.1, 35.3), (40.5, 34.9), (40.9, 34.4),
        (41.4, 34.4), (42.0, 34.4), (42.4, 34.1), (42.8, 33.6), (43.3, 33.4), (43.8, 33.3), (44.2, 32.8), (44.4, 32.4),
        (44.6, 31.9), (45.3, 31.3), (46.3, 31.0), (47.4, 31.0), (47.8, 30.5), (48.5, 30.0),
    ),
)  # fmt: skip
