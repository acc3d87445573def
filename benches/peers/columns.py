"""Documents as numpy columns: what numpy and scikit-criteria start from.

What was not said is NaN. The stake of an ask is its importance, the rubric's silence where it was not stated, and 0
where it was said not to matter.
"""

import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from rubric import rules

Columns = dict[str, np.ndarray]
Document = dict[str, Any]


def read(folder: Path, _threads: int) -> tuple[list[Document], list[Document]]:
    """The roles and the candidates of a folder."""
    return tuple(
        [json.loads(line) for line in (folder / name).open("rb")] for name in ("roles.jsonl", "candidates.jsonl")
    )


def roles(documents: list[Document]) -> Columns:
    """What roles ask, with stakes, and what they answer."""
    experience = [_first(_at(role, "requirements", "experience")) for role in documents]
    availability = [_at(role, "requirements", "availability") for role in documents]
    indifferent = ["availability" in role.get("indifferent", ()) for role in documents]
    pay = [_first(_at(role, "compensation", "pay")) for role in documents]
    ways = [_first(role.get("arrangements")) for role in documents]
    columns = {
        "id": np.array([role["id"].encode() for role in documents]),
        "experience_essential": np.array([bool(_at(it, "mustHave")) for it in experience]),
        "pay_least": _numbers(pay, lambda it: _at(it, "minValue")),
        "pay_most": _numbers(pay, lambda it: _at(it, "maxValue")),
        "week": _numbers(ways, lambda it: _at(it, "schedule", "hoursPerWeek", "maxValue")),
        "office_least": _numbers(ways, lambda it: _at(it, "onSiteDaysPerWeek", "minValue")),
        "office_most": _numbers(ways, lambda it: _at(it, "onSiteDaysPerWeek", "maxValue")),
        "team": _numbers(documents, lambda it: _at(it, "team", "size")),
        "notice": _numbers(ways, lambda it: _at(it, "schedule", "noticeDays")),
    }
    nobody = [False] * len(documents)
    asks = {
        "experience": (experience, lambda it: _at(it, "minimumMonths"), nobody),
        "hours": (availability, lambda it: _at(it, "hoursPerWeek", "minValue"), indifferent),
        "start": (availability, lambda it: _day(_at(it, "start")), indifferent),
        "travel": (ways, lambda it: _at(it, "travelShare"), nobody),
    }
    return columns | _asks(asks)


def candidates(documents: list[Document]) -> Columns:
    """What candidates answer, and what they ask, with stakes."""
    availability = [person.get("availability") for person in documents]
    wishes = [person.get("aspirations") for person in documents]
    pay, schedule, workplace = ([_at(it, name) for it in wishes] for name in ("pay", "schedule", "workplace"))
    columns = {
        "id": np.array([person["id"].encode() for person in documents]),
        "experience": _numbers(documents, lambda it: _at(_first(it.get("experience")), "months")),
        "hours": _numbers(availability, lambda it: _at(it, "hoursPerWeek", "maxValue")),
        "start": _numbers(availability, lambda it: _day(_at(it, "from"))),
        "travel": _numbers(availability, lambda it: _at(it, "travelShare")),
        "pay_essential": np.array([bool(_at(it, "dealBreaker")) for it in pay]),
    }

    def indifferent(section: str) -> list[bool]:
        return [section in (_at(it, "indifferent") or ()) for it in wishes]

    def option(need: Document | None) -> Document | None:
        return _first(_at(need, "options"))

    asks = {
        "pay": (pay, lambda it: _at(option(it), "minimum"), indifferent("pay")),
        "week": (schedule, lambda it: _at(option(it), "hoursPerWeek", "maxValue"), indifferent("schedule")),
        "office": (workplace, lambda it: _at(option(it), "maxOnSiteDaysPerWeek"), indifferent("workplace")),
        "team": (
            [person.get("extensions") for person in documents],
            lambda it: _at(it, "org.example.teamSize"),
            [False] * len(documents),
        ),
        "notice": (schedule, lambda it: _at(option(it), "minNoticeDays"), indifferent("schedule")),
    }
    return columns | _asks(asks)


def _asks(asks: dict[str, tuple[list[Document | None], Callable[[Document | None], Any], list[bool]]]) -> Columns:
    """A column of wants and one of stakes for each ask."""
    columns, rubric = {}, rules()
    for name, (items, want, indifferent) in asks.items():
        wanted = _numbers(items, want)
        importance = np.nan_to_num(_numbers(items, lambda it: _at(it, "importance")), nan=0.5)
        stake = np.where(np.isnan(wanted), rubric[name].silence, importance)
        columns[name] = wanted
        columns[f"{name}_stake"] = np.where(indifferent, 0, stake)
    return columns


def _numbers(items: Iterable[Any], read_one: Callable[[Any], Any]) -> np.ndarray:
    return np.array([np.nan if (value := read_one(item)) is None else float(value) for item in items])


def _at(value: Any, *names: str) -> Any:
    for name in names:
        if value is None:
            return None
        value = value.get(name)
    return value


def _first(items: list[Any] | None) -> Any:
    return items[0] if items else None


def _day(day: str | None) -> int | None:
    return None if day is None else date.fromisoformat(day).toordinal()
