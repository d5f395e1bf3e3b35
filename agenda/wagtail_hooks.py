"""The admin side of the agenda: the next dates on the home screen, the explorer's columns."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column

from agenda.models import EventPage, Occurrence
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
