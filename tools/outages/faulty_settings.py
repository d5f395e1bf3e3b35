"""The settings of the example, with routes that fail."""

from tools.example.settings import *  # noqa: F403

ROOT_URLCONF = "tools.outages.faulty"
