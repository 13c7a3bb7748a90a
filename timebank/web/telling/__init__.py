"""Pages of what leaves the antenna: releases, reports, stories, certificates."""
