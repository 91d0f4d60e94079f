"""Names of months as written and as found in records; the Gregorian names of other languages come from Babel."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

BS_MONTHS_EN = (
    "Baisakh", "Jestha", "Asar", "Shrawan", "Bhadra", "Asoj",
    "Kartik", "Mangsir", "Poush", "Magh", "Falgun", "Chaitra",
)  # fmt: skip
BANGLA_MONTHS = (
    "বৈশাখ", "জ্যৈষ্ঠ", "আষাঢ়", "শ্রাবণ", "ভাদ্র", "আশ্বিন", "কার্তিক", "অগ্রহায়ণ", "পৌষ", "মাঘ", "ফাল্গুন", "চৈত্র",
)  # fmt: skip
BANGLA_MONTHS_EN = (
    "Boishakh", "Joishtho", "Asharh", "Srabon", "Bhadro", "Ashwin",
    "Kartik", "Ogrohayon", "Poush", "Magh", "Falgun", "Choitro",
)  # fmt: skip
BS_MONTHS_NE = ("वैशाख", "जेठ", "असार", "साउन", "भदौ", "असोज", "कात्तिक", "मंसिर", "पुस", "माघ", "फागुन", "चैत")
BS_MONTHS_IN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ne": BS_MONTHS_NE,
        "bn": BANGLA_MONTHS,
        "hi": (
            "बैशाख", "ज्येष्ठ", "आषाढ़", "श्रावण", "भाद्रपद", "आश्विन", "कार्तिक", "मार्गशीर्ष", "पौष", "माघ", "फाल्गुन", "चैत्र",
        ),
        "ko": (
            "바이사크", "제스타", "아사르", "슈라완", "바드라", "아소즈",
            "카르틱", "망시르", "포우시", "마그", "팔군", "차이트라",
        ),
    }
)  # fmt: skip

# Spellings seen in records and on forms beside those above, in lower case.
_BS_SPELLINGS = (
    ("बैशाख", "बैसाख", "वैसाख", "baishakh", "baishak", "vaisakh"),
    ("ज्येष्ठ", "जेष्ठ", "jeth", "jeshtha", "jyeshtha", "জৈষ্ঠ", "joistho"),
    ("आषाढ", "अषाढ", "ashadh", "asadh", "ashar"),
    ("श्रावण", "सावन", "saun", "sawan", "shravan", "srabon", "shrabon"),
    ("भाद्र", "bhadau", "bhadra"),
    ("आश्विन", "अश्विन", "ashwin", "aswin", "ashoj"),
    ("कार्तिक", "kattik"),
    ("मङ्सिर", "मार्ग", "mansir", "marga", "ogrohayon", "agrahayan"),
    ("पौष", "pus", "paush", "push"),
    ("माघ",),
    ("फाल्गुन", "फाल्गुण", "phagun", "phalgun", "fagun"),
    ("चैत्र", "chait", "chaitra"),
)


def _numbered(*rows: tuple[str, ...]) -> dict[str, int]:
    return {
        unicodedata.normalize("NFC", name.lower()): number for row in rows for number, name in enumerate(row, start=1)
    }


BS_MONTHS: Mapping[str, int] = MappingProxyType(
    _numbered(BS_MONTHS_EN, BANGLA_MONTHS_EN, *BS_MONTHS_IN.values())
    | {name: number for number, row in enumerate(_BS_SPELLINGS, start=1) for name in row}
)
GREGORIAN_MONTHS: Mapping[str, int] = MappingProxyType(
    _numbered(MONTHS_EN, tuple(name[:3] for name in MONTHS_EN)) | {"sept": 9}
)
