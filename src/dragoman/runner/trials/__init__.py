"""Trials that reading must stand: kills at any moment, bytes that are broken in any way, servers that misbehave."""
