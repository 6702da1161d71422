"""Places of birth and of events with what people of each language call them, exonyms included; most frequent first.

One row: country, then the spellings of ``ar|ckb|ku|en|fr|de|tr``, several divided by a comma. Facts only.
"""

ROWS = """
IQ;الموصل|مووسڵ,موسڵ,موسل|Mûsil,Musil|Mosul,Al-Mawsil,Mossul|Mossoul|Mossul,Mosul|Musul
IQ;بغداد|بەغدا,بەغداد|Bexda,Bexdad|Baghdad|Bagdad|Bagdad|Bağdat
IQ;أربيل,اربيل|هەولێر|Hewlêr|Erbil,Arbil,Hawler,Irbil|Erbil,Arbil|Erbil,Arbil|Erbil,Hevler
IQ;كركوك|کەرکووک,کەرکوک|Kerkûk|Kirkuk,Kirkouk|Kirkouk|Kirkuk|Kerkük
IQ;سنجار,شنكال|شنگال,شەنگال,سنجار|Şengal,Şingal|Sinjar,Shingal,Shengal|Sinjar|Sindschar,Shingal|Şengal,Sincar
SY;الرقة,الرقه|ڕەقە,ڕەققە|Reqa,Reqqa|Raqqa,Ar-Raqqah,Rakka|Raqqa,Rakka|Rakka,Raqqa|Rakka
SY;حلب|حەلەب|Heleb|Aleppo,Halab|Alep|Aleppo|Halep
SY;دمشق,الشام|دیمەشق,شام|Şam,Dîmeşq|Damascus,Dimashq,Sham|Damas|Damaskus|Şam
SY;دير الزور|دێرەزوور,دێر ئەلزور|Dêrazor,Dêrezor|Deir ez-Zor,Deir Ezzor|Deir ez-Zor|Deir ez-Zor,Dair as-Saur|Deyrizor
SY;الحسكة,الحسكه|حەسەکە|Hesekê,Heseke|Hasakah,Al-Hasakah,Hasaka|Hassaké,Hassake|Hasaka,al-Hasaka|Haseke
SY;القامشلي,قامشلو|قامیشلۆ,قامشلۆ|Qamişlo,Qamişlû|Qamishli,Kamishli,Al-Qamishli|Kameshli,Qamichli|Kamischli,Qamischli|Kamışlı
SY;حمص|حومس,حمس|Hums,Homs|Homs,Hims|Homs|Homs|Humus
SY;حماة,حماه|حەما|Hema,Hama|Hama,Hamah|Hama|Hama|Hama
SY;إدلب,ادلب|ئیدلب|Idlib,Îdlib|Idlib,Idleb|Idlib|Idlib|İdlib
SY;عفرين|عەفرین|Efrîn|Afrin,Efrin|Afrine|Afrin|Afrin
SY;كوباني,عين العرب|کۆبانێ,کۆبانی|Kobanî,Kobanê|Kobani,Kobane,Ayn al-Arab|Kobané|Kobane,Ain al-Arab|Kobani,Ayn el-Arab
SY;درعا|دەرعا|Dera|Daraa,Deraa,Dar'a|Deraa|Daraa|Dera
SY;دوما|دووما|Dûma,Doma|Douma,Duma|Douma|Duma|Duma
SY;منبج|مەنبج,مەنبیج|Minbic,Mebbûc|Manbij,Menbij|Manbij|Manbidsch|Münbiç
SY;الباب|باب|Bab|Al-Bab,El Bab|al-Bab|al-Bab|El Bab
SY;تل أبيض,تل ابيض|گرێ سپی|Girê Spî|Tal Abyad,Tell Abiad|Tall Abyad|Tall Abyad|Tel Abyad
SY;رأس العين,سري كانيه|سەرێ کانی|Serê Kaniyê|Ras al-Ain,Serekaniye|Ras al-Aïn|Ras al-Ain|Resulayn
SY;ديريك,المالكية|دێرک|Dêrik|Derik,Al-Malikiyah|Derik|Derik|Malikiye
SY;الميادين|میادین|Meyadîn|Mayadin,Al-Mayadeen|al-Mayadine|al-Mayadin|Meyadin
SY;البوكمال|ئەلبوکەمال|Bûkemal|Albukamal,Abu Kamal|Abou Kamal|Abu Kamal|Ebu Kemal
SY;تدمر|تەدمور|Tedmur,Palmîra|Palmyra,Tadmur|Palmyre|Palmyra|Palmira,Tedmür
SY;داريا|داریا|Dareya|Darayya,Daraya|Daraya|Daraja|Dareyya
IQ;تلعفر,تل عفر|تەلەعفەر|Telafer|Tal Afar,Telafar,Tel Afar|Tal Afar|Tal Afar|Telafer
IQ;الفلوجة,الفلوجه|فەلوجە,فەللوجە|Feluce,Felûce|Fallujah,Falluja|Falloujah|Falludscha|Felluce
IQ;الرمادي|ڕومادی,رەمادی|Rimadî,Remadî|Ramadi,Ar-Ramadi|Ramadi|Ramadi|Ramadi
IQ;تكريت|تکریت|Tikrît|Tikrit,Takrit|Tikrit|Tikrit|Tikrit
IQ;بيجي|بێجی|Bêcî|Baiji,Bayji,Beiji|Baïji|Baidschi|Beyci
IQ;سامراء,سامرا|سامەڕا|Samera|Samarra|Samarra|Samarra|Samarra
IQ;الحويجة,الحويجه|حەویجە|Hewîce|Hawija,Al-Hawijah|Hawija|Hawidscha|Havice
IQ;ديالى|دیالە|Diyala|Diyala,Dyala|Diyala|Diyala|Diyala
IQ;بعقوبة|بەعقوبە|Beqûbe|Baqubah,Baquba|Bakouba|Baquba|Bakuba
IQ;خانقين|خانەقین|Xaneqîn|Khanaqin,Khanaqeen|Khanaqin|Chanaqin|Hanekin
IQ;دهوك|دهۆک|Dihok,Duhok|Duhok,Dohuk|Dohouk|Dohuk|Duhok
IQ;زاخو|زاخۆ|Zaxo|Zakho|Zakho|Zacho|Zaho
IQ;السليمانية,السليمانيه|سلێمانی|Silêmanî,Silêmaniyê|Sulaymaniyah,Slemani,Sulaimani|Souleimaniye|Sulaimaniyya|Süleymaniye
IQ;حلبجة,حلبجه|هەڵەبجە|Helebce|Halabja,Halabjah|Halabja|Halabdscha|Halepçe
IQ;كلار|کەلار|Kelar|Kalar|Kalar|Kalar|Kelar
IQ;جمجمال|چەمچەماڵ|Çemçemal|Chamchamal|Tchamtchamal|Tschamtschamal|Çemçemal
IQ;طوز خورماتو|دوزخورماتوو|Duz Xurmatû|Tuz Khurmatu,Tuz Khormato|Touz Khormatou|Tuz Churmatu|Tuzhurmatu
IQ;البصرة,البصره|بەسرە|Besra|Basra,Al-Basrah|Bassora|Basra|Basra
IQ;النجف|نەجەف|Necef|Najaf,An-Najaf|Najaf,Nadjaf|Nadschaf|Necef
IQ;كربلاء|کەربەلا|Kerbela|Karbala,Kerbala|Kerbala|Kerbela|Kerbela
IQ;الحلة|حیللە|Hile|Hillah,Hilla|Hilla|Hilla|Hille
IQ;الناصرية|ناسریە|Nasiriye|Nasiriyah,An-Nasiriyah|Nassiriya|Nasirija|Nasıriye
IQ;القائم|قائیم|Qaîm|Al-Qaim,Qaim|al-Qaïm|al-Qaim|Kaim
IQ;هيت|هیت|Hît|Hit,Heet|Hit|Hit|Hit
IQ;حديثة|حەدیسە|Hedîse|Haditha|Haditha|Haditha|Hadise
IQ;الشرقاط|شەرگات|Şirgat|Shirqat,Al-Sharqat|Charqat|Schirqat|Şırkat
IQ;مخمور|مەخموور|Mexmûr|Makhmur,Makhmour|Makhmour|Machmur|Mahmur
IQ;بعشيقة|بەعشیقە|Başîqa|Bashiqa|Bachiqa|Baschiqa|Başika
IQ;كوجو|کۆچۆ|Koço|Kocho,Kojo|Kodjo|Kodscho|Koço
IQ;تل عزير,كرعزير|گر عوزێر|Girzerik|Tel Ezer,Gir Ezer|Tel Ezeir|Tel Eser|Tel Ezir
"""

FACILITIES = (
    *("سجن الساحل", "Hall 4", "Camp R", "السجن المركزي", "مركز توقيف الشمال", "North remand centre"),
    *("Zindana navendî", "گرتووخانەی ناوەندی", "مخيم الشرق", "East camp"),
)
"""Invented or quite general names of places of detention."""
