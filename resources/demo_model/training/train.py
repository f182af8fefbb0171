"""Trains the demo model; see README.md.

    train.py --pool DIR --real FILE.npz --work DIR -o CHECKPOINT_DIR [--stage N] [--minutes A B C] [--go-on]

Stage 1 trains the vision tower and the projector on the content of the pictures (technique, content of each patch, level).
Stage 2 trains the whole model to answer questions.
Stage 3 trains the language model alone, on cached image tokens: it needs more practice than the rest, and gets twice as much
in the same time.
"""

import argparse
import math
import pathlib
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import packing
import questions
import studies
import tokenizer
from muon import Muon, groups_of
from model import TILE, DemoModel, pixel_shuffle, save_checkpoint
from pool import Pool, RealPictures

TECHNIQUE_NAMES = (*questions.TECHNIQUES, "foreign")
SIZE_NAMES = tuple(questions.SIZES)
LONGEST_STEP = 10.0    # s
PICKED_BY_HAND = 0.15  # fraction of the volumes that keep only some of their slices
MAP_WEIGHTS = (1, 1, 15, 15, 4)  # weights of patches with each mask: devices and needles are rare


# ------------------------------------------------------------------------------------------------ pictures


def graded(rng, tiles):
    """Converts uint8 (n, SIDE, SIDE[, 3]) to float32 (n, 3, TILE, TILE), randomly brighter, noisier or softer."""
    x = torch.from_numpy(np.array(tiles)).float()
    x = x[:, None] if x.dim() == 3 else x.permute(0, 3, 1, 2)
    way = rng.random()
    if way < 0.3:
        soft = F.avg_pool2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), 3, 1)
        x = torch.lerp(x, soft, float(rng.uniform(0.2, 1.0)))
    x = F.interpolate(x, (TILE, TILE), mode="bicubic", antialias=True)
    x = x * float(rng.uniform(0.9, 1.1)) + float(rng.uniform(-8, 8))
    if way > 0.8:
        x = x + torch.randn(x.shape[0], 1, *x.shape[2:]) * float(rng.uniform(0, 4))
    return x.round().clamp(0, 255).expand(-1, 3, -1, -1)


def draw_study(rng, pool, real, media):
    if media == "foreign" and rng.random() < 0.6:
        return studies.foreign_study(rng, real)
    study = pool.draw(rng, media)
    if media != "foreign" and rng.random() < 0.5:
        study = studies.mirrored(study)
    return studies.some_slices(rng, study) if media == "volume" and rng.random() < PICKED_BY_HAND else study


def draw_lesson(rng, shares):
    """Returns the lesson of a step and the medium of its studies: all kinds of questions, or one."""
    lesson = str(rng.choice(("all", *packing.LESSONS), p=(0.4, 0.15, 0.25, 0.2)))
    if lesson == "devices":
        return lesson, "volume"
    if lesson == "counting":
        return lesson, "picture"
    if lesson == "letters":
        return lesson, str(rng.choice(("picture", "volume", "clip"), p=(0.7, 0.2, 0.1)))
    return lesson, str(rng.choice(studies.MEDIA, p=shares))


def suits(rng, facts, lesson):
    """Returns True if a study suits a lesson; studies without a device are as frequent as each kind of device."""
    return lesson != "devices" or facts["technique"] == "ct" and bool(facts["device"] or rng.random() < 0.6)


class Sight(nn.Module):
    """The heads on the image tokens in stage 1; discarded afterwards."""

    def __init__(self, hidden):
        super().__init__()
        self.norm = nn.LayerNorm(hidden)
        self.maps = nn.Linear(hidden, 4 * len(studies.MAPS))
        self.technique = nn.Linear(hidden, len(TECHNIQUE_NAMES))
        self.place = nn.Linear(hidden, tokenizer.TOKENS_PER_PICTURE)
        self.register_buffer("weights", pixel_shuffle(torch.tensor(MAP_WEIGHTS).float().expand(1, 4 * tokenizer.TOKENS_PER_PICTURE, -1).contiguous())[0, 0],
                             persistent=False)
        self.level, self.count, self.size = nn.Linear(hidden, 1), nn.Linear(hidden, 4), nn.Linear(hidden, len(SIZE_NAMES))

    def forward(self, tokens, goal):
        """Returns the loss of image tokens (N, 16, D), and its parts."""
        x = self.norm(tokens.float())
        mean = x.mean(1)
        target = pixel_shuffle(goal["maps"].flatten(1, 2)).mul(3).clamp(max=1)
        parts = {"maps": 20 * F.binary_cross_entropy_with_logits(self.maps(x), target, pos_weight=self.weights),
                 "technique": F.cross_entropy(self.technique(mean), goal["technique"])}
        place = torch.arange(tokens.shape[1]).repeat(tokens.shape[0])  # so that a token encodes its position
        parts["place"] = 0.3 * F.cross_entropy(self.place(x).flatten(0, 1), place)
        known = ~goal["level"].isnan()
        if known.any():
            parts["level"] = 10 * F.mse_loss(self.level(mean)[known, 0], goal["level"][known])
        for name, head in (("count", self.count), ("size", self.size)):
            if (goal[name] >= 0).any():
                parts[name] = 0.5 * F.cross_entropy(head(mean), goal[name], ignore_index=-1)
        return sum(parts.values()), {name: float(value.detach()) for name, value in parts.items()}


