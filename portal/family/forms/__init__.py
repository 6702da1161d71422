"""The forms a family fills in. Each question's form reads from and writes to the draft's answers."""
