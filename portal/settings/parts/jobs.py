"""Background jobs and mail. Job arguments are ids only: the task table keeps them as text."""

import os

# The worker serves the queues in this order: what somebody waits for, then lists and full comparisons in short slices.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "long"]}}
# The worker writes the time of its last look here; /healthz says 503 when it is older (seconds).
WORKER_SILENT_SECONDS = 60

# SMTP for mails of our own alone: what a library writes stays inside.
EMAIL_BACKEND = "portal.notifications.backends.OwnMailBackend"
EMAIL_HOST = os.environ.get("EMAIL_HOST", "127.0.0.1")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "2525"))
EMAIL_TIMEOUT = 10
# Which sender of portal.notifications.senders carries her messages: "smtp", or "null" where no mail may leave.
MAIL_SENDER = os.environ.get("MAIL_SENDER", "smtp")
# A neutral sender without a display name: the list of mails must betray nothing.
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "post@mail.example")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Which carrier takes her text messages: "http" (a gateway, see docs/runbooks/messages.md), or "null".
SMS_SENDER = os.environ.get("SMS_SENDER", "null")
SMS_GATEWAY_URL = os.environ.get("SMS_GATEWAY_URL", "")
SMS_GATEWAY_TOKEN = os.environ.get("SMS_GATEWAY_TOKEN", "")
# With this secret the gateway signs its later reports; without it none is taken.
SMS_REPORT_SECRET = os.environ.get("SMS_REPORT_SECRET", "")
SMS_TIMEOUT = 10
# The name or number in her list of messages: as neutral as the sender of mails.
SMS_FROM = os.environ.get("SMS_FROM", "Post")

# Changes that come in within so many seconds are compared together: a crowd of families is not made to wait for it.
COMPARE_TOGETHER_SECONDS = 2
