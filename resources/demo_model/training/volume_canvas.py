"""Painting primitives of the drawn volumes and clips: soft-edged shapes on a float32 canvas, each within a small box.

Coordinates are fractions of the picture: x 0..1 to the right, y 0..1 downwards. A canvas can be rotated about its centre; the
coordinates of shapes are those before the rotation. Any width and height is possible.
"""
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

F = np.float32


_GRAIN = np.random.default_rng(1).standard_normal(1 << 21, F)


def grain(rng, height, width):
    """Returns white noise of unit strength: a random part of a long series, which is much faster than new noise."""
    if height * width > len(_GRAIN) // 2:
        return rng.standard_normal((height, width), F)
    start = int(rng.integers(0, len(_GRAIN) - height * width))
    return _GRAIN[start:start + height * width].reshape(height, width)


@lru_cache(maxsize=16)
def turned_grid(width, height, angle):
    """Returns x and y of the centre of each pixel before the rotation, (height, width) each."""
    x = (np.arange(width, dtype=F) + F(0.5)) / F(width) - F(0.5)
    y = (np.arange(height, dtype=F) + F(0.5)) / F(height) - F(0.5)
    c, s = F(np.cos(angle)), F(np.sin(angle))
    return (c * x[None, :] + s * y[:, None] + F(0.5)), (c * y[:, None] - s * x[None, :] + F(0.5))


@lru_cache(maxsize=512)
def _stretch(n, m):
    """Returns the (n, m) matrix that interpolates m samples linearly at n points."""
    at = np.linspace(0, m - 1, n)
    low = np.minimum(at.astype(int), m - 2)
    a = np.zeros((n, m), F)
    a[np.arange(n), low] = 1 - (at - low)
    a[np.arange(n), low + 1] = at - low
    return a


def stretched(field, width, height):
    """Interpolates a small field linearly over the whole picture."""
    return _stretch(height, field.shape[0]) @ field @ _stretch(width, field.shape[1]).T


def field_at(stack, z):
    """Interpolates a stack of small fields at height z 0..1."""
    at = min(max(z, 0.0), 1.0) * (len(stack) - 1)
    low = min(int(at), len(stack) - 2)
    part = F(at - low)
    return stack[low] * (1 - part) + stack[low + 1] * part


def ellipse_depth(u, v, x, y, rx, ry, square=0.0):
    """Returns the approximate depth of each point in an ellipse, in fractions of the picture; below 0 outside. A square of 0..0.6
    makes it more rectangular."""
    p, q = (u - F(x)) / F(rx), (v - F(y)) / F(ry)
    p *= p
    q *= q
    r = p + q
    if square:
        p *= q
        p *= F(square)
        r -= p
        np.maximum(r, 0, out=r)
    np.sqrt(r, out=r)
    np.subtract(F(1), r, out=r)
    r *= F(min(rx, ry))
    return r


def superellipsoid_scale(dz, half_z):
    """Returns the width of a body, nearly a cylinder in z, at dz from its centre: 1 within 0.8 half_z, 0 from half_z on."""
    a = abs(dz) / half_z
    return 1.0 if a <= 0.8 else float(np.sqrt(max(0.0, 1 - ((a - 0.8) / 0.2) ** 2)))


@dataclass
class Nodule:
    """A round mass. side: "left" | "right" half of the picture; z, half_z: centre and half of the height, 0..1; radius: fraction of
    the width of the picture; x, y: its centre in the picture, chosen by the volume."""
    side: str
    z: float
    half_z: float
    radius: float
    x: float = 0.0
    y: float = 0.0


