"""Pages that may hold pictures: they differ for a reader whose browser asks to save data."""

from collections.abc import Iterator

from django.utils.cache import patch_vary_headers

from cms.pictures.choosing import pictures_of

from .public import PublicPage


class PageWithPictures(PublicPage):
    """A page whose pictures wait to be asked for under `Save-Data: on`."""

    class Meta:
        abstract = True

    def pictures(self) -> Iterator:
        """Its pictures, each with the kind it is drawn as."""
        for field in self._meta.concrete_fields:
            kind = "logo" if field.name == "logo" else "text"
            yield from ((picture, kind) for picture in pictures_of([getattr(self, field.name, None)]))

    def serve(self, request, *args, **kwargs):
        """Say that the answer depends on that header."""
        response = super().serve(request, *args, **kwargs)
        patch_vary_headers(response, ["Save-Data"])
        return response
