"""Who could help with what: asks and offers in, explained suggestions and plans out. No I/O, no clock.

``inputs`` says what is known, ``rules`` what is never broken, ``scoring`` what is preferred.
``suggesting.suggest`` answers one ask and ``fitting.why_not`` one 'why not Paul?'; ``planning.plan``
takes all asks at once, ``proof.certify`` checks a plan, and ``changes`` (``swaps``, ``what_if``) says
what another choice would mean. See docs/matching.md.
"""
