<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ClearButton</name>
    <message>
        <source>Clear the text</source>
        <translation>清除文本</translation>
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
        <source>Skipped: %1: %2</source>
        <translation>已跳过：%1：%2</translation>
    </message>
    <message>
        <source>[PATH...] [options]</source>
        <translation>[PATH...] [选项]</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>输出版本</translation>
    </message>
    <message>
        <source>load this checkpoint folder; default: FLEMING_MODEL, then the last used model, then the demo model</source>
        <translation>加载此检查点文件夹；默认依次取 FLEMING_MODEL、上次使用的模型、演示模型</translation>
    </message>
    <message>
        <source>store questions and answers in this session file; it is created if it does not exist</source>
        <translation>将问答保存在此会话文件中；若文件不存在则新建</translation>
    </message>
    <message>
        <source>enter this question in the question box, ready to be asked</source>
        <translation>将此问题填入提问框，随时可以发送</translation>
    </message>
    <message>
        <source>open this sample (%1), add evidence from it and enter a question, ready to be asked</source>
        <translation>打开此示例（%1），添加其中的证据并填好问题，随时可以发送</translation>
    </message>
    <message>
        <source>run the main workflow unattended: open files (by default the sample chest CT), add evidence, ask, wait for the answer, and save screenshots, report and session in this folder</source>
        <translation>无人值守地运行主要流程：打开文件（默认为示例胸部 CT）、添加证据、提问、等待回答，并将截图、报告和会话保存在此文件夹中</translation>
    </message>
    <message>
        <source>%1 See &quot;%2 --help&quot;.</source>
        <translation>%1请参阅“%2 --help”。</translation>
    </message>
    <message>
        <source>usage: %1</source>
        <translation>用法：%1</translation>
    </message>
    <message>
        <source>PATH... -q TEXT [selection] [options]</source>
        <translation>PATH... -q TEXT [选择] [选项]</translation>
    </message>
    <message>
        <source>ask the model a question</source>
        <translation>向模型提问</translation>
    </message>
    <message>
        <source>Asks the model about the frames of PATH and streams the answer. Without a PATH, only the question is sent. Ctrl-C stops the answer; the text so far is kept.</source>
        <translation>就 PATH 的图像向模型提问，并流式输出回答。不带 PATH 时只发送问题。Ctrl-C 停止回答；已输出的内容会保留。</translation>
    </message>
    <message>
        <source>the question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>a follow-up question in the same conversation; can be repeated</source>
        <translation>同一对话中的追问；可重复使用</translation>
    </message>
    <message>
        <source>print one JSON object per turn, one per line: text, reasoning, answer, finish (stop, length or cancelled), prompt_tokens, image_tokens, tokens, evidence, timing, model</source>
        <translation>每个问题输出一个 JSON 对象，各占一行：text、reasoning、answer、finish（stop、length 或 cancelled）、prompt_tokens、image_tokens、tokens、evidence、timing、model</translation>
    </message>
    <message>
        <source>save questions, frames and answers in this session file, which the viewer can open</source>
        <translation>将问题、图像和回答保存在此会话文件中，可用查看器打开</translation>
    </message>
    <message>
        <source>write a PDF report</source>
        <translation>写出 PDF 报告</translation>
    </message>
    <message>
        <source>[--model DIR | --shape 1b|8b|38b] [options]</source>
        <translation>[--model DIR | --shape 1b|8b|38b] [选项]</translation>
    </message>
    <message>
        <source>measure the speed of the engine on this machine against the hardware limits</source>
        <translation>测量引擎在本机上的速度，并与硬件上限比较</translation>
    </message>
    <message>
        <source>Measures the memory bandwidth and the matrix multiplication speed of this machine, then each phase of a question: loading the model, the vision tower, the prompt (prefill) and the answer (decode), as time, rate and share of the limit.</source>
        <translation>测量本机的内存带宽和矩阵乘法速度，然后测量一次提问的各个阶段：加载模型、视觉编码器、提示词（预填充）和回答（解码），给出用时、速率和占上限的比例。</translation>
    </message>
    <message>
        <source>a checkpoint folder</source>
        <translation>检查点文件夹</translation>
    </message>
    <message>
        <source>random weights in the sizes of InternVL3-1B, -8B or -38B, without a checkpoint</source>
        <translation>按 InternVL3-1B、-8B 或 -38B 的规模使用随机权重，无需检查点</translation>
    </message>
    <message>
        <source>number of CPU threads</source>
        <translation>CPU 线程数</translation>
    </message>
    <message>
        <source>one per core</source>
        <translation>每核一个</translation>
    </message>
    <message>
        <source>number of images in the question</source>
        <translation>问题中的图像数</translation>
    </message>
    <message>
        <source>number of tokens in the answer</source>
        <translation>回答的词元数</translation>
    </message>
    <message>
        <source>--questions FILE.jsonl [options]</source>
        <translation>--questions FILE.jsonl [选项]</translation>
    </message>
    <message>
        <source>ask a file of questions with known answers and report the accuracy</source>
        <translation>提出文件中已知答案的问题，并报告准确率</translation>
    </message>
    <message>
        <source>Asks the questions in FILE, each in its own conversation, and prints the accuracy for each kind of question and overall, with the 95 % interval (Wilson), and the wrong answers. Ctrl-C stops; run the same command again to continue. A question whose files cannot be read counts as wrong.</source>
        <translation>提出 FILE 中的问题，每个问题各用一个对话，并输出各类别和总体的准确率及 95 % 区间（Wilson），以及答错的问题。Ctrl-C 停止；再次运行同一命令即可继续。文件无法读取的问题计为错误。</translation>
    </message>
    <message>
        <source>the questions, see below</source>
        <translation>问题，见下文</translation>
    </message>
    <message>
        <source>save all answers in this file, one JSON object per line, and continue from those already in it</source>
        <translation>将所有回答保存在此文件中，每行一个 JSON 对象，并从其中已有的回答继续</translation>
    </message>
    <message>
        <source>number of questions answered in parallel, as memory allows; the answers are the same, but faster</source>
        <translation>并行回答的问题数，以内存允许为限；回答不变，但更快</translation>
    </message>
    <message>
        <source>print one JSON object: n, accuracy, low, high, kinds, wrong, without_answer, failed, and cites if any question has it</source>
        <translation>输出一个 JSON 对象：n、accuracy、low、high、kinds、wrong、without_answer、failed，若有问题含 cites 则还有 cites</translation>
    </message>
    <message>
        <source>
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
        <translation>
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
        <source>write a session as a report or as data</source>
        <translation>将会话写出为报告或数据</translation>
    </message>
    <message>
        <source>Writes a session file in another format.</source>
        <translation>将会话文件写出为其他格式。</translation>
    </message>
    <message>
        <source>formats:</source>
        <translation>格式：</translation>
    </message>
    <message>
        <source>Exporting the session</source>
        <translation>正在导出会话</translation>
    </message>
    <message>
        <source>PATH [selection] -o DIR</source>
        <translation>PATH [选择] -o DIR</translation>
    </message>
    <message>
        <source>save the images that a question would use as PNG files</source>
        <translation>将提问所用的图像保存为 PNG 文件</translation>
    </message>
    <message>
        <source>Saves the frames that a question would use, before they are resized, as DIR/Image-1.png, Image-2.png and so on, and their provenance as DIR/frames.json. Existing files with these names are overwritten.</source>
        <translation>将提问所用的图像在缩放之前保存为 DIR/Image-1.png、Image-2.png 等，并将其来源保存为 DIR/frames.json。已有的同名文件将被覆盖。</translation>
    </message>
    <message>
        <source>the folder; it is created if it does not exist</source>
        <translation>文件夹；若不存在则新建</translation>
    </message>
    <message>
        <source>PATH... [--json]</source>
        <translation>PATH... [--json]</translation>
    </message>
    <message>
        <source>list the contents: series, type, size, spacing, orientation, frames</source>
        <translation>列出内容：序列、类型、尺寸、间距、方位、帧</translation>
    </message>
    <message>
        <source>Lists the contents of files and folders: series with their number, type, size, spacing, orientation and frames, and the files that were skipped, with the reason.</source>
        <translation>列出文件和文件夹的内容：各序列的编号、类型、尺寸、间距、方位和帧数，以及被跳过的文件及其原因。</translation>
    </message>
    <message>
        <source>print the same as one JSON object: &quot;series&quot;, &quot;skipped&quot;</source>
        <translation>以一个 JSON 对象输出同样内容：&quot;series&quot;、&quot;skipped&quot;</translation>
    </message>
    <message>
        <source>PATH [selection] -o FILE.npy</source>
        <translation>PATH [选择] -o FILE.npy</translation>
    </message>
    <message>
        <source>save the values that enter the model&apos;s vision tower</source>
        <translation>保存进入模型视觉编码器的数值</translation>
    </message>
    <message>
        <source>Saves the input of the vision tower: a float32 NPY array of shape (frames, 3, 448, 448), resized and normalized as in Fleming-VL.</source>
        <translation>保存视觉编码器的输入：float32 的 NPY 数组，形状为 (帧, 3, 448, 448)，按 Fleming-VL 的方式缩放和归一化。</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>[--model DIR] TEXT|- [--json]</source>
        <translation>[--model DIR] TEXT|- [--json]</translation>
    </message>
    <message>
        <source>print the token ids of a text</source>
        <translation>输出文本的词元编号</translation>
    </message>
    <message>
        <source>Prints the token ids of TEXT, or of standard input if TEXT is -, as the model receives them in a question. Names of control tokens in the text are treated as ordinary text. Put -- before a TEXT that begins with a dash.</source>
        <translation>输出 TEXT 的词元编号（TEXT 为 - 时读取标准输入），与模型在问题中收到的一致。文本中的控制词元名称按普通文本处理。TEXT 以短横线开头时，请在其前加 --。</translation>
    </message>
    <message>
        <source>the checkpoint whose tokenizer is used; default: FLEMING_MODEL, then the demo model</source>
        <translation>使用其分词器的检查点；默认依次取 FLEMING_MODEL、演示模型</translation>
    </message>
    <message>
        <source>print a JSON array</source>
        <translation>输出 JSON 数组</translation>
    </message>
    <message>
        <source>fleming: browse scans and ask Fleming-VL about them. For research use only, not for diagnosis.

usage: fleming COMMAND ...

</source>
        <translation>fleming：浏览影像并就其向 Fleming-VL 提问。仅供研究使用，不得用于诊断。

用法：fleming 命令 ...

</translation>
    </message>
    <message>
        <source>
Run &quot;fleming COMMAND --help&quot; for details of a command. &quot;fleming --version&quot; prints the version.
A PATH is a file or a folder: DICOM (also DICOMDIR), %1. File types are detected by content, not by name.

examples:
  fleming info ~/scans
  fleming ask ~/scans/ct -q &quot;Is there a pleural effusion?&quot; --window lung --count 11
  fleming ask clip.mp4 -q &quot;What is shown?&quot; --clip 2:8 --turn &quot;Which frame shows it best?&quot;

exit codes: 0 success, 1 failure (the reason is printed to standard error), 2 invalid arguments</source>
        <translation>
运行“fleming 命令 --help”查看该命令的详细说明。“fleming --version”输出版本。
PATH 是文件或文件夹：DICOM（含 DICOMDIR）、%1。文件类型按内容判断，与文件名无关。

示例：
  fleming info ~/scans
  fleming ask ~/scans/ct -q &quot;Is there a pleural effusion?&quot; --window lung --count 11
  fleming ask clip.mp4 -q &quot;What is shown?&quot; --clip 2:8 --turn &quot;Which frame shows it best?&quot;

退出码：0 成功，1 失败（原因输出到标准错误），2 参数错误</translation>
    </message>
    <message>
        <source>frame selection (default: 11 slices of a volume, one frame per second of a clip, or the image itself):</source>
        <translation>图像选择（默认：体数据取 11 层，视频每秒一帧，单幅图像取其本身）：</translation>
    </message>
    <message>
        <source>these series, as numbered by &quot;fleming info&quot;; default: the only series, or series 0 (if every PATH names a single image, all of them are used)</source>
        <translation>这些序列，编号见“fleming info”；默认取唯一的序列或序列 0（若每个 PATH 都是单幅图像，则全部使用）</translation>
    </message>
    <message>
        <source>axial, coronal or sagittal; default: the acquired plane of the volume</source>
        <translation>axial（横断面）、coronal（冠状面）或 sagittal（矢状面）；默认取体数据的采集平面</translation>
    </message>
    <message>
        <source>K evenly spaced frames</source>
        <translation>等间隔选取 K 帧</translation>
    </message>
    <message>
        <source>these slices or frames, numbered from 0</source>
        <translation>这些层面或帧，编号从 0 开始</translation>
    </message>
    <message>
        <source>the frames of a clip at these times, in seconds</source>
        <translation>视频在这些时刻的帧，单位为秒</translation>
    </message>
    <message>
        <source>one frame of a clip per interval of this length</source>
        <translation>视频每隔这一时长取一帧</translation>
    </message>
    <message>
        <source>only this part of a clip, in seconds</source>
        <translation>只取视频的这一段，单位为秒</translation>
    </message>
    <message>
        <source>window/level (default: the window stored in the file; NPY: minimum to maximum of each slice):</source>
        <translation>窗宽/窗位（默认：文件自带的窗；NPY：每层的最小值到最大值）：</translation>
    </message>
    <message>
        <source>window centre and width, such as 40,400; or the name of a window stored in the file or, for CT, of a preset: brain, subdural, stroke, bone, soft-tissue, lung, mediastinum, abdomen, liver</source>
        <translation>窗位和窗宽，如 40,400；或文件自带的窗的名称；CT 还可用预设窗：brain、subdural、stroke、bone、soft-tissue、lung、mediastinum、abdomen、liver</translation>
    </message>
    <message>
        <source>minimum to maximum of each slice</source>
        <translation>每层的最小值到最大值</translation>
    </message>
    <message>
        <source>invert the grey values</source>
        <translation>灰度反相</translation>
    </message>
    <message>
        <source>auto, cpu, cuda, cuda:N, or a list to split the layers over: cuda:0,cpu</source>
        <translation>auto、cpu、cuda、cuda:N，或用于分配各层的设备列表：cuda:0,cpu</translation>
    </message>
    <message>
        <source>auto, float32, bfloat16 or, on CUDA, float16</source>
        <translation>auto、float32、bfloat16，或在 CUDA 上用 float16</translation>
    </message>
    <message>
        <source>quantization of the language model&apos;s weights: none, int8 or int4</source>
        <translation>语言模型权重的量化：none、int8 或 int4</translation>
    </message>
    <message>
        <source>a checkpoint folder; default: FLEMING_MODEL, then the demo model</source>
        <translation>检查点文件夹；默认依次取 FLEMING_MODEL、演示模型</translation>
    </message>
    <message>
        <source>maximum number of new tokens</source>
        <translation>最大新词元数</translation>
    </message>
    <message>
        <source>0 is greedy decoding; above 0, tokens are sampled</source>
        <translation>0 为贪心解码；大于 0 时采样</translation>
    </message>
    <message>
        <source>sample from the most likely tokens whose probabilities add up to X</source>
        <translation>从累计概率达到 X 的最可能词元中采样</translation>
    </message>
    <message>
        <source>sample from the N most likely tokens; 0: from all</source>
        <translation>从最可能的 N 个词元中采样；0：从全部词元中采样</translation>
    </message>
    <message>
        <source>seed for sampling; the same seed gives the same tokens</source>
        <translation>采样的随机种子；种子相同则词元相同</translation>
    </message>
    <message>
        <source>system prompt that replaces Fleming-VL&apos;s default</source>
        <translation>替换 Fleming-VL 默认值的系统提示词</translation>
    </message>
    <message>
        <source>do not ask for &lt;think&gt; and &lt;answer&gt;</source>
        <translation>不要求输出 &lt;think&gt; 和 &lt;answer&gt;</translation>
    </message>
    <message>
        <source>SESSION [--head HASH] [--witness FILE] [--json]</source>
        <translation>会话文件 [--head 哈希] [--witness 文件] [--json]</translation>
    </message>
    <message>
        <source>check that nothing in a session was changed</source>
        <translation>检查会话中没有任何内容被更改</translation>
    </message>
    <message>
        <source>Checks the log of a session file and everything that it records: questions, evidence, tokens, answers, reviews and exports. Exit code 0: the record is complete; 1: it is not, and the faults are printed. The file alone cannot show that its last events were cut off: for that, the log is compared with the witness file, to which each export appends the head of the log.</source>
        <translation>检查会话文件的日志及其记录的全部内容：问题、证据、词元、回答、评审和导出。退出码 0：记录完整；1：记录不完整，并输出错误。仅凭文件本身无法看出末尾的事件被截掉：为此要把日志与见证文件比较，每次导出都会把日志的头部追加到该文件。</translation>
    </message>
    <message>
        <source>check only up to the event with this SHA-256, as an export has printed it</source>
        <translation>只检查到具有此 SHA-256 的事件（见导出文件）</translation>
    </message>
    <message>
        <source>print a JSON object</source>
        <translation>输出一个 JSON 对象</translation>
    </message>
    <message>
        <source>The record is complete up to event %1 of %2, written at %3 (%4).</source>
        <translation>记录完整至第 %1 个事件（共 %2 个），写入时间 %3（%4）。</translation>
    </message>
    <message>
        <source>No event has a witness: the file alone cannot show whether later events were cut off.</source>
        <translation>没有事件得到见证：仅凭文件无法看出之后的事件是否被截掉。</translation>
    </message>
    <message>
        <source>A witness saw event %1 at %2. Later events have no witness.</source>
        <translation>见证文件在 %2 记录了第 %1 个事件。之后的事件没有见证。</translation>
    </message>
    <message>
        <source>Checking the session</source>
        <translation>正在检查会话</translation>
    </message>
    <message>
        <source>the witness file of the log&apos;s heads; default: the one in the settings</source>
        <translation>保存日志头部的见证文件；默认：设置中的文件</translation>
    </message>
    <message>
        <source>only these questions, such as 1,3-5; default: all</source>
        <translation>只导出这些问题，例如 1,3-5；默认：全部</translation>
    </message>
    <message>
        <source>only questions with a review</source>
        <translation>只导出有评审的问题</translation>
    </message>
    <message>
        <source>The slab combines no slices because it is too thin: the frames are the slices themselves. Slices are combined from --slab %1 on.</source>
        <translation>层块太薄，没有合并任何层面：输出的图像就是各层面本身。从 --slab %1 起才会合并层面。</translation>
    </message>
    <message>
        <source>[QUERY] [options]</source>
        <translation>[QUERY] [选项]</translation>
    </message>
    <message>
        <source>list the sessions and search in them</source>
        <translation>列出会话并在其中搜索</translation>
    </message>
    <message>
        <source>Searches in the questions, answers, reviews, tags, models, series and titles of the sessions in the program&apos;s data folder and of those that were opened recently. A question or its answer must contain all words of QUERY; the last word may be incomplete. Without QUERY, lists the sessions.</source>
        <translation>在程序数据文件夹中的会话以及最近打开的会话中，搜索问题、回答、评审、标签、模型、序列和标题。问题或其回答必须包含 QUERY 的所有词；最后一个词可以不完整。没有 QUERY 时列出会话。</translation>
    </message>
    <message>
        <source>asked on this day or later, such as 2026-01-31</source>
        <translation>在这一天或之后提问，例如 2026-01-31</translation>
    </message>
    <message>
        <source>asked on this day or earlier</source>
        <translation>在这一天或之前提问</translation>
    </message>
    <message>
        <source>answered by a model with this in its name</source>
        <translation>由名称包含此文字的模型回答</translation>
    </message>
    <message>
        <source>reviewed by the person with this name or code</source>
        <translation>由具有此姓名或代码的人评审</translation>
    </message>
    <message>
        <source>correct, &quot;partly correct&quot;, wrong or &quot;cannot judge&quot;</source>
        <translation>correct、&quot;partly correct&quot;、wrong 或 &quot;cannot judge&quot;</translation>
    </message>
    <message>
        <source>with a review</source>
        <translation>有评审</translation>
    </message>
    <message>
        <source>without a review</source>
        <translation>没有评审</translation>
    </message>
    <message>
        <source>print at most N results</source>
        <translation>最多输出 N 个结果</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a review</source>
        <translation>
            <numerusform>%n 个没有评审</numerusform>
        </translation>
    </message>
    <message>
        <source>Question %1: %2</source>
        <translation>问题 %1：%2</translation>
    </message>
    <message>
        <source>No session was found.</source>
        <translation>没有找到会话。</translation>
    </message>
    <message>
        <source>There are more results. Print them with --limit.</source>
        <translation>还有更多结果。请用 --limit 输出。</translation>
    </message>
    <message>
        <source>Reading the sessions</source>
        <translation>正在读取会话</translation>
    </message>
    <message>
        <source>A session was left out. %1</source>
        <translation>一个会话被跳过。%1</translation>
    </message>
    <message>
        <source>report:</source>
        <translation>报告：</translation>
    </message>
    <message>
        <source>SESSION --format F -o PATH [options]</source>
        <translation>SESSION --format F -o PATH [选项]</translation>
    </message>
    <message>
        <source>the file to write, or the folder for formats of several files; a folder is replaced only if it is empty or an unchanged export</source>
        <translation>要写入的文件；对于由多个文件组成的格式则为文件夹；只有空文件夹或未更改过的导出才会被替换</translation>
    </message>
    <message>
        <source>print what would be exported, and write nothing</source>
        <translation>显示将要导出的内容，不写入任何文件</translation>
    </message>
    <message>
        <source>the format; default: by the suffix of PATH</source>
        <translation>格式；默认：根据 PATH 的后缀</translation>
    </message>
    <message>
        <source>FILE.json -o SESSION</source>
        <translation>FILE.json -o SESSION</translation>
    </message>
    <message>
        <source>make a session from its JSON export</source>
        <translation>从 JSON 导出还原会话</translation>
    </message>
    <message>
        <source>Makes a session file from JSON that &quot;fleming export --format json --keep-identity --include-paths&quot; has written. The session has the same questions, images, answers and reviews. It begins a new log, which names the head of the exported session.</source>
        <translation>从“fleming export --format json --keep-identity --include-paths”写出的 JSON 创建会话文件。该会话具有相同的问题、图像、回答和评审，并开始一个新的日志，其中记录了所导出会话的日志头。</translation>
    </message>
    <message>
        <source>the session file to make; no file may have this name</source>
        <translation>要创建的会话文件；不得存在同名文件</translation>
    </message>
    <message>
        <source>SESSION [--exchange N] [--model DIR] [--from-sources] [--json]</source>
        <translation>会话 [--exchange N] [--model 目录] [--from-sources] [--json]</translation>
    </message>
    <message>
        <source>generate the answers of a session again and compare them</source>
        <translation>重新生成会话中的回答并进行比较</translation>
    </message>
    <message>
        <source>Generates the answers of a session again, each from the first question of its conversation: from the stored images, prompt, parameters and seed. With the weights, type, device and kernels of the stored answer, all tokens are the same; otherwise the differences in these conditions are printed. Exit code 0: all answers are identical; 1: some are not. The results are recorded in the session, unless it is read-only.</source>
        <translation>重新生成会话中的回答，每个回答都从其对话的第一个问题开始：使用已保存的图像、提示词、参数和随机种子。如果权重、类型、设备和计算内核与保存的回答相同，所有词元都相同；否则会输出这些条件的差异。退出码 0：所有回答完全一致；1：有的不一致。除非会话为只读，结果会记录在会话中。</translation>
    </message>
    <message>
        <source>only the answer to question number N</source>
        <translation>仅第 N 个问题的回答</translation>
    </message>
    <message>
        <source>the checkpoint folder; default: the one that gave the answer</source>
        <translation>检查点文件夹；默认：给出该回答的那个</translation>
    </message>
    <message>
        <source>also make the images anew from the original files and compare their pixels with the stored ones</source>
        <translation>同时从原始文件重新生成图像，并与保存的像素进行比较</translation>
    </message>
    <message>
        <source>print a JSON object: exchanges with exchange, identical, tokens, same (tokens before the first difference), answer_agrees, difference, conditions; sources with the images that differ</source>
        <translation>输出一个 JSON 对象：exchanges 含 exchange、identical、tokens、same（第一处差异之前的词元数）、answer_agrees、difference、conditions；sources 含不一致的图像</translation>
    </message>
    <message>
        <source>%1, Image-%2: %3</source>
        <translation>%1，Image-%2：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2 answers are identical; %3 of %4 tokens and %5 final answers agree.</source>
        <translation>%2 个回答中有 %1 个完全一致；%4 个词元中有 %3 个一致，%5 个最终回答一致。</translation>
    </message>
    <message>
        <source>The session is read-only: no result is recorded.</source>
        <translation>会话为只读：不会记录结果。</translation>
    </message>
    <message>
        <source>Making the images anew</source>
        <translation>正在重新生成图像</translation>
    </message>
    <message>
        <source>Replaying</source>
        <translation>正在重新生成</translation>
    </message>
    <message>
        <source>include the paths of the source files and of the model; folder and file names can contain patients&apos; names</source>
        <translation>包含源文件和模型的路径；文件夹名和文件名可能含有患者姓名</translation>
    </message>
    <message>
        <source>keep dates and times, series descriptions, UIDs and the names of reviewers; default: nothing that identifies a patient or a reviewer</source>
        <translation>保留日期和时间、序列描述、UID 以及评审者姓名；默认：不含任何可识别患者或评审者的内容</translation>
    </message>
    <message>
        <source>name the reviewers; default: only their codes</source>
        <translation>列出评审者姓名；默认：仅其代码</translation>
    </message>
    <message>
        <source>the paper of formats with pages: a4 or letter</source>
        <translation>分页格式的纸张：a4 或 letter</translation>
    </message>
    <message>
        <source>The session does not record this export. %1</source>
        <comment>why it is read-only</comment>
        <translation>会话不记录此次导出。%1</translation>
    </message>
    <message>
        <source>PATH [--series N] [--slice K] [--find TEXT] [--json]</source>
        <translation>路径 [--series N] [--slice K] [--find 文本] [--json]</translation>
    </message>
    <message>
        <source>list the DICOM elements of a file</source>
        <translation>列出文件的 DICOM 元素</translation>
    </message>
    <message>
        <source>Lists the data elements of a DICOM file, with nested sequences and private elements. They can name the patient. The values of the pixels and values of more than 256 KiB are left out.</source>
        <translation>列出 DICOM 文件的数据元素,包括嵌套序列和私有元素。其中可能含有患者姓名。像素值和超过 256 KiB 的值不列出。</translation>
    </message>
    <message>
        <source>if PATH has several files: this series, as numbered by &quot;fleming info&quot;; default: the only series, or series 0</source>
        <translation>如果路径包含多个文件:使用此序列(编号同 &quot;fleming info&quot;);默认:唯一的序列或序列 0</translation>
    </message>
    <message>
        <source>if PATH has several files: the file of this slice, numbered from 0</source>
        <translation>如果路径包含多个文件:此切片所在的文件,从 0 开始编号</translation>
    </message>
    <message>
        <source>only elements with this text in their tag, keyword, value or private creator, and the sequences that hold them</source>
        <translation>仅列出标签、关键字、值或私有创建者中含有此文本的元素,以及包含它们的序列</translation>
    </message>
    <message>
        <source>print a JSON object: &quot;file&quot;, &quot;elements&quot;</source>
        <translation>输出一个 JSON 对象:&quot;file&quot;、&quot;elements&quot;</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>条目 %1</translation>
    </message>
    <message>
        <source>exchange left and right</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>rotate clockwise by 90, 180 or 270 degrees, after mirroring</source>
        <translation>镜像后顺时针旋转 90、180 或 270 度</translation>
    </message>
    <message>
        <source>colour table: grey, hot-iron, pet, rainbow or viridis</source>
        <translation>颜色表：grey、hot-iron、pet、rainbow 或 viridis</translation>
    </message>
    <message>
        <source>take the nearest voxel instead of interpolating</source>
        <translation>取最近的体素而不插值</translation>
    </message>
    <message>
        <source>table</source>
        <translation>查找表</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a window and its function</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>PATH --origin X,Y,Z --right X,Y,Z --down X,Y,Z --pixel MM --size W,H [options] -o FILE.npy</source>
        <translation>PATH --origin X,Y,Z --right X,Y,Z --down X,Y,Z --pixel MM --size W,H [选项] -o FILE.npy</translation>
    </message>
    <message>
        <source>save the values of any plane of a volume</source>
        <translation>保存体数据任意平面的数值</translation>
    </message>
    <message>
        <source>this series, as numbered by &quot;fleming info&quot;; default: the only series, or series 0</source>
        <translation>此序列，编号与“fleming info”一致；默认：唯一的序列，或序列 0</translation>
    </message>
    <message>
        <source>the centre of the first pixel</source>
        <translation>第一个像素的中心</translation>
    </message>
    <message>
        <source>the direction along a row of pixels; its length does not matter</source>
        <translation>沿像素行的方向；其长度无关紧要</translation>
    </message>
    <message>
        <source>the direction along a column of pixels, perpendicular to the other</source>
        <translation>沿像素列的方向，与前一方向垂直</translation>
    </message>
    <message>
        <source>the distance from pixel to pixel</source>
        <translation>像素之间的距离</translation>
    </message>
    <message>
        <source>the number of columns and rows</source>
        <translation>列数和行数</translation>
    </message>
    <message>
        <source>combine samples along the normal of the plane (right x down) in a slab of this thickness around it, in steps of the smallest voxel spacing</source>
        <translation>将平面周围该厚度层块内沿平面法线（right x down）的采样点合并，步长为最小体素间距</translation>
    </message>
    <message>
        <source>max, mean or min: the value of each pixel among the samples of the slab</source>
        <translation>max、mean 或 min：每个像素在层块各采样点中的取值</translation>
    </message>
    <message>
        <source>Reading slices</source>
        <translation>正在读取层</translation>
    </message>
    <message>
        <source>show a slab of this thickness around each slice of a volume, in mm (in voxels if the voxel spacing is unknown), sampled in steps of the smallest voxel spacing</source>
        <translation>显示体数据每个层面周围该厚度的层块，单位为 mm（体素间距未知时以体素为单位），以最小体素间距为步长采样</translation>
    </message>
    <message>
        <source>look of slices, frames and images (default: plain):</source>
        <translation>切片、帧和图片的外观（默认：原始）：</translation>
    </message>
    <message>
        <source>PATH [--series N] --roi FILE.json [--json | --csv]</source>
        <translation>PATH [--series N] --roi FILE.json [--json | --csv]</translation>
    </message>
    <message>
        <source>measure lengths, angles, areas and pixel values</source>
        <translation>测量长度、角度、面积和像素值</translation>
    </message>
    <message>
        <source>the regions; or markups of 3D Slicer (.mrk.json): lines, angles, closed curves, planes and points</source>
        <translation>区域；或 3D Slicer 的标记（.mrk.json）：线、角、闭合曲线、平面和点</translation>
    </message>
    <message>
        <source>of a clip: this frame, numbered from 0</source>
        <translation>对于动态影像：此帧，从 0 开始编号</translation>
    </message>
    <message>
        <source>take the pixel spacing at the detector of a projection image as that in the patient; without it, such an image is measured in pixels</source>
        <translation>将投影图像探测器处的像素间距视为患者体内的间距；否则此类图像以像素测量</translation>
    </message>
    <message>
        <source>print a JSON object, or a list of them for a list: &quot;length_mm&quot;, &quot;length_px&quot;, &quot;angle_deg&quot;, &quot;area_mm2&quot;, &quot;count&quot;, &quot;min&quot;, &quot;max&quot;, &quot;mean&quot;, &quot;sd&quot;, &quot;median&quot;, &quot;sum&quot;, &quot;unit&quot;, &quot;calibration&quot;; those that apply</source>
        <translation>输出一个 JSON 对象，列表则输出对象列表：&quot;length_mm&quot;、&quot;length_px&quot;、&quot;angle_deg&quot;、&quot;area_mm2&quot;、&quot;count&quot;、&quot;min&quot;、&quot;max&quot;、&quot;mean&quot;、&quot;sd&quot;、&quot;median&quot;、&quot;sum&quot;、&quot;unit&quot;、&quot;calibration&quot;；仅限适用的项</translation>
    </message>
    <message>
        <source>print the same values as CSV, one line a region</source>
        <translation>以 CSV 输出相同的值，每个区域一行</translation>
    </message>
    <message>
        <source>spacing in the patient</source>
        <translation>患者体内的间距</translation>
    </message>
    <message>
        <source>calibrated by the geometry of the exposure</source>
        <translation>按曝光几何校准</translation>
    </message>
    <message>
        <source>calibrated by an object of known size</source>
        <translation>按已知尺寸的物体校准</translation>
    </message>
    <message>
        <source>spacing at the detector, corrected for the estimated magnification</source>
        <translation>探测器处的间距，已按估计的放大倍数校正</translation>
    </message>
    <message>
        <source>spacing at the detector</source>
        <translation>探测器处的间距</translation>
    </message>
    <message>
        <source>ultrasound region</source>
        <translation>超声区域</translation>
    </message>
    <message>
        <source>spacing of the film scanner</source>
        <translation>胶片扫描仪的间距</translation>
    </message>
    <message>
        <source>calibrated by the user</source>
        <translation>由用户校准</translation>
    </message>
    <message>
        <source>none: pixels only</source>
        <translation>无：仅像素</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Region %1: %2</source>
        <translation>区域 %1：%2</translation>
    </message>
    <message>
        <source>length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>short length</source>
        <translation>短径</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素数</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>总和</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>spacing at the detector; --accept-detector measures with it</source>
        <translation>探测器处的间距；使用 --accept-detector 以其测量</translation>
    </message>
    <message>
        <source>Saves the rescaled values (HU for CT) of any plane: a float32 NPY array of shape (H, W), or (H, W, 3) for colours.
