"""Whether a peer found what mutualfit found."""

from harness import Entry, Ranking

# Single precision over nine terms leaves some 1e-6; published scores are rounded to as much.
TOLERANCE = 1e-5


class DisagreementError(Exception):
    """A peer and mutualfit differ: one of the two is wrong."""


def same_rankings(ours: list[Ranking], theirs: list[Ranking]) -> int:
    """Holds rankings to be equal but for the order of scores that are within the tolerance of each other.

    That is a rank correlation of 1 where such scores count as tied. Gives the number of roles whose order is the same
    id by id.
    """
    for our, their in zip(ours, theirs, strict=True):
        _same_ranking(our, their)
    return sum(_ids(our) == _ids(their) for our, their in zip(ours, theirs, strict=True))


def close(one: dict, other: dict) -> bool:
    """Whether bounds and point are within the tolerance."""
    return all(abs(one[name] - other[name]) < TOLERANCE for name in ("low", "high", "point"))


def _same_ranking(our: Ranking, their: Ranking) -> None:
    role = our["role"]
    if their["role"] != role:
        raise DisagreementError(f"{role}: got {their['role']}")
    if their["blocked"] != our["blocked"]:
        raise DisagreementError(f"{role}: {their['blocked']} are blocked, not {our['blocked']}")
    if len(their["entries"]) != len(our["entries"]):
        raise DisagreementError(f"{role}: {len(their['entries'])} entries, not {len(our['entries'])}")
    if len(set(_ids(their))) != len(their["entries"]):
        raise DisagreementError(f"{role}: somebody is there twice")
    known = {entry["id"]: entry for entry in our["entries"]}
    for rank, (at, entry) in enumerate(zip(our["entries"], their["entries"], strict=True), 1):
        # Who is not in our list may stand in it for the last, where they tie.
        expected = known.get(entry["id"]) or entry | {"point": our["entries"][-1]["point"]}
        if abs(entry["point"] - at["point"]) >= TOLERANCE or not close(expected, entry):
            raise DisagreementError(f"{role}, rank {rank}: {entry}, not {at}")


def _ids(ranking: Ranking) -> list[str]:
    entries: list[Entry] = ranking["entries"]
    return [entry["id"] for entry in entries]
