<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Answerer</name>
    <message>
        <source>No model is loaded. Choose one first.</source>
        <translation>尚未加载模型。请先选择一个。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Opens scans and asks Fleming-VL about them.
%1</source>
        <translation>打开影像并就其向 Fleming-VL 提问。
%1</translation>
    </message>
    <message>
        <source>Compute on auto, cpu, cuda or cuda:N.</source>
        <translation>计算设备：auto、cpu、cuda 或 cuda:N。</translation>
    </message>
    <message>
        <source>Compute in auto, float32, bfloat16 or float16 (CUDA).</source>
        <translation>计算精度：auto、float32、bfloat16 或 float16（CUDA）。</translation>
    </message>
    <message>
        <source>Make the language model&apos;s weights int8 or int4 while loading, or leave them: none.</source>
        <translation>加载时将语言模型的权重转换为 int8 或 int4，或保持不变：none。</translation>
    </message>
    <message>
        <source>Keep the exchanges in this session file; it is made where it is missing.</source>
        <translation>将问答保存在此会话文件中；若文件不存在则新建。</translation>
    </message>
    <message>
        <source>Write this question into the box, ready to ask.</source>
        <translation>将此问题写入输入框，以便直接提问。</translation>
    </message>
    <message>
        <source>Files and folders to open.</source>
        <translation>要打开的文件和文件夹。</translation>
    </message>
    <message>
        <source>%1 takes a whole number of at least %2, not &quot;%3&quot;.</source>
        <translation>%1 须为不小于 %2 的整数，不能是“%3”。</translation>
    </message>
    <message>
        <source>%1 takes a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>%1 须为 %2 至 %3 的整数，不能是“%4”。</translation>
    </message>
    <message>
        <source>%1 takes a number, not &quot;%2&quot;.</source>
        <translation>%1 须为数字，不能是“%2”。</translation>
    </message>
    <message>
        <source>%1 takes a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>%1 须为 %2 至 %3 的数字，不能是“%4”。</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>没有选项 %1。</translation>
    </message>
    <message>
        <source>%1 is given twice.</source>
        <translation>%1 重复给出。</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 不带参数值。</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 需要参数值。</translation>
    </message>
    <message>
        <source>%1 takes a whole number from 0 on, not &quot;%2&quot;.</source>
        <translation>%1 须为不小于 0 的整数，不能是“%2”。</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>%1 tokens, %2 tokens a second, %3 tokens of prompt</source>
        <translation>%1 个词元，每秒 %2 个词元，提示 %3 个词元</translation>
    </message>
    <message>
        <source>done: %1</source>
        <translation>完成：%1</translation>
    </message>
    <message>
        <source>ended at the limit of --max-new-tokens: %1</source>
        <translation>达到 --max-new-tokens 上限而结束：%1</translation>
    </message>
    <message>
        <source>stopped: %1</source>
        <translation>已停止：%1</translation>
    </message>
    <message>
        <source>The output could not be written: %1.</source>
        <translation>无法写入输出：%1。</translation>
    </message>
    <message>
        <source>There is no series %1: they are numbered from 0 to %2. &quot;fleming info&quot; lists them.</source>
        <translation>没有序列 %1：序列编号为 0 至 %2。“fleming info”会列出它们。</translation>
    </message>
    <message>
        <source>There are %1 series; series 0 is used. &quot;fleming info&quot; lists them, --series N chooses one.</source>
        <translation>共有 %1 个序列；使用序列 0。“fleming info”会列出它们，--series N 可选择其一。</translation>
    </message>
    <message>
        <source>Reading frames</source>
        <translation>正在读取图像</translation>
    </message>
    <message>
        <source>These are more than %1 frames. Choose fewer.</source>
        <translation>图像超过 %1 帧。请减少选取。</translation>
    </message>
    <message>
        <source>%1: the folder cannot be made.</source>
        <translation>%1：无法创建文件夹。</translation>
    </message>
    <message>
        <source>%1: could not be written: %2.</source>
        <translation>%1：无法写入：%2。</translation>
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
        <translation>选择哪些图像（均未给出时：体数据取 11 层，视频每秒一帧，图片取其本身）：
  --series N[,N...]   这些序列，编号见“fleming info”；否则取唯一的序列或序列 0
                      （逐一用 PATH 指定的图片全部使用）
  --plane PLANE       axial（横断面）、coronal（冠状面）或 sagittal（矢状面）；否则取采集平面
  --count K           均匀选取 K 帧
  --slices 3,9,12     这些层或帧；编号从 0 开始
  --times 0.5,1,2.5   视频在这些秒数处的帧
  --every SECONDS     视频的帧，每隔这么多秒一帧
  --clip START:END    只取视频的这一段，以秒计
灰度如何由数值得出（否则用文件自带的窗；NPY：每层按其最小值和最大值）：
  --window C,W        窗位和窗宽，如 40,400
  --window NAME       文件中的窗，CT 还可用 brain、subdural、stroke、bone、soft-tissue、lung、
                      mediastinum、abdomen、liver
  --minmax            每层按其自身的最小值和最大值
</translation>
    </message>
    <message>
        <source>usage: fleming info PATH... [--json]

Says what the files and folders hold: series with their number, type, size, spacing, orientation and frames, and
which files were skipped and why.

  --json   the same as one JSON object: &quot;series&quot;, &quot;skipped&quot;, &quot;notes&quot;
</source>
        <translation>用法：fleming info PATH... [--json]

列出文件和文件夹的内容：各序列的编号、类型、尺寸、间距、方位和图像数，以及
哪些文件被跳过及其原因。

  --json   以一个 JSON 对象给出同样内容：&quot;series&quot;、&quot;skipped&quot;、&quot;notes&quot;
</translation>
    </message>
    <message>
        <source>usage: fleming frames PATH [selection] -o DIR