Positions are in mm in the patient: x to the left, y to the back, z to the head. If the file gives no orientation, they are in mm along the axes of the volume, from its first voxel. Values are interpolated linearly between the centres of voxels. Samples more than half a voxel outside the outer centres are NaN; so are samples whose nearest voxel is padding. Slices that are sheared (gantry tilt), shifted or unevenly spaced are resampled to their true positions first.</source>
        <translation>保存任意平面的换算后数值（CT 为 HU）：float32 的 NPY 数组，形状为 (H, W)，彩色为 (H, W, 3)。
位置以患者坐标的 mm 表示：x 向左，y 向后，z 向头。如果文件未给出方向，则以 mm 沿体数据的各轴、从第一个体素算起。在体素中心之间线性插值。超出外侧体素中心半个体素以上的采样点为 NaN；最近体素为填充值的采样点也为 NaN。错切（机架倾斜）、偏移或间距不均匀的层面会先按真实位置重采样。</translation>
    </message>
    <message>
        <source>The slices are sheared or unevenly spaced, so distances in this plane are wrong; --straighten resamples them to their true positions.</source>
        <translation>层面错切或层间距不均匀，因此此平面中的距离不正确；--straighten 会按真实位置对其重采样。</translation>
    </message>
    <message>
        <source>resample the slices of a volume to their true positions if they are sheared (gantry tilt), shifted or unevenly spaced</source>
        <translation>如果体数据的层面错切（机架倾斜）、偏移或层间距不均匀，则按真实位置重采样</translation>
    </message>
    <message>
        <source>Measures the region in FILE.json, or each region of a list:
{&quot;shape&quot;: &quot;rectangle&quot;, &quot;plane&quot;: {&quot;origin&quot;: [X,Y,Z], &quot;right&quot;: [X,Y,Z], &quot;down&quot;: [X,Y,Z]}, &quot;points&quot;: [[X,Y], ...]}
The plane is in LPS millimetres of the patient. A series without an orientation has the millimetres of its own axes: columns, rows and slices at the spacing that &quot;fleming info&quot; prints, from the centre of the first pixel; one pixel is 1 if there is no spacing. Points are in the plane, from its origin along right and down.
Shapes: length (2 points), angle (3, the vertex second), cobb (4: two lines), bidirectional (4: two diameters), rectangle and ellipse (2 opposite corners of the box), polygon and freehand (at least 3), probe (1), arrow (2).
A pixel counts if its centre is inside. On a stored slice its own pixels count, on any other plane a grid at the smallest spacing, with the nearest voxels. SD divides by n - 1. Padding is left out. If slices are sheared (gantry tilt), shifted or unevenly spaced, other planes are measured after the slices are resampled to their true positions.</source>
        <translation>测量 FILE.json 中的区域，或列表中的每个区域：
{&quot;shape&quot;: &quot;rectangle&quot;, &quot;plane&quot;: {&quot;origin&quot;: [X,Y,Z], &quot;right&quot;: [X,Y,Z], &quot;down&quot;: [X,Y,Z]}, &quot;points&quot;: [[X,Y], ...]}
平面以患者的 LPS 毫米表示。没有方向的序列使用其自身轴的毫米：列、行和层按“fleming info”输出的间距计算，从第一个像素的中心开始；没有间距时一个像素为 1。点位于平面内，从其原点沿 right 和 down 计算。
形状：length（2 个点）、angle（3 个，第二个为顶点）、cobb（4 个：两条线）、bidirectional（4 个：两条直径）、rectangle 和 ellipse（外框的 2 个对角）、polygon 和 freehand（至少 3 个）、probe（1 个）、arrow（2 个）。
像素中心在内部时计入。在存储的层上计入其自身的像素，在其他平面上计入最小间距的网格，取最近的体素。SD 除以 n - 1。填充值不计入。如果层面错切（机架倾斜）、偏移或间距不均匀，则在其他平面上测量前，会先按各层的真实位置重采样。</translation>
    </message>
</context>
<context>
    <name>CommandText</name>
    <message>
        <source>The slices are sheared or unevenly spaced; they are resampled to their true positions.</source>
        <translation>层面错切或层间距不均匀；将按真实位置重采样。</translation>
    </message>
