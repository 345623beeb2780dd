"""Dragoman reads news in the language it is written in and writes down political events."""

__version__ = "0.1.0"
