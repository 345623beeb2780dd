"""Clauses and a codebook make events, or refusals with their reason."""
