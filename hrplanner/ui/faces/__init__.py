"""Faces of pages that have several: Register by name, by tally, from paper; Listen's issues and promises."""
