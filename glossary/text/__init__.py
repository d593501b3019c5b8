"""Plain text machinery: spans, maps, folding, scripts, boundaries, detection. Knows nothing of terms."""
