"""What leaves the antenna: releases, reports, stories, certificates."""
