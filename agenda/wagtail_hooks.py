"""The admin side of the agenda: the next dates on the home screen, the explorer's columns, the import of a calendar."""

from django.contrib import messages
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column

from agenda.duplicate import duplicate
from agenda.importing.views import TITLE, ChoiceView, UploadView, agenda_for
from agenda.models import EventPage, Occurrence
from core.calendar import say_date, say_dates
from core.pages_listing import ContentPageViewSet


class NextDatesPanel(Component):
    name = "next_dates"
    template_name = "agenda/home/next_dates.html"
    order = 250

    def get_context_data(self, parent_context):
        return {"occurrences": Occurrence.objects.of_published().upcoming().with_card()[:6]}


@hooks.register("construct_homepage_panels")
def show_next_dates(request, panels):
    panels.append(NextDatesPanel())


class EventPageViewSet(ContentPageViewSet):
    model = EventPage
    icon = "date"
    own_columns = (
        Column("start_date", label=_("Date"), accessor="when_label", sort_key="start_date"),
        Column("place", label=_("Lieu"), accessor="place"),
        Column("state", label=_("Tenue"), accessor="get_state_display", sort_key="state"),
    )


@hooks.register("register_admin_viewset")
def register_event_explorer():
    return EventPageViewSet("events")


@hooks.register("register_admin_urls")
def import_addresses():
    return [
        path("agenda/importer/", UploadView.as_view(), name="agenda_import"),
        path("agenda/importer/<int:pk>/", ChoiceView.as_view(), name="agenda_import_choice"),
    ]


class ImportMenuItem(MenuItem):
    """For members who may add an event."""

    def is_shown(self, request):
        return agenda_for(request.user) is not None


@hooks.register("register_admin_menu_item")
def import_in_menu():
    return ImportMenuItem(TITLE, reverse("agenda_import"), name="agenda-import", icon_name="download", order=700)


class DuplicateMenuItem(ActionMenuItem):
    """« Dupliquer en brouillon », beside « Enregistrer »: two clicks, from the editor."""

    name = "action-duplicate"
    label = _("Dupliquer en brouillon")
    icon_name = "copy"

    def is_shown(self, context):
        return (
            context["view"] == "edit"
            and isinstance(context["page"].specific, EventPage)
            and agenda_for(context["request"].user) is not None
        )


@hooks.register("register_page_action_menu_item")
def offer_to_duplicate():
    return DuplicateMenuItem(order=90)


def _is_asked_to_duplicate(request, page):
    is_asked = request.method == "POST" and DuplicateMenuItem.name in request.POST
    return is_asked and isinstance(page, EventPage) and agenda_for(request.user) is not None


@hooks.register("before_edit_page")
def duplicate_what_has_not_changed(request, page):
    """Instead of saving, where there is nothing to save: a published page stays as it is."""
    if not _is_asked_to_duplicate(request, page):
        return None
    draft = page.get_latest_revision_as_object()
    form_class = draft.get_edit_handler().get_form_class()
    typed = form_class(request.POST, request.FILES, instance=draft, for_user=request.user)
    lock = page.get_lock()
    is_locked = lock is not None and lock.for_user(request.user)
    return _to_duplicate_of(page, request) if is_locked or not typed.has_changed() else None


@hooks.register("after_edit_page")
def duplicate_what_is_saved(request, page):
    """What was typed is the draft of the first one by now: the copy says it too."""
    return _to_duplicate_of(page, request) if _is_asked_to_duplicate(request, page) else None


def _to_duplicate_of(page, request):
    copied = duplicate(page, request.user)
    messages.success(request, _now("Voici un nouveau brouillon. Changez d’abord sa date et son titre."))
    return redirect("wagtailadmin_pages:edit", copied.pk)


@hooks.register("after_edit_page")
def name_what_no_longer_applies(request, page):
    """A rule that changes keeps the exceptions; those that no longer touch a date are named."""
    if not isinstance(page, EventPage) or not page.start_date or "json" in request.headers.get("Accept", ""):
        return
    days, pauses = page.schedule.strays()
    said = [say_date(day) for day in days] + [say_dates(pause.first, end_date=pause.last) for pause in pauses]
    if said:
        messages.warning(
            request, _now("Ces exceptions ne touchent plus aucune date\xa0: %(days)s.") % {"days": ", ".join(said)}
        )


@hooks.register("insert_editor_js")
def show_what_is_asked():
    return format_html('<script type="module" src="{}"></script>', static("js/admin/timetable.js"))
