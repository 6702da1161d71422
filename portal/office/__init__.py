"""Floor 7: staff screens at /office/, composed of several apps; no models."""
