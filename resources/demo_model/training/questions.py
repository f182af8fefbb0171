"""What is asked about a drawn study, and how it is answered: a question in one of many wordings, a reasoning that goes
through what is seen, and a short answer.

Facts of a study are a dict:
    media       "picture", "volume" or "clip"
    ours        False for anything that was not drawn by us
    technique   a key of TECHNIQUES
    lesions     pictures: [{"side": "left" | "right" of the picture, "size": "small" | "medium" | "large"}], largest first
    nodules     volumes: [{"side": "left" | "right" of the patient, "third": ..., "images": [k, ...]}], largest first
    order       volumes: "up" (Image-1 is the lowest) or "down"
    device      chest volumes: "pacemaker", "port" or None; device_images: [k, ...]
    motion      clips: "none", "left", "right", "up", "down"
    instrument  clips: k, the first image in which it is seen, or None

A dialogue is a list of turns, the last of which is judged; its kind is one of KINDS.
"""

from dataclasses import dataclass, field

CANNOT_TELL = "cannot tell"

# key: (name as an option, words in a sentence, part of the body, what a lesion is called there)
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
    also: list = field(default_factory=list)  # other wordings of the answer that are right

    def text(self):
        return f"<think>{self.reasoning}</think><answer>{self.answer}</answer>"


@dataclass
class Dialogue:
    kind: str
    turns: list


# ------------------------------------------------------------------------------------------------ wordings

OPENERS = ("", "", "", "", "Please look carefully. ", "Question: ", "Tell me: ", "A quick question: ", "For the report: ",
           "I would like to know: ", "Hello. ", "As a radiologist: ", "Please answer. ", "Look at this. ")
CLOSERS = ("", "", "", "", " Please explain.", " Answer briefly.", " Think first.", " Thank you.", " Be exact.")


def ask(rng, cores):
    """One wording: an opener, a core and a closer."""
    opener, core, closer = (str(rng.choice(words)) for words in (OPENERS, cores, CLOSERS))
    if opener.endswith(": "):
        core = core[0].lower() + core[1:]
    return opener + core + closer


