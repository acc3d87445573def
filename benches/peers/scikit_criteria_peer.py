"""The ranking by scikit-criteria's weighted sum model: four decision matrices a role, one for each bound of each side.

The degrees are reckoned in numpy, since the model starts from a matrix of them. A matrix has one weight a criterion. On
the role's side that is what the role gives it. On the candidate's side every candidate gives another, so there the
columns are multiplied by what each criterion makes up of a candidate's side, and weigh the same.
"""

from dataclasses import dataclass

import numpy as np
from skcriteria import mkdm
from skcriteria.agg.simple import WeightedSumModel

import columns
from columns import Columns, Document
from harness import Ranking, run
from numpy_peer import best
from rubric import rules

RULES = rules()
ROLE_ASKS, CANDIDATE_ASKS = ("experience", "hours", "start", "travel"), ("pay", "week", "office", "team", "notice")
Interval = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Market:
    """Roles as rows, candidates as columns, and what each criterion makes up of a candidate's side."""

    roles: list[dict[str, float]]
    candidates: Columns
    shares: np.ndarray


def prepare(documents: tuple[list[Document], list[Document]]) -> Market:
    """Columns, and the weights of candidates as parts of 1."""
    roles, people = columns.roles(documents[0]), columns.candidates(documents[1])
    weights = np.column_stack([people[f"{name}_stake"] * RULES[name].weight for name in CANDIDATE_ASKS])
    total = weights.sum(axis=1, keepdims=True)
    shares = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
    rows = [{name: column[at] for name, column in roles.items()} for at in range(len(roles["id"]))]
    return Market(rows, people, shares)


def rank(market: Market, top: int, _threads: int) -> list[Ranking]:
    """The best for each role; the model uses one thread."""
    return [_ranking(market, role, top) for role in market.roles]


def _ranking(market: Market, role: dict[str, float], top: int) -> Ranking:
    people = market.candidates
    sides = _role_side(role, people), _candidate_side(role, market)
    low, high = (_harmonic(a, b) for a, b in zip(*sides, strict=True))
    point = low + (high - low) / 2
    blocked = people["pay_essential"] & (people["pay_stake"] > 0) & (people["pay"] > role["pay_most"])
    if role["experience_essential"]:
        blocked |= people["experience"] < role["experience"]
    point[blocked] = -1
    entries = [
        {"id": people["id"][at].decode(), "low": low[at], "high": high[at], "point": point[at]}
        for at in best(point, people["id"], top)
    ]
    return {"role": role["id"].decode(), "blocked": int(blocked.sum()), "entries": entries}


def _role_side(role: dict[str, float], people: Columns) -> Interval:
    weights = [role[f"{name}_stake"] * RULES[name].weight for name in ROLE_ASKS]
    if sum(weights) == 0:
        return np.zeros(len(people["id"])), np.ones(len(people["id"]))
    fits = [
        people["experience"] / role["experience"],
        people["hours"] / role["hours"],
        1 - (people["start"] - role["start"]) / 90,
        1 - (role["travel"] - people["travel"]) / 0.25,
    ]
    low, high = _bounds(fits, fits)
    return _weighted_sum(low, weights) / sum(weights), _weighted_sum(high, weights) / sum(weights)


def _candidate_side(role: dict[str, float], market: Market) -> Interval:
    people = market.candidates
    exact = [
        1 - (role["week"] - people["week"]) / 20,
        1 - (role["team"] / people["team"] - 1) / 2,
        role["notice"] / people["notice"],
    ]
    office = [1 - (role[f"office_{end}"] - people["office"]) / 3 for end in ("most", "least")]
    pay = [role[f"pay_{end}"] / people["pay"] for end in ("least", "most")]
    least, most = ([pay[end], exact[0], office[end], *exact[1:]] for end in (0, 1))
    low, high = _bounds(least, most)
    ones = [1.0] * len(CANDIDATE_ASKS)
    asks_nothing = market.shares.sum(axis=1) == 0
    return _weighted_sum(low * market.shares, ones), _weighted_sum(high * market.shares, ones) + asks_nothing


def _harmonic(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.divide(2 * a * b, a + b, out=np.zeros_like(a), where=a + b > 0)


def _bounds(least: list[np.ndarray], most: list[np.ndarray]) -> Interval:
    """Degrees side by side; one that is not known is anything from 0 to 1."""
    low = np.nan_to_num(np.clip(np.column_stack(least), 0, 1), nan=0)
    return low, np.nan_to_num(np.clip(np.column_stack(most), 0, 1), nan=1)


def _weighted_sum(matrix: np.ndarray, weights: list[float]) -> np.ndarray:
    """The scores of the model, which ranks the alternatives too."""
    decision = mkdm(matrix, objectives=[max] * matrix.shape[1], weights=weights)
    return WeightedSumModel().evaluate(decision).e_.score


if __name__ == "__main__":
    run(columns.read, prepare, rank)
