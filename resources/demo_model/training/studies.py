"""Draws a random study (a picture, a volume or a clip) with the facts that questions.py asks about.

A study is drawn as the input of the model: each picture, slice or frame is one 8-bit square tile. make_questions.py draws the
same studies into files, from which the viewer makes the tiles.
"""

from dataclasses import dataclass

import numpy as np

import clips
import pictures
import volumes
from foreign import draw_foreign, draw_foreign_series

SIDE = 224        # of a tile
CELLS = 8         # a tile has CELLS x CELLS patches
MAPS = ("lesion", "structure", "pacemaker", "port", "instrument")
THIRD_RANGES = {"upper": (0.10, 0.27), "middle": (0.41, 0.59), "lower": (0.73, 0.90)}
OTHER_SIDE = {"left": "right", "right": "left"}


@dataclass
class Study:
    facts: dict
    tiles: np.ndarray          # uint8 (n, SIDE, SIDE) grey or (n, SIDE, SIDE, 3)
    maps: np.ndarray           # float16 (n, CELLS, CELLS, len(MAPS)): the coverage of a patch by each mask
    levels: np.ndarray         # float32 (n): the level of a slice, 0 at the top, 1 at the bottom; else NaN


def cover_maps(masks):
    """Converts masks by name, (SIDE, SIDE) 0..1 each, to their coverage of each patch."""
    out = np.zeros((CELLS, CELLS, len(MAPS)), np.float16)
    patch = SIDE // CELLS
    for name, mask in masks.items():
        if mask is not None:
            out[..., MAPS.index(name)] = mask.reshape(CELLS, patch, CELLS, patch).mean((1, 3))
    return out


# ------------------------------------------------------------------------------------------------ pictures


def picture_plan(rng, technique=None, count=None, side=None, size=None):
    """The content of a picture; values that are not given are random."""
    names = pictures.TECHNIQUES + ("ct", "mr")
    technique = technique or str(rng.choice(names))
    if side == "both":
        count = count or int(rng.integers(2, 4))
    count = int(rng.integers(0, 4)) if count is None else count
    if technique in ("ct", "mr"):
        count = min(count, 2)
    if count and side is None:
        side = str(rng.choice(("left", "right", "both") if count > 1 else ("left", "right")))
    return {"technique": technique, "count": count, "side": side, "size": size or str(rng.choice(("small", "medium", "large")))}


def slice_as_picture(rng, plan, width, height):
    """Draws a single CT or MR slice, with nodules that are in it."""
    ct = plan["technique"] == "ct"
    z = float(rng.uniform(0.3, 0.7))
    sides = [plan["side"]] * plan["count"] if plan["side"] != "both" else [str(s) for s in rng.permutation(["left", "right"])][: plan["count"]]
    radii = (0.05, 0.07) if ct else (0.06, 0.10)
    nodules = [volumes.Nodule(side, z, 0.08, float(rng.uniform(*radii))) for side in sides]
    scene = volumes.ChestCT(rng, nodules, None) if ct else volumes.HeadMR(rng, nodules)
    values, masks = scene.slice(z, rng, width, height)
    low, high = (ct_window(rng, False) if ct else mr_window(rng, values))
    grey = to_grey(values, low, high)
    return np.repeat(grey[..., None], 3, axis=2), {"lesion": masks["lesion"]}


def draw_picture(rng, plan, width=SIDE, height=SIDE):
    """Draws a planned picture: uint8 (height, width, 3), its masks and its facts."""
    if plan["technique"] in ("ct", "mr"):
        pixels, masks = slice_as_picture(rng, plan, width, height)
    else:
        drawn = pictures.draw_picture(plan["technique"], rng, plan["count"], plan["side"], plan["size"], width, height)
        pixels, masks = drawn.pixels, {"lesion": drawn.mask}
    sides = [plan["side"]] * plan["count"]
    if plan["technique"] in ("ct", "mr"):
        if plan["side"] == "both":
            sides = ["left", "right"]
    else:
        sides = ["left" if lesion.x < 0.5 else "right" for lesion in drawn.lesions]
    facts = {"media": "picture", "ours": True, "technique": plan["technique"], "frames": 1,
             "lesions": [{"side": side, "size": plan["size"]} for side in sides]}
    return pixels, masks, facts


# ------------------------------------------------------------------------------------------------ volumes


def ct_window(rng, minimum_maximum):
    """Returns the lowest and highest HU of a random lung, soft tissue or wide window, or the range of the volume."""
    if minimum_maximum:
        return -1000.0, float(rng.uniform(300, 1000))
    kind = rng.random()
    if kind < 0.4:
        centre, width = rng.uniform(-650, -400), rng.uniform(1200, 1700)
    elif kind < 0.7:
        centre, width = rng.uniform(20, 60), rng.uniform(330, 500)
    else:
        centre, width = rng.uniform(-150, 50), rng.uniform(1200, 2000)
    return centre - width / 2, centre + width / 2


