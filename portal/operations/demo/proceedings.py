"""Real proceedings, from public sources, in our own words. Each fact names its source and the source's date.

Nobody is called guilty here beyond what a court decided, and what is not final is called so. Persons held or accused
are presumed innocent until a court decides.
"""

from datetime import date

from portal.proceedings.enums import ProceedingKind, Stage
from portal.proceedings.services import FactText, ProceedingText, Texts

# The date of the latest source used here; whoever looks again writes a later one.
CHECKED = date(2026, 2, 16)

COURTS: dict[str, Texts] = {
    "paris-assize-court": {
        "en": "Paris Assize Court",
        "ar": "محكمة الجنايات في باريس",
        "ckb": "دادگای تاوانەکانی پاریس",
        "ku": "Dadgeha Tawanên Giran a Parîsê",
    },
    "koblenz-higher-regional-court": {
        "en": "Koblenz Higher Regional Court",
        "ar": "المحكمة الإقليمية العليا في كوبلنتس",
        "ckb": "دادگای باڵای هەرێمیی کۆبلێنتس",
        "ku": "Dadgeha Bilind a Herêmî ya Koblenzê",
    },
    "first-karkh-investigative-court": {
        "en": "First Karkh Investigative Court, Baghdad",
        "ar": "محكمة تحقيق الكرخ الأولى، بغداد",
        "ckb": "دادگای لێکۆڵینەوەی کەرخی یەکەم، بەغدا",
        "ku": "Dadgeha Lêpirsînê ya Kerxê ya Yekem, Bexda",
    },
    "international-court-of-justice": {
        "en": "International Court of Justice",
        "ar": "محكمة العدل الدولية",
        "ckb": "دادگای دادی نێودەوڵەتی",
        "ku": "Dadgeha Dadê ya Navneteweyî",
    },
}

_IIIM = {
    "en": "International, Impartial and Independent Mechanism (United Nations)",
    "ar": "الآلية الدولية المحايدة والمستقلة (الأمم المتحدة)",
    "ckb": "میکانیزمی نێودەوڵەتیی بێلایەن و سەربەخۆ (نەتەوە یەکگرتووەکان)",
    "ku": "Mekanîzmaya Navneteweyî ya Bêalî û Serbixwe (Neteweyên Yekbûyî)",
}
_KOBLENZ = COURTS["koblenz-higher-regional-court"]
_PRESS = {
    "en": "Iraqi authorities, as reported in the press",
    "ar": "السلطات العراقية، كما نقلتها الصحافة",
    "ckb": "دەسەڵاتدارانی عێراق، وەک ڕۆژنامەکان بڵاویان کردووەتەوە",
    "ku": "Desthilatên Iraqê, wek ku çapemeniyê ragihandiye",
}

