"""The form of every content page in the editor."""

from wagtail.admin.forms import WagtailAdminPageForm


class ContentPageForm(WagtailAdminPageForm):
    """Asks of a page about to be published what a draft may leave open."""

    def _post_clean(self):
        super()._post_clean()
        if not self.is_deferred_validation:
            for field, message in self.instance.publication_errors().items():
                self.add_error(field, message)
