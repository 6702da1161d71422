"""What the public site holds from its first day: guides in four languages, which editors may change afterwards."""
