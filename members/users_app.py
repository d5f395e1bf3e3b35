"""Wagtail's accounts application, with our screens."""

from wagtail.users.apps import WagtailUsersAppConfig


class MemberUsersConfig(WagtailUsersAppConfig):
    user_viewset = "members.accounts.MemberViewSet"
