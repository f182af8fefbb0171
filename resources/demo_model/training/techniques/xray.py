"""Chest films: lungs, heart, spine, ribs, collar bones, diaphragm; nodules and masses in the lung fields."""
import numpy as np

from blobs import Shape, edge, settle
from canvas import MAX_TILT, Frame, Sketch, blend, clip01, distance, grain, grid, noise, ramp, to_bytes, wander

SHAPE = Shape(roughness=0.05, stretch=(1.0, 1.2), largest=0.14)
MASS = Shape(roughness=0.05, stretch=(1.25, 1.7), upright=True, largest=0.108)
ROOMY_TILT = np.radians(4)  # a lung with a mass is large and fairly upright, so that the mass fits
MARGIN = 0.01  # minimum distance between a lesion and the edge of the lung
STEPS = 24
RIBS, VESSELS = 9, 9  # a side


class Chest:
    """The outlines of the lungs. u is the distance from the midline; side is -1 on the left of the picture, 1 on its right."""

    def __init__(self, rng, roomy):
        self.frame = Frame(rng, tilt=ROOMY_TILT if roomy else MAX_TILT)
        self.top = rng.uniform(0.05, 0.07) if roomy else rng.uniform(0.06, 0.11)
        self.bottom = rng.uniform(0.92, 0.95) if roomy else rng.uniform(0.84, 0.93)
        self.outer = rng.uniform(0.435, 0.455) if roomy else rng.uniform(0.415, 0.45)
        self.inner = rng.uniform(0.05, 0.06) if roomy else rng.uniform(0.05, 0.075)
        dome = rng.uniform(0.06, 0.09) if roomy else rng.uniform(0.06, 0.11)
        self.dome = {-1: dome + rng.uniform(0.0, 0.03), 1: dome}
        self.heart = {-1: rng.uniform(0.0, 0.03), 1: rng.uniform(0.03, 0.06) if roomy else rng.uniform(0.05, 0.13)}

    def outer_at(self, y):
        k = clip01((y - self.top) / (self.bottom - self.top))
        return self.inner + (self.outer - self.inner) * np.sin(np.minimum(k * 1.5, 1) * (np.pi / 2)) ** 0.5

    def inner_at(self, y, side):
        k = (y - self.top) / (self.bottom - self.top)
        bulge = clip01((k - 0.38) * 2.2)
        knob = 0.03 * np.exp(-((k - 0.3) / 0.07) ** 2) if side > 0 else 0.012 * np.exp(-((k - 0.2) / 0.12) ** 2)
        return self.inner + knob + self.heart[side] * bulge * bulge * (3 - 2 * bulge)

    def bottom_at(self, u, side):
        return self.bottom - self.dome[side] * clip01(1 - ((u - 0.19) / 0.25) ** 2)

    def inside(self, x, y):
        x, y = self.frame.to_anatomy(x, y)
        side_inside = []
        for side in (-1, 1):
            u = (x - 0.5) * side
            side_inside.append((y > self.top + MARGIN) & (y < self.bottom_at(u, side) - MARGIN)
                               & (u > self.inner_at(y, side) + MARGIN) & (u < self.outer_at(y) - MARGIN))
        return side_inside[0] | side_inside[1]

    def lung(self, side):
        """Returns the outline of a lung as points."""
        end = self.bottom_at(0.44, side)
        down = np.linspace(self.top, end, STEPS)
        y = self.top + (down - self.top) ** 1.5 / (end - self.top) ** 0.5
        lateral = np.stack([0.5 + side * self.outer_at(y), y], axis=1)
        u = np.linspace(self.outer_at(end), self.inner_at(end, side), STEPS)
        base = np.stack([0.5 + side * u, self.bottom_at(u, side)], axis=1)
        y = np.linspace(base[-1, 1], self.top, STEPS)
        medial = np.stack([0.5 + side * self.inner_at(y, side), y], axis=1)
        return np.concatenate([lateral, base[1:], medial[1:]])


def _body(sketch, rng):
    neck, shoulder = rng.uniform(0.10, 0.14), rng.uniform(0.06, 0.14)
    half = np.array([[neck, -0.3], [neck + 0.01, 0.01], [0.25, shoulder * 0.6], [0.42, shoulder], [0.7, 0.25],
                     [0.7, 1.3]])
    outline = np.concatenate([half * [1, 1], half[::-1] * [-1, 1]])
    sketch.polygon(outline + [0.5, 0])


