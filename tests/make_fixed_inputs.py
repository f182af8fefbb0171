#!/usr/bin/env python3
"""Makes the inputs of fixed_outputs.sh that are in no folder of the repository: make_fixed_inputs.py FOLDER

The same bytes at every run; Python's standard library alone. Written for this project, under its licence.
- ct_padding/   16-bit signed CT in an oblique orientation, with Pixel Padding Value, rescale and two windows
- mr/           16-bit unsigned MR, MONOCHROME1, sagittal, without a window
- rgb.dcm       8-bit RGB ultrasound;  multiframe.dcm: 12-bit enhanced-style multi-frame
- *.npy         2-D to 4-D arrays of several types, byte orders and layouts, with NaN, and RGB
- volume.nrrd   float with an oblique orientation, big-endian
"""
import math
import os
import random
import struct
import sys


def value(x, y, z):
    """A smooth pattern with an edge in it, about -1000 to 1000."""
    inside = (x - 20) ** 2 + (y - 17) ** 2 + (3 * (z - 4)) ** 2 < 220
    return 700 * math.sin(0.31 * x + 0.17 * z) * math.cos(0.23 * y) + (300 if inside else -200)


# --- DICOM, explicit VR little endian (PS3.5) ---

LONG = {"OB", "OW", "SQ", "UN", "UT"}


def element(tag, vr, data):
    if isinstance(data, str):
        data = data.encode("ascii")
    if len(data) % 2:
        data += b"\0" if vr in ("UI", "OB") else b" "
    head = struct.pack("<HH2s", tag >> 16, tag & 0xFFFF, vr.encode())
    return head + (struct.pack("<HI", 0, len(data)) if vr in LONG else struct.pack("<H", len(data))) + data


def dicom(path, sop_class, elements):
    uid = "1.2.826.0.1.3680043.10.1." + str(abs(hash_of(path)))
    data = {0x00080016: ("UI", sop_class), 0x00080018: ("UI", uid), 0x0020000D: ("UI", "1.2.826.0.1.3680043.10.2"), **elements}
    meta = (element(0x00020001, "OB", b"\0\1") + element(0x00020002, "UI", sop_class) + element(0x00020003, "UI", uid)
            + element(0x00020010, "UI", "1.2.840.10008.1.2.1"))
    body = b"".join(element(tag, vr, content) for tag, (vr, content) in sorted(data.items()))
    with open(path, "wb") as file:
        file.write(b"\0" * 128 + b"DICM" + element(0x00020000, "UL", struct.pack("<I", len(meta))) + meta + body)


def hash_of(path):
    number = 7
    for byte in os.path.basename(path).encode():
        number = (number * 31 + byte) % 1000003
    return number


def us(number):
    return ("US", struct.pack("<H", number & 0xFFFF))


def pixel_format(photometric, samples, rows, columns, allocated, stored, signed):
    return {0x00280002: us(samples), 0x00280004: ("CS", photometric), 0x00280010: us(rows), 0x00280011: us(columns),
            0x00280100: us(allocated), 0x00280101: us(stored), 0x00280102: us(stored - 1), 0x00280103: us(signed)}


def make_ct(folder):
    os.makedirs(folder)
    columns, rows, slices = 41, 37, 9
    # The row direction is turned by 10 degrees about z, then the column direction is tilted.
    c, s, t = math.cos(0.17), math.sin(0.17), math.cos(0.3)
    right = (c, s, 0.0)
    down = (-s * t, c * t, math.sin(0.3))
    normal = (right[1] * down[2] - right[2] * down[1], right[2] * down[0] - right[0] * down[2], right[0] * down[1] - right[1] * down[0])
    for k in range(slices):
        pixels = [-2000 if (x - 20) ** 2 + (y - 18) ** 2 > 330 else int(value(x, y, k)) + 1024 for y in range(rows) for x in range(columns)]
        position = [5.0 * k * n for n in normal]
        dicom(f"{folder}/{(k * 4) % slices}.dcm", "1.2.840.10008.5.1.4.1.1.2", {
            0x00080060: ("CS", "CT"), 0x0020000E: ("UI", "1.2.826.0.1.3680043.10.3"), 0x00200011: ("IS", "3"), 0x00200013: ("IS", str(k + 1)),
            0x00200032: ("DS", "\\".join(f"{p:.6f}" for p in position)), 0x00200037: ("DS", "\\".join(f"{d:.9f}" for d in right + down)),
            **pixel_format("MONOCHROME2", 1, rows, columns, 16, 16, 1), 0x00280030: ("DS", "0.8\\0.7"), 0x00280120: ("SS", struct.pack("<h", -2000)),
            0x00281050: ("DS", "40\\-600"), 0x00281051: ("DS", "400\\1500"), 0x00281052: ("DS", "-1024"), 0x00281053: ("DS", "1"),
            0x7FE00010: ("OW", struct.pack(f"<{len(pixels)}h", *pixels))})


