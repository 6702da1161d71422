"""Floor 7: the pages a family walks, composed of several apps; no models."""
