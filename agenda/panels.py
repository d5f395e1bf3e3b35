"""What the editor of a rendezvous asks of its dates, and shows of those it gives."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel

from agenda.wording import say_schedule

#: Dates shown in the editor.
SHOWN = 6


class DatesPanel(Panel):
    """The dates that the saved draft gives, and the exceptions that no longer touch any of them."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "agenda/admin/dates_panel.html"

        def is_shown(self):
            return super().is_shown() and bool(self.instance.start_date)

        def get_context_data(self, parent_context=None):
            event, now = self.instance, timezone.now()
            coming = [date for date in event.known_dates if not date.is_past(now)]
            days, pauses = event.schedule.strays()
            return super().get_context_data(parent_context) | {
                "event": event,
                "said": say_schedule(event.schedule),
                "dates": coming[:SHOWN],
                "others": len(coming[SHOWN:]),
                "stray_days": days,
                "stray_pauses": pauses,
            }


#: What a Timetable asks.
TIMETABLE_PANELS = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("start_date"), FieldPanel("start_time")]),
            FieldRowPanel([FieldPanel("end_date"), FieldPanel("end_time")]),
            FieldRowPanel([FieldPanel("repeats"), FieldPanel("interval")]),
            FieldPanel("weekdays"),
            FieldPanel("ranks"),
            FieldPanel("months_off"),
            FieldRowPanel([FieldPanel("repeats_until"), FieldPanel("repeats_times")]),
            FieldPanel("added_dates"),
            FieldPanel("exceptions"),
            DatesPanel(),
        ],
        heading=_("Quand"),
        classname="timetable",
    ),
]
