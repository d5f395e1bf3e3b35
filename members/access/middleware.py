"""At the door of the admin, on every request: a second factor where one is required, and the day of last use."""

from django.contrib.auth import logout
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from members.access.open_sessions import note_use
from members.access.second_factor import has_one, is_required
from members.access.signing_in import VERIFIED

ADMIN = SimpleLazyObject(lambda: reverse("wagtailadmin_home"))
_OPEN_NAMES = ("access_set_up", "access_add_passkey", "wagtailadmin_logout")
#: What answers to who has still to set up their second factor.
OPEN_BEFORE = SimpleLazyObject(lambda: {reverse(name) for name in _OPEN_NAMES})


class AccessMiddleware:
    """Nothing is asked of the session outside the admin: readers have none. Once proved, nothing is asked of the
    database either.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith(str(ADMIN)) or not request.user.is_authenticated:
            return self.get_response(request)
        if not request.session.get(VERIFIED) and is_required(request.user):
            if has_one(request.user):  # a session of before: it has proved a password alone
                logout(request)
                return redirect("wagtailadmin_login")
            if request.path_info not in OPEN_BEFORE:
                return redirect("access_set_up")
        note_use(request, request.user)
        return self.get_response(request)