</context>
<context>
    <name>ElementText</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>(%1)</source>
        <comment>a size in bytes</comment>
        <translation>(%1)</translation>
    </message>
    <message>
        <source>%1 … (%2)</source>
        <comment>the beginning of a value, its size</comment>
        <translation>%1 … (%2)</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The file cannot be written (%1). Choose another folder or free some space.</source>
        <translation>无法写入文件（%1）。请选择其他文件夹或释放空间。</translation>
    </message>
    <message>
        <source>The PDF cannot be created. Free some space and try again.</source>
        <translation>无法创建 PDF。请释放空间后重试。</translation>
    </message>
    <message>
        <source>Only slices of the volume in one of its planes can be used as images.</source>
        <translation>只有体数据在其某一平面上的层面才能用作图像。</translation>
    </message>
    <message>
        <source>Some slices of this series could not be read, so a plane across them has gaps. Use the acquired plane, without those slices.</source>
        <translation>此序列的部分层面无法读取，因此跨层的平面会有缺失。请使用采集平面，并避开这些层面。</translation>
    </message>
    <message>
        <source>The pixels of slice %1 could not be read. Choose other slices.</source>
        <translation>无法读取层面 %1 的像素。请选择其他层面。</translation>
    </message>
    <message>
        <source>No model was found. Specify the folder of a Fleming-VL checkpoint with --model DIR or in the environment variable FLEMING_MODEL.</source>
        <translation>未找到模型。请用 --model DIR 或环境变量 FLEMING_MODEL 指定 Fleming-VL 检查点文件夹。</translation>
    </message>
    <message>
        <source>No model is loaded. Choose one first.</source>
        <translation>尚未加载模型。请先选择一个。</translation>
    </message>
    <message>
        <source>The model folder cannot be read (%1).</source>
        <translation>无法读取模型文件夹（%1）。</translation>
    </message>
    <message>
        <source>Event %1 of the session&apos;s log does not follow from the event before it.</source>
        <translation>会话日志中的事件 %1 与其前一事件不衔接。</translation>
    </message>
    <message>
        <source>Event %1 of the session&apos;s log was changed.</source>
        <translation>会话日志中的事件 %1 已被更改。</translation>
    </message>
    <message>
        <source>Event %1 of the session&apos;s log is missing.</source>
        <translation>会话日志中缺少事件 %1。</translation>
    </message>
    <message>
        <source>Event %1 of the session&apos;s log repeats what an earlier event records.</source>
        <translation>会话日志中的事件 %1 重复了先前事件所记录的内容。</translation>
    </message>
    <message>
        <source>Event %1 comes from the log of another session.</source>
        <translation>事件 %1 来自另一个会话的日志。</translation>
    </message>
    <message>
        <source>The data that event %1 of the session&apos;s log records were changed.</source>
        <translation>会话日志中事件 %1 所记录的数据已被更改。</translation>
    </message>
    <message>
        <source>An evidence image that event %1 of the session&apos;s log records was changed.</source>
        <translation>会话日志中事件 %1 所记录的一幅证据图像已被更改。</translation>
    </message>
    <message>
        <source>Event %1 of the session&apos;s log is of a kind that this version does not know.</source>
        <translation>会话日志中事件 %1 的类型在此版本中未知。</translation>
    </message>
    <message>
        <source>The table &quot;%1&quot; of the session holds data that no event of its log records.</source>
        <translation>会话的表“%1”中含有其日志未记录的数据。</translation>
    </message>
    <message>
        <source>A slab can be chosen only for a volume, and this series is not a volume.</source>
        <translation>只有体数据可以选择厚层，而此序列不是体数据。</translation>
    </message>
    <message>
        <source>There is no such session file.</source>
        <translation>没有这个会话文件。</translation>
    </message>
    <message>
        <source>The session cannot be opened because its folder does not exist.</source>
        <translation>无法打开会话：其文件夹不存在。</translation>
    </message>
    <message>
        <source>The answer to question number %1 has already ended.</source>
        <translation>编号为 %1 的问题的回答已经结束。</translation>
    </message>
    <message>
        <source>A token in the session is damaged. Open a backup copy of the session.</source>
        <translation>会话中的一个词元已损坏。请打开会话的备份副本。</translation>
    </message>
    <message>
        <source>The session cannot be read. Check the permissions of the file.</source>
        <translation>无法读取会话。请检查文件的访问权限。</translation>
    </message>
    <message>
        <source>The session cannot be written. Check the permissions of the file and its folder, or copy it to another folder.</source>
        <translation>无法写入会话。请检查文件及其文件夹的权限，或将其复制到其他文件夹。</translation>
    </message>
    <message>
        <source>The session is damaged. Open a backup copy.</source>
        <translation>会话已损坏。请打开备份副本。</translation>
    </message>
    <message>
        <source>The session cannot be written because the disk is full. Free some space and try again.</source>
        <translation>无法写入会话，因为磁盘已满。请释放空间后重试。</translation>
    </message>
    <message>
        <source>An evidence image in the session is damaged. Open a backup copy of the session.</source>
        <translation>会话中的一幅证据图像已损坏。请打开会话的备份副本。</translation>
    </message>
    <message>
        <source>An evidence image cannot be saved as PNG.</source>
        <translation>证据中的一幅图像无法保存为 PNG。</translation>
    </message>
    <message>
        <source>The session is in use by another program. Close that program and try again.</source>
        <translation>会话正被另一个程序使用。请关闭该程序后重试。</translation>
    </message>
    <message>
        <source>The lock file of the session cannot be used (%1). Keep the session in a folder that you can write to.</source>
        <translation>无法使用会话的锁定文件（%1）。请将会话保存在您可写入的文件夹中。</translation>
    </message>
    <message>
        <source>The session was created by a newer version of Fleming Viewer. Open it with that version.</source>
        <translation>会话由更新版本的 Fleming Viewer 创建。请用该版本打开。</translation>
    </message>
    <message>
        <source>Sessions cannot be saved because Qt&apos;s SQLite driver is missing. Install the package libqt6sql6-sqlite.</source>
        <translation>无法保存会话：缺少 Qt 的 SQLite 驱动。请安装软件包 libqt6sql6-sqlite。</translation>
    </message>
    <message>
        <source>The session has no question number %1.</source>
        <translation>会话中没有编号为 %1 的问答。</translation>
    </message>
    <message>
        <source>This is not a file, so it cannot be opened as a session.</source>
        <translation>这不是文件，无法作为会话打开。</translation>
    </message>
    <message>
        <source>This is not a Fleming Viewer session. The file was not changed.</source>
        <translation>这不是 Fleming Viewer 的会话。文件未被更改。</translation>
    </message>
    <message>
        <source>The session was not closed properly and cannot be written in its folder. Copy it to another folder, together with the files whose names begin with its name, and open it there.</source>
        <translation>会话未正常关闭，且在其所在文件夹中无法写入。请将其连同文件名以其名称开头的文件一起复制到其他文件夹，然后在那里打开。</translation>
    </message>
    <message>
        <source>This file belongs to another program and is not a Fleming Viewer session. It was not changed.</source>
        <translation>此文件属于其他程序，不是 Fleming Viewer 的会话。文件未被更改。</translation>
    </message>
    <message>
        <source>The session was opened read-only.</source>
        <translation>会话已以只读方式打开。</translation>
    </message>
    <message>
        <source>The disk of the session is full, so it was opened read-only.</source>
        <translation>会话所在的磁盘已满，因此已以只读方式打开。</translation>
    </message>
    <message>
        <source>The session cannot be written in its folder, so it was opened read-only.</source>
        <translation>会话在其所在文件夹中无法写入，因此以只读方式打开。</translation>
    </message>
    <message>
        <source>The session is in use by another Fleming Viewer, so it was opened read-only.</source>
        <translation>会话正被另一个 Fleming Viewer 使用，因此以只读方式打开。</translation>
    </message>
    <message>
        <source>The session was created by a newer version of Fleming Viewer, so it was opened read-only.</source>
        <translation>会话由更新版本的 Fleming Viewer 创建，因此以只读方式打开。</translation>
    </message>
    <message>
        <source>The session holds the value &quot;%1&quot;, which this version of Fleming Viewer does not know. Open it with a newer version.</source>
        <translation>会话中含有此版本的 Fleming Viewer 无法识别的值“%1”。请用更新版本打开。</translation>
    </message>
    <message>
        <source>The session cannot be used: %1.</source>
        <translation>无法使用会话：%1。</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>操作已取消。</translation>
    </message>
    <message>
        <source>The file cannot be mapped into memory (%1).</source>
        <translation>无法将文件映射到内存（%1）。</translation>
    </message>
    <message>
        <source>The file cannot be opened (%1).</source>
        <translation>无法打开文件（%1）。</translation>
    </message>
    <message>
        <source>This is not a regular file.</source>
        <translation>这不是普通文件。</translation>
    </message>
    <message>
        <source>The SHA-256 checksum cannot be computed.</source>
        <translation>无法计算 SHA-256 校验和。</translation>
    </message>
    <message>
        <source>The answers cannot be saved there (%1).</source>
        <translation>无法在此保存回答（%1）。</translation>
    </message>
    <message>
        <source>The answers cannot be written (%1).</source>
        <translation>无法写入回答（%1）。</translation>
    </message>
    <message>
        <source>Another evaluation is writing to this file. Wait until it finishes, or stop it.</source>
        <translation>另一个评测正在写入此文件。请等待其结束，或将其停止。</translation>
    </message>
    <message>
        <source>In line %1, this is not an answer of an evaluation. Specify another file with --answers, or delete this one.</source>
        <translation>第 %1 行不是评测的回答。请用 --answers 指定其他文件，或删除此文件。</translation>
    </message>
    <message>
        <source>The file contains answers of another model. Specify another file with --answers, or delete this one.</source>
        <translation>文件中是其他模型的回答。请用 --answers 指定其他文件，或删除此文件。</translation>
    </message>
    <message>
        <source>The file contains answers that were generated with other options. Use the same options, specify another file with --answers, or delete this one.</source>
        <translation>文件中是用其他选项生成的回答。请使用相同的选项，用 --answers 指定其他文件，或删除此文件。</translation>
    </message>
    <message>
        <source>The file contains answers to other questions, or to an earlier version of these. Specify another file with --answers, or delete this one.</source>
        <translation>文件中是其他问题的回答，或这些问题早先版本的回答。请用 --answers 指定其他文件，或删除此文件。</translation>
    </message>
    <message>
        <source>--clip must be START:END in seconds, with the end after the start, not &quot;%1&quot;.</source>
        <translation>--clip 须为以秒计的“起点:终点”，终点在起点之后，不能是“%1”。</translation>
    </message>
    <message>
        <source>--clip cannot be combined with --slices or --times, which name each frame.</source>
        <translation>--clip 不能与 --slices 或 --times 同时使用，后者已逐帧指定。</translation>
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
        <source>One of the paths is empty.</source>
        <translation>有一个路径为空。</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot;. The formats are: %2.</source>
        <translation>没有格式“%1”。可用的格式：%2。</translation>
    </message>
    <message>
        <source>Use only one of --count, --slices, --times and --every.</source>
        <translation>--count、--slices、--times 和 --every 只能使用其中之一。</translation>
    </message>
    <message>
        <source>%1 was specified twice.</source>
        <translation>%1 被重复指定。</translation>
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
        <source>%1 requires a value.</source>
        <translation>%1 需要参数值。</translation>
    </message>
    <message>
        <source>Use either --model or --shape, not both.</source>
        <translation>--model 和 --shape 只能使用其中之一。</translation>
    </message>
    <message>
        <source>Specify a command.</source>
        <translation>请指定一个命令。</translation>
    </message>
    <message>
        <source>Specify a PATH: a file or a folder.</source>
        <translation>请指定 PATH：文件或文件夹。</translation>
    </message>
    <message>
        <source>Specify exactly one PATH: a file or a folder.</source>
        <translation>请指定且只指定一个 PATH：文件或文件夹。</translation>
    </message>
    <message>
        <source>Specify exactly one SESSION: a session file.</source>
        <translation>请指定且只指定一个 SESSION：会话文件。</translation>
    </message>
    <message>
        <source>Specify exactly one TEXT, or - to read standard input.</source>
        <translation>请指定且只指定一个 TEXT，或用 - 读取标准输入。</translation>
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
        <source>This command takes only options, not &quot;%1&quot;.</source>
        <translation>此命令只接受选项，不接受“%1”。</translation>
    </message>
    <message>
        <source>--plane must be axial, coronal or sagittal, not &quot;%1&quot;.</source>
        <translation>--plane 须为 axial、coronal 或 sagittal，不能是“%1”。</translation>
    </message>
    <message>
        <source>--quant must be none, int8 or int4, not &quot;%1&quot;.</source>
        <translation>--quant 须为 none、int8 或 int4，不能是“%1”。</translation>
    </message>
    <message>
        <source>Specify the questions with --questions FILE.</source>
        <translation>请用 --questions FILE 指定问题。</translation>
    </message>
    <message>
        <source>%1 is required.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>There is no sample named &quot;%1&quot;.</source>
        <translation>没有名为“%1”的示例。</translation>
    </message>
    <message>
        <source>--shape must be 1b, 8b or 38b, not &quot;%1&quot;.</source>
        <translation>--shape 须为 1b、8b 或 38b，不能是“%1”。</translation>
    </message>
    <message>
        <source>--top-p must be a number above 0 and at most 1.</source>
        <translation>--top-p 须为大于 0 且不超过 1 的数字。</translation>
    </message>
    <message>
        <source>%1 does not take a value.</source>
        <translation>%1 不接受参数值。</translation>
    </message>
    <message>
        <source>Unknown command &quot;%1&quot;.</source>
        <translation>未知命令“%1”。</translation>
    </message>
    <message>
        <source>Unknown option %1.</source>
        <translation>未知选项 %1。</translation>
    </message>
    <message>
        <source>--window must be CENTRE,WIDTH or the name of a window, not &quot;%1&quot;.</source>
        <translation>--window 须为“窗位,窗宽”或窗的名称，不能是“%1”。</translation>
    </message>
    <message>
        <source>Use either --window or --minmax, not both.</source>
        <translation>--window 和 --minmax 只能使用其中之一。</translation>
    </message>
    <message>
        <source>The window width must be at least 1, not &quot;%1&quot;.</source>
        <translation>窗宽至少为 1，不能是“%1”。</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 questions have been answered. Run the same command again to continue.</source>
        <translation>已停止：已回答 %1/%2 个问题。再次运行同一命令即可继续。</translation>
    </message>
    <message>
        <source>The folder cannot be created.</source>
        <translation>无法创建文件夹。</translation>
    </message>
    <message>
        <source>The file cannot be written. Check that its folder exists.</source>
        <translation>无法写入文件。请检查其文件夹是否存在。</translation>
    </message>
    <message>
        <source>The file cannot be written (%1).</source>
        <translation>无法写入文件（%1）。</translation>
    </message>
    <message>
        <source>The output cannot be written (%1).</source>
        <translation>无法写入输出（%1）。</translation>
    </message>
    <message>
        <source>The file cannot be written completely.</source>
        <translation>文件无法完整写入。</translation>
    </message>
    <message>
        <source>In line %1, &quot;clipRange&quot; must be [START, END] in seconds.</source>
        <translation>第 %1 行中，&quot;clipRange&quot; 须为以秒计的 [起点, 终点]。</translation>
    </message>
    <message>
        <source>In line %1, use only one of &quot;count&quot;, &quot;indices&quot;, &quot;times&quot; and &quot;everySeconds&quot; in &quot;selection&quot;.</source>
        <translation>第 %1 行中，&quot;selection&quot; 只能使用 &quot;count&quot;、&quot;indices&quot;、&quot;times&quot; 和 &quot;everySeconds&quot; 之一。</translation>
    </message>
    <message>
        <source>In line %1, &quot;%2&quot; must be a whole number of at least %3.</source>
        <translation>第 %1 行中，&quot;%2&quot; 须为不小于 %3 的整数。</translation>
    </message>
    <message>
        <source>In line %1, &quot;%2&quot; must be a whole number from %3 to %4.</source>
        <translation>第 %1 行中，&quot;%2&quot; 须为 %3 至 %4 的整数。</translation>
    </message>
    <message>
        <source>In line %1, &quot;inverted&quot; must be true or false.</source>
        <translation>第 %1 行中，&quot;inverted&quot; 必须是 true 或 false。</translation>
    </message>
    <message>
        <source>The file contains no questions.</source>
        <translation>文件中没有问题。</translation>
    </message>
    <message>
        <source>In line %1, &quot;%2&quot; must be a list.</source>
        <translation>第 %1 行中，&quot;%2&quot; 必须是列表。</translation>
    </message>
    <message>
        <source>In line %1, &quot;%2&quot; must contain only numbers.</source>
        <translation>第 %1 行中，&quot;%2&quot; 只能包含数字。</translation>
    </message>
    <message>
        <source>Line %1 must be a JSON object.</source>
        <translation>第 %1 行必须是一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Line %1 is not valid JSON (%2, at byte %3).</source>
        <translation>第 %1 行不是有效的 JSON（%2，位于第 %3 字节）。</translation>
    </message>
    <message>
        <source>In line %1, &quot;%2&quot; must be text and must not be empty.</source>
        <translation>第 %1 行中，&quot;%2&quot; 必须是非空文本。</translation>
    </message>
    <message>
        <source>In line %1, specify exactly one of &quot;images&quot;, &quot;volume&quot; and &quot;video&quot;.</source>
        <translation>第 %1 行中，&quot;images&quot;、&quot;volume&quot; 和 &quot;video&quot; 必须且只能指定一个。</translation>
    </message>
    <message>
        <source>In line %1, &quot;plane&quot; must be &quot;axial&quot;, &quot;coronal&quot; or &quot;sagittal&quot;.</source>
        <translation>第 %1 行中，&quot;plane&quot; 须为 &quot;axial&quot;、&quot;coronal&quot; 或 &quot;sagittal&quot;。</translation>
    </message>
    <message>
        <source>In line %1, &quot;selection&quot; must be an object.</source>
        <translation>第 %1 行中，&quot;selection&quot; 必须是对象。</translation>
    </message>
    <message>
        <source>In line %1, &quot;selection&quot; has the unknown key &quot;%2&quot;.</source>
        <translation>第 %1 行中，&quot;selection&quot; 有未知的键 &quot;%2&quot;。</translation>
    </message>
    <message>
        <source>In line %1, &quot;window&quot; must be [CENTRE, WIDTH] with a width of at least 1, or the name of a window.</source>
        <translation>第 %1 行中，&quot;window&quot; 须为 [窗位, 窗宽]（窗宽至少为 1）或窗的名称。</translation>
    </message>
    <message>
        <source>There is no series %1: series are numbered from 0 to %2. Run &quot;fleming info&quot; to list them.</source>
        <translation>没有序列 %1：序列编号为 0 至 %2。运行“fleming info”可列出全部序列。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file and what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>There is not enough memory to measure the shape %1: its weights need %2 in %3, and %4 is free. Choose a smaller shape or type.</source>
        <translation>内存不足，无法测量规模 %1：其权重需要 %2（%3），而可用内存为 %4。请选择更小的规模或数据类型。</translation>
    </message>
    <message>
        <source>There is not enough memory to measure this model. Choose a smaller shape or type.</source>
        <translation>内存不足，无法测量此模型。请选择更小的规模或数据类型。</translation>
    </message>
    <message>
        <source>There is no model shape &quot;%1&quot;. Use 1b, 8b or 38b.</source>
        <translation>没有模型规模“%1”。请使用 1b、8b 或 38b。</translation>
    </message>
    <message>
        <source>The index assigns the tensor &quot;%1&quot; to &quot;%2&quot;, which is not the name of a file in the model&apos;s folder. Download the model again.</source>
        <translation>索引将张量“%1”指向“%2”，而后者不是模型文件夹中的文件名。请重新下载模型。</translation>
    </message>
    <message>
        <source>The file does not exist. Choose the folder that contains the model&apos;s config.json.</source>
        <translation>文件不存在。请选择包含模型 config.json 的文件夹。</translation>
    </message>
    <message>
        <source>The index has no &quot;weight_map&quot; that assigns the tensors to files. Download the model again.</source>
        <translation>索引中没有将张量指向文件的 &quot;weight_map&quot;。请重新下载模型。</translation>
    </message>
    <message>
        <source>The folder contains neither model.safetensors nor model.safetensors.index.json. Download the model&apos;s weights.</source>
        <translation>文件夹中既没有 model.safetensors，也没有 model.safetensors.index.json。请下载模型的权重。</translation>
    </message>
    <message>
        <source>This is not a folder. A model is a folder that contains config.json, the tokenizer files and the *.safetensors files.</source>
        <translation>这不是文件夹。模型是一个包含 config.json、分词器文件和 *.safetensors 文件的文件夹。</translation>
    </message>
    <message>
        <source>The folder contains the weights only as pytorch_model.bin, which is not supported. Convert them to safetensors.</source>
        <translation>文件夹中的权重只有 pytorch_model.bin，不支持该格式。请将其转换为 safetensors。</translation>
    </message>
    <message>
        <source>The file contains the tensor &quot;%1&quot;, which %2 contains too. Download the model again.</source>
        <translation>文件中的张量“%1”在 %2 中也存在。请重新下载模型。</translation>
    </message>
    <message>
        <source>The file does not contain the tensor &quot;%1&quot;, although %2 lists it. Download the model again.</source>
        <translation>文件中没有张量“%1”，但 %2 将其列在此文件中。请重新下载模型。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be 1 divided by a whole number.</source>
        <translation>&quot;%1&quot; 的值须为 1 除以一个整数。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; gives attention heads of size %2, but the rotary embedding needs an even size of at least 4.</source>
        <translation>按 &quot;%1&quot; 的值，注意力头的大小为 %2，而旋转位置编码要求其为不小于 4 的偶数。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; is too large: with %2 attention heads it must not exceed %3 in total.</source>
        <translation>&quot;%1&quot; 的值过大：在 %2 个注意力头的情况下，总计不得超过 %3。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a whole number from %2 to %3.</source>
        <translation>&quot;%1&quot; 的值须为 %2 至 %3 的整数。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is missing, so this is not a supported model. Fleming Viewer supports %2 (Fleming-VL, InternVL3).</source>
        <translation>缺少键 &quot;%1&quot;，因此这不是受支持的模型。Fleming Viewer 支持 %2（Fleming-VL、InternVL3）。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is missing. Download the model again.</source>
        <translation>缺少键 &quot;%1&quot;。请重新下载模型。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; selects a layer that does not exist. The vision tower has %2 layers.</source>
        <translation>&quot;%1&quot; 的值选择了不存在的层。视觉编码器有 %2 层。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be true or false.</source>
        <translation>&quot;%1&quot; 的值必须是 true 或 false。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a list of names.</source>
        <translation>&quot;%1&quot; 的值必须是名称列表。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a multiple of &quot;%2&quot;.</source>
        <translation>&quot;%1&quot; 的值须为 &quot;%2&quot; 的整数倍。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a text in quotation marks.</source>
        <translation>&quot;%1&quot; 的值必须是带引号的文本。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a JSON object.</source>
        <translation>&quot;%1&quot; 的值必须是 JSON 对象。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be two equal sizes.</source>
        <translation>&quot;%1&quot; 的值必须是两个相等的尺寸。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a number from %2 to %3.</source>
        <translation>&quot;%1&quot; 的值须为 %2 至 %3 的数字。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; does not divide the %2 patches per side of an image evenly.</source>
        <translation>&quot;%1&quot; 的值不能整除图像每边的 %2 个图像块。</translation>
    </message>
    <message>
        <source>This model is not supported: the value of &quot;%1&quot; is &quot;%2&quot;. Fleming Viewer supports %3 (Fleming-VL, InternVL3).</source>
        <translation>不支持此模型：&quot;%1&quot; 的值为“%2”。Fleming Viewer 支持 %3（Fleming-VL、InternVL3）。</translation>
    </message>
    <message>
        <source>This model is not supported: the value of &quot;%1&quot; is &quot;%2&quot;. Fleming Viewer supports only %3.</source>
        <translation>不支持此模型：&quot;%1&quot; 的值为“%2”。Fleming Viewer 仅支持 %3。</translation>
    </message>
    <message>
        <source>There is not enough memory to answer. Use fewer images, or close other programs.</source>
        <translation>内存不足，无法回答。请减少图像，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Data could not be copied to or from the GPU (%1). Restart the program, or choose cpu as the device.</source>
        <translation>无法与 GPU 传输数据（%1）。请重启程序，或选择 cpu 作为设备。</translation>
    </message>
    <message>
        <source>The computation could not be set up on the GPU (%1). Restart the program, or choose cpu as the device.</source>
        <translation>无法在 GPU 上准备计算（%1）。请重启程序，或选择 cpu 作为设备。</translation>
    </message>
    <message>
        <source>A computation could not be started on the GPU (%1). Restart the program, or choose cpu as the device.</source>
        <translation>无法在 GPU 上启动计算（%1）。请重启程序，或选择 cpu 作为设备。</translation>
    </message>
    <message>
        <source>The computation on the GPU failed (%1). Restart the program, or choose cpu as the device.</source>
        <translation>GPU 上的计算失败（%1）。请重启程序，或选择 cpu 作为设备。</translation>
    </message>
    <message>
        <source>The weights could not be copied to the CUDA device.</source>
        <translation>无法将权重复制到 CUDA 设备。</translation>
    </message>
    <message>
        <source>The device &quot;%1&quot; is listed twice. List each device once.</source>
        <translation>设备“%1”被列出两次。每个设备只能列一次。</translation>
    </message>
    <message>
        <source>The device &quot;%1&quot; does not report how much memory is free. Choose another device.</source>
        <translation>设备“%1”未报告可用内存。请选择其他设备。</translation>
    </message>
    <message>
        <source>The device &quot;%1&quot; is not available: this computer or this build has no CUDA device. Use cpu or auto.</source>
        <translation>设备“%1”不可用：此计算机或此构建没有 CUDA 设备。请使用 cpu 或 auto。</translation>
    </message>
    <message>
        <source>The type float16 is available only on CUDA devices. On the CPU, use bfloat16 or float32.</source>
        <translation>float16 类型仅在 CUDA 设备上可用。在 CPU 上请使用 bfloat16 或 float32。</translation>
    </message>
    <message>
        <source>The device &quot;%1&quot; is not available: the CUDA devices are cuda:0 to %2.</source>
        <translation>设备“%1”不可用：CUDA 设备为 cuda:0 至 %2。</translation>
    </message>
    <message>
        <source>The memory of the device is full. Use fewer images, choose a smaller type (int8 or int4), or close other programs that use the device.</source>
        <translation>设备内存已满。请减少图像，选择更小的数据类型（int8 或 int4），或关闭使用该设备的其他程序。</translation>
    </message>
    <message>
        <source>The device &quot;%1&quot; is unknown. Use auto, cpu, cuda or cuda:N, where N is 0 or higher.</source>
        <translation>未知设备“%1”。请使用 auto、cpu、cuda 或 cuda:N，其中 N 不小于 0。</translation>
    </message>
    <message>
        <source>The value of &quot;eos_token_id&quot; must be a token id or a list of token ids.</source>
        <translation>&quot;eos_token_id&quot; 的值须为词元编号或词元编号列表。</translation>
    </message>
    <message>
        <source>The inference engine cannot be loaded (%1). Install libtorch by running packaging/install-packages.sh, or reinstall Fleming Viewer.</source>
        <translation>无法加载推理引擎（%1）。请运行 packaging/install-packages.sh 安装 libtorch，或重新安装 Fleming Viewer。</translation>
    </message>
    <message>
        <source>This inference engine belongs to a different build of Fleming Viewer. Install or build both together.</source>
        <translation>此推理引擎属于另一个 Fleming Viewer 构建。请将两者一起安装或构建。</translation>
    </message>
    <message>
        <source>The inference engine is missing. Reinstall Fleming Viewer, or build all of it.</source>
        <translation>缺少推理引擎。请重新安装 Fleming Viewer，或完整构建。</translation>
    </message>
    <message>
        <source>The inference engine cannot be located, because the path of this program is unknown (%1).</source>
        <translation>无法定位推理引擎，因为此程序的路径未知（%1）。</translation>
    </message>
    <message>
        <source>There is not enough memory on %1. The model needs about %2 in %3, and %4 is free. Close other programs, or choose another device, a smaller type (int8, int4) or a smaller model.</source>
        <translation>%1 上的内存不足。模型约需 %2（%3），而可用内存为 %4。请关闭其他程序，或选择其他设备、更小的数据类型（int8、int4）或更小的模型。</translation>
    </message>
    <message>
        <source>There is no data type &quot;%1&quot;. Use auto, float32, bfloat16 or float16.</source>
        <translation>没有数据类型“%1”。请使用 auto、float32、bfloat16 或 float16。</translation>
    </message>
    <message>
        <source>There is no quantization &quot;%1&quot;. Use none, int8 or int4.</source>
        <translation>没有量化方式“%1”。请使用 none、int8 或 int4。</translation>
    </message>
    <message>
        <source>The clip has no frames.</source>
        <translation>视频中没有帧。</translation>
    </message>
    <message>
        <source>The selected part of the clip is empty. Its end must be after its start.</source>
        <translation>所选的视频片段为空。其终点须在起点之后。</translation>
    </message>
    <message>
        <source>The selected range of slices is empty.</source>
        <translation>所选的层面范围为空。</translation>
    </message>
    <message>
        <source>The selected part is outside the clip. Select a part within its duration.</source>
        <translation>所选片段超出视频范围。请在视频时长内选择片段。</translation>
    </message>
    <message>
        <source>The number of images must be at least 1.</source>
        <translation>图像数量必须至少为 1。</translation>
    </message>
    <message>
        <source>Too many images are requested. Choose at most %1.</source>
        <translation>请求的图像过多。最多可选 %1 幅。</translation>
    </message>
    <message>
        <source>The frame rate of the clip is unknown, so frames cannot be picked by time. Pick them one by one.</source>
        <translation>视频的帧率未知，因此无法按时刻选帧。请逐帧选取。</translation>
    </message>
    <message>
        <source>The number of tiles must be from 1 to %1.</source>
        <translation>图块数量须为 1 至 %1。</translation>
    </message>
    <message>
        <source>The image of %1 x %2 pixels cannot be resized: it is empty, or its data have another size.</source>
        <translation>无法缩放 %1 x %2 像素的图像：图像为空，或其数据大小不符。</translation>
    </message>
    <message>
        <source>The image cannot be resized to %1 x %2 pixels, because that is too large.</source>
        <translation>无法将图像缩放至 %1 x %2 像素，因为尺寸过大。</translation>
    </message>
    <message>
        <source>The image cannot be resized to less than 1 x 1 pixel.</source>
        <translation>无法将图像缩放至小于 1 x 1 像素。</translation>
    </message>
    <message>
        <source>The file is empty. Download the model again.</source>
        <translation>文件为空。请重新下载模型。</translation>
    </message>
    <message>
        <source>The file does not contain a JSON object. Download the model again.</source>
        <translation>文件中没有 JSON 对象。请重新下载模型。</translation>
    </message>
    <message>
        <source>The file is not valid JSON, because a number is out of range. Download the model again.</source>
        <translation>文件不是有效的 JSON，因为有数字超出范围。请重新下载模型。</translation>
    </message>
    <message>
        <source>The file is not valid JSON (at byte %1). Download the model again.</source>
        <translation>文件不是有效的 JSON（位于第 %1 字节）。请重新下载模型。</translation>
    </message>
    <message>
        <source>The JSON is nested more than %1 levels deep, so this is not a file of a model.</source>
        <translation>JSON 的嵌套超过 %1 层，因此这不是模型的文件。</translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB, so this is not a file of a model.</source>
        <translation>文件大于 %1 MiB，因此这不是模型的文件。</translation>
    </message>
    <message>
        <source>There is not enough memory for a conversation of %1 tokens: its cache needs %2 more, but only %3 is free. Use fewer images, start a new conversation, or close other programs.</source>
        <translation>内存不足，无法进行 %1 个词元的对话：其缓存还需要 %2，但仅 %3 可用。请减少图像、开始新对话，或关闭其他程序。</translation>
    </message>
    <message>
        <source>The model could not be measured (%1). Try another device or type.</source>
        <translation>无法测量模型（%1）。请尝试其他设备或数据类型。</translation>
    </message>
    <message>
        <source>The model could not compute an answer (%1). Try again, or choose another device or type.</source>
        <translation>模型无法计算回答（%1）。请重试，或选择其他设备或数据类型。</translation>
    </message>
    <message>
        <source>The weights could not be loaded (%1). Choose another device or type, or download the model again.</source>
        <translation>无法加载权重（%1）。请选择其他设备或数据类型，或重新下载模型。</translation>
    </message>
    <message>
        <source>A weight in row %1 is not finite or is far too large, so the matrix cannot be quantized. The checkpoint is probably damaged.</source>
        <translation>第 %1 行中有一个权重不是有限值或过大，因此无法量化该矩阵。检查点可能已损坏。</translation>
    </message>
    <message>
        <source>The metadata in the header are invalid. Download the file again.</source>
        <translation>文件头中的元数据无效。请重新下载文件。</translation>
    </message>
    <message>
        <source>In the header, the value of &quot;%2&quot; for the tensor &quot;%1&quot; is invalid. Download the file again.</source>
        <translation>文件头中，张量“%1”的 &quot;%2&quot; 值无效。请重新下载文件。</translation>
    </message>
    <message>
        <source>The file cannot be written. Check the free space and the permissions.</source>
        <translation>无法写入文件。请检查可用空间和访问权限。</translation>
    </message>
    <message>
        <source>In the header, the entry of the tensor &quot;%1&quot; is not a JSON object. Download the file again.</source>
        <translation>文件头中，张量“%1”的条目不是 JSON 对象。请重新下载文件。</translation>
    </message>
    <message>
        <source>The file has %1 bytes after its last tensor, so it is damaged. Download it again.</source>
        <translation>文件在最后一个张量之后还有 %1 字节，因此已损坏。请重新下载。</translation>
    </message>
    <message>
        <source>The file has unused bytes before the tensor &quot;%1&quot;, so it is damaged. Download it again.</source>
        <translation>文件在张量“%1”之前有未使用的字节，因此已损坏。请重新下载。</translation>
    </message>
    <message>
        <source>The header is not valid JSON (at byte %1). The file is damaged, or it is not a safetensors file.</source>
        <translation>文件头不是有效的 JSON（位于第 %1 字节）。文件已损坏，或不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>The header should have %1 bytes, but the file has only %2. It is truncated or damaged, or it is not a safetensors file.</source>
        <translation>文件头应有 %1 字节，但文件只有 %2 字节。文件不完整或已损坏，或不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>In the header, the tensor &quot;%1&quot; has no &quot;%2&quot;. Download the file again.</source>
        <translation>文件头中，张量“%1”没有 &quot;%2&quot;。请重新下载文件。</translation>
    </message>
    <message>
        <source>This is not a safetensors file: its header does not begin with a brace.</source>
        <translation>这不是 safetensors 文件：其文件头不以花括号开头。</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; overlaps the tensor before it, so the file is damaged. Download it again.</source>
        <translation>张量“%1”与其前一个张量重叠，因此文件已损坏。请重新下载。</translation>
    </message>
    <message>
        <source>In the header, the tensor &quot;%1&quot; has &quot;%2&quot; twice. Download the file again.</source>
        <translation>文件头中，张量“%1”的 &quot;%2&quot; 出现两次。请重新下载文件。</translation>
    </message>
    <message>
        <source>The header lists the tensor &quot;%1&quot; twice. Download the file again.</source>
        <translation>文件头两次列出张量“%1”。请重新下载文件。</translation>
    </message>
    <message>
        <source>The shape of the tensor &quot;%1&quot; is impossible, so the file is damaged. Download it again.</source>
        <translation>张量“%1”的形状不可能存在，因此文件已损坏。请重新下载。</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; needs %2 bytes, but the header gives it %3. Download the file again.</source>
        <translation>张量“%1”需要 %2 字节，但文件头为其分配了 %3 字节。请重新下载文件。</translation>
    </message>
    <message>
        <source>The header lists more than %1 tensors. The file is damaged, or it is not a model.</source>
        <translation>文件头列出的张量超过 %1 个。文件已损坏，或不是模型。</translation>
    </message>
    <message>
        <source>The file is too short to be a safetensors file. Download it again.</source>
        <translation>文件过短，不可能是 safetensors 文件。请重新下载。</translation>
    </message>
    <message>
        <source>The file is truncated: the tensor &quot;%1&quot; ends at byte %2 of the data, but the file contains only %3. Download it again.</source>
        <translation>文件不完整：张量“%1”结束于数据的第 %2 字节，但文件只有 %3 字节。请重新下载。</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; cannot be written, because the header has no entry of its size.</source>
        <translation>无法写入张量“%1”，因为文件头中没有与其大小相符的条目。</translation>
    </message>
    <message>
        <source>In the header, the tensor &quot;%1&quot; has the unknown key &quot;%2&quot;. Download the file again.</source>
        <translation>文件头中，张量“%1”有未知的键 &quot;%2&quot;。请重新下载文件。</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; has the unknown type &quot;%2&quot;. Download the file again.</source>
        <translation>张量“%1”的类型“%2”未知。请重新下载文件。</translation>
    </message>
    <message>
        <source>The file is incomplete: the tensor &quot;%1&quot; has not been written.</source>
        <translation>文件不完整：张量“%1”尚未写入。</translation>
    </message>
    <message>
        <source>The temperature must be 0 (greedy) or a positive number.</source>
        <translation>温度须为 0（贪心解码）或正数。</translation>
    </message>
    <message>
        <source>The maximum number of new tokens must not be negative.</source>
        <translation>最大新词元数不得为负。</translation>
    </message>
    <message>
        <source>Top-k must be 0 (all tokens) or a positive number.</source>
        <translation>Top-k 须为 0（全部词元）或正数。</translation>
    </message>
    <message>
        <source>Top-p must be greater than 0 and at most 1.</source>
        <translation>Top-p 须大于 0 且不超过 1。</translation>
    </message>
    <message>
        <source>The model computed invalid values (NaN or infinity). Its files are damaged, or it is not supported. If it runs in bfloat16 or float16, try float32.</source>
        <translation>模型计算出无效的数值（NaN 或无穷大）。其文件已损坏，或不支持该模型。若以 bfloat16 或 float16 运行，请尝试 float32。</translation>
    </message>
    <message>
        <source>The text cannot be encoded, because the model&apos;s vocabulary has no token for the byte %1.</source>
        <translation>无法对文本进行编码，因为模型的词表中没有对应字节 %1 的词元。</translation>
    </message>
    <message>
        <source>The tokenizer has no special token %1, so this is not a Fleming-VL or InternVL model.</source>
        <translation>分词器没有特殊词元 %1，因此这不是 Fleming-VL 或 InternVL 模型。</translation>
    </message>
    <message>
        <source>The vocabulary has no token with the id %1.</source>
        <translation>词表中没有编号为 %1 的词元。</translation>
    </message>
    <message>
        <source>The tokenizer has ids up to %1, but the vocabulary in config.json has only %2 tokens. The tokenizer files belong to another model.</source>
        <translation>分词器的编号最大为 %1，但 config.json 中的词表只有 %2 个词元。分词器文件属于另一个模型。</translation>
    </message>
    <message>
        <source>An added token has no &quot;content&quot;. Download the tokenizer files again.</source>
        <translation>一个附加词元没有 &quot;content&quot;。请重新下载分词器文件。</translation>
    </message>
    <message>
        <source>The added token &quot;%1&quot; has the id %2 in this file and another id in the other tokenizer files. Download the tokenizer files again.</source>
        <translation>附加词元“%1”在此文件中的编号为 %2，在其他分词器文件中则为另一编号。请重新下载分词器文件。</translation>
    </message>
    <message>
        <source>The vocabulary is empty. Download the tokenizer files again.</source>
        <translation>词表为空。请重新下载分词器文件。</translation>
    </message>
    <message>
        <source>The id of the added token &quot;%1&quot; is already in use: %2. Download the tokenizer files again.</source>
        <translation>附加词元“%1”的编号已被占用：%2。请重新下载分词器文件。</translation>
    </message>
    <message>
        <source>The id of the token &quot;%1&quot; is not a whole number. Download the tokenizer files again.</source>
        <translation>词元“%1”的编号不是整数。请重新下载分词器文件。</translation>
    </message>
    <message>
        <source>The id of the token &quot;%1&quot; is not between 0 and %2. Download the tokenizer files again.</source>
        <translation>词元“%1”的编号不在 0 至 %2 之间。请重新下载分词器文件。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; in &quot;added_tokens_decoder&quot; is not an id. Download the tokenizer files again.</source>
        <translation>&quot;added_tokens_decoder&quot; 中的键 &quot;%1&quot; 不是编号。请重新下载分词器文件。</translation>
    </message>
    <message>
        <source>Merge rule %1 must name two tokens. Download the tokenizer files again.</source>
        <translation>合并规则 %1 须指定两个词元。请重新下载分词器文件。</translation>
    </message>
    <message>
        <source>The tokenizer files are incomplete: %1 is missing. Download the tokenizer files again.</source>
        <translation>分词器文件不完整：缺少 %1。请重新下载分词器文件。</translation>
    </message>
    <message>
        <source>The tokenizer files are missing. Download vocab.json and merges.txt, or tokenizer.json.</source>
        <translation>缺少分词器文件。请下载 vocab.json 和 merges.txt，或 tokenizer.json。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is missing. Download the tokenizer files again.</source>
        <translation>缺少键 &quot;%1&quot;。请重新下载分词器文件。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a list. Download the tokenizer files again.</source>
        <translation>&quot;%1&quot; 的值必须是列表。请重新下载分词器文件。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a JSON object. Download the tokenizer files again.</source>
        <translation>&quot;%1&quot; 的值必须是 JSON 对象。请重新下载分词器文件。</translation>
    </message>
    <message>
        <source>The &quot;%1&quot; in this file is not that of a Qwen2 tokenizer. Fleming Viewer supports only Qwen2 tokenizers.</source>
        <translation>此文件中的 &quot;%1&quot; 不是 Qwen2 分词器的。Fleming Viewer 仅支持 Qwen2 分词器。</translation>
    </message>
    <message>
        <source>The tokens &quot;%1&quot; and &quot;%2&quot; have the same id, %3. Download the tokenizer files again.</source>
        <translation>词元“%1”和“%2”的编号相同，均为 %3。请重新下载分词器文件。</translation>
    </message>
    <message>
        <source>Merge rule %1 needs the token &quot;%2&quot;, which is not in the vocabulary. Download the tokenizer files again.</source>
        <translation>合并规则 %1 需要词元“%2”，但词表中没有该词元。请重新下载分词器文件。</translation>
    </message>
    <message>
        <source>No token has the id %1. Download the tokenizer files again.</source>
        <translation>没有编号为 %1 的词元。请重新下载分词器文件。</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; is missing (missing tensors in all: %2). Download the model again.</source>
        <translation>缺少张量“%1”（共缺少 %2 个张量）。请重新下载模型。</translation>
    </message>
    <message>
        <source>The weights do not fit into memory. Close other programs, or choose a smaller type (int8, int4) or a smaller model.</source>
        <translation>内存容纳不下权重。请关闭其他程序，或选择更小的数据类型（int8、int4）或更小的模型。</translation>
    </message>
    <message>
        <source>The file contains the same tensor twice, as &quot;%1&quot; and as &quot;%2&quot;. Download the model again.</source>
        <translation>文件中同一张量出现两次，名称为“%1”和“%2”。请重新下载模型。</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; has the type %2, which is not supported. Fleming Viewer supports %3.</source>
        <translation>张量“%1”的类型为 %2，不受支持。Fleming Viewer 支持 %3。</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; has the shape %2, but config.json requires %3. The files belong to different models.</source>
        <translation>张量“%1”的形状为 %2，但 config.json 要求 %3。这些文件属于不同的模型。</translation>
    </message>
    <message>
        <source>The clip has no frame %1: it has %2 frames, numbered from 0.</source>
        <translation>视频中没有第 %1 帧：共有 %2 帧，编号从 0 开始。</translation>
    </message>
    <message>
        <source>The file does not specify a frame rate; %1 frames per second are assumed.</source>
        <translation>文件未注明帧率；假定为每秒 %1 帧。</translation>
    </message>
    <message>
        <source>The DICOM header contradicts itself about the colours of the image.</source>
        <translation>DICOM 文件头中关于图像颜色的信息相互矛盾。</translation>
    </message>
    <message>
        <source>The DICOM header is damaged or cut short. Copy the file again from where it came from.</source>
        <translation>DICOM 文件头已损坏或被截断。请从来源处重新复制文件。</translation>
    </message>
    <message>
        <source>The JPEG 2000 pixel data is damaged.</source>
        <translation>JPEG 2000 像素数据已损坏。</translation>
    </message>
    <message>
        <source>The compressed pixel data is damaged.</source>
        <translation>压缩的像素数据已损坏。</translation>
    </message>
    <message>
        <source>The RLE pixel data is damaged.</source>
        <translation>RLE 像素数据已损坏。</translation>
    </message>
    <message>
        <source>The deflated pixel data is too large to be read. Save the file without compression.</source>
        <translation>经 Deflate 压缩的像素数据过大，无法读取。请将文件保存为不压缩的格式。</translation>
    </message>
    <message>
        <source>This is a DICOMDIR, but none of the files that it lists is in its folder. Open the folder that contains the images.</source>
        <translation>这是 DICOMDIR，但其所列的文件均不在其文件夹中。请打开包含图像的文件夹。</translation>
    </message>
    <message>
        <source>One file duplicates another file of the series and was skipped.</source>
        <translation>有一个文件与此序列的另一个文件重复，已跳过。</translation>
    </message>
    <message>
        <source>%1 files duplicate other files of the series and were skipped.</source>
        <translation>有 %1 个文件与此序列的其他文件重复，已跳过。</translation>
    </message>
    <message>
        <source>One slice is stored twice with the same pixels; it is used once.</source>
        <translation>有一个层面以相同像素存储了两次，只使用一次。</translation>
    </message>
    <message>
        <source>%1 slices are stored twice with the same pixels and position; each is used once.</source>
        <translation>有 %1 个层面以相同的像素和位置存储了两次，各只使用一次。</translation>
    </message>
    <message>
        <source>This is a DICOMDIR that lists no files. Open the folder that contains the images.</source>
        <translation>此 DICOMDIR 未列出任何文件。请打开包含图像的文件夹。</translation>
    </message>
    <message>
        <source>The image has floating-point colours, which are not supported.</source>
        <translation>图像为浮点型彩色，不受支持。</translation>
    </message>
    <message>
        <source>The file does not say where its compressed frames begin.</source>
        <translation>文件未注明其压缩帧的起始位置。</translation>
    </message>
    <message>
        <source>A compressed frame is too large to be read.</source>
        <translation>有一个压缩帧过大，无法读取。</translation>
    </message>
    <message>
        <source>The slices are sheared by %1 degrees (gantry tilt); they are shown aligned.</source>
        <translation>各层面错切 %1 度（机架倾斜）；显示时已对齐。</translation>
    </message>
    <message>
        <source>The DICOM header is larger than %1 MB.</source>
        <translation>DICOM 文件头大于 %1 MB。</translation>
    </message>
    <message>
        <source>Only %1 of %2 frames are complete in the file %3.</source>
        <translation>文件 %3 的 %2 帧中只有 %1 帧完整。</translation>
    </message>
    <message>
        <source>The file is cut short: its pixel data is not complete. Copy the file again from where it came from.</source>
        <translation>文件被截断：像素数据不完整。请从来源处重新复制文件。</translation>
    </message>
    <message>
        <source>Several slices have the same position and cannot be told apart; they were assigned to series by instance number.</source>
        <translation>有多个层面位置相同，无法区分；已按实例号归入各序列。</translation>
    </message>
    <message>
        <source>This is a localizer: it shows where the slices of other series lie.</source>
        <translation>这是定位像：显示其他序列各层面的位置。</translation>
    </message>
    <message>
        <source>A slice is missing: the gap is between slices %1 and %2, counted from 0.</source>
        <translation>缺少一个层面：缺口位于层面 %1 和 %2 之间（从 0 计数）。</translation>
    </message>
    <message>
        <source>%1 slices are missing: the first gap is between slices %2 and %3, counted from 0.</source>
        <translation>缺少 %1 个层面：第一个缺口位于层面 %2 和 %3 之间（从 0 计数）。</translation>
    </message>
    <message>
        <source>The DICOM header has sequences that are nested too deeply.</source>
        <translation>DICOM 文件头中的数据序列（SQ）嵌套过深。</translation>
    </message>
    <message>
        <source>The DICOM header does not specify the number of columns.</source>
        <translation>DICOM 文件头未注明列数。</translation>
    </message>
    <message>
        <source>The image needs a colour palette, and the file has none that can be used.</source>
        <translation>图像需要调色板，但文件中没有可用的调色板。</translation>
    </message>
    <message>
        <source>This is a DICOM file without pixels.</source>
        <translation>这是没有像素的 DICOM 文件。</translation>
    </message>
    <message>
        <source>The DICOM header does not specify the number of rows.</source>
        <translation>DICOM 文件头未注明行数。</translation>
    </message>
    <message>
        <source>This is a DICOM file without pixels (%1).</source>
        <translation>这是没有像素的 DICOM 文件（%1）。</translation>
    </message>
    <message>
        <source>The image has one-bit colours, which are not supported.</source>
        <translation>图像为 1 位彩色，不受支持。</translation>
    </message>
    <message>
        <source>The file does not contain slice positions; the slices are in the order of the file.</source>
        <translation>文件中没有层面位置；层面按文件中的顺序排列。</translation>
    </message>
    <message>
        <source>It is at a different angle from most slices of its series and is probably a localizer.</source>
        <translation>其角度与序列中的大多数层面不同，可能是定位像。</translation>
    </message>
    <message>
        <source>Each slice has its own rescale slope and intercept; the values are already rescaled.</source>
        <translation>每个层面有各自的重缩放斜率和截距；数值已经过重缩放。</translation>
    </message>
    <message>
        <source>The series has slices at several angles; it was split by angle.</source>
        <translation>序列中的层面有多个角度；已按角度拆分。</translation>
    </message>
    <message>
        <source>The slices are shifted sideways relative to each other; they are shown aligned.</source>
        <translation>各层面之间有侧向偏移；显示时已对齐。</translation>
    </message>
    <message>
        <source>The files do not contain slice positions; the slices are sorted by instance number.</source>
        <translation>文件中没有层面位置；层面按实例号排序。</translation>
    </message>
    <message>
        <source>The files do not contain slice positions; the slices are sorted by slice location.</source>
        <translation>文件中没有层面位置；层面按 Slice Location 排序。</translation>
    </message>
    <message>
        <source>The size of the compressed pixel data does not match the DICOM header.</source>
        <translation>压缩的像素数据的大小与 DICOM 文件头不符。</translation>
    </message>
    <message>
        <source>The compressed values have %1 bits; at most 16 are supported.</source>
        <translation>压缩的数值为 %1 位；最多支持 16 位。</translation>
    </message>
    <message>
        <source>The JPEG 2000 pixel data has subsampled colours, which are not supported.</source>
        <translation>JPEG 2000 像素数据的色度经过二次采样，不受支持。</translation>
    </message>
    <message>
        <source>The DICOM header declares %1 frames; at most %2 are supported.</source>
        <translation>DICOM 文件头声明了 %1 帧；最多支持 %2 帧。</translation>
    </message>
    <message>
        <source>The slices are unevenly spaced, from %1 to %2 mm; distances across them are shown as if each were %3 mm.</source>
        <translation>层面间距不均匀，为 %1 至 %2 mm；跨层距离按每层 %3 mm 显示。</translation>
    </message>
    <message>
        <source>The compressed pixel data is damaged or of a kind that is not supported.</source>
        <translation>压缩的像素数据已损坏，或其类型不受支持。</translation>
    </message>
    <message>
        <source>%1 of %2 slices could not be read.</source>
        <translation>%2 个层面中有 %1 个无法读取。</translation>
    </message>
    <message>
        <source>The image has %1 bits per value, which is not supported.</source>
        <translation>图像每个数值为 %1 位，不受支持。</translation>
    </message>
    <message>
        <source>The image has a colour format that is not supported (%1).</source>
        <translation>图像的颜色格式不受支持（%1）。</translation>
    </message>
    <message>
        <source>The file uses a compression that is not supported (%1).</source>
        <translation>文件使用的压缩方式不受支持（%1）。</translation>
    </message>
    <message>
        <source>The image has %1 values per pixel, which is not supported.</source>
        <translation>图像每像素有 %1 个数值，不受支持。</translation>
    </message>
    <message>
        <source>The file contains the tiles of a whole-slide image, which are not supported.</source>
        <translation>文件中是全切片图像的图块，不受支持。</translation>
    </message>
    <message>
        <source>The file cannot be read (%1).</source>
        <translation>无法读取文件（%1）。</translation>
    </message>
    <message>
        <source>A temporary file cannot be written (%1).</source>
        <translation>无法写入临时文件（%1）。</translation>
    </message>
    <message>
        <source>The file has changed since it was opened. Open it again.</source>
        <translation>文件在打开后已更改。请重新打开。</translation>
    </message>
    <message>
        <source>This is a link that leads back to itself.</source>
        <translation>这是指回自身的链接。</translation>
    </message>
    <message>
        <source>The file is cut short: its end is missing. Copy it again from where it came from.</source>
        <translation>文件被截断：末尾缺失。请从来源处重新复制。</translation>
    </message>
    <message>
        <source>The compressed data in the file is damaged.</source>
        <translation>文件中的压缩数据已损坏。</translation>
    </message>
    <message>
        <source>This is a device, not a file.</source>
        <translation>这是设备，不是文件。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>The file was moved or removed since it was opened.</source>
        <translation>文件在打开后已被移动或删除。</translation>
    </message>
    <message>
        <source>There is not enough memory to open the file. Close other programs or series.</source>
        <translation>内存不足，无法打开文件。请关闭其他程序或序列。</translation>
    </message>
    <message>
        <source>The header names the file %1, which is outside its own folder. Move that file next to the header.</source>
        <translation>文件头所指的文件 %1 位于其所在文件夹之外。请将该文件移到文件头旁边。</translation>
    </message>
    <message>
        <source>This is a named pipe, not a file.</source>
        <translation>这是命名管道，不是文件。</translation>
    </message>
    <message>
        <source>This is a socket, not a file.</source>
        <translation>这是套接字，不是文件。</translation>
    </message>
    <message>
        <source>The folder cannot be read (%1).</source>
        <translation>无法读取文件夹（%1）。</translation>
    </message>
    <message>
        <source>The volume has more than %1 different values, so it cannot be shown as labels.</source>
        <translation>体数据有超过 %1 个不同的值，因此无法显示为标签。</translation>
    </message>
    <message>
        <source>The MetaImage header is not complete.</source>
        <translation>MetaImage 文件头不完整。</translation>
    </message>
    <message>
        <source>The MetaImage header has a line of more than %1 characters.</source>
        <translation>MetaImage 文件头中有一行超过 %1 个字符。</translation>
    </message>
    <message>
        <source>The volume holds complex numbers. Save their magnitude or phase as a volume of its own.</source>
        <translation>体数据为复数。请将其幅值或相位另存为单独的体数据。</translation>
    </message>
    <message>
        <source>The file has no valid NIfTI header.</source>
        <translation>文件没有有效的 NIfTI 文件头。</translation>
    </message>
    <message>
        <source>The volume holds 128-bit floating-point numbers, which are not supported. Save it as float64.</source>
        <translation>体数据为 128 位浮点数，不受支持。请保存为 float64。</translation>
    </message>
    <message>
        <source>The header declares an impossible number of dimensions (%1).</source>
        <translation>文件头声明的维数不可能存在（%1）。</translation>
    </message>
    <message>
        <source>The header declares an impossible offset of the voxels.</source>
        <translation>文件头声明的体素偏移量不可能存在。</translation>
    </message>
    <message>
        <source>The file contains no image, only a row of values.</source>
        <translation>文件中没有图像，只有一行数值。</translation>
    </message>
    <message>
        <source>This is the header of a pair of files, and %1 is not in the same folder.</source>
        <translation>这是成对文件的文件头，而 %1 不在同一文件夹中。</translation>
    </message>
    <message>
        <source>The file does not specify the orientation of the volume in the patient.</source>
        <translation>文件未注明体数据在患者体内的方位。</translation>
    </message>
    <message>
        <source>The volume has one-bit voxels, which are not supported.</source>
        <translation>体数据的体素为 1 位，不受支持。</translation>
    </message>
    <message>
        <source>The header names an unknown data type (%1).</source>
        <translation>文件头注明的数据类型未知（%1）。</translation>
    </message>
    <message>
        <source>The colour values were converted to 8 bits.</source>
        <translation>颜色值已转换为 8 位。</translation>
    </message>
    <message>
        <source>The array holds complex numbers. Save their magnitude or phase instead.</source>
        <translation>数组为复数。请改为保存其幅值或相位。</translation>
    </message>
    <message>
        <source>The header of the NumPy array is damaged.</source>
        <translation>NumPy 数组的文件头已损坏。</translation>
    </message>
    <message>
        <source>The array holds no values: its shape is %1.</source>
        <translation>数组中没有数值：其形状为 %1。</translation>
    </message>
    <message>
        <source>The array holds extended floating-point numbers. Save it as float64.</source>
        <translation>数组为扩展精度浮点数。请保存为 float64。</translation>
    </message>
    <message>
        <source>The header of the NumPy array is larger than %1 kB.</source>
        <translation>NumPy 数组的文件头大于 %1 kB。</translation>
    </message>
    <message>
        <source>The header of the NumPy array declares an impossible size (%1).</source>
        <translation>NumPy 数组的文件头声明的大小不可能存在（%1）。</translation>
    </message>
    <message>
        <source>The file holds Python objects, not numbers. Save it as an array of numbers.</source>
        <translation>文件中是 Python 对象，不是数值。请保存为数值数组。</translation>
    </message>
    <message>
        <source>The array holds records of several fields, not numbers.</source>
        <translation>数组中是多字段记录，不是数值。</translation>
    </message>
    <message>
        <source>The array holds text, not numbers.</source>
        <translation>数组中是文本，不是数值。</translation>
    </message>
    <message>
        <source>The array holds dates or times, not numbers.</source>
        <translation>数组中是日期或时间，不是数值。</translation>
    </message>
    <message>
        <source>The file is cut short in the header of the NumPy array.</source>
        <translation>文件在 NumPy 数组的文件头处被截断。</translation>
    </message>
    <message>
        <source>The values of the array have an unknown type (%1).</source>
        <translation>数组数值的类型未知（%1）。</translation>
    </message>
    <message>
        <source>The array has the shape %1. Arrays of the shapes (H, W), (H, W, 3), (D, H, W) and (1, D, H, W) can be opened.</source>
        <translation>数组的形状为 %1。可打开的数组形状为 (H, W)、(H, W, 3)、(D, H, W) 和 (1, D, H, W)。</translation>
    </message>
    <message>
        <source>The file has version %1 of NumPy&apos;s format; versions 1 to 3 are supported.</source>
        <translation>文件的 NumPy 格式版本为 %1；支持版本 1 至 3。</translation>
    </message>
    <message>
        <source>There are no files in the folder.</source>
        <translation>文件夹中没有文件。</translation>
    </message>
    <message>
        <source>This is a gzip file that contains no known image format. Unpack it first.</source>
        <translation>这是 gzip 文件，其中没有已知格式的图像。请先解压。</translation>
    </message>
    <message>
        <source>This is a HEIF or AVIF image, which is not supported. Save it as PNG.</source>
        <translation>这是 HEIF 或 AVIF 图像，不受支持。请保存为 PNG。</translation>
    </message>
    <message>
        <source>This is a JPEG 2000 image, which is supported only inside DICOM. Save it as PNG.</source>
        <translation>这是 JPEG 2000 图像，仅在 DICOM 中受支持。请保存为 PNG。</translation>
    </message>
    <message>
        <source>The file could not be opened (%1).</source>
        <translation>无法打开文件（%1）。</translation>
    </message>
    <message>
        <source>None of the files could be opened.
