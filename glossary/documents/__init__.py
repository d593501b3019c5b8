"""Documents: one format a module, bytes to segments with a source map, edits spliced into the original bytes."""
