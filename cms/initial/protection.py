"""A guide: how we protect what somebody tells us."""

from .words import Guide, Heading, Paragraph, Points

GUIDE = Guide(
    slug="protection",
    title={
        "en": "How we protect what you tell us",
        "ar": "كيف نحمي ما تخبروننا به",
        "ckb": "چۆن ئەوە دەپارێزین کە پێمان دەڵێن",
        "ku": "Em tiştên ku hûn ji me re dibêjin çawa diparêzin",
    },
    summary={
        "en": "Who can read it, who cannot, and what you can do yourself.",
        "ar": "من يستطيع قراءته ومن لا يستطيع، وما الذي يمكنكم فعله بأنفسكم.",
        "ckb": "کێ دەتوانێت بیخوێنێتەوە، کێ ناتوانێت، و خۆتان دەتوانن چی بکەن.",
        "ku": "Kî dikare wan bixwîne, kî nikare, û hûn bi xwe dikarin çi bikin.",
    },
    body=(
        Heading(
            {
                "en": "Who can read it",
                "ar": "من يستطيع قراءته",
                "ckb": "کێ دەتوانێت بیخوێنێتەوە",
                "ku": "Kî dikare bixwîne",
            }
        ),
        Paragraph(
            {
                "en": "No list of names is public. Nobody can search here for you or for the person you are looking "
                "for.",
                "ar": "لا قوائم أسماء علنية. لا أحد يستطيع البحث هنا عنكم أو عن الشخص الذي تبحثون عنه.",
                "ckb": "هیچ لیستێکی ناو ئاشکرا نییە. کەس ناتوانێت لێرە بەدوای ئێوە یان ئەو کەسەدا بگەڕێت کە بەدوایدا "
                "دەگەڕێن.",
                "ku": "Tu lîsteya navan ji gel re ne vekirî ye. Kes nikare li vir li we an li kesê ku hûn lê digerin "
                "bigere.",
            }
        ),
        Paragraph(
            {
                "en": "What you write is kept encrypted: without our keys nobody can read it. Of our people, only "
                "those who work on your registration open it. Every reading is recorded. On your page you see how "
                "often it was opened.",
                "ar": "يُحفظ ما تكتبونه مشفّراً: لا يستطيع أحد قراءته دون مفاتيحنا. لا يفتحه منّا إلا من يعملون على "
                "تسجيلكم. وكل قراءة له تُدوَّن. وترون في صفحتكم كم مرة فُتح.",
                "ckb": "ئەوەی دەینووسن بە شفرەکراوی دەپارێزرێت: بەبێ کلیلەکانی ئێمە کەس ناتوانێت بیخوێنێتەوە. لە ئێمە "
                "تەنها ئەوانەی کار لەسەر تۆمارەکەتان دەکەن دەیکەنەوە. هەر خوێندنەوەیەکیش لێی تۆمار دەکرێت. لە "
                "پەڕەکەتاندا دەبینن چەند جار کراوەتەوە.",
                "ku": "Tiştê ku hûn dinivîsin şîfrekirî tê parastin: bê mifteyên me kes nikare wî bixwîne. Ji me tenê "
                "kesên ku li ser tomara we dixebitin wî vedikin. Her xwendina wî tê nivîsîn. Li ser rûpela xwe hûn "
                "dibînin ku ew çend caran hatiye vekirin.",
            }
        ),
        Heading(
            {
                "en": "What we give to others",
                "ar": "ما الذي نعطيه لغيرنا",
                "ckb": "چی دەدەینە کەسانی تر",
                "ku": "Em çi didin kesên din",
            }
        ),
        Paragraph(
            {
                "en": "We give nothing to anybody without your consent. We ask about each purpose separately. You may "
                "say no to every question. We keep your registration all the same. You can withdraw your consent at "
                "any time. It takes effect at once.",
                "ar": "لا نعطي أحداً شيئاً دون موافقتكم. نسألكم عن كل غرض على حدة. يمكنكم الإجابة بكلمة «لا» عن كل "
                "سؤال، ونحن نحفظ تسجيلكم في كل الأحوال. يمكنكم سحب موافقتكم في أي وقت، ويسري ذلك فوراً.",
                "ckb": "بەبێ ڕەزامەندیی ئێوە هیچ نادەینە کەس. لەبارەی هەر مەبەستێک بە جیا لێتان دەپرسین. دەتوانن بۆ "
                "هەموو پرسیارێک بڵێن نەخێر، ئێمە لە هەموو بارێکدا تۆمارەکەتان دەپارێزین. دەتوانن هەر کاتێک "
                "ڕەزامەندییەکەتان بکشێننەوە. یەکسەر کاری پێ دەکرێت.",
                "ku": "Bê razîbûna we em tiştekî nadin kesî. Em ji bo her armancê cuda dipirsin. Hûn dikarin ji her "
                "pirsê re bibêjin na. Em ê her wiha tomara we biparêzin. Hûn dikarin her gav razîbûna xwe vekişînin. "
                "Ew yekser tê bicihanîn.",
            }
        ),
        Heading(
            {
                "en": "What our messages say",
                "ar": "ماذا تقول رسائلنا",
                "ckb": "نامەکانمان چی دەڵێن",
                "ku": "Peyamên me çi dibêjin",
            }
        ),
        Paragraph(
            {
                "en": "Our messages only say that there is news. They name nobody. You read the news on your page, "
                "which opens with your code.",
                "ar": "رسائلنا تقول فقط إن هناك جديداً. ولا تذكر أي اسم. تقرؤون الجديد في صفحتكم التي تُفتح برمزكم.",
                "ckb": "نامەکانمان تەنها دەڵێن شتێکی نوێ هەیە. ناوی کەس ناهێنن. هەواڵەکە لە پەڕەکەتاندا دەخوێننەوە، "
                "کە بە کۆدەکەتان دەکرێتەوە.",
                "ku": "Peyamên me tenê dibêjin ku tiştekî nû heye. Navê kesî nabêjin. Hûn nûçeyê li ser rûpela xwe "
                "dixwînin, ku bi koda we vedibe.",
            }
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
                    "en": "Keep your code in a safe place and show it to nobody. Whoever has it can open your page.",
                    "ar": "احفظوا رمزكم في مكان آمن ولا تُطلعوا عليه أحداً. كل من يملكه يمكنه فتح صفحتكم.",
                    "ckb": "کۆدەکەتان لە شوێنێکی پارێزراودا هەڵبگرن و پیشانی کەسی مەدەن. هەر کەسێک هەیبێت دەتوانێت "
                    "پەڕەکەتان بکاتەوە.",
                    "ku": "Koda xwe li cihekî ewle biparêzin û nîşanî kesî nedin. Her kesê ku ew li ba wî be dikare "
                    "rûpela we veke.",
                },
                {
                    "en": "If somebody comes, press the button at the top of the page: it leads away at once.",
                    "ar": "إذا اقترب أحد، فاضغطوا الزر في أعلى الصفحة: يخرجكم منها فوراً.",
                    "ckb": "ئەگەر کەسێک هات، دوگمەی سەرەوەی پەڕەکە دابگرن: یەکسەر لە پەڕەکە دەردەچن.",
                    "ku": "Heke kesek were, pêl bişkoka li serê rûpelê bikin: ew yekser we ji rûpelê derdixe.",
                },
                {
                    "en": "Leaving a page does not erase it from this phone. If other people use the phone, delete "
                    "the history.",
                    "ar": "مغادرة الصفحة لا تمحوها من هذا الهاتف. إذا كان غيركم يستخدمه، فاحذفوا سجلّ التصفّح.",
                    "ckb": "دەرچوون لە پەڕەکە لەسەر ئەم تەلەفۆنە نایسڕێتەوە. ئەگەر کەسی تر بەکاری دەهێنێت، مێژووی "
                    "وێبگەڕ بسڕنەوە.",
                    "ku": "Derketina ji rûpelê wê ji vê telefonê jê nabe. Heke kesên din jî telefonê bi kar tînin, "
                    "dîroka gerokê jê bibin.",
                },
                {
                    "en": "If you were forced to do something, you need not write it here. Speak to a lawyer first.",
                    "ar": "إذا أُجبرتم على فعل شيء، فلا حاجة إلى كتابته هنا. تحدّثوا إلى محامٍ أولاً.",
                    "ckb": "ئەگەر ناچار کرابن کارێک بکەن، پێویست ناکات لێرە بینووسن. سەرەتا لەگەڵ پارێزەرێک قسە بکەن.",
                    "ku": "Heke bi zorê tiştek bi we dane kirin, ne hewce ye hûn li vir binivîsin. Pêşî bi parêzerekî "
                    "re biaxivin.",
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
                "en": "No protection is complete. We cannot protect the phone in your hand, or see who uses it with "
                "you.",
                "ar": "لا حماية كاملة. لا نستطيع أن نحمي الهاتف الذي في يدكم، ولا أن نعرف من يستخدمه معكم.",
                "ckb": "هیچ پاراستنێک تەواو نییە. ناتوانین ئەو تەلەفۆنە بپارێزین کە لە دەستتاندایە، و نازانین کێ "
                "لەگەڵتان بەکاری دەهێنێت.",
                "ku": "Tu parastin ne temam e. Em nikarin telefona di destê we de biparêzin, û em nizanin kî bi we re "
                "wê bi kar tîne.",
            }
        ),
    ),
)
