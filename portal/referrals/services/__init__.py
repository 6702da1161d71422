"""What one person asks for and another one lets out of the house (floor 6)."""

from .transmissions import (
    APPROVERS,
    ask_to_send,
    hand_out,
    note_recall,
    note_told_of_erasure,
    refuse_to_send,
    sent_of,
)

__all__ = [
    "APPROVERS",
    "ask_to_send",
    "hand_out",
    "note_recall",
    "note_told_of_erasure",
    "refuse_to_send",
    "sent_of",
]
