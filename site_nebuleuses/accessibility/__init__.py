"""The site against the RGAA 4.1: one table, from which the page and docs/accessibilite.md are written."""
