"""The form of pages: text that could deceive or break, and pictures of somebody else, are refused with words."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from cms.pictures.choosing import not_open_to, pictures_of
from portal.core.text import clean_text


class PlainPageForm(WagtailAdminPageForm):
    """Every text field is normalised; control characters and direction overrides are refused.

    A picture must be one that the writer may choose, or one that stands on the page already.
    """

    def clean(self):
        """Look at each field once; what is wrong is said beside it."""
        cleaned = super().clean()
        for name, value in list(cleaned.items()):
            if isinstance(value, str) and isinstance(self.fields.get(name), forms.CharField):
                try:
                    cleaned[name] = clean_text(value, lines=isinstance(self.fields[name].widget, forms.Textarea))
                except forms.ValidationError as error:
                    self.add_error(name, error)
            elif self._holds_pictures_of_others(name, value):
                self.add_error(name, _("Please choose a picture from your own pictures."))
        return cleaned

    def _holds_pictures_of_others(self, name: str, value) -> bool:
        standing = {picture.pk for picture in pictures_of([getattr(self.instance, name, None)])}
        return bool(not_open_to(self.for_user, pictures_of([value])) - standing)