def sight_goal(studies_):
    rows = [(study, k) for study in studies_ for k in range(len(study.tiles))]
    facts = [study.facts for study, _ in rows]
    number = lambda f: len(f["lesions"]) if f["media"] == "picture" and f["ours"] else -1
    size = lambda f: SIZE_NAMES.index(f["lesions"][0]["size"]) if number(f) > 0 and f["technique"] not in ("ct", "mr") else -1
    return {"maps": torch.from_numpy(np.concatenate([study.maps for study in studies_]).astype(np.float32)),
            "level": torch.from_numpy(np.concatenate([study.levels for study in studies_])),
            "technique": torch.tensor([TECHNIQUE_NAMES.index(f["technique"]) for f in facts]),
            "count": torch.tensor([number(f) for f in facts]), "size": torch.tensor([size(f) for f in facts])}


# ------------------------------------------------------------------------------------------------ training


class Schedule:
    """An optimizer whose rate rises at first and falls to 0 at the end of `minutes`; `kept`: a state() to continue from."""

    def __init__(self, groups, minutes, warmup=60, kept=None):
        self.optimizer = Muon(groups)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.seconds, self.warmup, self.steps = minutes * 60, warmup, 0
        self.elapsed, self.last = 0.0, time.time()
        if kept:
            self.steps, self.elapsed = kept["steps"], kept["elapsed"]
            self.optimizer.load_state_dict(kept["optimizer"])

    def state(self):
        return {"steps": self.steps, "elapsed": self.elapsed, "optimizer": self.optimizer.state_dict()}

    def done(self):
        now = time.time()
        self.elapsed += min(now - self.last, LONGEST_STEP)  # so that a process can be interrupted and continued
        self.last = now
        return self.elapsed >= self.seconds

    def step(self, loss):
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        weights = [w for group in self.optimizer.param_groups for w in group["params"]]
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        part = min(1.0, self.elapsed / self.seconds)
        factor = min(1.0, (self.steps + 1) / self.warmup) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * part)))
        for group, rate in zip(self.optimizer.param_groups, self.rates):
            group["lr"] = rate * factor
        self.optimizer.step()
        self.steps += 1


def autocast():
    return torch.autocast("cpu", dtype=torch.bfloat16)


class Log:
    def __init__(self, every):
        self.every, self.sums, self.steps, self.start = every, {}, 0, time.time()

    def add(self, values):
        for name, value in values.items():
            total, n = self.sums.get(name, (0.0, 0))
            self.sums[name] = (total + value, n + 1)
        self.steps += 1
        if self.steps % self.every == 0:
            text = " ".join(f"{name} {total / n:.4f}" for name, (total, n) in sorted(self.sums.items()))
            print(f"{(time.time() - self.start) / 60:6.1f} min step {self.steps:5d}  {text}", flush=True)
            self.sums = {}


def sighted(model, sight):
    """Returns the parameters of the vision tower and the projector."""
    return [*model.vision_model.named_parameters(), *model.mlp1.named_parameters(), *sight.named_parameters()]


SEEN_SHARES = (0.44, 0.22, 0.22, 0.12)  # fractions of the media; a volume or clip gives four tiles


def telling_rows(rng, study, count):
    """Returns some tiles of a study, preferably those with a device or a needle."""
    weights = 1 + 4 * (study.maps[..., 2:].reshape(len(study.tiles), -1).max(1) > 0.1)
    return rng.choice(len(study.tiles), count, replace=False, p=weights / weights.sum())


