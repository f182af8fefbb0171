<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ClearButton</name>
    <message>
        <source>Clear the text</source>
        <translation>Text löschen</translation>
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
        <source>Skipped: %1: %2</source>
        <translation>Übersprungen: %1: %2</translation>
    </message>
    <message>
        <source>[PATH...] [options]</source>
        <translation>[PATH...] [Optionen]</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>die Version ausgeben</translation>
    </message>
    <message>
        <source>load this checkpoint folder; default: FLEMING_MODEL, then the last used model, then the demo model</source>
        <translation>diesen Checkpoint-Ordner laden; sonst FLEMING_MODEL, dann das zuletzt benutzte Modell, dann das Demo-Modell</translation>
    </message>
    <message>
        <source>store questions and answers in this session file; it is created if it does not exist</source>
        <translation>Fragen und Antworten in dieser Sitzungsdatei speichern; fehlt sie, wird sie angelegt</translation>
    </message>
    <message>
        <source>enter this question in the question box, ready to be asked</source>
        <translation>diese Frage in das Fragefeld eintragen; sie muss nur noch abgeschickt werden</translation>
    </message>
    <message>
        <source>open this sample (%1), add evidence from it and enter a question, ready to be asked</source>
        <translation>dieses Beispiel (%1) öffnen, Belege daraus hinzufügen und eine Frage eintragen; sie muss nur noch abgeschickt werden</translation>
    </message>
    <message>
        <source>run the main workflow unattended: open files (by default the sample chest CT), add evidence, ask, wait for the answer, and save screenshots, report and session in this folder</source>
        <translation>den Hauptablauf ohne Bedienung ausführen: Dateien öffnen (ohne Angabe das Beispiel-Thorax-CT), Belege hinzufügen, fragen, auf die Antwort warten und Bildschirmfotos, Bericht und Sitzung in diesem Ordner speichern</translation>
    </message>
    <message>
        <source>%1 See &quot;%2 --help&quot;.</source>
        <translation>%1 Siehe „%2 --help“.</translation>
    </message>
    <message>
        <source>usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>PATH... -q TEXT [selection] [options]</source>
        <translation>PATH... -q TEXT [Auswahl] [Optionen]</translation>
    </message>
    <message>
        <source>ask the model a question</source>
        <translation>dem Modell eine Frage stellen</translation>
    </message>
    <message>
        <source>Asks the model about the frames of PATH and streams the answer. Without a PATH, only the question is sent. Ctrl-C stops the answer; the text so far is kept.</source>
        <translation>Befragt das Modell zu den Bildern von PATH und gibt die Antwort fortlaufend aus. Ohne PATH wird nur die Frage gestellt. Strg+C bricht die Antwort ab; der bisherige Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>the question</source>
        <translation>die Frage</translation>
    </message>
    <message>
        <source>a follow-up question in the same conversation; can be repeated</source>
        <translation>eine Folgefrage im selben Gespräch; mehrfach möglich</translation>
    </message>
    <message>
        <source>print one JSON object per turn, one per line: text, reasoning, answer, finish (stop, length or cancelled), prompt_tokens, image_tokens, tokens, evidence, timing, model</source>
        <translation>ein JSON-Objekt je Frage ausgeben, eines pro Zeile: text, reasoning, answer, finish (stop, length oder cancelled), prompt_tokens, image_tokens, tokens, evidence, timing, model</translation>
    </message>
    <message>
        <source>save questions, frames and answers in this session file, which the viewer can open</source>
        <translation>Fragen, Bilder und Antworten in dieser Sitzungsdatei speichern; der Viewer kann sie öffnen</translation>
    </message>
    <message>
        <source>write a PDF report</source>
        <translation>einen PDF-Bericht schreiben</translation>
    </message>
    <message>
        <source>[--model DIR | --shape 1b|8b|38b] [options]</source>
        <translation>[--model DIR | --shape 1b|8b|38b] [Optionen]</translation>
    </message>
    <message>
        <source>measure the speed of the engine on this machine against the hardware limits</source>
        <translation>die Geschwindigkeit auf diesem Rechner messen und mit den Grenzen der Hardware vergleichen</translation>
    </message>
    <message>
        <source>Measures the memory bandwidth and the matrix multiplication speed of this machine, then each phase of a question: loading the model, the vision tower, the prompt (prefill) and the answer (decode), as time, rate and share of the limit.</source>
        <translation>Misst Speicherbandbreite und Matrixmultiplikation dieses Rechners, dann jede Phase einer Frage: das Laden des Modells, den Vision-Encoder, den Prompt (Prefill) und die Antwort (Decode), jeweils als Zeit, Rate und Anteil an der Grenze.</translation>
    </message>
    <message>
        <source>a checkpoint folder</source>
        <translation>Checkpoint-Ordner</translation>
    </message>
    <message>
        <source>random weights in the sizes of InternVL3-1B, -8B or -38B, without a checkpoint</source>
        <translation>Zufallsgewichte in den Größen von InternVL3-1B, -8B oder -38B, ohne Checkpoint</translation>
    </message>
    <message>
        <source>number of CPU threads</source>
        <translation>Zahl der CPU-Threads</translation>
    </message>
    <message>
        <source>one per core</source>
        <translation>einer je Kern</translation>
    </message>
    <message>
        <source>number of images in the question</source>
        <translation>Zahl der Bilder in der Frage</translation>
    </message>
    <message>
        <source>number of tokens in the answer</source>
        <translation>Zahl der Tokens in der Antwort</translation>
    </message>
    <message>
        <source>--questions FILE.jsonl [options]</source>
        <translation>--questions FILE.jsonl [Optionen]</translation>
    </message>
    <message>
        <source>ask a file of questions with known answers and report the accuracy</source>
        <translation>Fragen mit bekannten Antworten aus einer Datei stellen und die Trefferquote ausgeben</translation>
    </message>
    <message>
        <source>Asks the questions in FILE, each in its own conversation, and prints the accuracy for each kind of question and overall, with the 95 % interval (Wilson), and the wrong answers. Ctrl-C stops; run the same command again to continue. A question whose files cannot be read counts as wrong.</source>
        <translation>Stellt die Fragen in FILE, jede in einem eigenen Gespräch, und gibt die Trefferquote je Art und insgesamt mit dem 95-%-Konfidenzintervall (Wilson) sowie die falschen Antworten aus. Strg+C bricht ab; derselbe Befehl setzt fort. Eine Frage, deren Dateien nicht gelesen werden können, zählt als falsch.</translation>
    </message>
    <message>
        <source>the questions, see below</source>
        <translation>die Fragen, siehe unten</translation>
    </message>
    <message>
        <source>save all answers in this file, one JSON object per line, and continue from those already in it</source>
        <translation>alle Antworten in dieser Datei speichern, ein JSON-Objekt je Zeile, und mit den dort schon vorhandenen fortfahren</translation>
    </message>
    <message>
        <source>number of questions answered in parallel, as memory allows; the answers are the same, but faster</source>
        <translation>Zahl der Fragen, die gleichzeitig beantwortet werden, soweit der Speicher reicht; die Antworten bleiben gleich, kommen aber schneller</translation>
    </message>
    <message>
        <source>print one JSON object: n, accuracy, low, high, kinds, wrong, without_answer, failed, and cites if any question has it</source>
        <translation>ein JSON-Objekt ausgeben: n, accuracy, low, high, kinds, wrong, without_answer, failed, und cites, falls eine Frage es enthält</translation>
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
        <source>write a session as a report or as data</source>
        <translation>eine Sitzung als Bericht oder als Daten ausgeben</translation>
    </message>
    <message>
        <source>Writes a session file in another format.</source>
        <translation>Schreibt eine Sitzungsdatei in einem anderen Format.</translation>
    </message>
    <message>
        <source>formats:</source>
        <translation>Formate:</translation>
    </message>
    <message>
        <source>Exporting the session</source>
        <translation>Sitzung wird exportiert</translation>
    </message>
    <message>
        <source>PATH [selection] -o DIR</source>
        <translation>PATH [Auswahl] -o DIR</translation>
    </message>
    <message>
        <source>save the images that a question would use as PNG files</source>
        <translation>die Bilder, zu denen gefragt würde, als PNG-Dateien speichern</translation>
    </message>
    <message>
        <source>Saves the frames that a question would use, before they are resized, as DIR/Image-1.png, Image-2.png and so on, and their provenance as DIR/frames.json. Existing files with these names are overwritten.</source>
        <translation>Speichert die Bilder, zu denen gefragt würde, vor der Größenänderung als DIR/Image-1.png, Image-2.png und so weiter und ihre Herkunft als DIR/frames.json. Vorhandene Dateien mit diesen Namen werden überschrieben.</translation>
    </message>
    <message>
        <source>the folder; it is created if it does not exist</source>
        <translation>der Ordner; fehlt er, wird er angelegt</translation>
    </message>
    <message>
        <source>PATH... [--json]</source>
        <translation>PATH... [--json]</translation>
    </message>
    <message>
        <source>list the contents: series, type, size, spacing, orientation, frames</source>
        <translation>Inhalt auflisten: Serien, Typ, Größe, Abstand, Orientierung, Bilder</translation>
    </message>
    <message>
        <source>Lists the contents of files and folders: series with their number, type, size, spacing, orientation and frames, and the files that were skipped, with the reason.</source>
        <translation>Listet den Inhalt von Dateien und Ordnern auf: Serien mit Nummer, Typ, Größe, Abstand, Orientierung und Bildern sowie die übersprungenen Dateien mit dem jeweiligen Grund.</translation>
    </message>
    <message>
        <source>print the same as one JSON object: &quot;series&quot;, &quot;skipped&quot;</source>
        <translation>dasselbe als ein JSON-Objekt ausgeben: &quot;series&quot;, &quot;skipped&quot;</translation>
    </message>
    <message>
        <source>PATH [selection] -o FILE.npy</source>
        <translation>PATH [Auswahl] -o FILE.npy</translation>
    </message>
    <message>
        <source>save the values that enter the model&apos;s vision tower</source>
        <translation>die Werte speichern, die in den Vision-Encoder des Modells gehen</translation>
    </message>
    <message>
        <source>Saves the input of the vision tower: a float32 NPY array of shape (frames, 3, 448, 448), resized and normalized as in Fleming-VL.</source>
        <translation>Speichert die Eingabe des Vision-Encoders: ein NPY-Array aus float32 der Form (Bilder, 3, 448, 448), skaliert und normalisiert wie bei Fleming-VL.</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>[--model DIR] TEXT|- [--json]</source>
        <translation>[--model DIR] TEXT|- [--json]</translation>
    </message>
    <message>
        <source>print the token ids of a text</source>
        <translation>die Token-IDs eines Textes ausgeben</translation>
    </message>
    <message>
        <source>Prints the token ids of TEXT, or of standard input if TEXT is -, as the model receives them in a question. Names of control tokens in the text are treated as ordinary text. Put -- before a TEXT that begins with a dash.</source>
        <translation>Gibt die Token-IDs von TEXT aus (mit - die der Standardeingabe), so wie das Modell sie in einer Frage erhält. Namen von Steuertokens im Text gelten als gewöhnlicher Text. Setzen Sie -- vor einen TEXT, der mit einem Bindestrich beginnt.</translation>
    </message>
    <message>
        <source>the checkpoint whose tokenizer is used; default: FLEMING_MODEL, then the demo model</source>
        <translation>der Checkpoint, dessen Tokenizer verwendet wird; sonst FLEMING_MODEL, dann das Demo-Modell</translation>
    </message>
    <message>
        <source>print a JSON array</source>
        <translation>ein JSON-Array ausgeben</translation>
    </message>
    <message>
        <source>fleming: browse scans and ask Fleming-VL about them. For research use only, not for diagnosis.

usage: fleming COMMAND ...

</source>
        <translation>fleming: Aufnahmen ansehen und Fleming-VL dazu befragen. Nur für Forschungszwecke, nicht für die Diagnose.

Aufruf: fleming BEFEHL ...

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
„fleming BEFEHL --help“ beschreibt einen Befehl genauer. „fleming --version“ gibt die Version aus.
Ein PATH ist eine Datei oder ein Ordner: DICOM (auch DICOMDIR), %1. Dateitypen werden am Inhalt erkannt, nicht am Namen.

Beispiele:
  fleming info ~/scans
  fleming ask ~/scans/ct -q &quot;Is there a pleural effusion?&quot; --window lung --count 11
  fleming ask clip.mp4 -q &quot;What is shown?&quot; --clip 2:8 --turn &quot;Which frame shows it best?&quot;

Rückgabewerte: 0 Erfolg, 1 Fehler (der Grund steht in der Standardfehlerausgabe), 2 falsche Argumente</translation>
    </message>
    <message>
        <source>frame selection (default: 11 slices of a volume, one frame per second of a clip, or the image itself):</source>
        <translation>Bildauswahl (Voreinstellung: 11 Schichten eines Volumens, ein Bild je Sekunde eines Clips oder das Bild selbst):</translation>
    </message>
    <message>
        <source>these series, as numbered by &quot;fleming info&quot;; default: the only series, or series 0 (if every PATH names a single image, all of them are used)</source>
        <translation>diese Serien, nummeriert wie bei „fleming info“; sonst die einzige Serie oder Serie 0 (nennt jeder PATH ein einzelnes Bild, werden alle verwendet)</translation>
    </message>
    <message>
        <source>axial, coronal or sagittal; default: the acquired plane of the volume</source>
        <translation>axial, coronal oder sagittal; sonst die Aufnahmeebene des Volumens</translation>
    </message>
    <message>
        <source>K evenly spaced frames</source>
        <translation>K Bilder in gleichen Abständen</translation>
    </message>
    <message>
        <source>these slices or frames, numbered from 0</source>
        <translation>diese Schichten oder Bilder, von 0 an nummeriert</translation>
    </message>
    <message>
        <source>the frames of a clip at these times, in seconds</source>
        <translation>die Bilder eines Clips zu diesen Zeitpunkten, in Sekunden</translation>
    </message>
    <message>
        <source>one frame of a clip per interval of this length</source>
        <translation>ein Bild eines Clips je Zeitabstand dieser Länge</translation>
    </message>
    <message>
        <source>only this part of a clip, in seconds</source>
        <translation>nur dieser Teil eines Clips, in Sekunden</translation>
    </message>
    <message>
        <source>window/level (default: the window stored in the file; NPY: minimum to maximum of each slice):</source>
        <translation>Fensterung (Voreinstellung: das Fenster der Datei; NPY: Minimum bis Maximum jeder Schicht):</translation>
    </message>
    <message>
        <source>window centre and width, such as 40,400; or the name of a window stored in the file or, for CT, of a preset: brain, subdural, stroke, bone, soft-tissue, lung, mediastinum, abdomen, liver</source>
        <translation>Zentrum und Breite des Fensters, etwa 40,400; oder der Name eines Fensters aus der Datei oder bei CT einer Voreinstellung: brain, subdural, stroke, bone, soft-tissue, lung, mediastinum, abdomen, liver</translation>
    </message>
    <message>
        <source>minimum to maximum of each slice</source>
        <translation>Minimum bis Maximum jeder Schicht</translation>
    </message>
    <message>
        <source>invert the grey values</source>
        <translation>Grauwerte invertieren</translation>
    </message>
    <message>
        <source>auto, cpu, cuda, cuda:N, or a list to split the layers over: cuda:0,cpu</source>
        <translation>auto, cpu, cuda, cuda:N oder eine Liste, auf die die Schichten des Modells verteilt werden: cuda:0,cpu</translation>
    </message>
    <message>
        <source>auto, float32, bfloat16 or, on CUDA, float16</source>
        <translation>auto, float32, bfloat16 oder, auf CUDA, float16</translation>
    </message>
    <message>
        <source>quantization of the language model&apos;s weights: none, int8 or int4</source>
        <translation>Quantisierung der Gewichte des Sprachmodells: none, int8 oder int4</translation>
    </message>
    <message>
        <source>a checkpoint folder; default: FLEMING_MODEL, then the demo model</source>
        <translation>Checkpoint-Ordner; sonst FLEMING_MODEL, dann das Demo-Modell</translation>
    </message>
    <message>
        <source>maximum number of new tokens</source>
        <translation>maximale Zahl neuer Tokens</translation>
    </message>
    <message>
        <source>0 is greedy decoding; above 0, tokens are sampled</source>
        <translation>0: greedy; über 0 werden die Tokens zufällig gezogen</translation>
    </message>
    <message>
        <source>sample from the most likely tokens whose probabilities add up to X</source>
        <translation>aus den wahrscheinlichsten Tokens ziehen, deren Wahrscheinlichkeiten zusammen X ergeben</translation>
    </message>
    <message>
        <source>sample from the N most likely tokens; 0: from all</source>
        <translation>aus den N wahrscheinlichsten Tokens ziehen; 0: aus allen</translation>
    </message>
    <message>
        <source>seed for sampling; the same seed gives the same tokens</source>
        <translation>Startwert der Ziehung; gleicher Startwert, gleiche Tokens</translation>
    </message>
    <message>
        <source>system prompt that replaces Fleming-VL&apos;s default</source>
        <translation>System-Prompt anstelle der Vorgabe von Fleming-VL</translation>
    </message>
    <message>
        <source>do not ask for &lt;think&gt; and &lt;answer&gt;</source>
        <translation>nicht nach &lt;think&gt; und &lt;answer&gt; fragen</translation>
    </message>
    <message>
        <source>SESSION [--head HASH] [--witness FILE] [--json]</source>
        <translation>SITZUNG [--head HASH] [--witness DATEI] [--json]</translation>
    </message>
    <message>
        <source>check that nothing in a session was changed</source>
        <translation>prüft, dass in einer Sitzung nichts geändert wurde</translation>
    </message>
    <message>
        <source>Checks the log of a session file and everything that it records: questions, evidence, tokens, answers, reviews and exports. Exit code 0: the record is complete; 1: it is not, and the faults are printed. The file alone cannot show that its last events were cut off: for that, the log is compared with the witness file, to which each export appends the head of the log.</source>
        <translation>Prüft das Protokoll einer Sitzungsdatei und alles, was es verzeichnet: Fragen, Bilder, Token, Antworten, Beurteilungen und Exporte. Rückgabewert 0: Die Aufzeichnung ist vollständig; 1: Sie ist es nicht, und die Fehler werden ausgegeben. Die Datei allein kann nicht zeigen, dass ihre letzten Ereignisse abgeschnitten wurden: Dazu wird das Protokoll mit der Zeugendatei verglichen, an die jeder Export den Kopf des Protokolls anhängt.</translation>
    </message>
    <message>
        <source>check only up to the event with this SHA-256, as an export has printed it</source>
        <translation>nur bis zu dem Ereignis mit diesem SHA-256 prüfen, den ein Export angegeben hat</translation>
    </message>
    <message>
        <source>print a JSON object</source>
        <translation>ein JSON-Objekt ausgeben</translation>
    </message>
    <message>
        <source>The record is complete up to event %1 of %2, written at %3 (%4).</source>
        <translation>Die Aufzeichnung ist bis Ereignis %1 von %2 vollständig, geschrieben am %3 (%4).</translation>
    </message>
    <message>
        <source>No event has a witness: the file alone cannot show whether later events were cut off.</source>
        <translation>Kein Ereignis hat einen Zeugen: Die Datei allein kann nicht zeigen, ob spätere Ereignisse abgeschnitten wurden.</translation>
    </message>
    <message>
        <source>A witness saw event %1 at %2. Later events have no witness.</source>
        <translation>Ein Zeuge hat Ereignis %1 am %2 gesehen. Spätere Ereignisse haben keinen Zeugen.</translation>
    </message>
    <message>
        <source>Checking the session</source>
        <translation>Die Sitzung wird geprüft</translation>
    </message>
    <message>
        <source>the witness file of the log&apos;s heads; default: the one in the settings</source>
        <translation>die Zeugendatei mit den Köpfen des Protokolls; Vorgabe: die in den Einstellungen</translation>
    </message>
    <message>
        <source>only these questions, such as 1,3-5; default: all</source>
        <translation>nur diese Fragen, etwa 1,3-5; Vorgabe: alle</translation>
    </message>
    <message>
        <source>only questions with a review</source>
        <translation>nur Fragen mit einer Beurteilung</translation>
    </message>
    <message>
        <source>The slab combines no slices because it is too thin: the frames are the slices themselves. Slices are combined from --slab %1 on.</source>
        <translation>Der Block ist zu dünn und fasst keine Schichten zusammen: Die Bilder sind die Schichten selbst. Ab --slab %1 werden Schichten zusammengefasst.</translation>
    </message>
    <message>
        <source>[QUERY] [options]</source>
        <translation>[QUERY] [Optionen]</translation>
    </message>
    <message>
        <source>list the sessions and search in them</source>
        <translation>die Sitzungen auflisten und durchsuchen</translation>
    </message>
    <message>
        <source>Searches in the questions, answers, reviews, tags, models, series and titles of the sessions in the program&apos;s data folder and of those that were opened recently. A question or its answer must contain all words of QUERY; the last word may be incomplete. Without QUERY, lists the sessions.</source>
        <translation>Durchsucht Fragen, Antworten, Bewertungen, Schlagwörter, Modelle, Serien und Titel der Sitzungen im Datenordner des Programms und der zuletzt geöffneten. Eine Frage oder ihre Antwort muss alle Wörter von QUERY enthalten; das letzte Wort darf unvollständig sein. Ohne QUERY werden die Sitzungen aufgelistet.</translation>
    </message>
    <message>
        <source>asked on this day or later, such as 2026-01-31</source>
        <translation>an diesem Tag oder später gefragt, zum Beispiel 2026-01-31</translation>
    </message>
    <message>
        <source>asked on this day or earlier</source>
        <translation>an diesem Tag oder früher gefragt</translation>
    </message>
    <message>
        <source>answered by a model with this in its name</source>
        <translation>von einem Modell beantwortet, dessen Name dies enthält</translation>
    </message>
    <message>
        <source>reviewed by the person with this name or code</source>
        <translation>von der Person mit diesem Namen oder Kürzel bewertet</translation>
    </message>
    <message>
        <source>correct, &quot;partly correct&quot;, wrong or &quot;cannot judge&quot;</source>
        <translation>correct, &quot;partly correct&quot;, wrong oder &quot;cannot judge&quot;</translation>
    </message>
    <message>
        <source>with a review</source>
        <translation>mit einer Bewertung</translation>
    </message>
    <message>
        <source>without a review</source>
        <translation>ohne Bewertung</translation>
    </message>
    <message>
        <source>print at most N results</source>
        <translation>höchstens N Ergebnisse ausgeben</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n Frage</numerusform>
            <numerusform>%n Fragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a review</source>
        <translation>
            <numerusform>%n ohne Bewertung</numerusform>
            <numerusform>%n ohne Bewertung</numerusform>
        </translation>
    </message>
    <message>
        <source>Question %1: %2</source>
        <translation>Frage %1: %2</translation>
    </message>
    <message>
        <source>No session was found.</source>
        <translation>Es wurde keine Sitzung gefunden.</translation>
    </message>
    <message>
        <source>There are more results. Print them with --limit.</source>
        <translation>Es gibt mehr Ergebnisse. Geben Sie sie mit --limit aus.</translation>
    </message>
    <message>
        <source>Reading the sessions</source>
        <translation>Sitzungen werden gelesen</translation>
    </message>
    <message>
        <source>A session was left out. %1</source>
        <translation>Eine Sitzung wurde ausgelassen. %1</translation>
    </message>
    <message>
        <source>report:</source>
        <translation>Bericht:</translation>
    </message>
    <message>
        <source>SESSION --format F -o PATH [options]</source>
        <translation>SESSION --format F -o PATH [Optionen]</translation>
    </message>
    <message>
        <source>the file to write, or the folder for formats of several files; a folder is replaced only if it is empty or an unchanged export</source>
        <translation>die Datei, die geschrieben wird, oder der Ordner bei Formaten aus mehreren Dateien; ein Ordner wird nur ersetzt, wenn er leer oder ein unveränderter Export ist</translation>
    </message>
    <message>
        <source>print what would be exported, and write nothing</source>
        <translation>ausgeben, was exportiert würde, und nichts schreiben</translation>
    </message>
    <message>
        <source>the format; default: by the suffix of PATH</source>
        <translation>das Format; Standard: nach der Endung von PATH</translation>
    </message>
    <message>
        <source>FILE.json -o SESSION</source>
        <translation>FILE.json -o SESSION</translation>
    </message>
    <message>
        <source>make a session from its JSON export</source>
        <translation>aus einem JSON-Export eine Sitzung machen</translation>
    </message>
    <message>
        <source>Makes a session file from JSON that &quot;fleming export --format json --keep-identity --include-paths&quot; has written. The session has the same questions, images, answers and reviews. It begins a new log, which names the head of the exported session.</source>
        <translation>Erstellt eine Sitzungsdatei aus JSON, das „fleming export --format json --keep-identity --include-paths“ geschrieben hat. Die Sitzung hat dieselben Fragen, Bilder, Antworten und Bewertungen. Sie beginnt ein neues Protokoll, das den Kopf der exportierten Sitzung nennt.</translation>
    </message>
    <message>
        <source>the session file to make; no file may have this name</source>
        <translation>die Sitzungsdatei, die erstellt wird; es darf keine Datei dieses Namens geben</translation>
    </message>
    <message>
        <source>SESSION [--exchange N] [--model DIR] [--from-sources] [--json]</source>
        <translation>SITZUNG [--exchange N] [--model ORDNER] [--from-sources] [--json]</translation>
    </message>
    <message>
        <source>generate the answers of a session again and compare them</source>
        <translation>die Antworten einer Sitzung neu erzeugen und vergleichen</translation>
    </message>
    <message>
        <source>Generates the answers of a session again, each from the first question of its conversation: from the stored images, prompt, parameters and seed. With the weights, type, device and kernels of the stored answer, all tokens are the same; otherwise the differences in these conditions are printed. Exit code 0: all answers are identical; 1: some are not. The results are recorded in the session, unless it is read-only.</source>
        <translation>Erzeugt die Antworten einer Sitzung neu, jede ab der ersten Frage ihres Gesprächs: aus den gespeicherten Bildern, dem Prompt, den Parametern und dem Startwert. Mit Gewichten, Typ, Gerät und Rechenkernen der gespeicherten Antwort sind alle Token gleich; andernfalls werden die Unterschiede in diesen Bedingungen ausgegeben. Rückgabewert 0: Alle Antworten sind identisch; 1: einige nicht. Die Ergebnisse werden in der Sitzung festgehalten, sofern sie nicht schreibgeschützt ist.</translation>
    </message>
    <message>
        <source>only the answer to question number N</source>
        <translation>nur die Antwort auf Frage Nummer N</translation>
    </message>
    <message>
        <source>the checkpoint folder; default: the one that gave the answer</source>
        <translation>der Ordner des Checkpoints; Vorgabe: der, der die Antwort gegeben hat</translation>
    </message>
    <message>
        <source>also make the images anew from the original files and compare their pixels with the stored ones</source>
        <translation>auch die Bilder aus den Originaldateien neu erzeugen und ihre Pixel mit den gespeicherten vergleichen</translation>
    </message>
    <message>
        <source>print a JSON object: exchanges with exchange, identical, tokens, same (tokens before the first difference), answer_agrees, difference, conditions; sources with the images that differ</source>
        <translation>ein JSON-Objekt ausgeben: exchanges mit exchange, identical, tokens, same (Token vor dem ersten Unterschied), answer_agrees, difference, conditions; sources mit den Bildern, die abweichen</translation>
    </message>
    <message>
        <source>%1, Image-%2: %3</source>
        <translation>%1, Image-%2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 answers are identical; %3 of %4 tokens and %5 final answers agree.</source>
        <translation>%1 von %2 Antworten sind identisch; %3 von %4 Token und %5 endgültige Antworten stimmen überein.</translation>
    </message>
    <message>
        <source>The session is read-only: no result is recorded.</source>
        <translation>Die Sitzung ist schreibgeschützt: Es wird kein Ergebnis festgehalten.</translation>
    </message>
    <message>
        <source>Making the images anew</source>
        <translation>Bilder werden neu erzeugt</translation>
    </message>
    <message>
        <source>Replaying</source>
        <translation>Antworten werden neu erzeugt</translation>
    </message>
    <message>
        <source>include the paths of the source files and of the model; folder and file names can contain patients&apos; names</source>
        <translation>die Pfade der Quelldateien und des Modells aufnehmen; Ordner- und Dateinamen können Patientennamen enthalten</translation>
    </message>
    <message>
        <source>keep dates and times, series descriptions, UIDs and the names of reviewers; default: nothing that identifies a patient or a reviewer</source>
        <translation>Daten und Zeiten, Serienbeschreibungen, UIDs und die Namen der Bewertenden behalten; Standard: nichts, was Patienten oder Bewertende erkennbar macht</translation>
    </message>
    <message>
        <source>name the reviewers; default: only their codes</source>
        <translation>die Bewertenden nennen; Standard: nur ihre Kürzel</translation>
    </message>
    <message>
        <source>the paper of formats with pages: a4 or letter</source>
        <translation>das Papier von Formaten mit Seiten: a4 oder letter</translation>
    </message>
    <message>
        <source>The session does not record this export. %1</source>
        <comment>why it is read-only</comment>
        <translation>Die Sitzung verzeichnet diesen Export nicht. %1</translation>
    </message>
    <message>
        <source>PATH [--series N] [--slice K] [--find TEXT] [--json]</source>
        <translation>PFAD [--series N] [--slice K] [--find TEXT] [--json]</translation>
    </message>
    <message>
        <source>list the DICOM elements of a file</source>
        <translation>die DICOM-Elemente einer Datei auflisten</translation>
    </message>
    <message>
        <source>Lists the data elements of a DICOM file, with nested sequences and private elements. They can name the patient. The values of the pixels and values of more than 256 KiB are left out.</source>
        <translation>Listet die Datenelemente einer DICOM-Datei auf, mit verschachtelten Sequenzen und privaten Elementen. Sie können den Patienten nennen. Die Werte der Pixel und Werte von mehr als 256 KiB werden ausgelassen.</translation>
    </message>
    <message>
        <source>if PATH has several files: this series, as numbered by &quot;fleming info&quot;; default: the only series, or series 0</source>
        <translation>wenn PFAD mehrere Dateien hat: diese Serie, wie von „fleming info“ nummeriert; Vorgabe: die einzige Serie oder Serie 0</translation>
    </message>
    <message>
        <source>if PATH has several files: the file of this slice, numbered from 0</source>
        <translation>wenn PFAD mehrere Dateien hat: die Datei dieser Schicht, ab 0 nummeriert</translation>
    </message>
    <message>
        <source>only elements with this text in their tag, keyword, value or private creator, and the sequences that hold them</source>
        <translation>nur Elemente mit diesem Text in Tag, Schlüsselwort, Wert oder privatem Ersteller, und die Sequenzen, in denen sie stehen</translation>
    </message>
    <message>
        <source>print a JSON object: &quot;file&quot;, &quot;elements&quot;</source>
        <translation>ein JSON-Objekt ausgeben: &quot;file&quot;, &quot;elements&quot;</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>exchange left and right</source>
        <translation>links und rechts vertauschen</translation>
    </message>
    <message>
        <source>rotate clockwise by 90, 180 or 270 degrees, after mirroring</source>
        <translation>im Uhrzeigersinn um 90, 180 oder 270 Grad drehen, nach dem Spiegeln</translation>
    </message>
    <message>
        <source>colour table: grey, hot-iron, pet, rainbow or viridis</source>
        <translation>Farbtabelle: grey, hot-iron, pet, rainbow oder viridis</translation>
    </message>
    <message>
        <source>take the nearest voxel instead of interpolating</source>
        <translation>das nächste Voxel nehmen, statt zu interpolieren</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a window and its function</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>PATH --origin X,Y,Z --right X,Y,Z --down X,Y,Z --pixel MM --size W,H [options] -o FILE.npy</source>
        <translation>PATH --origin X,Y,Z --right X,Y,Z --down X,Y,Z --pixel MM --size W,H [Optionen] -o FILE.npy</translation>
    </message>
    <message>
        <source>save the values of any plane of a volume</source>
        <translation>die Werte einer beliebigen Ebene eines Volumens speichern</translation>
    </message>
    <message>
        <source>this series, as numbered by &quot;fleming info&quot;; default: the only series, or series 0</source>
        <translation>diese Serie, wie „fleming info“ sie nummeriert; Standard: die einzige Serie oder Serie 0</translation>
    </message>
    <message>
        <source>the centre of the first pixel</source>
        <translation>die Mitte des ersten Pixels</translation>
    </message>
    <message>
        <source>the direction along a row of pixels; its length does not matter</source>
        <translation>die Richtung entlang einer Pixelzeile; ihre Länge spielt keine Rolle</translation>
    </message>
    <message>
        <source>the direction along a column of pixels, perpendicular to the other</source>
        <translation>die Richtung entlang einer Pixelspalte, senkrecht zur anderen</translation>
    </message>
    <message>
        <source>the distance from pixel to pixel</source>
        <translation>der Abstand von Pixel zu Pixel</translation>
    </message>
    <message>
        <source>the number of columns and rows</source>
        <translation>die Anzahl der Spalten und Zeilen</translation>
    </message>
    <message>
        <source>combine samples along the normal of the plane (right x down) in a slab of this thickness around it, in steps of the smallest voxel spacing</source>
        <translation>Proben entlang der Normalen der Ebene (right x down) in einem Block dieser Dicke um sie herum zusammenfassen, in Schritten des kleinsten Voxelabstands</translation>
    </message>
    <message>
        <source>max, mean or min: the value of each pixel among the samples of the slab</source>
        <translation>max, mean oder min: der Wert jedes Pixels aus den Proben des Blocks</translation>
    </message>
    <message>
        <source>Reading slices</source>
        <translation>Lese Schichten</translation>
    </message>
    <message>
        <source>show a slab of this thickness around each slice of a volume, in mm (in voxels if the voxel spacing is unknown), sampled in steps of the smallest voxel spacing</source>
        <translation>einen Block dieser Dicke um jede Schicht eines Volumens zeigen, in mm (in Voxeln, wenn der Voxelabstand unbekannt ist), abgetastet in Schritten des kleinsten Voxelabstands</translation>
    </message>
    <message>
        <source>look of slices, frames and images (default: plain):</source>
        <translation>Aussehen von Schichten, Einzelbildern und Bildern (Standard: schlicht):</translation>
    </message>
    <message>
        <source>PATH [--series N] --roi FILE.json [--json | --csv]</source>
        <translation>PFAD [--series N] --roi DATEI.json [--json | --csv]</translation>
    </message>
    <message>
        <source>measure lengths, angles, areas and pixel values</source>
        <translation>Längen, Winkel, Flächen und Pixelwerte messen</translation>
    </message>
    <message>
        <source>the regions; or markups of 3D Slicer (.mrk.json): lines, angles, closed curves, planes and points</source>
        <translation>die Regionen, oder Markups von 3D Slicer (.mrk.json): Linien, Winkel, geschlossene Kurven, Ebenen und Punkte</translation>
    </message>
    <message>
        <source>of a clip: this frame, numbered from 0</source>
        <translation>bei einem Clip: dieses Bild, von 0 an nummeriert</translation>
    </message>
    <message>
        <source>take the pixel spacing at the detector of a projection image as that in the patient; without it, such an image is measured in pixels</source>
        <translation>den Pixelabstand am Detektor einer Projektionsaufnahme als den im Patienten nehmen; sonst wird eine solche Aufnahme in Pixeln gemessen</translation>
    </message>
    <message>
        <source>print a JSON object, or a list of them for a list: &quot;length_mm&quot;, &quot;length_px&quot;, &quot;angle_deg&quot;, &quot;area_mm2&quot;, &quot;count&quot;, &quot;min&quot;, &quot;max&quot;, &quot;mean&quot;, &quot;sd&quot;, &quot;median&quot;, &quot;sum&quot;, &quot;unit&quot;, &quot;calibration&quot;; those that apply</source>
        <translation>ein JSON-Objekt ausgeben, oder eine Liste davon für eine Liste: &quot;length_mm&quot;, &quot;length_px&quot;, &quot;angle_deg&quot;, &quot;area_mm2&quot;, &quot;count&quot;, &quot;min&quot;, &quot;max&quot;, &quot;mean&quot;, &quot;sd&quot;, &quot;median&quot;, &quot;sum&quot;, &quot;unit&quot;, &quot;calibration&quot;; soweit zutreffend</translation>
    </message>
    <message>
        <source>print the same values as CSV, one line a region</source>
        <translation>dieselben Werte als CSV ausgeben, eine Zeile je Region</translation>
    </message>
    <message>
        <source>spacing in the patient</source>
        <translation>Abstand im Patienten</translation>
    </message>
    <message>
        <source>calibrated by the geometry of the exposure</source>
        <translation>kalibriert durch die Geometrie der Aufnahme</translation>
    </message>
    <message>
        <source>calibrated by an object of known size</source>
        <translation>kalibriert durch ein Objekt bekannter Größe</translation>
    </message>
    <message>
        <source>spacing at the detector, corrected for the estimated magnification</source>
        <translation>Abstand am Detektor, um die geschätzte Vergrößerung korrigiert</translation>
    </message>
    <message>
        <source>spacing at the detector</source>
        <translation>Abstand am Detektor</translation>
    </message>
    <message>
        <source>ultrasound region</source>
        <translation>Ultraschallregion</translation>
    </message>
    <message>
        <source>spacing of the film scanner</source>
        <translation>Abstand des Filmscanners</translation>
    </message>
    <message>
        <source>calibrated by the user</source>
        <translation>vom Benutzer kalibriert</translation>
    </message>
    <message>
        <source>none: pixels only</source>
        <translation>keine: nur Pixel</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Region %1: %2</source>
        <translation>Region %1: %2</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>short length</source>
        <translation>kurze Länge</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>spacing at the detector; --accept-detector measures with it</source>
        <translation>Abstand am Detektor; mit --accept-detector wird damit gemessen</translation>
    </message>
    <message>
        <source>Saves the rescaled values (HU for CT) of any plane: a float32 NPY array of shape (H, W), or (H, W, 3) for colours.
