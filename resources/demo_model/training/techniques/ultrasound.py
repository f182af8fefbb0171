"""Ultrasound of an organ, in a fan or a straight sector: speckle, layers; black cysts with a bright far wall."""
import numpy as np

from blobs import Shape, edge, settle
from canvas import Sketch, clip01, distance, grain, grid, noise, ramp, to_bytes, wander

SHAPE = Shape(roughness=0.05, stretch=(1.0, 1.3), largest=0.13)
MARGIN = 0.03
SPECKLES = (67, 89)  # across and down
SKIN = 0.10  # fraction of the depth that is skin, fat and muscle, without cysts


class Sector:
    """The visible part of the picture: a fan or a rectangle."""

    def __init__(self, rng):
        self.fan = rng.random() < 0.6
        self.top = rng.uniform(0.02, 0.05)
        self.bottom = rng.uniform(0.95, 0.98)
        self.half_width = rng.uniform(0.44, 0.48)
        self.half_angle = rng.uniform(0.62, 0.74)
        self.near = rng.uniform(0.25, 0.35)  # inner radius of the fan

    def place(self, x, y):
        """Returns (depth, across): 0..1 from the probe down, and -1..1 from the left edge to the right."""
        if not self.fan:
            return ((y - self.top) * np.float32(1 / (self.bottom - self.top)),
                    (x - 0.5) * np.float32(1 / self.half_width))
        dx, dy = x - np.float32(0.5), y - np.float32(self.top - self.near)
        radius = distance(dx, dy)
        return ((radius - np.float32(self.near)) * np.float32(1 / (self.bottom - self.top)),
                np.arctan(dx / dy) * np.float32(1 / self.half_angle))

    def inside(self, x, y):
        depth, across = self.place(x, y)
        room = self.half_width if not self.fan else (depth * (self.bottom - self.top) + self.near) * self.half_angle
        return ((depth > SKIN + MARGIN) & (depth < 1 - MARGIN) & (np.abs(across) * room < room - MARGIN)
                & (x > MARGIN) & (x < 1 - MARGIN) & (y < 1 - MARGIN))


def _tissue(depth, rng, width, height):
    wobble = np.float32(0.012) * noise(rng, width, height, 5, 3)
    level = depth + wobble
    echo = np.float32(rng.uniform(0.34, 0.46)) + np.float32(0.07) * noise(rng, width, height, 6)
    fat = rng.uniform(0.035, 0.05)
    for at, thickness, strength in ((0.012, 0.012, 0.5), (fat, 0.007, 0.35), (SKIN - 0.01, 0.008, 0.4),
                                    (rng.uniform(0.9, 0.97), 0.014, rng.uniform(0.1, 0.4))):
        echo += np.float32(strength) * clip01(1 - np.abs(level - np.float32(at)) * np.float32(1 / thickness))
    echo -= np.float32(0.14) * ((level > fat) & (level < SKIN - 0.01))
    echo *= 1 - np.float32(rng.uniform(0.1, 0.4)) * clip01(depth)
    return echo


def _cyst(pixels, blob, rng, width, height):
    box, share, radius, _, y = blob.field(width, height, 1.2)
    thickness = np.float32(0.016)
    outside = (share - 1) * radius
    wall = clip01(1 - np.abs(outside - thickness * 0.5) * (1 / thickness))
    below = clip01((y - blob.y) / blob.reach * 1.3)
    above = clip01((blob.y - y) / blob.reach * 1.3)
    pixels[box] += wall * (0.12 + 0.75 * below ** 2 + 0.25 * above ** 2)
    cover = edge(share, radius, 0.008)
    pixels[box] *= 1 - cover * np.float32(rng.uniform(0.93, 0.98))


def _enhance(pixels, blob, width, height):
    """Brightens the tissue behind a cyst."""
    columns = blob.box(width, height)[2]
    x, y = grid(width, height)
    strip = (slice(int(blob.y * height), min(height, int((blob.y + blob.reach + 0.22) * height))), columns)
    across = clip01(1.4 - 1.6 * np.abs(x[:, columns] - blob.x) / blob.reach)
    fade = clip01((blob.y + blob.reach + 0.22 - y[strip[0]]) / 0.25)
    pixels[strip] *= 1 + np.float32(0.5) * across * fade


def draw(rng, wanted, width, height):
    sector, blobs = settle(rng, wanted, SHAPE, Sector, width, height)
    depth, across = sector.place(*grid(width, height))
    depth, across = np.broadcast_to(depth, (height, width)), np.broadcast_to(across, (height, width))
    pixels = _tissue(depth, rng, width, height)
    tubes = Sketch(width, height)
    for _ in range(rng.integers(0, 4)):  # vessels: thin, with bright walls
        points = wander(rng, rng.uniform(0.2, 0.8, 2), rng.uniform(0, np.pi), rng.uniform(0.15, 0.35), 8, 0.4)
        tubes.line(points, 0.018, 1.0)
        tubes.line(points, 0.008, 0.35)
    pixels += tubes.layer() * np.float32(rng.uniform(0.1, 0.25))
    if rng.random() < 0.4:  # a shadow across the depth
        at, half = rng.uniform(-0.8, 0.8), rng.uniform(0.03, 0.07)
        pixels *= 1 - np.float32(0.3) * clip01(1 - np.abs(across - at) * np.float32(1 / half)) * ramp(depth, 0.1, 0.3)
    for blob in blobs:
        _enhance(pixels, blob, width, height)
    for blob in blobs:
        _cyst(pixels, blob, rng, width, height)
    real, imaginary = (noise(rng, width, height, *SPECKLES) + np.float32(0.25) * grain(rng, width, height)
                       for _ in range(2))
    speckle = distance(real, imaginary)
    strength = np.float32(rng.uniform(0.45, 0.75))
    pixels *= (1 - strength) + strength * speckle
    pixels *= (depth > 0) & (depth < 1) & (np.abs(across) < 1)
    pixels = np.clip(pixels, 0, 1) ** np.float32(rng.uniform(0.85, 1.1)) * np.float32(rng.uniform(0.95, 1.25))

    marks = Sketch(width, height)
    for i in range(1, 10):  # the depth scale
        y = sector.top + (sector.bottom - sector.top) * i / 10
        marks.line([[0.975, y], [0.99 if i % 5 else 0.96, y]], 0.005, 0.8)
    side = rng.choice([0.03, 0.93])
    marks.spot(side + 0.02, 0.03, 0.010, 0.9)
    np.maximum(pixels, marks.layer(), out=pixels)
    return to_bytes(pixels), blobs
