"""What only trained people read, and who they are."""

from django.urls import path

from portal.accounts.enums import TrainedFor
from portal.office.views import sealed, trained

urlpatterns = [
    path("files/<uuid:key>/sealed/", sealed.notes, name="files-sealed"),
    path("files/<uuid:key>/sealed/new/", sealed.write, name="files-sealed-new"),
    path("sealed/", sealed.wishes, name="sealed-wishes"),
    path("sealed/wishes/<uuid:key>/done/", sealed.wish_done, name="sealed-wish-done"),
    path("sealed/<uuid:key>/", sealed.open_note, name="sealed-open"),
    path("trained/", trained.TrainedView.as_view(), name="trained"),
    path("trained/minors/", trained.TrainedView.as_view(kind=TrainedFor.MINORS), name="trained-minors"),
    path("trained/<uuid:key>/", trained.change, name="trained-change"),
]
