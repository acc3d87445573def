"""Makes up roles and candidates as JSON Lines, the one source of data that every peer reads.

The documents hold no more than the nine criteria of the comparison read. About a fifth of everything is left unsaid,
and some sections are said not to matter. The same seed gives the same bytes.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

IMPORTANCES = [0.25, 0.5, 0.75, 1]
FIRST_DAY = date(2027, 1, 4)


def write(folder: Path, roles: int, candidates: int, seed: int) -> None:
    """Writes `roles.jsonl` and `candidates.jsonl` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_lines(folder / "roles.jsonl", roles, Random(f"{seed} roles"), role)
    _write_lines(folder / "candidates.jsonl", candidates, Random(f"{seed} candidates"), candidate)


def role(draw: Random, number: int) -> dict[str, Any]:
    """A role that asks for experience, hours, a start and journeys, and says what it offers."""
    pay = draw.randint(38_000_00, 125_000_00)
    days = draw.randint(0, 4)
    hours = draw.randint(16, 40)
    return _without_nothing({
        "spec": "mutualfit/role/1",
        "id": f"r-{number:04}",
        "title": f"Role {number}",
        "requirements": _without_nothing({
            "experience": _said(
                draw,
                lambda: [
                    _without_nothing({
                        "minimumMonths": draw.randint(6, 144),
                        "importance": _said(draw, lambda: draw.choice(IMPORTANCES)),
                        "mustHave": draw.random() < 0.4 or None,
                    })
                ],
            ),
            "availability": _said(
                draw,
                lambda: _without_nothing({
                    "start": _said(draw, lambda: _day(draw)),
                    "hoursPerWeek": _said(draw, lambda: {"minValue": hours, "maxValue": hours + 8}),
                    "importance": _said(draw, lambda: draw.choice(IMPORTANCES)),
                }),
            ),
        }),
        "team": _said(draw, lambda: {"size": draw.randint(3, 40)}),
        "compensation": _said(
            draw,
            lambda: {
                "pay": [
                    _without_nothing({
                        "minValue": _said(draw, lambda: _money(pay)),
                        "maxValue": _said(draw, lambda: _money(pay + draw.randint(0, 30_000_00))),
                        "currency": "USD",
                        "unitText": "YEAR",
                    })
                ]
            },
        ),
        "arrangements": [
            _without_nothing({
                "travelShare": _said(draw, lambda: draw.randint(0, 50) / 100),
                "onSiteDaysPerWeek": _said(draw, lambda: {"minValue": days, "maxValue": days + draw.randint(0, 1)}),
                "schedule": _said(
                    draw,
                    lambda: _without_nothing({
                        "hoursPerWeek": _said(
                            draw, lambda: {"minValue": hours, "maxValue": hours + draw.randint(0, 8)}
                        ),
                        "noticeDays": _said(draw, lambda: draw.randint(2, 21)),
                    }),
                ),
            })
        ],
        "indifferent": ["availability"] if draw.random() < 0.1 else None,
    })


def candidate(draw: Random, number: int) -> dict[str, Any]:
    """A candidate who says what answers those asks, and asks for pay, hours, days at home, a team and notice."""
    hours = draw.randint(32, 96) / 2
    pay = draw.randint(35_000_00, 120_000_00)
    return _without_nothing({
        "spec": "mutualfit/candidate/1",
        "id": f"c-{number:07}",
        "experience": _said(draw, lambda: [{"months": draw.randint(0, 150)}]),
        "availability": _said(
            draw,
            lambda: _without_nothing({
                "from": _said(draw, lambda: _day(draw)),
                "hoursPerWeek": _said(draw, lambda: {"maxValue": hours}),
                "travelShare": _said(draw, lambda: draw.randint(0, 40) / 100),
            }),
        ),
        "aspirations": _without_nothing({
            "pay": _said(
                draw,
                lambda: _without_nothing({
                    "importance": _said(draw, lambda: draw.choice(IMPORTANCES)),
                    "dealBreaker": draw.random() < 0.15 or None,
                    "options": [{"minimum": _money(pay), "currency": "USD", "unitText": "YEAR"}],
                }),
            ),
            "schedule": _said(
                draw,
                lambda: _without_nothing({
                    "importance": _said(draw, lambda: draw.choice(IMPORTANCES)),
                    "options": [
                        _without_nothing({
                            "hoursPerWeek": _said(draw, lambda: {"maxValue": hours}),
                            "minNoticeDays": _said(draw, lambda: draw.randint(7, 28)),
                        })
                    ],
                }),
            ),
            "workplace": _said(
                draw,
                lambda: _without_nothing({
                    "importance": _said(draw, lambda: draw.choice(IMPORTANCES)),
                    "options": [{"maxOnSiteDaysPerWeek": draw.randint(0, 10) / 2}],
                }),
            ),
            "indifferent": [draw.choice(["pay", "schedule", "workplace"])] if draw.random() < 0.1 else None,
        }),
        "extensions": _said(draw, lambda: {"org.example.teamSize": draw.randint(2, 12)}),
    })


def _write_lines(path: Path, count: int, draw: Random, make: Callable[[Random, int], dict[str, Any]]) -> None:
    lines: Iterator[str] = (json.dumps(make(draw, number), separators=(",", ":")) for number in range(count))
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


def _said(draw: Random, make: Callable[[], Any]) -> Any:
    """What four of five say."""
    return make() if draw.random() < 0.8 else None


def _without_nothing(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value is not None}


def _day(draw: Random) -> str:
    return (FIRST_DAY + timedelta(days=draw.randint(0, 270))).isoformat()


def _money(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"
