"""Every SELECT over all rooms: the closed loop, declarations, record books, sheets and briefs."""
