"""Scripts that make data files of the project out of other people's; each is run by hand and its result committed."""
