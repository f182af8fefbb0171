<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <translation>正在加载模型</translation>
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
        <translation>%1：无法创建文件夹。</translation>
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
        <translation>%1 × %2 像素</translation>
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
        <translation>第 %1 层，共 %2 层</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
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
        <translation type="unfinished">窗位 %1，窗宽 %2 {1 ?}</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
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
        <source>Questions: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
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
        <translation>证据</translation>
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
        <translation>模型没有给出最终回答。</translation>
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
        <translation>%1（%2，%3）</translation>
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
        <translation>仅供研究使用。不得用于诊断或任何临床决策。</translation>
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
        <translation>%1 帧，%2 × %3，%4 秒</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>%1 slices of %2 × %3</source>
        <translation>%1 层，%2 × %3</translation>
    </message>
    <message>
        <source>Series without a name</source>
        <translation>未命名序列</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>横断面</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>冠状面</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>矢状面</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>脑</translation>
    </message>
    <message>
        <source>Subdural</source>
        <translation>硬膜下</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>卒中</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>骨</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>软组织</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>肺</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>纵隔</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>腹部</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>肝</translation>
    </message>
    <message>
        <source>C %1, W %2</source>
        <translation>窗位 %1，窗宽 %2</translation>
    </message>
    <message>
        <source>Minimum to maximum of each slice</source>
        <translation>每层最小值到最大值</translation>
    </message>
    <message>
        <source>Frame %1, %2 s</source>
        <translation>第 %1 帧，%2 秒</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2/%3</translation>
    </message>
    <message>
        <source>Slice %1 of %2</source>
        <translation>第 %1 层，共 %2 层</translation>
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
        <translation>仍在输出</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>interrupted when the program ended</source>
        <translation>程序结束时中断</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>cut off at the token limit</source>
        <translation>达到词元上限而截断</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>已由您停止</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Copy the question, the reasoning and the answer</source>
        <translation>复制问题、推理和回答</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The model gave no final answer.</source>
        <translation>模型没有给出最终回答。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ChatPanel</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Begin a new conversation</source>
        <translation>开始新的对话</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Write the session as a PDF report</source>
        <translation>将会话写成 PDF 报告</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Ask about the pictures. Enter sends, Shift+Enter begins a new line.</source>
        <translation>就图像提问。回车发送，Shift+回车换行。</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Ask the question (Enter)</source>
        <translation>提出问题（回车）</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the answer (Escape)</source>
        <translation>停止回答（Esc）</translation>
    </message>
    <message>
        <source>The model is being loaded. You can pick pictures and write meanwhile.</source>
        <translation>正在加载模型。您可以先选图和写问题。</translation>
    </message>
    <message>
        <source>No model is loaded yet.</source>
        <translation>尚未加载模型。</translation>
    </message>
    <message>
        <source>The pictures are being made.</source>
        <translation>正在生成图像。</translation>
    </message>
    <message>
        <source>No pictures are picked: the question would go without any.</source>
        <translation>未选图像：问题将不带图像发送。</translation>
    </message>
    <message>
        <source>Open a scan first, then pick pictures.</source>
        <translation>请先打开影像，再选择图像。</translation>
    </message>
    <message>
        <source>A follow-up: the model knows %1 to %2.</source>
        <translation>追问：模型已有 %1 至 %2。</translation>
    </message>
    <message>
        <source>%1 goes with this question.</source>
        <translation>本问题附带 %1。</translation>
    </message>
    <message>
        <source>%1 to %2 go with this question.</source>
        <translation>本问题附带 %1 至 %2。</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>Pick for me</source>
        <translation>替我选图</translation>
    </message>
    <message>
        <source>Questions and answers will stand here. The model&apos;s reasoning streams first, then its answer.</source>
        <translation>问答将显示在此处。先输出模型的推理，再输出回答。</translation>
    </message>
    <message>
        <source>The model answers. You can write the next question meanwhile.</source>
        <translation>模型正在回答。您可以先写下一个问题。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::Demo</name>
    <message>
        <source>Describe these images. Is there anything abnormal?</source>
        <translation>请描述这些图像。有无异常？</translation>
    </message>
    <message>
        <source>The screenshots, the report and the session are in %1.</source>
        <translation>截图、报告和会话保存在 %1。</translation>
    </message>
    <message>
        <source>%1: the folder cannot be made.</source>
        <translation>%1：无法创建文件夹。</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>There is no model to ask. Name one with --model.</source>
        <translation>没有可提问的模型。请用 --model 指定。</translation>
    </message>
    <message>
        <source>Question: %1</source>
        <translation>问题：%1</translation>
    </message>
    <message>
        <source>%1: cannot be written.</source>
        <translation>%1：无法写入。</translation>
    </message>
    <message>
        <source>The sample that comes with the program was not found. Name a file to open.</source>
        <translation>未找到随程序提供的示例。请指定要打开的文件。</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>%1 s from the first window to the end of the answer (opened after %2 s, evidence picked %3 s, model loaded %4 s, first word %5 s).</source>
        <translation>从首个窗口到回答结束共 %1 秒（打开 %2 秒，选取证据 %3 秒，加载模型 %4 秒，首个词 %5 秒）。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::EvidenceList</name>
    <message>
        <source>Evidence: the pictures that go with the question</source>
        <translation>证据：随问题提交的图像</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2