Writes the frames that a question would be asked about, before they are resized, as DIR/Image-1.png, Image-2.png
and so on, and DIR/frames.json, which says where each comes from. Files of these names are replaced.

</source>
        <translation>用法：fleming frames PATH [选择] -o DIR

将提问所用的图像在缩放之前写成 DIR/Image-1.png、Image-2.png 等，
并写出 DIR/frames.json，注明各图像的来源。同名文件将被替换。

</translation>
    </message>
    <message>
        <source>usage: fleming pixels PATH [selection] -o FILE.npy

Writes what enters the vision tower: an NPY array of float32, (frames, 3, 448, 448), resized and normalised as
Fleming-VL does it.

</source>
        <translation>用法：fleming pixels PATH [选择] -o FILE.npy

写出进入视觉编码器的数据：float32 的 NPY 数组，(帧, 3, 448, 448)，
按 Fleming-VL 的方式缩放和归一化。

</translation>
    </message>
    <message>
        <source>size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>%1 x %2</source>
        <translation>%1 x %2</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>%1 at %2 a second, %3 s</source>
        <translation>%1 帧，每秒 %2 帧，%3 秒</translation>
    </message>
    <message>
        <source>%1 centre %2 width %3</source>
        <translation>%1 窗位 %2 窗宽 %3</translation>
    </message>
    <message>
        <source>%1, %2 colours</source>
        <translation>%1，%2 个颜色通道</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>%1 x %2, %3 slices</source>
        <translation>%1 x %2，%3 层</translation>
    </message>
    <message>
        <source>%1 x %2 mm</source>
        <translation>%1 x %2 mm</translation>
    </message>
    <message>
        <source>%1, slices %2 mm apart</source>
        <translation>%1，层间距 %2 mm</translation>
    </message>
    <message>
        <source>spacing</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>not said in the file</source>
        <translation>文件中未注明</translation>
    </message>
    <message>
        <source>orientation</source>
        <translation>方位</translation>
    </message>
    <message>
        <source>%1; columns run to %2, rows to %3, slices to %4</source>
        <translation>%1；列朝向 %2，行朝向 %3，层朝向 %4</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>窗</translation>
    </message>
    <message>
        <source>Series %1: %2</source>
        <translation>序列 %1：%2</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n files</source>
        <translation>
            <numerusform>%1，%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>first file</source>
        <translation>首个文件</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>提示：%1</translation>
    </message>
    <message>
        <source>Skipped: %1: %2</source>
        <translation>已跳过：%1：%2</translation>
    </message>
    <message>
        <source>%1: cannot be written. Is there such a folder?</source>
        <translation>%1：无法写入。该文件夹是否存在？</translation>
    </message>
    <message>
        <source>%1: could not be written completely.</source>
        <translation>%1：未能完整写入。</translation>
    </message>
    <message>
        <source>A path is empty.</source>
        <translation>有一个路径为空。</translation>
    </message>
    <message>
        <source>The width of a window is at least 1, not &quot;%1&quot;.</source>
        <translation>窗宽至少为 1，不能是“%1”。</translation>
    </message>
    <message>
        <source>--window takes CENTRE,WIDTH or the name of a window, not &quot;%1&quot;.</source>
        <translation>--window 须为“窗位,窗宽”或窗的名称，不能是“%1”。</translation>
    </message>
    <message>
        <source>--clip takes START:END in seconds, the end after the start, not &quot;%1&quot;.</source>
        <translation>--clip 须为以秒计的“起点:终点”，终点在起点之后，不能是“%1”。</translation>
    </message>
    <message>
        <source>Choose frames by one of --count, --slices, --times and --every.</source>
        <translation>请只用 --count、--slices、--times 和 --every 之一选择图像。</translation>
    </message>
    <message>
        <source>Choose one of --window and --minmax.</source>
        <translation>--window 和 --minmax 只能选其一。</translation>
    </message>
    <message>
        <source>--clip bounds frames that are spread; --slices and --times name each frame.</source>
        <translation>--clip 用于限定均匀选取的范围；--slices 和 --times 则逐帧指定。</translation>
    </message>
    <message>
        <source>One PATH is needed: a file or a folder.</source>
        <translation>需要且只需要一个 PATH：文件或文件夹。</translation>
    </message>
    <message>
        <source>--device takes auto, cpu, cuda, cuda:N, or a list such as cuda:0,cpu, not &quot;%1&quot;.</source>
        <translation>--device 须为 auto、cpu、cuda、cuda:N 或列表（如 cuda:0,cpu），不能是“%1”。</translation>
    </message>
    <message>
        <source>A PATH is needed: a file or a folder.</source>
        <translation>需要 PATH：文件或文件夹。</translation>
    </message>
    <message>
        <source>One TEXT is needed, or - to read it from the input.</source>
        <translation>需要且只需要一个 TEXT，或用 - 从输入读取。</translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>A command is needed.</source>
        <translation>需要一个命令。</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>%1 See &quot;fleming %2--help&quot;.</source>
        <translation>%1 请参阅“fleming %2--help”。</translation>
    </message>
    <message>
        <source>skipped %1: %2</source>
        <translation>已跳过 %1：%2</translation>
    </message>
    <message>
        <source>%1 files were skipped; &quot;fleming info&quot; says why.</source>
        <translation>已跳过 %1 个文件；原因见“fleming info”。</translation>
    </message>
    <message>
        <source>Load this checkpoint folder. Without it: the environment variable FLEMING_MODEL, the model used last, or the demo model.</source>
        <translation>加载此检查点文件夹。未指定时：使用环境变量 FLEMING_MODEL、上次使用的模型或演示模型。</translation>
    </message>
    <message>
        <source>Open this sample of those that come with the program (%1), pick evidence of it and write a question, ready to ask.</source>
        <translation>打开随程序提供的此示例（%1），从中选取证据并写好问题，以便直接提问。</translation>
    </message>
    <message>
        <source>Play the main job without a person: open (the sample chest CT, where nothing is named), pick, ask, wait for the answer, and leave screenshots, report and session in this folder.</source>
        <translation>无人值守地演示主要流程：打开（未指定时为示例胸部 CT）、选取、提问、等待回答，并将截图、报告和会话保存在此文件夹中。</translation>
    </message>
    <message>
        <source>There is no sample &quot;%1&quot; with this program.</source>
        <translation>本程序没有示例“%1”。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2 questions</source>
        <translation>%1/%2 个问题</translation>
    </message>
    <message>
        <source>%1, %2 right</source>
        <translation>%1，%2 正确</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1，剩余 %2</translation>
    </message>
    <message>
        <source>about line %1:</source>
        <translation>关于第 %1 行：</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 questions are answered. The same command goes on from there.</source>
        <translation>已停止：已回答 %1/%2 个问题。再次运行同一命令即可继续。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>all</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>正确率</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Reasoning that cites the right images: %1 of %2 (%3).</source>
        <translation>引用了正确图像的推理：%1/%2（%3）。</translation>
    </message>
    <message>
        <source>Answers without &lt;answer&gt;: %1.</source>
        <translation>没有 &lt;answer&gt; 的回答：%1。</translation>
    </message>
    <message>
        <source>Questions that could not be asked, counted as wrong: %1.</source>
        <translation>无法提出而计为错误的问题：%1。</translation>
    </message>
    <message>
        <source>got: %1</source>
        <translation>得到：%1</translation>
    </message>
    <message>
        <source>not asked: %1</source>
        <translation>未提问：%1</translation>
    </message>
    <message>
        <source>line %1, %2: %3
    expected: %4
    %5</source>
        <translation>第 %1 行，%2：%3
    预期：%4
    %5</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>about %1 h %2 min</source>
        <translation>约 %1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>Wrong: %1.</source>
        <translation>错误：%1。</translation>
    </message>
    <message>
        <source>usage: fleming tokenize [--model DIR] TEXT|- [--json]

