"""Blocks as one file of HTML that needs no network: read by any browser and screen reader, pasted into a document.

The same words in the same order as on paper. Signs and bars are pictures beside words that say the same, hidden from
screen readers; nothing in it runs, nothing is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from html import escape

from hrplanner.reports import blocks, hand, qr
from hrplanner.reports.blocks import Block, Bounds, Runs
from hrplanner.reports.page import Part
from hrplanner.words.languages import language as language_of

_STYLE = """
body { font-family: "Noto Sans", sans-serif; font-size: 100%; line-height: 1.6; color: #000; background: #fff;
  max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.8rem; line-height: 1.35; margin-bottom: .2rem; } h2 { font-size: 1.25rem; margin-top: 1.6rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; } caption { text-align: start; font-weight: bold; }
th, td { border-top: 1px solid #000; border-bottom: 1px solid #000; padding: .3rem .6rem .3rem 0; text-align: start;
  vertical-align: top; } .number { text-align: end; }
.form th, .form td { border: 1px solid #000; padding: .3rem .5rem; } .form td { height: 2.4rem; }
.frame { border: 2px solid #000; padding: .2rem 1rem; margin: 1rem 0; }
.head, .foot, .note { font-size: .9rem; } .head { border-bottom: 1px solid #000; } .foot { border-top: 1px solid #000; }
.warning { font-weight: bold; border: 3px solid #000; padding: .3rem .6rem; }
.decided { border-inline-start: 4px solid #000; padding-inline-start: .6rem; }
.item { border-top: 2px solid #000; padding-top: .6rem; } .large { font-size: 1.5em; font-weight: bold; }
ol, ul { list-style: none; padding-inline-start: 1.2rem; text-indent: -1.2rem; } li { margin: .2rem 0; }
.page { break-before: page; }
.text-large { font-size: 150%; }
@media print { body { margin: 0; max-width: none; } tr, .item { break-inside: avoid; } }
"""
# Signs that turn the order of reading round are left out, as on paper.
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
_NO_CHARACTER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SIGNS = {"met": "\u2714", "not_met": "\u2718", "cannot_determine": "?", "not_applicable": "\u2013", "waived": "/"}


def html_of(parts: Sequence[Part], *, title: str, large: bool = False) -> str:
    """A whole file of one or more documents."""
    size = ' class="text-large"' if large else ""
    speech = language_of(parts[0].frame.language)
    return (
        f'<!DOCTYPE html>\n<html lang="{speech.code}" dir="{speech.direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_said(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body{size}>\n<main>\n"
        + "\n".join(_article(part) for part in parts)
        + "\n</main>\n</body>\n</html>\n"
    )


def content_of(content: Sequence[Block]) -> str:
    """The elements of the blocks alone."""
    return "\n".join(piece for block in content for piece in _pieces(block))


def _article(part: Part) -> str:
    """One document: warnings and its head, its blocks, its foot."""
    warned = "".join(f'<p class="warning">{_said(text)}</p>\n' for text in part.warnings)
    head = f'{warned}<p class="head">{" &#183; ".join(map(_said, part.frame.head_words))}</p>'
    foot = "".join(f'<p class="foot">{_said(text)}</p>\n' for text in part.foot)
    return f"<article>\n{head}\n{content_of(part.content)}\n{foot}</article>"


@singledispatch
def _pieces(block: Block) -> Iterator[str]:
    """The elements of one block; text blocks first, figures below."""
    raise TypeError(type(block).__name__)


@_pieces.register
def _(block: blocks.Title) -> Iterator[str]:
    yield f"<h1>{_said(block.text)}</h1>"


@_pieces.register
def _(block: blocks.Subtitle) -> Iterator[str]:
    yield f"<p>{_said(block.text)}</p>"


@_pieces.register
def _(block: blocks.Heading) -> Iterator[str]:
    number = "" if block.number is None else f"{_said(block.number)} "
    yield f"<h2>{number}{_said(block.text)}</h2>"


@_pieces.register
def _(block: blocks.Paragraph) -> Iterator[str]:
    yield f"<p>{_runs(block.runs)}</p>"


@_pieces.register
def _(block: blocks.Note) -> Iterator[str]:
    yield f'<p class="note">{_runs(block.runs)}</p>'


@_pieces.register
def _(block: blocks.Labelled) -> Iterator[str]:
    kind = ' class="decided"' if block.decided else ""
    yield f"<p{kind}><strong>{_said(block.label)}</strong> {_runs(block.runs)}</p>"


@_pieces.register
def _(block: blocks.Points) -> Iterator[str]:
    kind, told = "ol" if block.numbers else "ul", zip(block.signs, block.points, strict=True)
    points = "".join(f"<li>{_said(sign)} {_runs(point)}</li>" for sign, point in told)
    yield f'<{kind} role="list">{points}</{kind}>'


@_pieces.register
def _(block: blocks.Footnotes) -> Iterator[str]:
    for mark, text in block.notes:
        yield f'<p class="note" role="doc-footnote">{_said(mark)} {_said(text)}</p>'


@_pieces.register
def _(block: blocks.VerdictLine) -> Iterator[str]:
    yield f"<p>{_sign(block.mark)}<strong>{_said(block.word)}.</strong> {_said(block.text)}</p>"


@_pieces.register
def _(block: blocks.KeepTogether) -> Iterator[str]:
    for each in block.blocks:
        yield from _pieces(each)


@_pieces.register
def _(block: blocks.Section) -> Iterator[str]:
    inside = (*_pieces(block.heading), *(piece for each in block.blocks for piece in _pieces(each)))
    yield f"<section>{''.join(inside)}</section>"


@_pieces.register
def _(block: blocks.Framed) -> Iterator[str]:
    inside = "".join(piece for each in block.blocks for piece in _pieces(each))
    yield f'<div class="frame">{inside}</div>'


@_pieces.register
def _(block: blocks.Code) -> Iterator[str]:
    yield f"<figure>{_code(block)}<figcaption>{_said(block.caption)}</figcaption></figure>"


@_pieces.register
def _(block: blocks.Facts) -> Iterator[str]:
    rows = (f'<th scope="row">{_said(fact.label)}</th><td>{_runs(fact.value)}</td>' for fact in block.rows)
    yield _table("", rows)
    for code in (block.code, block.signed):
        if code is not None:
            yield from _pieces(code)


@_pieces.register
def _(block: blocks.Totals) -> Iterator[str]:
    for total in block.counts:
        words = f"<strong>{_said(total.word)}</strong> {_said(total.remark)}"
        yield f'<p><span class="large">{_said(total.number)}</span> {words}</p>'


@_pieces.register
def _(block: blocks.Table) -> Iterator[str]:
    kinds = [' class="number"' if at in block.numeric else "" for at in range(len(block.head))]
    head = "".join(f'<th scope="col"{kind}>{_said(text)}</th>' for kind, text in zip(kinds, block.head, strict=True))
    rows = (
        "".join(f"<td{kind}>{_runs(cell)}</td>" for kind, cell in zip(kinds, row, strict=True)) for row in block.rows
    )
    yield _table(head, rows)


@_pieces.register
def _(block: hand.Form) -> Iterator[str]:
    head = "".join(f'<th scope="col">{_said(text)}</th>' for text in block.head)
    rows = ("".join(f"<td>{_said(cell)}</td>" for cell in row) for row in block.rows)
    yield _table(head, rows, kind="form")


@_pieces.register
def _(block: blocks.ShareTable) -> Iterator[str]:
    texts = (*block.head, *(f"{word} {base}" for word, base in block.bases))
    head = "".join(f'<th scope="col">{_said(text)}</th>' for text in texts)
    yield _table(head, (_share_cells(row) for row in block.rows))


@_pieces.register
def _(block: blocks.Legend) -> Iterator[str]:
    filled = {"known": Bounds(1, 1), "not_known": Bounds(0, 1), "others": Bounds(0, 0)}
    signed = (f"{_bar(filled[sign], 30) if sign in filled else ''}{_said(text)}" for sign, text in block.items)
    yield f'<p class="note">{"  ".join(signed)}</p>'


@_pieces.register
def _(block: blocks.Verdicts) -> Iterator[str]:
    for row in block.rows:
        yield f"<p>{_sign(row.mark)}<strong>{_said(row.word)}</strong> <strong>{_said(row.title)}</strong></p>"
        yield f"<p>{_said(row.finding)}</p>"
        if row.bounds is not None:
            ends = (row.bounds.nothing_text, row.bounds.whole_text, row.bounds.threshold_text)
            yield f'<p class="note">{_bar(row.bounds)}{" ".join(map(_said, ends))}</p>'
        yield f'<p class="note">{_said(row.source)}</p>'


@_pieces.register
def _(block: hand.Signatures) -> Iterator[str]:
    for place in block.places:
        texts = (f"<strong>{_said(place.office)}</strong>", _said(place.date_and_stamp), _said(place.remark))
        yield f"<p>{_WRITE}<br>{' &#160; '.join(texts)}</p>"


@_pieces.register
def _(block: hand.FillIn) -> Iterator[str]:
    yield f"<p>{' '.join(f'{_said(label)} {_WRITE}' for label in block.labels)}</p>"


@_pieces.register
def _(block: hand.Choices) -> Iterator[str]:
    box = '<span aria-hidden="true">\u2610</span> '
    yield f"<p>{' &#160; '.join(box + _said(word) for word in block.words)}</p>"


@_pieces.register
def _(block: blocks.Numbered) -> Iterator[str]:
    inside = "".join(piece for each in block.blocks for piece in _pieces(each))
    text = f'<p class="large">{_said(block.number)} {_said(block.text)}</p>'
    yield f'<div class="item">{text}{inside}</div>'


@_pieces.register
def _(_block: hand.NewPage) -> Iterator[str]:
    yield '<div class="page"></div>'


_WRITE = f'<span aria-hidden="true">{"_" * 24}</span>'


def _share_cells(row: blocks.ShareRow) -> str:
    first = f'<th scope="row">{_said(row.group)}</th><td>{_said(row.stated)}</td><td>{_said(row.not_known)}</td>'
    return first + "".join(
        f"<td>{_bar(share.bounds) if share.bounds is not None else ''}{_said(share.text)}</td>" for share in row.shares
    )


def _table(head: str, rows: Iterable[str], *, kind: str = "") -> str:
    top = f"<thead><tr>{head}</tr></thead>" if head else ""
    named = f' class="{kind}"' if kind else ""
    return f"<table{named}>{top}<tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"


def _bar(bounds: Bounds, width: int = 100) -> str:
    """Black is known, grey is not known; a line where a rule draws its own."""
    low, high = (round(min(1.0, max(0.0, share)) * width) for share in (bounds.low, bounds.high))
    line = ""
    if bounds.threshold is not None:
        at = round(min(1.0, max(0.0, bounds.threshold)) * width)
        line = f'<path d="M{at} -3v18" stroke="#000" stroke-width="2"/>'
    return (
        f'<svg aria-hidden="true" width="{width + 4}" height="16" viewBox="-2 -3 {width + 4} 18">'
        f'<rect width="{high}" height="10" fill="#999"/><rect width="{low}" height="10"/>'
        f'<rect width="{width}" height="10" fill="none" stroke="#000"/>{line}</svg> '
    )


def _code(block: blocks.Code) -> str:
    rows = qr.matrix(block.text).rows
    side = len(rows) + 2 * qr.QUIET
    path = "".join(
        f"M{x + qr.QUIET} {y + qr.QUIET}h1v1h-1z" for y, row in enumerate(rows) for x, black in enumerate(row) if black
    )
    return (
        f'<svg role="img" aria-label="{escape(block.alt)}" width="{side * 3}" height="{side * 3}" '
        f'viewBox="0 0 {side} {side}"><rect width="{side}" height="{side}" fill="#fff"/><path d="{path}"/></svg>'
    )


def _sign(mark: str) -> str:
    return f'<span aria-hidden="true">{_SIGNS[mark]}</span> '


def _runs(runs: Runs) -> str:
    return "".join(f"<strong>{_said(run.text)}</strong>" if run.bold else _said(run.text) for run in runs)


def _said(text: str) -> str:
    """A text as it is: every letter of it a letter, line ends kept, what is no character replaced visibly."""
    return escape(_UNSEEN.sub("", _NO_CHARACTER.sub("\ufffd", text))).replace("\n", "<br>")
