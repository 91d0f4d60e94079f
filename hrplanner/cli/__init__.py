"""The terminal: the same use cases as the window, for scripts, partners and support."""
