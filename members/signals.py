"""What happens in a review, for whoever listens."""

from django.dispatch import Signal

#: A moderator is asked to decide. Arguments: `state` (ConsentState).
decision_requested = Signal()
