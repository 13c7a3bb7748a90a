"""Age bands: those in which members and inhabitants are counted, and the coarser ones that are told."""

OLD_FROM = 65
AGE_MAX = 200
BANDS = ((0, 54), (55, 64), (OLD_FROM, 74), (75, 84), (85, AGE_MAX))
"""First and last age in years; a sheet's finer bands are added up into them."""


def band_name(first: int, last: int) -> str:
    """A band as figures name it: '65-74', and '85+' for the last one."""
    return f"{first}+" if last == AGE_MAX else f"{first}-{last}"


def age_band(age: int | None) -> str:
    """The band of an age in years; empty where it isn't known."""
    if age is None:
        return ""
    return next(band_name(*band) for band in reversed(BANDS) if max(age, 0) >= band[0])


OLD_BANDS = tuple(band_name(*band) for band in BANDS if band[0] >= OLD_FROM)
"""The bands of those who are ``OLD_FROM`` and older, youngest first."""