Prints the ids of TEXT, or with - of all that comes on the standard input, as the model gets them from a
question. Names of control tokens in it are ordinary text. Put -- before a TEXT that begins with a dash.

  --model DIR   the checkpoint whose tokenizer is used; else FLEMING_MODEL, else the demo model
  --json        a JSON array
</source>
        <translation>用法：fleming tokenize [--model DIR] TEXT|- [--json]

输出 TEXT 的词元编号，或用 - 输出标准输入全部内容的词元编号，与模型从问题中
得到的相同。其中的控制词元名称只是普通文本。TEXT 以短横线开头时，请在其前加 --。

  --model DIR   所用分词器的检查点；否则用 FLEMING_MODEL，再否则用演示模型
  --json        JSON 数组
</translation>
    </message>
    <message>
        <source>usage: fleming ask PATH... -q TEXT [selection] [options]

Asks the model about the frames of PATH and prints the answer as it comes. Without PATH the question stands alone.
Ctrl-C ends the answer; what has come is kept.

  -q TEXT              the question
  --turn TEXT          a follow-up question in the same conversation; may be given several times
%1  --json               one JSON object a turn, each on its line: text, reasoning, answer, finish (stop, length
                       or cancelled), prompt_tokens, image_tokens, tokens, evidence, timing, model
  --session FILE       keeps questions, frames and answers in this session file, which the viewer opens
  --report FILE.pdf    writes a report

</source>
        <translation>用法：fleming ask PATH... -q TEXT [选择] [选项]

就 PATH 的图像向模型提问，并逐步输出回答。没有 PATH 时只提出问题本身。
Ctrl-C 结束回答；已得到的内容会保留。

  -q TEXT              问题
  --turn TEXT          同一对话中的追问；可多次给出
%1  --json               每个问题一个 JSON 对象，各占一行：text、reasoning、answer、finish（stop、length
                       或 cancelled）、prompt_tokens、image_tokens、tokens、evidence、timing、model
  --session FILE       将问题、图像和回答保存在此会话文件中，可用查看器打开
  --report FILE.pdf    写出报告

</translation>
    </message>
    <message>
        <source>usage: fleming evaluate --questions FILE.jsonl [options]

Asks the questions of FILE, each in a conversation of its own, and prints how many answers are right, of each kind
and of all, with the 95 % interval (Wilson), and the wrong ones. Ctrl-C stops; the same command goes on from there.
A question whose files cannot be read counts as wrong.

  --questions FILE     the questions, see below
  --answers FILE       keeps all answers in this file, a JSON object a line, and goes on with those that are there
  --parallel N         questions that are answered side by side, as far as memory goes: the answers are the same,
                       and sooner there                                                       [8]
%1  --json               one JSON object: n, accuracy, low, high, kinds, wrong, without_answer, failed, and cites
                       where questions have it

FILE holds a JSON object a line; paths are relative to its folder:
  &quot;images&quot;: [PATH, ...] or &quot;volume&quot;: PATH or &quot;video&quot;: PATH
  &quot;question&quot;: TEXT, &quot;answer&quot;: TEXT, and where more wordings are right &quot;answers&quot;: [TEXT, ...]
                       case, spaces and the full stop do not matter; of a multiple choice (&quot;D. Fundus imaging&quot;)
                       the letter, the text, or both
  &quot;kind&quot;: TEXT         the kind under which it is counted
  &quot;before&quot;: [TEXT, ...]  asked first in the same conversation; the pictures come with the first question of all
  &quot;cites&quot;: [N, ...]    the images that the reasoning should cite, within one
  &quot;selection&quot;: {...}   one of &quot;count&quot;: K, &quot;indices&quot;: [...], &quot;times&quot;: [...], &quot;everySeconds&quot;: X; &quot;clipRange&quot;: [A, B],
                       &quot;plane&quot;, &quot;window&quot;: [C, W] or NAME or &quot;minmax&quot;, &quot;series&quot;: N; as the options of ask
