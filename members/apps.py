from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = _("Membres")

    def ready(self):
        from members import notifications, receivers  # noqa: F401, PLC0415 -- models exist only now

        notifications.connect()
