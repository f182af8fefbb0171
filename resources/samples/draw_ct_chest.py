#!/usr/bin/env python3
"""Draws the sample study ct_chest/: a CT of a chest that nobody has, as 40 DICOM slices, lossless JPEG-LS.

Ellipsoids stand for body, lungs, heart, vessels, bones and one round nodule in the right upper lobe. Made by hand, once:
    python3 draw_ct_chest.py ct_chest        (numpy, pydicom; dcmcjpls of DCMTK)
The drawing is ours, Apache-2.0 like the rest.
"""
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
import pydicom
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian

SIZE, SLICES = 256, 40
PIXEL, STEP = 1.4, 7.0  # mm
ROOT = "1.2.826.0.1.3680043.8.498.7305"  # pydicom's root, free to use
UP = 3  # samples a pixel side, averaged: soft edges


def ellipsoid(x, y, z, centre, radii, power=2.0):
    """Above 0 inside. LPS mm."""
    terms = [np.abs((v - c) / r) ** power for v, c, r in zip((x, y, z), centre, radii)]
    return 1.0 - (terms[0] + terms[1] + terms[2])


def tube(x, y, z, points, radius):
    """A tube through points given as (x, y, z) with z falling; above 0 inside."""
    pts = np.array(sorted(points, key=lambda p: p[2]))
    if not pts[0, 2] <= z <= pts[-1, 2]:
        return np.full_like(x, -1.0)
    cx, cy = np.interp(z, pts[:, 2], pts[:, 0]), np.interp(z, pts[:, 2], pts[:, 1])
    return 1.0 - ((x - cx) ** 2 + (y - cy) ** 2) / radius**2


def slice_hu(z, rng):
    """One axial slice at height z (mm, up), HU."""
    n = SIZE * UP
    axis = (np.arange(n) - (n - 1) / 2) * PIXEL / UP
    x, y = np.meshgrid(axis, axis)  # x to the patient's left, y to the back
    hu = np.full((n, n), -1000.0)

    def paint(inside, value):
        hu[inside > 0] = value

    taper = 1.0 - 0.18 * np.clip((z - 60) / 80, 0, 1) ** 2
    skin = ellipsoid(x, y, 0 * x, (0, 4, 0), (158 * taper, 108 * taper, 1), 2.4)
    paint(skin, -95)                                                                   # fat
    paint(ellipsoid(x, y, 0 * x, (0, 4, 0), (146 * taper, 95 * taper, 1), 2.4), 45)     # muscle
    paint(ellipsoid(x, y, 0 * x, (0, 2, 0), (128 * taper, 80 * taper, 1), 2.3), -60)    # chest wall fat
    cage = ellipsoid(x, y, 0 * x, (0, 2, 0), (125 * taper, 78 * taper, 1), 2.3)
    for k in range(-3, 14):                                                            # ribs: tilted rings
        ring = np.abs(np.sqrt((x / (128 * taper)) ** 2 + ((y - 2) / (80 * taper)) ** 2) - 1) * 100
        height = z - (k * 26 - 150 + 0.32 * (y + 60))
        rib = 1 - (ring / 6.0) ** 2 - (height / 7.0) ** 2
        paint(np.where((y < 62) & (np.abs(x) > 22), rib, -1), 420)
        paint(np.where((y < 62) & (np.abs(x) > 22), rib - 0.55, -1), 180)
    paint(cage - 0.03, 40)                                                             # mediastinum
    right = np.minimum(ellipsoid(x, y, z, (-66, 4, -30), (54, 70, 165), 2.2), cage - 0.08)
    left = np.minimum(ellipsoid(x, y, z, (66, 4, -30), (52, 70, 165), 2.2), cage - 0.08)
    dome_r = 1 - ((x + 66) / 70) ** 2 - ((y - 4) / 80) ** 2 - ((z + 165) / 75) ** 2
    dome_l = 1 - ((x - 66) / 70) ** 2 - ((y - 4) / 80) ** 2 - ((z + 175) / 70) ** 2
    lungs = np.maximum(np.where(dome_r > 0, -1, right), np.where(dome_l > 0, -1, left))
    paint(lungs, -860)
    paint(np.where(dome_r > 0, np.minimum(right, dome_r), -1), 60)                      # liver under the right dome
    paint(np.where(dome_l > 0, np.minimum(left, dome_l), -1), 50)                       # spleen and stomach
    for sx in (-1, 1):                                                                 # vessels in the lungs
        for k in range(26):
            angle, lean = rng_table[k]
            ox, oy = sx * (26 + 4 * (k % 3)), 2 + 3 * ((k % 5) - 2)
            far = abs(z + 20) / 130
            px = ox + sx * (60 * far + 8) * np.cos(angle) * lean
            py = oy + (62 * far + 6) * np.sin(angle) * lean
            vessel = 1 - ((x - px) ** 2 + (y - py) ** 2) / max(0.9, 4.6 * (1 - far)) ** 2
            paint(np.where(lungs > 0.02, vessel, -1), 35)
    heart = ellipsoid(x, y, z, (20, -18, -75), (54, 44, 58))
    paint(heart, 45)
    paint(ellipsoid(x, y, z, (20, -18, -75), (47, 37, 51)), 130)                        # contrast in the chambers
    paint(np.minimum(ellipsoid(x, y, z, (22, -14, -78), (40, 7, 45)), heart), 75)       # septum
    paint(tube(x, y, z, [(18, 34, -260), (20, 34, -60), (18, 30, 45), (10, 16, 62)], 12.5), 150)   # descending aorta
    paint(tube(x, y, z, [(-4, -26, -60), (-8, -24, 20), (-4, -14, 58)], 15), 150)       # ascending aorta
    arch = ellipsoid(x, y, z, (6, 2, 60), (16, 34, 11))
    paint(arch, 150)
    paint(tube(x, y, z, [(-30, -22, -40), (-30, -20, 110)], 9), 140)                    # superior vena cava
    paint(tube(x, y, z, [(14, -28, -45), (12, -14, 12)], 13), 155)                      # pulmonary trunk
    paint(tube(x, y, z, [(0, 18, 8), (0, 10, 160)], 10), 30)
    paint(tube(x, y, z, [(0, 18, 8), (0, 10, 160)], 8.3), -1000)                        # trachea
    for sx in (-1, 1):                                                                 # main bronchi
        paint(tube(x, y, z, [(sx * 40, 14, -32), (0, 17, 10)], 6.2), -990)
    paint(tube(x, y, z, [(3, 27, -260), (4, 26, 160)], 7), 35)                          # oesophagus
    paint(ellipsoid(x, y, 0 * x, (0, 56, 0), (21, 17, 1)), 380)                          # vertebra
    paint(ellipsoid(x, y, 0 * x, (0, 55, 0), (17, 13, 1)), 210 if (z % 26) < 20 else 70)
    paint(ellipsoid(x, y, 0 * x, (0, 76, 0), (10, 8, 1)), 20)                           # canal
    for sx in (-1, 1):
        paint(ellipsoid(x, y, 0 * x, (sx * 14, 77, 0), (5, 9, 1)), 350)
    paint(ellipsoid(x, y, 0 * x, (0, 92, 0), (4, 11, 1)), 330)
    paint(ellipsoid(x, y, z, (0, -79 * taper, 5), (17, 6, 85), 3), 300)                  # sternum
    paint(ellipsoid(x, y, z, (-78, -12, 58), (9.5, 9.0, 9.5)), 55)                      # the nodule
    table = np.where((np.abs(y - 118) < 2.2) & (np.abs(x) < 165), 1.0, -1.0)
    hu[(table > 0) & (skin <= 0)] = -420
    hu = hu.reshape(SIZE, UP, SIZE, UP).mean(axis=(1, 3))
    noisy = hu + rng.normal(0, 11, hu.shape) * (0.35 + 0.65 * (hu > -950))
    return np.clip(np.rint(noisy), -1024, 3071).astype(np.int16)


