"""The verbs of the timebank: functions ``verb_noun(session, ..., *, actor, now)`` that never commit."""
