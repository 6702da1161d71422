"""Floor 5: registrations, persons sought, consent ledger."""
