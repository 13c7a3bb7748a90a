"""Participation for the antenna itself: figures, gatherings, population, questionnaires."""
