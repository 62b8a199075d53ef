"""Where a name is: look-up, and resolution of all names of a report together."""
