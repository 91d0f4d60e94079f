"""The entries: the only place that knows every room and connects them.

Imports stand inside functions here to start quickly.
"""
