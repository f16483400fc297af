"""The slopes that one needs: a function, a nudge, and how much of it arrives."""
