"""A war whose truth is known, and reports on it that err, boast, deny and copy: what tidings makes of them."""
