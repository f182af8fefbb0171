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
        <source>Browses scans and asks Fleming-VL about them.
%1</source>
        <translation>浏览影像并就其向 Fleming-VL 提问。
%1</translation>
    </message>
    <message>
        <source>Load this checkpoint folder. Default: the environment variable FLEMING_MODEL, then the last used model, then the demo model.</source>
        <translation>加载此检查点文件夹。默认依次取：环境变量 FLEMING_MODEL、上次使用的模型、演示模型。</translation>
    </message>
    <message>
        <source>Compute device: auto, cpu, cuda or cuda:N.</source>
        <translation>计算设备：auto、cpu、cuda 或 cuda:N。</translation>
    </message>
    <message>
        <source>Compute data type: auto, float32, bfloat16 or float16 (CUDA only).</source>
        <translation>计算数据类型：auto、float32、bfloat16 或 float16（仅限 CUDA）。</translation>
    </message>
    <message>
        <source>Quantize the language model&apos;s weights while loading: none, int8 or int4.</source>
        <translation>加载时量化语言模型的权重：none、int8 或 int4。</translation>
    </message>
    <message>
        <source>Store questions and answers in this session file; it is created if it does not exist.</source>
        <translation>将问答保存在此会话文件中；若文件不存在则新建。</translation>
    </message>
    <message>
        <source>Enter this question in the question box, ready to be asked.</source>
        <translation>将此问题填入提问框，随时可以发送。</translation>
    </message>
    <message>
        <source>Open this sample (%1), add evidence from it and enter a question, ready to be asked.</source>
        <translation>打开此示例（%1），添加其中的证据并填好问题，随时可以发送。</translation>
    </message>
    <message>
        <source>Run the main workflow unattended: open files (by default the sample chest CT), add evidence, ask, wait for the answer, and save screenshots, report and session in this folder.</source>
        <translation>无人值守地运行主要流程：打开文件（默认为示例胸部 CT）、添加证据、提问、等待回答，并将截图、报告和会话保存在此文件夹中。</translation>
    </message>
    <message>
        <source>Files and folders to open.</source>
        <translation>要打开的文件和文件夹。</translation>
    </message>
    <message>
        <source>There is no sample named &quot;%1&quot;.</source>
        <translation>没有名为“%1”的示例。</translation>
    </message>
    <message>
        <source>%1 must be a whole number of at least %2, not &quot;%3&quot;.</source>
        <translation>%1 须为不小于 %2 的整数，不能是“%3”。</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>%1 须为 %2 至 %3 的整数，不能是“%4”。</translation>
    </message>
    <message>
        <source>%1 must be a number, not &quot;%2&quot;.</source>
        <translation>%1 须为数字，不能是“%2”。</translation>
    </message>
    <message>
        <source>%1 must be a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>%1 须为 %2 至 %3 的数字，不能是“%4”。</translation>
    </message>
    <message>
        <source>Unknown option %1.</source>
        <translation>未知选项 %1。</translation>
    </message>
    <message>
        <source>%1 was specified twice.</source>
        <translation>%1 被重复指定。</translation>
    </message>
    <message>
        <source>%1 does not take a value.</source>
        <translation>%1 不接受参数值。</translation>
    </message>
    <message>
        <source>%1 requires a value.</source>
        <translation>%1 需要参数值。</translation>
    </message>
    <message>
        <source>%1 must be a whole number of at least 0, not &quot;%2&quot;.</source>
        <translation>%1 须为不小于 0 的整数，不能是“%2”。</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>%1 tokens, %2 tokens/s, %3 prompt tokens</source>
        <translation>%1 个词元，%2 词元/秒，提示词 %3 个词元</translation>
    </message>
    <message>
        <source>done: %1</source>
        <translation>完成：%1</translation>
    </message>
    <message>
        <source>stopped at the limit of --max-new-tokens: %1</source>
        <translation>达到 --max-new-tokens 上限而停止：%1</translation>
    </message>
    <message>
        <source>stopped: %1</source>
        <translation>已停止：%1</translation>
    </message>
    <message>
        <source>load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>视觉</translation>
    </message>
    <message>
        <source>prefill</source>
        <translation>预填充</translation>
    </message>
    <message>
        <source>decode</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>%1 on %2, %3, %4 threads: %5 parameters, %6 GB of weights
</source>
        <translation>%1，设备 %2，%3，%4 个线程：%5 个参数，权重 %6 GB
</translation>
    </message>
    <message>
        <source>limits: memory read %1 GB/s, matrix multiplication %2 GFLOP/s

</source>
        <translation>上限：内存读取 %1 GB/s，矩阵乘法 %2 GFLOP/s

</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>of the limit</source>
        <translation>占上限</translation>
    </message>
    <message>
        <source>
first token after %1 s; after %2 s (%3 %) if the images were read while the question was being written
</source>
        <translation>
首个词元用时 %1 秒；若在输入问题时已读取图像，则为 %2 秒（%3 %）
</translation>
    </message>
    <message>
        <source>%1 images, %2 prompt tokens, %3 tokens decoded; peak memory %4 GB
</source>
        <translation>%1 幅图像，提示词 %2 个词元，解码 %3 个词元；内存峰值 %4 GB
</translation>
    </message>
    <message>
        <source>Measuring: %1</source>
        <translation>正在测量：%1</translation>
    </message>
    <message>
        <source>No model was found. Specify the folder of a Fleming-VL checkpoint with --model DIR or in the environment variable FLEMING_MODEL.</source>
        <translation>未找到模型。请用 --model DIR 或环境变量 FLEMING_MODEL 指定 Fleming-VL 检查点文件夹。</translation>
    </message>
    <message>
        <source>The output could not be written: %1.</source>
        <translation>无法写入输出：%1。</translation>
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
        <source>%1, %2 correct</source>
        <translation>%1，%2 正确</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1，剩余 %2</translation>
    </message>
    <message>
        <source>line %1:</source>
        <translation>第 %1 行：</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 questions have been answered. Run the same command again to continue.</source>
        <translation>已停止：已回答 %1/%2 个问题。再次运行同一命令即可继续。</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>正在读取模型</translation>
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
        <source>correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Reasoning that cites the correct images: %1 of %2 (%3).</source>
        <translation>引用了正确图像的推理：%1/%2（%3）。</translation>
    </message>
    <message>
        <source>Answers without an &lt;answer&gt; tag: %1.</source>
        <translation>没有 &lt;answer&gt; 标签的回答：%1。</translation>
    </message>
    <message>
        <source>Questions that could not be asked (counted as wrong): %1.</source>
        <translation>无法提出的问题（计为错误）：%1。</translation>
    </message>
    <message>
        <source>got: %1</source>
        <translation>实际：%1</translation>
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
        <source>skipped %1: %2</source>
        <translation>已跳过 %1：%2</translation>
    </message>
    <message>
        <source>%1 files were skipped; run &quot;fleming info&quot; to see why.</source>
        <translation>已跳过 %1 个文件；运行“fleming info”可查看原因。</translation>
    </message>
    <message>
        <source>There is no series %1: series are numbered from 0 to %2. Run &quot;fleming info&quot; to list them.</source>
        <translation>没有序列 %1：序列编号为 0 至 %2。运行“fleming info”可列出全部序列。</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>There are %1 series; using series 0. Run &quot;fleming info&quot; to list them, and choose one with --series N.</source>
        <translation>共有 %1 个序列；使用序列 0。运行“fleming info”可列出全部序列，用 --series N 选择。</translation>
    </message>
    <message>
        <source>Reading frames</source>
        <translation>正在读取图像</translation>
    </message>
    <message>
        <source>Too many frames: at most %1 can be used. Choose fewer.</source>
        <translation>帧数过多：最多可用 %1 帧。请减少选取。</translation>
    </message>
    <message>
        <source>%1: the folder could not be created.</source>
        <translation>%1：无法创建文件夹。</translation>
    </message>
    <message>
        <source>%1: could not be written: %2.</source>
        <translation>%1：无法写入：%2。</translation>
    </message>
    <message>
        <source>fleming: browse scans and ask Fleming-VL about them. For research use only, not for diagnosis.

usage: fleming COMMAND ...

  info PATH...             list the contents: series, type, size, spacing, orientation, frames
  frames PATH -o DIR       save the images that a question would use as PNG files
  pixels PATH -o FILE.npy  save the values that enter the model&apos;s vision tower
  tokenize TEXT            print the token ids of a text
  ask PATH... -q TEXT      ask the model a question
  evaluate --questions F   ask a file of questions with known answers and report the accuracy
  bench                    measure the speed of the engine on this machine against the hardware limits

Run &quot;fleming COMMAND --help&quot; for details of a command. &quot;fleming --version&quot; prints the version.
A PATH is a file or a folder: DICOM (also DICOMDIR), NIfTI, NRRD, MetaImage, NPY, PNG, JPEG, TIFF, BMP, MP4, MOV,
MKV, WebM, AVI. File types are detected by content, not by name.

