#!/usr/bin/env python3
"""Compares `fleming reslice` with scipy and SimpleITK on random planes of random volumes.

    check_reslice.py FLEMING [ROUNDS]

Writes oblique, anisotropic volumes as NRRD, reslices each with FLEMING, and compares every value with scipy.ndimage's
map_coordinates and with SimpleITK's resampling (numpy, scipy and SimpleITK from PyPI). Fails above 0.02 of values of +-1000, or
where only one has a value. Samples within 1e-6 voxels of the faces of the volume are left out: rounding decides about them.
"""

import subprocess
import sys
import tempfile

import numpy as np
import SimpleITK as sitk
from scipy.ndimage import map_coordinates

TOLERANCE = 0.02


def rotation(random):
    q, r = np.linalg.qr(random.normal(size=(3, 3)))
    q *= np.sign(np.diag(r))
    return q if np.linalg.det(q) > 0 else q[:, [1, 0, 2]]


def volume_of(random):
    size = random.integers(3, 40, 3)
    kind = random.choice([np.int16, np.float32, np.uint8, np.float64, np.int32])
    low, high = (0, 255) if kind == np.uint8 else (-1000, 1000)
    image = sitk.GetImageFromArray(random.integers(low, high, size[::-1]).astype(kind))
    image.SetSpacing(random.uniform(0.3, 3, 3))
    image.SetDirection(rotation(random).ravel())
    image.SetOrigin(random.uniform(-300, 300, 3))
    return image


def plane_of(random, image):
    right, down, _ = rotation(random).T
    width, height = (int(n) for n in random.integers(5, 90, 2))
    pixel = random.uniform(0.2, 1.5)
    middle = np.array(image.TransformContinuousIndexToPhysicalPoint(
        [random.uniform(0, n - 1) for n in image.GetSize()]))
    origin = middle - right * pixel * random.uniform(0, width) - down * pixel * random.uniform(0, height)
    slab = random.choice([0.0, random.uniform(0.1, 15)])
    mode = str(random.choice(["max", "min", "mean"]))
    return origin, right, down, pixel, (width, height), slab, mode


def samples_of(image, sample, origin, right, down, pixel, size, slab, mode):
    """Returns the values of a plane, given sample(positions of shape (3, n)), which returns NaN outside."""
    columns, rows = np.meshgrid(np.arange(size[0]), np.arange(size[1]))
    plane = (origin[:, None] + right[:, None] * pixel * columns.ravel() + down[:, None] * pixel * rows.ravel())
    step = min(image.GetSpacing())
    count = max(1, int(np.floor(slab / step + 0.5)))
    normal = np.cross(right, down)[:, None]
    values = np.stack([sample(plane + normal * (i - (count - 1) / 2) * step) for i in range(count)])
    combine = {"max": np.nanmax, "min": np.nanmin, "mean": np.nanmean}[mode]
    empty = np.isnan(values).all(axis=0)
    values[0, empty] = 0
    values = combine(values, axis=0)
    values[empty] = np.nan
    return values.reshape(size[::-1])


def voxels_of(image, positions):
    matrix = np.array(image.GetDirection()).reshape(3, 3) * np.array(image.GetSpacing())
    return np.linalg.solve(matrix, positions - np.array(image.GetOrigin())[:, None])


def by_scipy(image):
    array = sitk.GetArrayFromImage(image).astype(np.float64)
    size = np.array(image.GetSize())[:, None]

    def sample(positions):
        voxels = voxels_of(image, positions)
        values = map_coordinates(array, np.clip(voxels, 0, size - 1)[::-1], order=1)
        values[((voxels < -0.5) | (voxels > size - 0.5)).any(axis=0)] = np.nan
        return values

    return sample


def by_itk(image, plane):
    """Resamples each plane of a slab as one image."""
    origin, right, down, pixel, size, _, _ = plane
    wide = sitk.Cast(image, sitk.sitkFloat64)
    direction = np.stack([right, down, np.cross(right, down)], axis=1).ravel()

    def sample(positions):
        plane_image = sitk.Resample(wide, [*size, 1], sitk.Transform(), sitk.sitkLinear, positions[:, 0],
                                    [pixel, pixel, 1.0], direction, float("nan"), sitk.sitkFloat64)
        return sitk.GetArrayFromImage(plane_image).ravel()

    return sample


def run(program, image, plane, folder):
    origin, right, down, pixel, size, slab, mode = plane
    sitk.WriteImage(image, f"{folder}/v.nrrd")
    text = lambda numbers: ",".join(repr(float(n)) for n in numbers)
    words = [program, "reslice", f"{folder}/v.nrrd", "--origin", text(origin), "--right", text(right), "--down", text(down),
             "--pixel", repr(float(pixel)), "--size", f"{size[0]},{size[1]}", "-o", f"{folder}/o.npy"]
    if slab > 0:
        words += ["--slab", repr(float(slab)), "--mode", mode]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return np.load(f"{folder}/o.npy")


def compare(ours, theirs, clear):
    if not np.array_equal(np.isnan(ours)[clear], np.isnan(theirs)[clear]):
        sys.exit("only one of the two has a value")
    inside = clear & ~np.isnan(ours) & ~np.isnan(theirs)
    worst = np.abs(ours - theirs)[inside].max(initial=0.0)
    if worst > TOLERANCE:
        sys.exit(f"the values differ by {worst}")
    return worst, inside.sum()


def main():
    program, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 50
    random = np.random.default_rng(1)
    worst, count = {"scipy": 0.0, "SimpleITK": 0.0}, 0
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            image = volume_of(random)
            plane = plane_of(random, image)
            ours = run(program, image, plane, folder)
            size = np.array(image.GetSize())[:, None]
            toFace = lambda positions: np.minimum(np.abs(voxels_of(image, positions) + 0.5),
                                                  np.abs(voxels_of(image, positions) - size + 0.5)).min(axis=0)
            clear = samples_of(image, toFace, *plane[:6], "min") > 1e-6
            for name, sample in (("scipy", by_scipy(image)), ("SimpleITK", by_itk(image, plane))):
                difference, compared = compare(ours, samples_of(image, sample, *plane), clear)
                worst[name] = max(worst[name], difference)
                count += int(compared)
    print(f"{count} values; the largest difference from scipy {worst['scipy']:.5f}, from SimpleITK {worst['SimpleITK']:.5f}")


if __name__ == "__main__":
    main()
