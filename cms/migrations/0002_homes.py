"""One home for each language, joined as translations, under the default site; Wagtail's sample page and group go.

Data only, apart from the tables' own migration: PostgreSQL does not alter a table whose rows just changed.
"""

import uuid

import swapper
from django.conf import settings
from django.db import migrations
from django.utils import timezone

# Language code to the title that editors see; readers see the template's words.
TITLES = {"ar": "الصفحة الرئيسية", "ckb": "پەڕەی سەرەکی", "ku": "Destpêk", "en": "Home page"}
SITE_ROOT = "en"


def make_homes(apps, schema_editor):
    """Make the four pages, point the site at one of them (Wagtail finds the others as its translations)."""
    page_model = apps.get_model(swapper.get_model_name("wagtailcore", "Page"))
    content_type, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="cms", model="homepage"
    )
    root = page_model.objects.get(depth=1)
    samples = page_model.objects.filter(depth=2, slug="home", content_type__model="page")
    # Counted after the sample's path, so that nothing can stand there already.
    taken = page_model.objects.filter(depth=2).count()
    key = uuid.uuid4()
    homes = {}
    for number, (code, title) in enumerate(TITLES.items(), start=taken + 1):
        locale, _created = apps.get_model("wagtailcore", "Locale").objects.get_or_create(language_code=code)
        homes[code] = apps.get_model("cms", "HomePage").objects.create(
            title=title,
            draft_title=title,
            slug=f"home-{code}",
            url_path=f"/home-{code}/",
            path=f"{root.path}{number:04d}",
            depth=2,
            numchild=0,
            live=True,
            locale=locale,
            translation_key=key,
            content_type=content_type,
            first_published_at=timezone.now(),
            last_published_at=timezone.now(),
        )
    site, _created = apps.get_model("wagtailcore", "Site").objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page_id": homes[SITE_ROOT].pk}
    )
    samples.delete()
    root.numchild = page_model.objects.filter(depth=2).count()
    root.save(update_fields=["numchild"])


def tidy_groups(apps, schema_editor):
    """Editors belong to their organization's group only; documents are not used here at all."""
    apps.get_model("auth", "Group").objects.filter(name="Editors").delete()
    apps.get_model("wagtailcore", "GroupCollectionPermission").objects.filter(
        permission__content_type__app_label="wagtaildocs"
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0001_page_types"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(make_homes, migrations.RunPython.noop),
        migrations.RunPython(tidy_groups, migrations.RunPython.noop),
    ]