%3</source>
        <translation>%1：%2
%3</translation>
    </message>
</context>
<context>
    <name>fleming::ui::EvidenceStrip</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>How many, spread evenly</source>
        <translation>均匀选取的数量</translation>
    </message>
    <message>
        <source>How many pictures “Evenly” adds</source>
        <translation>“均匀”添加的图像数</translation>
    </message>
    <message>
        <source>Evidence: making %1 of %2</source>
        <translation>证据：正在生成 %1/%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>层面</translation>
    </message>
    <message>
        <source>Add what the view shows</source>
        <translation>添加当前显示的图像</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Add one frame a second between the in and out points</source>
        <translation>在入点和出点之间每秒添加一帧</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Evenly</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>Add pictures spread evenly over the series</source>
        <translation>在整个序列中均匀添加图像</translation>
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
        <translation>添加 Fleming-VL 默认选取的图像：体数据 11 层，视频每秒一帧</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the selected picture</source>
        <translation>移除所选图像</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Remove all pictures</source>
        <translation>移除所有图像</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The pictures are being made…</source>
        <translation>正在生成图像…</translation>
    </message>
    <message>
        <source>Pick the pictures that go with your question with the buttons above.</source>
        <translation>用上方按钮选择随问题提交的图像。</translation>
    </message>
    <message>
        <source>The pictures that go with your question will stand here.</source>
        <translation>随问题提交的图像将显示在此处。</translation>
    </message>
    <message>
        <source>Evidence (%1)</source>
        <translation>证据（%1）</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ExchangeCard</name>
    <message>
        <source>A follow-up, without new pictures</source>
        <translation>追问，无新图像</translation>
    </message>
    <message>
        <source>Without pictures</source>
        <translation>无图像</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>附 %1</translation>
    </message>
    <message>
        <source>With %1 to %2</source>
        <translation>附 %1 至 %2</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>evidence · time</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The model reads the question and its pictures, %1 s</source>
        <translation>模型正在读取问题和图像，%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s), %1 s</source>
        <translation>
            <numerusform>%n 个词元，%1 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Question: %1

Answer: %2</source>
        <translation>问题：%1

回答：%2</translation>
    </message>
    <message>
        <source>Question: %1

Reasoning: %2

Answer: %3</source>
        <translation>问题：%1

推理：%2

回答：%3</translation>
    </message>
