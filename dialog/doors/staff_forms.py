"""The fields of each kind of document, told to the console so that it can draw a form."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import inspect

from knowledge.types import KINDS

_LONG = {
    "answer",
    "closing",
    "conclusion",
    "conclusion_english",
    "description",
    "detail",
    "gist",
    "greeting",
    "intro",
    "next_step",
    "note",
    "object",
    "summary",
    "text",
    "what",
}
"""Fields that hold sentences rather than a name."""


class FieldForm(msgspec.Struct, frozen=True, omit_defaults=True):
    """One field. ``form``: text, long, number, yes_no, date, choice, lines (texts, one a line),
    numbers, group (``fields``), rows (a list of groups) or json."""

    name: str
    form: str
    required: bool = False
    optional: bool = False
    default: Any = None
    choices: tuple[str, ...] = ()
    fields: tuple[FieldForm, ...] = ()


def forms() -> dict[str, tuple[FieldForm, ...]]:
    """Every kind with its fields, in the order of the class."""
    return {kind: _fields(kept) for kind, kept in KINDS.items()}


def _fields(kept: type) -> tuple[FieldForm, ...]:
    described = inspect.type_info(kept)
    if not isinstance(described, inspect.StructType):
        raise TypeError(kept)
    return tuple(_field(field) for field in described.fields)


def _field(field: inspect.Field) -> FieldForm:
    described = field.type
    optional = False
    if isinstance(described, inspect.UnionType):
        optional = described.includes_none
        described = next(one for one in described.types if not isinstance(one, inspect.NoneType))
    form, choices, fields = _form(field.encode_name, described)
    default = None if isinstance(field.default, msgspec.NODEFAULT.__class__) else field.default
    return FieldForm(
        name=field.encode_name,
        form=form,
        required=field.required,
        optional=optional,
        default=default,
        choices=choices,
        fields=fields,
    )


def _form(name: str, described: inspect.Type) -> tuple[str, tuple[str, ...], tuple[FieldForm, ...]]:
    match described:
        case inspect.LiteralType():
            return "choice", tuple(str(value) for value in described.values), ()
        case inspect.BoolType():
            return "yes_no", (), ()
        case inspect.IntType():
            return "number", (), ()
        case inspect.DateType():
            return "date", (), ()
        case inspect.StructType():
            return "group", (), _fields(described.cls)
        case inspect.VarTupleType(item_type=inspect.StructType() as item):
            return "rows", (), _fields(item.cls)
        case inspect.VarTupleType(item_type=inspect.IntType()):
            return "numbers", (), ()
        case inspect.VarTupleType():
            return "lines", (), ()
        case inspect.StrType():
            return ("long" if name in _LONG else "text"), (), ()
        case _:
            return "json", (), ()
