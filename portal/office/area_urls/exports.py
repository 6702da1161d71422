"""Requests to hand out possible matches."""

from django.urls import path

from portal.office.views import exports

urlpatterns = [
    path("exports/", exports.ExportsView.as_view(), name="exports"),
    path("exports/new/", exports.NewExportView.as_view(), name="exports-new"),
    path("exports/<uuid:key>/approve/", exports.approve, name="exports-approve"),
    path("exports/<uuid:key>/refuse/", exports.refuse, name="exports-refuse"),
]