%1</source>
        <translation>所有文件均无法打开。
%1</translation>
    </message>
    <message>
        <source>No file or folder was chosen.</source>
        <translation>未选择文件或文件夹。</translation>
    </message>
    <message>
        <source>This is a PDF document, not an image.</source>
        <translation>这是 PDF 文档，不是图像。</translation>
    </message>
    <message>
        <source>This is a tar archive. Unpack it first.</source>
        <translation>这是 tar 归档。请先解包。</translation>
    </message>
    <message>
        <source>This is text, not an image.</source>
        <translation>这是文本，不是图像。</translation>
    </message>
    <message>
        <source>This is not an image or video file of a known format.</source>
        <translation>这不是已知格式的图像或视频文件。</translation>
    </message>
    <message>
        <source>This is a WebP image, which is not supported. Save it as PNG.</source>
        <translation>这是 WebP 图像，不受支持。请保存为 PNG。</translation>
    </message>
    <message>
        <source>This is a ZIP archive. Unpack it first.</source>
        <translation>这是 ZIP 压缩包。请先解压。</translation>
    </message>
    <message>
        <source>The image holds complex numbers, which are not supported.</source>
        <translation>图像为复数，不受支持。</translation>
    </message>
    <message>
        <source>The image is damaged.</source>
        <translation>图像已损坏。</translation>
    </message>
    <message>
        <source>The header of the image is damaged.</source>
        <translation>图像的文件头已损坏。</translation>
    </message>
    <message>
        <source>The JPEG image is damaged, or of a kind that is not supported (12-bit or lossless).</source>
        <translation>JPEG 图像已损坏，或其类型不受支持（12 位或无损）。</translation>
    </message>
    <message>
        <source>The header declares an impossible number of values per pixel (%1).</source>
        <translation>文件头声明的每像素数值个数不可能存在（%1）。</translation>
    </message>
    <message>
        <source>The header declares an impossible size.</source>
        <translation>文件头声明的大小不可能存在。</translation>
    </message>
    <message>
        <source>The file is cut short, or its header is wrong: it declares more pixels than the file can contain.</source>
        <translation>文件被截断，或其文件头有误：所声明的像素数超出文件所能容纳的数量。</translation>
    </message>
    <message>
        <source>The image is too large (%1 x %2 pixels).</source>
        <translation>图像过大（%1 x %2 像素）。</translation>
    </message>
    <message>
        <source>The file has more than %1 pages.</source>
        <translation>文件超过 %1 页。</translation>
    </message>
    <message>
        <source>This is not an image of a known format.</source>
        <translation>这不是已知格式的图像。</translation>
    </message>
    <message>
        <source>The image has a colour format that is not supported.</source>
        <translation>图像的颜色格式不受支持。</translation>
    </message>
    <message>
        <source>The image uses a compression that is not supported (TIFF compression %1).</source>
        <translation>图像使用的压缩方式不受支持（TIFF 压缩 %1）。</translation>
    </message>
    <message>
        <source>The image holds floating-point numbers of %1 bits, which are not supported.</source>
        <translation>图像为 %1 位浮点数，不受支持。</translation>
    </message>
    <message>
        <source>There is no plane &quot;%1&quot;: choose axial, coronal or sagittal.</source>
        <translation>没有平面“%1”：请选择 axial、coronal 或 sagittal。</translation>
    </message>
    <message>
        <source>A thumbnail needs a side of at least one pixel.</source>
        <translation>缩略图的边长至少为一个像素。</translation>
    </message>
    <message>
        <source>There is no slice %1: the slices are numbered from 0 to %2.</source>
        <translation>没有层面 %1：层面编号为 0 至 %2。</translation>
    </message>
    <message>
        <source>This plane cannot be shown: the voxel spacings differ so much that square pixels would give an image of more than %1 pixels per side. Choose the acquired plane.</source>
        <translation>无法显示此平面：体素间距相差过大，若用方形像素，图像每边将超过 %1 像素。请选择采集平面。</translation>
    </message>
    <message>
        <source>This slice has not been loaded yet.</source>
        <translation>此层面尚未加载。</translation>
    </message>
    <message>
        <source>There is no slab mode &quot;%1&quot;: choose max, mean or min.</source>
        <translation>没有厚层模式“%1”：请选择 max、mean 或 min。</translation>
    </message>
    <message>
        <source>This series is a clip, so it has no volume to load.</source>
        <translation>此序列是视频，因此没有可加载的体数据。</translation>
    </message>
    <message>
        <source>This series is not a clip, so it has no frames over time.</source>
        <translation>此序列不是视频，因此没有随时间变化的帧。</translation>
    </message>
    <message>
        <source>The series has no source for its pixels.</source>
        <translation>此序列没有像素来源。</translation>
    </message>
    <message>
        <source>There is no slice %1: slices are numbered from 0 to %2.</source>
        <translation>没有层面 %1：层面编号为 0 至 %2。</translation>
    </message>
    <message>
        <source>The video is damaged.</source>
        <translation>视频已损坏。</translation>
    </message>
    <message>
        <source>Frame %1 of the video is damaged.</source>
        <translation>视频的第 %1 帧已损坏。</translation>
    </message>
    <message>
        <source>The file contains no video frame that can be decoded.</source>
        <translation>文件中没有可解码的视频帧。</translation>
    </message>
    <message>
        <source>The file contains no video.</source>
        <translation>文件中没有视频。</translation>
    </message>
    <message>
        <source>The video (%1) cannot be decoded.</source>
        <translation>无法解码视频（%1）。</translation>
    </message>
    <message>
        <source>The file is damaged or not a video of a known format.</source>
        <translation>文件已损坏，或不是已知格式的视频。</translation>
    </message>
    <message>
        <source>The video has a format (%1) that cannot be decoded here.</source>
        <translation>视频的格式（%1）无法在此解码。</translation>
    </message>
    <message>
        <source>The video has frames whose pixel format cannot be shown.</source>
        <translation>视频中有帧的像素格式无法显示。</translation>
    </message>
    <message>
        <source>The file is cut short, or the size in its header is wrong.</source>
        <translation>文件被截断，或其文件头中的大小有误。</translation>
    </message>
    <message>
        <source>The header of the volume is damaged.</source>
        <translation>体数据的文件头已损坏。</translation>
    </message>
    <message>
        <source>The voxels in the file are damaged.</source>
        <translation>文件中的体素已损坏。</translation>
    </message>
    <message>
        <source>The header needs the data file %1, which is missing.</source>
        <translation>文件头需要数据文件 %1，但该文件缺失。</translation>
    </message>
    <message>
        <source>The header is damaged: its dimensions and sizes do not agree.</source>
        <translation>文件头已损坏：维数与尺寸不一致。</translation>
    </message>
    <message>
        <source>A volume of %1 voxels is empty.</source>
        <translation>%1 体素的体数据为空。</translation>
    </message>
    <message>
        <source>The header declares an impossible number of values per voxel (%1).</source>
        <translation>文件头声明的每体素数值个数不可能存在（%1）。</translation>
    </message>
    <message>
        <source>The header declares an impossible number of bytes before the voxels.</source>
        <translation>文件头声明的体素之前的字节数不可能存在。</translation>
    </message>
    <message>
        <source>A volume of %1 values of type %2 needs %3 MB of memory, but only %4 MB is free. Close other series or programs.</source>
        <translation>%1 个 %2 类型数值的体数据需要 %3 MB 内存，但仅 %4 MB 可用。请关闭其他序列或程序。</translation>
    </message>
    <message>
        <source>The header does not specify the type of the voxels.</source>
        <translation>文件头未注明体素的类型。</translation>
    </message>
    <message>
        <source>The orientation in the file&apos;s header is not valid and was ignored.</source>
        <translation>文件头中的方位无效，已忽略。</translation>
    </message>
    <message>
        <source>The pixels do not fit the volume that they belong to.</source>
        <translation>像素与其所属的体数据不符。</translation>
    </message>
    <message>
        <source>There is not enough memory for a volume of %1 values of type %2. Close other series or programs.</source>
        <translation>内存不足，无法容纳 %1 个 %2 类型数值的体数据。请关闭其他序列或程序。</translation>
    </message>
    <message>
        <source>The header stores its slices in separate files, which is not supported. Save the volume as one file.</source>
        <translation>文件头将各层面存储在单独的文件中，不受支持。请将体数据保存为一个文件。</translation>
    </message>
    <message>
        <source>The volume&apos;s axes are not at right angles in the file; they are shown as if they were.</source>
        <translation>文件中体数据的各轴不互相垂直；显示时按互相垂直处理。</translation>
    </message>
    <message>
        <source>The file is cut short, or its header is wrong: the header declares %1 bytes of voxels, and the file has %2.</source>
        <translation>文件被截断，或其文件头有误：文件头声明体素为 %1 字节，而文件有 %2 字节。</translation>
    </message>
    <message>
        <source>The file is cut short, or its header is wrong: the header declares %1 bytes of voxels, and the file can hold at most %2.</source>
        <translation>文件被截断，或其文件头有误：文件头声明体素为 %1 字节，而文件最多可容纳 %2 字节。</translation>
    </message>
    <message>
        <source>The file has fewer lines before its voxels than its header says.</source>
        <translation>文件中体素之前的行数少于文件头所述。</translation>
    </message>
    <message>
        <source>A volume of %1 values is too large.</source>
        <translation>%1 个数值的体数据过大。</translation>
    </message>
    <message>
        <source>The header declares more than %1 volumes.</source>
        <translation>文件头声明的体数据超过 %1 个。</translation>
    </message>
    <message>
        <source>An unknown type of voxels was requested (%1).</source>
        <translation>请求的体素类型未知（%1）。</translation>
    </message>
    <message>
        <source>The file does not specify the voxel size.</source>
        <translation>文件未注明体素大小。</translation>
    </message>
    <message>
        <source>The volume has %1 dimensions; volumes of 2 to 5 dimensions can be opened.</source>
        <translation>体数据有 %1 维；可打开 2 至 5 维的体数据。</translation>
    </message>
    <message>
        <source>The voxels have an encoding that is supported only for plain volumes. Save the volume as raw or gzip.</source>
        <translation>体素的编码方式仅支持用于普通体数据。请将体数据保存为 raw 或 gzip。</translation>
    </message>
    <message>
        <source>The file stores the values of a voxel in an order that is not supported.</source>
        <translation>文件中体素各数值的存储顺序不受支持。</translation>
    </message>
    <message>
        <source>The voxels have a type that is not supported.</source>
        <translation>体素的类型不受支持。</translation>
    </message>
    <message>
        <source>There is no window &quot;%1&quot;: this series has no named windows. Specify a centre and a width.</source>
        <translation>没有窗“%1”：此序列没有命名的窗。请指定窗位和窗宽。</translation>
    </message>
    <message>
        <source>There is no window &quot;%1&quot; for this series. Available windows: %2.</source>
        <translation>此序列没有窗“%1”。可用的窗：%2。</translation>
    </message>
    <message>
        <source>And %1 more files.</source>
        <translation>另有 %1 个文件。</translation>
    </message>
    <message>
        <source>The number of frames must be at least 1.</source>
        <translation>图像数量必须至少为 1。</translation>
    </message>
    <message>
        <source>The interval between frames must be greater than 0 s.</source>
        <translation>帧间隔必须大于 0 秒。</translation>
    </message>
    <message>
        <source>The orientation of this volume in the patient is unknown, so it has no axial, coronal and sagittal planes. Select slices without a plane.</source>
        <translation>此体数据在患者体内的方位未知，因此没有横断面、冠状面和矢状面。请不指定平面，直接选择层面。</translation>
    </message>
    <message>
        <source>There is no slice or frame %1: they are numbered from 0 to %2.</source>
        <translation>没有编号为 %1 的层或帧：编号为 0 至 %2。</translation>
    </message>
    <message>
        <source>This series is a single image: it provides one frame, not %1.</source>
        <translation>此序列是单幅图像：只有一帧，而非 %1 帧。</translation>
    </message>
    <message>
        <source>A plane can be chosen only for a volume, and this series is a clip.</source>
        <translation>只有体数据可以选择平面，而此序列是视频。</translation>
    </message>
    <message>
        <source>A plane can be chosen only for a volume, and this series is a single image.</source>
        <translation>只有体数据可以选择平面，而此序列是单幅图像。</translation>
    </message>
    <message>
        <source>A clip range cannot be combined with frames that are selected one by one. Use only one of them.</source>
        <translation>视频范围不能与逐帧选取同时使用。请只用其中之一。</translation>
    </message>
    <message>
        <source>The range from %1 s to %2 s is outside the clip, which runs from 0 s to %3 s.</source>
        <translation>%1 秒至 %2 秒超出视频范围，视频为 0 秒至 %3 秒。</translation>
    </message>
    <message>
        <source>Select frames in only one way: by count, by index, by time, or by interval.</source>
        <translation>请只用一种方式选择图像：按数量、按编号、按时刻或按时间间隔。</translation>
    </message>
    <message>
        <source>There is no frame at %1 s: the clip runs from 0 s to %2 s.</source>
        <translation>%1 秒处没有帧：视频为 0 秒至 %2 秒。</translation>
    </message>
    <message>
        <source>Frames can be selected by time only in a clip, and this series is not a clip. Select slices by count or by index.</source>
        <translation>只有视频可以按时刻选帧，而此序列不是视频。请按数量或编号选择层面。</translation>
    </message>
    <message>
        <source>That would be %1 frames, but a question can include at most %2. Choose fewer.</source>
        <translation>这将有 %1 帧，而一次提问最多 %2 帧。请减少选取。</translation>
    </message>
    <message>
        <source>A window can be set only for greyscale values, and the frames of this clip are in colour.</source>
        <translation>只有灰度值可以调窗，而此视频的帧是彩色的。</translation>
    </message>
    <message>
        <source>The window width must be greater than 0.</source>
        <translation>窗宽必须大于 0。</translation>
    </message>
    <message>
        <source>A witness has seen event %1 of the session&apos;s log, but the file has %2 events. Events were cut off, or an older copy was put back.</source>
        <translation>见证文件记录了会话日志的第 %1 个事件，但文件只有 %2 个事件。事件被截掉，或换回了较旧的副本。</translation>
    </message>
    <message>
        <source>The record of this session is not as it was written. The faults are listed.</source>
        <translation>此会话的记录已不是写入时的样子。错误已列出。</translation>
    </message>
    <message>
        <source>No event of the session&apos;s log has the hash %1.</source>
        <translation>会话日志中没有哈希为 %1 的事件。</translation>
    </message>
    <message>
        <source>The session was written by an old version without a log, so there is nothing to check. It gets a log when it is next opened for writing.</source>
        <translation>此会话由没有日志的旧版本写入，因此没有可检查的内容。下次以可写方式打开时会建立日志。</translation>
    </message>
    <message>
        <source>The witness file cannot be read (%1).</source>
        <translation>无法读取见证文件（%1）。</translation>
    </message>
    <message>
        <source>The session was exported, but its head cannot be written to the witness file (%1). Choose another witness file.</source>
        <translation>会话已导出，但其头部无法写入见证文件（%1）。请选择另一个见证文件。</translation>
    </message>
    <message>
        <source>Line %1 is not a line of a witness file.</source>
        <translation>第 %1 行不是见证文件的内容。</translation>
    </message>
    <message>
        <source>--head must be a SHA-256 of 64 hexadecimal digits, not &quot;%1&quot;.</source>
        <translation>--head 必须是 64 位十六进制的 SHA-256，而不是“%1”。</translation>
    </message>
    <message>
        <source>No question of the session is selected, so there is nothing to export.</source>
        <translation>没有选中会话中的任何问题，因此没有可导出的内容。</translation>
    </message>
    <message>
        <source>--exchanges must be numbers and ranges such as 1,3-5, not &quot;%1&quot;.</source>
        <translation>--exchanges 必须是编号和范围，例如 1,3-5，而不是“%1”。</translation>
    </message>
    <message>
        <source>A mark on an image has no valid position. Draw it again.</source>
        <translation>图像上的一个标记没有有效位置。请重新绘制。</translation>
    </message>
    <message>
        <source>The index of the sessions cannot be used (%1). Free some space, or delete the file: it is created again from the sessions.</source>
        <translation>无法使用会话索引（%1）。请释放一些空间，或删除该文件：它会由会话重新创建。</translation>
    </message>
    <message>
        <source>The tables of the session and their indexes do not agree (%1), so the program may show less than the file holds.</source>
        <translation>会话的表与其索引不一致（%1），因此程序显示的内容可能少于文件所含的内容。</translation>
    </message>
    <message>
        <source>The tables, indexes and triggers of the session are not those of version %1: some were added, removed or changed.</source>
        <translation>会话的表、索引和触发器与版本 %1 的不符：有些被添加、删除或更改。</translation>
    </message>
    <message>
        <source>The column &quot;%2&quot; of the table &quot;%1&quot; of the session holds a value of another type: it was changed.</source>
        <translation>会话的表“%1”中的列“%2”含有其他类型的值：它被更改过。</translation>
    </message>
    <message>
        <source>%1 must be a day such as 2026-01-31, not &quot;%2&quot;.</source>
        <translation>%1 必须是日期，例如 2026-01-31，而不是 &quot;%2&quot;。</translation>
    </message>
    <message>
        <source>Use either --reviewed or --unreviewed, not both.</source>
        <translation>请只使用 --reviewed 或 --unreviewed 之一。</translation>
    </message>
    <message>
        <source>--verdict must be correct, &quot;partly correct&quot;, wrong or &quot;cannot judge&quot;, not &quot;%1&quot;.</source>
        <translation>--verdict 必须是 correct、&quot;partly correct&quot;、wrong 或 &quot;cannot judge&quot;，而不是 &quot;%1&quot;。</translation>
    </message>
    <message>
        <source>This name is in use, and only an empty folder or an earlier export that nobody has changed is replaced. Choose another name.</source>
        <translation>此名称已被使用，只有空文件夹或未被更改过的先前导出才会被替换。请选择其他名称。</translation>
    </message>
    <message>
        <source>The file with the key that replaces UIDs cannot be used (%1). Restore it from a backup: with a new key, later exports do not fit to earlier ones.</source>
        <translation>无法使用用于替换 UID 的密钥文件（%1）。请从备份中恢复它：使用新密钥时，之后的导出与之前的导出将无法对应。</translation>
    </message>
    <message>
        <source>The exported session cannot be read (%1).</source>
        <translation>无法读取导出的会话（%1）。</translation>
    </message>
    <message>
        <source>The exported session is damaged: the value of &quot;%1&quot; is missing or wrong. Export the session again.</source>
        <translation>导出的会话已损坏：“%1”的值缺失或有误。请重新导出会话。</translation>
    </message>
    <message>
        <source>The log of the exported session has a fault, so its content cannot be relied on. Nothing was imported.</source>
        <translation>导出会话的日志存在错误，因此其内容不可信。未导入任何内容。</translation>
    </message>
    <message>
        <source>The session was exported by a newer version of Fleming Viewer. Import it with that version.</source>
        <translation>该会话由较新版本的 Fleming Viewer 导出。请使用该版本导入。</translation>
    </message>
    <message>
        <source>This is not a session that Fleming Viewer has exported as JSON.</source>
        <translation>这不是 Fleming Viewer 导出为 JSON 的会话。</translation>
    </message>
    <message>
        <source>This file is not JSON, or it is damaged at byte %1 (%2). Export the session again.</source>
        <translation>此文件不是 JSON，或在第 %1 字节处损坏（%2）。请重新导出会话。</translation>
    </message>
    <message>
        <source>There is a file of this name. Choose another name for the imported session.</source>
        <translation>已存在同名文件。请为导入的会话选择其他名称。</translation>
    </message>
    <message>
        <source>This export lacks what was removed to protect patients, so it cannot become a session. Export the session with identity and paths: --keep-identity --include-paths.</source>
        <translation>此导出缺少为保护患者而移除的内容，因此无法还原为会话。请在导出会话时保留身份信息和路径：--keep-identity --include-paths。</translation>
    </message>
    <message>
        <source>This folder of the model that gave the answer no longer exists. Specify where the model is with --model DIR.</source>
        <translation>给出该回答的模型的文件夹已不存在。请用 --model 目录 指定模型的位置。</translation>
    </message>
    <message>
        <source>Question number %1 has no answer to replay: it failed, or its answer is still being generated.</source>
        <translation>第 %1 个问题没有可重新生成的回答：它失败了，或回答仍在生成。</translation>
    </message>
    <message>
        <source>Not all answers of this session were replayed identically. The differences are listed.</source>
        <translation>该会话的回答并非全部完全一致。差异已列出。</translation>
    </message>
    <message>
        <source>The session has no answer to replay.</source>
        <translation>会话中没有可重新生成的回答。</translation>
    </message>
    <message>
        <source>Only a new session can take an imported one, and this session has questions.</source>
        <translation>只有新会话才能接收导入的会话，而此会话已有问题。</translation>
    </message>
    <message>
        <source>The original file no longer exists, so its image cannot be made again.</source>
        <translation>原始文件已不存在，因此无法重新生成其图像。</translation>
    </message>
    <message>
        <source>The original file is not the one from which the image was made: it was changed or replaced.</source>
        <translation>原始文件不是生成该图像时的文件：它已被更改或替换。</translation>
    </message>
    <message>
        <source>The session does not say from which file the image was made.</source>
        <translation>会话没有说明该图像来自哪个文件。</translation>
    </message>
    <message>
        <source>The image that the original file gives now has other pixels than the stored image.</source>
        <translation>原始文件现在生成的图像与保存的图像像素不同。</translation>
    </message>
    <message>
        <source>Label %1 of the taxonomy lacks its id or its name. Add them and try again.</source>
        <translation>分类体系的第 %1 个标签缺少 id 或名称。请补充后重试。</translation>
    </message>
    <message>
        <source>The taxonomy cannot be read (%1).</source>
        <translation>无法读取分类体系（%1）。</translation>
    </message>
    <message>
        <source>The taxonomy cannot be written (%1). Choose another folder or free some space.</source>
        <translation>无法写入分类体系（%1）。请选择其他文件夹或释放空间。</translation>
    </message>
    <message>
        <source>This is not a taxonomy: the file is not valid JSON from character %1 on. Export the taxonomy of the program to see what the file should look like.</source>
        <translation>这不是分类体系：文件从第 %1 个字符起不是有效的 JSON。请导出程序自带的分类体系，查看文件应有的样子。</translation>
    </message>
    <message>
        <source>The taxonomy has no labels. Add a list &quot;labels&quot;.</source>
        <translation>分类体系没有标签。请添加列表“labels”。</translation>
    </message>
    <message>
        <source>The taxonomy has no name. Add a text &quot;name&quot;.</source>
        <translation>分类体系没有名称。请添加文本“name”。</translation>
    </message>
    <message>
        <source>The taxonomy has no version. Add a text &quot;version&quot;.</source>
        <translation>分类体系没有版本。请添加文本“version”。</translation>
    </message>
    <message>
        <source>Two labels of the taxonomy have the id &quot;%1&quot;. Give each its own.</source>
        <translation>分类体系中有两个标签的 id 都是“%1”。请为每个标签设置各自的 id。</translation>
    </message>
    <message>
        <source>--exchange needs the number of a question, such as 3, not &quot;%1&quot;.</source>
        <translation>--exchange 需要问题的编号，例如 3，而不是“%1”。</translation>
    </message>
    <message>
        <source>Specify exactly one FILE.json: an exported session.</source>
        <translation>请指定且仅指定一个 FILE.json：导出的会话。</translation>
    </message>
    <message>
        <source>%1 can be used only with --report.</source>
        <translation>%1 只能与 --report 一起使用。</translation>
    </message>
    <message>
        <source>--paper must be a4 or letter, not &quot;%1&quot;.</source>
        <translation>--paper 必须是 a4 或 letter，而不是“%1”。</translation>
    </message>
    <message>
        <source>The session&apos;s record of how the answer was computed is damaged.</source>
        <translation>会话中关于该回答如何计算的记录已损坏。</translation>
    </message>
    <message>
        <source>What the session records of this answer does not fit its question and images. Check the session with &quot;fleming verify&quot;.</source>
        <translation>会话对该回答的记录与其问题和图像不符。请用 &quot;fleming verify&quot; 检查会话。</translation>
    </message>
    <message>
        <source>The session cannot be written as DICOM (%1). Export it as JSON or PDF.</source>
        <translation>无法将会话写为 DICOM（%1）。请导出为 JSON 或 PDF。</translation>
    </message>
    <message>
        <source>This file is a session or a witness file, which an export does not replace. Choose another name.</source>
        <translation>此文件是会话或见证文件，导出不会替换它。请选择其他名称。</translation>
    </message>
    <message>
        <source>The session was moved, renamed or deleted while it was open. Put it back to its place: what was written last is in the file beside it whose name ends in -wal.</source>
        <translation>会话在打开期间被移动、重命名或删除。请将其放回原处：最后写入的内容在旁边名称以 -wal 结尾的文件中。</translation>
    </message>
    <message>
        <source>Event %1 of the session&apos;s log is not the event that a witness has seen under this number. The log was written anew, or this file and a copy of it were both continued.</source>
        <translation>会话日志的第 %1 个事件与见证文件中同一编号的事件不同。日志被重新写过,或者此文件及其副本都被继续使用过。</translation>
    </message>
    <message>
        <source>The tags cannot be saved there (%1).</source>
        <translation>无法将标签保存到该处(%1)。</translation>
    </message>
    <message>
        <source>This is not a DICOM file. Only DICOM files have tags.</source>
        <translation>这不是 DICOM 文件。只有 DICOM 文件才有标签。</translation>
    </message>
    <message>
        <source>The DICOM header has more than a million elements. It is probably damaged.</source>
        <translation>DICOM 文件头包含超过一百万个元素,可能已损坏。</translation>
    </message>
    <message>
        <source>The library of scans cannot be used (%1). Free some space, or delete the file: scans are added to a new library when you open them.</source>
        <translation>无法使用影像库(%1)。请释放空间,或删除该文件:打开影像时会将其加入新的库。</translation>
    </message>
    <message>
        <source>--colours must be grey, hot-iron, pet, rainbow or viridis, not &quot;%1&quot;.</source>
        <translation>--colours 必须是 grey、hot-iron、pet、rainbow 或 viridis，而不是“%1”。</translation>
    </message>
    <message>
        <source>--rotate must be 0, 90, 180 or 270, not &quot;%1&quot;.</source>
        <translation>--rotate 必须是 0、90、180 或 270，而不是“%1”。</translation>
    </message>
    <message>
        <source>There is no colour table &quot;%1&quot;: choose grey, hot-iron, pet, rainbow or viridis.</source>
        <translation>没有颜色表“%1”：请选择 grey、hot-iron、pet、rainbow 或 viridis。</translation>
    </message>
    <message>
        <source>There is no interpolation &quot;%1&quot;: choose linear or nearest.</source>
        <translation>没有插值方式“%1”：请选择 linear 或 nearest。</translation>
    </message>
    <message>
        <source>The series was not loaded: it needs %1 of memory, and only %2 of the %3 for images are free beside the series on the screen. Show fewer panes, or set more memory for images in the settings.</source>
        <translation>序列未加载：它需要 %1 内存，而用于图像的 %3 内存中，除屏幕上的序列外只剩 %2。请减少窗格，或在设置中增加用于图像的内存。</translation>
    </message>
    <message>
        <source>The series was not loaded: it needs %1 of memory, and this computer has only %2 free. Close other programs or series.</source>
        <translation>序列未加载：它需要 %1 内存，而此计算机只剩 %2 可用。请关闭其他程序或序列。</translation>
    </message>
    <message>
        <source>The series cannot be registered: they have too little in common.</source>
        <translation>无法配准这些序列：它们的共同内容太少。</translation>
    </message>
    <message>
        <source>The two images do not have the same size.</source>
        <translation>两幅图像的大小不同。</translation>
    </message>
    <message>
        <source>The answer to question number %1 is not the text of its tokens: the exported session was changed or damaged after it was written. Nothing was imported.</source>
        <translation>问题 %1 的回答与其词元的文本不一致：导出的会话在写入后被更改或已损坏。未导入任何内容。</translation>
    </message>
    <message>
        <source>Only a volume or an image has planes, and this series is a clip.</source>
        <translation>只有体数据或图像才有平面，而此序列是视频。</translation>
    </message>
    <message>
        <source>%1 must be a direction, not 0,0,0.</source>
        <translation>%1 须为一个方向，不能是 0,0,0。</translation>
    </message>
    <message>
        <source>--right and --down must be perpendicular to each other.</source>
        <translation>--right 与 --down 必须互相垂直。</translation>
    </message>
    <message>
        <source>--size must be W,H in pixels, not &quot;%1&quot;.</source>
        <translation>--size 须为以像素计的 W,H，不能是“%1”。</translation>
    </message>
    <message>
        <source>%1 must be three numbers X,Y,Z, not &quot;%2&quot;.</source>
        <translation>%1 须为三个数 X,Y,Z，不能是“%2”。</translation>
    </message>
    <message>
        <source>The region cannot be measured: the pixels of slice %1 could not be read.</source>
        <translation>无法测量该区域：无法读取第 %1 层的像素。</translation>
    </message>
    <message>
        <source>The plane of a region needs two directions that are perpendicular.</source>
        <translation>区域的平面需要两个相互垂直的方向。</translation>
    </message>
    <message>
        <source>The region has a number that is infinite or no number.</source>
        <translation>该区域含有无穷大或非数字的值。</translation>
    </message>
    <message>
        <source>A region of the shape &quot;%1&quot; needs at least %2 points, and it has %3.</source>
        <translation>形状为“%1”的区域至少需要 %2 个点，而它有 %3 个。</translation>
    </message>
    <message>
        <source>The region has more than %1 million pixels. Choose a smaller one.</source>
        <translation>该区域超过 %1 百万像素。请选择较小的区域。</translation>
    </message>
    <message>
        <source>A region of the shape &quot;%1&quot; needs %2 points, and it has %3.</source>
        <translation>形状为“%1”的区域需要 %2 个点，而它有 %3 个。</translation>
    </message>
    <message>
        <source>The file of regions cannot be read (%1).</source>
        <translation>无法读取区域文件（%1）。</translation>
    </message>
    <message>
        <source>The region has no &quot;%1&quot;.</source>
        <translation>该区域缺少“%1”。</translation>
    </message>
    <message>
        <source>The points of the region do not lie in one plane.</source>
        <translation>该区域的点不在同一平面内。</translation>
    </message>
    <message>
        <source>There is no region in it.</source>
        <translation>其中没有区域。</translation>
    </message>
    <message>
        <source>This is not valid JSON (%1, at byte %2).</source>
        <translation>这不是有效的 JSON（%1，位于字节 %2）。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of the region must be a list of %2 numbers.</source>
        <translation>该区域的“%1”必须是 %2 个数字的列表。</translation>
    </message>
    <message>
        <source>Markups of the type &quot;%1&quot; cannot be measured, but these can: Line, Angle, ClosedCurve, Plane and Fiducial.</source>
        <translation>无法测量类型为“%1”的标记，可测量的有：Line、Angle、ClosedCurve、Plane 和 Fiducial。</translation>
    </message>
    <message>
        <source>There is no shape &quot;%1&quot;: choose length, angle, cobb, bidirectional, rectangle, ellipse, polygon, freehand, probe or arrow.</source>
        <translation>没有形状“%1”：请选择 length、angle、cobb、bidirectional、rectangle、ellipse、polygon、freehand、probe 或 arrow。</translation>
    </message>
    <message>
        <source>Use either --json or --csv, not both.</source>
        <translation>请使用 --json 或 --csv 其中之一，不能同时使用。</translation>
    </message>
    <message>
        <source>%1 must be max, mean or min, not &quot;%2&quot;.</source>
        <translation>%1 须为 max、mean 或 min，不能是“%2”。</translation>
    </message>
    <message>
        <source>%1 can be used only with --slab.</source>
        <translation>%1 只能与 --slab 一起使用。</translation>
    </message>
    <message>
        <source>The series has a few slices in perpendicular planes and is probably a localizer.</source>
        <translation>该序列在相互垂直的平面上各有少量切片，可能是定位像。</translation>
    </message>
    <message>
        <source>The session has no measurement number %1.</source>
        <translation>会话中没有编号为 %1 的测量。</translation>
    </message>
    <message>
        <source>The original file is unchanged, but the picture of the volume that is rendered from it now has other pixels than the stored one. Another version of the libraries or another processor can cause this.</source>
        <translation>原始文件未变，但现在由其渲染的体绘制图像与已存储的图像像素不同。原因可能是程序库版本或处理器不同。</translation>
    </message>
    <message>
        <source>A slice is missing between slices %1 and %2 of the stored series, counted from 0; the gap is interpolated.</source>
        <translation>原始序列的第 %1 层与第 %2 层之间（从 0 计数）缺少一层；该间隙由插值填补。</translation>
    </message>
    <message>
        <source>%1 slices are missing, the first between slices %2 and %3 of the stored series, counted from 0; the gaps are interpolated.</source>
        <translation>缺少 %1 层，第一处位于原始序列的第 %2 层与第 %3 层之间（从 0 计数）；间隙由插值填补。</translation>
    </message>
    <message>
        <source>The slices are shifted sideways relative to each other; they were resampled to their true positions.</source>
        <translation>各层面之间有侧向偏移；已按真实位置重采样。</translation>
    </message>
    <message>
        <source>The slices are unevenly spaced, from %1 to %2 mm; they were resampled from their true positions to a slice every %3 mm.</source>
        <translation>层间距不均匀，为 %1 至 %2 mm；已根据真实位置重采样为每 %3 mm 一层。</translation>
    </message>
    <message>
        <source>The slices are sheared by %1 degrees (gantry tilt); they were resampled to their true positions.</source>
        <translation>各层面错切 %1 度（机架倾斜）；已按真实位置重采样。</translation>
    </message>
    <message>
        <source>A single slice cannot be shown as a volume.</source>
        <translation>单个层面无法显示为体数据。</translation>
    </message>
    <message>
        <source>There is no volume preset &quot;%1&quot;.</source>
        <translation>没有名为“%1”的体数据预设。</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>Removed paths and file names: %1.</source>
        <translation>已移除的路径和文件名：%1。</translation>
    </message>
    <message>
        <source>UIDs that are replaced by a keyed hash: %1.</source>
        <translation>以带密钥的哈希替换的 UID：%1。</translation>
    </message>
    <message>
        <source>Removed study dates: %1.</source>
        <translation>已移除的检查日期：%1。</translation>
    </message>
    <message>
        <source>Reviews whose reviewer is named by code only: %1.</source>
        <translation>仅以代码标明评审者的评审：%1。</translation>
    </message>
    <message>
        <source>Texts in which removed values are masked with *: %1.</source>
        <translation>其中被移除的值以 * 遮盖的文本：%1。</translation>
    </message>
    <message>
        <source>Times are given as the time since the first event.</source>
        <translation>时间以距首个事件的时间表示。</translation>
    </message>
    <message>
        <source>Questions: %1.</source>
        <translation>问题：%1。</translation>
    </message>
    <message>
        <source>Images: %1.</source>
        <translation>图像：%1。</translation>
    </message>
    <message>
        <source>This format contains no images.</source>
        <translation>此格式不包含图像。</translation>
    </message>
    <message>
        <source>There are no reviews.</source>
        <translation>没有评审。</translation>
    </message>
    <message>
        <source>Reviewers as they are named: %1.</source>
        <translation>评审者显示为：%1。</translation>
    </message>
    <message>
        <source>Dates, UIDs, series descriptions and the names of reviewers are kept. They can identify patients.</source>
        <translation>日期、UID、序列描述和评审者姓名将被保留。它们可能会识别出患者。</translation>
    </message>
    <message>
        <source>Paths are included. They can contain patients&apos; names.</source>
        <translation>包含路径。路径可能含有患者姓名。</translation>
    </message>
    <message>
        <source>Texts that people typed, which leave as they are:</source>
        <translation>人员输入的文本，将原样导出：</translation>
    </message>
    <message>
        <source>The beginning of the export:</source>
        <translation>导出内容的开头：</translation>
    </message>
    <message>
        <source>Removed series descriptions, unknown modalities and unknown units: %1.</source>
        <translation>已移除的序列描述、未知模态和未知单位：%1。</translation>
    </message>
    <message>
        <source>Measurements: %1.</source>
        <translation>测量：%1。</translation>
    </message>
