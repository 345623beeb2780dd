"""Strict YAML: every scalar is text, duplicate keys are refused, unknown fields are named with their place."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

T = TypeVar("T")


class BadData(Exception):
    """A data file breaks its schema: which file, which line or field, what is wrong, what to do."""

    def __init__(self, path: Path | str, where: str, what: str) -> None:
        self.path, self.where, self.what = str(path), where, what
        super().__init__(f"{path}{':' if where else ''}{where}: {what}")


class _Loader(yaml.CBaseLoader):
    """The base loader of libyaml (all scalars text) that refuses a key given twice."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in seen:
            mark = key_node.start_mark
            raise yaml.constructor.ConstructorError(None, None, f"key {key!r} is given twice; merge the two", mark)
        seen[key] = loader.construct_object(value_node, deep=True)
    return seen


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def load_plain(path: Path) -> Any:
    """Read a YAML file as plain dicts, lists and strings; raise BadData naming file and line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise BadData(path, str(mark.line + 1) if mark else "", error.problem or "not YAML") from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadData(path, "", str(error)) from None


def load_typed(path: Path, type_: type[T]) -> T:
    """Read a YAML file into a msgspec type; raise BadData naming file and field."""
    return typed(load_plain(path), type_, path)


def typed(plain: Any, type_: type[T], path: Path) -> T:
    """Convert what was read from a YAML file into a msgspec type; raise BadData naming file and field."""
    try:
        return msgspec.convert(plain, type_, strict=False)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        raise BadData(path, where.strip("`"), what) from None
