"""Which cache the site has, and what it does when that cache is away: read before applications are ready."""

#: What fails with the process, or with the database: nothing else would answer in its place.
_NEED_NOTHING = ("locmem.", "dummy.", "db.")
#: Seconds that one question may take of a Redis that accepts and never answers: redis-py waits for ever.
PATIENCE = 0.5
#: What counts who tries, when each process counts for itself: room enough that nobody pushes it out.
ROOM = 100_000


def surviving(cache):
    """A copy of one of Django's CACHES (dict) that goes on in the memory of each process while it does not answer."""
    if any(name in cache["BACKEND"] for name in _NEED_NOTHING):
        return cache
    if "redis" in cache["BACKEND"]:
        patience = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
        cache = {**cache, "OPTIONS": patience | cache.get("OPTIONS", {})}
    return {
        "BACKEND": "core.surviving_cache.SurvivingCache",
        "LOCATION": cache["LOCATION"],
        "OPTIONS": {"cache": cache, "MAX_ENTRIES": ROOM},
    }
