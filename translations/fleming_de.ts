<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Answerer</name>
    <message>
        <source>No model is loaded. Choose one first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Opens scans and asks Fleming-VL about them.
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load this checkpoint folder. Without it: the environment variable FLEMING_MODEL, the model used last, the demo model, or a random one whose words mean nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute on auto, cpu, cuda or cuda:N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute in auto, float32 or bfloat16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the exchanges in this session file; it is made where it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write this question into the box, ready to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the main job without a person: open (the sample, where no path is given), pick, ask, wait for the answer, and leave screenshots, report and session in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and folders to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a whole number of at least %2, not &quot;%3&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a number, not &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a whole number from 0 on, not &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>%1 tokens, %2 tokens a second, %3 tokens of prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended at the limit of --max-new-tokens: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output could not be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no series %1: they are numbered from 0 to %2. &quot;fleming info&quot; lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 series; series 0 is used. &quot;fleming info&quot; lists them, --series N chooses one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are more than %1 frames. Choose fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the folder cannot be made.</source>
        <translation>%1: Der Ordner kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>%1: could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fleming: open scans and ask Fleming-VL about them. For research use only, not for diagnosis.

usage: fleming COMMAND ...

  info PATH...             what is in there: series, type, size, spacing, orientation, frames
  frames PATH -o DIR       the pictures that a question would be asked about, as PNG files
  pixels PATH -o FILE.npy  the numbers that enter the model&apos;s vision tower
  tokenize TEXT            the ids of a text
  ask PATH... -q TEXT      asks the model

&quot;fleming COMMAND --help&quot; tells all about a command. &quot;fleming --version&quot; gives the version.
A PATH is a file or a folder: DICOM (also DICOMDIR), NIfTI, NRRD, MetaImage, NPY, PNG, JPEG, TIFF, BMP, MP4, MOV,
MKV, WebM, AVI. What a file is, is decided by its content.

examples:
  fleming info ~/scans
  fleming ask ~/scans/ct -q &quot;Is there a pleural effusion?&quot; --window lung --count 11
  fleming ask clip.mp4 -q &quot;What is shown?&quot; --clip 2:8 --turn &quot;Which frame shows it best?&quot;

exit codes: 0 done, 1 failed (the reason is on the standard error output), 2 wrong arguments
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which frames (without any of these: a volume 11 slices, a clip one frame a second, a picture itself):
  --series N[,N...]   these series, as &quot;fleming info&quot; numbers them; else the only one, or else series 0
                      (pictures that are each named by a PATH are all used)
  --plane PLANE       axial, coronal or sagittal; else the plane the volume was acquired in
  --count K           K frames, spread evenly
  --slices 3,9,12     these slices or frames; they are numbered from 0
  --times 0.5,1,2.5   the frames of a clip at these seconds
  --every SECONDS     a clip&apos;s frames, one each so many seconds
  --clip START:END    only this part of a clip, in seconds
how grey levels come from values (else the file&apos;s own window; NPY: each slice by its minimum and maximum):
  --window C,W        window centre and width, such as 40,400
  --window NAME       a window of the file, or for CT brain, subdural, stroke, bone, soft-tissue, lung,
                      mediastinum, abdomen, liver
  --minmax            each slice by its own minimum and maximum
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage: fleming info PATH... [--json]

Says what the files and folders hold: series with their number, type, size, spacing, orientation and frames, and
which files were skipped and why.

  --json   the same as one JSON object: &quot;series&quot;, &quot;skipped&quot;, &quot;notes&quot;
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage: fleming frames PATH [selection] -o DIR

Writes the frames that a question would be asked about, before they are resized, as DIR/Image-1.png, Image-2.png
and so on, and DIR/frames.json, which says where each comes from. Files of these names are replaced.

</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage: fleming pixels PATH [selection] -o FILE.npy

Writes what enters the vision tower: an NPY array of float32, (frames, 3, 448, 448), resized and normalised as
Fleming-VL does it.

</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage: fleming tokenize [--model DIR] TEXT|- [--json]

Prints the ids of TEXT, or with - of all that comes on the standard input, as the model gets them from a
question. Names of control tokens in it are ordinary text. Put -- before a TEXT that begins with a dash.

  --model DIR   the checkpoint whose tokenizer is used; else FLEMING_MODEL, else the model that is built in
  --json        a JSON array
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage: fleming ask PATH... -q TEXT [selection] [options]

