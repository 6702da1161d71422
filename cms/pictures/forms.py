"""The form by which a picture comes in."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from wagtail.images.forms import BaseImageForm

from .metadata import without_metadata


class PictureForm(BaseImageForm):
    """Wagtail's, and the camera's notes are taken out of a new file before it is kept."""

    def clean_file(self):
        """Return the cleaned picture. Raises ValidationError in words for one that breaks off in the middle."""
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        try:
            return without_metadata(file)
        except OSError as error:
            raise forms.ValidationError(
                forms.ImageField.default_error_messages["invalid_image"], code="invalid_image"
            ) from error
