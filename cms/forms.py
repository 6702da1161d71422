"""The form of pages that organizations write: text that could deceive or break is refused with words."""

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm

from portal.core.text import clean_text


class PlainPageForm(WagtailAdminPageForm):
    """Every text field is normalised; control characters and direction overrides are refused."""

    def clean(self):
        """Look at each text once; what is wrong is said beside its field."""
        cleaned = super().clean()
        for name, value in list(cleaned.items()):
            if isinstance(value, str) and isinstance(self.fields.get(name), forms.CharField):
                try:
                    cleaned[name] = clean_text(value, lines=isinstance(self.fields[name].widget, forms.Textarea))
                except forms.ValidationError as error:
                    self.add_error(name, error)
        return cleaned
