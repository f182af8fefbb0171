"""A drawn ultrasound clip: a fan of speckle, a dark oval that may drift, and a needle that may enter. Apache-2.0 like the rest."""
import numpy as np

from volume_canvas import F, Canvas, grain, stretched

WAYS = {"none": (0, 0), "left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


class UltrasoundClip:
    """motion: the direction in which the oval drifts, "none" | "left" | "right" | "up" | "down"; instrument_from: None, or the time
    0..1 from which a needle is visible."""

    def __init__(self, rng, motion, instrument_from):
        self.motion, self.instrument_from = motion, instrument_from
        self.apex = 0.5 + rng.uniform(-0.03, 0.03), rng.uniform(-0.16, -0.02)
        self.tilt, self.half = rng.uniform(-0.12, 0.12), rng.uniform(0.66, 0.85)      # radians
        self.near, self.far = rng.uniform(0.08, 0.16) - self.apex[1] * 0.6, rng.uniform(0.93, 0.99) - self.apex[1]
        self.gain = rng.uniform(0.8, 1.15)
        self.tissue = stretched(rng.standard_normal((8, 8), F), 64, 64) * F(rng.uniform(5, 14)) + F(rng.uniform(70, 100))
        self.speckle = np.sqrt(rng.standard_exponential((256, 256), F)) - F(0.886)
        self.coarse = rng.standard_normal((60, 60), F)
        self.bands = [(rng.uniform(0.2, 0.95), rng.uniform(0.006, 0.02), rng.uniform(15, 55)) for _ in range(rng.integers(2, 6))]
        self.vessels = [(rng.uniform(0.15, 0.85), rng.uniform(0.2, 0.85), rng.uniform(0.012, 0.028), rng.uniform(0.009, 0.016),
                         rng.uniform(-1, 1)) for _ in range(rng.integers(0, 4))]
        self.marks = rng.choice([0.015, 0.985])
        self.rx = rng.uniform(0.10, 0.15)
        self.ry = min(0.15, max(0.10, self.rx * rng.uniform(0.8, 1.15)))
        self.lean, self.lobes = rng.uniform(-0.5, 0.5), rng.uniform(0.0, 0.06)
        self.inside, self.wall = rng.uniform(4, 22), rng.uniform(170, 225)
        self.beat, self.wobble = rng.uniform(0.02, 0.06), rng.uniform(0.002, 0.006)
        self.rates, self.phases = rng.uniform(2, 6, 3), rng.uniform(0, 6.28, 3)
        self._choose_path(rng)
        self._choose_needle(rng)

    def _inside(self, x, y):
        """Returns how far a point is inside the fan."""
        dx, dy = x - self.apex[0], y - self.apex[1]
        r, a = np.hypot(dx, dy), np.arctan2(dx, dy) - self.tilt
        return min(r - self.near, self.far - r, r * np.sin(self.half - abs(a)), 0.98 - x, x - 0.02, 0.97 - y)

    def _choose_path(self, rng):
        wx, wy = WAYS[self.motion]
        best, room = None, -1.0
        for _ in range(120):
            far = rng.uniform(0.2, 0.35) if self.motion != "none" else 0.0
            x, y = rng.uniform(0.2, 0.8), rng.uniform(0.25, 0.8)
            ends = (x - wx * far / 2, y - wy * far / 2), (x + wx * far / 2, y + wy * far / 2)
            free = min(self._inside(*p) for p in ends)
            if free > room:
                best, room = ends, free
            if free > max(self.rx, self.ry) * 0.9:
                best = ends
                break
        self.path = np.array(best)

    def _choose_needle(self, rng):
        """Draws the path of the needle: from one side of the fan down and inwards, 0.40 to 0.6 long at first."""
        sign = rng.choice([-1, 1])
        for _ in range(200):
            r = rng.uniform(self.near + 0.15, self.far * 0.75)
            a = self.tilt + sign * (self.half - 0.01)
            start = np.array([self.apex[0] + r * np.sin(a), self.apex[1] + r * np.cos(a)])
            start[0] = np.clip(start[0], 0.015, 0.985)
            dip, length = rng.uniform(0.15, 0.9), rng.uniform(0.42, 0.6)
            way = np.array([-sign * np.cos(dip), np.sin(dip)])
            if self._inside(*(start + way * (length + 0.08))) > 0.02:
                break
        self.needle = start - 0.03 * way, way, length + 0.03, rng.uniform(0.0095, 0.0125), rng.uniform(0.02, 0.07), rng.uniform(225, 255)

    def centre(self, t):
        """Returns the centre of the oval at time t: x, y."""
        ease = 0.8 * t + 0.2 * t * t * (3 - 2 * t)
        x, y = self.path[0] + (self.path[1] - self.path[0]) * ease
        turn = self.rates * 6.28 * t + self.phases
        return float(x + self.wobble * np.sin(turn[0])), float(y + self.wobble * np.sin(turn[1]))

    def frame(self, t, rng, width=224, height=224):
        """Returns one frame: grey pixels, uint8 (height, width, 3), and masks {"structure", "instrument"}, each 0..1 or None."""
        canvas = Canvas(width, height)
        fan, depth = self._fan(canvas)
        canvas.pixels = stretched(self.tissue, width, height)
        for at, thick, bright in self.bands:
            near = 1 - np.abs(depth - F(at)) / F(thick)
            canvas.pixels += np.maximum(near, 0) * F(bright)
        for vx, vy, a, b, lean in self.vessels:
            canvas.ellipse(vx, vy, a, b, 38, angle=lean, soft=2)
        x, y = self.centre(t)
        pulse = 1 + self.beat * np.sin(self.rates[2] * 6.28 * t + self.phases[2])
        rx, ry = self.rx * pulse, self.ry * pulse
        shape = dict(angle=self.lean, lobes=self.lobes, phase=self.phases[0])
        canvas.line(x, y + 0.5 * ry, x, y + 0.5 * ry + 0.3, rx * 0.7, 125, soft=16)      # brighter below: fluid does not attenuate sound
        outer = canvas.ellipse(x, y, rx, ry, self.wall, soft=2, **shape)
        canvas.ellipse(x, y, rx - 0.022, ry - 0.022, self.inside, soft=2, **shape)
        self._add_speckle(canvas, rng)
        canvas.pixels *= fan
        needle = None
        if self.instrument_from is not None and t >= self.instrument_from:
            start, way, length, radius, slide, bright = self.needle
            tip = start + way * (length + slide * (t - self.instrument_from))
            canvas.line(start[0], start[1] + 0.03, tip[0], tip[1] + 0.03, 0.004, 120, soft=2, clip=self._in_fan)     # its echo
            needle = canvas.line(*start, *tip, radius, bright, clip=self._in_fan)
        self._mark_depth(canvas)
        grey = np.clip(canvas.pixels, 0, 255).astype(np.uint8)
        masks = {"structure": canvas.mask(outer), "instrument": canvas.mask(needle)}
        return np.repeat(grey[:, :, None], 3, axis=2), masks

    def _fan(self, canvas):
        """Returns 0..1 in the fan, and the depth 0..1 from the probe. Caches the last size."""
        size = (canvas.width, canvas.height)
        if getattr(self, "_size", None) != size:
            dx, dy = canvas.u - F(self.apex[0]), canvas.v - F(self.apex[1])
            r, a = np.hypot(dx, dy), np.arctan2(dx, dy) - F(self.tilt)
            edge = np.minimum(np.minimum(r - F(self.near), F(self.far) - r), r * np.sin(F(self.half) - np.abs(a)))
            depth = (r - F(self.near)) / F(self.far - self.near)
            fade = F(self.gain) * np.clip(F(1.12) - F(0.35) * depth, 0, 1.2)
            rows, columns = np.ogrid[:canvas.height, :canvas.width]
            self._fixed = self.speckle[rows * 180 // canvas.height, columns * 112 // canvas.width]
            self._fixed = self._fixed * F(0.55) + stretched(self.coarse, canvas.width, canvas.height) * F(0.10)
            self._in_fan = canvas.coverage(edge)
            self._kept, self._size = (self._in_fan * fade, depth), size
        return self._kept

    def _add_speckle(self, canvas, rng):
        """Returns multiplicative speckle: part of it stays with the tissue, part is new in each frame."""
        h, w = canvas.height, canvas.width
        fresh = grain(rng, (h + 1) // 2, (w + 1) // 2) * F(0.16)
        speckle = np.repeat(np.repeat(fresh, 2, 0), 2, 1)[:h, :w] + self._fixed
        speckle += 1
        canvas.pixels *= np.maximum(speckle, 0, out=speckle)
        canvas.pixels += 3

    def _mark_depth(self, canvas):
        for k in range(1, 10):
            long = 0.022 if k % 5 == 0 else 0.012
            box = canvas.box(self.marks, k / 10, long / 2, 0.001)
            canvas.pixels[box] = 170
