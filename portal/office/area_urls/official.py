"""The list of channels that are really ours: for administrators."""

from django.urls import path

from portal.office.views import official

urlpatterns = [
    path("official/", official.OfficialView.as_view(), name="official"),
    path("official/<uuid:key>/remove/", official.remove, name="official-remove"),
]