examples:
  fleming info ~/scans
  fleming ask ~/scans/ct -q &quot;Is there a pleural effusion?&quot; --window lung --count 11
  fleming ask clip.mp4 -q &quot;What is shown?&quot; --clip 2:8 --turn &quot;Which frame shows it best?&quot;

exit codes: 0 success, 1 failure (the reason is printed to standard error), 2 invalid arguments
</source>
        <translation>fleming：浏览影像并就其向 Fleming-VL 提问。仅供研究使用，不得用于诊断。

用法：fleming 命令 ...

  info PATH...             列出内容：序列、类型、尺寸、间距、方位、帧
  frames PATH -o DIR       将提问所用的图像保存为 PNG 文件
  pixels PATH -o FILE.npy  保存进入模型视觉编码器的数值
  tokenize TEXT            输出文本的词元编号
  ask PATH... -q TEXT      向模型提问
  evaluate --questions F   提出文件中已知答案的问题，并报告准确率
  bench                    测量引擎在本机上的速度，并与硬件上限比较

运行“fleming 命令 --help”查看该命令的详细说明。“fleming --version”输出版本。
PATH 是文件或文件夹：DICOM（含 DICOMDIR）、NIfTI、NRRD、MetaImage、NPY、PNG、JPEG、TIFF、BMP、MP4、MOV、
MKV、WebM、AVI。文件类型按内容判断，与文件名无关。

示例：
  fleming info ~/scans
  fleming ask ~/scans/ct -q &quot;Is there a pleural effusion?&quot; --window lung --count 11
  fleming ask clip.mp4 -q &quot;What is shown?&quot; --clip 2:8 --turn &quot;Which frame shows it best?&quot;

退出码：0 成功，1 失败（原因输出到标准错误），2 参数错误
</translation>
    </message>
    <message>
        <source>frame selection (default: 11 slices of a volume, one frame per second of a clip, or the image itself):
  --series N[,N...]   these series, as numbered by &quot;fleming info&quot;; default: the only series, or series 0
                      (if every PATH names a single image, all of them are used)
  --plane PLANE       axial, coronal or sagittal; default: the acquired plane of the volume
  --count K           K evenly spaced frames
  --slices 3,9,12     these slices or frames, numbered from 0
  --times 0.5,1,2.5   the frames of a clip at these times, in seconds
  --every SECONDS     one frame of a clip per interval of this length
  --clip START:END    only this part of a clip, in seconds
window/level (default: the window stored in the file; NPY: minimum to maximum of each slice):
  --window C,W        window centre and width, such as 40,400
  --window NAME       a window stored in the file or, for CT, brain, subdural, stroke, bone, soft-tissue, lung,
                      mediastinum, abdomen, liver
  --minmax            minimum to maximum of each slice
  --invert            invert the grey values
</source>
        <translation>图像选择（默认：体数据取 11 层，视频每秒一帧，单幅图像取其本身）：
  --series N[,N...]   这些序列，编号见“fleming info”；默认取唯一的序列或序列 0
                      （若每个 PATH 都是单幅图像，则全部使用）
  --plane PLANE       axial（横断面）、coronal（冠状面）或 sagittal（矢状面）；默认取采集平面
  --count K           等间隔选取 K 帧
  --slices 3,9,12     这些层面或帧，编号从 0 开始
  --times 0.5,1,2.5   视频在这些时刻的帧，单位为秒
  --every SECONDS     视频每隔这一时长取一帧
  --clip START:END    只取视频的这一段，单位为秒
窗宽/窗位（默认：文件自带的窗；NPY：每层的最小值到最大值）：
  --window C,W        窗位和窗宽，如 40,400
  --window NAME       文件自带的窗；CT 还可用 brain、subdural、stroke、bone、soft-tissue、lung、
                      mediastinum、abdomen、liver
  --minmax            每层的最小值到最大值
  --invert            灰度反相
</translation>
    </message>
    <message>
        <source>usage: fleming info PATH... [--json]

Lists the contents of files and folders: series with their number, type, size, spacing, orientation and frames, and
the files that were skipped, with the reason.

  --json   print the same as one JSON object: &quot;series&quot;, &quot;skipped&quot;, &quot;notes&quot;
</source>
        <translation>用法：fleming info PATH... [--json]

列出文件和文件夹的内容：各序列的编号、类型、尺寸、间距、方位和帧数，
以及被跳过的文件及其原因。

  --json   以一个 JSON 对象输出同样内容：&quot;series&quot;、&quot;skipped&quot;、&quot;notes&quot;
</translation>
    </message>
    <message>
        <source>usage: fleming frames PATH [selection] -o DIR

Saves the frames that a question would use, before they are resized, as DIR/Image-1.png, Image-2.png and so on, and
their provenance as DIR/frames.json. Existing files with these names are overwritten.

</source>
        <translation>用法：fleming frames PATH [选择] -o DIR

将提问所用的图像在缩放之前保存为 DIR/Image-1.png、Image-2.png 等，
并将其来源保存为 DIR/frames.json。已有的同名文件将被覆盖。

</translation>
    </message>
    <message>
        <source>usage: fleming pixels PATH [selection] -o FILE.npy

Saves the input of the vision tower: a float32 NPY array of shape (frames, 3, 448, 448), resized and normalized as
in Fleming-VL.

</source>
        <translation>用法：fleming pixels PATH [选择] -o FILE.npy

保存视觉编码器的输入：float32 的 NPY 数组，形状为 (帧, 3, 448, 448)，
按 Fleming-VL 的方式缩放和归一化。

</translation>
    </message>
    <message>
        <source>usage: fleming tokenize [--model DIR] TEXT|- [--json]

Prints the token ids of TEXT, or of standard input if TEXT is -, as the model receives them in a question. Names of
control tokens in the text are treated as ordinary text. Put -- before a TEXT that begins with a dash.

  --model DIR   the checkpoint whose tokenizer is used; default: FLEMING_MODEL, then the demo model
  --json        print a JSON array
</source>
        <translation>用法：fleming tokenize [--model DIR] TEXT|- [--json]

输出 TEXT 的词元编号（TEXT 为 - 时读取标准输入），与模型在问题中收到的一致。文本中的
控制词元名称按普通文本处理。TEXT 以短横线开头时，请在其前加 --。

  --model DIR   使用其分词器的检查点；默认依次取 FLEMING_MODEL、演示模型
  --json        输出 JSON 数组
</translation>
    </message>
    <message>
        <source>  --model DIR          a checkpoint folder; default: FLEMING_MODEL, then the demo model
  --device D           auto, cpu, cuda, cuda:N, or a list to split the layers over: cuda:0,cpu [auto]
  --dtype T            auto, float32, bfloat16 or, on CUDA, float16                           [auto]
  --quant Q            quantization of the language model&apos;s weights: none, int8 or int4       [none]
  --max-new-tokens N   maximum number of new tokens                                           [1024]
  --temperature X      0 is greedy decoding; above 0, tokens are sampled                      [0]
  --top-p X, --top-k N sample from the most likely tokens only                                [1, 0: all]
  --seed N             seed for sampling; the same seed gives the same tokens                 [0]
  --system TEXT        system prompt that replaces Fleming-VL&apos;s default
  --no-reasoning-prompt  do not ask for &lt;think&gt; and &lt;answer&gt;
</source>
        <translation>  --model DIR          检查点文件夹；默认依次取 FLEMING_MODEL、演示模型
  --device D           auto、cpu、cuda、cuda:N，或用于分配各层的设备列表：cuda:0,cpu            [auto]
  --dtype T            auto、float32、bfloat16，或在 CUDA 上用 float16                        [auto]
  --quant Q            语言模型权重的量化：none、int8 或 int4                                 [none]
  --max-new-tokens N   最大新词元数                                                           [1024]
  --temperature X      0 为贪心解码；大于 0 时采样                                            [0]
  --top-p X, --top-k N 只从最可能的词元中采样                                                 [1, 0: 全部]
  --seed N             采样的随机种子；种子相同则词元相同                                     [0]
  --system TEXT        替换 Fleming-VL 默认值的系统提示词
  --no-reasoning-prompt  不要求输出 &lt;think&gt; 和 &lt;answer&gt;
</translation>
    </message>
    <message>
        <source>usage: fleming ask PATH... -q TEXT [selection] [options]

Asks the model about the frames of PATH and streams the answer. Without a PATH, only the question is sent.
Ctrl-C stops the answer; the text so far is kept.

  -q TEXT              the question
  --turn TEXT          a follow-up question in the same conversation; can be repeated
%1  --json               print one JSON object per turn, one per line: text, reasoning, answer, finish (stop, length
                       or cancelled), prompt_tokens, image_tokens, tokens, evidence, timing, model
  --session FILE       save questions, frames and answers in this session file, which the viewer can open
  --report FILE.pdf    write a PDF report
  --report-paths       include the full paths of files and model in the report, not only their names

</source>
        <translation>用法：fleming ask PATH... -q TEXT [选择] [选项]

就 PATH 的图像向模型提问，并流式输出回答。不带 PATH 时只发送问题。
Ctrl-C 停止回答；已输出的内容会保留。

  -q TEXT              问题
  --turn TEXT          同一对话中的追问；可重复使用
