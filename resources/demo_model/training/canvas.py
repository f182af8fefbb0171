"""Painting primitives of the drawn pictures.

Coordinates are fractions of the picture: x and y from 0 to 1. Colour pictures are painted as float32 (3, h, w), which
is much faster in numpy than (h, w, 3).
"""
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

GRAINS = 1 << 21
OVERSAMPLING = 2  # oversampling of a Sketch, for smooth edges
MAX_TILT = np.radians(8)


@lru_cache(maxsize=8)
def grid(width, height):
    """Returns the centres of the pixels: x of shape (1, width) and y of shape (height, 1)."""
    x = ((np.arange(width, dtype=np.float32) + 0.5) / width)[None, :]
    y = ((np.arange(height, dtype=np.float32) + 0.5) / height)[:, None]
    x.flags.writeable = y.flags.writeable = False
    return x, y


def clip01(values):
    return np.clip(values, 0, 1)


def ramp(values, low, high):
    """Returns 0 below low, 1 above high, linear between."""
    return clip01((values - low) * (1 / (high - low)))


@lru_cache(maxsize=128)
def _weights(size, cells):
    """Returns the matrix (size, cells) of the bicubic interpolation from cells to pixels."""
    return np.asarray(Image.fromarray(np.eye(cells, dtype=np.float32)).resize((cells, size), Image.Resampling.BICUBIC))


def noise(rng, width, height, cells, rows=None):
    """Returns smooth noise (height, width) of mean 0 and deviation about 0.7, with a number of cells across (and rows down)."""
    rows = rows or cells
    values = rng.standard_normal((rows, cells), dtype=np.float32)
    return _weights(height, rows) @ values @ _weights(width, cells).T


@lru_cache(maxsize=1)
def _grains():
    return np.random.default_rng(1).standard_normal(GRAINS, dtype=np.float32)


def grain(rng, width, height):
    """Returns white noise (height, width) of deviation 1, read-only: a random part of a fixed long series."""
    count = width * height
    if count > GRAINS // 4:
        return rng.standard_normal((height, width), dtype=np.float32)
    start = rng.integers(GRAINS - count)
    return _grains()[start:start + count].reshape(height, width)


def colour(rng, rgb, spread=0.03):
    """Returns a random colour near rgb (0..1), of shape (3, 1, 1)."""
    return (np.ravel(rgb) + rng.normal(0, spread, 3)).clip(0, 1).astype(np.float32)[:, None, None]


def blend(pixels, cover, value):
    """Blends value (a number, a colour or an array) into pixels (h, w) or (3, h, w) by the coverage cover (h, w)."""
    if pixels.ndim == 2:
        pixels += cover * (value - pixels)
        return
    values = value if np.ndim(value) == 3 else [value] * 3
    for plane, value in zip(pixels, values):  # plane by plane, which stays in the cache
        part = value - plane
        part *= cover
        plane += part


def distance(dx, dy):
    """Computes np.hypot, several times faster."""
    return np.sqrt(dx * dx + dy * dy)


def to_bytes(pixels):
    """Converts grey (h, w) or colour (3, h, w) of 0..1 to uint8 RGB (h, w, 3)."""
    planes = [pixels] * 3 if pixels.ndim == 2 else pixels
    out = np.empty((*pixels.shape[-2:], 3), dtype=np.uint8)
    for i, plane in enumerate(planes):
        if i == 0 or pixels.ndim == 3:
            values = plane * np.float32(255)
            values += np.float32(0.5)
            values = np.clip(values, 0, 255, out=values).astype(np.uint8)
        out[..., i] = values
    return out


class Frame:
    """A small rotation, scaling and shift of the anatomy in the picture."""

    def __init__(self, rng, tilt=MAX_TILT, stretch=0.04, shift=0.02):
        angle = rng.uniform(-tilt, tilt)
        scale = 1 + rng.uniform(-stretch, stretch)
        self._cos, self._sin = np.float32(np.cos(angle)), np.float32(np.sin(angle))
        self._scale = np.float32(scale)
        self._dx, self._dy = rng.uniform(-shift, shift, 2).astype(np.float32)

    def to_anatomy(self, x, y):
        x, y = x - (0.5 + self._dx), y - (0.5 + self._dy)
        cos, sin = self._cos / self._scale, self._sin / self._scale
        return cos * x + sin * y + np.float32(0.5), cos * y - sin * x + np.float32(0.5)

    def to_picture(self, points):
        """points: (n, 2) of x, y in the anatomy."""
        points = (np.asarray(points) - 0.5) * self._scale
        turn = np.array([[self._cos, self._sin], [-self._sin, self._cos]])
        return points @ turn + 0.5 + [self._dx, self._dy]


