"""A small sum that a telephone does in a second, and that is dear to whoever sends thousands (floor 0; R-50).

The task is signed, bound to one subject and ends after an hour. Nothing is kept: a subject that is used up takes its
tasks along, so an answer serves once, on every process and after every restart. `static/js/proof.js` does the sum.
"""

import hashlib
import re

from django.core import signing

# Several short sums instead of a long one: the time they take together varies less.
SUMS = 8
# Leading zero bits of each: 8 x 2^13 tries on average (docs/adr/0018).
BITS = 13
ENDS_AFTER = 3600

_ANSWER = re.compile(rf"[0-9]{{1,8}}(?:,[0-9]{{1,8}}){{{SUMS - 1}}}")
_signer = signing.TimestampSigner(salt="portal.proof")


def new_task(subject: str) -> str:
    """Return a task for one subject, to be put into its form."""
    return _signer.sign(subject)


def is_task_of(task: str, subject: str) -> bool:
    """Say whether we gave this task out for this subject, at whatever time."""
    try:
        return _signer.unsign(task) == subject
    except signing.BadSignature:
        return False


def is_solved(task: str, answer: str, subject: str) -> bool:
    """Say whether the answer solves a task of this subject that has not ended."""
    try:
        is_theirs = _signer.unsign(task, max_age=ENDS_AFTER) == subject
    except signing.BadSignature:
        return False
    return is_theirs and fits(task, answer)


def fits(task: str, answer: str) -> bool:
    """Say whether the numbers solve the sums, whoever gave the task out and whenever."""
    if not _ANSWER.fullmatch(answer):
        return False
    return all(_fits(seed_of(task), place, number) for place, number in enumerate(answer.split(",")))


def solve(task: str) -> str:
    """Do the sum, as the script does."""
    return ",".join(str(_solve_one(seed_of(task), place)) for place in range(SUMS))


def seed_of(task: str) -> str:
    """The part that is hashed, short enough for one block of SHA-256."""
    return task.rpartition(":")[2]


def _solve_one(seed: str, place: int) -> int:
    number = 0
    while not _fits(seed, place, str(number)):
        number += 1
    return number


def _fits(seed: str, place: int, number: str) -> bool:
    digest = hashlib.sha256(f"{seed}:{place}:{number}".encode()).digest()
    return int.from_bytes(digest[:4], "big") >> (32 - BITS) == 0
