"""The log, for auditors; alerts about unusual reading."""

from django.urls import path

from portal.office.views.alerts import AlertsView, answer
from portal.office.views.audit import AuditView

urlpatterns = [
    path("audit/", AuditView.as_view(), name="audit"),
    path("alerts/", AlertsView.as_view(), name="alerts"),
    path("alerts/<uuid:key>/", answer, name="alerts-answer"),
]
