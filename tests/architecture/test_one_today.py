"""What day it is, is asked at one place: where the operator is, not where the server is."""

import re

from tests.architecture.sources import ROOT

_ASKS = re.compile(r"localdate\(|date\.today\(")


def test_only_one_module_says_what_day_it_is():
    # Names and linkage are plain Python; only the date written into a trained table is asked for there.
    sources = [path for path in ROOT.glob("portal/**/*.py") if not path.is_relative_to(ROOT / "portal" / "names")]
    assert len(sources) > 300
    # Tests ask for the same day: between midnight here and there another one would make them fail.
    sources += [path for path in ROOT.glob("tests/**/*.py") if path.name != "test_one_today.py"]
    assert [str(path) for path in sources if _ASKS.search(path.read_text())] == []
