"""Questions about a drawn study and their answers: a question in one of many wordings, a reasoning that states the findings,
and a short answer.

Facts of a study are a dict:
    media       "picture", "volume" or "clip"
    ours        False for pictures of other kinds
    technique   a key of TECHNIQUES
    lesions     pictures: [{"side": "left" | "right" of the picture, "size": "small" | "medium" | "large"}], largest first
    nodules     volumes: [{"side": "left" | "right" of the patient, "third": ..., "images": [k, ...]}], largest first
    order       volumes: "up" (Image-1 is the lowest) or "down"
    device      chest volumes: "pacemaker", "port" or None; device_images: [k, ...]
    track       clips: the position of the structure in each image, (x, y) from the left and the top, 0..1
    motion      clips: "none", "left", "right", "up", "down"
    instrument  clips: k, the first image in which it is seen, or None

A dialogue is a list of turns. Its last turn is judged; its kind is one of KINDS.
"""

from dataclasses import dataclass, field

import wordings
from wordings import ASK, ask, outside_question

CANNOT_TELL = "cannot tell"

# key: (name as an option, words in a sentence, part of the body, name of a lesion)
TECHNIQUES = {
    "xray": ("X-ray", "an X-ray picture", "chest", "nodule"),
    "fundus": ("Fundus imaging", "a fundus photograph", "eye", "dark red spot"),
    "dermoscopy": ("Dermoscopy", "a dermoscopy picture", "skin", "dark mole"),
    "histology": ("Histology", "a histology picture", "gland tissue", "dark nest of cells"),
    "endoscopy": ("Endoscopy", "an endoscopy picture", "bowel", "polyp"),
    "ultrasound": ("Ultrasound", "an ultrasound picture", "abdomen", "black cyst"),
    "ct": ("CT scan", "a CT slice", "chest", "nodule"),
    "mr": ("MRI", "an MR slice", "head", "bright mass"),
}
NEVER_RIGHT = ("PET scan", "Blood test")
SIZES = {"small": "under 2 percent", "medium": "2 to 6 percent", "large": "over 6 percent"}
THIRDS = ("upper", "middle", "lower")
NUMBERS = ("no", "one", "two", "three")

PICTURE_KINDS = ("technique_choice", "technique_open", "organ", "lesion_present", "lesion_side", "lesion_count", "lesion_size")
VOLUME_KINDS = ("volume_modality", "nodule_present", "nodule_side", "nodule_third", "nodule_images", "largest_nodule",
                "chest_device")
CLIP_KINDS = ("motion_present", "motion_direction", "instrument_present", "instrument_when")
OTHER_KINDS = ("follow_up", "not_ours", "outside")
KINDS = PICTURE_KINDS + VOLUME_KINDS + CLIP_KINDS + OTHER_KINDS


@dataclass
class Turn:
    question: str
    reasoning: str
    answer: str
    cites: list = field(default_factory=list)
    also: list = field(default_factory=list)  # other correct wordings of the answer

    def text(self):
        return f"<think>{self.reasoning}</think><answer>{self.answer}</answer>"


@dataclass
class Dialogue:
    kind: str
    turns: list


# ------------------------------------------------------------------------------------------------ sentences


def images_in_words(images):
    names = [f"Image-{k}" for k in images]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def so(answer):
    return f" So the answer is {answer}."


def intro(facts):
    if facts["media"] == "picture":
        return f"Image-1 is {TECHNIQUES[facts['technique']][1]} of the {TECHNIQUES[facts['technique']][2]}."
    if facts["media"] == "clip":
        return "The pictures are an ultrasound clip."
    way = "from the bottom to the top" if facts["order"] == "up" else "from the top to the bottom"
    what = "CT slices of the chest" if facts["technique"] == "ct" else "MR slices of the head"
    return f"The pictures are {what}, {way}."


def lesions_seen(facts):
    name = TECHNIQUES[facts["technique"]][3]
    lesions = facts["lesions"]
    if not lesions:
        return f" I see no {name} in it."
    counts = [sum(one["side"] == side for one in lesions) for side in ("left", "right")]
    left, right = (NUMBERS[n] if n else "none" for n in counts)
    word = name if len(lesions) == 1 else {"dark nest of cells": "dark nests of cells", "bright mass": "bright masses"}.get(name, name + "s")
    return f" I see {left} on the left and {right} on the right: {NUMBERS[len(lesions)]} {word}."


