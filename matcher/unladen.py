"""Loading a module of somebody else without another that it would load in vain."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType


class _Later(ModuleType):
    """What a module is given instead: it loads the other one when that is used."""

    def __getattr__(self, name: str) -> object:
        return getattr(import_module(self.__name__), name)


def load(module: str, without: str, **stand_ins: object) -> ModuleType:
    """
    Return a module, loaded without another that it imports but that we never use.

    Whoever does use it in the same program finds it loaded then.

    Parameters
    ----------
    module
        What is wanted.
    without
        The other module; it is left alone if it is there already.
    stand_ins
        What the first asks of the other while it is loaded.
    """
    if without in sys.modules:
        return import_module(module)
    sys.modules[without] = later = _Later(without)
    vars(later).update(stand_ins)
    try:
        return import_module(module)
    finally:
        del sys.modules[without]
        for name in stand_ins:
            delattr(later, name)