%1  --json               每个问题输出一个 JSON 对象，各占一行：text、reasoning、answer、finish（stop、length
                       或 cancelled）、prompt_tokens、image_tokens、tokens、evidence、timing、model
  --session FILE       将问题、图像和回答保存在此会话文件中，可用查看器打开
  --report FILE.pdf    写出 PDF 报告
  --report-paths       在报告中写出文件和模型的完整路径，而不只是名称

</translation>
    </message>
    <message>
        <source>usage: fleming bench [--model DIR | --shape 1b|8b|38b] [options]

Measures the memory bandwidth and the matrix multiplication speed of this machine, then each phase of a question:
loading the model, the vision tower, the prompt (prefill) and the answer (decode), as time, rate and share of the limit.

  --model DIR          a checkpoint folder
  --shape S            random weights in the sizes of InternVL3-1B, -8B or -38B, without a checkpoint    [1b]
  --device D           auto, cpu, cuda or cuda:N                                                        [auto]
  --dtype T            auto, float32, bfloat16 or, on CUDA, float16                                     [auto]
  --quant Q            quantization of the language model&apos;s weights: none, int8 or int4                 [none]
  --threads N          number of CPU threads                                                    [one per core]
  --images K           number of images in the question                                                   [11]
  --new-tokens N       number of tokens in the answer                                                     [64]
  --json               {&quot;limits&quot;: {&quot;read_gb_s&quot;, &quot;matmul_gflops&quot;}, &quot;load&quot; | &quot;vision&quot; | &quot;prefill&quot; | &quot;decode&quot;:
                       {&quot;seconds&quot;, &quot;rate&quot;, &quot;unit&quot;, &quot;percent_of_limit&quot;}, &quot;peak_gb&quot;,
                       &quot;first_token&quot;: {&quot;cold_seconds&quot;, &quot;warm_seconds&quot;}, ...}
</source>
        <translation>用法：fleming bench [--model DIR | --shape 1b|8b|38b] [选项]

测量本机的内存带宽和矩阵乘法速度，然后测量一次提问的各个阶段：加载模型、视觉编码器、
提示词（预填充）和回答（解码），给出用时、速率和占上限的比例。

  --model DIR          检查点文件夹
  --shape S            按 InternVL3-1B、-8B 或 -38B 的规模使用随机权重，无需检查点                      [1b]
  --device D           auto、cpu、cuda 或 cuda:N                                                        [auto]
  --dtype T            auto、float32、bfloat16，或在 CUDA 上用 float16                                  [auto]
  --quant Q            语言模型权重的量化：none、int8 或 int4                                           [none]
  --threads N          CPU 线程数                                                                 [每核一个]
  --images K           问题中的图像数                                                                   [11]
  --new-tokens N       回答的词元数                                                                     [64]
  --json               {&quot;limits&quot;: {&quot;read_gb_s&quot;, &quot;matmul_gflops&quot;}, &quot;load&quot; | &quot;vision&quot; | &quot;prefill&quot; | &quot;decode&quot;:
                       {&quot;seconds&quot;, &quot;rate&quot;, &quot;unit&quot;, &quot;percent_of_limit&quot;}, &quot;peak_gb&quot;,
                       &quot;first_token&quot;: {&quot;cold_seconds&quot;, &quot;warm_seconds&quot;}, ...}
</translation>
    </message>
    <message>
        <source>usage: fleming evaluate --questions FILE.jsonl [options]

Asks the questions in FILE, each in its own conversation, and prints the accuracy for each kind of question and
overall, with the 95 % interval (Wilson), and the wrong answers. Ctrl-C stops; run the same command again to continue.
A question whose files cannot be read counts as wrong.

  --questions FILE     the questions, see below
  --answers FILE       save all answers in this file, one JSON object per line, and continue from those already in it
  --parallel N         number of questions answered in parallel, as memory allows; the answers are the same, but
                       faster                                                                  [8]
%1  --json               print one JSON object: n, accuracy, low, high, kinds, wrong, without_answer, failed, and
                       cites if any question has it

FILE contains one JSON object per line; paths are relative to its folder:
  &quot;images&quot;: [PATH, ...] or &quot;volume&quot;: PATH or &quot;video&quot;: PATH
  &quot;question&quot;: TEXT, &quot;answer&quot;: TEXT, and &quot;answers&quot;: [TEXT, ...] if other wordings are also correct;
                       case, spaces and a final full stop are ignored; for multiple choice (&quot;D. Fundus imaging&quot;)
                       the letter, the text or both are accepted
  &quot;kind&quot;: TEXT         the kind of question, for separate totals
  &quot;before&quot;: [TEXT, ...]  asked first in the same conversation; the images are sent with the very first question
  &quot;cites&quot;: [N, ...]    the images that the reasoning should cite, give or take one
  &quot;selection&quot;: {...}   one of &quot;count&quot;: K, &quot;indices&quot;: [...], &quot;times&quot;: [...], &quot;everySeconds&quot;: X; &quot;clipRange&quot;: [A, B],
                       &quot;plane&quot;, &quot;window&quot;: [C, W] or NAME or &quot;minmax&quot;, &quot;inverted&quot;: true, &quot;series&quot;: N; same as
                       the options of ask
</source>
        <translation>用法：fleming evaluate --questions FILE.jsonl [选项]

提出 FILE 中的问题，每个问题各用一个对话，并输出各类别和总体的准确率及 95 % 区间（Wilson），
以及答错的问题。Ctrl-C 停止；再次运行同一命令即可继续。
文件无法读取的问题计为错误。

  --questions FILE     问题，见下文
  --answers FILE       将所有回答保存在此文件中，每行一个 JSON 对象，并从其中已有的回答继续
  --parallel N         并行回答的问题数，以内存允许为限；回答不变，
                       但更快                                                                  [8]
%1  --json               输出一个 JSON 对象：n、accuracy、low、high、kinds、wrong、without_answer、failed，
                       若有问题含 cites 则还有 cites

