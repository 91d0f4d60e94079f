"""Words that a voice says otherwise than everyday speech: for a body of human rights, or for a review of the SDGs.

Only what differs is listed. The context is the voice, and after a bar the context of the everyday words. What stands in
a catalog under it is said; the marks here make it known to the translators, English ones included.
"""

from __future__ import annotations

from hrplanner.words.catalog import NC_

VOICES = ("everyday", "sdg", "rights")

RIGHTS = (
    NC_("voice:rights|role", "Participant"),
    NC_("voice:rights|role", "Official"),
    NC_("voice:rights", "Promises made"),
    NC_("voice:rights", "No promise was recorded."),
)
SDG = (
    NC_("voice:sdg|document", "Participation summary"),
    NC_("voice:sdg", "Who was in the room, checked against the rules"),
)