ASK = {
    "technique": (
        "What imaging technique was employed to obtain this picture?", "Which imaging technique made this picture?",
        "What kind of picture is this?", "How was this picture taken?", "Which modality is shown here?",
        "What is the imaging modality of this picture?", "By which technique was this image acquired?",
        "Name the imaging technique of this image.", "What type of medical image is this?",
        "With what method was this image made?", "Which examination does this picture come from?"),
    "volume_modality": (
        "What imaging technique was employed to obtain these pictures?", "Which modality are these slices from?",
        "What kind of scan is this?", "What is the modality of this volume?", "Which scanner made these slices?",
        "By which technique was this volume acquired?", "Name the imaging technique of this scan.",
        "What type of scan do these images show?", "Is this a CT scan or an MRI?", "Is this an MRI or a CT scan?"),
    "organ": (
        "Which part of the body is shown?", "What organ or body part is this?", "Which organ does the picture show?",
        "What part of the body do we see here?", "Which body part was examined?", "What body region is shown in this image?",
        "Name the body part in this picture.", "Where in the body was this picture taken?",
        "What anatomy is in this picture?", "Which region of the body is it?"),
    "lesion_present": (
        "Is there a lesion in this picture?", "Do you see a lesion?", "Is any lesion visible?", "Does the picture show a lesion?",
        "Is there anything abnormal in this picture?", "Can a lesion be seen here?", "Is a lesion present?",
        "Is this picture abnormal?", "Are there any lesions?", "Does this image contain a lesion?"),
    "lesion_side": (
        "On which side of the picture is the lesion?", "Which side of the picture shows a lesion: left, right or both?",
        "Is the lesion on the left or on the right of the picture?", "Where is the lesion, left or right?",
        "In which half of the picture do lesions lie?", "On what side of the image are the lesions?",
        "Which half of the image holds the lesion?", "Left, right, both or none: where are lesions in the picture?",
        "Name the side of the picture with the lesion."),
    "lesion_count": (
        "How many lesions are there?", "Count the lesions.", "How many lesions do you see in the picture?",
        "What is the number of lesions?", "How many lesions does the image show?", "Give the number of lesions in this picture.",
        "How many lesions can be counted here?", "In all, how many lesions are visible?"),
    "lesion_size": (
        "How big a part of the picture does the largest lesion take: under 2 percent, 2 to 6 percent or over 6 percent?",
        "How large is the largest lesion: under 2 percent, 2 to 6 percent or over 6 percent of the picture?",
        "Is the largest lesion under 2 percent, 2 to 6 percent or over 6 percent of the picture?",
        "What part of the picture is covered by the largest lesion (under 2 percent, 2 to 6 percent, over 6 percent)?",
        "Give the size of the largest lesion: over 6 percent, 2 to 6 percent or under 2 percent of the picture.",
        "What size is the biggest lesion: under 2 percent, 2 to 6 percent or over 6 percent of the image?"),
    "ct_present": (
        "Is there a nodule?", "Is there a lung nodule?", "Do you see a nodule in the lungs?", "Is there a nodule in the lungs?",
        "Does this scan show a lung nodule?", "Can a nodule be seen?", "Are there any nodules?", "Is a lung nodule present?",
        "Is any nodule visible in these slices?", "Do the lungs hold a nodule?"),
    "mr_present": (
        "Is there a mass in the brain?", "Do you see a brain mass?", "Is there a mass?", "Does this scan show a mass?",
        "Can a mass be seen?", "Are there any masses?", "Is a mass present?", "Is any mass visible in these slices?",
        "Is there a lesion in the brain?", "Does the brain show a lesion?"),
    "ct_side": (
        "In which lung is the nodule?", "Which lung has a nodule?", "Which lung holds the nodule: right, left, both or none?",
        "On which side is the nodule?", "Is the nodule in the right lung or in the left lung?",
        "Name the lung with the nodule.", "Which side of the chest shows a nodule?", "Where is the nodule, right or left?",
        "Right, left, both or none: which lung has nodules?"),
    "mr_side": (
        "In which half of the brain is the mass?", "On which side is the mass?", "Which side of the brain shows a mass?",
        "Which half of the brain holds the mass: right, left, both or none?", "Is the mass on the right or on the left?",
        "Name the side of the brain with the mass.", "Where is the mass, right or left?",
        "Which hemisphere has the mass?", "Right, left, both or none: which side of the brain has a mass?"),
    "third": (
        "In which third is the {}: upper, middle or lower?", "At which level is the {}: upper, middle or lower third?",
        "Is the {} in the upper, middle or lower third?", "How high does the {} lie: lower, middle or upper third?",
        "Which third holds the {}?", "In which third of the scan do you see the {}?", "Name the third with the {}.",
        "Upper, middle or lower third: where is the {}?"),
    "images": (
        "In which images is the {} seen?", "Which images show the {}?", "In which images do you see the {}?",
        "List the images that show the {}.", "Name the images with the {}.", "In what images is the {} visible?",
        "Where do you see the {}? Give the images.", "Which of the images contain the {}?"),
    "ct_largest": (
        "In which lung is the largest nodule?", "Which lung holds the largest nodule?", "Where is the largest of the nodules, right or left?",
        "On which side is the biggest nodule?", "Which side has the largest nodule?", "The largest nodule: in which lung is it?",
        "Name the lung of the largest nodule."),
    "mr_largest": (
        "In which half of the brain is the largest mass?", "Which half of the brain holds the largest mass?",
        "On which side is the biggest mass?", "Which side has the largest mass?", "The largest mass: on which side is it?",
        "Where is the largest of the masses, right or left?", "Name the side of the largest mass."),
    "largest_images": (
        "In which images is the largest {} seen?", "Which images show the largest {}?", "List the images of the largest {}.",
        "Name the images with the biggest {}.", "Where do you see the largest {}? Give the images."),
    "device": (
        "What device is observed on the chest wall?", "Which device lies on the chest wall?", "Is there a device on the chest wall, and which?",
        "What implant do you see on the chest wall?", "Is there a pacemaker, a port or no device?",
        "Which medical device is in the chest wall?", "Name the device on the chest wall.",
        "Pacemaker, port or none: what is on the chest wall?", "Does the patient have a device on the chest wall? Which one?"),
    "motion_present": (
        "Does the structure move?", "Is the structure moving?", "Do you see motion of the structure?", "Is there any movement of the structure?",
        "Does the structure change its place?", "Does the dark structure stay where it is, or does it move?",
        "Is the structure in motion?", "Does the structure drift?"),
    "motion_direction": (
        "Which way does the structure move?", "In which direction does the structure move?", "Where does the structure go?",
        "What is the direction of motion of the structure?", "To which side does the structure drift?",
        "Does the structure move left, right, up, down or not at all?", "Name the direction in which the structure moves.",
        "How does the structure move?"),
    "instrument_present": (
        "Is an instrument in view?", "Do you see an instrument?", "Is there a needle in the clip?", "Does an instrument come into view?",
        "Can an instrument be seen in the video?", "Is a needle visible?", "Is any instrument present in this clip?",
        "Does the video show an instrument?"),
    "instrument_when": (
        "When does the instrument come in?", "In which image is the instrument first seen?", "At which image does the needle appear?",
        "From which image on is the instrument in view?", "Which is the first image with the instrument?",
        "Name the first image that shows the needle.", "When is the needle first visible?", "In what image does the instrument come into view?"),
}

