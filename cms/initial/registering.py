"""A guide: what registering means, and what happens next."""

from .words import Guide, Heading, Paragraph, Points

GUIDE = Guide(
    slug="registering",
    title={
        "en": "What registering means, and what happens next",
        "ar": "ماذا يعني التسجيل، وماذا يحدث بعد ذلك",
        "ckb": "تۆمارکردن واتای چییە، و دواتر چی دەبێت",
        "ku": "Tomarkirin tê çi wateyê, û paşê çi dibe",
    },
    summary={
        "en": "What we ask, what we do with your answers, and what does not change.",
        "ar": "عمّا نسأل، وماذا نفعل بإجاباتكم، وما الذي لا يتغيّر.",
        "ckb": "چی دەپرسین، چی لە وەڵامەکانتان دەکەین، و چی ناگۆڕێت.",
        "ku": "Em çi dipirsin, em bi bersivên we çi dikin, û çi naguhere.",
    },
    body=(
        Heading(
            {
                "en": "What it means",
                "ar": "ماذا يعني",
                "ckb": "واتای چییە",
                "ku": "Tê çi wateyê",
            }
        ),
        Paragraph(
            {
                "en": "Registering is not a declaration of death and does not change your rights. We look for the "
                "person as someone alive, unless it is proven otherwise. Family papers, property and claims stay as "
                "they are. It is free. We never ask for money.",
                "ar": "التسجيل ليس إعلاناً للوفاة، ولا يغيّر شيئاً من حقوقكم. نبحث عن الشخص على أنه على قيد الحياة، "
                "ما لم يثبت غير ذلك. تبقى أوراق العائلة والأملاك والمطالبات كما هي. هذا مجّاني. نحن لا نطلب المال "
                "أبداً.",
                "ckb": "تۆمارکردن ڕاگەیاندنی مردن نییە و هیچ لە مافەکانتان ناگۆڕێت. وەک کەسێکی زیندوو بەدوایدا "
                "دەگەڕێین، هەتا پێچەوانەکەی نەسەلمێت. بەڵگەنامەی خێزان، موڵک و داواکارییەکان وەک خۆیان دەمێننەوە. "
                "ئەمە بێبەرامبەرە. ئێمە هەرگیز داوای پارە ناکەین.",
                "ku": "Tomarkirin ne ragihandina mirinê ye û tiştekî ji mafên we naguherîne. Em lê wek kesekî zindî "
                "digerin, heta ku tiştekî din neyê îspatkirin. Belgeyên malbatê, milk û daxwaz wek xwe dimînin. Ev "
                "bêpere ye. Em tu carî pereyan naxwazin.",
            }
        ),
        Heading(
            {
                "en": "What we ask",
                "ar": "عمّا نسأل",
                "ckb": "چی دەپرسین",
                "ku": "Em çi dipirsin",
            }
        ),
        Paragraph(
            {
                "en": "You answer a few questions, one on each page, in any order. After the first one you get a code. "
                "You can stop at any time and come back with your code. “I do not know” and “I prefer not to say” are "
                "answers too.",
                "ar": "تجيبون عن بضعة أسئلة، واحد في كل صفحة، وبأي ترتيب. بعد السؤال الأول تحصلون على رمز. "
                "يمكنكم التوقّف في أي وقت والعودة برمزكم. «لا أعرف» و«أفضّل عدم الإجابة» إجابتان أيضاً.",
                "ckb": "وەڵامی چەند پرسیارێک دەدەنەوە، هەر یەکەی لە پەڕەیەکدا، بە هەر ڕیزبەندییەک. "
                "دوای یەکەم پرسیار کۆدێک وەردەگرن. دەتوانن هەر کاتێک بتانەوێت بوەستن و بە کۆدەکەتان بگەڕێنەوە. "
                "«نازانم» و «پێم باشە وەڵام نەدەمەوە» "
                "ئەوانیش وەڵامن.",
                "ku": "Hûn bersiva çend pirsan didin, her yek li ser rûpelekê, bi her rêzê. "
                "Piştî ya yekem hûn kodekê werdigirin. Hûn dikarin her gav rawestin û bi koda xwe vegerin. "
                "“Nizanim” û “Ez tercîh dikim ku bersivê nedim” jî bersiv in.",
            }
        ),
        Heading(
            {
                "en": "What happens next",
                "ar": "ماذا يحدث بعد ذلك",
                "ckb": "دواتر چی دەبێت",
                "ku": "Paşê çi dibe",
            }
        ),
        Points(
            (
                {
                    "en": "A person reads what you sent. If you agreed, we compare it with lists.",
                    "ar": "يقرأ شخص منّا ما أرسلتموه. وإن وافقتم، نقارنه بقوائم.",
                    "ckb": "کەسێک لە ئێمە ئەوە دەخوێنێتەوە کە ناردووتانە. ئەگەر ڕازی بوون، لەگەڵ لیستەکاندا بەراوردی "
                    "دەکەین.",
                    "ku": "Kesek ji me tiştê ku we şandiye dixwîne. Heke hûn razî bûn, em wê bi lîsteyan re berawird "
                    "dikin.",
                },
                {
                    "en": "Many people have similar names. A computer only proposes. People check, and people decide.",
                    "ar": "أسماء كثير من الناس متشابهة. الحاسوب يقترح فقط. أشخاص منّا يتحقّقون، وهم الذين يقرّرون.",
                    "ckb": "ناوی زۆر کەس لە یەکتر دەچن. کۆمپیوتەر تەنها پێشنیار دەکات. کەسانێک لە ئێمە دەپشکنن و هەر "
                    "ئەوانیش بڕیار دەدەن.",
                    "ku": "Navên gelek kesan dişibin hev. Kompîtur tenê pêşniyaz dike. Kesên me kontrol dikin, û ew "
                    "biryarê didin.",
                },
                {
                    "en": "We compare regularly. If people confirm something, a person will contact you.",
                    "ar": "نُجري المقارنة بانتظام. إذا تحقّق أشخاص من أمر ما، فسيتواصل معكم شخص منّا.",
                    "ckb": "ئێمە بەردەوام بەراورد دەکەین. ئەگەر کەسانێک شتێکیان پشتڕاست کردەوە، کەسێک لە ئێمە "
                    "پەیوەندیتان پێوە دەکات.",
                    "ku": "Em bi rêkûpêk berawird dikin. Heke kesên me tiştekî piştrast bikin, kesek ji me dê bi we "
                    "re têkilî dayne.",
                },
                {
                    "en": "On your page you see when we last compared, and you can change your answers about what you "
                    "agree to.",
                    "ar": "في صفحتكم ترون متى أجرينا آخر مقارنة، ويمكنكم تغيير إجاباتكم حول ما توافقون عليه.",
                    "ckb": "لە پەڕەکەتاندا دەبینن دوایین جار کەی بەراوردمان کردووە، و دەتوانن وەڵامەکانتان لەبارەی "
                    "ئەوەی پێی ڕازین بگۆڕن.",
                    "ku": "Li ser rûpela xwe hûn dibînin ku me cara dawî kengê berawird kiriye, û hûn dikarin "
                    "bersivên xwe yên li ser razîbûnê biguherînin.",
                },
            )
        ),
        Heading(
            {
                "en": "What we cannot promise",
                "ar": "ما لا نستطيع أن نعد به",
                "ckb": "ئەوەی ناتوانین بەڵێنی پێ بدەین",
                "ku": "Tiştê ku em nikarin soz bidin",
            }
        ),
        Paragraph(
            {
                "en": "We cannot promise that we will find the person. We cannot free anyone or speed up a trial. "
                "Sometimes the answer is: we do not know. Then we say so.",
                "ar": "لا نستطيع أن نعدكم بالعثور على الشخص. لا نستطيع الإفراج عن أحد ولا تسريع محاكمة. أحياناً يكون "
                "الجواب: لا نعرف. عندئذ نقول ذلك.",
                "ckb": "ناتوانین بەڵێن بدەین کە کەسەکە دەدۆزینەوە. ناتوانین کەس ئازاد بکەین یان دادگاییکردنێک خێرا "
                "بکەین. هەندێک جار وەڵامەکە ئەوەیە: نازانین. ئەوکات هەر وا دەڵێین.",
                "ku": "Em nikarin soz bidin ku em ê kesê ku hûn lê digerin bibînin. Em nikarin kesî berdin an "
                "darizandinekê bilez bikin. Carinan bersiv ev e: em nizanin. Wê gavê em wisa dibêjin.",
            }
        ),
        Heading(
            {
                "en": "If you change your mind",
                "ar": "إذا غيّرتم رأيكم",
                "ckb": "ئەگەر بۆچوونتان گۆڕا",
                "ku": "Heke hûn biryara xwe biguherînin",
            }
        ),
        Paragraph(
            {
                "en": "You can pause your registration or withdraw it. We do not ask why. You may register with other "
                "bodies as well: the help page names some of them.",
                "ar": "يمكنكم أن توقفوا تسجيلكم لفترة أو أن تسحبوه. لا نسأل عن السبب. ويمكنكم التسجيل لدى جهات أخرى "
                "أيضاً: تجدون بعضها في صفحة المساعدة.",
                "ckb": "دەتوانن تۆمارەکەتان بۆ ماوەیەک ڕابگرن یان بیکشێننەوە. هۆکارەکەی ناپرسین. دەتوانن لای لایەنی "
                "تریش تۆمار بکەن: پەڕەی یارمەتی ناوی هەندێکیان دەبات.",
                "ku": "Hûn dikarin tomara xwe ji bo demekê rawestînin an vekişînin. Em sedemê napirsin. Hûn dikarin "
                "li ba saziyên din jî tomar bikin: rûpela alîkariyê navê hinekan ji wan dibêje.",
            }
        ),
    ),
)
