"""Packs studies with their dialogues, so that many questions share one encoding of the pictures.

The prefix (system text, reasoning prompt, pictures) occurs once. Every dialogue is a branch after it that attends only to the
prefix and to itself, at the positions that it would have alone.
"""

import numpy as np
import torch

import questions

IGNORED = -100
OFTEN = {"technique_choice": 2, "lesion_count": 2, "chest_device": 2, "largest_nodule": 2, "motion_direction": 2}  # the kinds that take longest to learn
LESSONS = ("devices", "letters", "counting")  # the kinds that are learned only if a whole step is about them
TELLING = ("left right up down upper middle lower none both yes no one two three 0 1 2 3 4 5 6 7 8 9 pacemaker port under over not"
           " chest eye skin bowel abdomen head gland X CT MR MRI A B C D option small medium large").split()


def choose_dialogues(rng, facts, count, follow_ups, extras=0.15):
    """Returns `count` dialogues about a study: of different kinds, or only conversations, which are longer."""
    if not facts["ours"]:
        return [questions.dialogue(rng, facts, "not_ours") for _ in range(count)]
    if follow_ups:
        return [questions.conversation(rng, facts) for _ in range(count)]
    kinds = [kind for kind in questions.KINDS if questions.fits(facts, kind) and kind not in ("follow_up", "outside")]
    weights = np.array([OFTEN.get(kind, 1) for kind in kinds], float)
    looks = [] if facts["media"] == "picture" or rng.random() < 0.3 else [questions.look(rng, facts)]
    more = count - len(looks) - (rng.random() < 0.3)
    chosen = [str(kind) for kind in rng.choice(kinds, min(more, len(kinds)), replace=False, p=weights / weights.sum())]
    chosen += ["outside"] * (count - len(looks) - len(chosen))
    return looks + [questions.dialogue(rng, facts, kind, extras) for kind in chosen]


def lesson_dialogues(rng, facts, count, lesson):
    """Returns `count` dialogues about a study, all of one lesson."""
    if lesson == "devices":
        return [questions.look(rng, facts) if rng.random() < 0.4 else questions.dialogue(rng, facts, "chest_device", 0.15) for _ in range(count)]
    if lesson == "counting":
        kinds = [kind for kind in ("lesion_count", "lesion_count", "lesion_side", "lesion_size") if questions.fits(facts, kind)]
        return [questions.dialogue(rng, facts, str(rng.choice(kinds)), 0.15) for _ in range(count)]
    kinds = [kind for kind in questions.CHOICES if questions.fits(facts, kind)]
    kinds += ["technique_choice"] * 2 if facts["media"] == "picture" else ["volume_modality"] if facts["media"] == "volume" else []
    return [questions.dialogue(rng, facts, str(rng.choice(kinds)), 0.5) for _ in range(count)]


def branch_of(chat, lead, dialogue):
    """Returns the ids of a dialogue and their labels: the next id if it is part of an answer."""
    ids, goal = [], []
    for k, turn in enumerate(dialogue.turns):
        asked = chat.question(lead + turn.question) if k == 0 else chat.next_turn(turn.question)
        told = chat.answer(turn.text())
        ids += asked + told
        goal += [IGNORED] * len(asked) + told
    return ids, goal[1:] + [IGNORED]


def table(rows, fill):
    length = max(len(row) for row in rows)
    return torch.tensor([row + [fill] * (length - len(row)) for row in rows])


class Packed:
    """A batch of B studies with J dialogues each.

    The tokens are flat: the B prefixes of P tokens, then the B * J branches of L tokens, padded at their ends.
    ids, positions, labels: (B * P + B * J * L).
    """

    def __init__(self, chat, facts, dialogues):
        prefixes = [chat.prefix(one["frames"]) for one in facts]
        branches = [branch_of(chat, lead, d) for (_, lead), each in zip(prefixes, dialogues) for d in each]
        prefix, branch = table([ids for ids, _ in prefixes], 0), table([ids for ids, _ in branches], 0)
        (self.B, self.P), self.L = prefix.shape, branch.shape[1]
        self.J = len(branches) // self.B
        lengths = torch.tensor([len(ids) for ids, _ in prefixes])
        self.ids = torch.cat([prefix.flatten(), branch.flatten()])
        starts = lengths.repeat_interleave(self.J)[:, None] + torch.arange(self.L)
        self.positions = torch.cat([torch.arange(self.P).repeat(self.B), starts.flatten()])
        nothing = torch.full((self.B * self.P,), IGNORED)
        self.labels = torch.cat([nothing, table([goal for _, goal in branches], IGNORED).flatten()])
        hidden = torch.where(torch.arange(self.P) < lengths[:, None], 0.0, float("-inf"))
        self.hidden = hidden[:, None, None]                                        # (B, 1, 1, P)
        self.causal = lambda n: torch.full((n, n), float("-inf")).triu(1)

    def attend(self, q, k, v):
        """Computes the attention of q (N, heads, size) to k and v (N, kv_heads, size): (N, heads, size)."""
        B, P, J, L, size = self.B, self.P, self.J, self.L, q.shape[-1]
        group, cut = q.shape[1] // k.shape[1], self.B * self.P
        q = q * size ** -0.5
        k, v = (part.repeat_interleave(group, 1) for part in (k, v))
        parts = [x.split([cut, len(x) - cut]) for x in (q, k, v)]
        qp, kp, vp = (x.view(B, P, -1, size).transpose(1, 2) for x, _ in parts)        # (B, heads, P, size)
        qb, kb, vb = (x.view(B * J, L, -1, size).transpose(1, 2) for _, x in parts)    # (B * J, heads, L, size)
        scores = qp @ kp.transpose(2, 3) + self.causal(P).to(qp.dtype)
        out_prefix = (scores.softmax(-1).to(vp.dtype) @ vp).transpose(1, 2).reshape(cut, -1, size)
        wide = parts[0][1].view(B, J * L, -1, size).transpose(1, 2)                    # (B, heads, J * L, size)
        far = (wide @ kp.transpose(2, 3) + self.hidden.to(qp.dtype)).view(B, -1, J, L, P).transpose(1, 2).reshape(B * J, -1, L, P)
        near = qb @ kb.transpose(2, 3) + self.causal(L).to(qb.dtype)
        far, near = torch.cat([far, near], -1).softmax(-1).to(vp.dtype).split([P, L], -1)
        out_far = (far.reshape(B, J, -1, L, P).transpose(1, 2).reshape(B, -1, J * L, P) @ vp).transpose(1, 2)
        out_near = (near @ vb).transpose(1, 2)
        out_far, out_near = out_far.reshape(B * J * L, -1, size), out_near.reshape(B * J * L, -1, size)
        return torch.cat([out_prefix, out_far + out_near])


def telling_tokens(chat):
    """Returns a mask over the vocabulary, for the log: the tokens that end a word of a finding."""
    telling = torch.zeros(chat.size, dtype=torch.bool)
    for word in TELLING:
        for form in (word, " " + word, "-" + word, ">" + word):
            telling[chat.text(form)[-1]] = True
    return telling


def letter_tokens(chat):
    """Returns the ids of the letters of options."""
    return torch.tensor([chat.text(letter)[-1] for letter in "ABCDE"])
