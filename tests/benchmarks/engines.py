"""One engine prints one document in a process of its own and says how long it took and how much memory it held.

Run as `python -m tests.benchmarks.engines <engine> <document> <file>`. Building and the engine's own imports count, the
start of Python does not. Every engine gets the same words, fonts, sizes and widths, and tags what it can.
"""

from __future__ import annotations

import html
import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from hrplanner.places import resources
from tests.benchmarks.printed_documents import Heading, Part, Rows, Text, document

FONTS = resources() / "fonts"
FAMILIES = ("Noto Sans", "Noto Sans Devanagari", "Noto Sans Bengali", "NanumGothic")


def ours(parts: Sequence[Part]) -> bytes:
    """Tagged PDF/A-2a and PDF/UA-1, after pikepdf."""
    from hrplanner.reports import blocks
    from hrplanner.reports.layout import render
    from tests.reports.pages import frame

    def block(part: Part) -> blocks.Block:
        if isinstance(part, Heading):
            return blocks.Heading(part.text)
        if isinstance(part, Text):
            return blocks.Paragraph(blocks.plain(part.text))
        rows = tuple(tuple(blocks.plain(cell) for cell in row) for row in part.rows[1:])
        columns = len(part.rows[0])
        return blocks.Table(part.rows[0], rows, (170 / columns,) * columns)

    return render([block(part) for part in parts], frame())


def typst(parts: Sequence[Part]) -> bytes:
    """Tagged PDF/A-2a and PDF/UA-1."""
    import typst as engine

    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False)

    def markup(part: Part) -> str:
        if isinstance(part, Heading):
            return f"#heading(level: 1, {quoted(part.text)})"
        if isinstance(part, Text):
            return f"#par(text({quoted(part.text)}))"
        head = ", ".join(quoted(cell) for cell in part.rows[0])
        cells = ", ".join(quoted(cell) for row in part.rows[1:] for cell in row)
        return f"#table(columns: (1fr,) * {len(part.rows[0])}, stroke: none, table.header({head}), {cells})"

    families = ", ".join(quoted(name) for name in FAMILIES)
    setup = (
        f'#set document(title: "T")\n#set text(font: ({families}), size: 10pt, lang: "en")\n'
        '#set page(paper: "a4", margin: (left: 24mm, right: 16mm, top: 21mm, bottom: 33mm))\n'
    )
    source = (setup + "\n\n".join(markup(part) for part in parts)).encode()
    made = engine.compile(
        source, font_paths=[str(FONTS)], ignore_system_fonts=True, format="pdf", pdf_standards=["a-2a", "ua-1"]
    )
    return bytes(made)


def weasyprint(parts: Sequence[Part]) -> bytes:
    """Tagged PDF/UA-1."""
    import weasyprint as engine

    def markup(part: Part) -> str:
        if isinstance(part, Heading):
            return f"<h1>{html.escape(part.text)}</h1>"
        if isinstance(part, Text):
            return f"<p>{html.escape(part.text)}</p>"
        head = "".join(f"<th>{html.escape(cell)}</th>" for cell in part.rows[0])
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in part.rows[1:]
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    families = ", ".join(f"'{name}'" for name in FAMILIES)
    style = (
        "@page{size:A4;margin:21mm 16mm 33mm 24mm} table{width:100%;table-layout:fixed}"
        f"body{{font:10pt/14.5pt {families}}} h1{{font-size:12.5pt}}"
    )
    page = "".join(markup(part) for part in parts)
    source = f'<html lang="en"><head><title>T</title><style>{style}</style></head><body>{page}</body></html>'
    return bytes(engine.HTML(string=source).write_pdf(pdf_variant="pdf/ua-1"))


def fpdf2(parts: Sequence[Part]) -> bytes:
    """Shaped by HarfBuzz, without tags: it has none."""
    import logging

    import fpdf

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    page = fpdf.FPDF(format="A4")
    page.set_margins(24, 21, 16)
    page.set_auto_page_break(auto=True, margin=33)
    names = {"latin": "NotoSans", "deva": "NotoSansDevanagari", "beng": "NotoSansBengali"}
    for name, folder in names.items():
        page.add_font(name, fname=str(FONTS / folder / f"{folder}-Regular.ttf"))
        page.add_font(name, "B", str(FONTS / folder / f"{folder}-Bold.ttf"))
    page.add_font("kore", fname=str(FONTS / "NanumGothic" / "NanumGothic.ttf"))
    page.add_font("kore", "B", str(FONTS / "NanumGothic" / "NanumGothicBold.ttf"))
    page.set_fallback_fonts(["deva", "beng", "kore"])
    page.set_text_shaping(use_shaping_engine=True)
    page.add_page()
    for part in parts:
        page.set_font("latin", size=12.5 if isinstance(part, Heading) else 10)
        if isinstance(part, Rows):
            with page.table() as table:
                for cells in part.rows:
                    row = table.row()
                    for cell in cells:
                        row.cell(cell)
        else:
            page.multi_cell(0, 5.1, part.text, align="L", new_x="LMARGIN", new_y="NEXT")
    return bytes(page.output())


ENGINES: dict[str, Callable[[Sequence[Part]], bytes]] = {
    "ours": ours,
    "typst": typst,
    "weasyprint": weasyprint,
    "fpdf2": fpdf2,
}


def main(engine: str, name: str, file: str) -> None:
    """Print, keep the file, and say seconds and megabytes as JSON."""
    parts = document(name)
    begun = time.perf_counter()
    data = ENGINES[engine](parts)
    seconds = time.perf_counter() - begun
    Path(file).write_bytes(data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    measured = {
        "seconds": seconds,
        "processor": time.process_time(),
        "megabytes": peak,
        "kilobytes": len(data) / 1024,
    }
    print(json.dumps(measured))


if __name__ == "__main__":
    main(*sys.argv[1:])
