"""What the editor of a rendezvous shows of the dates it gives."""

from django.utils import timezone
from wagtail.admin.panels import Panel

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
