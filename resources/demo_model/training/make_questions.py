#!/usr/bin/env python3
"""Draws fresh studies into files, with questions about them, for `fleming evaluate`.

    make_questions.py --seed S --count N -o DIR [--kinds KIND ...] [--foreign DIR]

DIR/questions.jsonl names the files, with paths relative to DIR. The script chooses a kind, then an answer, evenly among those
that the wording allows, then draws a study with this answer: the question alone gives no hint of it.
DIR/questions-shuffled.jsonl is the control: the same questions, each about a study of the same medium that was drawn for
another question. --foreign takes the pictures of "not_ours" questions from a folder (test/ of collect_foreign.py) instead
of drawing them. Needs numpy, Pillow, pydicom, nibabel and the ffmpeg command.
"""

import argparse
import json
import pathlib
import subprocess

import nibabel
import numpy as np
from PIL import Image

import dicom_series
import questions
import studies

CLIP_RATE = 8  # frames/s


def plan_for(rng, kind):
    """Returns (medium, plan) of a study whose answer to `kind` is drawn evenly."""
    pick = lambda *values: values[rng.integers(len(values))]
    if kind in questions.PICTURE_KINDS:
        if kind == "lesion_present":
            return "picture", studies.picture_plan(rng, count=0 if pick(True, False) else int(rng.integers(1, 3)))
        if kind == "lesion_side":
            side = pick("left", "right", "both", "none")
            return "picture", studies.picture_plan(rng, **({"count": 0} if side == "none" else {"count": pick(1, 2), "side": side} if side != "both" else {"side": side}))
        if kind == "lesion_count":
            technique = pick(*studies.pictures.TECHNIQUES)
            return "picture", studies.picture_plan(rng, technique, count=int(rng.integers(0, 4)))
        if kind == "lesion_size":
            technique, size = pick(*studies.pictures.TECHNIQUES), pick("none", "small", "medium", "large")
            return "picture", studies.picture_plan(rng, technique, **({"count": 0} if size == "none" else {"count": int(rng.integers(1, 3)), "size": size}))
        return "picture", studies.picture_plan(rng)
    if kind in questions.VOLUME_KINDS:
        plan = {"slices": 11}
        if kind == "nodule_present":
            plan["count"] = 0 if pick(True, False) else int(rng.integers(1, 3))
        elif kind == "nodule_side":
            side = pick("left", "right", "both", "none")
            n = pick(1, 2)
            plan["sides"] = {"none": [], "both": [str(s) for s in rng.permutation(["left", "right"])]}.get(side, [side] * n)
        elif kind == "nodule_third":
            third = pick("none", *studies.THIRD_RANGES)
            plan |= {"count": 0} if third == "none" else {"count": 1, "third": third}
        elif kind == "nodule_images":
            third = pick("none", *[t for t in studies.THIRD_RANGES for _ in range(4)])
            plan |= {"count": 0} if third == "none" else {"count": 1, "third": third}
        elif kind == "largest_nodule":
            plan["sides"] = [str(s) for s in rng.permutation(["left", "right"])]
        elif kind == "chest_device":
            plan |= {"technique": "ct", "device": pick(None, "pacemaker", "port")}
        return "volume", studies.volume_plan(rng, **plan)
    if kind in questions.CLIP_KINDS:
        if kind == "motion_present":
            plan = {"motion": "none" if pick(True, False) else pick("left", "right", "up", "down")}
        elif kind == "motion_direction":
            plan = {"motion": pick("none", "left", "right", "up", "down")}
        else:
            frames = int(rng.integers(6, 11))
            plan = {"frames": frames, "instrument": None if pick(True, False) else int(rng.integers(2, frames))}
        return "clip", studies.clip_plan(rng, **plan)
    medium = pick("picture", "volume", "clip")
    return medium, studies.volume_plan(rng, slices=11) if medium == "volume" else getattr(studies, medium + "_plan")(rng)


# ------------------------------------------------------------------------------------------------ files


