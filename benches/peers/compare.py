"""Runs mutualfit and its peers on the same documents, holds the results to be equal, and compares the times."""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from importlib.metadata import version
from math import nan
from pathlib import Path
from typing import Any

import agreement
import generate
import rubric

HERE = Path(__file__).parent
Result = dict[str, Any]


def main() -> None:
    """Generates, runs, compares, prints."""
    options = _options()
    folder = _data(options.candidates, options.roles, options.seed)
    few = _with_fewer_roles(folder, min(options.few_roles, options.roles))
    bench = Bench(options, folder / "results")

    ours = {threads: bench.mutualfit(folder, threads) for threads in bench.threads}
    reference = ours[1]["rankings"]
    pairs = options.candidates * len(reference)
    rows = []
    for threads, result in ours.items():
        if result["rankings"] != reference:
            raise agreement.DisagreementError(f"mutualfit on {threads} threads")
        rows.append(_row("mutualfit", threads, pairs, result, "reference"))
    for name in ("numpy", "polars", "duckdb"):
        for threads in bench.threads:
            result = bench.peer(name, folder, threads)
            rows.append(_row(name, threads, pairs, result, _agreed(reference, result)))
    result = bench.peer("scikit_criteria", few, 1)
    part = reference[: len(result["rankings"])]
    rows.append(_row("scikit-criteria", 1, options.candidates * len(part), result, _agreed(part, result)))
    _add_ratios(rows)
    explaining = _explaining(ours[1], bench.zen(folder))

    _print(options, rows, explaining)
    if options.json:
        report = {
            "command": "benches/peers/run " + " ".join(sys.argv[1:]),
            "commit": _commit(),
            "machine": _machine(),
            "candidates": options.candidates,
            "roles": options.roles,
            "top": options.top,
            "ranking": rows,
            "explaining": explaining,
        }
        options.json.write_text(json.dumps(report, indent=2) + "\n")


