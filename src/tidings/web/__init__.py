"""The map in a browser: a read-only interface over one published copy of a store, and the page that draws it."""
