"""Languages: the interface's words by gettext, texts of shared files by language, names of languages, dates."""
