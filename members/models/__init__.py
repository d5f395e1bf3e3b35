"""People who write, how they come in, and how they agree to publish."""

from .agreement import Agreement
from .consent_state import ConsentState
from .consent_task import ConsentTask
from .member import Member
from .open_session import OpenSession
from .passkey import Passkey
from .second_factor import Phone, RecoveryCodes

__all__ = ["Agreement", "ConsentState", "ConsentTask", "Member", "OpenSession", "Passkey", "Phone", "RecoveryCodes"]