Asks the model about the frames of PATH and prints the answer as it comes. Without PATH the question stands alone.
Ctrl-C ends the answer; what has come is kept.

  -q TEXT              the question
  --turn TEXT          a follow-up question in the same conversation; may be given several times
  --model DIR          a checkpoint folder; else FLEMING_MODEL, else the model that is built in
  --device D           auto, cpu, cuda or cuda:N                                              [auto]
  --dtype T            auto, float32 or bfloat16                                              [auto]
  --max-new-tokens N   the longest answer                                                     [1024]
  --temperature X      0 always takes the likeliest token; above, tokens are drawn            [0]
  --top-p X, --top-k N tokens are drawn from the likeliest only                               [1, 0: all]
  --seed N             the same seed draws the same tokens                                    [0]
  --system TEXT        the system text in place of Fleming-VL&apos;s own
  --no-reasoning-prompt  does not ask for &lt;think&gt; and &lt;answer&gt;
  --json               one JSON object a turn, each on its line: text, reasoning, answer, finish (stop, length
                       or cancelled), prompt_tokens, image_tokens, tokens, evidence, timing, model
  --session FILE       keeps questions, frames and answers in this session file, which the viewer opens
  --report FILE.pdf    writes a report

</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 x %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 a second, %3 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 centre %2 width %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 x %2, %3 slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 x %2 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, slices %2 mm apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orientation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; columns run to %2, rows to %3, slices to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>first file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped: %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot be written. Is there such a folder?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: could not be written completely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A path is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The width of a window is at least 1, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--window takes CENTRE,WIDTH or the name of a window, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--clip takes START:END in seconds, the end after the start, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose frames by one of --count, --slices, --times and --every.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of --window and --minmax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--clip bounds frames that are spread; --slices and --times name each frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One PATH is needed: a file or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--device takes auto, cpu, cuda or cuda:N, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PATH is needed: a file or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One TEXT is needed, or - to read it from the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 See &quot;fleming %2--help&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files were skipped; &quot;fleming info&quot; says why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>The width of a window must be more than 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose frames in one way: by a number of frames, by their indices, by times, or by an interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of frames must be 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That would be %1 frames; at most %2 can be asked about at once. Choose fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no slice or frame %1: they are numbered from 0 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times choose frames of a clip, and this series is none. Choose slices by their number or their indices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plane can be chosen for a volume, and this series is a single picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This series is a single picture: it gives one frame and not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This volume does not say how it lies in the patient, so it has no axial, coronal and sagittal planes. Choose slices without a plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range from %1 s to %2 s is not in the clip, which lasts from 0 s to %3 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no frame at %1 s: the clip lasts from 0 s to %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plane can be chosen for a volume, and this series is a clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window can be chosen for grey values, and the frames of a clip have colours already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames were picked one by one, so a range of the clip has no meaning. Leave one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interval between frames must be more than 0 s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>axial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coronal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>Frame %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, at %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slice %1 of %2</source>
        <translation>Schicht %1 von %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %2 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from minimum to maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C %1  W %2</source>
        <translation type="unfinished">Z %1, B %2 {1 ?}</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>centre square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file SHA-256 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>series %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels SHA-256 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image-%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always the likeliest token, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature %1, top-p %2, top-k %3, seed %4, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fleming Viewer report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the report could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review of a model&apos;s answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Question %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>   follows question %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Image-%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other text of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model gave no final answer.</source>
        <translation>Das Modell gab keine abschließende Antwort.</translation>
    </message>
    <message>
        <source>Answer of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended while this answer was being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer was still being written when the report was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer reached its greatest length and was cut there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was stopped before its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reviewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model and parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with Fleming-VL&apos;s reasoning prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a reasoning prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System text: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens of prompt, %2 of them of images; %3 tokens of answer in %4 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources of the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The session &quot;%1&quot; cannot be opened: its folder does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file, so it cannot be a session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be read. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a session of Fleming Viewer. It was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions cannot be stored: Qt&apos;s SQLite driver is missing. Install the package libqt6sql6-sqlite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to another program and is not a session of Fleming Viewer. It was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; was made by a newer version of Fleming Viewer. Open it with that version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; is locked by another running program. Close that program and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be written. Check the permissions of the file and of its folder, or copy it to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be written: the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; is damaged. Open a copy of it that you kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; could not be used: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session has no exchange with the number %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of the evidence could not be stored as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file &quot;%1&quot;, which marks the session as being written, cannot be used: %2. Keep the session in a folder that you can write to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>No model was found. Give the folder of a Fleming-VL checkpoint with --model DIR or in the environment variable FLEMING_MODEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model was given: the random one of the build is used (%1). Its words mean nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--plane takes axial, coronal or sagittal, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--dtype takes auto, float32 or bfloat16, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--top-p takes a number above 0, up to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs or series, use less evidence, or choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work, for a reason inside the program: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work, for an unknown reason inside the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For research use only. Not for diagnosis or any clinical decision.</source>
        <translation>Nur für Forschungszwecke. Nicht für die Diagnose oder klinische Entscheidungen.</translation>
    </message>
    <message>
        <source>A picture of the evidence in the session is damaged. Open a copy of the session that you kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 frames of %2 × %3, %4 s</source>
        <translation>%1 Bilder von %2 × %3, %4 s</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>%1 slices of %2 × %3</source>
        <translation>%1 Schichten von %2 × %3</translation>
    </message>
    <message>
        <source>Series without a name</source>
        <translation>Serie ohne Namen</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Koronal</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Gehirn</translation>
    </message>
    <message>
        <source>Subdural</source>
        <translation>Subdural</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Schlaganfall</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>Weichteile</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>Abdomen</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Leber</translation>
    </message>
    <message>
        <source>C %1, W %2</source>
        <translation>Z %1, B %2</translation>
    </message>
    <message>
        <source>Minimum to maximum of each slice</source>
        <translation>Minimum bis Maximum jeder Schicht</translation>
    </message>
    <message>
        <source>Frame %1, %2 s</source>
        <translation>Bild %1, %2 s</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>Slice %1 of %2</source>
        <translation>Schicht %1 von %2</translation>
    </message>