</context>
<context>
    <name>Exporters</name>
    <message>
        <source>JSON data</source>
        <translation>JSON 数据</translation>
    </message>
    <message>
        <source>PDF report</source>
        <translation>PDF 报告</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>DICOM structured reports</source>
        <translation>DICOM 结构化报告</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
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
    <name>Gestures</name>
    <message>
        <source>%1left drag</source>
        <translation>%1左键拖动</translation>
    </message>
    <message>
        <source>%1middle drag</source>
        <translation>%1中键拖动</translation>
    </message>
    <message>
        <source>%1right drag</source>
        <translation>%1右键拖动</translation>
    </message>
    <message>
        <source>%1wheel</source>
        <translation>%1滚轮</translation>
    </message>
</context>
<context>
    <name>ImageMarks</name>
    <message>
        <source>unnamed</source>
        <translation>未署名</translation>
    </message>
</context>
<context>
    <name>InputActions</name>
    <message>
        <source>Use the chosen tool</source>
        <translation>使用所选工具</translation>
    </message>
    <message>
        <source>Scroll by one slice</source>
        <translation>滚动一层</translation>
    </message>
    <message>
        <source>Scroll by ten slices</source>
        <translation>滚动十层</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>在指针处缩放</translation>
    </message>
    <message>
        <source>Window preset %1</source>
        <translation>窗口预设 %1</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Start the range at this frame</source>
        <translation>以此帧为范围起点</translation>
    </message>
    <message>
        <source>End the range at this frame</source>
        <translation>以此帧为范围终点</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>减慢播放</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>加快播放</translation>
    </message>
    <message>
        <source>Play in a loop, once, or back and forth</source>
        <translation>循环、单次或往返播放</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>上一幅图像</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>下一幅图像</translation>
    </message>
    <message>
        <source>Write a note on the mark</source>
        <translation>为标记写注释</translation>
    </message>
    <message>
        <source>Link the mark with a span of the answer</source>
        <translation>将标记与回答中的文本片段关联</translation>
    </message>
    <message>
        <source>Scroll through time</source>
        <translation>按时间滚动</translation>
    </message>
    <message>
        <source>Rotate the volume</source>
        <translation>旋转体数据</translation>
    </message>
    <message>
        <source>Pan the volume</source>
        <translation>平移体数据</translation>
    </message>
    <message>
        <source>Zoom the volume</source>
        <translation>缩放体数据</translation>
    </message>
    <message>
        <source>Window/level of the volume</source>
        <translation>体数据的窗宽/窗位</translation>
    </message>
    <message>
        <source>Opacity of the volume</source>
        <translation>体数据的不透明度</translation>
    </message>
    <message>
        <source>Zoom the volume with the wheel</source>
        <translation>用滚轮缩放体数据</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Label %1</source>
        <translation>标签 %1</translation>
    </message>
</context>
<context>
    <name>LayoutMenu</name>
    <message>
        <source>%1 × %2</source>
        <comment>rows × columns of panes</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>One pane</source>
        <translation>一个窗格</translation>
    </message>
    <message>
        <source>Alt+1</source>
        <translation>Alt+1</translation>
    </message>
    <message>
        <source>Two panes</source>
        <translation>两个窗格</translation>
    </message>
    <message>
        <source>Alt+2</source>
        <translation>Alt+2</translation>
    </message>
    <message>
        <source>Two panes, one above the other</source>
        <translation>上下两个窗格</translation>
    </message>
    <message>
        <source>Three panes</source>
        <translation>三个窗格</translation>
    </message>
    <message>
        <source>Alt+3</source>
        <translation>Alt+3</translation>
    </message>
    <message>
        <source>Four panes</source>
        <translation>四个窗格</translation>
    </message>
    <message>
        <source>Alt+4</source>
        <translation>Alt+4</translation>
    </message>
    <message>
        <source>Six panes</source>
        <translation>六个窗格</translation>
    </message>
    <message>
        <source>Alt+6</source>
        <translation>Alt+6</translation>
    </message>
    <message>
        <source>Nine panes</source>
        <translation>九个窗格</translation>
    </message>
    <message>
        <source>Alt+9</source>
        <translation>Alt+9</translation>
    </message>
    <message>
        <source>Sixteen panes</source>
        <translation>十六个窗格</translation>
    </message>
    <message>
        <source>Layout: %1</source>
        <translation>布局：%1</translation>
    </message>
    <message>
        <source>Rows × co&amp;lumns</source>
        <translation>行 × 列(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Maximise the pane</source>
        <translation>最大化窗格(&amp;M)</translation>
    </message>
    <message>
        <source>Alt+Return</source>
        <translation>Alt+Return</translation>
    </message>
    <message>
        <source>Link &amp;scrolling</source>
        <translation>同步滚动(&amp;S)</translation>
    </message>
    <message>
        <source>Link &amp;zoom and pan</source>
        <translation>同步缩放和平移(&amp;Z)</translation>
    </message>
    <message>
        <source>Link &amp;window/level</source>
        <translation>同步窗宽/窗位(&amp;W)</translation>
    </message>
    <message>
        <source>Link clips by &amp;time, not by frame</source>
        <translation>按时间而非帧号同步视频(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Reference lines</source>
        <translation>参考线(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Crosshair</source>
        <translation>十字线(&amp;C)</translation>
    </message>
    <message>
        <source>Compare with pr&amp;ior</source>
        <translation>与既往检查比较(&amp;I)</translation>
    </message>
    <message>
        <source>Alt+P</source>
        <translation>Alt+P</translation>
    </message>
    <message>
        <source>Link with the oth&amp;er panes here</source>
        <translation>在此处与其他窗格关联(&amp;E)</translation>
    </message>
    <message>
        <source>Link by re&amp;gistration…</source>
        <translation>通过配准关联(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Unlink from the other panes</source>
        <translation>取消与其他窗格的关联(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Arrange the study</source>
        <translation>排列检查(&amp;A)</translation>
    </message>
    <message>
        <source>Alt+0</source>
        <translation>Alt+0</translation>
    </message>
    <message>
        <source>Three &amp;planes and volume</source>
        <translation>三个平面和体积(&amp;P)</translation>
    </message>
    <message>
        <source>Alt+5</source>
        <translation>Alt+5</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>下一个窗格(&amp;N)</translation>
    </message>
    <message>
        <source>Ctrl+F6</source>
        <translation>Ctrl+F6</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>上一个窗格(&amp;V)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F6</source>
        <translation>Ctrl+Shift+F6</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>%1: %2</source>
        <comment>reviewer, mark</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>M%1</source>
        <comment>name of a mark, its number</comment>
        <translation>M%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name of a mark, labels of its spans</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>MeasureMenu</name>
    <message>
        <source>%1	%2</source>
        <comment>tool, key</comment>
        <translation>%1	%2</translation>
    </message>
    <message>
        <source>%1	%2</source>
        <comment>command, key</comment>
        <translation>%1	%2</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Selected measurement</source>
        <translation>所选测量(&amp;S)</translation>
    </message>
    <message>
        <source>Copy to the &amp;next slice</source>
        <translation>复制到下一层(&amp;N)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Down</source>
        <translation>Ctrl+Shift+Down</translation>
    </message>
    <message>
        <source>Copy to the &amp;previous slice</source>
        <translation>复制到上一层(&amp;P)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Up</source>
        <translation>Ctrl+Shift+Up</translation>
    </message>
    <message>
        <source>&amp;List of measurements</source>
        <translation>测量列表(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
</context>
<context>
    <name>Measurements</name>
    <message>
        <source>%1 %2</source>
        <comment>value unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb 角</translation>
    </message>
    <message>
        <source>Two diameters</source>
        <translation>双径</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Freehand</source>
        <translation>手绘</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>点测</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>calibrated by geometry</source>
        <translation>按几何校准</translation>
    </message>
    <message>
        <source>calibrated by an object</source>
        <translation>按参照物校准</translation>
    </message>
    <message>
        <source>estimated magnification</source>
        <translation>估计放大率</translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation>在探测器平面</translation>
    </message>
    <message>
        <source>ultrasound region</source>
        <translation>超声区域</translation>
    </message>
    <message>
        <source>nominal spacing</source>
        <translation>标称像素间距</translation>
    </message>
    <message>
        <source>user calibration</source>
        <translation>用户校准</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>未校准</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <comment>two diameters</comment>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <comment>two diameters</comment>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>%1 mm²</source>
        <translation>%1 mm²</translation>
    </message>
    <message>
        <source>%1°</source>
        <comment>an angle</comment>
        <translation>%1°</translation>
    </message>
    <message>
        <source>Mean %1, SD %2</source>
        <translation>均值 %1，SD %2</translation>
    </message>
    <message>
        <source>Mean %1</source>
        <translation>均值 %1</translation>
    </message>
    <message>
        <source>Min %1, max %2</source>
        <translation>最小 %1，最大 %2</translation>
    </message>
</context>
<context>
    <name>ModelDescription</name>
    <message>
        <source>Demo model: it knows only the drawn sample studies; for real scans choose a Fleming-VL checkpoint.</source>
        <translation>演示模型：它只认识绘制的示例检查；对于真实影像，请选择 Fleming-VL 检查点。</translation>
    </message>
    <message>
        <source>Images are sent to another machine.</source>
        <translation>图像会发送到另一台计算机。</translation>
    </message>
    <message>
        <source>Images do not leave this machine.</source>
        <translation>图像不会离开本机。</translation>
    </message>
</context>
<context>
    <name>Names</name>
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
        <source>From the file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>全部范围</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>体数据</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Medium contrast</source>
        <translation>中对比度</translation>
    </message>
    <message>
        <source>Low contrast</source>
        <translation>低对比度</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Hot iron</source>
        <translation>热铁</translation>
    </message>
    <message>
        <source>PET</source>
        <translation>PET</translation>
    </message>
    <message>
        <source>Rainbow</source>
        <translation>彩虹</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Rotated by %1°</source>
        <translation>旋转 %1°</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>已镜像</translation>
    </message>
    <message>
        <source>Mirrored, rotated by %1°</source>
        <translation>已镜像，旋转 %1°</translation>
    </message>
    <message>
        <source>linear, exact</source>
        <translation>线性，精确</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>S 形</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>family name, given name</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>patient (ID)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>皮肤</translation>
    </message>
    <message>
        <source>Muscle</source>
        <translation>肌肉</translation>
    </message>
    <message>
        <source>Vessels with contrast</source>
        <translation>增强血管</translation>
    </message>
    <message>
        <source>Pulmonary vessels</source>
        <translation>肺血管</translation>
    </message>
    <message>
        <source>Airways</source>
        <translation>气道</translation>
    </message>
    <message>
        <source>MIP, black on white</source>
        <translation>MIP（白底黑像）</translation>
    </message>
    <message>
        <source>Uptake</source>
        <translation>摄取</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>表面</translation>
    </message>
    <message>
        <source>Translucent</source>
        <translation>半透明</translation>
    </message>
    <message>
        <source>High values</source>
        <translation>高值</translation>
    </message>
    <message>
        <source>Brain (T2)</source>
        <translation>脑（T2）</translation>
    </message>
    <message>
        <source>Angiography</source>
        <translation>血管造影</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>MinIP</source>
        <translation>MinIP</translation>
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
    <name>Priors</name>
    <message>
        <source>earlier on the same day</source>
        <translation>同一天更早</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) earlier</source>
        <translation>
            <numerusform>早 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) earlier</source>
        <translation>
            <numerusform>早 %n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) earlier</source>
        <translation>
            <numerusform>早 %n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) earlier</source>
        <translation>
            <numerusform>早 %n 年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 year and %n month(s) earlier</source>
        <translation>
            <numerusform>早 1 年 %n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 years and %n month(s) earlier</source>
        <translation>
            <numerusform>早 %1 年 %n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>later on the same day</source>
        <translation>同一天更晚</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation>
            <numerusform>晚 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) later</source>
        <translation>
            <numerusform>晚 %n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) later</source>
        <translation>
            <numerusform>晚 %n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) later</source>
        <translation>
            <numerusform>晚 %n 年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 year and %n month(s) later</source>
        <translation>
            <numerusform>晚 1 年 %n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 years and %n month(s) later</source>
        <translation>
            <numerusform>晚 %1 年 %n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between reasons</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>acquired in another plane</source>
        <translation>在另一平面采集</translation>
    </message>
    <message>
        <source>same description</source>
        <translation>描述相同</translation>
    </message>
    <message>
        <source>similar description</source>
        <translation>描述相似</translation>
    </message>
    <message>
        <source>same part of the body</source>
        <translation>身体部位相同</translation>
    </message>
    <message>
        <source>another part of the body</source>
        <translation>身体部位不同</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <comment>weightings of MR images</comment>
        <translation>%1 而非 %2</translation>
    </message>
    <message>
        <source>%1 mm slices</source>
        <translation>层厚 %1 mm</translation>
    </message>
    <message>
        <source>%1 mm slices instead of %2 mm</source>
        <translation>层厚 %1 mm 而非 %2 mm</translation>
    </message>
    <message>
        <source>with contrast agent</source>
        <translation>使用对比剂</translation>
    </message>
    <message>
        <source>with contrast agent, this one without</source>
        <translation>使用对比剂，当前序列未使用</translation>
    </message>
    <message>
        <source>without contrast agent, this one with</source>
        <translation>未使用对比剂，当前序列使用</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>what agrees, when</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>on the same day</source>
        <translation>同一天</translation>
    </message>
    <message>
        <source>at an unknown date</source>
        <translation>日期未知</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>Series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>File %1</source>
        <comment>a code</comment>
        <translation>文件 %1</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
