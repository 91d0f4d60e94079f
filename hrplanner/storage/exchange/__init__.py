"""Files of other people as rows, and rows as records: reading, never writing into the book."""
