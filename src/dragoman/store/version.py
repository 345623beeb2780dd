"""Tell the schema version of a store, and bring it up to this program's; alembic is loaded only to change something."""

from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

MIGRATIONS = Path(__file__).parent / "migrations"
FIRST = "0001"
"""The version of stores made before stores had versions."""
_LOCK = 0x647261676F6D616E
"""Key of PostgreSQL's advisory lock, so that only one program changes the tables at a time ("dragoman" in hexadecimal)."""


@cache
def newest_version() -> str:
    """Return the schema version of this program, as the files of migrations are numbered."""
    return max(file.name[1:5] for file in (MIGRATIONS / "versions").glob("v????_*.py"))


def version_of(connection: Connection) -> str | None:
    """Return the schema version of a store, None where there is no store."""
    tables = inspect(connection)
    if tables.has_table("alembic_version"):
        held = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if held is not None:
            return str(held)
    return FIRST if tables.has_table("documents") else None


def bring_up(engine: Engine, target: str | None = None) -> None:
    """Make the tables, or bring them up to `target` (this program's version by default), in one transaction.

    Nothing is done to a store that is there already or beyond. Two programs that upgrade one store wait for each other.
    """
    goal = target or newest_version()
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        held = version_of(connection)
        if held is None or held < goal:
            _migrate(connection, held, goal)


def _migrate(connection: Connection, held: str | None, goal: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    if held == FIRST and not inspect(connection).has_table("alembic_version"):
        command.stamp(config, FIRST)
    command.upgrade(config, goal)
