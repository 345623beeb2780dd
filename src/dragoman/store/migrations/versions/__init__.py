"""One file for each schema version, v0001 first; a file is never changed once it has been released."""
