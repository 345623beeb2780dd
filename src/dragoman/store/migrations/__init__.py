"""How a store's tables came to be as they are, step by step; docs/decisions/0007-migrations.md says how to add one."""
