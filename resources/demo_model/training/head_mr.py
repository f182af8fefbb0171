"""The drawn MR of a head: see volumes.py. Apache-2.0 like the rest."""
import numpy as np

from volume_canvas import F, Canvas, ellipse_depth, field_at, noise, place_masses, stretched, superellipsoid_scale


class HeadMR:
    """An MR of a head, 0..~1000. lesions: bright masses in the brain (see Nodule). The contrast is randomly T1, T2 or FLAIR."""

    LEVELS = (0.0, 0.05, 0.15, 0.30, 0.50, 0.75, 1.0)
    #        skin, skull, fluid, grey, white, eye, lesion
    LOOKS = {"T1": (720, 60, 110, 380, 520, 130, 1000), "T2": (430, 50, 690, 430, 290, 700, 1000),
             "FLAIR": (480, 50, 70, 400, 310, 120, 1000)}

    def __init__(self, rng, lesions):
        self.look = str(rng.choice(list(self.LOOKS)))
        self.skin, self.skull, self.fluid, self.grey, self.white, self.eye, self.lesion = (
            v * rng.uniform(0.93, 1.07) for v in self.LOOKS[self.look])
        self.lesion = max(self.lesion, 950)
        self.gain = rng.uniform(0.9, 1.05)
        self.angle = float(np.radians(rng.uniform(-8, 8)))
        self.wide, self.long = rng.uniform(0.92, 1.03), rng.uniform(0.93, 1.03)
        self.x, self.y = 0.5 + rng.uniform(-0.01, 0.01), 0.5 + rng.uniform(-0.015, 0.015)
        self.fold = rng.standard_normal((9, 26, 26), F)       # gyri
        self.cloud = rng.standard_normal((6, 12, 12), F) * F(rng.uniform(5, 14))
        self.shade = rng.standard_normal((3, 3), F) * F(rng.uniform(0.02, 0.07))
        self.ventricles = rng.uniform(0.75, 1.35)
        self.rim = rng.uniform(0.010, 0.017)
        self.fine, self.coarse = rng.choice([(10, 5), (18, 8), (26, 10)]) * rng.uniform(0.8, 1.2)
        self.placed = place_masses(rng, self.angle, lesions, self._brain_depth, 0.02)
        self.lesions = [mass for mass, _ in self.placed]
        self.shapes = [dict(angle=rng.uniform(0, 3), lobes=rng.uniform(0.0, 0.06), phase=rng.uniform(0, 6)) for _ in lesions]
        self.stretch = [rng.uniform(0.9, 1.1) for _ in lesions]
        self.halo = [rng.uniform(0.0, 0.35) for _ in lesions]

    def _at(self, z, values):
        return float(np.interp(z, self.LEVELS, values))

    def _head(self, z):
        """Returns the ellipse of the skin: x, y, rx, ry."""
        rx = self._at(z, (0.19, 0.25, 0.30, 0.335, 0.35, 0.345, 0.33)) * self.wide
        ry = self._at(z, (0.23, 0.30, 0.365, 0.41, 0.43, 0.43, 0.42)) * self.long
        return self.x, self.y, rx, ry

    def _brain(self, z):
        x, y, rx, ry = self._head(z)
        front = self._at(z, (0, 0, 0, 0, 0, 0.008, 0.09))      # the face is in front of the lowest slices
        return x, y + front, rx - 0.045, ry - 0.048 - front

    def _brain_depth(self, z, u, v):
        """Returns the depth of each point in the brain, away from the midline."""
        depth = ellipse_depth(u, v, *self._brain(z), square=0.1)
        away = np.abs(u - F(self.x)) - F(0.03 + 0.05 * (0.38 < z < 0.7))
        return np.minimum(depth, away)

    def slice(self, z, rng, width=224, height=224):
        """Returns one axial slice: values (height, width) and masks {"lesion"}, 0..1 or None."""
        canvas = Canvas(width, height, self.angle, 12)
        x, y, rx, ry = self._head(z)
        if z > 0.72:
            canvas.ellipse(x, y - ry + 0.01, 0.035, 0.05, self.skin, soft=2)                # nose
        for sign in (-1, 1):
            if z > 0.7:
                canvas.ellipse(x + sign * (rx + 0.005), y + 0.07, 0.018, 0.05, self.skin * 0.8)   # ears
        shells = [(0, self.skin), (0.02, self.skull), (0.029, self.skin * 0.55), (0.034, self.skull)]
        canvas.layers(x, y, rx, ry, 0.1, shells if z > 0.12 else shells[:2])
        self._paint_brain(canvas, z)
        if z > 0.78:
            self._paint_face(canvas, z)
        lesions = self._paint_lesions(canvas, z)
        canvas.pixels *= 1 + stretched(self.shade, width, height)
        canvas.pixels *= F(self.gain)
        canvas.pixels += noise(rng, (height, width), self.fine, self.coarse)
        return np.abs(canvas.pixels, out=canvas.pixels), {"lesion": canvas.mask(*lesions)}

    def _paint_brain(self, canvas, z):
        bx, by, rx, ry = self._brain(z)
        box = canvas.box(bx, by, rx, ry)
        u, v = canvas.u[box], canvas.v[box]
        depth = ellipse_depth(u, v, bx, by, rx, ry, 0.1)
        h, w = depth.shape
        fold = np.abs(stretched(field_at(self.fold, z), w, h))
        rim = np.clip(1 - depth / F(0.125), 0, 1)
        ribbon = np.clip((F(0.10) * rim + F(0.03) - fold * F(0.055) - F(0.32) * depth) * F(40), 0, 1)   # grey matter along the folds
        furrow = np.clip((F(0.30) * rim - fold) * F(6), 0, 1) * (rim > 0.3)
        tissue = self.white + ribbon * F(self.grey - self.white)
        tissue += stretched(field_at(self.cloud, z), w, h)
        tissue += furrow * (F(self.fluid) - tissue) * F(0.85)
        brain = canvas.coverage(depth - F(self.rim))
        tissue = F(self.fluid) + brain * (tissue - F(self.fluid))
        canvas.blend(box, canvas.coverage(depth), tissue)
        if z < 0.72:      # the longitudinal fissure
            for y0, y1 in (((by - ry, by + ry),) if z < 0.32 else ((by - ry, by - 0.14), (by + 0.18, by + ry))):
                canvas.line(bx, y0, bx, y1, 0.006, self.fluid)
        if z > 0.70:
            self._paint_hindbrain(canvas, z)
        elif z > 0.34:
            self._paint_deep(canvas, z)

    def _paint_deep(self, canvas, z):
        """Paints the ventricles and the grey nuclei beside them."""
        x, y, size = self.x, self.y, self.ventricles
        if z > 0.46:
            for sign in (-1, 1):
                canvas.ellipse(x + sign * 0.095, y - 0.02, 0.03, 0.075, self.grey, angle=-sign * 0.25, soft=2)
                canvas.ellipse(x + sign * 0.045, y + 0.055, 0.032, 0.05, self.grey, angle=sign * 0.35, soft=2)
                canvas.line(x + sign * 0.2, y - 0.06, x + sign * 0.235, y + 0.03, 0.008, self.fluid)     # insula
        for sign in (-1, 1):
            if z < 0.46:
                canvas.line(x + sign * 0.035, y - 0.11, x + sign * 0.04, y + 0.10, 0.018 * size, self.fluid)
            else:
                canvas.line(x + sign * 0.02, y - 0.07, x + sign * 0.055, y - 0.125, 0.015 * size, self.fluid)
                if z < 0.62:
                    canvas.line(x + sign * 0.06, y + 0.12, x + sign * 0.085, y + 0.17, 0.015 * size, self.fluid)
        if z > 0.5:
            canvas.line(x, y - 0.03, x, y + 0.06, 0.007 * size, self.fluid)

    def _paint_hindbrain(self, canvas, z):
        """Paints the brain stem, the cerebellum and the fluid around them."""
        x, y = self.x, self.y
        grow = min(1.0, 0.4 + (z - 0.70) / 0.2)
        canvas.ellipse(x, y + 0.03, 0.085, 0.06, self.fluid, soft=2)
        for sign in (-1, 1):
            lobe = canvas.ellipse(x + sign * 0.095 * grow, y + 0.225, 0.125 * grow, 0.115 * grow, self.grey * 0.93)
            if lobe is not None:
                box, cover = lobe
                r = np.hypot(canvas.u[box] - F(x), (canvas.v[box] - F(y + 0.12)) * F(1.3))
                canvas.pixels[box] += cover * np.sin(r * F(210)) * F(0.16 * abs(self.fluid - self.grey))
        canvas.ellipse(x, y + 0.17, 0.02 * self.ventricles, 0.018, self.fluid)
        canvas.ellipse(x, y + 0.07, 0.062, 0.058, self.white * 0.97)

    def _paint_face(self, canvas, z):
        """Paints sinuses and eyes in front of the lowest slices."""
        x, y, rx, ry = self._head(z)
        top = y - ry
        canvas.ellipse(x, top + 0.14, rx * 0.82, 0.105, self.skin * 0.62, soft=2)
        canvas.ellipse(x, top + 0.13, 0.042, 0.085, 25)
        canvas.line(x, top + 0.06, x, top + 0.20, 0.005, self.grey * 0.8)
        if z > 0.83:
            for sign in (-1, 1):
                ex, ey = x + sign * 0.13, top + 0.115
                canvas.line(ex - sign * 0.03, ey + 0.10, ex, ey + 0.04, 0.007, self.grey)
                canvas.ellipse(ex, ey, 0.052, 0.052, self.grey * 0.6)
                canvas.ellipse(ex, ey, 0.046, 0.046, self.eye)
                canvas.ellipse(ex, ey - 0.033, 0.018, 0.009, self.grey * 0.5)

    def _paint_lesions(self, canvas, z):
        painted = []
        for (mass, _), shape, wide, halo in zip(self.placed, self.shapes, self.stretch, self.halo):
            r = mass.radius * superellipsoid_scale(z - mass.z, mass.half_z)
            if r < 0.004:
                continue
            x, y = canvas.from_picture(mass.x, mass.y)
            swell = r * (1.12 + halo)
            canvas.ellipse(x, y, swell, swell, self.grey * (0.65 if self.look == "T1" else 1.3), soft=6)
            painted.append(canvas.ellipse(x, y, r * wide, r / wide, self.lesion, soft=1.5, **shape))
        return painted
