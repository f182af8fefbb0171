"""The wordings of questions: cores by subject, with openers and closers, and questions beyond the knowledge of the model."""

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
        "Name the side of the picture with the lesion.", "Is there a lesion, and on which side?"),
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
        "Right, left, both or none: which lung has nodules?", "Is there a lung nodule, and in which lung?",
        "Is there a nodule, and on which side?"),
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
        "How does the structure move?", "Does the structure move, and in which direction?"),
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
# subjects of further such questions, so that they are not a fixed list
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


# follow-ups, which make sense only after another question
SURE = ("Are you sure?", "Are you certain?", "Is that right?", "Please check again.", "Really?")
SHORT_SIDE = ("On which side is it?", "And on which side?", "Which side?", "Left or right?", "Where is it, left or right?")
SHORT_IMAGES = ("In which images is it seen?", "Which images show it?", "Where do you see it? Give the images.", "In which images?",
                "And in which images do you see it?")
SHORT_THIRD = ("In which third is it?", "At which level is it?", "Upper, middle or lower third?", "And in which third?")
SHORT_COUNT = ("How many are there?", "How many?", "And how many do you see?", "Count them.", "What is their number?")
SHORT_WAY = ("Which way?", "In which direction?", "And which way does it go?", "Where does it go?", "To which side?")
SHORT_WHEN = ("When does it come in?", "From which image on?", "When is it first seen?", "And when?", "In which image does it first appear?")
LOOK = ("What do you see in Image-{}?", "What does Image-{} show?", "Describe Image-{}.", "What is in Image-{}?", "What is seen in Image-{}?",
        "Look at Image-{}: what is there?", "Tell me about Image-{}.", "What can be seen in Image-{}?")
