"""How much of the machine one document may take, whatever is in it."""

import io
import time

#: Of the processor's time, so that a busy machine reads as much. A PDF earns more with each page that has text, up to
#: what any document may take in all.
SECONDS = 1.0
SECONDS_PER_PAGE = 0.2
SECONDS_IN_ALL = 10.0


class OutOfProportion(Exception):
    """The file asks for more than its text is worth."""


class Clock:
    """Knows when the reading of a document, which begins now, has to stop."""

    def __init__(self):
        self.end = time.thread_time() + SECONDS
        self.last_end = time.thread_time() + SECONDS_IN_ALL

    def check(self):
        """Raises OutOfProportion once it is over."""
        if time.thread_time() > self.end:
            raise OutOfProportion("time")

    def earn(self, seconds):
        """Puts the end off by `seconds` (float), within what any document may take."""
        self.end = min(self.end + seconds, self.last_end)


class Watched(io.RawIOBase):
    """A binary file to read from, which a library cannot read for too long nor too much of at once.

    Reading raises OutOfProportion when `clock` (Clock) says so, and for more than `most_at_once` bytes (int).
    Closing it leaves `file` open.
    """

    def __init__(self, file, clock, most_at_once):
        self.file, self.clock, self.most_at_once = file, clock, most_at_once

    def readable(self):
        return True

    def seekable(self):
        return True

    def seek(self, offset, whence=io.SEEK_SET):
        self.file.seek(offset, whence)
        return self.file.tell()

    def readinto(self, buffer):
        self.clock.check()
        if len(buffer) > self.most_at_once:
            raise OutOfProportion("reading")
        content = self.file.read(len(buffer))
        buffer[: len(content)] = content
        return len(content)

    def readall(self):
        self.clock.check()
        content = self.file.read(self.most_at_once + 1)
        if len(content) > self.most_at_once:
            raise OutOfProportion("reading")
        return content