def stage1(model, sight, pool, real, rng, minutes, save, kept=None, batch=64):
    schedule, log = Schedule(groups_of(sighted(model, sight), 2e-3), minutes, 100, kept), Log(50)
    while not schedule.done():
        if schedule.steps % 200 == 0:
            pool.look()
            save(1, schedule.state())
        chosen = []
        while sum(len(study.tiles) for study in chosen) < batch:
            media = str(rng.choice(studies.MEDIA, p=SEEN_SHARES))
            study = draw_study(rng, pool, real, media)
            if media != "picture" and len(study.tiles) > 4:
                rows = telling_rows(rng, study, 4)
                study = studies.Study(study.facts, study.tiles[rows], study.maps[rows], study.levels[rows])
            chosen.append(study)
        tiles = torch.cat([graded(rng, study.tiles) for study in chosen])
        with autocast():
            tokens = model.image_tokens(tiles)
        loss, parts = sight(tokens, sight_goal(chosen))
        schedule.step(loss)
        log.add(parts)


def dialogues_for(rng, facts, lesson):
    """Returns the same number of dialogues for each of some studies of one medium."""
    count = COUNTS[facts[0]["media"] if facts[0]["ours"] else "foreign"]
    if lesson != "all":
        return [packing.lesson_dialogues(rng, one, max(count, LESSON_COUNT // len(facts)), lesson) for one in facts]
    follow_ups = bool(rng.random() < 0.25)
    count = (count + 1) // 2 if follow_ups else count
    return [packing.choose_dialogues(rng, one, count, follow_ups) for one in facts]


LETTER_WEIGHT = 2.0  # in lessons about letters: apart from them such an answer is easy


def spoken_loss(model, chat, telling_tokens, studies_, tokens, lesson, rng):
    """Returns the loss of the answers to questions about studies with image tokens (N, 16, D), and its parts."""
    facts = [study.facts for study in studies_]
    batch = packing.Packed(chat, facts, dialogues_for(rng, facts, lesson))
    x = model.language_model.model.embed_tokens(batch.ids)
    x = x.masked_scatter((batch.ids == chat.context)[:, None], tokens.flatten(0, 1).to(x.dtype))
    told = batch.labels != packing.IGNORED
    with autocast():
        state = model.language_model(x, batch.positions, batch.attend)
        logits = model.language_model.lm_head(state[told]).float()
    goal = batch.labels[told]
    each = F.cross_entropy(logits, goal, reduction="none")
    telling = telling_tokens[goal]
    with torch.no_grad():
        right = (logits.argmax(-1) == goal).float()
    parts = {"loss": float(each.detach().mean()), "telling": float(each.detach()[telling].mean()), "right": float(right[telling].mean())}
    loss = each.mean()
    if lesson == "letters":
        loss = loss + LETTER_WEIGHT * each[torch.isin(goal, packing.letter_tokens(chat))].mean()
    return loss, parts


COUNTS = {"picture": 4, "volume": 4, "clip": 4, "foreign": 2}    # dialogues per study
LESSON_COUNT = 96                                                 # dialogues per step, approximately
BATCH = {"picture": 12, "volume": 8, "clip": 9, "foreign": 10}   # studies per step
SHARES = (0.18, 0.44, 0.33, 0.05)                                # fractions of the media


def stage2(model, sight, chat, pool, real, rng, minutes, save, kept, rate):
    """Trains the whole model to answer. The loss of stage 1 remains, so that its content is not forgotten."""
    groups = groups_of(model.language_model.named_parameters(), rate) + groups_of(sighted(model, sight), rate * 0.3)
    schedule, logs = Schedule(groups, minutes, 100, kept), {media: Log(25) for media in studies.MEDIA}
    telling = packing.telling_tokens(chat)
    while not schedule.done():
        if schedule.steps % 200 == 0:
            pool.look()
            save(2, schedule.state())
        lesson, media = draw_lesson(rng, SHARES)
        chosen = []
        while len(chosen) < BATCH[media]:
            study = draw_study(rng, pool, real, media)
            if suits(rng, study.facts, lesson):
                chosen.append(study)
        with autocast():
            tokens = model.image_tokens(torch.cat([graded(rng, study.tiles) for study in chosen]))
        spoken, parts = spoken_loss(model, chat, telling, chosen, tokens, lesson, rng)
        seen, sight_parts = sight(tokens, sight_goal(chosen))
        schedule.step(spoken + 0.2 * seen)
        logs[media].add({f"{media} {name}": value for name, value in (parts | {"maps": sight_parts["maps"]}).items()})


KEPT = {"picture": 4000, "volume": 2200, "clip": 2200, "foreign": 900}  # studies
KEPT_SHARES = (0.27, 0.42, 0.24, 0.07)


class KeptTokens:
    """Caches studies with their image tokens; a study that is used can be replaced by a new one."""

    def __init__(self, model, pool, real):
        self.model, self.pool, self.real, self.kept = model, pool, real, {media: [] for media in studies.MEDIA}

    def fill(self, rng):
        for media, count in KEPT.items():
            while len(self.kept[media]) < count:
                self.kept[media] += self.computed(rng, media, 8)
            print(f"kept {media}: {count}", flush=True)

    def computed(self, rng, media, count):
        chosen = [draw_study(rng, self.pool, self.real, media) for _ in range(count)]
        with torch.no_grad(), autocast():
            tokens = self.model.image_tokens(torch.cat([graded(rng, study.tiles) for study in chosen])).bfloat16()
        parts = tokens.split([len(study.tiles) for study in chosen])
        return [(studies.Study(study.facts, None, None, None), part) for study, part in zip(chosen, parts)]

    def draw(self, rng, media, lesson, count):
        fitting = [one for one in self.kept[media] if suits(rng, one[0].facts, lesson)]
        return [fitting[row] for row in rng.choice(len(fitting), count, replace=False)]

    def renew(self, rng, media):
        self.kept[media][rng.integers(len(self.kept[media]))] = self.computed(rng, media, 1)[0]


def stage3(model, chat, pool, real, rng, minutes, save, kept, rate):
    """Trains the language model alone to answer."""
    tokens_kept = KeptTokens(model, pool, real)
    tokens_kept.fill(rng)
    schedule = Schedule(groups_of(model.language_model.named_parameters(), rate), minutes, 100, kept)
    logs = {media: Log(50) for media in studies.MEDIA}
    telling = packing.telling_tokens(chat)
    while not schedule.done():
        if schedule.steps % 400 == 0:
            save(3, schedule.state())
        lesson, media = draw_lesson(rng, KEPT_SHARES)
        chosen = tokens_kept.draw(rng, media, lesson, BATCH[media])
        spoken, parts = spoken_loss(model, chat, telling, [study for study, _ in chosen], torch.cat([part for _, part in chosen]), lesson, rng)
        schedule.step(spoken)
        tokens_kept.renew(rng, media)
        logs[media].add({f"{media} {name}": value for name, value in parts.items()})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pool", required=True)
    parser.add_argument("--real", type=pathlib.Path)
    parser.add_argument("--work", type=pathlib.Path, required=True, help="where the state between the stages is kept")
    parser.add_argument("-o", "--output", type=pathlib.Path, required=True)
    parser.add_argument("--stage", type=int, default=0, help="only this one, from the weights in WORK")
    parser.add_argument("--go-on", action="store_true", help="go on with a run that was interrupted")
    parser.add_argument("--minutes", type=float, nargs=3, default=(25, 50, 90), help="of each stage")
    parser.add_argument("--rate", type=float, default=2e-3, help="of stages 2 and 3, as AdamW would have it; less for a few more steps")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(2)
    options.output.mkdir(parents=True, exist_ok=True)
    options.work.mkdir(parents=True, exist_ok=True)
    if not (options.output / "vocab.json").exists():
        tokenizer.train(options.output)
    chat = tokenizer.Chat(options.output)
    model = DemoModel(chat.size)
    sight = Sight(model.mlp1[3].out_features)
    print("parameters:", sum(w.numel() for w in model.parameters()), "vocabulary:", chat.size, flush=True)
    state, saved = options.work / "state.pt", {}
    if options.stage or options.go_on:
        saved = torch.load(state)
        model.load_state_dict(saved["model"])
        sight.load_state_dict(saved["sight"])
    begun, kept = (saved["stage"], saved["schedule"]) if options.go_on else (0, None)
    rng = np.random.default_rng((options.seed, options.stage, kept["steps"] if kept else 0))
    pool = Pool(options.pool)
    real = RealPictures(options.real) if options.real else None

    def save(stage, schedule):
        part = state.with_suffix(".part")
        torch.save({"model": model.state_dict(), "sight": sight.state_dict(), "stage": stage, "schedule": schedule}, part)
        part.replace(state)
        save_checkpoint(model, chat.size, chat.end, options.output)

    if options.stage in (0, 1) and begun < 2:
        stage1(model, sight, pool, real, rng, options.minutes[0], save, kept)
        save(2, None)
        kept = None
    if options.stage in (0, 2) and begun < 3:
        stage2(model, sight, chat, pool, real, rng, options.minutes[1], save, kept, options.rate)
        save(3, None)
        kept = None
    if options.stage in (0, 3):
        stage3(model, chat, pool, real, rng, options.minutes[2], save, kept, options.rate)
        save(4, None)


if __name__ == "__main__":
    main()
