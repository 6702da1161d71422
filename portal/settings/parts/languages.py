"""Four languages. Kurmanji has no entry in Django, so it gets one before LANGUAGES is read."""

import os
from zoneinfo import ZoneInfo

from django.conf.locale import LANG_INFO

from .environment import BASE_DIR

LANG_INFO["ku"] = {"bidi": False, "code": "ku", "name": "Kurmanji", "name_local": "Kurmancî"}
LANG_INFO["ckb"] = {**LANG_INFO["ckb"], "name": "Sorani", "name_local": "سۆرانی"}
# Only Kurmanji in Latin script falls back to `ku`; Kurmanji in Arabic script is never guessed to be Sorani.
LANG_INFO["kmr"] = {"fallback": ["ku"]}
LANG_INFO["ku-tr"] = {"fallback": ["ku"]}

USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
# Where the operator is: days are counted, and moments shown, by the clock there.
OPERATOR_TIME_ZONE = ZoneInfo(os.environ.get("OPERATOR_TIME_ZONE", "").strip() or "Asia/Baghdad").key
# msgids are English, so a string without a translation shows English, never another reader's language.
LANGUAGE_CODE = "en"
LANGUAGES = [("ar", "العربية"), ("ckb", "سۆرانی"), ("ku", "Kurmancî"), ("en", "English")]
# Where a visitor lands whose browser asks for none of the four.
DEFAULT_VISITOR_LANGUAGE = "ar"
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["portal.core.formats"]
LANGUAGE_COOKIE_AGE = None
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True

MODELTRANSLATION_LANGUAGES = ("ar", "ckb", "ku", "en")
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_FALLBACK_LANGUAGES = {"default": ("en", "ar"), "ckb": ("ar", "en"), "ku": ("ar", "en")}
MODELTRANSLATION_CUSTOM_FIELDS = ("StreamField",)

WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILSIMPLETRANSLATION_SYNC_PAGE_TREE = False
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
