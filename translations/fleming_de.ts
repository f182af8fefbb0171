<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Answerer</name>
    <message>
        <source>No model is loaded. Choose one first.</source>
        <translation>Es ist kein Modell geladen. Wählen Sie zuerst eines.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Browses scans and asks Fleming-VL about them.
%1</source>
        <translation>Zeigt Aufnahmen und befragt Fleming-VL dazu.
%1</translation>
    </message>
    <message>
        <source>Load this checkpoint folder. Default: the environment variable FLEMING_MODEL, then the last used model, then the demo model.</source>
        <translation>Diesen Checkpoint-Ordner laden. Voreinstellung: die Umgebungsvariable FLEMING_MODEL, dann das zuletzt benutzte Modell, dann das Demo-Modell.</translation>
    </message>
    <message>
        <source>Compute device: auto, cpu, cuda or cuda:N.</source>
        <translation>Rechengerät: auto, cpu, cuda oder cuda:N.</translation>
    </message>
    <message>
        <source>Compute data type: auto, float32, bfloat16 or float16 (CUDA only).</source>
        <translation>Datentyp der Berechnung: auto, float32, bfloat16 oder float16 (nur CUDA).</translation>
    </message>
    <message>
        <source>Quantize the language model&apos;s weights while loading: none, int8 or int4.</source>
        <translation>Gewichte des Sprachmodells beim Laden quantisieren: none, int8 oder int4.</translation>
    </message>
    <message>
        <source>Store questions and answers in this session file; it is created if it does not exist.</source>
        <translation>Fragen und Antworten in dieser Sitzungsdatei speichern; fehlt sie, wird sie angelegt.</translation>
    </message>
    <message>
        <source>Enter this question in the question box, ready to be asked.</source>
        <translation>Diese Frage in das Fragefeld eintragen; sie muss nur noch abgeschickt werden.</translation>
    </message>
    <message>
        <source>Open this sample (%1), add evidence from it and enter a question, ready to be asked.</source>
        <translation>Dieses Beispiel (%1) öffnen, Belege daraus hinzufügen und eine Frage eintragen; sie muss nur noch abgeschickt werden.</translation>
    </message>
    <message>
        <source>Run the main workflow unattended: open files (by default the sample chest CT), add evidence, ask, wait for the answer, and save screenshots, report and session in this folder.</source>
        <translation>Den Hauptablauf ohne Bedienung ausführen: Dateien öffnen (ohne Angabe das Beispiel-Thorax-CT), Belege hinzufügen, fragen, auf die Antwort warten und Bildschirmfotos, Bericht und Sitzung in diesem Ordner speichern.</translation>
    </message>
    <message>
        <source>Files and folders to open.</source>
        <translation>Zu öffnende Dateien und Ordner.</translation>
    </message>
    <message>
        <source>There is no sample named &quot;%1&quot;.</source>
        <translation>Es gibt kein Beispiel mit dem Namen „%1“.</translation>
    </message>
    <message>
        <source>%1 must be a whole number of at least %2, not &quot;%3&quot;.</source>
        <translation>%1 erwartet eine ganze Zahl ab %2, nicht „%3“.</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>%1 erwartet eine ganze Zahl von %2 bis %3, nicht „%4“.</translation>
    </message>
    <message>
        <source>%1 must be a number, not &quot;%2&quot;.</source>
        <translation>%1 erwartet eine Zahl, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 must be a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>%1 erwartet eine Zahl von %2 bis %3, nicht „%4“.</translation>
    </message>
    <message>
        <source>Unknown option %1.</source>
        <translation>Unbekannte Option %1.</translation>
    </message>
    <message>
        <source>%1 was specified twice.</source>
        <translation>%1 wurde zweimal angegeben.</translation>
    </message>
    <message>
        <source>%1 does not take a value.</source>
        <translation>%1 erwartet keinen Wert.</translation>
    </message>
    <message>
        <source>%1 requires a value.</source>
        <translation>%1 erwartet einen Wert.</translation>
    </message>
    <message>
        <source>%1 must be a whole number of at least 0, not &quot;%2&quot;.</source>
        <translation>%1 erwartet eine ganze Zahl ab 0, nicht „%2“.</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>%1 tokens, %2 tokens/s, %3 prompt tokens</source>
        <translation>%1 Tokens, %2 Tokens/s, %3 Prompt-Tokens</translation>
    </message>
    <message>
        <source>done: %1</source>
        <translation>fertig: %1</translation>
    </message>
    <message>
        <source>stopped at the limit of --max-new-tokens: %1</source>
        <translation>am Limit von --max-new-tokens beendet: %1</translation>
    </message>
    <message>
        <source>stopped: %1</source>
        <translation>abgebrochen: %1</translation>
    </message>
    <message>
        <source>load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>Vision</translation>
    </message>
    <message>
        <source>prefill</source>
        <translation>Prefill</translation>
    </message>
    <message>
        <source>decode</source>
        <translation>Decode</translation>
    </message>
    <message>
        <source>%1 on %2, %3, %4 threads: %5 parameters, %6 GB of weights
</source>
        <translation>%1 auf %2, %3, %4 Threads: %5 Parameter, Gewichte %6 GB
</translation>
    </message>
    <message>
        <source>limits: memory read %1 GB/s, matrix multiplication %2 GFLOP/s

</source>
        <translation>Grenzen: Speicher lesen %1 GB/s, Matrixmultiplikation %2 GFLOP/s

</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>of the limit</source>
        <translation>der Grenze</translation>
    </message>
    <message>
        <source>
first token after %1 s; after %2 s (%3 %) if the images were read while the question was being written
</source>
        <translation>
erstes Token nach %1 s; nach %2 s (%3 %), wenn die Bilder schon während der Eingabe der Frage gelesen wurden
</translation>
    </message>
    <message>
        <source>%1 images, %2 prompt tokens, %3 tokens decoded; peak memory %4 GB
</source>
        <translation>%1 Bilder, %2 Prompt-Tokens, %3 Tokens decodiert; höchstens %4 GB Speicher
</translation>
    </message>
    <message>
        <source>Measuring: %1</source>
        <translation>Messung: %1</translation>
    </message>
    <message>
        <source>No model was found. Specify the folder of a Fleming-VL checkpoint with --model DIR or in the environment variable FLEMING_MODEL.</source>
        <translation>Es wurde kein Modell gefunden. Geben Sie den Ordner eines Fleming-VL-Checkpoints mit --model DIR oder in der Umgebungsvariablen FLEMING_MODEL an.</translation>
    </message>
    <message>
        <source>The output could not be written: %1.</source>
        <translation>Die Ausgabe konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 questions</source>
        <translation>%1 von %2 Fragen</translation>
    </message>
    <message>
        <source>%1, %2 correct</source>
        <translation>%1, %2 richtig</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>line %1:</source>
        <translation>Zeile %1:</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 questions have been answered. Run the same command again to continue.</source>
        <translation>Abgebrochen: %1 von %2 Fragen sind beantwortet. Führen Sie denselben Befehl erneut aus, um fortzufahren.</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>Modell wird gelesen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>all</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Reasoning that cites the correct images: %1 of %2 (%3).</source>
        <translation>Gedankengänge, die die richtigen Bilder nennen: %1 von %2 (%3).</translation>
    </message>
    <message>
        <source>Answers without an &lt;answer&gt; tag: %1.</source>
        <translation>Antworten ohne das Tag &lt;answer&gt;: %1.</translation>
    </message>
    <message>
        <source>Questions that could not be asked (counted as wrong): %1.</source>
        <translation>Fragen, die nicht gestellt werden konnten (als falsch gezählt): %1.</translation>
    </message>
    <message>
        <source>got: %1</source>
        <translation>erhalten: %1</translation>
    </message>
    <message>
        <source>not asked: %1</source>
        <translation>nicht gestellt: %1</translation>
    </message>
    <message>
        <source>line %1, %2: %3
    expected: %4
    %5</source>
        <translation>Zeile %1, %2: %3
    erwartet: %4
    %5</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 h %2 min</source>
        <translation>etwa %1 h %2 min</translation>
    </message>
    <message>
        <source>Wrong: %1.</source>
        <translation>Falsch: %1.</translation>
    </message>
    <message>
        <source>skipped %1: %2</source>
        <translation>übersprungen: %1: %2</translation>
    </message>
    <message>
        <source>%1 files were skipped; run &quot;fleming info&quot; to see why.</source>
        <translation>%1 Dateien wurden übersprungen; „fleming info“ nennt die Gründe.</translation>
    </message>
    <message>
        <source>There is no series %1: series are numbered from 0 to %2. Run &quot;fleming info&quot; to list them.</source>
        <translation>Es gibt keine Serie %1: Die Serien sind von 0 bis %2 nummeriert. „fleming info“ listet sie auf.</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>There are %1 series; using series 0. Run &quot;fleming info&quot; to list them, and choose one with --series N.</source>
        <translation>Es gibt %1 Serien; Serie 0 wird verwendet. „fleming info“ listet sie auf, --series N wählt eine aus.</translation>
    </message>
    <message>
        <source>Reading frames</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Too many frames: at most %1 can be used. Choose fewer.</source>
        <translation>Zu viele Bilder: Höchstens %1 sind möglich. Wählen Sie weniger.</translation>
    </message>
    <message>
        <source>%1: the folder could not be created.</source>
        <translation>%1: Der Ordner konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>%1: could not be written: %2.</source>
        <translation>%1: Die Datei konnte nicht geschrieben werden: %2.</translation>
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
        <translation>fleming: Aufnahmen ansehen und Fleming-VL dazu befragen. Nur für Forschungszwecke, nicht für die Diagnose.

Aufruf: fleming BEFEHL ...

  info PATH...             Inhalt auflisten: Serien, Typ, Größe, Abstand, Orientierung, Bilder
  frames PATH -o DIR       die Bilder, zu denen gefragt würde, als PNG-Dateien speichern
  pixels PATH -o FILE.npy  die Werte speichern, die in den Vision-Encoder des Modells gehen
  tokenize TEXT            die Token-IDs eines Textes ausgeben
  ask PATH... -q TEXT      dem Modell eine Frage stellen
  evaluate --questions F   Fragen mit bekannten Antworten aus einer Datei stellen und die Trefferquote ausgeben
  bench                    die Geschwindigkeit auf diesem Rechner messen und mit den Grenzen der Hardware vergleichen