_DABBAGH = ProceedingText(
    slug="dabbagh-paris",
    kind=ProceedingKind.UNIVERSAL,
    stage=Stage.JUDGMENT,
    title={
        "en": "Dabbagh case, Paris",
        "ar": "قضية الدبّاغ، باريس",
        "ckb": "دۆزی دەباغ، پاریس",
        "ku": "Doza Dabbagh, Parîs",
    },
    summary={
        "en": "A French court judged three former officials of the Syrian security services. They were not present. "
        "The case is about two members of one family who disappeared in custody.",
        "ar": "حاكمت محكمة فرنسية ثلاثة مسؤولين سابقين في أجهزة الأمن السورية. لم يكونوا حاضرين. "
        "تتعلّق القضية بفردين من عائلة واحدة اختفيا في الاحتجاز.",
        "ckb": "دادگایەکی فەڕەنسی سێ بەرپرسی پێشووی دەزگا ئەمنییەکانی سووریای دادگایی کرد. خۆیان ئامادە نەبوون. "
        "دۆزەکە لەبارەی دوو ئەندامی خێزانێکە کە لە دەستبەسەریدا بێسەروشوێن بوون.",
        "ku": "Dadgeheke fransî sê berpirsên berê yên dezgehên ewlehiyê yên Sûriyeyê darizandin. Ew ne amade bûn. "
        "Doz li ser du endamên malbatekê ye ku di girtinê de winda bûn.",
    },
    finality_note={
        "en": "Given in absentia and not final: if one of the three is arrested, a new trial is possible.",
        "ar": "صدر غيابياً وهو غير قطعي: إذا أُوقف أحد الثلاثة أمكنت إعادة المحاكمة.",
        "ckb": "غیابییە و بنبڕ نییە: ئەگەر یەکێک لەو سێ کەسە دەستگیر بکرێت، دەکرێت دووبارە دادگایی بکرێتەوە.",
        "ku": "Xiyabî ye û ne qethî ye: heke yek ji her sêyan bê girtin, ji nû ve darizandin mimkin e.",
    },
    last_checked_on=CHECKED,
    last_news_on=date(2024, 5, 27),
    facts=(
        FactText(
            occurred="2016",
            text={
                "en": "Relatives filed a complaint, together with FIDH and LDH and supported by SCM.",
                "ar": "قدّم الأقارب شكوى مع منظمتي FIDH وLDH وبدعم من SCM.",
                "ckb": "کەسوکارەکە لەگەڵ FIDH و LDH و بە پشتیوانیی SCM سکاڵایان تۆمار کرد.",
                "ku": "Kesûkaran bi FIDH û LDH re û bi piştgiriya SCMyê gilî kir.",
            },
            source_name=_IIIM,
            source_date="2024-05-27",
        ),
        FactText(
            occurred="2024-05-24",
            text={
                "en": "Judgment in absentia against Ali Mamlouk, Jamil Hassan and Abdel Salam Mahmoud: life "
                "imprisonment for complicity in crimes against humanity (imprisonment, torture, enforced "
                "disappearance, murder) and for confiscation of property as a war crime.",
                "ar": "حكم غيابي على علي مملوك وجميل حسن وعبد السلام محمود: السجن المؤبد للتواطؤ في جرائم ضد "
                "الإنسانية (السجن والتعذيب والاختفاء القسري والقتل) ولمصادرة ممتلكات بوصفها جريمة حرب.",
                "ckb": "بڕیاری غیابی لە دژی عەلی مەملووک، جەمیل حەسەن و عەبدولسەلام مەحموود: زیندانیی هەتاهەتایی بە "
                "هۆی هاوبەشیکردن لە تاوانی دژی مرۆڤایەتی (زیندانیکردن، ئەشکەنجە، ونکردنی زۆرەملێ و کوشتن) و "
                "دەستبەسەرداگرتنی موڵک وەک تاوانی جەنگ.",
                "ku": "Biryara xiyabî li dijî Elî Memlûk, Cemîl Hesen û Ebdulselam Mehmûd: cezayê heta hetayê ji ber "
                "hevkariya di sûcên li dijî mirovahiyê de (girtin, îşkence, windakirina bi darê zorê, kuştin) û "
                "ji ber desteserkirina milkî wek sûcê şer.",
            },
            source_name=_IIIM,
            source_date="2024-05-27",
        ),
    ),
)

