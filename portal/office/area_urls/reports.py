"""What people told us, and lost codes: for caseworkers and supervisors."""

from django.urls import path

from portal.office.views import assisted, recovery, reports

urlpatterns = [
    path("reports/", reports.ReportsView.as_view(), name="reports"),
    path("reports/<uuid:key>/", reports.ReportView.as_view(), name="reports-detail"),
    path("reports/<uuid:key>/state/", reports.change_state, name="reports-state"),
    path("reports/<uuid:key>/hold/", reports.hold_named, name="reports-hold"),
    path("recovery/", recovery.RecoveriesView.as_view(), name="recovery"),
    path("recovery/new/", recovery.NewRecoveryView.as_view(), name="recovery-new"),
    path("recovery/asking/", assisted.AssistedRecoveryView.as_view(), name="recovery-assisted"),
    path("recovery/<uuid:key>/approve/", recovery.approve, name="recovery-approve"),
    path("recovery/<uuid:key>/refuse/", recovery.refuse, name="recovery-refuse"),
]