„fleming BEFEHL --help“ beschreibt einen Befehl genauer. „fleming --version“ gibt die Version aus.
Ein PATH ist eine Datei oder ein Ordner: DICOM (auch DICOMDIR), NIfTI, NRRD, MetaImage, NPY, PNG, JPEG, TIFF, BMP,
MP4, MOV, MKV, WebM, AVI. Dateitypen werden am Inhalt erkannt, nicht am Namen.

Beispiele:
  fleming info ~/scans
  fleming ask ~/scans/ct -q &quot;Is there a pleural effusion?&quot; --window lung --count 11
  fleming ask clip.mp4 -q &quot;What is shown?&quot; --clip 2:8 --turn &quot;Which frame shows it best?&quot;

Rückgabewerte: 0 Erfolg, 1 Fehler (der Grund steht in der Standardfehlerausgabe), 2 falsche Argumente
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
        <translation>Bildauswahl (Voreinstellung: 11 Schichten eines Volumens, ein Bild je Sekunde eines Clips oder das Bild selbst):
  --series N[,N...]   diese Serien, nummeriert wie bei „fleming info“; sonst die einzige Serie oder Serie 0
                      (nennt jeder PATH ein einzelnes Bild, werden alle verwendet)
  --plane PLANE       axial, coronal oder sagittal; sonst die Aufnahmeebene des Volumens
  --count K           K Bilder in gleichen Abständen
  --slices 3,9,12     diese Schichten oder Bilder, von 0 an nummeriert
  --times 0.5,1,2.5   die Bilder eines Clips zu diesen Zeitpunkten, in Sekunden
  --every SECONDS     ein Bild eines Clips je Zeitabstand dieser Länge
  --clip START:END    nur dieser Teil eines Clips, in Sekunden
Fensterung (Voreinstellung: das Fenster der Datei; NPY: Minimum bis Maximum jeder Schicht):
  --window C,W        Zentrum und Breite des Fensters, etwa 40,400
  --window NAME       ein Fenster aus der Datei oder bei CT brain, subdural, stroke, bone, soft-tissue, lung,
                      mediastinum, abdomen, liver
  --minmax            Minimum bis Maximum jeder Schicht
  --invert            Grauwerte invertieren
</translation>
    </message>
    <message>
        <source>usage: fleming info PATH... [--json]

Lists the contents of files and folders: series with their number, type, size, spacing, orientation and frames, and
the files that were skipped, with the reason.

  --json   print the same as one JSON object: &quot;series&quot;, &quot;skipped&quot;, &quot;notes&quot;
</source>
        <translation>Aufruf: fleming info PATH... [--json]

Listet den Inhalt von Dateien und Ordnern auf: Serien mit Nummer, Typ, Größe, Abstand, Orientierung und Bildern sowie
die übersprungenen Dateien mit dem jeweiligen Grund.

  --json   dasselbe als ein JSON-Objekt ausgeben: &quot;series&quot;, &quot;skipped&quot;, &quot;notes&quot;
</translation>
    </message>
    <message>
        <source>usage: fleming frames PATH [selection] -o DIR

Saves the frames that a question would use, before they are resized, as DIR/Image-1.png, Image-2.png and so on, and
their provenance as DIR/frames.json. Existing files with these names are overwritten.

</source>
        <translation>Aufruf: fleming frames PATH [Auswahl] -o DIR

Speichert die Bilder, zu denen gefragt würde, vor der Größenänderung als DIR/Image-1.png, Image-2.png und so weiter und
ihre Herkunft als DIR/frames.json. Vorhandene Dateien mit diesen Namen werden überschrieben.

</translation>
    </message>
    <message>
        <source>usage: fleming pixels PATH [selection] -o FILE.npy

Saves the input of the vision tower: a float32 NPY array of shape (frames, 3, 448, 448), resized and normalized as
in Fleming-VL.

</source>
        <translation>Aufruf: fleming pixels PATH [Auswahl] -o FILE.npy

Speichert die Eingabe des Vision-Encoders: ein NPY-Array aus float32 der Form (Bilder, 3, 448, 448), skaliert und
normalisiert wie bei Fleming-VL.

</translation>
    </message>
    <message>
        <source>usage: fleming tokenize [--model DIR] TEXT|- [--json]

Prints the token ids of TEXT, or of standard input if TEXT is -, as the model receives them in a question. Names of
control tokens in the text are treated as ordinary text. Put -- before a TEXT that begins with a dash.

  --model DIR   the checkpoint whose tokenizer is used; default: FLEMING_MODEL, then the demo model
  --json        print a JSON array
</source>
        <translation>Aufruf: fleming tokenize [--model DIR] TEXT|- [--json]

Gibt die Token-IDs von TEXT aus (mit - die der Standardeingabe), so wie das Modell sie in einer Frage erhält. Namen von
Steuertokens im Text gelten als gewöhnlicher Text. Setzen Sie -- vor einen TEXT, der mit einem Bindestrich beginnt.

  --model DIR   der Checkpoint, dessen Tokenizer verwendet wird; sonst FLEMING_MODEL, dann das Demo-Modell
  --json        ein JSON-Array ausgeben
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
        <translation>  --model DIR          Checkpoint-Ordner; sonst FLEMING_MODEL, dann das Demo-Modell
  --device D           auto, cpu, cuda, cuda:N oder eine Liste, auf die die Schichten des Modells verteilt werden:
                       cuda:0,cpu                                                             [auto]
  --dtype T            auto, float32, bfloat16 oder, auf CUDA, float16                        [auto]
  --quant Q            Quantisierung der Gewichte des Sprachmodells: none, int8 oder int4     [none]
  --max-new-tokens N   maximale Zahl neuer Tokens                                             [1024]
  --temperature X      0: greedy; über 0 werden die Tokens zufällig gezogen                   [0]
  --top-p X, --top-k N nur aus den wahrscheinlichsten Tokens ziehen                           [1, 0: alle]
  --seed N             Startwert der Ziehung; gleicher Startwert, gleiche Tokens              [0]
  --system TEXT        System-Prompt anstelle der Vorgabe von Fleming-VL
  --no-reasoning-prompt  nicht nach &lt;think&gt; und &lt;answer&gt; fragen
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
        <translation>Aufruf: fleming ask PATH... -q TEXT [Auswahl] [Optionen]

Befragt das Modell zu den Bildern von PATH und gibt die Antwort fortlaufend aus. Ohne PATH wird nur die Frage gestellt.
Strg+C bricht die Antwort ab; der bisherige Text bleibt erhalten.

  -q TEXT              die Frage
  --turn TEXT          eine Folgefrage im selben Gespräch; mehrfach möglich
%1  --json               ein JSON-Objekt je Frage, eines pro Zeile: text, reasoning, answer, finish (stop, length
                       oder cancelled), prompt_tokens, image_tokens, tokens, evidence, timing, model
  --session FILE       Fragen, Bilder und Antworten in dieser Sitzungsdatei speichern; der Viewer kann sie öffnen
  --report FILE.pdf    einen PDF-Bericht schreiben
  --report-paths       im Bericht die vollständigen Pfade von Dateien und Modell angeben, nicht nur die Namen

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
        <translation>Aufruf: fleming bench [--model DIR | --shape 1b|8b|38b] [Optionen]

Misst Speicherbandbreite und Matrixmultiplikation dieses Rechners, dann jede Phase einer Frage: das Laden des Modells,
den Vision-Encoder, den Prompt (Prefill) und die Antwort (Decode), jeweils als Zeit, Rate und Anteil an der Grenze.

  --model DIR          Checkpoint-Ordner
  --shape S            Zufallsgewichte in den Größen von InternVL3-1B, -8B oder -38B, ohne Checkpoint    [1b]
  --device D           auto, cpu, cuda oder cuda:N                                                      [auto]
  --dtype T            auto, float32, bfloat16 oder, auf CUDA, float16                                  [auto]
  --quant Q            Quantisierung der Gewichte des Sprachmodells: none, int8 oder int4               [none]
  --threads N          Zahl der CPU-Threads                                                    [einer je Kern]
  --images K           Zahl der Bilder in der Frage                                                       [11]
  --new-tokens N       Zahl der Tokens in der Antwort                                                     [64]
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
        <translation>Aufruf: fleming evaluate --questions FILE.jsonl [Optionen]

Stellt die Fragen in FILE, jede in einem eigenen Gespräch, und gibt die Trefferquote je Art und insgesamt mit dem
95-%-Konfidenzintervall (Wilson) sowie die falschen Antworten aus. Strg+C bricht ab; derselbe Befehl setzt fort.
Eine Frage, deren Dateien nicht gelesen werden können, zählt als falsch.

  --questions FILE     die Fragen, siehe unten
  --answers FILE       alle Antworten in dieser Datei speichern, ein JSON-Objekt je Zeile, und mit den dort schon
                       vorhandenen fortfahren
  --parallel N         Zahl der Fragen, die gleichzeitig beantwortet werden, soweit der Speicher reicht; die Antworten
                       bleiben gleich, kommen aber schneller                                   [8]
%1  --json               ein JSON-Objekt ausgeben: n, accuracy, low, high, kinds, wrong, without_answer, failed, und
                       cites, falls eine Frage es enthält

FILE enthält ein JSON-Objekt je Zeile; Pfade gelten relativ zum Ordner der Datei:
  &quot;images&quot;: [PATH, ...] oder &quot;volume&quot;: PATH oder &quot;video&quot;: PATH
  &quot;question&quot;: TEXT, &quot;answer&quot;: TEXT, und &quot;answers&quot;: [TEXT, ...], falls auch andere Formulierungen richtig sind;
                       Groß- und Kleinschreibung, Leerzeichen und Schlusspunkt werden ignoriert; bei Auswahlfragen
                       (&quot;D. Fundus imaging&quot;) gelten der Buchstabe, der Text oder beides
  &quot;kind&quot;: TEXT         die Art der Frage, für getrennte Summen
  &quot;before&quot;: [TEXT, ...]  wird vorher im selben Gespräch gefragt; die Bilder gehen mit der allerersten Frage
  &quot;cites&quot;: [N, ...]    die Bilder, die der Gedankengang nennen soll, plus/minus eins
  &quot;selection&quot;: {...}   eines von &quot;count&quot;: K, &quot;indices&quot;: [...], &quot;times&quot;: [...], &quot;everySeconds&quot;: X; &quot;clipRange&quot;: [A, B],
                       &quot;plane&quot;, &quot;window&quot;: [C, W] oder NAME oder &quot;minmax&quot;, &quot;inverted&quot;: true, &quot;series&quot;: N; wie die
                       Optionen von ask
