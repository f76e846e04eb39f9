"""Alembic's entry: runs the migrations on the connection that the database hands over.

The caller has begun the transaction and ends it, so a migration that fails leaves nothing.
"""

from __future__ import annotations

from alembic import context

from knowledge.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
