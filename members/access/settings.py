"""The settings of accounts: passwords, sessions, who must have a second factor. Read before applications are ready."""

from django.core.exceptions import ImproperlyConfigured

#: What SECOND_FACTOR_REQUIRED may name, and the group of each: members.groups, which needs applications.
REQUIRABLE = {"redaction": "Rédaction", "moderation": "Modération", "administration": "Administration"}

_VALIDATION = "django.contrib.auth.password_validation."


def account_settings(env):
    """Settings (dict) of the environment `env` (environ.Env); raises ImproperlyConfigured for an unknown group."""
    return {
        "AUTH_USER_MODEL": "members.Member",
        "AUTH_PASSWORD_VALIDATORS": [
            {
                "NAME": _VALIDATION + "UserAttributeSimilarityValidator",
                "OPTIONS": {"user_attributes": ["username", "display_name", "email"]},
            },
            {"NAME": _VALIDATION + "MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
            {"NAME": _VALIDATION + "CommonPasswordValidator"},
            {"NAME": _VALIDATION + "NumericPasswordValidator"},
        ],
        "PASSWORD_RESET_TIMEOUT": 24 * 3600,
        "LOGIN_URL": "wagtailadmin_login",
        "WAGTAILADMIN_USER_LOGIN_FORM": "members.access.forms.SignInForm",
        "WAGTAILADMIN_USER_PASSWORD_RESET_FORM": "members.access.forms.LostPasswordForm",
        "SECOND_FACTOR_REQUIRED": _groups(env.list("SECOND_FACTOR_REQUIRED", default=[])),
        "OTP_TOTP_ISSUER": "Nébuleuses",
        "SESSION_COOKIE_AGE": 14 * 24 * 3600,
        "SESSION_COOKIE_HTTPONLY": True,
    }


def _groups(names):
    """The groups (list of str) that `names` (list of str) stand for."""
    wanted = [name.strip().lower() for name in names if name.strip()]
    unknown = [name for name in wanted if name not in REQUIRABLE]
    if unknown:
        raise ImproperlyConfigured(
            f"SECOND_FACTOR_REQUIRED ne connaît pas « {', '.join(unknown)} » : "
            f"écrivez des noms parmi {', '.join(REQUIRABLE)}, séparés par des virgules."
        )
    return [REQUIRABLE[name] for name in wanted]
