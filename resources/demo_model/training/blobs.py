"""Outlines of lesions: irregular closed shapes of a known area, and their placement."""
from dataclasses import dataclass

import numpy as np

from canvas import clip01, distance, grid

AREAS = {"small": (0.006, 0.014), "medium": (0.03, 0.05), "large": (0.09, 0.14)}
SMALLEST = AREAS["small"][0]
MIDDLE_GAP = 0.10  # fraction of the width: the minimum distance of a centre from the midline
GAP = 0.05  # fraction of the width, between two lesions
CANDIDATES = 160
BATCH = 16  # candidate places per batch
SCENES = 40  # anatomies to try before the gaps shrink
EASED = 4  # anatomies after which the lesions are the smallest of their class
RELAXED = ((1.0, SCENES), (0.5, 20), (0.0, 20))  # fraction of the gap, number of tries
HARMONICS = np.arange(2, 7)
ANGLES = np.linspace(0, 2 * np.pi, 36, endpoint=False)
RINGS = ((1.0, 1), (0.6, 3), (0.25, 9))  # fraction of the radius, step in angles: the points that must be inside
SAMPLING_MARGIN = 0.006  # an outline consists of points
EDGE_PIXELS = 1.4  # softness of an edge


@dataclass
class Wanted:
    """The lesions to draw."""
    count: int
    side: str  # "left", "right" or "both" half of the displayed picture
    size: str  # size of the largest lesion: a key of AREAS


@dataclass
class Shape:
    """Irregularity and elongation of the blobs of a technique."""
    roughness: float = 0.05
    stretch: tuple = (1.0, 1.25)  # ratio of the long axis to the short one
    upright: bool = False  # whether the long axis is nearly vertical
    largest: float = 0.13  # maximum area


class Blob:
    """A star-shaped outline of exactly this area around its centre of mass (x, y)."""

    def __init__(self, rng, area, shape):
        self.x = self.y = 0.5
        self.area = area
        spread = shape.roughness * rng.uniform(0.5, 1) / (HARMONICS - 1) ** 1.1
        self._terms = (spread * np.exp(2j * np.pi * rng.random(HARMONICS.size))).astype(np.complex64)
        self._radius = np.float32(np.sqrt(area / np.pi / (1 + 0.5 * np.sum(np.abs(self._terms) ** 2))))
        self._stretch = np.sqrt(rng.uniform(*shape.stretch))
        turn = rng.normal(np.pi / 2, 0.15) if shape.upright else rng.uniform(0, np.pi)
        self._cos, self._sin = np.float32(np.cos(turn)), np.float32(np.sin(turn))
        self._offset = np.zeros(2)
        radii = self._radius_at(np.exp(1j * ANGLES))
        mean = np.array([np.mean(radii ** 3 * np.cos(ANGLES)), np.mean(radii ** 3 * np.sin(ANGLES))])
        self._offset = self._to_picture(*(mean * (2 * np.pi / 3 / area)))
        self.outline = np.stack(self._to_picture(radii * np.cos(ANGLES), radii * np.sin(ANGLES)), axis=1)
        self.outline -= self._offset
        self.points = np.concatenate([self.outline[::step] * share for share, step in RINGS]).astype(np.float32)
        self.reach = float(np.hypot(*self.outline.T).max())

    def _radius_at(self, direction):
        total = np.zeros_like(direction)
        for term in self._terms[::-1]:
            total = (total + term) * direction
        return self._radius * (1 + (total * direction).real)

    def _to_picture(self, u, v):
        u, v = u * self._stretch, v / self._stretch
        return np.array([self._cos * u - self._sin * v, self._sin * u + self._cos * v])

    def level(self, x, y):
        """Returns (share, radius): share is 0 at the centre and 1 at the outline; radius is that of the outline in the same direction."""
        x, y = x - np.float32(self.x - self._offset[0]), y - np.float32(self.y - self._offset[1])
        u = (self._cos * x + self._sin * y) * np.float32(1 / self._stretch)
        v = (self._cos * y - self._sin * x) * np.float32(self._stretch)
        length = distance(u, v) + np.float32(1e-6)
        radius = self._radius_at((u + 1j * v) / length)
        return length / radius, radius

    def box(self, width, height, grow=1.0):
        """Returns (..., rows, columns), the part of the picture that contains the blob, enlarged by a factor."""
        reach = self.reach * grow + 2 / min(width, height)
        columns = slice(max(0, int((self.x - reach) * width)), min(width, int((self.x + reach) * width) + 2))
        rows = slice(max(0, int((self.y - reach) * height)), min(height, int((self.y + reach) * height) + 2))
        return ..., rows, columns

    def field(self, width, height, grow=1.0):
        """Returns (box, share, radius, x, y) within the box of the blob."""
        box = self.box(width, height, grow)
        x, y = grid(width, height)
        x, y = x[:, box[2]], y[box[1]]
        return box, *self.level(x, y), x, y

    def cover(self, width, height, softness=EDGE_PIXELS):
        """Returns (box, coverage 0..1 in it). The area of the coverage is that of the blob."""
        box, share, radius, _, _ = self.field(width, height)
        return box, edge(share, radius, softness / np.sqrt(width * height))


