"""What an ask's own words say: kind of help, when, where, how often, and whether it is for a professional.

``asking.guess_ask`` fills the intake form in, ``boundaries.check_boundaries`` and ``health.health_hint``
speak up gently; a coordinator corrects or overrules each of them. Nothing here refuses, keeps or sends.
"""
