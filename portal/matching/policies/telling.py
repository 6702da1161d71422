"""In which state a family may be told: asked for, decided, planned, held, answered and put right (floor 6)."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext_lazy as _

from portal.core.refusing import Refused
from portal.detainees.sharing import sharing
from portal.matching.enums import OPENS_TELLING, Asked, Decision, FamilySays, MatchRole, PairState, Share
from portal.matching.models import CandidatePair, Correction, Disclosure, RecordCheck, Talk
from portal.matching.protection import GRAVE, TWO_APPROVERS, WARNS, Protection, protections
from portal.matching.telling import newest_safety
from portal.registry.consent import allows
from portal.registry.enums import Purpose, RegistrationState
from portal.registry.models import Registration
from portal.registry.policies import check_is_open

from .judging import check_can_be_read

# What only somebody who lives can agree to.
_OF_THE_LIVING = frozenset({Share.ALIVE, Share.WHERE, Share.MESSAGE, Share.CONTACT})
_MAY_BE_ASKED = frozenset({PairState.VERIFIED, PairState.DISCLOSED})


def check_can_be_asked(pair: CandidatePair) -> None:
    """Refuse to note an answer of the person found where the pair is not confirmed, or the family was told."""
    check_can_be_read(pair)
    if pair.state not in _MAY_BE_ASKED:
        raise Refused(_("Two people must confirm this before anyone decides about telling the family."))
    if Talk.objects.told().filter(disclosure__pair=pair, disclosure__round=pair.round).exists():
        raise Refused(_("The family was told. If we were wrong, ask for a correction; two people decide it."))


def check_can_be_requested(
    pair: CandidatePair, decision: str, *, shares: Sequence[str] = (), kinds: Collection[Protection] = ()
) -> None:
    """Refuse a decision about telling where the pair is not confirmed, or the rules for telling are not met."""
    check_can_be_read(pair)
    if pair.state != PairState.VERIFIED:
        raise Refused(_("Two people must confirm this before anyone decides about telling the family."))
    if open_disclosure(pair):
        raise Refused(_("A decision has already been asked for. Another person answers it next."))
    if decision == Decision.TELL:
        check_may_tell(pair)
        check_shares(pair, shares, kinds)


def open_disclosure(pair: CandidatePair) -> Disclosure | None:
    """Return the decision that waits for another person, if any; an old one no longer counts."""
    waiting = Disclosure.objects.waiting().filter(pair=pair, round=pair.round).first()
    return waiting if waiting and not waiting.is_expired else None


def check_may_speak(registration: Registration) -> None:
    """Refuse to ask a family to speak with us against its will, or while something about its file is checked."""
    if not allows(registration, Purpose.CONTACT):
        raise Refused(_("The family has not agreed to be contacted."))
    check_is_open(registration)


def check_may_tell(pair: CandidatePair) -> None:
    """Refuse to tell the family without role, both sides' consent and the source's leave, at this moment."""
    if pair.role != MatchRole.SAME_PERSON:
        raise Refused(_("Only “Same person” may lead to a talk with the family."))
    check_may_speak(pair.registration)
    if pair.detainee.withdrawn_at is not None:
        raise Refused(_("The list behind this record was taken back. Nothing is told on its ground."))
    if RecordCheck.objects.stopping().filter(record=pair.detainee_id).exists():
        raise Refused(_("Somebody says that this record is wrong. Nothing is told until that is checked."))
    if not sharing(pair.detainee).may_tell:
        raise Refused(_("The source does not allow us to tell the family. Ask the source first."))
    check_was_asked(pair)


def check_was_asked(pair: CandidatePair) -> None:
    """Refuse unless the person found was asked safely and agrees; a refusal and a danger are one answer."""
    safety = newest_safety(pair, pair.round)
    if safety is None:
        raise Refused(_("First: can the person found be asked safely? Note what came of it."))
    if safety.outcome == Asked.UNREACHED:
        raise Refused(_("The person found could not be asked yet. Until then we cannot answer the family."))
    if safety.outcome not in OPENS_TELLING:
        raise Refused(_("The person found does not agree, or asking is dangerous. We cannot answer the family."))


def check_shares(pair: CandidatePair, shares: Sequence[str] | None, kinds: Collection[Protection]) -> None:
    """Refuse to tell nothing in particular, and what does not go together with the answer of the person found."""
    if not shares:
        raise Refused(_("Say what exactly the family may be told."))
    safety = newest_safety(pair, pair.round)
    has_died = safety is not None and safety.outcome == Asked.DIED
    if has_died and _OF_THE_LIVING.intersection(shares):
        raise Refused(_("Where the source says that the person has died, nothing about a living person is told."))
    if has_died and Protection.DEATH not in kinds:
        raise Refused(_("The source does not say that the person has died. Ask the person."))


def needs_two_approvers(kinds: Collection[Protection], shares: Collection[str] | None = None) -> bool:
    """Say whether two people besides the one who asks must approve."""
    return not TWO_APPROVERS.isdisjoint(kinds) or Share.DEATH in (shares or ())


def is_grave(kinds: Collection[Protection], shares: Collection[str] | None) -> bool:
    """Say whether nobody should hear it alone."""
    return not GRAVE.isdisjoint(kinds) or Share.DEATH in (shares or ())


def check_can_be_answered_by(disclosure: Disclosure, user) -> None:
    """Refuse to answer one's own request, an old one, or one that was answered or whose pair has changed since."""
    pair = disclosure.pair
    if disclosure.requested_by_id == user.pk:
        raise Refused(_("You asked for this decision yourself. Another person must answer it."))
    if disclosure.effective_at or disclosure.refused_at:
        raise Refused(_("This decision has already been answered."))
    if disclosure.is_expired:
        raise Refused(_("This request is too old. Please ask for a new decision."))
    check_can_be_read(pair)
    if pair.state != PairState.VERIFIED or disclosure.round != pair.round:
        raise Refused(_("This possible match has changed since the request. Please ask for a new decision."))