OUTSIDE_CORES = (
    "What is the patient's name?", "How old is the patient?", "What is the weather like today?", "Who won the football match?",
    "What is the capital of France?", "Write a poem about the sea.", "How much does this scan cost?", "Which drug should be given?",
    "What is the blood pressure?", "Is the patient a man or a woman?", "When was this picture taken?", "Who took this picture?",
    "What is two plus two?", "Tell me a joke.", "What is the meaning of life?", "Will the patient survive?",
    "Which hospital is this from?", "What did the patient eat?", "Translate this into German.", "What is the dose of radiation?",
    "How heavy is the patient?", "Does the patient smoke?", "Who are you?", "What time is it?", "Which surgery is planned?",
    "Is the patient in pain?", "What is the diagnosis code?", "Is it cancer?", "What stage is the disease?", "What is your favourite colour?",
    "How do I cook rice?", "What is the phone number of the doctor?", "Which language do you speak?", "Is the liver fatty?",
    "Is the patient pregnant?", "What is the heart rate?", "Which gene is mutated?", "Does the patient have a fever?",
    "How long is the river?", "Can you book a flight?", "What is the ejection fraction?", "Which car is the fastest?",
    "How many teeth does the patient have?", "What is the bone density?", "Is the spleen enlarged?", "Are the kidneys normal?",
    "Is there a fracture?", "Where does the patient live?", "What is the insurance of the patient?", "Why is the sky blue?")
# subject words that make further outside questions, so that it is not a list to be learned by heart
OUTSIDE_FORMS = ("What is the {a} of the {b}?", "How is the {b} today?", "Where is my {b}?", "Which {a} has the {b}?",
                 "Tell me about the {b}.", "Do you like the {b}?", "How many {b}s are in the {c}?", "Is the {b} bigger than the {c}?",
                 "Explain the {a} of a {b} and a {c}.", "Who made the {b}?", "Why is the {b} so {d}?", "Can I buy a {d} {b}?",
                 "Describe the {b}.", "When will the {b} be {d}?", "Give me the {a}.", "What does the {b} mean?")
OUTSIDE_A = ("price", "name", "age", "temperature", "history", "weight", "colour", "future", "pressure", "cause", "level", "value",
             "prognosis", "therapy", "volume", "stage", "risk", "date", "speed", "origin")
OUTSIDE_B = ("car", "doctor", "hospital", "patient", "dog", "knee", "kidney", "tooth", "king", "house", "tree", "nurse", "muscle",
             "stomach", "train", "river", "computer", "mother", "virus", "hormone", "pancreas", "tendon", "bird", "city", "letter",
             "bladder", "thyroid", "uterus", "prostate", "artery", "insurance", "money", "song", "book", "game", "shoulder", "hip")
