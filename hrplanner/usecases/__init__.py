"""What people do with the book, as verbs; no file, no paper, no window here."""
