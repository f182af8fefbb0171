"""Pictures of other kinds: noise, patterns, text, plots, landscapes, and crude cartoons of scans.

With them, and with the real pictures of collect_foreign.py, the model learns to say "cannot tell". draw_foreign draws one
picture; draw_foreign_series draws slices or frames of one series.
"""
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

BICUBIC, BILINEAR, NEAREST = Image.Resampling.BICUBIC, Image.Resampling.BILINEAR, Image.Resampling.NEAREST
WORDS = ("invoice total page report the of and figure table 2024 chapter error loading please select file open save patient name date "
         "hello world quick brown fox jumps over lazy dog lorem ipsum dolor sit amet temperature speed distance menu start "
         "price list item number street city train ticket news weather music login password cancel OK").split()


# ---- fields and colours

def resized(field, width, height, how=BICUBIC):
    """Resizes a float32 field (h, w)."""
    return np.asarray(Image.fromarray(np.ascontiguousarray(field, np.float32)).resize((width, height), how))


def grid(width, height):
    """Returns the pixel centres from -1 to 1: x (1, w), y (h, 1)."""
    return (np.linspace(-1, 1, width, dtype=np.float32)[None, :], np.linspace(-1, 1, height, dtype=np.float32)[:, None])


def unit(field):
    """Scales the field to 0..1."""
    low, high = float(field.min()), float(field.max())
    return (field - low) * (1 / max(high - low, 1e-6))


def clouds(rng, width, height, finest=None, roughness=None):
    """Returns value noise summed over octaves, 0..1."""
    roughness = rng.uniform(0.35, 0.85) if roughness is None else roughness
    cells, weight, total = int(rng.integers(2, 6)), 1.0, 0
    for _ in range(finest or int(rng.integers(2, 7))):
        if cells >= max(width, height):
            break
        total = total + weight * resized(rng.random((cells, cells), dtype=np.float32), width, height, BILINEAR if cells > 40 else BICUBIC)
        cells, weight = cells * 2, weight * roughness
    return unit(total)


def palette(rng, grey=None):
    """Returns 256 colours from dark to bright or at random: uint8 (256, 3)."""
    grey = rng.random() < 0.35 if grey is None else grey
    if grey:
        knots = np.sort(rng.uniform(0, 255, 4)) if rng.random() < 0.7 else rng.uniform(0, 255, 5)
        knots = np.repeat(knots[:, None], 3, axis=1)
    else:
        knots = rng.uniform(0, 255, (int(rng.integers(2, 7)), 3))
    at = np.linspace(0, len(knots) - 1, 256)
    return np.stack([np.interp(at, np.arange(len(knots)), knots[:, c]) for c in range(3)], axis=1).astype(np.uint8)


def coloured(rng, field, grey=None):
    """Maps a field of 0..1 through a random palette: uint8 (h, w, 3)."""
    return palette(rng, grey)[(np.clip(field, 0, 1) * 255).astype(np.uint8)]


def colour(rng, grey=False):
    """Returns a random colour as a tuple, or a grey."""
    if grey:
        return (int(rng.integers(0, 256)),) * 3
    return tuple(int(c) for c in rng.integers(0, 256, 3))


def canvas(rng, width, height, grey=False):
    """Returns a Pillow picture with a plain or softly graded background, and its pen."""
    if rng.random() < 0.6:
        picture = Image.new("RGB", (width, height), colour(rng, grey) if rng.random() < 0.6 else rng.choice(["black", "white"]))
    else:
        picture = Image.fromarray(coloured(rng, slope(rng, width, height), grey))
    return picture, ImageDraw.Draw(picture)


def slope(rng, width, height):
    """Returns a linear or radial gradient, 0..1."""
    x, y = grid(width, height)
    if rng.random() < 0.5:
        angle = rng.uniform(0, 2 * np.pi)
        return unit(np.cos(angle) * x + np.sin(angle) * y)
    return unit(np.hypot(x - rng.uniform(-0.8, 0.8), (y - rng.uniform(-0.8, 0.8)) * rng.uniform(0.5, 2)))


# ---- noise, plain backgrounds and patterns

