"""Model fields whose column holds only ciphertext (floor 1; R-30, R-31).

A value is opened when somebody reads the attribute, not when the row is loaded; `values()`, `update()` and filters
never see plain text. The row's key is `key_id` of its ConfidentialModel.
"""

import json
from typing import Any

from django.core.exceptions import FieldError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from .cipher import place, seal, unseal
from .keyring import data_key


class Ciphertext(bytes):
    """Sealed bytes as they stand in the column."""

    def __repr__(self) -> str:
        return "<sealed>"


class SealedAttribute(DeferredAttribute):
    """Opens the value at first reading and remembers it on the instance."""

    field: "EncryptedTextField"

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        name = self.field.attname
        if name not in instance.__dict__:
            super().__get__(instance, cls)
        value = instance.__dict__[name]
        if isinstance(value, Ciphertext):
            value = instance.__dict__[name] = self.field.open_for(instance, value)
        return value

    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = value


class EncryptedTextField(models.BinaryField):
    """Text, encrypted. Empty text is stored as empty text, encrypted too, so that emptiness does not show."""

    # What the type checker's Django plugin reads: plain text goes in and comes out.
    _pyi_private_set_type: str  # type: ignore[assignment]
    _pyi_private_get_type: str  # type: ignore[assignment]
    descriptor_class = SealedAttribute
    empty_strings_allowed = True

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", "")
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def _check_str_default_value(self) -> list:
        """The default is plain text here and sealed on saving, so the check of the parent does not apply."""
        return []

    def _dumps(self, value: Any) -> bytes:
        return str(value).encode()

    def _loads(self, data: bytes) -> Any:
        return data.decode()

    def _place(self, instance) -> bytes:
        return place(self.model._meta.db_table, str(self.column), instance.pk, instance.key_id)

    def open_for(self, instance, value: Ciphertext) -> Any:
        """Decrypt one cell. Raises CannotOpen where it was altered, moved or its key destroyed."""
        return self._loads(unseal(bytes(value), key=data_key(instance.key_id), associated=self._place(instance)))

    def pre_save(self, model_instance, add):
        """Seal what was set; pass on what was never opened."""
        value = model_instance.__dict__.get(self.attname)
        if value is None or isinstance(value, Ciphertext):
            return value
        sealed = seal(self._dumps(value), key=data_key(model_instance.key_id), associated=self._place(model_instance))
        return Ciphertext(sealed)

    def get_default(self):
        """The plain default, not bytes."""
        return self.default() if callable(self.default) else self.default

    def from_db_value(self, value, expression, connection):
        """Keep what the database returns sealed."""
        return None if value is None else Ciphertext(bytes(value))

    def get_db_prep_value(self, value, connection, prepared=False):
        """Refuse anything but ciphertext on its way to the database."""
        if value is not None and not isinstance(value, Ciphertext):
            raise FieldError(f"{self.name} is encrypted: set it on an instance and save.")
        return super().get_db_prep_value(bytes(value) if value is not None else None, connection, prepared)

    def get_lookup(self, lookup_name):
        """Only `isnull` makes sense on ciphertext."""
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None

    def value_to_string(self, obj) -> str:
        """Serialise nothing readable."""
        return ""

    def to_python(self, value):
        """Plain values stay as they are."""
        return value


class EncryptedJSONField(EncryptedTextField):
    """A JSON value, encrypted."""

    _pyi_private_set_type: Any  # type: ignore[assignment]
    _pyi_private_get_type: Any  # type: ignore[assignment]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)

    def _dumps(self, value: Any) -> bytes:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

    def _loads(self, data: bytes) -> Any:
        return json.loads(data)
