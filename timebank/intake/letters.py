"""A last resort for words that no list knows: the listed word that shares most letter triples."""

from collections import Counter, defaultdict

_ALIKE = 0.5
_KEPT_MOST = 20_000


class LetterIndex:
    """Words with what they speak for, by their letter triples; ``beside`` is asked where these have none."""

    def __init__(self, words: dict[str, dict[str, float]], beside: "LetterIndex | None" = None) -> None:
        self._beside = beside
        self._scores = {word: scores for word, scores in words.items() if scores and len(word) > 3}
        self._sizes = {word: len(_triples(word)) for word in self._scores}
        self._found: dict[str, dict[str, float]] = {}
        self._by_triple: dict[str, list[str]] = defaultdict(list)
        for word in self._scores:
            for triple in _triples(word):
                self._by_triple[triple].append(word)

    def closest(self, word: str) -> dict[str, float]:
        """What the most similar word speaks for, made less by how unlike they are (Dice); empty below a half."""
        if len(word) < 4:
            return {}
        if word not in self._found:
            if len(self._found) > _KEPT_MOST:
                self._found.clear()
            own = self._closest(word)
            self._found[word] = self._beside.closest(word) if self._beside is not None and not own else own
        return self._found[word]

    def _closest(self, word: str) -> dict[str, float]:
        triples = _triples(word)
        shared = Counter(other for triple in triples for other in self._by_triple.get(triple, ()))
        alike = {other: 2 * n / (len(triples) + self._sizes[other]) for other, n in shared.items()}
        best = max(sorted(alike), key=alike.__getitem__, default="")
        if not best or alike[best] < _ALIKE:
            return {}
        return {category: weight * alike[best] for category, weight in self._scores[best].items()}


def _triples(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}
