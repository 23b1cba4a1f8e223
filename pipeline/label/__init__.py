"""Article -> Doc: tokens, sentences and named entities."""