FILE 每行一个 JSON 对象；路径相对于其所在文件夹：
  &quot;images&quot;: [PATH, ...] 或 &quot;volume&quot;: PATH 或 &quot;video&quot;: PATH
  &quot;question&quot;: TEXT, &quot;answer&quot;: TEXT，若其他说法也正确则加 &quot;answers&quot;: [TEXT, ...]；
                       忽略大小写、空格和末尾句号；选择题（&quot;D. Fundus imaging&quot;）
                       答字母、文本或两者均可
  &quot;kind&quot;: TEXT         问题类别，用于分类统计
  &quot;before&quot;: [TEXT, ...]  先在同一对话中提出；图像随第一个问题发送
  &quot;cites&quot;: [N, ...]    推理应引用的图像，允许相差一幅
  &quot;selection&quot;: {...}   &quot;count&quot;: K、&quot;indices&quot;: [...]、&quot;times&quot;: [...]、&quot;everySeconds&quot;: X 之一；&quot;clipRange&quot;: [A, B]、
                       &quot;plane&quot;、&quot;window&quot;: [C, W] 或 NAME 或 &quot;minmax&quot;、&quot;inverted&quot;: true、&quot;series&quot;: N；
                       与 ask 的选项相同
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
        <source>%1 at %2 per second, %3</source>
        <translation>%1 帧，每秒 %2 帧，%3</translation>
    </message>
    <message>
        <source>%1 centre %2 width %3</source>
        <translation>%1 窗位 %2 窗宽 %3</translation>
    </message>
    <message>
        <source>%1, %2 colour channels</source>
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
        <source>%1, slice spacing %2 mm</source>
        <translation>%1，层间距 %2 mm</translation>
    </message>
    <message>
        <source>spacing</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>not given in the file</source>
        <translation>文件中未注明</translation>
    </message>
    <message>
        <source>orientation</source>
        <translation>方位</translation>
    </message>
    <message>
        <source>%1; columns towards %2, rows towards %3, slices towards %4</source>
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
        <source>%1: the file could not be written. Check that its folder exists.</source>
        <translation>%1：无法写入文件。请检查其文件夹是否存在。</translation>
    </message>
    <message>
        <source>%1: the file could not be written completely.</source>
        <translation>%1：文件未能完整写入。</translation>
    </message>
    <message>
        <source>One of the paths is empty.</source>
        <translation>有一个路径为空。</translation>
    </message>
    <message>
        <source>The window width must be at least 1, not &quot;%1&quot;.</source>
        <translation>窗宽至少为 1，不能是“%1”。</translation>
    </message>
    <message>
        <source>--window must be CENTRE,WIDTH or the name of a window, not &quot;%1&quot;.</source>
        <translation>--window 须为“窗位,窗宽”或窗的名称，不能是“%1”。</translation>
    </message>
    <message>
        <source>--clip must be START:END in seconds, with the end after the start, not &quot;%1&quot;.</source>
        <translation>--clip 须为以秒计的“起点:终点”，终点在起点之后，不能是“%1”。</translation>
    </message>
    <message>
        <source>--plane must be axial, coronal or sagittal, not &quot;%1&quot;.</source>
        <translation>--plane 须为 axial、coronal 或 sagittal，不能是“%1”。</translation>
    </message>
    <message>
        <source>Use only one of --count, --slices, --times and --every.</source>
        <translation>--count、--slices、--times 和 --every 只能使用其中之一。</translation>
    </message>
    <message>
        <source>Use either --window or --minmax, not both.</source>
        <translation>--window 和 --minmax 只能使用其中之一。</translation>
    </message>
    <message>
        <source>--clip cannot be combined with --slices or --times, which name each frame.</source>
        <translation>--clip 不能与 --slices 或 --times 同时使用，后者已逐帧指定。</translation>
    </message>
    <message>
        <source>Specify exactly one PATH: a file or a folder.</source>
        <translation>请指定且只指定一个 PATH：文件或文件夹。</translation>
    </message>
    <message>
        <source>%1 is required.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>--device must be auto, cpu, cuda, cuda:N, or a list such as cuda:0,cpu, not &quot;%1&quot;.</source>
        <translation>--device 须为 auto、cpu、cuda、cuda:N 或列表（如 cuda:0,cpu），不能是“%1”。</translation>
    </message>
    <message>
        <source>--dtype must be auto, float32, bfloat16 or float16, not &quot;%1&quot;.</source>
        <translation>--dtype 须为 auto、float32、bfloat16 或 float16，不能是“%1”。</translation>
    </message>
    <message>
        <source>--quant must be none, int8 or int4, not &quot;%1&quot;.</source>
        <translation>--quant 须为 none、int8 或 int4，不能是“%1”。</translation>
    </message>
    <message>
        <source>--top-p must be a number above 0 and at most 1.</source>
        <translation>--top-p 须为大于 0 且不超过 1 的数字。</translation>
    </message>
    <message>
        <source>Specify a PATH: a file or a folder.</source>
        <translation>请指定 PATH：文件或文件夹。</translation>
    </message>
    <message>
        <source>Specify exactly one TEXT, or - to read standard input.</source>
        <translation>请指定且只指定一个 TEXT，或用 - 读取标准输入。</translation>
    </message>
    <message>
        <source>--report-paths can be used only with --report.</source>
        <translation>--report-paths 只能与 --report 一起使用。</translation>
    </message>
    <message>
        <source>bench takes only options, not &quot;%1&quot;.</source>
        <translation>bench 只接受选项，不接受“%1”。</translation>
    </message>
    <message>
        <source>Use either --model or --shape, not both.</source>
        <translation>--model 和 --shape 只能使用其中之一。</translation>
    </message>
    <message>
        <source>--shape must be 1b, 8b or 38b, not &quot;%1&quot;.</source>
        <translation>--shape 须为 1b、8b 或 38b，不能是“%1”。</translation>
    </message>
    <message>
        <source>Specify the questions with --questions FILE.</source>
        <translation>请用 --questions FILE 指定问题。</translation>
    </message>
    <message>
        <source>Specify a command.</source>
        <translation>请指定一个命令。</translation>
    </message>
    <message>
        <source>Unknown command &quot;%1&quot;.</source>
        <translation>未知命令“%1”。</translation>
    </message>
    <message>
        <source>%1 See &quot;fleming %2--help&quot;.</source>
        <translation>%1请参阅“fleming %2--help”。</translation>
    </message>
</context>
<context>
    <name>Evaluation</name>
    <message>
        <source>&quot;%1&quot; must be text and must not be empty.</source>
        <translation>&quot;%1&quot; 必须是非空文本。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must contain only numbers.</source>
        <translation>&quot;%1&quot; 只能包含数字。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number of at least %2.</source>
        <translation>&quot;%1&quot; 须为不小于 %2 的整数。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number from %2 to %3.</source>
        <translation>&quot;%1&quot; 须为 %2 至 %3 的整数。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list.</source>
        <translation>&quot;%1&quot; 必须是列表。</translation>
    </message>
    <message>
        <source>&quot;window&quot; must be [CENTRE, WIDTH] with a width of at least 1, or the name of a window.</source>
        <translation>&quot;window&quot; 须为 [窗位, 窗宽]（窗宽至少为 1）或窗的名称。</translation>
    </message>
    <message>
        <source>&quot;plane&quot; must be &quot;axial&quot;, &quot;coronal&quot; or &quot;sagittal&quot;.</source>
        <translation>&quot;plane&quot; 须为 &quot;axial&quot;、&quot;coronal&quot; 或 &quot;sagittal&quot;。</translation>
    </message>
    <message>
        <source>Unknown key &quot;%1&quot; in &quot;selection&quot;.</source>
        <translation>&quot;selection&quot; 中有未知的键 &quot;%1&quot;。</translation>
    </message>
    <message>
        <source>Use only one of &quot;count&quot;, &quot;indices&quot;, &quot;times&quot; and &quot;everySeconds&quot; in &quot;selection&quot;.</source>
        <translation>&quot;selection&quot; 中只能使用 &quot;count&quot;、&quot;indices&quot;、&quot;times&quot; 和 &quot;everySeconds&quot; 之一。</translation>
    </message>
    <message>
        <source>&quot;clipRange&quot; must be [START, END] in seconds.</source>
        <translation>&quot;clipRange&quot; 须为以秒计的 [起点, 终点]。</translation>
    </message>
    <message>
        <source>&quot;inverted&quot; must be true or false.</source>
        <translation>&quot;inverted&quot; 必须是 true 或 false。</translation>
    </message>
    <message>
        <source>Specify exactly one of &quot;images&quot;, &quot;volume&quot; and &quot;video&quot;.</source>
        <translation>&quot;images&quot;、&quot;volume&quot; 和 &quot;video&quot; 必须且只能指定一个。</translation>
    </message>
    <message>
        <source>&quot;selection&quot; must be an object.</source>
        <translation>&quot;selection&quot; 必须是对象。</translation>
    </message>
    <message>
        <source>This is not valid JSON (%1, at byte %2).</source>
        <translation>这不是有效的 JSON（%1，位于第 %2 字节）。</translation>
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
        <source>%1: the file contains no questions.</source>
        <translation>%1：文件中没有问题。</translation>
    </message>
    <message>
        <source>%1 contains answers to other questions, or to an earlier version of these. Specify another file with --answers, or delete this one.</source>
        <translation>%1 中是其他问题的回答，或这些问题早先版本的回答。请用 --answers 指定其他文件，或删除此文件。</translation>
    </message>
    <message>
        <source>%1 contains answers of another model. Specify another file with --answers, or delete this one.</source>
        <translation>%1 中是其他模型的回答。请用 --answers 指定其他文件，或删除此文件。</translation>
    </message>
    <message>
        <source>%1 contains answers that were generated with other options. Use the same options, specify another file with --answers, or delete this one.</source>
        <translation>%1 中是用其他选项生成的回答。请使用相同的选项，用 --answers 指定其他文件，或删除此文件。</translation>
    </message>
    <message>
        <source>%1, line %2: this is not an answer of an evaluation. Specify another file with --answers, or delete this one.</source>
        <translation>%1，第 %2 行：这不是评测的回答。请用 --answers 指定其他文件，或删除此文件。</translation>
    </message>
    <message>
        <source>%1: the answers cannot be saved there: %2.</source>
        <translation>%1：无法在此保存回答：%2。</translation>
    </message>
    <message>
        <source>%1: another evaluation is writing to this file. Wait until it finishes, or stop it.</source>
        <translation>%1：另一个评测正在写入此文件。请等待其结束，或将其停止。</translation>
    </message>
    <message>
        <source>%1: the answers could not be written: %2.</source>
        <translation>%1：无法写入回答：%2。</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>The window width must be greater than 0.</source>
        <translation>窗宽必须大于 0。</translation>
    </message>
    <message>
        <source>Select frames in only one way: by count, by index, by time, or by interval.</source>
        <translation>请只用一种方式选择图像：按数量、按编号、按时刻或按时间间隔。</translation>
    </message>
    <message>
        <source>The number of frames must be at least 1.</source>
        <translation>图像数量必须至少为 1。</translation>
    </message>
    <message>
        <source>That would be %1 frames, but a question can include at most %2. Choose fewer.</source>
        <translation>这将有 %1 帧，而一次提问最多 %2 帧。请减少选取。</translation>
    </message>
    <message>
        <source>There is no slice or frame %1: they are numbered from 0 to %2.</source>
        <translation>没有编号为 %1 的层或帧：编号为 0 至 %2。</translation>
    </message>
    <message>
        <source>Frames can be selected by time only in a clip, and this series is not a clip. Select slices by count or by index.</source>
        <translation>只有视频可以按时刻选帧，而此序列不是视频。请按数量或编号选择层面。</translation>
    </message>
    <message>
        <source>A plane can be chosen only for a volume, and this series is a single image.</source>
        <translation>只有体数据可以选择平面，而此序列是单幅图像。</translation>
    </message>
    <message>
        <source>This series is a single image: it provides one frame, not %1.</source>
        <translation>此序列是单幅图像：只有一帧，而非 %1 帧。</translation>
    </message>
    <message>
        <source>The orientation of this volume in the patient is unknown, so it has no axial, coronal and sagittal planes. Select slices without a plane.</source>
        <translation>此体数据在患者体内的方位未知，因此没有横断面、冠状面和矢状面。请不指定平面，直接选择层面。</translation>
    </message>
    <message>
        <source>The range from %1 s to %2 s is outside the clip, which runs from 0 s to %3 s.</source>
        <translation>%1 秒至 %2 秒超出视频范围，视频为 0 秒至 %3 秒。</translation>
    </message>
    <message>
        <source>There is no frame at %1 s: the clip runs from 0 s to %2 s.</source>
        <translation>%1 秒处没有帧：视频为 0 秒至 %2 秒。</translation>
    </message>
    <message>
        <source>A plane can be chosen only for a volume, and this series is a clip.</source>
        <translation>只有体数据可以选择平面，而此序列是视频。</translation>
    </message>
    <message>
        <source>A window can be set only for greyscale values, and the frames of this clip are in colour.</source>
        <translation>只有灰度值可以调窗，而此视频的帧是彩色的。</translation>
    </message>
    <message>
        <source>Only slices and images can be inverted, and this series is a clip.</source>
        <translation>只有层面和图像可以反相，而此序列是视频。</translation>
    </message>
    <message>
        <source>A clip range cannot be combined with frames that are selected one by one. Use only one of them.</source>
        <translation>视频范围不能与逐帧选取同时使用。请只用其中之一。</translation>
    </message>
    <message>
        <source>The interval between frames must be greater than 0 s.</source>
        <translation>帧间隔必须大于 0 秒。</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>There is not enough memory. Close other programs or series, use fewer images, or choose a smaller model.</source>
        <translation>内存不足。请关闭其他程序或序列，减少图像，或选择更小的模型。</translation>
    </message>
    <message>
        <source>This did not work because of an internal error: %1</source>
        <translation>由于内部错误，操作未成功：%1</translation>
    </message>
    <message>
        <source>This did not work because of an unknown internal error.</source>
        <translation>由于未知的内部错误，操作未成功。</translation>
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
    <name>Numbers</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
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
        <source>%1, at %2</source>
        <translation>%1，%2 处</translation>
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
        <source>minimum to maximum</source>
        <translation>最小值到最大值</translation>
    </message>
    <message>
        <source>C %1  W %2</source>
        <translation>窗位 %1  窗宽 %2</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>central square</source>
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
        <source>greedy decoding, %1</source>
        <translation>贪心解码，%1</translation>
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
        <source>The report could not be created.</source>
        <translation>无法创建报告。</translation>
    </message>
    <message>
        <source>The report could not be completed.</source>
        <translation>无法完成报告。</translation>
    </message>
    <message>
        <source>%1: the report could not be written: %2.</source>
        <translation>%1：无法写入报告：%2。</translation>
    </message>
    <message>
        <source>For research use only. Not for diagnosis or any clinical decision.</source>
        <translation>仅供研究使用。不得用于诊断或任何临床决策。</translation>
    </message>
    <message>
        <source>Review of model answers</source>
        <translation>模型回答评审</translation>
    </message>
    <message>
        <source>Questions: %1</source>
        <translation>问题：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
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
        <source>   follow-up to question %1</source>
        <translation>   问题 %1 的追问</translation>
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
        <source>Model reasoning</source>
        <translation>模型的推理</translation>
    </message>
    <message>
        <source>Other model output</source>
        <translation>模型的其他输出</translation>
    </message>
    <message>
        <source>The model gave no final answer.</source>
        <translation>模型没有给出最终回答。</translation>
    </message>
    <message>
        <source>Model answer</source>
        <translation>模型的回答</translation>
    </message>
    <message>
        <source>The answer failed: %1</source>
        <translation>回答失败：%1</translation>
    </message>
    <message>
        <source>The program closed while this answer was being generated.</source>
        <translation>生成此回答时程序已关闭。</translation>
    </message>
    <message>
        <source>This answer was still being generated when the report was created.</source>
        <translation>创建报告时此回答仍在生成。</translation>
    </message>
    <message>
        <source>The answer stopped at the token limit.</source>
        <translation>回答因达到词元上限而停止。</translation>
    </message>
    <message>
        <source>The answer was stopped before it was complete.</source>
        <translation>回答在完成前被停止。</translation>
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
        <translation>使用 Fleming-VL 的推理提示词</translation>
    </message>
    <message>
        <source>without a reasoning prompt</source>
        <translation>不使用推理提示词</translation>
    </message>
    <message>
        <source>System prompt: %1</source>
        <translation>系统提示词：%1</translation>
    </message>
    <message>
        <source>%1 prompt tokens, including %2 image tokens; %3 answer tokens in %4</source>
        <translation>提示词 %1 个词元，其中图像 %2 个；回答 %3 个词元，用时 %4</translation>
    </message>
    <message>
        <source>Image sources</source>
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
        <translation>皮肤镜图像</translation>
    </message>
    <message>
        <source>Histology</source>
        <translation>组织病理</translation>
    </message>
    <message>
        <source>Endoscopy</source>
        <translation>内镜</translation>
    </message>
    <message>
        <source>Ultrasound image</source>
        <translation>超声图像</translation>
    </message>
