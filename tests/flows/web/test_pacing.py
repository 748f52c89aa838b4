"""A host is asked at its pace, and the others need not wait for it."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import pairwise
from time import monotonic

import pytest

from flows.web.messages import FetchError
from flows.web.pacing import JITTER, MAX_HOLD, Pacer
from transforms.records.reasons import Reason


def pacer(*, concurrency: int = 9, host_concurrency: int = 9, delay: float = 0.0) -> Pacer:
    return Pacer(concurrency=concurrency, host_concurrency=host_concurrency, delay=delay)


def starts(pacer: Pacer, hosts: str, work: Callable[[], Awaitable[None]] | None = None) -> list[tuple[str, float]]:
    """Take a turn for each letter of `hosts` at once; when each began, in seconds from the start."""
    began: list[tuple[str, float]] = []
    zero = monotonic()

    async def one(host: str) -> None:
        async with pacer.turn(host):
            began.append((host, monotonic() - zero))
            if work is not None:
                await work()

    async def all_of_them() -> None:
        await asyncio.gather(*(one(host) for host in hosts))

    asyncio.run(all_of_them())
    return began


def test_requests_to_a_host_lie_apart_and_those_to_others_do_not_wait() -> None:
    began = starts(pacer(delay=0.1), "aaab")
    first, second, third = (moment for host, moment in began if host == "a")
    assert second - first >= 0.1
    assert third - second >= 0.1
    assert dict(began[:2]).keys() == {"a", "b"}


def test_jitter_only_lengthens() -> None:
    started = [moment for _, moment in starts(pacer(delay=0.02), "a" * 12)]
    gaps = [after - before for before, after in pairwise(started)]
    assert min(gaps) >= 0.02
    assert len({round(gap, 4) for gap in gaps}) > 1
    assert JITTER > 0


def test_places_are_limited_for_a_host_and_in_all() -> None:
    now, most = 0, 0

    async def work() -> None:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.005)
        now -= 1

    starts(pacer(host_concurrency=3), "a" * 10, work)
    assert most == 3
    most = 0
    starts(pacer(concurrency=4, host_concurrency=3), "aaabbbccc", work)
    assert most == 4


def test_a_host_can_be_slowed_down_but_not_sped_up() -> None:
    slow = pacer(delay=0.05)
    slow.slow_down("a", 0.15)
    slow.slow_down("a", 0.15)
    slow.slow_down("a", 0.01)
    (_, first), (_, second) = starts(slow, "aa")
    assert second - first >= 0.15


def test_a_delay_that_is_learned_late_counts_from_the_request_before() -> None:
    late = pacer()
    began = starts(late, "a")
    late.slow_down("a", 0.1)
    began += starts(late, "a")
    assert began[1][1] >= 0.08


def test_a_host_that_asks_for_a_pause_gets_it_from_those_who_wait_already() -> None:
    busy = pacer(delay=0.02)

    async def ask_for_a_pause() -> None:
        if not asked:
            busy.hold("a", 0.2)
            asked.append(True)

    asked: list[bool] = []
    (_, first), (_, second) = starts(busy, "aa", ask_for_a_pause)
    assert second - first >= 0.2


def test_a_host_that_wants_too_long_a_pause_is_given_up() -> None:
    shut = pacer()
    shut.hold("a", MAX_HOLD + 5)
    assert shut.is_shut("a")
    assert not shut.is_shut("b")
    with pytest.raises(FetchError) as error:
        starts(shut, "a")
    assert (error.value.reason, error.value.passing) == (Reason.TOO_MANY_REQUESTS, True)
    starts(shut, "b")


def test_an_error_gives_the_place_back() -> None:
    narrow = pacer(concurrency=1, host_concurrency=1)

    async def fail() -> None:
        raise ZeroDivisionError

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            starts(narrow, "a", fail)
    starts(narrow, "ab")