</source>
        <translation>用法：fleming evaluate --questions FILE.jsonl [选项]

提出 FILE 中的问题，每个问题各在一个对话中，并输出各类别及总计的正确回答数、
95 % 区间（Wilson）以及答错的问题。Ctrl-C 停止；再次运行同一命令即可继续。
文件无法读取的问题计为错误。

  --questions FILE     问题，见下文
  --answers FILE       将所有回答保存在此文件中，每行一个 JSON 对象，并从已有的回答继续
  --parallel N         并行回答的问题数，以内存允许为限：回答不变，
                       只是更快                                                               [8]
%1  --json               一个 JSON 对象：n、accuracy、low、high、kinds、wrong、without_answer、failed，
                       问题含 cites 时还有 cites

FILE 每行一个 JSON 对象；路径相对于其所在文件夹：
  &quot;images&quot;: [PATH, ...] 或 &quot;volume&quot;: PATH 或 &quot;video&quot;: PATH
  &quot;question&quot;: TEXT, &quot;answer&quot;: TEXT，另有其他正确说法时 &quot;answers&quot;: [TEXT, ...]
                       大小写、空格和句号不影响判断；选择题（&quot;D. Fundus imaging&quot;）
                       可答字母、文本或两者
  &quot;kind&quot;: TEXT         统计所用的类别
  &quot;before&quot;: [TEXT, ...]  在同一对话中先提出；图像随最先的问题提交
  &quot;cites&quot;: [N, ...]    推理应引用的图像，允许相差一幅
  &quot;selection&quot;: {...}   &quot;count&quot;: K、&quot;indices&quot;: [...]、&quot;times&quot;: [...]、&quot;everySeconds&quot;: X 之一；&quot;clipRange&quot;: [A, B]、
                       &quot;plane&quot;、&quot;window&quot;: [C, W] 或 NAME 或 &quot;minmax&quot;、&quot;series&quot;: N；与 ask 的选项相同
</translation>
    </message>
    <message>
        <source>The questions are given with --questions FILE.</source>
        <translation>请用 --questions FILE 给出问题。</translation>
    </message>
    <message>
        <source>load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prefill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2, %3, %4 threads: %5 parameters, weights %6 GB
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limits: memory is read at %1 GB/s, matrices are multiplied at %2 GFLOP/s

</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
first token after %1 s; after %2 s (%3 %) where the pictures were read while the question was written
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures, a prompt of %2 tokens, %3 tokens decoded; at most %4 GB of memory
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring: %1</source>
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
  evaluate --questions F   asks a file of questions with known answers, and counts those that are right
  bench                    how fast the engine is on this machine, and how near to what the machine can do

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
        <source>  --model DIR          a checkpoint folder; else FLEMING_MODEL, else the demo model
  --device D           auto, cpu, cuda, cuda:N, or a list that shares the layers: cuda:0,cpu   [auto]
  --dtype T            auto, float32, bfloat16, or on CUDA float16                            [auto]
  --quant Q            none, or the language model&apos;s weights as int8 or int4                  [none]
  --max-new-tokens N   the longest answer                                                     [1024]
  --temperature X      0 always takes the likeliest token; above, tokens are drawn            [0]
  --top-p X, --top-k N tokens are drawn from the likeliest only                               [1, 0: all]
  --seed N             the same seed draws the same tokens                                    [0]
  --system TEXT        the system text in place of Fleming-VL&apos;s own
  --no-reasoning-prompt  does not ask for &lt;think&gt; and &lt;answer&gt;
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage: fleming bench [--model DIR | --shape 1b|8b|38b] [options]

