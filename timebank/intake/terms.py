"""Lists of words and phrases per category, made ready for looking up."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from timebank.intake.stems import LANGUAGES, Spelling, stem
from timebank.intake.wording import read_words

GAP = "..."
_GAP_MOST = 4
_WEIGHTS = {"!": 2.0, "?": 0.5, "*": 4.0}


@dataclass(frozen=True)
class Phrase:
    """Stems in a row, GAP for up to four words between; it speaks for ``category`` with ``weight``."""

    stems: tuple[str, ...]
    category: str
    weight: float

    def last_from(self, stems: tuple[str, ...], start: int) -> int | None:
        """The place of its last word where it begins at ``start`` of a text's stems; None where it doesn't."""
        place, wide = start, False
        for wanted in self.stems:
            if wanted == GAP:
                wide = True
                continue
            reach = place + 1 + (_GAP_MOST if wide else 0)
            place = next((i for i in range(place, min(reach, len(stems))) if stems[i] == wanted), -1)
            if place < 0 or "." in stems[start:place]:
                return None
            place, wide = place + 1, False
        return place - 1


@dataclass
class TermIndex:
    """Single words of all categories by language and stem, and phrases by language and their first two stems."""

    singles: dict[tuple[str, str], dict[str, float]] = field(default_factory=dict)
    phrases: dict[tuple[str, str, str], list[Phrase]] = field(default_factory=dict)
    forms: set[str] = field(default_factory=set)
    spellings: tuple[Spelling, ...] = ()
    new: set[str] = field(default_factory=set)
    """Forms that came since it was last closed."""

    def copy(self) -> "TermIndex":
        """Another one with the same terms, to add to; making it costs little."""
        return TermIndex(dict(self.singles), dict(self.phrases), set(self.forms), self.spellings)

    def add(self, language: str, category: str, terms: str) -> None:
        """Learn comma-separated terms; '!' makes one strong, '?' weak, '*' one that a coordinator gave."""
        for words, weight in _split(terms):
            tokens = [GAP if each == GAP else stem(language, each) for each in words]
            self.new.update(each for each in words if each != GAP and each not in self.forms)
            if len(tokens) == 1:
                known = self.singles.get((language, tokens[0]), {})
                best = max(weight, known.get(category, 0.0))
                self.singles[language, tokens[0]] = {**known, category: best}
            elif tokens:
                phrase = Phrase(tuple(tokens), category, weight * 1.6)
                begun = (language, tokens[0], tokens[1])
                self.phrases[begun] = [*self.phrases.get(begun, []), phrase]

    def close(self) -> None:
        """Sort the phrases, longest first, and get ready for misspellings."""
        for begun, phrases in self.phrases.items():
            self.phrases[begun] = sorted(phrases, key=lambda each: -len(each.stems))
        self.spellings = (*self.spellings, Spelling(self.new))
        self.forms |= self.new
        self.new = set()

    def meant(self, word: str) -> str | None:
        """The closest form to a misspelt word, or None."""
        found = (each.meant(word) for each in self.spellings)
        return next((each for each in found if each is not None), None)

    def phrases_at(self, language: str, stems: tuple[str, ...], place: int) -> list[Phrase]:
        """The phrases that may begin at ``place``, by their first two words; the longest first."""
        behind = stems[place + 1] if place + 1 < len(stems) else ""
        near = self.phrases.get((language, stems[place], behind), [])
        wide = self.phrases.get((language, stems[place], GAP), [])
        return sorted([*near, *wide], key=lambda each: -len(each.stems)) if near and wide else near or wide

    def weights(self, word: str) -> dict[str, float]:
        """What a folded word speaks for, the best of the languages; a word of many categories says less."""
        found: dict[str, float] = {}
        for language in LANGUAGES:
            known = self.singles.get((language, stem(language, word)), {})
            share = len(known) ** 0.5
            for category, weight in known.items():
                found[category] = max(found.get(category, 0.0), weight / share)
        return found


def _split(terms: str) -> Iterator[tuple[list[str], float]]:
    for term in terms.split(","):
        mark = term.strip()[-1:]
        weight = _WEIGHTS.get(mark, 1.0)
        words = [
            token
            for piece in term.strip().rstrip("!?*").split()
            for token in ([GAP] if piece == GAP else read_words(piece).tokens)
        ]
        if words:
            yield words, weight
