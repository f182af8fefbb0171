#!/usr/bin/env python3
"""Reads a training export as a training program would, and fails if a rule of its formats is broken.

read_training_data.py FOLDER prints {"conversations", "answers", "rewarded", "images"}: numbers of what was read.
"""
import hashlib
import json
import pathlib
import sys

from PIL import Image

folder = pathlib.Path(sys.argv[1])


def lines(name):
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def check_image(path):
    assert not path.startswith("/") and ".." not in path, path
    with Image.open(folder / path) as image:
        image.load()
        assert image.mode == "RGB", image.mode
        assert hashlib.sha256(image.tobytes()).hexdigest() == pathlib.Path(path).stem, path
        return image.size


def check_measurements(item, images):
    for measurement in item["measurements"]:
        assert {"id", "name", "region", "result"} <= set(measurement), measurement
        assert not {"source", "frame_of_reference", "time_ms"} & set(measurement), measurement
        assert 0 <= measurement.get("image", 0) <= max(0, len(images) - 1), measurement


def check_conversation(item):
    turns = item["conversations"]
    if turns[0]["from"] == "system":
        turns = turns[1:]
    assert len(turns) % 2 == 0 and turns, item
    for i, turn in enumerate(turns):
        assert turn["from"] == ("human", "gpt")[i % 2], item
    images = item.get("image", [])
    check_measurements(item, images)
    assert sum(t["value"].count("<image>") for t in turns if t["from"] == "human") == len(images), item
    sizes = [check_image(path) for path in images]
    assert [s[0] for s in sizes] == item.get("width_list", []) and [s[1] for s in sizes] == item.get("height_list", [])
    return len(turns) // 2


def check_rewarded(item):
    assert set(item) == {"id", "images", "prompt", "completion", "reference", "reward", "measurements"}, item
    assert item["reward"] in (0, 0.5, 1) and item["prompt"][-1]["role"] == "user", item
    users = [m["content"] for m in item["prompt"] if m["role"] == "user"]
    assert sum(text.count("<image>") for text in users) == len(item["images"]), item
    check_measurements(item, item["images"])
    for path in item["images"]:
        check_image(path)


conversations, rewarded = lines("sft.jsonl"), lines("grpo.jsonl")
answers = sum(check_conversation(item) for item in conversations)
for item in rewarded:
    check_rewarded(item)
meta = json.loads((folder / "sft.meta.json").read_text())
assert [m["length"] for m in meta.values()] == [len(conversations)]
card = (folder / "README.md").read_text(encoding="utf-8")
for name in ("sft.jsonl", "grpo.jsonl"):
    assert hashlib.sha256((folder / name).read_bytes()).hexdigest() in card, name
images = {p.name for p in (folder / "images").iterdir()}
used = {pathlib.Path(p).name for i in conversations for p in i.get("image", [])}
used |= {pathlib.Path(p).name for i in rewarded for p in i["images"]}
assert images == used, images ^ used
print(json.dumps({"conversations": len(conversations), "answers": answers, "rewarded": len(rewarded),
                  "images": len(images)}))