</context>
<context>
    <name>SeriesName</name>
    <message>
        <source>series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Study %1</source>
        <translation>检查 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>study, series</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The session &quot;%1&quot; cannot be opened because its folder does not exist.</source>
        <translation>无法打开会话“%1”：其文件夹不存在。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file, so it cannot be opened as a session.</source>
        <translation>“%1”不是文件，无法作为会话打开。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be read. Check its permissions.</source>
        <translation>无法读取会话“%1”。请检查其访问权限。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a Fleming Viewer session. The file was not changed.</source>
        <translation>“%1”不是 Fleming Viewer 的会话。文件未被更改。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be written in its folder, so it was opened read-only.</source>
        <translation>会话“%1”在其所在文件夹中无法写入，因此以只读方式打开。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; was created by a newer version of Fleming Viewer, so it was opened read-only.</source>
        <translation>会话“%1”由更新版本的 Fleming Viewer 创建，因此以只读方式打开。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; is in use by another Fleming Viewer, so it was opened read-only.</source>
        <translation>会话“%1”正被另一个 Fleming Viewer 使用，因此以只读方式打开。</translation>
    </message>
    <message>
        <source>The disk of the session &quot;%1&quot; is full, so it was opened read-only.</source>
        <translation>会话“%1”所在的磁盘已满，因此已以只读方式打开。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; was opened read-only.</source>
        <translation>会话“%1”已以只读方式打开。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; was not closed properly and cannot be written in its folder. Copy it to another folder, together with the files whose names begin with its name, and open it there.</source>
        <translation>会话“%1”未正常关闭，且在其所在文件夹中无法写入。请将其连同文件名以其名称开头的文件一起复制到其他文件夹，然后在那里打开。</translation>
    </message>
    <message>
        <source>Sessions cannot be saved because Qt&apos;s SQLite driver is missing. Install the package libqt6sql6-sqlite.</source>
        <translation>无法保存会话：缺少 Qt 的 SQLite 驱动。请安装软件包 libqt6sql6-sqlite。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to another program and is not a Fleming Viewer session. The file was not changed.</source>
        <translation>“%1”属于其他程序，不是 Fleming Viewer 的会话。文件未被更改。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; is in use by another program. Close that program and try again.</source>
        <translation>会话“%1”正被另一个程序使用。请关闭该程序后重试。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be written. Check the permissions of the file and its folder, or copy it to another folder.</source>
        <translation>无法写入会话“%1”。请检查文件及其文件夹的权限，或将其复制到其他文件夹。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be written because the disk is full. Free some space and try again.</source>
        <translation>无法写入会话“%1”，因为磁盘已满。请释放空间后重试。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; is damaged. Open a backup copy.</source>
        <translation>会话“%1”已损坏。请打开备份副本。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; was created by a newer version of Fleming Viewer. Open it with that version.</source>
        <translation>会话“%1”由更新版本的 Fleming Viewer 创建。请用该版本打开。</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; could not be used: %2.</source>
        <translation>无法使用会话“%1”：%2。</translation>
    </message>
    <message>
        <source>The session has no question number %1.</source>
        <translation>会话中没有编号为 %1 的问答。</translation>
    </message>
    <message>
        <source>An evidence image could not be saved as PNG.</source>
        <translation>证据中的一幅图像无法保存为 PNG。</translation>
    </message>
    <message>
        <source>An evidence image in the session is damaged. Open a backup copy of the session.</source>
        <translation>会话中的一幅证据图像已损坏。请打开会话的备份副本。</translation>
    </message>
    <message>
        <source>The lock file &quot;%1&quot; cannot be used: %2. Keep the session in a folder that you can write to.</source>
        <translation>无法使用锁定文件“%1”：%2。请将会话保存在您可写入的文件夹中。</translation>
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
        <source>Minimum to maximum of each slice</source>
        <translation>每层最小值到最大值</translation>
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
        <source>Zoom %1</source>
        <translation>缩放 %1</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 frames, %2 × %3, %4</source>
        <translation>%1 帧，%2 × %3，%4</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>%1 slices, %2 × %3</source>
        <translation>%1 层，%2 × %3</translation>
    </message>
    <message>
        <source>Unnamed series</source>
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
        <source>Frame %1, %2</source>
        <translation>第 %1 帧，%2</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2/%3</translation>
    </message>
    <message>
        <source>Slice %1 of %2</source>
        <translation>第 %1 层，共 %2 层</translation>
    </message>
    <message>
        <source>Study date: %1</source>
        <translation>检查日期：%1</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>%1	%2</source>
        <translation>%1	%2</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>来自文件</translation>
    </message>
