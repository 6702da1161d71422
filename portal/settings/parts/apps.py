"""Installed applications, middleware and templates."""

from .environment import BASE_DIR

INSTALLED_APPS = [
    # operations comes before Django's own so that its `migrate` brings both databases up to date.
    "portal.operations",
    "modeltranslation",
    "portal.office",
    "portal.family",
    "portal.following",
    "portal.referrals",
    "portal.recordings",
    "portal.matching",
    "portal.evidence",
    "portal.detainees",
    "portal.registry",
    "portal.proceedings",
    "portal.support",
    "portal.figures",
    "portal.notifications",
    "portal.organizations",
    "portal.accounts",
    "portal.places",
    "portal.audit",
    "portal.confidential",
    "portal.core",
    "cms",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # Outermost: what a later one refuses (host, method, size, form token) carries the same headers as any page.
    "portal.core.middleware.ContentSecurityPolicyMiddleware",
    "portal.core.middleware.PrivateResponseMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.core.middleware.SafeInputMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.core.middleware.LanguagePrefixMiddleware",
    "portal.core.middleware.DigitsMiddleware",
    "portal.core.middleware.OperatorClockMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.accounts.middleware.ChosenLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "portal.accounts.middleware.StaffGateMiddleware",
    # What a page is refused for is asked in the order from below: what for, who it is, and then it is not open.
    "portal.office.middleware.NoPageMiddleware",
    "portal.accounts.proving.ReadingBudgetMiddleware",
    "portal.office.middleware.PurposeMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.core.context_processors.portal",
            ],
            "builtins": ["portal.core.templatetags.portal"],
        },
    },
]