Positions are in mm in the patient: x to the left, y to the back, z to the head. If the file gives no orientation, they are in mm along the axes of the volume, from its first voxel. Values are interpolated linearly between the centres of voxels. Samples more than half a voxel outside the outer centres are NaN; so are samples whose nearest voxel is padding. Slices that are sheared (gantry tilt), shifted or unevenly spaced are resampled to their true positions first.</source>
        <translation>Speichert die umgerechneten Werte (HU bei CT) einer beliebigen Ebene: ein NPY-Array in float32 mit der Form (H, W), bei Farben (H, W, 3).
Positionen sind in mm im Patienten: x nach links, y nach hinten, z zum Kopf. Nennt die Datei keine Orientierung, sind sie in mm entlang der Achsen des Volumens, ab seinem ersten Voxel. Zwischen den Mitten der Voxel wird linear interpoliert. Proben, die mehr als einen halben Voxel außerhalb der äußeren Mitten liegen, sind NaN, ebenso Proben, deren nächster Voxel eine Auffüllung ist. Schichten, die geschert (Gantry-Kippung), verschoben oder ungleichmäßig verteilt sind, werden zuvor an ihren wahren Positionen neu abgetastet.</translation>
    </message>
    <message>
        <source>The slices are sheared or unevenly spaced, so distances in this plane are wrong; --straighten resamples them to their true positions.</source>
        <translation>Die Schichten sind geschert oder ungleichmäßig verteilt; Abstände in dieser Ebene sind daher falsch. --straighten tastet sie an ihren wahren Positionen neu ab.</translation>
    </message>
    <message>
        <source>resample the slices of a volume to their true positions if they are sheared (gantry tilt), shifted or unevenly spaced</source>
        <translation>die Schichten eines Volumens an ihren wahren Positionen neu abtasten, wenn sie geschert (Gantry-Kippung), verschoben oder ungleichmäßig verteilt sind</translation>
    </message>
    <message>
        <source>Measures the region in FILE.json, or each region of a list:
{&quot;shape&quot;: &quot;rectangle&quot;, &quot;plane&quot;: {&quot;origin&quot;: [X,Y,Z], &quot;right&quot;: [X,Y,Z], &quot;down&quot;: [X,Y,Z]}, &quot;points&quot;: [[X,Y], ...]}
The plane is in LPS millimetres of the patient. A series without an orientation has the millimetres of its own axes: columns, rows and slices at the spacing that &quot;fleming info&quot; prints, from the centre of the first pixel; one pixel is 1 if there is no spacing. Points are in the plane, from its origin along right and down.
Shapes: length (2 points), angle (3, the vertex second), cobb (4: two lines), bidirectional (4: two diameters), rectangle and ellipse (2 opposite corners of the box), polygon and freehand (at least 3), probe (1), arrow (2).
A pixel counts if its centre is inside. On a stored slice its own pixels count, on any other plane a grid at the smallest spacing, with the nearest voxels. SD divides by n - 1. Padding is left out. If slices are sheared (gantry tilt), shifted or unevenly spaced, other planes are measured after the slices are resampled to their true positions.</source>
        <translation>Misst die Region in DATEI.json oder jede Region einer Liste:
{&quot;shape&quot;: &quot;rectangle&quot;, &quot;plane&quot;: {&quot;origin&quot;: [X,Y,Z], &quot;right&quot;: [X,Y,Z], &quot;down&quot;: [X,Y,Z]}, &quot;points&quot;: [[X,Y], ...]}
Die Ebene ist in LPS-Millimetern des Patienten angegeben. Eine Serie ohne Orientierung hat die Millimeter ihrer eigenen Achsen: Spalten, Zeilen und Schichten im Abstand, den „fleming info“ ausgibt, von der Mitte des ersten Pixels an; ohne Abstand ist ein Pixel 1. Die Punkte liegen in der Ebene, von ihrem Ursprung aus entlang right und down.
Formen: length (2 Punkte), angle (3, der Scheitel als zweiter), cobb (4: zwei Linien), bidirectional (4: zwei Durchmesser), rectangle und ellipse (2 gegenüberliegende Ecken des Rahmens), polygon und freehand (mindestens 3), probe (1), arrow (2).
Ein Pixel zählt, wenn seine Mitte innerhalb liegt. Auf einer gespeicherten Schicht zählen deren eigene Pixel, auf jeder anderen Ebene ein Raster im kleinsten Abstand mit den nächsten Voxeln. Die SD teilt durch n - 1. Füllwerte werden ausgelassen. Sind Schichten geschert (Gantry-Kippung), verschoben oder ungleichmäßig verteilt, wird auf anderen Ebenen gemessen, nachdem die Schichten an ihren wahren Positionen neu abgetastet wurden.</translation>
    </message>
</context>
<context>
    <name>CommandText</name>
    <message>
        <source>The slices are sheared or unevenly spaced; they are resampled to their true positions.</source>
        <translation>Die Schichten sind geschert oder ungleichmäßig verteilt; sie werden an ihren wahren Positionen neu abgetastet.</translation>
    </message>
