"""Pictures as a telephone makes them."""

from io import BytesIO

from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.images import get_image_model
from wagtail.models import Collection

from portal.organizations.models import Organization

# Found again as bytes wherever the camera's notes survived.
MAKER = "A-telephone-of-somebody"
OWNER = "Somebody-by-name"


def photograph(width: int = 640, height: int = 400, kind: str = "JPEG") -> bytes:
    """A picture with place, maker and owner in its notes."""
    notes = Image.Exif()
    notes[0x010F] = MAKER
    notes[0x013B] = OWNER
    notes.get_ifd(0x8825).update({1: "N", 2: (36.0, 20.0, 0.0), 3: "E", 4: (43.0, 8.0, 0.0)})
    written = BytesIO()
    drawn = Image.radial_gradient("L").resize((width, height)).convert("RGB")
    drawn.save(written, kind, exif=notes)
    return written.getvalue()


def upload(name: str = "photograph.jpg", content: bytes | None = None) -> SimpleUploadedFile:
    """The file as a browser sends it."""
    return SimpleUploadedFile(name, photograph() if content is None else content, "image/jpeg")


def make_picture(organization: Organization | None = None, *, title: str = "A river", width: int = 640, **fields):
    """A picture that came in past the form, with its notes; in the organization's collection where one is given."""
    collection = Collection.get_first_root_node()
    if organization is not None:
        collection = Collection.objects.get(name=f"Organization {organization.slug} editors")
    file = ImageFile(BytesIO(photograph(width, width * 5 // 8)), name="photograph.jpg")
    return get_image_model().objects.create(title=title, file=file, collection=collection, **fields)
