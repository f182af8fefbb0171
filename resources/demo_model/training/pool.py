"""A pool of drawn studies on disk, so that training does not wait for the drawing.

    pool.py DIR --media M --seed S --shards N      draws N shards of 100 studies of one medium into DIR
"""

import argparse
import json
import os
import pathlib

import numpy as np

import studies

SHARD = 100


def draw_shard(folder, media, seed):
    """Draws SHARD studies. Returns their grey tiles, colour tiles, maps and facts."""
    rng = np.random.default_rng((studies.MEDIA.index(media), seed))
    grey, colour, maps, levels, entries = [], [], [], [], []
    for _ in range(SHARD):
        study = studies.random_study(rng, media)
        plain = study.tiles.ndim == 3
        store = grey if plain else colour
        entries.append({"grey": plain, "first": sum(len(t) for t in store), "map": sum(len(m) for m in maps), "facts": study.facts})
        store.append(study.tiles)
        maps.append(study.maps)
        levels.append(study.levels)
    part = folder / f".{media}-{seed}"
    part.mkdir(parents=True, exist_ok=True)
    for name, tiles in (("grey", grey), ("colour", colour)):
        if tiles:
            np.save(part / f"{name}.npy", np.concatenate(tiles))
    np.save(part / "maps.npy", np.concatenate(maps))
    np.save(part / "levels.npy", np.concatenate(levels))
    (part / "facts.json").write_text(json.dumps(entries, default=lambda v: v.item()))
    os.rename(part, folder / part.name[1:])


class Shard:
    def __init__(self, folder):
        load = lambda name, mode=None: np.load(folder / f"{name}.npy", mmap_mode=mode)
        self.tiles = {name: load(name, "r") for name in ("grey", "colour") if (folder / f"{name}.npy").exists()}
        self.maps, self.levels = load("maps"), load("levels")
        self.entries = json.loads((folder / "facts.json").read_text())

    def study(self, k):
        entry = self.entries[k]
        n = entry["facts"]["frames"]
        tiles = np.array(self.tiles["grey" if entry["grey"] else "colour"][entry["first"]:entry["first"] + n])
        rows = slice(entry["map"], entry["map"] + n)
        return studies.Study(entry["facts"], tiles, self.maps[rows], self.levels[rows])


class Pool:
    """All shards in a folder; look() finds new ones."""

    def __init__(self, folder):
        self.folder, self.shards = pathlib.Path(folder), {}
        self.look()

    def look(self):
        for path in sorted(self.folder.glob("[a-z]*")):
            if path.name not in self.shards:
                self.shards[path.name] = Shard(path)
        self.by_media = {media: [] for media in studies.MEDIA}
        for name, shard in self.shards.items():
            self.by_media[name.split("-")[0]] += [(name, k) for k in range(len(shard.entries))]

    def draw(self, rng, media):
        where = self.by_media[media]
        name, k = where[rng.integers(len(where))]
        return self.shards[name].study(k)


class RealPictures:
    """Real pictures of other kinds from collect_foreign.py, with random rotations, crops and brightness."""

    def __init__(self, path):
        packed = np.load(path)
        self.pixels, group = packed["pixels"], packed["group"]
        source = packed["source"]
        order = np.argsort(group, kind="stable")
        cuts = np.flatnonzero(np.diff(group[order])) + 1
        self.groups = np.split(order, cuts)
        self.by_source = {}
        for rows in self.groups:
            self.by_source.setdefault(str(source[rows[0]]), []).append(rows)
        self.sources = sorted(self.by_source)

    def take(self, rng, n):
        """Returns n pictures of one volume in order, or of one source: uint8 (n, SIDE, SIDE, 3)."""
        groups = self.by_source[self.sources[rng.integers(len(self.sources))]]
        rows = groups[rng.integers(len(groups))]
        if len(rows) > 1 and n > 1:
            rows = rows[np.linspace(0, len(rows) - 1, n).astype(int)]
        elif n > 1:
            rows = np.array([groups[rng.integers(len(groups))][0] for _ in range(n)])
            if rng.random() < 0.5:
                rows[:] = rows[0]
        else:
            rows = rows[[rng.integers(len(rows))]]
        return self.graded(rng, self.pixels[rows])

    @staticmethod
    def graded(rng, tiles):
        if rng.random() < 0.5:
            tiles = tiles[:, :, ::-1]
        if rng.random() < 0.3:
            tiles = np.rot90(tiles, rng.integers(1, 4), (1, 2))
        if rng.random() < 0.4:  # a crop
            side = int(rng.integers(110, 224))
            top, left = rng.integers(0, 225 - side, 2)
            rows = top + np.arange(224) * side // 224
            columns = left + np.arange(224) * side // 224
            tiles = tiles[:, rows][:, :, columns]
        if rng.random() < 0.3:
            tiles = np.repeat(tiles.mean(-1, keepdims=True), 3, -1)
        gain, offset = rng.uniform(0.7, 1.3), rng.uniform(-25, 25)
        return np.clip(tiles.astype(np.float32) * gain + offset, 0, 255).astype(np.uint8)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--media", choices=studies.MEDIA, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--shards", type=int, required=True)
    options = parser.parse_args()
    for k in range(options.shards):
        draw_shard(options.folder, options.media, options.seed + k)