</context>
<context>
    <name>ElementText</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
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
        <translation>Die Datei kann nicht geschrieben werden (%1). Wählen Sie einen anderen Ordner, oder geben Sie Speicherplatz frei.</translation>
    </message>
    <message>
        <source>The PDF cannot be created. Free some space and try again.</source>
        <translation>Das PDF kann nicht erstellt werden. Geben Sie Speicherplatz frei und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Only slices of the volume in one of its planes can be used as images.</source>
        <translation>Nur Schichten des Volumens in einer seiner Ebenen können als Bilder verwendet werden.</translation>
    </message>
    <message>
        <source>Some slices of this series could not be read, so a plane across them has gaps. Use the acquired plane, without those slices.</source>
        <translation>Einige Schichten dieser Serie konnten nicht gelesen werden; eine Ebene quer dazu hat daher Lücken. Verwenden Sie die Aufnahmeebene ohne diese Schichten.</translation>
    </message>
    <message>
        <source>The pixels of slice %1 could not be read. Choose other slices.</source>
        <translation>Die Pixel von Schicht %1 konnten nicht gelesen werden. Wählen Sie andere Schichten.</translation>
    </message>
    <message>
        <source>No model was found. Specify the folder of a Fleming-VL checkpoint with --model DIR or in the environment variable FLEMING_MODEL.</source>
        <translation>Es wurde kein Modell gefunden. Geben Sie den Ordner eines Fleming-VL-Checkpoints mit --model DIR oder in der Umgebungsvariablen FLEMING_MODEL an.</translation>
    </message>
    <message>
        <source>No model is loaded. Choose one first.</source>
        <translation>Es ist kein Modell geladen. Wählen Sie zuerst eines.</translation>
    </message>
    <message>
        <source>The model folder cannot be read (%1).</source>
        <translation>Der Modellordner kann nicht gelesen werden (%1).</translation>
    </message>
    <message>
        <source>Event %1 of the session&apos;s log does not follow from the event before it.</source>
        <translation>Ereignis %1 im Protokoll der Sitzung schließt nicht an das vorhergehende Ereignis an.</translation>
    </message>
    <message>
        <source>Event %1 of the session&apos;s log was changed.</source>
        <translation>Ereignis %1 im Protokoll der Sitzung wurde verändert.</translation>
    </message>
    <message>
        <source>Event %1 of the session&apos;s log is missing.</source>
        <translation>Ereignis %1 im Protokoll der Sitzung fehlt.</translation>
    </message>
    <message>
        <source>Event %1 of the session&apos;s log repeats what an earlier event records.</source>
        <translation>Ereignis %1 im Protokoll der Sitzung wiederholt, was ein früheres Ereignis festhält.</translation>
    </message>
    <message>
        <source>Event %1 comes from the log of another session.</source>
        <translation>Ereignis %1 stammt aus dem Protokoll einer anderen Sitzung.</translation>
    </message>
    <message>
        <source>The data that event %1 of the session&apos;s log records were changed.</source>
        <translation>Die Daten, die Ereignis %1 im Protokoll der Sitzung festhält, wurden verändert.</translation>
    </message>
    <message>
        <source>An evidence image that event %1 of the session&apos;s log records was changed.</source>
        <translation>Ein Bild der Belege, das Ereignis %1 im Protokoll der Sitzung festhält, wurde verändert.</translation>
    </message>
    <message>
        <source>Event %1 of the session&apos;s log is of a kind that this version does not know.</source>
        <translation>Ereignis %1 im Protokoll der Sitzung ist von einer Art, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>The table &quot;%1&quot; of the session holds data that no event of its log records.</source>
        <translation>Die Tabelle „%1“ der Sitzung enthält Daten, die kein Ereignis im Protokoll festhält.</translation>
    </message>
    <message>
        <source>A slab can be chosen only for a volume, and this series is not a volume.</source>
        <translation>Ein Slab lässt sich nur für ein Volumen wählen, und diese Serie ist kein Volumen.</translation>
    </message>
    <message>
        <source>There is no such session file.</source>
        <translation>Diese Sitzungsdatei gibt es nicht.</translation>
    </message>
    <message>
        <source>The session cannot be opened because its folder does not exist.</source>
        <translation>Die Sitzung kann nicht geöffnet werden, weil ihr Ordner nicht existiert.</translation>
    </message>
    <message>
        <source>The answer to question number %1 has already ended.</source>
        <translation>Die Antwort auf Frage Nummer %1 ist bereits beendet.</translation>
    </message>
    <message>
        <source>A token in the session is damaged. Open a backup copy of the session.</source>
        <translation>Ein Token in der Sitzung ist beschädigt. Öffnen Sie eine Sicherungskopie der Sitzung.</translation>
    </message>
    <message>
        <source>The session cannot be read. Check the permissions of the file.</source>
        <translation>Die Sitzung kann nicht gelesen werden. Prüfen Sie die Zugriffsrechte der Datei.</translation>
    </message>
    <message>
        <source>The session cannot be written. Check the permissions of the file and its folder, or copy it to another folder.</source>
        <translation>Die Sitzung kann nicht geschrieben werden. Prüfen Sie die Zugriffsrechte der Datei und ihres Ordners, oder kopieren Sie sie in einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The session is damaged. Open a backup copy.</source>
        <translation>Die Sitzung ist beschädigt. Öffnen Sie eine Sicherungskopie.</translation>
    </message>
    <message>
        <source>The session cannot be written because the disk is full. Free some space and try again.</source>
        <translation>Die Sitzung kann nicht geschrieben werden, weil der Datenträger voll ist. Geben Sie Speicherplatz frei und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>An evidence image in the session is damaged. Open a backup copy of the session.</source>
        <translation>Ein Bild der Belege in der Sitzung ist beschädigt. Öffnen Sie eine Sicherungskopie der Sitzung.</translation>
    </message>
    <message>
        <source>An evidence image cannot be saved as PNG.</source>
        <translation>Ein Bild der Belege kann nicht als PNG gespeichert werden.</translation>
    </message>
    <message>
        <source>The session is in use by another program. Close that program and try again.</source>
        <translation>Die Sitzung wird von einem anderen Programm verwendet. Schließen Sie dieses Programm und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The lock file of the session cannot be used (%1). Keep the session in a folder that you can write to.</source>
        <translation>Die Sperrdatei der Sitzung kann nicht verwendet werden (%1). Legen Sie die Sitzung in einem Ordner ab, in dem Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>The session was created by a newer version of Fleming Viewer. Open it with that version.</source>
        <translation>Die Sitzung wurde mit einer neueren Version von Fleming Viewer angelegt. Öffnen Sie sie mit dieser Version.</translation>
    </message>
    <message>
        <source>Sessions cannot be saved because Qt&apos;s SQLite driver is missing. Install the package libqt6sql6-sqlite.</source>
        <translation>Sitzungen können nicht gespeichert werden, weil der SQLite-Treiber von Qt fehlt. Installieren Sie das Paket libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>The session has no question number %1.</source>
        <translation>Die Sitzung enthält keine Frage Nummer %1.</translation>
    </message>
    <message>
        <source>This is not a file, so it cannot be opened as a session.</source>
        <translation>Dies ist keine Datei und kann nicht als Sitzung geöffnet werden.</translation>
    </message>
    <message>
        <source>This is not a Fleming Viewer session. The file was not changed.</source>
        <translation>Dies ist keine Sitzung von Fleming Viewer. Die Datei wurde nicht verändert.</translation>
    </message>
    <message>
        <source>The session was not closed properly and cannot be written in its folder. Copy it to another folder, together with the files whose names begin with its name, and open it there.</source>
        <translation>Die Sitzung wurde nicht ordnungsgemäß geschlossen und kann in ihrem Ordner nicht geschrieben werden. Kopieren Sie sie zusammen mit den Dateien, deren Namen mit ihrem Namen beginnen, in einen anderen Ordner, und öffnen Sie sie dort.</translation>
    </message>
    <message>
        <source>This file belongs to another program and is not a Fleming Viewer session. It was not changed.</source>
        <translation>Diese Datei gehört zu einem anderen Programm und ist keine Sitzung von Fleming Viewer. Sie wurde nicht verändert.</translation>
    </message>
    <message>
        <source>The session was opened read-only.</source>
        <translation>Die Sitzung wurde schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <source>The disk of the session is full, so it was opened read-only.</source>
        <translation>Der Datenträger der Sitzung ist voll, daher wurde sie schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <source>The session cannot be written in its folder, so it was opened read-only.</source>
        <translation>Die Sitzung kann in ihrem Ordner nicht geschrieben werden und wurde daher schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <source>The session is in use by another Fleming Viewer, so it was opened read-only.</source>
        <translation>Die Sitzung wird von einem anderen Fleming Viewer verwendet und wurde daher schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <source>The session was created by a newer version of Fleming Viewer, so it was opened read-only.</source>
        <translation>Die Sitzung wurde mit einer neueren Version von Fleming Viewer angelegt und daher schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <source>The session holds the value &quot;%1&quot;, which this version of Fleming Viewer does not know. Open it with a newer version.</source>
        <translation>Die Sitzung enthält den Wert „%1“, den diese Version von Fleming Viewer nicht kennt. Öffnen Sie sie mit einer neueren Version.</translation>
    </message>
    <message>
        <source>The session cannot be used: %1.</source>
        <translation>Die Sitzung kann nicht verwendet werden: %1.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Der Vorgang wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The file cannot be mapped into memory (%1).</source>
        <translation>Die Datei kann nicht in den Speicher eingeblendet werden (%1).</translation>
    </message>
    <message>
        <source>The file cannot be opened (%1).</source>
        <translation>Die Datei kann nicht geöffnet werden (%1).</translation>
    </message>
    <message>
        <source>This is not a regular file.</source>
        <translation>Dies ist keine reguläre Datei.</translation>
    </message>
    <message>
        <source>The SHA-256 checksum cannot be computed.</source>
        <translation>Die SHA-256-Prüfsumme kann nicht berechnet werden.</translation>
    </message>
    <message>
        <source>The answers cannot be saved there (%1).</source>
        <translation>Die Antworten können dort nicht gespeichert werden (%1).</translation>
    </message>
    <message>
        <source>The answers cannot be written (%1).</source>
        <translation>Die Antworten können nicht geschrieben werden (%1).</translation>
    </message>
    <message>
        <source>Another evaluation is writing to this file. Wait until it finishes, or stop it.</source>
        <translation>Eine andere Auswertung schreibt in diese Datei. Warten Sie, bis sie fertig ist, oder brechen Sie sie ab.</translation>
    </message>
    <message>
        <source>In line %1, this is not an answer of an evaluation. Specify another file with --answers, or delete this one.</source>
        <translation>Zeile %1 enthält keine Antwort einer Auswertung. Geben Sie mit --answers eine andere Datei an, oder löschen Sie diese.</translation>
    </message>
    <message>
        <source>The file contains answers of another model. Specify another file with --answers, or delete this one.</source>
        <translation>Die Datei enthält Antworten eines anderen Modells. Geben Sie mit --answers eine andere Datei an, oder löschen Sie diese.</translation>
    </message>
    <message>
        <source>The file contains answers that were generated with other options. Use the same options, specify another file with --answers, or delete this one.</source>
        <translation>Die Datei enthält Antworten, die mit anderen Optionen erzeugt wurden. Verwenden Sie dieselben Optionen, geben Sie mit --answers eine andere Datei an, oder löschen Sie diese.</translation>
    </message>
    <message>
        <source>The file contains answers to other questions, or to an earlier version of these. Specify another file with --answers, or delete this one.</source>
        <translation>Die Datei enthält Antworten auf andere Fragen oder auf eine frühere Fassung dieser Fragen. Geben Sie mit --answers eine andere Datei an, oder löschen Sie diese.</translation>
    </message>
    <message>
        <source>--clip must be START:END in seconds, with the end after the start, not &quot;%1&quot;.</source>
        <translation>--clip erwartet ANFANG:ENDE in Sekunden, mit dem Ende nach dem Anfang, nicht „%1“.</translation>
    </message>
    <message>
        <source>--clip cannot be combined with --slices or --times, which name each frame.</source>
        <translation>--clip lässt sich nicht mit --slices oder --times kombinieren, die jedes Bild einzeln nennen.</translation>
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
        <source>One of the paths is empty.</source>
        <translation>Einer der Pfade ist leer.</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot;. The formats are: %2.</source>
        <translation>Es gibt kein Format „%1“. Die Formate sind: %2.</translation>
    </message>
    <message>
        <source>Use only one of --count, --slices, --times and --every.</source>
        <translation>Verwenden Sie nur eine der Optionen --count, --slices, --times und --every.</translation>
    </message>
    <message>
        <source>%1 was specified twice.</source>
        <translation>%1 wurde zweimal angegeben.</translation>
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
        <source>%1 requires a value.</source>
        <translation>%1 erwartet einen Wert.</translation>
    </message>
    <message>
        <source>Use either --model or --shape, not both.</source>
        <translation>Verwenden Sie entweder --model oder --shape, nicht beides.</translation>
    </message>
    <message>
        <source>Specify a command.</source>
        <translation>Geben Sie einen Befehl an.</translation>
    </message>
    <message>
        <source>Specify a PATH: a file or a folder.</source>
        <translation>Geben Sie einen PATH an: eine Datei oder einen Ordner.</translation>
    </message>
    <message>
        <source>Specify exactly one PATH: a file or a folder.</source>
        <translation>Geben Sie genau einen PATH an: eine Datei oder einen Ordner.</translation>
    </message>
    <message>
        <source>Specify exactly one SESSION: a session file.</source>
        <translation>Geben Sie genau eine SESSION an: eine Sitzungsdatei.</translation>
    </message>
    <message>
        <source>Specify exactly one TEXT, or - to read standard input.</source>
        <translation>Geben Sie genau einen TEXT an, oder - zum Lesen der Standardeingabe.</translation>
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
        <source>This command takes only options, not &quot;%1&quot;.</source>
        <translation>Dieser Befehl erwartet nur Optionen, nicht „%1“.</translation>
    </message>
    <message>
        <source>--plane must be axial, coronal or sagittal, not &quot;%1&quot;.</source>
        <translation>--plane erwartet axial, coronal oder sagittal, nicht „%1“.</translation>
    </message>
    <message>
        <source>--quant must be none, int8 or int4, not &quot;%1&quot;.</source>
        <translation>--quant erwartet none, int8 oder int4, nicht „%1“.</translation>
    </message>
    <message>
        <source>Specify the questions with --questions FILE.</source>
        <translation>Geben Sie die Fragen mit --questions FILE an.</translation>
    </message>
    <message>
        <source>%1 is required.</source>
        <translation>%1 ist erforderlich.</translation>
    </message>
    <message>
        <source>There is no sample named &quot;%1&quot;.</source>
        <translation>Es gibt kein Beispiel mit dem Namen „%1“.</translation>
    </message>
    <message>
        <source>--shape must be 1b, 8b or 38b, not &quot;%1&quot;.</source>
        <translation>--shape erwartet 1b, 8b oder 38b, nicht „%1“.</translation>
    </message>
    <message>
        <source>--top-p must be a number above 0 and at most 1.</source>
        <translation>--top-p erwartet eine Zahl über 0 und höchstens 1.</translation>
    </message>
    <message>
        <source>%1 does not take a value.</source>
        <translation>%1 erwartet keinen Wert.</translation>
    </message>
    <message>
        <source>Unknown command &quot;%1&quot;.</source>
        <translation>Unbekannter Befehl „%1“.</translation>
    </message>
    <message>
        <source>Unknown option %1.</source>
        <translation>Unbekannte Option %1.</translation>
    </message>
    <message>
        <source>--window must be CENTRE,WIDTH or the name of a window, not &quot;%1&quot;.</source>
        <translation>--window erwartet ZENTRUM,BREITE oder den Namen eines Fensters, nicht „%1“.</translation>
    </message>
    <message>
        <source>Use either --window or --minmax, not both.</source>
        <translation>Verwenden Sie entweder --window oder --minmax, nicht beides.</translation>
    </message>
    <message>
        <source>The window width must be at least 1, not &quot;%1&quot;.</source>
        <translation>Die Fensterbreite muss mindestens 1 sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 questions have been answered. Run the same command again to continue.</source>
        <translation>Abgebrochen: %1 von %2 Fragen sind beantwortet. Führen Sie denselben Befehl erneut aus, um fortzufahren.</translation>
    </message>
    <message>
        <source>The folder cannot be created.</source>
        <translation>Der Ordner kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The file cannot be written. Check that its folder exists.</source>
        <translation>Die Datei kann nicht geschrieben werden. Prüfen Sie, ob ihr Ordner existiert.</translation>
    </message>
    <message>
        <source>The file cannot be written (%1).</source>
        <translation>Die Datei kann nicht geschrieben werden (%1).</translation>
    </message>
    <message>
        <source>The output cannot be written (%1).</source>
        <translation>Die Ausgabe kann nicht geschrieben werden (%1).</translation>
    </message>
    <message>
        <source>The file cannot be written completely.</source>
        <translation>Die Datei kann nicht vollständig geschrieben werden.</translation>
    </message>
    <message>
        <source>In line %1, &quot;clipRange&quot; must be [START, END] in seconds.</source>
        <translation>In Zeile %1 muss &quot;clipRange&quot; [ANFANG, ENDE] in Sekunden sein.</translation>
    </message>
    <message>
        <source>In line %1, use only one of &quot;count&quot;, &quot;indices&quot;, &quot;times&quot; and &quot;everySeconds&quot; in &quot;selection&quot;.</source>
        <translation>In Zeile %1 darf in &quot;selection&quot; nur eines von &quot;count&quot;, &quot;indices&quot;, &quot;times&quot; und &quot;everySeconds&quot; stehen.</translation>
    </message>
    <message>
        <source>In line %1, &quot;%2&quot; must be a whole number of at least %3.</source>
        <translation>In Zeile %1 muss &quot;%2&quot; eine ganze Zahl ab %3 sein.</translation>
    </message>
    <message>
        <source>In line %1, &quot;%2&quot; must be a whole number from %3 to %4.</source>
        <translation>In Zeile %1 muss &quot;%2&quot; eine ganze Zahl von %3 bis %4 sein.</translation>
    </message>
    <message>
        <source>In line %1, &quot;inverted&quot; must be true or false.</source>
        <translation>In Zeile %1 muss &quot;inverted&quot; true oder false sein.</translation>
    </message>
    <message>
        <source>The file contains no questions.</source>
        <translation>Die Datei enthält keine Fragen.</translation>
    </message>
    <message>
        <source>In line %1, &quot;%2&quot; must be a list.</source>
        <translation>In Zeile %1 muss &quot;%2&quot; eine Liste sein.</translation>
    </message>
    <message>
        <source>In line %1, &quot;%2&quot; must contain only numbers.</source>
        <translation>In Zeile %1 darf &quot;%2&quot; nur Zahlen enthalten.</translation>
    </message>
    <message>
        <source>Line %1 must be a JSON object.</source>
        <translation>Zeile %1 muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>Line %1 is not valid JSON (%2, at byte %3).</source>
        <translation>Zeile %1 ist kein gültiges JSON (%2, bei Byte %3).</translation>
    </message>
    <message>
        <source>In line %1, &quot;%2&quot; must be text and must not be empty.</source>
        <translation>In Zeile %1 muss &quot;%2&quot; ein Text sein und darf nicht leer sein.</translation>
    </message>
    <message>
        <source>In line %1, specify exactly one of &quot;images&quot;, &quot;volume&quot; and &quot;video&quot;.</source>
        <translation>Geben Sie in Zeile %1 genau eines von &quot;images&quot;, &quot;volume&quot; und &quot;video&quot; an.</translation>
    </message>
    <message>
        <source>In line %1, &quot;plane&quot; must be &quot;axial&quot;, &quot;coronal&quot; or &quot;sagittal&quot;.</source>
        <translation>In Zeile %1 muss &quot;plane&quot; &quot;axial&quot;, &quot;coronal&quot; oder &quot;sagittal&quot; sein.</translation>
    </message>
    <message>
        <source>In line %1, &quot;selection&quot; must be an object.</source>
        <translation>In Zeile %1 muss &quot;selection&quot; ein Objekt sein.</translation>
    </message>
    <message>
        <source>In line %1, &quot;selection&quot; has the unknown key &quot;%2&quot;.</source>
        <translation>In Zeile %1 enthält &quot;selection&quot; den unbekannten Schlüssel &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>In line %1, &quot;window&quot; must be [CENTRE, WIDTH] with a width of at least 1, or the name of a window.</source>
        <translation>In Zeile %1 muss &quot;window&quot; [ZENTRUM, BREITE] mit einer Breite von mindestens 1 oder der Name eines Fensters sein.</translation>
    </message>
    <message>
        <source>There is no series %1: series are numbered from 0 to %2. Run &quot;fleming info&quot; to list them.</source>
        <translation>Es gibt keine Serie %1: Die Serien sind von 0 bis %2 nummeriert. „fleming info“ listet sie auf.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file and what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is not enough memory to measure the shape %1: its weights need %2 in %3, and %4 is free. Choose a smaller shape or type.</source>
        <translation>Der Speicher reicht nicht aus, um die Modellgröße %1 zu messen: Ihre Gewichte benötigen %2 in %3, und %4 sind frei. Wählen Sie eine geringere Modellgröße oder einen kleineren Datentyp.</translation>
    </message>
    <message>
        <source>There is not enough memory to measure this model. Choose a smaller shape or type.</source>
        <translation>Der Speicher reicht nicht aus, um dieses Modell zu messen. Wählen Sie eine geringere Modellgröße oder einen kleineren Datentyp.</translation>
    </message>
    <message>
        <source>There is no model shape &quot;%1&quot;. Use 1b, 8b or 38b.</source>
        <translation>Es gibt keine Modellgröße „%1“. Verwenden Sie 1b, 8b oder 38b.</translation>
    </message>
    <message>
        <source>The index assigns the tensor &quot;%1&quot; to &quot;%2&quot;, which is not the name of a file in the model&apos;s folder. Download the model again.</source>
        <translation>Der Index ordnet den Tensor „%1“ der Angabe „%2“ zu, die keine Datei im Ordner des Modells bezeichnet. Laden Sie das Modell erneut herunter.</translation>
    </message>
    <message>
        <source>The file does not exist. Choose the folder that contains the model&apos;s config.json.</source>
        <translation>Die Datei existiert nicht. Wählen Sie den Ordner, der die Datei config.json des Modells enthält.</translation>
    </message>
    <message>
        <source>The index has no &quot;weight_map&quot; that assigns the tensors to files. Download the model again.</source>
        <translation>Der Index enthält keine „weight_map“, die die Tensoren den Dateien zuordnet. Laden Sie das Modell erneut herunter.</translation>
    </message>
    <message>
        <source>The folder contains neither model.safetensors nor model.safetensors.index.json. Download the model&apos;s weights.</source>
        <translation>Der Ordner enthält weder model.safetensors noch model.safetensors.index.json. Laden Sie die Gewichte des Modells herunter.</translation>
    </message>
    <message>
        <source>This is not a folder. A model is a folder that contains config.json, the tokenizer files and the *.safetensors files.</source>
        <translation>Dies ist kein Ordner. Ein Modell ist ein Ordner, der config.json, die Tokenizer-Dateien und die *.safetensors-Dateien enthält.</translation>
    </message>
    <message>
        <source>The folder contains the weights only as pytorch_model.bin, which is not supported. Convert them to safetensors.</source>
        <translation>Der Ordner enthält die Gewichte nur als pytorch_model.bin; dieses Format wird nicht unterstützt. Konvertieren Sie sie in das Format safetensors.</translation>
    </message>
    <message>
        <source>The file contains the tensor &quot;%1&quot;, which %2 contains too. Download the model again.</source>
        <translation>Die Datei enthält den Tensor „%1“, der auch in %2 enthalten ist. Laden Sie das Modell erneut herunter.</translation>
    </message>
    <message>
        <source>The file does not contain the tensor &quot;%1&quot;, although %2 lists it. Download the model again.</source>
        <translation>Die Datei enthält den Tensor „%1“ nicht, obwohl er in %2 aufgeführt ist. Laden Sie das Modell erneut herunter.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be 1 divided by a whole number.</source>
        <translation>Der Wert von „%1“ muss 1 geteilt durch eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; gives attention heads of size %2, but the rotary embedding needs an even size of at least 4.</source>
        <translation>Der Wert von „%1“ ergibt Attention-Heads der Größe %2, aber das Rotary Embedding benötigt eine gerade Größe von mindestens 4.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; is too large: with %2 attention heads it must not exceed %3 in total.</source>
        <translation>Der Wert von „%1“ ist zu groß: Bei %2 Attention-Heads darf er insgesamt %3 nicht überschreiten.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a whole number from %2 to %3.</source>
        <translation>Der Wert von „%1“ muss eine ganze Zahl von %2 bis %3 sein.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is missing, so this is not a supported model. Fleming Viewer supports %2 (Fleming-VL, InternVL3).</source>
        <translation>Der Schlüssel „%1“ fehlt; dieses Modell wird daher nicht unterstützt. Fleming Viewer unterstützt %2 (Fleming-VL, InternVL3).</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is missing. Download the model again.</source>
        <translation>Der Schlüssel „%1“ fehlt. Laden Sie das Modell erneut herunter.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; selects a layer that does not exist. The vision tower has %2 layers.</source>
        <translation>Der Wert von „%1“ bezeichnet eine Schicht des Modells, die es nicht gibt. Der Vision-Encoder hat %2 Schichten.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be true or false.</source>
        <translation>Der Wert von „%1“ muss true oder false sein.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a list of names.</source>
        <translation>Der Wert von „%1“ muss eine Liste von Namen sein.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a multiple of &quot;%2&quot;.</source>
        <translation>Der Wert von „%1“ muss ein Vielfaches von „%2“ sein.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a text in quotation marks.</source>
        <translation>Der Wert von „%1“ muss ein Text in Anführungszeichen sein.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a JSON object.</source>
        <translation>Der Wert von „%1“ muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be two equal sizes.</source>
        <translation>Der Wert von „%1“ muss aus zwei gleichen Größen bestehen.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a number from %2 to %3.</source>
        <translation>Der Wert von „%1“ muss eine Zahl von %2 bis %3 sein.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; does not divide the %2 patches per side of an image evenly.</source>
        <translation>Der Wert von „%1“ teilt die %2 Patches je Bildseite nicht ohne Rest.</translation>
    </message>
    <message>
        <source>This model is not supported: the value of &quot;%1&quot; is &quot;%2&quot;. Fleming Viewer supports %3 (Fleming-VL, InternVL3).</source>
        <translation>Dieses Modell wird nicht unterstützt: Der Wert von „%1“ ist „%2“. Fleming Viewer unterstützt %3 (Fleming-VL, InternVL3).</translation>
    </message>
    <message>
        <source>This model is not supported: the value of &quot;%1&quot; is &quot;%2&quot;. Fleming Viewer supports only %3.</source>
        <translation>Dieses Modell wird nicht unterstützt: Der Wert von „%1“ ist „%2“. Fleming Viewer unterstützt nur %3.</translation>
    </message>
    <message>
        <source>There is not enough memory to answer. Use fewer images, or close other programs.</source>
        <translation>Der Speicher reicht für die Antwort nicht aus. Verwenden Sie weniger Bilder, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Data could not be copied to or from the GPU (%1). Restart the program, or choose cpu as the device.</source>
        <translation>Daten konnten nicht auf die GPU oder von ihr kopiert werden (%1). Starten Sie das Programm neu, oder wählen Sie cpu als Gerät.</translation>
    </message>
    <message>
        <source>The computation could not be set up on the GPU (%1). Restart the program, or choose cpu as the device.</source>
        <translation>Die Berechnung konnte auf der GPU nicht vorbereitet werden (%1). Starten Sie das Programm neu, oder wählen Sie cpu als Gerät.</translation>
    </message>
    <message>
        <source>A computation could not be started on the GPU (%1). Restart the program, or choose cpu as the device.</source>
        <translation>Eine Berechnung konnte auf der GPU nicht gestartet werden (%1). Starten Sie das Programm neu, oder wählen Sie cpu als Gerät.</translation>
    </message>
    <message>
        <source>The computation on the GPU failed (%1). Restart the program, or choose cpu as the device.</source>
        <translation>Die Berechnung auf der GPU ist fehlgeschlagen (%1). Starten Sie das Programm neu, oder wählen Sie cpu als Gerät.</translation>
    </message>
    <message>
        <source>The weights could not be copied to the CUDA device.</source>
        <translation>Die Gewichte konnten nicht auf das CUDA-Gerät kopiert werden.</translation>
    </message>
    <message>
        <source>The device &quot;%1&quot; is listed twice. List each device once.</source>
        <translation>Das Gerät „%1“ ist zweimal aufgeführt. Geben Sie jedes Gerät nur einmal an.</translation>
    </message>
    <message>
        <source>The device &quot;%1&quot; does not report how much memory is free. Choose another device.</source>
        <translation>Das Gerät „%1“ meldet nicht, wie viel Speicher frei ist. Wählen Sie ein anderes Gerät.</translation>
    </message>
    <message>
        <source>The device &quot;%1&quot; is not available: this computer or this build has no CUDA device. Use cpu or auto.</source>
        <translation>Das Gerät „%1“ ist nicht verfügbar: Dieser Computer oder diese Programmfassung hat kein CUDA-Gerät. Verwenden Sie cpu oder auto.</translation>
    </message>
    <message>
        <source>The type float16 is available only on CUDA devices. On the CPU, use bfloat16 or float32.</source>
        <translation>Der Datentyp float16 ist nur auf CUDA-Geräten verfügbar. Verwenden Sie auf der CPU bfloat16 oder float32.</translation>
    </message>
    <message>
        <source>The device &quot;%1&quot; is not available: the CUDA devices are cuda:0 to %2.</source>
        <translation>Das Gerät „%1“ ist nicht verfügbar: Die CUDA-Geräte sind cuda:0 bis %2.</translation>
    </message>
    <message>
        <source>The memory of the device is full. Use fewer images, choose a smaller type (int8 or int4), or close other programs that use the device.</source>
        <translation>Der Speicher des Geräts ist voll. Verwenden Sie weniger Bilder, wählen Sie einen kleineren Datentyp (int8 oder int4), oder schließen Sie andere Programme, die das Gerät verwenden.</translation>
    </message>
    <message>
        <source>The device &quot;%1&quot; is unknown. Use auto, cpu, cuda or cuda:N, where N is 0 or higher.</source>
        <translation>Das Gerät „%1“ ist unbekannt. Verwenden Sie auto, cpu, cuda oder cuda:N, wobei N mindestens 0 ist.</translation>
    </message>
    <message>
        <source>The value of &quot;eos_token_id&quot; must be a token id or a list of token ids.</source>
        <translation>Der Wert von „eos_token_id“ muss eine Token-ID oder eine Liste von Token-IDs sein.</translation>
    </message>
    <message>
        <source>The inference engine cannot be loaded (%1). Install libtorch by running packaging/install-packages.sh, or reinstall Fleming Viewer.</source>
        <translation>Die Inferenz-Engine kann nicht geladen werden (%1). Installieren Sie libtorch mit packaging/install-packages.sh, oder installieren Sie Fleming Viewer neu.</translation>
    </message>
    <message>
        <source>This inference engine belongs to a different build of Fleming Viewer. Install or build both together.</source>
        <translation>Diese Inferenz-Engine gehört zu einem anderen Build von Fleming Viewer. Installieren oder erstellen Sie beide zusammen.</translation>
    </message>
    <message>
        <source>The inference engine is missing. Reinstall Fleming Viewer, or build all of it.</source>
        <translation>Die Inferenz-Engine fehlt. Installieren Sie Fleming Viewer neu, oder erstellen Sie das gesamte Programm.</translation>
    </message>
    <message>
        <source>The inference engine cannot be located, because the path of this program is unknown (%1).</source>
        <translation>Die Inferenz-Engine kann nicht gefunden werden, weil der Pfad dieses Programms unbekannt ist (%1).</translation>
    </message>
    <message>
        <source>There is not enough memory on %1. The model needs about %2 in %3, and %4 is free. Close other programs, or choose another device, a smaller type (int8, int4) or a smaller model.</source>
        <translation>Der Speicher von %1 reicht nicht aus. Das Modell benötigt etwa %2 in %3, und %4 sind frei. Schließen Sie andere Programme, oder wählen Sie ein anderes Gerät, einen kleineren Datentyp (int8, int4) oder ein kleineres Modell.</translation>
    </message>
    <message>
        <source>There is no data type &quot;%1&quot;. Use auto, float32, bfloat16 or float16.</source>
        <translation>Es gibt keinen Datentyp „%1“. Verwenden Sie auto, float32, bfloat16 oder float16.</translation>
    </message>
    <message>
        <source>There is no quantization &quot;%1&quot;. Use none, int8 or int4.</source>
        <translation>Es gibt keine Quantisierung „%1“. Verwenden Sie none, int8 oder int4.</translation>
    </message>
    <message>
        <source>The clip has no frames.</source>
        <translation>Der Clip enthält keine Bilder.</translation>
    </message>
    <message>
        <source>The selected part of the clip is empty. Its end must be after its start.</source>
        <translation>Der ausgewählte Teil des Clips ist leer. Sein Ende muss nach dem Anfang liegen.</translation>
    </message>
    <message>
        <source>The selected range of slices is empty.</source>
        <translation>Der ausgewählte Schichtbereich ist leer.</translation>
    </message>
    <message>
        <source>The selected part is outside the clip. Select a part within its duration.</source>
        <translation>Der ausgewählte Teil liegt außerhalb des Clips. Wählen Sie einen Teil innerhalb seiner Dauer.</translation>
    </message>
    <message>
        <source>The number of images must be at least 1.</source>
        <translation>Die Anzahl der Bilder muss mindestens 1 sein.</translation>
    </message>
    <message>
        <source>Too many images are requested. Choose at most %1.</source>
        <translation>Es wurden zu viele Bilder angefordert. Wählen Sie höchstens %1.</translation>
    </message>
    <message>
        <source>The frame rate of the clip is unknown, so frames cannot be picked by time. Pick them one by one.</source>
        <translation>Die Bildrate des Clips ist unbekannt; Bilder lassen sich daher nicht nach Zeitpunkt auswählen. Wählen Sie sie einzeln aus.</translation>
    </message>
    <message>
        <source>The number of tiles must be from 1 to %1.</source>
        <translation>Die Anzahl der Kacheln muss zwischen 1 und %1 liegen.</translation>
    </message>
    <message>
        <source>The image of %1 x %2 pixels cannot be resized: it is empty, or its data have another size.</source>
        <translation>Die Größe des Bildes mit %1 x %2 Pixeln kann nicht geändert werden: Es ist leer, oder seine Daten haben eine andere Größe.</translation>
    </message>
    <message>
        <source>The image cannot be resized to %1 x %2 pixels, because that is too large.</source>
        <translation>Das Bild kann nicht auf %1 x %2 Pixel skaliert werden, weil das zu groß ist.</translation>
    </message>
    <message>
        <source>The image cannot be resized to less than 1 x 1 pixel.</source>
        <translation>Das Bild kann nicht auf weniger als 1 x 1 Pixel skaliert werden.</translation>
    </message>
    <message>
        <source>The file is empty. Download the model again.</source>
        <translation>Die Datei ist leer. Laden Sie das Modell erneut herunter.</translation>
    </message>
    <message>
        <source>The file does not contain a JSON object. Download the model again.</source>
        <translation>Die Datei enthält kein JSON-Objekt. Laden Sie das Modell erneut herunter.</translation>
    </message>
    <message>
        <source>The file is not valid JSON, because a number is out of range. Download the model again.</source>
        <translation>Die Datei ist kein gültiges JSON, weil eine Zahl außerhalb des zulässigen Bereichs liegt. Laden Sie das Modell erneut herunter.</translation>
    </message>
    <message>
        <source>The file is not valid JSON (at byte %1). Download the model again.</source>
        <translation>Die Datei ist kein gültiges JSON (bei Byte %1). Laden Sie das Modell erneut herunter.</translation>
    </message>
    <message>
        <source>The JSON is nested more than %1 levels deep, so this is not a file of a model.</source>
        <translation>Das JSON ist mehr als %1 Ebenen tief verschachtelt; dies ist daher keine Datei eines Modells.</translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB, so this is not a file of a model.</source>
        <translation>Die Datei ist größer als %1 MiB; dies ist daher keine Datei eines Modells.</translation>
    </message>
    <message>
        <source>There is not enough memory for a conversation of %1 tokens: its cache needs %2 more, but only %3 is free. Use fewer images, start a new conversation, or close other programs.</source>
        <translation>Der Speicher reicht für ein Gespräch mit %1 Tokens nicht aus: Sein Cache benötigt weitere %2, aber nur %3 sind frei. Verwenden Sie weniger Bilder, beginnen Sie ein neues Gespräch, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>The model could not be measured (%1). Try another device or type.</source>
        <translation>Das Modell konnte nicht gemessen werden (%1). Versuchen Sie es mit einem anderen Gerät oder Datentyp.</translation>
    </message>
    <message>
        <source>The model could not compute an answer (%1). Try again, or choose another device or type.</source>
        <translation>Das Modell konnte keine Antwort berechnen (%1). Versuchen Sie es erneut, oder wählen Sie ein anderes Gerät oder einen anderen Datentyp.</translation>
    </message>
    <message>
        <source>The weights could not be loaded (%1). Choose another device or type, or download the model again.</source>
        <translation>Die Gewichte konnten nicht geladen werden (%1). Wählen Sie ein anderes Gerät oder einen anderen Datentyp, oder laden Sie das Modell erneut herunter.</translation>
    </message>
    <message>
        <source>A weight in row %1 is not finite or is far too large, so the matrix cannot be quantized. The checkpoint is probably damaged.</source>
        <translation>Ein Gewicht in Zeile %1 ist nicht endlich oder viel zu groß; die Matrix kann daher nicht quantisiert werden. Der Checkpoint ist wahrscheinlich beschädigt.</translation>
    </message>
    <message>
        <source>The metadata in the header are invalid. Download the file again.</source>
        <translation>Die Metadaten im Header sind ungültig. Laden Sie die Datei erneut herunter.</translation>
    </message>
    <message>
        <source>In the header, the value of &quot;%2&quot; for the tensor &quot;%1&quot; is invalid. Download the file again.</source>
        <translation>Im Header ist der Wert von „%2“ für den Tensor „%1“ ungültig. Laden Sie die Datei erneut herunter.</translation>
    </message>
    <message>
        <source>The file cannot be written. Check the free space and the permissions.</source>
        <translation>Die Datei kann nicht geschrieben werden. Prüfen Sie den freien Speicherplatz und die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>In the header, the entry of the tensor &quot;%1&quot; is not a JSON object. Download the file again.</source>
        <translation>Im Header ist der Eintrag des Tensors „%1“ kein JSON-Objekt. Laden Sie die Datei erneut herunter.</translation>
    </message>
    <message>
        <source>The file has %1 bytes after its last tensor, so it is damaged. Download it again.</source>
        <translation>Die Datei enthält %1 Bytes nach ihrem letzten Tensor und ist daher beschädigt. Laden Sie sie erneut herunter.</translation>
    </message>
    <message>
        <source>The file has unused bytes before the tensor &quot;%1&quot;, so it is damaged. Download it again.</source>
        <translation>Die Datei enthält ungenutzte Bytes vor dem Tensor „%1“ und ist daher beschädigt. Laden Sie sie erneut herunter.</translation>
    </message>
    <message>
        <source>The header is not valid JSON (at byte %1). The file is damaged, or it is not a safetensors file.</source>
        <translation>Der Header ist kein gültiges JSON (bei Byte %1). Die Datei ist beschädigt, oder sie ist keine safetensors-Datei.</translation>
    </message>
    <message>
        <source>The header should have %1 bytes, but the file has only %2. It is truncated or damaged, or it is not a safetensors file.</source>
        <translation>Der Header müsste %1 Bytes haben, aber die Datei hat nur %2. Sie ist abgeschnitten oder beschädigt, oder sie ist keine safetensors-Datei.</translation>
    </message>
    <message>
        <source>In the header, the tensor &quot;%1&quot; has no &quot;%2&quot;. Download the file again.</source>
        <translation>Im Header fehlt dem Tensor „%1“ die Angabe „%2“. Laden Sie die Datei erneut herunter.</translation>
    </message>
    <message>
        <source>This is not a safetensors file: its header does not begin with a brace.</source>
        <translation>Dies ist keine safetensors-Datei: Ihr Header beginnt nicht mit einer geschweiften Klammer.</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; overlaps the tensor before it, so the file is damaged. Download it again.</source>
        <translation>Der Tensor „%1“ überlappt den Tensor davor; die Datei ist daher beschädigt. Laden Sie sie erneut herunter.</translation>
    </message>
    <message>
        <source>In the header, the tensor &quot;%1&quot; has &quot;%2&quot; twice. Download the file again.</source>
        <translation>Im Header hat der Tensor „%1“ die Angabe „%2“ zweimal. Laden Sie die Datei erneut herunter.</translation>
    </message>
    <message>
        <source>The header lists the tensor &quot;%1&quot; twice. Download the file again.</source>
        <translation>Der Header führt den Tensor „%1“ zweimal auf. Laden Sie die Datei erneut herunter.</translation>
    </message>
    <message>
        <source>The shape of the tensor &quot;%1&quot; is impossible, so the file is damaged. Download it again.</source>
        <translation>Die Form des Tensors „%1“ ist unmöglich; die Datei ist daher beschädigt. Laden Sie sie erneut herunter.</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; needs %2 bytes, but the header gives it %3. Download the file again.</source>
        <translation>Der Tensor „%1“ benötigt %2 Bytes, aber der Header gibt ihm %3. Laden Sie die Datei erneut herunter.</translation>
    </message>
    <message>
        <source>The header lists more than %1 tensors. The file is damaged, or it is not a model.</source>
        <translation>Der Header führt mehr als %1 Tensoren auf. Die Datei ist beschädigt, oder sie ist kein Modell.</translation>
    </message>
    <message>
        <source>The file is too short to be a safetensors file. Download it again.</source>
        <translation>Die Datei ist zu kurz für eine safetensors-Datei. Laden Sie sie erneut herunter.</translation>
    </message>
    <message>
        <source>The file is truncated: the tensor &quot;%1&quot; ends at byte %2 of the data, but the file contains only %3. Download it again.</source>
        <translation>Die Datei ist abgeschnitten: Der Tensor „%1“ endet bei Byte %2 der Daten, aber die Datei enthält nur %3. Laden Sie sie erneut herunter.</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; cannot be written, because the header has no entry of its size.</source>
        <translation>Der Tensor „%1“ kann nicht geschrieben werden, weil der Header keinen Eintrag seiner Größe enthält.</translation>
    </message>
    <message>
        <source>In the header, the tensor &quot;%1&quot; has the unknown key &quot;%2&quot;. Download the file again.</source>
        <translation>Im Header hat der Tensor „%1“ den unbekannten Schlüssel „%2“. Laden Sie die Datei erneut herunter.</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; has the unknown type &quot;%2&quot;. Download the file again.</source>
        <translation>Der Tensor „%1“ hat den unbekannten Datentyp „%2“. Laden Sie die Datei erneut herunter.</translation>
    </message>
    <message>
        <source>The file is incomplete: the tensor &quot;%1&quot; has not been written.</source>
        <translation>Die Datei ist unvollständig: Der Tensor „%1“ wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>The temperature must be 0 (greedy) or a positive number.</source>
        <translation>Die Temperatur muss 0 (greedy) oder eine positive Zahl sein.</translation>
    </message>
    <message>
        <source>The maximum number of new tokens must not be negative.</source>
        <translation>Die maximale Zahl neuer Tokens darf nicht negativ sein.</translation>
    </message>
    <message>
        <source>Top-k must be 0 (all tokens) or a positive number.</source>
        <translation>Top-k muss 0 (alle Tokens) oder eine positive Zahl sein.</translation>
    </message>
    <message>
        <source>Top-p must be greater than 0 and at most 1.</source>
        <translation>Top-p muss größer als 0 und höchstens 1 sein.</translation>
    </message>
    <message>
        <source>The model computed invalid values (NaN or infinity). Its files are damaged, or it is not supported. If it runs in bfloat16 or float16, try float32.</source>
        <translation>Das Modell hat ungültige Werte berechnet (NaN oder unendlich). Seine Dateien sind beschädigt, oder es wird nicht unterstützt. Wenn es in bfloat16 oder float16 läuft, versuchen Sie es mit float32.</translation>
    </message>
    <message>
        <source>The text cannot be encoded, because the model&apos;s vocabulary has no token for the byte %1.</source>
        <translation>Der Text kann nicht codiert werden, weil das Vokabular des Modells kein Token für das Byte %1 enthält.</translation>
    </message>
    <message>
        <source>The tokenizer has no special token %1, so this is not a Fleming-VL or InternVL model.</source>
        <translation>Der Tokenizer hat kein Spezialtoken %1; dies ist daher kein Fleming-VL- oder InternVL-Modell.</translation>
    </message>
    <message>
        <source>The vocabulary has no token with the id %1.</source>
        <translation>Das Vokabular enthält kein Token mit der ID %1.</translation>
    </message>
    <message>
        <source>The tokenizer has ids up to %1, but the vocabulary in config.json has only %2 tokens. The tokenizer files belong to another model.</source>
        <translation>Der Tokenizer hat IDs bis %1, aber das Vokabular in config.json umfasst nur %2 Tokens. Die Tokenizer-Dateien gehören zu einem anderen Modell.</translation>
    </message>
    <message>
        <source>An added token has no &quot;content&quot;. Download the tokenizer files again.</source>
        <translation>Einem hinzugefügten Token fehlt „content“. Laden Sie die Tokenizer-Dateien erneut herunter.</translation>
    </message>
    <message>
        <source>The added token &quot;%1&quot; has the id %2 in this file and another id in the other tokenizer files. Download the tokenizer files again.</source>
        <translation>Das hinzugefügte Token „%1“ hat in dieser Datei die ID %2 und in den anderen Tokenizer-Dateien eine andere ID. Laden Sie die Tokenizer-Dateien erneut herunter.</translation>
    </message>
    <message>
        <source>The vocabulary is empty. Download the tokenizer files again.</source>
        <translation>Das Vokabular ist leer. Laden Sie die Tokenizer-Dateien erneut herunter.</translation>
    </message>
    <message>
        <source>The id of the added token &quot;%1&quot; is already in use: %2. Download the tokenizer files again.</source>
        <translation>Die ID des hinzugefügten Tokens „%1“ ist bereits vergeben: %2. Laden Sie die Tokenizer-Dateien erneut herunter.</translation>
    </message>
    <message>
        <source>The id of the token &quot;%1&quot; is not a whole number. Download the tokenizer files again.</source>
        <translation>Die ID des Tokens „%1“ ist keine ganze Zahl. Laden Sie die Tokenizer-Dateien erneut herunter.</translation>
    </message>
    <message>
        <source>The id of the token &quot;%1&quot; is not between 0 and %2. Download the tokenizer files again.</source>
        <translation>Die ID des Tokens „%1“ liegt nicht zwischen 0 und %2. Laden Sie die Tokenizer-Dateien erneut herunter.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; in &quot;added_tokens_decoder&quot; is not an id. Download the tokenizer files again.</source>
        <translation>Der Schlüssel „%1“ in „added_tokens_decoder“ ist keine ID. Laden Sie die Tokenizer-Dateien erneut herunter.</translation>
    </message>
    <message>
        <source>Merge rule %1 must name two tokens. Download the tokenizer files again.</source>
        <translation>Merge-Regel %1 muss zwei Tokens nennen. Laden Sie die Tokenizer-Dateien erneut herunter.</translation>
    </message>
    <message>
        <source>The tokenizer files are incomplete: %1 is missing. Download the tokenizer files again.</source>
        <translation>Die Tokenizer-Dateien sind unvollständig: %1 fehlt. Laden Sie die Tokenizer-Dateien erneut herunter.</translation>
    </message>
    <message>
        <source>The tokenizer files are missing. Download vocab.json and merges.txt, or tokenizer.json.</source>
        <translation>Die Tokenizer-Dateien fehlen. Laden Sie vocab.json und merges.txt oder tokenizer.json herunter.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is missing. Download the tokenizer files again.</source>
        <translation>Der Schlüssel „%1“ fehlt. Laden Sie die Tokenizer-Dateien erneut herunter.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a list. Download the tokenizer files again.</source>
        <translation>Der Wert von „%1“ muss eine Liste sein. Laden Sie die Tokenizer-Dateien erneut herunter.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a JSON object. Download the tokenizer files again.</source>
        <translation>Der Wert von „%1“ muss ein JSON-Objekt sein. Laden Sie die Tokenizer-Dateien erneut herunter.</translation>
    </message>
    <message>
        <source>The &quot;%1&quot; in this file is not that of a Qwen2 tokenizer. Fleming Viewer supports only Qwen2 tokenizers.</source>
        <translation>Der Eintrag „%1“ in dieser Datei gehört nicht zu einem Qwen2-Tokenizer. Fleming Viewer unterstützt nur Qwen2-Tokenizer.</translation>
    </message>
    <message>
        <source>The tokens &quot;%1&quot; and &quot;%2&quot; have the same id, %3. Download the tokenizer files again.</source>
        <translation>Die Tokens „%1“ und „%2“ haben dieselbe ID %3. Laden Sie die Tokenizer-Dateien erneut herunter.</translation>
    </message>
    <message>
        <source>Merge rule %1 needs the token &quot;%2&quot;, which is not in the vocabulary. Download the tokenizer files again.</source>
        <translation>Merge-Regel %1 benötigt das Token „%2“, das nicht im Vokabular enthalten ist. Laden Sie die Tokenizer-Dateien erneut herunter.</translation>
    </message>
    <message>
        <source>No token has the id %1. Download the tokenizer files again.</source>
        <translation>Kein Token hat die ID %1. Laden Sie die Tokenizer-Dateien erneut herunter.</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; is missing (missing tensors in all: %2). Download the model again.</source>
        <translation>Der Tensor „%1“ fehlt (fehlende Tensoren insgesamt: %2). Laden Sie das Modell erneut herunter.</translation>
    </message>
    <message>
        <source>The weights do not fit into memory. Close other programs, or choose a smaller type (int8, int4) or a smaller model.</source>
        <translation>Die Gewichte passen nicht in den Speicher. Schließen Sie andere Programme, oder wählen Sie einen kleineren Datentyp (int8, int4) oder ein kleineres Modell.</translation>
    </message>
    <message>
        <source>The file contains the same tensor twice, as &quot;%1&quot; and as &quot;%2&quot;. Download the model again.</source>
        <translation>Die Datei enthält denselben Tensor zweimal, als „%1“ und als „%2“. Laden Sie das Modell erneut herunter.</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; has the type %2, which is not supported. Fleming Viewer supports %3.</source>
        <translation>Der Tensor „%1“ hat den Datentyp %2, der nicht unterstützt wird. Fleming Viewer unterstützt %3.</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; has the shape %2, but config.json requires %3. The files belong to different models.</source>
        <translation>Der Tensor „%1“ hat die Form %2, aber config.json verlangt %3. Die Dateien gehören zu verschiedenen Modellen.</translation>
    </message>
    <message>
        <source>The clip has no frame %1: it has %2 frames, numbered from 0.</source>
        <translation>Der Clip hat kein Bild %1: Er hat %2 Bilder, von 0 an nummeriert.</translation>
    </message>
    <message>
        <source>The file does not specify a frame rate; %1 frames per second are assumed.</source>
        <translation>Die Datei gibt keine Bildrate an; es werden %1 Bilder pro Sekunde angenommen.</translation>
    </message>
    <message>
        <source>The DICOM header contradicts itself about the colours of the image.</source>
        <translation>Der DICOM-Header enthält widersprüchliche Angaben zu den Farben des Bildes.</translation>
    </message>
    <message>
        <source>The DICOM header is damaged or cut short. Copy the file again from where it came from.</source>
        <translation>Der DICOM-Header ist beschädigt oder abgeschnitten. Kopieren Sie die Datei erneut von ihrer Quelle.</translation>
    </message>
    <message>
        <source>The JPEG 2000 pixel data is damaged.</source>
        <translation>Die JPEG-2000-Pixeldaten sind beschädigt.</translation>
    </message>
    <message>
        <source>The compressed pixel data is damaged.</source>
        <translation>Die komprimierten Pixeldaten sind beschädigt.</translation>
    </message>
    <message>
        <source>The RLE pixel data is damaged.</source>
        <translation>Die RLE-Pixeldaten sind beschädigt.</translation>
    </message>
    <message>
        <source>The deflated pixel data is too large to be read. Save the file without compression.</source>
        <translation>Die mit Deflate komprimierten Pixeldaten sind zu groß, um gelesen zu werden. Speichern Sie die Datei ohne Komprimierung.</translation>
    </message>
    <message>
        <source>This is a DICOMDIR, but none of the files that it lists is in its folder. Open the folder that contains the images.</source>
        <translation>Dies ist ein DICOMDIR, aber keine der darin aufgeführten Dateien liegt in seinem Ordner. Öffnen Sie den Ordner, der die Bilder enthält.</translation>
    </message>
    <message>
        <source>One file duplicates another file of the series and was skipped.</source>
        <translation>Eine Datei ist ein Duplikat einer anderen Datei der Serie und wurde übersprungen.</translation>
    </message>
    <message>
        <source>%1 files duplicate other files of the series and were skipped.</source>
        <translation>%1 Dateien sind Duplikate anderer Dateien der Serie und wurden übersprungen.</translation>
    </message>
    <message>
        <source>One slice is stored twice with the same pixels; it is used once.</source>
        <translation>Eine Schicht ist zweimal mit denselben Pixeln gespeichert; sie wird einmal verwendet.</translation>
    </message>
    <message>
        <source>%1 slices are stored twice with the same pixels and position; each is used once.</source>
        <translation>%1 Schichten sind zweimal mit denselben Pixeln und derselben Position gespeichert; jede wird einmal verwendet.</translation>
    </message>
    <message>
        <source>This is a DICOMDIR that lists no files. Open the folder that contains the images.</source>
        <translation>Dies ist ein DICOMDIR, das keine Dateien aufführt. Öffnen Sie den Ordner, der die Bilder enthält.</translation>
    </message>
    <message>
        <source>The image has floating-point colours, which are not supported.</source>
        <translation>Das Bild hat Farben als Gleitkommazahlen; dies wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The file does not say where its compressed frames begin.</source>
        <translation>Die Datei gibt nicht an, wo ihre komprimierten Bilder beginnen.</translation>
    </message>
    <message>
        <source>A compressed frame is too large to be read.</source>
        <translation>Ein komprimiertes Bild ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>The slices are sheared by %1 degrees (gantry tilt); they are shown aligned.</source>
        <translation>Die Schichten sind um %1 Grad geschert (Gantry-Kippung); sie werden ausgerichtet angezeigt.</translation>
    </message>
    <message>
        <source>The DICOM header is larger than %1 MB.</source>
        <translation>Der DICOM-Header ist größer als %1 MB.</translation>
    </message>
    <message>
        <source>Only %1 of %2 frames are complete in the file %3.</source>
        <translation>Nur %1 von %2 Bildern sind in der Datei %3 vollständig.</translation>
    </message>
    <message>
        <source>The file is cut short: its pixel data is not complete. Copy the file again from where it came from.</source>
        <translation>Die Datei ist abgeschnitten: Ihre Pixeldaten sind nicht vollständig. Kopieren Sie die Datei erneut von ihrer Quelle.</translation>
    </message>
    <message>
        <source>Several slices have the same position and cannot be told apart; they were assigned to series by instance number.</source>
        <translation>Mehrere Schichten haben dieselbe Position und lassen sich nicht unterscheiden; sie wurden den Serien nach der Instance Number zugeordnet.</translation>
    </message>
    <message>
        <source>This is a localizer: it shows where the slices of other series lie.</source>
        <translation>Dies ist ein Localizer: Er zeigt, wo die Schichten anderer Serien liegen.</translation>
    </message>
    <message>
        <source>A slice is missing: the gap is between slices %1 and %2, counted from 0.</source>
        <translation>Eine Schicht fehlt: Die Lücke liegt zwischen den Schichten %1 und %2, von 0 an gezählt.</translation>
    </message>
    <message>
        <source>%1 slices are missing: the first gap is between slices %2 and %3, counted from 0.</source>
        <translation>%1 Schichten fehlen: Die erste Lücke liegt zwischen den Schichten %2 und %3, von 0 an gezählt.</translation>
    </message>
    <message>
        <source>The DICOM header has sequences that are nested too deeply.</source>
        <translation>Der DICOM-Header enthält zu tief verschachtelte Sequenzen.</translation>
    </message>
    <message>
        <source>The DICOM header does not specify the number of columns.</source>
        <translation>Der DICOM-Header gibt die Anzahl der Spalten nicht an.</translation>
    </message>
    <message>
        <source>The image needs a colour palette, and the file has none that can be used.</source>
        <translation>Das Bild benötigt eine Farbpalette, und die Datei enthält keine verwendbare.</translation>
    </message>
    <message>
        <source>This is a DICOM file without pixels.</source>
        <translation>Dies ist eine DICOM-Datei ohne Pixel.</translation>
    </message>
    <message>
        <source>The DICOM header does not specify the number of rows.</source>
        <translation>Der DICOM-Header gibt die Anzahl der Zeilen nicht an.</translation>
    </message>
    <message>
        <source>This is a DICOM file without pixels (%1).</source>
        <translation>Dies ist eine DICOM-Datei ohne Pixel (%1).</translation>
    </message>
    <message>
        <source>The image has one-bit colours, which are not supported.</source>
        <translation>Das Bild hat 1-Bit-Farben; dies wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The file does not contain slice positions; the slices are in the order of the file.</source>
        <translation>Die Datei enthält keine Schichtpositionen; die Schichten stehen in der Reihenfolge der Datei.</translation>
    </message>
    <message>
        <source>It is at a different angle from most slices of its series and is probably a localizer.</source>
        <translation>Die Aufnahme liegt in einem anderen Winkel als die meisten Schichten ihrer Serie und ist wahrscheinlich ein Localizer.</translation>
    </message>
    <message>
        <source>Each slice has its own rescale slope and intercept; the values are already rescaled.</source>
        <translation>Jede Schicht hat eigene Werte für Rescale Slope und Rescale Intercept; die Pixelwerte sind bereits umgerechnet.</translation>
    </message>
    <message>
        <source>The series has slices at several angles; it was split by angle.</source>
        <translation>Die Serie enthält Schichten in mehreren Winkeln; sie wurde nach Winkeln aufgeteilt.</translation>
    </message>
    <message>
        <source>The slices are shifted sideways relative to each other; they are shown aligned.</source>
        <translation>Die Schichten sind seitlich gegeneinander verschoben; sie werden ausgerichtet angezeigt.</translation>
    </message>
    <message>
        <source>The files do not contain slice positions; the slices are sorted by instance number.</source>
        <translation>Die Dateien enthalten keine Schichtpositionen; die Schichten sind nach der Instance Number sortiert.</translation>
    </message>
    <message>
        <source>The files do not contain slice positions; the slices are sorted by slice location.</source>
        <translation>Die Dateien enthalten keine Schichtpositionen; die Schichten sind nach der Slice Location sortiert.</translation>
    </message>
    <message>
        <source>The size of the compressed pixel data does not match the DICOM header.</source>
        <translation>Die Größe der komprimierten Pixeldaten passt nicht zum DICOM-Header.</translation>
    </message>
    <message>
        <source>The compressed values have %1 bits; at most 16 are supported.</source>
        <translation>Die komprimierten Werte haben %1 Bits; höchstens 16 werden unterstützt.</translation>
    </message>
    <message>
        <source>The JPEG 2000 pixel data has subsampled colours, which are not supported.</source>
        <translation>Die JPEG-2000-Pixeldaten haben unterabgetastete Farben; dies wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The DICOM header declares %1 frames; at most %2 are supported.</source>
        <translation>Der DICOM-Header gibt %1 Bilder an; höchstens %2 werden unterstützt.</translation>
    </message>
    <message>
        <source>The slices are unevenly spaced, from %1 to %2 mm; distances across them are shown as if each were %3 mm.</source>
        <translation>Die Schichtabstände sind ungleichmäßig, von %1 bis %2 mm; Strecken quer zu den Schichten werden so angezeigt, als betrüge jeder Abstand %3 mm.</translation>
    </message>
    <message>
        <source>The compressed pixel data is damaged or of a kind that is not supported.</source>
        <translation>Die komprimierten Pixeldaten sind beschädigt oder von einer nicht unterstützten Art.</translation>
    </message>
    <message>
        <source>%1 of %2 slices could not be read.</source>
        <translation>%1 von %2 Schichten konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The image has %1 bits per value, which is not supported.</source>
        <translation>Das Bild hat %1 Bits je Wert; dies wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The image has a colour format that is not supported (%1).</source>
        <translation>Das Bild hat ein nicht unterstütztes Farbformat (%1).</translation>
    </message>
    <message>
        <source>The file uses a compression that is not supported (%1).</source>
        <translation>Die Datei verwendet eine nicht unterstützte Komprimierung (%1).</translation>
    </message>
    <message>
        <source>The image has %1 values per pixel, which is not supported.</source>
        <translation>Das Bild hat %1 Werte je Pixel; dies wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The file contains the tiles of a whole-slide image, which are not supported.</source>
        <translation>Die Datei enthält die Kacheln eines Whole-Slide-Bildes; dies wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The file cannot be read (%1).</source>
        <translation>Die Datei kann nicht gelesen werden (%1).</translation>
    </message>
    <message>
        <source>A temporary file cannot be written (%1).</source>
        <translation>Eine temporäre Datei kann nicht geschrieben werden (%1).</translation>
    </message>
    <message>
        <source>The file has changed since it was opened. Open it again.</source>
        <translation>Die Datei hat sich seit dem Öffnen geändert. Öffnen Sie sie erneut.</translation>
    </message>
    <message>
        <source>This is a link that leads back to itself.</source>
        <translation>Dies ist eine Verknüpfung, die auf sich selbst zurückführt.</translation>
    </message>
    <message>
        <source>The file is cut short: its end is missing. Copy it again from where it came from.</source>
        <translation>Die Datei ist abgeschnitten: Ihr Ende fehlt. Kopieren Sie sie erneut von ihrer Quelle.</translation>
    </message>
    <message>
        <source>The compressed data in the file is damaged.</source>
        <translation>Die komprimierten Daten in der Datei sind beschädigt.</translation>
    </message>
    <message>
        <source>This is a device, not a file.</source>
        <translation>Dies ist ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file was moved or removed since it was opened.</source>
        <translation>Die Datei wurde seit dem Öffnen verschoben oder entfernt.</translation>
    </message>
    <message>
        <source>There is not enough memory to open the file. Close other programs or series.</source>
        <translation>Der Speicher reicht nicht aus, um die Datei zu öffnen. Schließen Sie andere Programme oder Serien.</translation>
    </message>
    <message>
        <source>The header names the file %1, which is outside its own folder. Move that file next to the header.</source>
        <translation>Der Header nennt die Datei %1, die außerhalb seines eigenen Ordners liegt. Verschieben Sie diese Datei neben den Header.</translation>
    </message>
    <message>
        <source>This is a named pipe, not a file.</source>
        <translation>Dies ist eine benannte Pipe, keine Datei.</translation>
    </message>
    <message>
        <source>This is a socket, not a file.</source>
        <translation>Dies ist ein Socket, keine Datei.</translation>
    </message>
    <message>
        <source>The folder cannot be read (%1).</source>
        <translation>Der Ordner kann nicht gelesen werden (%1).</translation>
    </message>
    <message>
        <source>The volume has more than %1 different values, so it cannot be shown as labels.</source>
        <translation>Das Volumen hat mehr als %1 verschiedene Werte und kann daher nicht als Labels angezeigt werden.</translation>
    </message>
    <message>
        <source>The MetaImage header is not complete.</source>
        <translation>Der MetaImage-Header ist nicht vollständig.</translation>
    </message>
    <message>
        <source>The MetaImage header has a line of more than %1 characters.</source>
        <translation>Der MetaImage-Header enthält eine Zeile mit mehr als %1 Zeichen.</translation>
    </message>
    <message>
        <source>The volume holds complex numbers. Save their magnitude or phase as a volume of its own.</source>
        <translation>Das Volumen enthält komplexe Zahlen. Speichern Sie deren Betrag oder Phase als eigenes Volumen.</translation>
    </message>
    <message>
        <source>The file has no valid NIfTI header.</source>
        <translation>Die Datei hat keinen gültigen NIfTI-Header.</translation>
    </message>
    <message>
        <source>The volume holds 128-bit floating-point numbers, which are not supported. Save it as float64.</source>
        <translation>Das Volumen enthält 128-Bit-Gleitkommazahlen, die nicht unterstützt werden. Speichern Sie es als float64.</translation>
    </message>
    <message>
        <source>The header declares an impossible number of dimensions (%1).</source>
        <translation>Der Header gibt eine unmögliche Anzahl von Dimensionen an (%1).</translation>
    </message>
    <message>
        <source>The header declares an impossible offset of the voxels.</source>
        <translation>Der Header gibt einen unmöglichen Offset der Voxel an.</translation>
    </message>
    <message>
        <source>The file contains no image, only a row of values.</source>
        <translation>Die Datei enthält kein Bild, nur eine Zeile von Werten.</translation>
    </message>
    <message>
        <source>This is the header of a pair of files, and %1 is not in the same folder.</source>
        <translation>Dies ist der Header eines Dateipaars, und %1 liegt nicht im selben Ordner.</translation>
    </message>
    <message>
        <source>The file does not specify the orientation of the volume in the patient.</source>
        <translation>Die Datei gibt die Lage des Volumens im Patienten nicht an.</translation>
    </message>
    <message>
        <source>The volume has one-bit voxels, which are not supported.</source>
        <translation>Das Volumen hat 1-Bit-Voxel; dies wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The header names an unknown data type (%1).</source>
        <translation>Der Header nennt einen unbekannten Datentyp (%1).</translation>
    </message>
    <message>
        <source>The colour values were converted to 8 bits.</source>
        <translation>Die Farbwerte wurden in 8 Bits umgewandelt.</translation>
    </message>
    <message>
        <source>The array holds complex numbers. Save their magnitude or phase instead.</source>
        <translation>Das Array enthält komplexe Zahlen. Speichern Sie stattdessen deren Betrag oder Phase.</translation>
    </message>
    <message>
        <source>The header of the NumPy array is damaged.</source>
        <translation>Der Header des NumPy-Arrays ist beschädigt.</translation>
    </message>
    <message>
        <source>The array holds no values: its shape is %1.</source>
        <translation>Das Array enthält keine Werte: Seine Form ist %1.</translation>
    </message>
    <message>
        <source>The array holds extended floating-point numbers. Save it as float64.</source>
        <translation>Das Array enthält Gleitkommazahlen mit erweiterter Genauigkeit. Speichern Sie es als float64.</translation>
    </message>
    <message>
        <source>The header of the NumPy array is larger than %1 kB.</source>
        <translation>Der Header des NumPy-Arrays ist größer als %1 kB.</translation>
    </message>
    <message>
        <source>The header of the NumPy array declares an impossible size (%1).</source>
        <translation>Der Header des NumPy-Arrays gibt eine unmögliche Größe an (%1).</translation>
    </message>
    <message>
        <source>The file holds Python objects, not numbers. Save it as an array of numbers.</source>
        <translation>Die Datei enthält Python-Objekte, keine Zahlen. Speichern Sie sie als Array von Zahlen.</translation>
    </message>
    <message>
        <source>The array holds records of several fields, not numbers.</source>
        <translation>Das Array enthält Datensätze mit mehreren Feldern, keine Zahlen.</translation>
    </message>
    <message>
        <source>The array holds text, not numbers.</source>
        <translation>Das Array enthält Text, keine Zahlen.</translation>
    </message>
    <message>
        <source>The array holds dates or times, not numbers.</source>
        <translation>Das Array enthält Datums- oder Zeitangaben, keine Zahlen.</translation>
    </message>
    <message>
        <source>The file is cut short in the header of the NumPy array.</source>
        <translation>Die Datei ist im Header des NumPy-Arrays abgeschnitten.</translation>
    </message>
    <message>
        <source>The values of the array have an unknown type (%1).</source>
        <translation>Die Werte des Arrays haben einen unbekannten Datentyp (%1).</translation>
    </message>
    <message>
        <source>The array has the shape %1. Arrays of the shapes (H, W), (H, W, 3), (D, H, W) and (1, D, H, W) can be opened.</source>
        <translation>Das Array hat die Form %1. Arrays der Formen (H, W), (H, W, 3), (D, H, W) und (1, D, H, W) können geöffnet werden.</translation>
    </message>
    <message>
        <source>The file has version %1 of NumPy&apos;s format; versions 1 to 3 are supported.</source>
        <translation>Die Datei hat Version %1 des NumPy-Formats; die Versionen 1 bis 3 werden unterstützt.</translation>
    </message>
    <message>
        <source>There are no files in the folder.</source>
        <translation>Der Ordner enthält keine Dateien.</translation>
    </message>
    <message>
        <source>This is a gzip file that contains no known image format. Unpack it first.</source>
        <translation>Dies ist eine gzip-Datei, die kein bekanntes Bildformat enthält. Entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>This is a HEIF or AVIF image, which is not supported. Save it as PNG.</source>
        <translation>Dies ist ein HEIF- oder AVIF-Bild; dies wird nicht unterstützt. Speichern Sie es als PNG.</translation>
    </message>
    <message>
        <source>This is a JPEG 2000 image, which is supported only inside DICOM. Save it as PNG.</source>
        <translation>Dies ist ein JPEG-2000-Bild; dies wird nur innerhalb von DICOM unterstützt. Speichern Sie es als PNG.</translation>
    </message>
    <message>
        <source>The file could not be opened (%1).</source>
        <translation>Die Datei konnte nicht geöffnet werden (%1).</translation>
    </message>
    <message>
        <source>None of the files could be opened.
