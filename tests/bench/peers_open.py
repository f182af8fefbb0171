#!/usr/bin/env python3
"""Measures opening a CT series with pydicom: read the headers, sort the slices along the normal, copy the pixels to one array.

    peers_open.py FOLDER [RUNS]        prints the seconds until the first and the last slice are loaded, and the peak memory
"""
import os
import sys
import time

import numpy as np
import pydicom


def open_series(folder):
    start = time.perf_counter()
    slices = [pydicom.dcmread(entry.path) for entry in os.scandir(folder)]
    orientation = np.array(slices[0].ImageOrientationPatient, float)
    normal = np.cross(orientation[:3], orientation[3:])
    slices.sort(key=lambda ds: float(np.dot(normal, np.array(ds.ImagePositionPatient, float))))
    volume, first = None, None
    for k, ds in enumerate(slices):
        pixels = ds.pixel_array
        if volume is None:
            volume = np.empty((len(slices), *pixels.shape), pixels.dtype)
            first = time.perf_counter() - start
        volume[k] = pixels
        slices[k] = None
    return first, time.perf_counter() - start, volume.nbytes


def main():
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    for _ in range(runs):
        first, total, size = open_series(sys.argv[1])
        with open("/proc/self/status") as status:
            peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) * 1024
        print(f"pydicom {pydicom.__version__}: first slice {first:.3f} s, all {total:.3f} s, "
              f"peak memory {peak / size:.2f} times the volume")


main()