class Sketch:
    """A grey layer for lines and filled shapes, oversampled for smooth edges unless it is blurred."""

    def __init__(self, width, height, frame=None, oversampling=OVERSAMPLING):
        self._width, self._frame, self._oversampling = width, frame, oversampling
        self._size = np.array([width, height]) * oversampling
        self._image = Image.new("L", tuple(int(v) for v in self._size))
        self._pen = ImageDraw.Draw(self._image)

    def _pixels(self, points):
        points = np.asarray(points, dtype=float)
        if self._frame is not None:
            points = self._frame.to_picture(points)
        return (points * self._size).ravel().tolist()

    def polygon(self, points, value=1.0):
        self._pen.polygon(self._pixels(points), fill=int(value * 255))

    def line(self, points, thickness, value=1.0, end=None):
        """Draws a line (k, 2) or several (n, k, 2). The thickness, a fraction of the width, can change from thickness to end.

        Several lines can have a thickness, a value and an end each.
        """
        pixels = np.reshape(self._pixels(points), np.shape(points))
        pixels = pixels.reshape(-1, *pixels.shape[-2:])
        way = np.empty_like(pixels)
        way[:, 1:-1] = pixels[:, 2:] - pixels[:, :-2]
        way[:, 0], way[:, -1] = pixels[:, 1] - pixels[:, 0], pixels[:, -1] - pixels[:, -2]
        way /= np.sqrt((way ** 2).sum(axis=2, keepdims=True)) + 1e-9
        thickness = np.reshape(thickness, (-1, 1))
        end = thickness if end is None else np.reshape(end, (-1, 1))
        along = np.arange(pixels.shape[1]) / (pixels.shape[1] - 1)
        half = np.maximum((thickness + (end - thickness) * along) * (self._size[0] / 2), 0.5)
        across = way[..., ::-1] * [1, -1] * half[..., None]
        outlines = np.concatenate([pixels + across, (pixels - across)[:, ::-1]], axis=1).reshape(len(pixels), -1)
        values = np.broadcast_to(value, len(pixels)).tolist()
        for outline, fill in zip(outlines.tolist(), values):
            self._pen.polygon(outline, fill=int(fill * 255))

    def spot(self, x, y, radius, value=1.0):
        """Draws a disc; its radius is a fraction of the width and of the height."""
        left, top, right, bottom = self._pixels([[x, y], [x, y]])
        rx, ry = radius * self._size
        self._pen.ellipse((left - rx, top - ry, right + rx, bottom + ry), fill=int(value * 255))

    def layer(self, blur=0.0):
        """Returns float32 (h, w) of 0..1; blur is a radius as a fraction of the width."""
        image = self._image.reduce(self._oversampling) if self._oversampling > 1 else self._image
        if blur > 0:
            image = image.filter(ImageFilter.BoxBlur(blur * self._width))
        return np.asarray(image, dtype=np.float32) * np.float32(1 / 255)


def wander(rng, start, angle, length, steps, bend=0.25, pull=0.0):
    """Returns winding lines from start, (steps + 1, 2); pull is a steady turn over the whole length.

    For n lines start is (n, 2), angle, length and pull have n values, and the result is (n, steps + 1, 2).
    """
    start = np.asarray(start)
    turns = rng.standard_normal((*start.shape[:-1], steps)) * (bend / np.sqrt(steps))
    angles = np.asarray(angle)[..., None] + np.cumsum(turns + np.asarray(pull)[..., None] / steps, axis=-1)
    step = np.asarray(length)[..., None] / steps
    points = np.empty((*start.shape[:-1], steps + 1, 2))
    points[..., 0, :] = start
    points[..., 1:, 0] = start[..., :1] + np.cumsum(np.cos(angles) * step, axis=-1)
    points[..., 1:, 1] = start[..., 1:] + np.cumsum(np.sin(angles) * step, axis=-1)
    return points
