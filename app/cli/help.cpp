#include "app/cli/help.h"

#include "app/cli/text.h"

namespace fleming::app::cli {

namespace {

QString wholePage() {
    return Text::tr(
        "fleming: open scans and ask Fleming-VL about them. For research use only, not for diagnosis.\n"
        "\n"
        "usage: fleming COMMAND ...\n"
        "\n"
        "  info PATH...             what is in there: series, type, size, spacing, orientation, frames\n"
        "  frames PATH -o DIR       the pictures that a question would be asked about, as PNG files\n"
        "  pixels PATH -o FILE.npy  the numbers that enter the model's vision tower\n"
        "  tokenize TEXT            the ids of a text\n"
        "  ask PATH... -q TEXT      asks the model\n"
        "  evaluate --questions F   asks a file of questions with known answers, and counts those that are right\n"
        "  bench                    how fast the engine is on this machine, and how near to what the machine can do\n"
        "\n"
        "\"fleming COMMAND --help\" tells all about a command. \"fleming --version\" gives the version.\n"
        "A PATH is a file or a folder: DICOM (also DICOMDIR), NIfTI, NRRD, MetaImage, NPY, PNG, JPEG, TIFF, BMP, MP4, "
        "MOV,\n"
        "MKV, WebM, AVI. What a file is, is decided by its content.\n"
        "\n"
        "examples:\n"
        "  fleming info ~/scans\n"
        "  fleming ask ~/scans/ct -q \"Is there a pleural effusion?\" --window lung --count 11\n"
        "  fleming ask clip.mp4 -q \"What is shown?\" --clip 2:8 --turn \"Which frame shows it best?\"\n"
        "\n"
        "exit codes: 0 done, 1 failed (the reason is on the standard error output), 2 wrong arguments\n");
}

QString selectionPart() {
    return Text::tr(
        "which frames (without any of these: a volume 11 slices, a clip one frame a second, a picture itself):\n"
        "  --series N[,N...]   these series, as \"fleming info\" numbers them; else the only one, or else series 0\n"
        "                      (pictures that are each named by a PATH are all used)\n"
        "  --plane PLANE       axial, coronal or sagittal; else the plane the volume was acquired in\n"
        "  --count K           K frames, spread evenly\n"
        "  --slices 3,9,12     these slices or frames; they are numbered from 0\n"
        "  --times 0.5,1,2.5   the frames of a clip at these seconds\n"
        "  --every SECONDS     a clip's frames, one each so many seconds\n"
        "  --clip START:END    only this part of a clip, in seconds\n"
        "how grey levels come from values (else the file's own window; NPY: each slice by its minimum and maximum):\n"
        "  --window C,W        window centre and width, such as 40,400\n"
        "  --window NAME       a window of the file, or for CT brain, subdural, stroke, bone, soft-tissue, lung,\n"
        "                      mediastinum, abdomen, liver\n"
        "  --minmax            each slice by its own minimum and maximum\n"
        "  --invert            the negative: black for white\n");
}

QString infoPage() {
    return Text::tr(
        "usage: fleming info PATH... [--json]\n"
        "\n"
        "Says what the files and folders hold: series with their number, type, size, spacing, orientation and frames, "
        "and\n"
        "which files were skipped and why.\n"
        "\n"
        "  --json   the same as one JSON object: \"series\", \"skipped\", \"notes\"\n");
}

QString framesPage() {
    return Text::tr(
        "usage: fleming frames PATH [selection] -o DIR\n"
        "\n"
        "Writes the frames that a question would be asked about, before they are resized, as DIR/Image-1.png, "
        "Image-2.png\n"
        "and so on, and DIR/frames.json, which says where each comes from. Files of these names are replaced.\n"
        "\n");
}

QString pixelsPage() {
    return Text::tr(
        "usage: fleming pixels PATH [selection] -o FILE.npy\n"
        "\n"
        "Writes what enters the vision tower: an NPY array of float32, (frames, 3, 448, 448), resized and normalised "
        "as\n"
        "Fleming-VL does it.\n"
        "\n");
}

QString tokenizePage() {
    return Text::tr(
        "usage: fleming tokenize [--model DIR] TEXT|- [--json]\n"
        "\n"
        "Prints the ids of TEXT, or with - of all that comes on the standard input, as the model gets them from a\n"
        "question. Names of control tokens in it are ordinary text. Put -- before a TEXT that begins with a dash.\n"
        "\n"
        "  --model DIR   the checkpoint whose tokenizer is used; else FLEMING_MODEL, else the demo model\n"
        "  --json        a JSON array\n");
}

QString modelPart() {
    return Text::tr(
        "  --model DIR          a checkpoint folder; else FLEMING_MODEL, else the demo model\n"
        "  --device D           auto, cpu, cuda, cuda:N, or a list that shares the layers: cuda:0,cpu   [auto]\n"
        "  --dtype T            auto, float32, bfloat16, or on CUDA float16                            [auto]\n"
        "  --quant Q            none, or the language model's weights as int8 or int4                  [none]\n"
        "  --max-new-tokens N   the longest answer                                                     [1024]\n"
        "  --temperature X      0 always takes the likeliest token; above, tokens are drawn            [0]\n"
        "  --top-p X, --top-k N tokens are drawn from the likeliest only                               [1, 0: all]\n"
        "  --seed N             the same seed draws the same tokens                                    [0]\n"
        "  --system TEXT        the system text in place of Fleming-VL's own\n"
        "  --no-reasoning-prompt  does not ask for <think> and <answer>\n");
}

QString askPage() {
    return Text::tr(
        "usage: fleming ask PATH... -q TEXT [selection] [options]\n"
        "\n"
        "Asks the model about the frames of PATH and prints the answer as it comes. Without PATH the question stands "
        "alone.\n"
        "Ctrl-C ends the answer; what has come is kept.\n"
        "\n"
        "  -q TEXT              the question\n"
        "  --turn TEXT          a follow-up question in the same conversation; may be given several times\n"
        "%1"
        "  --json               one JSON object a turn, each on its line: text, reasoning, answer, finish (stop, "
        "length\n"
        "                       or cancelled), prompt_tokens, image_tokens, tokens, evidence, timing, model\n"
        "  --session FILE       keeps questions, frames and answers in this session file, which the viewer opens\n"
        "  --report FILE.pdf    writes a report\n"
        "  --report-paths       with the full paths of files and model in it, not only their names\n"
        "\n").arg(modelPart());
}

QString benchPage() {
    return Text::tr(
        "usage: fleming bench [--model DIR | --shape 1b|8b|38b] [options]\n"
        "\n"
        "Measures how fast this machine reads memory and multiplies matrices, then the parts of a question: loading the\n"
        "model, the vision tower, the prompt (prefill), the answer (decode); each as time, rate and part of that limit.\n"
        "\n"
        "  --model DIR          a checkpoint folder\n"
        "  --shape S            random weights in the sizes of InternVL3-1B, -8B or -38B, without a checkpoint    [1b]\n"
        "  --device D           auto, cpu, cuda or cuda:N                                                        [auto]\n"
        "  --dtype T            auto, float32, bfloat16, or on CUDA float16                                      [auto]\n"
        "  --quant Q            none, or the language model's weights as int8 or int4                            [none]\n"
        "  --threads N          threads of the processor                                             [one for each core]\n"
        "  --images K           pictures in the question                                                           [11]\n"
        "  --new-tokens N       tokens of the answer                                                               [64]\n"
        "  --json               {\"limits\": {\"read_gb_s\", \"matmul_gflops\"}, \"load\" | \"vision\" | \"prefill\" | \"decode\":\n"
        "                       {\"seconds\", \"rate\", \"unit\", \"percent_of_limit\"}, \"peak_gb\",\n"
        "                       \"first_token\": {\"cold_seconds\", \"warm_seconds\"}, ...}\n");
}

QString evaluatePage() {
    return Text::tr(
        "usage: fleming evaluate --questions FILE.jsonl [options]\n"
        "\n"
        "Asks the questions of FILE, each in a conversation of its own, and prints how many answers are right, of each "
        "kind\n"
        "and of all, with the 95 % interval (Wilson), and the wrong ones. Ctrl-C stops; the same command goes on from "
        "there.\n"
        "A question whose files cannot be read counts as wrong.\n"
        "\n"
        "  --questions FILE     the questions, see below\n"
        "  --answers FILE       keeps all answers in this file, a JSON object a line, and goes on with those that are "
        "there\n"
        "  --parallel N         questions that are answered side by side, as far as memory goes: the answers are the "
        "same,\n"
        "                       and sooner there                                                       [8]\n"
        "%1"
        "  --json               one JSON object: n, accuracy, low, high, kinds, wrong, without_answer, failed, and "
        "cites\n"
        "                       where questions have it\n"
        "\n"
        "FILE holds a JSON object a line; paths are relative to its folder:\n"
        "  \"images\": [PATH, ...] or \"volume\": PATH or \"video\": PATH\n"
        "  \"question\": TEXT, \"answer\": TEXT, and where more wordings are right \"answers\": [TEXT, ...]\n"
        "                       case, spaces and the full stop do not matter; of a multiple choice (\"D. Fundus "
        "imaging\")\n"
        "                       the letter, the text, or both\n"
        "  \"kind\": TEXT         the kind under which it is counted\n"
        "  \"before\": [TEXT, ...]  asked first in the same conversation; the pictures come with the first question "
        "of all\n"
        "  \"cites\": [N, ...]    the images that the reasoning should cite, within one\n"
        "  \"selection\": {...}   one of \"count\": K, \"indices\": [...], \"times\": [...], \"everySeconds\": X; "
        "\"clipRange\": [A, B],\n"
        "                       \"plane\", \"window\": [C, W] or NAME or \"minmax\", \"inverted\": true, \"series\": N; as the options of "
        "ask\n").arg(modelPart());
}

}  // namespace

std::string helpPage(const std::string& command) {
    if (command == "info") return infoPage().toStdString();
    if (command == "frames") return (framesPage() + selectionPart()).toStdString();
    if (command == "pixels") return (pixelsPage() + selectionPart()).toStdString();
    if (command == "tokenize") return tokenizePage().toStdString();
    if (command == "ask") return (askPage() + selectionPart()).toStdString();
    if (command == "evaluate") return evaluatePage().toStdString();
    if (command == "bench") return benchPage().toStdString();
    return wholePage().toStdString();
}

}  // namespace fleming::app::cli