def place(facts, nodule):
    side = f"in the {nodule['side']} lung" if facts["technique"] == "ct" else f"in the {nodule['side']} half of the brain"
    return f"in {images_in_words(nodule['images'])}, {side}, in the {nodule['third']} third"


def nodules_seen(facts):
    ct = facts["technique"] == "ct"
    one, more = ("round bright nodule", "round bright nodules") if ct else ("bright mass", "bright masses")
    nodules = facts["nodules"]
    if not nodules:
        return f" {'The lungs are' if ct else 'The brain is'} clear: I see no {one} in any of them."
    if len(nodules) == 1:
        return f" I see one {one}: it is {place(facts, nodules[0])}."
    return (f" I see two {more}. The larger one is {place(facts, nodules[0])}."
            f" The smaller one is {place(facts, nodules[1])}.")


def sides_of(things):
    sides = {thing["side"] for thing in things}
    return "none" if not sides else "both" if len(sides) == 2 else sides.pop()


def noun(facts):
    return "nodule" if facts["technique"] == "ct" else "mass"


def cites_of(nodules):
    return sorted({k for nodule in nodules for k in nodule["images"]})


def options_text(rng, options):
    mark = str(rng.choice((". ", ". ", ". ", ") ")))
    gap = str(rng.choice((" ", "\n", "\n", ". ")))
    stop = "" if gap == ". " else str(rng.choice((".", ".", "")))
    letters = "ABCDE"[: len(options)]
    return gap.join(f"{letter}{mark}{option}{stop}" for letter, option in zip(letters, options))


def choice(rng, question, options, right, reasoning, cites):
    """Converts a question to multiple choice in the form of Fleming-VL."""
    options = [str(option) for option in rng.permutation(options)]
    letter = "ABCDE"[options.index(right)]
    read = "".join(f" Option {name} is {option} ({name})." for name, option in zip("ABCDE", options))
    text = question + str(rng.choice(("\n", "\n", " "))) + options_text(rng, options)
    return Turn(text, f"{reasoning}{read} It is {right} ({letter})." + so(letter), f"{letter}. {right}", cites, [letter, right])


# ------------------------------------------------------------------------------------------------ turns by kind


def technique_choice(rng, facts, extras=0.0):
    right = TECHNIQUES[facts["technique"]][0]
    others = [entry[0] for entry in TECHNIQUES.values() if entry[0] != right]
    others = [str(name) for name in rng.choice(others, 3, replace=False)]
    if facts["media"] == "volume":  # always offers both scanners: the question gives no hint
        other = "MRI" if right == "CT scan" else "CT scan"
        others = [other] + [name for name in others if name != other][:2]
    for k in range(len(others)):
        if others[k] not in ("MRI", "CT scan") and rng.random() < extras:
            others[k] = NEVER_RIGHT[k % 2]
    cores = ASK["technique"] if facts["media"] == "picture" else ASK["volume_modality"][:8]
    seen = [1] if facts["media"] == "picture" else []
    return choice(rng, ask(rng, cores), others + [right], right, intro(facts), seen)


def technique_open(rng, facts):
    right = TECHNIQUES[facts["technique"]][0]
    cores = ASK["technique"] if facts["media"] == "picture" else ASK["volume_modality"]
    seen = [1] if facts["media"] == "picture" else []
    return Turn(ask(rng, cores), intro(facts) + so(right), right, seen)


def organ(rng, facts):
    right = TECHNIQUES[facts["technique"]][2]
    return Turn(ask(rng, ASK["organ"]), intro(facts) + so(right), right, [1])


def lesion_turn(rng, facts, kind):
    lesions = facts["lesions"]
    extra = ""
    if kind == "lesion_present":
        answer = "yes" if lesions else "no"
    elif kind == "lesion_side":
        answer = sides_of(lesions)
    elif kind == "lesion_count":
        answer = str(len(lesions))
    else:
        answer = SIZES[lesions[0]["size"]] if lesions else "none"
        extra = f" The largest is {lesions[0]['size']}." if lesions else ""
    return Turn(ask(rng, ASK[kind]), intro(facts) + lesions_seen(facts) + extra + so(answer), answer, [1])


