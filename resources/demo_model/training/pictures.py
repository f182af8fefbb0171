"""Draws single pictures of six imaging techniques, with lesions of a known number, side and size.

The programs in this folder draw everything; no real picture is used.
"""
from dataclasses import dataclass

import numpy as np

from blobs import AREAS, Wanted
from techniques import dermoscopy, endoscopy, fundus, histology, ultrasound, xray

_DRAW = {"xray": xray.draw, "fundus": fundus.draw, "dermoscopy": dermoscopy.draw, "histology": histology.draw,
         "endoscopy": endoscopy.draw, "ultrasound": ultrasound.draw}
TECHNIQUES = tuple(_DRAW)
SIDES = ("left", "right", "both")
SIZES = tuple(AREAS)
MAX_COUNT = 3


@dataclass
class Lesion:
    """The centre of a lesion (fractions of the width and the height) and its fraction of the area of the picture."""
    x: float
    y: float
    area: float


@dataclass
class Picture:
    """A drawn picture: pixels uint8 (h, w, 3), its lesions, the largest first, and their mask, float32 (h, w)."""
    technique: str
    pixels: np.ndarray
    lesions: list
    mask: np.ndarray


def draw_picture(technique, rng, count, side, size, width=224, height=224):
    """Draws a picture with count (0..3) lesions on one side of the displayed picture.

    size is that of the largest lesion: a key of blobs.AREAS, fractions of the area of the picture. "both" needs a count of
    2 or more. With a count of 0, side and size are ignored.
    """
    if technique not in _DRAW:
        raise ValueError(f"No such technique: {technique}")
    if not 0 <= count <= MAX_COUNT or (count and (side not in SIDES or size not in SIZES)):
        raise ValueError(f"Cannot draw {count} lesions, side {side}, size {size}.")
    if count == 1 and side == "both":
        raise ValueError("One lesion cannot be on both sides.")
    pixels, blobs = _DRAW[technique](rng, Wanted(count, side, size), width, height)
    mask = np.zeros((height, width), dtype=np.float32)
    for blob in blobs:
        box, cover = blob.cover(width, height)
        np.maximum(mask[box], cover, out=mask[box])
    return Picture(technique, pixels, [Lesion(blob.x, blob.y, float(blob.area)) for blob in blobs], mask)