</context>
<context>
    <name>fleming::app::Dialogue</name>
    <message>
        <source>The model has seen the evidence as it was before. The next question begins a new conversation with the evidence as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model answers from now on. The next question begins a new conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer is on its way. Wait for it or stop it, then ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is still being opened. Ask again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is still being loaded. Ask again when it is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded. Choose one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no question yet. Write one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer is on its way. Wait for it or stop it, then take up another conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer is on its way. Wait for it or stop it, then open the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer is on its way. Wait for it or stop it, then begin a new session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to report yet: the session has no exchanges.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fleming::ui::AnswerCard</name>
    <message>
        <source>still streaming</source>
        <translation>läuft noch</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>interrupted when the program ended</source>
        <translation>beim Ende des Programms abgebrochen</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>cut off at the token limit</source>
        <translation>am Tokenlimit abgeschnitten</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>von Ihnen angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Tokens/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Copy the question, the reasoning and the answer</source>
        <translation>Frage, Begründung und Antwort kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>The model gave no final answer.</source>
        <translation>Das Modell gab keine abschließende Antwort.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ChatPanel</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Begin a new conversation</source>
        <translation>Ein neues Gespräch beginnen</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Write the session as a PDF report</source>
        <translation>Die Sitzung als PDF-Bericht schreiben</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Fragen und Antworten</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Ask about the pictures. Enter sends, Shift+Enter begins a new line.</source>
        <translation>Fragen Sie zu den Bildern. Eingabe sendet, Umschalt+Eingabe beginnt eine neue Zeile.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Ask the question (Enter)</source>
        <translation>Die Frage stellen (Eingabe)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Halt</translation>
    </message>
    <message>
        <source>Stop the answer (Escape)</source>
        <translation>Die Antwort anhalten (Escape)</translation>
    </message>
    <message>
        <source>The model is being loaded. You can pick pictures and write meanwhile.</source>
        <translation>Das Modell wird geladen. Sie können inzwischen Bilder wählen und schreiben.</translation>
    </message>
    <message>
        <source>No model is loaded yet.</source>
        <translation>Noch ist kein Modell geladen.</translation>
    </message>
    <message>
        <source>The pictures are being made.</source>
        <translation>Die Bilder werden erzeugt.</translation>
    </message>
    <message>
        <source>No pictures are picked: the question would go without any.</source>
        <translation>Keine Bilder gewählt: Die Frage ginge ohne Bilder.</translation>
    </message>
    <message>
        <source>Open a scan first, then pick pictures.</source>
        <translation>Öffnen Sie zuerst eine Aufnahme, dann wählen Sie Bilder.</translation>
    </message>
    <message>
        <source>A follow-up: the model knows %1 to %2.</source>
        <translation>Eine Nachfrage: Das Modell kennt %1 bis %2.</translation>
    </message>
    <message>
        <source>%1 goes with this question.</source>
        <translation>%1 gehört zu dieser Frage.</translation>
    </message>
    <message>
        <source>%1 to %2 go with this question.</source>
        <translation>%1 bis %2 gehören zu dieser Frage.</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Modell wählen…</translation>
    </message>
    <message>
        <source>Pick for me</source>
        <translation>Für mich wählen</translation>
    </message>
    <message>
        <source>Questions and answers will stand here. The model&apos;s reasoning streams first, then its answer.</source>
        <translation>Hier stehen Fragen und Antworten. Zuerst erscheint die Begründung des Modells, dann seine Antwort.</translation>
    </message>
    <message>
        <source>The model answers. You can write the next question meanwhile.</source>
        <translation>Das Modell antwortet. Sie können inzwischen die nächste Frage schreiben.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::Demo</name>
    <message>
        <source>Describe these images. Is there anything abnormal?</source>
        <translation>Beschreiben Sie diese Bilder. Ist etwas auffällig?</translation>
    </message>
    <message>
        <source>The screenshots, the report and the session are in %1.</source>
        <translation>Die Bildschirmfotos, der Bericht und die Sitzung liegen in %1.</translation>
    </message>
    <message>
        <source>%1: the folder cannot be made.</source>
        <translation>%1: Der Ordner kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>There is no model to ask. Name one with --model.</source>
        <translation>Es gibt kein Modell zum Fragen. Nennen Sie eines mit --model.</translation>
    </message>
    <message>
        <source>Question: %1</source>
        <translation>Frage: %1</translation>
    </message>
    <message>
        <source>%1: cannot be written.</source>
        <translation>%1: kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The sample that comes with the program was not found. Name a file to open.</source>
        <translation>Das mitgelieferte Beispiel wurde nicht gefunden. Nennen Sie eine Datei zum Öffnen.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 s from the first window to the end of the answer (opened after %2 s, evidence picked %3 s, model loaded %4 s, first word %5 s).</source>
        <translation>%1 s vom ersten Fenster bis zum Ende der Antwort (geöffnet nach %2 s, Belege gewählt %3 s, Modell geladen %4 s, erstes Wort %5 s).</translation>
    </message>
