"""Views into the bowel: lumen, folds, vessels, highlights; polyps on the wall."""
import numpy as np

from blobs import Shape, edge, settle
from canvas import Sketch, blend, clip01, colour, distance, grain, grid, noise, ramp, to_bytes, wander

SHAPE = Shape(roughness=0.06, stretch=(1.0, 1.25), largest=0.125)
MARGIN = 0.03


class Bowel:
    """The place of the lumen, and the octagonal view."""

    def __init__(self, rng):
        self.lumen = rng.uniform(0.4, 0.6, 2).astype(np.float32)
        self.lumen_radius = rng.uniform(0.07, 0.10)
        self.corner = rng.uniform(0.60, 0.68)  # the black corners begin at this distance along the diagonals

    def view(self, x, y):
        """Returns how far a point is inside the view: below 0 in the black corners and edges."""
        x, y = np.abs(x - np.float32(0.5)), np.abs(y - np.float32(0.5))
        return np.minimum(np.float32(self.corner * 1.2) - (x + y), np.float32(0.485) - np.maximum(x, y))

    def inside(self, x, y):
        from_lumen = distance(x - self.lumen[0], y - self.lumen[1])
        return (self.view(x, y) > MARGIN) & (from_lumen > self.lumen_radius * 0.8)


def _wall(bowel, rng, width, height):
    """Returns the brightness of the wall and its folds."""
    x, y = grid(width, height)
    dx, dy = x - np.float32(bowel.lumen[0]), y - np.float32(bowel.lumen[1])
    away = distance(dx, dy) + np.float32(1e-5)
    cos, sin = dx / away, dy / away
    cos3, sin3 = cos * (4 * cos * cos - 3), sin * (3 - 4 * sin * sin)
    turn3, turn1 = rng.uniform(0, 2 * np.pi, 2)
    lobes = np.float32(0.13 * np.cos(turn3)) * cos3 + np.float32(0.13 * np.sin(turn3)) * sin3
    lobes += np.float32(0.1 * np.cos(turn1)) * cos + np.float32(0.1 * np.sin(turn1)) * sin
    away = away * (1 + lobes) + np.float32(0.010) * noise(rng, width, height, 7)
    phase = np.log(np.maximum(away, 0.005) + np.float32(0.06)) * np.float32(rng.uniform(9, 13))
    phase += np.float32(rng.uniform(0, 6.3))
    part = phase * np.float32(1 / (2 * np.pi))
    part -= np.floor(part)  # 0..1 from the edge of a fold outwards
    folds = part * part * (1 - ramp(part, 0.92, 1.0))
    depth = ramp(away, bowel.lumen_radius * 0.5, rng.uniform(0.36, 0.5))
    light = np.float32(0.12) + np.float32(0.72) * depth ** np.float32(0.7)
    light *= np.float32(0.78) + np.float32(rng.uniform(0.3, 0.45)) * folds
    return light


def _polyp(pixels, blob, rng, width, height):
    place = blob.x, blob.y  # the shadow is slightly displaced
    away = np.array([blob.x - 0.5, blob.y - 0.5])
    away = (away / (np.hypot(*away) + 1e-6)).tolist()
    blob.x, blob.y = blob.x + away[0] * 0.012, blob.y + away[1] * 0.012
    box, share, radius, _, _ = blob.field(width, height, 1.35)
    pixels[box] *= (1 - np.float32(0.55) * clip01((1 - share) * radius * (1 / 0.05) + 0.75))
    blob.x, blob.y = place
    box, share, radius, x, y = blob.field(width, height, 1.05)
    cover = edge(share, radius, 0.010)
    dome = np.sqrt(clip01(1 - share * share))
    lean = ((x - blob.x) * away[0] + (y - blob.y) * away[1]) / blob.reach
    light = 0.55 + 0.45 * dome - 0.18 * lean
    h, w = cover.shape
    light = light + 0.035 * noise(rng, w, h, max(4, int(blob.reach * 90)))
    tone = colour(rng, ((0.95, 0.42, 0.38), (0.90, 0.34, 0.32), (0.98, 0.62, 0.56))[rng.integers(3)])
    blend(pixels[box], cover, light.astype(np.float32) * tone)
    hx, hy = blob.x - away[0] * blob.reach * 0.35, blob.y - away[1] * blob.reach * 0.35
    shine = clip01(2.0 - 2 * distance(x - hx, (y - hy) * 1.4) / (blob.reach * rng.uniform(0.16, 0.26)))
    blend(pixels[box], shine * cover * np.float32(0.85), np.float32(1))


def draw(rng, wanted, width, height):
    bowel, blobs = settle(rng, wanted, SHAPE, Bowel, width, height)
    light = _wall(bowel, rng, width, height)
    light = light + np.float32(0.03) * noise(rng, width, height, 30)
    base = colour(rng, ((0.99, 0.58, 0.50), (0.96, 0.52, 0.44), (1.0, 0.66, 0.58))[rng.integers(3)], 0.025)
    pixels = light * base
    pixels[1:] *= (np.float32(0.75) + np.float32(0.25) * ramp(light, 0.1, 0.6))
    veins = Sketch(width, height)
    count = rng.integers(4, 12)
    lines = wander(rng, rng.uniform(0, 1, (count, 2)), rng.uniform(0, 6.3, count), rng.uniform(0.1, 0.3, count), 8, 1.0)
    veins.line(lines, 0.006, end=0.003)
    blend(pixels, veins.layer() * np.float32(0.35), base * np.float32([[[0.62]], [[0.3]], [[0.3]]]))
    for blob in blobs:
        _polyp(pixels, blob, rng, width, height)
    shine = Sketch(width, height)
    places = rng.uniform(0.06, 0.94, (rng.integers(3, 14), 2))
    places = places[np.hypot(*(places - bowel.lumen).T) > 0.2]
    count = len(places)
    if count:
        shine.line(wander(rng, places, rng.uniform(0, 6.3, count), rng.uniform(0.005, 0.03, count), 3, 0.8),
                   rng.uniform(0.006, 0.012, count))
    blend(pixels, shine.layer() * np.float32(0.85), np.float32(1))
    pixels += (grain(rng, width, height) * np.float32(rng.uniform(0.01, 0.025)))
    pixels *= np.float32(rng.uniform(0.9, 1.12))
    pixels *= clip01(bowel.view(*grid(width, height)) * np.float32(1 / 0.006))
    return to_bytes(pixels), blobs
