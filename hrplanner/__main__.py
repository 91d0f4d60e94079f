"""`python -m hrplanner` is the command `hrplanner`."""

import sys

from hrplanner.entry.cli import main

if __name__ == "__main__":
    sys.exit(main())