</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 x %2</source>
        <translation>%1 x %2</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 at %2 per second, %3</source>
        <translation>%1 mit %2 pro Sekunde, %3</translation>
    </message>
    <message>
        <source>%1 centre %2 width %3</source>
        <translation>%1 Zentrum %2 Breite %3</translation>
    </message>
    <message>
        <source>%1, %2 colour channels</source>
        <translation>%1, %2 Farbkanäle</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>%1 x %2, %3 slices</source>
        <translation>%1 x %2, %3 Schichten</translation>
    </message>
    <message>
        <source>%1 x %2 mm</source>
        <translation>%1 x %2 mm</translation>
    </message>
    <message>
        <source>%1, slice spacing %2 mm</source>
        <translation>%1, Schichtabstand %2 mm</translation>
    </message>
    <message>
        <source>spacing</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>not given in the file</source>
        <translation>in der Datei nicht angegeben</translation>
    </message>
    <message>
        <source>orientation</source>
        <translation>Orientierung</translation>
    </message>
    <message>
        <source>%1; columns towards %2, rows towards %3, slices towards %4</source>
        <translation>%1; Spalten Richtung %2, Zeilen Richtung %3, Schichten Richtung %4</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Series %1: %2</source>
        <translation>Serie %1: %2</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n files</source>
        <translation>
            <numerusform>%1, %n Datei</numerusform>
            <numerusform>%1, %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>first file</source>
        <translation>erste Datei</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>Skipped: %1: %2</source>
        <translation>Übersprungen: %1: %2</translation>
    </message>
    <message>
        <source>%1: the file could not be written. Check that its folder exists.</source>
        <translation>%1: Die Datei konnte nicht geschrieben werden. Prüfen Sie, ob der Ordner existiert.</translation>
    </message>
    <message>
        <source>%1: the file could not be written completely.</source>
        <translation>%1: Die Datei konnte nicht vollständig geschrieben werden.</translation>
    </message>
    <message>
        <source>One of the paths is empty.</source>
        <translation>Einer der Pfade ist leer.</translation>
    </message>
    <message>
        <source>The window width must be at least 1, not &quot;%1&quot;.</source>
        <translation>Die Fensterbreite muss mindestens 1 sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>--window must be CENTRE,WIDTH or the name of a window, not &quot;%1&quot;.</source>
        <translation>--window erwartet ZENTRUM,BREITE oder den Namen eines Fensters, nicht „%1“.</translation>
    </message>
    <message>
        <source>--clip must be START:END in seconds, with the end after the start, not &quot;%1&quot;.</source>
        <translation>--clip erwartet ANFANG:ENDE in Sekunden, mit dem Ende nach dem Anfang, nicht „%1“.</translation>
    </message>
    <message>
        <source>--plane must be axial, coronal or sagittal, not &quot;%1&quot;.</source>
        <translation>--plane erwartet axial, coronal oder sagittal, nicht „%1“.</translation>
    </message>
    <message>
        <source>Use only one of --count, --slices, --times and --every.</source>
        <translation>Verwenden Sie nur eine der Optionen --count, --slices, --times und --every.</translation>
    </message>
    <message>
        <source>Use either --window or --minmax, not both.</source>
        <translation>Verwenden Sie entweder --window oder --minmax, nicht beides.</translation>
    </message>
    <message>
        <source>--clip cannot be combined with --slices or --times, which name each frame.</source>
        <translation>--clip lässt sich nicht mit --slices oder --times kombinieren, die jedes Bild einzeln nennen.</translation>
    </message>
    <message>
        <source>Specify exactly one PATH: a file or a folder.</source>
        <translation>Geben Sie genau einen PATH an: eine Datei oder einen Ordner.</translation>
    </message>
    <message>
        <source>%1 is required.</source>
        <translation>%1 ist erforderlich.</translation>
    </message>
    <message>
        <source>--device must be auto, cpu, cuda, cuda:N, or a list such as cuda:0,cpu, not &quot;%1&quot;.</source>
        <translation>--device erwartet auto, cpu, cuda, cuda:N oder eine Liste wie cuda:0,cpu, nicht „%1“.</translation>
    </message>
    <message>
        <source>--dtype must be auto, float32, bfloat16 or float16, not &quot;%1&quot;.</source>
        <translation>--dtype erwartet auto, float32, bfloat16 oder float16, nicht „%1“.</translation>
    </message>
    <message>
        <source>--quant must be none, int8 or int4, not &quot;%1&quot;.</source>
        <translation>--quant erwartet none, int8 oder int4, nicht „%1“.</translation>
    </message>
    <message>
        <source>--top-p must be a number above 0 and at most 1.</source>
        <translation>--top-p erwartet eine Zahl über 0 und höchstens 1.</translation>
    </message>
    <message>
        <source>Specify a PATH: a file or a folder.</source>
        <translation>Geben Sie einen PATH an: eine Datei oder einen Ordner.</translation>
    </message>
    <message>
        <source>Specify exactly one TEXT, or - to read standard input.</source>
        <translation>Geben Sie genau einen TEXT an, oder - zum Lesen der Standardeingabe.</translation>
    </message>
    <message>
        <source>--report-paths can be used only with --report.</source>
        <translation>--report-paths ist nur zusammen mit --report möglich.</translation>
    </message>
    <message>
        <source>bench takes only options, not &quot;%1&quot;.</source>
        <translation>bench erwartet nur Optionen, nicht „%1“.</translation>
    </message>
    <message>
        <source>Use either --model or --shape, not both.</source>
        <translation>Verwenden Sie entweder --model oder --shape, nicht beides.</translation>
    </message>
    <message>
        <source>--shape must be 1b, 8b or 38b, not &quot;%1&quot;.</source>
        <translation>--shape erwartet 1b, 8b oder 38b, nicht „%1“.</translation>
    </message>
    <message>
        <source>Specify the questions with --questions FILE.</source>
        <translation>Geben Sie die Fragen mit --questions FILE an.</translation>
    </message>
    <message>
        <source>Specify a command.</source>
        <translation>Geben Sie einen Befehl an.</translation>
    </message>
    <message>
        <source>Unknown command &quot;%1&quot;.</source>
        <translation>Unbekannter Befehl „%1“.</translation>
    </message>
    <message>
        <source>%1 See &quot;fleming %2--help&quot;.</source>
        <translation>%1 Siehe „fleming %2--help“.</translation>
    </message>
