"""The house style, as far as a program can see it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.source import Function, Module, in_rooms, modules

MACHINE_NAMES = ("Manager", "Helper", "Util", "Utils", "Handler", "Base", "Data", "Info")

CHANGING = {
    "add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove", "setdefault", "sort", "update",
}  # fmt: skip

# Who hands free keywords on, and why: parameters of a message are named by the message.
MAY_TAKE_KEYWORDS = {"say", "say_in", "count", "__init__"}


def test_every_module_says_what_belongs_in_it() -> None:
    silent = [module.place for module in modules() if len(ast.get_docstring(module.tree) or "") < 15]
    assert not silent


def test_names_come_from_the_meeting() -> None:
    assert not [
        module.at(found) for module in modules() for found in module.classes() if found.name.endswith(MACHINE_NAMES)
    ]


def test_values_of_the_model_are_frozen() -> None:
    loose = [
        module.at(found)
        for module in in_rooms("model", "words", "usecases", "viewmodels")
        for found in module.classes()
        for mark in found.decorator_list
        if _is_dataclass(mark) and not _is_frozen(mark)
    ]
    assert not loose


def test_no_module_keeps_state() -> None:
    assert not [
        module.at(node) for module in modules() for node in ast.walk(module.tree) if isinstance(node, ast.Global)
    ]
    changed = [
        f"hrplanner/{module.place}: {name}"
        for module in modules()
        for name in _constants(module) & {name for function in module.functions() for name in _changed_by(function)}
    ]
    assert not changed


def test_no_keywords_are_passed_through() -> None:
    free = [
        module.at(function)
        for module in modules()
        for function in module.functions()
        if function.args.kwarg is not None and function.name not in MAY_TAKE_KEYWORDS
    ]
    assert not free


def test_nothing_is_left_for_later() -> None:
    words = ("TO" + "DO", "FIX" + "ME", "Not" + "ImplementedError")
    assert not [f"{module.place}: {word}" for module in modules() for word in words if word in module.text]


def test_public_values_and_verbs_of_the_core_are_described() -> None:
    bare = [
        module.at(node)
        for module in in_rooms("model", "usecases")
        for node in module.tree.body
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_")
        if ast.get_docstring(node) is None
    ]
    assert not bare


def _is_dataclass(mark: ast.expr) -> bool:
    called = mark.func if isinstance(mark, ast.Call) else mark
    return isinstance(called, ast.Name | ast.Attribute) and ast.unparse(called).endswith("dataclass")


def _is_frozen(mark: ast.expr) -> bool:
    return isinstance(mark, ast.Call) and any(
        keyword.arg == "frozen" and isinstance(keyword.value, ast.Constant) and keyword.value.value is True
        for keyword in mark.keywords
    )


def _constants(module: Module) -> set[str]:
    targets = (
        target
        for node in module.tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    )
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _changed_by(function: Function) -> Iterator[str]:
    """The names whose content a function changes: `NAME.append(...)`, `NAME[key] = ...`."""
    own = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=verb)) if (
                verb in CHANGING and name not in own
            ):
                yield name
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()) if name not in own:
                yield name
