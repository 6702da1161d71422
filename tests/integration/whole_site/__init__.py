"""Laws that hold for every address of the site, whoever wrote it."""
