"""What became of a scenario: what those who kill say to those who ask for it."""

from dataclasses import dataclass, field


@dataclass
class Outcome:
    """What became of one scenario: how many times it was killed, and was then as before or as after.

    `moments` of an uninterrupted one; `orphans` that check_media found; gestures `done_again`; what was `lost` (list of
    str, empty when all is well).
    """

    title: str
    moments: int = 0
    kills: int = 0
    before: int = 0
    after: int = 0
    orphans: int = 0
    done_again: int = 0
    lost: list = field(default_factory=list)