def draw_noise(rng, width, height):
    """Independent grains, fine to coarse, grey or coloured."""
    scale = int(rng.choice([1, 1, 2, 3, 4, 8, 16, 28]))
    h, w, layers = -(-height // scale), -(-width // scale), 1 if rng.random() < 0.5 else 3
    style = rng.integers(0, 3)
    if style == 0:
        grains = rng.integers(0, 256, (h, w, layers), dtype=np.uint8)
    elif style == 1:
        grains = rng.standard_normal((h, w, layers), dtype=np.float32) * rng.uniform(8, 80) + rng.uniform(20, 235)
    else:
        grains = (rng.random((h, w, layers), dtype=np.float32) < rng.uniform(0.02, 0.6)) * 255
    grains = np.clip(grains, 0, 255).astype(np.uint8)
    grains = np.repeat(grains, 3, axis=2) if layers == 1 else grains
    return np.asarray(Image.fromarray(grains).resize((width, height), NEAREST if rng.random() < 0.6 else BILINEAR))


def draw_clouds(rng, width, height):
    field = clouds(rng, width, height)
    if rng.random() < 0.4:  # bands, as in marble or contour maps
        field = 0.5 + 0.5 * np.sin(field * rng.uniform(10, 60))
    if rng.random() < 0.3:  # ridges
        field = unit(np.abs(field - 0.5))
    return coloured(rng, field)


def draw_flat(rng, width, height):
    ground = np.full((height, width, 3), colour(rng, rng.random() < 0.5), np.uint8)
    if rng.random() < 0.4:
        ground = ground + rng.standard_normal((height, width, 1), dtype=np.float32) * rng.uniform(1, 10)
    return np.clip(ground, 0, 255).astype(np.uint8)


def draw_slope(rng, width, height):
    return coloured(rng, slope(rng, width, height))


def draw_stripes(rng, width, height):
    x, y = grid(width, height)
    angle, bend = rng.uniform(0, np.pi), rng.uniform(-1.5, 1.5) if rng.random() < 0.4 else 0
    wave = np.sin((np.cos(angle) * x + np.sin(angle) * y + bend * x * y) * rng.uniform(6, 90) + rng.uniform(0, 7))
    if rng.random() < 0.3:
        wave = wave * np.sin((np.sin(angle) * x - np.cos(angle) * y) * rng.uniform(6, 90))
    if rng.random() < 0.5:
        wave = np.sign(wave - rng.uniform(-0.6, 0.6))
    return coloured(rng, wave * 0.5 + 0.5)


def draw_checkers(rng, width, height):
    """Chess boards, tiles of random colours, grids of dots."""
    rows, columns, style = int(rng.integers(2, 24)), int(rng.integers(2, 24)), rng.integers(0, 3)
    if style == 0:
        board = (np.add.outer(np.arange(rows), np.arange(columns)) % 2)[..., None]
        small = np.where(board, colour(rng), colour(rng, rng.random() < 0.5))
    elif style == 1:
        small = rng.integers(0, 256, (rows, columns, 1 if rng.random() < 0.4 else 3))
        small = np.broadcast_to(small, (rows, columns, 3))
    else:
        x, y = grid(width, height)
        dots = np.cos(x * np.pi * columns / 2) * np.cos(y * np.pi * rows / 2)
        return coloured(rng, (np.abs(dots) > rng.uniform(0.2, 0.95)).astype(np.float32))
    return np.asarray(Image.fromarray(small.astype(np.uint8)).resize((width, height), NEAREST))


def draw_waves(rng, width, height):
    """Interference of several waves and rings, kaleidoscopes."""
    x, y = grid(width, height)
    if rng.random() < 0.4:
        turn, radius, arms = np.arctan2(y, x), np.hypot(x, y), int(rng.integers(2, 9))
        x, y = radius * np.cos(np.abs((turn * arms / np.pi) % 2 - 1)), radius * np.sin(turn * arms)
    total = 0
    for _ in range(int(rng.integers(2, 6))):
        if rng.random() < 0.5:
            total = total + np.sin(x * rng.uniform(-18, 18) + y * rng.uniform(-18, 18) + rng.uniform(0, 7))
        else:
            total = total + np.sin(np.hypot(x - rng.uniform(-1, 1), y - rng.uniform(-1, 1)) * rng.uniform(5, 40))
    return coloured(rng, unit(total))


def draw_fractal(rng, width, height):
    """A Julia set, drawn small and enlarged."""
    side, zoom = 112, rng.uniform(0.6, 1.6)
    x, y = grid(side, side)
    z = ((x + rng.uniform(-0.3, 0.3)) * zoom + 1j * (y + rng.uniform(-0.3, 0.3)) * zoom).astype(np.complex64)
    c = np.complex64(0.7885 * np.exp(1j * rng.uniform(0, 2 * np.pi)) * rng.uniform(0.85, 1.1))
    age = np.zeros((side, side), np.float32)
    for step in range(int(rng.integers(12, 26))):
        z = z * z + c
        inside = (z.real * z.real + z.imag * z.imag) < 16
        age += inside
        z[~inside] = 3
    return coloured(rng, unit(resized(age, width, height)))


def draw_cells(rng, width, height):
    """Patches around random points: mosaics, cracks, crystals."""
    side, count = 75, int(rng.integers(4, 36))
    points = rng.uniform(-1.1, 1.1, (count, 2)).astype(np.float32)
    x, y = grid(side, side)
    away = (x[None] - points[:, :1, None]) ** 2 + (y[None] - points[:, 1:, None]) ** 2
    nearest = np.argmin(away, axis=0)
    if rng.random() < 0.5:
        patches = rng.integers(0, 256, (count, 3), dtype=np.uint8)[nearest]
        return np.asarray(Image.fromarray(patches).resize((width, height), NEAREST if rng.random() < 0.6 else BILINEAR))
    least = np.sqrt(np.partition(away, 1, axis=0)[:2])
    return coloured(rng, unit(resized(least[1] - least[0] if rng.random() < 0.6 else least[0], width, height)))


# ---- shapes, text, plots, screens

def draw_shapes(rng, width, height):
    """Ellipses, boxes, polygons, lines and arcs, filled or not."""
    grey = rng.random() < 0.45
    picture, pen = canvas(rng, width, height, grey)
    for _ in range(int(rng.integers(1, 30))):
        ink, line = colour(rng, grey), int(rng.integers(1, 9))
        size = rng.uniform(0.04, 0.7) * width
        x, y = rng.uniform(-0.1, 1.1) * width, rng.uniform(-0.1, 1.1) * height
        box = (x - size / 2, y - size * rng.uniform(0.1, 0.6), x + size / 2, y + size * rng.uniform(0.1, 0.6))
        kind = rng.integers(0, 6)
        fill = ink if rng.random() < 0.6 else None
        if kind == 0:
            pen.ellipse(box, fill=fill, outline=ink, width=line)
        elif kind == 1:
            pen.rectangle(box, fill=fill, outline=ink, width=line)
        elif kind == 2:
            points = np.stack([x + size * rng.uniform(-0.6, 0.6, 5), y + size * rng.uniform(-0.6, 0.6, 5)], axis=1)[:int(rng.integers(3, 6))]
            pen.polygon([tuple(p) for p in points.tolist()], fill=ink)
        elif kind == 3:
            pen.line((x, y, rng.uniform(0, width), rng.uniform(0, height)), fill=ink, width=line)
        elif kind == 4:
            pen.arc(box, rng.uniform(0, 360), rng.uniform(0, 360), fill=ink, width=line)
        else:
            pen.pieslice(box, rng.uniform(0, 360), rng.uniform(0, 360), fill=ink)
    return np.asarray(picture)


@lru_cache(maxsize=32)
def font(size):
    try:
        return ImageFont.load_default(size=size)
    except TypeError:  # older versions of Pillow have one size only
        return ImageFont.load_default()


def phrase(rng, count):
    words = [WORDS[i] for i in rng.integers(0, len(WORDS), count)]
    return " ".join(str(int(rng.integers(0, 9999))) if rng.random() < 0.1 else word for word in words)


def draw_text(rng, width, height):
    """A page of text, a few words, or one large sign."""
    picture, pen = canvas(rng, width, height, rng.random() < 0.5)
    dark = np.asarray(picture).mean() < 128
    ink = (235, 235, 235) if dark else (20, 20, 20)
    size = int(rng.choice([7, 8, 9, 10, 12, 14, 18, 26, 40, 70]))
    y, left = rng.uniform(0, 12), rng.uniform(2, width * 0.2)
    letters = max(1, int(width / (size * 2.6)))
    while y < height:
        if rng.random() < 0.9:
            pen.text((left, y), phrase(rng, int(rng.integers(1, letters + 2))), fill=ink if rng.random() < 0.9 else colour(rng), font=font(size))
        y += size * rng.uniform(1.1, 1.5) + (size * 2 if rng.random() < 0.08 else 0)
        if rng.random() < 0.04:
            break
    return np.asarray(picture)


def draw_plot(rng, width, height):
    """Axes with curves, bars or points."""
    picture = Image.new("RGB", (width, height), "white" if rng.random() < 0.75 else "black")
    pen, frame = ImageDraw.Draw(picture), "black" if picture.getpixel((0, 0))[0] else "white"
    left, right, top, bottom = width * 0.12, width * 0.95, height * 0.08, height * 0.88
    if rng.random() < 0.4:
        for share in np.linspace(0, 1, 6):
            pen.line((left, top + share * (bottom - top), right, top + share * (bottom - top)), fill=(190, 190, 190))
    for _ in range(int(rng.integers(1, 5))):
        count, ink = int(rng.integers(5, 50)), colour(rng)
        x = np.linspace(left, right, count)
        y = bottom - (bottom - top) * unit(np.cumsum(rng.standard_normal(count)) if rng.random() < 0.6 else rng.random(count))
        style = rng.integers(0, 3)
        if style == 0:
            pen.line(list(zip(x.tolist(), y.tolist())), fill=ink, width=int(rng.integers(1, 4)))
        elif style == 1:
            step = (right - left) / count * rng.uniform(0.4, 0.9)
            for a, b in zip(x.tolist(), y.tolist()):
                pen.rectangle((a, b, a + step, bottom), fill=ink)
        else:
            for a, b in zip(x.tolist(), y.tolist()):
                pen.ellipse((a - 2, b - 2, a + 2, b + 2), fill=ink)
    pen.line((left, top, left, bottom, right, bottom), fill=frame, width=int(rng.integers(1, 3)))
    for share in np.linspace(0, 1, 5):
        pen.text((2, top + share * (bottom - top) - 4), str(int(rng.integers(0, 999))), fill=frame, font=font(8))
        pen.text((left + share * (right - left) - 6, bottom + 4), str(int(rng.integers(0, 999))), fill=frame, font=font(8))
    if rng.random() < 0.6:
        pen.text((width * 0.3, 2), phrase(rng, 3), fill=frame, font=font(10))
    return np.asarray(picture)


def draw_screen(rng, width, height):
    """A window with bars, buttons and lists, or a form, a map of streets."""
    picture = Image.new("RGB", (width, height), colour(rng, rng.random() < 0.6))
    pen = ImageDraw.Draw(picture)
    if rng.random() < 0.3:  # streets
        for _ in range(int(rng.integers(6, 25))):
            ends = [(rng.uniform(-0.2, 1.2) * width, rng.uniform(-0.2, 1.2) * height) for _ in range(3)]
            pen.line(ends, fill=colour(rng, rng.random() < 0.5), width=int(rng.integers(1, 12)), joint="curve")
        return np.asarray(picture)
    pen.rectangle((0, 0, width, rng.uniform(8, 24)), fill=colour(rng))
    for _ in range(int(rng.integers(4, 18))):
        x, y, w, h = rng.uniform(0, 0.8) * width, rng.uniform(0.1, 0.95) * height, rng.uniform(0.1, 0.6) * width, rng.uniform(8, 40)
        pen.rectangle((x, y, x + w, y + h), fill=colour(rng, rng.random() < 0.6), outline=colour(rng, True))
        pen.text((x + 3, y + 2), phrase(rng, int(rng.integers(1, 4))), fill=colour(rng, True), font=font(int(rng.integers(7, 13))))
    return np.asarray(picture)


# ---- photographs

def draw_landscape(rng, width, height):
    """Sky, ranges of hills, textured ground, perhaps houses or trees."""
    w, h = width // 2, height // 2  # drawn small and enlarged, for speed
    y = grid(w, h)[1]
    pixels = coloured(rng, unit(y + 0.3 * clouds(rng, w, h, 4)), False).astype(np.float32)
    texture = clouds(rng, w, h, 6, 0.8)[..., None] - 0.5
    for place in np.sort(rng.uniform(-0.4, 0.9, int(rng.integers(1, 5)))):
        ridge = place + rng.uniform(0.05, 0.5) * (resized(rng.random((1, int(rng.integers(3, 14))), dtype=np.float32), w, 1) - 0.5)
        cover = np.clip((y - ridge) * height * 0.3, 0, 1)[..., None]
        pixels += (np.array(colour(rng), np.float32) + texture * rng.uniform(10, 160) - pixels) * cover
    picture = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).resize((width, height), BILINEAR)
    pen = ImageDraw.Draw(picture)
    for _ in range(int(rng.integers(0, 7))):
        a, b, size = rng.uniform(0, width), rng.uniform(0.2, 0.9) * height, rng.uniform(6, 45)
        if rng.random() < 0.5:
            pen.rectangle((a, b - size, a + size * 0.8, b), fill=colour(rng))
            pen.polygon([(a - 3, b - size), (a + size * 0.8 + 3, b - size), (a + size * 0.4, b - size * 1.6)], fill=colour(rng))
        else:
            pen.rectangle((a - 2, b - size * 0.6, a + 2, b), fill=(70, 45, 25))
            pen.ellipse((a - size / 2, b - size * 1.5, a + size / 2, b - size * 0.5), fill=colour(rng))
    return np.asarray(picture)