</context>
<context>
    <name>fleming::ui::EvidenceList</name>
    <message>
        <source>Evidence: the pictures that go with the question</source>
        <translation>Belege: die Bilder, die zur Frage gehören</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2
%3</source>
        <translation>%1: %2
%3</translation>
    </message>
</context>
<context>
    <name>fleming::ui::EvidenceStrip</name>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>How many, spread evenly</source>
        <translation>Wie viele, gleichmäßig verteilt</translation>
    </message>
    <message>
        <source>How many pictures “Evenly” adds</source>
        <translation>Wie viele Bilder „Gleichmäßig“ hinzufügt</translation>
    </message>
    <message>
        <source>Evidence: making %1 of %2</source>
        <translation>Belege: %1 von %2 wird erzeugt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Add what the view shows</source>
        <translation>Hinzufügen, was die Ansicht zeigt</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Add one frame a second between the in and out points</source>
        <translation>Ein Bild je Sekunde zwischen Anfangs- und Endpunkt hinzufügen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Evenly</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Add pictures spread evenly over the series</source>
        <translation>Gleichmäßig über die Serie verteilte Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Fleming-VL</source>
        <translation>Fleming-VL</translation>
    </message>
    <message>
        <source>Add the pictures that Fleming-VL takes by default: 11 slices of a volume, one frame a second of a clip</source>
        <translation>Die Bilder hinzufügen, die Fleming-VL von sich aus nimmt: 11 Schichten eines Volumens, ein Bild je Sekunde eines Clips</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected picture</source>
        <translation>Das gewählte Bild entfernen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Remove all pictures</source>
        <translation>Alle Bilder entfernen</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The pictures are being made…</source>
        <translation>Die Bilder werden erzeugt…</translation>
    </message>
    <message>
        <source>Pick the pictures that go with your question with the buttons above.</source>
        <translation>Wählen Sie mit den Knöpfen oben die Bilder zu Ihrer Frage.</translation>
    </message>
    <message>
        <source>The pictures that go with your question will stand here.</source>
        <translation>Hier stehen die Bilder zu Ihrer Frage.</translation>
    </message>
    <message>
        <source>Evidence (%1)</source>
        <translation>Belege (%1)</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ExchangeCard</name>
    <message>
        <source>A follow-up, without new pictures</source>
        <translation>Eine Nachfrage ohne neue Bilder</translation>
    </message>
    <message>
        <source>Without pictures</source>
        <translation>Ohne Bilder</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Mit %1</translation>
    </message>
    <message>
        <source>With %1 to %2</source>
        <translation>Mit %1 bis %2</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>evidence · time</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The model reads the question and its pictures, %1 s</source>
        <translation>Das Modell liest die Frage und ihre Bilder, %1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s), %1 s</source>
        <translation>
            <numerusform>%n Token, %1 s</numerusform>
            <numerusform>%n Tokens, %1 s</numerusform>
        </translation>
    </message>
    <message>
        <source>Question: %1

