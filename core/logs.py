"""Logs without people in them: addresses of any kind are struck out of every line."""

import ipaddress
import logging
import re

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*")
_MAYBE_IP = re.compile(r"(?<![\w.:])(?=[0-9a-fA-F:])[0-9a-fA-F.:]*[.:][0-9a-fA-F]+(?![\w])")


class AnonymousFormatter(logging.Formatter):
    """Formats a record, traceback included, and strikes out e-mail and IP addresses (DESIGN §6.10)."""

    def format(self, record):
        line = _EMAIL.sub("[courriel]", super().format(record))
        return _MAYBE_IP.sub(_struck_if_address, line)


def _struck_if_address(match):
    try:
        ipaddress.ip_address(match.group(0))
    except ValueError:
        return match.group(0)
    return "[adresse]"
