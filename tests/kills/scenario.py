"""A scenario: something that a person does, what is there before, and what one may see of it afterwards."""

import secrets
from types import SimpleNamespace


class Scenario:
    """One gesture, which may be killed; `title` is its name for people, in French.

    `prepare` makes what it is done to; `do` does it, in the process that dies; `state` says what anybody may see of it
    (dict), in words that are the same for two things to which the same was done.
    """

    title = ""
    #: Whether somebody who does not know that it is done may do it again, and nothing more comes of it.
    may_be_done_again = False
    #: Whether the gesture is there to forget what was acknowledged.
    may_forget = False
    #: Whether the commands that run at fixed hours do it, where it was not done.
    is_done_by_commands = False

    def prepare(self):
        """A new thing (SimpleNamespace), with a word of its own for what was there, and one for what comes."""
        words = {name: "".join(secrets.choice("bcdfglmnprtvz") for _letter in range(16)) for name in ("old", "new")}
        thing = SimpleNamespace(slug=f"essai-{secrets.token_hex(6)}", words=words)
        self.fill(thing)
        return thing

    def fill(self, thing):
        """Makes what `thing` is done to."""

    def do(self, thing):
        raise NotImplementedError

    def state(self, thing):
        raise NotImplementedError

    def acknowledged(self, thing):
        """What nobody may lose (set): it was there, and somebody was told so."""
        return set()


def said_in(thing, text):
    """Which of the words of `thing` are in `text` (list of str)."""
    return sorted(name for name, word in thing.words.items() if word in text)
