"""Registrations as a caseworker reads and answers them."""

from django.urls import path

from portal.office.views import contact, files, heard_places, holds, messages, reviews, trust

urlpatterns = [
    path("files/", files.FilesView.as_view(), name="files"),
    path("files/several/<slug:show>/", trust.several, name="files-several"),
    path("files/<uuid:key>/", files.FileView.as_view(), name="files-detail"),
    path("files/<uuid:key>/state/", files.move, name="files-state"),
    path("files/<uuid:key>/word/", files.word, name="files-word"),
    path("files/<uuid:key>/call/", files.call, name="files-call"),
    path("files/<uuid:key>/contact/<uuid:channel>/", contact.show, name="files-contact"),
    path("files/<uuid:key>/messages/", messages.messages, name="files-messages"),
    path("files/<uuid:key>/trust/", trust.change, name="files-trust"),
    path("files/<uuid:key>/spam/erase/", trust.erase, name="files-erase-spam"),
    path("files/<uuid:key>/review/", reviews.review, name="files-review"),
    path("files/<uuid:key>/hold/", holds.hold, name="files-hold"),
    path("files/<uuid:key>/place/<uuid:heard>/", heard_places.heard_place, name="files-heard-place"),
]
