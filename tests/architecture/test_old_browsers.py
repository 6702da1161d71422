"""Law: a browser of the autumn of 2021 (Chrome 95, Firefox 95, Safari 15) shows every page and runs every script.

Refused is what such a browser drops or stumbles over and what would then be missing. What it may ignore without loss
(`text-wrap`, `accent-color`) is not named here. The date moves on with an ADR, not with a patch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.architecture.sources import ours, templates

COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)

# What it is, how it is found, and the first Chrome, Firefox and Safari that know it.
CSS = {
    ":has() (105, 121, 15.4)": r":has\(",
    "nested rules (112, 117, 16.5)": r"(?:^|[{;}\s])&[\s.:#\[>+~]",
    "@layer (99, 97, 15.4)": r"@layer\b",
    "@container and its units (105, 110, 16)": r"@container\b|\bcontainer-(?:type|name)\s*:|\d(?:cqi|cqb|cqw|cqh)\b",
    "@scope, @starting-style, @position-try": r"@(?:scope|starting-style|position-try)\b",
    "@property (85, 128, 16.4)": r"@property\b",
    "color-mix(), light-dark(), relative colours": r"\b(?:color-mix|light-dark)\(|\b(?:rgb|hsl)a?\(\s*from\b",
    "lab(), lch(), oklab(), oklch(), color() (111, 113, 15)": r"\b(?:ok)?l(?:ab|ch)\(|[\s:]color\(",
    "dvh, svh, lvh and the like (108, 101, 15.4)": r"\d[dsl]v(?:h|w|b|i|min|max)\b",
    "range syntax in media queries (104, 63, 16.4)": r"@media[^{]*[<>]",
    "translate, rotate, scale as properties (104, 72, 14.1)": r"(?:^|[;{\s])(?:translate|rotate|scale)\s*:",
    "subgrid (117, 71, 16)": r"\bsubgrid\b",
    "anchor positioning, popovers": r"\banchor(?:-name|-scope)?\s*[:(]|:popover-open\b",
    ":user-valid, :user-invalid (119, 88, 16.5)": r":user-(?:in)?valid\b",
    "round(), mod(), trigonometry (125, 118, 15.4)": r"(?<![\w-])(?:round|mod|rem|sin|cos|tan|exp|pow|hypot)\(",
    "if(), sibling-index()": r"(?<![\w-])(?:if|sibling-index|sibling-count)\(",
}
SCRIPT = {
    ".at() (92, 90, 15.4)": r"\.at\(",
    "findLast, toSorted and the like": r"\.(?:findLast|findLastIndex|toSorted|toReversed|toSpliced|with)\(",
    "Object.hasOwn, Object.groupBy, Map.groupBy": r"\b(?:Object\.hasOwn|(?:Object|Map)\.groupBy)\b",
    "structuredClone (98, 94, 15.4)": r"\bstructuredClone\(",
    "Promise.withResolvers, Promise.try": r"\bPromise\.(?:withResolvers|try)\b",
    "Array.fromAsync": r"\bArray\.fromAsync\b",
    "methods of sets (122, 127, 17)": r"\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(",
    "looking behind in a pattern (62, 78, 16.4)": r"\(\?<[=!]",
    "static blocks (94, 93, 16.4)": r"\bstatic\s*\{",
    "modal dialogs, popovers (37, 98, 15.4)": r"\.(?:showModal|showPopover|hidePopover|togglePopover)\(",
    "AbortSignal.timeout, AbortSignal.any": r"\bAbortSignal\.(?:timeout|any)\b",
    "crypto.randomUUID (92, 95, 15.4)": r"\.randomUUID\(",
    ":has() in a query": r":has\(",
    "view transitions, navigation": r"\bstartViewTransition\b|\bwindow\.navigation\b",
    "requestIdleCallback (no Safari)": r"\brequestIdleCallback\b",
    "import attributes, import maps": r"\bimport\b[^;\n]*\bwith\s*\{",
}
MARKUP = {
    "dialogs (37, 98, 15.4)": r"<dialog\b",
    "popovers": r"\spopover(?:target)?\b\s*=",
    "inert (102, 112, 15.5)": r"<[a-z][^<>]*\sinert[\s>=]",
    "<search> as the only landmark (118, 118, 17)": r"<search\b",
    "details that close each other (120, 130, 17.2)": r"<details\b[^<>]*\sname\s*=",
    "import maps (89, 108, 16.4)": r"importmap",
}
# Known for long under the prefix only: both must be there.
PREFIXED = ("mask-image", "mask", "appearance", "text-size-adjust", "backdrop-filter", "user-select")


def without_comments(text: str) -> str:
    """Blank comments, keep line numbers."""
    return COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def too_new(text: str, refused: dict[str, str]) -> Iterator[str]:
    """Each feature that is too new, as `line: what`."""
    plain = without_comments(text)
    for what, pattern in refused.items():
        for match in re.finditer(pattern, plain, re.MULTILINE):
            yield f"{plain.count(chr(10), 0, match.start()) + 1}: {what}"


def without_prefix(text: str) -> Iterator[str]:
    """Each rule that names a property without its prefix and not also with it."""
    for rule in re.findall(r"\{([^{}]*)\}", without_comments(text)):
        for name in PREFIXED:
            if re.search(rf"(?<![\w-]){name}\s*:", rule) and f"-webkit-{name}" not in rule:
                yield f"{name} without -webkit-{name}: {rule.strip()[:60]}"


def found_in(suffix: str, refused: dict[str, str]) -> list[str]:
    return [f"{path}:{found}" for path, text in ours(suffix, under=("static",)) for found in too_new(text, refused)]


def test_style_sheets_ask_for_nothing_newer() -> None:
    assert found_in(".css", CSS) == []
    assert [f"{path}: {found}" for path, text in ours(".css") for found in without_prefix(text)] == []


def test_scripts_ask_for_nothing_newer() -> None:
    assert found_in(".js", SCRIPT) == []


def test_templates_ask_for_nothing_newer() -> None:
    assert [f"{path}:{found}" for path, text in templates() for found in too_new(text, MARKUP)] == []


def test_the_law_catches_a_bad_sample() -> None:
    css = "a:has(b) { color: color-mix(in srgb, red, blue) }\n@layer x;\nb { &:hover { block-size: 100dvh } }\n"
    css += "@media (width >= 40rem) { c { translate: 1px } }"
    assert len(list(too_new(css, CSS))) == 7
    harmless = "a { text-wrap: balance; transform: scale(0); color: rgba(0, 0, 0, .1) } /* :has( @layer */"
    assert list(too_new(harmless + "\n@media (min-width: 40rem) { b > c { transform: rotate(45deg) } }", CSS)) == []
    assert list(without_prefix("a { mask-image: none }")) != []
    assert list(without_prefix("a { -webkit-mask-image: none; mask-image: none }")) == []
    script = "const a = b.at(-1) ?? c?.d;\nstructuredClone(a);\n// a.at(0)\nconst url = 'https://a/.at(';"
    assert [line.split(":")[0] for line in too_new(script, SCRIPT)] == ["1", "4", "2"]
    assert len(list(too_new('<dialog open></dialog><div class="a" inert></div>', MARKUP))) == 2
    assert list(too_new('<nav class="inert"><details><summary>a</summary></details></nav>', MARKUP)) == []