_KHATIB = ProceedingText(
    slug="al-khatib-koblenz",
    kind=ProceedingKind.UNIVERSAL,
    stage=Stage.DECIDED,
    title={
        "en": "Al-Khatib branch, Koblenz",
        "ar": "فرع الخطيب، كوبلنتس",
        "ckb": "لقی خەتیب، کۆبلێنتس",
        "ku": "Şaxa El-Xetîb, Koblenz",
    },
    summary={
        "en": "A German court judged two former members of the Syrian intelligence service about the branch known as "
        "Al-Khatib in Damascus.",
        "ar": "حاكمت محكمة ألمانية عنصرين سابقين في المخابرات السورية بشأن الفرع المعروف بفرع الخطيب في دمشق.",
        "ckb": "دادگایەکی ئەڵمانی دوو ئەندامی پێشووی هەواڵگریی سووریای دادگایی کرد لەبارەی ئەو لقەی لە دیمەشق بە "
        "خەتیب ناسراوە.",
        "ku": "Dadgeheke alman du endamên berê yên îstixbarata Sûriyeyê darizandin, li ser şaxa ku li Şamê wek "
        "El-Xetîb tê nasîn.",
    },
    finality_note={
        "en": "Our sources do not say whether the judgments are final.",
        "ar": "لا تقول مصادرنا هل أصبحت الأحكام قطعية.",
        "ckb": "سەرچاوەکانمان ناڵێن ئایا بڕیارەکان بنبڕن.",
        "ku": "Çavkaniyên me nabêjin ka biryar qethî ne.",
    },
    last_checked_on=CHECKED,
    last_news_on=date(2022, 1, 13),
    facts=(
        FactText(
            occurred="2020-04-23",
            text={
                "en": "The trial opened.",
                "ar": "بدأت المحاكمة.",
                "ckb": "دادگاییکردنەکە دەستی پێ کرد.",
                "ku": "Darizandin dest pê kir.",
            },
            source_name=_KOBLENZ,
            source_date="2020-04-23",
        ),
        FactText(
            occurred="2021-02-24",
            text={
                "en": "Eyad A. was sentenced to four and a half years.",
                "ar": "حُكم على إياد أ. بالسجن أربع سنوات ونصف السنة.",
                "ckb": "ئیاد ئا. بە چوار ساڵ و نیو زیندانی سزا درا.",
                "ku": "Çar sal û nîv ceza li Eyad A. hat birîn.",
            },
            source_name=_KOBLENZ,
            source_date="2021-02-24",
        ),
        FactText(
            occurred="2022-01-13",
            text={
                "en": "Anwar R. was sentenced to life imprisonment.",
                "ar": "حُكم على أنور ر. بالسجن المؤبد.",
                "ckb": "ئەنوەر ڕ. بە زیندانیی هەتاهەتایی سزا درا.",
                "ku": "Cezayê heta hetayê li Anwar R. hat birîn.",
            },
            source_name=_KOBLENZ,
            source_date="2022-01-13",
        ),
    ),
)

