"""A timer that rings for a job that takes its time: `python -m … <file> [dies]` says what became of it."""

import sys
import time
from pathlib import Path

import django

if __name__ == "__main__":
    django.setup()
    from core.background.timed import do_once
    from tests.kills.moments import die

    def job():
        with Path(sys.argv[1]).open("a") as file:
            file.write("begun\n")
        time.sleep(2)
        if sys.argv[2:] == ["dies"]:
            die()

    print(do_once("update_index", job).name)
