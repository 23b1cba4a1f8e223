"""Links and values -> rows and frames; the schema with every column's meaning."""
