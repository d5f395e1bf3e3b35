"""Wagtail's search backends over the databases, asked and filled by the stems of French words."""
