"""All addresses. People's pages carry a language prefix; staff pages follow the person's choice."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls

from portal.core.views import choose_digits, choose_discretion, root

urlpatterns = [
    path("", root, name="root"),
    path("digits/", choose_digits, name="digits"),
    path("plain/", choose_discretion, name="plain"),
    path("", include("portal.operations.urls")),
    path("sms/", include("portal.notifications.urls")),
    path("", include("cms.machine_urls")),
    path("staff/", include("portal.accounts.urls")),
    path("office/", include("portal.office.urls")),
    path("helping/", include("portal.family.helping.urls")),
    path("cms/", include("cms.admin_urls")),
    path("media/", include("cms.pictures.urls")),
    path("spoken/", include("portal.recordings.urls")),
    *i18n_patterns(
        path("", include("portal.family.urls")),
        path("", include("portal.support.urls")),
        path("help/offline/", include("cms.offline_urls")),
        path("proceedings/", include("cms.urls")),
        path("figures/", include("cms.figures_urls")),
        # Wagtail's sign-in for restricted pages would open a session with a password alone.
        re_path(r"^_util/.*$", RedirectView.as_view(url="/staff/login/"), name="closed_page_login"),
        path("", include(wagtail_urls)),
        prefix_default_language=True,
    ),
]

handler400 = "portal.core.views.bad_request"
handler403 = "portal.core.views.permission_denied"
handler404 = "portal.core.views.page_not_found"
handler500 = "portal.core.views.server_error"
# Asked for by allauth's rate limits.
handler429 = "portal.core.views.too_many_requests"
