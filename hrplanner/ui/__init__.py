"""The window: the only package that knows Qt. What a page says comes from the view models, never from here."""
