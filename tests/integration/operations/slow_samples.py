"""A task slow enough to be killed in the middle; it writes when it is finished."""

import os
import time
from pathlib import Path

from django_tasks import task


@task()
def write_slowly(word: str) -> None:
    time.sleep(1.5)
    with Path(os.environ["SLOW_SAMPLES"]).open("a") as file:
        file.write(f"{word}\n")
