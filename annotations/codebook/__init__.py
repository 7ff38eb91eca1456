"""The codebook: its order, merging, examples, its words, and other people's codebooks taken in."""
