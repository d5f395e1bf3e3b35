"""What people send, what is said about it, and who did what."""

from .act import Act
from .contribution import Contribution
from .message import Message

__all__ = ["Act", "Contribution", "Message"]