Answer: %2</source>
        <translation>Frage: %1

Antwort: %2</translation>
    </message>
    <message>
        <source>Question: %1

Reasoning: %2

Answer: %3</source>
        <translation>Frage: %1

Begründung: %2

Antwort: %3</translation>
    </message>
</context>
<context>
    <name>fleming::ui::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>Dateien ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Close all series</source>
        <translation>Alle Serien s&amp;chließen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+W</source>
        <translation>Ctrl+Shift+W</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>&amp;Neue Sitzung</translation>
    </message>
    <message>
        <source>Open s&amp;ession…</source>
        <translation>Sitzung öffn&amp;en…</translation>
    </message>
    <message>
        <source>Recent sess&amp;ions</source>
        <translation>Letzte S&amp;itzungen</translation>
    </message>
    <message>
        <source>Ex&amp;port report…</source>
        <translation>Bericht ex&amp;portieren…</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Eins&amp;tellungen…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>Diese &amp;vergessen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Plane</source>
        <translation>&amp;Ebene</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Ctrl+1</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Ctrl+2</translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation>Ctrl+3</translation>
    </message>
    <message>
        <source>&amp;Slices or volume</source>
        <translation>&amp;Schichten oder Volumen</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>&amp;Belege</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>&amp;Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Choose a model…</source>
        <translation>Modell &amp;wählen…</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>Stop &amp;loading</source>
        <translation>&amp;Laden anhalten</translation>
    </message>
    <message>
        <source>&amp;Stop the answer</source>
        <translation>Antwort an&amp;halten</translation>
    </message>
    <message>
        <source>&amp;New conversation</source>
        <translation>&amp;Neues Gespräch</translation>
    </message>
    <message>
        <source>&amp;Write a question</source>
        <translation>Frage &amp;schreiben</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Tasten und Maus</translation>
    </message>
    <message>
        <source>&amp;About Fleming Viewer</source>
        <translation>Ü&amp;ber Fleming Viewer</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>Wheel, arrow keys, Page Up and Down</source>
        <translation>Mausrad, Pfeiltasten, Bild auf und ab</translation>
    </message>
    <message>
        <source>scroll through the slices</source>
        <translation>durch die Schichten blättern</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Links ziehen</translation>
    </message>
    <message>
        <source>change the window</source>
        <translation>das Fenster ändern</translation>
    </message>
    <message>
        <source>Middle drag, or Shift and left drag</source>
        <translation>Mitte ziehen, oder Umschalt und links ziehen</translation>
    </message>
    <message>
        <source>move the picture</source>
        <translation>das Bild verschieben</translation>
    </message>
    <message>
        <source>Right drag, or Ctrl and wheel, + and −</source>
        <translation>Rechts ziehen, oder Strg und Mausrad, + und −</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>vergrößern, verkleinern</translation>
    </message>
    <message>
        <source>0 and I, in a slice</source>
        <translation>0 und I, in einer Schicht</translation>
    </message>
    <message>
        <source>fit; invert</source>
        <translation>einpassen; invertieren</translation>
    </message>
    <message>
        <source>Space, arrow keys, I and O, in a clip</source>
        <translation>Leertaste, Pfeiltasten, I und O, in einem Clip</translation>
    </message>
    <message>
        <source>play or pause; step; in and out point</source>
        <translation>abspielen oder anhalten; Schritt; Anfangs- und Endpunkt</translation>
    </message>
    <message>
        <source>Ctrl+1, Ctrl+2, Ctrl+3</source>
        <translation>Strg+1, Strg+2, Strg+3</translation>
    </message>
    <message>
        <source>axial, coronal, sagittal</source>
        <translation>axial, koronal, sagittal</translation>
    </message>
    <message>
        <source>slices or volume</source>
        <translation>Schichten oder Volumen</translation>
    </message>
    <message>
        <source>Ctrl+E, Ctrl+Shift+E, Ctrl+D</source>
        <translation>Strg+E, Strg+Umschalt+E, Strg+D</translation>
    </message>
    <message>
        <source>pick this slice, evenly, Fleming-VL&apos;s default</source>
        <translation>diese Schicht, gleichmäßig, Fleming-VLs Vorgabe wählen</translation>
    </message>
    <message>
        <source>Ctrl+Left, Ctrl+Right, Delete, Enter, in the evidence</source>
        <translation>Strg+Links, Strg+Rechts, Entf, Eingabe, in den Belegen</translation>
    </message>
    <message>
        <source>move, remove, show a picture</source>
        <translation>ein Bild verschieben, entfernen, zeigen</translation>
    </message>
    <message>
        <source>Ctrl+L, Enter, Shift+Enter</source>
        <translation>Strg+L, Eingabe, Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>write a question, ask it, begin a new line</source>
        <translation>eine Frage schreiben, stellen, neue Zeile</translation>
    </message>
    <message>
        <source>Tab and Enter, in an answer</source>
        <translation>Tab und Eingabe, in einer Antwort</translation>
    </message>
    <message>
        <source>go to an Image-3 in it and show it</source>
        <translation>zu einem Image-3 darin gehen und es zeigen</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>stop the answer</source>
        <translation>die Antwort anhalten</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>next part of the window</source>
        <translation>nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>About Fleming Viewer</source>
        <translation>Über Fleming Viewer</translation>
    </message>
    <message>
        <source>Fleming Viewer %1

