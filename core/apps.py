from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Tronc commun")

    def ready(self):
        from core import admin_scripts, checks, exports, signals, social_card  # noqa: F401, PLC0415 -- registers them
