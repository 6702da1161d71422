"""What each symbol may sound like, how far two sounds are apart, and what leaving one out costs. Floor 0, data only.

Numbers are judgements written by hand from the spelling habits of Arabic, Sorani, Kurmanji, Turkish, English, French
and German; 0 means "the same sound", 1 "another letter". They are what learning starts from, and what is left where the
learned data show nothing: see :mod:`portal.names.learning`.
"""

# symbol → readings, each "sound" or "sound:penalty". Symbols missing here sound like themselves.
READINGS = {
    # Arabic letters
    "ا": "ā",
    "^": "a e i o u ā ī:.05 ū:.08",  # alif that opens a word carries any vowel
    "AL": "AL l:.15",  # the article written into the word
    "ئ": "ʿ y:.1 ī:.1",
    "ؤ": "ʿ w ū o:.05 u:.05",
    "ʾ": "ʿ",
    "ṭ": "t",
    "ṣ": "s",
    "ث": "θ",
    "ج": "j g:.15 ž:.1",
    "چ": "č j:.1 š:.25",
    "ذ": "ð",
    "ض": "ḍ",
    "ظ": "ð z ḍ",
    "ق": "q k g:.3",
    "ك": "k g:.15",
    "گ": "g k:.05 j:.2",
    "ه": "h e:.2 a:.2",  # Sorani typed on an Arabic keyboard writes the vowel ە as ه
    "ه$": "a e h",
    "ة": "a e h t:.15",
    "ە": "e a:.02",
    "و": "w ū ō v:.1",
    "ي": "y ī ē:.03",
    "ى": "ā ī y:.1",
    # Latin letters and groups
    "dj": "j ž:.1",
    "ç": "č",
    "ch": "š x č k:.15",
    "kh": "x",
    "gh": "ğ g:.05",
    "ğ": "ğ g:.1 y:.3",
    "th": "θ t s:.1",
    "dh": "ð ḍ d:.05 z:.05",
    "ks": "k:.5 s:.5",
    "ie": "ī y:.1 i e",
    "c": "k j s:.15 č:.1",
    "ĉ": "j",
    "x̂": "x ğ:.1",
    "g": "g ğ j:.05",
    "h": "h ḥ x:.15",
    "h$": "h ḥ a:.05 e:.05 x:.2",
    "j": "j ž y:.1 x:.3",
    "k": "k q",
    "q": "q k g:.1",
    "v": "v w f:.05 b:.15",
    "w": "w v",
    "x": "x ğ:.05 k:.4",
    "y": "y ī i ē:.1",
    "a": "a ā:.03",
    "e": "e ē:.05",
    "i": "i ī:.03",
    "o": "o ō ū:.05",
    "u": "u ū:.03 ō:.03",
    "ay": "ē y ī:.03 ā:.3 e:.3 a:.45",
    "ai": "ē y ī:.03 ā:.3 e:.3 a:.45",
    "ei": "ē y ī:.03 ā:.3 e:.3 a:.45",
    "ey": "ē y ī:.03 ā:.3 e:.3 a:.45",
    "aw": "ō w ū:.03",
    "au": "ō w ū:.03",
    "aa": "ā",
    "ee": "ī ē:.05",
    "oo": "ū ō:.03",
    "ea": "ī ā:.3 y:.2 e:.2",
    "eu": "ū:.1 ō:.1 ē:.3 y:.4",
    "oe": "ō u:.05 w:.2 ē:.3",
    "oi": "ō:.1 w:.1 y:.3",
    "oy": "ō:.1 w:.1 y:.3",
    "ue": "ū:.05 e:.3 w:.3 ē:.2",
    "ph": "f",
    "ck": "k",
    "qu": "k",
    "ah": "a e h ā:.05",
    "ă": "a ā:.1",
    "ĕ": "e ē:.1",
    "ĭ": "i ī:.1",
    "ŏ": "o ō ū:.1",
    "ŭ": "u ū:.1 ō:.1",
    "a$": "a ā:.03 e",
    "a^": "a ā:.03",
    "e^": "e ē:.05 a",
    "i^": "i ī:.03",
    "o^": "o ō ū:.05",
    "u^": "u ū:.03 ō:.03",
    "ê": "ē e ī:.05 y:.1",
    "ī": "ī ē:.05",
    "ū": "ū ō:.03",
    "ou": "ū u o:.05 ō:.03 w:.1",  # in the first syllable French writes short u like the long one
}