</context>
<context>
    <name>Evaluation</name>
    <message>
        <source>&quot;%1&quot; must be text and must not be empty.</source>
        <translation>&quot;%1&quot; muss ein Text sein und darf nicht leer sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must contain only numbers.</source>
        <translation>&quot;%1&quot; darf nur Zahlen enthalten.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number of at least %2.</source>
        <translation>&quot;%1&quot; muss eine ganze Zahl ab %2 sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number from %2 to %3.</source>
        <translation>&quot;%1&quot; muss eine ganze Zahl von %2 bis %3 sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list.</source>
        <translation>&quot;%1&quot; muss eine Liste sein.</translation>
    </message>
    <message>
        <source>&quot;window&quot; must be [CENTRE, WIDTH] with a width of at least 1, or the name of a window.</source>
        <translation>&quot;window&quot; muss [ZENTRUM, BREITE] mit einer Breite von mindestens 1 oder der Name eines Fensters sein.</translation>
    </message>
    <message>
        <source>&quot;plane&quot; must be &quot;axial&quot;, &quot;coronal&quot; or &quot;sagittal&quot;.</source>
        <translation>&quot;plane&quot; muss &quot;axial&quot;, &quot;coronal&quot; oder &quot;sagittal&quot; sein.</translation>
    </message>
    <message>
        <source>Unknown key &quot;%1&quot; in &quot;selection&quot;.</source>
        <translation>Unbekannter Schlüssel &quot;%1&quot; in &quot;selection&quot;.</translation>
    </message>
    <message>
        <source>Use only one of &quot;count&quot;, &quot;indices&quot;, &quot;times&quot; and &quot;everySeconds&quot; in &quot;selection&quot;.</source>
        <translation>In &quot;selection&quot; darf nur eines von &quot;count&quot;, &quot;indices&quot;, &quot;times&quot; und &quot;everySeconds&quot; stehen.</translation>
    </message>
    <message>
        <source>&quot;clipRange&quot; must be [START, END] in seconds.</source>
        <translation>&quot;clipRange&quot; muss [ANFANG, ENDE] in Sekunden sein.</translation>
    </message>
    <message>
        <source>&quot;inverted&quot; must be true or false.</source>
        <translation>&quot;inverted&quot; muss true oder false sein.</translation>
    </message>
    <message>
        <source>Specify exactly one of &quot;images&quot;, &quot;volume&quot; and &quot;video&quot;.</source>
        <translation>Geben Sie genau eines von &quot;images&quot;, &quot;volume&quot; und &quot;video&quot; an.</translation>
    </message>
    <message>
        <source>&quot;selection&quot; must be an object.</source>
        <translation>&quot;selection&quot; muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>This is not valid JSON (%1, at byte %2).</source>
        <translation>Das ist kein gültiges JSON (%1, bei Byte %2).</translation>
    </message>
    <message>
        <source>Each line must be a JSON object.</source>
        <translation>Jede Zeile muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>%1: the file contains no questions.</source>
        <translation>%1: Die Datei enthält keine Fragen.</translation>
    </message>
    <message>
        <source>%1 contains answers to other questions, or to an earlier version of these. Specify another file with --answers, or delete this one.</source>
        <translation>%1 enthält Antworten auf andere Fragen oder auf eine frühere Fassung dieser Fragen. Geben Sie mit --answers eine andere Datei an, oder löschen Sie diese.</translation>
    </message>
    <message>
        <source>%1 contains answers of another model. Specify another file with --answers, or delete this one.</source>
        <translation>%1 enthält Antworten eines anderen Modells. Geben Sie mit --answers eine andere Datei an, oder löschen Sie diese.</translation>
    </message>
    <message>
        <source>%1 contains answers that were generated with other options. Use the same options, specify another file with --answers, or delete this one.</source>
        <translation>%1 enthält Antworten, die mit anderen Optionen erzeugt wurden. Verwenden Sie dieselben Optionen, geben Sie mit --answers eine andere Datei an, oder löschen Sie diese.</translation>
    </message>
    <message>
        <source>%1, line %2: this is not an answer of an evaluation. Specify another file with --answers, or delete this one.</source>
        <translation>%1, Zeile %2: Das ist keine Antwort einer Auswertung. Geben Sie mit --answers eine andere Datei an, oder löschen Sie diese.</translation>
    </message>
    <message>
        <source>%1: the answers cannot be saved there: %2.</source>
        <translation>%1: Die Antworten können dort nicht gespeichert werden: %2.</translation>
    </message>
    <message>
        <source>%1: another evaluation is writing to this file. Wait until it finishes, or stop it.</source>
        <translation>%1: Eine andere Auswertung schreibt in diese Datei. Warten Sie, bis sie fertig ist, oder brechen Sie sie ab.</translation>
    </message>
    <message>
        <source>%1: the answers could not be written: %2.</source>
        <translation>%1: Die Antworten konnten nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>The window width must be greater than 0.</source>
        <translation>Die Fensterbreite muss größer als 0 sein.</translation>
    </message>
    <message>
        <source>Select frames in only one way: by count, by index, by time, or by interval.</source>
        <translation>Wählen Sie die Bilder auf nur eine Art aus: nach Anzahl, Index, Zeitpunkt oder Zeitabstand.</translation>
    </message>
    <message>
        <source>The number of frames must be at least 1.</source>
        <translation>Die Anzahl der Bilder muss mindestens 1 sein.</translation>
    </message>
    <message>
        <source>That would be %1 frames, but a question can include at most %2. Choose fewer.</source>
        <translation>Das wären %1 Bilder, aber eine Frage kann höchstens %2 umfassen. Wählen Sie weniger.</translation>
    </message>
    <message>
        <source>There is no slice or frame %1: they are numbered from 0 to %2.</source>
        <translation>Schicht oder Bild %1 gibt es nicht: Die Nummern reichen von 0 bis %2.</translation>
    </message>
    <message>
        <source>Frames can be selected by time only in a clip, and this series is not a clip. Select slices by count or by index.</source>
        <translation>Nach Zeitpunkt lassen sich nur Bilder eines Clips auswählen, und diese Serie ist kein Clip. Wählen Sie Schichten nach Anzahl oder Index aus.</translation>
    </message>
    <message>
        <source>A plane can be chosen only for a volume, and this series is a single image.</source>
        <translation>Eine Ebene lässt sich nur für ein Volumen wählen, und diese Serie ist ein einzelnes Bild.</translation>
    </message>
    <message>
        <source>This series is a single image: it provides one frame, not %1.</source>
        <translation>Diese Serie ist ein einzelnes Bild: Sie liefert ein Bild, nicht %1.</translation>
    </message>
    <message>
        <source>The orientation of this volume in the patient is unknown, so it has no axial, coronal and sagittal planes. Select slices without a plane.</source>
        <translation>Die Lage dieses Volumens im Patienten ist unbekannt; daher gibt es keine axiale, koronale und sagittale Ebene. Wählen Sie Schichten ohne Ebene aus.</translation>
    </message>
    <message>
        <source>The range from %1 s to %2 s is outside the clip, which runs from 0 s to %3 s.</source>
        <translation>Der Bereich von %1 s bis %2 s liegt nicht im Clip, der von 0 s bis %3 s reicht.</translation>
    </message>
    <message>
        <source>There is no frame at %1 s: the clip runs from 0 s to %2 s.</source>
        <translation>Bei %1 s gibt es kein Bild: Der Clip reicht von 0 s bis %2 s.</translation>
    </message>
    <message>
        <source>A plane can be chosen only for a volume, and this series is a clip.</source>
        <translation>Eine Ebene lässt sich nur für ein Volumen wählen, und diese Serie ist ein Clip.</translation>
    </message>
    <message>
        <source>A window can be set only for greyscale values, and the frames of this clip are in colour.</source>
        <translation>Eine Fensterung ist nur bei Grauwerten möglich, und die Bilder dieses Clips sind farbig.</translation>
    </message>
    <message>
        <source>Only slices and images can be inverted, and this series is a clip.</source>
        <translation>Nur Schichten und Bilder lassen sich invertieren, und diese Serie ist ein Clip.</translation>
    </message>
    <message>
        <source>A clip range cannot be combined with frames that are selected one by one. Use only one of them.</source>
        <translation>Ein Bereich des Clips lässt sich nicht mit einzeln ausgewählten Bildern kombinieren. Verwenden Sie nur eines von beiden.</translation>
    </message>
    <message>
        <source>The interval between frames must be greater than 0 s.</source>
        <translation>Der Zeitabstand zwischen Bildern muss größer als 0 s sein.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>There is not enough memory. Close other programs or series, use fewer images, or choose a smaller model.</source>
        <translation>Der Speicher reicht nicht aus. Schließen Sie andere Programme oder Serien, verwenden Sie weniger Bilder, oder wählen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>This did not work because of an internal error: %1</source>
        <translation>Das hat wegen eines internen Fehlers nicht funktioniert: %1</translation>
    </message>
    <message>
        <source>This did not work because of an unknown internal error.</source>
        <translation>Das hat wegen eines unbekannten internen Fehlers nicht funktioniert.</translation>
    </message>
</context>
<context>
    <name>ModelDescription</name>
    <message>
        <source>Demo model: it knows only the drawn sample studies; for real scans choose a Fleming-VL checkpoint.</source>
        <translation>Demo-Modell: Es kennt nur die gezeichneten Beispielstudien; wählen Sie für echte Aufnahmen einen Fleming-VL-Checkpoint.</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
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
        <translation>axial</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>koronal</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>sagittal</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>Frame %1 of %2</source>
        <translation>Einzelbild %1 von %2</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation>%1, bei %2</translation>
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
        <translation>%1 %2 mm</translation>
    </message>
    <message>
        <source>minimum to maximum</source>
        <translation>Minimum bis Maximum</translation>
    </message>
    <message>
        <source>C %1  W %2</source>
        <translation>C %1  W %2</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>invertiert</translation>
    </message>
    <message>
        <source>central square</source>
        <translation>quadratischer Ausschnitt der Mitte</translation>
    </message>
    <message>
        <source>file SHA-256 %1</source>
        <translation>SHA-256 der Datei %1</translation>
    </message>
    <message>
        <source>series %1</source>
        <translation>Serie %1</translation>
    </message>
    <message>
        <source>pixels SHA-256 %1</source>
        <translation>SHA-256 der Pixel %1</translation>
    </message>
    <message>
        <source>Image-%1: %2</source>
        <translation>Image-%1: %2</translation>
    </message>
    <message>
        <source>at most %1 tokens</source>
        <translation>maximal %1 Tokens</translation>
    </message>
    <message>
        <source>greedy decoding, %1</source>
        <translation>greedy, %1</translation>
    </message>
    <message>
        <source>temperature %1, top-p %2, top-k %3, seed %4, %5</source>
        <translation>Temperatur %1, Top-p %2, Top-k %3, Startwert %4, %5</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>partly correct</source>
        <translation>teilweise richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>cannot judge</source>
        <translation>nicht beurteilbar</translation>
    </message>
    <message>
        <source>Fleming Viewer report</source>
        <translation>Fleming-Viewer-Bericht</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>The report could not be created.</source>
        <translation>Der Bericht konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The report could not be completed.</source>
        <translation>Der Bericht konnte nicht abgeschlossen werden.</translation>
    </message>
    <message>
        <source>%1: the report could not be written: %2.</source>
        <translation>%1: Der Bericht konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>For research use only. Not for diagnosis or any clinical decision.</source>
        <translation>Nur für Forschungszwecke. Nicht für Diagnosen oder klinische Entscheidungen.</translation>
    </message>
    <message>
        <source>Review of model answers</source>
        <translation>Bewertung von Modellantworten</translation>
    </message>
    <message>
        <source>Questions: %1</source>
        <translation>Fragen: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Question %1</source>
        <translation>Frage %1</translation>
    </message>
    <message>
        <source>   follow-up to question %1</source>
        <translation>   Folgefrage zu Frage %1</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Image-%1</source>
        <translation>Image-%1</translation>
    </message>
    <message>
        <source>Model reasoning</source>
        <translation>Gedankengang des Modells</translation>
    </message>
    <message>
        <source>Other model output</source>
        <translation>Sonstige Ausgabe des Modells</translation>
    </message>
    <message>
        <source>The model gave no final answer.</source>
        <translation>Das Modell hat keine endgültige Antwort gegeben.</translation>
    </message>
    <message>
        <source>Model answer</source>
        <translation>Antwort des Modells</translation>
    </message>
    <message>
        <source>The answer failed: %1</source>
        <translation>Die Antwort ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>The program closed while this answer was being generated.</source>
        <translation>Das Programm wurde beendet, während diese Antwort erzeugt wurde.</translation>
    </message>
    <message>
        <source>This answer was still being generated when the report was created.</source>
        <translation>Diese Antwort wurde noch erzeugt, als der Bericht erstellt wurde.</translation>
    </message>
    <message>
        <source>The answer stopped at the token limit.</source>
        <translation>Die Antwort wurde am Tokenlimit beendet.</translation>
    </message>
    <message>
        <source>The answer was stopped before it was complete.</source>
        <translation>Die Antwort wurde vorzeitig gestoppt.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Not reviewed.</source>
        <translation>Nicht bewertet.</translation>
    </message>
    <message>
        <source>Earlier reviews</source>
        <translation>Frühere Bewertungen</translation>
    </message>
    <message>
        <source>Model and parameters</source>
        <translation>Modell und Parameter</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>with Fleming-VL&apos;s reasoning prompt</source>
        <translation>mit dem Reasoning-Prompt von Fleming-VL</translation>
    </message>
    <message>
        <source>without a reasoning prompt</source>
        <translation>ohne Reasoning-Prompt</translation>
    </message>
    <message>
        <source>System prompt: %1</source>
        <translation>System-Prompt: %1</translation>
    </message>
    <message>
        <source>%1 prompt tokens, including %2 image tokens; %3 answer tokens in %4</source>
        <translation>%1 Prompt-Tokens, davon %2 Bild-Tokens; %3 Antwort-Tokens in %4</translation>
    </message>
    <message>
        <source>Image sources</source>
        <translation>Herkunft der Bilder</translation>
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
        <source>Ultrasound image</source>
        <translation>Ultraschallbild</translation>
    </message>
