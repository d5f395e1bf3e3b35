"""What surrounds every page, and few people change: read once for each generation of the site."""

from core.page_cache.environ import KEEPING

_MISSING = object()


class Known:
    """What a process has read of the site since the moment `since`, when its generation was `token`.

    It holds until the moment `until`, when something changes by itself (both as time.time()).
    """

    def __init__(self, token, since, until):
        self.token, self.since, self.until = token, since, until
        self._values = {}

    def holds(self, token, now):
        """Whether it is true of the generation `token` at the moment `now` (bool); not if the clock was set back."""
        return self.token == token and self.since <= now < self.until

    def get(self, name, read):
        """What `read` (function) gave the first time that something of this `name` (hashable) was asked."""
        value = self._values.get(name, _MISSING)
        if value is _MISSING:
            value = self._values[name] = read()
        return value


def known(request, name, read):
    """What `read` (function) gives, which all readers share: of a request that may be answered to others, read once.

    What it gives is not to be changed, nor to depend on the moment.
    """
    keeping = request.META.get(KEEPING)
    return read() if keeping is None else keeping.known.get(name, read)


def is_shared(request):
    """Whether what is read for `request` serves other readers (bool): what costs a query more is worth asking then."""
    return KEEPING in request.META


def recall_of(request, name):
    """`known` for the values of one thing (a function: key, read → value), or None where readers share nothing."""
    keeping = request.META.get(KEEPING)
    return None if keeping is None else lambda key, read: keeping.known.get((name, key), read)