</context>
<context>
    <name>PrivacyText</name>
    <message>
        <source>Patient %1</source>
        <translation>患者 %1</translation>
    </message>
    <message>
        <source>Study %1</source>
        <translation>检查 %1</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>the end of the answer</source>
        <translation>回答结束</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (token %2)</source>
        <translation>“%1”（词元 %2）</translation>
    </message>
    <message>
        <source>%1 with log-probability %2</source>
        <translation>%1，对数概率 %2</translation>
    </message>
    <message>
        <source>The first difference is token %1 of the answer: stored is %2, and the replay gave %3.</source>
        <translation>第一处差异是回答的第 %1 个词元：保存的是 %2，重新生成的是 %3。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1: %2, now %3</source>
        <translation>%1：%2，现在为 %3</translation>
    </message>
    <message>
        <source>The conditions are not those of the stored answer (%1), so other tokens are possible.</source>
        <translation>条件与保存的回答不同（%1），因此词元可能不同。</translation>
    </message>
    <message numerus="yes">
        <source>Identical: all %n token(s) are the same.</source>
        <translation>
            <numerusform>完全一致：全部 %n 个词元相同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n token(s) are the same.</source>
        <translation>
            <numerusform>全部 %n 个词元相同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not identical: the first %1 of %n token(s) are the same.</source>
        <translation>
            <numerusform>不一致：%n 个词元中前 %1 个相同。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The final answers agree.</source>
        <translation>%1最终回答一致。</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>kernels</source>
        <translation>计算内核</translation>
    </message>
    <message>
        <source>libraries</source>
        <translation>库</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Not replayed. %1</source>
        <translation>未重新生成。%1</translation>
    </message>
    <message>
        <source>The question as it is stored makes another prompt than the model has read, from token %1 on.</source>
        <translation>保存的问题从第 %1 个词元起与模型读到的提示词不同。</translation>
    </message>
    <message>
        <source>The session does not say how the answer was computed, so other tokens are possible.</source>
        <translation>会话没有说明该回答如何计算，因此词元可能不同。</translation>
    </message>
    <message>
        <source>Replayed identically at %1</source>
        <translation>已于 %1 重新生成，完全一致</translation>
    </message>
    <message>
        <source>Replayed at %1: the first %2 of %3 tokens are the same</source>
        <translation>已于 %1 重新生成：%3 个词元中前 %2 个相同</translation>
    </message>
</context>
<context>
    <name>Report</name>
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
    <message>
        <source>The record of the session is complete up to event %1 of %2. Its head is %3.</source>
        <translation>会话记录完整至第 %1 个事件（共 %2 个）。其头部为 %3。</translation>
    </message>
    <message>
        <source>Text that is part of the images, such as a name in an ultrasound or a secondary capture, is not removed. Look at the images before you share them.</source>
        <translation>图像本身包含的文字（例如超声图像或二次捕获图像中的姓名）不会被移除。请在共享之前检查图像。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a reviewer&apos;s name and code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>follow-up to question %1</source>
        <translation>问题 %1 的追问</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>未评审</translation>
    </message>
    <message>
        <source>confidence %1 of 5</source>
        <translation>置信度 %1/5</translation>
    </message>
    <message>
        <source>Corrected answer</source>
        <translation>更正后的回答</translation>
    </message>
    <message>
        <source>Reason for the change: %1</source>
        <translation>更改原因：%1</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>轻微</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>severe</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>All images: %1</source>
        <translation>所有图像：%1</translation>
    </message>
    <message>
        <source>box on Image-%1</source>
        <translation>Image-%1 上的矩形</translation>
    </message>
    <message>
        <source>ellipse on Image-%1</source>
        <translation>Image-%1 上的椭圆</translation>
    </message>
    <message>
        <source>arrow on Image-%1</source>
        <translation>Image-%1 上的箭头</translation>
    </message>
    <message>
        <source>“%1” in the reasoning</source>
        <comment>the words of a span</comment>
        <translation>推理中的“%1”</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>the words of a span</comment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>tied to %1</source>
        <comment>names of marks</comment>
        <translation>与 %1 关联</translation>
    </message>
    <message>
        <source>tied to span %1</source>
        <translation>与文本片段 %1 关联</translation>
    </message>
    <message>
        <source>tied to spans %1</source>
        <translation>与文本片段 %1 关联</translation>
    </message>
    <message>
        <source>Questions without a review: %1</source>
        <translation>未评审的问题：%1</translation>
    </message>
    <message>
        <source>Reviews: %1</source>
        <translation>评审：%1</translation>
    </message>
    <message>
        <source>Reviews: %1 (%2)</source>
        <comment>their number, the numbers of verdicts</comment>
        <translation>评审：%1（%2）</translation>
    </message>
    <message>
        <source>conversation %1</source>
        <translation>对话 %1</translation>
    </message>
    <message>
        <source>another branch of question %1</source>
        <translation>问题 %1 的另一分支</translation>
    </message>
    <message>
        <source>colours: %1</source>
        <translation>颜色：%1</translation>
    </message>
    <message>
        <source>not interpolated</source>
        <translation>未插值</translation>
    </message>
    <message>
        <source>table of the file</source>
        <translation>文件中的查找表</translation>
    </message>
    <message>
        <source>Oblique plane</source>
        <translation>斜切面</translation>
    </message>
    <message>
        <source>Marked images of earlier questions</source>
        <translation>先前问题中带标记的图像</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>tied to measurement %1</source>
        <translation>关联测量 %1</translation>
    </message>
    <message>
        <source>tied to measurements %1</source>
        <translation>关联测量 %1</translation>
    </message>
    <message>
        <source>%1 of question %2</source>
        <translation>问题 %2 的 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name and value of a measurement</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Volume rendering</source>
        <translation>体绘制</translation>
    </message>
    <message>
        <source>opacity %1</source>
        <translation>不透明度 %1</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>已裁剪</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>In the reasoning, %1: %2</source>
        <comment>words: their label</comment>
        <translation>在推理中，%1：%2</translation>
    </message>
    <message>
        <source>In the answer, %1: %2</source>
        <comment>words: their label</comment>
        <translation>在回答中，%1：%2</translation>
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
        <source>Minor</source>
        <translation>轻微</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>Severe</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>1: a guess</source>
        <translation>1：猜测</translation>
    </message>
    <message>
        <source>2: unsure</source>
        <translation>2：不确定</translation>
    </message>
    <message>
        <source>3: fairly sure</source>
        <translation>3：较确定</translation>
    </message>
    <message>
        <source>4: sure</source>
        <translation>4：确定</translation>
    </message>
    <message>
        <source>5: certain</source>
        <translation>5：十分确定</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>未署名</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name (code)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Reason for the change: %1</source>
        <translation>更改原因：%1</translation>
    </message>
    <message>
        <source>Confidence: %1</source>
        <translation>置信度：%1</translation>
    </message>
    <message>
        <source>Comment: %1</source>
        <translation>评论：%1</translation>
    </message>
    <message>
        <source>Corrected answer: %1</source>
        <translation>更正后的回答：%1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) on images</source>
        <translation>
            <numerusform>图像上有 %n 个标记</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels: %1, version %2</source>
        <translation>标注类别：%1，版本 %2</translation>
    </message>
    <message numerus="yes">
        <source>Time spent: %n second(s)</source>
        <translation>
            <numerusform>用时：%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a verdict to submit.</source>
        <translation>请选择判断后提交。</translation>
    </message>
    <message>
        <source>Say who you are to submit.</source>
        <translation>请说明您是谁后提交。</translation>
    </message>
    <message>
        <source>Give a reason for the change to submit.</source>
        <translation>请填写更改原因后提交。</translation>
    </message>
</context>
<context>
    <name>ReviewedMeasurements</name>
    <message>
        <source>%1 (%2)</source>
        <comment>name and value of a measurement</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>a measurement that is no longer in the list</source>
        <translation>列表中已不存在的测量</translation>
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
    <message>
        <source>maximum of %1 slices</source>
        <translation>%1 个层面的最大值</translation>
    </message>
    <message>
        <source>mean of %1 slices</source>
        <translation>%1 个层面的平均值</translation>
    </message>
    <message>
        <source>minimum of %1 slices</source>
        <translation>%1 个层面的最小值</translation>
    </message>
    <message>
        <source>maximum of %1 mm</source>
        <translation>%1 mm 最大值</translation>
    </message>
    <message>
        <source>mean of %1 mm</source>
        <translation>%1 mm 平均值</translation>
    </message>
    <message>
        <source>minimum of %1 mm</source>
        <translation>%1 mm 最小值</translation>
    </message>
</context>
<context>
    <name>SeriesParts</name>
    <message>
        <source>time point</source>
        <translation>时间点</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>体数据</translation>
    </message>
    <message>
        <source>component</source>
        <translation>分量</translation>
    </message>
    <message>
        <source>page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>分割段</translation>
    </message>
    <message>
        <source>image type</source>
        <translation>图像类型</translation>
    </message>
    <message>
        <source>echo</source>
        <translation>回波</translation>
    </message>
    <message>
        <source>inversion time</source>
        <translation>反转时间</translation>
    </message>
    <message>
        <source>flip angle</source>
        <translation>翻转角</translation>
    </message>
    <message>
        <source>diffusion</source>
        <translation>弥散</translation>
    </message>
    <message>
        <source>cardiac phase</source>
        <translation>心动周期时相</translation>
    </message>
    <message>
        <source>trigger time</source>
        <translation>触发时间</translation>
    </message>
    <message>
        <source>frame time</source>
        <translation>帧时间</translation>
    </message>
    <message>
        <source>acquisition</source>
        <translation>采集</translation>
    </message>
    <message>
        <source>stack</source>
        <translation>堆栈</translation>
    </message>
    <message>
        <source>acquisition time</source>
        <translation>采集时间</translation>
    </message>
    <message>
        <source>content time</source>
        <translation>内容时间</translation>
    </message>
    <message>
        <source>field</source>
        <translation>视野</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>%1 not given</source>
        <comment>echo</comment>
        <translation>未给出%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>echo, 4.6</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <comment>time point, 1, 3</comment>
        <translation>%1 %2/%3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>file, part</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>series, parts</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>straightened</source>
        <translation>已校直</translation>
    </message>
</context>
<context>
    <name>SliceOverlay</name>
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
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Some slices of this series could not be read, so this plane has gaps.</source>
        <translation>此序列的部分层面无法读取，因此该平面有缺失。</translation>
    </message>
    <message>
        <source>This slice could not be read; its pixels are not shown.</source>
        <translation>此层面无法读取，未显示其像素。</translation>
    </message>
    <message>
        <source>%1 cm</source>
        <translation>%1 cm</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>Table of the file</source>
        <translation>文件中的查找表</translation>
    </message>
    <message>
        <source>C %1  W %2  (%3)</source>
        <translation>C %1  W %2  (%3)</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 帧/秒</translation>
    </message>
    <message>
        <source>%1 fps, at %2×</source>
        <translation>%1 帧/秒，%2×</translation>
    </message>
    <message>
        <source>Minimum to maximum of each frame</source>
        <translation>每帧最小值到最大值</translation>
    </message>
    <message>
        <source>Frame %1 of %2</source>
        <translation>第 %1 帧，共 %2 帧</translation>
    </message>
    <message>
        <source>Oblique</source>
        <translation>斜面</translation>
    </message>
    <message>
        <source>Maximum of %1 mm</source>
        <translation>%1 mm 最大值</translation>
    </message>
    <message>
        <source>Mean of %1 mm</source>
        <translation>%1 mm 平均值</translation>
    </message>
    <message>
        <source>Minimum of %1 mm</source>
        <translation>%1 mm 最小值</translation>
    </message>
    <message>
        <source>%1 at the detector</source>
        <translation>探测器处 %1</translation>
    </message>
    <message>
        <source>The slices are sheared or unevenly spaced, so distances in this plane are wrong. The menu of the image can straighten the volume.</source>
        <translation>层面错切或层间距不均匀，因此此平面中的距离不正确。可通过图像菜单校直体数据。</translation>
    </message>
    <message>
        <source>Distances in this plane are wrong.</source>
        <translation>此平面中的距离不正确。</translation>
    </message>
</context>
<context>
    <name>StudyText</name>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Unnamed patient</source>
        <translation>未具名患者</translation>
    </message>
    <message>
        <source>Patient: %1</source>
        <translation>患者：%1</translation>
    </message>
    <message>
        <source>Patient ID: %1</source>
        <translation>患者 ID：%1</translation>
    </message>
    <message>
        <source>Date of birth: %1</source>
        <translation>出生日期：%1</translation>
    </message>
    <message>
        <source>Sex: %1</source>
        <translation>性别：%1</translation>
    </message>
    <message>
        <source>Study: %1</source>
        <translation>检查：%1</translation>
    </message>
    <message>
        <source>Study date: %1</source>
        <translation>检查日期：%1</translation>
    </message>
    <message>
        <source>Accession number: %1</source>
        <translation>检查号：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n 岁</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>born %1</source>
        <comment>a date</comment>
        <translation>出生于 %1</translation>
    </message>
    <message>
        <source>Study without a date</source>
        <translation>无日期的检查</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Age: %1</source>
        <translation>年龄:%1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>Taxonomy</name>
    <message>
        <source>Finding not in the image</source>
        <translation>图像中没有的所见</translation>
    </message>
    <message>
        <source>Finding missed</source>
        <translation>遗漏所见</translation>
    </message>
    <message>
        <source>Wrong location or side</source>
        <translation>位置或侧别错误</translation>
    </message>
    <message>
        <source>Wrong size or count</source>
        <translation>大小或数量错误</translation>
    </message>
    <message>
        <source>Wrong modality or sequence</source>
        <translation>模态或序列错误</translation>
    </message>
    <message>
        <source>Unsupported step</source>
        <translation>缺乏依据的步骤</translation>
    </message>
    <message>
        <source>Contradicts itself</source>
        <translation>自相矛盾</translation>
    </message>
    <message>
        <source>Right and useful</source>
        <translation>正确且有用</translation>
    </message>
    <message>
        <source>Unsafe</source>
        <translation>不安全</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Window/level</source>
        <translation>窗宽/窗位</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>翻层</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Window over a box</source>
        <translation>框内调窗</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Two diameters</source>
        <translation>双径</translation>
    </message>
    <message>
        <source>Ellipse region</source>
        <translation>椭圆区域</translation>
    </message>
    <message>
        <source>Rectangle region</source>
        <translation>矩形区域</translation>
    </message>
    <message>
        <source>Polygon region</source>
        <translation>多边形区域</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>手绘区域</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>点测</translation>
    </message>
    <message>
        <source>Arrow with text</source>
        <translation>带文字的箭头</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb 角</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>Previous slice</source>
        <translation>上一张切片</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>下一张切片</translation>
    </message>
    <message>
        <source>Ten slices back</source>
        <translation>后退十张切片</translation>
    </message>
    <message>
        <source>Ten slices on</source>
        <translation>前进十张切片</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>第一张切片</translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation>最后一张切片</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit to the view</source>
        <translation>适合视图</translation>
    </message>
    <message>
        <source>Reset the display</source>
        <translation>重置显示</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反转灰度</translation>
    </message>
    <message>
        <source>Flip left to right</source>
        <translation>左右翻转</translation>
    </message>
    <message>
        <source>Flip top to bottom</source>
        <translation>上下翻转</translation>
    </message>
    <message>
        <source>Rotate to the right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Rotate to the left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Next colour table</source>
        <translation>下一个颜色表</translation>
    </message>
    <message>
        <source>Interpolate between pixels</source>
        <translation>像素间插值</translation>
    </message>
    <message>
        <source>Window of the whole range</source>
        <translation>全范围窗</translation>
    </message>
    <message>
        <source>Menu of the view</source>
        <translation>视图菜单</translation>
    </message>
    <message>
        <source>Crosshair on or off</source>
        <translation>十字线开关</translation>
    </message>
    <message>
        <source>Slab on or off</source>
        <translation>层块开关</translation>
    </message>
    <message>
        <source>Straighten the planes</source>
        <translation>恢复正交平面</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>上一个序列</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>下一个序列</translation>
    </message>
    <message>
        <source>Previous time point, frame or slice</source>
        <translation>上一个时间点、帧或切片</translation>
    </message>
    <message>
        <source>Next time point, frame or slice</source>
        <translation>下一个时间点、帧或切片</translation>
    </message>
    <message>
        <source>Add the image to the evidence</source>
        <translation>将图像加入证据</translation>
    </message>
</context>
<context>
    <name>VolumeCommands</name>
    <message>
        <source>Turn to the left</source>
        <translation>向左转</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>向右转</translation>
    </message>
    <message>
        <source>Turn up</source>
        <translation>向上转</translation>
    </message>
    <message>
        <source>Turn down</source>
        <translation>向下转</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <source>Gallery of looks</source>
        <translation>外观图库</translation>
    </message>
    <message>
        <source>Show the crop box</source>
        <translation>显示裁剪框</translation>
    </message>
    <message>
        <source>Crop box: next side</source>
        <translation>裁剪框：下一面</translation>
    </message>
    <message>
        <source>Crop box: previous side</source>
        <translation>裁剪框：上一面</translation>
    </message>
    <message>
        <source>Crop box: move the side out</source>
        <translation>裁剪框：向外移动该面</translation>
    </message>
    <message>
        <source>Crop box: move the side in</source>
        <translation>裁剪框：向内移动该面</translation>
    </message>
    <message>
        <source>Crop box: the whole volume</source>
        <translation>裁剪框：整个体数据</translation>
    </message>
    <message>
        <source>View from the front</source>
        <translation>从正面看</translation>
    </message>
    <message>
        <source>View from the back</source>
        <translation>从背面看</translation>
    </message>
    <message>
        <source>View from the patient&apos;s left</source>
        <translation>从患者左侧看</translation>
    </message>
    <message>
        <source>View from the patient&apos;s right</source>
        <translation>从患者右侧看</translation>
    </message>
    <message>
        <source>View from the head</source>
        <translation>从头侧看</translation>
    </message>
    <message>
        <source>View from the feet</source>
        <translation>从足侧看</translation>
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
        <source>series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>%1	%2   %3</source>
        <translation>%1	%2   %3</translation>
    </message>
    <message>
        <source>C %1, W %2, %3</source>
        <translation>C %1, W %2, %3</translation>
    </message>
    <message>
        <source>Table of the file</source>
        <translation>文件中的查找表</translation>
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
        <source>Oblique plane</source>
        <translation>斜切面</translation>
    </message>
    <message>
        <source>Minimum to maximum of each frame</source>
        <translation>每帧最小值到最大值</translation>
    </message>
    <message>
        <source>Volume rendering, %1</source>
        <translation>体绘制，%1</translation>
    </message>
</context>
<context>
    <name>fleming::app::Chat</name>
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
        <source>The evidence is again as the model saw it. The next question continues the conversation.</source>
        <translation>图像已恢复为模型看到时的状态。下一个问题将继续此对话。</translation>
    </message>
    <message>
        <source>Images are still being prepared. Ask the question again when they are complete.</source>
        <translation>图像仍在准备中。请在准备完成后重新提问。</translation>
    </message>
</context>
<context>
    <name>fleming::app::CurrentSession</name>
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
    <message>
        <source>The volume is not drawn yet. Wait until it is shown, then add it again.</source>
        <translation>体数据尚未绘制完成。请等待其显示后再添加。</translation>
    </message>
</context>
<context>
    <name>fleming::app::MeasurementFiles</name>
    <message numerus="yes">
        <source>Import %n measurement(s)</source>
        <translation>
            <numerusform>导入 %n 个测量</numerusform>
        </translation>
    </message>
    <message>
        <source>The measurements were exported to %1.</source>
        <translation>测量已导出到 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s) were imported.</source>
        <translation>
            <numerusform>已导入 %n 个测量。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::app::MeasurementList</name>
    <message>
        <source>M%1</source>
        <comment>name of a measurement</comment>
        <translation>M%1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <comment>a measurement</comment>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <comment>a measurement</comment>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <comment>a measurement</comment>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Text of %1</source>
        <comment>a measurement</comment>
        <translation>%1 的文字</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <comment>a measurement</comment>
        <translation>%1 的颜色</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n measurement(s)</source>
        <translation>
            <numerusform>删除 %n 个测量</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1</source>
        <comment>a measurement</comment>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <comment>a measurement</comment>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>Calibrate with %1</source>
        <comment>a measurement</comment>
        <translation>用 %1 校准</translation>
    </message>
    <message>
        <source>Measure at the detector</source>
        <translation>按探测器平面测量</translation>
    </message>
    <message>
        <source>Remove the calibration</source>
        <translation>移除校准</translation>
    </message>
</context>
<context>
    <name>fleming::app::MeasurementRecorder</name>
    <message>
        <source>This session is read-only. What you measure is shown, but not recorded.</source>
        <translation>此会话为只读。测量会显示，但不会被记录。</translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s) without a session are kept for the next new session.</source>
        <translation>
            <numerusform>%n 个不属于任何会话的测量将保留到下一个新会话。</numerusform>
        </translation>
    </message>
    <message>
        <source>Measurements without a session cannot be kept for the next start: %1.</source>
        <translation>不属于任何会话的测量无法保留到下次启动：%1。</translation>
    </message>
</context>
<context>
    <name>fleming::app::ReviewDrafts</name>
    <message>
        <source>Reviews that are not submitted cannot be kept for the next start: %1.</source>
        <translation>无法为下次启动保留未提交的评审：%1。</translation>
    </message>
</context>
<context>
    <name>fleming::app::SavedPrompts</name>
    <message>
        <source>It is not a file of saved prompts</source>
        <translation>它不是已保存提示的文件</translation>
    </message>
    <message>
        <source>A newer version of the program has written it</source>
        <translation>它由更新版本的程序写入</translation>
    </message>
    <message>
        <source>The saved prompts in %1 cannot be used: %2.</source>
        <translation>无法使用 %1 中已保存的提示：%2。</translation>
    </message>
</context>
<context>
    <name>fleming::app::SessionReplay</name>
    <message>
        <source>Answers are being replayed. Wait for the end, or cancel it.</source>
        <translation>正在重新生成回答。请等待结束，或取消。</translation>
    </message>
    <message>
        <source>No model is loaded. Choose the model that gave the answer first.</source>
        <translation>尚未加载模型。请先选择给出该回答的模型。</translation>
    </message>
    <message>
        <source>There is no answer to replay.</source>
        <translation>没有可重新生成的回答。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n answer(s) were replayed identically.</source>
        <translation>
            <numerusform>%n 个回答中有 %1 个完全一致。</numerusform>
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
    <name>fleming::ui::AboutDialog</name>
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
    <message>
        <source>Replay: generate this answer again and compare all tokens</source>
        <translation>重新生成该回答并比较所有词元</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重新生成并比较</translation>
    </message>