%1</source>
        <translation>Keine der Dateien konnte geöffnet werden.
%1</translation>
    </message>
    <message>
        <source>No file or folder was chosen.</source>
        <translation>Es wurde keine Datei und kein Ordner ausgewählt.</translation>
    </message>
    <message>
        <source>This is a PDF document, not an image.</source>
        <translation>Dies ist ein PDF-Dokument, kein Bild.</translation>
    </message>
    <message>
        <source>This is a tar archive. Unpack it first.</source>
        <translation>Dies ist ein tar-Archiv. Entpacken Sie es zuerst.</translation>
    </message>
    <message>
        <source>This is text, not an image.</source>
        <translation>Dies ist Text, kein Bild.</translation>
    </message>
    <message>
        <source>This is not an image or video file of a known format.</source>
        <translation>Dies ist keine Bild- oder Videodatei in einem bekannten Format.</translation>
    </message>
    <message>
        <source>This is a WebP image, which is not supported. Save it as PNG.</source>
        <translation>Dies ist ein WebP-Bild; dies wird nicht unterstützt. Speichern Sie es als PNG.</translation>
    </message>
    <message>
        <source>This is a ZIP archive. Unpack it first.</source>
        <translation>Dies ist ein ZIP-Archiv. Entpacken Sie es zuerst.</translation>
    </message>
    <message>
        <source>The image holds complex numbers, which are not supported.</source>
        <translation>Das Bild enthält komplexe Zahlen, die nicht unterstützt werden.</translation>
    </message>
    <message>
        <source>The image is damaged.</source>
        <translation>Das Bild ist beschädigt.</translation>
    </message>
    <message>
        <source>The header of the image is damaged.</source>
        <translation>Der Header des Bildes ist beschädigt.</translation>
    </message>
    <message>
        <source>The JPEG image is damaged, or of a kind that is not supported (12-bit or lossless).</source>
        <translation>Das JPEG-Bild ist beschädigt oder von einer nicht unterstützten Art (12 Bits oder verlustfrei).</translation>
    </message>
    <message>
        <source>The header declares an impossible number of values per pixel (%1).</source>
        <translation>Der Header gibt eine unmögliche Anzahl von Werten je Pixel an (%1).</translation>
    </message>
    <message>
        <source>The header declares an impossible size.</source>
        <translation>Der Header gibt eine unmögliche Größe an.</translation>
    </message>
    <message>
        <source>The file is cut short, or its header is wrong: it declares more pixels than the file can contain.</source>
        <translation>Die Datei ist abgeschnitten, oder ihr Header ist falsch: Er gibt mehr Pixel an, als die Datei enthalten kann.</translation>
    </message>
    <message>
        <source>The image is too large (%1 x %2 pixels).</source>
        <translation>Das Bild ist zu groß (%1 x %2 Pixel).</translation>
    </message>
    <message>
        <source>The file has more than %1 pages.</source>
        <translation>Die Datei hat mehr als %1 Seiten.</translation>
    </message>
    <message>
        <source>This is not an image of a known format.</source>
        <translation>Dies ist kein Bild in einem bekannten Format.</translation>
    </message>
    <message>
        <source>The image has a colour format that is not supported.</source>
        <translation>Das Bild hat ein nicht unterstütztes Farbformat.</translation>
    </message>
    <message>
        <source>The image uses a compression that is not supported (TIFF compression %1).</source>
        <translation>Das Bild verwendet eine nicht unterstützte Komprimierung (TIFF-Komprimierung %1).</translation>
    </message>
    <message>
        <source>The image holds floating-point numbers of %1 bits, which are not supported.</source>
        <translation>Das Bild enthält Gleitkommazahlen mit %1 Bits, die nicht unterstützt werden.</translation>
    </message>
    <message>
        <source>There is no plane &quot;%1&quot;: choose axial, coronal or sagittal.</source>
        <translation>Es gibt keine Ebene „%1“: Wählen Sie axial, coronal oder sagittal.</translation>
    </message>
    <message>
        <source>A thumbnail needs a side of at least one pixel.</source>
        <translation>Eine Miniaturansicht muss eine Seitenlänge von mindestens einem Pixel haben.</translation>
    </message>
    <message>
        <source>There is no slice %1: the slices are numbered from 0 to %2.</source>
        <translation>Es gibt keine Schicht %1: Die Schichten sind von 0 bis %2 nummeriert.</translation>
    </message>
    <message>
        <source>This plane cannot be shown: the voxel spacings differ so much that square pixels would give an image of more than %1 pixels per side. Choose the acquired plane.</source>
        <translation>Diese Ebene kann nicht angezeigt werden: Die Voxelabstände sind so verschieden, dass quadratische Pixel ein Bild mit mehr als %1 Pixeln je Seite ergäben. Wählen Sie die Aufnahmeebene.</translation>
    </message>
    <message>
        <source>This slice has not been loaded yet.</source>
        <translation>Diese Schicht wurde noch nicht geladen.</translation>
    </message>
    <message>
        <source>There is no slab mode &quot;%1&quot;: choose max, mean or min.</source>
        <translation>Es gibt keinen Slab-Modus „%1“: Wählen Sie max, mean oder min.</translation>
    </message>
    <message>
        <source>This series is a clip, so it has no volume to load.</source>
        <translation>Diese Serie ist ein Clip und hat daher kein Volumen, das geladen werden könnte.</translation>
    </message>
    <message>
        <source>This series is not a clip, so it has no frames over time.</source>
        <translation>Diese Serie ist kein Clip und hat daher keine zeitliche Bildfolge.</translation>
    </message>
    <message>
        <source>The series has no source for its pixels.</source>
        <translation>Die Serie hat keine Quelle für ihre Pixel.</translation>
    </message>
    <message>
        <source>There is no slice %1: slices are numbered from 0 to %2.</source>
        <translation>Es gibt keine Schicht %1: Schichten sind von 0 bis %2 nummeriert.</translation>
    </message>
    <message>
        <source>The video is damaged.</source>
        <translation>Das Video ist beschädigt.</translation>
    </message>
    <message>
        <source>Frame %1 of the video is damaged.</source>
        <translation>Bild %1 des Videos ist beschädigt.</translation>
    </message>
    <message>
        <source>The file contains no video frame that can be decoded.</source>
        <translation>Die Datei enthält kein Videobild, das decodiert werden kann.</translation>
    </message>
    <message>
        <source>The file contains no video.</source>
        <translation>Die Datei enthält kein Video.</translation>
    </message>
    <message>
        <source>The video (%1) cannot be decoded.</source>
        <translation>Das Video (%1) kann nicht decodiert werden.</translation>
    </message>
    <message>
        <source>The file is damaged or not a video of a known format.</source>
        <translation>Die Datei ist beschädigt oder kein Video in einem bekannten Format.</translation>
    </message>
    <message>
        <source>The video has a format (%1) that cannot be decoded here.</source>
        <translation>Das Video hat ein Format (%1), das hier nicht decodiert werden kann.</translation>
    </message>
    <message>
        <source>The video has frames whose pixel format cannot be shown.</source>
        <translation>Das Video enthält Bilder, deren Pixelformat nicht angezeigt werden kann.</translation>
    </message>
    <message>
        <source>The file is cut short, or the size in its header is wrong.</source>
        <translation>Die Datei ist abgeschnitten, oder die Größe in ihrem Header ist falsch.</translation>
    </message>
    <message>
        <source>The header of the volume is damaged.</source>
        <translation>Der Header des Volumens ist beschädigt.</translation>
    </message>
    <message>
        <source>The voxels in the file are damaged.</source>
        <translation>Die Voxel in der Datei sind beschädigt.</translation>
    </message>
    <message>
        <source>The header needs the data file %1, which is missing.</source>
        <translation>Der Header benötigt die Datendatei %1, die fehlt.</translation>
    </message>
    <message>
        <source>The header is damaged: its dimensions and sizes do not agree.</source>
        <translation>Der Header ist beschädigt: Seine Dimensionen und Größen stimmen nicht überein.</translation>
    </message>
    <message>
        <source>A volume of %1 voxels is empty.</source>
        <translation>Ein Volumen mit %1 Voxeln ist leer.</translation>
    </message>
    <message>
        <source>The header declares an impossible number of values per voxel (%1).</source>
        <translation>Der Header gibt eine unmögliche Anzahl von Werten je Voxel an (%1).</translation>
    </message>
    <message>
        <source>The header declares an impossible number of bytes before the voxels.</source>
        <translation>Der Header gibt eine unmögliche Anzahl von Bytes vor den Voxeln an.</translation>
    </message>
    <message>
        <source>A volume of %1 values of type %2 needs %3 MB of memory, but only %4 MB is free. Close other series or programs.</source>
        <translation>Ein Volumen mit %1 Werten des Typs %2 benötigt %3 MB Speicher, aber nur %4 MB sind frei. Schließen Sie andere Serien oder Programme.</translation>
    </message>
    <message>
        <source>The header does not specify the type of the voxels.</source>
        <translation>Der Header gibt den Datentyp der Voxel nicht an.</translation>
    </message>
    <message>
        <source>The orientation in the file&apos;s header is not valid and was ignored.</source>
        <translation>Die Orientierung im Header der Datei ist ungültig und wurde ignoriert.</translation>
    </message>
    <message>
        <source>The pixels do not fit the volume that they belong to.</source>
        <translation>Die Pixel passen nicht zu dem Volumen, zu dem sie gehören.</translation>
    </message>
    <message>
        <source>There is not enough memory for a volume of %1 values of type %2. Close other series or programs.</source>
        <translation>Der Speicher reicht für ein Volumen mit %1 Werten des Typs %2 nicht aus. Schließen Sie andere Serien oder Programme.</translation>
    </message>
    <message>
        <source>The header stores its slices in separate files, which is not supported. Save the volume as one file.</source>
        <translation>Der Header speichert seine Schichten in getrennten Dateien; dies wird nicht unterstützt. Speichern Sie das Volumen als eine einzige Datei.</translation>
    </message>
    <message>
        <source>The volume&apos;s axes are not at right angles in the file; they are shown as if they were.</source>
        <translation>Die Achsen des Volumens stehen in der Datei nicht im rechten Winkel zueinander; sie werden so angezeigt, als wäre dies der Fall.</translation>
    </message>
    <message>
        <source>The file is cut short, or its header is wrong: the header declares %1 bytes of voxels, and the file has %2.</source>
        <translation>Die Datei ist abgeschnitten, oder ihr Header ist falsch: Der Header gibt %1 Bytes für die Voxel an, und die Datei hat %2.</translation>
    </message>
    <message>
        <source>The file is cut short, or its header is wrong: the header declares %1 bytes of voxels, and the file can hold at most %2.</source>
        <translation>Die Datei ist abgeschnitten, oder ihr Header ist falsch: Der Header gibt %1 Bytes für die Voxel an, und die Datei kann höchstens %2 enthalten.</translation>
    </message>
    <message>
        <source>The file has fewer lines before its voxels than its header says.</source>
        <translation>Die Datei hat weniger Zeilen vor ihren Voxeln, als ihr Header angibt.</translation>
    </message>
    <message>
        <source>A volume of %1 values is too large.</source>
        <translation>Ein Volumen mit %1 Werten ist zu groß.</translation>
    </message>
    <message>
        <source>The header declares more than %1 volumes.</source>
        <translation>Der Header gibt mehr als %1 Volumina an.</translation>
    </message>
    <message>
        <source>An unknown type of voxels was requested (%1).</source>
        <translation>Es wurde ein unbekannter Datentyp der Voxel angefordert (%1).</translation>
    </message>
    <message>
        <source>The file does not specify the voxel size.</source>
        <translation>Die Datei gibt die Voxelgröße nicht an.</translation>
    </message>
    <message>
        <source>The volume has %1 dimensions; volumes of 2 to 5 dimensions can be opened.</source>
        <translation>Das Volumen hat %1 Dimensionen; Volumina mit 2 bis 5 Dimensionen können geöffnet werden.</translation>
    </message>
    <message>
        <source>The voxels have an encoding that is supported only for plain volumes. Save the volume as raw or gzip.</source>
        <translation>Die Voxel haben eine Codierung, die nur für einfache Volumina unterstützt wird. Speichern Sie das Volumen als raw oder gzip.</translation>
    </message>
    <message>
        <source>The file stores the values of a voxel in an order that is not supported.</source>
        <translation>Die Datei speichert die Werte eines Voxels in einer nicht unterstützten Reihenfolge.</translation>
    </message>
    <message>
        <source>The voxels have a type that is not supported.</source>
        <translation>Die Voxel haben einen nicht unterstützten Datentyp.</translation>
    </message>
    <message>
        <source>There is no window &quot;%1&quot;: this series has no named windows. Specify a centre and a width.</source>
        <translation>Es gibt kein Fenster „%1“: Diese Serie hat keine benannten Fenster. Geben Sie Zentrum und Breite an.</translation>
    </message>
    <message>
        <source>There is no window &quot;%1&quot; for this series. Available windows: %2.</source>
        <translation>Es gibt kein Fenster „%1“ für diese Serie. Verfügbare Fenster: %2.</translation>
    </message>
    <message>
        <source>And %1 more files.</source>
        <translation>Und %1 weitere Dateien.</translation>
    </message>
    <message>
        <source>The number of frames must be at least 1.</source>
        <translation>Die Anzahl der Bilder muss mindestens 1 sein.</translation>
    </message>
    <message>
        <source>The interval between frames must be greater than 0 s.</source>
        <translation>Der Zeitabstand zwischen Bildern muss größer als 0 s sein.</translation>
    </message>
    <message>
        <source>The orientation of this volume in the patient is unknown, so it has no axial, coronal and sagittal planes. Select slices without a plane.</source>
        <translation>Die Lage dieses Volumens im Patienten ist unbekannt; daher gibt es keine axiale, koronale und sagittale Ebene. Wählen Sie Schichten ohne Ebene aus.</translation>
    </message>
    <message>
        <source>There is no slice or frame %1: they are numbered from 0 to %2.</source>
        <translation>Schicht oder Bild %1 gibt es nicht: Die Nummern reichen von 0 bis %2.</translation>
    </message>
    <message>
        <source>This series is a single image: it provides one frame, not %1.</source>
        <translation>Diese Serie ist ein einzelnes Bild: Sie liefert ein Bild, nicht %1.</translation>
    </message>
    <message>
        <source>A plane can be chosen only for a volume, and this series is a clip.</source>
        <translation>Eine Ebene lässt sich nur für ein Volumen wählen, und diese Serie ist ein Clip.</translation>
    </message>
    <message>
        <source>A plane can be chosen only for a volume, and this series is a single image.</source>
        <translation>Eine Ebene lässt sich nur für ein Volumen wählen, und diese Serie ist ein einzelnes Bild.</translation>
    </message>
    <message>
        <source>A clip range cannot be combined with frames that are selected one by one. Use only one of them.</source>
        <translation>Ein Bereich des Clips lässt sich nicht mit einzeln ausgewählten Bildern kombinieren. Verwenden Sie nur eines von beiden.</translation>
    </message>
    <message>
        <source>The range from %1 s to %2 s is outside the clip, which runs from 0 s to %3 s.</source>
        <translation>Der Bereich von %1 s bis %2 s liegt nicht im Clip, der von 0 s bis %3 s reicht.</translation>
    </message>
    <message>
        <source>Select frames in only one way: by count, by index, by time, or by interval.</source>
        <translation>Wählen Sie die Bilder auf nur eine Art aus: nach Anzahl, Index, Zeitpunkt oder Zeitabstand.</translation>
    </message>
    <message>
        <source>There is no frame at %1 s: the clip runs from 0 s to %2 s.</source>
        <translation>Bei %1 s gibt es kein Bild: Der Clip reicht von 0 s bis %2 s.</translation>
    </message>
    <message>
        <source>Frames can be selected by time only in a clip, and this series is not a clip. Select slices by count or by index.</source>
        <translation>Nach Zeitpunkt lassen sich nur Bilder eines Clips auswählen, und diese Serie ist kein Clip. Wählen Sie Schichten nach Anzahl oder Index aus.</translation>
    </message>
    <message>
        <source>That would be %1 frames, but a question can include at most %2. Choose fewer.</source>
        <translation>Das wären %1 Bilder, aber eine Frage kann höchstens %2 umfassen. Wählen Sie weniger.</translation>
    </message>
    <message>
        <source>A window can be set only for greyscale values, and the frames of this clip are in colour.</source>
        <translation>Eine Fensterung ist nur bei Grauwerten möglich, und die Bilder dieses Clips sind farbig.</translation>
    </message>
    <message>
        <source>The window width must be greater than 0.</source>
        <translation>Die Fensterbreite muss größer als 0 sein.</translation>
    </message>
    <message>
        <source>A witness has seen event %1 of the session&apos;s log, but the file has %2 events. Events were cut off, or an older copy was put back.</source>
        <translation>Ein Zeuge hat Ereignis %1 des Sitzungsprotokolls gesehen, aber die Datei hat %2 Ereignisse. Ereignisse wurden abgeschnitten, oder eine ältere Kopie wurde zurückgelegt.</translation>
    </message>
    <message>
        <source>The record of this session is not as it was written. The faults are listed.</source>
        <translation>Die Aufzeichnung dieser Sitzung ist nicht mehr so, wie sie geschrieben wurde. Die Fehler sind aufgelistet.</translation>
    </message>
    <message>
        <source>No event of the session&apos;s log has the hash %1.</source>
        <translation>Kein Ereignis des Sitzungsprotokolls hat den Hash %1.</translation>
    </message>
    <message>
        <source>The session was written by an old version without a log, so there is nothing to check. It gets a log when it is next opened for writing.</source>
        <translation>Die Sitzung wurde von einer alten Version ohne Protokoll geschrieben, daher gibt es nichts zu prüfen. Sie erhält ein Protokoll, wenn sie das nächste Mal zum Schreiben geöffnet wird.</translation>
    </message>
    <message>
        <source>The witness file cannot be read (%1).</source>
        <translation>Die Zeugendatei kann nicht gelesen werden (%1).</translation>
    </message>
    <message>
        <source>The session was exported, but its head cannot be written to the witness file (%1). Choose another witness file.</source>
        <translation>Die Sitzung wurde exportiert, aber ihr Kopf kann nicht in die Zeugendatei geschrieben werden (%1). Wählen Sie eine andere Zeugendatei.</translation>
    </message>
    <message>
        <source>Line %1 is not a line of a witness file.</source>
        <translation>Zeile %1 ist keine Zeile einer Zeugendatei.</translation>
    </message>
    <message>
        <source>--head must be a SHA-256 of 64 hexadecimal digits, not &quot;%1&quot;.</source>
        <translation>--head muss ein SHA-256 aus 64 hexadezimalen Ziffern sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>No question of the session is selected, so there is nothing to export.</source>
        <translation>Keine Frage der Sitzung ist ausgewählt, daher gibt es nichts zu exportieren.</translation>
    </message>
    <message>
        <source>--exchanges must be numbers and ranges such as 1,3-5, not &quot;%1&quot;.</source>
        <translation>--exchanges muss aus Nummern und Bereichen wie 1,3-5 bestehen, nicht „%1“.</translation>
    </message>
    <message>
        <source>A mark on an image has no valid position. Draw it again.</source>
        <translation>Eine Markierung auf einem Bild hat keine gültige Position. Zeichnen Sie sie neu.</translation>
    </message>
    <message>
        <source>The index of the sessions cannot be used (%1). Free some space, or delete the file: it is created again from the sessions.</source>
        <translation>Der Index der Sitzungen kann nicht verwendet werden (%1). Schaffen Sie Platz, oder löschen Sie die Datei: Sie wird aus den Sitzungen neu erstellt.</translation>
    </message>
    <message>
        <source>The tables of the session and their indexes do not agree (%1), so the program may show less than the file holds.</source>
        <translation>Die Tabellen der Sitzung und ihre Indizes stimmen nicht überein (%1); das Programm zeigt womöglich weniger, als die Datei enthält.</translation>
    </message>
    <message>
        <source>The tables, indexes and triggers of the session are not those of version %1: some were added, removed or changed.</source>
        <translation>Die Tabellen, Indizes und Trigger der Sitzung sind nicht die der Version %1: Einige wurden hinzugefügt, entfernt oder geändert.</translation>
    </message>
    <message>
        <source>The column &quot;%2&quot; of the table &quot;%1&quot; of the session holds a value of another type: it was changed.</source>
        <translation>Die Spalte „%2“ der Tabelle „%1“ der Sitzung enthält einen Wert eines anderen Typs: Er wurde geändert.</translation>
    </message>
    <message>
        <source>%1 must be a day such as 2026-01-31, not &quot;%2&quot;.</source>
        <translation>%1 muss ein Tag wie 2026-01-31 sein, nicht &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Use either --reviewed or --unreviewed, not both.</source>
        <translation>Verwenden Sie entweder --reviewed oder --unreviewed, nicht beides.</translation>
    </message>
    <message>
        <source>--verdict must be correct, &quot;partly correct&quot;, wrong or &quot;cannot judge&quot;, not &quot;%1&quot;.</source>
        <translation>--verdict muss correct, &quot;partly correct&quot;, wrong oder &quot;cannot judge&quot; sein, nicht &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>This name is in use, and only an empty folder or an earlier export that nobody has changed is replaced. Choose another name.</source>
        <translation>Dieser Name wird schon verwendet, und nur ein leerer Ordner oder ein früherer, unveränderter Export wird ersetzt. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The file with the key that replaces UIDs cannot be used (%1). Restore it from a backup: with a new key, later exports do not fit to earlier ones.</source>
        <translation>Die Datei mit dem Schlüssel, der UIDs ersetzt, kann nicht verwendet werden (%1). Stellen Sie sie aus einer Sicherung wieder her: Mit einem neuen Schlüssel passen spätere Exporte nicht zu früheren.</translation>
    </message>
    <message>
        <source>The exported session cannot be read (%1).</source>
        <translation>Die exportierte Sitzung kann nicht gelesen werden (%1).</translation>
    </message>
    <message>
        <source>The exported session is damaged: the value of &quot;%1&quot; is missing or wrong. Export the session again.</source>
        <translation>Die exportierte Sitzung ist beschädigt: Der Wert von „%1“ fehlt oder ist falsch. Exportieren Sie die Sitzung erneut.</translation>
    </message>
    <message>
        <source>The log of the exported session has a fault, so its content cannot be relied on. Nothing was imported.</source>
        <translation>Das Protokoll der exportierten Sitzung ist fehlerhaft, daher ist auf ihren Inhalt kein Verlass. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>The session was exported by a newer version of Fleming Viewer. Import it with that version.</source>
        <translation>Die Sitzung wurde mit einer neueren Version von Fleming Viewer exportiert. Importieren Sie sie mit dieser Version.</translation>
    </message>
    <message>
        <source>This is not a session that Fleming Viewer has exported as JSON.</source>
        <translation>Dies ist keine Sitzung, die Fleming Viewer als JSON exportiert hat.</translation>
    </message>
    <message>
        <source>This file is not JSON, or it is damaged at byte %1 (%2). Export the session again.</source>
        <translation>Diese Datei ist kein JSON oder bei Byte %1 beschädigt (%2). Exportieren Sie die Sitzung erneut.</translation>
    </message>
    <message>
        <source>There is a file of this name. Choose another name for the imported session.</source>
        <translation>Eine Datei mit diesem Namen gibt es schon. Wählen Sie einen anderen Namen für die importierte Sitzung.</translation>
    </message>
    <message>
        <source>This export lacks what was removed to protect patients, so it cannot become a session. Export the session with identity and paths: --keep-identity --include-paths.</source>
        <translation>Diesem Export fehlt, was zum Schutz der Patienten entfernt wurde, daher kann aus ihm keine Sitzung werden. Exportieren Sie die Sitzung mit Identität und Pfaden: --keep-identity --include-paths.</translation>
    </message>
    <message>
        <source>This folder of the model that gave the answer no longer exists. Specify where the model is with --model DIR.</source>
        <translation>Der Ordner des Modells, das die Antwort gegeben hat, existiert nicht mehr. Geben Sie mit --model ORDNER an, wo das Modell liegt.</translation>
    </message>
    <message>
        <source>Question number %1 has no answer to replay: it failed, or its answer is still being generated.</source>
        <translation>Frage Nummer %1 hat keine Antwort, die neu erzeugt werden kann: Sie ist fehlgeschlagen, oder die Antwort wird noch erzeugt.</translation>
    </message>
    <message>
        <source>Not all answers of this session were replayed identically. The differences are listed.</source>
        <translation>Nicht alle Antworten dieser Sitzung wurden identisch neu erzeugt. Die Unterschiede sind aufgeführt.</translation>
    </message>
    <message>
        <source>The session has no answer to replay.</source>
        <translation>Die Sitzung hat keine Antwort, die neu erzeugt werden kann.</translation>
    </message>
    <message>
        <source>Only a new session can take an imported one, and this session has questions.</source>
        <translation>Nur eine neue Sitzung kann eine importierte aufnehmen, und diese Sitzung enthält Fragen.</translation>
    </message>
    <message>
        <source>The original file no longer exists, so its image cannot be made again.</source>
        <translation>Die Originaldatei existiert nicht mehr, daher kann ihr Bild nicht neu erzeugt werden.</translation>
    </message>
    <message>
        <source>The original file is not the one from which the image was made: it was changed or replaced.</source>
        <translation>Die Originaldatei ist nicht die, aus der das Bild erzeugt wurde: Sie wurde verändert oder ersetzt.</translation>
    </message>
    <message>
        <source>The session does not say from which file the image was made.</source>
        <translation>Die Sitzung gibt nicht an, aus welcher Datei das Bild erzeugt wurde.</translation>
    </message>
    <message>
        <source>The image that the original file gives now has other pixels than the stored image.</source>
        <translation>Das Bild, das die Originaldatei jetzt ergibt, hat andere Pixel als das gespeicherte Bild.</translation>
    </message>
    <message>
        <source>Label %1 of the taxonomy lacks its id or its name. Add them and try again.</source>
        <translation>Label %1 der Taxonomie fehlt die ID oder der Name. Ergänzen Sie beides und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The taxonomy cannot be read (%1).</source>
        <translation>Die Taxonomie kann nicht gelesen werden (%1).</translation>
    </message>
    <message>
        <source>The taxonomy cannot be written (%1). Choose another folder or free some space.</source>
        <translation>Die Taxonomie kann nicht geschrieben werden (%1). Wählen Sie einen anderen Ordner oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>This is not a taxonomy: the file is not valid JSON from character %1 on. Export the taxonomy of the program to see what the file should look like.</source>
        <translation>Das ist keine Taxonomie: Ab Zeichen %1 ist die Datei kein gültiges JSON. Exportieren Sie die Taxonomie des Programms, um zu sehen, wie die Datei aussehen soll.</translation>
    </message>
    <message>
        <source>The taxonomy has no labels. Add a list &quot;labels&quot;.</source>
        <translation>Die Taxonomie hat keine Labels. Fügen Sie eine Liste „labels“ hinzu.</translation>
    </message>
    <message>
        <source>The taxonomy has no name. Add a text &quot;name&quot;.</source>
        <translation>Die Taxonomie hat keinen Namen. Fügen Sie einen Text „name“ hinzu.</translation>
    </message>
    <message>
        <source>The taxonomy has no version. Add a text &quot;version&quot;.</source>
        <translation>Die Taxonomie hat keine Version. Fügen Sie einen Text „version“ hinzu.</translation>
    </message>
    <message>
        <source>Two labels of the taxonomy have the id &quot;%1&quot;. Give each its own.</source>
        <translation>Zwei Labels der Taxonomie haben die ID „%1“. Geben Sie jedem eine eigene.</translation>
    </message>
    <message>
        <source>--exchange needs the number of a question, such as 3, not &quot;%1&quot;.</source>
        <translation>--exchange braucht die Nummer einer Frage, zum Beispiel 3, nicht &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Specify exactly one FILE.json: an exported session.</source>
        <translation>Geben Sie genau eine FILE.json an: eine exportierte Sitzung.</translation>
    </message>
    <message>
        <source>%1 can be used only with --report.</source>
        <translation>%1 kann nur mit --report verwendet werden.</translation>
    </message>
    <message>
        <source>--paper must be a4 or letter, not &quot;%1&quot;.</source>
        <translation>--paper muss a4 oder letter sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>The session&apos;s record of how the answer was computed is damaged.</source>
        <translation>Die Aufzeichnung der Sitzung darüber, wie die Antwort berechnet wurde, ist beschädigt.</translation>
    </message>
    <message>
        <source>What the session records of this answer does not fit its question and images. Check the session with &quot;fleming verify&quot;.</source>
        <translation>Was die Sitzung über diese Antwort festhält, passt nicht zu ihrer Frage und ihren Bildern. Prüfen Sie die Sitzung mit &quot;fleming verify&quot;.</translation>
    </message>
    <message>
        <source>The session cannot be written as DICOM (%1). Export it as JSON or PDF.</source>
        <translation>Die Sitzung kann nicht als DICOM geschrieben werden (%1). Exportieren Sie sie als JSON oder PDF.</translation>
    </message>
    <message>
        <source>This file is a session or a witness file, which an export does not replace. Choose another name.</source>
        <translation>Diese Datei ist eine Sitzung oder eine Zeugendatei, die ein Export nicht ersetzt. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The session was moved, renamed or deleted while it was open. Put it back to its place: what was written last is in the file beside it whose name ends in -wal.</source>
        <translation>Die Sitzung wurde verschoben, umbenannt oder gelöscht, während sie geöffnet war. Legen Sie sie an ihren Platz zurück: Was zuletzt geschrieben wurde, steht in der Datei daneben, deren Name auf -wal endet.</translation>
    </message>
    <message>
        <source>Event %1 of the session&apos;s log is not the event that a witness has seen under this number. The log was written anew, or this file and a copy of it were both continued.</source>
        <translation>Ereignis %1 des Sitzungsprotokolls ist nicht das Ereignis, das ein Zeuge unter dieser Nummer gesehen hat. Das Protokoll wurde neu geschrieben, oder diese Datei und eine Kopie von ihr wurden beide fortgesetzt.</translation>
    </message>
    <message>
        <source>The tags cannot be saved there (%1).</source>
        <translation>Die Tags können dort nicht gespeichert werden (%1).</translation>
    </message>
    <message>
        <source>This is not a DICOM file. Only DICOM files have tags.</source>
        <translation>Das ist keine DICOM-Datei. Nur DICOM-Dateien haben Tags.</translation>
    </message>
    <message>
        <source>The DICOM header has more than a million elements. It is probably damaged.</source>
        <translation>Der DICOM-Header hat mehr als eine Million Elemente. Er ist wahrscheinlich beschädigt.</translation>
    </message>
    <message>
        <source>The library of scans cannot be used (%1). Free some space, or delete the file: scans are added to a new library when you open them.</source>
        <translation>Die Bibliothek der Aufnahmen kann nicht benutzt werden (%1). Schaffen Sie Platz, oder löschen Sie die Datei: Aufnahmen kommen in eine neue Bibliothek, wenn Sie sie öffnen.</translation>
    </message>
    <message>
        <source>--colours must be grey, hot-iron, pet, rainbow or viridis, not &quot;%1&quot;.</source>
        <translation>--colours muss grey, hot-iron, pet, rainbow oder viridis sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>--rotate must be 0, 90, 180 or 270, not &quot;%1&quot;.</source>
        <translation>--rotate muss 0, 90, 180 oder 270 sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>There is no colour table &quot;%1&quot;: choose grey, hot-iron, pet, rainbow or viridis.</source>
        <translation>Es gibt keine Farbtabelle „%1“: Wählen Sie grey, hot-iron, pet, rainbow oder viridis.</translation>
    </message>
    <message>
        <source>There is no interpolation &quot;%1&quot;: choose linear or nearest.</source>
        <translation>Es gibt keine Interpolation „%1“: Wählen Sie linear oder nearest.</translation>
    </message>
    <message>
        <source>The series was not loaded: it needs %1 of memory, and only %2 of the %3 for images are free beside the series on the screen. Show fewer panes, or set more memory for images in the settings.</source>
        <translation>Die Serie wurde nicht geladen: Sie braucht %1 Speicher, und von den %3 für Bilder sind neben den Serien auf dem Bildschirm nur %2 frei. Zeigen Sie weniger Felder, oder stellen Sie in den Einstellungen mehr Speicher für Bilder ein.</translation>
    </message>
    <message>
        <source>The series was not loaded: it needs %1 of memory, and this computer has only %2 free. Close other programs or series.</source>
        <translation>Die Serie wurde nicht geladen: Sie braucht %1 Speicher, und auf diesem Computer sind nur %2 frei. Schließen Sie andere Programme oder Serien.</translation>
    </message>
    <message>
        <source>The series cannot be registered: they have too little in common.</source>
        <translation>Die Serien lassen sich nicht registrieren: Sie haben zu wenig gemeinsam.</translation>
    </message>
    <message>
        <source>The two images do not have the same size.</source>
        <translation>Die beiden Bilder sind nicht gleich groß.</translation>
    </message>
    <message>
        <source>The answer to question number %1 is not the text of its tokens: the exported session was changed or damaged after it was written. Nothing was imported.</source>
        <translation>Die Antwort auf Frage Nummer %1 ist nicht der Text ihrer Token: Die exportierte Sitzung wurde nach dem Schreiben geändert oder beschädigt. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>Only a volume or an image has planes, and this series is a clip.</source>
        <translation>Nur ein Volumen oder ein Bild hat Ebenen, und diese Serie ist ein Clip.</translation>
    </message>
    <message>
        <source>%1 must be a direction, not 0,0,0.</source>
        <translation>%1 erwartet eine Richtung, nicht 0,0,0.</translation>
    </message>
    <message>
        <source>--right and --down must be perpendicular to each other.</source>
        <translation>--right und --down müssen senkrecht zueinander stehen.</translation>
    </message>
    <message>
        <source>--size must be W,H in pixels, not &quot;%1&quot;.</source>
        <translation>--size erwartet W,H in Pixeln, nicht „%1“.</translation>
    </message>
    <message>
        <source>%1 must be three numbers X,Y,Z, not &quot;%2&quot;.</source>
        <translation>%1 erwartet drei Zahlen X,Y,Z, nicht „%2“.</translation>
    </message>
    <message>
        <source>The region cannot be measured: the pixels of slice %1 could not be read.</source>
        <translation>Die Region kann nicht gemessen werden: Die Pixel von Schicht %1 konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The plane of a region needs two directions that are perpendicular.</source>
        <translation>Die Ebene einer Region braucht zwei Richtungen, die senkrecht aufeinander stehen.</translation>
    </message>
    <message>
        <source>The region has a number that is infinite or no number.</source>
        <translation>Die Region hat eine Zahl, die unendlich oder keine Zahl ist.</translation>
    </message>
    <message>
        <source>A region of the shape &quot;%1&quot; needs at least %2 points, and it has %3.</source>
        <translation>Eine Region der Form „%1“ braucht mindestens %2 Punkte, und sie hat %3.</translation>
    </message>
    <message>
        <source>The region has more than %1 million pixels. Choose a smaller one.</source>
        <translation>Die Region hat mehr als %1 Millionen Pixel. Wählen Sie eine kleinere.</translation>
    </message>
    <message>
        <source>A region of the shape &quot;%1&quot; needs %2 points, and it has %3.</source>
        <translation>Eine Region der Form „%1“ braucht %2 Punkte, und sie hat %3.</translation>
    </message>
    <message>
        <source>The file of regions cannot be read (%1).</source>
        <translation>Die Datei mit den Regionen kann nicht gelesen werden (%1).</translation>
    </message>
    <message>
        <source>The region has no &quot;%1&quot;.</source>
        <translation>Der Region fehlt „%1“.</translation>
    </message>
    <message>
        <source>The points of the region do not lie in one plane.</source>
        <translation>Die Punkte der Region liegen nicht in einer Ebene.</translation>
    </message>
    <message>
        <source>There is no region in it.</source>
        <translation>Darin ist keine Region.</translation>
    </message>
    <message>
        <source>This is not valid JSON (%1, at byte %2).</source>
        <translation>Dies ist kein gültiges JSON (%1, bei Byte %2).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of the region must be a list of %2 numbers.</source>
        <translation>„%1“ der Region muss eine Liste von %2 Zahlen sein.</translation>
    </message>
    <message>
        <source>Markups of the type &quot;%1&quot; cannot be measured, but these can: Line, Angle, ClosedCurve, Plane and Fiducial.</source>
        <translation>Markups vom Typ „%1“ können nicht gemessen werden, wohl aber diese: Line, Angle, ClosedCurve, Plane und Fiducial.</translation>
    </message>
    <message>
        <source>There is no shape &quot;%1&quot;: choose length, angle, cobb, bidirectional, rectangle, ellipse, polygon, freehand, probe or arrow.</source>
        <translation>Es gibt keine Form „%1“: Wählen Sie length, angle, cobb, bidirectional, rectangle, ellipse, polygon, freehand, probe oder arrow.</translation>
    </message>
    <message>
        <source>Use either --json or --csv, not both.</source>
        <translation>Verwenden Sie entweder --json oder --csv, nicht beides.</translation>
    </message>
    <message>
        <source>%1 must be max, mean or min, not &quot;%2&quot;.</source>
        <translation>%1 erwartet max, mean oder min, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 can be used only with --slab.</source>
        <translation>%1 ist nur zusammen mit --slab möglich.</translation>
    </message>
    <message>
        <source>The series has a few slices in perpendicular planes and is probably a localizer.</source>
        <translation>Die Serie hat wenige Schichten in senkrecht zueinander stehenden Ebenen und ist vermutlich ein Localizer.</translation>
    </message>
    <message>
        <source>The session has no measurement number %1.</source>
        <translation>Die Sitzung enthält keine Messung Nummer %1.</translation>
    </message>
    <message>
        <source>The original file is unchanged, but the picture of the volume that is rendered from it now has other pixels than the stored one. Another version of the libraries or another processor can cause this.</source>
        <translation>Die Originaldatei ist unverändert, aber das daraus gerenderte Bild des Volumens hat jetzt andere Pixel als das gespeicherte. Eine andere Version der Bibliotheken oder ein anderer Prozessor kann die Ursache sein.</translation>
    </message>
    <message>
        <source>A slice is missing between slices %1 and %2 of the stored series, counted from 0; the gap is interpolated.</source>
        <translation>Zwischen den Schichten %1 und %2 der gespeicherten Serie (ab 0 gezählt) fehlt eine Schicht; die Lücke ist interpoliert.</translation>
    </message>
    <message>
        <source>%1 slices are missing, the first between slices %2 and %3 of the stored series, counted from 0; the gaps are interpolated.</source>
        <translation>%1 Schichten fehlen, die erste zwischen den Schichten %2 und %3 der gespeicherten Serie (ab 0 gezählt); die Lücken sind interpoliert.</translation>
    </message>
    <message>
        <source>The slices are shifted sideways relative to each other; they were resampled to their true positions.</source>
        <translation>Die Schichten sind seitlich gegeneinander verschoben; sie wurden an ihren wahren Positionen neu abgetastet.</translation>
    </message>
    <message>
        <source>The slices are unevenly spaced, from %1 to %2 mm; they were resampled from their true positions to a slice every %3 mm.</source>
        <translation>Die Schichten sind ungleichmäßig verteilt, mit %1 bis %2 mm Abstand; sie wurden von ihren wahren Positionen auf eine Schicht je %3 mm neu abgetastet.</translation>
    </message>
    <message>
        <source>The slices are sheared by %1 degrees (gantry tilt); they were resampled to their true positions.</source>
        <translation>Die Schichten sind um %1 Grad geschert (Gantry-Kippung); sie wurden an ihren wahren Positionen neu abgetastet.</translation>
    </message>
    <message>
        <source>A single slice cannot be shown as a volume.</source>
        <translation>Eine einzelne Schicht kann nicht als Volumen angezeigt werden.</translation>
    </message>
    <message>
        <source>There is no volume preset &quot;%1&quot;.</source>
        <translation>Es gibt keine Volumendarstellung „%1“.</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>Removed paths and file names: %1.</source>
        <translation>Entfernte Pfade und Dateinamen: %1.</translation>
    </message>
    <message>
        <source>UIDs that are replaced by a keyed hash: %1.</source>
        <translation>Durch einen Hash mit Schlüssel ersetzte UIDs: %1.</translation>
    </message>
    <message>
        <source>Removed study dates: %1.</source>
        <translation>Entfernte Studiendaten: %1.</translation>
    </message>
    <message>
        <source>Reviews whose reviewer is named by code only: %1.</source>
        <translation>Bewertungen, deren Verfasser nur mit Kürzel genannt wird: %1.</translation>
    </message>
    <message>
        <source>Texts in which removed values are masked with *: %1.</source>
        <translation>Texte, in denen entfernte Werte mit * verdeckt sind: %1.</translation>
    </message>
    <message>
        <source>Times are given as the time since the first event.</source>
        <translation>Zeiten sind als Zeit seit dem ersten Ereignis angegeben.</translation>
    </message>
    <message>
        <source>Questions: %1.</source>
        <translation>Fragen: %1.</translation>
    </message>
    <message>
        <source>Images: %1.</source>
        <translation>Bilder: %1.</translation>
    </message>
    <message>
        <source>This format contains no images.</source>
        <translation>Dieses Format enthält keine Bilder.</translation>
    </message>
    <message>
        <source>There are no reviews.</source>
        <translation>Es gibt keine Bewertungen.</translation>
    </message>
    <message>
        <source>Reviewers as they are named: %1.</source>
        <translation>Bewertende, wie sie genannt werden: %1.</translation>
    </message>
    <message>
        <source>Dates, UIDs, series descriptions and the names of reviewers are kept. They can identify patients.</source>
        <translation>Daten, UIDs, Serienbeschreibungen und die Namen der Bewertenden bleiben erhalten. Sie können Patienten erkennbar machen.</translation>
    </message>
    <message>
        <source>Paths are included. They can contain patients&apos; names.</source>
        <translation>Pfade sind enthalten. Sie können Patientennamen enthalten.</translation>
    </message>
    <message>
        <source>Texts that people typed, which leave as they are:</source>
        <translation>Von Personen eingegebene Texte, die unverändert exportiert werden:</translation>
    </message>
    <message>
        <source>The beginning of the export:</source>
        <translation>Der Anfang des Exports:</translation>
    </message>
    <message>
        <source>Removed series descriptions, unknown modalities and unknown units: %1.</source>
        <translation>Entfernte Serienbeschreibungen, unbekannte Modalitäten und unbekannte Einheiten: %1.</translation>
    </message>
    <message>
        <source>Measurements: %1.</source>
        <translation>Messungen: %1.</translation>
    </message>