Measures how fast this machine reads memory and multiplies matrices, then the parts of a question: loading the
model, the vision tower, the prompt (prefill), the answer (decode); each as time, rate and part of that limit.

  --model DIR          a checkpoint folder
  --shape S            random weights in the sizes of InternVL3-1B, -8B or -38B, without a checkpoint    [1b]
  --device D           auto, cpu, cuda or cuda:N                                                        [auto]
  --dtype T            auto, float32, bfloat16, or on CUDA float16                                      [auto]
  --quant Q            none, or the language model&apos;s weights as int8 or int4                            [none]
  --threads N          threads of the processor                                             [one for each core]
  --images K           pictures in the question                                                           [11]
  --new-tokens N       tokens of the answer                                                               [64]
  --json               {&quot;limits&quot;: {&quot;read_gb_s&quot;, &quot;matmul_gflops&quot;}, &quot;load&quot; | &quot;vision&quot; | &quot;prefill&quot; | &quot;decode&quot;:
                       {&quot;seconds&quot;, &quot;rate&quot;, &quot;unit&quot;, &quot;percent_of_limit&quot;}, &quot;peak_gb&quot;,
                       &quot;first_token&quot;: {&quot;cold_seconds&quot;, &quot;warm_seconds&quot;}, ...}
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bench takes options alone, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --model or --shape, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--shape takes 1b, 8b or 38b, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Evaluation</name>
    <message>
        <source>&quot;%1&quot; must hold numbers.</source>
        <translation>&quot;%1&quot; 必须由数字组成。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes whole numbers of at least %2.</source>
        <translation>&quot;%1&quot; 须为不小于 %2 的整数。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes a whole number from %2 to %3.</source>
        <translation>&quot;%1&quot; 须为 %2 至 %3 的整数。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list.</source>
        <translation>&quot;%1&quot; 必须是列表。</translation>
    </message>
    <message>
        <source>&quot;window&quot; takes [CENTRE, WIDTH] with a width of at least 1, or the name of a window.</source>
        <translation>&quot;window&quot; 须为 [窗位, 窗宽]（窗宽至少为 1）或窗的名称。</translation>
    </message>
    <message>
        <source>&quot;selection&quot; has no key &quot;%1&quot;.</source>
        <translation>&quot;selection&quot; 没有键 &quot;%1&quot;。</translation>
    </message>
    <message>
        <source>&quot;selection&quot; takes one of &quot;count&quot;, &quot;indices&quot;, &quot;times&quot; and &quot;everySeconds&quot;.</source>
        <translation>&quot;selection&quot; 只能含 &quot;count&quot;、&quot;indices&quot;、&quot;times&quot; 和 &quot;everySeconds&quot; 之一。</translation>
    </message>
    <message>
        <source>&quot;clipRange&quot; takes [START, END] in seconds.</source>
        <translation>&quot;clipRange&quot; 须为以秒计的 [起点, 终点]。</translation>
    </message>
    <message>
        <source>Exactly one of &quot;images&quot;, &quot;volume&quot; and &quot;video&quot; must be given.</source>
        <translation>&quot;images&quot;、&quot;volume&quot; 和 &quot;video&quot; 必须且只能给出一个。</translation>
    </message>
    <message>
        <source>&quot;selection&quot; must be an object.</source>
        <translation>&quot;selection&quot; 必须是对象。</translation>
    </message>
    <message>
        <source>This is no JSON (%1, at byte %2).</source>
        <translation>这不是 JSON（%1，位于第 %2 字节）。</translation>
    </message>
    <message>
        <source>Each line must be a JSON object.</source>
        <translation>每行必须是一个 JSON 对象。</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>%1: there is no question in it.</source>
        <translation>%1：其中没有问题。</translation>
    </message>
    <message>
        <source>%1 holds answers to other questions, or to these as they were before a change. Give another file with --answers, or remove this one.</source>
        <translation>%1 中是其他问题的回答，或这些问题修改之前的回答。请用 --answers 指定其他文件，或移除此文件。</translation>
    </message>
    <message>
        <source>%1 holds answers of another model. Give another file with --answers, or remove this one.</source>
        <translation>%1 中是其他模型的回答。请用 --answers 指定其他文件，或移除此文件。</translation>
    </message>
    <message>
        <source>%1 holds answers that were asked for with other options. Give the same options, another file with --answers, or remove this one.</source>
        <translation>%1 中是用其他选项得到的回答。请使用相同的选项，用 --answers 指定其他文件，或移除此文件。</translation>
    </message>
    <message>
        <source>%1, line %2: this is no line of an evaluation&apos;s answers. Give another file with --answers, or remove this one.</source>
        <translation>%1，第 %2 行：这不是评测回答中的一行。请用 --answers 指定其他文件，或移除此文件。</translation>
    </message>
    <message>
        <source>%1: the answers cannot be kept there: %2.</source>
        <translation>%1：无法在此保存回答：%2。</translation>
    </message>
    <message>
        <source>%1: another evaluation is writing there. Wait for its end, or stop it.</source>
        <translation>%1：另一个评测正在写入。请等待其结束，或将其停止。</translation>
    </message>
    <message>
        <source>%1: the answers could not be written: %2.</source>
        <translation>%1：无法写入回答：%2。</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>The width of a window must be more than 0.</source>
        <translation>窗宽必须大于 0。</translation>
    </message>
    <message>
        <source>Choose frames in one way: by a number of frames, by their indices, by times, or by an interval.</source>
        <translation>请只用一种方式选择图像：按数量、按编号、按时刻或按时间间隔。</translation>
    </message>
    <message>
        <source>The number of frames must be 1 or more.</source>
        <translation>图像数量必须不小于 1。</translation>
    </message>
    <message>
        <source>That would be %1 frames; at most %2 can be asked about at once. Choose fewer.</source>
        <translation>这将有 %1 帧；一次最多可就 %2 帧提问。请减少选取。</translation>
    </message>
    <message>
        <source>There is no slice or frame %1: they are numbered from 0 to %2.</source>
        <translation>没有编号为 %1 的层或帧：编号为 0 至 %2。</translation>
    </message>
    <message>
        <source>Times choose frames of a clip, and this series is none. Choose slices by their number or their indices.</source>
        <translation>时刻用于选择视频的帧，而此序列不是视频。请按数量或编号选择层面。</translation>
    </message>
    <message>
        <source>A plane can be chosen for a volume, and this series is a single picture.</source>
        <translation>只有体数据可以选择平面，而此序列是单幅图片。</translation>
    </message>
    <message>
        <source>This series is a single picture: it gives one frame and not %1.</source>
        <translation>此序列是单幅图片：只有一帧，而非 %1 帧。</translation>
    </message>
    <message>
        <source>This volume does not say how it lies in the patient, so it has no axial, coronal and sagittal planes. Choose slices without a plane.</source>
        <translation>此体数据未注明其在患者体内的方位，因此没有横断面、冠状面和矢状面。请不指定平面而选择层面。</translation>
    </message>
    <message>
        <source>The range from %1 s to %2 s is not in the clip, which lasts from 0 s to %3 s.</source>
        <translation>%1 秒至 %2 秒不在视频范围内，视频为 0 秒至 %3 秒。</translation>
    </message>
    <message>
        <source>There is no frame at %1 s: the clip lasts from 0 s to %2 s.</source>
        <translation>%1 秒处没有帧：视频为 0 秒至 %2 秒。</translation>
    </message>
    <message>
        <source>A plane can be chosen for a volume, and this series is a clip.</source>
        <translation>只有体数据可以选择平面，而此序列是视频。</translation>
    </message>
    <message>
        <source>A window can be chosen for grey values, and the frames of a clip have colours already.</source>
        <translation>只有灰度值可以调窗，而视频的帧已是彩色。</translation>
    </message>
    <message>
        <source>Frames were picked one by one, so a range of the clip has no meaning. Leave one of them out.</source>
        <translation>图像已逐帧选定，因此视频范围没有意义。请去掉其中之一。</translation>
    </message>
    <message>
        <source>The interval between frames must be more than 0 s.</source>
        <translation>帧间隔必须大于 0 秒。</translation>
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
    <name>Report</name>
    <message>
        <source>axial</source>
        <translation>横断面</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>冠状面</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>矢状面</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>Frame %1 of %2</source>
        <translation>第 %1 帧，共 %2 帧</translation>
    </message>
    <message>
        <source>%1, at %2 s</source>
        <translation>%1，%2 秒处</translation>
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
        <translation>%1 %2 mm</translation>
    </message>
    <message>
        <source>from minimum to maximum</source>
        <translation>最小值到最大值</translation>
    </message>
    <message>
        <source>C %1  W %2</source>
        <translation>窗位 %1  窗宽 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>centre square</source>
        <translation>中央方形区域</translation>
    </message>
    <message>
        <source>file SHA-256 %1</source>
        <translation>文件 SHA-256 %1</translation>
    </message>
    <message>
        <source>series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>pixels SHA-256 %1</source>
        <translation>像素 SHA-256 %1</translation>
    </message>
    <message>
        <source>Image-%1: %2</source>
        <translation>Image-%1：%2</translation>
    </message>
    <message>
        <source>at most %1 tokens</source>
        <translation>最多 %1 个词元</translation>
    </message>
    <message>
        <source>always the likeliest token, %1</source>
        <translation>总取最可能的词元，%1</translation>
    </message>
    <message>
        <source>temperature %1, top-p %2, top-k %3, seed %4, %5</source>
        <translation>温度 %1，Top-p %2，Top-k %3，随机种子 %4，%5</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>partly correct</source>
        <translation>部分正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>cannot judge</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Fleming Viewer report</source>
        <translation>Fleming Viewer 报告</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>The report could not be begun.</source>
        <translation>无法开始写报告。</translation>
    </message>
    <message>
        <source>The report could not be finished.</source>
        <translation>无法完成报告。</translation>
    </message>
    <message>
        <source>%1: the report could not be written: %2.</source>
        <translation>%1：无法写入报告：%2。</translation>
    </message>
    <message>
        <source>Review of a model&apos;s answers</source>
        <translation>模型回答评审</translation>
    </message>
    <message>
        <source>Questions: %1</source>
        <translation>问题：%1</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Question %1</source>
        <translation>问题 %1</translation>
    </message>
    <message>
        <source>   follows question %1</source>
        <translation>   追问，接问题 %1</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Image-%1</source>
        <translation>Image-%1</translation>
    </message>
    <message>
        <source>Reasoning of the model</source>
        <translation>模型的推理</translation>
    </message>
    <message>
        <source>Other text of the model</source>
        <translation>模型的其他文本</translation>
    </message>
    <message>
        <source>The model gave no final answer.</source>
        <translation>模型没有给出最终回答。</translation>
    </message>
    <message>
        <source>Answer of the model</source>
        <translation>模型的回答</translation>
    </message>
    <message>
        <source>The answer failed: %1</source>
        <translation>回答失败：%1</translation>
    </message>
    <message>
        <source>The program ended while this answer was being written.</source>
        <translation>输出此回答时程序结束。</translation>
    </message>
    <message>
        <source>This answer was still being written when the report was made.</source>
        <translation>生成报告时此回答仍在输出。</translation>
    </message>
    <message>
        <source>The answer reached its greatest length and was cut there.</source>
        <translation>回答达到最大长度而截断。</translation>
    </message>
    <message>
        <source>The answer was stopped before its end.</source>
        <translation>回答在结束前被停止。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>评审</translation>
    </message>
    <message>
        <source>Not reviewed.</source>
        <translation>未评审。</translation>
    </message>
    <message>
        <source>Earlier reviews</source>
        <translation>此前的评审</translation>
    </message>
    <message>
        <source>Model and parameters</source>
        <translation>模型与参数</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>with Fleming-VL&apos;s reasoning prompt</source>
        <translation>使用 Fleming-VL 的推理提示</translation>
    </message>
    <message>
        <source>without a reasoning prompt</source>
        <translation>不使用推理提示</translation>
    </message>
    <message>
        <source>System text: %1</source>
        <translation>系统文本：%1</translation>
    </message>
    <message>
        <source>%1 tokens of prompt, %2 of them of images; %3 tokens of answer in %4 s</source>
        <translation>提示 %1 个词元，其中图像 %2 个；回答 %3 个词元，用时 %4 秒</translation>
    </message>
    <message>
        <source>Sources of the images</source>
        <translation>图像来源</translation>
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
<context>
    <name>Session</name>
    <message>
        <source>The session &quot;%1&quot; cannot be opened: its folder does not exist.</source>
        <translation>无法打开会话“%1”：其文件夹不存在。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file, so it cannot be a session.</source>
        <translation>“%1”不是文件，因此不可能是会话。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be read. Check its permissions.</source>
        <translation>无法读取会话“%1”。请检查其权限。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a session of Fleming Viewer. It was not changed.</source>
        <translation>“%1”不是 Fleming Viewer 的会话。文件未被更改。</translation>
    </message>
    <message>
        <source>Sessions cannot be stored: Qt&apos;s SQLite driver is missing. Install the package libqt6sql6-sqlite.</source>
        <translation>无法保存会话：缺少 Qt 的 SQLite 驱动。请安装软件包 libqt6sql6-sqlite。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to another program and is not a session of Fleming Viewer. It was not changed.</source>
        <translation>“%1”属于其他程序，不是 Fleming Viewer 的会话。文件未被更改。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; was made by a newer version of Fleming Viewer. Open it with that version.</source>
        <translation>会话“%1”由更新版本的 Fleming Viewer 创建。请用该版本打开。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; is locked by another running program. Close that program and try again.</source>
        <translation>会话“%1”被另一个正在运行的程序锁定。请关闭该程序后重试。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be written. Check the permissions of the file and of its folder, or copy it to another folder.</source>
        <translation>无法写入会话“%1”。请检查文件及其文件夹的权限，或将其复制到其他文件夹。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be written: the disk is full.</source>
        <translation>无法写入会话“%1”：磁盘已满。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; is damaged. Open a copy of it that you kept.</source>
        <translation>会话“%1”已损坏。请打开您保留的副本。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; could not be used: %2.</source>
        <translation>无法使用会话“%1”：%2。</translation>
    </message>
    <message>
        <source>The session has no exchange with the number %1.</source>
        <translation>会话中没有编号为 %1 的问答。</translation>
    </message>
    <message>
        <source>A picture of the evidence could not be stored as PNG.</source>
        <translation>证据中的一幅图像无法保存为 PNG。</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot;, which marks the session as being written, cannot be used: %2. Keep the session in a folder that you can write to.</source>
        <translation>无法使用标记会话正在写入的文件“%1”：%2。请将会话保存在您可写入的文件夹中。</translation>
    </message>
