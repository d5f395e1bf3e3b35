"""Settings that work one by one and not together."""

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
