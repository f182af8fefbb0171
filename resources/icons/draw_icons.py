#!/usr/bin/env python3
"""Draws the icon of the application, a slice of a head under a magnifying glass, in the sizes that desktops use.

Run by hand after a change (needs Pillow): python3 resources/icons/draw_icons.py
"""
from pathlib import Path

from PIL import Image, ImageDraw

SCALE = 4  # drawn larger, then reduced, for smooth edges
SIZES = (16, 32, 48, 64, 128, 256)


def draw(size: int) -> Image.Image:
    side = size * SCALE
    unit = side / 256
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)

    def box(x0, y0, x1, y1):
        return [x0 * unit, y0 * unit, x1 * unit, y1 * unit]

    pen.rounded_rectangle(box(8, 8, 248, 248), radius=48 * unit, fill=(23, 32, 43, 255))
    pen.ellipse(box(58, 40, 182, 200), fill=(226, 232, 238, 255))   # skull
    pen.ellipse(box(70, 53, 170, 187), fill=(92, 104, 118, 255))    # brain
    pen.ellipse(box(96, 92, 115, 150), fill=(40, 50, 61, 255))      # ventricles
    pen.ellipse(box(125, 92, 144, 150), fill=(40, 50, 61, 255))
    pen.line(box(120, 58, 120, 182), fill=(64, 75, 88, 255), width=max(1, round(4 * unit)))
    accent = (64, 160, 232, 255)
    pen.line(box(186, 178, 224, 218), fill=accent, width=max(1, round(24 * unit)))
    pen.ellipse(box(108, 102, 204, 198), outline=accent, width=max(1, round(15 * unit)))
    return image.resize((size, size), Image.LANCZOS)


if __name__ == "__main__":
    folder = Path(__file__).parent
    for size in SIZES:
        draw(size).save(folder / f"fleming-viewer-{size}.png", optimize=True)
