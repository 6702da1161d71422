"""Law: what a component draws is written in its file only, says what it takes, and is there because a page uses it.

A class root (`note` for `note`, `note--info`, `note__text`) belongs to the component that is named here; a template
that writes such a class itself copies the component. `ref--big` is a size that a page may ask for: it stands in `OPEN`.
A leaf component is included with `only`, so that no word of the page slips into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from tests.architecture.sources import templates

FOLDER, GUIDE = "templates/components/", "templates/design/"
FIRST_LINE = re.compile(r"\{# [A-Z“].+\. Parameters: .+\. #\}")
CLASSES = re.compile(r"class=\"((?:[^\"{]|\{[{%].*?[%}]\})*)\"")
TEMPLATE_TAG = re.compile(r"\{[{%].*?[%}]\}")
INCLUDE = re.compile(r"\{% include \"components/(\w+)\.html\"(?P<rest>.*?)%\}")
# A component that the tags of portal.core and cms write.
BY_TAG = re.compile(r"\{% (icon|person_name|reference|date|partial_date|picture) ")
WRITES = {"partial_date": "date"}

# Class root → the components that may write it.
OWNERS = {
    "topbar": ["header"],
    "subbar": ["header"],
    "brand": ["header"],
    "exit": ["quick_exit"],
    "skip": ["quick_exit"],
    "langs": ["languages", "languages_staff"],
    "footer": ["footer"],
    "course": ["footer"],
    "demo": ["demo"],
    "icon": ["icon"],
    "mark": ["mark"],
    "back": ["back"],
    "crumbs": ["crumbs"],
    "note": ["note"],
    "tag": ["tag"],
    "summary": ["error_summary"],
    "field__error": ["errors"],
    "choice": ["choices", "checkbox", "inset"],
    "choices": ["choices"],
    "dates": ["date_parts"],
    "select": ["select"],
    "answers": ["answers"],
    "tasks": ["task_list"],
    "state": ["status"],
    "path": ["path"],
    "timeline": ["timeline"],
    "thread": ["thread"],
    "msg": ["thread"],
    "table": ["table"],
    "pairs": ["facts"],
    "meter": ["progress"],
    "steps": ["steps"],
    "steps-text": ["steps"],
    "ticks": ["ticks"],
    "ref": ["reference"],
}
# Whole classes of these roots that a page may write around a component.
OPEN = {"ref--big"}
# These show what the page gives them, or ask the request: they see the page's own words.
SEES_THE_PAGE = {
    "demo",
    "digits",
    "discretion",
    "footer",
    "head",
    "header",
    "languages",
    "languages_staff",
    "menu",
    "messages",
    "name_mark",
    "quick_exit",
    "review_note",
    "status",
    "table",
    "timeline",
    "who_runs",
}


def component(path: str) -> str | None:
    """The component a template is, or None."""
    return PurePath(path).stem if path.startswith(FOLDER) and path.count("/") == 2 else None


def classes(text: str) -> Iterator[str]:
    """Every class a template writes; words within template tags do not count."""
    for match in CLASSES.finditer(text):
        yield from TEMPLATE_TAG.sub(" ", match[1]).split()


def root_of(name: str) -> str | None:
    """The owned root of a class: the class itself, or what stands before `--` or `__`."""
    return next((root for root in (name, re.split(r"--|__", name)[0]) if root in OWNERS), None)


def copied(path: str, text: str) -> Iterator[str]:
    """Each class in a template that is not the owner's."""
    for name in classes(text):
        root = root_of(name)
        if root and name not in OPEN and component(path) not in OWNERS[root]:
            yield f"{path}: {name} belongs to {', '.join(OWNERS[root])}"


def included(text: str) -> Iterator[tuple[str, bool]]:
    """Each component that a template includes or writes by a tag, and whether it sees nothing of the page."""
    for match in INCLUDE.finditer(text):
        yield match[1], match["rest"].split()[-1:] == ["only"]
    for match in BY_TAG.finditer(text):
        yield WRITES.get(match[1], match[1]), True


def components() -> dict[str, str]:
    return {name: text for path, text in templates() if (name := component(path))}


def test_every_component_says_what_it_is_and_takes() -> None:
    assert [name for name, text in components().items() if not FIRST_LINE.fullmatch(text.partition("\n")[0])] == []


def test_every_component_is_used_by_a_page() -> None:
    used = {name for path, text in templates() if not path.startswith(GUIDE) for name, _ in included(text)}
    assert sorted(set(components()) - used) == []


def test_what_a_component_draws_is_written_once() -> None:
    assert [found for path, text in templates() for found in copied(path, text)] == []


def test_every_owner_is_a_component_that_writes_its_class() -> None:
    known = components()
    idle = [
        (root, name)
        for root, names in OWNERS.items()
        for name in names
        if root not in {root_of(one) for one in classes(known.get(name, ""))}
    ]
    assert idle == []


def test_a_leaf_sees_nothing_of_the_page() -> None:
    open_leaves = [
        f"{path}: {name}"
        for path, text in templates()
        for name, is_closed in included(text)
        if name not in SEES_THE_PAGE and not is_closed
    ]
    assert open_leaves == []


def test_the_law_catches_a_bad_sample() -> None:
    page, own = "templates/family/x.html", "templates/components/note.html"
    copy = '<p class="note note--info{% if x %} wide{% endif %}"><span class="ref ref--big tag__x">'
    assert list(copied(page, copy)) == [
        f"{page}: note belongs to note",
        f"{page}: note--info belongs to note",
        f"{page}: ref belongs to reference",
        f"{page}: tag__x belongs to tag",
    ]
    assert list(copied(own, '<div class="note{% if kind %} note--{{ kind }}{% endif %}">')) == []
    assert list(copied(page, '<p class="notes footnote ref--big">')) == []
    uses = '{% include "components/tag.html" with label=x %}{% include "components/note.html" only %}{% icon "x" %}'
    assert list(included(uses)) == [("tag", False), ("note", True), ("icon", True)]
    assert not FIRST_LINE.fullmatch("{# A thing. #}") and not FIRST_LINE.fullmatch("<p>")
    assert FIRST_LINE.fullmatch("{# A thing. Parameters: none. #}")
