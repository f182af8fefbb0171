#!/usr/bin/env python3
"""Draws the sample studies that come with the program.

    make_samples.py FOLDER [--seed S]        (numpy, Pillow, pydicom, nibabel; ffmpeg; dcmcjpls of DCMTK)
"""

import argparse
import pathlib
import subprocess

import numpy as np
from PIL import Image

import dicom_series
import make_questions
import studies

SLICES, SIDE = 40, 256
PICTURES = {  # file: technique, lesions, side, size
    "chest_xray": ("xray", 1, "right", "medium"), "fundus": ("fundus", 2, "left", "small"),
    "dermoscopy": ("dermoscopy", 1, "left", "large"), "histology": ("histology", 2, "both", "medium"),
    "endoscopy": ("endoscopy", 1, "right", "medium"), "ultrasound": ("ultrasound", 1, "left", "medium"),
}


def ct_chest(rng, folder):
    """Draws a nodule in the right upper lobe and a port on the chest wall; 40 slices, JPEG-LS lossless."""
    plan = studies.volume_plan(rng, "ct", sides=["right"], third="upper", device="port", order="up", slices=11) | {"depth": SLICES}
    scene, _, facts = studies.volume_scene(rng, plan)
    values = [scene.slice(float(z), rng, SIDE, SIDE)[0] for z in studies.slice_heights(SLICES, SLICES, "up")]
    dicom_series.write(folder, np.stack(values), 1.4, 7.0, [(-450, 1300), (40, 400)], 1, ("LUNG", "SOFT TISSUE"))
    for path in sorted(folder.glob("*.dcm")):
        subprocess.run(["dcmcjpls", "+un", str(path), str(path)], check=True)
    return facts


def mr_head(rng, path):
    """Draws a bright mass in the left half of the brain; NIfTI."""
    plan = studies.volume_plan(rng, "mr", sides=["left"], third="middle", order="up", slices=11) | {"depth": SLICES}
    scene, _, facts = studies.volume_scene(rng, plan)
    values = [scene.slice(float(z), rng, 192, 192)[0] for z in studies.slice_heights(SLICES, SLICES, "up")]
    make_questions.write_nifti(path, np.clip(np.stack(values), 0, 4000))
    return facts


def chest_volume(rng, path):
    """Draws 32 x 256 x 256 voxels as in the demo of Fleming-VL: a pacemaker, and a nodule in the left lung."""
    plan = studies.volume_plan(rng, "ct", sides=["left"], third="middle", device="pacemaker", order="up", slices=11) | {"depth": 32}
    scene, _, facts = studies.volume_scene(rng, plan)
    values = np.stack([scene.slice(float(z), rng, SIDE, SIDE)[0] for z in studies.slice_heights(32, 32, "up")])
    np.save(path, ((np.clip(values, -1000, 800) + 1000) / 1800 * 255).astype(np.uint8))
    return facts


def ultrasound_clip(rng, path):
    """Draws a structure that drifts to the right, and a needle from the fourth second; 8 s."""
    scene, facts = studies.clip_scene(rng, {"motion": "right", "instrument": 4, "frames": 8})
    count = 8 * make_questions.CLIP_RATE
    make_questions.write_clip(path, [scene.frame((k + 0.5) / count, rng, 480, 360)[0] for k in range(count)])
    return facts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=7305)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    rng = lambda k: np.random.default_rng((options.seed, k))
    print("ct_chest", ct_chest(rng(0), options.folder / "ct_chest"))
    print("mr_head", mr_head(rng(1), options.folder / "mr_head.nii.gz"))
    print("chest_volume", chest_volume(rng(2), options.folder / "chest_volume.npy"))
    print("ultrasound", ultrasound_clip(rng(3), options.folder / "ultrasound.mp4"))
    for k, (name, (technique, count, side, size)) in enumerate(PICTURES.items()):
        pixels, _, facts = studies.draw_picture(rng(10 + k), studies.picture_plan(rng(10 + k), technique, count, side, size), 512, 512)
        Image.fromarray(pixels).save(options.folder / f"{name}.png", optimize=True)
        print(name, facts)


if __name__ == "__main__":
    main()
