"""Speed and memory, told as ratios: machines differ, ratios less so."""
