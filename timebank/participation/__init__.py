"""Who takes part: indicators, and what may be told of them without telling of anyone.

Pure Python: frozen dataclasses in, numbers out. The indicators work on totals (per member, per
pair, per day), so that a database can do the grouping; ``totals`` makes the same totals from single
facts. An indicator that isn't defined is None, never a division by zero.
"""
