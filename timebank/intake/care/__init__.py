"""Words of care in Dutch, French and English, and what makes them harmless.

Each language has a module of data; ``patterns`` says how its lists are written, ``reading`` how they are read.
"""
