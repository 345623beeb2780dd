"""Time expressions → values with honest precision; no clock is ever read."""

from dragoman.timex.compile import compile_times, decode_times, load_time_file, load_time_words
from dragoman.timex.find import find_times
from dragoman.timex.publication import infer_publication
from dragoman.timex.schema import TimeData
from dragoman.timex.shift import shift_to_future, shift_to_past
from dragoman.timex.words import TimeWords

__all__ = [
    "TimeData", "TimeWords", "compile_times", "decode_times", "find_times", "infer_publication", "load_time_file",
    "load_time_words", "shift_to_future", "shift_to_past",
]  # fmt: skip
