"""Photographs of the retina: disc, vessels, macula; dark red blot haemorrhages."""
import numpy as np

from blobs import Shape, edge, settle
from canvas import Frame, Sketch, blend, clip01, colour, distance, grain, grid, noise, to_bytes, wander

SHAPE = Shape(roughness=0.13, stretch=(1.0, 1.35), largest=0.13)
MARGIN = 0.02
DISC_MARGIN = 0.03
STEPS = 14  # width of a vessel


class Retina:
    """The places of the disc and the macula, in a left or a right eye."""

    def __init__(self, rng):
        self.frame = Frame(rng, stretch=0.0, shift=0.01)
        self.radius = rng.uniform(0.465, 0.495)
        self.side = int(rng.choice([-1, 1]))  # the place of the disc
        self.disc = np.array([0.5 + self.side * rng.uniform(0.24, 0.33), rng.uniform(0.46, 0.54)], np.float32)
        self.disc_radius = rng.uniform(0.058, 0.072)
        self.macula = self.disc * [0, 1] + [0.5 - self.side * rng.uniform(0.02, 0.08), rng.uniform(0.0, 0.04)]
        self.macula = self.macula.astype(np.float32)

    def inside(self, x, y):
        x, y = self.frame.to_anatomy(x, y)
        return ((distance(x - 0.5, y - 0.5) < self.radius - MARGIN)
                & (distance(x - self.disc[0], y - self.disc[1]) > self.disc_radius + DISC_MARGIN)
                & (distance(x - self.macula[0], y - self.macula[1]) > 0.03))


def _tree(sketch, rng, start, angle, length, thickness, pull):
    """Draws n vessels that branch twice: start (n, 2), the others n values each."""
    for _ in range(3):
        points = wander(rng, start, angle, length, STEPS, 0.35, pull)
        sketch.line(points, thickness, end=thickness * 0.45)
        parent = np.repeat(np.arange(len(points)), 2)
        at = rng.integers(STEPS // 4, STEPS - 1, parent.size)
        start = points[parent, at]
        way = points[parent, at + 1] - start
        turn = rng.choice([-1, 1], parent.size) * rng.uniform(0.5, 0.9, parent.size)
        angle = np.arctan2(way[:, 1], way[:, 0]) + turn
        length = length[parent] * rng.uniform(0.3, 0.55, parent.size)
        thickness, pull = thickness[parent] * 0.55, -turn * 0.5


def _vessels(sketch, retina, rng, thickness):
    """Draws two arcades from the disc that bend around the macula, and two short vessels in the other direction."""
    up = np.array([-1, 1, -1, 1])
    towards = retina.side * np.array([-1, -1, 1, 1])
    lift = up * rng.uniform(0.9, 1.35, 4)
    bend = up * towards * rng.uniform(1.0, 1.5, 4) * [-1, -1, -0.5, -0.5]
    length = rng.uniform(0.6, 0.8, 4) * [1, 1, 0.4, 0.4]
    start = retina.disc + rng.normal(0, 0.008, (4, 2))
    _tree(sketch, rng, start, np.where(towards > 0, lift, np.pi - lift), length, thickness * np.array([1, 1, 0.7, 0.7]),
          bend)


def draw(rng, wanted, width, height):
    retina, blobs = settle(rng, wanted, SHAPE, Retina, width, height)
    x, y = retina.frame.to_anatomy(*grid(width, height))
    base = colour(rng, rng.choice([(0.82, 0.42, 0.20), (0.78, 0.34, 0.16), (0.86, 0.50, 0.28), (0.70, 0.32, 0.16)]))
    from_centre = distance(x - 0.5, y - 0.5)
    light = np.float32(1.05) - np.float32(rng.uniform(0.8, 1.5)) * from_centre * from_centre
    light += np.float32(0.05) * noise(rng, width, height, 5) + np.float32(0.03) * noise(rng, width, height, 40)
    from_macula = distance(x - retina.macula[0], y - retina.macula[1])
    light *= 1 - np.float32(0.4) * clip01(1 - from_macula * np.float32(1 / 0.10)) ** 2
    pixels = light * base

    veins, arteries, specks = (Sketch(width, height, retina.frame) for _ in range(3))
    _vessels(arteries, retina, rng, rng.uniform(0.010, 0.013))
    _vessels(veins, retina, rng, rng.uniform(0.014, 0.018))
    disc = distance((x - retina.disc[0]) * np.float32(1.1), y - retina.disc[1])
    rim = clip01((retina.disc_radius - disc) * np.float32(1 / 0.018) + np.float32(0.5))
    blend(pixels, rim * np.float32(0.9), colour(rng, (0.98, 0.80, 0.50)))
    cup = clip01((retina.disc_radius * rng.uniform(0.3, 0.6) - disc) * np.float32(1 / 0.025) + np.float32(0.5))
    blend(pixels, cup * np.float32(0.8), colour(rng, (1.0, 0.93, 0.75)))
    dark, bright = colour(rng, (0.48, 0.10, 0.07), 0.02), colour(rng, (0.68, 0.20, 0.11), 0.02)
    blend(pixels, arteries.layer() * np.float32(0.8), bright)
    blend(pixels, veins.layer() * np.float32(0.85), dark)
    if rng.random() < 0.4:  # small yellow exudates
        middle = rng.uniform(0.3, 0.7, 2)
        for place in middle + rng.normal(0, 0.07, (rng.integers(4, 14), 2)):
            specks.spot(*place, rng.uniform(0.004, 0.010))
        blend(pixels, specks.layer() * np.float32(0.8), colour(rng, (0.98, 0.86, 0.45)))
    for blob in blobs:
        box, share, radius, _, _ = blob.field(width, height, 1.1)
        cover = edge(share, radius, rng.uniform(0.008, 0.014))
        blood = colour(rng, (0.30, 0.03, 0.03), 0.02)
        mottle = 1 + 0.25 * clip01(share) ** 2 + 0.05 * noise(rng, *cover.shape[::-1], 7)
        blend(pixels[box], cover * np.float32(0.95), mottle * blood)
    if rng.random() < 0.3:  # a reflection of the lens
        fx, fy = 0.5 + int(rng.choice([-1, 1])) * rng.uniform(0.3, 0.4), rng.uniform(0.2, 0.8)
        haze = clip01(1 - distance(x - fx, y - fy) * np.float32(1 / rng.uniform(0.1, 0.2)))
        pixels += (haze * np.float32(0.12))
    pixels += (grain(rng, width, height) * np.float32(rng.uniform(0.01, 0.03)))
    pixels *= np.float32(rng.uniform(0.88, 1.12))
    pixels *= clip01((retina.radius - from_centre) * np.float32(1 / 0.008))
    return to_bytes(pixels), blobs
