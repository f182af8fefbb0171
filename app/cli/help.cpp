#include "app/cli/help.h"

#include "app/cli/text.h"

namespace fleming::app::cli {

namespace {

QString wholePage() {
    return Text::tr(
        "fleming: browse scans and ask Fleming-VL about them. For research use only, not for diagnosis.\n"
        "\n"
        "usage: fleming COMMAND ...\n"
        "\n"
        "  info PATH...             list the contents: series, type, size, spacing, orientation, frames\n"
        "  frames PATH -o DIR       save the images that a question would use as PNG files\n"
        "  pixels PATH -o FILE.npy  save the values that enter the model's vision tower\n"
        "  tokenize TEXT            print the token ids of a text\n"
        "  ask PATH... -q TEXT      ask the model a question\n"
        "  evaluate --questions F   ask a file of questions with known answers and report the accuracy\n"
        "  bench                    measure the speed of the engine on this machine against the hardware limits\n"
        "\n"
        "Run \"fleming COMMAND --help\" for details of a command. \"fleming --version\" prints the version.\n"
        "A PATH is a file or a folder: DICOM (also DICOMDIR), NIfTI, NRRD, MetaImage, NPY, PNG, JPEG, TIFF, BMP, MP4, "
        "MOV,\n"
        "MKV, WebM, AVI. File types are detected by content, not by name.\n"
        "\n"
        "examples:\n"
        "  fleming info ~/scans\n"
        "  fleming ask ~/scans/ct -q \"Is there a pleural effusion?\" --window lung --count 11\n"
        "  fleming ask clip.mp4 -q \"What is shown?\" --clip 2:8 --turn \"Which frame shows it best?\"\n"
        "\n"
        "exit codes: 0 success, 1 failure (the reason is printed to standard error), 2 invalid arguments\n");
}

QString selectionPart() {
    return Text::tr(
        "frame selection (default: 11 slices of a volume, one frame per second of a clip, or the image itself):\n"
        "  --series N[,N...]   these series, as numbered by \"fleming info\"; default: the only series, or series 0\n"
        "                      (if every PATH names a single image, all of them are used)\n"
        "  --plane PLANE       axial, coronal or sagittal; default: the acquired plane of the volume\n"
        "  --count K           K evenly spaced frames\n"
        "  --slices 3,9,12     these slices or frames, numbered from 0\n"
        "  --times 0.5,1,2.5   the frames of a clip at these times, in seconds\n"
        "  --every SECONDS     one frame of a clip per interval of this length\n"
        "  --clip START:END    only this part of a clip, in seconds\n"
        "window/level (default: the window stored in the file; NPY: minimum to maximum of each slice):\n"
        "  --window C,W        window centre and width, such as 40,400\n"
        "  --window NAME       a window stored in the file or, for CT, brain, subdural, stroke, bone, soft-tissue, "
        "lung,\n"
        "                      mediastinum, abdomen, liver\n"
        "  --minmax            minimum to maximum of each slice\n"
        "  --invert            invert the grey values\n");
}

QString infoPage() {
    return Text::tr(
        "usage: fleming info PATH... [--json]\n"
        "\n"
        "Lists the contents of files and folders: series with their number, type, size, spacing, orientation and "
        "frames, and\n"
        "the files that were skipped, with the reason.\n"
        "\n"
        "  --json   print the same as one JSON object: \"series\", \"skipped\", \"notes\"\n");
}

QString framesPage() {
    return Text::tr(
        "usage: fleming frames PATH [selection] -o DIR\n"
        "\n"
        "Saves the frames that a question would use, before they are resized, as DIR/Image-1.png, Image-2.png and so "
        "on, and\n"
        "their provenance as DIR/frames.json. Existing files with these names are overwritten.\n"
        "\n");
}

QString pixelsPage() {
    return Text::tr(
        "usage: fleming pixels PATH [selection] -o FILE.npy\n"
        "\n"
        "Saves the input of the vision tower: a float32 NPY array of shape (frames, 3, 448, 448), resized and "
        "normalized as\n"
        "in Fleming-VL.\n"
        "\n");
}

QString tokenizePage() {
    return Text::tr(
        "usage: fleming tokenize [--model DIR] TEXT|- [--json]\n"
        "\n"
        "Prints the token ids of TEXT, or of standard input if TEXT is -, as the model receives them in a question. "
        "Names of\n"
        "control tokens in the text are treated as ordinary text. Put -- before a TEXT that begins with a dash.\n"
        "\n"
        "  --model DIR   the checkpoint whose tokenizer is used; default: FLEMING_MODEL, then the demo model\n"
        "  --json        print a JSON array\n");
}

QString modelPart() {
    return Text::tr(
        "  --model DIR          a checkpoint folder; default: FLEMING_MODEL, then the demo model\n"
        "  --device D           auto, cpu, cuda, cuda:N, or a list to split the layers over: cuda:0,cpu [auto]\n"
        "  --dtype T            auto, float32, bfloat16 or, on CUDA, float16                           [auto]\n"
        "  --quant Q            quantization of the language model's weights: none, int8 or int4       [none]\n"
        "  --max-new-tokens N   maximum number of new tokens                                           [1024]\n"
        "  --temperature X      0 is greedy decoding; above 0, tokens are sampled                      [0]\n"
        "  --top-p X, --top-k N sample from the most likely tokens only                                [1, 0: all]\n"
        "  --seed N             seed for sampling; the same seed gives the same tokens                 [0]\n"
        "  --system TEXT        system prompt that replaces Fleming-VL's default\n"
        "  --no-reasoning-prompt  do not ask for <think> and <answer>\n");
}

QString askPage() {
    return Text::
        tr("usage: fleming ask PATH... -q TEXT [selection] [options]\n"
           "\n"
           "Asks the model about the frames of PATH and streams the answer. Without a PATH, only the question is "
           "sent.\n"
           "Ctrl-C stops the answer; the text so far is kept.\n"
           "\n"
           "  -q TEXT              the question\n"
           "  --turn TEXT          a follow-up question in the same conversation; can be repeated\n"
           "%1  --json               print one JSON object per turn, one per line: text, reasoning, answer, finish "
           "(stop, "
           "length\n"
           "                       or cancelled), prompt_tokens, image_tokens, tokens, evidence, timing, model\n"
           "  --session FILE       save questions, frames and answers in this session file, which the viewer can open\n"
           "  --report FILE.pdf    write a PDF report\n"
           "  --report-paths       include the full paths of files and model in the report, not only their names\n"
           "\n")
            .arg(modelPart());
}

QString benchPage() {
    return Text::tr(
        "usage: fleming bench [--model DIR | --shape 1b|8b|38b] [options]\n"
        "\n"
        "Measures the memory bandwidth and the matrix multiplication speed of this machine, then each phase of a "
        "question:\n"
        "loading the model, the vision tower, the prompt (prefill) and the answer (decode), as time, rate and share of "
        "the limit.\n"
        "\n"
        "  --model DIR          a checkpoint folder\n"
        "  --shape S            random weights in the sizes of InternVL3-1B, -8B or -38B, without a checkpoint    "
        "[1b]\n"
        "  --device D           auto, cpu, cuda or cuda:N                                                        "
        "[auto]\n"
        "  --dtype T            auto, float32, bfloat16 or, on CUDA, float16                                     "
        "[auto]\n"
        "  --quant Q            quantization of the language model's weights: none, int8 or int4                 "
        "[none]\n"
        "  --threads N          number of CPU threads                                                    [one per "
        "core]\n"
        "  --images K           number of images in the question                                                   "
        "[11]\n"
        "  --new-tokens N       number of tokens in the answer                                                     "
        "[64]\n"
        "  --json               {\"limits\": {\"read_gb_s\", \"matmul_gflops\"}, \"load\" | \"vision\" | \"prefill\" | "
        "\"decode\":\n"
        "                       {\"seconds\", \"rate\", \"unit\", \"percent_of_limit\"}, \"peak_gb\",\n"
        "                       \"first_token\": {\"cold_seconds\", \"warm_seconds\"}, ...}\n");
}

QString evaluatePage() {
    return Text::
        tr("usage: fleming evaluate --questions FILE.jsonl [options]\n"
           "\n"
           "Asks the questions in FILE, each in its own conversation, and prints the accuracy for each kind of "
           "question "
           "and\n"
           "overall, with the 95 % interval (Wilson), and the wrong answers. Ctrl-C stops; run the same command again "
           "to "
           "continue.\n"
           "A question whose files cannot be read counts as wrong.\n"
           "\n"
           "  --questions FILE     the questions, see below\n"
           "  --answers FILE       save all answers in this file, one JSON object per line, and continue from those "
           "already in it\n"
           "  --parallel N         number of questions answered in parallel, as memory allows; the answers are the "
           "same, "
           "but\n"
           "                       faster                                                                  [8]\n"
           "%1  --json               print one JSON object: n, accuracy, low, high, kinds, wrong, without_answer, "
           "failed, "
           "and\n"
           "                       cites if any question has it\n"
           "\n"
           "FILE contains one JSON object per line; paths are relative to its folder:\n"
           "  \"images\": [PATH, ...] or \"volume\": PATH or \"video\": PATH\n"
           "  \"question\": TEXT, \"answer\": TEXT, and \"answers\": [TEXT, ...] if other wordings are also correct;\n"
           "                       case, spaces and a final full stop are ignored; for multiple choice (\"D. Fundus "
           "imaging\")\n"
           "                       the letter, the text or both are accepted\n"
           "  \"kind\": TEXT         the kind of question, for separate totals\n"
           "  \"before\": [TEXT, ...]  asked first in the same conversation; the images are sent with the very first "
           "question\n"
           "  \"cites\": [N, ...]    the images that the reasoning should cite, give or take one\n"
           "  \"selection\": {...}   one of \"count\": K, \"indices\": [...], \"times\": [...], \"everySeconds\": X; "
           "\"clipRange\": [A, B],\n"
           "                       \"plane\", \"window\": [C, W] or NAME or \"minmax\", \"inverted\": true, "
           "\"series\": "
           "N; same as\n"
           "                       the options of ask\n")
            .arg(modelPart());
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
