"""The log, for auditors; alerts about unusual reading."""

from django.urls import path

from portal.office.views.alerts import AlertsView, answer
from portal.office.views.audit import AuditView, anchor, check_chain
from portal.office.views.planted import PlantedView, PlantRecordView, withdraw

urlpatterns = [
    path("audit/", AuditView.as_view(), name="audit"),
    path("alerts/", AlertsView.as_view(), name="alerts"),
    path("audit/check/", check_chain, name="audit-check"),
    path("audit/anchor/", anchor, name="audit-anchor"),
    path("planted/", PlantedView.as_view(), name="planted"),
    path("planted/record/", PlantRecordView.as_view(), name="planted-record"),
    path("planted/<uuid:key>/withdraw/", withdraw, name="planted-withdraw"),
    path("alerts/<uuid:key>/", answer, name="alerts-answer"),
]
