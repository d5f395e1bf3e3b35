import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from members.groups import create_groups, create_review


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0001_initial"),
        ("otp_static", "0003_add_timestamps"),
        ("otp_totp", "0003_add_timestamps"),
        ("sessions", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]

    operations = [
        migrations.CreateModel(
            name="ConsentState",
            fields=[
                (
                    "taskstate_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.taskstate",
                    ),
                ),
                ("text_digest", models.CharField(editable=False, max_length=16)),
                ("decision_requested_at", models.DateTimeField(editable=False, null=True)),
                ("decision_question", models.TextField(blank=True, editable=False)),
                (
                    "decision_requested_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("writers", models.ManyToManyField(editable=False, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "verbose_name": "relecture",
                "verbose_name_plural": "relectures",
            },
            bases=("wagtailcore.taskstate",),
        ),
        migrations.CreateModel(
            name="ConsentTask",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
                (
                    "agreements_needed",
                    models.PositiveSmallIntegerField(
                        default=2,
                        help_text="Combien de membres, en plus de l’auteur·rice, doivent être d’accord.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(20),
                        ],
                        verbose_name="accords nécessaires",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        help_text="Pages/snippets at this step in a workflow will be moderated or approved by these groups of users",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
            ],
            options={
                "verbose_name": "relecture par consentement",
                "verbose_name_plural": "relectures par consentement",
            },
            bases=("wagtailcore.task",),
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=16)),
                ("comment", models.TextField(blank=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreements",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreements",
                        to="members.consentstate",
                    ),
                ),
            ],
            options={
                "verbose_name": "accord",
                "verbose_name_plural": "accords",
                "constraints": [
                    models.UniqueConstraint(fields=("state", "member", "digest"), name="one_agreement_per_text")
                ],
            },
        ),
        migrations.CreateModel(
            name="Phone",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("otp_totp.totpdevice", models.Model),
        ),
        migrations.CreateModel(
            name="RecoveryCodes",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("otp_static.staticdevice", models.Model),
        ),
        migrations.CreateModel(
            name="OpenSession",
            fields=[
                (
                    "session",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="sessions.session",
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="ouverte")),
                ("last_used", models.DateField(verbose_name="utilisée pour la dernière fois")),
                ("browser", models.CharField(max_length=40, verbose_name="navigateur")),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="open_sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "session ouverte",
                "verbose_name_plural": "sessions ouvertes",
            },
        ),
        migrations.CreateModel(
            name="Passkey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="nom")),
                ("credential_id", models.CharField(editable=False, max_length=1364, unique=True)),
                ("handle", models.CharField(editable=False, max_length=86)),
                ("public_key", models.BinaryField(verbose_name="clé publique (COSE)")),
                ("sign_count", models.PositiveBigIntegerField(default=0, editable=False, verbose_name="compteur")),
                ("transports", models.JSONField(default=list, editable=False)),
                (
                    "added_on",
                    models.DateField(default=django.utils.timezone.localdate, editable=False, verbose_name="ajoutée"),
                ),
                (
                    "last_used",
                    models.DateField(editable=False, null=True, verbose_name="utilisée pour la dernière fois"),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="passkeys",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "clé d’accès",
                "verbose_name_plural": "clés d’accès",
                "ordering": ["added_on", "pk"],
            },
        ),
        migrations.RunPython(lambda apps, schema_editor: create_groups(apps), migrations.RunPython.noop),
        migrations.RunPython(lambda apps, schema_editor: create_review(apps), migrations.RunPython.noop),
    ]