def draw_still_life(rng, width, height):
    """Shaded balls and blurred lights on a textured ground, with vignetting and camera noise."""
    w, h = width // 2, height // 2  # drawn small and enlarged, for speed
    x, y = grid(w, h)
    pixels = coloured(rng, clouds(rng, w, h, 5)).astype(np.float32)
    for _ in range(int(rng.integers(1, 9))):
        a, b, radius, flat = rng.uniform(-0.9, 0.9), rng.uniform(-0.9, 0.9), rng.uniform(0.08, 0.6), rng.uniform(0.7, 1.4)
        cover = np.clip((1 - ((x - a) ** 2 + ((y - b) * flat) ** 2) / radius ** 2) * rng.uniform(2, 30), 0, 1)[..., None]
        light = 0.25 + 0.75 * np.clip(1 - 0.5 * ((x - a + radius * 0.4) ** 2 + (y - b + radius * 0.4) ** 2) / radius ** 2, 0, 1)
        pixels += (np.array(colour(rng), np.float32) * light[..., None] - pixels) * (cover * np.float32(rng.uniform(0.5, 1)))
    pixels *= (1 - rng.uniform(0, 0.5) * (x * x + y * y))[..., None]
    if rng.random() < 0.2:
        pixels = np.repeat(pixels.mean(axis=2, keepdims=True), 3, axis=2)
    picture = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).resize((width, height), BILINEAR)
    grain = rng.standard_normal((height, width, 1), dtype=np.float32) * np.float32(rng.uniform(0, 12))
    return np.clip(np.asarray(picture) + grain, 0, 255).astype(np.uint8)


