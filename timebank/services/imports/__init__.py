"""Sheets and files of other systems, in and taken back."""