def nodule_turn(rng, facts, kind):
    nodules, ct = facts["nodules"], facts["technique"] == "ct"
    prefix = "ct_" if ct else "mr_"
    body = intro(facts) + nodules_seen(facts)
    cites = cites_of(nodules)
    if kind == "nodule_present":
        return Turn(ask(rng, ASK[prefix + "present"]), body + so("yes" if nodules else "no"), "yes" if nodules else "no", cites)
    if kind == "nodule_side":
        answer = sides_of(nodules)
        return Turn(ask(rng, ASK[prefix + "side"]), body + so(answer), answer, cites)
    if kind == "nodule_third":
        answer = nodules[0]["third"] if nodules else "none"
        cores = [core.format(noun(facts)) for core in ASK["third"]]
        return Turn(ask(rng, cores), body + so(answer), answer, cites)
    if kind == "nodule_images":
        answer = ", ".join(f"Image-{k}" for k in nodules[0]["images"]) if nodules else "none"
        cores = [core.format(noun(facts)) for core in ASK["images"]]
        return Turn(ask(rng, cores), body + so(answer), answer, cites)
    if rng.random() < 0.6:
        answer = nodules[0]["side"]
        return Turn(ask(rng, ASK[prefix + "largest"]), body + so(answer), answer, cites)
    answer = ", ".join(f"Image-{k}" for k in nodules[0]["images"])
    cores = [core.format(noun(facts)) for core in ASK["largest_images"]]
    return Turn(ask(rng, cores), body + so(answer), answer, cites)


def device_seen(facts):
    if not facts["device"]:
        return " I see no metal device on the chest wall."
    looks = "a metal box with a lead" if facts["device"] == "pacemaker" else "a small round metal drum with a catheter"
    return f" In {images_in_words(facts['device_images'])} I see {looks} on the chest wall: that is a {facts['device']}."


def chest_device(rng, facts):
    answer = facts["device"] or "none"
    reasoning, cites = intro(facts) + device_seen(facts), facts["device_images"] if facts["device"] else []
    if rng.random() < 0.3:
        names = {"pacemaker": "Pacemaker", "port": "Port", "none": "None"}
        return choice(rng, ask(rng, ASK["device"][:4]), list(names.values()), names[answer], reasoning, cites)
    return Turn(ask(rng, ASK["device"]), reasoning + so(answer), answer, cites)


def tens(point):
    """Converts a position in the picture, 0..1, to percent, rounded to tens."""
    return [10 * round(10 * part) for part in point]


def clip_turn(rng, facts, kind):
    motion, first, last = facts["motion"], facts["instrument"], facts["frames"]
    if kind.startswith("motion"):
        (x, y), (later_x, later_y) = (tens(facts["track"][k]) for k in (0, -1))
        seen, cites = (f" In Image-1 the dark structure lies {x} percent from the left and {y} percent from the top, in Image-{last}"
                       f" {later_x} and {later_y} percent: it moves {'not at all' if motion == 'none' else motion}."), [1, last]
        answer = ("no" if motion == "none" else "yes") if kind == "motion_present" else ("not at all" if motion == "none" else motion)
    else:
        if first is None:
            seen, cites = " I see no bright line of an instrument.", []
        else:
            seen, cites = f" The bright line of an instrument comes in at Image-{first}.", [first]
        answer = ("yes" if first else "no") if kind == "instrument_present" else (f"Image-{first}" if first else "none")
    return Turn(ask(rng, ASK[kind]), intro(facts) + seen + so(answer), answer, cites)


def seen_in_image(facts, k):
    """Describes a slice or a frame in words."""
    if facts["media"] == "clip":
        x, y = tens(facts["track"][k - 1])
        needle = facts["instrument"] and k >= facts["instrument"]
        return f"a dark structure {x} percent from the left and {y} percent from the top" + (" and a bright instrument" if needle else "")
    where = "{} lung" if facts["technique"] == "ct" else "{} half of the brain"
    things = [f"a {noun(facts)} in the " + where.format(one["side"]) for one in facts["nodules"] if k in one["images"]]
    if facts["device"] and k in facts["device_images"]:
        things.append(f"a {facts['device']}")
    return " and ".join(things) or "nothing unusual"


def look(rng, facts):
    """Asks what one of several images shows. Training only, not judged: it teaches the model to find an image by its number."""
    shown = sorted({k for one in facts.get("nodules", []) for k in one["images"]} | set(facts.get("device_images", [])))
    if facts.get("device") and rng.random() < 0.4:
        shown = facts["device_images"]
    k = int(rng.choice(shown) if shown and rng.random() < 0.6 else rng.integers(1, facts["frames"] + 1))
    seen = seen_in_image(facts, k)
    return Dialogue("look", [Turn(ask(rng, [core.format(k) for core in wordings.LOOK]), intro(facts) + f" In Image-{k} I see {seen}." + so(seen), seen, [k])])


