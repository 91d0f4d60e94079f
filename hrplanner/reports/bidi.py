"""The order of writing: levels by the Unicode bidirectional algorithm, and runs turned round for the eye."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TypeVar

from bidi import algorithm

Item = TypeVar("Item")

_TURNS = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_UNRANKED = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "B", ""})


def levels(text: str) -> list[int]:
    """One level a character, odd where it is read from right to left; what draws nothing follows its neighbour."""
    if not any(unicodedata.bidirectional(character) in _TURNS for character in set(text)):
        return [0] * len(text)
    kept = [index for index, character in enumerate(text) if unicodedata.bidirectional(character) not in _UNRANKED]
    storage = algorithm.get_empty_storage()
    ranked = "".join(text[index] for index in kept)
    storage["base_level"] = algorithm.get_base_level(ranked)
    storage["base_dir"] = "R" if storage["base_level"] else "L"
    algorithm.get_embedding_levels(ranked, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    found = dict(zip(kept, (character["level"] for character in storage["chars"]), strict=True))
    result: list[int] = []
    for index in range(len(text)):
        result.append(found.get(index, result[-1] if result else storage["base_level"]))
    return result


def in_visual_order(items: list[Item], level: Callable[[Item], int]) -> list[Item]:
    """Rule L2: from the highest level down to 1, turn round every run at that level or above."""
    ordered = list(items)
    for threshold in range(max((level(item) for item in ordered), default=0), 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and level(ordered[end]) >= threshold:
                end += 1
            ordered[start:end] = ordered[start:end][::-1]
            start = max(end, start + 1)
    return ordered
