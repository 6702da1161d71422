"""A hundred equal sendings at the same moment make one registration (R-95), on database files and real threads."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.migrated import copy_migrated

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import json, threading
import django
django.setup()
from django.db import connections
for database in connections.settings.values():
    database["OPTIONS"]["timeout"] = 200  # a busy machine may let the hundredth wait for long
from portal.audit.actors import Actor
from portal.registry.models import ConsentLine, Draft, Registration
from portal.registry.services.submission import submit_draft
from tests.factories.registry import make_draft
draft = make_draft(by_mail=True)
start, seen, problems = threading.Barrier(100), [], []
def send():
    try:
        start.wait()
        mine = Draft.objects.get(pk=draft.pk)
        seen.append(submit_draft(draft=mine, actor=Actor.holder(draft.holder_id)).reference)
    except Exception as error:
        problems.append(type(error).__name__)
    finally:
        connections.close_all()
threads = [threading.Thread(target=send) for _ in range(100)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(json.dumps({"answers": len(seen), "different": len(set(seen)), "problems": problems,
    "rows": Registration.objects.count(), "consents": ConsentLine.objects.count()}))
"""


def test_a_hundred_equal_sendings_make_one_registration(tmp_path):
    copy_migrated(tmp_path)
    environment = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        "PORTAL_DATA_DIR": str(tmp_path),
        "PYTHONPATH": str(ROOT),
    }
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240
    )
    assert run.returncode == 0, run.stderr[-2000:]
    result = json.loads(run.stdout.splitlines()[-1])
    assert result == {"answers": 100, "different": 1, "problems": [], "rows": 1, "consents": 3}
