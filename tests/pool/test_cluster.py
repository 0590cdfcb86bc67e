"""Ray clusters that are not there, and one that is started for a block."""

from __future__ import annotations

import pytest

from matcher.extras import ClusterError
from matcher.pool import opened

ray = pytest.importorskip("ray")


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("127.0.0.1:1", "No Ray cluster can be reached at 127.0.0.1:1: Connection"),
        ("nowhere", "nowhere is no address: write HOST:PORT"),
    ],
)
def test_a_cluster_that_does_not_answer_is_told(address: str, says: str) -> None:
    """At once, though Ray itself would try for minutes."""
    assert not ray.is_initialized()
    with pytest.raises(ClusterError) as caught, opened("ray", address=address):
        pass
    assert caught.value.text("en").startswith(says)


def test_without_an_address_ray_is_started_and_ended() -> None:
    """The cluster is there for the block."""
    assert not ray.is_initialized()
    with opened("ray", threads=1) as pool:
        assert ray.is_initialized()
        assert dict(pool.map(abs, [-3])) == {-3: 3}
    assert not ray.is_initialized()
