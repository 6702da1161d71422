"""Fourteen invented families, of all four kinds. Who took the person stands in neutral words: an authority, a date.

No story is a real family's. Addresses end in example.org, telephone numbers are assigned to nobody.
"""

from dataclasses import dataclass, field
from typing import Any

from portal.notifications.models import ChannelKind
from portal.registry.content import NameContent, RegistrationContent
from portal.registry.enums import (
    Answer,
    ApplicantKind,
    BelievedFate,
    ContactWish,
    Harm,
    Knowledge,
    NameKind,
    Party,
    Purpose,
    RegistrationKind,
    Relationship,
    Sex,
    Source,
    Sureness,
)
from portal.registry.happened import BELIEF, PARTIES, HappenedContent, StayContent

ALL_YES: dict[str, str] = {Purpose.CONTACT: Answer.YES, Purpose.COMPARE: Answer.YES, Purpose.TRIALS: Answer.YES}


@dataclass(frozen=True)
class Family:
    """`key` marks it in the database; `channel` is kind and value; `follows` names proceedings by slug."""

    key: str
    content: RegistrationContent
    safe_word: str
    channel: tuple[str, str] | None = None
    follows: tuple[str, ...] = ()
    is_code_printed: bool = False
    note: str = field(default="", compare=False)


def _known(date: str, place: str) -> dict[str, Any]:
    return {"date_knowledge": Knowledge.KNOWN, "date": date, "place_knowledge": Knowledge.KNOWN, "place_as_told": place}


def _happened(
    *harms: str, by: tuple[str, ...] = (), held: tuple[StayContent, ...] = (), **more: Any
) -> HappenedContent:
    return HappenedContent(harms=harms, parties=by, stays=held, **more)


