"""The ranking in Polars: a lazy query a role, all of them collected at once, which Polars spreads over its threads."""

from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any

import polars as pl

from harness import Ranking, run
from rubric import rules

RULES = rules()
Range = pl.Struct({"minValue": pl.Float64, "maxValue": pl.Float64})
Schedule = pl.Struct({"hoursPerWeek": Range, "noticeDays": pl.Float64})
Pay = pl.Struct({"minValue": pl.String, "maxValue": pl.String})

ROLE = {
    "id": pl.String,
    "requirements": pl.Struct({
        "experience": pl.List(
            pl.Struct({"minimumMonths": pl.Float64, "importance": pl.Float64, "mustHave": pl.Boolean})
        ),
        "availability": pl.Struct({"start": pl.String, "hoursPerWeek": Range, "importance": pl.Float64}),
    }),
    "team": pl.Struct({"size": pl.Float64}),
    "compensation": pl.Struct({"pay": pl.List(Pay)}),
    "arrangements": pl.List(
        pl.Struct({"travelShare": pl.Float64, "onSiteDaysPerWeek": Range, "schedule": Schedule})
    ),
    "indifferent": pl.List(pl.String),
}
CANDIDATE = {
    "id": pl.String,
    "experience": pl.List(pl.Struct({"months": pl.Float64})),
    "availability": pl.Struct({"from": pl.String, "hoursPerWeek": Range, "travelShare": pl.Float64}),
    "aspirations": pl.Struct({
        "pay": pl.Struct({
            "importance": pl.Float64,
            "dealBreaker": pl.Boolean,
            "options": pl.List(pl.Struct({"minimum": pl.String})),
        }),
        "schedule": pl.Struct({
            "importance": pl.Float64,
            "options": pl.List(pl.Struct({"hoursPerWeek": Range, "minNoticeDays": pl.Float64})),
        }),
        "workplace": pl.Struct({
            "importance": pl.Float64,
            "options": pl.List(pl.Struct({"maxOnSiteDaysPerWeek": pl.Float64})),
        }),
        "indifferent": pl.List(pl.String),
    }),
    "extensions": pl.Struct({"org.example.teamSize": pl.Float64}),
}
ROLE_ASKS, CANDIDATE_ASKS = ("experience", "hours", "start", "travel"), ("pay", "week", "office", "team", "notice")
# What gives the least degree, in the place of an answer that is not known.
WORST = {"experience": 0.0, "hours": 0.0, "start": float("inf"), "travel": float("-inf")}


@dataclass(frozen=True)
class Market:
    """Roles as rows, and candidates as a frame in single precision."""

    roles: list[dict[str, Any]]
    candidates: pl.LazyFrame