</context>
<context>
    <name>fleming::ui::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close all series</source>
        <translation>关闭所有序列(&amp;C)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+W</source>
        <translation>Ctrl+Shift+W</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>新建会话(&amp;N)</translation>
    </message>
    <message>
        <source>Open s&amp;ession…</source>
        <translation>打开会话(&amp;E)…</translation>
    </message>
    <message>
        <source>Recent sess&amp;ions</source>
        <translation>最近会话(&amp;I)</translation>
    </message>
    <message>
        <source>Ex&amp;port report…</source>
        <translation>导出报告(&amp;P)…</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>清除记录(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Plane</source>
        <translation>平面(&amp;P)</translation>
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
        <translation>层面或体绘制(&amp;S)</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>证据(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>窗口下一部分(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>跟随桌面(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>深色(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Choose a model…</source>
        <translation>选择模型(&amp;C)…</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>Stop &amp;loading</source>
        <translation>停止加载(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Stop the answer</source>
        <translation>停止回答(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;New conversation</source>
        <translation>新对话(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Write a question</source>
        <translation>写问题(&amp;W)</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>键盘与鼠标(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Fleming Viewer</source>
        <translation>关于 Fleming Viewer(&amp;A)</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>键盘与鼠标</translation>
    </message>
    <message>
        <source>Wheel, arrow keys, Page Up and Down</source>
        <translation>滚轮、方向键、翻页键</translation>
    </message>
    <message>
        <source>scroll through the slices</source>
        <translation>浏览层面</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>左键拖动</translation>
    </message>
    <message>
        <source>change the window</source>
        <translation>调整窗宽窗位</translation>
    </message>
    <message>
        <source>Middle drag, or Shift and left drag</source>
        <translation>中键拖动，或 Shift+左键拖动</translation>
    </message>
    <message>
        <source>move the picture</source>
        <translation>平移图像</translation>
    </message>
    <message>
        <source>Right drag, or Ctrl and wheel, + and −</source>
        <translation>右键拖动，或 Ctrl+滚轮、+ 和 −</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>0 and I, in a slice</source>
        <translation>层面中按 0 和 I</translation>
    </message>
    <message>
        <source>fit; invert</source>
        <translation>适合窗口；反相</translation>
    </message>
    <message>
        <source>Space, arrow keys, I and O, in a clip</source>
        <translation>视频中按空格、方向键、I 和 O</translation>
    </message>
    <message>
        <source>play or pause; step; in and out point</source>
        <translation>播放或暂停；单步；入点和出点</translation>
    </message>
    <message>
        <source>Ctrl+1, Ctrl+2, Ctrl+3</source>
        <translation>Ctrl+1、Ctrl+2、Ctrl+3</translation>
    </message>
    <message>
        <source>axial, coronal, sagittal</source>
        <translation>横断面、冠状面、矢状面</translation>
    </message>
    <message>
        <source>slices or volume</source>
        <translation>层面或体绘制</translation>
    </message>
    <message>
        <source>Ctrl+E, Ctrl+Shift+E, Ctrl+D</source>
        <translation>Ctrl+E、Ctrl+Shift+E、Ctrl+D</translation>
    </message>
    <message>
        <source>pick this slice, evenly, Fleming-VL&apos;s default</source>
        <translation>选取当前层、均匀选取、Fleming-VL 默认</translation>
    </message>
    <message>
        <source>Ctrl+Left, Ctrl+Right, Delete, Enter, in the evidence</source>
        <translation>证据栏中按 Ctrl+左/右、Delete、回车</translation>
    </message>
    <message>
        <source>move, remove, show a picture</source>
        <translation>移动、移除、显示图像</translation>
    </message>
    <message>
        <source>Ctrl+L, Enter, Shift+Enter</source>
        <translation>Ctrl+L、回车、Shift+回车</translation>
    </message>
    <message>
        <source>write a question, ask it, begin a new line</source>
        <translation>写问题、提问、换行</translation>
    </message>
    <message>
        <source>Tab and Enter, in an answer</source>
        <translation>回答中按 Tab 和回车</translation>
    </message>
    <message>
        <source>go to an Image-3 in it and show it</source>
        <translation>跳到其中的 Image-3 并显示</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>stop the answer</source>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>next part of the window</source>
        <translation>窗口下一部分</translation>
    </message>
    <message>
        <source>About Fleming Viewer</source>
        <translation>关于 Fleming Viewer</translation>
    </message>
    <message>
        <source>Fleming Viewer %1

Browse scans and ask Fleming-VL about them.

%2

Licensed under the Apache License, version 2.0. Built with Qt, VTK, ITK, DCMTK, FFmpeg and PyTorch.</source>
        <translation>Fleming Viewer %1

浏览影像并就其向 Fleming-VL 提问。

%2

依据 Apache 许可证 2.0 版授权。使用 Qt、VTK、ITK、DCMTK、FFmpeg 和 PyTorch 构建。</translation>
    </message>
    <message>
        <source>Fleming Viewer</source>
        <translation>Fleming Viewer</translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation>报告已写入 %1。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>%1 – Fleming Viewer</source>
        <translation>%1 – Fleming Viewer</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Sessions (*.fleming *.sqlite *.db);;All files (*)</source>
        <translation>会话 (*.fleming *.sqlite *.db);;所有文件 (*)</translation>
    </message>
    <message>
        <source>There is nothing to report yet: ask a question first.</source>
        <translation>尚无可报告的内容：请先提问。</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>写报告</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>The series of %1 is not open.</source>
        <translation>%1 所属的序列未打开。</translation>
    </message>
    <message>
        <source>Only files and folders of this machine can be opened.</source>
        <translation>只能打开本机的文件和文件夹。</translation>
    </message>
    <message>
        <source>Open &amp;sample</source>
        <translation>打开示例(&amp;S)</translation>
    </message>
    <message>
        <source>There is no sample &quot;%1&quot; with this program.</source>
        <translation>本程序没有示例“%1”。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>所有消息</translation>
    </message>
    <message numerus="yes">
        <source>Details (%n message(s))</source>
        <translation>
            <numerusform>详情（%n 条消息）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::ModelDialog</name>
    <message>
        <source>%1 billion parameters</source>
        <translation>参数量 %1 × 10⁹</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>参数量 %1 × 10⁶</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 个参数</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Checkpoint folder</source>
        <translation>检查点文件夹</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>auto takes a CUDA device where there is one, else the processor</source>
        <translation>auto：有 CUDA 设备则用之，否则用处理器</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Device:</source>
        <translation>设备(&amp;D)：</translation>
    </message>
    <message>
        <source>Data &amp;type:</source>
        <translation>数据类型(&amp;T)：</translation>
    </message>
    <message>
        <source>Choose a checkpoint folder</source>
        <translation>选择检查点文件夹</translation>
    </message>
    <message>
        <source>Choose the folder of a Fleming-VL or InternVL3 checkpoint: it holds config.json, the *.safetensors files and the tokenizer&apos;s files.</source>
        <translation>请选择 Fleming-VL 或 InternVL3 检查点文件夹：其中有 config.json、*.safetensors 文件和分词器文件。</translation>
    </message>
    <message>
        <source>Looking into the folder…</source>
        <translation>正在查看文件夹…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Checkpoint of %1; computed in %2 on %3.</source>
        <translation>检查点 %1；以 %2 在 %3 上计算。</translation>
    </message>
    <message>
        <source>Pictures of %1 × %1 pixels, %2 tokens each; context of %3 tokens.</source>
        <translation>图像 %1 × %1 像素，每幅 %2 个词元；上下文 %3 个词元。</translation>
    </message>
    <message>
        <source>Needs about %1 of memory; %2 are free.</source>
        <translation>约需内存 %1；可用 %2。</translation>
    </message>
    <message>
        <source>Needs about %1 of memory, but only %2 are free: it cannot be loaded now.</source>
        <translation>约需内存 %1，但仅 %2 可用：现在无法加载。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReasoningBlock</name>
    <message>
        <source>Show or hide the reasoning</source>
        <translation>显示或隐藏推理</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Reasoning…</source>
        <translation>推理中…</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReviewBar</name>
    <message>
        <source>no name given</source>
        <translation>未署名</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>verdict line: comment</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Partly correct</source>
        <translation>部分正确</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Cannot judge</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Your verdict:</source>
        <translation>您的评判：</translation>
    </message>
    <message>
        <source>Comment (may be empty)</source>
        <translation>评语（可留空）</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评语</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Reviewer&apos;s name</source>
        <translation>评审者姓名</translation>
    </message>
    <message>
        <source>Save verdict</source>
        <translation>保存评判</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>此前：%1</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Changes when the program starts again</source>
        <translation>重启程序后生效</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>外观(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Language (after a restart):</source>
        <translation>语言（重启后）(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Reviewer&apos;s name:</source>
        <translation>评审者姓名(&amp;R)：</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>0 (greedy: always the likeliest token)</source>
        <translation>0（贪心：总取最可能的词元）</translation>
    </message>
    <message>
        <source>0 (all)</source>
        <translation>0（全部）</translation>
    </message>
    <message>
        <source>Ask the model to reason before it answers</source>
        <translation>要求模型先推理再回答</translation>
    </message>
    <message>
        <source>Empty: Fleming-VL&apos;s own</source>
        <translation>留空：用 Fleming-VL 自带的</translation>
    </message>
    <message>
        <source>&amp;Most new tokens:</source>
        <translation>最多新词元(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Temperature:</source>
        <translation>温度(&amp;T)：</translation>
    </message>
    <message>
        <source>Top-&amp;p:</source>
        <translation>Top-&amp;p：</translation>
    </message>
    <message>
        <source>Top-&amp;k:</source>
        <translation>Top-&amp;k：</translation>
    </message>
    <message>
        <source>S&amp;eed:</source>
        <translation>随机种子(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;System text:</source>
        <translation>系统文本(&amp;S)：</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SlicePage</name>
    <message>
        <source>Slice</source>
        <translation>层面</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>The plane that is shown</source>
        <translation>当前显示的平面</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗(&amp;W)</translation>
    </message>
    <message>
        <source>Window presets; dragging in the picture changes the window too</source>
        <translation>窗预设；在图像上拖动也可调窗</translation>
    </message>
    <message>
        <source>Fit the picture and take the default window</source>
        <translation>适合窗口并恢复默认窗</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Slice number</source>
        <translation>层号</translation>
    </message>
    <message>
        <source>%1	%2</source>
        <translation>%1	%2</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>Each slice by itself</source>
        <translation>每层各自</translation>
    </message>
    <message>
        <source>Default window and fit</source>
        <translation>默认窗并适合窗口</translation>
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
        <translation>打开影像以开始</translation>
    </message>
    <message>
        <source>Drop files or a folder anywhere in this window, or open them here.</source>
        <translation>将文件或文件夹拖到窗口任意处，或在此打开。</translation>
    </message>
    <message>
        <source>DICOM, NIfTI, NRRD, MetaImage, NumPy arrays, PNG, JPEG, TIFF, BMP and videos.</source>
        <translation>DICOM、NIfTI、NRRD、MetaImage、NumPy 数组、PNG、JPEG、TIFF、BMP 和视频。</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Then pick slices as evidence below, and ask a question on the right.</source>
        <translation>然后在下方选取层面作为证据，在右侧提问。</translation>
    </message>
    <message>
        <source>Or try a sample. They are drawn; a question is written for you.</source>
        <translation>或试用一个示例。它们是绘制的；问题已为您写好。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::StatusLine</name>
    <message>
        <source>Loading the model: %1 %</source>
        <translation>正在加载模型：%1 %</translation>
    </message>
    <message>
        <source>Loading slice %1 of %2</source>
        <translation>正在加载第 %1 层，共 %2 层</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>device, data type</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>内存：%1</translation>
    </message>
</context>
<context>
    <name>fleming::ui::StudyPanel</name>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Series that are open</source>
        <translation>已打开的序列</translation>
    </message>
    <message>
        <source>Stop opening</source>
        <translation>停止打开</translation>
    </message>
    <message>
        <source>Notes and files that were skipped</source>
        <translation>提示和跳过的文件</translation>
    </message>
    <message>
        <source>Opening: %1 of %2 files read</source>
        <translation>正在打开：已读 %1/%2 个文件</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Notes (%1), skipped files (%2)</source>
        <translation>提示（%1），跳过的文件（%2）</translation>
    </message>
    <message>
        <source>Skipped files (%1)</source>
        <translation>跳过的文件（%1）</translation>
    </message>
    <message>
        <source>Notes (%1)</source>
        <translation>提示（%1）</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ViewArea</name>
    <message>
        <source>Slices</source>
        <translation>层面</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>体绘制</translation>
    </message>
    <message>
        <source>How the series is shown</source>
        <translation>序列的显示方式</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
</context>
<context>
    <name>fleming::ui::VolumePage</name>
    <message>
        <source>Bone</source>
        <translation>骨</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>软组织</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>Maximum intensity projection</source>
        <translation>最大密度投影</translation>
    </message>
    <message>
        <source>Turn and zoom back to the beginning</source>
        <translation>恢复初始角度和缩放</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <source>Loading: %1 of %2 slices</source>
        <translation>正在加载：%1/%2 层</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>体绘制</translation>
    </message>
</context>
<context>
    <name>ModelDescription</name>
    <message>
        <source>Demo model: it knows only the drawn sample studies; for real scans choose a Fleming-VL checkpoint.</source>
        <translation>演示模型：它只认识绘制的示例检查；对于真实影像，请选择 Fleming-VL 检查点。</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Chest CT</source>
        <translation>胸部 CT</translation>
    </message>
    <message>
        <source>Head MRI</source>
        <translation>头部 MRI</translation>
    </message>
    <message>
        <source>Chest CT as a NumPy array</source>
        <translation>胸部 CT（NumPy 数组）</translation>
    </message>
    <message>
        <source>Ultrasound clip</source>
        <translation>超声视频</translation>
    </message>
    <message>
        <source>Chest X-ray</source>
        <translation>胸部 X 线</translation>
    </message>
    <message>
        <source>Fundus photograph</source>
        <translation>眼底照片</translation>
    </message>
    <message>
        <source>Dermoscopy</source>
        <translation>皮肤镜</translation>
    </message>
    <message>
        <source>Histology</source>
        <translation>组织病理</translation>
    </message>
    <message>
        <source>Endoscopy</source>
        <translation>内窥镜</translation>
    </message>
    <message>
        <source>Ultrasound picture</source>
        <translation>超声图像</translation>
    </message>
</context>
</TS>