class Bench:
    """Runs each program by itself, so that none leaves memory or threads to the next."""

    def __init__(self, options: argparse.Namespace, results: Path) -> None:
        self.options = options
        self.results = results
        self.threads = sorted({1, options.threads})
        results.mkdir(exist_ok=True)

    def mutualfit(self, folder: Path, threads: int) -> Result:
        """The ranking, and explanations of its first pairs."""
        command = [os.environ["MUTUALFIT_PEERS"], "--rubric", str(rubric.PATH), "--explain", str(self.options.explain)]
        return self._run(f"mutualfit-{threads}", command, folder, threads)

    def peer(self, name: str, folder: Path, threads: int) -> Result:
        """The ranking by a peer."""
        return self._run(f"{name}-{threads}", [sys.executable, str(HERE / f"{name}_peer.py")], folder, threads)

    def zen(self, folder: Path) -> Result:
        """The pairs that mutualfit explained, by the rule engine."""
        out = self.results / "zen.json"
        explained = self.results / "mutualfit-1.json"
        command = [sys.executable, str(HERE / "zen_peer.py"), "--explained", str(explained)]
        self._call([*command, "--data", str(folder), "--out", str(out)], 1)
        return json.loads(out.read_text())

    def _run(self, name: str, command: list[str], folder: Path, threads: int) -> Result:
        out = self.results / f"{name}.json"
        options = {"data": folder, "out": out, "top": self.options.top, "threads": threads, "runs": self.options.runs}
        print(f"  {name}", file=sys.stderr)
        self._call([*command, *(word for key, value in options.items() for word in (f"--{key}", str(value)))], threads)
        return json.loads(out.read_text())

    def _call(self, command: list[str], threads: int) -> None:
        limits = ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
        subprocess.run(command, check=True, env=os.environ | dict.fromkeys(limits, str(threads)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benches/peers/run", description=__doc__)
    parser.add_argument("--candidates", type=int, default=200_000)
    parser.add_argument("--roles", type=int, default=64)
    parser.add_argument("--top", type=int, default=10, help="how many entries of each ranking are compared")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="beside 1")
    parser.add_argument("--runs", type=int, default=5, help="after one to warm up; the fastest counts")
    parser.add_argument("--few-roles", type=int, default=4, help="how many roles scikit-criteria ranks for")
    parser.add_argument("--explain", type=int, default=640, help="how many pairs are explained")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--json", type=Path, help="where the figures are written")
    return parser.parse_args()


def _data(candidates: int, roles: int, seed: int) -> Path:
    """The documents, made where they are not there yet."""
    folder = HERE / ".data" / f"{roles}x{candidates}-{seed}"
    if not folder.exists():
        unfinished = folder.with_suffix(".part")
        shutil.rmtree(unfinished, ignore_errors=True)
        generate.write(unfinished, roles, candidates, seed)
        unfinished.rename(folder)
    return folder


def _with_fewer_roles(folder: Path, roles: int) -> Path:
    """The same candidates with the first roles alone, for a peer that takes long."""
    few = folder / "few-roles"
    shutil.rmtree(few, ignore_errors=True)
    few.mkdir()
    (few / "candidates.jsonl").symlink_to(folder / "candidates.jsonl")
    lines = (folder / "roles.jsonl").read_text().splitlines(keepends=True)
    (few / "roles.jsonl").write_text("".join(lines[:roles]))
    return few


def _row(name: str, threads: int, pairs: int, result: Result, agreed: str) -> Result:
    return {
        "peer": name,
        "version": None if name == "mutualfit" else version(name),
        "threads": threads,
        "readSeconds": result["readSeconds"],
        "prepareSeconds": result["prepareSeconds"],
        "nanosecondsPerPair": min(result["scoreSeconds"]) / pairs * 1e9,
        "cpuNanosecondsPerPair": min(result["scoreCpuSeconds"], default=nan) / pairs * 1e9,
        "agreed": agreed,
    }


def _agreed(ours: list[Result], result: Result) -> str:
    same = agreement.same_rankings(ours, result["rankings"])
    return f"{same} of {len(ours)} id by id"


def _add_ratios(rows: list[Result]) -> None:
    """A peer's time over mutualfit's on as many threads, by the clock and by the processors' time."""
    ours = {row["threads"]: row for row in rows if row["peer"] == "mutualfit"}
    for row in rows:
        for ratio, name in {"ratio": "nanosecondsPerPair", "cpuRatio": "cpuNanosecondsPerPair"}.items():
            row[ratio] = row[name] / ours[row["threads"]][name]


def _explaining(ours: Result, zen: Result) -> Result:
    scored = {(ranking["role"], entry["id"]): entry for ranking in ours["rankings"] for entry in ranking["entries"]}
    for score in zen["scores"]:
        expected = scored[tuple(score["pair"])]
        if score["blocked"] or not agreement.close(score, expected):
            raise agreement.DisagreementError(f"zen-engine: {score}, not {expected}")
    pairs = len(zen["scores"])
    our_time, their_time = ours["explained"]["seconds"] / pairs, min(zen["scoreSeconds"]) / pairs
    return {
        "pairs": pairs,
        "mutualfitMicroseconds": our_time * 1e6,
        "zenEngineMicroseconds": their_time * 1e6,
        "zenEngineVersion": version("zen-engine"),
        "ratio": their_time / our_time,
    }


def _print(options: argparse.Namespace, rows: list[Result], explaining: Result) -> None:
    print(f"\n{options.candidates:,} candidates x {options.roles:,} roles, nine criteria, top {options.top}\n")
    names = [
        "peer",
        "threads",
        "reading s",
        "preparing s",
        "ns a pair",
        "ratio",
        "CPU ns a pair",
        "CPU ratio",
        "same order",
    ]
    print(f"| {' | '.join(names)} |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|---|")
    for row in rows:
        cells = [
            f"{row['peer']} {row['version'] or ''}".strip(),
            f"{row['threads']}",
            f"{row['readSeconds']:.2f}",
            f"{row['prepareSeconds']:.2f}",
            f"{row['nanosecondsPerPair']:.1f}",
            f"{row['ratio']:.1f}",
            f"{row['cpuNanosecondsPerPair']:.1f}",
            f"{row['cpuRatio']:.1f}",
            row["agreed"],
        ]
        print(f"| {' | '.join(cells)} |")
    ours, theirs = explaining["mutualfitMicroseconds"], explaining["zenEngineMicroseconds"]
    print(f"\n{explaining['pairs']} pairs explained one by one: mutualfit {ours:.1f} us a pair,", end=" ")
    print(f"zen-engine {explaining['zenEngineVersion']} {theirs:.1f} us, {explaining['ratio']:.1f} times as long.")
    print(f"All results agree within {agreement.TOLERANCE:g}.")


def _commit() -> str:
    return subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=HERE, check=True, capture_output=True, text=True
    ).stdout.strip()


def _machine() -> Result:
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    models = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return {
        "processor": models[0] if models else platform.processor(),
        "cores": os.cpu_count(),
        "loadAverage": os.getloadavg()[0],
        "python": platform.python_version(),
    }


if __name__ == "__main__":
    main()
