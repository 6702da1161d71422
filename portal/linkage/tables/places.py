"""Governorates and towns of Syria and Iraq with their spellings in ar, ckb, ku, en, fr and de. Floor 1, data only.

One line per place: code | code of the governorate | spellings. A place that is its own governorate names itself. Names
only, to recognise a place that somebody wrote; no statement about borders or administration.
"""

PLACES = """
baghdad|baghdad|بغداد, بەغدا, Bexda, Baghdad, Bagdad, Bağdat
nineveh|nineveh|نينوى, نەینەوا, Neynewa, Nineveh, Ninawa, Ninive
mosul|nineveh|الموصل, مووسڵ, Mûsil, Mosul, Mossoul, Mossul, Al-Mawsil, Musul
sinjar|nineveh|سنجار, شنكال, شنگال, شەنگال, Şingal, Şengal, Sinjar, Shingal, Sindschar, Sindjar
telafar|nineveh|تلعفر, تل عفر, تەلەعفەر, Telafer, Tal Afar, Tel Afar, Talafar
hamdaniya|nineveh|الحمدانية, قرقوش, بغديدا, Hamdaniya, Qaraqosh, Bakhdida
bashiqa|nineveh|بعشيقة, بەعشیقە, Başîqa, Bashiqa
tal_kaif|nineveh|تلكيف, تل كيف, Tilkêf, Tel Keppe, Tal Kayf
qayyarah|nineveh|القيارة, Qayyarah, Gayara
hatra|nineveh|الحضر, Hatra, Al-Hadhar
baaj|nineveh|البعاج, Baaj, Al-Baaj
kojo|nineveh|كوجو, كوچو, کۆچۆ, Koço, Kojo, Kocho
erbil|erbil|أربيل, اربيل, هەولێر, هولير, Hewlêr, Erbil, Arbil, Hawler, Irbil
makhmur|erbil|مخمور, مەخموور, Mexmûr, Makhmur, Machmur
soran|erbil|سوران, سۆران, Soran
koya|erbil|كويسنجق, کۆیە, Koye, Koya, Koysinjaq
dohuk|dohuk|دهوك, دهۆک, Dihok, Duhok, Dohuk, Dahuk
zakho|dohuk|زاخو, زاخۆ, Zaxo, Zakho, Zacho
amedi|dohuk|العمادية, ئامێدی, Amêdî, Amadiya
aqra|dohuk|عقرة, ئاکرێ, Akrê, Aqra, Akre
shekhan|dohuk|شيخان, شێخان, Şêxan, Shekhan, Scheichan
sulaymaniyah|sulaymaniyah|السليمانية, سلێمانی, سلیمانی, Silêmanî, Slemani, Sulaymaniyah, Souleimaniye, Suleimanija
ranya|sulaymaniyah|رانية, ڕانیە, Ranye, Ranya
kalar|sulaymaniyah|كلار, کەلار, Kelar, Kalar
halabja|halabja|حلبجة, هەڵەبجە, Helebce, Halabja, Halabdscha, Halabdja
kirkuk|kirkuk|كركوك, کەرکووک, Kerkûk, Kirkuk, Kerkuk, Kirkouk
hawija|kirkuk|الحويجة, حەویجە, Hewîce, Hawija, Hawidscha, Hawidja
diyala|diyala|ديالى, دیالە, Diyala, Dijala
baqubah|diyala|بعقوبة, بەعقووبە, Baqubah, Bakuba, Bakouba
khanaqin|diyala|خانقين, خانەقین, Xaneqîn, Khanaqin, Chanaqin
salahaddin|salahaddin|صلاح الدين, سەلاحەدین, Selahedîn, Salahaddin, Salah al-Din
tikrit|salahaddin|تكريت, تکریت, Tikrît, Tikrit
samarra|salahaddin|سامراء, سامەڕا, Samarra
bayji|salahaddin|بيجي, بێجی, Bêcî, Bayji, Baiji, Baïji, Baidschi
balad|salahaddin|بلد, Balad
shirqat|salahaddin|الشرقاط, Shirqat, Schirqat
tuz|salahaddin|طوز خورماتو, خورماتوو, Tuz Khurmatu, Xurmatû
anbar|anbar|الأنبار, ئەنبار, Enbar, Anbar
ramadi|anbar|الرمادي, ڕومادی, ڕەمادی, Remadî, Ramadi, Rumadi
fallujah|anbar|الفلوجة, فەلووجە, فەلوجە, Feluce, Fallujah, Falludscha, Falloujah
qaim|anbar|القائم, قائیم, Al-Qaim, Qaim
haditha|anbar|حديثة, Haditha, Haditha
hit|anbar|هيت, Heet
basra|basra|البصرة, بەسرە, Besra, Basra, Al-Basrah, Bassora, Bassorah
najaf|najaf|النجف, نەجەف, Necef, Najaf, Nadschaf, Nadjaf
karbala|karbala|كربلاء, کەربەلا, Kerbela, Karbala, Kerbala
babil|babil|بابل, بابیل, Babil, Babylon
hilla|babil|الحلة, حیللە, Hilla, Al-Hillah
nasiriyah|dhi_qar|الناصرية, ناسریە, Nasiriyah, Nasirija, Nassiriya
dhi_qar|dhi_qar|ذي قار, Dhi Qar, Thi Qar
damascus|damascus|دمشق, الشام, دیمەشق, شام, Şam, Dimeşq, Damascus, Damas, Damaskus, Dimashq
douma|rif_dimashq|دوما, دووما, Dûma, Douma, Duma, Doma
darayya|rif_dimashq|داريا, دارەیا, Darayya, Daraya
rif_dimashq|rif_dimashq|ريف دمشق, Rif Dimashq, Damascus Countryside
aleppo|aleppo|حلب, حەلەب, Heleb, Aleppo, Alep, Halab
kobani|aleppo|كوباني, عين العرب, کۆبانی, Kobanî, Kobani, Kobane, Ayn al-Arab
afrin|aleppo|عفرين, عەفرین, Efrîn, Afrin, Afrine
manbij|aleppo|منبج, مەنبەج, Minbic, Manbij, Mambij
jarabulus|aleppo|جرابلس, Cerablus, Jarabulus
albab|aleppo|الباب, Al-Bab
homs|homs|حمص, حومس, Hims, Homs, Hums
palmyra|homs|تدمر, Tedmur, Palmyra, Palmyre, Tadmur
hama|hama|حماة, حەما, Hema, Hama
idlib|idlib|إدلب, ئیدلیب, Idlib, Idleb
latakia|latakia|اللاذقية, لازقیە, Latakia, Lattaquié, Ladhiqiyah
tartus|tartus|طرطوس, Tartus, Tartous
daraa|daraa|درعا, دەرعا, Dera, Daraa, Deraa
suwayda|suwayda|السويداء, Suwayda, Sweida
quneitra|quneitra|القنيطرة, Quneitra
raqqa|raqqa|الرقة, ڕەققە, ڕەقە, Reqa, Raqqa, Rakka, Al-Raqqah
tabqa|raqqa|الطبقة, تەبقە, Tebqa, Tabqa
tal_abyad|raqqa|تل أبيض, Girê Spî, Tal Abyad, Tell Abiad
deir_ezzor|deir_ezzor|دير الزور, دێرەزوور, دیرەزور, Dêrezor, Deir ez-Zor, Deir Ezzor
mayadin|deir_ezzor|الميادين, Mayadin
bukamal|deir_ezzor|البوكمال, Abu Kamal, Albukamal
baghuz|deir_ezzor|الباغوز, Baghuz, Baghouz
hasakah|hasakah|الحسكة, حەسەکە, Hesekê, Hasakah, Hasaka, Hassaké
qamishli|hasakah|القامشلي, قامیشلۆ, Qamişlo, Qamishli, Kamishli, Qamischli
derik|hasakah|ديريك, المالكية, دێریک, Dêrik, Derik, Malikiyah
ras_alayn|hasakah|رأس العين, سەرێکانی, Serêkaniyê, Ras al-Ayn
amuda|hasakah|عامودا, Amûdê, Amuda
hol|hasakah|الهول, هۆل, Hol, Al-Hol
shaddadi|hasakah|الشدادي, Şedadê, Shaddadi
"""

# Words beside a place's name that say only what kind of place it is.
KINDS = (
    "محافظة, مدينة, قضاء, ناحية, قرية, پارێزگای, شاری, parêzgeha, bajarê, gundê, governorate, province, city, "
    "district, village, gouvernorat, ville, provinz, stadt"
)