def draw_dots(rng, width, height):
    """Bright or dark specks on a ground: stars, coins, nuclei under fluorescence, lights."""
    side, total = 112, np.zeros((112, 112), np.float32)
    x, y = grid(side, side)
    largest = rng.uniform(0.03, 0.2)
    for _ in range(int(rng.integers(5, 60))):
        a, b, r = rng.uniform(-1, 1), rng.uniform(-1, 1), largest * rng.uniform(0.3, 1)
        i, j, n = int((b + 1) * 56), int((a + 1) * 56), int(r * 130) + 2
        part = slice(max(0, i - n), i + n), slice(max(0, j - n), j + n)
        shape = np.clip(2 * (1 - ((x[:, part[1]] - a) ** 2 + (y[part[0]] - b) ** 2) / r ** 2), 0, 1)
        np.maximum(total[part], shape * rng.uniform(0.4, 1), out=total[part])
    field = resized(total, width, height, BILINEAR) * rng.uniform(0.5, 1) + clouds(rng, width, height, 3) * rng.uniform(0, 0.3)
    return coloured(rng, field)


# ---- crude cartoons of scans, without the anatomy of the drawn studies

def inside(rng, width, height, shape=None):
    """Returns a soft mask of a disc, an oval, a fan, a box or a ragged body, 0..1."""
    x, y = grid(width, height)
    shape = rng.integers(0, 5) if shape is None else shape
    if shape == 0:  # disc
        depth = 1 - np.hypot(x - rng.normal() * 0.05, y - rng.normal() * 0.05) / rng.uniform(0.6, 1.0)
    elif shape == 1:  # oval
        depth = 1 - np.hypot(x / rng.uniform(0.5, 0.95), y / rng.uniform(0.5, 0.95))
    elif shape == 2:  # fan, its tip at the top
        tip, opening = rng.uniform(-1.6, -0.8), rng.uniform(0.4, 0.9)
        radius, turn = np.hypot(x, y - tip), np.arctan2(x, y - tip)
        near = rng.uniform(0, 0.5)
        depth = np.minimum(np.minimum(opening - np.abs(turn), rng.uniform(1.4, 2.4) - radius), radius - near)
    elif shape == 3:  # box
        depth = np.minimum(rng.uniform(0.5, 1) - np.abs(x), rng.uniform(0.5, 1) - np.abs(y))
    else:
        depth = 0.75 - np.hypot(x, y) + rng.uniform(0.2, 0.6) * (clouds(rng, width, height, 2) - 0.5)
    return np.clip(depth * rng.uniform(8, 60), 0, 1)


