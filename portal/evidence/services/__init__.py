"""What is done with files: received, checked, taken back, verified."""
