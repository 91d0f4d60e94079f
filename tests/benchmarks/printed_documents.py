"""What the engines are given to print: headings, paragraphs and tables in six languages, the same for every engine."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

SENTENCES = {
    "en": "The nearest tap is forty minutes uphill and the queue begins at four in the morning, so the ward decided to "
    "lay 600 m of pipe (record W5-2026-014, 42/84 present).",
    "id": "Musyawarah memutuskan pembangunan jalan setapak menuju pasar karena 54 dari 84 warga yang hadir memintanya.",
    "fil": "Napagkasunduan ng barangay na ayusin ang daanan ng tubig bago sumapit ang tag-ulan sa buwan ng Hunyo.",
    "ne": "वडा कार्यालयले २०८३/८४ को आर्थिक वर्षभित्र माझगाउँको खानेपानी योजना सम्पन्न गर्ने "
    "प्रतिबद्धता जनायो र ज्येष्ठ नागरिकलाई प्राथमिकता दियो ।",
    "bn": "ইউনিয়ন পরিষদ পরবর্তী অর্থবছরের মধ্যে উঁচু পাড়ায় বিশুদ্ধ পানির ব্যবস্থা করার প্রতিশ্রুতি দিয়েছে এবং কর্মকর্তা স্বাক্ষর করেছেন।",
    "ko": "가장 가까운 수도는 오르막길로 40분 거리에 있어 주민총회는 예산 범위에서 배수관을 먼저 "
    "놓기로 결정하였습니다.",
}
ROWS_OF_A_SHEET = 1000


@dataclass(frozen=True, slots=True)
class Heading:
    """The start of a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A table; the first row is its head."""

    rows: tuple[tuple[str, ...], ...]


Part = Heading | Text | Rows


def document(name: str) -> list[Part]:
    """One of "minutes" (2 pages), "record" (40 pages), "sheet" (1,000 rows), or "pages-<n>", a record of n pages."""
    if name == "minutes":
        return [part for number in range(2) for part in _section(number, random.Random(number))][:-2]
    if name == "sheet":
        return [Heading("Register"), Rows(tuple(_sheet()))]
    pages = 40 if name == "record" else int(name.removeprefix("pages-"))
    chance = random.Random(1)
    return [part for number in range(pages * 37 // 40 + 1) for part in _section(number, chance)]


def _section(number: int, chance: random.Random) -> Iterator[Part]:
    yield Heading(f"{number + 1}. Session of ward {number % 9 + 1}")
    for text in SENTENCES.values():
        yield Text(" ".join(_shuffled(text, chance) for _ in range(2)))
    head = ("Language", "Said", "Count", "Share")
    yield Rows((head, *(_row(line, chance) for line in range(12))))


def _row(line: int, chance: random.Random) -> tuple[str, ...]:
    code, text = list(SENTENCES.items())[line % len(SENTENCES)]
    return code, " ".join(_shuffled(text, chance).split()[:6]), str(chance.randrange(200)), f"{line}/{line + 9}"


def _sheet() -> Iterator[tuple[str, ...]]:
    chance = random.Random(2)
    yield ("No.", "Name", "Tole", "Said", "Remark")
    texts = [text.split() for text in SENTENCES.values()]
    for line in range(ROWS_OF_A_SHEET):
        words = texts[line % len(texts)]
        yield (str(line + 1), *(" ".join(chance.choices(words, k=count)) for count in (2, 1, 4, 2)))


def _shuffled(text: str, chance: random.Random) -> str:
    words = text.split()
    chance.shuffle(words)
    return " ".join(words)