</context>
<context>
    <name>fleming::app::Dialogue</name>
    <message>
        <source>The evidence has changed since the model saw it. The next question starts a new conversation with the current evidence.</source>
        <translation>证据在模型查看之后已更改。下一个问题将以当前证据开始新对话。</translation>
    </message>
    <message>
        <source>The model has changed. The next question starts a new conversation.</source>
        <translation>模型已更换。下一个问题将开始新对话。</translation>
    </message>
    <message>
        <source>The model is still answering. Wait for it to finish or stop it, then ask again.</source>
        <translation>模型仍在回答。请等待其完成或将其停止，然后再提问。</translation>
    </message>
    <message>
        <source>The session is still opening. Try again in a moment.</source>
        <translation>会话仍在打开。请稍后再试。</translation>
    </message>
    <message>
        <source>This session is read-only, so you cannot ask questions in it. Choose File, New session, and ask again.</source>
        <translation>此会话为只读，无法在其中提问。请选择“文件 &gt; 新建会话”后再提问。</translation>
    </message>
    <message>
        <source>The model is still loading. Ask again when it is ready.</source>
        <translation>模型仍在加载。请在就绪后再提问。</translation>
    </message>
    <message>
        <source>No model is loaded. Choose one first.</source>
        <translation>尚未加载模型。请先选择一个。</translation>
    </message>
    <message>
        <source>There is no question yet. Enter one first.</source>
        <translation>尚无问题。请先输入问题。</translation>
    </message>
    <message>
        <source>The model is still answering. Wait for it to finish or stop it, then switch conversations.</source>
        <translation>模型仍在回答。请等待其完成或将其停止，然后再切换对话。</translation>
    </message>
    <message>
        <source>The model is still answering. Wait for it to finish or stop it, then open the session.</source>
        <translation>模型仍在回答。请等待其完成或将其停止，然后再打开会话。</translation>
    </message>
    <message>
        <source>The model is still answering. Wait for it to finish or stop it, then start a new session.</source>
        <translation>模型仍在回答。请等待其完成或将其停止，然后再新建会话。</translation>
    </message>
    <message>
        <source>There is nothing to report yet: the session has no questions.</source>
        <translation>尚无可报告的内容：会话中没有问题。</translation>
    </message>
</context>
<context>
    <name>fleming::app::Drafts</name>
    <message>
        <source>Unsent questions cannot be kept for the next start: %1.</source>
        <translation>未发送的问题无法保留到下次启动：%1。</translation>
    </message>
</context>
<context>
    <name>fleming::app::EvidenceList</name>
    <message>
        <source>This image is already in the evidence as Image-%1.</source>
        <translation>此图像已在证据中，即 Image-%1。</translation>
    </message>
    <message>
        <source>All of these images are already in the evidence.</source>
        <translation>这些图像均已在证据中。</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were already in the evidence and were not added again.</source>
        <translation>
            <numerusform>%n 幅图像已在证据中，未重复添加。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::app::Studies</name>
    <message>
        <source>Some scans of this session were not found. The images that were sent to the model are stored in the session.</source>
        <translation>未找到此会话的部分影像。发送给模型的图像已保存在会话中。</translation>
    </message>
    <message numerus="yes">
        <source>All %n series are already open.</source>
        <translation>
            <numerusform>全部 %n 个序列均已打开。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is already open.</source>
        <translation>“%1”已打开。</translation>
    </message>
</context>
<context>
    <name>fleming::app::Workspace</name>
    <message>
        <source>The volume view cannot be added as evidence. Switch to the slices and add the one you want.</source>
        <translation>体绘制视图不能添加为证据。请切换到层面，再添加所需的层面。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::AnswerCard</name>
    <message>
        <source>Answering…</source>
        <translation>正在回答…</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Interrupted when the program closed</source>
        <translation>因程序关闭而中断</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Stopped at the token limit</source>
        <translation>因达到词元上限而停止</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>已由您停止</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
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
        <source>Start a new conversation</source>
        <translation>开始新对话</translation>
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
        <source>Export the session as a PDF report</source>
        <translation>将会话导出为 PDF 报告</translation>
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
        <source>Ask about the images…</source>
        <translation>就图像提问…</translation>
    </message>
    <message>
        <source>Press Enter to send, Shift+Enter for a new line.</source>
        <translation>按 Enter 发送，Shift+Enter 换行。</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop generating (Esc)</source>
        <translation>停止生成（Esc）</translation>
    </message>
    <message>
        <source>The model is loading. You can pick images and write a question in the meantime.</source>
        <translation>正在加载模型。您可以先选择图像并输入问题。</translation>
    </message>
    <message>
        <source>No model is loaded yet.</source>
        <translation>尚未加载模型。</translation>
    </message>
    <message>
        <source>Preparing images…</source>
        <translation>正在准备图像…</translation>
    </message>
    <message>
        <source>The model is answering; your next question will be queued.</source>
        <translation>模型正在回答；您的下一个问题将排队等候。</translation>
    </message>
    <message>
        <source>The queued questions are on hold.</source>
        <translation>排队的问题已暂停。</translation>
    </message>
    <message>
        <source>This session is read-only: you cannot ask questions in it.</source>
        <translation>此会话为只读：无法在其中提问。</translation>
    </message>
    <message>
        <source>No images picked: the question will be sent without images.</source>
        <translation>未选择图像：问题将不带图像发送。</translation>
    </message>
    <message>
        <source>Open a scan first, then pick images.</source>
        <translation>请先打开影像，再选择图像。</translation>
    </message>
    <message>
        <source>Follow-up: the model has already seen %1 to %2.</source>
        <translation>追问：模型已看过 %1 至 %2。</translation>
    </message>
    <message>
        <source>%1 will be sent with this question.</source>
        <translation>%1 将随此问题发送。</translation>
    </message>
    <message>
        <source>%1 to %2 will be sent with this question.</source>
        <translation>%1 至 %2 将随此问题发送。</translation>
    </message>
    <message>
        <source>Queue the question until the current answer is complete (Enter)</source>
        <translation>排队等候，当前回答完成后提问（Enter）</translation>
    </message>
    <message>
        <source>Ask the question (Enter)</source>
        <translation>提问（Enter）</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pick for me</source>
        <translation>替我选择</translation>
    </message>
    <message>
        <source>Questions and answers will appear here: first the model&apos;s reasoning, then its answer.</source>
        <translation>问答将显示在此处：先显示模型的推理，再显示回答。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::Demo</name>
    <message>
        <source>Describe these images. Is there anything abnormal?</source>
        <translation>请描述这些图像。有无异常？</translation>
    </message>
    <message>
        <source>Screenshots, report and session were saved in %1.</source>
        <translation>截图、报告和会话已保存在 %1。</translation>
    </message>
    <message>
        <source>%1: the folder could not be created.</source>
        <translation>%1：无法创建文件夹。</translation>
    </message>
    <message>
        <source>The sample that comes with the program was not found. Specify a file to open.</source>
        <translation>未找到随程序提供的示例。请指定要打开的文件。</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>There is no model to ask. Specify one with --model.</source>
        <translation>没有可提问的模型。请用 --model 指定。</translation>
    </message>
    <message>
        <source>Question: %1</source>
        <translation>问题：%1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>%1 from the first window to the end of the answer (opened after %2, evidence ready %3, model loaded %4, first token %5).</source>
        <translation>从首个窗口到回答结束共 %1（打开 %2，证据就绪 %3，模型加载 %4，首个词元 %5）。</translation>
    </message>
    <message>
        <source>%1: the file could not be written.</source>
        <translation>%1：无法写入文件。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::DropHint</name>
    <message>
        <source>Drop files or folders here to open them</source>
        <translation>将文件或文件夹拖放到此处即可打开</translation>
    </message>