</context>
<context>
    <name>SliceOverlay</name>
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
        <source>%1 %2 mm</source>
        <translation>%1 %2 mm</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 × %2 × %3</source>
        <translation>%1 × %2 × %3</translation>
    </message>
    <message>
        <source>spacing unknown</source>
        <translation>间距未知</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>%1 × %2 × %3 mm</source>
        <translation>%1 × %2 × %3 mm</translation>
    </message>
    <message>
        <source>Each slice from its minimum to its maximum</source>
        <translation>每层从其最小值到最大值</translation>
    </message>
    <message>
        <source>C %1  W %2</source>
        <translation>窗位 %1  窗宽 %2</translation>
    </message>
    <message>
        <source>R %1  G %2  B %3</source>
        <translation>R %1  G %2  B %3</translation>
    </message>
    <message>
        <source>%1 HU</source>
        <translation>%1 HU</translation>
    </message>
    <message>
        <source>Value %1</source>
        <translation>像素值 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Slice %1 of %2</source>
        <translation>第 %1 层，共 %2 层</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>Zoom %1 %</source>
        <translation>缩放 %1 %</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>No model was found. Give the folder of a Fleming-VL checkpoint with --model DIR or in the environment variable FLEMING_MODEL.</source>
        <translation>未找到模型。请用 --model DIR 或环境变量 FLEMING_MODEL 指定 Fleming-VL 检查点文件夹。</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>--plane takes axial, coronal or sagittal, not &quot;%1&quot;.</source>
        <translation>--plane 须为 axial、coronal 或 sagittal，不能是“%1”。</translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>--dtype takes auto, float32, bfloat16 or float16, not &quot;%1&quot;.</source>
        <translation>--dtype 须为 auto、float32、bfloat16 或 float16，不能是“%1”。</translation>
    </message>
    <message>
        <source>--top-p takes a number above 0, up to 1.</source>
        <translation>--top-p 须为大于 0 且不超过 1 的数字。</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs or series, use less evidence, or choose a smaller model.</source>
        <translation>内存不足。请关闭其他程序或序列，减少证据，或选择更小的模型。</translation>
    </message>
    <message>
        <source>This did not work, for a reason inside the program: %1</source>
        <translation>操作未成功，原因在程序内部：%1</translation>
    </message>
    <message>
        <source>This did not work, for an unknown reason inside the program.</source>
        <translation>操作未成功，原因在程序内部，尚不清楚。</translation>
    </message>
    <message>
        <source>For research use only. Not for diagnosis or any clinical decision.</source>
        <translation>仅供研究使用。不得用于诊断或任何临床决策。</translation>
    </message>
    <message>
        <source>A picture of the evidence in the session is damaged. Open a copy of the session that you kept.</source>
        <translation>会话证据中的一幅图像已损坏。请打开您保留的会话副本。</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>正在读取模型</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text.</source>
        <translation>&quot;%1&quot; 必须是文本。</translation>
    </message>
    <message>
        <source>&quot;plane&quot; takes &quot;axial&quot;, &quot;coronal&quot; or &quot;sagittal&quot;.</source>
        <translation>&quot;plane&quot; 须为 &quot;axial&quot;、&quot;coronal&quot; 或 &quot;sagittal&quot;。</translation>
    </message>
    <message>
        <source>--quant takes none, int8 or int4, not &quot;%1&quot;.</source>
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
        <translation>模型看到的是更改前的证据。下一个问题将以当前证据开始新的对话。</translation>
    </message>
    <message>
        <source>Another model answers from now on. The next question begins a new conversation.</source>
        <translation>此后由另一个模型回答。下一个问题将开始新的对话。</translation>
    </message>
    <message>
        <source>An answer is on its way. Wait for it or stop it, then ask again.</source>
        <translation>正在回答。请等待或停止，然后再提问。</translation>
    </message>
    <message>
        <source>The session is still being opened. Ask again in a moment.</source>
        <translation>会话仍在打开。请稍后再提问。</translation>
    </message>
    <message>
        <source>The model is still being loaded. Ask again when it is ready.</source>
        <translation>模型仍在加载。请在就绪后再提问。</translation>
    </message>
    <message>
        <source>No model is loaded. Choose one first.</source>
        <translation>尚未加载模型。请先选择一个。</translation>
    </message>
    <message>
        <source>There is no question yet. Write one first.</source>
        <translation>尚无问题。请先写一个。</translation>
    </message>
    <message>
        <source>An answer is on its way. Wait for it or stop it, then take up another conversation.</source>
        <translation>正在回答。请等待或停止，然后再继续其他对话。</translation>
    </message>
    <message>
        <source>An answer is on its way. Wait for it or stop it, then open the session.</source>
        <translation>正在回答。请等待或停止，然后再打开会话。</translation>
    </message>
    <message>
        <source>An answer is on its way. Wait for it or stop it, then begin a new session.</source>
        <translation>正在回答。请等待或停止，然后再新建会话。</translation>
    </message>
    <message>
        <source>There is nothing to report yet: the session has no exchanges.</source>
        <translation>尚无可报告的内容：会话中没有问答。</translation>
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
        <source>The model answers. What you ask now waits for its turn.</source>
        <translation>模型正在回答。您现在提出的问题将排队等候。</translation>
    </message>
    <message>
        <source>Ask when the running answer is done (Enter)</source>
        <translation>当前回答结束后提问（Enter）</translation>
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
    <message>
        <source>The model looks at picture %1 of %2, %3 s</source>
        <translation>模型正在查看第 %1 幅图像（共 %2 幅），%3 秒</translation>
    </message>
    <message>
        <source>The model reads picture %1 of %2, %3 s</source>
        <translation>模型正在读取第 %1 幅图像（共 %2 幅），%3 秒</translation>
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
    <message>
        <source>As the data type</source>
        <translation>与数据类型相同</translation>
    </message>
    <message>
        <source>int8: half of bfloat16&apos;s memory</source>
        <translation>int8：内存为 bfloat16 的一半</translation>
    </message>
    <message>
        <source>int4: a third of bfloat16&apos;s memory, a little less exact</source>
        <translation>int4：内存为 bfloat16 的三分之一，精度略低</translation>
    </message>
    <message>
        <source>Fewer bits a weight of the language model: less memory, faster answers</source>
        <translation>语言模型的每个权重使用更少的位：内存更少，回答更快</translation>
    </message>
    <message>
        <source>&amp;Weights:</source>
        <translation>权重(&amp;W)：</translation>
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
    <name>fleming::ui::WaitingQuestions</name>
    <message>
        <source>Waiting questions</source>
        <translation>等候的问题</translation>
    </message>
    <message>
        <source>These questions are asked one after the other, about the pictures that are picked then.