Browse scans and ask Fleming-VL about them.

%2

Licensed under the Apache License, version 2.0. Built with Qt, VTK, ITK, DCMTK, FFmpeg and PyTorch.</source>
        <translation>Fleming Viewer %1

Aufnahmen ansehen und Fleming-VL zu ihnen befragen.

%2

Lizenziert unter der Apache-Lizenz, Version 2.0. Gebaut mit Qt, VTK, ITK, DCMTK, FFmpeg und PyTorch.</translation>
    </message>
    <message>
        <source>Fleming Viewer</source>
        <translation>Fleming Viewer</translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation>Der Bericht wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1 – Fleming Viewer</source>
        <translation>%1 – Fleming Viewer</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Sessions (*.fleming *.sqlite *.db);;All files (*)</source>
        <translation>Sitzungen (*.fleming *.sqlite *.db);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There is nothing to report yet: ask a question first.</source>
        <translation>Es gibt noch nichts zu berichten: Stellen Sie zuerst eine Frage.</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF-Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>The series of %1 is not open.</source>
        <translation>Die Serie von %1 ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>Only files and folders of this machine can be opened.</source>
        <translation>Nur Dateien und Ordner dieses Rechners können geöffnet werden.</translation>
    </message>
    <message>
        <source>Open &amp;sample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>There is no sample &quot;%1&quot; with this program.</source>
        <translation>Zu diesem Programm gehört kein Beispiel „%1“.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle Meldungen</translation>
    </message>
    <message numerus="yes">
        <source>Details (%n message(s))</source>
        <translation>
            <numerusform>Einzelheiten (%n Meldung)</numerusform>
            <numerusform>Einzelheiten (%n Meldungen)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::ModelDialog</name>
    <message>
        <source>%1 billion parameters</source>
        <translation>%1 Milliarden Parameter</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 Millionen Parameter</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Checkpoint folder</source>
        <translation>Checkpoint-Ordner</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>auto takes a CUDA device where there is one, else the processor</source>
        <translation>auto nimmt ein CUDA-Gerät, wo es eines gibt, sonst den Prozessor</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>&amp;Device:</source>
        <translation>&amp;Gerät:</translation>
    </message>
    <message>
        <source>Data &amp;type:</source>
        <translation>Daten&amp;typ:</translation>
    </message>
    <message>
        <source>Choose a checkpoint folder</source>
        <translation>Checkpoint-Ordner wählen</translation>
    </message>
    <message>
        <source>Choose the folder of a Fleming-VL or InternVL3 checkpoint: it holds config.json, the *.safetensors files and the tokenizer&apos;s files.</source>
        <translation>Wählen Sie den Ordner eines Fleming-VL- oder InternVL3-Checkpoints: Er enthält config.json, die *.safetensors-Dateien und die Dateien des Tokenizers.</translation>
    </message>
    <message>
        <source>Looking into the folder…</source>
        <translation>Der Ordner wird angesehen…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Checkpoint of %1; computed in %2 on %3.</source>
        <translation>Checkpoint von %1; gerechnet in %2 auf %3.</translation>
    </message>
    <message>
        <source>Pictures of %1 × %1 pixels, %2 tokens each; context of %3 tokens.</source>
        <translation>Bilder von %1 × %1 Pixeln, je %2 Tokens; Kontext von %3 Tokens.</translation>
    </message>
    <message>
        <source>Needs about %1 of memory; %2 are free.</source>
        <translation>Braucht etwa %1 Speicher; %2 sind frei.</translation>
    </message>
    <message>
        <source>Needs about %1 of memory, but only %2 are free: it cannot be loaded now.</source>
        <translation>Braucht etwa %1 Speicher, aber nur %2 sind frei: Es kann jetzt nicht geladen werden.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReasoningBlock</name>
    <message>
        <source>Show or hide the reasoning</source>
        <translation>Begründung zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Reasoning…</source>
        <translation>Begründung…</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReviewBar</name>
    <message>
        <source>no name given</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>verdict line: comment</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Partly correct</source>
        <translation>Teilweise richtig</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Cannot judge</source>
        <translation>Nicht beurteilbar</translation>
    </message>
    <message>
        <source>Your verdict:</source>
        <translation>Ihr Urteil:</translation>
    </message>
    <message>
        <source>Comment (may be empty)</source>
        <translation>Kommentar (darf leer sein)</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Reviewer&apos;s name</source>
        <translation>Name des Prüfers</translation>
    </message>
    <message>
        <source>Save verdict</source>
        <translation>Urteil speichern</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Changes when the program starts again</source>
        <translation>Ändert sich beim nächsten Start</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>&amp;Erscheinungsbild:</translation>
    </message>
    <message>
        <source>&amp;Language (after a restart):</source>
        <translation>&amp;Sprache (nach Neustart):</translation>
    </message>
    <message>
        <source>&amp;Reviewer&apos;s name:</source>
        <translation>Name des P&amp;rüfers:</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>0 (greedy: always the likeliest token)</source>
        <translation>0 (gierig: immer das wahrscheinlichste Token)</translation>
    </message>
    <message>
        <source>0 (all)</source>
        <translation>0 (alle)</translation>
    </message>
    <message>
        <source>Ask the model to reason before it answers</source>
        <translation>Das Modell vor der Antwort begründen lassen</translation>
    </message>
    <message>
        <source>Empty: Fleming-VL&apos;s own</source>
        <translation>Leer: der von Fleming-VL</translation>
    </message>
    <message>
        <source>&amp;Most new tokens:</source>
        <translation>&amp;Höchstens neue Tokens:</translation>
    </message>
    <message>
        <source>&amp;Temperature:</source>
        <translation>&amp;Temperatur:</translation>
    </message>
    <message>
        <source>Top-&amp;p:</source>
        <translation>Top-&amp;p:</translation>
    </message>
    <message>
        <source>Top-&amp;k:</source>
        <translation>Top-&amp;k:</translation>
    </message>
    <message>
        <source>S&amp;eed:</source>
        <translation>&amp;Startwert:</translation>
    </message>
    <message>
        <source>&amp;System text:</source>
        <translation>S&amp;ystemtext:</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SlicePage</name>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>The plane that is shown</source>
        <translation>Die gezeigte Ebene</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>Window presets; dragging in the picture changes the window too</source>
        <translation>Fenstervorgaben; Ziehen im Bild ändert das Fenster auch</translation>
    </message>
    <message>
        <source>Fit the picture and take the default window</source>
        <translation>Bild einpassen und das vorgegebene Fenster nehmen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Slice number</source>
        <translation>Schichtnummer</translation>
    </message>
    <message>
        <source>%1	%2</source>
        <translation>%1	%2</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>Aus der Datei</translation>
    </message>
    <message>
        <source>Each slice by itself</source>
        <translation>Jede Schicht für sich</translation>
    </message>
    <message>
        <source>Default window and fit</source>
        <translation>Vorgegebenes Fenster und einpassen</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>slice number / number of slices</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>fleming::ui::StartPage</name>
    <message>
        <source>Open a scan to begin</source>
        <translation>Öffnen Sie eine Aufnahme, um zu beginnen</translation>
    </message>
    <message>
        <source>Drop files or a folder anywhere in this window, or open them here.</source>
        <translation>Legen Sie Dateien oder einen Ordner irgendwo in diesem Fenster ab, oder öffnen Sie sie hier.</translation>
    </message>
    <message>
        <source>DICOM, NIfTI, NRRD, MetaImage, NumPy arrays, PNG, JPEG, TIFF, BMP and videos.</source>
        <translation>DICOM, NIfTI, NRRD, MetaImage, NumPy-Felder, PNG, JPEG, TIFF, BMP und Videos.</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Then pick slices as evidence below, and ask a question on the right.</source>
        <translation>Wählen Sie dann unten Schichten als Belege und stellen Sie rechts eine Frage.</translation>
    </message>
    <message>
        <source>Or try a sample. They are drawn; a question is written for you.</source>
        <translation>Oder probieren Sie ein Beispiel. Sie sind gezeichnet; eine Frage steht schon bereit.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::StatusLine</name>
    <message>
        <source>Loading the model: %1 %</source>
        <translation>Modell wird geladen: %1 %</translation>
    </message>
    <message>
        <source>Loading slice %1 of %2</source>
        <translation>Schicht %1 von %2 wird geladen</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>device, data type</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>Speicher: %1</translation>
    </message>
