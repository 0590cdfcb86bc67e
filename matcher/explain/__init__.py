"""Why posts stay empty: the shortage ledger."""

from matcher.explain.ledger import ledger

__all__ = ["ledger"]
