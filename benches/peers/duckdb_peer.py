"""The ranking in DuckDB: one query over the cross join of roles and candidates."""

from pathlib import Path
from typing import Any

import duckdb

from harness import Entry, Ranking, run
from rubric import rules

HERE = Path(__file__).parent
RANGE = "struct(minValue double, maxValue double)"
ROLE = {
    "id": "varchar",
    "requirements": f"""struct(
        experience struct(minimumMonths double, importance double, mustHave boolean)[],
        availability struct(start date, hoursPerWeek {RANGE}, importance double)
    )""",
    "team": "struct(size double)",
    "compensation": "struct(pay struct(minValue double, maxValue double)[])",
    "arrangements": f"""struct(
        travelShare double,
        onSiteDaysPerWeek {RANGE},
        schedule struct(hoursPerWeek {RANGE}, noticeDays double)
    )[]""",
    "indifferent": "varchar[]",
}
CANDIDATE = {
    "id": "varchar",
    "experience": "struct(months double)[]",
    "availability": f'struct("from" date, hoursPerWeek {RANGE}, travelShare double)',
    "aspirations": f"""struct(
        pay struct(importance double, dealBreaker boolean, options struct(minimum double)[]),
        schedule struct(importance double, options struct(hoursPerWeek {RANGE}, minNoticeDays double)[]),
        workplace struct(importance double, options struct(maxOnSiteDaysPerWeek double)[]),
        indifferent varchar[]
    )""",
    "extensions": 'struct("org.example.teamSize" double)',
}


def read(folder: Path, threads: int) -> duckdb.DuckDBPyConnection:
    """A database in memory that holds the documents as they are."""
    database = duckdb.connect(config={"threads": threads})
    for table, columns in {"roles": ROLE, "candidates": CANDIDATE}.items():
        database.read_json(str(folder / f"{table}.jsonl"), format="newline_delimited", columns=columns).create(table)
    return database


def prepare(database: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Flat tables beside them, with what asks weigh."""
    weights = {name: f"{rule.weight}" for name, rule in rules().items()}
    silences = {f"{name}_silence": f"{rule.silence}" for name, rule in rules().items()}
    for name, number in (weights | silences).items():
        database.execute(f"set variable {name} = {number}")
    database.execute((HERE / "duckdb_prepare.sql").read_text())
    return database


def rank(database: duckdb.DuckDBPyConnection, top: int, _threads: int) -> list[Ranking]:
    """The best for each role."""
    rows = database.execute((HERE / "duckdb_rank.sql").read_text(), {"top": top}).fetchall()
    return [
        {"role": role, "blocked": blocked, "entries": [_entry(best) for best in entries or []]}
        for role, blocked, entries in rows
    ]


def _entry(best: dict[str, Any]) -> Entry:
    return {"id": best["id"], "low": best["low"], "high": best["high"], "point": -best["above"]}


if __name__ == "__main__":
    run(read, prepare, rank)
