"""Questions as people speak them."""

from django.urls import path

from portal.office.views import recordings

urlpatterns = [
    path("recordings/", recordings.recordings, name="recordings"),
    path("recordings/<uuid:key>/remove/", recordings.remove, name="recordings-remove"),
    path("recordings/<slug:question>/<slug:language>/", recordings.slot, name="recordings-slot"),
]