</context>
<context>
    <name>SeriesName</name>
    <message>
        <source>series %1</source>
        <translation>Serie %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Study %1</source>
        <translation>Studie %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>study, series</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The session &quot;%1&quot; cannot be opened because its folder does not exist.</source>
        <translation>Die Sitzung „%1“ kann nicht geöffnet werden, weil ihr Ordner nicht existiert.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file, so it cannot be opened as a session.</source>
        <translation>„%1“ ist keine Datei und kann nicht als Sitzung geöffnet werden.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be read. Check its permissions.</source>
        <translation>Die Sitzung „%1“ kann nicht gelesen werden. Prüfen Sie ihre Zugriffsrechte.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a Fleming Viewer session. The file was not changed.</source>
        <translation>„%1“ ist keine Sitzung von Fleming Viewer. Die Datei wurde nicht verändert.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be written in its folder, so it was opened read-only.</source>
        <translation>Die Sitzung „%1“ kann in ihrem Ordner nicht geschrieben werden und wurde daher schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; was created by a newer version of Fleming Viewer, so it was opened read-only.</source>
        <translation>Die Sitzung „%1“ wurde mit einer neueren Version von Fleming Viewer angelegt und daher schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; is in use by another Fleming Viewer, so it was opened read-only.</source>
        <translation>Die Sitzung „%1“ wird von einem anderen Fleming Viewer verwendet und wurde daher schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <source>The disk of the session &quot;%1&quot; is full, so it was opened read-only.</source>
        <translation>Der Datenträger der Sitzung „%1“ ist voll, daher wurde sie schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; was opened read-only.</source>
        <translation>Die Sitzung „%1“ wurde schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; was not closed properly and cannot be written in its folder. Copy it to another folder, together with the files whose names begin with its name, and open it there.</source>
        <translation>Die Sitzung „%1“ wurde nicht ordnungsgemäß geschlossen und kann in ihrem Ordner nicht geschrieben werden. Kopieren Sie sie zusammen mit den Dateien, deren Namen mit ihrem Namen beginnen, in einen anderen Ordner, und öffnen Sie sie dort.</translation>
    </message>
    <message>
        <source>Sessions cannot be saved because Qt&apos;s SQLite driver is missing. Install the package libqt6sql6-sqlite.</source>
        <translation>Sitzungen können nicht gespeichert werden, weil der SQLite-Treiber von Qt fehlt. Installieren Sie das Paket libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to another program and is not a Fleming Viewer session. The file was not changed.</source>
        <translation>„%1“ gehört zu einem anderen Programm und ist keine Sitzung von Fleming Viewer. Die Datei wurde nicht verändert.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; is in use by another program. Close that program and try again.</source>
        <translation>Die Sitzung „%1“ wird von einem anderen Programm verwendet. Schließen Sie dieses Programm und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be written. Check the permissions of the file and its folder, or copy it to another folder.</source>
        <translation>Die Sitzung „%1“ kann nicht geschrieben werden. Prüfen Sie die Zugriffsrechte der Datei und ihres Ordners, oder kopieren Sie sie in einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be written because the disk is full. Free some space and try again.</source>
        <translation>Die Sitzung „%1“ kann nicht geschrieben werden, weil der Datenträger voll ist. Geben Sie Speicherplatz frei und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; is damaged. Open a backup copy.</source>
        <translation>Die Sitzung „%1“ ist beschädigt. Öffnen Sie eine Sicherungskopie.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; was created by a newer version of Fleming Viewer. Open it with that version.</source>
        <translation>Die Sitzung „%1“ wurde mit einer neueren Version von Fleming Viewer angelegt. Öffnen Sie sie mit dieser Version.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; could not be used: %2.</source>
        <translation>Die Sitzung „%1“ konnte nicht verwendet werden: %2.</translation>
    </message>
    <message>
        <source>The session has no question number %1.</source>
        <translation>Die Sitzung enthält keine Frage Nummer %1.</translation>
    </message>
    <message>
        <source>An evidence image could not be saved as PNG.</source>
        <translation>Ein Bild der Belege konnte nicht als PNG gespeichert werden.</translation>
    </message>
    <message>
        <source>An evidence image in the session is damaged. Open a backup copy of the session.</source>
        <translation>Ein Bild der Belege in der Sitzung ist beschädigt. Öffnen Sie eine Sicherungskopie der Sitzung.</translation>
    </message>
    <message>
        <source>The lock file &quot;%1&quot; cannot be used: %2. Keep the session in a folder that you can write to.</source>
        <translation>Die Sperrdatei „%1“ kann nicht verwendet werden: %2. Legen Sie die Sitzung in einem Ordner ab, in dem Sie schreiben dürfen.</translation>
    </message>
</context>
<context>
    <name>SliceOverlay</name>
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
        <translation>Abstand unbekannt</translation>
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
        <translation>Minimum bis Maximum jeder Schicht</translation>
    </message>
    <message>
        <source>C %1  W %2</source>
        <translation>C %1  W %2</translation>
    </message>
    <message>
        <source>R %1  G %2  B %3</source>
        <translation>R %1  G %2  B %3</translation>
    </message>
    <message>
        <source>%1 HU</source>
        <translation>%1 HE</translation>
    </message>
    <message>
        <source>Value %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Slice %1 of %2</source>
        <translation>Schicht %1 von %2</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Invertiert</translation>
    </message>
    <message>
        <source>Zoom %1</source>
        <translation>Zoom %1</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 frames, %2 × %3, %4</source>
        <translation>%1 Bilder, %2 × %3, %4</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>%1 slices, %2 × %3</source>
        <translation>%1 Schichten, %2 × %3</translation>
    </message>
    <message>
        <source>Unnamed series</source>
        <translation>Unbenannte Serie</translation>
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
        <translation>C %1, W %2</translation>
    </message>
    <message>
        <source>Minimum to maximum of each slice</source>
        <translation>Minimum bis Maximum jeder Schicht</translation>
    </message>
    <message>
        <source>Frame %1, %2</source>
        <translation>Einzelbild %1, %2</translation>
    </message>
    <message>
        <source>Image</source>
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
    <message>
        <source>Study date: %1</source>
        <translation>Studiendatum: %1</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>invertiert</translation>
    </message>
    <message>
        <source>%1	%2</source>
        <translation>%1	%2</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>Aus der Datei</translation>
    </message>
</context>
<context>
    <name>fleming::app::Dialogue</name>
    <message>
        <source>The evidence has changed since the model saw it. The next question starts a new conversation with the current evidence.</source>
        <translation>Die Belege haben sich geändert, seit das Modell sie gesehen hat. Die nächste Frage beginnt ein neues Gespräch mit den aktuellen Belegen.</translation>
    </message>
    <message>
        <source>The model has changed. The next question starts a new conversation.</source>
        <translation>Das Modell wurde gewechselt. Die nächste Frage beginnt ein neues Gespräch.</translation>
    </message>
    <message>
        <source>The model is still answering. Wait for it to finish or stop it, then ask again.</source>
        <translation>Das Modell antwortet noch. Warten Sie, bis es fertig ist, oder stoppen Sie es, und fragen Sie dann erneut.</translation>
    </message>
    <message>
        <source>The session is still opening. Try again in a moment.</source>
        <translation>Die Sitzung wird noch geöffnet. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>This session is read-only, so you cannot ask questions in it. Choose File, New session, and ask again.</source>
        <translation>Diese Sitzung ist schreibgeschützt; Sie können darin keine Fragen stellen. Wählen Sie Datei, Neue Sitzung, und fragen Sie erneut.</translation>
    </message>
    <message>
        <source>The model is still loading. Ask again when it is ready.</source>
        <translation>Das Modell wird noch geladen. Fragen Sie erneut, sobald es bereit ist.</translation>
    </message>
    <message>
        <source>No model is loaded. Choose one first.</source>
        <translation>Es ist kein Modell geladen. Wählen Sie zuerst eines.</translation>
    </message>
    <message>
        <source>There is no question yet. Enter one first.</source>
        <translation>Es gibt noch keine Frage. Geben Sie zuerst eine ein.</translation>
    </message>
    <message>
        <source>The model is still answering. Wait for it to finish or stop it, then switch conversations.</source>
        <translation>Das Modell antwortet noch. Warten Sie, bis es fertig ist, oder stoppen Sie es, und wechseln Sie dann das Gespräch.</translation>
    </message>
    <message>
        <source>The model is still answering. Wait for it to finish or stop it, then open the session.</source>
        <translation>Das Modell antwortet noch. Warten Sie, bis es fertig ist, oder stoppen Sie es, und öffnen Sie dann die Sitzung.</translation>
    </message>
    <message>
        <source>The model is still answering. Wait for it to finish or stop it, then start a new session.</source>
        <translation>Das Modell antwortet noch. Warten Sie, bis es fertig ist, oder stoppen Sie es, und beginnen Sie dann eine neue Sitzung.</translation>
    </message>
    <message>
        <source>There is nothing to report yet: the session has no questions.</source>
        <translation>Es gibt noch nichts zu berichten: Die Sitzung enthält keine Fragen.</translation>
    </message>