def write(path, pixels, k, z):
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.2"
    meta.MediaStorageSOPInstanceUID = f"{ROOT}.1.1.{k + 1}"
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.ImplementationClassUID = f"{ROOT}.9"
    d = FileDataset(str(path), {}, file_meta=meta, preamble=b"\0" * 128)
    d.is_little_endian, d.is_implicit_VR = True, False
    d.SOPClassUID, d.SOPInstanceUID = meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID
    d.StudyInstanceUID, d.SeriesInstanceUID, d.FrameOfReferenceUID = f"{ROOT}.1", f"{ROOT}.1.1", f"{ROOT}.1.9"
    d.PatientName, d.PatientID, d.PatientBirthDate, d.PatientSex = "Drawn^Sample", "SAMPLE", "", "O"
    d.StudyDate, d.StudyTime, d.AccessionNumber, d.StudyID = "20240101", "120000", "", "1"
    d.ReferringPhysicianName, d.PositionReferenceIndicator = "", ""
    d.Modality, d.Manufacturer = "CT", "Fleming Viewer drawing"
    d.StudyDescription, d.SeriesDescription = "Drawn sample, not a patient", "Chest CT (drawn)"
    d.SeriesNumber, d.InstanceNumber, d.AcquisitionNumber = 1, k + 1, 1
    d.ImageType = ["DERIVED", "SECONDARY", "AXIAL"]
    d.PatientPosition, d.KVP = "HFS", "120"
    d.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    corner = -(SIZE - 1) / 2 * PIXEL
    d.ImagePositionPatient = [f"{corner:.2f}", f"{corner:.2f}", f"{z:.2f}"]
    d.SliceLocation, d.SliceThickness = f"{z:.2f}", f"{STEP:g}"
    d.PixelSpacing = [f"{PIXEL:g}", f"{PIXEL:g}"]
    d.SamplesPerPixel, d.PhotometricInterpretation = 1, "MONOCHROME2"
    d.Rows = d.Columns = SIZE
    d.BitsAllocated, d.BitsStored, d.HighBit, d.PixelRepresentation = 16, 12, 11, 0
    d.RescaleIntercept, d.RescaleSlope, d.RescaleType = "-1024", "1", "HU"
    d.WindowCenter, d.WindowWidth = ["40", "-500"], ["400", "1500"]
    d.WindowCenterWidthExplanation = ["SOFT TISSUE", "LUNG"]
    d.PixelData = (pixels.astype(np.int32) + 1024).astype("<u2").tobytes()
    d.save_as(str(path), write_like_original=False)


if __name__ == "__main__":
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(7305)
    rng_table = [(rng.uniform(0, 2 * np.pi), rng.uniform(0.35, 1.0)) for _ in range(26)]
    for k in range(SLICES):
        z = (k - SLICES / 2) * STEP + 10
        with tempfile.NamedTemporaryFile(suffix=".dcm") as plain:
            write(plain.name, slice_hu(z, rng), k, z)
            subprocess.run(["dcmcjpls", "+un", plain.name, str(out / f"slice{k + 1:02d}.dcm")], check=True)