def check_can_be_approved(
    disclosure: Disclosure, user, *, kinds: Collection[Protection] = (), has_weighed: bool = False
) -> None:
    """Refuse besides to approve twice, and a request whose ground has gone since.

    `kinds` is what asks for more protection now; `has_weighed` says that the warnings were read (R-106).
    """
    check_can_be_answered_by(disclosure, user)
    if disclosure.approved_by_id == user.pk:
        raise Refused(_("You have approved this already. A third person must approve it too."))
    if disclosure.decision == Decision.TELL:
        check_may_tell(disclosure.pair)
        check_shares(disclosure.pair, disclosure.shares, kinds)
        if not (WARNS.isdisjoint(kinds) or has_weighed):
            raise Refused(_("Please say that you have weighed the warnings."))


def check_can_be_planned(disclosure: Disclosure, correction: Correction | None) -> None:
    """Refuse to plan a talk that is not decided, or was held."""
    if correction is not None and correction.approved_at is None:
        raise Refused(_("Another person must answer this first."))
    if disclosure.effective_at is None or disclosure.decision != Decision.TELL:
        raise Refused(_("The family may be told only after a decision."))
    if disclosure.talks.told().filter(correction=correction).exists():
        raise Refused(_("This talk was held already."))
    if correction is None:
        check_still_decided(disclosure)


def check_still_decided(disclosure: Disclosure) -> None:
    """Refuse to go on with a decision whose ground has gone since: nothing is told any more."""
    pair = disclosure.pair
    check_can_be_read(pair)
    if pair.state != PairState.DISCLOSED or disclosure.round != pair.round:
        raise Refused(_("This possible match has changed since the decision. Nothing may be told."))
    check_may_tell(pair)
    if disclosure.second_at is None and needs_two_approvers(protections(pair), disclosure.shares):
        raise Refused(
            _("What has become known since needs a third person. Open the possible match again for a new decision.")
        )


def check_can_be_told(talk: Talk, user, *, is_word_checked: bool, is_support_present: bool) -> None:
    """Refuse to note a talk by somebody else than who was to hold it, or one for which something is missing."""
    if talk.teller_id != user.pk:
        raise Refused(_("Another person was to hold this talk. Plan it anew if you hold it."))
    if talk.told_at or talk.replaced_at:
        raise Refused(_("This talk was held already, or planned anew."))
    registration = talk.disclosure.pair.registration
    if registration.state not in (RegistrationState.PLEASE_CONTACT, RegistrationState.ANSWERED):
        raise Refused(_("The family was not asked to speak with us. Nothing like this is told in another way."))
    if not allows(registration, Purpose.CONTACT):
        raise Refused(_("The family has not agreed to be contacted."))
    if not is_word_checked:
        raise Refused(_("The safe word comes first, before a word about the case."))
    if talk.is_grave and not (talk.language and talk.support):
        raise Refused(_("For grave news a language and a support person are planned first."))
    if talk.is_grave and not is_support_present:
        raise Refused(_("Grave news is told only while a support person is there."))
    if talk.correction_id is None:
        check_still_decided(talk.disclosure)
        if not talk.is_grave and is_grave(protections(talk.disclosure.pair), talk.disclosure.shares):
            raise Refused(_("This has become grave news since it was planned. Plan the talk anew."))


def check_can_be_answered(talk: Talk, user) -> None:
    """Refuse an answer from somebody else than who told the family, or before it was told."""
    if talk.teller_id != user.pk:
        raise Refused(_("Another person was to hold this talk. Plan it anew if you hold it."))
    if talk.told_at is None or talk.correction_id is not None:
        raise Refused(_("First note that the family was told."))
    if talk.disclosure.corrections.standing().exists():
        raise Refused(_("We may have been wrong. The family’s answer is asked again once that is put right."))
    newest = talk.disclosure.answers.order_by("-noted_at", "-pk").first()
    if newest is not None and newest.says == FamilySays.NOT_HIM:
        raise Refused(_("The family has said that it is somebody else. Two people read the records again."))


def check_can_be_called_wrong(disclosure: Disclosure) -> None:
    """Refuse a correction of what was not told, or of what is being put right already."""
    if not disclosure.talks.told().filter(correction__isnull=True).exists():
        raise Refused(_("The family was not told, so there is nothing to put right with it."))
    if disclosure.corrections.standing().exists():
        raise Refused(_("Somebody has said this already. Another person answers it."))


def check_correction_can_be_answered(correction: Correction, user) -> None:
    """Refuse to answer one's own word, or one that was answered."""
    if correction.requested_by_id == user.pk:
        raise Refused(_("You said this yourself. Another person must answer it."))
    if correction.approved_at or correction.refused_at:
        raise Refused(_("This has been answered already."))
