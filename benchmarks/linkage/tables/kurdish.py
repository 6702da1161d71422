"""Kurdish names in the letters of Hawar, most frequent first; ``ł`` and ``ř`` are ڵ and ڕ of Sorani.

Sorani, Badini, Arabic-keyboard and foreign spellings follow by rule. Written from general knowledge of the names.
"""

MALE = """
azad serdar kawa rêbwar karwan şêrko hîwa soran dilşad goran heval rojhat şwan bextiyar barzan herêm nêçîrvan newroz
ciwan baran beyar berzan cegerxwîn rêber rizgar rênas rojan zana zagros siyamend şiyar şoreş serbest serhed serkewt
sîpan dilovan dilêr dijwar demhat diyar welat xebat xoşnav çiya çeleng hêmin hejar hêriş hoger hozan hunermend
kamran kosret jîr jîyan jîwar mîrza mîran mem mazłum nebez nizar peşraw peyman polat pêşeng pişgo qadir rawand řebîn
řizgar řojgar şaho şaswar şemal şehab şîrwan hêdî hendrên hawrê hawkar hawar halmet helgurd aram ariyan ako aland
alan agirî arîn armanc awat ayaz bawer belen bengîn berfîn berwar bijar birûsk bokan bêstûn botan cemşîd cotyar cûdî
dara daryan derwêş dilgeş dilsoz ferhad ferman firat gelawêj gerdûn gezîzan girdar goran govend karzan kejal keyar
koçer komar kurdo lawend lawko lewend loran mehabad merîwan metîn mîdya namiq nalî nerîman newzad newşîrwan nîzam
pola rêbaz rêbîn rêdar rêşad renc rûdaw rûken sakar salar sarto sengar serbaz serdeşt sertîp sîrwan siwar sorgul
tekoşîn têkoşer tîrêj xwedêda xelat xendan xorşîd yekta yezdîn zaniyar zerdeşt zîn zinar zîrek ezîz êzdîn eskender
hesko şemo xidir xelef mirad pîro qaso simo cindî dexîl elyas seydo kiço kaso bedel ferzo hecî derman xudêda şeref
cano gulo
"""

FEMALE = """
şîlan avîn gulistan nesrîn berfîn dilnaz hêlîn rojîn jiyan şîrîn tara xanê bêrîvan jînda evîn nazdar gulbehar zozan
xecê perwîn şadî soma sozan řojan řûken şeyda çinar çîmen çro dilber dîlan dinya delal binevş berwîn besna bêhar
buhar eyşan ezma fîdan gula gulê gulçîn gułizar hana hêro hevîn hêvî jale jîno kejał kezî kilîl kurdistan lana lawîn
leyl mizgîn narîn naşmîl nazenîn nermîn nêrgiz newal nîgar nîşan nîyan perî peyman pêşeng rêzan rohat ronahî roza
rozerîn rûbar runak sakar sînem siyasem şan şehnaz şeng şewnim stî tavge trîfe viyan xonçe xunav xezał zelal zerî
zîlan zînê besê cewahir gewrê kuçer şemê xatûn zerîfe naîfe hedla şîrê adlê nasê kinê rehan
"""

FAMILIES = """
barzanî talebanî zêbarî berwarî doskî mizûrî sindî kurdî dihokî kerkukî hewramî sûrî rêkanî koçer kobanî efrînî
şengalî caf cibirî bradostî xoşnaw gerdî herkî balekî sorçî dizeyî hemawendî zengene şêxbizînî pişderî bilbas mukrî
ardełan silêmanî hewlêrî řewandizî koyî řanyeyî xaneqînî kełhurî feylî bacelan gołî slêvanî artoşî nêrweyî gulî
miqrî omerî qamişlokî derikî amûdî dirbêsî tirbespî hesenan milî kîkan şêxan berazî kêtkan dinayî pijan hevêrkan
çeto reşwan bekir xaltî hewêrî dina qîranî mamendî xanesorî sînûnî behzanî başîqî baadrî mhemî şerqî mîhemkan cewanî
pîranî şêxanî nanekelî cezîrî botî omerkan reşî delî şikakî zîlî celalî kaniyî reşîd banciwênî helebceyî qeredaxî
şarbajêrî mawetî
"""
"""Tribes, valleys and towns that people are called after."""
