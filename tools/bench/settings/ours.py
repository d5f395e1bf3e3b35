"""The site as it is."""

from tools.example.settings import *  # noqa: F403

#: No file of the site's design is asked for here, and a front server serves them: they must cost a page nothing.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = False
