"""The file on disk: the only package that knows SQL. It speaks of sessions upwards and of codes when it must refuse."""
