"""Addresses of a family's journey. None names the subject beyond the first page; none holds a code."""

from django.urls import path, register_converter

from .views import (
    calls,
    consents,
    draft_files,
    erasing,
    file_parts,
    files,
    following,
    messages,
    names,
    page,
    papers,
    pin,
    reach,
    receipt,
    sending,
    stays,
    told,
    verify,
    visit,
    ways,
    ways_in,
)
from .views.steps import StepView


class ReferenceConverter:
    """A reference as it is spoken: SR-7K4M-9XQ2. It grants nothing; only the owner's page answers to it."""

    regex = "SR-[2-9A-Z]{4}-[2-9A-Z]{4}"

    def to_python(self, value: str) -> str:
        """As written."""
        return value

    def to_url(self, value: str) -> str:
        """As written."""
        return value


class StepConverter:
    """The number of a question: one or two digits."""

    regex = "[0-9]{1,2}"

    def to_python(self, value: str) -> int:
        """As a number."""
        return int(value)

    def to_url(self, value: int) -> str:
        """As digits."""
        return str(value)


register_converter(ReferenceConverter, "spoken_reference")
register_converter(StepConverter, "step_number")

app_name = "family"
urlpatterns = [
    path("register/", sending.start, name="start"),
    path("register/9/", sending.check, name="check"),
    path("register/<step_number:number>/", StepView.as_view(), name="step"),
    path("register/list/", sending.hub, name="hub"),
    path("register/call/", calls.call, name="call"),
    path("register/call/asked/", calls.asked, name="call-asked"),
    path("register/names/", names.NamesView.as_view(), name="names"),
    path("register/names/<step_number:number>/", names.NameView.as_view(), name="name"),
    path("register/stays/<step_number:number>/", stays.stay, name="stay"),
    path("register/files/", draft_files.files, name="draft-files"),
    path("register/files/begin/", draft_files.begin_file, name="draft-file-begin"),
    path("register/files/<uuid:key>/part/", draft_files.file_part, name="draft-file-part"),
    path("register/files/<uuid:key>/remove/", draft_files.remove_file, name="draft-file-remove"),
    path("register/another/", sending.another, name="another"),
    path("register/together/<spoken_reference:reference>/", sending.together, name="together"),
    path("register/done/", sending.done, name="done"),
    path("stop/", sending.stop, name="stop"),
    path("return/", visit.come_back, name="return"),
    path("return/name/", ways_in.by_name, name="return-name"),
    path("return/passkey/", ways_in.by_passkey, name="return-passkey"),
    path("sign-out/", visit.sign_out, name="sign-out"),
    path("leave/", visit.leave, name="leave"),
    path("me/", page.me, name="me"),
    path("me/<spoken_reference:reference>/", page.me, name="page"),
    path("me/<spoken_reference:reference>/agree/<slug:purpose>/", consents.change, name="consent"),
    path("me/<spoken_reference:reference>/heard/", consents.heard, name="heard"),
    path("me/<spoken_reference:reference>/give/<uuid:key>/", consents.give, name="give"),
    path("me/<spoken_reference:reference>/receipt/<slug:style>/", receipt.receipt, name="receipt"),
    path("me/<spoken_reference:reference>/talk/", page.talk, name="talk"),
    path("me/<spoken_reference:reference>/wish/<slug:wish>/", page.wish, name="wish"),
    path("me/<spoken_reference:reference>/files/", files.files, name="files"),
    path("me/<spoken_reference:reference>/files/begin/", file_parts.begin_file, name="file-begin"),
    path("me/<spoken_reference:reference>/files/<uuid:key>/part/", file_parts.file_part, name="file-part"),
    path("me/<spoken_reference:reference>/files/<uuid:key>/remove/", files.remove_file, name="file-remove"),
    path("me/<spoken_reference:reference>/messages/", messages.messages, name="messages"),
    path("me/<spoken_reference:reference>/messages/<uuid:key>/", messages.letter, name="letter"),
    path("me/<spoken_reference:reference>/told/", told.told, name="told"),
    path("me/<spoken_reference:reference>/told/stays/<step_number:number>/", stays.amend_stay, name="amend-stay"),
    path("me/<spoken_reference:reference>/told/<slug:question>/", told.change, name="amend"),
    path("me/<spoken_reference:reference>/papers/", papers.papers, name="papers"),
    path("me/<spoken_reference:reference>/download/", papers.download, name="download"),
    path("me/<spoken_reference:reference>/erase/", erasing.warning, name="erase"),
    path("me/<spoken_reference:reference>/erase/sure/", erasing.sure, name="erase-sure"),
    path("me/<spoken_reference:reference>/opened/", page.seen, name="seen"),
    path("verify/", verify.verify, name="verify"),
    path("me/pin/", pin.pins, name="pin"),
    path("me/pin/word/", pin.safe_word, name="safe-word"),
    path("me/ways/", ways.ways, name="ways"),
    path("me/ways/name/", ways.name, name="ways-name"),
    path("me/ways/passkey/", ways.passkey, name="ways-passkey"),
    path("me/ways/code/", ways.new_code, name="ways-code"),
    path("me/ways/stop/", ways.stop_new_code, name="stop-new-code"),
    path("me/reach/", reach.reach, name="reach"),
    path("me/reach/told/", reach.change_wishes, name="reach-wishes"),
    path("me/reach/<slug:kind>/", reach.change_way, name="reach-way"),
    path("follow/<slug:slug>/", following.follow, name="follow"),
    path("unfollow/<slug:slug>/", following.unfollow, name="unfollow"),
]
