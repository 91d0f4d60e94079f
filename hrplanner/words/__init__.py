"""The words, dates and numbers of one language; nothing here knows a screen, a page or a file of records."""
