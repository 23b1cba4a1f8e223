"""Tables -> files, one module per format."""
