"""The moderators' desk: what was sent and waits."""

from django.contrib.admin import SimpleListFilter
from django.db.models import Exists, OuterRef
from django.templatetags.static import static
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, modeladmin_register
from wagtail_modeladmin.views import IndexView

from contributions.desk.figures import FiguresView
from contributions.desk.presence import presence
from contributions.desk.rota import RotaView, on_duty
from contributions.desk.views import ContributionView
from contributions.desk.waiting import said_age, what_waits
from contributions.files.serving import attachment_file
from contributions.kinds import KINDS, MESSAGE
from contributions.models import Contribution, Mail
from contributions.models.duty import today
from contributions.signing import LICENCES, Consent
from core.french import printable

#: Days after which an item that waits is late, and very late.
LATE, VERY_LATE = 3, 10


class DeskPermissions(PermissionHelper):
    """Contributions are made by those who send them, and go by the gestures of the desk."""

    def user_can_create(self, user):
        return False

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_delete_obj(self, user, obj):
        return False

    def user_can_inspect_obj(self, user, obj):
        return self.user_has_specific_permission(user, "view_contribution")


class PileFilter(SimpleListFilter):
    """What is on the desk, unless something else is asked."""

    title = _("pile")
    parameter_name = "pile"

    def lookups(self, request, model_admin):
        return [
            ("doute", _("à vérifier")),
            ("courriel", _("courriel non parti")),
            ("fini", _("terminé")),
            ("tout", _("tout")),
        ]

    def choices(self, changelist):
        usual = {"selected": self.value() is None, "query_string": changelist.get_query_string(remove=["pile"])}
        yield usual | {"display": _("sur le bureau")}
        yield from list(super().choices(changelist))[1:]

    def queryset(self, request, queryset):
        if self.value() == "doute":
            return queryset.filter(is_doubtful=True).exclude(state=Contribution.State.SPAM)
        if self.value() == "courriel":
            return queryset.filter(has_unsent_mail=True)
        if self.value() == "fini":
            return queryset.filter(state__in=Contribution.ENDED)
        if self.value() == "tout":
            return queryset
        return queryset.filter(is_doubtful=False).exclude(state__in=Contribution.ENDED)


class KindFilter(SimpleListFilter):
    title = _("sorte")
    parameter_name = "sorte"

    def lookups(self, request, model_admin):
        return [(kind.slug, kind.label) for kind in (*KINDS, MESSAGE)]

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() else queryset


class HolderFilter(SimpleListFilter):
    title = _("prise en charge")
    parameter_name = "par"

    def lookups(self, request, model_admin):
        return [("moi", _("par moi")), ("personne", _("par personne"))]

    def queryset(self, request, queryset):
        holders = {"moi": request.user, "personne": None}
        return queryset.filter(taken_by=holders[self.value()]) if self.value() in holders else queryset


class DeskView(IndexView):
    """The list. Only its own filters are read: modeladmin's would ask any field of any related row."""

    def get_queryset(self, request=None):
        self.query = printable(self.query)
        return super().get_queryset(request)

    def get_filters_params(self, params=None):
        names = {one.parameter_name for one in ContributionAdmin.list_filter}
        return {name: value for name, value in super().get_filters_params(params).items() if name in names}

    def get_context_data(self, **kwargs):
        oldest = Contribution.objects.left_to(self.request.user).first()
        return super().get_context_data(
            waits=what_waits(),
            on_duty=[member.get_full_name() for member in on_duty(today())],
            oldest_address=oldest and self.url_helper.get_action_url("inspect", oldest.pk),
            **kwargs,
        )


class ContributionAdmin(ModelAdmin):
    model = Contribution
    menu_label = _("Contributions")
    menu_icon = "mail"
    menu_order = 150
    list_display = ("what", "sort", "age", "state", "holder")
    list_filter = (PileFilter, KindFilter, HolderFilter)
    list_select_related = ("taken_by",)
    search_fields = ("answers", "signature")
    ordering = ("received_at", "pk")
    inspect_view_enabled = True
    #: Wagtail's own shows a title to whoever enters the admin; the log of gestures is on the screen itself.
    history_view_enabled = False
    index_view_class = DeskView
    index_template_name = "contributions/desk/list.html"
    inspect_view_class = ContributionView
    permission_helper_class = DeskPermissions
    index_view_extra_css = ["css/admin-contributions.css"]

    def get_queryset(self, request):
        unsent = Mail.objects.unsent().filter(contribution=OuterRef("pk"))
        return super().get_queryset(request).annotate(has_unsent_mail=Exists(unsent))

    def what(self, contribution):
        address = self.url_helper.get_action_url("inspect", contribution.pk)
        mark = format_html(' <span class="unsent">{}</span>', _now("courriel non parti"))
        return format_html(
            '<a href="{}">{}</a>{}', address, contribution.title, mark if contribution.has_unsent_mail else ""
        )

    what.short_description = _("Envoi")

    def sort(self, contribution):
        return contribution.of_kind.label

    sort.short_description = _("Sorte")
    sort.admin_order_field = "kind"

    def holder(self, contribution):
        return contribution.taken_by.get_full_name() if contribution.taken_by else ""

    holder.short_description = _("Pris par")
    holder.admin_order_field = "taken_by"

    def age(self, contribution):
        days = (timezone.now() - contribution.received_at).days
        late = "very-late" if days >= VERY_LATE else "late" if days >= LATE else "fresh"
        said = _now("il y a %(time)s") % {"time": said_age(contribution.received_at)}
        return format_html('<span class="age age--{}">{}</span>', late if contribution.is_open else "ended", said)

    age.short_description = _("Reçu")
    age.admin_order_field = "received_at"


modeladmin_register(ContributionAdmin)


@hooks.register("register_admin_urls")
def addresses_of_the_desk():
    return [
        path("contributions/permanences/", RotaView.as_view(), name="contributions_rota"),
        path("contributions/chiffres/", FiguresView.as_view(), name="contributions_figures"),
        path("contributions/contribution/presence/<int:pk>/", presence, name="contributions_presence"),
        path("contributions/fichiers/<int:pk>/", attachment_file, name="contributions_file"),
    ]


@hooks.register("insert_global_admin_css")
def style_the_desk():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin-contributions.css"))


@hooks.register("register_log_actions")
def name_the_provenance(actions):
    @actions.register_action("contributions.accept")
    class Provenance(LogFormatter):
        label = _("Venu d’un envoi")

        def format_message(self, log_entry):
            data = log_entry.data
            said = {
                "number": data.get("contribution", ""),
                "consent": dict(Consent.choices).get(data.get("consent"), ""),
                "licence": dict(LICENCES).get(data.get("licence"), ""),
            }
            return _now("Brouillon fait de l’envoi n°\u00a0%(number)s. %(consent)s %(licence)s") % said
