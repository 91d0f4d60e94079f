"""What is more than text: totals in large figures, shares with bars, the legend, rules and verdicts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hrplanner.reports import blocks, fonts, marks, qr
from hrplanner.reports.blocks import Bounds, Run, Runs, plain
from hrplanner.reports.boxes import MM, Box, Cell, Figure, Row, Stack
from hrplanner.reports.paragraph import Paragraph, style
from hrplanner.reports.pdf import Canvas
from hrplanner.reports.tables import Grid, Lines, fitted
from hrplanner.reports.tagging import Element

WIDTH = 170 * MM
_SHARE_BAR = 2.8 * MM
_RULE_BAR = 3.8 * MM
_BAR_GAP = 3.5 * MM
_RULE_COLUMN = 28 * MM
_BAR_COLUMN = 54 * MM


def totals(block: blocks.Totals, language: str, root: Element) -> Box:
    """Numbers of one size side by side, the difference in words under each."""
    gap = 6 * MM
    column = (WIDTH - gap * (len(block.counts) - 1)) / len(block.counts)
    cells: list[Cell] = []
    for index, total in enumerate(block.counts):
        number, wide = _number(total, language, root.add("P"), column)
        words = Stack(
            [
                Paragraph((Run(total.word, bold=True),), style(language, "table"), root.add("P"), before=0.0),
                Paragraph(plain(total.remark), style(language, "small"), root.add("P")),
            ]
        )
        x = index * (column + gap)
        cells.append(Cell(x, wide, number))
        cells.append(Cell(x + wide, column - wide, _lowered(words, 2.5 * MM)))

    def behind(canvas: Canvas, x: float, top: float, _tall: float) -> None:
        marks.rule(canvas, x, top + 0.6 * MM, WIDTH, marks.HEAVY)

    return Row(cells, before=4.0 + 0.6 * MM, after=2.0, behind=behind, floor=14.9 * MM)


def _number(total: blocks.Total, language: str, element: Element, column: float) -> tuple[Paragraph, float]:
    """The number as large as its column allows, and how much of the column it takes."""
    most = column * 0.62
    for use in ("number", "title", "heading") if total.known else ("heading",):
        number = Paragraph(plain(total.number), style(language, use, weight="bold", beside="number"), element)
        wide = max(20.5 * MM, number.natural_width() + 3 * MM)
        if wide <= most:
            return number, wide
    return number, most


def share_table(block: blocks.ShareTable, language: str, root: Element) -> Box:
    """One row a group; every bar runs from 0 to the whole of its own base, the count stands under it."""
    tree = root.add("Table")
    places = _share_places(block, language)

    def head(line: Element | None) -> Row:
        bases = [(Run(f"{word}\n", bold=True), Run(base)) for word, base in block.bases]
        texts: list[Runs] = [*((Run(text, bold=True),) for text in block.head), *bases]
        kinds = [style(language, "table"), *(style(language, "small", align="end"),) * 2]
        kinds += [style(language, "small")] * len(block.bases)
        return Row(
            [
                Cell(x, width, Paragraph.noted(runs, kind, line and line.add("TH", trait="column")), "bottom")
                for (x, width), runs, kind in zip(places, texts, kinds, strict=True)
            ]
        )

    first = head(tree.add("TR"))
    bases = [f"{word} {base}" for word, base in block.bases]
    rows = [_share_row(each, bases, places, language, tree) for each in block.rows]
    return Grid(rows, first, head(None), pad=2.0, before=2.0)


def _share_places(block: blocks.ShareTable, language: str) -> list[tuple[float, float]]:
    """Where the columns begin and how wide they are; all bars are of one width, and no head is cut."""
    small, table = style(language, "small", weight="bold"), style(language, "table")
    words = [(plain(text), small) for text in block.head]
    needs = [Paragraph(runs, kind, None).longest_word() for runs, kind in words]
    for row in block.rows:
        told = (row.group, row.stated, row.not_known)
        needs = [
            max(need, Paragraph(plain(text), table, None).longest_word())
            for need, text in zip(needs, told, strict=True)
        ]
    count = len(block.bases)
    widest = max(Paragraph(plain(word), small, None).longest_word() for word, _ in block.bases)
    all_bars = WIDTH - (36 + 13 + 15.5) * MM
    needed = [*(min(need, 40 * MM) for need in needs), (widest + _BAR_GAP) * count]
    group, stated, unknown, all_bars = fitted([36 * MM, 13 * MM, 15.5 * MM, all_bars], needed)
    each = all_bars / count
    bars = [(WIDTH - all_bars + index * each + _BAR_GAP, each - _BAR_GAP) for index in range(count)]
    return [(0.0, group - 2 * MM), (group - 1 * MM, stated), (group + stated, unknown - 1 * MM), *bars]


def _share_row(
    row: blocks.ShareRow, bases: Sequence[str], places: Sequence[tuple[float, float]], language: str, tree: Element
) -> Row:
    line = tree.add("TR")
    words = [(row.group, "start", "TH"), (row.stated, "end", "TD"), (row.not_known, "end", "TD")]
    cells = [
        Cell(
            x,
            width,
            Paragraph.noted(text, style(language, "table", align=align), line.add(role, trait=_trait(role))),
            "middle",
        )
        for (x, width), (text, align, role) in zip(places, words, strict=False)
    ]
    for index, ((x, width), share, base) in enumerate(zip(places[len(words) :], row.shares, bases, strict=True)):
        cell = line.add("TD")
        drawn = share.hidden or share.bounds is not None
        figure = cell.add("Figure", alt=f"{row.group}, {base}: {share.text}") if drawn else None
        text = Paragraph.noted(share.text, style(language, "small"), cell)
        cells.append(Cell(x, width, Stack([_share_bar(share, row.came if index else None, figure), text])))
    return Row(cells, floor=8.2 * MM)


def _trait(role: str) -> str | None:
    return "row" if role == "TH" else None


def _share_bar(share: blocks.Share, came: float | None, figure: Element | None) -> Box:
    def drawing(canvas: Canvas, x: float, top: float, width: float) -> None:
        low = top - 1.6 * MM - _SHARE_BAR
        with canvas.content(figure):
            if share.hidden:
                marks.hidden_bar(canvas, x, low, width, _SHARE_BAR)
            elif share.bounds is not None:
                marks.bar(canvas, x, low, width, _SHARE_BAR, share.bounds)
                if came is not None:
                    marks.reference(canvas, x + came * width, low + _SHARE_BAR)

    return Figure(1.6 * MM + _SHARE_BAR, drawing)


def legend(block: blocks.Legend, language: str, root: Element) -> Box:
    """The signs with their words, as many in a line as fit."""
    kind = style(language, "small")
    lines: list[list[Cell]] = [[]]
    x = 0.0
    for sign, text in block.items:
        words = Paragraph.noted(text, kind, root.add("P"))
        sign_width = 9.0 if sign == "reference" else 20.0
        wide = min(words.natural_width() + 1, WIDTH - sign_width)
        if x and x + sign_width + wide > WIDTH:
            lines.append([])
            x = 0.0
        lines[-1].append(Cell(x, sign_width, Figure(kind.type.leading, _sign(sign, kind.type.leading))))
        lines[-1].append(Cell(x + sign_width, wide, words))
        x += sign_width + wide + 4 * MM
    return Stack([Row(line) for line in lines if line], before=4.0, together=True)


def verdicts(block: blocks.Verdicts, language: str, root: Element) -> Box:
    """Mark and word, title and exact count, bar; the sentence of law below."""
    rows = [Row([Cell(0.0, WIDTH, _verdict(each, language, root))]) for each in block.rows]
    return Grid(rows, lines=Lines(top=marks.THIN), pad=3.0, before=3.0)


def verdict_line(block: blocks.VerdictLine, language: str, root: Element) -> Box:
    """A verdict in one sentence."""
    kind = style(language, "body")
    text = Paragraph((Run(f"{block.word}. ", bold=True), Run(block.text)), kind, root.add("P"))
    mark = _mark(block.mark, kind.type.leading, 10.0)
    return Row([Cell(0.0, 6 * MM, mark), Cell(6 * MM, WIDTH - 6 * MM, text)], after=2.5)


def facts(block: blocks.Facts, language: str, root: Element) -> Box:
    """Labels and values with lines between, and the codes with their captions at the right."""
    codes = [(code, qr.matrix(code.text)) for code in (block.code, block.signed) if code is not None]
    asides = [drawn.side + 2 * drawn.quiet for _, drawn in codes]
    wide = WIDTH - (sum(asides) + 4 * MM if codes else 0.0)
    rows = Grid(_fact_rows(block, wide, language, root), lines=Lines(top=0, bottom=0), pad=2.0)
    cells = [Cell(0.0, wide, rows)]
    x = WIDTH - sum(asides)
    for (code, drawn), aside in zip(codes, asides, strict=True):
        cells.append(Cell(x, aside, plain_words_code(code, drawn, language, root)))
        x += aside
    return Grid([Row(cells)], lines=Lines(top=marks.HEAVY, bottom=marks.HEAVY), pad=1.0, before=6.0, after=6.0)


def _fact_rows(block: blocks.Facts, wide: float, language: str, root: Element) -> list[Row]:
    tree = root.add("Table")
    table = style(language, "table")
    pairs = []
    for fact in block.rows:
        line = tree.add("TR")
        name = Paragraph((Run(fact.label, bold=True),), table, line.add("TH", trait="row"))
        pairs.append((name, Paragraph(fact.value, table, line.add("TD"))))
    least = (26 if fonts.hanging(language) else 24) * MM
    longest = max((name.longest_word() for name, _ in pairs), default=0.0) + 2 * MM
    label = min(max(least, longest), 45 * MM)
    return [Row([Cell(0.0, label - 2 * MM, name), Cell(label, wide - label, value)]) for name, value in pairs]


def _lowered(box: Box, by: float) -> Box:
    return Stack([Figure(by, lambda *_: None), box])


def _sign(sign: str, leading: float) -> Callable[[Canvas, float, float, float], None]:
    filled = {"known": Bounds(1, 1), "not_known": Bounds(0, 1), "others": Bounds(0, 0)}

    def drawing(canvas: Canvas, x: float, top: float, _width: float) -> None:
        low = top - leading / 2 - 3
        if sign == "reference":
            marks.reference(canvas, x + 3, low + 0.4)
        elif sign == "hidden":
            marks.hidden_bar(canvas, x, low, 16, 6)
        else:
            marks.bar(canvas, x, low, 16, 6, filled[sign])

    return drawing


def _mark(mark: str, leading: float, side: float) -> Figure:
    def drawing(canvas: Canvas, x: float, top: float, _width: float) -> None:
        marks.verdict(canvas, mark, x + 0.5, top - leading / 2 - side / 2 - 0.6, side)

    return Figure(leading, drawing)


def _verdict(block: blocks.Verdict, language: str, root: Element) -> Box:
    table, small = style(language, "table"), style(language, "small")
    word = Paragraph((Run(block.word, bold=True),), table, root.add("P"))
    middle = WIDTH - _RULE_COLUMN - (_BAR_COLUMN + 5 * MM if block.bounds else 0.0)
    title = Paragraph((Run(block.title, bold=True),), table, root.add("P"))
    finding = Paragraph(plain(block.finding), table, root.add("P"))
    cells = [
        Cell(0.0, 6 * MM, _mark(block.mark, table.type.leading, 11.0)),
        Cell(6 * MM, _RULE_COLUMN - 7 * MM, word),
        Cell(_RULE_COLUMN, middle, Stack([title, finding])),
    ]
    if block.bounds is not None:
        bar = _rule_bar(block, block.bounds, language, root)
        cells.append(Cell(WIDTH - _BAR_COLUMN, _BAR_COLUMN, bar))
    source = Paragraph(plain(block.source), small, root.add("P"))
    indented = Row([Cell(_RULE_COLUMN, WIDTH - _RULE_COLUMN, source)])
    return Stack([Row(cells), indented], together=True)


def _rule_bar(block: blocks.Verdict, bounds: Bounds, language: str, root: Element) -> Box:
    figure = root.add("Figure", alt=f"{block.title}: {block.finding}")
    small = style(language, "small")
    nothing = Paragraph(plain(bounds.nothing_text), style(language, "small", align="end"), root.add("P"))
    whole = Paragraph(plain(bounds.whole_text), small, root.add("P"))
    threshold = Paragraph(
        (Run(bounds.threshold_text, bold=True),), style(language, "small", align="center"), root.add("P")
    )
    tall = small.type.leading + _RULE_BAR + 9.5

    def drawing(canvas: Canvas, x: float, top: float, width: float) -> None:
        left, after = 13.0, max(14.0, whole.natural_width() + 3)
        long = width - left - after
        low = top - tall + 2.0
        with canvas.content(figure):
            marks.bar(canvas, x + left, low, long, _RULE_BAR, bounds)
        middle = low + _RULE_BAR / 2 + small.type.leading / 2
        nothing.draw(canvas, x - 3, middle, left)
        whole.draw(canvas, x + left + long + 3, middle, after)
        if bounds.threshold is not None:
            at = x + left + min(1.0, max(0.0, bounds.threshold)) * long
            threshold.draw(canvas, at - 40, top + 1.0, 80)

    return Figure(tall, drawing)


def plain_words_code(block: blocks.Code, code: qr.Matrix, language: str, root: Element) -> Box:
    element = root.add("Figure", alt=block.alt)

    def drawing(canvas: Canvas, x: float, top: float, _width: float) -> None:
        with canvas.content(element):
            qr.draw(canvas, code, x + code.quiet, top - code.quiet - code.side)

    caption = Paragraph(plain(block.caption), style(language, "small"), root.add("Caption"))
    quiet = Figure(code.side + 2 * code.quiet - 2, drawing)
    return Stack([quiet, Row([Cell(code.quiet, code.side + code.quiet, caption)])], together=True)