</context>
<context>
    <name>fleming::ui::StudyPanel</name>
    <message>
        <source>Series</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Series that are open</source>
        <translation>Geöffnete Serien</translation>
    </message>
    <message>
        <source>Stop opening</source>
        <translation>Öffnen anhalten</translation>
    </message>
    <message>
        <source>Notes and files that were skipped</source>
        <translation>Hinweise und übergangene Dateien</translation>
    </message>
    <message>
        <source>Opening: %1 of %2 files read</source>
        <translation>Öffnen: %1 von %2 Dateien gelesen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Notes (%1), skipped files (%2)</source>
        <translation>Hinweise (%1), übergangene Dateien (%2)</translation>
    </message>
    <message>
        <source>Skipped files (%1)</source>
        <translation>Übergangene Dateien (%1)</translation>
    </message>
    <message>
        <source>Notes (%1)</source>
        <translation>Hinweise (%1)</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ViewArea</name>
    <message>
        <source>Slices</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>How the series is shown</source>
        <translation>Wie die Serie gezeigt wird</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
</context>
<context>
    <name>fleming::ui::VolumePage</name>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>Weichteile</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>Maximum intensity projection</source>
        <translation>Maximumintensitätsprojektion</translation>
    </message>
    <message>
        <source>Turn and zoom back to the beginning</source>
        <translation>Drehung und Vergrößerung zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Loading: %1 of %2 slices</source>
        <translation>Laden: %1 von %2 Schichten</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
