"""Who could help with what: asks and offers in, explained suggestions and plans out. No I/O, no clock.

``inputs`` says what is known, ``rules`` what is never broken, ``scoring`` what is preferred,
``suggesting`` answers one ask, ``planning`` all of them at once, ``proof`` checks a plan,
``changes`` says what another choice would mean. See docs/matching.md.
"""
