"""The project's tests: unit, integration, functional (a real browser), architecture, i18n; factories/ makes rows."""
