"""People who write, and how they agree to publish."""

from .agreement import Agreement
from .consent_state import ConsentState
from .consent_task import ConsentTask
from .member import Member

__all__ = ["Agreement", "ConsentState", "ConsentTask", "Member"]