OUTSIDE_D = ("old", "expensive", "red", "happy", "dangerous", "small", "normal", "painful", "late", "new", "famous", "swollen")


def outside_question(rng):
    if rng.random() < 0.4:
        return ask(rng, OUTSIDE_CORES)
    form = str(rng.choice(OUTSIDE_FORMS))
    return ask(rng, (form.format(a=rng.choice(OUTSIDE_A), b=rng.choice(OUTSIDE_B), c=rng.choice(OUTSIDE_B), d=rng.choice(OUTSIDE_D)),))


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
    counts = [(side, sum(one["side"] == side for one in lesions)) for side in ("left", "right")]
    parts = " and ".join(f"{NUMBERS[n]} on the {side}" for side, n in counts if n)
    word = name if len(lesions) == 1 else {"dark nest of cells": "dark nests of cells", "bright mass": "bright masses"}.get(name, name + "s")
    return f" I see {NUMBERS[len(lesions)]} {word}: {parts}."


def place(facts, nodule):
    side = f"in the {nodule['side']} lung" if facts["technique"] == "ct" else f"in the {nodule['side']} half of the brain"
    return f"{side}, in the {nodule['third']} third, in {images_in_words(nodule['images'])}"


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
    """Turns a question into multiple choice in Fleming's form."""
    options = [str(option) for option in rng.permutation(options)]
    letter = "ABCDE"[options.index(right)]
    text = question + str(rng.choice(("\n", "\n", " "))) + options_text(rng, options)
    return Turn(text, f"{reasoning} {right} is option {letter}." + so(letter), f"{letter}. {right}", cites, [letter, right])


# ------------------------------------------------------------------------------------------------ turns by kind


def technique_choice(rng, facts, extras=0.0):
    right = TECHNIQUES[facts["technique"]][0]
    others = [entry[0] for entry in TECHNIQUES.values() if entry[0] != right]
    others = [str(name) for name in rng.choice(others, 3, replace=False)]
    if facts["media"] == "volume":  # both scanners are always offered: the question gives nothing away
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
    return f" On the chest wall I see {looks} in {images_in_words(facts['device_images'])}: that is a {facts['device']}."


def chest_device(rng, facts):
    answer = facts["device"] or "none"
    reasoning, cites = intro(facts) + device_seen(facts), facts["device_images"] if facts["device"] else []
    if rng.random() < 0.3:
        names = {"pacemaker": "Pacemaker", "port": "Port", "none": "None"}
        return choice(rng, ask(rng, ASK["device"][:4]), list(names.values()), names[answer], reasoning, cites)
    return Turn(ask(rng, ASK["device"]), reasoning + so(answer), answer, cites)


def clip_turn(rng, facts, kind):
    motion, first, last = facts["motion"], facts["instrument"], facts["frames"]
    if kind.startswith("motion"):
        if motion == "none":
            seen, cites = " The dark structure stays in its place.", []
        else:
            seen, cites = f" The dark structure moves {motion} from Image-1 to Image-{last}.", [1, last]
        answer = ("no" if motion == "none" else "yes") if kind == "motion_present" else ("not at all" if motion == "none" else motion)
    else:
        if first is None:
            seen, cites = " I see no bright line of an instrument.", []
        else:
            seen, cites = f" The bright line of an instrument comes in at Image-{first}.", [first]
        answer = ("yes" if first else "no") if kind == "instrument_present" else (f"Image-{first}" if first else "none")
    return Turn(ask(rng, ASK[kind]), intro(facts) + seen + so(answer), answer, cites)


def turn_of(rng, facts, kind, extras=0.0):
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
    """Whether a question of this kind has one plain answer for the study."""
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

SURE = ("Are you sure?", "Are you certain?", "Is that right?", "Please check again.", "Really?")
SHORT_SIDE = ("On which side is it?", "And on which side?", "Which side?", "Left or right?", "Where is it, left or right?")
SHORT_IMAGES = ("In which images is it seen?", "Which images show it?", "Where do you see it? Give the images.", "In which images?",
                "And in which images do you see it?")
