"""Doc -> spans: one module per kind of thing. A matcher finds and never interprets.

Each is a spaCy component that sets ``doc.spans[key]``; a span's label is its kind and its id the rule that found it.
"""
