"""The parts every page is built from. A part knows the look and gets its words ready to show."""