</context>
<context>
    <name>fleming::app::Drafts</name>
    <message>
        <source>Unsent questions cannot be kept for the next start: %1.</source>
        <translation>Nicht gesendete Fragen können nicht für den nächsten Start aufbewahrt werden: %1.</translation>
    </message>
</context>
<context>
    <name>fleming::app::EvidenceList</name>
    <message>
        <source>This image is already in the evidence as Image-%1.</source>
        <translation>Dieses Bild ist bereits als Image-%1 in den Belegen.</translation>
    </message>
    <message>
        <source>All of these images are already in the evidence.</source>
        <translation>Alle diese Bilder sind bereits in den Belegen.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were already in the evidence and were not added again.</source>
        <translation>
            <numerusform>%n Bild war bereits in den Belegen und wurde nicht erneut hinzugefügt.</numerusform>
            <numerusform>%n Bilder waren bereits in den Belegen und wurden nicht erneut hinzugefügt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::app::Studies</name>
    <message>
        <source>Some scans of this session were not found. The images that were sent to the model are stored in the session.</source>
        <translation>Einige Aufnahmen dieser Sitzung wurden nicht gefunden. Die an das Modell gesendeten Bilder sind in der Sitzung gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>All %n series are already open.</source>
        <translation>
            <numerusform>%n Serie ist bereits geöffnet.</numerusform>
            <numerusform>Alle %n Serien sind bereits geöffnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is already open.</source>
        <translation>„%1“ ist bereits geöffnet.</translation>
    </message>
</context>
<context>
    <name>fleming::app::Workspace</name>
    <message>
        <source>The volume view cannot be added as evidence. Switch to the slices and add the one you want.</source>
        <translation>Die Volumenansicht kann nicht als Beleg hinzugefügt werden. Wechseln Sie zu den Schichten, und fügen Sie die gewünschte hinzu.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::AnswerCard</name>
    <message>
        <source>Answering…</source>
        <translation>Antwortet…</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Interrupted when the program closed</source>
        <translation>Beim Beenden des Programms unterbrochen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Stopped at the token limit</source>
        <translation>Am Tokenlimit beendet</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>Von Ihnen gestoppt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Tokens/s</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Copy the question, the reasoning and the answer</source>
        <translation>Frage, Gedankengang und Antwort kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>The model gave no final answer.</source>
        <translation>Das Modell hat keine endgültige Antwort gegeben.</translation>
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
        <source>Start a new conversation</source>
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
        <source>Export the session as a PDF report</source>
        <translation>Die Sitzung als PDF-Bericht exportieren</translation>
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
        <source>Ask about the images…</source>
        <translation>Frage zu den Bildern…</translation>
    </message>
    <message>
        <source>Press Enter to send, Shift+Enter for a new line.</source>
        <translation>Eingabe sendet, Umschalt+Eingabe fügt eine neue Zeile ein.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop generating (Esc)</source>
        <translation>Antwort stoppen (Esc)</translation>
    </message>
    <message>
        <source>The model is loading. You can pick images and write a question in the meantime.</source>
        <translation>Das Modell wird geladen. Sie können inzwischen Bilder auswählen und eine Frage schreiben.</translation>
    </message>
    <message>
        <source>No model is loaded yet.</source>
        <translation>Es ist noch kein Modell geladen.</translation>
    </message>
    <message>
        <source>Preparing images…</source>
        <translation>Bilder werden vorbereitet…</translation>
    </message>
    <message>
        <source>The model is answering; your next question will be queued.</source>
        <translation>Das Modell antwortet; Ihre nächste Frage wird eingereiht.</translation>
    </message>
    <message>
        <source>The queued questions are on hold.</source>
        <translation>Die eingereihten Fragen sind angehalten.</translation>
    </message>
    <message>
        <source>This session is read-only: you cannot ask questions in it.</source>
        <translation>Diese Sitzung ist schreibgeschützt: Sie können darin keine Fragen stellen.</translation>
    </message>
    <message>
        <source>No images picked: the question will be sent without images.</source>
        <translation>Keine Bilder ausgewählt: Die Frage wird ohne Bilder gesendet.</translation>
    </message>
    <message>
        <source>Open a scan first, then pick images.</source>
        <translation>Öffnen Sie zuerst eine Aufnahme, und wählen Sie dann Bilder aus.</translation>
    </message>
    <message>
        <source>Follow-up: the model has already seen %1 to %2.</source>
        <translation>Folgefrage: Das Modell hat %1 bis %2 bereits gesehen.</translation>
    </message>
    <message>
        <source>%1 will be sent with this question.</source>
        <translation>%1 wird mit dieser Frage gesendet.</translation>
    </message>
    <message>
        <source>%1 to %2 will be sent with this question.</source>
        <translation>%1 bis %2 werden mit dieser Frage gesendet.</translation>
    </message>
    <message>
        <source>Queue the question until the current answer is complete (Enter)</source>
        <translation>Frage einreihen, bis die laufende Antwort fertig ist (Eingabe)</translation>
    </message>
    <message>
        <source>Ask the question (Enter)</source>
        <translation>Frage stellen (Eingabe)</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Modell auswählen…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pick for me</source>
        <translation>Automatisch auswählen</translation>
    </message>
    <message>
        <source>Questions and answers will appear here: first the model&apos;s reasoning, then its answer.</source>
        <translation>Fragen und Antworten erscheinen hier: zuerst der Gedankengang des Modells, dann seine Antwort.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::Demo</name>
    <message>
        <source>Describe these images. Is there anything abnormal?</source>
        <translation>Beschreiben Sie diese Bilder. Ist etwas auffällig?</translation>
    </message>
    <message>
        <source>Screenshots, report and session were saved in %1.</source>
        <translation>Bildschirmfotos, Bericht und Sitzung wurden in %1 gespeichert.</translation>
    </message>
    <message>
        <source>%1: the folder could not be created.</source>
        <translation>%1: Der Ordner konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The sample that comes with the program was not found. Specify a file to open.</source>
        <translation>Das mitgelieferte Beispiel wurde nicht gefunden. Geben Sie eine Datei zum Öffnen an.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>There is no model to ask. Specify one with --model.</source>
        <translation>Es ist kein Modell zum Befragen vorhanden. Geben Sie eines mit --model an.</translation>
    </message>
    <message>
        <source>Question: %1</source>
        <translation>Frage: %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 from the first window to the end of the answer (opened after %2, evidence ready %3, model loaded %4, first token %5).</source>
        <translation>%1 vom ersten Fenster bis zum Ende der Antwort (geöffnet nach %2, Belege bereit %3, Modell geladen %4, erstes Token %5).</translation>
    </message>
    <message>
        <source>%1: the file could not be written.</source>
        <translation>%1: Die Datei konnte nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::DropHint</name>
    <message>
        <source>Drop files or folders here to open them</source>
        <translation>Dateien oder Ordner hier ablegen, um sie zu öffnen</translation>
    </message>
</context>
<context>
    <name>fleming::ui::EvidenceList</name>
    <message>
        <source>Evidence: the images that are sent with the question</source>
        <translation>Belege: die Bilder, die mit der Frage gesendet werden</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>fleming::ui::EvidenceStrip</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Number of evenly spaced images</source>
        <translation>Zahl der Bilder in gleichen Abständen</translation>
    </message>
    <message>
        <source>Number of images that “Add evenly spaced” adds</source>
        <translation>Zahl der Bilder, die „Gleichmäßig hinzufügen“ einfügt</translation>
    </message>
    <message>
        <source>Evidence: preparing %1 of %2</source>
        <translation>Belege: %1 von %2 wird vorbereitet</translation>
    </message>
    <message>
        <source>Add slice</source>
        <translation>Schicht hinzufügen</translation>
    </message>
    <message>
        <source>Add the displayed image</source>
        <translation>Angezeigtes Bild hinzufügen</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Add clip</source>
        <translation>Clip hinzufügen</translation>
    </message>
    <message>
        <source>Add one frame per second between the in and out points</source>
        <translation>Ein Bild pro Sekunde zwischen In- und Out-Punkt hinzufügen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Add evenly spaced</source>
        <translation>Gleichmäßig hinzufügen</translation>
    </message>
    <message>
        <source>Add evenly spaced images from the whole series</source>
        <translation>Bilder in gleichen Abständen aus der ganzen Serie hinzufügen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Fleming-VL default</source>
        <translation>Fleming-VL-Vorgabe</translation>
    </message>
    <message>
        <source>Add the images that Fleming-VL uses by default: 11 slices of a volume, or one frame per second of a clip</source>
        <translation>Bilder nach der Vorgabe von Fleming-VL hinzufügen: 11 Schichten eines Volumens oder ein Bild pro Sekunde eines Clips</translation>
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
        <source>Remove the selected image</source>
        <translation>Ausgewähltes Bild entfernen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Remove all images</source>
        <translation>Alle Bilder entfernen</translation>
    </message>
    <message>
        <source>Undo removal</source>
        <translation>Entfernen rückgängig machen</translation>
    </message>
    <message>
        <source>Restore the images that were removed last</source>
        <translation>Zuletzt entfernte Bilder wiederherstellen</translation>
    </message>
    <message>
        <source>The volume view cannot be added as evidence; switch to the slices</source>
        <translation>Die Volumenansicht kann nicht als Beleg hinzugefügt werden; wechseln Sie zu den Schichten</translation>
    </message>
    <message>
        <source>Add frame</source>
        <translation>Einzelbild hinzufügen</translation>
    </message>
    <message>
        <source>Add image</source>
        <translation>Bild hinzufügen</translation>
    </message>
    <message>
        <source>Preparing images…</source>
        <translation>Bilder werden vorbereitet…</translation>
    </message>
    <message>
        <source>Pick the images for your question with the buttons above.</source>
        <translation>Wählen Sie mit den Schaltflächen oben die Bilder für Ihre Frage aus.</translation>
    </message>
    <message>
        <source>The images for your question will appear here.</source>
        <translation>Hier erscheinen die Bilder für Ihre Frage.</translation>
    </message>
    <message>
        <source>Evidence (%1)</source>
        <translation>Belege (%1)</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ExchangeCard</name>
    <message numerus="yes">
        <source>%1 and %n more series</source>
        <translation>
            <numerusform>%1 und %n weitere Serie</numerusform>
            <numerusform>%1 und %n weitere Serien</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow-up, no new images</source>
        <translation>Folgefrage, keine neuen Bilder</translation>
    </message>
    <message>
        <source>No images</source>
        <translation>Keine Bilder</translation>
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
        <source>%1 · %2</source>
        <comment>images · their series</comment>
        <translation>%1 · %2</translation>
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
    <message numerus="yes">
        <source>%Ln token(s), %1</source>
        <translation>
            <numerusform>%Ln Token, %1</numerusform>
            <numerusform>%Ln Tokens, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Processing image %1 of %2, %3</source>
        <translation>Bild %1 von %2 wird verarbeitet, %3</translation>
    </message>
    <message>
        <source>Reading image %1 of %2, %3</source>
        <translation>Bild %1 von %2 wird gelesen, %3</translation>
    </message>
    <message>
        <source>Reading the question and its images, %1</source>
        <translation>Frage und Bilder werden gelesen, %1</translation>
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

