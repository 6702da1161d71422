"""One subject a module; none imports an app."""