class Canvas:
    """A float32 picture to paint on; `pixels` is the result."""

    def __init__(self, width, height, angle=0.0, background=0.0):
        self.width, self.height = width, height
        self.u, self.v = turned_grid(width, height, float(angle))
        self.c, self.s = float(np.cos(angle)), float(np.sin(angle))
        self.px = 1.0 / min(width, height)
        self.pixels = np.full((height, width), background, F)

    def to_picture(self, x, y):
        """Rotates a point into the picture."""
        return 0.5 + self.c * (x - 0.5) - self.s * (y - 0.5), 0.5 + self.s * (x - 0.5) + self.c * (y - 0.5)

    def from_picture(self, x, y):
        """Rotates a point of the picture back."""
        return 0.5 + self.c * (x - 0.5) + self.s * (y - 0.5), 0.5 - self.s * (x - 0.5) + self.c * (y - 0.5)

    def box(self, x, y, half_x, half_y):
        """Returns the part of the picture around a box before the rotation, as a pair of slices; None if it is not visible."""
        cx, cy = self.to_picture(x, y)
        ex = abs(self.c) * half_x + abs(self.s) * half_y + 1.5 * self.px
        ey = abs(self.s) * half_x + abs(self.c) * half_y + 1.5 * self.px
        x0, x1 = max(0, int((cx - ex) * self.width)), min(self.width, int((cx + ex) * self.width) + 1)
        y0, y1 = max(0, int((cy - ey) * self.height)), min(self.height, int((cy + ey) * self.height) + 1)
        return (slice(y0, y1), slice(x0, x1)) if x0 < x1 and y0 < y1 else None

    def coverage(self, depth, soft=1.0):
        """Converts a depth to coverage 0..1, with an edge `soft` pixels wide."""
        depth *= F(1.0 / (soft * self.px))
        depth += F(0.5)
        np.maximum(depth, 0, out=depth)
        return np.minimum(depth, 1, out=depth)

    def blend(self, box, cover, value):
        """Blends value (a number or an array of the box) in by the coverage cover."""
        part = self.pixels[box]
        part += cover * (value - part)

    def ellipse(self, x, y, rx, ry, value, angle=0.0, square=0.0, lobes=0.0, phase=0.0, soft=1.0, clip=None):
        """Paints an ellipse, rotated by angle; square bends it towards a rectangle (1: a rounded box), lobes makes its edge wavy.
        clip is a 0..1 picture that limits it. Returns (box, cover) or None."""
        if rx < 0.3 * self.px or ry < 0.3 * self.px:
            return None
        c, s = abs(np.cos(angle)), abs(np.sin(angle))
        grow = 1.0 + lobes
        box = self.box(x, y, grow * (c * rx + s * ry), grow * (s * rx + c * ry))
        if box is None:
            return None
        du, dv = self.u[box] - F(x), self.v[box] - F(y)
        if angle:
            c, s = F(np.cos(angle)), F(np.sin(angle))
            du, dv = c * du + s * dv, c * dv - s * du
        p, q = du * F(1 / rx), dv * F(1 / ry)
        p2, q2 = p * p, q * q
        if square >= 1:
            r = np.sqrt(np.sqrt(p2 * p2 + q2 * q2))
        else:
            r = np.sqrt(np.maximum(p2 + q2 - F(square) * p2 * q2, 0)) if square else np.sqrt(p2 + q2)
        if lobes:  # cos 3a and sin 3a without computing the angle
            r3 = np.maximum(r * r * r, F(1e-4))
            wave = (F(np.cos(phase)) * (p2 - 3 * q2) * p + F(np.sin(phase)) * (3 * p2 - q2) * q) / r3
            r *= 1 + F(lobes) * wave
        cover = self.coverage((1 - r) * F(min(rx, ry)), soft)
        if clip is not None:
            cover *= clip[box]
        self.blend(box, cover, value)
        return box, cover

    def line(self, x0, y0, x1, y1, radius, value, clip=None, soft=1.0):
        """Paints a straight line with round ends. Returns (box, cover) or None."""
        box = self.box((x0 + x1) / 2, (y0 + y1) / 2, abs(x1 - x0) / 2 + radius, abs(y1 - y0) / 2 + radius)
        if box is None:
            return None
        dx, dy = x1 - x0, y1 - y0
        du, dv = self.u[box] - F(x0), self.v[box] - F(y0)
        length2 = dx * dx + dy * dy
        if length2 > 1e-8:
            t = du * F(dx / length2) + dv * F(dy / length2)
            np.minimum(np.maximum(t, 0, out=t), 1, out=t)
            du -= t * F(dx)
            dv -= t * F(dy)
        cover = self.coverage(F(radius) - np.sqrt(du * du + dv * dv), soft)
        if clip is not None:
            cover *= clip[box]
        self.blend(box, cover, value)
        return box, cover

    def lines(self, rows, values, clip=None, core=None):
        """Paints many short lines at once: rows x0 y0 x1 y1 radius, and the value of each. core: (radius, value) of their filling."""
        if not len(rows):
            return
        x0, y0, x1, y1, radius = np.asarray(rows, F).T
        cx, cy = self.to_picture((x0 + x1) / 2, (y0 + y1) / 2)
        reach = float((np.hypot(x1 - x0, y1 - y0) / 2 + radius).max()) + 1.5 * self.px
        w, h = min(int(2 * reach * self.width) + 2, self.width), min(int(2 * reach * self.height) + 2, self.height)
        left = np.clip(((cx - reach) * self.width).astype(int), 0, self.width - w)
        top = np.clip(((cy - reach) * self.height).astype(int), 0, self.height - h)
        px = (left[:, None, None] + np.arange(w)[None, None, :] + 0.5).astype(F) / F(self.width)
        py = (top[:, None, None] + np.arange(h)[None, :, None] + 0.5).astype(F) / F(self.height)
        u, v = self.from_picture(px, py)
        shape = (-1, 1, 1)
        dx, dy = (x1 - x0).reshape(shape), (y1 - y0).reshape(shape)
        du, dv = u - x0.reshape(shape), v - y0.reshape(shape)
        t = (du * dx + dv * dy) / np.maximum(dx * dx + dy * dy, F(1e-8))
        np.minimum(np.maximum(t, 0, out=t), 1, out=t)
        du -= t * dx
        dv -= t * dy
        away = np.sqrt(du * du + dv * dv)
        cover = self.coverage(radius.reshape(shape) - away)
        ink = np.asarray(values, F).reshape(shape)
        if core:
            ink = ink + self.coverage(F(core[0]) - away) * (F(core[1]) - ink)
        for k in range(len(radius)):
            box = (slice(top[k], top[k] + h), slice(left[k], left[k] + w))
            self.blend(box, cover[k] * clip[box] if clip is not None else cover[k], ink[k])

    def layers(self, x, y, rx, ry, square, shells):
        """Paints an ellipse in shells [(depth of the outer face, value)], the outermost first, at depth 0."""
        box = self.box(x, y, rx, ry)
        depth = ellipse_depth(self.u[box], self.v[box], x, y, rx, ry, square)
        step = self.px / 4
        at = (np.arange(int(shells[-1][0] / step) + 8, dtype=F) + F(0.5)) * F(step)
        table = np.full(at.shape, shells[0][1], F)
        for face, value in shells[1:]:
            table += self.coverage(at - F(face)) * (F(value) - table)
        index = np.minimum(np.maximum(depth * F(1 / step), 0), len(at) - 1).astype(np.intp)
        self.blend(box, self.coverage(depth), table.take(index))

    def mask(self, *painted):
        """Combines (box, cover) pairs to a 0..1 picture; None if there are none."""
        whole = None
        for each in painted:
            if each is not None:
                whole = np.zeros((self.height, self.width), F) if whole is None else whole
                np.maximum(whole[each[0]], each[1], out=whole[each[0]])
        return whole


