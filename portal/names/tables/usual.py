"""Usual spellings of frequent names: for a readable line in the other script, never for a decision. Floor 0, data only.

Each row: Arabic, Latin.
"""

USUAL = """
محمد Muhammad        أحمد Ahmad          محمود Mahmoud       حامد Hamid          علي Ali            حسن Hasan
حسين Hussein         عمر Omar            عثمان Othman        بكر Bakr            خالد Khalid        خلف Khalaf
إبراهيم Ibrahim      إسماعيل Ismail      إسحاق Ishaq         يعقوب Yaqub         يوسف Yusuf         موسى Musa
عيسى Issa            يحيى Yahya          زكريا Zakariya      داود Dawud          سليمان Sulaiman    إدريس Idris
صالح Salih           هود Hud             نوح Nuh             آدم Adam            مصطفى Mustafa      ياسين Yasin
ياسر Yasir           طه Taha             كريم Karim          كاظم Kadhim         جواد Jawad         جعفر Jaafar
عباس Abbas           حيدر Haidar         مهدي Mahdi          هادي Hadi           صادق Sadiq         رضا Ridha
قاسم Qasim           جاسم Jasim          ناصر Nasir          منصور Mansur        فيصل Faisal        سعد Saad
سعيد Said            سالم Salim          سامي Sami           سمير Samir          أمير Amir          بشار Bashar
بشير Bashir          جمال Jamal          كمال Kamal          جميل Jamil          نبيل Nabil         عادل Adil
طارق Tariq           زياد Ziyad          رياض Riyadh         غسان Ghassan        غازي Ghazi         فارس Faris
فؤاد Fuad            لؤي Luay            مروان Marwan        نزار Nizar          هشام Hisham        هاشم Hashim
وليد Walid           أنور Anwar          أنس Anas            أسامة Usama         أسعد Asaad         أيوب Ayyub
حمزة Hamza           حميد Hamid          رشيد Rashid         راشد Rashid         شاكر Shakir        عدنان Adnan
عماد Imad            فاضل Fadhil         لطيف Latif          ماجد Majid          مازن Mazin         نجم Najm
فاطمة Fatima         مريم Maryam         زينب Zainab         خديجة Khadija       عائشة Aisha        سارة Sara
نور Nur              هدى Huda            أمل Amal            أمينة Amina         حليمة Halima       رقية Ruqayya
سلمى Salma           سعاد Suad           ليلى Layla          نادية Nadia         نجاة Najat         وفاء Wafa
عبدالله Abdullah     عبدالرحمن Abdurrahman عبدالكريم Abdulkarim عبدالقادر Abdulqadir
عبدالعزيز Abdulaziz عبداللطيف Abdullatif
دلشاد Dilshad        آزاد Azad           شيركو Shirko        كاوه Kawa           هيفال Heval        روژهات Rojhat
شنكال Shingal        جكرخوين Cegerxwin   بارزاني Barzani     كردي Kurdi          نوزاد Nawzad       ريبوار Rebwar
خليل Khalil          رحيم Rahim          حكيم Hakim          سليم Salim          عزيز Aziz          كامل Kamil
باسم Basim           حازم Hazim          عارف Arif           طاهر Tahir          زهير Zuhair        منير Munir
عبيد Obaid           مجيد Majid          رائد Raed           قيس Qais            ليث Laith          حارث Harith
صدام Saddam          عبدالسلام Abdulsalam عبدالحميد Abdulhamid عبدالرزاق Abdulrazzaq
نورالدين Nuruddin    صلاحالدين Salahuddin
جبوري Jubouri        الجبوري al-Jubouri  الحسيني al-Husseini العبيدي al-Obaidi   الدليمي al-Dulaimi  شمر Shammar
الشمري al-Shammari   التميمي al-Tamimi   الجنابي al-Janabi   البغدادي al-Baghdadi الحلبي al-Halabi  الموصلي al-Mosuli
سعود Saud            الوليد al-Walid     الصدر al-Sadr       بكر Bakr            كلثوم Kulthum      رمضان Ramadan
شيرين Shirin         سيروان Sirwan       هيمن Hemin          ريبين Rebin         برزان Barzan       شيخموس Shexmus
رمزي Ramzi           سلمان Salman        بدر Badr            فهد Fahd            سلطان Sultan       نايف Nayif
مشعل Mishal          تركي Turki          بندر Bandar         عايد Ayed           فواز Fawaz         نواف Nawaf
"""
