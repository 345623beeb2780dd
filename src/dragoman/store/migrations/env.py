"""Run migrations on the connection, and in the transaction, that `dragoman.store.version` hands over."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
