"""How a command ended, as other programs rely on it."""

DONE = 0
NOT_IN_ORDER = 1
WRONG_USAGE = 2
REFUSED = 3
BUG = 70
