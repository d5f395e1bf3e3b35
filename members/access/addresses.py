"""Addresses of those who come in; some are Wagtail's, answered by our views before its own."""

from django.urls import path
from django.views.generic import RedirectView
from wagtail.admin.auth import require_admin_access

from members.access import lost_password, set_up_views, sign_in_views
from members.access.account_views import MyAccess
from members.access.others_access import OthersAccess

access_addresses = [
    path("admin/login/", sign_in_views.SignIn.as_view()),
    path("admin/login/code/", sign_in_views.SecondStep.as_view(), name="access_code"),
    path("admin/login/cle/", sign_in_views.EnterWithPasskey.as_view(), name="access_enter_with_passkey"),
    path("admin/login/second-facteur/", set_up_views.SetUp.as_view(), name="access_set_up"),
    path("admin/login/second-facteur/cle/", set_up_views.AddPasskey.as_view(), name="access_add_passkey"),
    path("admin/password_reset/", lost_password.Ask.as_view()),
    path("admin/password_reset/confirm/<uidb64>/<token>/", lost_password.Choose.as_view()),
    path("admin/account/acces/", require_admin_access(MyAccess.as_view()), name="access_mine"),
    path("admin/membres/<int:pk>/acces/", require_admin_access(OthersAccess.as_view()), name="access_of_member"),
    # Wagtail's second door, for private pages, asks for a password alone.
    path("_util/login/", RedirectView.as_view(pattern_name="wagtailadmin_login", query_string=True)),
]
