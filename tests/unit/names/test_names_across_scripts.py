"""Spellings of one name meet, different names do not: tables over Arabic, Sorani, Kurmanji and Latin spellings."""

import pytest

from portal.names import CLOSE, SAME, compare, fold, keys, parse, word_keys
from portal.names.distance import similarities, similarity

# letters that search must not tell apart; NFKC unifies none of them.
SAME_FOLDED = """
علي علی | كريم کریم | فاطمة فاطمه | فاطمة فاطمە | أحمد احمد
إبراهيم ابراهيم | آدم ادم | ٱلله الله | مصطفى مصطفي | مصطفى مصطفی
يوسف یوسف | هدى هدی | ملك ملک | كمال کمال | حمزة حمزه
سورة سورە | رقية رقیه | أمين امین | إسماعيل اسماعیل | مؤمن مومن
٢٠١٤ 2014 | ۲۰۱۴ 2014 | ١٢٣ ۱۲۳ | ڕێبوار ريبوار | دڵشاد دلشاد
گوران کوران | پیروز بیروز | ژیان زیان | چیا جیا | هەڤاڵ ههفال
محـــمد محمد | مُحَمَّد محمد | سارا سارا | شێخ شيخ | خۆشناو خوشناو
نور\u200cالدين نورالدين | \u202bعلي\u202c علي | ﻋﻠﻲ علي | Hisên HISEN | Şêrko shêrko
Ebrahîm ebrahim | Çiya chiya | Mohammed mohamed | Hussain HUSAIN | Noor Nur
Nour Nur | Saʿd Sad | O’mar Omar | Müller Muller | Doğan Doghan
"""

ONE_NAME = """
محمد Mohamed | محمد Muhammad | محمد محەمەد | محەمەد Mihemed | Mihemed Mohammed
محمود Mahmoud | محمود مەحموود | Mehmûd محمود | عبدالرحمن Abdulrahman | عبدالرحمن عەبدولڕەحمان
عبدالرحمن Evdilrehman | Abdurrahman Abdelrahman | عبدالله Abdullah | Evdila عبدالله | حسين Hussein
حسين حوسێن | Hisên Hussain | Husên حسين | الحسين al-Hussein | حسن Hassan
حەسەن Hesen | خالد Chaled | خالد Khalid | خديجة Khadija | خديجة Xedîce
خەدیجە Chadidscha | فاطمة Fatima | فاتمە Fatma | الجنابي Dschanabi | الجنابي al-Janabi
الجبوري Jubouri | الجبوري Dschuburi | الجبوري Cibûrî | ياسين Yassine | ياسين Jassin
يوسف Youssef | عثمان Osman | عوسمان Othman | شيركو Schirko | شێرکۆ Şêrko
Cherko Shirko | جمال Gamal | جەمال Cemal | Dschamal جمال | رضا Ridha
رضا Rida | فاضل Fadhil | فاضل Fazil | قاسم Qasem | Gasim قاسم
غازي Ghazi | Xazî غازي | إبراهيم Ibrahim | ئیبراهیم Ebrahim | إسماعيل Ismail
ئیسماعیل Îsmaîl | صلاحالدين Salahuddin | سەلاحەدین Selahedîn | صلاحالدين Selahaddin | هەڤاڵ Heval
ههفال Heval | روژهات Rojhat | ڕۆژهات Rojhat | دڵشاد Dilşad | دلشاد Dilshad
كاوه Kawa | کاوە Kawa | نوزاد Newzad | Nawzad نەوزاد | علي Ali
Ahmed Ahmad | زەینەب زينب | مريم Meryem | حەسەن حسن | ئەحمەد أحمد | ڕەشید رشيد | خليل خەلیل | Dilşad Dilshad
Abdulkarim Abdelkarim | زينب Zainab | Hesen Hasan | Cemil Jamil | سعيد Saeed | رشيد Rachid | شيماء Shaima
عەلی Elî | Ali 3ali | Hasan 7asan
"""

