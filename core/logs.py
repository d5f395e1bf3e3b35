"""Logs without people in them: addresses of any kind are struck out of every line."""

import ipaddress
import logging
import re

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*")
_IP4 = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")
_MAYBE_IP6 = re.compile(r"(?<![\w.:])[0-9a-fA-F:]*:[0-9a-fA-F:]*(?![\w.])")


class AnonymousFormatter(logging.Formatter):
    """Formats a record, traceback included, and strikes out e-mail and IP addresses (DESIGN §6.10)."""

    def format(self, record):
        line = _EMAIL.sub("[courriel]", super().format(record))
        line = _IP4.sub("[adresse]", line)
        return _MAYBE_IP6.sub(_struck_if_address, line)


def _struck_if_address(match):
    try:
        ipaddress.IPv6Address(match.group(0))
    except ValueError:
        return match.group(0)
    return "[adresse]"


def anonymous_logging(level):
    """What LOGGING holds (dict): everything on the console, Django's own words from `level` (str) on."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {"()": "core.logs.AnonymousFormatter", "format": "{levelname} {name} {message}", "style": "{"}
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        # Django's own handlers would write each line a second time, with the addresses in it.
        "loggers": {"django": {"handlers": [], "level": level}},
    }
