"""Tissue stained with haematoxylin and eosin: pink stroma, scattered nuclei, glands; nests of crowded dark nuclei."""
import numpy as np
from PIL import Image, ImageDraw

from blobs import Shape, edge, settle
from canvas import OVERSAMPLING, Sketch, blend, colour, grain, noise, ramp, to_bytes, wander

SHAPE = Shape(roughness=0.16, stretch=(1.0, 1.4), largest=0.135)
MARGIN = 0.03
GLAND_GAP = 0.035
FIBRES = 26
PURPLE, DARK = (0.45, 0.28, 0.58), (0.25, 0.10, 0.40)


class Section:
    """A field of view full of tissue."""

    def inside(self, x, y):
        return (x > MARGIN) & (x < 1 - MARGIN) & (y > MARGIN) & (y < 1 - MARGIN)


class Nuclei:
    """Draws many small rotated ellipses at once on an oversampled picture."""

    def __init__(self, pixels):
        height, width = pixels.shape[1:]
        self._size = width, height
        fine = Image.fromarray(to_bytes(pixels))
        self._image = fine.resize((width * OVERSAMPLING, height * OVERSAMPLING), Image.Resampling.NEAREST)
        self._pen = ImageDraw.Draw(self._image)

    def put(self, rng, places, radius, tone, long=1.5, turns=None):
        count = len(places)
        t = np.linspace(0, 2 * np.pi, 9)[:-1]
        sizes = radius * rng.uniform(0.75, 1.25, count)[:, None]
        stretch = np.sqrt(rng.uniform(1, long, count))[:, None]
        turns = (rng.uniform(0, np.pi, count) if turns is None else turns)[:, None]
        u, v = sizes * stretch * np.cos(t), sizes / stretch * np.sin(t)
        x = (places[:, :1] + u * np.cos(turns) - v * np.sin(turns)) * (self._size[0] * OVERSAMPLING)
        y = (places[:, 1:] + u * np.sin(turns) + v * np.cos(turns)) * (self._size[1] * OVERSAMPLING)
        outlines = np.stack([x, y], axis=2).reshape(count, -1).tolist()
        tones = np.clip((np.ravel(tone) + rng.normal(0, 0.035, (count, 1))) * 255, 0, 255).astype(int).tolist()
        for outline, fill in zip(outlines, tones):
            self._pen.polygon(outline, fill=tuple(fill))

    def pixels(self):
        values = np.asarray(self._image.reduce(OVERSAMPLING)).transpose(2, 0, 1)
        return np.ascontiguousarray(values, dtype=np.float32) * np.float32(1 / 255)


def _glands(rng, blobs):
    """Places glands (x, y, radius) that do not touch the lesions or each other."""
    glands = []
    for _ in range(30):
        x, y, r = *rng.uniform(0.02, 0.98, 2), rng.uniform(0.055, 0.095)
        far = all(np.hypot(x - b.x, y - b.y) > r + b.reach + GLAND_GAP for b in blobs)
        if far and all(np.hypot(x - a, y - b) > r + s + 0.02 for a, b, s in glands):
            glands.append((x, y, r))
        if len(glands) >= 5:
            break
    return glands


def _outside(places, blobs, glands):
    keep = np.ones(len(places), bool)
    for blob in blobs:
        keep &= np.hypot(*(places - [blob.x, blob.y]).T) > blob.reach * 0.6
        keep &= blob.level(places[:, 0], places[:, 1])[0] > 1.1
    for x, y, r in glands:
        keep &= np.hypot(*(places - [x, y]).T) > r * 1.05
    return places[keep]


def _nest(nuclei, blob, rng, tone):
    """Places crowded nuclei on a jittered lattice inside the blob."""
    step = rng.uniform(0.026, 0.032)
    span = np.arange(-blob.reach, blob.reach + step, step)
    x, y = np.meshgrid(span, span * 0.9)
    x[::2] += step / 2
    places = np.stack([x.ravel(), y.ravel()], axis=1) + rng.normal(0, step * 0.14, (x.size, 2)) + [blob.x, blob.y]
    places = places[blob.level(places[:, 0], places[:, 1])[0] < 0.96]
    nuclei.put(rng, places, step * 0.47, tone, 1.6)


def draw(rng, wanted, width, height):
    _, blobs = settle(rng, wanted, SHAPE, lambda _: Section(), width, height)
    pink = colour(rng, ((0.93, 0.68, 0.80), (0.92, 0.62, 0.74), (0.95, 0.75, 0.84))[rng.integers(3)], 0.02)
    texture = np.float32(0.04) * noise(rng, width, height, 6) + np.float32(0.035) * noise(rng, width, height, 40, 22)
    pixels = (1 + texture) * pink
    fibres = Sketch(width, height)
    heading = rng.uniform(0, np.pi)
    lines = wander(rng, rng.uniform(-0.1, 1.1, (FIBRES, 2)), heading + rng.normal(0, 0.35, FIBRES),
                   rng.uniform(0.2, 0.6, FIBRES), 7, 0.6)
    fibres.line(lines, rng.uniform(0.004, 0.012, FIBRES), rng.uniform(0.3, 1.0, FIBRES))
    blend(pixels, fibres.layer() * np.float32(0.5), colour(rng, pink.ravel() * [0.95, 0.78, 0.88], 0.02))
    clefts = ramp(noise(rng, width, height, 9), 1.1, 1.35)
    blend(pixels, clefts * np.float32(rng.uniform(0, 0.7)), np.float32(0.97))
    glands = _glands(rng, blobs)
    bodies, lumens = Sketch(width, height), Sketch(width, height)
    for x, y, r in glands:
        bodies.spot(x, y, r)
        lumens.spot(x + rng.normal(0, 0.006), y + rng.normal(0, 0.006), r * rng.uniform(0.42, 0.55))
    blend(pixels, bodies.layer(), colour(rng, (0.86, 0.62, 0.80)))
    blend(pixels, lumens.layer(), np.float32(0.97))
    purple, dark = colour(rng, PURPLE), colour(rng, DARK, 0.025)
    for blob in blobs:
        box, share, radius, _, _ = blob.field(width, height)
        blend(pixels[box], edge(share, radius, 0.012) * np.float32(0.9), dark * np.float32(0.5) + np.float32(0.32))

    nuclei = Nuclei(pixels)
    scattered = _outside(rng.uniform(0, 1, (rng.integers(70, 150), 2)), blobs, glands)
    nuclei.put(rng, scattered, 0.0095, purple, 3.5, heading + rng.normal(0, 0.5, len(scattered)))
    for x, y, r in glands:
        turns = np.linspace(0, 2 * np.pi, max(10, int(r * 220)), endpoint=False) + rng.normal(0, 0.06)
        ring = np.stack([x + np.cos(turns) * r * 0.84, y + np.sin(turns) * r * 0.84], axis=1)
        nuclei.put(rng, ring, 0.012, purple, 1.7, turns)
    for blob in blobs:
        _nest(nuclei, blob, rng, dark)
    pixels = nuclei.pixels()
    pixels += (grain(rng, width, height) * np.float32(rng.uniform(0.008, 0.02)))
    light = np.float32(rng.uniform(0.93, 1.05)) + np.float32(0.02) * noise(rng, width, height, 3)
    return to_bytes(pixels * light), blobs
