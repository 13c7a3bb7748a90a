"""Paper and files: PDF, XLSX and CSV from frozen dataclasses, as bytes."""
