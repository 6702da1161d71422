"""A guide: when somebody offers news for payment, lies or threatens."""

from .words import Guide, Heading, Paragraph, Points

GUIDE = Guide(
    slug="money",
    title={
        "en": "When somebody wants money for news",
        "ar": "عندما يطلب أحد مالاً مقابل أخبار",
        "ckb": "کاتێک کەسێک لەبەرامبەر هەواڵدا داوای پارە دەکات",
        "ku": "Dema kesek ji bo nûçeyan pereyan bixwaze",
    },
    summary={
        "en": "Lies, demands for money and threats: how to notice them, and what to do.",
        "ar": "أكاذيب وطلب مال وتهديد: كيف تنتبهون إليها، وما الذي تفعلونه.",
        "ckb": "درۆ، داوای پارە و هەڕەشە: چۆن هەستی پێ دەکەن، و چی بکەن.",
        "ku": "Derew, xwestina pereyan û gef: hûn çawa wan nas bikin, û çi bikin.",
    },
    body=(
        Paragraph(
            {
                "en": "Some people promise news of a missing person, or a release, for money. Most of them know "
                "nothing. If anyone asks you for money in our name, it is not us. Tell us.",
                "ar": "يعد بعض الناس بأخبار عن مفقود أو بالإفراج عنه مقابل مال. معظمهم لا يعرفون شيئاً. إذا طلب منكم "
                "أحد مالاً باسمنا فهو ليس منّا. أخبرونا.",
                "ckb": "هەندێک کەس لەبەرامبەر پارەدا بەڵێنی هەواڵی کەسی بێسەروشوێن یان ئازادکردنی دەدەن. زۆربەیان هیچ "
                "نازانن. ئەگەر کەسێک بە ناوی ئێمەوە داوای پارەی لێ کردن، ئەوە ئێمە نین. پێمان بڵێن.",
                "ku": "Hin kes di berdêla pereyan de soza nûçeyên kesekî winda an berdana wî didin. Piraniya wan "
                "tiştekî nizanin. Heke kesek bi navê me ji we pereyan bixwaze, ew ne ji me ye. Ji me re bibêjin.",
            }
        ),
        Paragraph(
            {
                "en": "Syria's National Commission for Missing Persons, created in May 2025, has warned of forged "
                "documents and of people who demand money with threats.",
                "ar": "حذّرت الهيئة الوطنية للمفقودين في سوريا، التي أُنشئت في أيار 2025، من وثائق مزوّرة ومن الابتزاز.",
                "ckb": "دەستەی نیشتمانی بۆ بێسەروشوێنان لە سووریا، کە لە ئایاری 2025 دامەزراوە، ئاگاداریی لە "
                "بەڵگەنامەی ساختە و لە داواکردنی پارە بە هەڕەشە داوە.",
                "ku": "Desteya Niştimanî ya Kesên Winda ya Sûriyeyê, ku di meha Gulan 2025 (5) de hatiye damezrandin, "
                "li hember belgeyên sexte û kesên ku bi gefan pereyan dixwazin hişyarî daye.",
            }
        ),
        Heading(
            {
                "en": "Signs of a lie",
                "ar": "علامات الكذب",
                "ckb": "نیشانەکانی درۆ",
                "ku": "Nîşanên derewê",
            }
        ),
        Points(
            (
                {
                    "en": "You are to pay today, or first a small sum and then more.",
                    "ar": "يُطلب منكم الدفع اليوم، أو مبلغ صغير أولاً ثم المزيد.",
                    "ckb": "دەبێت هەر ئەمڕۆ پارە بدەن، یان سەرەتا کەمێک و دواتر زیاتر.",
                    "ku": "Divê hûn îro pereyan bidin, an pêşî hindik û paşê bêtir.",
                },
                {
                    "en": "Somebody wants your code, or pictures of your papers.",
                    "ar": "يطلب أحد رمزكم أو صور أوراقكم.",
                    "ckb": "کەسێک داوای کۆدەکەتان یان وێنەی بەڵگەنامەکانتان دەکات.",
                    "ku": "Kesek koda we an wêneyên belgeyên we dixwaze.",
                },
                {
                    "en": "You are to tell nobody, not even your family.",
                    "ar": "يُطلب منكم ألا تخبروا أحداً، حتى عائلتكم.",
                    "ckb": "داواتان لێ دەکرێت بە کەس نەڵێن، تەنانەت بە خێزانەکەشتان.",
                    "ku": "Ji we tê xwestin ku hûn ji kesî re nebêjin, ji malbata xwe re jî.",
                },
                {
                    "en": "A paper or a picture is shown, and you may not keep it.",
                    "ar": "تُعرض عليكم ورقة أو صورة ولا يُسمح لكم بالاحتفاظ بها.",
                    "ckb": "بەڵگەنامەیەک یان وێنەیەکتان پیشان دەدرێت، بەڵام ڕێتان پێ نادرێت هەڵیبگرن.",
                    "ku": "Belgeyek an wêneyek nîşanî we didin, lê nahêlin ku hûn wê li ba xwe bihêlin.",
                },
            )
        ),
        Heading(
            {
                "en": "What you can do",
                "ar": "ما الذي يمكنكم فعله",
                "ckb": "ئێوە دەتوانن چی بکەن",
                "ku": "Hûn dikarin çi bikin",
            }
        ),
        Points(
            (
                {
                    "en": "Do not pay and do not send papers.",
                    "ar": "لا تدفعوا ولا ترسلوا أوراقاً.",
                    "ckb": "پارە مەدەن و بەڵگەنامە مەنێرن.",
                    "ku": "Pereyan nedin û belgeyan neşînin.",
                },
                {
                    "en": "Keep their number and what they wrote.",
                    "ar": "احتفظوا برقمهم وبما كتبوه.",
                    "ckb": "ژمارەکەیان و ئەوەی نووسیویانە هەڵیبگرن.",
                    "ku": "Hejmara wan û tiştên ku nivîsîne biparêzin.",
                },
                {
                    "en": "Do not meet them alone. A lawyer or a person you trust can tell you whether to go to the "
                    "police.",
                    "ar": "لا تلتقوا بهم وحدكم. يستطيع محامٍ أو شخص تثقون به أن يقول لكم هل تذهبون إلى الشرطة.",
                    "ckb": "بە تەنیا مەچن بۆ لایان. پارێزەرێک یان کەسێک کە متمانەی پێ دەکەن دەتوانێت پێتان بڵێت ئایا "
                    "بچنە لای پۆلیس.",
                    "ku": "Bi tenê neçin ba wan. Parêzerek an kesekî ku hûn pê bawer in dikare bibêje ka hûn herin "
                    "polîsan.",
                },
                {
                    "en": "Tell us on the help page. You did nothing wrong, even if you paid.",
                    "ar": "أخبرونا في صفحة المساعدة. لم ترتكبوا أي خطأ، حتى إن دفعتم.",
                    "ckb": "لە پەڕەی یارمەتیدا پێمان بڵێن. ئێوە هیچ هەڵەیەکتان نەکردووە، تەنانەت ئەگەر پارەشتان دابێت.",
                    "ku": "Li ser rûpela alîkariyê ji me re bibêjin. We tu çewtî nekir, heke we pere dabin jî.",
                },
            )
        ),
        Heading(
            {
                "en": "If somebody threatens you",
                "ar": "إذا هدّدكم أحد",
                "ckb": "ئەگەر کەسێک هەڕەشەتان لێ بکات",
                "ku": "Heke kesek gefan li we bixwe",
            }
        ),
        Paragraph(
            {
                "en": "If you are in danger now, go to a safe place first. Then call the emergency number of your "
                "country, if you trust it, or a person you trust.",
                "ar": "إذا كنتم في خطر الآن، فاذهبوا أولاً إلى مكان آمن. ثم اتصلوا برقم الطوارئ في بلدكم، إن كنتم "
                "تثقون به، أو بشخص تثقون به.",
                "ckb": "ئەگەر ئێستا لە مەترسیدان، سەرەتا بڕۆنە شوێنێکی پارێزراو. دواتر تەلەفۆن بۆ ژمارەی فریاکەوتنی "
                "وڵاتەکەتان بکەن، ئەگەر متمانەی پێ دەکەن، یان بۆ کەسێک کە متمانەی پێ دەکەن.",
                "ku": "Heke hûn niha di xeterê de bin, pêşî herin cihekî ewle. Paşê li hejmara lezgîn a welatê xwe "
                "bigerin, heke hûn pê bawer bin, an jî li kesekî ku hûn pê bawer in.",
            }
        ),
        Heading(
            {
                "en": "How you know that it is us",
                "ar": "كيف تعرفون أننا نحن",
                "ckb": "چۆن دەزانن کە ئێمەین",
                "ku": "Hûn çawa dizanin ku em in",
            }
        ),
        Paragraph(
            {
                "en": "Our messages only say that there is news. We never ask for money, and never for your code. If "
                "you doubt a call, end it and write to us on the help page.",
                "ar": "رسائلنا تقول فقط إن هناك جديداً. نحن لا نطلب المال أبداً، ولا نطلب رمزكم أبداً. إذا شككتم في "
                "مكالمة، فأنهوها واكتبوا إلينا في صفحة المساعدة.",
                "ckb": "نامەکانمان تەنها دەڵێن شتێکی نوێ هەیە. ئێمە هەرگیز داوای پارە ناکەین، و هەرگیز داوای "
                "کۆدەکەتان ناکەین. ئەگەر لە پەیوەندییەکی تەلەفۆنی دڵنیا نەبوون، کۆتایی پێ بهێنن و لە پەڕەی یارمەتیدا "
                "بۆمان بنووسن.",
                "ku": "Peyamên me tenê dibêjin ku tiştekî nû heye. Em tu carî pereyan naxwazin, û tu carî koda we "
                "naxwazin. Heke hûn ji telefonekê ne piştrast bin, wê bi dawî bikin û li ser rûpela alîkariyê ji me "
                "re binivîsin.",
            }
        ),
    ),
)
