"""Measures the product against the raw databases: ``python -m benchmarks`` (``make bench``).

Every figure is the median of several rounds in which the thing measured and its yardstick take
turns, in one run on one machine; what is compared with a goal is their ratio.
"""
