"""Floor 3: safe channels, inbox, delivery log; knows nothing about anyone's case."""