</context>
<context>
    <name>fleming::ui::AskAgainDialog</name>
    <message>
        <source>Ask again</source>
        <translation>再次提问</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>&amp;Question:</source>
        <translation>问题(&amp;Q)：</translation>
    </message>
    <message>
        <source>Evidence:</source>
        <translation>证据：</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>模型：</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>提问(&amp;A)</translation>
    </message>
    <message>
        <source>Ask the question (Ctrl+Enter)</source>
        <translation>提问 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>As before: no new images</source>
        <translation>与之前相同：没有新图像</translation>
    </message>
    <message>
        <source>As before: %1</source>
        <translation>与之前相同：%1</translation>
    </message>
    <message>
        <source>As before: %1 to %2</source>
        <translation>与之前相同：%1 至 %2</translation>
    </message>
    <message>
        <source>The system prompt belongs to the conversation. Ask its first question again to change it.</source>
        <translation>系统提示属于整个对话。要更改它，请重新提出对话的第一个问题。</translation>
    </message>
    <message numerus="yes">
        <source>The current evidence: %n image(s)</source>
        <translation>
            <numerusform>当前证据：%n 张图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The images of the current evidence (%n) that the model has not seen before this question</source>
        <translation>
            <numerusform>当前证据（%n）中模型在此问题之前未见过的图像</numerusform>
        </translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>未加载模型。</translation>
    </message>
    <message>
        <source>%1, as before</source>
        <translation>%1，与之前相同</translation>
    </message>
    <message>
        <source>%1; the first answer is from %2</source>
        <translation>%1；第一个回答来自 %2</translation>
    </message>
    <message>
        <source>The model is still answering. You can ask when it has finished.</source>
        <translation>模型仍在回答。您可以在其完成后提问。</translation>
    </message>
    <message>
        <source>Preparing images…</source>
        <translation>正在准备图像…</translation>
    </message>
    <message>
        <source>The same model gives the same answer to this. Choose another seed, or change something else.</source>
        <translation>同一模型对此会给出相同的回答。请选择其他种子，或更改其他内容。</translation>
    </message>
    <message>
        <source>Without sampling, the same model gives the same answer to this. Choose a temperature above 0, or change something else.</source>
        <translation>不采样时，同一模型对此会给出相同的回答。请选择大于 0 的温度，或更改其他内容。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::BranchBar</name>
    <message>
        <source>Previous branch</source>
        <translation>上一分支</translation>
    </message>
    <message>
        <source>Show the previous version of this question or answer (Alt+Left)</source>
        <translation>显示此问题或回答的上一版本 (Alt+Left)</translation>
    </message>
    <message>
        <source>Next branch</source>
        <translation>下一分支</translation>
    </message>
    <message>
        <source>Show the next version of this question or answer (Alt+Right)</source>
        <translation>显示此问题或回答的下一版本 (Alt+Right)</translation>
    </message>
    <message>
        <source>Edit question</source>
        <translation>编辑问题</translation>
    </message>
    <message>
        <source>Edit the question and ask it again; both answers are kept</source>
        <translation>编辑问题并再次提问；两个回答都会保留</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Ask the same question again; both answers are kept</source>
        <translation>再次提出同一问题；两个回答都会保留</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare this answer with another one, side by side</source>
        <translation>将此回答与另一个回答并排比较</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>branch 2 of 3</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>fleming::ui::BranchCommands</name>
    <message>
        <source>&amp;Previous branch</source>
        <translation>上一分支(&amp;P)</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Left</translation>
    </message>
    <message>
        <source>&amp;Next branch</source>
        <translation>下一分支(&amp;N)</translation>
    </message>
    <message>
        <source>Alt+Right</source>
        <translation>Alt+Right</translation>
    </message>
    <message>
        <source>&amp;Edit question…</source>
        <translation>编辑问题(&amp;E)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation>Ctrl+Shift+L</translation>
    </message>
    <message>
        <source>&amp;Regenerate answer</source>
        <translation>重新生成回答(&amp;R)</translation>
    </message>
    <message>
        <source>Ctrl+G</source>
        <translation>Ctrl+G</translation>
    </message>
    <message>
        <source>Ask again about the current e&amp;vidence</source>
        <translation>就当前证据再次提问(&amp;V)</translation>
    </message>
    <message>
        <source>Ask the &amp;loaded model</source>
        <translation>询问已加载的模型(&amp;L)</translation>
    </message>
    <message>
        <source>Ask again with other p&amp;arameters…</source>
        <translation>用其他参数再次提问(&amp;A)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+G</source>
        <translation>Ctrl+Shift+G</translation>
    </message>
    <message>
        <source>&amp;Continue this conversation</source>
        <translation>继续此对话(&amp;C)</translation>
    </message>
    <message>
        <source>Co&amp;mpare answers…</source>
        <translation>比较回答(&amp;M)…</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>Ask the &amp;loaded model (%1)</source>
        <translation>询问已加载的模型 (%1)(&amp;L)</translation>
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
        <source>&amp;Conversation panel</source>
        <translation>对话面板(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Questions and answers</source>
        <translation>问题与回答(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Insert a saved prompt…</source>
        <translation>插入已保存的提示(&amp;I)…</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>&amp;Save the question as a prompt…</source>
        <translation>将问题保存为提示(&amp;S)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>There are no answers to review yet.</source>
        <translation>还没有可评审的回答。</translation>
    </message>
    <message>
        <source>You have reviewed every answer of this session.</source>
        <translation>您已评审本会话的所有回答。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::CheckerboardView</name>
    <message>
        <source>Checkerboard of both series</source>
        <translation>两个序列的棋盘格</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ClipToolbar</name>
    <message>
        <source>&amp;Window/Level</source>
        <translation>窗宽/窗位(&amp;W)</translation>
    </message>
    <message>
        <source>%1	%2</source>
        <translation>%1	%2</translation>
    </message>
    <message>
        <source>Whole range of this frame</source>
        <translation>此帧的整个值范围</translation>
    </message>
    <message>
        <source>Auto window per frame</source>
        <translation>逐帧自动窗</translation>
    </message>
    <message>
        <source>Reset window/level and fit</source>
        <translation>重置窗宽/窗位并适合窗口</translation>
    </message>
    <message>
        <source>Minimum to maximum of each frame</source>
        <translation>每帧最小值到最大值</translation>
    </message>
</context>
<context>
    <name>fleming::ui::Commands</name>
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
        <source>Your evidence was kept, so the sample&apos;s question was not entered: it would be asked about other images.</source>
        <translation>您的证据已保留，因此未填入示例的问题：否则该问题会针对其他图像提出。</translation>
    </message>
    <message>
        <source>Clear evidence and use the sample</source>
        <translation>清空证据并使用示例</translation>
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
        <source>The session is being exported.</source>
        <translation>正在导出会话。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The model is generating again what it has answered.</source>
        <translation>模型正在重新生成它的回答。</translation>
    </message>
    <message>
        <source>Import session</source>
        <translation>导入会话</translation>
    </message>
    <message>
        <source>Exported sessions (*.json);;All files (*)</source>
        <translation>导出的会话 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>导入标注类别</translation>
    </message>
    <message>
        <source>Labels (*.json);;All files (*)</source>
        <translation>标注类别 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>New reviews use the labels %1, version %2.</source>
        <translation>新的评审使用标注类别 %1，版本 %2。</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>导出标注类别</translation>
    </message>
    <message>
        <source>Open a DICOM series first.</source>
        <translation>请先打开一个 DICOM 序列。</translation>
    </message>
    <message>
        <source>Only DICOM files have tags.</source>
        <translation>只有 DICOM 文件才有标签。</translation>
    </message>
    <message>
        <source>No other pane shows parallel slices of another frame of reference. Panes of one frame of reference are linked already.</source>
        <translation>没有其他窗格显示另一参考坐标系的平行层面。同一参考坐标系的窗格已经同步。</translation>
    </message>
    <message>
        <source>Show slices of two frames of reference in two panes first. Series of one frame of reference have the same positions.</source>
        <translation>请先在两个窗格中显示两个参考坐标系的层面。同一参考坐标系的序列位置相同。</translation>
    </message>
    <message>
        <source>Only greyscale volumes of several slices can be registered, and they must be loaded.</source>
        <translation>只能配准已加载的多层灰度体数据。</translation>
    </message>
    <message>
        <source>This series scrolls alone again.</source>
        <translation>此序列恢复单独滚动。</translation>
    </message>
    <message>
        <source>No other pane shows another clip. Panes of one clip are linked already.</source>
        <translation>没有其他窗格显示另一视频。同一视频的窗格已经同步。</translation>
    </message>
    <message numerus="yes">
        <source>Scrolling is now linked with %n other pane(s), until you unlink them.</source>
        <translation>
            <numerusform>滚动现已与另外 %n 个窗格同步，直到您取消同步。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::CompareDialog</name>
    <message>
        <source>%1. %2 · %3</source>
        <comment>number, question, model</comment>
        <translation>%1. %2 · %3</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>评定：%1</translation>
    </message>
    <message>
        <source>Verdict: %1 (%2)</source>
        <translation>评定：%1（%2）</translation>
    </message>
    <message>
        <source>No verdict yet</source>
        <translation>尚无评定</translation>
    </message>
    <message>
        <source>Compare answers</source>
        <translation>比较回答</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>&amp;Previous difference</source>
        <translation>上一处差异(&amp;P)</translation>
    </message>
    <message>
        <source>Shift+F3</source>
        <translation>Shift+F3</translation>
    </message>
    <message>
        <source>Go to the previous difference (Shift+F3)</source>
        <translation>转到上一处差异 (Shift+F3)</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>下一处差异(&amp;N)</translation>
    </message>
    <message>
        <source>F3</source>
        <translation>F3</translation>
    </message>
    <message>
        <source>Go to the next difference (F3)</source>
        <translation>转到下一处差异 (F3)</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>The reasoning and the answers are the same.</source>
        <translation>推理和回答相同。</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 处差异</numerusform>
        </translation>
    </message>
    <message>
        <source>Difference %1 of %2</source>
        <translation>差异 %1 / %2</translation>
    </message>
</context>
<context>
    <name>fleming::ui::Composer</name>
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
        <source>Ask anyway</source>
        <translation>仍然提问</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Follow-up: the model has already seen %1.</source>
        <translation>追问：模型已看过 %1。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ContextMeter</name>
    <message>
        <source>About %1 of %2 tokens</source>
        <translation>约 %1 / %2 个词元</translation>
    </message>
    <message>
        <source>A long answer may not fit: about %1 of %2 tokens</source>
        <translation>较长的回答可能放不下：约 %1 / %2 个词元</translation>
    </message>
    <message>
        <source>The next question does not fit: about %1 of %2 tokens</source>
        <translation>下一个问题放不下：约 %1 / %2 个词元</translation>
    </message>
    <message>
        <source>The model&apos;s context window: %1 tokens</source>
        <translation>模型的上下文窗口：%1 个词元</translation>
    </message>
    <message>
        <source>This conversation so far: %1</source>
        <translation>此对话至今：%1</translation>
    </message>
    <message>
        <source>The next question: about %1</source>
        <translation>下一个问题：约 %1</translation>
    </message>
    <message>
        <source>Its images: %1</source>
        <translation>其图像：%1</translation>
    </message>
    <message>
        <source>The longest answer: %1 (see Settings)</source>
        <translation>最长的回答：%1（见设置）</translation>
    </message>
    <message>
        <source>Beyond its window, the model becomes less reliable and needs more memory. Start a new conversation, send fewer images, or lower the maximum of new tokens.</source>
        <translation>超出上下文窗口后，模型的可靠性会下降，并需要更多内存。请开始新对话、发送更少的图像，或降低新词元的最大数量。</translation>
    </message>
    <message>
        <source>Context window</source>
        <translation>上下文窗口</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ConversationView</name>
    <message>
        <source>Questions and answers</source>
        <translation>问答</translation>
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
    <name>fleming::ui::DraftMarks</name>
    <message>
        <source>%1. %2</source>
        <comment>mark, its note</comment>
        <translation>%1. %2</translation>
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
    <name>fleming::ui::EvidenceRow</name>
    <message>
        <source>Images of this question</source>
        <translation>此问题的图像</translation>
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
    <message>
        <source>Ev&amp;idence panel</source>
        <translation>证据面板(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>证据(&amp;E)</translation>
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
        <source>Undo the last removal or reordering of images</source>
        <translation>撤销上一次移除图像或调整图像顺序的操作</translation>
    </message>
    <message>
        <source>Add a picture of the volume as it is displayed</source>
        <translation>按当前显示添加一幅体绘制图像</translation>
    </message>
    <message>
        <source>Add view</source>
        <translation>添加视图</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Do again what was undone of the images</source>
        <translation>重做已撤销的图像更改</translation>
    </message>
</context>
<context>
    <name>fleming::ui::EvidenceThumbnails</name>
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
    <name>fleming::ui::EvidenceViewer</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, its key</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Image of the evidence</source>
        <translation>证据图像</translation>
    </message>
    <message>
        <source>Close the image</source>
        <translation>关闭图像</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>上一幅图像</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>下一幅图像</translation>
    </message>
    <message>
        <source>Delete the mark</source>
        <translation>删除标记</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>文本片段</translation>
    </message>
    <message>
        <source>Link the mark with a span of the answer</source>
        <translation>将标记与回答中的文本片段关联</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Show the image in its series</source>
        <translation>在其序列中显示图像</translation>
    </message>
    <message>
        <source>Note on the mark</source>
        <translation>标记的备注</translation>
    </message>
    <message>
        <source>This image cannot be read.</source>
        <translation>无法读取此图像。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number of an image, where it comes from</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Mark %1</source>
        <translation>标记 %1</translation>
    </message>
    <message>
        <source>Marks can be drawn when the answer is complete and the session can be changed.</source>
        <translation>回答完成且会话可修改时，可以绘制标记。</translation>
    </message>
    <message>
        <source>Choose a shape and drag, or press Enter to place one in the middle.</source>
        <translation>选择一种形状并拖动，或按 Enter 键在中央放置一个。</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <comment>label of a span, its words</comment>
        <translation>%1：“%2”</translation>
    </message>
    <message>
        <source>Select words in the answer and label them first</source>
        <translation>请先在回答中选择文字并添加标签</translation>
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
    <message>
        <source>New conversation</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Question %1 · %2</source>
        <comment>number · images and series</comment>
        <translation>问题 %1 · %2</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ExportDialog</name>
    <message>
        <source>Export session</source>
        <translation>导出会话</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Save to:</source>
        <translation>保存到(&amp;S)：</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>&amp;All questions</source>
        <translation>全部问题(&amp;A)</translation>
    </message>
    <message>
        <source>Only questions with a &amp;review</source>
        <translation>仅有评审的问题(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;These questions:</source>
        <translation>以下问题(&amp;T)：</translation>
    </message>
    <message>
        <source>Numbers of questions</source>
        <translation>问题编号</translation>
    </message>
    <message>
        <source>What may leave</source>
        <translation>允许导出的内容</translation>
    </message>
    <message>
        <source>Include the &amp;paths of files</source>
        <translation>包含文件路径(&amp;P)</translation>
    </message>
    <message>
        <source>Names of folders and files can contain patients&apos; names</source>
        <translation>文件夹名和文件名可能含有患者姓名</translation>
    </message>
    <message>
        <source>&amp;Keep dates, UIDs and descriptions</source>
        <translation>保留日期、UID 和描述(&amp;K)</translation>
    </message>
    <message>
        <source>They can identify patients. The names of reviewers are kept as well.</source>
        <translation>它们可能会识别出患者。评审者姓名也会保留。</translation>
    </message>
    <message>
        <source>&amp;Name the reviewers</source>
        <translation>列出评审者姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Otherwise, only their codes leave</source>
        <translation>否则仅导出其代码</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Pap&amp;er:</source>
        <translation>纸张(&amp;E)：</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>This folder exists. It is replaced if it is an unchanged export.</source>
        <translation>此文件夹已存在。如果它是未更改过的导出，将被替换。</translation>
    </message>
    <message>
        <source>This file exists and will be replaced.</source>
        <translation>此文件已存在，将被替换。</translation>
    </message>
    <message>
        <source>Enter the numbers of questions, such as 1,3-5.</source>
        <translation>请输入问题编号，例如 1,3-5。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::FrameNavigator</name>
    <message>
        <source>The series of %1 is not open.</source>
        <translation>%1 所属的序列未打开。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>The session has no images yet.</source>
        <translation>会话中还没有图像。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::GenerationForm</name>
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
    <message>
        <source>System prompt</source>
        <translation>系统提示</translation>
    </message>
    <message>
        <source>Leave empty to use Fleming-VL&apos;s default</source>
        <translation>留空则使用 Fleming-VL 的默认值</translation>
    </message>
</context>
<context>
    <name>fleming::ui::HistogramView</name>
    <message>
        <source>Histogram of the selected region</source>
        <translation>所选区域的直方图</translation>
    </message>
    <message>
        <source>Select a region to see its histogram.</source>
        <translation>选择一个区域以查看其直方图。</translation>
    </message>
    <message>
        <source>%1 to %2: %3 pixels</source>
        <comment>a value, a value, a number</comment>
        <translation>%1 至 %2：%3 个像素</translation>
    </message>
</context>
<context>
    <name>fleming::ui::KeysPage</name>
    <message>
        <source>In the whole window</source>
        <translation>在整个窗口中</translation>
    </message>
    <message>
        <source>In an image of a question</source>
        <translation>在问题的图像中</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between keys</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Find an action, a key or a drag</source>
        <translation>查找操作、按键或拖动</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>按键和鼠标</translation>
    </message>
    <message>
        <source>&amp;Take it from the others</source>
        <translation>从其他操作取走(&amp;T)</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Other key</source>
        <translation>其他按键</translation>
    </message>
    <message>
        <source>Other use of the mouse</source>
        <translation>其他鼠标操作</translation>
    </message>
    <message>
        <source>&amp;Reset this action</source>
        <translation>重置此操作(&amp;R)</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>全部重置(&amp;A)</translation>
    </message>
    <message>
        <source>Keys:</source>
        <translation>按键：</translation>
    </message>
    <message>
        <source>Mouse:</source>
        <translation>鼠标：</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no use of the mouse</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: “%2” and “%3” (%4) both use it.</source>
        <comment>a key, two actions, where the second acts</comment>
        <translation>%1：“%2”和“%3”（%4）都在使用它。</translation>
    </message>
    <message>
        <source>In a slice or clip</source>
        <translation>在切片或视频中</translation>
    </message>
    <message>
        <source>In a clip</source>
        <translation>在视频中</translation>
    </message>
    <message>
        <source>In a volume</source>
        <translation>在体数据中</translation>
    </message>
    <message>
        <source>%1 types text, so it can only be used in slices, clips, volumes and images. Add Ctrl or Alt.</source>
        <translation>%1 会输入文字，因此只能用于切片、视频、体数据和图像。请加上 Ctrl 或 Alt。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::LookMenu</name>
    <message>
        <source>&amp;Display</source>
        <translation>显示(&amp;D)</translation>
    </message>
    <message>
        <source>%1	%2</source>
        <translation>%1	%2</translation>
    </message>
    <message>
        <source>&amp;Colours	%1</source>
        <translation>颜色(&amp;C)	%1</translation>
    </message>
    <message>
        <source>&amp;Evidence as displayed</source>
        <translation>证据按显示方式(&amp;E)</translation>
    </message>
    <message>
        <source>Te&amp;xt on the image</source>
        <translation>图像上的文字(&amp;X)</translation>
    </message>
    <message>
        <source>Off: the model gets plain images, not turned, in grey and interpolated.</source>
        <translation>关闭：模型得到未翻转、灰度且经插值的原始图像。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
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
        <source>Ex&amp;port</source>
        <translation>导出(&amp;P)</translation>
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
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>%1…</source>
        <comment>a format to export</comment>
        <translation>%1…</translation>
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
        <source>&amp;Plane</source>
        <translation>平面(&amp;P)</translation>
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
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>下一个面板(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
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
        <source>&amp;Keyboard and mouse</source>
        <translation>键盘与鼠标(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Fleming Viewer</source>
        <translation>关于 Fleming Viewer(&amp;A)</translation>
    </message>
    <message>
        <source>Session &amp;library…</source>
        <translation>会话库(&amp;L)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Ctrl+Shift+F</translation>
    </message>
    <message>
        <source>I&amp;mport session…</source>
        <translation>导入会话(&amp;M)…</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>&amp;Replay the session</source>
        <translation>重新生成会话(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;ancel the replay</source>
        <translation>取消重新生成(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>评审(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Next answer without your review</source>
        <translation>下一个您未评审的回答(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous answer without your review</source>
        <translation>上一个您未评审的回答(&amp;P)</translation>
    </message>
    <message>
        <source>Next &amp;question</source>
        <translation>下一个问题(&amp;Q)</translation>
    </message>
    <message>
        <source>Pre&amp;vious question</source>
        <translation>上一个问题(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Reviewer…</source>
        <translation>评审者(&amp;R)…</translation>
    </message>
    <message>
        <source>Labels: %1, version %2</source>
        <translation>标注类别：%1，版本 %2</translation>
    </message>
    <message>
        <source>&amp;Import labels…</source>
        <translation>导入标注类别(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export labels…</source>
        <translation>导出标注类别(&amp;E)…</translation>
    </message>
    <message>
        <source>Use the &amp;standard labels</source>
        <translation>使用标准标注类别(&amp;S)</translation>
    </message>
    <message>
        <source>Recent %1</source>
        <comment>a number</comment>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>&amp;Find a series</source>
        <translation>查找序列(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>布局(&amp;L)</translation>
    </message>
    <message>
        <source>Loc&amp;al library…</source>
        <translation>本地影像库(&amp;A)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+I</source>
        <translation>Ctrl+Shift+I</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <comment>a format</comment>
        <translation>导出：%1</translation>
    </message>
    <message>
        <source>Plane: %1</source>
        <translation>平面：%1</translation>
    </message>
    <message>
        <source>M&amp;easure</source>
        <translation>测量(&amp;E)</translation>
    </message>
    <message>
        <source>Images &amp;of the question, with marks</source>
        <translation>问题的图像与标记(&amp;O)</translation>
    </message>
    <message>
        <source>DICOM ta&amp;gs…</source>
        <translation>DICOM 标签(&amp;G)…</translation>
    </message>
    <message>
        <source>Privac&amp;y mode</source>
        <translation>隐私模式(&amp;Y)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Straighten the volume</source>
        <translation>校直体数据(&amp;S)</translation>
    </message>
</context>
<context>
    <name>fleming::ui::MainWindow</name>
    <message>
        <source>Fleming Viewer</source>
        <translation>Fleming Viewer</translation>
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
        <source>Only files and folders on this computer can be opened.</source>
        <translation>只能打开本机上的文件和文件夹。</translation>
    </message>
    <message>
        <source>The session was exported to %1.</source>
        <translation>会话已导出到 %1。</translation>
    </message>
    <message>
        <source>Fleming Viewer – privacy mode</source>
        <translation>Fleming Viewer – 隐私模式</translation>
    </message>
</context>
<context>
    <name>fleming::ui::MeasuredViews</name>
    <message>
        <source>Text of %1</source>
        <comment>a measurement</comment>
        <translation>%1 的文字</translation>
    </message>
    <message>
        <source>Name of %1</source>
        <comment>a measurement</comment>
        <translation>%1 的名称</translation>
    </message>
</context>
<context>
    <name>fleming::ui::MeasurementCommands</name>
    <message>
        <source>Slice %1 of %2</source>
        <translation>第 %1 层，共 %2 层</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <comment>plane, slice number, number of slices</comment>
        <translation>%1 %2 / %3</translation>
    </message>
    <message>
        <source>not open</source>
        <comment>a series</comment>
        <translation>未打开</translation>
    </message>
    <message>
        <source>Calibrate the image</source>
        <translation>校准图像</translation>
    </message>
    <message>
        <source>%1 is %2 pixels long. Its true length in mm:</source>
        <comment>a measurement, its length</comment>
        <translation>%1 长 %2 像素。其实际长度（mm）：</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a measurement, its values</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>a measurement, Image-3</comment>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>层</translation>
    </message>
    <message>
        <source>&amp;Rename %1…</source>
        <comment>a measurement</comment>
        <translation>重命名 %1(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Text…</source>
        <translation>文字(&amp;T)…</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>颜色(&amp;O)</translation>
    </message>
    <message>
        <source>Copy to the &amp;next slice</source>
        <translation>复制到下一层(&amp;N)</translation>
    </message>
    <message>
        <source>Copy to the &amp;previous slice</source>
        <translation>复制到上一层(&amp;P)</translation>
    </message>
    <message>
        <source>Insert into the &amp;question</source>
        <translation>插入到问题中(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Calibrate with this length…</source>
        <translation>用此长度校准(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Measure at the detector</source>
        <translation>按探测器平面测量(&amp;M)</translation>
    </message>
    <message>
        <source>Remo&amp;ve the calibration</source>
        <translation>移除校准(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Delete %1</source>
        <comment>a measurement</comment>
        <translation>删除 %1(&amp;D)</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Export measurements</source>
        <translation>导出测量</translation>
    </message>
    <message>
        <source>Measurements (*.json);;3D Slicer markups (*.mrk.json);;Table (*.csv)</source>
        <translation>测量 (*.json);;3D Slicer 标记 (*.mrk.json);;表格 (*.csv)</translation>
    </message>
    <message>
        <source>Import measurements</source>
        <translation>导入测量</translation>
    </message>
    <message>
        <source>Measurements (*.json);;All files (*)</source>
        <translation>测量 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>T&amp;ie to %1</source>
        <comment>words of an answer</comment>
        <translation>关联到%1(&amp;I)</translation>
    </message>
</context>
<context>
    <name>fleming::ui::MeasurementPanel</name>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the chosen measurements</source>
        <translation>删除所选测量</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>层</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Measurements panel</source>
        <translation>测量面板(&amp;M)</translation>
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
    <name>fleming::ui::Pane</name>
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
        <source>Drag a series here, or choose one in the list.</source>
        <translation>将一个序列拖到此处,或在列表中选择一个。</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Clip: %1</source>
        <translation>视频：%1</translation>
    </message>
    <message>
        <source>Volume of %1</source>
        <translation>%1 的体积</translation>
    </message>
    <message>
        <source>Slices of %1</source>
        <translation>%1 的切片</translation>
    </message>
    <message>
        <source>%1 (pane %2 of %3)</source>
        <comment>what it shows</comment>
        <translation>%1（窗格 %2，共 %3 个）</translation>
    </message>
    <message>
        <source>Slice view</source>
        <translation>层面视图</translation>
    </message>
    <message>
        <source>Volume view</source>
        <translation>体绘制视图</translation>
    </message>
</context>
<context>
    <name>fleming::ui::PaneMenu</name>
    <message>
        <source>&amp;Ask about this slice</source>
        <translation>就此切片提问(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Ask about this image</source>
        <translation>就此图像提问(&amp;A)</translation>
    </message>
    <message>
        <source>Add to the &amp;evidence</source>
        <translation>添加到证据(&amp;E)</translation>
    </message>
    <message>
        <source>Show all &amp;panes</source>
        <translation>显示所有窗格(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Maximise the pane</source>
        <translation>最大化窗格(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;DICOM tags…</source>
        <translation>DICOM 标签(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Ask about this frame</source>
        <translation>就此帧提问(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Compare with prior</source>
        <translation>与既往检查比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Link with the other panes here</source>
        <translation>在此处与其他窗格关联(&amp;L)</translation>
    </message>
    <message>
        <source>Link by &amp;registration…</source>
        <translation>通过配准关联(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Unlink from the other panes</source>
        <translation>取消与其他窗格的关联(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Straighten the volume</source>
        <translation>校直体数据(&amp;S)</translation>
    </message>
</context>
<context>
    <name>fleming::ui::PanelLayout</name>
    <message>
        <source>%1 (%2)</source>
        <comment>panel (its key)</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>fleming::ui::PatientWarning</name>
    <message>
        <source>These images show different patients: %1. The question was not sent. Press Enter or “Ask anyway” to send it nevertheless.</source>
        <translation>这些图像来自不同的患者:%1。问题未发送。如仍要发送,请按 Enter 或“仍然提问”。</translation>
    </message>
    <message>
        <source>These images show different patients: %1.</source>
        <translation>这些图像来自不同的患者:%1。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::PriorComparison</name>
    <message>
        <source>Other priors…</source>
        <translation>其他既往检查…</translation>
    </message>
    <message>
        <source>On the right is “%1” of the study “%2”: %3.</source>
        <translation>右侧是检查“%2”的“%1”：%3。</translation>
    </message>
    <message>
        <source>Open a series first.</source>
        <translation>请先打开一个序列。</translation>
    </message>
    <message>
        <source>There is no prior to compare with, because the files of this series name no patient.</source>
        <translation>没有可比较的既往检查，因为此序列的文件未注明患者。</translation>
    </message>
    <message>
        <source>There is no prior to compare with, because only one study of this patient is open. Open the folder with the other one too.</source>
        <translation>没有可比较的既往检查，因为此患者只打开了一次检查。请同时打开另一次检查所在的文件夹。</translation>
    </message>
    <message>
        <source>Choose a series…</source>
        <translation>选择序列…</translation>
    </message>
    <message>
        <source>None of the series in the other studies of this patient matches this one in modality, plane and part of the body.</source>
        <translation>此患者其他检查中没有在模态、平面和身体部位上与此序列匹配的序列。</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>study, series: what agrees</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Local library…</source>
        <translation>本地影像库…</translation>
    </message>
</context>
<context>
    <name>fleming::ui::PromptPicker</name>
    <message>
        <source>Type to filter</source>
        <translation>输入以筛选</translation>
    </message>
    <message>
        <source>Filter the saved prompts</source>
        <translation>筛选已保存的提示</translation>
    </message>
    <message>
        <source>Saved prompts</source>
        <translation>已保存的提示</translation>
    </message>
    <message>
        <source>&amp;Save this text…</source>
        <translation>保存此文本(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Manage…</source>
        <translation>管理(&amp;M)…</translation>
    </message>
    <message>
        <source>No prompts are saved yet.</source>
        <translation>尚未保存提示。</translation>
    </message>
    <message>
        <source>No saved prompt fits.</source>
        <translation>没有匹配的已保存提示。</translation>
    </message>
    <message>
        <source>Insert a saved prompt (Ctrl+P)</source>
        <translation>插入已保存的提示 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Use a saved system prompt</source>
        <translation>使用已保存的系统提示</translation>
    </message>
</context>
<context>
    <name>fleming::ui::PromptsDialog</name>
    <message>
        <source>Saved prompts</source>
        <translation>已保存的提示</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>System prompts</source>
        <translation>系统提示</translation>
    </message>
    <message>
        <source>Kind of prompts</source>
        <translation>提示的类型</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>保存(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>N&amp;ew</source>
        <translation>新建(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>文本(&amp;T)：</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>替换(&amp;P)</translation>
    </message>
    <message>
        <source>The prompt has changes. Save it, or do this once more to discard them.</source>
        <translation>提示词已更改。请保存，或再操作一次以放弃更改。</translation>
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
    <name>fleming::ui::RegistrationDialog</name>
    <message>
        <source>Registration</source>
        <translation>配准</translation>
    </message>
    <message>
        <source>The series are being registered…</source>
        <translation>正在配准序列…</translation>
    </message>
    <message>
        <source>&amp;Slice:</source>
        <translation>层面(&amp;S)：</translation>
    </message>
    <message>
        <source>Size of the &amp;tiles:</source>
        <translation>格子大小(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Use for linking</source>
        <translation>用于关联(&amp;U)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Rotation %1°, shift of the middle %2 mm; similarity %3, overlap %4.</source>
        <translation>旋转 %1°，中心位移 %2 mm；相似度 %3，重叠 %4。</translation>
    </message>
    <message>
        <source>Look at several slices: lines must go on from tile to tile.</source>
        <translation>请查看多个层面：线条应在格子之间连续。</translation>
    </message>
    <message>
        <source>This result is doubtful: the registration did not converge.</source>
        <translation>此结果可疑：配准未收敛。</translation>
    </message>
    <message>
        <source>This result is doubtful: the series have little in common there.</source>
        <translation>此结果可疑：两个序列在该处共同内容很少。</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReviewForm</name>
    <message>
        <source>Your confidence in the verdict</source>
        <translation>您对判断的置信度</translation>
    </message>
    <message>
        <source>Confidence: not given</source>
        <translation>置信度：未给出</translation>
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
        <source>Corrected answer (optional)</source>
        <translation>更正后的回答（可选）</translation>
    </message>
    <message>
        <source>Corrected answer</source>
        <translation>更正后的回答</translation>
    </message>
    <message>
        <source>The answer as it should be, in your words. Training exports use it as the reference.</source>
        <translation>用您自己的话写出应有的回答。训练数据导出以此为参考答案。</translation>
    </message>
    <message>
        <source>Start from the model&apos;s answer</source>
        <translation>从模型的回答开始</translation>
    </message>
    <message>
        <source>Tags, separated by commas (optional)</source>
        <translation>标签，用逗号分隔（可选）</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>You have reviewed this answer before. Say why you change your review:</source>
        <translation>您已评审过此回答。请说明更改的原因：</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>更改原因</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>原因（必填）</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReviewNavigator</name>
    <message>
        <source>Previous answer without your review (Shift+F4)</source>
        <translation>上一个您未评审的回答 (Shift+F4)</translation>
    </message>
    <message>
        <source>Next answer without your review (F4)</source>
        <translation>下一个您未评审的回答 (F4)</translation>
    </message>
    <message>
        <source>Who reviews</source>
        <translation>谁在评审</translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>已评审 %1/%2</translation>
    </message>
    <message>
        <source>Reviewer: not named</source>
        <translation>评审者：未命名</translation>
    </message>
    <message>
        <source>Reviewer: %1</source>
        <translation>评审者：%1</translation>
    </message>
    <message>
        <source>Reviewer…</source>
        <translation>评审者…</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReviewPanel</name>
    <message>
        <source>Your verdict:</source>
        <translation>您的评判：</translation>
    </message>
    <message>
        <source>%1 (key %2)</source>
        <comment>verdict (its key)</comment>
        <translation>%1（按键 %2）</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Submit the review (Ctrl+Enter)</source>
        <translation>提交评审 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Show every review of this answer, with the values that were replaced</source>
        <translation>显示此回答的所有评审，包括被替换的值</translation>
    </message>
    <message>
        <source>Changed, not submitted</source>
        <translation>已更改，未提交</translation>
    </message>
    <message>
        <source>Draft, not submitted</source>
        <translation>草稿，未提交</translation>
    </message>
    <message>
        <source>This session is read-only: verdicts cannot be saved.</source>
        <translation>此会话为只读：无法保存评判。</translation>
    </message>
    <message>
        <source>Hide the fields of the review</source>
        <translation>隐藏评审字段</translation>
    </message>
    <message>
        <source>Show the fields of the review</source>
        <translation>显示评审字段</translation>
    </message>
    <message>
        <source>Undo discard</source>
        <translation>撤销丢弃</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>丢弃草稿</translation>
    </message>
    <message numerus="yes">
        <source>History (%n)</source>
        <translation>
            <numerusform>历史 (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReviewerDialog</name>
    <message>
        <source>Reviewer</source>
        <translation>评审者</translation>
    </message>
    <message>
        <source>Reviews are stored under this name and code. Nobody checks the name. Exports contain the code, and the name only if you ask for it.</source>
        <translation>评审以此姓名和代码保存。姓名不会被核实。导出内容包含代码，只有在您要求时才包含姓名。</translation>
    </message>
    <message>
        <source>&amp;Reviewer:</source>
        <translation>评审者(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Code:</source>
        <translation>代码(&amp;C)：</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>New reviewer</source>
        <translation>新评审者</translation>
    </message>
    <message>
        <source>Another reviewer has this code. Choose another one.</source>
        <translation>另一位评审者已使用此代码。请另选一个。</translation>
    </message>
    <message>
        <source>Enter a name or a code.</source>
        <translation>请输入姓名或代码。</translation>
    </message>
    <message>
        <source>In this session, the code %1 stands for %2. Choose another one, unless it is yours and the name has changed.</source>
        <translation>在此会话中，代码 %1 代表 %2。请另选一个，除非它是您的而姓名已更改。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ScanTree</name>
    <message>
        <source>Scans of the library</source>
        <translation>库中的影像</translation>
    </message>
    <message>
        <source>Patient, study, series</source>
        <translation>患者、检查、序列</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <comment>a folder</comment>
        <translation>缺失:%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n series missing)</source>
        <translation>
            <numerusform>%1(缺失 %n 个序列)</numerusform>
        </translation>
    </message>
    <message>
        <source>Last compared with the disk: %1</source>
        <translation>上次与磁盘比较:%1</translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n 个文件夹</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::ScansDialog</name>
    <message>
        <source>Local library</source>
        <translation>本地影像库</translation>
    </message>
    <message>
        <source>Find a patient, study or series: name, ID, date, description, modality</source>
        <translation>查找患者、检查或序列:姓名、ID、日期、描述、模态</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Remove from the &amp;library</source>
        <translation>从库中移除(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Find &amp;changes</source>
        <translation>查找更改(&amp;C)</translation>
    </message>
    <message>
        <source>In &amp;this folder</source>
        <translation>在此文件夹中(&amp;T)</translation>
    </message>
    <message>
        <source>In &amp;all folders</source>
        <translation>在所有文件夹中(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel the &amp;search</source>
        <translation>取消查找(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>Remove the folder from the library (Delete). Its files are not deleted.</source>
        <translation>从库中移除该文件夹 (Delete)。其文件不会被删除。</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Searching the folders: %1 files found</source>
        <translation>正在搜索文件夹:已找到 %1 个文件</translation>
    </message>
    <message>
        <source>Reading %1 of %2 files</source>
        <translation>正在读取第 %1 个文件,共 %2 个</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>查找已取消。</translation>
    </message>
    <message>
        <source>These files are missing. Connect the disk that holds them and try again: %1</source>
        <translation>这些文件缺失。请连接存放它们的磁盘后重试:%1</translation>
    </message>
    <message>
        <source>Searching the folders…</source>
        <translation>正在搜索文件夹…</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>没有更改。</translation>
    </message>
    <message>
        <source>Files added: %1, changed: %2, gone: %3.</source>
        <translation>新增文件:%1,已更改:%2,已消失:%3。</translation>
    </message>
    <message>
        <source>Missing folders, kept in the library: %1</source>
        <translation>缺失但仍保留在库中的文件夹:%1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %1 and its %n series from the library? The files are not deleted.</source>
        <translation>
            <numerusform>要从库中移除 %1 及其 %n 个序列吗?文件不会被删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>The library is empty. Folders and files are added when you open them.</source>
        <translation>库为空。打开文件夹和文件时会将其加入。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 个序列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::SeriesTree</name>
    <message>
        <source>Open series</source>
        <translation>已打开的序列</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>DICOM &amp;tags…</source>
        <translation>DICOM 标签(&amp;T)…</translation>
    </message>
    <message>
        <source>Close this &amp;patient</source>
        <translation>关闭此患者(&amp;P)</translation>
    </message>
    <message>
        <source>Close this &amp;folder</source>
        <translation>关闭此文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Close this s&amp;tudy</source>
        <translation>关闭此检查(&amp;T)</translation>
    </message>
    <message>
        <source>Close these &amp;images</source>
        <translation>关闭这些图像(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Close this series</source>
        <translation>关闭此序列(&amp;C)</translation>
    </message>
    <message>
        <source>%1	%2</source>
        <translation>%1	%2</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SessionResults</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>评审</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1: </source>
        <comment>where a text was found</comment>
        <translation>%1：</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Question %1</source>
        <translation>问题 %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>how often · a verdict</comment>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>%n without a review</source>
        <translation>
            <numerusform>%n 个没有评审</numerusform>
        </translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>未评审</translation>
    </message>
    <message>
        <source>Sessions that were found</source>
        <translation>找到的会话</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SessionsDialog</name>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Search in questions, answers, reviews, tags, series and titles</source>
        <translation>在问题、回答、评审、标签、序列和标题中搜索</translation>
    </message>
    <message>
        <source>Text to search for</source>
        <translation>要搜索的文字</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>When the question was asked</source>
        <translation>提问的时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从 … 到 …</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Reviewed or not</source>
        <translation>已评审或未评审</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>未评审</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已评审</translation>
    </message>
    <message>
        <source>Any reviewer</source>
        <translation>任何评审者</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>评审者</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>任何模型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>&amp;New title:</source>
        <translation>新标题(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>Give the session a title (F2)</source>
        <translation>为会话设置标题 (F2)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reading the sessions: %1 of %2</source>
        <translation>正在读取会话：%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) could not be read: %1</source>
        <translation>
            <numerusform>%n 个会话无法读取：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n result(s). Add a word or a filter to see others.</source>
        <translation>
            <numerusform>前 %n 个结果。请添加词语或筛选条件以查看其他结果。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n 个结果</numerusform>
        </translation>
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
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>&amp;Witness file:</source>
        <translation>见证文件(&amp;W):</translation>
    </message>
    <message>
        <source>Each export appends the hash of the session&apos;s last event to this file. Keep it where the sessions are not: it shows later whether a session was cut or replaced.</source>
        <translation>每次导出都会把会话最后一个事件的哈希追加到此文件。请将它与会话分开存放：以后可据此看出会话是否被截短或替换。</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose the witness file</source>
        <translation>选择见证文件</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>按键和鼠标</translation>
    </message>
    <message>
        <source>&amp;Memory for images:</source>
        <translation>图像内存(&amp;M)：</translation>
    </message>
    <message>
        <source> GB</source>
        <comment>suffix of a size in gigabytes</comment>
        <translation> GB</translation>
    </message>
    <message>
        <source>Half of what is free (%1)</source>
        <comment>a size</comment>
        <translation>可用内存的一半（%1）</translation>
    </message>
    <message>
        <source>Series that were shown stay in memory up to this size. Those that were not shown for the longest time are freed first, those on the screen never.</source>
        <translation>显示过的序列在此大小以内保留在内存中。最久未显示的序列最先释放，屏幕上的序列从不释放。</translation>
    </message>
    <message>
        <source>Show the series of a study side &amp;by side when it is opened</source>
        <translation>打开检查时并排显示其序列(&amp;B)</translation>
    </message>
    <message>
        <source>Witness file</source>
        <translation>见证文件</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation>键盘与鼠标</translation>
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
        <source>Tab and Enter (in an answer)</source>
        <translation>Tab 和 Enter（回答中）</translation>
    </message>
    <message>
        <source>go to a reference such as Image-3 and show it</source>
        <translation>跳到 Image-3 之类的引用并显示该图像</translation>
    </message>
    <message>
        <source>place a mark, move it, resize it, delete it, go to the next</source>
        <translation>放置标记、移动、调整大小、删除、转到下一个</translation>
    </message>
    <message>
        <source>1, 2, 3, 4 (in an answer)</source>
        <translation>1、2、3、4（在回答中）</translation>
    </message>
    <message>
        <source>verdict: correct, partly correct, wrong, cannot judge</source>
        <translation>判断：正确、部分正确、错误、无法判断</translation>
    </message>
    <message>
        <source>Ctrl+Enter (in a review)</source>
        <translation>Ctrl+Enter（在评审中）</translation>
    </message>
    <message>
        <source>submit the review</source>
        <translation>提交评审</translation>
    </message>
    <message>
        <source>Shift+arrow keys, L (in an answer)</source>
        <translation>Shift+方向键，L（在回答中）</translation>
    </message>
    <message>
        <source>select words, label them; L also edits the label at the cursor</source>
        <translation>选择文字并标注；L 也可编辑光标处的标注</translation>
    </message>
    <message>
        <source>1 to 9, Left, Right, Enter (in the form of a label)</source>
        <translation>1 至 9、左、右、回车（在标注表单中）</translation>
    </message>
    <message>
        <source>choose the label, its severity, save</source>
        <translation>选择标注类别及其严重程度，保存</translation>
    </message>
    <message>
        <source>N, Shift+N, Delete (in an answer)</source>
        <translation>N、Shift+N、Delete（在回答中）</translation>
    </message>
    <message>
        <source>next or previous labelled words; delete their label</source>
        <translation>下一处或上一处标注文字；删除其标注</translation>
    </message>
    <message>
        <source>Shift+move (with several panes)</source>
        <translation>Shift+移动(多个窗格时)</translation>
    </message>
    <message>
        <source>show the position under the pointer in the linked panes</source>
        <translation>在同步的窗格中显示指针处的位置</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between keys and mouse</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what keys do, and where</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Double click (in a pane)</source>
        <translation>双击（窗格中）</translation>
    </message>
    <message>
        <source>maximise the pane</source>
        <translation>最大化窗格</translation>
    </message>
    <message>
        <source>put the tool down; cancel a drag</source>
        <translation>放下工具；取消拖动</translation>
    </message>
    <message>
        <source>Ctrl+Z (in a review)</source>
        <translation>Ctrl+Z（评审中）</translation>
    </message>
    <message>
        <source>put back a removed label or mark</source>
        <translation>恢复已移除的标签或标记</translation>
    </message>
    <message>
        <source>Enter, Shift+Enter (in a question)</source>
        <translation>Enter、Shift+Enter（问题中）</translation>
    </message>
    <message>
        <source>send it, insert a new line</source>
        <translation>发送、换行</translation>
    </message>
    <message>
        <source>F3, Shift+F3 (in a comparison)</source>
        <translation>F3、Shift+F3（比较中）</translation>
    </message>
    <message>
        <source>go to the next or previous difference</source>
        <translation>转到下一个或上一个差异</translation>
    </message>
    <message>
        <source>Enter, arrow keys, Shift+arrow keys, Delete, Tab (in an image of a question)</source>
        <translation>Enter、方向键、Shift+方向键、Delete、Tab（问题的图像中）</translation>
    </message>
    <message>
        <source>Left, Right, Delete (in the series)</source>
        <translation>左、右、Delete（序列列表中）</translation>
    </message>
    <message>
        <source>fold, unfold, close series</source>
        <translation>折叠、展开、关闭序列</translation>
    </message>
    <message>
        <source>menu: ask about this image, window, display, tags</source>
        <translation>菜单：就此图像提问、窗宽/窗位、显示、标签</translation>
    </message>
    <message>
        <source>Esc (in a slice or clip)</source>
        <translation>Esc（切片或视频中）</translation>
    </message>
    <message>
        <source>Right click (in a pane)</source>
        <translation>右键单击（在窗格中）</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ShownTexts</name>
    <message>
        <source>&amp;Series and plane</source>
        <translation>序列和平面(&amp;S)</translation>
    </message>
    <message>
        <source>Size and s&amp;pacing</source>
        <translation>大小和间距(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;lice, position and value</source>
        <translation>切片、位置和值(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Zoom and window</source>
        <translation>缩放和窗(&amp;Z)</translation>
    </message>
    <message>
        <source>Scale &amp;bar</source>
        <translation>比例尺(&amp;B)</translation>
    </message>
    <message>
        <source>Pa&amp;tient</source>
        <translation>患者(&amp;T)</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SlabMenu</name>
    <message>
        <source>No slab</source>
        <translation>无厚层</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>&amp;Slab	%1</source>
        <translation>厚层(&amp;S)	%1</translation>
    </message>
    <message>
        <source>%1	%2</source>
        <translation>%1	%2</translation>
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
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Show segmentations as colours over the image; evidence never includes them</source>
        <translation>将分割结果以彩色叠加显示在图像上；证据中绝不包含分割</translation>
    </message>
    <message>
        <source>&amp;Tool</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>Tool of the left mouse button</source>
        <translation>鼠标左键的工具</translation>
    </message>
    <message>
        <source>Tool: %1</source>
        <translation>工具：%1</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>全部范围</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SpanEditor</name>
    <message>
        <source>%1: %2</source>
        <comment>reviewer: label</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Label (L)</source>
        <translation>标注 (L)</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SpanList</name>
    <message>
        <source>Labelled words</source>
        <translation>标注文字</translation>
    </message>
    <message>
        <source>Enter edits the label, Delete removes it.</source>
        <translation>回车编辑标注，Delete 删除标注。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SpanPopup</name>
    <message>
        <source>Label of the marked words</source>
        <translation>所选文字的标注类别</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标注类别</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>备注（可选）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Less severe (Left)</source>
        <translation>减轻（左）</translation>
    </message>
    <message>
        <source>More severe (Right)</source>
        <translation>加重（右）</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>key, label</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Add (Enter)</source>
        <translation>添加（回车）</translation>
    </message>
    <message>
        <source>Save (Enter)</source>
        <translation>保存（回车）</translation>
    </message>
    <message>
        <source>Severity: %1</source>
        <translation>严重程度：%1</translation>
    </message>
    <message>
        <source>Severity: not given</source>
        <translation>严重程度：未给出</translation>
    </message>
    <message>
        <source>Tied to measurements:</source>
        <translation>关联的测量：</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Space or a click ties the words to a measurement, or unties them.</source>
        <translation>按空格键或单击可将文字与测量关联或取消关联。</translation>
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
        <source>DICOM, %1</source>
        <comment>formats that can be opened</comment>
        <translation>DICOM, %1</translation>
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
    <message>
        <source>Exporting the session: %1 %</source>
        <translation>正在导出会话：%1 %</translation>
    </message>
    <message>
        <source>Replaying: %1 %</source>
        <translation>正在重新生成：%1 %</translation>
    </message>
</context>
<context>
    <name>fleming::ui::Straightening</name>
    <message>
        <source>This volume is straightened already.</source>
        <translation>此体数据已经校直。</translation>
    </message>
    <message>
        <source>Only a volume whose slices are sheared or unevenly spaced, and have positions, can be straightened.</source>
        <translation>只有层面错切或层间距不均匀且带有位置信息的体数据才能校直。</translation>
    </message>
    <message>
        <source>The slices of this series are sheared or unevenly spaced, so the shape of the volume is wrong.</source>
        <translation>此序列的层面错切或层间距不均匀，因此体数据的形状不正确。</translation>
    </message>
    <message>
        <source>Straighten the volume</source>
        <translation>校直体数据</translation>
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
    <message>
        <source>&amp;Series panel</source>
        <translation>序列面板(&amp;S)</translation>
    </message>
    <message>
        <source>Find: name, ID, date, modality, description</source>
        <translation>查找:姓名、ID、日期、模态、描述</translation>
    </message>
    <message>
        <source>Find in the open series</source>
        <translation>在打开的序列中查找</translation>
    </message>
    <message>
        <source>Show only series that have these words (Ctrl+F)</source>
        <translation>仅显示含有这些词的序列 (Ctrl+F)</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n open series matches.</source>
        <translation>
            <numerusform>%n 个打开的序列均不匹配。</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
</context>
<context>
    <name>fleming::ui::TagValuesDialog</name>
    <message>
        <source>Slice</source>
        <translation>切片</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Save as CS&amp;V…</source>
        <translation>另存为 CSV(&amp;V)…</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已另存为 %1。</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message numerus="yes">
        <source>%n different value(s)</source>
        <translation>
            <numerusform>%n 个不同的值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; missing in %n file(s).</source>
        <translation>
            <numerusform>%1;%n 个文件中缺失。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n file(s).</source>
        <translation>
            <numerusform>%n 个文件中有 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>已复制 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the values</source>
        <translation>保存这些值</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
</context>
<context>
    <name>fleming::ui::TagsDialog</name>
    <message>
        <source>DICOM tags</source>
        <translation>DICOM 标签</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已另存为 %1。</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>切片</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>&amp;Series:</source>
        <translation>序列(&amp;S):</translation>
    </message>
    <message>
        <source>Compare &amp;with:</source>
        <translation>比较对象(&amp;W):</translation>
    </message>
    <message>
        <source>Slice:</source>
        <translation>切片:</translation>
    </message>
    <message>
        <source>Find a tag, a name or a value, also in private tags and sequences</source>
        <translation>查找标签、名称或值,包括私有标签和序列</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>&amp;Only differences</source>
        <translation>仅显示差异(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Values over the series…</source>
        <translation>整个序列中的值(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Save as CS&amp;V…</source>
        <translation>另存为 CSV(&amp;V)…</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 (series %2)</source>
        <translation>%1(序列 %2)</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>slice number of a number of slices</comment>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>No DICOM series is open.</source>
        <translation>没有打开的 DICOM 序列。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n element(s)</source>
        <translation>
            <numerusform>%n 个元素中的 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>已复制 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the tags</source>
        <translation>保存标签</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tag, name of the element</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>patient, study, series</comment>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>fleming::ui::TagsModel</name>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>条目 %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>private: %1</source>
        <translation>私有:%1</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>VR</source>
        <translation>VR</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>第一个值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Second value</source>
        <translation>第二个值</translation>
    </message>
</context>
<context>
    <name>fleming::ui::VolumeGallery</name>
    <message>
        <source>Looks of the volume</source>
        <translation>体数据的显示效果</translation>
    </message>
</context>
<context>
    <name>fleming::ui::VolumePage</name>
    <message>
        <source>Loading %1 of %2 slices</source>
        <translation>正在加载：%1/%2 层</translation>
    </message>
    <message>
        <source>Volume view</source>
        <translation>体绘制视图</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图像</translation>
    </message>
    <message>
        <source>volume.png</source>
        <translation>volume.png</translation>
    </message>
    <message>
        <source>PNG (*.png);;JPEG (*.jpg *.jpeg);;TIFF (*.tif *.tiff)</source>
        <translation>PNG (*.png);;JPEG (*.jpg *.jpeg);;TIFF (*.tif *.tiff)</translation>
    </message>
    <message>
        <source>The picture was saved as %1.</source>
        <translation>图像已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>fleming::ui::VolumeToolbar</name>
    <message>
        <source>%1	%2</source>
        <comment>command, key</comment>
        <translation>%1	%2</translation>
    </message>
    <message>
        <source>Choose how the volume looks</source>
        <translation>选择体数据的外观</translation>
    </message>
    <message>
        <source>Window/level of the volume</source>
        <translation>体数据的窗宽/窗位</translation>
    </message>
    <message>
        <source>%1; in the image: %2</source>
        <comment>what is set, a drag</comment>
        <translation>%1；在图像中：%2</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Opacity of the volume, percent</source>
        <translation>体数据的不透明度（百分比）</translation>
    </message>
    <message>
        <source>Opacity of the volume</source>
        <translation>体数据的不透明度</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Show a part of the volume: drag the handles of a box</source>
        <translation>显示体数据的一部分：拖动裁剪框的控制点</translation>
    </message>
    <message>
        <source>View from</source>
        <translation>观察方向</translation>
    </message>
    <message>
        <source>Look at the patient from a side</source>
        <translation>从某一侧观察患者</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <source>Fit the volume to the view, seen from the front, and reset window and opacity</source>
        <translation>使体数据适合视图（从前面看），并重置窗宽/窗位与不透明度</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图像</translation>
    </message>
    <message>
        <source>Save a picture of the view as a file</source>
        <translation>将视图图像保存为文件</translation>
    </message>
    <message>
        <source>Ask about this view</source>
        <translation>就此视图提问</translation>
    </message>
    <message>
        <source>Add a picture of the volume to the evidence and ask about it</source>
        <translation>将体绘制图像加入所选图像并就其提问</translation>
    </message>
    <message>
        <source>Show the crop box</source>
        <translation>显示裁剪框</translation>
    </message>
    <message>
        <source>Show the whole volume</source>
        <translation>显示整个体数据</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>前面</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后面</translation>
    </message>
    <message>
        <source>Left side of the patient</source>
        <translation>患者左侧</translation>
    </message>
    <message>
        <source>Right side of the patient</source>
        <translation>患者右侧</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头侧</translation>
    </message>
    <message>
        <source>Feet</source>
        <translation>足侧</translation>
    </message>
    <message>
        <source>Default window/level</source>
        <translation>默认窗宽/窗位</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>显示效果</translation>
    </message>
    <message>
        <source>Look of the volume: %1</source>
        <translation>体数据的显示效果：%1</translation>
    </message>
    <message>
        <source>Window/Level</source>
        <translation>窗宽/窗位</translation>
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
    <name>fleming::viewer::ClipBar</name>
    <message>
        <source>Once</source>
        <translation>播放一次</translation>
    </message>
    <message>
        <source>Back and forth</source>
        <translation>往返</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>%1   %2 / %3</source>
        <comment>time, frame number / number of frames</comment>
        <translation>%1   %2 / %3</translation>
    </message>
    <message>
        <source>%1 / %2   Frame %3 of %4</source>
        <translation>%1 / %2   第 %3 帧，共 %4 帧</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>a speed</comment>
        <translation>%1×</translation>
    </message>
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
        <source>Reset the range to the whole clip</source>
        <translation>将范围重置为整个视频</translation>
    </message>
    <message>
        <source>At the end of the range</source>
        <translation>到达范围终点时</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>%1; at 1× the clip has %2 frames per second.</source>
        <translation>%1；1× 时视频为每秒 %2 帧。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, its key</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between keys</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Start the range at this frame</source>
        <translation>以此帧为范围起点</translation>
    </message>
    <message>
        <source>End the range at this frame</source>
        <translation>以此帧为范围终点</translation>
    </message>
    <message>
        <source>At the end of the range: %1</source>
        <translation>到达范围终点时：%1</translation>
    </message>
    <message>
        <source>Speed; at 1× the clip has %1 frames per second</source>
        <translation>速度；1× 时视频为每秒 %1 帧</translation>
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
    <name>fleming::viewer::SliceView</name>
    <message>
        <source>Slice view</source>
        <translation>层面视图</translation>
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
    <message>
        <source>Cropped</source>
        <translation>已裁剪</translation>
    </message>
    <message>
        <source>Opacity %1</source>
        <translation>不透明度 %1</translation>
    </message>
    <message>
        <source>Crop box, side %1</source>
        <translation>裁剪框，%1 侧</translation>
    </message>
</context>
</TS>
