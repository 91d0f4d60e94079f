"""`python -m hrplanner` is the command `hrplanner`."""

import sys

from hrplanner.entry.cli import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # the packed program is also the child that reads a stranger's book
    sys.exit(main())
