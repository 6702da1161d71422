"""Invented content for the guide, in the language of the page: sentences that stand in the catalogues, and names that
try what a list must bear (long without a space, two scripts in one, another language than the page's)."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from django.core.paginator import Paginator
from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.pictures.drawing import Drawing
from portal.core.digits import write_number
from portal.core.heads import Addresses, PublicHead
from portal.core.languages import LANGUAGES, language
from portal.family.forms.last_known import WhenForm
from portal.family.forms.people import ApplicantForm, ReachForm, RelationshipForm
from portal.family.forms.person import NameForm
from portal.family.page import Stage
from portal.family.progress import task_sections
from portal.family.steps import progress, steps_of
from portal.family.summaries import sections
from portal.figures.drawing import chart_of
from portal.registry.answers import APPLICANT, CONSENT, KIND, NAME, REACH, RELATIONSHIP, WHEN, WHERE
from portal.registry.enums import RegistrationKind, RegistrationState
from portal.support.forms import ReportForm

LONG = "عبدالرحمنعبدالكريممحمدعبداللطيفعبدالواحدعبدالقادرعبدالحميدسس"
LONG_LATIN = "Abdulrahmanabdulkarimmuhammadabdullatifabdulwahidabdulqadira"
MIXED = "Azad (آزاد) Karîm"
NAMES = ("خزال حمدان المراد", "شیرین ئازاد ڕەشید", "Şêrîn Azad Reşîd", MIXED, LONG, LONG_LATIN)
REFERENCE = "SR-7K4M-9XQ2"
_AT = datetime(2026, 3, 14, 8, 0, tzinfo=UTC)
_ON = date(2026, 3, 14)


def samples() -> dict[str, Any]:
    """Everything the guide's templates show, in the active language."""
    return {
        "names": NAMES,
        "long": LONG,
        "mixed": MIXED,
        "sample_reference": REFERENCE,
        "at": _AT,
        "on": _ON,
        "partial": ("2014-08-03", "2014-08", "2014", "2014~", "2013/2015", "unreadable"),
        **_forms(),
        **_her_page(),
        **_lists(),
        **_publishing(),
    }


def _forms() -> dict[str, Any]:
    """The forms of the portal itself, each with ids of its own: empty, filled in, refused."""
    disabled = NameForm(auto_id="off_%s", initial={"full": MIXED})
    disabled.fields["full"].disabled = True
    return {
        "applicant": ApplicantForm(auto_id="a_%s"),
        "applicant_chosen": ApplicantForm(auto_id="b_%s", prefix="b", initial={"kind": "relative", "name": LONG}),
        "applicant_refused": ApplicantForm({}, auto_id="c_%s", prefix="c"),
        "name_disabled": disabled,
        "relationship": RelationshipForm(auto_id="e_%s", prefix="e"),
        "reach": ReachForm(auto_id="f_%s", prefix="f"),
        "reach_refused": ReachForm({"k-wish": "call"}, auto_id="k_%s", prefix="k"),
        "report": ReportForm(auto_id="g_%s"),
        "when": WhenForm(auto_id="h_%s", prefix="h", initial={"how": "date", "year": "2014", "month": "8"}),
        "when_refused": WhenForm(
            {"i-how": "date", "i-day": "31", "i-month": "2", "i-year": "2014"}, auto_id="i_%s", prefix="i"
        ),
        "report_refused": ReportForm({"reference": "?"}, auto_id="j_%s"),
    }


def _her_page() -> dict[str, Any]:
    """A registration on its way, and one that is not sent."""
    answers = {
        KIND: {"kind": "missing"},
        APPLICANT: {"kind": "relative", "name": MIXED},
        REACH: {"wish": "call", "value": "+964 750 000 0000"},
        RELATIONSHIP: {"relationship": "sister"},
        NAME: {"full": LONG},
        WHEN: {"knowledge": "unknown"},
        WHERE: {"knowledge": "unsaid"},
        CONSENT: {"contact": "yes", "compare": "no", "trials": "ask"},
    }
    steps = steps_of(RegistrationKind.MISSING)
    begun = {key: answers[key] for key in (KIND, APPLICANT, REACH, NAME, WHEN, WHERE)}
    return {
        "sections": sections(answers, has_safe_word=True),
        "tasks": [task for section in task_sections(begun) for task in section.tasks],
        "missing": steps[3:5],
        "step_states": progress(steps[4], {key: answers[key] for key in (KIND, APPLICANT, REACH, RELATIONSHIP)}),
        "stages": [
            Stage(RegistrationState.RECEIVED.label, "", _ON),
            Stage(RegistrationState.BEING_READ.label, "is-now"),
            Stage(_("A talk, if there is a need"), "is-next"),
        ],
        "news": _news(),
    }


def _news() -> list[SimpleNamespace]:
    """From us, from an organization, and from one whose report and name exist only in another language."""
    here = language(get_language())
    other = LANGUAGES["en" if here.code == "ar" else "ar"]
    titles = {"ar": "ما رأيناه في الجلسة الأولى", "en": "What we saw at the first hearing"}
    ours = SimpleNamespace(name_ar="بين النهرين", name_ckb="دوو ڕووبار", name_ku="Du Çem", name_en="Two Rivers")
    theirs = SimpleNamespace(**{f"name_{other.code}": {"ar": "بيت الذاكرة", "en": "House of Memory"}[other.code]})
    return [
        SimpleNamespace(at=_AT, organization=None, update=None, text=_("There is news for you.")),
        SimpleNamespace(
            at=_AT,
            organization=ours,
            update=SimpleNamespace(url="#news", title=_("News"), language=here, is_fallback=False),
        ),
        SimpleNamespace(
            at=_AT,
            organization=theirs,
            update=SimpleNamespace(url="#news", title=titles[other.code], language=other, is_fallback=True),
        ),
    ]


def _lists() -> dict[str, Any]:
    """Rows of a table, facts of a proceeding, pages of a list."""
    here, other = language(get_language()).code, "en" if language(get_language()).code == "ar" else "ar"
    ours = {f"text_{here}": _("Your registration is active"), f"source_name_{here}": _("Court")}
    begun = {"ar": "بدأت المحاكمة.", "en": "The trial began."}
    theirs = {f"text_{other}": begun[other], "source_name_en": LONG_LATIN}
    return {
        "rows": [SimpleNamespace(name=name, state=_("Answered"), at=_AT) for name in NAMES],
        "facts": [
            SimpleNamespace(occurred="2014", source_url="", source_date="2026-03-14", **ours),
            SimpleNamespace(
                occurred="2025-08",
                source_url="https://court.example/1",
                source_date="",
                **theirs,
            ),
        ],
        "bars": chart_of([(_("Answered"), 120), (_("Registration"), 40), (LONG_LATIN, 0)]),
        "drawing": Drawing([], "180px", static("images/favicon-180.png"), 180, 180, 34),
        "page_obj": Paginator(range(60), 10).page(3),
        "page_first": Paginator(range(60), 10).page(1),
        "progress_label": _("%(done)s of %(total)s rows") % {"done": write_number(420), "total": write_number(1000)},
    }


def _publishing() -> dict[str, Any]:
    """What search engines would read of a page."""
    addresses = Addresses("https://sanad.example", {code: f"/{code}/help/" for code in LANGUAGES})
    return {"sample_head": PublicHead(addresses=addresses, title=_("Help"), description=_("I need help"))}
