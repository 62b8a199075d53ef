"""Raw lists to the compact files that the package carries: `python -m tidings.gazetteers.building RAW`."""
