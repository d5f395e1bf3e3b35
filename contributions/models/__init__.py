"""What people send, what is said about it, who did what; who is on duty, who is there."""

from .act import Act
from .attachment import Attachment
from .contribution import Contribution
from .digest import Digest
from .duty import Duty
from .mail import Mail
from .message import Message
from .presence import Presence

__all__ = ["Act", "Attachment", "Contribution", "Digest", "Duty", "Mail", "Message", "Presence"]
