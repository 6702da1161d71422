"""A task that is under way until it may end, so that it can be killed in the middle; it writes when it is finished."""

import os
import time
from pathlib import Path

from django_tasks import task


@task()
def write_slowly(word: str) -> None:
    written = Path(os.environ["SLOW_SAMPLES"])
    while not written.exists():
        time.sleep(0.05)
    with written.open("a") as file:
        file.write(f"{word}\n")