def _bones(sketch, chest, rng):
    first, spacing = chest.top + rng.uniform(0.0, 0.03), rng.uniform(0.078, 0.09)
    thickness = rng.uniform(0.016, 0.024)
    t = np.linspace(0, 1, 12)
    i = np.arange(RIBS)[:, None]
    level = first + spacing * i
    reach = np.minimum(0.46, chest.outer_at(level + 0.05) + 0.03)
    back = 0.04 + t * (reach - 0.04), level - 0.03 * np.sin(np.pi * 0.8 * t) + (0.05 + 0.008 * i) * t ** 3
    front = reach - t * (reach - 0.17), level + 0.1 + 0.012 * i + 0.10 * t - 0.05 * np.sin(np.pi * t)
    for side in (-1, 1):
        sketch.line(np.stack([0.5 + side * front[0], front[1]], axis=2)[:-3], thickness * 1.1, 0.4)
        sketch.line(np.stack([0.5 + side * back[0], back[1]], axis=2), thickness, 0.75)
        u = 0.05 + t * 0.36
        y = chest.top + 0.07 - rng.uniform(0.03, 0.09) * t - 0.02 * np.sin(2 * np.pi * t)
        sketch.line(np.stack([0.5 + side * u, y], axis=1), thickness * 1.35)


def _vessels(sketch, chest, rng):
    for side in (-1, 1):
        root = np.array([0.5 + side * (chest.inner + 0.05), rng.uniform(0.42, 0.48)])
        lines = wander(rng, np.tile(root, (VESSELS, 1)), rng.uniform(-1.25, 1.25, VESSELS),
                       rng.uniform(0.12, 0.26, VESSELS), 6, 0.5)
        lines[..., 0] = root[0] + side * (lines[..., 0] - root[0])
        sketch.line(lines, 0.014, rng.uniform(0.5, 0.9, VESSELS), 0.004)


def _marker(sketch, rng):
    """Draws the side marker of a radiograph."""
    size, y = rng.uniform(0.04, 0.06), rng.uniform(0.03, 0.07)
    if rng.random() < 0.5:
        letter, x = [[0, 0], [0, 1], [0.6, 1]], rng.uniform(0.88, 0.92)
    else:
        letter, x = [[0, 1], [0, 0], [0.6, 0.05], [0.6, 0.45], [0, 0.5], [0.6, 1]], rng.uniform(0.05, 0.09)
    sketch.line(np.array(letter) * size + [x, y], 0.012)


def draw(rng, wanted, width, height):
    large = wanted.count > 0 and wanted.size == "large"
    roomy = large or rng.random() < 0.4  # so that the shape of the chest alone gives no hint
    chest, blobs = settle(rng, wanted, MASS if large else SHAPE, lambda rng: Chest(rng, roomy), width, height)
    body, lungs, bones, vessels = (Sketch(width, height, chest.frame, oversampling=1) for _ in range(4))
    marks = Sketch(width, height, chest.frame)
    _body(body, rng)
    for side in (-1, 1):
        lungs.polygon(chest.lung(side))
    _bones(bones, chest, rng)
    _vessels(vessels, chest, rng)

    x, y = chest.frame.to_anatomy(*grid(width, height))
    lung = lungs.layer(0.009)
    tissue = np.float32(rng.uniform(0.58, 0.68)) + np.float32(0.16) * ramp(y, 0.2, 0.95)
    spine = clip01(1 - np.abs(x - 0.5) * np.float32(1 / 0.06))
    discs = np.sin(y * np.float32(2 * np.pi * rng.uniform(12, 15)))
    tissue += spine * (np.float32(0.1) + np.float32(0.02) * discs)
    body = body.layer(0.006)
    pixels = tissue * body
    air = np.float32(rng.uniform(0.16, 0.24)) + np.float32(0.05) * noise(rng, width, height, 6)
    blend(pixels, lung * np.float32(0.93), air)
    pixels += vessels.layer(0.004) * lung * np.float32(rng.uniform(0.12, 0.2))
    pixels += bones.layer(0.004) * body * np.float32(rng.uniform(0.08, 0.14))
    if rng.random() < 0.6:  # the gastric air bubble
        sx, sy = rng.uniform(0.66, 0.74), chest.bottom - chest.dome[1] + rng.uniform(0.08, 0.1)
        bubble = clip01(1.5 - distance((x - sx) * (1 / 0.06), (y - sy) * (1 / 0.035)))
        pixels -= np.float32(0.22) * bubble
    for blob in blobs:
        box, share, radius, _, _ = blob.field(width, height, 1.1)
        cover = edge(share, radius, rng.uniform(0.012, 0.02))
        bright = rng.uniform(0.34, 0.44) * (0.86 + 0.14 * clip01(1 - share * share))
        pixels[box] += cover * (bright + 0.5 * (0.3 - np.minimum(pixels[box], 0.5)))
    if rng.random() < 0.7:
        _marker(marks, rng)
    if rng.random() < 0.25:  # a wire on the skin
        marks.line(wander(rng, np.array([rng.uniform(0.1, 0.9), -0.1]), rng.uniform(1.2, 1.9), 1.3, 14, 0.8), 0.005)
    blend(pixels, marks.layer() * np.float32(0.9), np.float32(0.95))
    pixels += grain(rng, width, height) * np.float32(rng.uniform(0.01, 0.03))
    gain = np.float32(rng.uniform(0.88, 1.15))
    return to_bytes((pixels - np.float32(0.45)) * gain + np.float32(rng.uniform(0.40, 0.5))), blobs
