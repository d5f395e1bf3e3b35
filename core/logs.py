"""Logs without people in them (DESIGN §6.10).

What others' code writes may quote anything that somebody typed: a path, a file name, the value that a database
refuses. Of it are kept the words of the program, never what fills them. What our own code writes quotes nobody, and the
addresses that would be in it are struck out all the same.
"""

import errno
import ipaddress
import logging
import re
import sys
import threading
import traceback

logger = logging.getLogger(__name__)

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*")
_IP4 = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")
_MAYBE_IP6 = re.compile(r"(?<![\w.:])[0-9a-fA-F:]*:[0-9a-fA-F:]*(?![\w.])")
#: Where what is written is ours.
_OURS = {
    "agenda",
    "appeals",
    "articles",
    "contributions",
    "core",
    "demo",
    "home",
    "initiatives",
    "members",
    "newsletter",
    "resources",
    "search",
    "site_nebuleuses",
}
#: Errors of programs, whose words name parts of programs.
_OF_PROGRAMS = (ImportError, NameError, AttributeError, MemoryError, RecursionError)
_HIDDEN = "…"
#: Of a template within a template, a hundred lines say little; the last ones say where it happened.
_MOST_FRAMES = 15


class AnonymousFormatter(logging.Formatter):
    """Formats a record; of errors, where they happened and what they are called, not what they say.

    `whole` (bool), for who writes the code: everything is said, but addresses.
    """

    def __init__(self, *args, whole=False, **options):
        super().__init__(*args, **options)
        self.whole = whole

    def format(self, record):
        if not self.whole:
            record = logging.makeLogRecord(record.__dict__)
            record.msg, record.args, record.exc_text = _said(record), None, None
        line = _EMAIL.sub("[courriel]", super().format(record))
        line = _IP4.sub("[adresse]", line)
        return _MAYBE_IP6.sub(_struck_if_address, line)

    def formatException(self, ei):  # noqa: N802 -- logging's name
        return super().formatException(ei) if self.whole else "\n".join(_told(ei[1]))


def _said(record):
    """What a record says (str), without what fills it where it is not ours."""
    try:
        return _words(record)
    except (TypeError, ValueError):  # it is ill written: logging itself would print what fills it
        return f"{record.module}, line {record.lineno}"


def _words(record):
    if record.name.partition(".")[0] in _OURS:
        return record.getMessage()
    if hasattr(record, "status_code"):  # django.utils.log.log_response: the path is what somebody asked
        return f"{record.status_code} {_route(getattr(record, 'request', None))}"
    if record.name.partition(".")[0] == "_granian" and record.levelno == logging.INFO:  # it starts, it stops
        return record.getMessage()
    if not record.args:  # it may be filled already
        return f"{record.module}, line {record.lineno}"
    if isinstance(record.args, dict):
        return str(record.msg)
    return str(record.msg) % tuple(_Filling(one) for one in record.args)


class _Filling:
    """What fills a message: a number is one, the rest is hidden."""

    def __init__(self, value):
        self.value = value if isinstance(value, int | float) else None

    def __str__(self):
        return _HIDDEN if self.value is None else str(self.value)

    __repr__ = __str__

    def __int__(self):
        return int(self.value or 0)

    def __float__(self):
        return float(self.value or 0)

    __index__ = __int__


def _route(request):
    """What was asked (str): a method and the route that answers, not what stands for its arguments."""
    match = getattr(request, "resolver_match", None)
    method = getattr(request, "method", None)
    known = method if method in {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"} else _HIDDEN
    return f"{known} {match.route or '/'}" if match else known


def _told(error, seen=()):
    """The lines (iterator of str) of an error and of those that it comes from, the first one first."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _told(before, (*seen, id(error)))
    yield "Traceback:"
    frames = traceback.extract_tb(error.__traceback__)
    if len(frames) > _MOST_FRAMES:
        yield f"  ({len(frames) - _MOST_FRAMES} more)"
    for frame in frames[-_MOST_FRAMES:]:
        yield f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n    {frame.line}'
    yield f"{type(error).__module__}.{type(error).__qualname__}{_known_words(error)}"
    for one in getattr(error, "exceptions", ()):
        yield from _told(one, (*seen, id(error)))


def _known_words(error):
    """What may be written (str) of an error beside its name: codes, and words about programs."""
    if isinstance(error, _OF_PROGRAMS) or type(error).__name__ in {"ImproperlyConfigured", "TemplateDoesNotExist"}:
        return f": {error}"
    number = getattr(error, "errno", None)
    codes = (
        errno.errorcode.get(number) if isinstance(number, int) else None,
        getattr(error, "sqlite_errorname", None),
        getattr(error, "pgcode", None),
        getattr(error, "smtp_code", None),
    )
    return "".join(f" ({code})" for code in codes if code)


def _struck_if_address(match):
    try:
        ipaddress.IPv6Address(match.group(0))
    except ValueError:
        return match.group(0)
    return "[adresse]"


def anonymous_logging(level, *, whole=False):
    """What LOGGING holds (dict): everything on the console, Django's own words from `level` (str) on.

    `whole` (bool) as AnonymousFormatter takes it.
    """
    line = {"()": "core.logs.AnonymousFormatter", "format": "{levelname} {name} {message}", "style": "{"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": line | {"whole": whole}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        # Django's own handlers would write each line a second time, with the addresses in it.
        "loggers": {"django": {"handlers": [], "level": level}},
    }


def keep_people_out_of_errors():
    """What Python prints by itself goes through logging: the errors of threads, those that nobody catches, warnings."""
    logging.captureWarnings(True)
    threading.excepthook = lambda error: _log_uncaught(error.exc_value)
    sys.unraisablehook = lambda error: _log_uncaught(error.exc_value)
    sys.excepthook = lambda kind, error, frames: _log_uncaught(error)


def _log_uncaught(error):
    logger.error("Nobody caught it", exc_info=error)
