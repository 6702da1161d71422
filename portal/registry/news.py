"""The kinds of news about a registration that go into her inbox (floor 5)."""

from django.utils.translation import gettext_lazy as _

from portal.notifications.kinds import register

# One sentence for every reason to talk.
TALK_WISHED = register(
    "registration.talk_wished",
    label=_("We would like to speak with you"),
    words=_("We asked to speak with you."),
)
MESSAGE_WRITTEN = register(
    "registry.message",
    label=_("A message from the person in charge of your file"),
    words=_("We have written a message to you."),
)
# Also for who came of age: nobody else answers for her any more.
ASKED_AGAIN = register(
    "registry.asked_again",
    label=_("The time of an answer of yours is over"),
    words=_("The time of one of your answers is over. We would like to ask you again. Until then we do not do it."),
)
FILE_CLOSED = register(
    "registry.closed",
    label=_("Your registration was closed here"),
    words=_("We closed your registration here. Your page says why, and who goes on with it."),
)
