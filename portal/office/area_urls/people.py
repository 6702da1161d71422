"""Staff, their roles and their organizations: for administrators."""

from django.urls import path

from portal.office.views import people, people_actions

urlpatterns = [
    path("people/", people.PeopleView.as_view(), name="people"),
    path("people/new/", people.NewPersonView.as_view(), name="people-new"),
    path("people/<uuid:key>/", people.PersonView.as_view(), name="people-detail"),
    path("people/<uuid:key>/roles/", people_actions.roles, name="people-roles"),
    path("people/<uuid:key>/sessions/", people_actions.end_sessions, name="people-sessions"),
    path("people/<uuid:key>/second-factor/", people_actions.reset_second_factor, name="people-second-factor"),
    path("people/<uuid:key>/password/", people_actions.new_password, name="people-password"),
    path("people/<uuid:key>/active/", people_actions.active, name="people-active"),
    path("people/<uuid:key>/memberships/", people_actions.memberships, name="people-memberships"),
]
