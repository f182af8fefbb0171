#!/usr/bin/env python3
"""Measures what reslice_bench.cpp measures, with SimpleITK (from PyPI): planes of 512 x 512 pixels of a CT of 512 x 512 x 600.

    peers_reslice.py [FRAMES]        prints the median and the 95th percentile of one and of three panes, thin and as a slab of 20 mm
"""

import math
import sys
import time

import numpy as np
import SimpleITK as sitk

SPACING, SIDE, SLAB = 0.7, 512, 20.0


def axes_of(pane, frame):
    a, b = 0.1 + 0.02 * frame, 0.4 + 0.01 * frame
    x = np.array([math.cos(a), math.sin(a), 0])
    y = np.array([-math.sin(a) * math.cos(b), math.cos(a) * math.cos(b), math.sin(b)])
    z = np.cross(x, y)
    right, down = (y if pane == 2 else x), (y if pane == 0 else -z)
    return right, down, np.cross(right, down)


def reslice(volume, pane, frame, count):
    right, down, normal = axes_of(pane, frame)
    origin = -(SIDE - 1) / 2 * SPACING * (right + down) - (count - 1) / 2 * SPACING * normal
    direction = np.stack([right, down, normal], axis=1).ravel()
    planes = sitk.Resample(volume, [SIDE, SIDE, count], sitk.Transform(), sitk.sitkLinear, origin, [SPACING] * 3, direction, -1024.0,
                           sitk.sitkFloat32)
    return sitk.MaximumProjection(planes, 2) if count > 1 else planes


def main():
    frames = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    size = np.array([512, 512, 600])
    values = np.random.default_rng(1).integers(-1000, 1000, size[::-1]).astype(np.int16)
    volume = sitk.GetImageFromArray(values)
    volume.SetSpacing([SPACING] * 3)
    volume.SetOrigin((-(size - 1) / 2 * SPACING).tolist())
    for slab in (0.0, SLAB):
        count = max(1, math.floor(slab / SPACING + 0.5))
        for panes in (1, 3):
            times = []
            for frame in range(frames):
                begin = time.perf_counter()
                for pane in range(panes):
                    reslice(volume, pane, frame, count)
                times.append((time.perf_counter() - begin) * 1e3)
            p50, p95 = np.percentile(times, [50, 95])
            print(f"SimpleITK {sitk.Version.VersionString()}, {panes} pane(s), slab {slab:4.1f} mm: p50 {p50:.1f} ms, p95 {p95:.1f} ms")


if __name__ == "__main__":
    main()
