"""Copies of the whole site in one file that either database takes back (docs/exploitation.md, « Sauvegarder »).

It knows no app: tables are those of Django's registry, files those of the media and of the quarantine.
"""
