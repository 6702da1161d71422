"""Registrations as a caseworker reads and answers them."""

from django.urls import path

from portal.office.views import files, holds, messages, reviews

urlpatterns = [
    path("files/", files.FilesView.as_view(), name="files"),
    path("files/<uuid:key>/", files.FileView.as_view(), name="files-detail"),
    path("files/<uuid:key>/state/", files.move, name="files-state"),
    path("files/<uuid:key>/word/", files.word, name="files-word"),
    path("files/<uuid:key>/call/", files.call, name="files-call"),
    path("files/<uuid:key>/messages/", messages.messages, name="files-messages"),
    path("files/<uuid:key>/review/", reviews.review, name="files-review"),
    path("files/<uuid:key>/hold/", holds.hold, name="files-hold"),
]
