"""Safe YAML in which no name stands twice in one mapping.

YAML forbids it; PyYAML keeps the last value and says nothing, and a line that somebody added above
is lost.
"""

from __future__ import annotations

from typing import Any, cast

import yaml

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DoubledKeyError(yaml.constructor.ConstructorError):
    """A name stands twice. ``problem`` says which, ``problem_mark`` where the second one is."""


class StrictLoader(_Safe):  # pyright: ignore[reportUntypedBaseClass]
    """The safe loader, of C where there is one: it keeps memory and time of a large file bounded,
    and makes no objects."""

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:  # noqa: FBT001, FBT002 — PyYAML's.
        """The mapping of a node. Raises ``DoubledKeyError``."""
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    raise DoubledKeyError(
                        None,
                        None,
                        f"`{key.value}` stands twice here; keep one of them",
                        key.start_mark,
                    )
                seen.add(key.value)
        return cast("Any", super().construct_mapping(node, deep=deep))
