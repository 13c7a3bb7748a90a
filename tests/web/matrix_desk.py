"""Who gets in where, for pages beside the desk: evenness, who is kept apart; the signs are those of ``matrix``."""

# fmt: off
DESK_MATRIX = {
    ("GET", "/en/antennas/heembeek/evenness"): "s----++--0",
    ("GET", "/en/members/{member}/apart"): "s----+---0",
    ("POST", "/en/members/{member}/apart"): "s----+---0",
    ("POST", "/en/members/{member}/apart/{random}/end"): "s----+---0",
}
# fmt: on
