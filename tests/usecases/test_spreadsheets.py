"""What is pasted into a spreadsheet stays words, in the cells where it belongs."""

from hypothesis import given
from hypothesis import strategies as st

from hrplanner.usecases.spreadsheets import tabbed


def test_a_formula_is_text() -> None:
    assert tabbed([["Rahima", "=1+1"], ["@x", "-2"]]) == "Rahima\t'=1+1\n'@x\t'-2"


@given(st.lists(st.lists(st.text(), min_size=2, max_size=4), min_size=1, max_size=4))
def test_no_cell_breaks_its_row_or_runs(rows: list[list[str]]) -> None:
    pasted = [line.split("\t") for line in tabbed(rows).split("\n")]
    assert [len(line) for line in pasted] == [len(row) for row in rows]
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in pasted for cell in line)