class Files:
    """Writes studies into a folder, in turn in each file format that the viewer opens."""

    def __init__(self, folder):
        self.folder, self.number = folder, 0

    def path(self, stem, ending):
        self.number += 1
        return self.folder / f"{stem}{self.number:05d}{ending}"

    def picture(self, rng, plan):
        width = int(rng.integers(224, 513))
        height = width if rng.random() < 0.7 else int(rng.integers(224, 513))
        pixels, _, facts = studies.draw_picture(rng, plan, width, height)
        path = self.path("picture", ".png")
        Image.fromarray(pixels).save(path)
        return {"images": [path.name]}, facts

    def volume(self, rng, plan):
        """Writes CT as DICOM (Image-1 at the bottom) or NPY (in either order), MR as NIfTI."""
        if plan["technique"] == "mr":
            plan["order"] = "up"
            ending = ".nii.gz"
        else:
            ending = ".npy" if plan["order"] == "down" or rng.random() < 0.4 else ""
        if ending == ".npy":
            plan["depth"] = 32
        scene, _, facts = studies.volume_scene(rng, plan)
        size = 256 if ending == ".npy" else int(rng.choice((192, 224, 256)))
        heights = studies.slice_heights(plan["depth"], plan["depth"], plan["order"])
        values = np.stack([scene.slice(float(z), rng, size, size)[0] for z in heights])
        path = self.path("volume", ending)
        if ending == ".npy":
            low, high = studies.ct_window(rng, True)
            np.save(path, np.clip(values, low, high).astype(np.int16))
        elif ending:
            write_nifti(path, np.clip(values, 0, 4000))
        else:
            low, high = studies.ct_window(rng, False)
            dicom_series.write(path, values, pixel=360 / size, step=300 / plan["depth"], windows=[((low + high) / 2, high - low)], seed=int(rng.integers(1 << 30)))
        return {"volume": path.name, "selection": {"count": plan["slices"]}}, facts

    def clip(self, rng, plan):
        scene, facts = studies.clip_scene(rng, plan)
        n = plan["frames"] * CLIP_RATE
        # draw the frame of second k of n at the time that training uses for it
        frames = [scene.frame((k + 0.5) / n, rng, 320, 240)[0] for k in range(n)]
        path = self.path("clip", ".mp4")
        write_clip(path, frames)
        return {"video": path.name}, facts

    def foreign(self, rng, real):
        if real is not None:
            return real.draw(rng)
        study = studies.foreign_study(rng)
        facts = study.facts
        tiles = study.tiles
        if facts["media"] == "picture":
            path = self.path("foreign", ".png")
            Image.fromarray(tiles[0]).save(path)
            return {"images": [path.name]}, facts
        if facts["media"] == "volume":
            path = self.path("foreign", ".npy")
            np.save(path, tiles.mean(-1).astype(np.uint8))
            return {"volume": path.name}, facts
        path = self.path("foreign", ".mp4")
        write_clip(path, [tile for tile in tiles for _ in range(CLIP_RATE)])
        return {"video": path.name}, facts


def write_nifti(path, values):
    """Writes values (slices from bottom to top, rows, columns) as NIfTI in RAS: rows to the back, columns to the patient's left."""
    step = (230 / values.shape[2], 230 / values.shape[1], 170 / values.shape[0])
    affine = np.diag((-step[0], -step[1], step[2], 1.0))
    nibabel.Nifti1Image(values.astype(np.int16).transpose(2, 1, 0), affine).to_filename(path)


def write_clip(path, frames):
    height, width = frames[0].shape[:2]
    command = ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}", "-r", str(CLIP_RATE), "-i", "-",
               "-c:v", "libx264", "-crf", "20", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-threads", "1", str(path)]
    subprocess.run(command, input=np.stack(frames).tobytes(), check=True)


class ForeignFolder:
    """Pictures and numbered slices from other sources."""

    def __init__(self, folder):
        self.groups = [sorted(path.glob("*.png")) for path in sorted(folder.iterdir()) if path.is_dir()]
        self.groups = [group for group in self.groups if group]

    def draw(self, rng):
        group = self.groups[rng.integers(len(self.groups))]
        volume = "_vol_" in group[0].parent.name and rng.random() < 0.6
        if volume:
            rows = np.linspace(0, len(group) - 1, min(11, len(group))).astype(int)
            return {"images": [str(group[k]) for k in rows]}, {"media": "volume", "ours": False, "technique": "foreign", "frames": len(rows)}
        return {"images": [str(group[rng.integers(len(group))])]}, {"media": "picture", "ours": False, "technique": "foreign", "frames": 1}


# ------------------------------------------------------------------------------------------------ questions


def record(source, dialogue):
    last = dialogue.turns[-1]
    out = dict(source)
    if len(dialogue.turns) > 1:
        out["before"] = [turn.question for turn in dialogue.turns[:-1]]
    out |= {"question": last.question, "answer": last.answer, "kind": dialogue.kind}
    if last.also:
        out["answers"] = last.also
    if last.cites:
        out["cites"] = [int(k) for k in last.cites]
    return out


def one_question(rng, files, kind, real):
    if kind == "not_ours":
        source, facts = files.foreign(rng, real)
    else:
        medium, plan = plan_for(rng, kind)
        source, facts = getattr(files, medium)(rng, plan)
    return record(source, questions.dialogue(rng, facts, kind))


def shuffled(rng, records):
    """Returns the same questions about studies of the same medium that were drawn for other questions."""
    out = [dict(one) for one in records]
    for key in ("images", "volume", "video"):
        rows = [k for k, one in enumerate(records) if key in one and one["kind"] not in ("not_ours", "outside")]
        for k, other in zip(rows, rng.permutation(rows) if len(rows) > 1 else rows):
            out[k][key] = records[other][key]
    return [one for one in out if one["kind"] not in ("not_ours", "outside")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("-o", "--output", type=pathlib.Path, required=True)
    parser.add_argument("--kinds", nargs="+", choices=questions.KINDS, default=list(questions.KINDS))
    parser.add_argument("--foreign", type=pathlib.Path)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    real = ForeignFolder(options.foreign.resolve()) if options.foreign else None
    files = Files(options.output)
    records = []
    with open(options.output / "questions.jsonl", "w", encoding="utf-8") as out:
        for k in range(options.count):
            rng = np.random.default_rng((options.seed, k))
            records.append(one_question(rng, files, options.kinds[k % len(options.kinds)], real))
            out.write(json.dumps(records[-1], ensure_ascii=False) + "\n")
            out.flush()
    rng = np.random.default_rng((options.seed, options.count))
    with open(options.output / "questions-shuffled.jsonl", "w", encoding="utf-8") as out:
        out.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in shuffled(rng, records))


if __name__ == "__main__":
    main()
