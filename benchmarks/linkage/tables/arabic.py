"""Arabic names by reading, most frequent first; the spelling of every script follows by rule from the reading.

Notation, one sign per sound: ``0`` th of three, ``8`` dh of that, ``H`` ح, ``x`` خ, ``$`` ش, ``S D T Z`` the emphatics
ص ض ط ظ, ``3`` ع, ``G`` غ, ``'`` hamza; ``a i u`` short and ``A I U`` long vowels; a last ``a`` is ة, a last ``Y`` is ى.
``3abd+karIm`` is a compound whose second part takes the article. Written from general knowledge of the names.
"""

MALE = """
muHammad aHmad 3alI Hasan Husayn maHmUd ibrAhIm xAlid 3umar muSTafY 3abd+llAh yUsuf xalIl jAsim SAliH ismA3Il karIm
3abbAs Hamad sa3Id 3abd+raHmAn jamAl sAlim Hamza 3u0mAn xalaf majId HamId ra$Id sulaymAn kamAl 3abd+karIm mUsY
nUr+dIn 3Adil dAwud Taha yAsIn salmAn SabAH TAriq fAris Haydar 3IsY nASir jawAd kAZim hA$im hAdI 3abd+qAdir mahdI
fAliH $Akir qAsim idrIs ya3qUb ayyUb luqmAn zayd bilAl anas usAma walId nabIl 3imAd fu'Ad riyAD rA'id ziyAd iyAd
Gay0 3abd+Husayn 3abd+3azIz 3abd+laTIf 3abd+jabbAr 3abd+wAHid 3abd+razzAq 3abd+sattAr 3abd+amIr 3abd+Samad
3abd+salAm 3abd+hAdI 3abd+HamId 3abd+majId 3abd+mun3im 3abd+GanI 3abd+wahhAb 3abd+ra'Uf 3abd+nASir 3abd+zahra
3abd+3aZIm sayf+dIn SalAH+dIn 3izz+dIn 3alA'+dIn $ams+dIn muHyI+dIn sirAj+dIn najm+dIn jalAl+dIn badr+dIn ba$$Ar
ba$Ir 3adnAn GassAn hi$Am 3Amir 3ammAr yAsir sAmir sAmI rAmI bAsim bAsil mAjid mAzin ma3n munIr mun8ir muntaZar
muhannad mu'ayyad murtaDY mu0annY muqdAd mu3taz mu3A8 mu3Awiya mun3im muxliS mubArak mazhar marwAn mAlik anwar akram
asad as3ad amIn amjad amIr arkAn a$raf a3lam ayman ayhAm adham iHsAn ilyAs anmAr isHAq badr bakr barA' burhAn bahjat
buTrus jabbAr jAbir ja3far jalAl jamIl jihAd jum3a jubrAn jUrj jarrAH HAtim HAri0 HAzim HabIb HusAm HarbI HammAd
HAmid HanZal Hikmat HilmI xaDir xayrI xaTTAb xumays xamIs darwI$ dAnI durayd 8iyAb 8Akir rAfi3 rAmiz rabI3 rajab
raDwAn rAGib rakAn ramaDAn ra'fat rawHI zakariyyA zakI zuhayr zayn zAmil sa3d sa3dUn sa3dI saTTAm sanad SidqI sayyid
salIm SubHI sirHAn sarmad sinAn suhayl sayf $Ahir $arIf $akIb $a3bAn $awkat $ihAb $aHAda $allAl $amAl SAbir SAdiq
SafwAn SafA' SiddIq Saqr Suhayb DiyA' DirAr TalAl TAhir TallAb ZAfir 3ASim 3ATif 3Arif 3Ayid 3AyiD 3abdU 3ubayd 3adI
3uday 3urwa 3azzAm 3Akif 3iDAb 3aTiyya 3aqIl 3alwAn 3allAwI 3umayr 3awaD 3awda 3ayyA$ 3Id GAlib GAnim GAzI GAyib
fAtin fAdI fArUq fahd fahmI faraj farHAn farIq farId faDil fAzi3 fAyiz fawwAz fawzI fayDI fayyAD faySal firAs qASid
qutayba quSay qays kAmil kAyid karAr karam kan3An lu'ay lay0 luTfI mATar mAhir miTlaq muTlaq miS3ab maTar mi$3al
mu3awwaD maqSUd mamdUH manAf manSUr mahAwi$ nAjI nAdir nAfi3 nAyif nAhiD najAH najm najIb na8Ir nizAr nasIm na$'at
naSr naSIr na3mAn na3Im niDAl nimr nawwAf nUrI hAnI ha8Al hazzA3 hilAl humAm hay0am wA0iq wAjid wADiH wA'il wajIh
wasIm waSfI waDDAH wa3d wahb waHId yAqUt yaHyY yazan yazId yUnis
"""

