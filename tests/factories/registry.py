"""Drafts and registrations as the form makes them. All persons are invented."""

import factory

from portal.accounts.models import AccessHolder
from portal.audit.actors import Actor
from portal.registry.enums import Answer, ContactWish
from portal.registry.models import Draft, Registration
from portal.registry.services.drafts import save_answers, start_draft
from portal.registry.services.submission import submit_draft
from tests.answers import stored

from .accounts import make_holder


class AnswersFactory(factory.DictFactory):
    """A draft's answers. Its traits are in `Params`."""

    kind = factory.LazyFunction(lambda: stored()["kind"])
    applicant = factory.LazyFunction(lambda: stored()["applicant"])
    reach = factory.LazyFunction(lambda: stored()["reach"])
    relationship = factory.LazyFunction(lambda: stored()["relationship"])
    name = factory.LazyFunction(lambda: stored()["name"])
    parts = factory.LazyFunction(lambda: stored()["parts"])
    when = factory.LazyFunction(lambda: stored()["when"])
    where = factory.LazyFunction(lambda: stored()["where"])
    happened = factory.LazyFunction(lambda: stored()["happened"])
    parties = factory.LazyFunction(lambda: stored()["parties"])
    stays = factory.LazyFunction(lambda: stored()["stays"])
    belief = factory.LazyFunction(lambda: stored()["belief"])
    trained = factory.LazyFunction(lambda: stored()["trained"])
    consent = factory.LazyFunction(lambda: stored()["consent"])

    class Params:
        by_mail = factory.Trait(reach={"wish": ContactWish.EMAIL.value, "value": "xezal@example.org"})
        by_call = factory.Trait(
            reach={"wish": ContactWish.CALL.value, "value": "+963 900 000 011", "note": "بعد السادسة مساءً"}
        )
        nothing_known = factory.Trait(when={"knowledge": "unknown"}, where={"knowledge": "unknown"})
        nothing_said = factory.Trait(when={"knowledge": "unsaid"}, where={"knowledge": "unsaid"})
        refusing = factory.Trait(consent=dict.fromkeys(("contact", "compare", "trials"), Answer.NO.value))
        survivor = factory.Trait(kind={"kind": "survivor"}, applicant={"name": "خزال"}, relationship={})
        latin = factory.Trait(name={"full": "Azad Mihemed Silêman"}, parts={})


def make_draft(holder: AccessHolder | None = None, language: str = "ar", **answers) -> Draft:
    """Return an open draft; the arguments are those of AnswersFactory."""
    holder = holder or make_holder(language)[0]
    actor = Actor.holder(holder.pk)
    draft = start_draft(holder=holder, language=language, actor=actor)
    return save_answers(draft=draft, answers=AnswersFactory(**answers), language=language, actor=actor)


def make_registration(holder: AccessHolder | None = None, language: str = "ar", **answers) -> Registration:
    """Return a registration sent through the form's own service."""
    draft = make_draft(holder, language, **answers)
    return submit_draft(draft=draft, actor=Actor.holder(draft.holder_id))