</context>
<context>
    <name>Exporters</name>
    <message>
        <source>JSON data</source>
        <translation>JSON-Daten</translation>
    </message>
    <message>
        <source>PDF report</source>
        <translation>PDF-Bericht</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>CSV-Tabellen</translation>
    </message>
    <message>
        <source>DICOM structured reports</source>
        <translation>Strukturierte DICOM-Befunde</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
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
    <name>Gestures</name>
    <message>
        <source>%1left drag</source>
        <translation>%1Ziehen mit der linken Taste</translation>
    </message>
    <message>
        <source>%1middle drag</source>
        <translation>%1Ziehen mit der mittleren Taste</translation>
    </message>
    <message>
        <source>%1right drag</source>
        <translation>%1Ziehen mit der rechten Taste</translation>
    </message>
    <message>
        <source>%1wheel</source>
        <translation>%1Mausrad</translation>
    </message>
</context>
<context>
    <name>ImageMarks</name>
    <message>
        <source>unnamed</source>
        <translation>ohne Namen</translation>
    </message>
</context>
<context>
    <name>InputActions</name>
    <message>
        <source>Use the chosen tool</source>
        <translation>Gewähltes Werkzeug benutzen</translation>
    </message>
    <message>
        <source>Scroll by one slice</source>
        <translation>Um eine Schicht scrollen</translation>
    </message>
    <message>
        <source>Scroll by ten slices</source>
        <translation>Um zehn Schichten scrollen</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Mauszeiger zoomen</translation>
    </message>
    <message>
        <source>Window preset %1</source>
        <translation>Fenstervoreinstellung %1</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Start the range at this frame</source>
        <translation>Bereich mit diesem Bild beginnen</translation>
    </message>
    <message>
        <source>End the range at this frame</source>
        <translation>Bereich mit diesem Bild beenden</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>Langsamer abspielen</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>Schneller abspielen</translation>
    </message>
    <message>
        <source>Play in a loop, once, or back and forth</source>
        <translation>In Schleife, einmal oder hin und her abspielen</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Vorheriges Bild</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Write a note on the mark</source>
        <translation>Notiz zur Markierung schreiben</translation>
    </message>
    <message>
        <source>Link the mark with a span of the answer</source>
        <translation>Markierung mit einer Textstelle der Antwort verknüpfen</translation>
    </message>
    <message>
        <source>Scroll through time</source>
        <translation>Durch die Zeit blättern</translation>
    </message>
    <message>
        <source>Rotate the volume</source>
        <translation>Volumen drehen</translation>
    </message>
    <message>
        <source>Pan the volume</source>
        <translation>Volumen verschieben</translation>
    </message>
    <message>
        <source>Zoom the volume</source>
        <translation>Volumen zoomen</translation>
    </message>
    <message>
        <source>Window/level of the volume</source>
        <translation>Fensterung des Volumens</translation>
    </message>
    <message>
        <source>Opacity of the volume</source>
        <translation>Deckkraft des Volumens</translation>
    </message>
    <message>
        <source>Zoom the volume with the wheel</source>
        <translation>Volumen mit dem Rad zoomen</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Label %1</source>
        <translation>Label %1</translation>
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
        <translation>Ein Feld</translation>
    </message>
    <message>
        <source>Alt+1</source>
        <translation>Alt+1</translation>
    </message>
    <message>
        <source>Two panes</source>
        <translation>Zwei Felder</translation>
    </message>
    <message>
        <source>Alt+2</source>
        <translation>Alt+2</translation>
    </message>
    <message>
        <source>Two panes, one above the other</source>
        <translation>Zwei Felder übereinander</translation>
    </message>
    <message>
        <source>Three panes</source>
        <translation>Drei Felder</translation>
    </message>
    <message>
        <source>Alt+3</source>
        <translation>Alt+3</translation>
    </message>
    <message>
        <source>Four panes</source>
        <translation>Vier Felder</translation>
    </message>
    <message>
        <source>Alt+4</source>
        <translation>Alt+4</translation>
    </message>
    <message>
        <source>Six panes</source>
        <translation>Sechs Felder</translation>
    </message>
    <message>
        <source>Alt+6</source>
        <translation>Alt+6</translation>
    </message>
    <message>
        <source>Nine panes</source>
        <translation>Neun Felder</translation>
    </message>
    <message>
        <source>Alt+9</source>
        <translation>Alt+9</translation>
    </message>
    <message>
        <source>Sixteen panes</source>
        <translation>Sechzehn Felder</translation>
    </message>
    <message>
        <source>Layout: %1</source>
        <translation>Anordnung: %1</translation>
    </message>
    <message>
        <source>Rows × co&amp;lumns</source>
        <translation>Zei&amp;len × Spalten</translation>
    </message>
    <message>
        <source>&amp;Maximise the pane</source>
        <translation>Feld &amp;maximieren</translation>
    </message>
    <message>
        <source>Alt+Return</source>
        <translation>Alt+Return</translation>
    </message>
    <message>
        <source>Link &amp;scrolling</source>
        <translation>&amp;Scrollen verknüpfen</translation>
    </message>
    <message>
        <source>Link &amp;zoom and pan</source>
        <translation>&amp;Zoom und Verschieben verknüpfen</translation>
    </message>
    <message>
        <source>Link &amp;window/level</source>
        <translation>&amp;Fenster verknüpfen</translation>
    </message>
    <message>
        <source>Link clips by &amp;time, not by frame</source>
        <translation>Clips nach Zei&amp;t statt nach Bildnummer verknüpfen</translation>
    </message>
    <message>
        <source>&amp;Reference lines</source>
        <translation>&amp;Bezugslinien</translation>
    </message>
    <message>
        <source>&amp;Crosshair</source>
        <translation>Faden&amp;kreuz</translation>
    </message>
    <message>
        <source>Compare with pr&amp;ior</source>
        <translation>M&amp;it Voraufnahme vergleichen</translation>
    </message>
    <message>
        <source>Alt+P</source>
        <translation>Alt+P</translation>
    </message>
    <message>
        <source>Link with the oth&amp;er panes here</source>
        <translation>&amp;Hier mit den anderen Feldern verknüpfen</translation>
    </message>
    <message>
        <source>Link by re&amp;gistration…</source>
        <translation>Durch Re&amp;gistrierung verknüpfen…</translation>
    </message>
    <message>
        <source>&amp;Unlink from the other panes</source>
        <translation>Verknüpfung mit den anderen Feldern l&amp;ösen</translation>
    </message>
    <message>
        <source>&amp;Arrange the study</source>
        <translation>Studie &amp;anordnen</translation>
    </message>
    <message>
        <source>Alt+0</source>
        <translation>Alt+0</translation>
    </message>
    <message>
        <source>Three &amp;planes and volume</source>
        <translation>Drei &amp;Ebenen und Volumen</translation>
    </message>
    <message>
        <source>Alt+5</source>
        <translation>Alt+5</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächstes Feld</translation>
    </message>
    <message>
        <source>Ctrl+F6</source>
        <translation>Ctrl+F6</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>&amp;Voriges Feld</translation>
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
        <translation>%1: %2</translation>
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
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Selected measurement</source>
        <translation>&amp;Gewählte Messung</translation>
    </message>
    <message>
        <source>Copy to the &amp;next slice</source>
        <translation>In die &amp;nächste Schicht kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Down</source>
        <translation>Ctrl+Shift+Down</translation>
    </message>
    <message>
        <source>Copy to the &amp;previous slice</source>
        <translation>In die &amp;vorige Schicht kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Up</source>
        <translation>Ctrl+Shift+Up</translation>
    </message>
    <message>
        <source>&amp;List of measurements</source>
        <translation>&amp;Liste der Messungen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
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
        <translation>Länge</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb-Winkel</translation>
    </message>
    <message>
        <source>Two diameters</source>
        <translation>Zwei Durchmesser</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Freehand</source>
        <translation>Freihand</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Messpunkt</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>calibrated by geometry</source>
        <translation>kalibriert nach Geometrie</translation>
    </message>
    <message>
        <source>calibrated by an object</source>
        <translation>kalibriert mit einem Objekt</translation>
    </message>
    <message>
        <source>estimated magnification</source>
        <translation>geschätzte Vergrößerung</translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation>am Detektor</translation>
    </message>
    <message>
        <source>ultrasound region</source>
        <translation>Ultraschallregion</translation>
    </message>
    <message>
        <source>nominal spacing</source>
        <translation>nominaler Pixelabstand</translation>
    </message>
    <message>
        <source>user calibration</source>
        <translation>Kalibrierung des Benutzers</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>nicht kalibriert</translation>
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
        <translation>Mittel %1, SD %2</translation>
    </message>
    <message>
        <source>Mean %1</source>
        <translation>Mittel %1</translation>
    </message>
    <message>
        <source>Min %1, max %2</source>
        <translation>Min. %1, max. %2</translation>
    </message>
