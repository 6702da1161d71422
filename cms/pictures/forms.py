"""The form by which a picture comes in."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .metadata import without_metadata


def _unreadable() -> forms.ValidationError:
    return forms.ValidationError(forms.ImageField.default_error_messages["invalid_image"], code="invalid_image")


class PictureField(WagtailImageField):
    """Wagtail's breaks on a file that ends within its first bytes; here it is refused with words."""

    def to_python(self, data):
        """Return the file. Raises ValidationError for what is no picture of the kinds we take."""
        try:
            return super().to_python(data)
        except OSError as error:
            raise _unreadable() from error


class PictureForm(BaseImageForm):
    """Wagtail's, and the camera's notes are taken out of a new file before it is kept."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        theirs = self.fields.get("file")
        if theirs is not None:  # the second form of an upload of many has none
            self.fields["file"] = PictureField(label=theirs.label, required=theirs.required, widget=theirs.widget)

    def clean_file(self):
        """Return the cleaned picture. Raises ValidationError in words for one that breaks off in the middle."""
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        try:
            return without_metadata(file)
        except OSError as error:
            raise _unreadable() from error