def make_mr(folder):
    os.makedirs(folder)
    for k in range(6):
        pixels = [int(value(x, y, k)) + 1100 for y in range(24) for x in range(32)]
        dicom(f"{folder}/{k}.dcm", "1.2.840.10008.5.1.4.1.1.4", {
            0x00080060: ("CS", "MR"), 0x0020000E: ("UI", "1.2.826.0.1.3680043.10.4"), 0x00200013: ("IS", str(k + 1)),
            0x00200032: ("DS", f"{4.0 * k}\\0\\0"), 0x00200037: ("DS", "0\\1\\0\\0\\0\\-1"),
            **pixel_format("MONOCHROME1", 1, 24, 32, 16, 12, 0), 0x00280030: ("DS", "1.5\\1.5"),
            0x7FE00010: ("OW", struct.pack(f"<{len(pixels)}H", *pixels))})


def make_single_files(folder):
    rgb = bytes((x * 5 + channel * 40 + y * 3) % 256 for y in range(30) for x in range(44) for channel in range(3))
    dicom(f"{folder}/rgb.dcm", "1.2.840.10008.5.1.4.1.1.6.1", {
        0x00080060: ("CS", "US"), 0x0020000E: ("UI", "1.2.826.0.1.3680043.10.5"), **pixel_format("RGB", 3, 30, 44, 8, 8, 0), 0x00280006: us(0),
        0x7FE00010: ("OB", rgb)})
    frames = [(int(value(x, y, k)) + 1500) % 4096 for k in range(5) for y in range(20) for x in range(26)]
    dicom(f"{folder}/multiframe.dcm", "1.2.840.10008.5.1.4.1.1.3.1", {
        0x00080060: ("CS", "US"), 0x0020000E: ("UI", "1.2.826.0.1.3680043.10.6"), 0x00280008: ("IS", "5"), 0x00181063: ("DS", "40"),
        **pixel_format("MONOCHROME2", 1, 20, 26, 16, 12, 0), 0x00281050: ("DS", "1500"), 0x00281051: ("DS", "1800"),
        0x7FE00010: ("OW", struct.pack(f"<{len(frames)}H", *frames))})


# --- NumPy arrays (NPY format version 1.0) and NRRD ---

def npy(path, descr, shape, data, fortran=False):
    header = f"{{'descr': '{descr}', 'fortran_order': {fortran}, 'shape': {shape}, }}"
    header += " " * (-(len(header) + 11) % 64) + "\n"
    with open(path, "wb") as file:
        file.write(b"\x93NUMPY\1\0" + struct.pack("<H", len(header)) + header.encode() + data)


def make_arrays(folder):
    generator = random.Random(7)
    size = (7, 33, 29)
    values = [value(x, y, z) for z in range(size[0]) for y in range(size[1]) for x in range(size[2])]
    n = len(values)
    npy(f"{folder}/float32.npy", "<f4", size, struct.pack(f"<{n}f", *(math.nan if i % 97 == 0 else v for i, v in enumerate(values))))
    npy(f"{folder}/float64_fortran.npy", "<f8", size, struct.pack(f"<{n}d", *values), True)
    npy(f"{folder}/int16_big.npy", ">i2", size, struct.pack(f">{n}h", *(int(v) for v in values)))
    npy(f"{folder}/uint8.npy", "|u1", size, bytes(int(v) % 256 for v in values))
    npy(f"{folder}/flat.npy", "<i4", (2, 8, 8), struct.pack("<128i", *[9] * 128))
    npy(f"{folder}/bool.npy", "|b1", (3, 10, 12), bytes(generator.randrange(2) for _ in range(360)))
    npy(f"{folder}/slice.npy", "<u2", (40, 30), struct.pack("<1200H", *(generator.randrange(65536) for _ in range(1200))))
    npy(f"{folder}/rgb.npy", "|u1", (18, 25, 3), bytes(generator.randrange(256) for _ in range(18 * 25 * 3)))
    npy(f"{folder}/volume4d.npy", "<f4", (2, 5, 12, 14), struct.pack("<1680f", *(generator.random() for _ in range(1680))))
    header = ("NRRD0004\ntype: float\ndimension: 3\nspace: left-posterior-superior\nsizes: 29 33 7\n"
              "space directions: (0.6,0.1,0) (-0.1,0.6,0.05) (0,0,3)\nspace origin: (-10,4,20)\nendian: big\nencoding: raw\n\n")
    with open(f"{folder}/volume.nrrd", "wb") as file:
        file.write(header.encode() + struct.pack(f">{n}f", *values))


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    make_ct(f"{folder}/ct_padding")
    make_mr(f"{folder}/mr")
    make_single_files(folder)
    make_arrays(folder)


if __name__ == "__main__":
    main()
