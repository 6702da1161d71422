"""The sections of the form, one module each. A new section is a module here and a name in `family.steps`."""
