"""Detainee lists, for data stewards."""

from django.urls import path

from portal.office.views import lists, lists_progress, lists_undo, lists_upload, lists_words

urlpatterns = [
    path("lists/", lists.ListsView.as_view(), name="lists"),
    path("lists/new/", lists_upload.upload, name="lists-upload"),
    path("lists/<uuid:key>/", lists.ListView.as_view(), name="lists-detail"),
    path("lists/<uuid:key>/progress/", lists_progress.watch, name="lists-progress"),
    path("lists/<uuid:key>/columns/", lists.ColumnsView.as_view(), name="lists-columns"),
    path("lists/<uuid:key>/words/", lists_words.WordsView.as_view(), name="lists-words"),
    path("lists/<uuid:key>/undo/", lists_undo.UndoView.as_view(), name="lists-undo"),
    path("lists/<uuid:key>/undo/approve/", lists_undo.approve, name="lists-undo-approve"),
    path("lists/<uuid:key>/undo/refuse/", lists_undo.refuse, name="lists-undo-refuse"),
    path("lists/<uuid:key>/confirm/", lists.confirm, name="lists-confirm"),
    path("lists/<uuid:key>/resume/", lists.resume, name="lists-resume"),
    path("lists/<uuid:key>/cancel/", lists.cancel, name="lists-cancel"),
]