</context>
<context>
    <name>ModelDescription</name>
    <message>
        <source>Demo model: it knows only the drawn sample studies; for real scans choose a Fleming-VL checkpoint.</source>
        <translation>Demo-Modell: Es kennt nur die gezeichneten Beispielstudien; für echte Aufnahmen wählen Sie einen Fleming-VL-Checkpoint.</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Chest CT</source>
        <translation>Thorax-CT</translation>
    </message>
    <message>
        <source>Head MRI</source>
        <translation>Kopf-MRT</translation>
    </message>
    <message>
        <source>Chest CT as a NumPy array</source>
        <translation>Thorax-CT als NumPy-Array</translation>
    </message>
    <message>
        <source>Ultrasound clip</source>
        <translation>Ultraschallclip</translation>
    </message>
    <message>
        <source>Chest X-ray</source>
        <translation>Röntgen-Thorax</translation>
    </message>
    <message>
        <source>Fundus photograph</source>
        <translation>Fundusfotografie</translation>
    </message>
    <message>
        <source>Dermoscopy</source>
        <translation>Dermatoskopie</translation>
    </message>
    <message>
        <source>Histology</source>
        <translation>Histologie</translation>
    </message>
    <message>
        <source>Endoscopy</source>
        <translation>Endoskopie</translation>
    </message>
    <message>
        <source>Ultrasound picture</source>
        <translation>Ultraschallbild</translation>
    </message>
</context>
</TS>
