"""Settings that work one by one and not together."""

import os
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Tags, Warning, register


@register(Tags.security, deploy=True)
def mail_leaves_the_machine(app_configs, **kwargs):
    """In production, letters printed to the console are names and reasons kept in the system's journal."""
    if settings.DEBUG or not settings.EMAIL_BACKEND.endswith("console.EmailBackend"):
        return []
    return [
        Warning(
            "Les courriels s’écrivent dans le journal du serveur au lieu de partir.",
            hint="Donnez EMAIL_URL (voir docs/exploitation.md).",
            id="nebuleuses.W001",
        )
    ]


@register(Tags.security, deploy=True)
def files_travel_hidden(app_configs, **kwargs):
    """What is private would be read on its way to the store of files."""
    endpoint = urlsplit(settings.S3.get("endpoint_url", ""))
    if endpoint.scheme != "http" or endpoint.hostname in {"127.0.0.1", "::1", "localhost"}:
        return []
    return [
        Warning(
            "Les fichiers, privés compris, vont en clair jusqu’au service S3.",
            hint="S3_ENDPOINT commence par https://, sauf sur un réseau qui n’est qu’à vous.",
            id="nebuleuses.W002",
        )
    ]


@register(Tags.security, deploy=True)
def what_nginx_keeps_can_go(app_configs, **kwargs):
    """What is withdrawn would be shown again by nginx while the site does not answer."""
    folder = settings.FRONT_CACHE_FOLDER
    if folder is None or os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return []
    return [
        Warning(
            "Le site ne peut pas effacer les pages que nginx garde.",
            hint=f"Son compte doit pouvoir écrire dans {folder} (FRONT_CACHE_FOLDER, docs/exploitation.md).",
            id="nebuleuses.W003",
        )
    ]