FEMALE = """
fATima maryam zaynab xadIja 3A'i$a Amina zahra sa3Ad su3Ad nAdiya hudY najAt bu$rY sAra nUr nUra laylY salmY samIra
ruqayya HalIma wafA' ibtisAm ImAn amal $ahad ra$A saHar Sabriyya 0urayyA kaw0ar karIma rihAm raHma ramla riDA sAjida
sAmiya sanA' sundus suhayla suhAd sumayya sawsan $aymA' $ukriyya $ahlA' $a8A SafA' Safiyya SabAH SAliHa DuHY Tayyiba
3aliyyA 3Alya 3awATif 3afrA' 3afAf 3abla 3azIza 3a8rA' Gazal Gaziyya GAda GufrAn fAdiya fiDDa firyAl fahIma fawziyya
fayrUz asmA' AsiyA anwAr afrAH anfAl Aya arwY ilhAm in3Am i3tidAl intiSAr barA'a balqIs badriyya bayAn bahIja
tamADur taGrId jamIla jumAna jawAhir janna HasnA' Husniyya HayAt HanAn HawrA' Hamda Hamdiyya xawla xansA' xayriyya
xawla du3A' dunyA 8ikrY rAbi3a rAniyA rajA' rabAb rasmiyya rana riHAb rIm rImA rawDa zahiyya zakiyya zAhida zuhUr
lubnA laTIfa luTfiyya lamyA' lInA mAjida mAriyA maHAsin madIHa marwa ma$A3il malAk manAl munA munIra mahA mawadda
mayyAda may nAhida nAjiya nAzik nawAl nabIla najlA' najiyya najwY nahla na$wa naDAl naZIra na3Ima nihAya nihAd hAjar
hAla hiba hind hanA' hayfA' hayAm wadI3a warda wijdAn wiSAl widAd yAsamIn yusrY
"""

NISBAS = """
dulaymI jubUrI 3ubaydI 3azzAwI $ammarI zubaydI Ta'I janAbI bayAtI tamImI rAwI HamdAnI sAmarrA'I qaysI kubaysI HadI0I
tikrItI mawSilI baGdAdI baSrI 3AnI rubay3I ka3bI lAmI sA3idI xafAjI mAlikI asadI tamImI sUdAnI zayyidI fatlAwI
mUsawI HusaynI HasanI a3rajI hA$imI nu3aymI nAsirI dUrI 8abHAwI fallUjI ramAdI hItI qA'imI ba3qUbI xAliSI sab3AwI
luhaybI saba'I HamdUnI jaHay$I bakkArI 3uqaydI baggArI $arAbI mi$hadAnI 3AmirI xazrajI anSArI qura$I 3akaydI karxI
ruSAfI kAZimI a3ZamI $AmI HalabI HimSI HamawI dima$qI HawrAnI HawrAnI dayrI raqqAwI HasakawI idlibI lA8iqAnI zu3bI
miqdAd rifA3I qAdirI naq$abandI maGribI tUnisI miSrI yamanI 3irAqI sUrI urdunI filisTInI lIbI jazA'irI SAliHI rA$idI
maHmUdI yUsufI ibrAhImI muSTafawI 3alawI sulaymAnI $ukrI $arIfI zanganI sindI dawarI mawlI sabhAnI warda HaydarI
mawsawI ramaDAnI fahdAwI namrAwI 3IsAwI maHalAwI karbUlI $ujayrI zawba3I qarAGUlI 3abbAsI xaTIbI dAGistAnI bAwI
sAmirI darrAjI sarrAjI kawwAzI sallAmI mUlI wA'ilI $ammAsI GurayrI HarbI 3ajIlI bU+3AmirI
"""

HOUSES = """
xaTIb najjAr HaddAd HAjj $ayx SabbAG qaSSAb xayyAT HallAq xabbAz jazzAr saqqA baqqAl 3aTTAr dabbAG naHHAs xUrI $A3ir
mu3allim qADI naqIb bakrI kurdI turkmAnI afGAnI mallAH sayyid bayTAr farrA' DAbiT rayyis SA'iG HallAj nassAj
"""
"""Names of houses after trades and offices; they take the article."""
