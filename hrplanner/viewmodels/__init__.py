"""What each page shows, as words and marks; no Qt here, and nothing that reads a file."""