def draw_masked(rng, width, height):
    """Noise, a gradient or another pattern in a disc, a fan or an oval on black; empty fans and discs among them."""
    cover = inside(rng, width, height)
    style = rng.integers(0, 5)
    if style == 0:
        fill = np.full((height, width, 3), colour(rng, rng.random() < 0.6), np.float32)
    elif style == 1:
        fill = coloured(rng, clouds(rng, width, height), rng.random() < 0.7)
    elif style == 2:
        fill = coloured(rng, slope(rng, width, height), rng.random() < 0.5)
    elif style == 3:
        fill = draw_noise(rng, width, height)
    else:
        fill = PATTERNS[int(rng.integers(0, len(PATTERNS)))](rng, width, height)
    return (fill * cover[..., None] + (0 if rng.random() < 0.9 else 255 * (1 - cover[..., None]))).astype(np.uint8)


def draw_rings(rng, width, height):
    """Circles in ellipses on black, in grey: phantoms that vaguely resemble a slice."""
    picture = Image.new("L", (width, height), int(rng.choice([0, 0, 0, 20, 255])))
    pen = ImageDraw.Draw(picture)
    a, b = rng.uniform(0.3, 0.48) * width, rng.uniform(0.3, 0.48) * height
    cx, cy = width / 2 + rng.normal() * 5, height / 2 + rng.normal() * 5
    pen.ellipse((cx - a, cy - b, cx + a, cy + b), fill=int(rng.integers(60, 256)))
    share = rng.uniform(0.75, 0.97)
    pen.ellipse((cx - a * share, cy - b * share, cx + a * share, cy + b * share), fill=int(rng.integers(20, 180)))
    for _ in range(int(rng.integers(0, 12))):
        x, y, r, q = cx + rng.uniform(-0.7, 0.7) * a, cy + rng.uniform(-0.7, 0.7) * b, rng.uniform(0.02, 0.35) * a, rng.uniform(0.5, 1.6)
        pen.ellipse((x - r, y - r * q, x + r, y + r * q), fill=int(rng.integers(0, 256)))
    pixels = np.asarray(picture, np.float32)
    if rng.random() < 0.6:
        pixels = pixels + rng.standard_normal((height, width), dtype=np.float32) * rng.uniform(2, 30)
    if rng.random() < 0.3:
        pixels = pixels * (0.6 + 0.8 * clouds(rng, width, height, 3))
    return np.repeat(np.clip(pixels, 0, 255).astype(np.uint8)[..., None], 3, axis=2)


