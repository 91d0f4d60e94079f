"""The documented formats as plain values: sessions and committees, read and written, and what differs between two."""
