"""What is loaded before Qt: PySide6 reads the source of every module that is imported after it, which takes longer.

Imported for that alone; the window names what it needs itself.
"""

import hrplanner.viewmodels.help
import hrplanner.viewmodels.screens
import hrplanner.viewmodels.shell
import hrplanner.viewmodels.strip  # noqa: F401
