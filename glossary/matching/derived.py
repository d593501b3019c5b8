"""What follows from the termbase without standing in it: names read out instead of translated, pairs of states mistaken for others,
the names that slips are meant for.

Worked out when the termbase is compiled, kept beside its surfaces, and decoded when a rule first asks.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import msgpack

from glossary.model import Termbase

if TYPE_CHECKING:  # whoever only looks for terms needs none of these
    from glossary.matching.misreadings import Misreadings
    from glossary.matching.right_names import RightNames
    from glossary.matching.slips import Slip

Stored = bytes | memoryview


class Derived:
    """The derived forms of one termbase; each part is asked of its maker once, and not before it is needed."""

    def __init__(
        self, misreadings: Callable[[], Stored] = bytes, slips: Callable[[], Stored] = bytes, names: Callable[[], Stored] = bytes
    ) -> None:
        """Take the makers of what `misreadings.derive`, `pack_slips` and `right_names.pack_names` return."""
        self._misreadings = misreadings
        self._slips = slips
        self._names = names

    @cached_property
    def misreadings(self) -> Misreadings:
        """The names that may have been read out instead of translated."""
        from glossary.matching.misreadings import Misreadings

        return Misreadings(self._misreadings)

    @cached_property
    def names(self) -> RightNames:
        """The right names that a slip may be meant for."""
        from glossary.matching.right_names import unpack_names

        return unpack_names(self._names())

    def stored(self) -> tuple[bytes, bytes, bytes]:
        """Return the parts as they are stored: misreadings, slips, names."""
        return self.misreadings.data, bytes(self._slips()), bytes(self._names())

    @cached_property
    def slips(self) -> dict[frozenset[str], tuple[Slip, ...]]:
        """The pairs of states that shorthands may have been expanded to by mistake, by the two states."""
        from glossary.matching.slips import Slip

        stored = self._slips()
        found: dict[frozenset[str], tuple[Slip, ...]] = {}
        for slip in msgpack.decode(stored, type=tuple[Slip, ...]) if len(stored) else ():
            pair = frozenset((slip.kept, slip.wrong))
            found[pair] = (*found.get(pair, ()), slip)
        return found


NOTHING = Derived()


def of_termbase(termbase: Termbase) -> Derived:
    """Return what follows from `termbase`, worked out when it is asked for."""
    from glossary.matching.misreadings import derive
    from glossary.matching.right_names import pack_names

    return Derived(lambda: derive(termbase), lambda: pack_slips(termbase), lambda: pack_names(termbase))


def of_stored(misreadings: Stored, slips: Stored, names: Stored) -> Derived:
    """Return what was stored."""
    return Derived(lambda: misreadings, lambda: slips, lambda: names)


def pack_slips(termbase: Termbase) -> bytes:
    """Return the slips of `termbase` as they are stored."""
    from glossary.matching.slips import derive_slips

    return msgpack.encode(derive_slips(termbase))
