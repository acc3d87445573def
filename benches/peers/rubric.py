"""The rubric that mutualfit reads, as peers need it."""

import json
from dataclasses import dataclass
from pathlib import Path

PATH = Path(__file__).parent / "rubric.json"


@dataclass(frozen=True)
class Rule:
    """How much a criterion weighs, and how much of that an ask counts that was not stated."""

    weight: float
    silence: float


def rules() -> dict[str, Rule]:
    """The rule of each criterion, by its name without the vendor's."""
    entries = json.loads(PATH.read_text())["criteria"]
    return {entry["use"].split("/")[1]: Rule(entry["weight"], entry.get("silence", 0)) for entry in entries}
