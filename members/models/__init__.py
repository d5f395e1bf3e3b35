"""People who write, and how they agree to publish."""

from .consent import Agreement, ConsentState, ConsentTask
from .member import Member

__all__ = ["Agreement", "ConsentState", "ConsentTask", "Member"]
