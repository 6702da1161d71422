"""Asks the examination in a process of its own, without the portal's environment (floor 6; R-70, R-72)."""

import json
import subprocess
import sys
import threading

from django.conf import settings

from .examination import verdicts as v
from .examination.verdicts import Copy, Lies

_SECONDS = 60
_COMMAND = (sys.executable, "-m", "portal.evidence.examination")
# A decoded picture takes a few hundred megabytes: one after the other.
_one_at_a_time = threading.Lock()


def media_type_of(content: bytes, *, ending: str) -> str:
    """Return what the contents are. Raises Lies with a reason, also where the parser itself broke."""
    answer, _rest = _ask("examine", ending, content)
    return answer


def copy_of(content: bytes, *, media_type: str) -> Copy | None:
    """Return a copy without hidden notes, or None where none can be made of this type. Raises Lies."""
    answer, copied = _ask("copy", media_type, content)
    return Copy(answer, copied) if answer else None


def _ask(question: str, told: str, content: bytes) -> tuple[str, bytes]:
    """One question, with an environment that holds no secret."""
    with _one_at_a_time:
        try:
            done = subprocess.run(  # noqa: S603
                [*_COMMAND, question, told],
                input=content,
                capture_output=True,
                timeout=_SECONDS,
                cwd=settings.BASE_DIR,
                env={"LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise Lies(v.BROKEN) from error
    line, _newline, rest = done.stdout.partition(b"\n")
    if done.returncode != 0 or not line:
        raise Lies(v.BROKEN)
    answer = json.loads(line)
    if "refused" in answer:
        raise Lies(answer["refused"])
    return answer["type"], rest