def edge(share, radius, softness):
    """Returns the coverage of each pixel, with an edge of the given softness (a fraction of the picture)."""
    return clip01((1 - share) * radius * np.float32(1 / softness) + np.float32(0.5))


def _areas(rng, wanted, largest, ease):
    """Returns the areas of the lesions, the largest first. An ease of 0..1 gives smaller ones within the same class."""
    low, high = AREAS[wanted.size]
    high = low + (min(high, largest) - low) * (1 - 0.8 * ease)
    margin = 0.04 * (high - low)
    first = rng.uniform(low + margin, high - margin)
    limit = min(first, AREAS["medium"][1])
    limit = SMALLEST * 1.03 + (limit - SMALLEST * 1.03) * (1 - ease)
    others = np.exp(rng.uniform(np.log(SMALLEST * 1.03), np.log(limit), wanted.count - 1))
    return [first, *sorted(others, reverse=True)]


def _sides(rng, wanted):
    if wanted.side != "both":
        return [wanted.side] * wanted.count
    sides = ["left", "right"]
    rng.shuffle(sides)
    return sides + [str(rng.choice(sides)) for _ in range(wanted.count - 2)]


def _place(rng, blob, side, placed, inside, gap, outermost):
    """Moves the blob to a free place, on request the uppermost or lowest. Returns False if there is none."""
    x = rng.uniform(0.04, 0.5 - MIDDLE_GAP - 0.004, CANDIDATES)
    y = rng.uniform(0.04, 0.96, CANDIDATES)
    if side == "right":
        x = 1 - x
    centres = np.stack([x, y], axis=1).astype(np.float32)[inside(x, y)]
    if outermost:
        centres = centres[np.argsort(-np.abs(centres[:, 1] - 0.5))]
    for start in range(0, len(centres), BATCH):
        batch = centres[start:start + BATCH]
        points = batch[:, None, :] + blob.points
        free = inside(points[..., 0], points[..., 1]).all(axis=1)
        for other in placed:
            free[free] = _apart(points[free], other, gap)
        if free.any():
            blob.x, blob.y = batch[np.argmax(free)].tolist()
            return True
    return False


def _apart(points, other, gap):
    """Returns which places of a blob (places, points, 2) are far enough from the other blob."""
    theirs = other.outline.astype(np.float32) + np.float32([other.x, other.y])
    mine = points[:, :ANGLES.size]
    squares = (mine[:, :, None, 0] - theirs[:, 0]) ** 2 + (mine[:, :, None, 1] - theirs[:, 1]) ** 2
    outside = (other.level(points[..., 0], points[..., 1])[0] > 1).all(axis=1)
    return outside & (squares.min(axis=(1, 2)) > (gap + SAMPLING_MARGIN) ** 2)


def settle(rng, wanted, shape, make_scene, width, height):
    """Draws an anatomy and places the lesions in it. Returns (scene, blobs).

    make_scene(rng) returns a scene whose inside(x, y) is true where a lesion is allowed. If the lesions do not fit, tries
    other anatomies with smaller lesions of the same class, and finally with smaller gaps.
    """
    gap = GAP * max(1.0, width / height)
    for share, tries in RELAXED:
        for i in range(tries):
            scene = make_scene(rng)
            blobs = _try(rng, wanted, shape, scene, gap * share, min(1.0, i / EASED) if share == 1 else 1.0)
            if blobs is not None:
                return scene, blobs
    raise RuntimeError(f"The lesions do not fit: {wanted}.")


def _try(rng, wanted, shape, scene, gap, ease):
    if wanted.count == 0:
        return []
    blobs = [Blob(rng, area, shape) for area in _areas(rng, wanted, shape.largest, ease)]
    placed = []
    for blob, side in zip(blobs, _sides(rng, wanted)):
        outermost = ease > 0 and not placed and rng.random() < 0.7  # leave room for the others
        if not _place(rng, blob, side, placed, scene.inside, gap, outermost):
            return None
        placed.append(blob)
    return placed
