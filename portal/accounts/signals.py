"""What this app tells higher floors."""

from django.dispatch import Signal

# Sent on commit with `user`.
roles_changed = Signal()
# Sent within the transaction with `kind`, `roles` and `about`: supervisors and auditors are told of unusual reading.
alert_raised = Signal()
