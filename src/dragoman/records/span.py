"""A stretch of the original text."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Point at `text[start:end]` of the document's text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words this span points at."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end
