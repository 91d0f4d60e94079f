"""How far the minutes of a session are, in words: for the head, the steps, the page Print and the terminal."""

from hrplanner.model.minutes import MinutesStep, Stage
from hrplanner.model.minutes_life import Life
from hrplanner.model.record.changes import FieldChange
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels

_CHANGES_SHOWN = 12


def state_said(words: Catalog, life: Life) -> str:
    """Where the record stands, in a few words."""
    if life.version is None:
        return labels.word(words, "minutes", "draft")
    version = words.say("Version {n}", n=life.version)
    stage = labels.word(words, "minutes", str(life.stage)) if life.stage else words.say("Printed")
    said = words.say("{version}: {stage}", version=version, stage=stage.lower())
    return words.say("{state}, changed since", state=said) if life.changed else said


def life_lines(words: Catalog, life: Life) -> tuple[str, ...]:
    """The state, the steps that were noted, and what has changed since."""
    if life.version is None:
        return (words.say("Nothing was printed of this session yet."),)
    steps = (step_said(words, one) for one in life.steps)
    changed = changed_lines(words, life)
    return (f"{state_said(words, life)}.", *steps, *changed)


def changed_lines(words: Catalog, life: Life) -> tuple[str, ...]:
    """One line for each field that says something else than the last version, which is kept as it was."""
    if not life.changed:
        return ()
    head = words.count(
        "{n} field has changed since version {version}, which is kept as it was:",
        "{n} fields have changed since version {version}, which is kept as it was:",
        len(life.changed),
        version=life.version or 0,
    )
    lines = [f"  {change_said(words, one)}" for one in life.changed[:_CHANGES_SHOWN]]
    more = len(life.changed) - _CHANGES_SHOWN
    return (head, *lines, *([f"  {words.count('and {n} more', 'and {n} more', more)}"] if more > 0 else []))


def change_said(words: Catalog, change: FieldChange) -> str:
    """One field: what it said in the version, and what it says now."""
    nothing = words.say_in("change", "nothing")
    return words.say(
        "{field}: {before}, now {after}",
        field=field_said(words, change.path),
        before=change.before or nothing,
        after=change.after or nothing,
    )


def field_said(words: Catalog, path: tuple[str, ...]) -> str:
    """The words of a field, with the name of its row where it has one."""
    row = path[1] if len(path) > 1 else ""
    return f"{labels.word(words, 'field', path[::2][-1])} {row}".strip()


def step_said(words: Catalog, step: MinutesStep) -> str:
    """One step, with its day, office and note."""
    stage = labels.word(words, "minutes", str(step.stage))
    parts = [words.say("Version {n}", n=step.version), stage.lower() if step.stage is not Stage.CORRECTED else stage]
    parts += [words.date(step.date)] if step.date else []
    parts += [part for part in (step.office, step.note) if part]
    how = (
        (words.say("language: {said}", said=step.language or ""), step.language),
        (words.say("interpreter: {said}", said=step.interpreter or ""), step.interpreter),
        (words.say("witness: {said}", said=step.witness or ""), step.witness),
        (words.say("objections: {said}", said=step.objections or ""), step.objections),
    )
    parts += [said for said, given in how if given]
    return "  " + ", ".join(parts)
