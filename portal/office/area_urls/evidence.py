"""Addresses of what the families sent."""

from django.urls import path

from portal.office.views import evidence, evidence_readers

urlpatterns = [
    path("evidence/<uuid:key>/", evidence.ask_to_open, name="evidence-ask"),
    path("evidence/<uuid:key>/readers/", evidence_readers.readers, name="evidence-readers"),
    path("files/<uuid:key>/evidence/", evidence_readers.add, name="files-evidence"),
    path("evidence/open/<str:token>/", evidence.open_evidence, name="evidence-open"),
]
