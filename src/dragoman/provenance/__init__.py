"""The way an article came by: agency, original, translation, republication, outlet."""

from dragoman.provenance.outlet import is_own_outlet, outlets_of
from dragoman.provenance.trace import trace

__all__ = ["is_own_outlet", "outlets_of", "trace"]
