"""Python inside the site's own Django, asked again and again: loaded once, and each question has a process of its own.

Loading all of Django takes seconds, and most journeys begin with somebody whom no page can make. What answers is
started by the first question and ends with its site. Each question is answered by a child that is divided off: nothing
it does to Python or to its connections is there for the next one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Asking:
    """`ask(code)` returns what the code printed, in the environment given; `end()` it. Complaints go into the log."""

    environment: dict[str, str]
    log: Path
    process: subprocess.Popen[str] | None = None

    def ask(self, code: str) -> str:
        if self.process is None:
            self.process = self._start()
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(code) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise AssertionError(f"no answer: it ended with {self.process.wait()}; see {self.log}")
        status, printed = json.loads(answer)
        if status != 0:
            raise AssertionError(f"{code}\nended with {status}:\n{printed}")
        return printed

    def _start(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.functional.asking"]
        pipe = subprocess.PIPE
        with self.log.open("ab") as log:
            return subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdin=pipe, stdout=pipe, stderr=log, text=True
            )

    def end(self) -> None:
        """What reads its questions ends when there is nobody left to ask."""
        if self.process is not None:
            self.process.communicate()
            self.process = None


def serve() -> None:
    """Answer each line of the standard input with a line: the status of the child and what it printed."""
    import django

    django.setup()
    # What almost every question needs.
    from tests.factories import staff  # noqa: F401

    for line in sys.stdin:
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            _answer(json.loads(line), writing)
        os.close(writing)
        with open(reading, encoding="utf-8") as pipe:
            printed = pipe.read()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(json.dumps([status, printed]), flush=True)


def _answer(code: str, writing: int) -> None:
    """Run the code with its output, and the words of its failure, going into the pipe; then the process is over."""
    status = 1
    try:
        os.dup2(writing, sys.stdout.fileno())
        exec(code, {"__name__": "__main__"})  # noqa: S102 - the tests' own
        status = 0
    except BaseException:
        traceback.print_exc(file=sys.stdout)
    finally:
        sys.stdout.flush()
        os._exit(status)


if __name__ == "__main__":
    serve()
