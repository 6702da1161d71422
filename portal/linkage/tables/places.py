"""Governorates and towns of Syria and Iraq with their spellings in ar, ckb, ku, en, fr and de. Floor 1, data only.

One line per place: code | code of the governorate | spellings. A place that is its own governorate names itself. Names
only, to recognise a place that somebody wrote; no statement about borders or administration.
"""

PLACES = """
baghdad|baghdad|بغداد, بەغدا, Bexda, Baghdad, Bagdad, Bağdat
rusafa|baghdad|الرصافة, ڕوسافە, Rusafe, Rusafa
karkh|baghdad|الكرخ, کەرخ, Kerx, Karkh
adhamiyah|baghdad|الأعظمية, ئەعزەمیە, Ezemiye, Adhamiyah
kadhimiyah|baghdad|الكاظمية, کازمیە, Kazimiye, Kadhimiyah
sadr_city|baghdad|مدينة الصدر, شاری سەدر, Bajarê Sedir, Sadr City
mahmudiyah|baghdad|المحمودية, مەحموودیە, Mehmûdiye, Mahmudiyah
abu_ghraib|baghdad|أبو غريب, ئەبوغرێب, Ebû Xirêb, Abu Ghraib
taji|baghdad|التاجي, تاجی, Tacî, Taji
tarmiyah|baghdad|الطارمية, تارمیە, Tarmiye, Tarmiyah
madain|baghdad|المدائن, مەدائین, Medain, Al-Madain
nineveh|nineveh|نينوى, نەینەوا, Neynewa, Nineveh, Ninawa, Ninive
mosul|nineveh|الموصل, مووسڵ, Mûsil, Mosul, Mossoul, Mossul, Al-Mawsil, Musul
sinjar|nineveh|سنجار, شنكال, شنگال, شەنگال, Şingal, Şengal, Sinjar, Shingal, Sindschar, Sindjar
telafar|nineveh|تلعفر, تل عفر, تەلەعفەر, Telafer, Tal Afar, Tel Afar, Talafar
hamdaniya|nineveh|الحمدانية, قرقوش, بغديدا, Hamdaniya, Qaraqosh, Bakhdida, حەمدانیە, Hemdaniye, Al-Hamdaniya
bashiqa|nineveh|بعشيقة, بەعشیقە, Başîqa, Bashiqa
tal_kaif|nineveh|تلكيف, تل كيف, Tilkêf, Tel Keppe, Tal Kayf, Tilkaif
qayyarah|nineveh|القيارة, Qayyarah, Gayara
hatra|nineveh|الحضر, Hatra, Al-Hadhar, حەزەر, Hezer
baaj|nineveh|البعاج, Baaj, Al-Baaj, بەعاج, Beac
kojo|nineveh|كوجو, كوچو, کۆچۆ, Koço, Kojo, Kocho
erbil|erbil|أربيل, اربيل, هەولێر, هولير, Hewlêr, Erbil, Arbil, Hawler, Irbil
makhmur|erbil|مخمور, مەخموور, Mexmûr, Makhmur, Machmur
soran|erbil|سوران, سۆران, Soran
koya|erbil|كويسنجق, کۆیە, Koye, Koya, Koysinjaq
dashti_hawler|erbil|دشت أربيل, دەشتی هەولێر, Deşta Hewlêrê, Dashti Hawler
khabat|erbil|خبات, خەبات, Xebat, Khabat
shaqlawa|erbil|شقلاوة, شەقڵاوە, Şeqlawe, Shaqlawa
rawanduz|erbil|راوندوز, ڕواندز, Rewandiz, Rawanduz
mergasor|erbil|ميركسور, مێرگەسۆر, Mêrgesor, Mergasor
choman|erbil|جومان, Çoman
dohuk|dohuk|دهوك, دهۆک, Dihok, Duhok, Dohuk, Dahuk
zakho|dohuk|زاخو, زاخۆ, Zaxo, Zakho, Zacho
amedi|dohuk|العمادية, ئامێدی, Amêdî, Amadiya
aqra|dohuk|عقرة, ئاکرێ, Akrê, Aqra, Akre
shekhan|dohuk|شيخان, شێخان, Şêxan, Shekhan, Scheichan, الشيخان
sumel|dohuk|سميل, سێمێل, Sêmêl, Sumel
bardarash|dohuk|بردرش, بەردەڕەش, Berdereş, Bardarash
sulaymaniyah|sulaymaniyah|السليمانية, سلێمانی, سلیمانی, Silêmanî, Slemani, Sulaymaniyah, Souleimaniye, Suleimanija
ranya|sulaymaniyah|رانية, ڕانیە, Ranye, Ranya
kalar|sulaymaniyah|كلار, کەلار, Kelar, Kalar
qaradagh|sulaymaniyah|قره داغ, قەرەداغ, Qeredax, Qaradagh
sharazur|sulaymaniyah|شهرزور, شارەزوور, Şarezûr, Sharazur
said_sadiq|sulaymaniyah|سيد صادق, سەیدسادق, Seyidsadiq, Said Sadiq
penjwin|sulaymaniyah|بنجوين, پێنجوێن, Pêncwên, Penjwin
sharbazher|sulaymaniyah|شاربازير, Şarbajêr, Sharbazher
mawat|sulaymaniyah|ماوت, ماوەت, Mawet, Mawat
pshdar|sulaymaniyah|بشدر, پشدەر, Pişder, Pshdar
dukan|sulaymaniyah|دوكان, Dukan
chamchamal|sulaymaniyah|جمجمال, چەمچەماڵ, Çemçemal, Chamchamal
darbandikhan|sulaymaniyah|دربندخان, دەربەندیخان, Derbendîxan, Darbandikhan
kifri|diyala|كفري, Kifrî
halabja|halabja|حلبجة, هەڵەبجە, Helebce, Halabja, Halabdscha, Halabdja
khurmal|halabja|خورمال, Xurmal, Khurmal
sirwan|halabja|سيروان, Sîrwan
byara|halabja|بيارة, Biyare, Byara
kirkuk|kirkuk|كركوك, کەرکووک, Kerkûk, Kirkuk, Kerkuk, Kirkouk
hawija|kirkuk|الحويجة, حەویجە, Hewîce, Hawija, Hawidscha, Hawidja
daquq|kirkuk|داقوق, Daqûq
dibis|kirkuk|الدبس, دوبز, Dubiz, Dibis
diyala|diyala|ديالى, دیالە, Diyala, Dijala
baqubah|diyala|بعقوبة, بەعقووبە, Baqubah, Bakuba, Bakouba, Beqûbe
khanaqin|diyala|خانقين, خانەقین, Xaneqîn, Khanaqin, Chanaqin
muqdadiyah|diyala|المقدادية, میقدادیە, Miqdadiye, Muqdadiyah
khalis|diyala|الخالص, خالس, Xalis, Al-Khalis
balad_ruz|diyala|بلدروز, بەلەدڕۆز, Beledroz, Balad Ruz
salahaddin|salahaddin|صلاح الدين, سەلاحەدین, Selahedîn, Salahaddin, Salah al-Din
tikrit|salahaddin|تكريت, تکریت, Tikrît, Tikrit
samarra|salahaddin|سامراء, سامەڕا, Samarra, Samerra
bayji|salahaddin|بيجي, بێجی, Bêcî, Bayji, Baiji, Baïji, Baidschi
balad|salahaddin|بلد, Balad, بەلەد, Beled
shirqat|salahaddin|الشرقاط, Shirqat, Schirqat, شەرقات, Şerqat
tuz|salahaddin|طوز خورماتو, خورماتوو, Tuz Khurmatu, Xurmatû, دووزخورماتوو, Duz Xurmatû
dour|salahaddin|الدور, دوور, Dûr, Al-Dour
dujail|salahaddin|الدجيل, دوجێل, Ducêl, Dujail
dhuluiyah|salahaddin|الضلوعية, زلوعیە, Ziluiye, Dhuluiyah
alam|salahaddin|العلم, عەلەم, Elem, Al-Alam
amerli|salahaddin|آمرلي, ئامرلی, Amirlî, Amerli
anbar|anbar|الأنبار, ئەنبار, Enbar, Anbar
ramadi|anbar|الرمادي, ڕومادی, ڕەمادی, Remadî, Ramadi, Rumadi
fallujah|anbar|الفلوجة, فەلووجە, فەلوجە, Feluce, Fallujah, Falludscha, Falloujah
qaim|anbar|القائم, قائیم, Al-Qaim, Qaim
haditha|anbar|حديثة, Haditha, Haditha, حەدیسە, Hedîse
hit|anbar|هيت, Heet
khalidiyah|anbar|الخالدية, خالدیە, Xalidiye, Khalidiyah
karmah|anbar|الكرمة, کەرمە, Kerme, Al-Karmah
amiriyah|anbar|عامرية الفلوجة, عامریەی فەللووجە, Amiriya Felûceyê, Amiriyat al-Fallujah
anah|anbar|عنه, عانە, Ane, Anah
rawah|anbar|راوة, Rawe, Rawah
rutbah|anbar|الرطبة, ڕوتبە, Rutbe, Rutbah
basra|basra|البصرة, بەسرە, Besra, Basra, Al-Basrah, Bassora, Bassorah
zubayr|basra|الزبير, زوبێر, Zubêr, Zubayr
qurnah|basra|القرنة, قورنە, Qurne, Qurnah
abu_al_khasib|basra|أبو الخصيب, ئەبولخەسیب, Ebû Xesîb, Abu al-Khasib
shatt_al_arab|basra|شط العرب, شەتولعەرەب, Şetulereb, Shatt al-Arab
midaynah|basra|المدينة, مودێنە, Midêne, Al-Midaynah
faw|basra|الفاو, فاو, Faw, Al-Faw
harithah|basra|الهارثة, هارسە, Harise, Al-Harithah
dayr|basra|الدير, دێر, Dêr, Al-Dayr
najaf|najaf|النجف, نەجەف, Necef, Najaf, Nadschaf, Nadjaf
kufa|najaf|الكوفة, کووفە, Kûfe, Kufa
manathirah|najaf|المناذرة, مەنازرە, Menazire, Manathirah
mishkhab|najaf|المشخاب, میشخاب, Mişxab, Mishkhab
karbala|karbala|كربلاء, کەربەلا, Kerbela, Karbala, Kerbala
hindiyah|karbala|الهندية, هیندیە, Hindiye, Hindiyah
husseiniyah|karbala|الحسينية, حوسێنیە, Huseyniye, Husseiniyah
ain_al_tamr|karbala|عين التمر, عەین تەمر, Eyn Temir, Ain al-Tamr
babil|babil|بابل, بابیل, Babil, Babylon
hilla|babil|الحلة, حیللە, Hilla, Al-Hillah, Hille, Hillah
mahawil|babil|المحاويل, مەحاویل, Mehawîl, Mahawil
musayyib|babil|المسيب, موسەیب, Museyib, Musayyib
hashimiyah|babil|الهاشمية, هاشمیە, Haşimiye, Hashimiyah
qasim|babil|القاسم, قاسم, Qasim, Al-Qasim
hamza_gharbi|babil|الحمزة الغربي, حەمزەی ڕۆژاوا, Hemzeya Rojava, Hamza al-Gharbi
kifl|babil|الكفل, کیفل, Kifil, Al-Kifl
nasiriyah|dhi_qar|الناصرية, ناسریە, Nasiriyah, Nasirija, Nassiriya, Nasiriye
dhi_qar|dhi_qar|ذي قار, Dhi Qar, Thi Qar, زیقار, Zîqar
shatrah|dhi_qar|الشطرة, شەترە, Şetre, Shatrah
rifai|dhi_qar|الرفاعي, ڕیفاعی, Rifaî
suq_al_shuyukh|dhi_qar|سوق الشيوخ, سووق شیووخ, Sûq Şiyûx, Suq al-Shuyukh
chibayish|dhi_qar|الجبايش, چیبایش, Çibayiş
qalat_sukkar|dhi_qar|قلعة سكر, قەڵای سوکەر, Qelay Suker, Qalat Sukkar
damascus|damascus|دمشق, الشام, دیمەشق, شام, Şam, Dimeşq, Damascus, Damas, Damaskus, Dimashq
douma|rif_dimashq|دوما, دووما, Dûma, Douma, Duma, Doma
darayya|rif_dimashq|داريا, دارەیا, Darayya, Daraya, Dareya
rif_dimashq|rif_dimashq|ريف دمشق, Rif Dimashq, Damascus Countryside, گوندەواری دیمەشق, Gundewarê Şamê, Rural Damascus
markaz|rif_dimashq|مركز ريف دمشق, ناوەندی گوندەواری دیمەشق, Navenda Gundewarê Şamê, Rural Damascus centre
qutayfah|rif_dimashq|القطيفة, قوتێفە, Qutêfe, Qutayfah
tall|rif_dimashq|التل, تەل, Til, Al-Tall
yabrud|rif_dimashq|يبرود, یەبروود, Yebrûd, Yabrud
nabk|rif_dimashq|النبك, نەبک, Nebek, An-Nabk
zabadani|rif_dimashq|الزبداني, زەبەدانی, Zebedanî, Zabadani
qatana|rif_dimashq|قطنا, قەتەنا, Qetena, Qatana
qudsaya|rif_dimashq|قدسيا, قودسەیا, Qudseya, Qudsaya
aleppo|aleppo|حلب, حەلەب, Heleb, Aleppo, Alep, Halab
kobani|aleppo|كوباني, عين العرب, کۆبانی, Kobanî, Kobani, Kobane, Ayn al-Arab
afrin|aleppo|عفرين, عەفرین, Efrîn, Afrin, Afrine
manbij|aleppo|منبج, مەنبەج, Minbic, Manbij, Mambij
jarabulus|aleppo|جرابلس, Cerablus, Jarabulus, جەرابلوس
albab|aleppo|الباب, Al-Bab, باب, Bab
jabal_saman|aleppo|جبل سمعان, چیای سەمعان, Çiyayê Seman, Jabal Saman
azaz|aleppo|اعزاز, ئەعزاز, Ezaz, Azaz
safirah|aleppo|السفيرة, سەفیرە, Sefîre, As-Safirah
dayr_hafir|aleppo|دير حافر, Dêr Hafir, Dayr Hafir
atarib|aleppo|الأتارب, ئەتارب, Etarib, Atarib
homs|homs|حمص, حومس, Hims, Homs, Hums
palmyra|homs|تدمر, Tedmur, Palmyra, Palmyre, Tadmur, تەدمور
qusayr|homs|القصير, قوسێر, Qusêr, Al-Qusayr
rastan|homs|الرستن, ڕەستەن, Resten, Rastan
talkalakh|homs|تلكلخ, تەلکەلەخ, Telkelex, Talkalakh
mukharram|homs|المخرم, موخەڕەم, Muxerem, Mukharram
taldou|homs|تلدو, تەلدۆ, Teldo, Taldou
hama|hama|حماة, حەما, Hema, Hama
salamiyah|hama|السلمية, سەلەمیە, Selemiye, Salamiyah
masyaf|hama|مصياف, مەسیاف, Mesyaf, Masyaf
mahardah|hama|محردة, مەحەردە, Meherde, Mahardah
suqaylabiyah|hama|السقيلبية, سوقێلبیە, Suqêlbiye, Suqaylabiyah
idlib|idlib|إدلب, ئیدلیب, Idlib, Idleb
ariha|idlib|أريحا, ئەریحا, Erîha, Ariha
harem|idlib|حارم, Harim, Harem
jisr_al_shughur|idlib|جسر الشغور, جیسر شوغوور, Cisir Şuxûr, Jisr al-Shughur
maarat_al_numan|idlib|معرة النعمان, مەعەڕەت نوعمان, Meret Numan, Maarat al-Numan
latakia|latakia|اللاذقية, لازقیە, Latakia, Lattaquié, Ladhiqiyah, Laziqiye
jableh|latakia|جبلة, جەبلە, Ceble, Jableh
haffah|latakia|الحفة, حەفە, Hefe, Al-Haffah
qardaha|latakia|القرداحة, قەرداحە, Qerdaha, Qardaha
tartus|tartus|طرطوس, Tartus, Tartous, تەرتوس, Tertûs
baniyas|tartus|بانياس, Banyas, Baniyas
safita|tartus|صافيتا, سافیتا, Safîta
duraykish|tartus|الدريكيش, دورێکیش, Dirêkîş, Duraykish
sheikh_badr|tartus|الشيخ بدر, شێخ بەدر, Şêx Bedir, Sheikh Badr
daraa|daraa|درعا, دەرعا, Dera, Daraa, Deraa
izra|daraa|إزرع, ئیزرەع, Izra
sanamayn|daraa|الصنمين, سەنەمەین, Senemeyn, As-Sanamayn
suwayda|suwayda|السويداء, Suwayda, Sweida, سوەیدا, Siwêda, As-Suwayda
shahba|suwayda|شهبا, Şehba, Shahba
salkhad|suwayda|صلخد, سەلخەد, Selxed, Salkhad
quneitra|quneitra|القنيطرة, Quneitra, قونەیترە, Qinêtra
fiq|quneitra|فيق, Fîq
raqqa|raqqa|الرقة, ڕەققە, ڕەقە, Reqa, Raqqa, Rakka, Al-Raqqah
tabqa|raqqa|الطبقة, تەبقە, Tebqa, Tabqa, الثورة, Al-Thawrah
tal_abyad|raqqa|تل أبيض, Girê Spî, Tal Abyad, Tell Abiad, گرێ سپی
deir_ezzor|deir_ezzor|دير الزور, دێرەزوور, دیرەزور, Dêrezor, Deir ez-Zor, Deir Ezzor
mayadin|deir_ezzor|الميادين, Mayadin, مەیادین, Meyadîn
bukamal|deir_ezzor|البوكمال, Abu Kamal, Albukamal, بووکەمال, Bûkemal
baghuz|deir_ezzor|الباغوز, Baghuz, Baghouz
hasakah|hasakah|الحسكة, حەسەکە, Hesekê, Hasakah, Hasaka, Hassaké, Al-Hasakah
qamishli|hasakah|القامشلي, قامیشلۆ, Qamişlo, Qamishli, Kamishli, Qamischli
derik|hasakah|ديريك, المالكية, دێریک, Dêrik, Derik, Malikiyah, Al-Malikiyah
ras_alayn|hasakah|رأس العين, سەرێکانی, Serêkaniyê, Ras al-Ayn
amuda|hasakah|عامودا, Amûdê, Amuda
hol|hasakah|الهول, هۆل, Hol, Al-Hol
shaddadi|hasakah|الشدادي, Şedadê, Shaddadi
qadisiyah|qadisiyah|القادسية, قادسیە, Qadisiye, Al-Qadisiyyah, Qadisiyah
diwaniyah|qadisiyah|الديوانية, دیوانیە, Dîwaniye, Diwaniyah
shamiyah|qadisiyah|الشامية, شامیە, Şamiye, Shamiyah
afak|qadisiyah|عفك, عەفەک, Efek, Afak
hamza|qadisiyah|الحمزة الشرقي, حەمزەی ڕۆژهەڵات, Hemzeya Rojhilat, Hamza al-Sharqi
wasit|wasit|واسط, واست, Wasit
kut|wasit|الكوت, کووت, Kût
numaniyah|wasit|النعمانية, نوعمانیە, Numaniye, Numaniyah
suwayrah|wasit|الصويرة, سوێرە, Suwêre, Suwayrah
hayy|wasit|الحي, حەی, Hey, Al-Hayy
badrah|wasit|بدرة, بەدرە, Bedre, Badrah
aziziyah|wasit|العزيزية, عەزیزیە, Ezîziye, Aziziyah
maysan|maysan|ميسان, مەیسان, Meysan, Maysan
amarah|maysan|العمارة, عەمارە, Emare, Amarah
ali_al_gharbi|maysan|علي الغربي, عەلی غەربی, Elî Xerbî, Ali al-Gharbi
majar_al_kabir|maysan|المجر الكبير, مەجەڕی گەورە, Mecera Mezin, Majar al-Kabir
qalat_salih|maysan|قلعة صالح, قەڵای ساڵح, Qelay Salih, Qalat Salih
maimunah|maysan|الميمونة, مەیموونە, Meymûne, Maimunah
kahla|maysan|الكحلاء, کەحلا, Kehla, Kahla
muthanna|muthanna|المثنى, موسەننا, Musenna, Muthanna
samawah|muthanna|السماوة, سەماوە, Semawe, Samawah
rumaythah|muthanna|الرميثة, ڕومێسە, Rumêse, Rumaythah
khidhir|muthanna|الخضر, خدر, Xidir, Al-Khidhir
salman|muthanna|السلمان, سەلمان, Selman, Salman
warka|muthanna|الوركاء, وەرکا, Werka, Warka
"""

# Words beside a place's name that say only what kind of place it is.
KINDS = (
    "محافظة, مدينة, قضاء, ناحية, قرية, پارێزگای, شاری, parêzgeha, bajarê, gundê, governorate, province, city, "
    "district, village, gouvernorat, ville, provinz, stadt"
)
