"""The first guides: one list and the same guides for each language, joined as translations.

Data only, apart from the tables' own migration: PostgreSQL does not alter a table whose rows just changed.
"""

import json
import uuid

import swapper
from django.conf import settings
from django.db import migrations
from django.utils import timezone

from cms.initial.guides import GUIDES, INDEX_TITLES

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def make_guides(apps, schema_editor):
    """Make the list below each home, and the guides below the list."""
    keys = {"": uuid.uuid4(), **{guide.slug: uuid.uuid4() for guide in GUIDES}}
    for home in apps.get_model("cms", "HomePage").objects.select_related("locale").order_by("path"):
        code = home.locale.language_code
        if code not in INDEX_TITLES:
            continue
        index = _add(apps, home, "GuideIndexPage", key=keys[""], slug="guides", title=INDEX_TITLES[code])
        for guide in GUIDES:
            body = [{"type": kind, "value": _stored(value), "id": str(uuid.uuid4())} for kind, value in guide.blocks(code)]
            _add(
                apps,
                index,
                "GuidePage",
                key=keys[guide.slug],
                slug=guide.slug,
                title=guide.title[code],
                summary=guide.summary[code],
                body=json.dumps(body),
            )


def _stored(value):
    """A list block keeps each item with a key of its own."""
    if isinstance(value, str):
        return value
    return [{"type": "item", "value": point, "id": str(uuid.uuid4())} for point in value]


def _add(apps, parent, model, *, key, slug, title, **fields):
    """Add a live page as the last child of a page; the tree's own methods are not there in a migration."""
    page_model = apps.get_model(swapper.get_model_name("wagtailcore", "Page"))
    content_type, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="cms", model=model.lower()
    )
    depth = parent.depth + 1
    last = page_model.objects.filter(path__startswith=parent.path, depth=depth).order_by("-path").first()
    page = apps.get_model("cms", model).objects.create(
        title=title,
        draft_title=title,
        slug=slug,
        url_path=f"{parent.url_path}{slug}/",
        path=parent.path + _step(int(last.path[-4:], 36) + 1 if last else 1),
        depth=depth,
        numchild=0,
        live=True,
        locale=parent.locale,
        translation_key=key,
        content_type=content_type,
        first_published_at=timezone.now(),
        last_published_at=timezone.now(),
        **fields,
    )
    page_model.objects.filter(pk=parent.pk).update(numchild=page_model.objects.filter(path__startswith=parent.path, depth=depth).count())
    return page


def _step(number):
    """A place among siblings as the tree writes it: four digits to the base of 36."""
    text = ""
    while number:
        number, rest = divmod(number, 36)
        text = _DIGITS[rest] + text
    return text.rjust(4, "0")


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0003_guides_and_pictures"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [migrations.RunPython(make_guides, migrations.RunPython.noop)]