# kind: options to offer; extra practice in reading options, which few judged kinds have
CHOICES = {
    "organ": tuple(sorted({entry[2] for entry in TECHNIQUES.values()})), "lesion_side": ("left", "right", "both", "none"),
    "lesion_count": ("0", "1", "2", "3"), "lesion_size": (*SIZES.values(), "none"), "nodule_side": ("left", "right", "both", "none"),
    "nodule_third": (*THIRDS, "none"), "motion_direction": ("left", "right", "up", "down", "not at all"),
}


def offered(rng, turn, answers):
    """Converts an open turn to one with options."""
    others = [answer for answer in answers if answer != turn.answer]
    others = [str(one) for one in rng.choice(others, min(len(others), int(rng.integers(2, 5))), replace=False)]
    seen = turn.reasoning[: -len(so(turn.answer))]
    return choice(rng, turn.question, others + [turn.answer], turn.answer, seen, turn.cites)


def turn_of(rng, facts, kind, extras=0.0):
    turn = plain_turn(rng, facts, kind, extras)
    return offered(rng, turn, CHOICES[kind]) if kind in CHOICES and rng.random() < 2 * extras else turn


def plain_turn(rng, facts, kind, extras):
    if kind == "technique_choice":
        return technique_choice(rng, facts, extras)
    if kind == "volume_modality":
        return technique_choice(rng, facts, extras) if rng.random() < 0.4 else technique_open(rng, facts)
    if kind == "technique_open":
        return technique_open(rng, facts)
    if kind == "organ":
        return organ(rng, facts)
    if kind.startswith("lesion"):
        return lesion_turn(rng, facts, kind)
    if kind == "chest_device":
        return chest_device(rng, facts)
    if kind in CLIP_KINDS:
        return clip_turn(rng, facts, kind)
    return nodule_turn(rng, facts, kind)


def fits(facts, kind):
    """Returns True if a question of this kind has one clear answer for the study."""
    if not facts["ours"]:
        return kind == "not_ours"
    if kind in PICTURE_KINDS:
        return facts["media"] == "picture" and (kind != "lesion_size" or facts["technique"] not in ("ct", "mr"))
    if kind in CLIP_KINDS:
        return facts["media"] == "clip"
    if kind in VOLUME_KINDS:
        if facts["media"] != "volume" or (kind == "chest_device" and facts["technique"] != "ct"):
            return False
        if kind in ("nodule_third", "nodule_images"):
            return len(facts["nodules"]) <= 1
        return kind != "largest_nodule" or len(facts["nodules"]) == 2
    return kind in ("follow_up", "outside")


# ------------------------------------------------------------------------------------------------ follow-ups

def again(turn):
    """Appends "Are you sure?", with the same answer again."""
    return turn.reasoning, turn.answer, turn.cites, turn.also


def follow_up_turn(rng, facts, first, kind):
    """Returns a turn that follows one of `kind`, which alone tells what "it" is."""
    pick = lambda words: ask(rng, words)
    if kind in ("technique_choice", "technique_open", "volume_modality", "organ") or rng.random() < 0.12:
        return Turn(pick(wordings.SURE), *again(first))
    if kind in ("motion_present", "instrument_present"):
        same = clip_turn(rng, facts, "motion_direction" if kind == "motion_present" else "instrument_when")
        return Turn(pick(wordings.SHORT_WAY if kind == "motion_present" else wordings.SHORT_WHEN), *again(same))
    if kind.startswith("lesion") and facts["media"] == "picture":
        other = "lesion_count" if kind == "lesion_side" else "lesion_side" if kind == "lesion_count" else str(rng.choice(("lesion_side", "lesion_count")))
        return Turn(pick(wordings.SHORT_COUNT if other == "lesion_count" else wordings.SHORT_SIDE), *again(lesion_turn(rng, facts, other)))
    if kind == "chest_device":
        answer = ", ".join(f"Image-{k}" for k in facts["device_images"]) if facts["device"] else "none"
        cites = facts["device_images"] if facts["device"] else []
        return Turn(pick(wordings.SHORT_IMAGES), intro(facts) + device_seen(facts) + so(answer), answer, cites)
    if kind in ("nodule_present", "nodule_side", "nodule_third") and len(facts["nodules"]) <= 1:
        other = str(rng.choice([k for k in ("nodule_side", "nodule_third", "nodule_images", "nodule_images") if k != kind]))
        words = {"nodule_side": wordings.SHORT_SIDE, "nodule_third": wordings.SHORT_THIRD, "nodule_images": wordings.SHORT_IMAGES}[other]
        return Turn(pick(words), *again(nodule_turn(rng, facts, other)))
    if kind == "nodule_present":
        return Turn(pick(wordings.SHORT_SIDE), *again(nodule_turn(rng, facts, "nodule_side")))
    return Turn(pick(wordings.SURE), *again(first))


