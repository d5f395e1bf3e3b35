"""The site as it is, but that no page is kept for the next reader; what surrounds pages is shared all the same."""

from tools.bench.settings.ours import *  # noqa: F403

PAGE_CACHE_BYTES = 1
