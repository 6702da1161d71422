"""Pages that may hold pictures: they differ for a reader whose browser asks to save data."""

from django.utils.cache import patch_vary_headers

from .public import PublicPage


class PageWithPictures(PublicPage):
    """A page whose pictures wait to be asked for under `Save-Data: on`."""

    class Meta:
        abstract = True

    def serve(self, request, *args, **kwargs):
        """Say that the answer depends on that header."""
        response = super().serve(request, *args, **kwargs)
        patch_vary_headers(response, ["Save-Data"])
        return response
