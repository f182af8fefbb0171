"""One module per technique: draw(rng, wanted, width, height) -> (pixels uint8 (h, w, 3), blobs)."""
