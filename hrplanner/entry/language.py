"""Which language the terminal speaks."""

import os

from hrplanner.model.office import LANGUAGES


def terminal_language() -> str:
    """The language of the terminal by its environment, English where we do not speak it."""
    asked = next(
        (os.environ[name] for name in ("HRPLANNER_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)),
        "en",
    )
    spoken = asked.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return {"tl": "fil"}.get(spoken, spoken) if spoken in (*LANGUAGES, "tl") else "en"
