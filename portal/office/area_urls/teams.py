"""Teams, for those who lead and for administrators."""

from django.urls import path

from portal.office.views import teams

urlpatterns = [
    path("teams/", teams.TeamsView.as_view(), name="teams"),
    path("teams/new/", teams.NewTeamView.as_view(), name="teams-new"),
    path("teams/<uuid:key>/", teams.TeamView.as_view(), name="team"),
    path("teams/<uuid:key>/change/", teams.ChangeTeamView.as_view(), name="team-change"),
    path("teams/<uuid:key>/members/", teams.members, name="team-members"),
    path("teams/<uuid:key>/end/", teams.end, name="team-end"),
]
