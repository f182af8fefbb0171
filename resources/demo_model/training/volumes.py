"""Drawn volumes: a CT of a fictitious chest and (in head_mr.py) an MR of a head, one axial slice at a time.

z is 0 at the top and 1 at the bottom; left and right are those of the PICTURE. The object draws once what all slices share; the
noise of a slice comes from the generator given to slice(). Apache-2.0 like the rest.
"""
import numpy as np

from head_mr import HeadMR
from volume_canvas import F, Canvas, Nodule, ellipse_depth, field_at, noise, place_masses, stretched, superellipsoid_scale

__all__ = ["ChestCT", "HeadMR", "Nodule", "window_image"]


def window_image(values, centre, width):
    """Returns grey levels 0..255 by the LINEAR window function of DICOM (PS3.3 C.11.2.1.2.1)."""
    grey = (values - F(centre - 0.5)) * F(255.0 / (width - 1)) + F(127.5 + 0.5)
    return np.clip(grey, 0, 255.49, out=grey).astype(np.uint8)


class ChestCT:
    """A chest CT in HU. nodules: see Nodule; device: None, "pacemaker" or "port" on the front chest wall."""

    LEVELS = (0.0, 0.03, 0.08, 0.16, 0.30, 0.60, 1.0)

    def __init__(self, rng, nodules, device):
        self.angle = float(np.radians(rng.uniform(-8, 8)))
        self.scale = rng.uniform(0.92, 1.04)
        self.deep = self.scale * rng.uniform(0.92, 1.06)   # front to back
        self.fat = rng.uniform(0.0, 0.03)
        self.middle = 0.5 + rng.uniform(-0.01, 0.01)
        self.y = 0.5 + rng.uniform(-0.02, 0.02)
        self.lung_hu, self.soft_hu = rng.uniform(-890, -810), rng.uniform(35, 60)
        self.blood_hu = rng.choice([45.0, rng.uniform(120, 260)])
        self.bone_hu = rng.uniform(380, 650)
        self.heart_size, self.heart_x = rng.uniform(0.85, 1.15), rng.uniform(0.025, 0.055)
        self.heart_z = rng.uniform(0.64, 0.69)
        self.domes = rng.uniform(0.74, 0.80), rng.uniform(0.80, 0.86)   # tops: liver, spleen and stomach
        self.ribs = rng.uniform(0, 1)
        self.fine, self.coarse = rng.choice([(9, 4), (16, 7), (26, 11), (8, 16)]) * rng.uniform(0.8, 1.2)
        self.cloud = rng.standard_normal((6, 14, 14), F) * F(rng.uniform(8, 22))
        self.vessels = self._grow_vessels(rng)
        self.table = rng.uniform(0.84, 0.9), rng.uniform(-500, -250), rng.random() < 0.85
        self.placed = place_masses(rng, self.angle, nodules, self._lung_depth, 0.015)
        self.nodules = [mass for mass, _ in self.placed]
        self.looks = [dict(hu=rng.uniform(25, 95), wide=rng.uniform(0.9, 1.1), angle=rng.uniform(0, 3), lobes=rng.uniform(0, 0.06),
                           phase=rng.uniform(0, 6)) for _ in nodules]
        self.breasts = (rng.uniform(0.10, 0.14), rng.uniform(0.05, 0.085), rng.uniform(0.4, 0.5)) if rng.random() < 0.4 else None
        self.device, self.device_z, self.device_side = device, None, None
        if device:
            self._choose_device(rng)

    def _at(self, z, values):
        return float(np.interp(z, self.LEVELS, values))

    def _cage(self, z):
        """Returns the ellipse of the inner chest wall: x, y, rx, ry."""
        rx = self._at(z, (0.13, 0.165, 0.21, 0.27, 0.315, 0.345, 0.35))
        ry = self._at(z, (0.11, 0.13, 0.155, 0.19, 0.215, 0.235, 0.235))
        return self.middle, self.y + 0.01, rx * self.scale, ry * self.deep

    def _body(self, z):
        """Returns the radii of the skin: rx, ry."""
        rx = self._at(z, (0.475, 0.47, 0.465, 0.45, 0.43, 0.425, 0.42)) * self.scale
        ry = self._at(z, (0.21, 0.215, 0.23, 0.265, 0.295, 0.305, 0.305)) * self.deep
        return min(rx + self.fat, 0.49), ry + self.fat

    def _heart(self, z):
        """Returns the ellipse of the heart: x, y, rx, ry; None outside."""
        t = (z - self.heart_z) / 0.20
        if abs(t) >= 0.93:
            return None
        r = np.sqrt(1 - t * t) * self.heart_size * self.scale
        return self.middle + self.heart_x + 0.02 * t, self.y - 0.055, 0.145 * r, 0.115 * r

    def _domes(self, z):
        """Returns the organs that bulge up under the lungs: [(x, y, rx, ry)] liver, then spleen and stomach."""
        found = []
        for top, sign in zip(self.domes, (-1, 1)):
            t = (z - top) / (1.04 - top)
            if t > 0:
                r = (0.6 + 0.4 * np.sqrt(1 - (1 - min(t, 1.0)) ** 2)) * self.scale     # a flat top, which does not look like a nodule
                found.append((self.middle + sign * (0.165 - 0.02 * r), self.y - 0.03, 0.18 * r, 0.175 * r))
            else:
                found.append(None)
        return found

    def _lung_depth(self, z, u, v):
        """Returns the depth of each point in a lung; below 0 elsewhere."""
        depth = ellipse_depth(u, v, *self._cage(z), square=0.3)
        half = np.abs(u - F(self.middle))
        cx = self._at(z, (0.09, 0.092, 0.105, 0.14, 0.165, 0.18, 0.185)) * self.scale
        rx = self._at(z, (0.052, 0.060, 0.085, 0.13, 0.165, 0.185, 0.185)) * self.scale
        ry = self._at(z, (0.065, 0.078, 0.12, 0.18, 0.225, 0.245, 0.245)) * self.deep
        np.minimum(depth, ellipse_depth(half, v, cx, self.y + 0.015, rx, ry, 0.3), out=depth)
        column = self._at(z, (0.04, 0.045, 0.05, 0.06, 0.062, 0.055, 0.055)) * self.scale
        back = v - F(self.y + 0.02)
        np.minimum(depth, half - F(column) * np.maximum(F(1.3) - F(18) * back * back, F(0.4)), out=depth)
        heart = self._heart(z)
        if heart:
            np.minimum(depth, -ellipse_depth(u, v, *heart), out=depth)
        for dome in self._domes(z):
            if dome:
                np.minimum(depth, -ellipse_depth(u, v, *dome), out=depth)
        return depth

    def _grow_vessels(self, rng):
        """Returns vessel trees from both hila: rows x0 y0 z0 x1 y1 z1 radius."""
        rows = []
        for sign in (-1, 1):
            root = np.array([self.middle + sign * 0.07, self.y, 0.44])
            aims = rng.normal(0, 1, (13, 3))
            aims[:, 0] = sign * np.abs(aims[:, 0])
            aims[:4, 2], aims[4:10, 2] = -np.abs(aims[:4, 2]) - 0.6, np.abs(aims[4:10, 2]) + 0.9
            for aim in aims:
                twigs = [(root + np.array([0, rng.uniform(-0.03, 0.03), rng.uniform(-0.08, 0.08)]), aim, 0.0115)]
                for _ in range(4):
                    grown = []
                    for start, way, radius in twigs:
                        way = way / np.linalg.norm(way)
                        step = way * np.array([0.062, 0.055, 0.13]) * rng.uniform(0.7, 1.2)
                        rows.append((*start, *(start + step), radius))
                        grown += [(start + step, way + rng.normal(0, 0.42, 3) + (sign * 0.1, 0, 0), radius * rng.uniform(0.6, 0.74))
                                  for _ in range(2)]
                    twigs = grown if len(grown) <= 4 else [grown[k] for k in rng.permutation(len(grown))[:5]]
        return np.array(rows)

    def _choose_device(self, rng):
        self.device_sign = int(rng.choice([-1, 1]))
        self.device_side = "left" if self.device_sign < 0 else "right"
        if self.device == "pacemaker":
            top, tall = rng.uniform(0.09, 0.14), rng.uniform(0.18, 0.22)
            self.device_x, self.device_size = rng.uniform(0.20, 0.25), (rng.uniform(0.062, 0.075), rng.uniform(0.028, 0.034))
        else:
            top, tall = rng.uniform(0.12, 0.20), rng.uniform(0.17, 0.21)
            self.device_x, self.device_size = rng.uniform(0.17, 0.24), (rng.uniform(0.032, 0.038),) * 2
        self.device_z = (top, top + tall)

    def slice(self, z, rng, width=224, height=224):
        """Returns one axial slice: HU (height, width) and masks {"lesion", "pacemaker", "port"}, each 0..1 or None."""
        canvas = Canvas(width, height, self.angle, -1000)
        body, spot = self._body(z), (self.middle, self.y)
        self._paint_table(canvas)
        self._paint_breasts(canvas, z, body)
        device_spot = self._paint_pocket(canvas, z, body)
        cage = self._cage(z)
        canvas.layers(*spot, *body, 0.35, [(0, -100), (0.018 + self.fat, self.soft_hu)])
        self._paint_shoulders(canvas, z)
        canvas.layers(cage[0], cage[1], cage[2] + 0.03, cage[3] + 0.028, 0.33, [(0, -70), (0.026, self.soft_hu - 10)])
        self._paint_belly(canvas, z)
        lung = self._paint_lungs(canvas, z, cage)
        self._paint_middle(canvas, z)
        self._paint_bones(canvas, z, cage)
        device = self._paint_device(canvas, z, device_spot)
        lesions = self._paint_nodules(canvas, z, lung)
        canvas.pixels += noise(rng, (height, width), self.fine, self.coarse)
        masks = {"lesion": canvas.mask(*lesions), "pacemaker": None, "port": None}
        if device is not None:
            masks[self.device] = canvas.mask(device)
        return np.clip(canvas.pixels, -1024, 3071, out=canvas.pixels), masks

    def _paint_table(self, canvas):
        y, hu, there = self.table
        if there:
            canvas.line(0.1, y, 0.9, y, 0.007, hu)
            canvas.line(0.14, y + 0.035, 0.86, y + 0.035, 0.003, hu)

    def _paint_breasts(self, canvas, z, body):
        if self.breasts:
            wide, high, middle = self.breasts
            r = 1 - ((z - middle) / 0.2) ** 2
            for sign in (-1, 1) if r > 0.02 else ():
                x, y, r = self.middle + sign * 0.2 * self.scale, self.y - body[1] * 0.87, np.sqrt(max(r, 0))
                canvas.ellipse(x, y, wide * r, high * r, -95)
                canvas.ellipse(x, y, wide * r * 0.5, high * r * 0.6, -30, soft=4)

    def _paint_shoulders(self, canvas, z):
        for sign in (-1, 1):
            if z < 0.13:
                canvas.ellipse(self.middle + sign * 0.385 * self.scale, self.y + 0.01, 0.05, 0.05, self.bone_hu)
                canvas.ellipse(self.middle + sign * 0.385 * self.scale, self.y + 0.01, 0.04, 0.04, 190)
            if z < 0.46:
                x, y = self.middle + sign * (0.30 + 0.03 * (z < 0.13)) * self.scale, self.y + 0.13 + 0.1 * z
                canvas.line(x, y, x + sign * 0.07, y - 0.09, 0.011, self.bone_hu - 60)
            if z < 0.09:
                canvas.line(self.middle + sign * 0.07, self.y - 0.135, self.middle + sign * 0.27, self.y - 0.12, 0.014, self.bone_hu)
            elif z < 0.4:   # fat under the pectoral muscle
                canvas.line(self.middle + sign * 0.10, self.y - 0.225 * self.deep, self.middle + sign * 0.3, self.y - 0.15, 0.005, -90)

    def _paint_belly(self, canvas, z):
        liver, left = self._domes(z)
        if liver:
            canvas.ellipse(*liver, self.soft_hu + 55)
            for k in range(3):
                canvas.ellipse(liver[0] + 0.05 * np.cos(2 * k), liver[1] + 0.06 * np.sin(2 * k), 0.012, 0.008, self.soft_hu + 95, soft=2)
        if z > 0.88:
            canvas.ellipse(self.middle - 0.02, self.y - 0.08, 0.12, 0.07 + 0.3 * (z - 0.88), self.soft_hu + 55, soft=2)   # its left lobe
        if left:
            canvas.ellipse(*left, self.soft_hu + 45)
            x, y, rx, ry = left
            if rx > 0.09:
                canvas.ellipse(x - 0.02, y - 0.03, rx * 0.6, ry * 0.55, 15)
                canvas.ellipse(x - 0.02, y - 0.03 - ry * 0.3, rx * 0.38, ry * 0.18, -950, soft=2)

    def _paint_lungs(self, canvas, z, cage):
        """Paints the lungs and their vessels. Returns the coverage of the lungs in the whole picture."""
        lung = np.zeros((canvas.height, canvas.width), F)
        box = canvas.box(cage[0], cage[1], cage[2], cage[3])
        u, v = canvas.u[box], canvas.v[box]
        lung[box] = cover = canvas.coverage(self._lung_depth(z, u, v))
        h, w = cover.shape
        air = stretched(field_at(self.cloud, z), w, h)
        air += (v - F(self.y)) * F(90)
        air += F(self.lung_hu)
        canvas.blend(box, cover, air)
        near = self.vessels[(np.minimum(self.vessels[:, 2], self.vessels[:, 5]) < z + 0.012) &
                            (np.maximum(self.vessels[:, 2], self.vessels[:, 5]) > z - 0.012)]
        start, rise = near[:, :3], near[:, 3:6] - near[:, :3]
        ends = (z + np.array([[-0.012], [0.012]]) - start[:, 2]) / np.where(np.abs(rise[:, 2]) < 1e-6, 1e-6, rise[:, 2])
        t0, t1 = np.clip(ends.min(0), 0, 1)[:, None], np.clip(ends.max(0), 0, 1)[:, None]
        rows = np.hstack([start[:, :2] + t0 * rise[:, :2], start[:, :2] + t1 * rise[:, :2], near[:, 6:]])
        canvas.lines(rows, np.where(near[:, 6] > 0.006, 20, -120), clip=lung)
        return lung

    def _paint_middle(self, canvas, z):
        """Paints the heart, the great vessels, the trachea and the oesophagus."""
        m, y, blood = self.middle, self.y, self.blood_hu
        if 0.1 < z < 0.55:
            canvas.ellipse(m, y - 0.10, 0.04, 0.045, -60, soft=4)
        heart = self._heart(z)
        if heart:
            x, hy, rx, ry = heart
            canvas.ellipse(x, hy, rx + 0.006, ry + 0.006, -60, soft=2)
            canvas.ellipse(x, hy, rx, ry, self.soft_hu + 20)
            canvas.ellipse(x + 0.3 * rx, hy + 0.15 * ry, rx * 0.5, ry * 0.6, blood, angle=0.6, soft=2)
            canvas.ellipse(x - 0.42 * rx, hy - 0.05 * ry, rx * 0.42, ry * 0.66, blood * 0.9, angle=0.5, soft=2)
        if z < 0.30:
            for sign in (-1, 1):
                canvas.ellipse(m + sign * 0.04, y - 0.035, 0.015, 0.015, blood)
        elif z < 0.40:    # arch
            canvas.ellipse(m + 0.012, y - 0.01, 0.03, 0.085, blood, angle=-0.35)
        elif z < 0.62:
            canvas.ellipse(m - 0.015, y - 0.07, 0.037, 0.037, blood)
            if z < 0.54:
                canvas.line(m + 0.035, y - 0.07, m - 0.05 if z > 0.46 else m + 0.05, y - 0.01, 0.026, blood * 0.95)
        if z >= 0.36:
            canvas.ellipse(m + 0.045, y + 0.09, 0.03, 0.03, blood)
        if 0.14 < z < 0.6:
            canvas.ellipse(m - 0.06, y - 0.05, 0.02, 0.022, blood * 1.1)
        if z < 0.45:
            canvas.ellipse(m, y + 0.03, 0.028, 0.026, 40)
            canvas.ellipse(m, y + 0.03, 0.022, 0.02, -1000)
        elif z < 0.56:
            spread = 0.03 + 0.35 * (z - 0.45)
            for sign in (-1, 1):
                canvas.ellipse(m + sign * spread, y + 0.025, 0.019, 0.014, -960)
        canvas.ellipse(m + 0.008, y + 0.07, 0.014, 0.011, self.soft_hu)

    def _paint_bones(self, canvas, z, cage):
        x, y, rx, ry = cage
        bone = self.bone_hu
        ribs = []
        for sign in (-1, 1):
            for k in range(-1, 8):
                turn = (k + (self.ribs + 7 * z) % 1) / 7.0   # 0 at the back, 1 in front
                if 0.04 < turn < 0.86:
                    a = np.pi / 2 - turn * np.pi
                    px, py = np.cos(a), np.sin(a)
                    spread = 1 + 0.06 * abs(np.sin(2 * a))
                    cx, cy = x + sign * (rx + 0.014) * px * spread, y + (ry + 0.014) * py * spread
                    way = np.array([-py * rx * sign, px * ry]) * (0.018 + 0.012 * abs(py)) / np.hypot(py * rx, px * ry)
                    ribs.append((cx - way[0], cy - way[1], cx + way[0], cy + way[1], 0.0125))
        canvas.lines(ribs, [bone] * len(ribs), core=(0.006, 170))
        vy = self.y + 0.175 * self.deep
        canvas.ellipse(self.middle, vy, 0.055, 0.045, bone, square=0.4)
        canvas.ellipse(self.middle, vy, 0.046, 0.036, 210 if (z * 12 + self.ribs) % 1 < 0.75 else 90, square=0.4)
        for sign in (-1, 1):
            canvas.line(self.middle + sign * 0.035, vy + 0.035, self.middle + sign * 0.09, vy + 0.06, 0.012, bone * 0.8)
        canvas.ellipse(self.middle, vy + 0.065, 0.035, 0.03, bone)
        canvas.ellipse(self.middle, vy + 0.062, 0.024, 0.02, 20)
        canvas.line(self.middle, vy + 0.09, self.middle, vy + 0.125, 0.009, bone * 0.9)
        if 0.12 < z < 0.78:
            canvas.ellipse(self.middle, y - ry - 0.012, 0.042, 0.014, bone * 0.9)
            canvas.ellipse(self.middle, y - ry - 0.012, 0.034, 0.008, 160)

    def _paint_pocket(self, canvas, z, body):
        """Paints the bulge of the skin over the device, before the body. Returns the place of the device, or None."""
        if not self.device or not self.device_z[0] <= z <= self.device_z[1]:
            return None
        dx = self.device_x * self.scale
        surface = body[1] * np.sqrt(max(0.1, (1 - (dx / body[0]) ** 2) / (1 - 0.35 * (dx / body[0]) ** 2)))
        x, y = self.middle + self.device_sign * dx, self.y - surface + 0.012
        a, b = self.device_size
        lean = self.device_sign * np.arctan2(dx * body[1] ** 2, surface * body[0] ** 2)
        canvas.ellipse(x, y, a + 0.05, b + 0.03, -100, angle=lean)
        return x, y, lean

    def _paint_device(self, canvas, z, spot):
        """Paints the metal box or drum with its lead or catheter. Returns its coverage, or None."""
        if not self.device:
            return None
        sign = self.device_sign
        low = self.device_z[1]
        end, wire = (0.74, 2600) if self.device == "pacemaker" else (0.5, 900)
        if z > 0.12 and z < end:    # in the vena cava and the heart
            t = max(0.0, (z - 0.5) / 0.24)
            canvas.ellipse(self.middle - 0.06 + 0.09 * t, self.y - 0.05 - 0.03 * t, 0.009, 0.009, wire)
        if spot is None:
            return None
        x, y, lean = spot
        a, b = self.device_size
        if z < self.device_z[0] + 0.4 * (low - self.device_z[0]):   # the lead leaves at the top
            canvas.line(x - sign * a, y + 0.01, x - sign * (a + 0.07), y + 0.035, 0.0065, wire)
        self._paint_streaks(canvas, x, y, 0.24 if self.device == "pacemaker" else 0.11, 260 if self.device == "pacemaker" else 150)
        if self.device == "pacemaker":
            painted = canvas.ellipse(x, y, a, b, 3000, angle=lean, square=1)
            canvas.ellipse(x + 0.3 * a, y, 0.35 * a, 0.5 * b, 2500, angle=lean)
            return painted
        painted = canvas.ellipse(x, y, a, b, 2600)
        canvas.ellipse(x, y, 0.55 * a, 0.55 * b, -300)
        canvas.ellipse(x, y, 0.16 * a, 0.16 * b, 2600)
        return painted

    @staticmethod
    def _paint_streaks(canvas, x, y, reach, strength):
        box = canvas.box(x, y, reach, reach)
        du, dv = canvas.u[box] - F(x), canvas.v[box] - F(y)
        r2 = du * du + dv * dv + F(2e-4)
        wave = (du * du - dv * dv) / r2
        star = wave.copy()
        for _ in range(3):
            wave = 2 * wave * wave - 1
            star += wave
        fade = np.maximum(0, 1 - r2 / F(reach * reach))
        canvas.pixels[box] += star * fade * F(strength) * (canvas.pixels[box] > -990)

    def _paint_nodules(self, canvas, z, lung):
        painted = []
        for (mass, deep), look in zip(self.placed, self.looks):
            r = mass.radius * superellipsoid_scale(z - mass.z, mass.half_z)
            if r < 0.004:
                continue
            x, y = canvas.from_picture(mass.x, mass.y)
            if deep < mass.radius * 1.1 + 0.008:    # smaller where the lung is narrow
                canvas.ellipse(x, y, r + 0.022, r + 0.022, self.lung_hu, soft=2)
            shape = dict(angle=look["angle"], lobes=look["lobes"], phase=look["phase"])
            painted.append(canvas.ellipse(x, y, r * look["wide"], r / look["wide"], look["hu"], soft=1.3, **shape))
        return painted
