"""The engine with English loaded and a page read, for the server that forks commands: loading takes seconds."""

from dragoman.ingest import Defaults
from dragoman.ingest.page import read_page
from dragoman.pipeline import Knowledge, analyse
from dragoman.runner.knowledge import Settings, cache_folder, open_knowledge
from dragoman.runner.trials.site import article

TEXT = "\n".join(
    f"China accused India of breaking the agreement, said officials on {day}." for day in ("Monday", "Friday")
)
KNOWLEDGE: Knowledge = open_knowledge(Settings(cache=cache_folder()))
analyse(read_page(article("Talks", TEXT).encode(), "warm", "warm", Defaults()).document, KNOWLEDGE)


def hand_over(settings: Settings) -> Knowledge:
    """Return the engine that is loaded, in the place of loading it."""
    return KNOWLEDGE
