#!/usr/bin/env python
"""Django's command line for Nébuleuses."""

import os
import sys

from core.logs import keep_people_out_of_errors


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_nebuleuses.settings")
    if "JOURNAL_STREAM" in os.environ:  # started by systemd: what is printed is kept
        keep_people_out_of_errors()
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