_KARKH = ProceedingText(
    slug="karkh-investigations",
    kind=ProceedingKind.INVESTIGATION,
    stage=Stage.INVESTIGATION,
    title={
        "en": "Investigations of people transferred from north-east Syria, Baghdad",
        "ar": "التحقيقات مع أشخاص نُقلوا من شمال شرق سوريا، بغداد",
        "ckb": "لێکۆڵینەوە لەگەڵ ئەو کەسانەی لە باکووری ڕۆژهەڵاتی سووریاوە گواستراونەتەوە، بەغدا",
        "ku": "Lêpirsîna kesên ku ji bakurê rojhilatê Sûriyeyê hatine veguhestin, Bexda",
    },
    summary={
        "en": "People who had been held in north-east Syria were brought to Iraq early in 2026. An investigating court "
        "looks at each case. They are suspects: everybody is presumed innocent until a court decides. The "
        "criminal courts to which cases may go can impose the death penalty.",
        "ar": "نُقل إلى العراق في مطلع 2026 أشخاص كانوا محتجزين في شمال شرق سوريا. تنظر محكمة تحقيق في كل قضية. هم "
        "مشتبه بهم: كل شخص بريء إلى أن تقضي محكمة بإدانته. يمكن للمحاكم التي قد تُحال إليها القضايا أن تحكم "
        "بالإعدام.",
        "ckb": "لە سەرەتای 2026 کەسانێک کە لە باکووری ڕۆژهەڵاتی سووریا دەستبەسەر بوون هێنرانە عێراق. دادگایەکی "
        "لێکۆڵینەوە سەیری هەر دۆزێک دەکات. ئەوان گومانلێکراون: هەموو کەسێک بێتاوانە تا دادگا بڕیار دەدات. ئەو "
        "دادگایانەی لەوانەیە دۆزەکانیان بۆ بچێت دەتوانن سزای لەسێدارەدان بدەن.",
        "ku": "Di destpêka 2026an de kesên ku li bakurê rojhilatê Sûriyeyê girtî bûn hatin anîn Iraqê. Dadgeheke "
        "lêpirsînê li her dozê dinêre. Ew gumanbar in: her kes bêsûc tê hesibandin heta ku dadgehek biryarê bide. "
        "Dadgehên ku dibe ku doz ji wan re bên şandin dikarin cezayê darvekirinê bidin.",
    },
    finality_note={
        "en": "No referral to trial and no judgment is known to us.",
        "ar": "لا نعلم بأي إحالة إلى المحاكمة ولا بأي حكم.",
        "ckb": "هیچ ڕەوانەکردنێک بۆ دادگاییکردن و هیچ بڕیارێکی دادگامان لێ دیار نییە.",
        "ku": "Em bi tu şandina dozekê ji dadgehê re û bi tu biryara dadgehê nizanin.",
    },
    last_checked_on=CHECKED,
    last_news_on=date(2026, 2, 16),
    facts=(
        FactText(
            occurred="2026-01-23",
            text={
                "en": "The chairman of the Supreme Judicial Council, Judge Faiq Zeidan, said that Iraq will prosecute "
                "under national law and its international obligations.",
                "ar": "قال رئيس مجلس القضاء الأعلى القاضي فائق زيدان إن العراق سيلاحق قضائياً وفق القانون الوطني "
                "والالتزامات الدولية.",
                "ckb": "سەرۆکی ئەنجوومەنی باڵای دادوەری، دادوەر فائق زێدان، گوتی عێراق بەپێی یاسای نیشتمانی و "
                "پابەندبوونە نێودەوڵەتییەکانی دادگایی دەکات.",
                "ku": "Serokê Encûmena Bilind a Dadweriyê, dadger Faiq Zeidan, got ku Iraq dê li gorî qanûna "
                "niştimanî û erkên xwe yên navneteweyî bidarizîne.",
            },
            source_name=_PRESS,
            source_date="2026-01-23",
        ),
        FactText(
            occurred="2026-02-12",
            text={
                "en": "The transfers ended: 5,704 people received, among them 3,544 Syrians and 460 Iraqis. The number "
                "of nationalities is given as 61 or as 66, depending on the source.",
                "ar": "انتهت عمليات النقل: استُلم 5704 أشخاص، بينهم 3544 سورياً و460 عراقياً. عدد الجنسيات 61 أو 66 "
                "بحسب المصدر.",
                "ckb": "گواستنەوەکان کۆتاییان هات: 5704 کەس وەرگیران، لەوانە 3544 سووری و 460 عێراقی. ژمارەی "
                "ڕەگەزنامەکان بەپێی سەرچاوە دەگۆڕێت: 61 یان 66.",
                "ku": "Veguhestin bi dawî bû: 5704 kes hatin wergirtin, ji wan 3544 sûrî û 460 iraqî. Hejmara "
                "hemwelatîbûnan li gorî çavkaniyê 61 an 66 e.",
            },
            source_name=_PRESS,
            source_date="2026-02-12",
        ),
        FactText(
            occurred="2026-02-16",
            text={
                "en": "1,387 cases had been opened and more than 500 people investigated. 157 people under 18 were "
                "referred to the juvenile court.",
                "ar": "فُتحت 1387 قضية وجرى التحقيق مع أكثر من 500 شخص. أُحيل 157 شخصاً دون الثامنة عشرة إلى محكمة "
                "الأحداث.",
                "ckb": "1387 دۆز کرابوونەوە و لێکۆڵینەوە لەگەڵ زیاتر لە 500 کەس کرابوو. 157 کەسی خوار 18 ساڵ ڕەوانەی "
                "دادگای نەوجەوانان کران.",
                "ku": "1387 doz hatibûn vekirin û li ser zêdetirî 500 kesan lêpirsîn hatibû kirin. 157 kesên di bin 18 "
                "salî de ji dadgeha zarokan re hatin şandin.",
            },
            source_name=_PRESS,
            source_date="2026-02-16",
        ),
    ),
)

