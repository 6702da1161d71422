"""Talks with families, what was told wrongly, and detainee records that somebody calls wrong."""

from django.urls import path

from portal.office.views import corrections, record_checks, talks

urlpatterns = [
    path("talks/", talks.TalksView.as_view(), name="talks"),
    path("talks/<uuid:key>/", talks.TalkView.as_view(), name="talk"),
    path("talks/<uuid:key>/answer/", talks.AnswerView.as_view(), name="talk-answer"),
    path("talks/<uuid:key>/wrong/", corrections.WrongView.as_view(), name="talk-wrong"),
    path("corrections/<uuid:key>/", corrections.CorrectionView.as_view(), name="correction"),
    path("corrections/<uuid:key>/plan/", corrections.PlanCorrectionView.as_view(), name="correction-plan"),
    path("record-checks/", record_checks.ChecksView.as_view(), name="record-checks"),
    path("record-checks/new/", record_checks.HoldView.as_view(), name="record-checks-new"),
    path("record-checks/<uuid:key>/", record_checks.CheckView.as_view(), name="record-check"),
]
