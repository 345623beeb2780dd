"""Write many rows into PostgreSQL by COPY."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError


def copy_rows(connection: Connection, table: str, names: Iterable[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write rows into a table of PostgreSQL; raise IntegrityError where one is there, or another writer is in the way."""
    import psycopg

    driver: Any = connection.connection.driver_connection
    quoted = ", ".join(f'"{name}"' for name in names)
    statement = f"COPY {table} ({quoted}) FROM STDIN"
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except (psycopg.IntegrityError, psycopg.errors.DeadlockDetected) as error:
        raise IntegrityError(statement, None, error) from error