def draw_film(rng, width, height):
    """Grey bands, bars and clouds, as in a radiograph of something other than a chest: bones, screws, a bag."""
    pixels = 255 * clouds(rng, width, height, 4) * rng.uniform(0.2, 0.8)
    x, y = grid(width, height)
    for _ in range(int(rng.integers(1, 6))):
        angle, place, broad = rng.uniform(0, np.pi), rng.uniform(-0.8, 0.8), rng.uniform(0.03, 0.3)
        across = np.cos(angle) * x + np.sin(angle) * y - place
        along = np.sin(angle) * x - np.cos(angle) * y
        half = broad * (1 + rng.uniform(0, 1.2) * along * along)
        pixels = pixels + rng.uniform(30, 130) * np.clip((half - np.abs(across)) * 20, 0, 1) * (0.6 + 0.5 * np.abs(across) / half)
    pixels = pixels + rng.standard_normal((height, width), dtype=np.float32) * rng.uniform(1, 15)
    pixels = np.clip(pixels, 0, 255).astype(np.uint8)
    return np.repeat((255 - pixels if rng.random() < 0.3 else pixels)[..., None], 3, axis=2)


def draw_tissue(rng, width, height):
    """A texture in the colours of histology, skin or mucosa, without glands, moles, folds or vessels."""
    ground = np.array([(225, 150, 190), (200, 140, 110), (190, 80, 70), (235, 200, 220), (150, 90, 160), (205, 90, 40)][int(rng.integers(0, 6))], np.float32)
    ground = ground + rng.standard_normal(3).astype(np.float32) * 18
    texture = clouds(rng, width, height, int(rng.integers(2, 7)), rng.uniform(0.5, 1.0)) - 0.5
    pixels = ground + texture[..., None] * rng.uniform(20, 160) * rng.uniform(0.5, 1.2, 3).astype(np.float32)
    if rng.random() < 0.4:
        pixels = pixels * inside(rng, width, height, int(rng.integers(0, 2)))[..., None]
    return np.clip(pixels, 0, 255).astype(np.uint8)


