"""Transfers of detained persons, for those who keep and read lists."""

from django.urls import path

from portal.office.views import transfers

urlpatterns = [
    path("transfers/", transfers.TransfersView.as_view(), name="transfers"),
    path("transfers/new/", transfers.NewTransferView.as_view(), name="transfers-new"),
    path("transfers/<uuid:key>/", transfers.TransferView.as_view(), name="transfer"),
]
