"""What the people in the tests answer, page by page, for each kind of registration: one source for every walker.

The numbers are the addresses of the pages, in the order in which they are asked; a test ties them to the form itself.
"""

from __future__ import annotations

KINDS = ("missing", "detained", "deceased", "survivor")
LANGUAGES = ("ar", "ckb", "ku", "en")
KIND, APPLICANT, REACH, RELATIONSHIP, NAME, PARTS, WHEN, WHERE, CONSENT, CHECK = 1, 10, 2, 3, 4, 5, 6, 7, 8, 9
HAPPENED, PARTIES, STAYS, BELIEF = 11, 12, 13, 14
# What cannot be left out; in the order in which it is asked.
REQUIRED = (KIND, APPLICANT, REACH, RELATIONSHIP, NAME, WHEN, WHERE, CONSENT)
TRAINED = 16

# Names nobody else has, so that a trace of them anywhere is theirs.
PERSON = {
    "ar": "قنطورس محمد سليمان",
    "ckb": "قەنتوورۆس محەمەد سلێمان",
    "ku": "Qentûros Mihemed Silêman",
    "en": "Qanturos Muhammad Sulayman",
}

_POSTED: dict[int, dict[str, str]] = {
    KIND: {"kind": "missing"},
    APPLICANT: {"kind": "relative", "name": "خزال"},
    REACH: {"wish": "call", "phone": "+963 900 000 012", "hours": "بعد السادسة", "safe_word": "رمان"},
    RELATIONSHIP: {"relationship": "sister"},
    NAME: {"full": "آزاد محمد سليمان الجبوري"},
    PARTS: {"given": "آزاد", "father": "محمد", "mother": "كلستان", "birth_year": "١٩٩١", "sex": "male"},
    WHEN: {"how": "date", "day": "١٤", "month": "7", "year": "٢٠١٤"},
    WHERE: {"how": "known", "words": "طريق الشدادي"},
    HAPPENED: {"harms": "disappearance"},
    PARTIES: {"parties": "isis"},
    STAYS: {},
    BELIEF: {"belief": "alive"},
    TRAINED: {"answer": "later"},
    CONSENT: {"contact": "yes", "compare": "yes", "trials": "ask"},
}


def posted(kind: str = "missing", **changes: dict[str, str]) -> dict[int, dict[str, str]]:
    """Return what the forms send, in order. `changes` name a page as above, in small letters: `name={"full": …}`."""
    numbers = {name.lower(): number for name, number in globals().items() if isinstance(number, int)}
    answers = {number: dict(fields) for number, fields in _POSTED.items()}
    answers[KIND] = {"kind": kind}
    if kind == "survivor":
        del answers[RELATIONSHIP], answers[BELIEF], answers[APPLICANT]["kind"]
        answers[HAPPENED] = {"harms": "detention"}
    if kind == "deceased":
        answers[BELIEF] = {"basis": "document"}
    return answers | {numbers[name]: fields for name, fields in changes.items()}


def pages(kind: str = "missing") -> tuple[int, ...]:
    """Return the addresses of the pages asked of a kind, in order."""
    return tuple(posted(kind))


def following(number: int, kind: str = "missing") -> int:
    """Return the page after one; after the last the check."""
    order = (*pages(kind), CHECK)
    return order[order.index(number) + 1]


def stored() -> dict[str, dict[str, str]]:
    """Return the answers of a sister as a draft holds them, by question."""
    return {
        "kind": {"kind": "missing"},
        "applicant": {"kind": "relative", "name": "خزال"},
        "reach": {"wish": "code"},
        "relationship": {"relationship": "sister"},
        "name": {"full": "آزاد محمد سليمان"},
        "parts": {"given": "آزاد", "father": "محمد", "mother": "كلستان", "birth_date": "1991"},
        "when": {"knowledge": "known", "date": "2014-07"},
        "where": {"knowledge": "known", "words": "طريق الشدادي"},
        "happened": {"harms": ["disappearance"]},
        "parties": {"parties": ["isis"]},
        "stays": {
            "rows": [{"number": 1, "words": "مدرسة قرب الرقة", "began": "2014-08", "source": "released"}],
            "last": 1,
        },
        "belief": {"belief": "alive", "basis": ["feeling"]},
        "trained": {"answer": "later"},
        "consent": {"contact": "yes", "compare": "yes", "trials": "ask"},
    }