Drag one to change its turn, press Delete to remove it, or double-click to take it back and change it.</source>
        <translation>这些问题将依次提出，针对届时所选的图像。
拖动可调整次序，按 Delete 删除，双击可取回修改。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>fleming::viewer::ClipScreen</name>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
</context>
<context>
    <name>fleming::viewer::ClipSlider</name>
    <message>
        <source>Position in the clip</source>
        <translation>视频中的位置</translation>
    </message>
</context>
<context>
    <name>fleming::viewer::ClipView</name>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>后退一帧</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>前进一帧</translation>
    </message>
    <message>
        <source>Set the in point</source>
        <translation>设置入点</translation>
    </message>
    <message>
        <source>In</source>
        <translation>入点</translation>
    </message>
    <message>
        <source>Set the out point</source>
        <translation>设置出点</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出点</translation>
    </message>
    <message>
        <source>Clear the in and out points</source>
        <translation>清除入点和出点</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>One frame back (Left)</source>
        <translation>后退一帧（左）</translation>
    </message>
    <message>
        <source>One frame on (Right)</source>
        <translation>前进一帧（右）</translation>
    </message>
    <message>
        <source>The range begins at this frame (I)</source>
        <translation>范围从此帧开始（I）</translation>
    </message>
    <message>
        <source>The range ends with this frame (O)</source>
        <translation>范围到此帧结束（O）</translation>
    </message>
    <message>
        <source>The range is the whole clip again</source>
        <translation>范围恢复为整个视频</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停（空格）</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放（空格）</translation>
    </message>
    <message>
        <source>%1 / %2   Frame %3 of %4</source>
        <translation>%1 / %2   第 %3 帧，共 %4 帧</translation>
    </message>
