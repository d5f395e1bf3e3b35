"""Runs the corpus or the strings against a site that is served, with its settings, and writes in JSON what it answered.

python -m tests.hostile files ADDRESS TEMPORARY_FOLDER    (what tools.audit calls; the database is the site's own)
"""

import argparse
import json
import sys
import warnings
from pathlib import Path

import django


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["files", "strings"])
    parser.add_argument("address")
    parser.add_argument("temporary", type=Path)
    parser.add_argument("--one-in", type=int, default=1, help="one file, or one string, in so many: for a quick look")
    asked = parser.parse_args()
    django.setup()
    warnings.simplefilter("ignore")
    # Models are there from here on.
    from tests.hostile import runs  # noqa: PLC0415

    people = runs.people_of(asked.address)
    if asked.what == "files":
        found = runs.files(people, asked.temporary, asked.one_in)
    else:
        found = runs.strings(people, asked.address, asked.one_in)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
