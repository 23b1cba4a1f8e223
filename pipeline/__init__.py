"""News in, tidy tables out."""
