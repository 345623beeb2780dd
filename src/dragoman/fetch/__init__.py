"""Ask servers for feeds and pages, politely and without trusting what they say."""

from dragoman.fetch.client import Client, Limits
from dragoman.fetch.clock import Clock, SystemClock
from dragoman.fetch.dispatch import Dispatcher, Finished, Manners
from dragoman.fetch.message import Answer, Request, Trouble

__all__ = [
    "Answer",
    "Client",
    "Clock",
    "Dispatcher",
    "Finished",
    "Limits",
    "Manners",
    "Request",
    "SystemClock",
    "Trouble",
]
