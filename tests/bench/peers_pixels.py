#!/usr/bin/env python3
"""Measures Pillow and CLIPImageProcessor of transformers on the images of pixels_bench.cpp: 11 slices to pixel_values.

Needs `pip install pillow numpy transformers torch torchvision`. Run it next to fleming_bench_pixels.
"""
import statistics
import time

import numpy as np
import PIL
import transformers
from PIL import Image
from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil

try:
    from transformers import CLIPImageProcessor  # resizes with torchvision
except ImportError:
    CLIPImageProcessor = None

SETTINGS = dict(size={"shortest_edge": 448}, crop_size={"height": 448, "width": 448}, resample=3,
                image_mean=(0.485, 0.456, 0.406), image_std=(0.229, 0.224, 0.225))


def slices(size):
    y, x = np.meshgrid(np.arange(size), np.arange(size), indexing="ij")
    return [Image.fromarray(((7 * x + 13 * y + 31 * i) & 255).astype(np.uint8)).convert("RGB") for i in range(11)]


def milliseconds(work, rounds=15):
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), min(times)


def main():
    print(f"Pillow {PIL.__version__}, transformers {transformers.__version__}; median and minimum of 15, milliseconds")
    processors = {"CLIPImageProcessor (Pillow)": CLIPImageProcessorPil(**SETTINGS)}
    if CLIPImageProcessor is not None:
        processors["CLIPImageProcessor (torchvision)"] = CLIPImageProcessor(**SETTINGS)
    for name, processor in processors.items():
        for size, stretch in ((256, False), (512, True)):
            images = slices(size)

            def work():
                resized = [p.resize((448, 448), Image.Resampling.BICUBIC) for p in images] if stretch else images
                return processor(images=resized, return_tensors="np" if "Pillow" in name else "pt")["pixel_values"]

            median, minimum = milliseconds(work)
            print(f"{name:34} {size}x{size} {'stretch' if stretch else 'cover':8} {median:8.1f} {minimum:8.1f}")


if __name__ == "__main__":
    main()
