"""The record book of a community consultation."""

__version__ = "0.1.0"