</context>
<context>
    <name>ModelDescription</name>
    <message>
        <source>Demo model: it knows only the drawn sample studies; for real scans choose a Fleming-VL checkpoint.</source>
        <translation>Demo-Modell: Es kennt nur die gezeichneten Beispielstudien; wählen Sie für echte Aufnahmen einen Fleming-VL-Checkpoint.</translation>
    </message>
    <message>
        <source>Images are sent to another machine.</source>
        <translation>Bilder werden an einen anderen Rechner gesendet.</translation>
    </message>
    <message>
        <source>Images do not leave this machine.</source>
        <translation>Bilder verlassen diesen Rechner nicht.</translation>
    </message>
</context>
<context>
    <name>Names</name>
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
        <source>From the file</source>
        <translation>Aus der Datei</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>Gesamter Bereich</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Medium contrast</source>
        <translation>Mittlerer Kontrast</translation>
    </message>
    <message>
        <source>Low contrast</source>
        <translation>Geringer Kontrast</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Hot iron</source>
        <translation>Glühendes Eisen</translation>
    </message>
    <message>
        <source>PET</source>
        <translation>PET</translation>
    </message>
    <message>
        <source>Rainbow</source>
        <translation>Regenbogen</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Rotated by %1°</source>
        <translation>Um %1° gedreht</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>Gespiegelt</translation>
    </message>
    <message>
        <source>Mirrored, rotated by %1°</source>
        <translation>Gespiegelt, um %1° gedreht</translation>
    </message>
    <message>
        <source>linear, exact</source>
        <translation>linear, exakt</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>family name, given name</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>patient (ID)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Muscle</source>
        <translation>Muskel</translation>
    </message>
    <message>
        <source>Vessels with contrast</source>
        <translation>Gefäße mit Kontrastmittel</translation>
    </message>
    <message>
        <source>Pulmonary vessels</source>
        <translation>Lungengefäße</translation>
    </message>
    <message>
        <source>Airways</source>
        <translation>Atemwege</translation>
    </message>
    <message>
        <source>MIP, black on white</source>
        <translation>MIP, Schwarz auf Weiß</translation>
    </message>
    <message>
        <source>Uptake</source>
        <translation>Anreicherung</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>Oberfläche</translation>
    </message>
    <message>
        <source>Translucent</source>
        <translation>Durchscheinend</translation>
    </message>
    <message>
        <source>High values</source>
        <translation>Hohe Werte</translation>
    </message>
    <message>
        <source>Brain (T2)</source>
        <translation>Gehirn (T2)</translation>
    </message>
    <message>
        <source>Angiography</source>
        <translation>Angiographie</translation>
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
        <translation>%1 s</translation>
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
        <translation>früher am selben Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) earlier</source>
        <translation>
            <numerusform>einen Tag früher</numerusform>
            <numerusform>%n Tage früher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) earlier</source>
        <translation>
            <numerusform>eine Woche früher</numerusform>
            <numerusform>%n Wochen früher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) earlier</source>
        <translation>
            <numerusform>einen Monat früher</numerusform>
            <numerusform>%n Monate früher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) earlier</source>
        <translation>
            <numerusform>ein Jahr früher</numerusform>
            <numerusform>%n Jahre früher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 year and %n month(s) earlier</source>
        <translation>
            <numerusform>ein Jahr und einen Monat früher</numerusform>
            <numerusform>ein Jahr und %n Monate früher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 years and %n month(s) earlier</source>
        <translation>
            <numerusform>%1 Jahre und einen Monat früher</numerusform>
            <numerusform>%1 Jahre und %n Monate früher</numerusform>
        </translation>
    </message>
    <message>
        <source>later on the same day</source>
        <translation>später am selben Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation>
            <numerusform>einen Tag später</numerusform>
            <numerusform>%n Tage später</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) later</source>
        <translation>
            <numerusform>eine Woche später</numerusform>
            <numerusform>%n Wochen später</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) later</source>
        <translation>
            <numerusform>einen Monat später</numerusform>
            <numerusform>%n Monate später</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) later</source>
        <translation>
            <numerusform>ein Jahr später</numerusform>
            <numerusform>%n Jahre später</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 year and %n month(s) later</source>
        <translation>
            <numerusform>ein Jahr und einen Monat später</numerusform>
            <numerusform>ein Jahr und %n Monate später</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 years and %n month(s) later</source>
        <translation>
            <numerusform>%1 Jahre und einen Monat später</numerusform>
            <numerusform>%1 Jahre und %n Monate später</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between reasons</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>acquired in another plane</source>
        <translation>in einer anderen Ebene aufgenommen</translation>
    </message>
    <message>
        <source>same description</source>
        <translation>gleiche Beschreibung</translation>
    </message>
    <message>
        <source>similar description</source>
        <translation>ähnliche Beschreibung</translation>
    </message>
    <message>
        <source>same part of the body</source>
        <translation>gleiches Körperteil</translation>
    </message>
    <message>
        <source>another part of the body</source>
        <translation>anderes Körperteil</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <comment>weightings of MR images</comment>
        <translation>%1 statt %2</translation>
    </message>
    <message>
        <source>%1 mm slices</source>
        <translation>Schichten von %1 mm</translation>
    </message>
    <message>
        <source>%1 mm slices instead of %2 mm</source>
        <translation>Schichten von %1 mm statt %2 mm</translation>
    </message>
    <message>
        <source>with contrast agent</source>
        <translation>mit Kontrastmittel</translation>
    </message>
    <message>
        <source>with contrast agent, this one without</source>
        <translation>mit Kontrastmittel, diese ohne</translation>
    </message>
    <message>
        <source>without contrast agent, this one with</source>
        <translation>ohne Kontrastmittel, diese mit</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>what agrees, when</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>on the same day</source>
        <translation>am selben Tag</translation>
    </message>
    <message>
        <source>at an unknown date</source>
        <translation>an einem unbekannten Datum</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>Series %1</source>
        <translation>Serie %1</translation>
    </message>
    <message>
        <source>File %1</source>
        <comment>a code</comment>
        <translation>Datei %1</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
</context>
<context>
    <name>PrivacyText</name>
    <message>
        <source>Patient %1</source>
        <translation>Patient %1</translation>
    </message>
    <message>
        <source>Study %1</source>
        <translation>Studie %1</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>the end of the answer</source>
        <translation>das Ende der Antwort</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (token %2)</source>
        <translation>&quot;%1&quot; (Token %2)</translation>
    </message>
    <message>
        <source>%1 with log-probability %2</source>
        <translation>%1 mit Log-Wahrscheinlichkeit %2</translation>
    </message>
    <message>
        <source>The first difference is token %1 of the answer: stored is %2, and the replay gave %3.</source>
        <translation>Der erste Unterschied ist Token %1 der Antwort: Gespeichert ist %2, neu erzeugt wurde %3.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1: %2, now %3</source>
        <translation>%1: %2, jetzt %3</translation>
    </message>
    <message>
        <source>The conditions are not those of the stored answer (%1), so other tokens are possible.</source>
        <translation>Die Bedingungen sind nicht die der gespeicherten Antwort (%1), daher sind andere Token möglich.</translation>
    </message>
    <message numerus="yes">
        <source>Identical: all %n token(s) are the same.</source>
        <translation>
            <numerusform>Identisch: Das eine Token ist gleich.</numerusform>
            <numerusform>Identisch: Alle %n Token sind gleich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n token(s) are the same.</source>
        <translation>
            <numerusform>Das eine Token ist gleich.</numerusform>
            <numerusform>Alle %n Token sind gleich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not identical: the first %1 of %n token(s) are the same.</source>
        <translation>
            <numerusform>Nicht identisch: Von %n Token sind die ersten %1 gleich.</numerusform>
            <numerusform>Nicht identisch: Von %n Token sind die ersten %1 gleich.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The final answers agree.</source>
        <translation>%1 Die endgültigen Antworten stimmen überein.</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>kernels</source>
        <translation>Rechenkerne</translation>
    </message>
    <message>
        <source>libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Not replayed. %1</source>
        <translation>Nicht neu erzeugt. %1</translation>
    </message>
    <message>
        <source>The question as it is stored makes another prompt than the model has read, from token %1 on.</source>
        <translation>Die Frage, wie sie gespeichert ist, ergibt ab Token %1 einen anderen Prompt, als das Modell gelesen hat.</translation>
    </message>
    <message>
        <source>The session does not say how the answer was computed, so other tokens are possible.</source>
        <translation>Die Sitzung gibt nicht an, wie die Antwort berechnet wurde, daher sind andere Token möglich.</translation>
    </message>
    <message>
        <source>Replayed identically at %1</source>
        <translation>Identisch neu erzeugt um %1</translation>
    </message>
    <message>
        <source>Replayed at %1: the first %2 of %3 tokens are the same</source>
        <translation>Neu erzeugt um %1: Die ersten %2 von %3 Token sind gleich</translation>
    </message>
</context>
<context>
    <name>Report</name>
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
    <message>
        <source>The record of the session is complete up to event %1 of %2. Its head is %3.</source>
        <translation>Die Aufzeichnung der Sitzung ist bis Ereignis %1 von %2 vollständig. Ihr Kopf ist %3.</translation>
    </message>
    <message>
        <source>Text that is part of the images, such as a name in an ultrasound or a secondary capture, is not removed. Look at the images before you share them.</source>
        <translation>Text, der Teil der Bilder ist, etwa ein Name in einem Ultraschallbild oder Secondary Capture, wird nicht entfernt. Sehen Sie sich die Bilder an, bevor Sie sie weitergeben.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a reviewer&apos;s name and code</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>follow-up to question %1</source>
        <translation>Folgefrage zu Frage %1</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>confidence %1 of 5</source>
        <translation>Sicherheit %1 von 5</translation>
    </message>
    <message>
        <source>Corrected answer</source>
        <translation>Korrigierte Antwort</translation>
    </message>
    <message>
        <source>Reason for the change: %1</source>
        <translation>Grund der Änderung: %1</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>severe</source>
        <translation>schwer</translation>
    </message>
    <message>
        <source>All images: %1</source>
        <translation>Alle Bilder: %1</translation>
    </message>
    <message>
        <source>box on Image-%1</source>
        <translation>Rechteck auf Image-%1</translation>
    </message>
    <message>
        <source>ellipse on Image-%1</source>
        <translation>Ellipse auf Image-%1</translation>
    </message>
    <message>
        <source>arrow on Image-%1</source>
        <translation>Pfeil auf Image-%1</translation>
    </message>
    <message>
        <source>“%1” in the reasoning</source>
        <comment>the words of a span</comment>
        <translation>„%1“ in der Begründung</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>the words of a span</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>tied to %1</source>
        <comment>names of marks</comment>
        <translation>verknüpft mit %1</translation>
    </message>
    <message>
        <source>tied to span %1</source>
        <translation>verknüpft mit Textstelle %1</translation>
    </message>
    <message>
        <source>tied to spans %1</source>
        <translation>verknüpft mit den Textstellen %1</translation>
    </message>
    <message>
        <source>Questions without a review: %1</source>
        <translation>Fragen ohne Bewertung: %1</translation>
    </message>
    <message>
        <source>Reviews: %1</source>
        <translation>Bewertungen: %1</translation>
    </message>
    <message>
        <source>Reviews: %1 (%2)</source>
        <comment>their number, the numbers of verdicts</comment>
        <translation>Bewertungen: %1 (%2)</translation>
    </message>
    <message>
        <source>conversation %1</source>
        <translation>Gespräch %1</translation>
    </message>
    <message>
        <source>another branch of question %1</source>
        <translation>anderer Zweig von Frage %1</translation>
    </message>
    <message>
        <source>colours: %1</source>
        <translation>Farben: %1</translation>
    </message>
    <message>
        <source>not interpolated</source>
        <translation>nicht interpoliert</translation>
    </message>
    <message>
        <source>table of the file</source>
        <translation>Tabelle der Datei</translation>
    </message>
    <message>
        <source>Oblique plane</source>
        <translation>Schräge Ebene</translation>
    </message>
    <message>
        <source>Marked images of earlier questions</source>
        <translation>Markierte Bilder früherer Fragen</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>tied to measurement %1</source>
        <translation>verknüpft mit Messung %1</translation>
    </message>
    <message>
        <source>tied to measurements %1</source>
        <translation>verknüpft mit den Messungen %1</translation>
    </message>
    <message>
        <source>%1 of question %2</source>
        <translation>%1 der Frage %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name and value of a measurement</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Volume rendering</source>
        <translation>Volumenrendering</translation>
    </message>
    <message>
        <source>opacity %1</source>
        <translation>Deckkraft %1</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>zugeschnitten</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>In the reasoning, %1: %2</source>
        <comment>words: their label</comment>
        <translation>In der Begründung, %1: %2</translation>
    </message>
    <message>
        <source>In the answer, %1: %2</source>
        <comment>words: their label</comment>
        <translation>In der Antwort, %1: %2</translation>
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
        <source>Minor</source>
        <translation>Gering</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Severe</source>
        <translation>Schwer</translation>
    </message>
    <message>
        <source>1: a guess</source>
        <translation>1: geraten</translation>
    </message>
    <message>
        <source>2: unsure</source>
        <translation>2: unsicher</translation>
    </message>
    <message>
        <source>3: fairly sure</source>
        <translation>3: ziemlich sicher</translation>
    </message>
    <message>
        <source>4: sure</source>
        <translation>4: sicher</translation>
    </message>
    <message>
        <source>5: certain</source>
        <translation>5: ganz sicher</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name (code)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Reason for the change: %1</source>
        <translation>Grund der Änderung: %1</translation>
    </message>
    <message>
        <source>Confidence: %1</source>
        <translation>Sicherheit: %1</translation>
    </message>
    <message>
        <source>Comment: %1</source>
        <translation>Kommentar: %1</translation>
    </message>
    <message>
        <source>Corrected answer: %1</source>
        <translation>Korrigierte Antwort: %1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) on images</source>
        <translation>
            <numerusform>%n Markierung auf Bildern</numerusform>
            <numerusform>%n Markierungen auf Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels: %1, version %2</source>
        <translation>Labels: %1, Version %2</translation>
    </message>
    <message numerus="yes">
        <source>Time spent: %n second(s)</source>
        <translation>
            <numerusform>Aufgewendete Zeit: %n Sekunde</numerusform>
            <numerusform>Aufgewendete Zeit: %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a verdict to submit.</source>
        <translation>Wählen Sie ein Urteil, um die Bewertung abzugeben.</translation>
    </message>
    <message>
        <source>Say who you are to submit.</source>
        <translation>Geben Sie an, wer Sie sind, um die Bewertung abzugeben.</translation>
    </message>
    <message>
        <source>Give a reason for the change to submit.</source>
        <translation>Nennen Sie den Grund der Änderung, um die Bewertung abzugeben.</translation>
    </message>
</context>
<context>
    <name>ReviewedMeasurements</name>
    <message>
        <source>%1 (%2)</source>
        <comment>name and value of a measurement</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>a measurement that is no longer in the list</source>
        <translation>eine Messung, die nicht mehr in der Liste ist</translation>
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
    <message>
        <source>maximum of %1 slices</source>
        <translation>Maximum aus %1 Schichten</translation>
    </message>
    <message>
        <source>mean of %1 slices</source>
        <translation>Mittelwert aus %1 Schichten</translation>
    </message>
    <message>
        <source>minimum of %1 slices</source>
        <translation>Minimum aus %1 Schichten</translation>
    </message>
    <message>
        <source>maximum of %1 mm</source>
        <translation>Maximum über %1 mm</translation>
    </message>
    <message>
        <source>mean of %1 mm</source>
        <translation>Mittelwert über %1 mm</translation>
    </message>
    <message>
        <source>minimum of %1 mm</source>
        <translation>Minimum über %1 mm</translation>
    </message>
</context>
<context>
    <name>SeriesParts</name>
    <message>
        <source>time point</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>image type</source>
        <translation>Bildtyp</translation>
    </message>
    <message>
        <source>echo</source>
        <translation>Echo</translation>
    </message>
    <message>
        <source>inversion time</source>
        <translation>Inversionszeit</translation>
    </message>
    <message>
        <source>flip angle</source>
        <translation>Flipwinkel</translation>
    </message>
    <message>
        <source>diffusion</source>
        <translation>Diffusion</translation>
    </message>
    <message>
        <source>cardiac phase</source>
        <translation>Herzphase</translation>
    </message>
    <message>
        <source>trigger time</source>
        <translation>Triggerzeit</translation>
    </message>
    <message>
        <source>frame time</source>
        <translation>Frame-Zeit</translation>
    </message>
    <message>
        <source>acquisition</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>stack</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>acquisition time</source>
        <translation>Aufnahmezeit</translation>
    </message>
    <message>
        <source>content time</source>
        <translation>Inhaltszeit</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>%1 not given</source>
        <comment>echo</comment>
        <translation>%1 nicht angegeben</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>echo, 4.6</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <comment>time point, 1, 3</comment>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>file, part</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>series, parts</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>straightened</source>
        <translation>begradigt</translation>
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
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Some slices of this series could not be read, so this plane has gaps.</source>
        <translation>Einige Schichten dieser Serie konnten nicht gelesen werden; diese Ebene hat daher Lücken.</translation>
    </message>
    <message>
        <source>This slice could not be read; its pixels are not shown.</source>
        <translation>Diese Schicht konnte nicht gelesen werden; ihre Pixel werden nicht angezeigt.</translation>
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
        <translation>Tabelle der Datei</translation>
    </message>
    <message>
        <source>C %1  W %2  (%3)</source>
        <translation>C %1  W %2  (%3)</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>%1 fps, at %2×</source>
        <translation>%1 Bilder/s, bei %2×</translation>
    </message>
    <message>
        <source>Minimum to maximum of each frame</source>
        <translation>Minimum bis Maximum jedes Bildes</translation>
    </message>
    <message>
        <source>Frame %1 of %2</source>
        <translation>Bild %1 von %2</translation>
    </message>
    <message>
        <source>Oblique</source>
        <translation>Schräg</translation>
    </message>
    <message>
        <source>Maximum of %1 mm</source>
        <translation>Maximum über %1 mm</translation>
    </message>
    <message>
        <source>Mean of %1 mm</source>
        <translation>Mittelwert über %1 mm</translation>
    </message>
    <message>
        <source>Minimum of %1 mm</source>
        <translation>Minimum über %1 mm</translation>
    </message>
    <message>
        <source>%1 at the detector</source>
        <translation>%1 am Detektor</translation>
    </message>
    <message>
        <source>The slices are sheared or unevenly spaced, so distances in this plane are wrong. The menu of the image can straighten the volume.</source>
        <translation>Die Schichten sind geschert oder ungleichmäßig verteilt; Abstände in dieser Ebene sind daher falsch. Über das Menü des Bildes lässt sich das Volumen begradigen.</translation>
    </message>
    <message>
        <source>Distances in this plane are wrong.</source>
        <translation>Abstände in dieser Ebene sind falsch.</translation>
    </message>
</context>
<context>
    <name>StudyText</name>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>other</source>
        <translation>divers</translation>
    </message>
    <message>
        <source>Unnamed patient</source>
        <translation>Patient ohne Namen</translation>
    </message>
    <message>
        <source>Patient: %1</source>
        <translation>Patient: %1</translation>
    </message>
    <message>
        <source>Patient ID: %1</source>
        <translation>Patienten-ID: %1</translation>
    </message>
    <message>
        <source>Date of birth: %1</source>
        <translation>Geburtsdatum: %1</translation>
    </message>
    <message>
        <source>Sex: %1</source>
        <translation>Geschlecht: %1</translation>
    </message>
    <message>
        <source>Study: %1</source>
        <translation>Studie: %1</translation>
    </message>
    <message>
        <source>Study date: %1</source>
        <translation>Studiendatum: %1</translation>
    </message>
    <message>
        <source>Accession number: %1</source>
        <translation>Accession-Nummer: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n Woche</numerusform>
            <numerusform>%n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>born %1</source>
        <comment>a date</comment>
        <translation>geboren %1</translation>
    </message>
    <message>
        <source>Study without a date</source>
        <translation>Studie ohne Datum</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Age: %1</source>
        <translation>Alter: %1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>Taxonomy</name>
    <message>
        <source>Finding not in the image</source>
        <translation>Befund nicht im Bild</translation>
    </message>
    <message>
        <source>Finding missed</source>
        <translation>Befund übersehen</translation>
    </message>
    <message>
        <source>Wrong location or side</source>
        <translation>Falsche Lage oder Seite</translation>
    </message>
    <message>
        <source>Wrong size or count</source>
        <translation>Falsche Größe oder Anzahl</translation>
    </message>
    <message>
        <source>Wrong modality or sequence</source>
        <translation>Falsche Modalität oder Sequenz</translation>
    </message>
    <message>
        <source>Unsupported step</source>
        <translation>Unbegründeter Schritt</translation>
    </message>
    <message>
        <source>Contradicts itself</source>
        <translation>Widerspricht sich</translation>
    </message>
    <message>
        <source>Right and useful</source>
        <translation>Richtig und nützlich</translation>
    </message>
    <message>
        <source>Unsafe</source>
        <translation>Gefährlich</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Window/level</source>
        <translation>Fensterung</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomen</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Blättern</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Window over a box</source>
        <translation>Fenster über einem Kasten</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Two diameters</source>
        <translation>Zwei Durchmesser</translation>
    </message>
    <message>
        <source>Ellipse region</source>
        <translation>Ellipse (Region)</translation>
    </message>
    <message>
        <source>Rectangle region</source>
        <translation>Rechteck (Region)</translation>
    </message>
    <message>
        <source>Polygon region</source>
        <translation>Polygon (Region)</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>Freihand (Region)</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Messpunkt</translation>
    </message>
    <message>
        <source>Arrow with text</source>
        <translation>Pfeil mit Text</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb-Winkel</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>Previous slice</source>
        <translation>Vorige Schicht</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>Nächste Schicht</translation>
    </message>
    <message>
        <source>Ten slices back</source>
        <translation>Zehn Schichten zurück</translation>
    </message>
    <message>
        <source>Ten slices on</source>
        <translation>Zehn Schichten weiter</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>Erste Schicht</translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation>Letzte Schicht</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Fit to the view</source>
        <translation>In die Ansicht einpassen</translation>
    </message>
    <message>
        <source>Reset the display</source>
        <translation>Darstellung zurücksetzen</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>Flip left to right</source>
        <translation>Links und rechts spiegeln</translation>
    </message>
    <message>
        <source>Flip top to bottom</source>
        <translation>Oben und unten spiegeln</translation>
    </message>
    <message>
        <source>Rotate to the right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Rotate to the left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Next colour table</source>
        <translation>Nächste Farbtabelle</translation>
    </message>
    <message>
        <source>Interpolate between pixels</source>
        <translation>Zwischen Pixeln interpolieren</translation>
    </message>
    <message>
        <source>Window of the whole range</source>
        <translation>Fenster über den ganzen Wertebereich</translation>
    </message>
    <message>
        <source>Menu of the view</source>
        <translation>Menü der Ansicht</translation>
    </message>
    <message>
        <source>Crosshair on or off</source>
        <translation>Fadenkreuz ein oder aus</translation>
    </message>
    <message>
        <source>Slab on or off</source>
        <translation>Block ein oder aus</translation>
    </message>
    <message>
        <source>Straighten the planes</source>
        <translation>Ebenen gerade richten</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>Vorherige Serie</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>Nächste Serie</translation>
    </message>
    <message>
        <source>Previous time point, frame or slice</source>
        <translation>Voriger Zeitpunkt, voriges Bild oder vorige Schicht</translation>
    </message>
    <message>
        <source>Next time point, frame or slice</source>
        <translation>Nächster Zeitpunkt, nächstes Bild oder nächste Schicht</translation>
    </message>
    <message>
        <source>Add the image to the evidence</source>
        <translation>Bild zu den Belegen hinzufügen</translation>
    </message>
</context>
<context>
    <name>VolumeCommands</name>
    <message>
        <source>Turn to the left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Turn up</source>
        <translation>Nach oben drehen</translation>
    </message>
    <message>
        <source>Turn down</source>
        <translation>Nach unten drehen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Gallery of looks</source>
        <translation>Galerie der Darstellungen</translation>
    </message>
    <message>
        <source>Show the crop box</source>
        <translation>Zuschneidequader zeigen</translation>
    </message>
    <message>
        <source>Crop box: next side</source>
        <translation>Zuschneidequader: nächste Seite</translation>
    </message>
    <message>
        <source>Crop box: previous side</source>
        <translation>Zuschneidequader: vorige Seite</translation>
    </message>
    <message>
        <source>Crop box: move the side out</source>
        <translation>Zuschneidequader: Seite nach außen</translation>
    </message>
    <message>
        <source>Crop box: move the side in</source>
        <translation>Zuschneidequader: Seite nach innen</translation>
    </message>
    <message>
        <source>Crop box: the whole volume</source>
        <translation>Zuschneidequader: das ganze Volumen</translation>
    </message>
    <message>
        <source>View from the front</source>
        <translation>Ansicht von vorn</translation>
    </message>
    <message>
        <source>View from the back</source>
        <translation>Ansicht von hinten</translation>
    </message>
    <message>
        <source>View from the patient&apos;s left</source>
        <translation>Ansicht von der linken Seite des Patienten</translation>
    </message>
    <message>
        <source>View from the patient&apos;s right</source>
        <translation>Ansicht von der rechten Seite des Patienten</translation>
    </message>
    <message>
        <source>View from the head</source>
        <translation>Ansicht vom Kopf</translation>
    </message>
    <message>
        <source>View from the feet</source>
        <translation>Ansicht von den Füßen</translation>
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
        <source>series %1</source>
        <translation>Serie %1</translation>
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
        <translation>Tabelle der Datei</translation>
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
        <source>Oblique plane</source>
        <translation>Schräge Ebene</translation>
    </message>
    <message>
        <source>Minimum to maximum of each frame</source>
        <translation>Minimum bis Maximum jedes Bildes</translation>
    </message>
    <message>
        <source>Volume rendering, %1</source>
        <translation>Volumenrendering, %1</translation>
    </message>
</context>
<context>
    <name>fleming::app::Chat</name>
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
        <source>The evidence is again as the model saw it. The next question continues the conversation.</source>
        <translation>Die Bilder sind wieder so, wie das Modell sie gesehen hat. Die nächste Frage setzt die Unterhaltung fort.</translation>
    </message>
    <message>
        <source>Images are still being prepared. Ask the question again when they are complete.</source>
        <translation>Die Bilder werden noch vorbereitet. Stellen Sie die Frage erneut, wenn sie vollständig sind.</translation>
    </message>
</context>
<context>
    <name>fleming::app::CurrentSession</name>
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
    <message>
        <source>The volume is not drawn yet. Wait until it is shown, then add it again.</source>
        <translation>Das Volumen ist noch nicht gezeichnet. Warten Sie, bis es angezeigt wird, und fügen Sie es dann erneut hinzu.</translation>
    </message>
</context>
<context>
    <name>fleming::app::MeasurementFiles</name>
    <message numerus="yes">
        <source>Import %n measurement(s)</source>
        <translation>
            <numerusform>Eine Messung importieren</numerusform>
            <numerusform>%n Messungen importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>The measurements were exported to %1.</source>
        <translation>Die Messungen wurden nach %1 exportiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s) were imported.</source>
        <translation>
            <numerusform>Eine Messung wurde importiert.</numerusform>
            <numerusform>%n Messungen wurden importiert.</numerusform>
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
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Move %1</source>
        <comment>a measurement</comment>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <comment>a measurement</comment>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Text of %1</source>
        <comment>a measurement</comment>
        <translation>Text von %1</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <comment>a measurement</comment>
        <translation>Farbe von %1</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n measurement(s)</source>
        <translation>
            <numerusform>Eine Messung löschen</numerusform>
            <numerusform>%n Messungen löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1</source>
        <comment>a measurement</comment>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <comment>a measurement</comment>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Calibrate with %1</source>
        <comment>a measurement</comment>
        <translation>Mit %1 kalibrieren</translation>
    </message>
    <message>
        <source>Measure at the detector</source>
        <translation>Am Detektor messen</translation>
    </message>
    <message>
        <source>Remove the calibration</source>
        <translation>Kalibrierung entfernen</translation>
    </message>
</context>
<context>
    <name>fleming::app::MeasurementRecorder</name>
    <message>
        <source>This session is read-only. What you measure is shown, but not recorded.</source>
        <translation>Diese Sitzung ist schreibgeschützt. Was Sie messen, wird angezeigt, aber nicht festgehalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s) without a session are kept for the next new session.</source>
        <translation>
            <numerusform>Eine Messung ohne Sitzung wird für die nächste neue Sitzung aufbewahrt.</numerusform>
            <numerusform>%n Messungen ohne Sitzung werden für die nächste neue Sitzung aufbewahrt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Measurements without a session cannot be kept for the next start: %1.</source>
        <translation>Messungen ohne Sitzung können nicht bis zum nächsten Start aufbewahrt werden: %1.</translation>
    </message>
</context>
<context>
    <name>fleming::app::ReviewDrafts</name>
    <message>
        <source>Reviews that are not submitted cannot be kept for the next start: %1.</source>
        <translation>Nicht abgegebene Bewertungen können nicht für den nächsten Start aufbewahrt werden: %1.</translation>
    </message>
</context>
<context>
    <name>fleming::app::SavedPrompts</name>
    <message>
        <source>It is not a file of saved prompts</source>
        <translation>Es ist keine Datei mit gespeicherten Prompts</translation>
    </message>
    <message>
        <source>A newer version of the program has written it</source>
        <translation>Eine neuere Version des Programms hat sie geschrieben</translation>
    </message>
    <message>
        <source>The saved prompts in %1 cannot be used: %2.</source>
        <translation>Die gespeicherten Prompts in %1 können nicht verwendet werden: %2.</translation>
    </message>
</context>
<context>
    <name>fleming::app::SessionReplay</name>
    <message>
        <source>Answers are being replayed. Wait for the end, or cancel it.</source>
        <translation>Antworten werden gerade neu erzeugt. Warten Sie das Ende ab, oder brechen Sie ab.</translation>
    </message>
    <message>
        <source>No model is loaded. Choose the model that gave the answer first.</source>
        <translation>Es ist kein Modell geladen. Wählen Sie zuerst das Modell, das die Antwort gegeben hat.</translation>
    </message>
    <message>
        <source>There is no answer to replay.</source>
        <translation>Es gibt keine Antwort, die neu erzeugt werden kann.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n answer(s) were replayed identically.</source>
        <translation>
            <numerusform>%1 von %n Antwort wurde identisch neu erzeugt.</numerusform>
            <numerusform>%1 von %n Antworten wurden identisch neu erzeugt.</numerusform>
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
    <name>fleming::ui::AboutDialog</name>
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
    <message>
        <source>Replay: generate this answer again and compare all tokens</source>
        <translation>Diese Antwort neu erzeugen und alle Token vergleichen</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Neu erzeugen und vergleichen</translation>
    </message>
