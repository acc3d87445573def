"""What every peer does alike: read, prepare, rank some times, and write what came out and how long it took."""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, TypeVar

Documents = TypeVar("Documents")
Prepared = TypeVar("Prepared")


class Entry(TypedDict):
    """A candidate of a ranking, with the bounds and the point of both sides together."""

    id: str
    low: float
    high: float
    point: float


class Ranking(TypedDict):
    """The best candidates for a role, best first, and how many are blocked."""

    role: str
    blocked: int
    entries: list[Entry]


def run(
    read: Callable[[Path, int], Documents],
    prepare: Callable[[Documents], Prepared],
    rank: Callable[[Prepared, int, int], list[Ranking]],
) -> None:
    """Runs a peer as the command line says.

    `read` gets the folder of the documents and the number of threads, `prepare` what was read, and `rank` what was
    prepared, the length of a ranking and the number of threads.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--top", type=int, default=10)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()

    start = time.perf_counter()
    documents = read(options.data, options.threads)
    read_seconds = time.perf_counter() - start

    start = time.perf_counter()
    prepared = prepare(documents)
    prepare_seconds = time.perf_counter() - start
    del documents

    rankings = rank(prepared, options.top, options.threads)
    score_seconds, cpu_seconds = [], []
    for _ in range(options.runs):
        start, cpu = time.perf_counter(), time.process_time()
        rank(prepared, options.top, options.threads)
        score_seconds.append(time.perf_counter() - start)
        cpu_seconds.append(time.process_time() - cpu)
    result = {
        "readSeconds": read_seconds,
        "prepareSeconds": prepare_seconds,
        "scoreSeconds": score_seconds,
        "scoreCpuSeconds": cpu_seconds,
        "rankings": rankings,
    }
    options.out.write_text(json.dumps(result))
