"""The process of its own: contents come in, a line of JSON and perhaps a copy go out. Nothing is written to disk."""

import json
import resource
import sys

from . import verdicts as v
from .examine import copy_of, examine

_MEMORY = 2 * 1024**3
_SECONDS = 40


def main() -> None:
    """Read the contents from standard input; say `{"type": …}` or `{"refused": …}`, then the copy."""
    _set_limits()
    question, told = sys.argv[1:3]
    content = sys.stdin.buffer.read()
    copied = b""
    try:
        if question == "examine":
            answer = {"type": examine(content, ending=told)}
        else:
            made = copy_of(content, media_type=told)
            answer = {"type": made.media_type if made else ""}
            copied = made.content if made else b""
    except v.Lies as lies:
        answer = {"refused": lies.reason}
    except MemoryError:
        answer = {"refused": v.PIXELS}
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + copied)


def _set_limits() -> None:
    """No file can be written, and memory and time end before the machine's do."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    main()