# ---- mixtures

def draw_mixture(rng, width, height):
    """Two pictures blended, one within the other, or four side by side."""
    style = rng.integers(0, 3)
    first, second = (SIMPLE[int(rng.integers(0, len(SIMPLE)))](rng, width, height) for _ in range(2))
    if style == 0:
        share = rng.uniform(0.25, 0.75)
        return (first * share + second * (1 - share)).astype(np.uint8)
    if style == 1:
        cover = inside(rng, width, height)[..., None]
        return (first * cover + second * (1 - cover)).astype(np.uint8)
    pixels, w, h = first.copy(), int(width * rng.uniform(0.3, 0.7)), int(height * rng.uniform(0.3, 0.7))
    pixels[:h, :w] = second[:h, :w]
    if rng.random() < 0.6:
        pixels[h:, w:] = second[h:, w:]
    return pixels


PATTERNS = (draw_noise, draw_clouds, draw_stripes, draw_checkers, draw_waves, draw_fractal, draw_cells, draw_shapes, draw_dots)
SIMPLE = PATTERNS + (draw_slope, draw_text, draw_landscape, draw_still_life, draw_rings)
KINDS = ((draw_noise, 7), (draw_clouds, 6), (draw_flat, 5), (draw_slope, 4), (draw_stripes, 4), (draw_checkers, 4), (draw_waves, 4),
         (draw_fractal, 3), (draw_cells, 4), (draw_shapes, 7), (draw_text, 6), (draw_plot, 5), (draw_screen, 4), (draw_landscape, 6),
         (draw_still_life, 6), (draw_dots, 4), (draw_masked, 8), (draw_rings, 8), (draw_film, 5), (draw_tissue, 4), (draw_mixture, 7))
SHARES = np.cumsum([weight for _, weight in KINDS]) / sum(weight for _, weight in KINDS)


def draw_foreign(rng, width=224, height=224):
    """Draws one picture of another kind: uint8 (height, width, 3)."""
    draw = KINDS[int(np.searchsorted(SHARES, rng.random()))][0]
    pixels = draw(rng, width, height)
    return np.ascontiguousarray(pixels[:, ::-1] if rng.random() < 0.2 else pixels)


def draw_foreign_series(rng, count, width=224, height=224):
    """Draws `count` slices or frames of one series: uint8 (count, height, width, 3).

    They are unrelated pictures, or one picture that slides, zooms or fades into another, with or without noise.
    """
    style = rng.random()
    if style < 0.2:
        return np.stack([draw_foreign(rng, width, height) for _ in range(count)])
    first = draw_foreign(rng, width * 3 // 2, height * 3 // 2)
    picture, last = Image.fromarray(first), draw_foreign(rng, width, height).astype(np.float32)
    start, end = rng.uniform(0, 1, 3), rng.uniform(0, 1, 3)
    fade, strength = rng.random() < 0.5, rng.uniform(0, 25) if rng.random() < 0.6 else 0
    frames = []
    for share in np.linspace(0, 1, count):
        x, y, zoom = start + (end - start) * share
        w, h = (0.55 + 0.45 * zoom) * picture.width, (0.55 + 0.45 * zoom) * picture.height
        left, top = x * (picture.width - w), y * (picture.height - h)
        frame = np.asarray(picture.resize((width, height), BILINEAR, (left, top, left + w, top + h)), np.float32)
        if fade:
            frame = frame + (last - frame) * share
        if strength:
            frame = frame + rng.standard_normal((height, width, 1), dtype=np.float32) * strength
        frames.append(np.clip(frame, 0, 255).astype(np.uint8))
    return np.stack(frames)
