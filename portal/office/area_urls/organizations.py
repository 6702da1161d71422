"""Partner organizations: for administrators."""

from django.urls import path

from portal.office.views import organizations

urlpatterns = [
    path("organizations/", organizations.OrganizationsView.as_view(), name="organizations"),
    path("organizations/new/", organizations.NewOrganizationView.as_view(), name="organizations-new"),
    path("organizations/<uuid:key>/verify/", organizations.verify, name="organizations-verify"),
]
