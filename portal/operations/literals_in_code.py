"""Visible words in forms, models, choices and messages that are written as plain strings (floor 8)."""

import ast
from collections.abc import Iterator

# Parameters that a reader sees, of whatever is called.
_SHOWN_PARAMETERS = frozenset(
    {"label", "help_text", "verbose_name", "verbose_name_plural", "empty_label", "error_message"}
)
_SHOWN_DICTIONARIES = frozenset({"error_messages", "labels", "help_texts"})
_SHOWN_ATTRIBUTES = frozenset({"placeholder", "title", "aria-label", "alt"})
# Functions whose first words a reader sees: which argument holds them.
_SHOWING_CALLS = {
    "ValidationError": 0, "add_error": 1, "success": 1, "error": 1, "warning": 1, "info": 1, "debug": 1,
    "add_message": 2,
}  # fmt: skip
_MESSAGES = frozenset({"success", "error", "warning", "info", "debug", "add_message"})
_CHOICES = frozenset({"TextChoices", "IntegerChoices", "Choices"})


def literals_in_code(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of every visible string of a module that is not handed to gettext."""
    for node in ast.walk(ast.parse(source)):
        for value in _shown(node):
            text = _plain(value)
            if any(sign.isalpha() for sign in text):
                yield value.lineno, text


def _shown(node: ast.AST) -> Iterator[ast.expr]:
    """Expressions below a node that end before a reader's eyes."""
    if isinstance(node, ast.Call):
        yield from _shown_by_call(node)
    elif isinstance(node, ast.ClassDef):
        yield from _shown_by_class(node)
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
        if any(_name(target) in _SHOWN_DICTIONARIES for target in node.targets):
            yield from node.value.values
    elif isinstance(node, ast.Assign) and any(_is_shown_target(target) for target in node.targets):
        yield node.value
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and key.value in _SHOWN_ATTRIBUTES:
                yield value


def _shown_by_call(call: ast.Call) -> Iterator[ast.expr]:
    name = _name(call.func)
    for keyword in call.keywords:
        if keyword.arg in _SHOWN_PARAMETERS:
            yield keyword.value
        elif keyword.arg in _SHOWN_DICTIONARIES and isinstance(keyword.value, ast.Dict):
            yield from keyword.value.values
        elif keyword.arg == "choices":
            yield from _labels(keyword.value)
    place = _SHOWING_CALLS.get(name)
    if place is None or len(call.args) <= place:
        return
    is_log = name in _MESSAGES and not (isinstance(call.func, ast.Attribute) and _name(call.func.value) == "messages")
    if not is_log:
        yield call.args[place]


def _shown_by_class(node: ast.ClassDef) -> Iterator[ast.expr]:
    """The labels of an enumeration, and the names in `class Meta`."""
    is_choices = any(_name(base) in _CHOICES for base in node.bases)
    for statement in node.body:
        if not isinstance(statement, ast.Assign):
            continue
        if is_choices and isinstance(statement.value, ast.Tuple) and len(statement.value.elts) > 1:
            yield statement.value.elts[-1]
        elif node.name == "Meta" and any(_name(target) in _SHOWN_PARAMETERS for target in statement.targets):
            yield statement.value


def _labels(choices: ast.expr) -> Iterator[ast.expr]:
    if isinstance(choices, (ast.List, ast.Tuple)):
        for pair in choices.elts:
            if isinstance(pair, ast.Tuple) and len(pair.elts) == 2:
                yield pair.elts[1]


def _is_shown_target(target: ast.expr) -> bool:
    """`field.label = …` and `field.error_messages["required"] = …`."""
    if isinstance(target, ast.Attribute):
        return target.attr in _SHOWN_PARAMETERS
    return isinstance(target, ast.Subscript) and _name(target.value) in _SHOWN_DICTIONARIES


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _plain(value: ast.expr) -> str:
    """The words of a string that is written out, also where values are put into it; empty for anything else."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    if isinstance(value, ast.JoinedStr):
        return "".join(_plain(part) for part in value.values)
    if isinstance(value, ast.BinOp) and isinstance(value.op, (ast.Add, ast.Mod)):
        return _plain(value.left) or (_plain(value.right) if isinstance(value.op, ast.Add) else "")
    if isinstance(value, ast.IfExp):
        return _plain(value.body) or _plain(value.orelse)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr == "format":
        return _plain(value.func.value)
    return ""
