"""Detainee records: one person as all sources tell it, and what people enter beside it."""

from django.urls import path

from portal.office.views import records, sittings

urlpatterns = [
    path("records/why/", sittings.why, name="records-why"),
    path("records/<uuid:key>/", records.RecordView.as_view(), name="record"),
    path("records/<uuid:key>/custody/", records.CustodyView.as_view(), name="record-custody"),
    path("records/<uuid:key>/answer/", records.AnswerView.as_view(), name="record-answer"),
    path("records/<uuid:key>/<slug:about>/", records.StatementView.as_view(), name="record-statement"),
]
