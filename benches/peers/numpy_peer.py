"""The ranking in numpy: one role at a time against blocks of candidates that stay in the cache."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

import columns
from columns import Columns, Document
from harness import Entry, Ranking, run
from rubric import rules

RULES = rules()
# As many candidates as keep the temporaries of a block in the second cache.
BLOCK = 16_384


@dataclass(frozen=True)
class Market:
    """Roles, and blocks of candidates whose unknowns and weights are added up as far as no role is needed for it."""

    roles: Columns
    blocks: list[Columns]
    ids: np.ndarray


def prepare(documents: tuple[list[Document], list[Document]]) -> Market:
    """Columns in single precision, with what a candidate's asks weigh."""
    roles, people = columns.roles(documents[0]), columns.candidates(documents[1])
    ready: Columns = {"pay_essential": people["pay_essential"]}
    # A value that is not known is one that gives the least degree; what it may still give is kept beside it.
    for name, worst in {"experience": 0, "hours": 0, "start": np.inf, "travel": -np.inf}.items():
        ready[f"{name}_unknown"] = np.isnan(people[name]).astype(np.float32)
        ready[name] = np.nan_to_num(people[name], nan=worst, posinf=np.inf, neginf=-np.inf).astype(np.float32)
    total, open_weight = np.zeros(len(people["id"])), np.zeros(len(people["id"]))
    for name in ("pay", "week", "office", "team", "notice"):
        weight = people[f"{name}_stake"] * RULES[name].weight
        unstated = np.isnan(people[name])
        total += weight
        open_weight += np.where(unstated, weight, 0)
        ready[name] = np.nan_to_num(people[name], nan=1).astype(np.float32)
        ready[f"{name}_weight"] = np.where(unstated, 0, weight).astype(np.float32)
    # Who asks nothing may be met by anything from 0 to 1.
    ready["open"] = np.where(total > 0, open_weight, 1).astype(np.float32)
    ready["total"] = np.where(total > 0, total, 1).astype(np.float32)
    starts = range(0, len(people["id"]), BLOCK)
    blocks = [{name: column[start : start + BLOCK] for name, column in ready.items()} for start in starts]
    return Market(roles, blocks, people["id"])


def rank(market: Market, top: int, threads: int) -> list[Ranking]:
    """The best for each role; a thread takes one role after the other."""
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(lambda role: _ranking(market, role, top), _rows(market.roles)))


def _ranking(market: Market, role: dict[str, float], top: int) -> Ranking:
    scored = [_score(role, block) for block in market.blocks]
    low, high, blocked = (np.concatenate(column) for column in zip(*scored, strict=True))
    point = low + np.float32(0.5) * (high - low)
    point[blocked] = -1
    entries: list[Entry] = [
        {"id": market.ids[at].decode(), "low": float(low[at]), "high": float(high[at]), "point": float(point[at])}
        for at in best(point, market.ids, top)
    ]
    return {"role": role["id"].decode(), "blocked": int(blocked.sum()), "entries": entries}


def _score(role: dict[str, float], block: Columns) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The bounds of both sides together, and who is blocked."""
    low, high = _harmonic(_role_side(role, block), _candidate_side(role, block))
    blocked = np.zeros(len(low), bool)
    if role["experience_essential"]:
        blocked = (block["experience"] < role["experience"]) & (block["experience_unknown"] == 0)
    if not np.isnan(role["pay_most"]):
        blocked |= block["pay_essential"] & (block["pay_weight"] > 0) & (role["pay_most"] < block["pay"])
    return low, high, blocked


def _role_side(role: dict[str, float], block: Columns) -> tuple[np.ndarray, np.ndarray]:
    low = np.zeros(len(block["total"]), np.float32)
    unknown = np.zeros(len(block["total"]), np.float32)
    fits = {
        "experience": lambda: block["experience"] / role["experience"],
        "hours": lambda: block["hours"] / role["hours"],
        "start": lambda: 1 - (block["start"] - role["start"]) / np.float32(90),
        "travel": lambda: 1 - (role["travel"] - block["travel"]) / np.float32(0.25),
    }
    total = np.float32(0)
    for name, fit in fits.items():
        weight = role[f"{name}_stake"] * np.float32(RULES[name].weight)
        if weight == 0:
            continue
        total += weight
        if np.isnan(role[name]):
            unknown += weight
        else:
            low += weight * np.clip(fit(), 0, 1)
            unknown += weight * block[f"{name}_unknown"]
    if total == 0:
        return low, low + 1
    return low / total, (low + unknown) / total


def _candidate_side(role: dict[str, float], block: Columns) -> tuple[np.ndarray, np.ndarray]:
    low = np.zeros(len(block["total"]), np.float32)
    unknown = block["open"].copy()

    def add(name: str, least: np.ndarray, most: np.ndarray | None = None) -> None:
        nonlocal low, unknown
        least = np.clip(least, 0, 1)
        low += block[f"{name}_weight"] * least
        if most is not None:
            unknown += block[f"{name}_weight"] * (np.clip(most, 0, 1) - least)

    if np.isnan(role["pay_least"]) and np.isnan(role["pay_most"]):
        unknown += block["pay_weight"]
    else:
        least = np.nan_to_num(role["pay_least"], nan=0)
        most = np.inf if np.isnan(role["pay_most"]) else role["pay_most"]
        add("pay", least / block["pay"], most / block["pay"])
    if np.isnan(role["office_least"]):
        unknown += block["office_weight"]
    else:
        add("office", *(1 - (role[f"office_{end}"] - block["office"]) / np.float32(3) for end in ("most", "least")))
    fits = {
        "week": lambda: 1 - (role["week"] - block["week"]) / np.float32(20),
        "team": lambda: 1 - (role["team"] / block["team"] - 1) / np.float32(2),
        "notice": lambda: role["notice"] / block["notice"],
    }
    for name, fit in fits.items():
        if np.isnan(role[name]):
            unknown += block[f"{name}_weight"]
        else:
            add(name, fit())
    return low / block["total"], (low + unknown) / block["total"]


def _harmonic(
    one: tuple[np.ndarray, np.ndarray], other: tuple[np.ndarray, np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """Bound by bound; 0 where both are 0."""
    return tuple(2 * a * b / np.maximum(a + b, np.float32(1e-30)) for a, b in zip(one, other, strict=True))


def best(point: np.ndarray, ids: np.ndarray, top: int) -> np.ndarray:
    """The positions of the best that are not blocked, ties by id."""
    top = min(top, int((point >= 0).sum()))
    if top == 0:
        return np.array([], int)
    least = np.partition(point, -top)[-top]
    able = np.flatnonzero(point >= least)
    return able[np.lexsort((ids[able], -point[able]))][:top]


def _rows(table: Columns) -> Iterator[dict[str, float]]:
    """Each role with its numbers in single precision, so that what is reckoned with them is too."""
    single = {name: column.astype(np.float32) if column.dtype == float else column for name, column in table.items()}
    for at in range(len(table["id"])):
        yield {name: column[at] for name, column in single.items()}


if __name__ == "__main__":
    run(columns.read, prepare, rank)
