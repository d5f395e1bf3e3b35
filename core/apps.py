from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Tronc commun")

    def ready(self):
        from core import (  # noqa: PLC0415 -- registers them
            admin_scripts,  # noqa: F401
            checks,  # noqa: F401
            exports,  # noqa: F401
            people_shown,  # noqa: F401
            signals,  # noqa: F401
            social_card,  # noqa: F401
        )
        from core.background import sweeping  # noqa: F401, PLC0415
        from core.front_cache import purging  # noqa: F401, PLC0415
        from core.page_cache import changes  # noqa: F401, PLC0415
        from core.slugs import ask_by_slug  # noqa: PLC0415 -- models exist only now
        from core.whole_gestures import make_whole  # noqa: PLC0415

        make_whole()
        ask_by_slug()
