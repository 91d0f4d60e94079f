"""What is printed is found again: searched, copied, read aloud, in every language and every weight."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrplanner.reports import fonts
from hrplanner.reports.blocks import Paragraph, Run, plain
from hrplanner.reports.breaking import words_of
from hrplanner.reports.plain import text_of
from tests.reports.pages import normal, paragraph, poppler_text, printed, read_back

TEXTS = {
    "en": "The ward’s record W5-2026-014: 42/84 known, “at most” 54/84; fiscal year 2083/84 – done.",
    "id": "Musyawarah perencanaan pembangunan: 42 dari 84 hadir, perempuan 12, anggaran Rp 640.000.",
    "fil": "Pagpupulong ng barangay: siyam na mañanamin, ₱640,000, ika-12 ng Mayo 2026.",
    "ne": "क्षेत्र राष्ट्रीय कार्यक्रम प्रकाशित गर्‍यो र्‍याम्प छ्‌वाल भन्‌छन् ज्येष्ठ नागरिक २०८३/८४ को माझगाउँ",
    "hi": "नज़दीकी क्षेत्र में राष्ट्रीय कार्यक्रम, शृंखला, ट्रैक्टर, द्वितीय ज्ञान, ऑफ़िस 2026",
    "bn": "ক্ষেত্র রাষ্ট্রীয় কার্যক্রম প্রকাশিত উঁচু পাড়ায় জিজ্ঞাসা প্রতিশ্রুতি সৎ ঢালু পথ ২০২৬ র‍্যাম্প",
    "ko": "가장 가까운 수도는 오르막길로 40분 거리에 있습니다. 주민총회 회의록 2026년",
}
ENTRIES = {
    "ne": "कार्यालय सचिव उपभोक्ता समितिले निर्णय हस्ताक्षर अपाङ्गता ढुङ्गा आर्थिक वर्ष स्वास्थ्य चौकी दृष्टिविहीन",
    "hi": "ग्राम सभा पंचायत प्रस्ताव स्वीकृत महिलाएँ विद्यार्थी ज़िम्मेदारी कृषि श्रमिक",
    "bn": "স্বাক্ষর উপস্থিতি নিরীক্ষক ইউনিয়ন পরিষদ কর্মকর্তা সিদ্ধান্ত বিদ্যুৎ গ্রাম",
    "ko": "결정 사항 담당 부서 기한 예산 서명 확인",
    "en": "office secretary decision signature fraction",
    "id": "kantor sekretaris keputusan tanda tangan",
    "fil": "tanggapan kalihim pasya lagda",
}


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("language", sorted(TEXTS))
def test_text_is_found_again_in_every_language(language: str, bold: bool) -> None:
    pdf = printed([paragraph(TEXTS[language], bold=bold)], language)
    assert read_back(pdf) == normal(TEXTS[language])
    poppler = poppler_text(pdf)
    assert poppler is None or normal(TEXTS[language]) in poppler


@settings(max_examples=25)
@given(st.data())
def test_words_of_all_languages_side_by_side_are_found_again(data: st.DataObject) -> None:
    words = [word for text in (*ENTRIES.values(), *TEXTS.values()) for word in text.split()]
    chosen = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=60))
    language = data.draw(st.sampled_from(sorted(TEXTS)))
    assert read_back(printed([paragraph(" ".join(chosen))], language)).split() == [normal(word) for word in chosen]


@pytest.mark.parametrize("text", ["<b>Rai</b> & <script>x</script> &amp;", "{name} %s \\n `code`", "a < b > c"])
def test_markup_in_a_name_is_printed_as_it_was_typed(text: str) -> None:
    assert read_back(printed([paragraph(text)])) == text


def test_a_weight_may_change_inside_a_word() -> None:
    assert read_back(printed([Paragraph((Run("Ma"), Run("jh", bold=True), Run("gaun")))])) == "Majhgaun"


def test_what_no_font_has_is_replaced_visibly_and_reported() -> None:
    block = paragraph("tap 😀 done \x07 \ud800")
    assert read_back(printed([block])) == "tap \ufffd done \ufffd \ufffd"
    assert fonts.family("en").uncovered(text_of([block])) == {"😀", "\x07", "\ud800"}


def test_invisible_marks_leave_no_trace() -> None:
    assert (
        read_back(printed([paragraph("soft\u00adhyphen zero\u200bwidth \u202eright\u202c")]))
        == "softhyphen zerowidth right"
    )


@pytest.mark.parametrize("text", ["W5-2026-014", "42/84", "2083/84", "2026-05-12", "12\u00a0May\u00a02026"])
def test_a_number_is_never_broken_over_two_lines(text: str) -> None:
    for filler in range(60, 110):
        pdf = printed([paragraph("x" * filler + " " + text)])
        assert text.replace("\u00a0", " ") in read_back(pdf)
        assert text.replace("\u00a0", " ") in (poppler_text(pdf) or read_back(pdf)) if filler % 25 == 0 else True


@settings(max_examples=30)
@given(st.text(max_size=400), st.sampled_from(sorted(TEXTS)))
def test_any_text_at_all_can_be_printed(text: str, language: str) -> None:
    assert printed([paragraph(text)], language).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    "text", ["word " * 40_000, "x" * 200_000, "राष्ट्रीय" * 22_000], ids=["words", "one word", "deva"]
)
def test_an_endless_paragraph_is_printed_in_seconds(text: str) -> None:
    begun = time.monotonic()
    pdf = printed([paragraph(text)], "ne")
    assert time.monotonic() - begun < 20
    assert read_back(pdf).replace(" ", "").count(text[0]) == text.count(text[0])


@pytest.mark.parametrize("text", ["33 %", "थपियो ।", "থামল ।", "why ?"])
def test_a_sign_that_clings_never_begins_a_line(text: str) -> None:
    own = fonts.family("ne")
    words = words_of(plain(f"one {text} two"), family=own, language="ne", weight="regular")
    assert ["".join(piece.text for piece in word.pieces) for word in words] == ["one", text, "two"]


def test_digits_follow_the_language_of_the_page() -> None:
    nepali, hindi = (
        fonts.family(code).first("regular").shape("५", rtl=False, language=code).glyphs[0].number
        for code in ("ne", "hi")
    )
    assert nepali != hindi
