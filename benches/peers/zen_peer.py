"""One pair at a time by the rule engine zen-engine, traced, beside mutualfit's explanations of the same pairs."""

import argparse
import json
import time
from dataclasses import asdict
from pathlib import Path

import zen

from rubric import rules

RULES = Path(__file__).parent / "zen_rules.json"


def main() -> None:
    """Evaluates the pairs that mutualfit explained."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--explained", type=Path, required=True, help="the result in which mutualfit names the pairs")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()

    pairs = json.loads(options.explained.read_text())["explained"]["pairs"]
    roles = _by_id(options.data / "roles.jsonl", {role for role, _ in pairs})
    candidates = _by_id(options.data / "candidates.jsonl", {candidate for _, candidate in pairs})
    rubric = {name: asdict(rule) for name, rule in rules().items()}
    decision = zen.ZenEngine().create_decision(RULES.read_text())
    # As text, which the engine reads faster than it converts dictionaries.
    contexts = [
        json.dumps({"role": roles[role], "candidate": candidates[candidate], "rubric": rubric})
        for role, candidate in pairs
    ]
    score_seconds = []
    for _ in range(options.runs):
        start = time.perf_counter()
        responses = [decision.evaluate(context, {"trace": True}) for context in contexts]
        score_seconds.append(time.perf_counter() - start)
    names = ("low", "high", "point", "blocked")
    scores = [
        {"pair": pair} | {name: response["result"][name] for name in names}
        for pair, response in zip(pairs, responses, strict=True)
    ]
    options.out.write_text(json.dumps({"scoreSeconds": score_seconds, "scores": scores}))


def _by_id(path: Path, ids: set[str]) -> dict[str, dict]:
    with path.open("rb") as lines:
        return {document["id"]: document for document in map(json.loads, lines) if document["id"] in ids}


if __name__ == "__main__":
    main()
