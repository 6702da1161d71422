"""The compiled modules, loaded when they are first needed: a process that only names a Record stays small. Floor 1."""

from functools import cache
from importlib import import_module
from types import ModuleType


@cache
def kernels() -> ModuleType:
    """:mod:`portal.linkage.kernels`."""
    return import_module("portal.linkage.kernels")


@cache
def retrieval() -> ModuleType:
    """:mod:`portal.linkage.retrieval`."""
    return import_module("portal.linkage.retrieval")
