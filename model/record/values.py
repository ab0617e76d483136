"""Values to plain data and back, by their annotations: what the journal and the worker's answers are written in."""

import datetime
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from typing import Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Plain: TypeAlias = Any
"""Whatever `json` writes: None, bool, int, str, list, dict."""

TAG = "_"
"""The key under which a value of a union names its class."""


def to_plain(value: object) -> Plain:
    """`value` as data for JSON; fields that hold their default are left out."""
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, (tuple, list)):
        return [to_plain(part) for part in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return _plan(type(value)).write(value)


def from_plain(kind: type[T], data: Plain) -> T:
    """The value of class `kind` that `to_plain` made `data` of; ValueError, KeyError or TypeError if it did not."""
    made: T = _plan(kind).read(data)
    return made


class _Plan:
    """How one dataclass is written and read; made once per class, because every key pressed is written."""

    def __init__(self, kind: type) -> None:
        self.kind = kind
        hints = get_type_hints(kind)
        self.fields = [
            (f.name, _default(f), _writer(hints[f.name]), _reader(hints[f.name])) for f in fields(kind) if f.init
        ]

    def write(self, value: object) -> dict[str, Plain]:
        data: dict[str, Plain] = {}
        for name, default, write, _ in self.fields:
            own = getattr(value, name)
            if own is default or own == default:
                continue
            data[name] = own if own is None else write(own)
        return data

    def read(self, data: Plain) -> Any:
        if not isinstance(data, dict):
            raise TypeError(self.kind.__name__)
        own = {name: read(data[name]) for name, _, _, read in self.fields if name in data}
        return self.kind(**own)


_PLANS: dict[type, _Plan] = {}


def _plan(kind: type) -> _Plan:
    found = _PLANS.get(kind)
    if found is None:
        if not is_dataclass(kind):
            raise TypeError(kind)
        found = _PLANS[kind] = _Plan(kind)
    return found


def _default(field: Any) -> object:
    return field.default if field.default is not MISSING else MISSING


def _members(hint: Any) -> tuple[Any, ...] | None:
    if get_origin(hint) in {Union, types.UnionType}:
        return tuple(a for a in get_args(hint) if a is not type(None))
    return None


def _writer(hint: Any) -> Callable[[Any], Plain]:
    members = _members(hint)
    if members and len(members) > 1 and all(is_dataclass(m) for m in members):
        return _write_tagged
    if members and len(members) == 1:
        return _writer(members[0])
    if get_origin(hint) is tuple and get_args(hint)[-1] is Ellipsis:
        inner = _writer(get_args(hint)[0])
        return lambda value: [inner(part) for part in value]
    return to_plain


def _write_tagged(value: Any) -> Plain:
    return {TAG: type(value).__name__, **_plan(type(value)).write(value)}


def _reader(hint: Any) -> Callable[[Plain], Any]:
    members = _members(hint)
    if members is not None:
        inner = _reader(members[0]) if len(members) == 1 else _tagged(members)
        return lambda data: None if data is None else inner(data)
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple(get_args(hint))
    if origin is Literal:
        return _literal(get_args(hint))
    simple = _SIMPLE.get(hint)
    if simple is not None:
        return simple
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda data: _plan(hint).read(data)
    supertype = getattr(hint, "__supertype__", None)
    return _reader(supertype) if supertype else _refuse


def _tagged(members: tuple[Any, ...]) -> Callable[[Plain], Any]:
    by_name = {member.__name__: member for member in members}
    return lambda data: _plan(by_name[data[TAG]]).read(data)


def _tuple(args: tuple[Any, ...]) -> Callable[[Plain], Any]:
    if args[-1] is Ellipsis:
        inner = _reader(args[0])
        return lambda data: tuple(inner(part) for part in data)
    readers = [_reader(arg) for arg in args]
    return lambda data: tuple(read(part) for read, part in zip(readers, data, strict=True))


def _literal(allowed: tuple[Any, ...]) -> Callable[[Plain], Any]:
    def read(data: Plain) -> Any:
        if data not in allowed:
            raise ValueError(data)
        return data

    return read


def _exact(kind: type) -> Callable[[Plain], Any]:
    def read(data: Plain) -> Any:
        if type(data) is not kind:
            raise TypeError(kind.__name__)
        return data

    return read


def _refuse(data: Plain) -> Any:
    raise TypeError(type(data).__name__)


_SIMPLE: dict[Any, Callable[[Plain], Any]] = {
    str: _exact(str),
    int: _exact(int),
    bool: _exact(bool),
    Decimal: Decimal,
    datetime.date: datetime.date.fromisoformat,
    datetime.time: datetime.time.fromisoformat,
    datetime.datetime: datetime.datetime.fromisoformat,
}