</context>
<context>
    <name>fleming::ui::EvidenceList</name>
    <message>
        <source>Evidence: the images that are sent with the question</source>
        <translation>证据：随问题发送的图像</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>fleming::ui::EvidenceStrip</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Number of evenly spaced images</source>
        <translation>等间隔图像的数量</translation>
    </message>
    <message>
        <source>Number of images that “Add evenly spaced” adds</source>
        <translation>“等间隔添加”所添加的图像数量</translation>
    </message>
    <message>
        <source>Evidence: preparing %1 of %2</source>
        <translation>证据：正在准备 %1/%2</translation>
    </message>
    <message>
        <source>Add slice</source>
        <translation>添加层面</translation>
    </message>
    <message>
        <source>Add the displayed image</source>
        <translation>添加当前显示的图像</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Add clip</source>
        <translation>添加片段</translation>
    </message>
    <message>
        <source>Add one frame per second between the in and out points</source>
        <translation>在入点和出点之间每秒添加一帧</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Add evenly spaced</source>
        <translation>等间隔添加</translation>
    </message>
    <message>
        <source>Add evenly spaced images from the whole series</source>
        <translation>从整个序列中等间隔添加图像</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Fleming-VL default</source>
        <translation>Fleming-VL 默认</translation>
    </message>
    <message>
        <source>Add the images that Fleming-VL uses by default: 11 slices of a volume, or one frame per second of a clip</source>
        <translation>添加 Fleming-VL 默认使用的图像：体数据取 11 层，视频每秒一帧</translation>
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
        <source>Remove the selected image</source>
        <translation>移除所选图像</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Remove all images</source>
        <translation>移除所有图像</translation>
    </message>
    <message>
        <source>Undo removal</source>
        <translation>撤销移除</translation>
    </message>
    <message>
        <source>Restore the images that were removed last</source>
        <translation>恢复最近移除的图像</translation>
    </message>
    <message>
        <source>The volume view cannot be added as evidence; switch to the slices</source>
        <translation>体绘制视图不能添加为证据；请切换到层面</translation>
    </message>
    <message>
        <source>Add frame</source>
        <translation>添加帧</translation>
    </message>
    <message>
        <source>Add image</source>
        <translation>添加图像</translation>
    </message>
    <message>
        <source>Preparing images…</source>
        <translation>正在准备图像…</translation>
    </message>
    <message>
        <source>Pick the images for your question with the buttons above.</source>
        <translation>请用上方的按钮选择提问所用的图像。</translation>
    </message>
    <message>
        <source>The images for your question will appear here.</source>
        <translation>提问所用的图像将显示在此处。</translation>
    </message>
    <message>
        <source>Evidence (%1)</source>
        <translation>证据（%1）</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ExchangeCard</name>
    <message numerus="yes">
        <source>%1 and %n more series</source>
        <translation>
            <numerusform>%1 及另外 %n 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow-up, no new images</source>
        <translation>追问，无新图像</translation>
    </message>
    <message>
        <source>No images</source>
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
        <source>%1 · %2</source>
        <comment>images · their series</comment>
        <translation>%1 · %2</translation>
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
    <message numerus="yes">
        <source>%Ln token(s), %1</source>
        <translation>
            <numerusform>%Ln 个词元，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Processing image %1 of %2, %3</source>
        <translation>正在处理第 %1 幅图像（共 %2 幅），%3</translation>
    </message>
    <message>
        <source>Reading image %1 of %2, %3</source>
        <translation>正在读取第 %1 幅图像（共 %2 幅），%3</translation>
    </message>
    <message>
        <source>Reading the question and its images, %1</source>
        <translation>正在读取问题和图像，%1</translation>
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
        <source>Open &amp;sample</source>
        <translation>打开示例(&amp;S)</translation>
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
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>清除列表(&amp;C)</translation>
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
        <source>Toggle &amp;volume view</source>
        <translation>切换体绘制视图(&amp;V)</translation>
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
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>下一个面板(&amp;N)</translation>
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
        <source>&amp;Same as system</source>
        <translation>跟随系统(&amp;S)</translation>
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
        <source>Cancel &amp;loading</source>
        <translation>取消加载(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Stop generating</source>
        <translation>停止生成(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;New conversation</source>
        <translation>新对话(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Write a question</source>
        <translation>输入问题(&amp;W)</translation>
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
        <source>&amp;Keyboard and mouse</source>
        <translation>键盘与鼠标(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Fleming Viewer</source>
        <translation>关于 Fleming Viewer(&amp;A)</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>键盘与鼠标</translation>
    </message>
    <message>
        <source>Mouse wheel, arrow keys, Page Up, Page Down</source>
        <translation>滚轮、方向键、PageUp、PageDown</translation>
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
        <source>adjust window/level</source>
        <translation>调整窗宽/窗位</translation>
    </message>
    <message>
        <source>Ctrl+left drag (in a MIP)</source>
        <translation>Ctrl+左键拖动（MIP 中）</translation>
    </message>
    <message>
        <source>Middle drag, Shift+left drag</source>
        <translation>中键拖动、Shift+左键拖动</translation>
    </message>
    <message>
        <source>pan the image</source>
        <translation>平移图像</translation>
    </message>
    <message>
        <source>Right drag, Ctrl+wheel, + and −</source>
        <translation>右键拖动、Ctrl+滚轮、+ 和 −</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>0 and I (in a slice)</source>
        <translation>0 和 I（层面中）</translation>
    </message>
    <message>
        <source>fit to window; invert</source>
        <translation>适合窗口；反相</translation>
    </message>
    <message>
        <source>Space, arrow keys, I and O (in a clip)</source>
        <translation>空格、方向键、I 和 O（视频中）</translation>
    </message>
    <message>
        <source>play or pause; step; set in and out points</source>
        <translation>播放或暂停；单步；设置入点和出点</translation>
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
        <source>switch between slices and volume</source>
        <translation>在层面与体绘制之间切换</translation>
    </message>
    <message>
        <source>Ctrl+E, Ctrl+Shift+E, Ctrl+D</source>
        <translation>Ctrl+E、Ctrl+Shift+E、Ctrl+D</translation>
    </message>
    <message>
        <source>add this slice, evenly spaced images, the Fleming-VL default</source>
        <translation>添加当前层面、等间隔图像、Fleming-VL 默认图像</translation>
    </message>
    <message>
        <source>Ctrl+Left, Ctrl+Right, Delete, Enter (in the evidence)</source>
        <translation>Ctrl+左、Ctrl+右、Delete、Enter（证据栏中）</translation>
    </message>
    <message>
        <source>move left, move right, remove, show the image</source>
        <translation>左移、右移、移除、显示图像</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>restore the images that were removed last</source>
        <translation>恢复最近移除的图像</translation>
    </message>
    <message>
        <source>Ctrl+L, Enter, Shift+Enter</source>
        <translation>Ctrl+L、Enter、Shift+Enter</translation>
    </message>
    <message>
        <source>write a question, send it, insert a new line</source>
        <translation>输入问题、发送、换行</translation>
    </message>
    <message>
        <source>Tab and Enter (in an answer)</source>
        <translation>Tab 和 Enter（回答中）</translation>
    </message>
    <message>
        <source>go to a reference such as Image-3 and show it</source>
        <translation>跳到 Image-3 之类的引用并显示该图像</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>stop generating</source>
        <translation>停止生成</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>go to the next panel</source>
        <translation>转到下一个面板</translation>
    </message>
    <message>
        <source>F7, F8, F9</source>
        <translation>F7、F8、F9</translation>
    </message>
    <message>
        <source>show or hide the series, evidence and conversation panels</source>
        <translation>显示或隐藏序列、证据和对话面板</translation>
    </message>
    <message>
        <source>F11</source>
        <translation>F11</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>全屏</translation>
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
        <source>The evidence was cleared.</source>
        <translation>证据已清空。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Your evidence was kept, so the sample&apos;s question was not entered: it would be asked about other images.</source>
        <translation>您的证据已保留，因此未填入示例的问题：否则该问题会针对其他图像提出。</translation>
    </message>
    <message>
        <source>Clear evidence and use the sample</source>
        <translation>清空证据并使用示例</translation>
    </message>
    <message>
        <source>Report saved to %1.</source>
        <translation>报告已保存到 %1。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>This is a new session. Your last session was %1.</source>
        <translation>这是新会话。您的上一个会话是 %1。</translation>
    </message>
    <message>
        <source>Reopen last session</source>
        <translation>重新打开上一个会话</translation>
    </message>
    <message>
        <source>%1 (read-only) – Fleming Viewer</source>
        <translation>%1（只读）– Fleming Viewer</translation>
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
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>There is no sample named &quot;%1&quot;.</source>
        <translation>没有名为“%1”的示例。</translation>
    </message>
    <message>
        <source>Open session</source>
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
        <source>Export report</source>
        <translation>导出报告</translation>
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
        <source>Only files and folders on this computer can be opened.</source>
        <translation>只能打开本机上的文件和文件夹。</translation>
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
        <translation>%1 × 10⁹ 个参数</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 × 10⁶ 个参数</translation>
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
        <source>auto uses a CUDA device if there is one, otherwise the CPU</source>
        <translation>auto：有 CUDA 设备时使用该设备，否则使用 CPU</translation>
    </message>
    <message>
        <source>Not quantized</source>
        <translation>不量化</translation>
    </message>
    <message>
        <source>int8: half the memory of bfloat16</source>
        <translation>int8：内存为 bfloat16 的一半</translation>
    </message>
    <message>
        <source>int4: a third of the memory of bfloat16, slightly less accurate</source>
        <translation>int4：内存为 bfloat16 的三分之一，精度略低</translation>
    </message>
    <message>
        <source>Quantize the language model&apos;s weights: less memory, faster answers</source>
        <translation>量化语言模型的权重：内存更少，回答更快</translation>
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
        <source>&amp;Weights:</source>
        <translation>权重(&amp;W)：</translation>
    </message>
    <message>
        <source>Choose checkpoint folder</source>
        <translation>选择检查点文件夹</translation>
    </message>
    <message>
        <source>Choose the folder of a Fleming-VL or InternVL3 checkpoint. It contains config.json, the *.safetensors files and the tokenizer files.</source>
        <translation>请选择 Fleming-VL 或 InternVL3 检查点文件夹，其中包含 config.json、*.safetensors 文件和分词器文件。</translation>
    </message>
    <message>
        <source>Checking the folder…</source>
        <translation>正在检查文件夹…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Checkpoint size: %1; runs in %2 on %3.</source>
        <translation>检查点大小 %1；以 %2 在 %3 上运行。</translation>
    </message>
    <message>
        <source>Images: %1 × %1 pixels, %2 tokens each. Context length: %3 tokens.</source>
        <translation>图像：%1 × %1 像素，每幅 %2 个词元。上下文长度：%3 个词元。</translation>
    </message>
    <message>
        <source>Requires about %1 of memory; %2 is free.</source>
        <translation>约需内存 %1；可用 %2。</translation>
    </message>
    <message>
        <source>Requires about %1 of memory, but only %2 is free. Close other programs, or choose fewer bits per weight or a smaller model.</source>
        <translation>约需内存 %1，但仅 %2 可用。请关闭其他程序，或选择更低的权重位数或更小的模型。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::NotesModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>fleming::ui::PanelLayout</name>
    <message>
        <source>&amp;Series panel</source>
        <translation>序列面板(&amp;S)</translation>
    </message>
    <message>
        <source>Ev&amp;idence panel</source>
        <translation>证据面板(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Conversation panel</source>
        <translation>对话面板(&amp;C)</translation>
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
        <translation>正在推理…</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReviewBar</name>
    <message>
        <source>no name</source>
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
        <source>Comment (optional)</source>
        <translation>评语（可选）</translation>
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
        <source>Save comment</source>
        <translation>保存评语</translation>
    </message>
    <message>
        <source>This session is read-only: verdicts cannot be saved.</source>
        <translation>此会话为只读：无法保存评判。</translation>
    </message>
    <message>
        <source>Previously: %1</source>
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
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>跟随系统</translation>
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
        <source> pt</source>
        <comment>suffix of a font size in points</comment>
        <translation> 磅</translation>
    </message>
    <message>
        <source>Takes effect after a restart</source>
        <translation>重启程序后生效</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>外观(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Font size:</source>
        <translation>字号(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Language (after a restart):</source>
        <translation>语言（重启后生效）(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Reviewer&apos;s name:</source>
        <translation>评审者姓名(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Include full file paths in reports</source>
        <translation>报告中包含完整文件路径(&amp;H)</translation>
    </message>
    <message>
        <source>Folder names can contain patient names; if this is off, reports contain only file names</source>
        <translation>文件夹名可能包含患者姓名；关闭时，报告只写文件名</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>0 (greedy decoding)</source>
        <translation>0（贪心解码）</translation>
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
        <source>Leave empty to use Fleming-VL&apos;s default</source>
        <translation>留空则使用 Fleming-VL 的默认值</translation>
    </message>
    <message>
        <source>&amp;Maximum new tokens:</source>
        <translation>最大新词元数(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Temperature:</source>
        <translation>温度(&amp;T)：</translation>
    </message>
    <message>
        <source>Top-&amp;p:</source>
        <translation>Top-p(&amp;P)：</translation>
    </message>
    <message>
        <source>Top-&amp;k:</source>
        <translation>Top-k(&amp;K)：</translation>
    </message>
    <message>
        <source>S&amp;eed:</source>
        <translation>随机种子(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;System prompt:</source>
        <translation>系统提示词(&amp;S)：</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SlicePage</name>
    <message>
        <source>Slice view</source>
        <translation>层面视图</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Displayed plane</source>
        <translation>当前显示的平面</translation>
    </message>
    <message>
        <source>&amp;Window/Level</source>
        <translation>窗宽/窗位(&amp;W)</translation>
    </message>
    <message>
        <source>Window/level presets; you can also drag in the image to adjust window/level</source>
        <translation>窗宽/窗位预设；也可在图像上拖动来调整</translation>
    </message>
    <message>
        <source>Fit the image to the view and reset window/level</source>
        <translation>图像适合窗口并重置窗宽/窗位</translation>
    </message>
    <message>
        <source>Fit to window</source>
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
        <source>Auto window per slice</source>
        <translation>每层自动调窗</translation>
    </message>
    <message>
        <source>Reset window/level and fit</source>
        <translation>重置窗宽/窗位并适合窗口</translation>
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
        <translation>将文件或文件夹拖放到窗口任意位置，或在此处打开。</translation>
    </message>
    <message>
        <source>DICOM, NIfTI, NRRD, MetaImage, NumPy arrays, PNG, JPEG, TIFF, BMP and videos</source>
        <translation>DICOM、NIfTI、NRRD、MetaImage、NumPy 数组、PNG、JPEG、TIFF、BMP 和视频</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Then pick slices as evidence below, and ask a question on the right.</source>
        <translation>然后在下方选择层面作为证据，并在右侧提问。</translation>
    </message>
    <message>
        <source>Or try a sample. The samples are drawn, not real scans, and come with a question.</source>
        <translation>或试用示例。示例是绘制的，并非真实影像，并附有问题。</translation>
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
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open series</source>
        <translation>已打开的序列</translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation>取消打开</translation>
    </message>
    <message>
        <source>Notes and skipped files</source>
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
        <source>Display mode</source>
        <translation>显示方式</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>视频</translation>
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
        <source>Fit the volume to the view, seen from the front, and reset window/level</source>
        <translation>以正面视角适合窗口并重置窗宽/窗位</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <source>Window/level of the projection</source>
        <translation>投影的窗宽/窗位</translation>
    </message>
    <message>
        <source>Window/level presets for the MIP; you can also Ctrl+drag in the image to adjust window/level</source>
        <translation>MIP 的窗宽/窗位预设；也可按住 Ctrl 在图像上拖动来调整</translation>
    </message>
    <message>
        <source>Default window/level</source>
        <translation>默认窗宽/窗位</translation>
    </message>
    <message>
        <source>Window/Level</source>
        <translation>窗宽/窗位</translation>
    </message>
    <message>
        <source>Loading %1 of %2 slices</source>
        <translation>正在加载：%1/%2 层</translation>
    </message>
    <message>
        <source>Volume view</source>
        <translation>体绘制视图</translation>
    </message>
</context>
<context>
    <name>fleming::ui::WaitingQuestions</name>
    <message>
        <source>Queued questions</source>
        <translation>排队的问题</translation>
    </message>
    <message>
        <source>These questions will be asked one after the other, about the images picked at that time.
Drag to reorder, press Delete to remove, or double-click to edit.</source>
        <translation>这些问题将依次提出，针对届时所选的图像。
拖动可调整顺序，按 Delete 移除，双击可编辑。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
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
        <translation>视频</translation>
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
        <source>Previous frame</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>下一帧</translation>
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
        <source>Previous frame (Left)</source>
        <translation>上一帧（左）</translation>
    </message>
    <message>
        <source>Next frame (Right)</source>
        <translation>下一帧（右）</translation>
    </message>
    <message>
        <source>Start the range at this frame (I)</source>
        <translation>以此帧为范围起点（I）</translation>
    </message>
    <message>
        <source>End the range at this frame (O)</source>
        <translation>以此帧为范围终点（O）</translation>
    </message>
    <message>
        <source>Reset the range to the whole clip</source>
        <translation>将范围重置为整个视频</translation>
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
        <source>Some slices of this series could not be read, so this plane has gaps.</source>
        <translation>此序列的部分层面无法读取，因此该平面有缺失。</translation>
    </message>
    <message>
        <source>This slice could not be read; its pixels are not shown.</source>
        <translation>此层面无法读取，未显示其像素。</translation>
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
        <source>There is not enough memory to show this volume. Close other series or programs.</source>
        <translation>内存不足，无法显示此体数据。请关闭其他序列或程序。</translation>
    </message>
</context>
<context>
    <name>fleming::viewer::VolumeView</name>
    <message>
        <source>A single slice cannot be shown as a volume.</source>
        <translation>单个层面无法显示为体数据。</translation>
    </message>
    <message>
        <source>The volume is still loading.</source>
        <translation>体数据仍在加载。</translation>
    </message>
    <message>
        <source>Preparing the volume…</source>
        <translation>正在准备体数据…</translation>
    </message>
    <message>
        <source>C %1  W %2</source>
        <translation>窗位 %1  窗宽 %2</translation>
    </message>
    <message>
        <source>Volume view</source>
        <translation>体绘制视图</translation>
    </message>
</context>
</TS>