Gedankengang: %2

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
        <source>Open &amp;sample</source>
        <translation>&amp;Beispiel öffnen</translation>
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
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>&amp;Liste leeren</translation>
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
        <source>Toggle &amp;volume view</source>
        <translation>Vol&amp;umenansicht ein/aus</translation>
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
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>E&amp;rscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Same as system</source>
        <translation>Wie &amp;System</translation>
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
        <translation>Modell &amp;auswählen…</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>Cancel &amp;loading</source>
        <translation>&amp;Laden abbrechen</translation>
    </message>
    <message>
        <source>&amp;Stop generating</source>
        <translation>Antwort &amp;stoppen</translation>
    </message>
    <message>
        <source>&amp;New conversation</source>
        <translation>&amp;Neues Gespräch</translation>
    </message>
    <message>
        <source>&amp;Write a question</source>
        <translation>&amp;Frage schreiben</translation>
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
        <source>&amp;Keyboard and mouse</source>
        <translation>&amp;Tastatur und Maus</translation>
    </message>
    <message>
        <source>&amp;About Fleming Viewer</source>
        <translation>Ü&amp;ber Fleming Viewer</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>Tastatur und Maus</translation>
    </message>
    <message>
        <source>Mouse wheel, arrow keys, Page Up, Page Down</source>
        <translation>Mausrad, Pfeiltasten, Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>scroll through the slices</source>
        <translation>durch die Schichten blättern</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Mit der linken Taste ziehen</translation>
    </message>
    <message>
        <source>adjust window/level</source>
        <translation>Fensterung ändern</translation>
    </message>
    <message>
        <source>Ctrl+left drag (in a MIP)</source>
        <translation>Strg+links ziehen (in einer MIP)</translation>
    </message>
    <message>
        <source>Middle drag, Shift+left drag</source>
        <translation>Mit der mittleren Taste oder Umschalt+links ziehen</translation>
    </message>
    <message>
        <source>pan the image</source>
        <translation>Bild verschieben</translation>
    </message>
    <message>
        <source>Right drag, Ctrl+wheel, + and −</source>
        <translation>Mit der rechten Taste ziehen, Strg+Mausrad, + und −</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>zoomen</translation>
    </message>
    <message>
        <source>0 and I (in a slice)</source>
        <translation>0 und I (in einer Schicht)</translation>
    </message>
    <message>
        <source>fit to window; invert</source>
        <translation>einpassen; invertieren</translation>
    </message>
    <message>
        <source>Space, arrow keys, I and O (in a clip)</source>
        <translation>Leertaste, Pfeiltasten, I und O (in einem Clip)</translation>
    </message>
    <message>
        <source>play or pause; step; set in and out points</source>
        <translation>abspielen oder anhalten; Einzelschritt; In- und Out-Punkt setzen</translation>
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
        <source>switch between slices and volume</source>
        <translation>zwischen Schichten und Volumen wechseln</translation>
    </message>
    <message>
        <source>Ctrl+E, Ctrl+Shift+E, Ctrl+D</source>
        <translation>Strg+E, Strg+Umschalt+E, Strg+D</translation>
    </message>
    <message>
        <source>add this slice, evenly spaced images, the Fleming-VL default</source>
        <translation>diese Schicht, Bilder in gleichen Abständen, die Fleming-VL-Vorgabe hinzufügen</translation>
    </message>
    <message>
        <source>Ctrl+Left, Ctrl+Right, Delete, Enter (in the evidence)</source>
        <translation>Strg+Links, Strg+Rechts, Entf, Eingabe (in den Belegen)</translation>
    </message>
    <message>
        <source>move left, move right, remove, show the image</source>
        <translation>Bild nach links, nach rechts, entfernen, anzeigen</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>restore the images that were removed last</source>
        <translation>zuletzt entfernte Bilder wiederherstellen</translation>
    </message>
    <message>
        <source>Ctrl+L, Enter, Shift+Enter</source>
        <translation>Strg+L, Eingabe, Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>write a question, send it, insert a new line</source>
        <translation>Frage schreiben, senden, neue Zeile</translation>
    </message>
    <message>
        <source>Tab and Enter (in an answer)</source>
        <translation>Tab und Eingabe (in einer Antwort)</translation>
    </message>
    <message>
        <source>go to a reference such as Image-3 and show it</source>
        <translation>zu einem Verweis wie Image-3 springen und das Bild anzeigen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>stop generating</source>
        <translation>Antwort stoppen</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>go to the next panel</source>
        <translation>zum nächsten Bereich</translation>
    </message>
    <message>
        <source>F7, F8, F9</source>
        <translation>F7, F8, F9</translation>
    </message>
    <message>
        <source>show or hide the series, evidence and conversation panels</source>
        <translation>Bereiche Serien, Belege und Gespräch ein- oder ausblenden</translation>
    </message>
    <message>
        <source>F11</source>
        <translation>F11</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>Vollbild</translation>
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

Aufnahmen ansehen und Fleming-VL dazu befragen.

%2