_ICJ = ProceedingText(
    slug="canada-netherlands-syria-icj",
    kind=ProceedingKind.INTERNATIONAL,
    stage=Stage.PENDING,
    title={
        "en": "Canada and the Netherlands v. Syria (Convention against Torture)",
        "ar": "كندا وهولندا ضد سوريا (اتفاقية مناهضة التعذيب)",
        "ckb": "کەنەدا و هۆڵەندا دژی سووریا (ڕێککەوتننامەی دژی ئەشکەنجە)",
        "ku": "Kanada û Holenda li dijî Sûriyeyê (Peymana li dijî Îşkenceyê)",
    },
    summary={
        "en": "A case between states before the International Court of Justice. It does not judge persons.",
        "ar": "دعوى بين دول أمام محكمة العدل الدولية. وهي لا تحاكم أشخاصاً.",
        "ckb": "دۆزێکە لە نێوان دەوڵەتاندا لەبەردەم دادگای دادی نێودەوڵەتی. هیچ کەسێک دادگایی ناکات.",
        "ku": "Dozeke di navbera dewletan de ye li ber Dadgeha Dadê ya Navneteweyî. Ew kesan nadarizîne.",
    },
    finality_note={
        "en": "Pending: there is no judgment on the merits.",
        "ar": "قيد النظر: لا حكم في الموضوع بعد.",
        "ckb": "هێشتا یەکلا نەبووەتەوە: بڕیار لەسەر ناوەڕۆکی دۆزەکە نەدراوە.",
        "ku": "Hîn nehatiye encamdan: li ser naveroka dozê biryar tune ye.",
    },
    last_checked_on=CHECKED,
    last_news_on=date(2024, 12, 6),
    facts=(
        FactText(
            occurred="2024-12-06",
            text={
                "en": "The mechanism of the United Nations published its report on detention: more than 300 witness "
                "interviews, more than 100 facilities. It is redacted to protect witnesses and keep to what they "
                "consented to. A report for this case had been prepared from the same work.",
                "ar": "نشرت آلية الأمم المتحدة تقريرها عن الاحتجاز: أكثر من 300 مقابلة مع شهود وأكثر من 100 مكان. حُجبت "
                "أجزاء منه لحماية الشهود واحترام ما وافقوا عليه. أُعدّ من العمل نفسه تقرير لهذه الدعوى.",
                "ckb": "میکانیزمی نەتەوە یەکگرتووەکان ڕاپۆرتی خۆی لەبارەی دەستبەسەرکردن بڵاو کردەوە: زیاتر لە 300 "
                "چاوپێکەوتن لەگەڵ شایەتان و زیاتر لە 100 شوێن. بەشێکی داپۆشراوە بۆ پاراستنی شایەتان و ڕێزگرتن "
                "لە ڕەزامەندییان. لە هەمان کار ڕاپۆرتێک بۆ ئەم دۆزە ئامادە کرا.",
                "ku": "Mekanîzmaya Neteweyên Yekbûyî rapora xwe ya li ser girtinê weşand: zêdetirî 300 hevpeyvîn bi "
                "şahidan re û zêdetirî 100 cih. Hin beşên wê hatine veşartin da ku şahid bên parastin û "
                "razîbûna wan bê rêzgirtin. Ji heman xebatê ji bo vê dozê jî raporek hat amadekirin.",
            },
            source_name=_IIIM,
            source_date="2024-12-06",
        ),
    ),
)

# The proceeding with the slug of its court.
PROCEEDINGS: tuple[tuple[str, ProceedingText], ...] = (
    ("paris-assize-court", _DABBAGH),
    ("koblenz-higher-regional-court", _KHATIB),
    ("first-karkh-investigative-court", _KARKH),
    ("international-court-of-justice", _ICJ),
)