FAMILIES = (
    Family(
        key="demo-family-01",
        note="Yazidi, Shingal: two sources write him differently; waits for a first reading",
        safe_word="zeytûn",
        follows=("karkh-investigations",),
        is_code_printed=True,
        content=RegistrationContent(
            names=(
                NameContent(full="Xalid Silêman Xelef", given="Xalid", father="Silêman", grandfather="Xelef"),
                NameContent(full="خالد سليمان خلف", kind=NameKind.ALIAS),
            ),
            language="ku",
            applicant_name="Gulê Silêman Xelef",
            relationship=Relationship.SISTER,
            sex=Sex.MALE,
            birth_date="1991",
            birth_place="Şengal",
            nationality="IQ",
            **_known("2014-08-03", "Şengal, li ser rêya çiyê. Çekdarên DAIŞê ew bi xwe re birin."),
            happened=_happened(
                Harm.DISAPPEARANCE,
                Harm.FORCED_IDENTITY,
                by=(Party.ISIS,),
                held=(
                    StayContent(
                        place_as_heard="Dibistaneke li Tilafer",
                        began="2014-08",
                        ended="2014-11",
                        source=Source.RELEASED,
                        sureness=Sureness.LIKELY,
                    ),
                    StayContent(place_as_heard="Girtîgeha Sinaa, wek ku gotin", began="2019", source=Source.HEARD),
                ),
                belief=BelievedFate.ALIVE,
                basis=(Source.RELEASED, Source.FEELING),
            ),
            consents=ALL_YES,
        ),
    ),
    Family(
        key="demo-family-02",
        note="Arab, Mosul: confirmed by two people; the family is asked to speak with us",
        safe_word="سنونو",
        channel=(ChannelKind.PHONE, "+963 900 000 012"),
        follows=("karkh-investigations",),
        is_code_printed=True,
        content=RegistrationContent(
            names=(NameContent(full="عمر ياسين محمود الجبوري", given="عمر", father="ياسين", grandfather="محمود"),),
            language="ar",
            applicant_name="أمينة ياسين محمود",
            relationship=Relationship.SISTER,
            contact_wish=ContactWish.CALL,
            sex=Sex.MALE,
            birth_date="1988-05",
            birth_place="الموصل",
            nationality="IQ",
            **_known("2015-06", "الموصل، حيّ الزهور. أخذه عناصر من تنظيم داعش من محلّه."),
            happened=_happened(
                Harm.DISAPPEARANCE,
                by=(Party.ISIS,),
                belief=BelievedFate.UNKNOWN,
                parties_in_words="سيارة بيضاء دون لوحة",
            ),
            consents=ALL_YES,
        ),
    ),
    Family(
        key="demo-family-03",
        note="Arab, Homs: confirmed, decided not to tell for now: we cannot answer",
        safe_word="ياسمين",
        content=RegistrationContent(
            names=(NameContent(full="سامر عبد الكريم الدرويش", given="سامر", father="عبد الكريم", family="الدرويش"),),
            kind=RegistrationKind.DETAINED,
            language="ar",
            applicant_name="نجوى الدرويش",
            relationship=Relationship.WIFE,
            sex=Sex.MALE,
            birth_date="1979",
            birth_place="حمص",
            nationality="SY",
            **_known("2013-02", "حمص، حاجز للجيش السوري قرب المخرج الجنوبي"),
            happened=_happened(
                Harm.DETENTION,
                Harm.NO_NEWS,
                by=(Party.SYRIAN_GOVERNMENT,),
                held=(StayContent(place_as_heard="فرع في دمشق", began="2013", source=Source.BROKER),),
                belief=BelievedFate.ALIVE,
            ),
            consents=ALL_YES,
        ),
    ),
    Family(
        key="demo-family-04",
        note="Kurdish, Kobanê: said no to comparing with lists",
        safe_word="berf",
        channel=(ChannelKind.EMAIL, "zelal@example.org"),
        content=RegistrationContent(
            names=(NameContent(full="Azad Mistefa Bozan", given="Azad", father="Mistefa", family="Bozan"),),
            language="ku",
            applicant_name="Zelal Bozan",
            relationship=Relationship.MOTHER,
            contact_wish=ContactWish.EMAIL,
            sex=Sex.MALE,
            birth_date="1997",
            birth_place="Kobanê",
            nationality="SY",
            **_known("2014-10", "Li ser rêya navbera Kobanê û Minbicê"),
            consents={Purpose.CONTACT: Answer.YES, Purpose.COMPARE: Answer.NO, Purpose.TRIALS: Answer.YES},
        ),
    ),
    Family(
        key="demo-family-05",
        note="Kurdish, Hawija and Kirkuk: a wrong match was confirmed, opened again and corrected",
        safe_word="هەنار",
        content=RegistrationContent(
            names=(NameContent(full="کاروان ئەحمەد ڕەشید", given="کاروان", father="ئەحمەد", grandfather="ڕەشید"),),
            language="ckb",
            applicant_name="هێرۆ ئەحمەد ڕەشید",
            relationship=Relationship.SISTER,
            sex=Sex.MALE,
            birth_date="1985",
            birth_place="کەرکووک",
            nationality="IQ",
            **_known("2015-01", "نزیک حەویجە، لە ڕێگای گەڕانەوە بۆ کەرکووک"),
            consents=ALL_YES,
        ),
    ),
    Family(
        key="demo-family-06",
        note="Turkmen, Tal Afar: nothing new",
        safe_word="نرجس",
        content=RegistrationContent(
            names=(NameContent(full="زينب حسين أوغلو التلعفري", given="زينب", father="حسين", mother="فاطمة"),),
            language="ar",
            applicant_name="حيدر حسين أوغلو",
            relationship=Relationship.BROTHER,
            sex=Sex.FEMALE,
            birth_date="1993~",
            birth_place="تلعفر",
            nationality="IQ",
            **_known("2014-06", "تلعفر، عند دخول تنظيم داعش إلى البلدة"),
            consents=ALL_YES,
        ),
    ),
    Family(
        key="demo-family-07",
        note="Turkmen, Tuz Khurmatu: taken at a checkpoint of an armed formation",
        safe_word="درّاق",
        content=RegistrationContent(
            names=(NameContent(full="مصطفى كمال بياتلي", given="مصطفى", father="كمال", family="بياتلي"),),
            language="ar",
            applicant_name="سيفدا بياتلي",
            relationship=Relationship.DAUGHTER,
            sex=Sex.MALE,
            birth_date="1966",
            birth_place="طوزخورماتو",
            nationality="IQ",
            **_known("2016-04", "حاجز لتشكيل مسلّح من الحشد الشعبي على الطريق العام"),
            consents=ALL_YES,
        ),
    ),
    Family(
        key="demo-family-08",
        note="Syriac, Baghdeda (Qaraqosh): the name in Syriac letters too",
        safe_word="ܙܝܬܐ",
        channel=(ChannelKind.EMAIL, "nahrin@example.org"),
        follows=("dabbagh-paris",),
        content=RegistrationContent(
            names=(
                NameContent(full="مريم بهنام شابا", given="مريم", father="بهنام", family="شابا"),
                NameContent(full="ܡܪܝܡ ܒܗܢܡ ܫܒܐ", kind=NameKind.EVERYDAY),
            ),
            language="ar",
            applicant_name="نهرين بهنام شابا",
            relationship=Relationship.SISTER,
            contact_wish=ContactWish.EMAIL,
            sex=Sex.FEMALE,
            birth_date="2001",
            birth_place="بغديدا",
            nationality="IQ",
            **_known("2014-08-22", "بغديدا، عند نقطة تفتيش لتنظيم داعش"),
            consents=ALL_YES,
        ),
    ),
    Family(
        key="demo-family-09",
        note="Syriac, Khabur villages: two readings differ, a supervisor decides",
        safe_word="vineyard",
        content=RegistrationContent(
            names=(
                NameContent(full="Sargon Odisho Khoshaba", given="Sargon", father="Odisho", family="Khoshaba"),
                NameContent(full="سركون أوديشو خوشابا", kind=NameKind.ALIAS),
            ),
            language="en",
            applicant_kind=ApplicantKind.RELATIVE,
            applicant_name="Ninwe Khoshaba",
            relationship=Relationship.NIBLING_BROTHER,
            sex=Sex.MALE,
            birth_date="1958",
            birth_place="Tell Tamer",
            nationality="SY",
            **_known("2015-02-23", "A village on the Khabur; taken by ISIS fighters with his neighbours"),
            consents=ALL_YES,
        ),
    ),
    Family(
        key="demo-family-10",
        note="Arab, Deir ez-Zor: taken at a raid of the Syrian Democratic Forces",
        safe_word="فرات",
        content=RegistrationContent(
            names=(NameContent(full="أحمد خلف العلي الحسن", given="أحمد", father="خلف", family="الحسن"),),
            kind=RegistrationKind.DETAINED,
            language="ar",
            applicant_name="خلف العلي الحسن",
            relationship=Relationship.FATHER,
            sex=Sex.MALE,
            birth_date="1999-11",
            birth_place="الشحيل",
            nationality="SY",
            **_known("2019-03", "ريف دير الزور، خلال مداهمة لقوات سوريا الديمقراطية"),
            happened=_happened(Harm.DETENTION, by=(Party.AUTONOMOUS_ADMINISTRATION,), belief=BelievedFate.ALIVE),
            consents=ALL_YES,
        ),
    ),
    Family(
        key="demo-family-11",
        note="Kurdish, Afrin: taken by a faction of the Syrian National Army; does not want to say the date",
        safe_word="hinar",
        content=RegistrationContent(
            names=(NameContent(full="Rojîn Hemîd Şêxo", given="Rojîn", father="Hemîd", family="Şêxo"),),
            language="ku",
            applicant_kind=ApplicantKind.FRIEND,
            applicant_name="Hêvîn Reşo",
            relationship=Relationship.FRIEND,
            sex=Sex.FEMALE,
            birth_place="Efrîn",
            nationality="SY",
            date_knowledge=Knowledge.UNSAID,
            place_knowledge=Knowledge.KNOWN,
            place_as_told="Efrîn, ji mal. Komeke Artêşa Niştimanî ya Sûriyeyê hat.",
            happened=_happened(Harm.DISAPPEARANCE, by=(Party.SNA,)),
            silences=((BELIEF, Knowledge.UNSAID.value),),
            consents={Purpose.CONTACT: Answer.YES, Purpose.COMPARE: Answer.YES, Purpose.TRIALS: Answer.ASK},
        ),
    ),
    Family(
        key="demo-family-12",
        note="Arab, Idlib: held by an armed opposition group; the month is not known",
        safe_word="زعتر",
        content=RegistrationContent(
            names=(NameContent(full="ليث محمد بركات", given="ليث", father="محمد", family="بركات"),),
            language="ar",
            applicant_name="هناء بركات",
            relationship=Relationship.WIFE,
            sex=Sex.MALE,
            birth_date="1984",
            birth_place="معرة النعمان",
            nationality="SY",
            **_known("2017", "ريف إدلب، أوقفته مجموعة من هيئة تحرير الشام عند حاجز"),
            happened=_happened(Harm.DETENTION, by=(Party.HTS,)),
            consents=ALL_YES,
        ),
    ),
    Family(
        key="demo-family-13",
        note="Arab, Raqqa: a brother who was killed; the family wants to hear of trials and to be on record",
        safe_word="رمّان",
        content=RegistrationContent(
            names=(NameContent(full="ضياء نوري الخابوري", given="ضياء", father="نوري", family="الخابوري"),),
            kind=RegistrationKind.DECEASED,
            language="ar",
            applicant_name="هالة الخابوري",
            relationship=Relationship.SISTER,
            sex=Sex.MALE,
            birth_date="1990",
            birth_place="الرقة",
            nationality="SY",
            **_known("2016-11", "الرقة، قُتل في ساحة المدينة على يد تنظيم داعش"),
            happened=_happened(
                Harm.KILLING, Harm.DIGNITY, by=(Party.ISIS,), belief=BelievedFate.DEAD, basis=(Source.SAW, Source.HEARD)
            ),
            consents={Purpose.CONTACT: Answer.YES, Purpose.COMPARE: Answer.NO, Purpose.TRIALS: Answer.YES},
        ),
    ),
    Family(
        key="demo-family-14",
        note="Yazidi, Kojo: a survivor speaks for herself, under a name she chose; compares with no list",
        safe_word="xunav",
        follows=("karkh-investigations",),
        content=RegistrationContent(
            names=(NameContent(full="Berfîn Cirdo Hesso", given="Berfîn", father="Cirdo"),),
            kind=RegistrationKind.SURVIVOR,
            language="ku",
            applicant_kind=ApplicantKind.SURVIVOR,
            applicant_name="Hêvî",
            relationship=Relationship.SELF,
            sex=Sex.FEMALE,
            birth_date="1996",
            nationality="IQ",
            **_known("2014-08", "Koço"),
            happened=_happened(Harm.ENSLAVEMENT, Harm.DISPLACEMENT),
            silences=((PARTIES, Knowledge.UNSAID.value),),
            consents={Purpose.CONTACT: Answer.YES, Purpose.COMPARE: Answer.NO, Purpose.TRIALS: Answer.ASK},
        ),
    ),
)