def place(rng, canvas, depth, side, radius, gap, taken):
    """Finds a place (x, y of the picture) for a disc: on its side, at least 0.12 from the midline, where depth (a picture) is above
    radius + gap, without touching taken [(x, y, radius)]. If no place is deep enough, takes one of the deepest. Returns x, y and
    the depth there."""
    px = (np.arange(canvas.width) + 0.5) / canvas.width
    py = (np.arange(canvas.height) + 0.5) / canvas.height
    depth = depth.copy()
    depth[:, (px > 0.38) if side == "left" else (px < 0.62)] = -1
    for x, y, other in taken:
        depth[np.hypot(px[None, :] - x, py[:, None] - y) < other + radius + 0.045] -= 2
    rows, columns = np.nonzero(depth >= radius + gap)
    if not len(rows):
        rows, columns = np.nonzero(depth >= depth.max() - 0.01)
    k = rng.integers(len(rows))
    row, column = rows[k], columns[k]
    return float(px[column]), float(py[row]), float(depth[row, column])


def noise(rng, shape, fine, coarse):
    """Returns grain: white noise, some of it two pixels wide."""
    h, w = shape
    found = grain(rng, h, w) * F(fine)
    small = grain(rng, (h + 1) // 2, (w + 1) // 2) * F(coarse)
    found += np.repeat(np.repeat(small, 2, 0), 2, 1)[:h, :w]
    return found


def place_masses(rng, angle, asked, depth_at, gap):
    """Places each mass where depth_at(z, u, v) is sufficient over its whole height. Returns [(mass, depth there)]."""
    small = Canvas(72, 72, angle)
    placed = []
    for mass in sorted(asked, key=lambda m: -m.radius):
        heights = np.clip(mass.z + mass.half_z * np.array([-0.8, -0.4, 0.0, 0.4, 0.8]), 0.03, 0.97)
        depth = np.minimum.reduce([depth_at(z, small.u, small.v) for z in heights])
        taken = [(o.x, o.y, o.radius) for o, _ in placed if abs(o.z - mass.z) < o.half_z + mass.half_z + 0.1]
        x, y, deep = place(rng, small, depth, mass.side, mass.radius, gap, taken)
        placed.append((Nodule(mass.side, mass.z, mass.half_z, mass.radius, x, y), deep))
    return [next(p for p in placed if (p[0].z, p[0].side, p[0].radius) == (m.z, m.side, m.radius)) for m in asked]