def mr_window(rng, values):
    """Returns the lowest and highest displayed value for a volume with these values."""
    return float(np.quantile(values, 0.01)) * rng.uniform(0, 1), float(np.quantile(values, 0.995)) * rng.uniform(0.85, 1.25)


def to_grey(values, low, high):
    return np.clip((values - low) * (255.0 / (high - low)), 0, 255).astype(np.uint8)


def slice_heights(count, depth, order):
    """Returns the heights z of `count` slices spread evenly over `depth`, in the order of the images; 0 is the top."""
    z = np.linspace(0, depth - 1, count).astype(int) / (depth - 1)
    return 1.0 - z if order == "up" else z


def is_seen(nodule, z):
    """Returns True or False, or None if the nodule is neither clearly in the slice nor clearly outside."""
    distance = abs(z - nodule.z) / nodule.half_z
    return True if distance < 0.8 else False if distance > 1.05 else None


def place_nodule(rng, side, third, radius, heights):
    """Returns a nodule that is clearly in one to three of the slices and clearly outside the others."""
    for _ in range(200):
        nodule = volumes.Nodule(side, float(rng.uniform(*THIRD_RANGES[third])), float(rng.uniform(0.05, 0.15)), radius)
        seen = [is_seen(nodule, z) for z in heights]
        if None not in seen and 1 <= sum(seen) <= max(3, len(heights) // 4):
            return nodule
    return None


def volume_plan(rng, technique=None, count=None, sides=None, third=None, device="any", order=None, slices=None):
    """The content of a volume. `sides` are the patient's, that of the largest nodule first."""
    technique = technique or str(rng.choice(("ct", "mr")))
    count = int(rng.choice((0, 1, 2), p=(0.25, 0.4, 0.35))) if count is None else count
    sides = sides or [str(s) for s in rng.choice(("left", "right"), count)]
    if device == "any":
        device = (None, None, "pacemaker", "port")[rng.integers(4)]
    if slices is None:
        slices = 11 if rng.random() < 0.85 else int(rng.integers(7, 15))
    return {"technique": technique, "sides": sides, "third": third, "device": device if technique == "ct" else None,
            "order": order or ("up" if rng.random() < 0.7 else "down"), "slices": slices, "depth": int(rng.integers(32, 49))}


def body(rng, plan, nodules, heights):
    """Plans a chest or head; a device begins and ends clearly between two slices."""
    if plan["technique"] == "mr":
        return volumes.HeadMR(rng, nodules)
    for _ in range(50):
        scene = volumes.ChestCT(rng, nodules, plan["device"])
        if not plan["device"]:
            break
        edges = np.abs(heights[:, None] - np.array(scene.device_z)[None])
        if edges.min() > 0.015 and images_between(heights, scene.device_z):
            break
    return scene


def images_between(heights, ends):
    return [k + 1 for k, z in enumerate(heights) if ends[0] <= z <= ends[1]]


def volume_scene(rng, plan):
    """Draws the body of a volume plan. Returns it with the facts for the slices of the plan."""
    ct = plan["technique"] == "ct"
    heights = slice_heights(plan["slices"], plan["depth"], plan["order"])
    largest = float(rng.uniform(0.052, 0.07)) if ct else float(rng.uniform(0.075, 0.10))
    nodules = []
    while len(nodules) < len(plan["sides"]):
        side = OTHER_SIDE[plan["sides"][len(nodules)]]  # the patient's right is on the left of the picture
        third = plan["third"] or str(rng.choice(tuple(THIRD_RANGES)))
        radius = largest if not nodules else largest * float(rng.uniform(0.55, 0.65))
        nodule = place_nodule(rng, side, third, radius, heights)
        apart = nodule and all(abs(nodule.z - other.z) > 0.25 or nodule.side != other.side for other in nodules)
        if apart:
            nodules.append(nodule)
    scene = body(rng, plan, nodules, heights)
    facts = {"media": "volume", "ours": True, "technique": plan["technique"], "frames": len(heights), "order": plan["order"],
             "device": plan["device"], "device_images": [],
             "nodules": [{"side": OTHER_SIDE[n.side], "third": third_of(n.z), "images": images_of(n, heights)} for n in nodules]}
    if plan["device"]:
        facts["device_images"] = images_between(heights, scene.device_z)
    return scene, heights, facts


def third_of(z):
    return "upper" if z < 1 / 3 else "middle" if z < 2 / 3 else "lower"


def images_of(nodule, heights):
    return [k + 1 for k, z in enumerate(heights) if is_seen(nodule, z)]


def draw_volume(rng, plan):
    scene, heights, facts = volume_scene(rng, plan)
    drawn = [scene.slice(float(z), rng, SIDE, SIDE) for z in heights]
    values = np.stack([one for one, _ in drawn])
    if plan["technique"] == "mr":
        low, high = mr_window(rng, values[len(values) // 2])
        tiles = to_grey(values, low, high)
    elif rng.random() < 0.35:  # as NPY volumes: each slice by its own minimum and maximum
        low, high = ct_window(rng, True)
        clipped = np.clip(values, low, high)
        least, most = clipped.min((1, 2), keepdims=True), clipped.max((1, 2), keepdims=True)
        tiles = to_grey(clipped, least, most)
    else:
        tiles = to_grey(values, *ct_window(rng, False))
    return Study(facts, tiles, np.stack([cover_maps(masks) for _, masks in drawn]), heights.astype(np.float32))


def some_slices(rng, study):
    """Returns a part of the slices of a volume, as if picked by hand."""
    n = len(study.tiles)
    rows = np.sort(rng.permutation(n)[: int(rng.integers(2, n))])
    number = {int(row) + 1: k + 1 for k, row in enumerate(rows)}
    kept = lambda images: [number[k] for k in images if k in number]
    nodules = [one | {"images": kept(one["images"])} for one in study.facts["nodules"]]
    device = kept(study.facts["device_images"])
    facts = study.facts | {"frames": len(rows), "nodules": [one for one in nodules if one["images"]], "device_images": device,
                           "device": study.facts["device"] if device else None}
    return Study(facts, study.tiles[rows], study.maps[rows], study.levels[rows])


# ------------------------------------------------------------------------------------------------ clips


def clip_plan(rng, motion=None, instrument="any", frames=None):
    """The content of a clip; instrument: None or the first image in which it is visible."""
    frames = frames or int(rng.integers(6, 11))
    if motion is None:
        motion = str(rng.choice(("none", "left", "right", "up", "down"), p=(0.3, 0.175, 0.175, 0.175, 0.175)))
    if instrument == "any":
        instrument = None if rng.random() < 0.4 else int(rng.integers(2, frames))
    return {"motion": motion, "instrument": instrument, "frames": frames}


def clip_scene(rng, plan):
    """Draws the clip of a plan. Returns it with its facts; image k is at t = (k - 0.5) / frames."""
    start = None if plan["instrument"] is None else (plan["instrument"] - 1) / plan["frames"]
    scene = clips.UltrasoundClip(rng, plan["motion"], start)
    facts = {"media": "clip", "ours": True, "technique": "ultrasound", "frames": plan["frames"], "motion": plan["motion"],
             "instrument": plan["instrument"]}
    facts["track"] = [[round(part, 3) for part in scene.centre((k + 0.5) / plan["frames"])] for k in range(plan["frames"])]
    return scene, facts


def draw_clip(rng, plan):
    scene, facts = clip_scene(rng, plan)
    n = plan["frames"]
    drawn = [scene.frame((k + 0.5) / n, rng, SIDE, SIDE) for k in range(n)]
    tiles = np.stack([pixels[..., 0] for pixels, _ in drawn])
    return Study(facts, tiles, np.stack([cover_maps(masks) for _, masks in drawn]), np.full(n, np.nan, np.float32))


def mirrored(study):
    """Mirrors the study: left becomes right."""
    swap = lambda one: one | {"side": OTHER_SIDE[one["side"]]}
    facts = study.facts | {key: [swap(one) for one in study.facts[key]] for key in ("lesions", "nodules") if key in study.facts}
    if "motion" in facts:
        facts["motion"] = OTHER_SIDE.get(facts["motion"], facts["motion"])
        facts["track"] = [[1 - x, y] for x, y in facts["track"]]
    return Study(facts, study.tiles[:, :, ::-1], study.maps[:, :, ::-1], study.levels)


# --------------------------------------------------------------------------------------------- other kinds


def foreign_study(rng, real=None):
    """Draws a picture, volume or clip of another kind; `real`: pool.RealPictures, or None."""
    media = str(rng.choice(("picture", "volume", "clip"), p=(0.7, 0.18, 0.12)))
    n = 1 if media == "picture" else 11 if media == "volume" else int(rng.integers(6, 11))
    if real is not None and rng.random() < 0.7:
        tiles = real.take(rng, n)
    elif n == 1 or rng.random() < 0.3:
        tiles = np.stack([draw_foreign(rng, SIDE, SIDE) for _ in range(n)])
    else:
        tiles = draw_foreign_series(rng, n)
    facts = {"media": media, "ours": False, "technique": "foreign", "frames": n}
    return Study(facts, tiles, np.zeros((n, CELLS, CELLS, len(MAPS)), np.float16), np.full(n, np.nan, np.float32))


MEDIA = ("picture", "volume", "clip", "foreign")


def random_study(rng, media):
    """Draws one study for training."""
    if media == "picture":
        pixels, masks, facts = draw_picture(rng, picture_plan(rng))
        return Study(facts, pixels[None], cover_maps(masks)[None], np.full(1, np.nan, np.float32))
    if media == "volume":
        return draw_volume(rng, volume_plan(rng))
    if media == "clip":
        return draw_clip(rng, clip_plan(rng))
    return foreign_study(rng)