</context>
<context>
    <name>fleming::viewer::SliceView</name>
    <message>
        <source>Some slices of this series could not be read: this plane has gaps.</source>
        <translation>此序列的部分层面无法读取：此平面有缺失。</translation>
    </message>
    <message>
        <source>This slice could not be read: what is shown are no pixels of it.</source>
        <translation>此层无法读取：所显示的并非其像素。</translation>
    </message>
    <message>
        <source>Slice view</source>
        <translation>层面视图</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
</context>
<context>
    <name>fleming::viewer::VolumeRenderer</name>
    <message>
        <source>The volume view needs OpenGL 3.2, which this display does not offer. Install a graphics driver, or Mesa&apos;s software renderer (libgl1-mesa-dri).</source>
        <translation>体绘制需要 OpenGL 3.2，而当前显示不支持。请安装显卡驱动，或 Mesa 的软件渲染器（libgl1-mesa-dri）。</translation>
    </message>
    <message>
        <source>There is not enough memory to show this volume.</source>
        <translation>内存不足，无法显示此体数据。</translation>
    </message>
</context>
<context>
    <name>fleming::viewer::VolumeView</name>
    <message>
        <source>A single slice has no volume to show.</source>
        <translation>单个层面没有可显示的体数据。</translation>
    </message>
    <message>
        <source>The volume is still being loaded.</source>
        <translation>体数据仍在加载。</translation>
    </message>
    <message>
        <source>Preparing the volume…</source>
        <translation>正在准备体数据…</translation>
    </message>
    <message>
        <source>Volume view</source>
        <translation>体绘制视图</translation>
    </message>
</context>
</TS>
