"""Possible matches, for reviewers and supervisors, and the search for a person."""

from django.urls import path

from portal.office.views import duplicates, incidents, pairs, pairs_queue, pairs_telling, search

urlpatterns = [
    path("pairs/", pairs_queue.QueueView.as_view(), name="pairs"),
    path("pairs/not-enough/", pairs_queue.InsufficientView.as_view(), name="pairs-insufficient"),
    path("pairs/<uuid:key>/", pairs.PairView.as_view(), name="pair"),
    path("pairs/next/", pairs_queue.take_next, name="pairs-next"),
    path("pairs/<uuid:key>/take/", pairs_queue.take_pair, name="pair-take"),
    path("pairs/<uuid:key>/withdraw/", pairs.withdraw_judgement, name="pair-withdraw"),
    path("pairs/<uuid:key>/history/", pairs.HistoryView.as_view(), name="pair-history"),
    path("pairs/<uuid:key>/incident/", incidents.incident, name="pair-incident"),
    path("pairs/<uuid:key>/reopen/", pairs.ReopenView.as_view(), name="pair-reopen"),
    path("pairs/<uuid:key>/keep/", pairs.keep_judgement, name="pair-keep"),
    path("pairs/<uuid:key>/telling/", pairs_telling.TellingView.as_view(), name="pair-telling"),
    path("pairs/<uuid:key>/telling/answer/", pairs_telling.answer, name="pair-telling-answer"),
    path("pairs/<uuid:key>/telling/asked/", pairs_telling.AskedView.as_view(), name="pair-telling-asked"),
    path("pairs/<uuid:key>/telling/plan/", pairs_telling.PlanView.as_view(), name="pair-telling-plan"),
    path("duplicates/", duplicates.DuplicatesView.as_view(), name="duplicates"),
    path("duplicates/<uuid:key>/", duplicates.DuplicateView.as_view(), name="duplicate"),
    path("search/", search.SearchView.as_view(), name="search"),
]
