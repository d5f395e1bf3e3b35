from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContributionsConfig(AppConfig):
    name = "contributions"
    verbose_name = _("Contributions")

    def ready(self):
        from contributions import signals  # noqa: F401, PLC0415 -- models exist only now
        from contributions.files import kept  # noqa: F401, PLC0415
