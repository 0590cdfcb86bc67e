"""
One piece of work on many items, by processes here or on a Ray cluster.

The only room that knows Ray. What is worked on and what comes back are values that
can be pickled: a machine of a cluster shares no disk with this one.
"""

from matcher.pool.opening import ENGINES, Engine, opened
from matcher.pool.pool import THREADS, Lost, Pool, cores

__all__ = ["ENGINES", "THREADS", "Engine", "Lost", "Pool", "cores", "opened"]
