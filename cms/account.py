"""A person's own settings in the editor."""

from wagtail.admin.views import account


class AccountView(account.AccountView):
    """Without the choice of mails: none is sent to people of staff (docs/adr/0009-mail.md)."""

    def get_panels(self) -> list:
        """Return Wagtail's panels but the one for mails."""
        return [panel for panel in super().get_panels() if not isinstance(panel, account.NotificationsSettingsPanel)]