TWO_NAMES = """
محمود محمد | Mahmoud Mohamed | مەحموود محەمەد | Mahmud Muhammad | Mehmûd Mihemed
حسن حسين | Hasan Hussein | حسن Hussein | أحمد حامد | Ahmad Hamid
سعيد سعد | خالد خلف | كريم كامل | Karim Kamil | جاسم قاسم
Salim Salam | سالم سلمى | فارس فراس | نزار نادر | Omar Amir
زيد زياد | علي علاء | طارق طاهر | Bashar Bashir | جمال جميل
Jamil Jamila | جميل جميلة | Karim Karima | كريم كريمة | Salim Salama | سليم سلامة | Ali Alaa | علي علاء
Ahmad Hamad | أحمد Hamad | أحمد حمد | علاء Ali | جميل Jamila | كريم Karima | سالم Salama | محمد Mahmoud | محمود Mohamed
Rashid Rashad | هدى هادي | Sara Samira | Azad Asad | شيركو شاكر
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [tuple(cell.split()) for line in table.strip().splitlines() for cell in line.split(" | ")]


def test_there_are_enough_rows():
    assert len(rows(SAME_FOLDED)) >= 48
    assert len(rows(ONE_NAME)) >= 60


@pytest.mark.parametrize(("left", "right"), rows(SAME_FOLDED))
def test_letters_that_search_must_not_tell_apart(left, right):
    assert fold(left) == fold(right)


@pytest.mark.parametrize(("left", "right"), rows(ONE_NAME))
def test_spellings_of_one_name_sound_alike(left, right):
    assert similarity(left, right) >= SAME


@pytest.mark.parametrize(("left", "right"), rows(ONE_NAME))
def test_spellings_of_one_name_share_a_key(left, right):
    assert word_keys(left) & word_keys(right)


@pytest.mark.parametrize(("left", "right"), rows(TWO_NAMES))
def test_different_names_are_not_spellings_of_one(left, right):
    assert similarity(left, right) < SAME


FOUR_WRITINGS = (
    "محمد عبد الرحمن الحسين",
    "محەمەد عەبدولڕەحمان حوسێن",
    "Mihemed Evdilrehman Hisên",
    "Mohamed Abdulrahman al-Hussein",
    "Mohammed Abd-ur-Rahman El Houssein",
)


@pytest.mark.parametrize("left", FOUR_WRITINGS)
@pytest.mark.parametrize("right", FOUR_WRITINGS)
def test_one_person_in_four_writings(left, right):
    a, b = parse(left), parse(right)
    assert compare(a, b).score > 0.88
    assert keys(a)["given"] & keys(b)["given"]
    assert keys(a)["father"] & keys(b)["father"]
    assert len(compare(a, b).aligned) == 3


@pytest.mark.parametrize("whole", FOUR_WRITINGS)
def test_an_abbreviated_name_is_a_candidate_and_never_strong(whole):
    score = compare(parse("HUSEIN Muhammad A."), parse(whole)).score
    assert 0.5 < score < 0.88


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("محمود عبد الرحمن الحسين", "محمد عبد الرحمن الحسين"),
        ("أحمد عبد الرحمن الحسين", "محمد عبد الرحمن الحسين"),  # brothers
        ("Ali Hassan Omar al-Jubouri", "عمار حسن عمر الجبوري"),
        ("Karim Salih Mahdi", "Karima Abbas Mahdi"),
    ],
)
def test_brothers_and_lookalikes_score_below_any_true_spelling(left, right):
    assert compare(parse(left), parse(right)).score < 0.88


def test_a_brother_is_named_as_a_conflict_of_given_names():
    found = compare(parse("أحمد عبد الرحمن الحسين"), parse("Mohamed Abdulrahman al-Hussein"))
    assert "name.given.conflict" in found.reasons
    assert "name.given.conflict" not in compare(parse("محمد عبد الرحمن"), parse("Mohamed Abdulrahman")).reasons


@pytest.mark.parametrize(
    "written", ["al-Hussein Mohamed Abdulrahman", "HUSSEIN Mohamed Abdulrahman", "Hussein, Mohamed Abdulrahman"]
)
def test_a_family_name_written_first_still_matches(written):
    found = compare(parse(written), parse(FOUR_WRITINGS[0]))
    assert found.score > 0.88
    assert parse(written).family


def test_a_dropped_part_costs_little_and_is_said():
    found = compare(parse("Fatima Omar Ali al-Jubouri"), parse("فاطمة عمر الجبوري"))
    assert found.score > 0.8
    assert "name.part.missing" in found.reasons
    assert [token.role for token in found.left_only] == ["grandfather"]


def test_many_pairs_at_once_give_what_one_gives():
    pairs = rows(ONE_NAME) + rows(TWO_NAMES)
    assert similarities(pairs).tolist() == pytest.approx([similarity(*pair) for pair in pairs], abs=1e-6)
    assert 0 < CLOSE < SAME < 1
