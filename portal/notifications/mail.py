"""What a mail of ours is: plain text and HTML with the same content-free words (floor 3; R-46; ADR 0009).

Nothing in it tells where it was written: the message number and the greeting to the mail server carry the domain of the
sender's address, never this machine's name.
"""

from email.utils import make_msgid, parseaddr
from functools import cache
from pathlib import Path

from css_inline import CSSInliner
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from portal.core.digits import digits_chosen
from portal.core.languages import Language

# Programs answer a mail with "I am away" unless it says that no person wrote it.
_BY_A_MACHINE = "auto-generated"


class OwnMail(EmailMultiAlternatives):
    """A mail written here. The backend lets no other leave: a library's mail may name people and pages."""


def sender_domain() -> str:
    """The domain of the sender's address: all that a mail tells about its origin."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]


@cache
def _inliner() -> CSSInliner:
    """Writes our sheet into the elements: mail programs load no sheet, and some drop a style element."""
    sheet = (Path(settings.BASE_DIR) / "static" / "css" / "mail.css").read_text()
    return CSSInliner(extra_css=sheet, load_remote_stylesheets=False)


def compose(name: str, *, subject: str, address: str, language: Language, link: str = "") -> OwnMail:
    """Return the mail of templates/emails/<name>.txt and .html for one reader, in her language.

    `subject` is the whole content: the templates repeat it and add nothing but `link`, in a mail to the office.
    """
    context = {"page_language": language, "subject": subject, "link": link}
    # A mail has the digits of her language, also where somebody with another choice causes it.
    with translation.override(language.code), digits_chosen(""):
        text = render_to_string(f"emails/{name}.txt", context)
        html = render_to_string(f"emails/{name}.html", context)
    headers = {
        "Message-ID": make_msgid(domain=sender_domain()),
        "Auto-Submitted": _BY_A_MACHINE,
        "Content-Language": language.html,
    }
    mail = OwnMail(subject, text.strip() + "\n", settings.DEFAULT_FROM_EMAIL, [address], headers=headers)
    mail.attach_alternative(_inliner().inline(html), "text/html")
    return mail
