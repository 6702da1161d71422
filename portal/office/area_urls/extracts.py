"""Exports of registrations."""

from django.urls import path

from portal.office.views import extracts

urlpatterns = [
    path("extracts/", extracts.ExtractsView.as_view(), name="extracts"),
    path("extracts/new/", extracts.NewExtractView.as_view(), name="extracts-new"),
    path("extracts/<uuid:key>/", extracts.ExtractView.as_view(), name="extracts-detail"),
    path("extracts/<uuid:key>/approve/", extracts.ApproveExtractView.as_view(), name="extracts-approve"),
    path("extracts/<uuid:key>/refuse/", extracts.RefuseExtractView.as_view(), name="extracts-refuse"),
    path("extracts/<uuid:key>/take/", extracts.take, name="extracts-take"),
]
