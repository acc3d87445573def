"""The ranking in Polars: a lazy query a role, which Polars spreads over its threads."""

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
    "arrangements": pl.List(pl.Struct({"travelShare": pl.Float64, "onSiteDaysPerWeek": Range, "schedule": Schedule})),
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
        pl
        .when(pl.col(name).is_null() & (pl.col(f"{name}_importance") > 0))
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
        pl
        .when(pl.col(name).is_null() & (pl.col(f"{name}_importance") > 0))
        .then(RULES[name].weight * RULES[name].silence)
        .otherwise(RULES[name].weight * pl.col(f"{name}_importance"))
        .alias(f"{name}_weight")
        for name in ROLE_ASKS
    )


def rank(market: Market, top: int, _threads: int) -> list[Ranking]:
    """The best for each role, one after the other: all at once would crowd each other out of the caches."""
    return [_ranking(_scored(market.candidates, role).collect(), role["id"], top) for role in market.roles]


def _ranking(scored: pl.DataFrame, role: str, top: int) -> Ranking:
    able = scored.filter(~pl.col("blocked"))
    # Few are as good as the last of the best; they alone are sorted, ties by id.
    best = able.filter(pl.col("point") >= able["point"].top_k(top).min())
    entries = best.sort("point", "id", descending=[True, False]).head(top)
    return {"role": role, "blocked": scored["blocked"].sum(), "entries": entries.drop("blocked").to_dicts()}


def _scored(candidates: pl.LazyFrame, role: dict[str, Any]) -> pl.LazyFrame:
    """The bounds and the point of both sides together, and whether the pair is blocked. Each step names what the next
    ones use more than once, so that nothing is reckoned twice."""
    a, b = pl.col("role_low"), pl.col("candidate_low")
    c, d = pl.col("role_high"), pl.col("candidate_high")
    return (
        candidates
        .with_columns(**_intervals(role))
        .with_columns(role_low=_role_low(role), candidate_low=_candidate_low(role))
        .select(
            "id",
            a,
            b,
            role_high=a + _role_unknown(role),
            candidate_high=b + _candidate_unknown(role) / pl.col("total"),
            blocked=_blocked(role),
        )
        .select("id", "blocked", low=2 * a * b / _above_nothing(a + b), high=2 * c * d / _above_nothing(c + d))
        .with_columns(point=pl.col("low") + _number(0.5) * (pl.col("high") - pl.col("low")))
    )


def _blocked(role: dict[str, Any]) -> pl.Expr:
    blocked = pl.lit(False)
    if role["experience_essential"]:
        blocked |= (pl.col("experience") < _number(role["experience"])) & (pl.col("experience_unknown") == 0)
    if role["pay_most"] is not None:
        blocked |= pl.col("pay_essential") & (pl.col("pay_weight") > 0) & (pl.col("pay") > _number(role["pay_most"]))
    return blocked


def _role_low(role: dict[str, Any]) -> pl.Expr:
    wants = {name: _number(role[name]) for name in ROLE_ASKS}
    fits = {
        "experience": pl.col("experience") / wants["experience"],
        "hours": pl.col("hours") / wants["hours"],
        "start": 1 - (pl.col("start") - wants["start"]) / 90,
        "travel": 1 - (wants["travel"] - pl.col("travel")) / _number(0.25),
    }
    stated = {name: share for name, share in _shares(role).items() if role[name] is not None}
    return _sum(_number(share) * fits[name].clip(0, 1) for name, share in stated.items())


def _role_unknown(role: dict[str, Any]) -> pl.Expr:
    shares = _shares(role)
    silent = sum(share for name, share in shares.items() if role[name] is None) if shares else 1.0
    stated = (_number(share) * pl.col(f"{name}_unknown") for name, share in shares.items() if role[name] is not None)
    return _sum([_number(silent), *stated])


def _shares(role: dict[str, Any]) -> dict[str, float]:
    """What part of the role's side each criterion makes up."""
    weights = {name: role[f"{name}_weight"] for name in ROLE_ASKS if role[f"{name}_weight"] > 0}
    return {name: weight / sum(weights.values()) for name, weight in weights.items()}


def _intervals(role: dict[str, Any]) -> dict[str, pl.Expr]:
    """The bounds of what a role answers by a range."""
    bounds = {}
    if role["pay_least"] is not None or role["pay_most"] is not None:
        least, most = role["pay_least"] or 0.0, float("inf") if role["pay_most"] is None else role["pay_most"]
        bounds |= {f"pay_{end}": _number(pay) / pl.col("pay") for end, pay in [("low", least), ("high", most)]}
    if role["office_least"] is not None:
        days = [("low", role["office_most"]), ("high", role["office_least"])]
        bounds |= {f"office_{end}": 1 - (_number(day) - pl.col("office")) / 3 for end, day in days}
    return {name: bound.clip(0, 1) for name, bound in bounds.items()}


def _candidate_low(role: dict[str, Any]) -> pl.Expr:
    bounds = _intervals(role)
    fits = {
        "week": 1 - (_number(role["week"]) - pl.col("week")) / 20,
        "team": 1 - (_number(role["team"]) / pl.col("team") - 1) / 2,
        "notice": _number(role["notice"]) / pl.col("notice"),
    }
    exact = [pl.col(f"{name}_weight") * fit.clip(0, 1) for name, fit in fits.items() if role[name] is not None]
    vague = [pl.col(f"{name}_weight") * pl.col(f"{name}_low") for name in ("pay", "office") if f"{name}_low" in bounds]
    return _sum([*vague, *exact]) / pl.col("total")


def _candidate_unknown(role: dict[str, Any]) -> pl.Expr:
    bounds = _intervals(role)
    vague = [
        pl.col(f"{name}_weight") * (pl.col(f"{name}_high") - pl.col(f"{name}_low") if f"{name}_low" in bounds else 1)
        for name in ("pay", "office")
    ]
    unsaid = [pl.col(f"{name}_weight") for name in ("week", "team", "notice") if role[name] is None]
    return _sum([pl.col("open"), *vague, *unsaid])


def _above_nothing(number: pl.Expr) -> pl.Expr:
    return pl.max_horizontal(number, _number(1e-30))


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