Lizenziert unter der Apache-Lizenz, Version 2.0. Erstellt mit Qt, VTK, ITK, DCMTK, FFmpeg und PyTorch.</translation>
    </message>
    <message>
        <source>Fleming Viewer</source>
        <translation>Fleming Viewer</translation>
    </message>
    <message>
        <source>The evidence was cleared.</source>
        <translation>Die Belege wurden geleert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Your evidence was kept, so the sample&apos;s question was not entered: it would be asked about other images.</source>
        <translation>Ihre Belege wurden beibehalten; daher wurde die Frage des Beispiels nicht eingetragen: Sie würde zu anderen Bildern gestellt.</translation>
    </message>
    <message>
        <source>Clear evidence and use the sample</source>
        <translation>Belege leeren und Beispiel verwenden</translation>
    </message>
    <message>
        <source>Report saved to %1.</source>
        <translation>Bericht gespeichert unter %1.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>This is a new session. Your last session was %1.</source>
        <translation>Dies ist eine neue Sitzung. Ihre letzte Sitzung war %1.</translation>
    </message>
    <message>
        <source>Reopen last session</source>
        <translation>Letzte Sitzung öffnen</translation>
    </message>
    <message>
        <source>%1 (read-only) – Fleming Viewer</source>
        <translation>%1 (schreibgeschützt) – Fleming Viewer</translation>
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
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>There is no sample named &quot;%1&quot;.</source>
        <translation>Es gibt kein Beispiel mit dem Namen „%1“.</translation>
    </message>
    <message>
        <source>Open session</source>
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
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
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
        <source>Only files and folders on this computer can be opened.</source>
        <translation>Nur Dateien und Ordner auf diesem Computer können geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
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
            <numerusform>Details (%n Meldung)</numerusform>
            <numerusform>Details (%n Meldungen)</numerusform>
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
        <translation>Modell auswählen</translation>
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
        <source>auto uses a CUDA device if there is one, otherwise the CPU</source>
        <translation>auto verwendet ein CUDA-Gerät, falls vorhanden, sonst die CPU</translation>
    </message>
    <message>
        <source>Not quantized</source>
        <translation>Nicht quantisiert</translation>
    </message>
    <message>
        <source>int8: half the memory of bfloat16</source>
        <translation>int8: halb so viel Speicher wie bfloat16</translation>
    </message>
    <message>
        <source>int4: a third of the memory of bfloat16, slightly less accurate</source>
        <translation>int4: ein Drittel des Speichers von bfloat16, etwas weniger genau</translation>
    </message>
    <message>
        <source>Quantize the language model&apos;s weights: less memory, faster answers</source>
        <translation>Gewichte des Sprachmodells quantisieren: weniger Speicher, schnellere Antworten</translation>
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
        <source>&amp;Weights:</source>
        <translation>Ge&amp;wichte:</translation>
    </message>
    <message>
        <source>Choose checkpoint folder</source>
        <translation>Checkpoint-Ordner auswählen</translation>
    </message>
    <message>
        <source>Choose the folder of a Fleming-VL or InternVL3 checkpoint. It contains config.json, the *.safetensors files and the tokenizer files.</source>
        <translation>Wählen Sie den Ordner eines Fleming-VL- oder InternVL3-Checkpoints aus. Er enthält config.json, die *.safetensors-Dateien und die Tokenizer-Dateien.</translation>
    </message>
    <message>
        <source>Checking the folder…</source>
        <translation>Der Ordner wird geprüft…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Checkpoint size: %1; runs in %2 on %3.</source>
        <translation>Checkpoint-Größe: %1; Berechnung in %2 auf %3.</translation>
    </message>
    <message>
        <source>Images: %1 × %1 pixels, %2 tokens each. Context length: %3 tokens.</source>
        <translation>Bilder: %1 × %1 Pixel, je %2 Tokens. Kontextlänge: %3 Tokens.</translation>
    </message>
    <message>
        <source>Requires about %1 of memory; %2 is free.</source>
        <translation>Benötigt etwa %1 Speicher; %2 sind frei.</translation>
    </message>
    <message>
        <source>Requires about %1 of memory, but only %2 is free. Close other programs, or choose fewer bits per weight or a smaller model.</source>
        <translation>Benötigt etwa %1 Speicher, aber nur %2 sind frei. Schließen Sie andere Programme, oder wählen Sie weniger Bits pro Gewicht oder ein kleineres Modell.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::NotesModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
        <translation>Bereich „&amp;Serien“</translation>
    </message>
    <message>
        <source>Ev&amp;idence panel</source>
        <translation>Bereich „Bele&amp;ge“</translation>
    </message>
    <message>
        <source>&amp;Conversation panel</source>
        <translation>Bereich „Ges&amp;präch“</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReasoningBlock</name>
    <message>
        <source>Show or hide the reasoning</source>
        <translation>Gedankengang anzeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Gedankengang</translation>
    </message>
    <message>
        <source>Reasoning…</source>
        <translation>Denkt nach…</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReviewBar</name>
    <message>
        <source>no name</source>
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
        <translation>Ihre Bewertung:</translation>
    </message>
    <message>
        <source>Comment (optional)</source>
        <translation>Kommentar (optional)</translation>
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
        <translation>Name der bewertenden Person</translation>
    </message>
    <message>
        <source>Save comment</source>
        <translation>Kommentar speichern</translation>
    </message>
    <message>
        <source>This session is read-only: verdicts cannot be saved.</source>
        <translation>Diese Sitzung ist schreibgeschützt: Bewertungen können nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Previously: %1</source>
        <translation>Zuvor: %1</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>Wie System</translation>
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
        <source> pt</source>
        <comment>suffix of a font size in points</comment>
        <translation> pt</translation>
    </message>
    <message>
        <source>Takes effect after a restart</source>
        <translation>Wird nach einem Neustart wirksam</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>&amp;Erscheinungsbild:</translation>
    </message>
    <message>
        <source>&amp;Font size:</source>
        <translation>Schrift&amp;größe:</translation>
    </message>
    <message>
        <source>&amp;Language (after a restart):</source>
        <translation>&amp;Sprache (nach einem Neustart):</translation>
    </message>
    <message>
        <source>&amp;Reviewer&apos;s name:</source>
        <translation>&amp;Name (für Bewertungen):</translation>
    </message>
    <message>
        <source>&amp;Include full file paths in reports</source>
        <translation>Vollständige Dateip&amp;fade in Berichten</translation>
    </message>
    <message>
        <source>Folder names can contain patient names; if this is off, reports contain only file names</source>
        <translation>Ordnernamen können Patientennamen enthalten; ist dies ausgeschaltet, nennen Berichte nur die Dateinamen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>0 (greedy decoding)</source>
        <translation>0 (greedy)</translation>
    </message>
    <message>
        <source>0 (all)</source>
        <translation>0 (alle)</translation>
    </message>
    <message>
        <source>Ask the model to reason before it answers</source>
        <translation>Das Modell vor der Antwort nachdenken lassen</translation>
    </message>
    <message>
        <source>Leave empty to use Fleming-VL&apos;s default</source>
        <translation>Leer lassen für die Vorgabe von Fleming-VL</translation>
    </message>
    <message>
        <source>&amp;Maximum new tokens:</source>
        <translation>&amp;Maximale Zahl neuer Tokens:</translation>
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
        <translation>Start&amp;wert:</translation>
    </message>
    <message>
        <source>&amp;System prompt:</source>
        <translation>S&amp;ystem-Prompt:</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SlicePage</name>
    <message>
        <source>Slice view</source>
        <translation>Schichtansicht</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Displayed plane</source>
        <translation>Angezeigte Ebene</translation>
    </message>
    <message>
        <source>&amp;Window/Level</source>
        <translation>&amp;Fensterung</translation>
    </message>
    <message>
        <source>Window/level presets; you can also drag in the image to adjust window/level</source>
        <translation>Voreinstellungen der Fensterung; Ziehen im Bild ändert sie ebenfalls</translation>
    </message>
    <message>
        <source>Fit the image to the view and reset window/level</source>
        <translation>Bild einpassen und Fensterung zurücksetzen</translation>
    </message>
    <message>
        <source>Fit to window</source>
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
        <source>Auto window per slice</source>
        <translation>Automatisch je Schicht</translation>
    </message>
    <message>
        <source>Reset window/level and fit</source>
        <translation>Fensterung zurücksetzen und einpassen</translation>
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
        <translation>Öffnen Sie eine Aufnahme</translation>
    </message>
    <message>
        <source>Drop files or a folder anywhere in this window, or open them here.</source>
        <translation>Legen Sie Dateien oder einen Ordner irgendwo in diesem Fenster ab, oder öffnen Sie sie hier.</translation>
    </message>
    <message>
        <source>DICOM, NIfTI, NRRD, MetaImage, NumPy arrays, PNG, JPEG, TIFF, BMP and videos</source>
        <translation>DICOM, NIfTI, NRRD, MetaImage, NumPy-Arrays, PNG, JPEG, TIFF, BMP und Videos</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Then pick slices as evidence below, and ask a question on the right.</source>
        <translation>Wählen Sie dann unten Schichten als Belege aus, und stellen Sie rechts eine Frage.</translation>
    </message>
    <message>
        <source>Or try a sample. The samples are drawn, not real scans, and come with a question.</source>
        <translation>Oder probieren Sie ein Beispiel aus. Die Beispiele sind gezeichnet, keine echten Aufnahmen, und bringen eine Frage mit.</translation>
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
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open series</source>
        <translation>Geöffnete Serien</translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation>Öffnen abbrechen</translation>
    </message>
    <message>
        <source>Notes and skipped files</source>
        <translation>Hinweise und übersprungene Dateien</translation>
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
        <translation>Hinweise (%1), übersprungene Dateien (%2)</translation>
    </message>
    <message>
        <source>Skipped files (%1)</source>
        <translation>Übersprungene Dateien (%1)</translation>
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
        <source>Display mode</source>
        <translation>Darstellung</translation>
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
        <source>Fit the volume to the view, seen from the front, and reset window/level</source>
        <translation>Volumen von vorn einpassen und Fensterung zurücksetzen</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Window/level of the projection</source>
        <translation>Fensterung der Projektion</translation>
    </message>
    <message>
        <source>Window/level presets for the MIP; you can also Ctrl+drag in the image to adjust window/level</source>
        <translation>Voreinstellungen der Fensterung für die MIP; Strg+Ziehen im Bild ändert sie ebenfalls</translation>
    </message>
    <message>
        <source>Default window/level</source>
        <translation>Vorgegebene Fensterung</translation>
    </message>
    <message>
        <source>Window/Level</source>
        <translation>Fensterung</translation>
    </message>
    <message>
        <source>Loading %1 of %2 slices</source>
        <translation>%1 von %2 Schichten geladen</translation>
    </message>
    <message>
        <source>Volume view</source>
        <translation>Volumenansicht</translation>
    </message>
</context>
<context>
    <name>fleming::ui::WaitingQuestions</name>
    <message>
        <source>Queued questions</source>
        <translation>Eingereihte Fragen</translation>
    </message>
    <message>
        <source>These questions will be asked one after the other, about the images picked at that time.
Drag to reorder, press Delete to remove, or double-click to edit.</source>
        <translation>Diese Fragen werden nacheinander gestellt, zu den dann ausgewählten Bildern.
Ziehen ändert die Reihenfolge, Entf entfernt eine Frage, ein Doppelklick öffnet sie zum Bearbeiten.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>fleming::viewer::ClipScreen</name>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
</context>
<context>
    <name>fleming::viewer::ClipSlider</name>
    <message>
        <source>Position in the clip</source>
        <translation>Position im Clip</translation>
    </message>
</context>
<context>
    <name>fleming::viewer::ClipView</name>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Vorheriges Bild</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Set the in point</source>
        <translation>In-Punkt setzen</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Set the out point</source>
        <translation>Out-Punkt setzen</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>Clear the in and out points</source>
        <translation>In- und Out-Punkt löschen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Previous frame (Left)</source>
        <translation>Vorheriges Bild (Links)</translation>
    </message>
    <message>
        <source>Next frame (Right)</source>
        <translation>Nächstes Bild (Rechts)</translation>
    </message>
    <message>
        <source>Start the range at this frame (I)</source>
        <translation>Bereich mit diesem Bild beginnen (I)</translation>
    </message>
    <message>
        <source>End the range at this frame (O)</source>
        <translation>Bereich mit diesem Bild beenden (O)</translation>
    </message>
    <message>
        <source>Reset the range to the whole clip</source>
        <translation>Bereich auf den ganzen Clip zurücksetzen</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Leertaste)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>%1 / %2   Frame %3 of %4</source>
        <translation>%1 / %2   Bild %3 von %4</translation>
    </message>
</context>
<context>
    <name>fleming::viewer::SliceView</name>
    <message>
        <source>Some slices of this series could not be read, so this plane has gaps.</source>
        <translation>Einige Schichten dieser Serie konnten nicht gelesen werden; diese Ebene hat daher Lücken.</translation>
    </message>
    <message>
        <source>This slice could not be read; its pixels are not shown.</source>
        <translation>Diese Schicht konnte nicht gelesen werden; ihre Pixel werden nicht angezeigt.</translation>
    </message>
    <message>
        <source>Slice view</source>
        <translation>Schichtansicht</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
</context>
<context>
    <name>fleming::viewer::VolumeRenderer</name>
    <message>
        <source>There is not enough memory to show this volume. Close other series or programs.</source>
        <translation>Der Speicher reicht nicht aus, um dieses Volumen anzuzeigen. Schließen Sie andere Serien oder Programme.</translation>
    </message>
</context>
<context>
    <name>fleming::viewer::VolumeView</name>
    <message>
        <source>A single slice cannot be shown as a volume.</source>
        <translation>Eine einzelne Schicht kann nicht als Volumen angezeigt werden.</translation>
    </message>
    <message>
        <source>The volume is still loading.</source>
        <translation>Das Volumen wird noch geladen.</translation>
    </message>
    <message>
        <source>Preparing the volume…</source>
        <translation>Das Volumen wird vorbereitet…</translation>
    </message>
    <message>
        <source>C %1  W %2</source>
        <translation>C %1  W %2</translation>
    </message>
    <message>
        <source>Volume view</source>
        <translation>Volumenansicht</translation>
    </message>
</context>
</TS>
