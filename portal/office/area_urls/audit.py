"""The log, for auditors."""

from django.urls import path

from portal.office.views.audit import AuditView

urlpatterns = [path("audit/", AuditView.as_view(), name="audit")]
