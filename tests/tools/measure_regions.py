#!/usr/bin/env python3
"""Measures the regions of a structured report in the pixels of the images: measure_regions.py REPORT IMAGE...

Reads the regions of interest with highdicom and the pixels with pydicom. A pixel is inside if its centre is.

{"TRACKING UID": {"count", "mean", "min", "max", "median", "sd", "area_px"}}
"""
import json
import sys

import highdicom as hd
import numpy as np
import pydicom


def inside_polygon(x, y, corners):
    inside = np.zeros(x.shape, bool)
    for (x1, y1), (x2, y2) in zip(corners, np.roll(corners, -1, axis=0)):
        crosses = (y1 > y) != (y2 > y)
        with np.errstate(divide="ignore", invalid="ignore"):
            inside ^= crosses & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return inside


def measure(region, pixels):
    y, x = np.mgrid[:pixels.shape[0], :pixels.shape[1]] + 0.5
    points = region.value
    kind = region.graphic_type.value
    if kind == "POINT":
        inside, area = (np.floor(x) == np.floor(points[0][0])) & (np.floor(y) == np.floor(points[0][1])), 0.0
    elif kind == "ELLIPSE":
        middle = points.mean(axis=0)
        major, minor = (points[1] - points[0]) / 2, (points[3] - points[2]) / 2
        dx, dy = x - middle[0], y - middle[1]
        u = (dx * major[0] + dy * major[1]) / (major @ major)
        v = (dx * minor[0] + dy * minor[1]) / (minor @ minor)
        inside, area = u * u + v * v <= 1, np.pi * np.linalg.norm(major) * np.linalg.norm(minor)
    else:
        assert (points[0] == points[-1]).all(), "not closed"
        inside = inside_polygon(x, y, points[:-1])
        nx, ny = np.roll(points[:-1, 0], -1), np.roll(points[:-1, 1], -1)
        area = abs((points[:-1, 0] * ny - nx * points[:-1, 1]).sum()) / 2
    values = pixels[inside].astype(float)
    return {"count": len(values), "mean": values.mean(), "min": values.min(), "max": values.max(),
            "median": np.median(values), "sd": values.std(ddof=1) if len(values) > 1 else 0.0, "area_px": float(area)}


report, *images = sys.argv[1:]
pixels = {}
for image in images:
    dataset = pydicom.dcmread(image)
    pixels[str(dataset.SOPInstanceUID)] = dataset.pixel_array
measured = {}
for group in hd.sr.srread(report).content.get_planar_roi_measurement_groups():
    items = [item for item in group[0].ContentSequence if item.ValueType == "SCOORD"]
    if items:
        uid = str(items[0].ContentSequence[0].ReferencedSOPSequence[0].ReferencedSOPInstanceUID)
        measured[str(group.tracking_uid)] = measure(group.roi, pixels[uid])
print(json.dumps(measured))