def read(folder: Path, _threads: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The roles and the candidates of a folder."""
    return (
        pl.read_ndjson(folder / "roles.jsonl", schema=ROLE),
        pl.read_ndjson(folder / "candidates.jsonl", schema=CANDIDATE),
    )


def prepare(documents: tuple[pl.DataFrame, pl.DataFrame]) -> Market:
    """Flat columns, with what a candidate's asks weigh and what is unknown whoever answers."""
    roles, people = documents
    wanted = people.select(
        "id",
        experience=pl.col("experience").list.first().struct.field("months"),
        hours=_at("availability", "hoursPerWeek", "maxValue"),
        start=_day(_at("availability", "from")),
        travel=_at("availability", "travelShare"),
        pay=_option("pay", "minimum").cast(pl.Float64),
        pay_essential=_at("aspirations", "pay", "dealBreaker").fill_null(False),
        week=_option("schedule", "hoursPerWeek").struct.field("maxValue"),
        office=_option("workplace", "maxOnSiteDaysPerWeek"),
        team=_at("extensions", "org.example.teamSize"),
        notice=_option("schedule", "minNoticeDays"),
        pay_importance=_importance("pay"),
        week_importance=_importance("schedule"),
        office_importance=_importance("workplace"),
        team_importance=pl.lit(0.5),
        notice_importance=_importance("schedule"),
    )
    weight = {name: RULES[name].weight * pl.col(f"{name}_importance") for name in CANDIDATE_ASKS}
    stated = {name: pl.when(pl.col(name).is_null()).then(0).otherwise(weight[name]) for name in weight}
    silent = _sum(
        pl.when(pl.col(name).is_null() & (pl.col(f"{name}_importance") > 0))
        .then(RULES[name].silence * RULES[name].weight)
        .otherwise(0)
        for name in weight
    )
    total = silent + _sum(stated.values())
    candidates = wanted.select(
        "id",
        "pay_essential",
        *(pl.col(name).fill_null(worst) for name, worst in WORST.items()),
        *(pl.col(name).is_null().cast(pl.Float32).alias(f"{name}_unknown") for name in WORST),
        *(pl.col(name).fill_null(1) for name in CANDIDATE_ASKS),
        *(known.alias(f"{name}_weight") for name, known in stated.items()),
        # Who asks nothing may be met by anything from 0 to 1.
        open=pl.when(total > 0).then(silent).otherwise(1),
        total=pl.when(total > 0).then(total).otherwise(1),
    )
    return Market(_roles(roles).to_dicts(), candidates.cast({pl.Float64: pl.Float32}).rechunk().lazy())


def _roles(roles: pl.DataFrame) -> pl.DataFrame:
    experience = pl.col("requirements").struct.field("experience").list.first()
    availability = pl.col("requirements").struct.field("availability")
    way = pl.col("arrangements").list.first()
    pay = pl.col("compensation").struct.field("pay").list.first()
    present = 1 - pl.col("indifferent").list.contains("availability").fill_null(False).cast(pl.Float64)
    flat = roles.select(
        "id",
        experience=experience.struct.field("minimumMonths"),
        experience_essential=experience.struct.field("mustHave").fill_null(False),
        experience_importance=experience.struct.field("importance").fill_null(0.5),
        hours=availability.struct.field("hoursPerWeek").struct.field("minValue"),
        start=_day(availability.struct.field("start")),
        hours_importance=availability.struct.field("importance").fill_null(0.5) * present,
        start_importance=availability.struct.field("importance").fill_null(0.5) * present,
        travel=way.struct.field("travelShare"),
        travel_importance=pl.lit(0.5),
        pay_least=pay.struct.field("minValue").cast(pl.Float64),
        pay_most=pay.struct.field("maxValue").cast(pl.Float64),
        week=way.struct.field("schedule").struct.field("hoursPerWeek").struct.field("maxValue"),
        office_least=way.struct.field("onSiteDaysPerWeek").struct.field("minValue"),
        office_most=way.struct.field("onSiteDaysPerWeek").struct.field("maxValue"),
        team=pl.col("team").struct.field("size"),
        notice=way.struct.field("schedule").struct.field("noticeDays"),
    )
    return flat.with_columns(
        pl.when(pl.col(name).is_null() & (pl.col(f"{name}_importance") > 0))
        .then(RULES[name].weight * RULES[name].silence)
        .otherwise(RULES[name].weight * pl.col(f"{name}_importance"))
        .alias(f"{name}_weight")
        for name in ROLE_ASKS
    )


def rank(market: Market, top: int, _threads: int) -> list[Ranking]:
    """The best for each role."""
    queries = []
    for role in market.roles:
        scored = market.candidates.select("id", **_scored(role))
        ranked = scored.filter(~pl.col("blocked")).top_k(top, by=["point", "id"], reverse=[False, True])
        queries += [ranked.sort(["point", "id"], descending=[True, False]), scored.select(pl.col("blocked").sum())]
    frames = pl.collect_all(queries)
    return [
        {"role": role["id"], "blocked": blocked.item(), "entries": entries.drop("blocked").to_dicts()}
        for role, entries, blocked in zip(market.roles, frames[::2], frames[1::2], strict=True)
    ]


def _scored(role: dict[str, Any]) -> dict[str, pl.Expr]:
    """The bounds and the point of both sides together, and whether the pair is blocked."""
    sides = _role_side(role), _candidate_side(role)
    low, high = (2 * a * b / pl.max_horizontal(a + b, _number(1e-30)) for a, b in zip(*sides, strict=True))
    blocked = pl.lit(False)
    if role["experience_essential"]:
        blocked |= (pl.col("experience") < role["experience"]) & (pl.col("experience_unknown") == 0)
    if role["pay_most"] is not None:
        blocked |= pl.col("pay_essential") & (pl.col("pay_weight") > 0) & (pl.col("pay") > _number(role["pay_most"]))
    return {"low": low, "high": high, "point": low + _number(0.5) * (high - low), "blocked": blocked}


def _role_side(role: dict[str, Any]) -> tuple[pl.Expr, pl.Expr]:
    wants = {name: _number(role[name]) for name in ROLE_ASKS}
    fits = {
        "experience": pl.col("experience") / wants["experience"],
        "hours": pl.col("hours") / wants["hours"],
        "start": 1 - (pl.col("start") - wants["start"]) / 90,
        "travel": 1 - (wants["travel"] - pl.col("travel")) / _number(0.25),
    }
    asked = {name: role[f"{name}_weight"] for name in ROLE_ASKS if role[f"{name}_weight"] > 0}
    total = sum(asked.values())
    if total == 0:
        return _number(0), _number(1)
    stated = {name: _number(weight / total) for name, weight in asked.items() if role[name] is not None}
    silent = sum(weight for name, weight in asked.items() if role[name] is None) / total
    low = _sum(weight * fits[name].clip(0, 1) for name, weight in stated.items())
    return low, low + _sum(weight * pl.col(f"{name}_unknown") for name, weight in stated.items()) + _number(silent)


def _candidate_side(role: dict[str, Any]) -> tuple[pl.Expr, pl.Expr]:
    wants = {name: pl.col(name) for name in CANDIDATE_ASKS}
    fits: dict[str, tuple[pl.Expr, ...]] = {}
    if role["pay_least"] is not None or role["pay_most"] is not None:
        bounds = role["pay_least"] or 0.0, float("inf") if role["pay_most"] is None else role["pay_most"]
        fits["pay"] = tuple(_number(bound) / wants["pay"] for bound in bounds)
    if role["office_least"] is not None:
        bounds = role["office_most"], role["office_least"]
        fits["office"] = tuple(1 - (_number(bound) - wants["office"]) / 3 for bound in bounds)
    if role["week"] is not None:
        fits["week"] = (1 - (_number(role["week"]) - wants["week"]) / 20,)
    if role["team"] is not None:
        fits["team"] = (1 - (_number(role["team"]) / wants["team"] - 1) / 2,)
    if role["notice"] is not None:
        fits["notice"] = (_number(role["notice"]) / wants["notice"],)
    weight = {name: pl.col(f"{name}_weight") for name in CANDIDATE_ASKS}
    low = _sum(weight[name] * bounds[0].clip(0, 1) for name, bounds in fits.items())
    width = [
        weight[name] * (bounds[1].clip(0, 1) - bounds[0].clip(0, 1))
        for name, bounds in fits.items()
        if len(bounds) == 2
    ]
    unknown = _sum([pl.col("open"), *width, *(weight[name] for name in CANDIDATE_ASKS if name not in fits)])
    return low / pl.col("total"), (low + unknown) / pl.col("total")


def _at(first: str, *names: str) -> pl.Expr:
    return reduce(lambda value, name: value.struct.field(name), names, pl.col(first))


def _option(need: str, name: str) -> pl.Expr:
    return _at("aspirations", need, "options").list.first().struct.field(name)


def _importance(need: str) -> pl.Expr:
    """½ where it is not said, 0 where the need was said not to matter."""
    indifferent = _at("aspirations", "indifferent").list.contains(need).fill_null(False)
    return pl.when(indifferent).then(0).otherwise(_at("aspirations", need, "importance").fill_null(0.5))


def _day(text: pl.Expr) -> pl.Expr:
    return text.str.to_date().to_physical().cast(pl.Float64)


def _number(value: float | None) -> pl.Expr:
    return pl.lit(value, dtype=pl.Float32)


def _sum(terms: Any) -> pl.Expr:
    terms = list(terms)
    return reduce(add, terms) if terms else _number(0)


if __name__ == "__main__":
    run(read, prepare, rank)
