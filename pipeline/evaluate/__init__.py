"""Is it still right: gold files, scores, checks and floors.

- ``gold``: what the gold files say (``read_gold``), and what a run gave, as rows of strings (``read_tables``).
- ``agree``: when two rows agree, and which row goes with which.
- ``compare``: one article's rows against its gold.
- ``score``: the numbers of all articles (``score``, ``score_folders``).
- ``mistakes``: every difference from the gold, one a line.
- ``render``: scores as text (``render_scores``), as JSON (``as_json``), mistakes as a table (``render_mistakes``).
- ``floors``: what the scores must not fall under (``read_floors``, ``raise_floors``).
- ``check``: runs a folder of gold articles and says what is right, changed, missing and new.
"""
