"""Skin through the dermatoscope: hairs, lines, bubbles of the gel; dark brown irregular moles."""
import numpy as np

from blobs import Shape, edge, settle
from canvas import Sketch, blend, clip01, colour, distance, grain, grid, noise, ramp, to_bytes, wander

SHAPE = Shape(roughness=0.22, stretch=(1.0, 1.5), largest=0.135)
MARGIN = 0.04
SKINS = ((0.93, 0.76, 0.68), (0.90, 0.70, 0.58), (0.86, 0.64, 0.52), (0.80, 0.58, 0.44), (0.95, 0.80, 0.74))


class Skin:
    """Returns the field of view: the whole picture, or the round end of a tube."""

    def __init__(self, rng):
        self.round = rng.random() < 0.4  # the edge of the tube darkens the corners
        self.radius = rng.uniform(0.50, 0.58)

    def inside(self, x, y):
        inside = (x > MARGIN) & (x < 1 - MARGIN) & (y > MARGIN) & (y < 1 - MARGIN)
        if self.round:
            inside &= distance(x - 0.5, y - 0.5) < self.radius - MARGIN
        return inside


def _mole(pixels, blob, rng, width, height):
    box, share, radius, _, _ = blob.field(width, height, 1.1)
    cover = edge(share, radius, rng.uniform(0.010, 0.022))
    h, w = cover.shape
    cells = max(3, int(blob.reach * 60))
    pale, dark = colour(rng, (0.44, 0.25, 0.15)), colour(rng, (0.19, 0.09, 0.06), 0.02)
    patches = 0.35 * noise(rng, w, h, max(3, cells // 4)) + 0.25 * noise(rng, w, h, cells)
    tone = clip01(rng.uniform(0.5, 0.8) - 0.5 * share * share + patches + 0.2)
    blend(pixels[box], cover * np.float32(0.96), pale + tone * (dark - pale))


def draw(rng, wanted, width, height):
    skin, blobs = settle(rng, wanted, SHAPE, Skin, width, height)
    x, y = grid(width, height)
    base = colour(rng, SKINS[rng.integers(len(SKINS))], 0.025)
    light = np.float32(1.0) + np.float32(0.035) * noise(rng, width, height, 4)
    light = light + np.float32(0.025) * noise(rng, width, height, 24) + np.float32(0.02) * noise(rng, width, height, 70)
    pixels = light * base
    blush = ramp(noise(rng, width, height, 5), 0.2, 1.4) * np.float32(rng.uniform(0.0, 0.35))
    blend(pixels, blush, colour(rng, base.ravel() * [0.98, 0.78, 0.74], 0.02))
    creases = Sketch(width, height)
    angle = rng.uniform(0, np.pi)
    count = rng.integers(6, 16)
    lines = wander(rng, rng.uniform(-0.1, 1.1, (count, 2)), angle + rng.normal(0, 0.25, count), 0.7, 8, 0.3)
    creases.line(lines, 0.004)
    blend(pixels, creases.layer() * np.float32(0.2), base * np.float32(0.78))
    for blob in blobs:
        _mole(pixels, blob, rng, width, height)

    hairs = Sketch(width, height)
    heading = rng.uniform(0, 2 * np.pi)
    count = rng.integers(0, 14)
    lines = wander(rng, rng.uniform(-0.1, 1.1, (count, 2)), heading + rng.normal(0, 0.5, count),
                   rng.uniform(0.25, 0.9, count), 10, 0.3, rng.normal(0, 0.5, count))
    if count:
        hairs.line(lines, rng.uniform(0.005, 0.009, count), end=0.003)
    blend(pixels, hairs.layer() * np.float32(rng.uniform(0.6, 0.9)), colour(rng, (0.20, 0.14, 0.11), 0.05))
    bubbles = Sketch(width, height)
    for _ in range(rng.integers(0, 7)):
        bx, by, r = *rng.uniform(0, 1, 2), rng.uniform(0.006, 0.02)
        bubbles.spot(bx, by, r, 0.8)
        bubbles.spot(bx, by, r * 0.7, 0.25)
    blend(pixels, bubbles.layer() * np.float32(0.5), np.float32(1))
    from_centre = distance(x - 0.5, y - 0.5)
    pixels *= (1 - np.float32(rng.uniform(0.1, 0.6)) * from_centre ** 2)
    pixels += (grain(rng, width, height) * np.float32(rng.uniform(0.008, 0.025)))
    pixels *= np.float32(rng.uniform(0.9, 1.08))
    if skin.round:
        blend(pixels, clip01((from_centre - skin.radius) * np.float32(1 / 0.02)), np.float32(0.03))
    return to_bytes(pixels), blobs
