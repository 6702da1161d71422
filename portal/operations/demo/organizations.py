"""Three invented organizations and what they report, each report in several languages.

Real organizations are cited as sources and never speak here.
"""

from dataclasses import dataclass
from datetime import date

from portal.proceedings.services import Texts


@dataclass(frozen=True)
class DemoOrganization:
    """`name` by language."""

    slug: str
    name: Texts


@dataclass(frozen=True)
class CaseUpdate:
    """One report of an organization about a proceeding; `paragraphs` by language, in the order they are written."""

    slug: str
    organization: str
    proceeding: str
    reported_on: date
    title: Texts
    paragraphs: dict[str, tuple[str, ...]]


ORGANIZATIONS = (
    DemoOrganization(
        "olive-branch-archive",
        {
            "en": "Olive Branch Archive (invented)",
            "ar": "أرشيف غصن الزيتون (منظمة متخيّلة)",
            "ckb": "ئەرشیفی لقی زەیتوون (ڕێکخراوێکی خەیاڵی)",
            "ku": "Arşîva Şaxê Zeytûnê (rêxistineke xeyalî)",
        },
    ),
    DemoOrganization(
        "families-of-the-two-rivers",
        {
            "en": "Families of the Two Rivers (invented)",
            "ar": "عائلات الرافدين (منظمة متخيّلة)",
            "ckb": "خێزانەکانی دوو ڕووبار (ڕێکخراوێکی خەیاڵی)",
            "ku": "Malbatên Herdu Çeman (rêxistineke xeyalî)",
        },
    ),
    DemoOrganization(
        "lantern-legal-aid",
        {
            "en": "Lantern Legal Aid (invented)",
            "ar": "الفانوس للمساعدة القانونية (منظمة متخيّلة)",
            "ckb": "فانۆس بۆ یارمەتیی یاسایی (ڕێکخراوێکی خەیاڵی)",
            "ku": "Fanos ji bo Alîkariya Hiqûqî (rêxistineke xeyalî)",
        },
    ),
)

UPDATES = (
    CaseUpdate(
        slug="what-in-absentia-means",
        organization="olive-branch-archive",
        proceeding="dabbagh-paris",
        reported_on=date(2026, 1, 12),
        title={
            "en": "What “in absentia” means for families",
            "ar": "ماذا تعني كلمة «غيابياً» للعائلات",
            "ckb": "وشەی «غیابی» بۆ خێزانەکان واتای چییە",
            "ku": "“Xiyabî” ji bo malbatan tê çi wateyê",
        },
        paragraphs={
            "en": (
                "The three people were not in the courtroom. Under French law they can ask for a new trial when they "
                "are arrested. The judgment stands until then, but it is not final.",
                "Nobody needs to do anything now. We will write here when there is something new.",
            ),
            "ar": (
                "لم يكن الأشخاص الثلاثة في قاعة المحكمة. يتيح لهم القانون الفرنسي طلب محاكمة جديدة عند توقيفهم. يبقى "
                "الحكم قائماً حتى ذلك الحين، لكنه غير قطعي.",
                "لا حاجة إلى أي إجراء الآن. سنكتب هنا عندما يستجدّ شيء.",
            ),
            "ckb": (
                "ئەو سێ کەسە لە هۆڵی دادگادا نەبوون. بەپێی یاسای فەڕەنسا، کاتێک دەستگیر دەکرێن دەتوانن داوای "
                "دادگاییکردنێکی نوێ بکەن. تا ئەو کاتە بڕیارەکە دەمێنێتەوە، بەڵام بنبڕ نییە.",
                "ئێستا پێویست بە هیچ ناکات. کاتێک شتێکی نوێ هەبوو لێرە دەینووسین.",
            ),
            "ku": (
                "Her sê kes ne li dadgehê bûn. Li gorî qanûna fransî, dema ku bên girtin, ew dikarin darizandineke nû "
                "bixwazin. Heta wê demê biryar dimîne, lê ne qethî ye.",
                "Niha ne hewce ye ku hûn tiştekî bikin. Dema tiştekî nû hebe, em ê li vir binivîsin.",
            ),
        },
    ),
    CaseUpdate(
        slug="how-to-read-the-numbers",
        organization="families-of-the-two-rivers",
        proceeding="karkh-investigations",
        reported_on=date(2026, 2, 14),
        title={
            "en": "Why the numbers differ",
            "ar": "لماذا تختلف الأرقام",
            "ku": "Çima hejmar ji hev cuda ne",
        },
        paragraphs={
            "en": (
                "Some speak of 7,000 people: that was the plan. 5,704 were received. One source counts 61 "
                "nationalities, another 66. We show both, with their source.",
                "A person on such a list is suspected, not judged.",
            ),
            "ar": (
                "يتحدّث بعضهم عن 7000 شخص: تلك كانت الخطة. استُلم 5704 أشخاص. يذكر مصدر 61 جنسية، ويذكر آخر 66. نعرض "
                "الرقمين مع مصدريهما.",
                "من يرد اسمه في قائمة كهذه مشتبه به ولم يُحاكم.",
            ),
            "ku": (
                "Hin kes behsa 7000 kesî dikin: ew plan bû. 5704 kes hatin wergirtin. Çavkaniyek 61 hemwelatîbûnan "
                "dijmêre, yeke din 66. Em herduyan bi çavkaniya wan nîşan didin.",
                "Kesê ku navê wî di lîsteyeke wisa de ye gumanbar e, nehatiye darizandin.",
            ),
        },
    ),
    CaseUpdate(
        slug="a-case-between-states",
        organization="lantern-legal-aid",
        proceeding="canada-netherlands-syria-icj",
        reported_on=date(2025, 11, 3),
        title={
            "en": "A case between states, and what it can bring",
            "ar": "دعوى بين دول، وما الذي قد تأتي به",
            "ckb": "دۆزێک لە نێوان دەوڵەتاندا، و چی لێ دەکەوێتەوە",
        },
        paragraphs={
            "en": (
                "This court hears states, not persons. It can say what a state must do. It cannot sentence anybody and "
                "takes no complaints from families.",
            ),
            "ar": (
                "هذه المحكمة تنظر في دعاوى الدول لا الأشخاص. يمكنها أن تقول ما الذي يجب على دولة أن تفعله. لا تحكم على "
                "أحد بعقوبة ولا تستقبل شكاوى العائلات.",
            ),
            "ckb": (
                "ئەم دادگایە گوێ لە دەوڵەتان دەگرێت، نەک کەسەکان. دەتوانێت بڵێت دەوڵەتێک دەبێت چی بکات. سزای کەس نادات "
                "و سکاڵای خێزانەکان وەرناگرێت.",
            ),
        },
    ),
)