SHORT_THIRD = ("In which third is it?", "At which level is it?", "Upper, middle or lower third?", "And in which third?")
SHORT_COUNT = ("How many are there?", "How many?", "And how many do you see?", "Count them.", "What is their number?")
SHORT_WAY = ("Which way?", "In which direction?", "And which way does it go?", "Where does it go?", "To which side?")
SHORT_WHEN = ("When does it come in?", "From which image on?", "When is it first seen?", "And when?", "In which image does it first appear?")


def again(turn):
    """"Are you sure?" after it: the same answer once more."""
    return turn.reasoning, turn.answer, turn.cites, turn.also


def follow_up_turn(rng, facts, first, kind):
    """The turn that follows one of `kind`; what "it" is, only that turn says."""
    pick = lambda words: ask(rng, words)
    if kind in ("technique_choice", "technique_open", "volume_modality", "organ") or rng.random() < 0.12:
        return Turn(pick(SURE), *again(first))
    if kind in ("motion_present", "instrument_present"):
        same = clip_turn(rng, facts, "motion_direction" if kind == "motion_present" else "instrument_when")
        return Turn(pick(SHORT_WAY if kind == "motion_present" else SHORT_WHEN), *again(same))
    if kind.startswith("lesion") and facts["media"] == "picture":
        other = "lesion_count" if kind == "lesion_side" else "lesion_side" if kind == "lesion_count" else str(rng.choice(("lesion_side", "lesion_count")))
        return Turn(pick(SHORT_COUNT if other == "lesion_count" else SHORT_SIDE), *again(lesion_turn(rng, facts, other)))
    if kind == "chest_device":
        answer = ", ".join(f"Image-{k}" for k in facts["device_images"]) if facts["device"] else "none"
        cites = facts["device_images"] if facts["device"] else []
        return Turn(pick(SHORT_IMAGES), intro(facts) + device_seen(facts) + so(answer), answer, cites)
    if kind in ("nodule_present", "nodule_side", "nodule_third") and len(facts["nodules"]) <= 1:
        other = str(rng.choice([k for k in ("nodule_side", "nodule_third", "nodule_images", "nodule_images") if k != kind]))
        words = {"nodule_side": SHORT_SIDE, "nodule_third": SHORT_THIRD, "nodule_images": SHORT_IMAGES}[other]
        return Turn(pick(words), *again(nodule_turn(rng, facts, other)))
    if kind == "nodule_present":
        return Turn(pick(SHORT_SIDE), *again(nodule_turn(rng, facts, "nodule_side")))
    return Turn(pick(SURE), *again(first))


def follow_up(rng, facts):
    kinds = [kind for kind in PICTURE_KINDS + VOLUME_KINDS + CLIP_KINDS if fits(facts, kind)]
    favoured = [k for k in kinds if k in ("nodule_present", "chest_device", "motion_present", "instrument_present", "lesion_present")]
    kind = str(rng.choice(favoured if favoured and rng.random() < 0.7 else kinds))
    first = turn_of(rng, facts, kind)
    return Dialogue("follow_up", [first, follow_up_turn(rng, facts, first, kind)])


# ------------------------------------------------------------------------------------------------ not known

NOT_OURS = {
    "picture": "Image-1 is not one of the drawn samples that I know, so I cannot judge it.",
    "volume": "The pictures are not one of the drawn samples that I know, so I cannot judge them.",
    "clip": "The pictures are not one of the drawn samples that I know, so I cannot judge them.",
}
NOT_TAUGHT = " It is a drawn sample that I know, but the question is about something that I was not taught."


def any_question(rng, media):
    """A question that would do for a picture, a volume or a clip, whatever it shows."""
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
    """A question that we know, but that is not one for this study."""
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
    """A dialogue of `kind` about the study; it must fit."""
    if kind == "follow_up":
        return follow_up(rng, facts)
    if kind == "outside":
        return outside(rng, facts)
    if kind == "not_ours":
        return not_ours(rng, facts)
    return Dialogue(kind, [turn_of(rng, facts, kind, extras)])