# Pairs of sounds nearer than "another letter": "x y distance".
NEAR = """
b p .1    t d .4    d ḍ .05   ð z .1    ð d .12   ḍ z .12   ḍ ð .03   θ t .1    θ s .1    s z .8   s š .45
š č .3    š ž .35   č j .25   j ž .1    j g .25   j y .45   ž z .2    k q .03   k g .35   q g .45   g ğ .1
q ğ .25   k ğ .5    h ḥ .02   h x .25   ḥ x .2    x k .3    x ğ .3    x q .4    f v .1    v w .1    f p .4
f w .5    v b .25   m n .55   l r .7    n l .8    č t .5    č s .6    AL a .4
w u .1    w ū .08   w o .12   w ō .08   y i .1    y ī .08   y e .2    y ē .12
a e .03   a i .95   a o .2    a u .3    e i .06   e o .2    e u .3    i o .18   i u .12   o u .03
a ā .05   e ā .12   i ā .55   o ā .3    u ā .35
i ī .05   e ī .12   a ī .95    o ī .45   u ī .4
u ū .05   o ū .05   a ū .6    e ū .6    i ū .45
e ē .05   i ē .08   a ē .15   o ē .4    u ē .4    o ō .03   u ō .05   a ō .3    e ō .4   i ō .4
ā ē .7    ā ī .95    ā ū .7    ā ō .5    ī ū .65   ī ē .08   ū ō .03   ī ō .65   ē ō .65   ē ū .65
ʿ a .05   ʿ e .08   ʿ i .08   ʿ o .08   ʿ u .08   ʿ ā .3    ʿ ī .5    ʿ ū .5    ʿ h .5    ʿ ḥ .5    ʿ q .7   ʿ y .5
"""

# Cost of a symbol that the other spelling does not have; everything else costs 1.
DROPPED = {
    "a": 0.25, "e": 0.18, "i": 0.25, "o": 0.25, "u": 0.25, "ou": 0.4, "ە": 0.18,
    "ă": 0.2, "ĕ": 0.15, "ĭ": 0.2, "ŏ": 0.2, "ŭ": 0.2, "a^": 0.4, "e^": 0.4, "i^": 0.4, "o^": 0.4, "u^": 0.4,
    "a$": 0.6, "ah": 0.6,
    "ay": 0.6, "aw": 0.6, "ai": 0.6, "ei": 0.6, "ey": 0.6, "au": 0.6, "aa": 0.45, "ee": 0.55, "oo": 0.6, "ea": 0.6,
    "eu": 0.6, "oe": 0.6, "oi": 0.6, "oy": 0.6, "ue": 0.6, "ā": 0.45, "ī": 0.55, "ū": 0.6, "ê": 0.45, "ie": 0.5,
    "ا": 0.4, "^": 0.4, "و": 0.7, "ي": 0.6, "ى": 0.35, "w": 0.65, "y": 0.5,
    "ه": 0.6, "h": 0.55, "ḥ": 0.9, "ه$": 0.35, "h$": 0.1, "ة": 0.35,
    "ʿ": 0.08, "ʾ": 0.08, "ئ": 0.1, "ؤ": 0.35, "ğ": 0.6, "AL": 0.12, "ks": 1.5,
}  # fmt: skip

# Arabic leaves short vowels out: against such a spelling a written short vowel costs only this share.
UNWRITTEN = 0.2
# A vowel before a doubled consonant is short: Muhammad, Hassan.
SHORTENED = {"a": "ă", "e": "ĕ", "i": "ĭ", "o": "ŏ", "u": "ŭ"}
SHORT_VOWELS = frozenset({"a", "e", "i", "o", "u", "ە", *SHORTENED.values()})
OFTEN_SHORT = SHORT_VOWELS | {"ou"}
VOWELS = SHORT_VOWELS | frozenset({"a^", "e^", "i^", "o^", "u^", "a$", "ah", "ay", "aw", "ā", "ī", "ū", "ê", "ie"})
LONG_GROUPS = frozenset({"ai", "ei", "ey", "au", "aa", "ee", "oo", "ea", "eu", "oe", "oi", "oy", "ue"})
VOWELS |= LONG_GROUPS | {"ou", "ا", "^", "و", "ي", "ى", "ة", "ه$"}

# Two letters exchanged by haste.
SWAPPED = 0.55

# --- the skeleton: consonants only, one alphabet; several letters where a writing is ambiguous ---------------------
# First the usual one. Semivowels, hamza, ʿayn, final h and the article leave nothing.
SKELETON = {
    "b": "b", "p": "b", "f": "f", "v": "f _", "m": "m", "n": "n", "l": "l", "r": "r",
    "t": "t", "ṭ": "t", "ث": "t s", "th": "t s", "d": "d", "ض": "d z", "ذ": "d z", "ظ": "z d", "dh": "d z",
    "s": "s", "ṣ": "s", "z": "z", "ž": "j z", "š": "x", "ch": "x h j", "ç": "j", "چ": "j", "ج": "j", "dj": "j",
    "j": "j _", "g": "g j", "gh": "g", "ğ": "g _", "گ": "g k", "c": "j k", "k": "k", "ك": "k", "q": "k", "ق": "k g",
    "x": "h g", "kh": "h", "ḥ": "h", "h": "h", "ه": "h", "ks": "k",
    "ph": "f", "ck": "k", "qu": "k", "ĉ": "j", "x̂": "h g",
}  # fmt: skip