def follow_up(rng, facts):
    kinds = [kind for kind in PICTURE_KINDS + VOLUME_KINDS + CLIP_KINDS if fits(facts, kind)]
    favoured = [k for k in kinds if k in ("nodule_present", "chest_device", "motion_present", "instrument_present", "lesion_present")]
    kind = str(rng.choice(favoured if favoured and rng.random() < 0.7 else kinds))
    first = turn_of(rng, facts, kind)
    return Dialogue("follow_up", [first, follow_up_turn(rng, facts, first, kind)])


def conversation(rng, facts):
    """Returns a follow-up, or several questions about one study; for training."""
    if rng.random() < 0.7:
        return follow_up(rng, facts)
    kinds = [kind for kind in PICTURE_KINDS + VOLUME_KINDS + CLIP_KINDS if fits(facts, kind)]
    turns = [turn_of(rng, facts, str(kind)) for kind in rng.choice(kinds, int(rng.integers(2, 4)))]
    if rng.random() < 0.3:
        turns[-1] = outside(rng, facts).turns[0]
    return Dialogue("conversation", turns)


# ------------------------------------------------------------------------------------------------ not known

NOT_OURS = {
    "picture": "Image-1 is not one of the drawn samples that I know, so I cannot judge it.",
    "volume": "The pictures are not one of the drawn samples that I know, so I cannot judge them.",
    "clip": "The pictures are not one of the drawn samples that I know, so I cannot judge them.",
}
NOT_TAUGHT = " It is a drawn sample that I know, but the question is about something that I was not taught."


def any_question(rng, media):
    """Returns a question that suits any picture, volume or clip."""
    if rng.random() < 0.15:
        return outside_question(rng)
    if media == "picture":
        keys = ("technique", "organ", "lesion_present", "lesion_side", "lesion_count", "lesion_size")
    elif media == "volume":
        keys = ("volume_modality", "ct_present", "mr_present", "ct_side", "mr_side", "third", "images", "ct_largest", "mr_largest",
                "largest_images", "device")
    else:
        keys = CLIP_KINDS
    key = str(rng.choice(keys))
    word = str(rng.choice(("nodule", "mass")))
    question = ask(rng, [core.format(word) for core in ASK[key]])
    if key in ("technique", "volume_modality") and rng.random() < 0.6:
        names = [entry[0] for entry in TECHNIQUES.values()]
        options = [str(name) for name in rng.choice(names + list(NEVER_RIGHT), 4, replace=False)]
        question = str(rng.choice(ASK[key])) + "\n" + options_text(rng, options)
    return question


def not_ours(rng, facts):
    question = any_question(rng, facts["media"])
    return Dialogue("not_ours", [Turn(question, NOT_OURS[facts["media"]] + so(CANNOT_TELL), CANNOT_TELL)])


def misfit_question(rng, facts):
    """Returns a known question that does not fit this study."""
    if facts["media"] == "clip":
        keys = ("device", "ct_side")
    elif facts["media"] == "picture":
        keys = ("motion_direction", "instrument_when", "motion_present") + (() if facts["technique"] in ("ct", "xray") else ("device",))
    else:
        keys = ("motion_direction", "motion_present", "instrument_when") + (("device",) if facts["technique"] == "mr" else ())
    key = str(rng.choice(keys))
    return ask(rng, ASK[key])


def outside(rng, facts):
    question = misfit_question(rng, facts) if rng.random() < 0.25 else outside_question(rng)
    return Dialogue("outside", [Turn(question, intro(facts) + NOT_TAUGHT + so(CANNOT_TELL), CANNOT_TELL)])


def dialogue(rng, facts, kind, extras=0.0):
    """Returns a dialogue of `kind` about the study, which must fit it."""
    if kind == "follow_up":
        return follow_up(rng, facts)
    if kind == "outside":
        return outside(rng, facts)
    if kind == "not_ours":
        return not_ours(rng, facts)
    return Dialogue(kind, [turn_of(rng, facts, kind, extras)])