</context>
<context>
    <name>fleming::ui::AskAgainDialog</name>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>&amp;Question:</source>
        <translation>&amp;Frage:</translation>
    </message>
    <message>
        <source>Evidence:</source>
        <translation>Belege:</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>Modell:</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>Ask the question (Ctrl+Enter)</source>
        <translation>Die Frage stellen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>As before: no new images</source>
        <translation>Wie zuvor: keine neuen Bilder</translation>
    </message>
    <message>
        <source>As before: %1</source>
        <translation>Wie zuvor: %1</translation>
    </message>
    <message>
        <source>As before: %1 to %2</source>
        <translation>Wie zuvor: %1 bis %2</translation>
    </message>
    <message>
        <source>The system prompt belongs to the conversation. Ask its first question again to change it.</source>
        <translation>Der System-Prompt gehört zum Gespräch. Stellen Sie dessen erste Frage erneut, um ihn zu ändern.</translation>
    </message>
    <message numerus="yes">
        <source>The current evidence: %n image(s)</source>
        <translation>
            <numerusform>Die aktuellen Belege: %n Bild</numerusform>
            <numerusform>Die aktuellen Belege: %n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The images of the current evidence (%n) that the model has not seen before this question</source>
        <translation>
            <numerusform>Die Bilder der aktuellen Belege (%n), die das Modell vor dieser Frage nicht gesehen hat</numerusform>
            <numerusform>Die Bilder der aktuellen Belege (%n), die das Modell vor dieser Frage nicht gesehen hat</numerusform>
        </translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Es ist kein Modell geladen.</translation>
    </message>
    <message>
        <source>%1, as before</source>
        <translation>%1, wie zuvor</translation>
    </message>
    <message>
        <source>%1; the first answer is from %2</source>
        <translation>%1; die erste Antwort ist von %2</translation>
    </message>
    <message>
        <source>The model is still answering. You can ask when it has finished.</source>
        <translation>Das Modell antwortet noch. Sie können fragen, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>Preparing images…</source>
        <translation>Bilder werden vorbereitet…</translation>
    </message>
    <message>
        <source>The same model gives the same answer to this. Choose another seed, or change something else.</source>
        <translation>Dasselbe Modell gibt darauf dieselbe Antwort. Wählen Sie einen anderen Seed, oder ändern Sie etwas anderes.</translation>
    </message>
    <message>
        <source>Without sampling, the same model gives the same answer to this. Choose a temperature above 0, or change something else.</source>
        <translation>Ohne Sampling gibt dasselbe Modell darauf dieselbe Antwort. Wählen Sie eine Temperatur über 0, oder ändern Sie etwas anderes.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::BranchBar</name>
    <message>
        <source>Previous branch</source>
        <translation>Vorheriger Zweig</translation>
    </message>
    <message>
        <source>Show the previous version of this question or answer (Alt+Left)</source>
        <translation>Die vorherige Fassung dieser Frage oder Antwort zeigen (Alt+Links)</translation>
    </message>
    <message>
        <source>Next branch</source>
        <translation>Nächster Zweig</translation>
    </message>
    <message>
        <source>Show the next version of this question or answer (Alt+Right)</source>
        <translation>Die nächste Fassung dieser Frage oder Antwort zeigen (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Edit question</source>
        <translation>Frage bearbeiten</translation>
    </message>
    <message>
        <source>Edit the question and ask it again; both answers are kept</source>
        <translation>Die Frage bearbeiten und noch einmal stellen; beide Antworten bleiben erhalten</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>Neu generieren</translation>
    </message>
    <message>
        <source>Ask the same question again; both answers are kept</source>
        <translation>Dieselbe Frage noch einmal stellen; beide Antworten bleiben erhalten</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare this answer with another one, side by side</source>
        <translation>Diese Antwort mit einer anderen nebeneinander vergleichen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>branch 2 of 3</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>fleming::ui::BranchCommands</name>
    <message>
        <source>&amp;Previous branch</source>
        <translation>&amp;Vorheriger Zweig</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Left</translation>
    </message>
    <message>
        <source>&amp;Next branch</source>
        <translation>&amp;Nächster Zweig</translation>
    </message>
    <message>
        <source>Alt+Right</source>
        <translation>Alt+Right</translation>
    </message>
    <message>
        <source>&amp;Edit question…</source>
        <translation>Frage &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation>Ctrl+Shift+L</translation>
    </message>
    <message>
        <source>&amp;Regenerate answer</source>
        <translation>Antwort neu gene&amp;rieren</translation>
    </message>
    <message>
        <source>Ctrl+G</source>
        <translation>Ctrl+G</translation>
    </message>
    <message>
        <source>Ask again about the current e&amp;vidence</source>
        <translation>Zu den aktuellen B&amp;elegen erneut fragen</translation>
    </message>
    <message>
        <source>Ask the &amp;loaded model</source>
        <translation>Das ge&amp;ladene Modell fragen</translation>
    </message>
    <message>
        <source>Ask again with other p&amp;arameters…</source>
        <translation>Mit &amp;anderen Parametern erneut fragen…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+G</source>
        <translation>Ctrl+Shift+G</translation>
    </message>
    <message>
        <source>&amp;Continue this conversation</source>
        <translation>Dieses &amp;Gespräch fortsetzen</translation>
    </message>
    <message>
        <source>Co&amp;mpare answers…</source>
        <translation>Antworten verglei&amp;chen…</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>Ask the &amp;loaded model (%1)</source>
        <translation>Das ge&amp;ladene Modell fragen (%1)</translation>
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
        <source>&amp;Conversation panel</source>
        <translation>Bereich „Ges&amp;präch“</translation>
    </message>
    <message>
        <source>&amp;Questions and answers</source>
        <translation>Fragen und An&amp;tworten</translation>
    </message>
    <message>
        <source>&amp;Insert a saved prompt…</source>
        <translation>Gespeicherten Prompt e&amp;infügen…</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>&amp;Save the question as a prompt…</source>
        <translation>Frage als Prompt &amp;speichern…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>There are no answers to review yet.</source>
        <translation>Es gibt noch keine Antworten zu bewerten.</translation>
    </message>
    <message>
        <source>You have reviewed every answer of this session.</source>
        <translation>Sie haben jede Antwort dieser Sitzung bewertet.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::CheckerboardView</name>
    <message>
        <source>Checkerboard of both series</source>
        <translation>Schachbrett aus beiden Serien</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ClipToolbar</name>
    <message>
        <source>&amp;Window/Level</source>
        <translation>&amp;Fensterung</translation>
    </message>
    <message>
        <source>%1	%2</source>
        <translation>%1	%2</translation>
    </message>
    <message>
        <source>Whole range of this frame</source>
        <translation>Ganzer Wertebereich dieses Bildes</translation>
    </message>
    <message>
        <source>Auto window per frame</source>
        <translation>Automatisches Fenster je Bild</translation>
    </message>
    <message>
        <source>Reset window/level and fit</source>
        <translation>Fensterung zurücksetzen und einpassen</translation>
    </message>
    <message>
        <source>Minimum to maximum of each frame</source>
        <translation>Minimum bis Maximum jedes Bildes</translation>
    </message>
</context>
<context>
    <name>fleming::ui::Commands</name>
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
        <source>Your evidence was kept, so the sample&apos;s question was not entered: it would be asked about other images.</source>
        <translation>Ihre Belege wurden beibehalten; daher wurde die Frage des Beispiels nicht eingetragen: Sie würde zu anderen Bildern gestellt.</translation>
    </message>
    <message>
        <source>Clear evidence and use the sample</source>
        <translation>Belege leeren und Beispiel verwenden</translation>
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
        <source>The session is being exported.</source>
        <translation>Die Sitzung wird exportiert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The model is generating again what it has answered.</source>
        <translation>Das Modell erzeugt seine Antworten neu.</translation>
    </message>
    <message>
        <source>Import session</source>
        <translation>Sitzung importieren</translation>
    </message>
    <message>
        <source>Exported sessions (*.json);;All files (*)</source>
        <translation>Exportierte Sitzungen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>Labels importieren</translation>
    </message>
    <message>
        <source>Labels (*.json);;All files (*)</source>
        <translation>Labels (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>New reviews use the labels %1, version %2.</source>
        <translation>Neue Bewertungen verwenden die Labels %1, Version %2.</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>Labels exportieren</translation>
    </message>
    <message>
        <source>Open a DICOM series first.</source>
        <translation>Öffnen Sie zuerst eine DICOM-Serie.</translation>
    </message>
    <message>
        <source>Only DICOM files have tags.</source>
        <translation>Nur DICOM-Dateien haben Tags.</translation>
    </message>
    <message>
        <source>No other pane shows parallel slices of another frame of reference. Panes of one frame of reference are linked already.</source>
        <translation>Kein anderes Feld zeigt parallele Schichten eines anderen Bezugsrahmens. Felder eines Bezugsrahmens sind schon verknüpft.</translation>
    </message>
    <message>
        <source>Show slices of two frames of reference in two panes first. Series of one frame of reference have the same positions.</source>
        <translation>Zeigen Sie zuerst Schichten zweier Bezugsrahmen in zwei Feldern. Serien eines Bezugsrahmens haben dieselben Positionen.</translation>
    </message>
    <message>
        <source>Only greyscale volumes of several slices can be registered, and they must be loaded.</source>
        <translation>Nur geladene Graustufenvolumen mit mehreren Schichten lassen sich registrieren.</translation>
    </message>
    <message>
        <source>This series scrolls alone again.</source>
        <translation>Diese Serie scrollt wieder allein.</translation>
    </message>
    <message>
        <source>No other pane shows another clip. Panes of one clip are linked already.</source>
        <translation>Kein anderes Feld zeigt einen anderen Clip. Felder eines Clips sind schon verknüpft.</translation>
    </message>
    <message numerus="yes">
        <source>Scrolling is now linked with %n other pane(s), until you unlink them.</source>
        <translation>
            <numerusform>Das Blättern ist nun mit einem weiteren Feld verknüpft, bis Sie die Verknüpfung lösen.</numerusform>
            <numerusform>Das Blättern ist nun mit %n weiteren Feldern verknüpft, bis Sie die Verknüpfung lösen.</numerusform>
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
        <translation>Bewertung: %1</translation>
    </message>
    <message>
        <source>Verdict: %1 (%2)</source>
        <translation>Bewertung: %1 (%2)</translation>
    </message>
    <message>
        <source>No verdict yet</source>
        <translation>Noch keine Bewertung</translation>
    </message>
    <message>
        <source>Compare answers</source>
        <translation>Antworten vergleichen</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Frage und Antwort</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Gedankengang</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>&amp;Previous difference</source>
        <translation>&amp;Vorheriger Unterschied</translation>
    </message>
    <message>
        <source>Shift+F3</source>
        <translation>Shift+F3</translation>
    </message>
    <message>
        <source>Go to the previous difference (Shift+F3)</source>
        <translation>Zum vorherigen Unterschied (Umschalt+F3)</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>&amp;Nächster Unterschied</translation>
    </message>
    <message>
        <source>F3</source>
        <translation>F3</translation>
    </message>
    <message>
        <source>Go to the next difference (F3)</source>
        <translation>Zum nächsten Unterschied (F3)</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>The reasoning and the answers are the same.</source>
        <translation>Begründung und Antwort sind gleich.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>Difference %1 of %2</source>
        <translation>Unterschied %1 von %2</translation>
    </message>
</context>
<context>
    <name>fleming::ui::Composer</name>
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
        <source>Ask anyway</source>
        <translation>Trotzdem fragen</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>Follow-up: the model has already seen %1.</source>
        <translation>Folgefrage: Das Modell hat %1 bereits gesehen.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ContextMeter</name>
    <message>
        <source>About %1 of %2 tokens</source>
        <translation>Etwa %1 von %2 Tokens</translation>
    </message>
    <message>
        <source>A long answer may not fit: about %1 of %2 tokens</source>
        <translation>Eine lange Antwort passt vielleicht nicht hinein: etwa %1 von %2 Tokens</translation>
    </message>
    <message>
        <source>The next question does not fit: about %1 of %2 tokens</source>
        <translation>Die nächste Frage passt nicht hinein: etwa %1 von %2 Tokens</translation>
    </message>
    <message>
        <source>The model&apos;s context window: %1 tokens</source>
        <translation>Kontextfenster des Modells: %1 Tokens</translation>
    </message>
    <message>
        <source>This conversation so far: %1</source>
        <translation>Dieses Gespräch bisher: %1</translation>
    </message>
    <message>
        <source>The next question: about %1</source>
        <translation>Die nächste Frage: etwa %1</translation>
    </message>
    <message>
        <source>Its images: %1</source>
        <translation>Ihre Bilder: %1</translation>
    </message>
    <message>
        <source>The longest answer: %1 (see Settings)</source>
        <translation>Die längste Antwort: %1 (siehe Einstellungen)</translation>
    </message>
    <message>
        <source>Beyond its window, the model becomes less reliable and needs more memory. Start a new conversation, send fewer images, or lower the maximum of new tokens.</source>
        <translation>Jenseits seines Kontextfensters wird das Modell unzuverlässiger und braucht mehr Speicher. Beginnen Sie ein neues Gespräch, senden Sie weniger Bilder, oder verringern Sie die Höchstzahl neuer Tokens.</translation>
    </message>
    <message>
        <source>Context window</source>
        <translation>Kontextfenster</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ConversationView</name>
    <message>
        <source>Questions and answers</source>
        <translation>Fragen und Antworten</translation>
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
        <translation>Dateien oder Ordner hier ablegen, um sie zu öffnen</translation>
    </message>
</context>
<context>
    <name>fleming::ui::EvidenceRow</name>
    <message>
        <source>Images of this question</source>
        <translation>Bilder dieser Frage</translation>
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
    <message>
        <source>Ev&amp;idence panel</source>
        <translation>Bereich „Bele&amp;ge“</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>&amp;Belege</translation>
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
        <source>Undo the last removal or reordering of images</source>
        <translation>Das letzte Entfernen oder Umordnen von Bildern rückgängig machen</translation>
    </message>
    <message>
        <source>Add a picture of the volume as it is displayed</source>
        <translation>Ein Bild des Volumens hinzufügen, wie es angezeigt wird</translation>
    </message>
    <message>
        <source>Add view</source>
        <translation>Ansicht hinzufügen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was undone of the images</source>
        <translation>Das Rückgängiggemachte an den Bildern wiederholen</translation>
    </message>
</context>
<context>
    <name>fleming::ui::EvidenceThumbnails</name>
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
    <name>fleming::ui::EvidenceViewer</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Image of the evidence</source>
        <translation>Bild der Belege</translation>
    </message>
    <message>
        <source>Close the image</source>
        <translation>Bild schließen</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Vorheriges Bild</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Delete the mark</source>
        <translation>Markierung löschen</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Textstellen</translation>
    </message>
    <message>
        <source>Link the mark with a span of the answer</source>
        <translation>Markierung mit einer Textstelle der Antwort verknüpfen</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show the image in its series</source>
        <translation>Bild in seiner Serie zeigen</translation>
    </message>
    <message>
        <source>Note on the mark</source>
        <translation>Notiz zur Markierung</translation>
    </message>
    <message>
        <source>This image cannot be read.</source>
        <translation>Dieses Bild kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number of an image, where it comes from</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Mark %1</source>
        <translation>Markierung %1</translation>
    </message>
    <message>
        <source>Marks can be drawn when the answer is complete and the session can be changed.</source>
        <translation>Markierungen können gezeichnet werden, wenn die Antwort vollständig ist und die Sitzung geändert werden kann.</translation>
    </message>
    <message>
        <source>Choose a shape and drag, or press Enter to place one in the middle.</source>
        <translation>Wählen Sie eine Form und ziehen Sie, oder drücken Sie die Eingabetaste, um eine in die Mitte zu setzen.</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <comment>label of a span, its words</comment>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>Select words in the answer and label them first</source>
        <translation>Markieren und beschriften Sie zuerst Wörter in der Antwort</translation>
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
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Question %1 · %2</source>
        <comment>number · images and series</comment>
        <translation>Frage %1 · %2</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ExportDialog</name>
    <message>
        <source>Export session</source>
        <translation>Sitzung exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>&amp;Save to:</source>
        <translation>&amp;Speichern unter:</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>&amp;All questions</source>
        <translation>&amp;Alle Fragen</translation>
    </message>
    <message>
        <source>Only questions with a &amp;review</source>
        <translation>Nur Fragen mit &amp;Bewertung</translation>
    </message>
    <message>
        <source>&amp;These questions:</source>
        <translation>&amp;Diese Fragen:</translation>
    </message>
    <message>
        <source>Numbers of questions</source>
        <translation>Nummern der Fragen</translation>
    </message>
    <message>
        <source>What may leave</source>
        <translation>Was exportiert werden darf</translation>
    </message>
    <message>
        <source>Include the &amp;paths of files</source>
        <translation>&amp;Pfade der Dateien aufnehmen</translation>
    </message>
    <message>
        <source>Names of folders and files can contain patients&apos; names</source>
        <translation>Namen von Ordnern und Dateien können Patientennamen enthalten</translation>
    </message>
    <message>
        <source>&amp;Keep dates, UIDs and descriptions</source>
        <translation>Daten, UIDs und Beschreibungen &amp;behalten</translation>
    </message>
    <message>
        <source>They can identify patients. The names of reviewers are kept as well.</source>
        <translation>Sie können Patienten erkennbar machen. Auch die Namen der Bewertenden bleiben erhalten.</translation>
    </message>
    <message>
        <source>&amp;Name the reviewers</source>
        <translation>Bewertende &amp;nennen</translation>
    </message>
    <message>
        <source>Otherwise, only their codes leave</source>
        <translation>Sonst werden nur ihre Kürzel exportiert</translation>
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
        <translation>Papi&amp;er:</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>This folder exists. It is replaced if it is an unchanged export.</source>
        <translation>Diesen Ordner gibt es schon. Er wird ersetzt, wenn er ein unveränderter Export ist.</translation>
    </message>
    <message>
        <source>This file exists and will be replaced.</source>
        <translation>Diese Datei gibt es schon; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>Enter the numbers of questions, such as 1,3-5.</source>
        <translation>Geben Sie die Nummern der Fragen ein, zum Beispiel 1,3-5.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::FrameNavigator</name>
    <message>
        <source>The series of %1 is not open.</source>
        <translation>Die Serie von %1 ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>The session has no images yet.</source>
        <translation>Die Sitzung hat noch keine Bilder.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::GenerationForm</name>
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
    <message>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <source>Leave empty to use Fleming-VL&apos;s default</source>
        <translation>Leer lassen für die Vorgabe von Fleming-VL</translation>
    </message>
</context>
<context>
    <name>fleming::ui::HistogramView</name>
    <message>
        <source>Histogram of the selected region</source>
        <translation>Histogramm der gewählten Region</translation>
    </message>
    <message>
        <source>Select a region to see its histogram.</source>
        <translation>Wählen Sie eine Region, um ihr Histogramm zu sehen.</translation>
    </message>
    <message>
        <source>%1 to %2: %3 pixels</source>
        <comment>a value, a value, a number</comment>
        <translation>%1 bis %2: %3 Pixel</translation>
    </message>
</context>
<context>
    <name>fleming::ui::KeysPage</name>
    <message>
        <source>In the whole window</source>
        <translation>Im ganzen Fenster</translation>
    </message>
    <message>
        <source>In an image of a question</source>
        <translation>In einem Bild einer Frage</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between keys</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Find an action, a key or a drag</source>
        <translation>Aktion, Taste oder Mausbewegung suchen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>&amp;Take it from the others</source>
        <translation>Den anderen &amp;wegnehmen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Other key</source>
        <translation>Weitere Taste</translation>
    </message>
    <message>
        <source>Other use of the mouse</source>
        <translation>Weitere Mausbewegung</translation>
    </message>
    <message>
        <source>&amp;Reset this action</source>
        <translation>Diese Aktion zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>&amp;Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Keys:</source>
        <translation>Tasten:</translation>
    </message>
    <message>
        <source>Mouse:</source>
        <translation>Maus:</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no use of the mouse</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1: “%2” and “%3” (%4) both use it.</source>
        <comment>a key, two actions, where the second acts</comment>
        <translation>%1: „%2“ und „%3“ (%4) verwenden beide diese Eingabe.</translation>
    </message>
    <message>
        <source>In a slice or clip</source>
        <translation>In einer Schicht oder einem Clip</translation>
    </message>
    <message>
        <source>In a clip</source>
        <translation>In einem Clip</translation>
    </message>
    <message>
        <source>In a volume</source>
        <translation>In einem Volumen</translation>
    </message>
    <message>
        <source>%1 types text, so it can only be used in slices, clips, volumes and images. Add Ctrl or Alt.</source>
        <translation>%1 schreibt Text und ist deshalb nur in Schichten, Clips, Volumen und Bildern möglich. Nehmen Sie Strg oder Alt dazu.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::LookMenu</name>
    <message>
        <source>&amp;Display</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>%1	%2</source>
        <translation>%1	%2</translation>
    </message>
    <message>
        <source>&amp;Colours	%1</source>
        <translation>&amp;Farben	%1</translation>
    </message>
    <message>
        <source>&amp;Evidence as displayed</source>
        <translation>B&amp;elege wie angezeigt</translation>
    </message>
    <message>
        <source>Te&amp;xt on the image</source>
        <translation>Te&amp;xt auf dem Bild</translation>
    </message>
    <message>
        <source>Off: the model gets plain images, not turned, in grey and interpolated.</source>
        <translation>Aus: Das Modell erhält schlichte Bilder, nicht gedreht, in Grau und interpoliert.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
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
        <source>Ex&amp;port</source>
        <translation>Ex&amp;portieren</translation>
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
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>&amp;Plane</source>
        <translation>&amp;Ebene</translation>
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
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>E&amp;rscheinungsbild</translation>
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
        <source>&amp;Keyboard and mouse</source>
        <translation>&amp;Tastatur und Maus</translation>
    </message>
    <message>
        <source>&amp;About Fleming Viewer</source>
        <translation>Ü&amp;ber Fleming Viewer</translation>
    </message>
    <message>
        <source>Session &amp;library…</source>
        <translation>Sitzungsbibliot&amp;hek…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Ctrl+Shift+F</translation>
    </message>
    <message>
        <source>I&amp;mport session…</source>
        <translation>Sitzung i&amp;mportieren…</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>&amp;Replay the session</source>
        <translation>Sitzung neu e&amp;rzeugen und vergleichen</translation>
    </message>
    <message>
        <source>C&amp;ancel the replay</source>
        <translation>Neuerzeugung a&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Bewertung</translation>
    </message>
    <message>
        <source>&amp;Next answer without your review</source>
        <translation>&amp;Nächste Antwort ohne Ihre Bewertung</translation>
    </message>
    <message>
        <source>&amp;Previous answer without your review</source>
        <translation>&amp;Vorherige Antwort ohne Ihre Bewertung</translation>
    </message>
    <message>
        <source>Next &amp;question</source>
        <translation>Nächste &amp;Frage</translation>
    </message>
    <message>
        <source>Pre&amp;vious question</source>
        <translation>Vorhe&amp;rige Frage</translation>
    </message>
    <message>
        <source>&amp;Reviewer…</source>
        <translation>Be&amp;wertende Person …</translation>
    </message>
    <message>
        <source>Labels: %1, version %2</source>
        <translation>Labels: %1, Version %2</translation>
    </message>
    <message>
        <source>&amp;Import labels…</source>
        <translation>Labels &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Export labels…</source>
        <translation>Labels &amp;exportieren …</translation>
    </message>
    <message>
        <source>Use the &amp;standard labels</source>
        <translation>&amp;Standardlabels verwenden</translation>
    </message>
    <message>
        <source>Recent %1</source>
        <comment>a number</comment>
        <translation>Zuletzt %1</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>&amp;Find a series</source>
        <translation>Serie f&amp;inden</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Anordnung</translation>
    </message>
    <message>
        <source>Loc&amp;al library…</source>
        <translation>Lok&amp;ale Bibliothek …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+I</source>
        <translation>Ctrl+Shift+I</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <comment>a format</comment>
        <translation>Export: %1</translation>
    </message>
    <message>
        <source>Plane: %1</source>
        <translation>Ebene: %1</translation>
    </message>
    <message>
        <source>M&amp;easure</source>
        <translation>M&amp;essen</translation>
    </message>
    <message>
        <source>Images &amp;of the question, with marks</source>
        <translation>Bilder der Frage, mit Mar&amp;kierungen</translation>
    </message>
    <message>
        <source>DICOM ta&amp;gs…</source>
        <translation>DI&amp;COM-Tags …</translation>
    </message>
    <message>
        <source>Privac&amp;y mode</source>
        <translation>Datensc&amp;hutzmodus</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>&amp;Straighten the volume</source>
        <translation>Volumen be&amp;gradigen</translation>
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
        <source>Only files and folders on this computer can be opened.</source>
        <translation>Nur Dateien und Ordner auf diesem Computer können geöffnet werden.</translation>
    </message>
    <message>
        <source>The session was exported to %1.</source>
        <translation>Die Sitzung wurde nach %1 exportiert.</translation>
    </message>
    <message>
        <source>Fleming Viewer – privacy mode</source>
        <translation>Fleming Viewer – Datenschutzmodus</translation>
    </message>
</context>
<context>
    <name>fleming::ui::MeasuredViews</name>
    <message>
        <source>Text of %1</source>
        <comment>a measurement</comment>
        <translation>Text von %1</translation>
    </message>
    <message>
        <source>Name of %1</source>
        <comment>a measurement</comment>
        <translation>Name von %1</translation>
    </message>
</context>
<context>
    <name>fleming::ui::MeasurementCommands</name>
    <message>
        <source>Slice %1 of %2</source>
        <translation>Schicht %1 von %2</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <comment>plane, slice number, number of slices</comment>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>not open</source>
        <comment>a series</comment>
        <translation>nicht geöffnet</translation>
    </message>
    <message>
        <source>Calibrate the image</source>
        <translation>Bild kalibrieren</translation>
    </message>
    <message>
        <source>%1 is %2 pixels long. Its true length in mm:</source>
        <comment>a measurement, its length</comment>
        <translation>%1 ist %2 Pixel lang. Wahre Länge in mm:</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a measurement, its values</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>a measurement, Image-3</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>&amp;Rename %1…</source>
        <comment>a measurement</comment>
        <translation>%1 &amp;umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Text…</source>
        <translation>&amp;Text…</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Copy to the &amp;next slice</source>
        <translation>In die &amp;nächste Schicht kopieren</translation>
    </message>
    <message>
        <source>Copy to the &amp;previous slice</source>
        <translation>In die &amp;vorige Schicht kopieren</translation>
    </message>
    <message>
        <source>Insert into the &amp;question</source>
        <translation>In die Fra&amp;ge einfügen</translation>
    </message>
    <message>
        <source>&amp;Calibrate with this length…</source>
        <translation>Mit dieser Länge &amp;kalibrieren…</translation>
    </message>
    <message>
        <source>&amp;Measure at the detector</source>
        <translation>Am &amp;Detektor messen</translation>
    </message>
    <message>
        <source>Remo&amp;ve the calibration</source>
        <translation>Kalibrierung &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Delete %1</source>
        <comment>a measurement</comment>
        <translation>%1 &amp;löschen</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Export measurements</source>
        <translation>Messungen exportieren</translation>
    </message>
    <message>
        <source>Measurements (*.json);;3D Slicer markups (*.mrk.json);;Table (*.csv)</source>
        <translation>Messungen (*.json);;3D-Slicer-Markups (*.mrk.json);;Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Import measurements</source>
        <translation>Messungen importieren</translation>
    </message>
    <message>
        <source>Measurements (*.json);;All files (*)</source>
        <translation>Messungen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>T&amp;ie to %1</source>
        <comment>words of an answer</comment>
        <translation>Mit %1 ver&amp;knüpfen</translation>
    </message>
</context>
<context>
    <name>fleming::ui::MeasurementPanel</name>
    <message>
        <source>Copy the table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the chosen measurements</source>
        <translation>Die gewählten Messungen löschen</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Anzeigen</translation>
    </message>
    <message>
        <source>&amp;Measurements panel</source>
        <translation>Bereich „&amp;Messungen“</translation>
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
    <name>fleming::ui::Pane</name>
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
        <source>Drag a series here, or choose one in the list.</source>
        <translation>Ziehen Sie eine Serie hierher, oder wählen Sie eine in der Liste.</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Clip: %1</source>
        <translation>Clip: %1</translation>
    </message>
    <message>
        <source>Volume of %1</source>
        <translation>Volumen von %1</translation>
    </message>
    <message>
        <source>Slices of %1</source>
        <translation>Schichten von %1</translation>
    </message>
    <message>
        <source>%1 (pane %2 of %3)</source>
        <comment>what it shows</comment>
        <translation>%1 (Feld %2 von %3)</translation>
    </message>
    <message>
        <source>Slice view</source>
        <translation>Schichtansicht</translation>
    </message>
    <message>
        <source>Volume view</source>
        <translation>Volumenansicht</translation>
    </message>
</context>
<context>
    <name>fleming::ui::PaneMenu</name>
    <message>
        <source>&amp;Ask about this slice</source>
        <translation>Zu dieser Schicht fr&amp;agen</translation>
    </message>
    <message>
        <source>&amp;Ask about this image</source>
        <translation>Zu diesem Bild fr&amp;agen</translation>
    </message>
    <message>
        <source>Add to the &amp;evidence</source>
        <translation>Zu den B&amp;elegen hinzufügen</translation>
    </message>
    <message>
        <source>Show all &amp;panes</source>
        <translation>Alle &amp;Felder zeigen</translation>
    </message>
    <message>
        <source>&amp;Maximise the pane</source>
        <translation>Feld &amp;maximieren</translation>
    </message>
    <message>
        <source>&amp;DICOM tags…</source>
        <translation>&amp;DICOM-Tags …</translation>
    </message>
    <message>
        <source>&amp;Ask about this frame</source>
        <translation>Zu diesem Bild fr&amp;agen</translation>
    </message>
    <message>
        <source>&amp;Compare with prior</source>
        <translation>Mit &amp;Voraufnahme vergleichen</translation>
    </message>
    <message>
        <source>&amp;Link with the other panes here</source>
        <translation>&amp;Hier mit den anderen Feldern verknüpfen</translation>
    </message>
    <message>
        <source>Link by &amp;registration…</source>
        <translation>Durch &amp;Registrierung verknüpfen…</translation>
    </message>
    <message>
        <source>&amp;Unlink from the other panes</source>
        <translation>Verknüpfung mit den anderen Feldern l&amp;ösen</translation>
    </message>
    <message>
        <source>&amp;Straighten the volume</source>
        <translation>Volumen be&amp;gradigen</translation>
    </message>
</context>
<context>
    <name>fleming::ui::PanelLayout</name>
    <message>
        <source>%1 (%2)</source>
        <comment>panel (its key)</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>fleming::ui::PatientWarning</name>
    <message>
        <source>These images show different patients: %1. The question was not sent. Press Enter or “Ask anyway” to send it nevertheless.</source>
        <translation>Diese Bilder zeigen verschiedene Patienten: %1. Die Frage wurde nicht gesendet. Drücken Sie Enter oder „Trotzdem fragen“, um sie dennoch zu senden.</translation>
    </message>
    <message>
        <source>These images show different patients: %1.</source>
        <translation>Diese Bilder zeigen verschiedene Patienten: %1.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::PriorComparison</name>
    <message>
        <source>Other priors…</source>
        <translation>Andere Voraufnahmen…</translation>
    </message>
    <message>
        <source>On the right is “%1” of the study “%2”: %3.</source>
        <translation>Rechts ist „%1“ der Studie „%2“: %3.</translation>
    </message>
    <message>
        <source>Open a series first.</source>
        <translation>Öffnen Sie zuerst eine Serie.</translation>
    </message>
    <message>
        <source>There is no prior to compare with, because the files of this series name no patient.</source>
        <translation>Es gibt keine Voraufnahme zum Vergleich, denn die Dateien dieser Serie nennen keinen Patienten.</translation>
    </message>
    <message>
        <source>There is no prior to compare with, because only one study of this patient is open. Open the folder with the other one too.</source>
        <translation>Es gibt keine Voraufnahme zum Vergleich, denn von diesem Patienten ist nur eine Studie geöffnet. Öffnen Sie auch den Ordner mit der anderen.</translation>
    </message>
    <message>
        <source>Choose a series…</source>
        <translation>Serie wählen…</translation>
    </message>
    <message>
        <source>None of the series in the other studies of this patient matches this one in modality, plane and part of the body.</source>
        <translation>Keine Serie der anderen Studien dieses Patienten passt in Modalität, Ebene und Körperteil zu dieser.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>study, series: what agrees</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Local library…</source>
        <translation>Lokale Bibliothek …</translation>
    </message>
</context>
<context>
    <name>fleming::ui::PromptPicker</name>
    <message>
        <source>Type to filter</source>
        <translation>Zum Filtern tippen</translation>
    </message>
    <message>
        <source>Filter the saved prompts</source>
        <translation>Gespeicherte Prompts filtern</translation>
    </message>
    <message>
        <source>Saved prompts</source>
        <translation>Gespeicherte Prompts</translation>
    </message>
    <message>
        <source>&amp;Save this text…</source>
        <translation>Diesen Text &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Manage…</source>
        <translation>Ver&amp;walten…</translation>
    </message>
    <message>
        <source>No prompts are saved yet.</source>
        <translation>Es sind noch keine Prompts gespeichert.</translation>
    </message>
    <message>
        <source>No saved prompt fits.</source>
        <translation>Kein gespeicherter Prompt passt dazu.</translation>
    </message>
    <message>
        <source>Insert a saved prompt (Ctrl+P)</source>
        <translation>Gespeicherten Prompt einfügen (Strg+P)</translation>
    </message>
    <message>
        <source>Use a saved system prompt</source>
        <translation>Gespeicherten System-Prompt verwenden</translation>
    </message>
</context>
<context>
    <name>fleming::ui::PromptsDialog</name>
    <message>
        <source>Saved prompts</source>
        <translation>Gespeicherte Prompts</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>System prompts</source>
        <translation>System-Prompts</translation>
    </message>
    <message>
        <source>Kind of prompts</source>
        <translation>Art der Prompts</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>S&amp;peichern</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>N&amp;ew</source>
        <translation>N&amp;eu</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>&amp;Text:</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>Erset&amp;zen</translation>
    </message>
    <message>
        <source>The prompt has changes. Save it, or do this once more to discard them.</source>
        <translation>Der Prompt hat Änderungen. Speichern Sie ihn, oder tun Sie dies noch einmal, um sie zu verwerfen.</translation>
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
    <name>fleming::ui::RegistrationDialog</name>
    <message>
        <source>Registration</source>
        <translation>Registrierung</translation>
    </message>
    <message>
        <source>The series are being registered…</source>
        <translation>Die Serien werden registriert…</translation>
    </message>
    <message>
        <source>&amp;Slice:</source>
        <translation>&amp;Schicht:</translation>
    </message>
    <message>
        <source>Size of the &amp;tiles:</source>
        <translation>Größe der &amp;Kacheln:</translation>
    </message>
    <message>
        <source>&amp;Use for linking</source>
        <translation>Zum &amp;Verknüpfen verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Rotation %1°, shift of the middle %2 mm; similarity %3, overlap %4.</source>
        <translation>Drehung %1°, Verschiebung der Mitte %2 mm; Ähnlichkeit %3, Überlappung %4.</translation>
    </message>
    <message>
        <source>Look at several slices: lines must go on from tile to tile.</source>
        <translation>Sehen Sie sich mehrere Schichten an: Linien müssen von Kachel zu Kachel weiterlaufen.</translation>
    </message>
    <message>
        <source>This result is doubtful: the registration did not converge.</source>
        <translation>Dieses Ergebnis ist zweifelhaft: Die Registrierung ist nicht konvergiert.</translation>
    </message>
    <message>
        <source>This result is doubtful: the series have little in common there.</source>
        <translation>Dieses Ergebnis ist zweifelhaft: Die Serien haben dort wenig gemeinsam.</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>V&amp;erwerfen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReviewForm</name>
    <message>
        <source>Your confidence in the verdict</source>
        <translation>Wie sicher Sie sich des Urteils sind</translation>
    </message>
    <message>
        <source>Confidence: not given</source>
        <translation>Sicherheit: nicht angegeben</translation>
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
        <source>Corrected answer (optional)</source>
        <translation>Korrigierte Antwort (optional)</translation>
    </message>
    <message>
        <source>Corrected answer</source>
        <translation>Korrigierte Antwort</translation>
    </message>
    <message>
        <source>The answer as it should be, in your words. Training exports use it as the reference.</source>
        <translation>Die Antwort, wie sie lauten sollte, in Ihren Worten. Trainingsexporte verwenden sie als Referenz.</translation>
    </message>
    <message>
        <source>Start from the model&apos;s answer</source>
        <translation>Mit der Antwort des Modells beginnen</translation>
    </message>
    <message>
        <source>Tags, separated by commas (optional)</source>
        <translation>Schlagwörter, durch Kommas getrennt (optional)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>You have reviewed this answer before. Say why you change your review:</source>
        <translation>Sie haben diese Antwort schon bewertet. Nennen Sie den Grund der Änderung:</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>Grund der Änderung</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>Grund (erforderlich)</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReviewNavigator</name>
    <message>
        <source>Previous answer without your review (Shift+F4)</source>
        <translation>Vorherige Antwort ohne Ihre Bewertung (Umschalt+F4)</translation>
    </message>
    <message>
        <source>Next answer without your review (F4)</source>
        <translation>Nächste Antwort ohne Ihre Bewertung (F4)</translation>
    </message>
    <message>
        <source>Who reviews</source>
        <translation>Wer bewertet</translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>%1 von %2 bewertet</translation>
    </message>
    <message>
        <source>Reviewer: not named</source>
        <translation>Bewertet von: nicht benannt</translation>
    </message>
    <message>
        <source>Reviewer: %1</source>
        <translation>Bewertet von: %1</translation>
    </message>
    <message>
        <source>Reviewer…</source>
        <translation>Bewertende Person …</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReviewPanel</name>
    <message>
        <source>Your verdict:</source>
        <translation>Ihre Bewertung:</translation>
    </message>
    <message>
        <source>%1 (key %2)</source>
        <comment>verdict (its key)</comment>
        <translation>%1 (Taste %2)</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Abgeben</translation>
    </message>
    <message>
        <source>Submit the review (Ctrl+Enter)</source>
        <translation>Bewertung abgeben (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Show every review of this answer, with the values that were replaced</source>
        <translation>Alle Bewertungen dieser Antwort mit den ersetzten Werten zeigen</translation>
    </message>
    <message>
        <source>Changed, not submitted</source>
        <translation>Geändert, nicht abgegeben</translation>
    </message>
    <message>
        <source>Draft, not submitted</source>
        <translation>Entwurf, nicht abgegeben</translation>
    </message>
    <message>
        <source>This session is read-only: verdicts cannot be saved.</source>
        <translation>Diese Sitzung ist schreibgeschützt: Bewertungen können nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Hide the fields of the review</source>
        <translation>Felder der Bewertung ausblenden</translation>
    </message>
    <message>
        <source>Show the fields of the review</source>
        <translation>Felder der Bewertung zeigen</translation>
    </message>
    <message>
        <source>Undo discard</source>
        <translation>Verwerfen rückgängig machen</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>History (%n)</source>
        <translation>
            <numerusform>Verlauf (%n)</numerusform>
            <numerusform>Verlauf (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReviewerDialog</name>
    <message>
        <source>Reviewer</source>
        <translation>Bewertet von</translation>
    </message>
    <message>
        <source>Reviews are stored under this name and code. Nobody checks the name. Exports contain the code, and the name only if you ask for it.</source>
        <translation>Bewertungen werden unter diesem Namen und Code gespeichert. Niemand prüft den Namen. Exporte enthalten den Code, den Namen nur auf Wunsch.</translation>
    </message>
    <message>
        <source>&amp;Reviewer:</source>
        <translation>&amp;Bewertet von:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Code:</source>
        <translation>&amp;Code:</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>New reviewer</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>Another reviewer has this code. Choose another one.</source>
        <translation>Eine andere Person hat diesen Code. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Enter a name or a code.</source>
        <translation>Geben Sie einen Namen oder einen Code ein.</translation>
    </message>
    <message>
        <source>In this session, the code %1 stands for %2. Choose another one, unless it is yours and the name has changed.</source>
        <translation>In dieser Sitzung steht der Code %1 für %2. Wählen Sie einen anderen, außer er ist Ihrer und der Name hat sich geändert.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ScanTree</name>
    <message>
        <source>Scans of the library</source>
        <translation>Aufnahmen der Bibliothek</translation>
    </message>
    <message>
        <source>Patient, study, series</source>
        <translation>Patient, Studie, Serie</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <comment>a folder</comment>
        <translation>Fehlt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n series missing)</source>
        <translation>
            <numerusform>%1 (%n Serie fehlt)</numerusform>
            <numerusform>%1 (%n Serien fehlen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Last compared with the disk: %1</source>
        <translation>Zuletzt mit dem Datenträger verglichen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n Ordner</numerusform>
            <numerusform>%n Ordner</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::ScansDialog</name>
    <message>
        <source>Local library</source>
        <translation>Lokale Bibliothek</translation>
    </message>
    <message>
        <source>Find a patient, study or series: name, ID, date, description, modality</source>
        <translation>Patient, Studie oder Serie finden: Name, ID, Datum, Beschreibung, Modalität</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Remove from the &amp;library</source>
        <translation>Aus der &amp;Bibliothek entfernen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Find &amp;changes</source>
        <translation>Änderungen &amp;finden</translation>
    </message>
    <message>
        <source>In &amp;this folder</source>
        <translation>In &amp;diesem Ordner</translation>
    </message>
    <message>
        <source>In &amp;all folders</source>
        <translation>In &amp;allen Ordnern</translation>
    </message>
    <message>
        <source>Cancel the &amp;search</source>
        <translation>&amp;Suche abbrechen</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Remove the folder from the library (Delete). Its files are not deleted.</source>
        <translation>Den Ordner aus der Bibliothek entfernen (Entf). Seine Dateien werden nicht gelöscht.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Searching the folders: %1 files found</source>
        <translation>Die Ordner werden durchsucht: %1 Dateien gefunden</translation>
    </message>
    <message>
        <source>Reading %1 of %2 files</source>
        <translation>Datei %1 von %2 wird gelesen</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Die Suche wurde abgebrochen.</translation>
    </message>
    <message>
        <source>These files are missing. Connect the disk that holds them and try again: %1</source>
        <translation>Diese Dateien fehlen. Schließen Sie den Datenträger an, auf dem sie liegen, und versuchen Sie es noch einmal: %1</translation>
    </message>
    <message>
        <source>Searching the folders…</source>
        <translation>Die Ordner werden durchsucht …</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>Files added: %1, changed: %2, gone: %3.</source>
        <translation>Dateien hinzugekommen: %1, geändert: %2, verschwunden: %3.</translation>
    </message>
    <message>
        <source>Missing folders, kept in the library: %1</source>
        <translation>Fehlende Ordner, die in der Bibliothek bleiben: %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %1 and its %n series from the library? The files are not deleted.</source>
        <translation>
            <numerusform>%1 und die %n Serie darin aus der Bibliothek entfernen? Die Dateien werden nicht gelöscht.</numerusform>
            <numerusform>%1 und die %n Serien darin aus der Bibliothek entfernen? Die Dateien werden nicht gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library is empty. Folders and files are added when you open them.</source>
        <translation>Die Bibliothek ist leer. Ordner und Dateien kommen hinein, wenn Sie sie öffnen.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Es wurde nichts gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n Serie</numerusform>
            <numerusform>%n Serien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::SeriesTree</name>
    <message>
        <source>Open series</source>
        <translation>Geöffnete Serien</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>DICOM &amp;tags…</source>
        <translation>DICOM-&amp;Tags …</translation>
    </message>
    <message>
        <source>Close this &amp;patient</source>
        <translation>Diesen &amp;Patienten schließen</translation>
    </message>
    <message>
        <source>Close this &amp;folder</source>
        <translation>Diesen &amp;Ordner schließen</translation>
    </message>
    <message>
        <source>Close this s&amp;tudy</source>
        <translation>Diese S&amp;tudie schließen</translation>
    </message>
    <message>
        <source>Close these &amp;images</source>
        <translation>Diese &amp;Bilder schließen</translation>
    </message>
    <message>
        <source>&amp;Close this series</source>
        <translation>Diese Serie s&amp;chließen</translation>
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
        <translation>Titel</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Gedankengang</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>%1: </source>
        <comment>where a text was found</comment>
        <translation>%1: </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n Frage</numerusform>
            <numerusform>%n Fragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Question %1</source>
        <translation>Frage %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>how often · a verdict</comment>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>%n without a review</source>
        <translation>
            <numerusform>%n ohne Bewertung</numerusform>
            <numerusform>%n ohne Bewertung</numerusform>
        </translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>Sessions that were found</source>
        <translation>Gefundene Sitzungen</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SessionsDialog</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Search in questions, answers, reviews, tags, series and titles</source>
        <translation>In Fragen, Antworten, Bewertungen, Schlagwörtern, Serien und Titeln suchen</translation>
    </message>
    <message>
        <source>Text to search for</source>
        <translation>Gesuchter Text</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>When the question was asked</source>
        <translation>Wann die Frage gestellt wurde</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Letzter Tag</numerusform>
            <numerusform>Letzte %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Reviewed or not</source>
        <translation>Bewertet oder nicht</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Bewertet</translation>
    </message>
    <message>
        <source>Any reviewer</source>
        <translation>Alle Bewertenden</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Bewertet von</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>&amp;New title:</source>
        <translation>&amp;Neuer Titel:</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Give the session a title (F2)</source>
        <translation>Der Sitzung einen Titel geben (F2)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reading the sessions: %1 of %2</source>
        <translation>Sitzungen werden gelesen: %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) could not be read: %1</source>
        <translation>
            <numerusform>%n Sitzung konnte nicht gelesen werden: %1</numerusform>
            <numerusform>%n Sitzungen konnten nicht gelesen werden: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Es wurde nichts gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n result(s). Add a word or a filter to see others.</source>
        <translation>
            <numerusform>Das erste Ergebnis. Fügen Sie ein Wort oder einen Filter hinzu, um andere zu sehen.</numerusform>
            <numerusform>Die ersten %n Ergebnisse. Fügen Sie ein Wort oder einen Filter hinzu, um andere zu sehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n Ergebnis</numerusform>
            <numerusform>%n Ergebnisse</numerusform>
        </translation>
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
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>&amp;Witness file:</source>
        <translation>&amp;Zeugendatei:</translation>
    </message>
    <message>
        <source>Each export appends the hash of the session&apos;s last event to this file. Keep it where the sessions are not: it shows later whether a session was cut or replaced.</source>
        <translation>Jeder Export hängt den Hash des letzten Ereignisses der Sitzung an diese Datei an. Bewahren Sie sie getrennt von den Sitzungen auf: Sie zeigt später, ob eine Sitzung gekürzt oder ersetzt wurde.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Choose the witness file</source>
        <translation>Zeugendatei wählen</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>&amp;Memory for images:</source>
        <translation>&amp;Speicher für Bilder:</translation>
    </message>
    <message>
        <source> GB</source>
        <comment>suffix of a size in gigabytes</comment>
        <translation> GB</translation>
    </message>
    <message>
        <source>Half of what is free (%1)</source>
        <comment>a size</comment>
        <translation>Hälfte des freien Speichers (%1)</translation>
    </message>
    <message>
        <source>Series that were shown stay in memory up to this size. Those that were not shown for the longest time are freed first, those on the screen never.</source>
        <translation>Gezeigte Serien bleiben bis zu dieser Größe im Speicher. Die am längsten nicht gezeigten werden zuerst freigegeben, die auf dem Bildschirm nie.</translation>
    </message>
    <message>
        <source>Show the series of a study side &amp;by side when it is opened</source>
        <translation>Serien einer Studie beim Öffnen &amp;nebeneinander zeigen</translation>
    </message>
    <message>
        <source>Witness file</source>
        <translation>Zeugendatei</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation>Tastatur und Maus</translation>
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
        <source>Tab and Enter (in an answer)</source>
        <translation>Tab und Eingabe (in einer Antwort)</translation>
    </message>
    <message>
        <source>go to a reference such as Image-3 and show it</source>
        <translation>zu einem Verweis wie Image-3 springen und das Bild anzeigen</translation>
    </message>
    <message>
        <source>place a mark, move it, resize it, delete it, go to the next</source>
        <translation>eine Markierung setzen, verschieben, in der Größe ändern, löschen, zur nächsten gehen</translation>
    </message>
    <message>
        <source>1, 2, 3, 4 (in an answer)</source>
        <translation>1, 2, 3, 4 (in einer Antwort)</translation>
    </message>
    <message>
        <source>verdict: correct, partly correct, wrong, cannot judge</source>
        <translation>Urteil: richtig, teilweise richtig, falsch, nicht zu beurteilen</translation>
    </message>
    <message>
        <source>Ctrl+Enter (in a review)</source>
        <translation>Strg+Eingabe (in einer Bewertung)</translation>
    </message>
    <message>
        <source>submit the review</source>
        <translation>die Bewertung abgeben</translation>
    </message>
    <message>
        <source>Shift+arrow keys, L (in an answer)</source>
        <translation>Umschalt+Pfeiltasten, L (in einer Antwort)</translation>
    </message>
    <message>
        <source>select words, label them; L also edits the label at the cursor</source>
        <translation>Wörter auswählen und mit einem Label versehen; L ändert auch das Label an der Schreibmarke</translation>
    </message>
    <message>
        <source>1 to 9, Left, Right, Enter (in the form of a label)</source>
        <translation>1 bis 9, Links, Rechts, Eingabe (im Formular eines Labels)</translation>
    </message>
    <message>
        <source>choose the label, its severity, save</source>
        <translation>das Label und seinen Schweregrad wählen, speichern</translation>
    </message>
    <message>
        <source>N, Shift+N, Delete (in an answer)</source>
        <translation>N, Umschalt+N, Entf (in einer Antwort)</translation>
    </message>
    <message>
        <source>next or previous labelled words; delete their label</source>
        <translation>nächste oder vorherige markierte Wörter; ihr Label löschen</translation>
    </message>
    <message>
        <source>Shift+move (with several panes)</source>
        <translation>Umschalt+Bewegen (bei mehreren Feldern)</translation>
    </message>
    <message>
        <source>show the position under the pointer in the linked panes</source>
        <translation>die Stelle unter dem Zeiger in den verknüpften Feldern zeigen</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between keys and mouse</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what keys do, and where</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Double click (in a pane)</source>
        <translation>Doppelklick (in einem Feld)</translation>
    </message>
    <message>
        <source>maximise the pane</source>
        <translation>das Feld maximieren</translation>
    </message>
    <message>
        <source>put the tool down; cancel a drag</source>
        <translation>das Werkzeug ablegen; ein Ziehen abbrechen</translation>
    </message>
    <message>
        <source>Ctrl+Z (in a review)</source>
        <translation>Strg+Z (in einer Bewertung)</translation>
    </message>
    <message>
        <source>put back a removed label or mark</source>
        <translation>ein entferntes Label oder eine entfernte Markierung zurückholen</translation>
    </message>
    <message>
        <source>Enter, Shift+Enter (in a question)</source>
        <translation>Eingabe, Umschalt+Eingabe (in einer Frage)</translation>
    </message>
    <message>
        <source>send it, insert a new line</source>
        <translation>sie senden, eine neue Zeile einfügen</translation>
    </message>
    <message>
        <source>F3, Shift+F3 (in a comparison)</source>
        <translation>F3, Umschalt+F3 (in einem Vergleich)</translation>
    </message>
    <message>
        <source>go to the next or previous difference</source>
        <translation>zum nächsten oder vorherigen Unterschied</translation>
    </message>
    <message>
        <source>Enter, arrow keys, Shift+arrow keys, Delete, Tab (in an image of a question)</source>
        <translation>Eingabe, Pfeiltasten, Umschalt+Pfeiltasten, Entf, Tab (in einem Bild einer Frage)</translation>
    </message>
    <message>
        <source>Left, Right, Delete (in the series)</source>
        <translation>Links, Rechts, Entf (in den Serien)</translation>
    </message>
    <message>
        <source>fold, unfold, close series</source>
        <translation>Serien ein- und ausklappen, schließen</translation>
    </message>
    <message>
        <source>menu: ask about this image, window, display, tags</source>
        <translation>Menü: zu diesem Bild fragen, Fensterung, Anzeige, Tags</translation>
    </message>
    <message>
        <source>Esc (in a slice or clip)</source>
        <translation>Esc (in einer Schicht oder einem Clip)</translation>
    </message>
    <message>
        <source>Right click (in a pane)</source>
        <translation>Rechtsklick (in einem Feld)</translation>
    </message>
</context>
<context>
    <name>fleming::ui::ShownTexts</name>
    <message>
        <source>&amp;Series and plane</source>
        <translation>&amp;Serie und Ebene</translation>
    </message>
    <message>
        <source>Size and s&amp;pacing</source>
        <translation>Größe und &amp;Abstand</translation>
    </message>
    <message>
        <source>S&amp;lice, position and value</source>
        <translation>S&amp;chicht, Position und Wert</translation>
    </message>
    <message>
        <source>&amp;Zoom and window</source>
        <translation>&amp;Zoom und Fenster</translation>
    </message>
    <message>
        <source>Scale &amp;bar</source>
        <translation>&amp;Maßstab</translation>
    </message>
    <message>
        <source>Pa&amp;tient</source>
        <translation>&amp;Patient</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SlabMenu</name>
    <message>
        <source>No slab</source>
        <translation>Kein Schichtblock</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>&amp;Slab	%1</source>
        <translation>&amp;Schichtblock	%1</translation>
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
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Show segmentations as colours over the image; evidence never includes them</source>
        <translation>Segmentierungen als Farben über dem Bild ein- oder ausblenden; Belege enthalten sie nie</translation>
    </message>
    <message>
        <source>&amp;Tool</source>
        <translation>&amp;Werkzeug</translation>
    </message>
    <message>
        <source>Tool of the left mouse button</source>
        <translation>Werkzeug der linken Maustaste</translation>
    </message>
    <message>
        <source>Tool: %1</source>
        <translation>Werkzeug: %1</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>Gesamter Bereich</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SpanEditor</name>
    <message>
        <source>%1: %2</source>
        <comment>reviewer: label</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Label (L)</source>
        <translation>Label (L)</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SpanList</name>
    <message>
        <source>Labelled words</source>
        <translation>Markierte Wörter</translation>
    </message>
    <message>
        <source>Enter edits the label, Delete removes it.</source>
        <translation>Eingabe ändert das Label, Entf entfernt es.</translation>
    </message>
</context>
<context>
    <name>fleming::ui::SpanPopup</name>
    <message>
        <source>Label of the marked words</source>
        <translation>Label der markierten Wörter</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>Notiz (optional)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Less severe (Left)</source>
        <translation>Weniger schwer (Links)</translation>
    </message>
    <message>
        <source>More severe (Right)</source>
        <translation>Schwerer (Rechts)</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>key, label</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Add (Enter)</source>
        <translation>Hinzufügen (Eingabe)</translation>
    </message>
    <message>
        <source>Save (Enter)</source>
        <translation>Speichern (Eingabe)</translation>
    </message>
    <message>
        <source>Severity: %1</source>
        <translation>Schweregrad: %1</translation>
    </message>
    <message>
        <source>Severity: not given</source>
        <translation>Schweregrad: nicht angegeben</translation>
    </message>
    <message>
        <source>Tied to measurements:</source>
        <translation>Verknüpft mit Messungen:</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Space or a click ties the words to a measurement, or unties them.</source>
        <translation>Leertaste oder Klick verknüpft die Wörter mit einer Messung oder löst die Verknüpfung.</translation>
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
        <source>DICOM, %1</source>
        <comment>formats that can be opened</comment>
        <translation>DICOM, %1</translation>
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
    <message>
        <source>Exporting the session: %1 %</source>
        <translation>Sitzung wird exportiert: %1 %</translation>
    </message>
    <message>
        <source>Replaying: %1 %</source>
        <translation>Antworten werden neu erzeugt: %1 %</translation>
    </message>
</context>
<context>
    <name>fleming::ui::Straightening</name>
    <message>
        <source>This volume is straightened already.</source>
        <translation>Dieses Volumen ist bereits begradigt.</translation>
    </message>
    <message>
        <source>Only a volume whose slices are sheared or unevenly spaced, and have positions, can be straightened.</source>
        <translation>Nur ein Volumen, dessen Schichten geschert oder ungleichmäßig verteilt sind und Positionen haben, kann begradigt werden.</translation>
    </message>
    <message>
        <source>The slices of this series are sheared or unevenly spaced, so the shape of the volume is wrong.</source>
        <translation>Die Schichten dieser Serie sind geschert oder ungleichmäßig verteilt; die Form des Volumens ist daher falsch.</translation>
    </message>
    <message>
        <source>Straighten the volume</source>
        <translation>Volumen begradigen</translation>
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
    <message>
        <source>&amp;Series panel</source>
        <translation>Bereich „&amp;Serien“</translation>
    </message>
    <message>
        <source>Find: name, ID, date, modality, description</source>
        <translation>Finden: Name, ID, Datum, Modalität, Beschreibung</translation>
    </message>
    <message>
        <source>Find in the open series</source>
        <translation>In den geöffneten Serien finden</translation>
    </message>
    <message>
        <source>Show only series that have these words (Ctrl+F)</source>
        <translation>Nur Serien mit diesen Wörtern zeigen (Ctrl+F)</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n open series matches.</source>
        <translation>
            <numerusform>Die geöffnete Serie passt nicht.</numerusform>
            <numerusform>Keine der %n geöffneten Serien passt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>fleming::ui::TagValuesDialog</name>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Die Dateien werden gelesen …</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Save as CS&amp;V…</source>
        <translation>Als CS&amp;V speichern …</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message numerus="yes">
        <source>%n different value(s)</source>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n verschiedene Werte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; missing in %n file(s).</source>
        <translation>
            <numerusform>%1; fehlt in %n Datei.</numerusform>
            <numerusform>%1; fehlt in %n Dateien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n file(s).</source>
        <translation>
            <numerusform>%1 in %n Datei.</numerusform>
            <numerusform>%1 in %n Dateien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the values</source>
        <translation>Die Werte speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
</context>
<context>
    <name>fleming::ui::TagsDialog</name>
    <message>
        <source>DICOM tags</source>
        <translation>DICOM-Tags</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>&amp;Series:</source>
        <translation>&amp;Serie:</translation>
    </message>
    <message>
        <source>Compare &amp;with:</source>
        <translation>&amp;Vergleichen mit:</translation>
    </message>
    <message>
        <source>Slice:</source>
        <translation>Schicht:</translation>
    </message>
    <message>
        <source>Find a tag, a name or a value, also in private tags and sequences</source>
        <translation>Einen Tag, einen Namen oder einen Wert finden, auch in privaten Tags und Sequenzen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>&amp;Only differences</source>
        <translation>&amp;Nur Unterschiede</translation>
    </message>
    <message>
        <source>&amp;Values over the series…</source>
        <translation>&amp;Werte über die Serie …</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Save as CS&amp;V…</source>
        <translation>Als CS&amp;V speichern …</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 (series %2)</source>
        <translation>%1 (Serie %2)</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>slice number of a number of slices</comment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>No DICOM series is open.</source>
        <translation>Keine DICOM-Serie ist geöffnet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n element(s)</source>
        <translation>
            <numerusform>%1 von %n Element</numerusform>
            <numerusform>%1 von %n Elementen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the tags</source>
        <translation>Die Tags speichern</translation>
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
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>fleming::ui::TagsModel</name>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>private: %1</source>
        <translation>privat: %1</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>VR</source>
        <translation>VR</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>Erster Wert</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Second value</source>
        <translation>Zweiter Wert</translation>
    </message>
</context>
<context>
    <name>fleming::ui::VolumeGallery</name>
    <message>
        <source>Looks of the volume</source>
        <translation>Darstellungen des Volumens</translation>
    </message>
</context>
<context>
    <name>fleming::ui::VolumePage</name>
    <message>
        <source>Loading %1 of %2 slices</source>
        <translation>%1 von %2 Schichten geladen</translation>
    </message>
    <message>
        <source>Volume view</source>
        <translation>Volumenansicht</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>volume.png</source>
        <translation>volumen.png</translation>
    </message>
    <message>
        <source>PNG (*.png);;JPEG (*.jpg *.jpeg);;TIFF (*.tif *.tiff)</source>
        <translation>PNG (*.png);;JPEG (*.jpg *.jpeg);;TIFF (*.tif *.tiff)</translation>
    </message>
    <message>
        <source>The picture was saved as %1.</source>
        <translation>Das Bild wurde als %1 gespeichert.</translation>
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
        <translation>Aussehen des Volumens wählen</translation>
    </message>
    <message>
        <source>Window/level of the volume</source>
        <translation>Fensterung des Volumens</translation>
    </message>
    <message>
        <source>%1; in the image: %2</source>
        <comment>what is set, a drag</comment>
        <translation>%1; im Bild: %2</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Opacity of the volume, percent</source>
        <translation>Deckkraft des Volumens in Prozent</translation>
    </message>
    <message>
        <source>Opacity of the volume</source>
        <translation>Deckkraft des Volumens</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Zuschneiden</translation>
    </message>
    <message>
        <source>Show a part of the volume: drag the handles of a box</source>
        <translation>Einen Teil des Volumens zeigen: Griffe eines Quaders ziehen</translation>
    </message>
    <message>
        <source>View from</source>
        <translation>Ansicht von</translation>
    </message>
    <message>
        <source>Look at the patient from a side</source>
        <translation>Den Patienten von einer Seite ansehen</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Fit the volume to the view, seen from the front, and reset window and opacity</source>
        <translation>Volumen in die Ansicht einpassen, von vorn gesehen, und Fensterung und Deckkraft zurücksetzen</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Save a picture of the view as a file</source>
        <translation>Ein Bild der Ansicht als Datei speichern</translation>
    </message>
    <message>
        <source>Ask about this view</source>
        <translation>Nach dieser Ansicht fragen</translation>
    </message>
    <message>
        <source>Add a picture of the volume to the evidence and ask about it</source>
        <translation>Ein Bild des Volumens zur Bildauswahl hinzufügen und danach fragen</translation>
    </message>
    <message>
        <source>Show the crop box</source>
        <translation>Zuschneidequader zeigen</translation>
    </message>
    <message>
        <source>Show the whole volume</source>
        <translation>Das ganze Volumen zeigen</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Vorn</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Hinten</translation>
    </message>
    <message>
        <source>Left side of the patient</source>
        <translation>Linke Seite des Patienten</translation>
    </message>
    <message>
        <source>Right side of the patient</source>
        <translation>Rechte Seite des Patienten</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Feet</source>
        <translation>Füße</translation>
    </message>
    <message>
        <source>Default window/level</source>
        <translation>Vorgegebene Fensterung</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Look of the volume: %1</source>
        <translation>Darstellung des Volumens: %1</translation>
    </message>
    <message>
        <source>Window/Level</source>
        <translation>Fensterung</translation>
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
    <name>fleming::viewer::ClipBar</name>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>Back and forth</source>
        <translation>Vor und zurück</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>%1   %2 / %3</source>
        <comment>time, frame number / number of frames</comment>
        <translation>%1   %2 / %3</translation>
    </message>
    <message>
        <source>%1 / %2   Frame %3 of %4</source>
        <translation>%1 / %2   Bild %3 von %4</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>a speed</comment>
        <translation>%1×</translation>
    </message>
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
        <source>Reset the range to the whole clip</source>
        <translation>Bereich auf den ganzen Clip zurücksetzen</translation>
    </message>
    <message>
        <source>At the end of the range</source>
        <translation>Am Ende des Bereichs</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>%1; at 1× the clip has %2 frames per second.</source>
        <translation>%1; bei 1× hat der Clip %2 Bilder pro Sekunde.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between keys</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Start the range at this frame</source>
        <translation>Bereich mit diesem Bild beginnen</translation>
    </message>
    <message>
        <source>End the range at this frame</source>
        <translation>Bereich mit diesem Bild beenden</translation>
    </message>
    <message>
        <source>At the end of the range: %1</source>
        <translation>Am Ende des Bereichs: %1</translation>
    </message>
    <message>
        <source>Speed; at 1× the clip has %1 frames per second</source>
        <translation>Geschwindigkeit; bei 1× hat der Clip %1 Bilder pro Sekunde</translation>
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
    <name>fleming::viewer::SliceView</name>
    <message>
        <source>Slice view</source>
        <translation>Schichtansicht</translation>
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
    <message>
        <source>Cropped</source>
        <translation>Zugeschnitten</translation>
    </message>
    <message>
        <source>Opacity %1</source>
        <translation>Deckkraft %1</translation>
    </message>
    <message>
        <source>Crop box, side %1</source>
        <translation>Zuschneidequader, Seite %1</translation>
    </message>
</context>
</TS>
