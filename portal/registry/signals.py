"""What this app tells higher floors."""

from django.dispatch import Signal

# Sent on commit with `registration_id`: content, consent or state changed in a way that matters to comparison.
registration_changed = Signal()

# Sent within the transaction with `registration_id`, `recipient_id` and `data_classes`: a yes to giving was taken back.
giving_ended = Signal()

# Sent within the transaction with `registration`, before its rows go: who must act on it later keeps what that needs.
erasing = Signal()
# Sent within the transaction with `draft` and `registration`, where files were sent with the draft (answers.FILES).
draft_with_files_sent = Signal()

# Sent on commit with `registration_id`: a person released what was to be checked first.
registration_released = Signal()
