"""What the page cache and Django say to each other, in the WSGI environment of a request."""

#: The Keeping of the answer that Django is asked for.
KEEPING = "nebuleuses.keeping"
#: There, if it could not be made for want of a database or of room on the disk.
OUTAGE = "nebuleuses.outage"


class Keeping:
    """What Django says of an answer: that it may be kept, and from which `parameters` it was made.

    `known` (core.page_cache.known.Known) is what Django need not read again to make it.
    """

    is_allowed, parameters = False, None

    def __init__(self, known):
        self.known = known

    def allow(self, parameters):
        """It may be kept; `parameters` (frozenset of str) are those that count, None if any may."""
        self.is_allowed, self.parameters = True, parameters
