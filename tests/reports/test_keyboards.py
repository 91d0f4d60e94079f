"""A hand scanner on a computer with another keyboard: its codes are turned back, or the person is told what to do."""

import pytest

from hrplanner.model.errors import Refused
from hrplanner.reports.keyboards import as_sent

CODE = "HRP1:PM:W5-2026*a%E0.AZQWYM*-014:12:3/47:FVYRMQLO6JVAQCS2SPUX7TZKLY".upper()
US_SENT = "1234567890-/.:*%QWERTYUIOPASDFGHJKLZXCVBNM"
KEYBOARDS = {  # the same keys, one after the other
    "French": "&\u00e9\"'(-\u00e8_\u00e7\u00e0)!:M85AZERTYUIOPQSDFGHJKLWXCVBN?",
    "German": "1234567890\u00df-.\u00d6(%QWERTZUIOPASDFGHJKLYXCVBNM",
    "Spanish": "1234567890'-.\u00d1(%QWERTYUIOPASDFGHJKLZXCVBNM",
}


@pytest.mark.parametrize("keyboard", KEYBOARDS)
def test_a_code_comes_back_from_another_keyboard(keyboard: str) -> None:
    typed = CODE.translate(str.maketrans(US_SENT, KEYBOARDS[keyboard]))
    assert typed != CODE
    assert as_sent(typed) == CODE


def test_a_code_in_the_letters_of_another_script_is_told_how_to_be_scanned() -> None:
    nepali = (
        "\u0939\u0930\u092a\u0967:\u092e:\u0935\u096b-\u0968\u0966\u0968\u096c-\u0966\u0967\u096a:\u0967:\u0967/\u0968"
    )
    with pytest.raises(Refused) as refused:
        as_sent(nepali)
    assert refused.value.code == "scanner_on_other_keyboard"


@pytest.mark.parametrize("text", ["", "zoo zoo zoo zoo zoo wrong", "HRP1:M:X:1:1/1:A", "hrp1:m:x:1:1/1:a", "Guten Tag"])
def test_anything_else_stays(text: str) -> None:
    assert as_sent(text) == text
