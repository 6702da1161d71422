"""A guide: if a relative is held in Iraq. Facts with who said them and when; the rest is advice, no law."""

from .words import Guide, Heading, Paragraph, Points

GUIDE = Guide(
    slug="held-in-iraq",
    title={
        "en": "If your relative is held in Iraq",
        "ar": "إذا كان قريبكم محتجزاً في العراق",
        "ckb": "ئەگەر کەسوکارتان لە عێراق دەستبەسەر بێت",
        "ku": "Heke kesûkarê we li Iraqê girtî be",
    },
    summary={
        "en": "What is known and what is not, and what to ask a lawyer or a consulate.",
        "ar": "ما هو معروف وما ليس معروفاً، وعمّا تسألون محامياً أو قنصلية.",
        "ckb": "چی زانراوە و چی نەزانراوە، و چی لە پارێزەر یان کونسوڵخانە بپرسن.",
        "ku": "Çi tê zanîn û çi nayê zanîn, û hûn ji parêzer an konsulxaneyê çi bipirsin.",
    },
    body=(
        Paragraph(
            {
                "en": "A person who is held or accused is presumed innocent until a court decides. To stand on a "
                "list, or to be related to somebody who does, is no guilt.",
                "ar": "كل شخص محتجز أو متّهم يُعدّ بريئاً إلى أن تقضي محكمة بإدانته. ورود اسم في قائمة، أو القرابة "
                "بمن ورد اسمه فيها، ليس ذنباً.",
                "ckb": "هەر کەسێک دەستبەسەر کرابێت یان تۆمەتبار بێت، بە بێتاوان دادەنرێت تا دادگا بڕیار دەدات. "
                "هەبوونی ناو لە لیستێکدا، یان خزمایەتی لەگەڵ کەسێک کە ناوی تێدایە، تاوان نییە.",
                "ku": "Her kesê girtî an tohmetbar bêsûc tê hesibandin heta ku dadgeh biryarê bide. Hebûna navekî di "
                "lîsteyekê de, an xizmatiya bi kesekî wisa re, ne sûc e.",
            }
        ),
        Heading(
            {
                "en": "What is known",
                "ar": "ما هو معروف",
                "ckb": "چی زانراوە",
                "ku": "Çi tê zanîn",
            }
        ),
        Points(
            (
                {
                    "en": "Early in 2026 people held in north-east Syria were brought to Iraq. When this ended, 5,704 "
                    "people had been received, among them 3,544 Syrians and 460 Iraqis. Source: Iraqi authorities, as "
                    "reported in the press, 12 February 2026.",
                    "ar": "في مطلع 2026 نُقل إلى العراق أشخاص كانوا محتجزين في شمال شرق سوريا. عند انتهاء النقل كان "
                    "قد استُلم 5704 أشخاص، بينهم 3544 سورياً و460 عراقياً. المصدر: السلطات العراقية، كما نقلتها "
                    "الصحافة، 12 شباط 2026.",
                    "ckb": "لە سەرەتای 2026 ئەو کەسانەی لە باکووری ڕۆژهەڵاتی سووریا دەستبەسەر بوون هێنرانە عێراق. "
                    "کاتێک گواستنەوەکە کۆتایی هات، 5704 کەس وەرگیرابوون، لەوانە 3544 سووری و 460 عێراقی. سەرچاوە: "
                    "دەسەڵاتدارانی عێراق، وەک ڕۆژنامەکان بڵاویان کردووەتەوە، 12ی شوباتی 2026.",
                    "ku": "Di destpêka 2026an de kesên ku li bakurê rojhilatê Sûriyeyê girtî bûn hatin anîn Iraqê. "
                    "Dema veguhestin bi dawî bû, 5704 kes hatibûn wergirtin, ji wan 3544 sûrî û 460 iraqî. Çavkanî: "
                    "desthilatên Iraqê, wek ku çapemeniyê ragihandiye, 12 Sibat 2026 (2).",
                },
                {
                    "en": "The First Karkh Investigative Court in Baghdad had opened 1,387 cases. 157 people under 18 "
                    "were referred to the juvenile court. Source: the same, 16 February 2026.",
                    "ar": "فتحت محكمة تحقيق الكرخ الأولى في بغداد 1387 قضية. أُحيل 157 شخصاً دون الثامنة عشرة إلى "
                    "محكمة الأحداث. المصدر نفسه، 16 شباط 2026.",
                    "ckb": "دادگای لێکۆڵینەوەی کەرخی یەکەم لە بەغدا 1387 دۆزی کردبووەوە. 157 کەسی خوار 18 ساڵ ڕەوانەی "
                    "دادگای نەوجەوانان کران. هەمان سەرچاوە، 16ی شوباتی 2026.",
                    "ku": "Dadgeha Lêpirsînê ya Kerxê ya Yekem li Bexdayê 1387 doz vekiribûn. 157 kesên di bin 18 "
                    "salî de ji dadgeha zarokan re hatin şandin. Heman çavkanî, 16 Sibat 2026 (2).",
                },
                {
                    "en": "The criminal courts to which these cases may go can impose the death penalty.",
                    "ar": "يمكن لمحاكم الجنايات التي قد تُحال إليها هذه القضايا أن تحكم بالإعدام.",
                    "ckb": "دادگاکانی تاوان، کە لەوانەیە ئەم دۆزانە بۆیان بنێردرێن، دەتوانن سزای لەسێدارەدان بدەن.",
                    "ku": "Dadgehên tawanên giran, ku dibe ku ev doz ji wan re bên şandin, dikarin cezayê darvekirinê "
                    "bidin.",
                },
            )
        ),
        Heading(
            {
                "en": "What is not known",
                "ar": "ما ليس معروفاً",
                "ckb": "چی نەزانراوە",
                "ku": "Çi nayê zanîn",
            }
        ),
        Paragraph(
            {
                "en": "We know of no public list with all names. We know of no referral to trial and of no judgment "
                "in these cases (16 February 2026). Be careful with lists that somebody sells.",
                "ar": "لا نعلم بأي قائمة علنية تضمّ كل الأسماء. لا نعلم بأي إحالة إلى المحاكمة ولا بأي حكم في هذه "
                "القضايا (16 شباط 2026). احذروا القوائم التي تُباع.",
                "ckb": "هیچ لیستێکی ئاشکرامان لێ دیار نییە کە هەموو ناوەکانی تێدا بێت. لەم دۆزانەدا هیچ ڕەوانەکردنێک "
                "بۆ دادگاییکردن و هیچ بڕیارێکی دادگامان لێ دیار نییە (16ی شوباتی 2026). ئاگاداری ئەو لیستانە بن کە "
                "کەسێک دەیانفرۆشێت.",
                "ku": "Em bi tu lîsteyeke vekirî ya hemû navan nizanin. Heta 16 Sibat 2026 (2) em di van dozan de bi "
                "tu şandina ji dadgehê re û bi tu biryara dadgehê nizanin. Haya we ji lîsteyên ku kesek difiroşe "
                "hebe.",
            }
        ),
        Heading(
            {
                "en": "A lawyer",
                "ar": "محامٍ",
                "ckb": "پارێزەر",
                "ku": "Parêzer",
            }
        ),
        Paragraph(
            {
                "en": "Ask a legal aid office or a bar association: which court has the file, what is the charge, "
                "does the person have a lawyer, until when can a decision be challenged? Ask first whether it is "
                "free, and do not sign what you do not understand.",
                "ar": "اسألوا مكتباً للمساعدة القانونية أو نقابة محامين: لدى أي محكمة الملف، وما التهمة، وهل للشخص "
                "محامٍ، وحتى متى يمكن الطعن في قرار؟ اسألوا أولاً إن كان ذلك مجّانياً، ولا توقّعوا ما لا تفهمونه.",
                "ckb": "لە نووسینگەیەکی یارمەتیی یاسایی یان سەندیکای پارێزەران بپرسن: دۆسیەکە لە کام دادگایە، "
                "تۆمەتەکە چییە، ئایا کەسەکە پارێزەری هەیە، تا کەی دەکرێت تانە لە بڕیارێک بدرێت؟ سەرەتا بپرسن ئایا "
                "بێبەرامبەرە، و ئەوەی تێی ناگەن واژۆی مەکەن.",
                "ku": "Ji nivîsgeheke alîkariya hiqûqî an baroya parêzeran bipirsin: dosya li kîjan dadgehê ye, "
                "tohmet çi ye, parêzerê wî kesî heye an na, heta kengê mirov dikare li dijî biryarekê îtiraz bike? "
                "Pêşî bipirsin ka bêpere ye, û tiştê ku hûn fêm nakin îmze nekin.",
            }
        ),
        Heading(
            {
                "en": "A consulate",
                "ar": "قنصلية",
                "ckb": "کونسوڵخانە",
                "ku": "Konsulxane",
            }
        ),
        Paragraph(
            {
                "en": "If your relative is a citizen of another country, ask its embassy or consulate whether it "
                "knows of the person. If it could be dangerous to ask, speak to a lawyer first.",
                "ar": "إذا كان قريبكم من مواطني بلد آخر، فاسألوا سفارته أو قنصليته هل لديها علم به. إذا كان السؤال قد "
                "يعرّض أحداً للخطر، فتحدّثوا إلى محامٍ أولاً.",
                "ckb": "ئەگەر کەسوکارەکەتان هاووڵاتیی وڵاتێکی ترە، لە باڵیۆزخانە یان کونسوڵخانەی ئەو وڵاتە بپرسن ئایا "
                "ئاگاداری ئەو کەسەن. ئەگەر پرسیارکردن مەترسیی هەبێت، سەرەتا لەگەڵ پارێزەرێک قسە بکەن.",
                "ku": "Heke kesûkarê we hemwelatiyê welatekî din be, ji balyozxane an konsulxaneya wî welatî bipirsin "
                "ka haya wê ji wî kesî heye. Heke pirsîn xeternak be, pêşî bi parêzerekî re biaxivin.",
            }
        ),
        Heading(
            {
                "en": "Visits and messages",
                "ar": "الزيارات والرسائل",
                "ckb": "سەردان و نامە",
                "ku": "Serdan û peyam",
            }
        ),
        Paragraph(
            {
                "en": "We do not know where families may visit. Do not travel before you have asked a lawyer. The Red "
                "Cross and the Red Crescent carry family messages and visit places of detention where they are let "
                "in.",
                "ar": "لا نعرف أين يُسمح للعائلات بالزيارة. لا تسافروا قبل أن تسألوا محامياً. ينقل الصليب الأحمر "
                "والهلال الأحمر رسائل العائلات، ويزوران أماكن الاحتجاز التي يُسمح لهما بدخولها.",
                "ckb": "نازانین لە کوێ ڕێگە بە خێزانەکان دەدرێت سەردان بکەن. پێش ئەوەی لە پارێزەرێک بپرسن گەشت مەکەن. "
                "خاچی سوور و مانگی سوور نامەی خێزانەکان دەگەیەنن و سەردانی ئەو شوێنانەی دەستبەسەرکردن دەکەن کە ڕێیان "
                "پێ دەدرێت.",
                "ku": "Em nizanin li ku destûra serdanê didin malbatan. Berî ku hûn ji parêzerekî bipirsin, rêwîtiyê "
                "nekin. Xaça Sor û Heyva Sor peyamên malbatan digihînin û diçin cihên girtinê yên ku destûr didin "
                "wan.",
            }
        ),
    ),
)
