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
        <source>Opens scans and asks Fleming-VL about them.
%1</source>
        <translation>Öffnet Aufnahmen und befragt Fleming-VL zu ihnen.
%1</translation>
    </message>
    <message>
        <source>Compute on auto, cpu, cuda or cuda:N.</source>
        <translation>Rechnen auf auto, cpu, cuda oder cuda:N.</translation>
    </message>
    <message>
        <source>Compute in auto, float32, bfloat16 or float16 (CUDA).</source>
        <translation>Rechnen in auto, float32, bfloat16 oder float16 (CUDA).</translation>
    </message>
    <message>
        <source>Make the language model&apos;s weights int8 or int4 while loading, or leave them: none.</source>
        <translation>Die Gewichte des Sprachmodells beim Laden zu int8 oder int4 machen oder lassen, wie sie sind: none.</translation>
    </message>
    <message>
        <source>Keep the exchanges in this session file; it is made where it is missing.</source>
        <translation>Fragen und Antworten in dieser Sitzungsdatei aufbewahren; fehlt sie, wird sie angelegt.</translation>
    </message>
    <message>
        <source>Write this question into the box, ready to ask.</source>
        <translation>Diese Frage in das Feld schreiben, bereit zum Stellen.</translation>
    </message>
    <message>
        <source>Files and folders to open.</source>
        <translation>Dateien und Ordner, die geöffnet werden.</translation>
    </message>
    <message>
        <source>%1 takes a whole number of at least %2, not &quot;%3&quot;.</source>
        <translation>%1 nimmt eine ganze Zahl ab %2, nicht „%3“.</translation>
    </message>
    <message>
        <source>%1 takes a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>%1 nimmt eine ganze Zahl von %2 bis %3, nicht „%4“.</translation>
    </message>
    <message>
        <source>%1 takes a number, not &quot;%2&quot;.</source>
        <translation>%1 nimmt eine Zahl, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 takes a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>%1 nimmt eine Zahl von %2 bis %3, nicht „%4“.</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>Es gibt keine Option %1.</translation>
    </message>
    <message>
        <source>%1 is given twice.</source>
        <translation>%1 ist zweimal angegeben.</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>%1 takes a whole number from 0 on, not &quot;%2&quot;.</source>
        <translation>%1 nimmt eine ganze Zahl ab 0, nicht „%2“.</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>%1 tokens, %2 tokens a second, %3 tokens of prompt</source>
        <translation>%1 Tokens, %2 Tokens je Sekunde, %3 Tokens Eingabe</translation>
    </message>
    <message>
        <source>done: %1</source>
        <translation>fertig: %1</translation>
    </message>
    <message>
        <source>ended at the limit of --max-new-tokens: %1</source>
        <translation>an der Grenze von --max-new-tokens beendet: %1</translation>
    </message>
    <message>
        <source>stopped: %1</source>
        <translation>angehalten: %1</translation>
    </message>
    <message>
        <source>The output could not be written: %1.</source>
        <translation>Die Ausgabe konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>There is no series %1: they are numbered from 0 to %2. &quot;fleming info&quot; lists them.</source>
        <translation>Es gibt keine Serie %1: Sie sind von 0 bis %2 nummeriert. „fleming info“ zählt sie auf.</translation>
    </message>
    <message>
        <source>There are %1 series; series 0 is used. &quot;fleming info&quot; lists them, --series N chooses one.</source>
        <translation>Es gibt %1 Serien; Serie 0 wird verwendet. „fleming info“ zählt sie auf, --series N wählt eine.</translation>
    </message>
    <message>
        <source>Reading frames</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>These are more than %1 frames. Choose fewer.</source>
        <translation>Das sind mehr als %1 Bilder. Wählen Sie weniger.</translation>
    </message>
    <message>
        <source>%1: the folder cannot be made.</source>
        <translation>%1: Der Ordner kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>%1: could not be written: %2.</source>
        <translation>%1: konnte nicht geschrieben werden: %2.</translation>
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
        <translation>welche Bilder (ohne Angabe: von einem Volumen 11 Schichten, von einem Clip ein Bild je Sekunde, ein Bild selbst):
  --series N[,N...]   diese Serien, wie „fleming info“ sie nummeriert; sonst die einzige oder Serie 0
                      (Bilder, die jedes für sich durch einen PATH genannt sind, werden alle verwendet)
  --plane PLANE       axial, coronal oder sagittal; sonst die Ebene, in der das Volumen aufgenommen wurde
  --count K           K Bilder, gleichmäßig verteilt
  --slices 3,9,12     diese Schichten oder Bilder; sie sind von 0 an nummeriert
  --times 0.5,1,2.5   die Bilder eines Clips zu diesen Sekunden
  --every SECONDS     die Bilder eines Clips, je eines alle so viele Sekunden
  --clip START:END    nur dieser Teil eines Clips, in Sekunden
wie aus Werten Graustufen werden (sonst das Fenster der Datei; NPY: jede Schicht nach ihrem Minimum und Maximum):
  --window C,W        Zentrum und Breite des Fensters, etwa 40,400
  --window NAME       ein Fenster der Datei oder bei CT brain, subdural, stroke, bone, soft-tissue, lung,
                      mediastinum, abdomen, liver
  --minmax            jede Schicht nach ihrem eigenen Minimum und Maximum
</translation>
    </message>
    <message>
        <source>usage: fleming info PATH... [--json]

Says what the files and folders hold: series with their number, type, size, spacing, orientation and frames, and
which files were skipped and why.

  --json   the same as one JSON object: &quot;series&quot;, &quot;skipped&quot;, &quot;notes&quot;
</source>
        <translation>Aufruf: fleming info PATH... [--json]

Sagt, was die Dateien und Ordner enthalten: Serien mit Nummer, Typ, Größe, Abstand, Orientierung und Bildern, und
welche Dateien warum übergangen wurden.

  --json   dasselbe als ein JSON-Objekt: &quot;series&quot;, &quot;skipped&quot;, &quot;notes&quot;
</translation>
    </message>
    <message>
        <source>usage: fleming frames PATH [selection] -o DIR

Writes the frames that a question would be asked about, before they are resized, as DIR/Image-1.png, Image-2.png
and so on, and DIR/frames.json, which says where each comes from. Files of these names are replaced.

</source>
        <translation>Aufruf: fleming frames PATH [Auswahl] -o DIR

Schreibt die Bilder, zu denen eine Frage gestellt würde, vor der Größenänderung als DIR/Image-1.png, Image-2.png
und so weiter, und DIR/frames.json, das sagt, woher jedes stammt. Dateien mit diesen Namen werden ersetzt.

</translation>
    </message>
    <message>
        <source>usage: fleming pixels PATH [selection] -o FILE.npy

Writes what enters the vision tower: an NPY array of float32, (frames, 3, 448, 448), resized and normalised as
Fleming-VL does it.

</source>
        <translation>Aufruf: fleming pixels PATH [Auswahl] -o FILE.npy

Schreibt, was in den Bildencoder des Modells geht: ein NPY-Feld aus float32, (Bilder, 3, 448, 448), in der Größe
geändert und normiert, wie Fleming-VL es tut.

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
        <source>%1 at %2 a second, %3 s</source>
        <translation>%1 mit %2 je Sekunde, %3 s</translation>
    </message>
    <message>
        <source>%1 centre %2 width %3</source>
        <translation>%1 Zentrum %2 Breite %3</translation>
    </message>
    <message>
        <source>%1, %2 colours</source>
        <translation>%1, %2 Farben</translation>
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
        <source>%1, slices %2 mm apart</source>
        <translation>%1, Schichtabstand %2 mm</translation>
    </message>
    <message>
        <source>spacing</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>not said in the file</source>
        <translation>in der Datei nicht angegeben</translation>
    </message>
    <message>
        <source>orientation</source>
        <translation>Orientierung</translation>
    </message>
    <message>
        <source>%1; columns run to %2, rows to %3, slices to %4</source>
        <translation>%1; Spalten laufen nach %2, Zeilen nach %3, Schichten nach %4</translation>
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
        <translation>Übergangen: %1: %2</translation>
    </message>
    <message>
        <source>%1: cannot be written. Is there such a folder?</source>
        <translation>%1: kann nicht geschrieben werden. Gibt es den Ordner?</translation>
    </message>
    <message>
        <source>%1: could not be written completely.</source>
        <translation>%1: konnte nicht vollständig geschrieben werden.</translation>
    </message>
    <message>
        <source>A path is empty.</source>
        <translation>Ein Pfad ist leer.</translation>
    </message>
    <message>
        <source>The width of a window is at least 1, not &quot;%1&quot;.</source>
        <translation>Die Breite eines Fensters ist mindestens 1, nicht „%1“.</translation>
    </message>
    <message>
        <source>--window takes CENTRE,WIDTH or the name of a window, not &quot;%1&quot;.</source>
        <translation>--window nimmt ZENTRUM,BREITE oder den Namen eines Fensters, nicht „%1“.</translation>
    </message>
    <message>
        <source>--clip takes START:END in seconds, the end after the start, not &quot;%1&quot;.</source>
        <translation>--clip nimmt ANFANG:ENDE in Sekunden, das Ende nach dem Anfang, nicht „%1“.</translation>
    </message>
    <message>
        <source>Choose frames by one of --count, --slices, --times and --every.</source>
        <translation>Wählen Sie Bilder mit nur einer der Optionen --count, --slices, --times und --every.</translation>
    </message>
    <message>
        <source>Choose one of --window and --minmax.</source>
        <translation>Wählen Sie nur eine der Optionen --window und --minmax.</translation>
    </message>
    <message>
        <source>--clip bounds frames that are spread; --slices and --times name each frame.</source>
        <translation>--clip begrenzt Bilder, die verteilt werden; --slices und --times nennen jedes Bild einzeln.</translation>
    </message>
    <message>
        <source>One PATH is needed: a file or a folder.</source>
        <translation>Genau ein PATH ist nötig: eine Datei oder ein Ordner.</translation>
    </message>
    <message>
        <source>--device takes auto, cpu, cuda, cuda:N, or a list such as cuda:0,cpu, not &quot;%1&quot;.</source>
        <translation>--device nimmt auto, cpu, cuda, cuda:N oder eine Liste wie cuda:0,cpu, nicht „%1“.</translation>
    </message>
    <message>
        <source>A PATH is needed: a file or a folder.</source>
        <translation>Ein PATH ist nötig: eine Datei oder ein Ordner.</translation>
    </message>
    <message>
        <source>One TEXT is needed, or - to read it from the input.</source>
        <translation>Genau ein TEXT ist nötig, oder - zum Lesen von der Eingabe.</translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation>%1 ist nötig.</translation>
    </message>
    <message>
        <source>A command is needed.</source>
        <translation>Ein Befehl ist nötig.</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>Es gibt keinen Befehl „%1“.</translation>
    </message>
    <message>
        <source>%1 See &quot;fleming %2--help&quot;.</source>
        <translation>%1 Siehe „fleming %2--help“.</translation>
    </message>
    <message>
        <source>skipped %1: %2</source>
        <translation>übergangen %1: %2</translation>
    </message>
    <message>
        <source>%1 files were skipped; &quot;fleming info&quot; says why.</source>
        <translation>Übergangene Dateien: %1. Den Grund nennt „fleming info“.</translation>
    </message>
    <message>
        <source>Load this checkpoint folder. Without it: the environment variable FLEMING_MODEL, the model used last, or the demo model.</source>
        <translation>Diesen Checkpoint-Ordner laden. Ohne ihn: die Umgebungsvariable FLEMING_MODEL, das zuletzt benutzte Modell oder das Demo-Modell.</translation>
    </message>
    <message>
        <source>Open this sample of those that come with the program (%1), pick evidence of it and write a question, ready to ask.</source>
        <translation>Dieses der mitgelieferten Beispiele (%1) öffnen, Belege daraus wählen und eine Frage bereitstellen.</translation>
    </message>
    <message>
        <source>Play the main job without a person: open (the sample chest CT, where nothing is named), pick, ask, wait for the answer, and leave screenshots, report and session in this folder.</source>
        <translation>Den Hauptablauf ohne Bediener durchspielen: öffnen (ohne Angabe das Beispiel-Thorax-CT), wählen, fragen, auf die Antwort warten und Bildschirmfotos, Bericht und Sitzung in diesem Ordner ablegen.</translation>
    </message>
    <message>
        <source>There is no sample &quot;%1&quot; with this program.</source>
        <translation>Zu diesem Programm gehört kein Beispiel „%1“.</translation>
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
        <source>%1, %2 right</source>
        <translation>%1, %2 richtig</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>about line %1:</source>
        <translation>zu Zeile %1:</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 questions are answered. The same command goes on from there.</source>
        <translation>Angehalten: %1 von %2 Fragen sind beantwortet. Derselbe Befehl macht dort weiter.</translation>
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
        <translation>gefragt</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Reasoning that cites the right images: %1 of %2 (%3).</source>
        <translation>Begründungen, die die richtigen Bilder nennen: %1 von %2 (%3).</translation>
    </message>
    <message>
        <source>Answers without &lt;answer&gt;: %1.</source>
        <translation>Antworten ohne &lt;answer&gt;: %1.</translation>
    </message>
    <message>
        <source>Questions that could not be asked, counted as wrong: %1.</source>
        <translation>Fragen, die nicht gestellt werden konnten und als falsch zählen: %1.</translation>
    </message>
    <message>
        <source>got: %1</source>
        <translation>erhalten: %1</translation>
    </message>
    <message>
        <source>not asked: %1</source>
        <translation>nicht gefragt: %1</translation>
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
        <source>%1 %</source>
        <translation>%1 %</translation>
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
        <source>usage: fleming tokenize [--model DIR] TEXT|- [--json]

Prints the ids of TEXT, or with - of all that comes on the standard input, as the model gets them from a
question. Names of control tokens in it are ordinary text. Put -- before a TEXT that begins with a dash.

  --model DIR   the checkpoint whose tokenizer is used; else FLEMING_MODEL, else the demo model
  --json        a JSON array
</source>
        <translation>Aufruf: fleming tokenize [--model DIR] TEXT|- [--json]

Gibt die Nummern der Tokens von TEXT aus, oder mit - von allem, was auf der Standardeingabe kommt, so wie das Modell
sie von einer Frage erhält. Namen von Steuertokens darin sind gewöhnlicher Text. Setzen Sie -- vor einen TEXT, der
mit einem Strich beginnt.

  --model DIR   der Checkpoint, dessen Tokenizer verwendet wird; sonst FLEMING_MODEL, sonst das Demo-Modell
  --json        eine JSON-Liste
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
        <translation>Aufruf: fleming ask PATH... -q TEXT [Auswahl] [Optionen]

Befragt das Modell zu den Bildern von PATH und gibt die Antwort aus, wie sie kommt. Ohne PATH steht die Frage allein.
Strg-C beendet die Antwort; was gekommen ist, bleibt.

  -q TEXT              die Frage
  --turn TEXT          eine Nachfrage im selben Gespräch; darf mehrmals angegeben werden
%1  --json               ein JSON-Objekt je Frage, jedes auf seiner Zeile: text, reasoning, answer, finish (stop, length
                       oder cancelled), prompt_tokens, image_tokens, tokens, evidence, timing, model
  --session FILE       bewahrt Fragen, Bilder und Antworten in dieser Sitzungsdatei, die der Viewer öffnet
  --report FILE.pdf    schreibt einen Bericht

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
        <translation>Aufruf: fleming evaluate --questions FILE.jsonl [Optionen]

Stellt die Fragen von FILE, jede in einem eigenen Gespräch, und gibt aus, wie viele Antworten richtig sind, je Art
und insgesamt, mit dem 95-%-Intervall (Wilson), und die falschen. Strg-C hält an; derselbe Befehl macht dort weiter.
Eine Frage, deren Dateien nicht gelesen werden können, zählt als falsch.

  --questions FILE     die Fragen, siehe unten
  --answers FILE       bewahrt alle Antworten in dieser Datei, ein JSON-Objekt je Zeile, und macht mit denen weiter,
                       die schon da sind
  --parallel N         so viele Fragen werden nebeneinander beantwortet, soweit der Speicher reicht: die Antworten
                       bleiben dieselben und sind eher da                                     [8]
%1  --json               ein JSON-Objekt: n, accuracy, low, high, kinds, wrong, without_answer, failed, und cites,
                       wo Fragen es haben

FILE enthält ein JSON-Objekt je Zeile; Pfade gelten vom Ordner der Datei aus:
  &quot;images&quot;: [PATH, ...] oder &quot;volume&quot;: PATH oder &quot;video&quot;: PATH
  &quot;question&quot;: TEXT, &quot;answer&quot;: TEXT, und wo weitere Wortlaute richtig sind, &quot;answers&quot;: [TEXT, ...]
                       Groß- und Kleinschreibung, Leerzeichen und Schlusspunkt spielen keine Rolle; bei Auswahlfragen
                       (&quot;D. Fundus imaging&quot;) gilt der Buchstabe, der Text oder beides
  &quot;kind&quot;: TEXT         die Art, unter der gezählt wird
  &quot;before&quot;: [TEXT, ...]  vorher im selben Gespräch gefragt; die Bilder kommen mit der allerersten Frage
  &quot;cites&quot;: [N, ...]    die Bilder, die die Begründung nennen soll, mit höchstens einem Bild Abweichung
  &quot;selection&quot;: {...}   eines von &quot;count&quot;: K, &quot;indices&quot;: [...], &quot;times&quot;: [...], &quot;everySeconds&quot;: X; &quot;clipRange&quot;: [A, B],
                       &quot;plane&quot;, &quot;window&quot;: [C, W] oder NAME oder &quot;minmax&quot;, &quot;series&quot;: N; wie die Optionen von ask
</translation>
    </message>
    <message>
        <source>The questions are given with --questions FILE.</source>
        <translation>Die Fragen werden mit --questions FILE angegeben.</translation>
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
        <translation>&quot;%1&quot; muss Zahlen enthalten.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes whole numbers of at least %2.</source>
        <translation>&quot;%1&quot; nimmt ganze Zahlen ab %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes a whole number from %2 to %3.</source>
        <translation>&quot;%1&quot; nimmt eine ganze Zahl von %2 bis %3.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list.</source>
        <translation>&quot;%1&quot; muss eine Liste sein.</translation>
    </message>
    <message>
        <source>&quot;window&quot; takes [CENTRE, WIDTH] with a width of at least 1, or the name of a window.</source>
        <translation>&quot;window&quot; nimmt [ZENTRUM, BREITE] mit einer Breite von mindestens 1, oder den Namen eines Fensters.</translation>
    </message>
    <message>
        <source>&quot;selection&quot; has no key &quot;%1&quot;.</source>
        <translation>&quot;selection&quot; hat keinen Schlüssel &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>&quot;selection&quot; takes one of &quot;count&quot;, &quot;indices&quot;, &quot;times&quot; and &quot;everySeconds&quot;.</source>
        <translation>&quot;selection&quot; nimmt nur eines von &quot;count&quot;, &quot;indices&quot;, &quot;times&quot; und &quot;everySeconds&quot;.</translation>
    </message>
    <message>
        <source>&quot;clipRange&quot; takes [START, END] in seconds.</source>
        <translation>&quot;clipRange&quot; nimmt [ANFANG, ENDE] in Sekunden.</translation>
    </message>
    <message>
        <source>Exactly one of &quot;images&quot;, &quot;volume&quot; and &quot;video&quot; must be given.</source>
        <translation>Genau eines von &quot;images&quot;, &quot;volume&quot; und &quot;video&quot; muss angegeben sein.</translation>
    </message>
    <message>
        <source>&quot;selection&quot; must be an object.</source>
        <translation>&quot;selection&quot; muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>This is no JSON (%1, at byte %2).</source>
        <translation>Das ist kein JSON (%1, bei Byte %2).</translation>
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
        <source>%1: there is no question in it.</source>
        <translation>%1: Darin steht keine Frage.</translation>
    </message>
    <message>
        <source>%1 holds answers to other questions, or to these as they were before a change. Give another file with --answers, or remove this one.</source>
        <translation>%1 enthält Antworten auf andere Fragen oder auf diese in einer früheren Fassung. Geben Sie mit --answers eine andere Datei an, oder entfernen Sie diese.</translation>
    </message>
    <message>
        <source>%1 holds answers of another model. Give another file with --answers, or remove this one.</source>
        <translation>%1 enthält Antworten eines anderen Modells. Geben Sie mit --answers eine andere Datei an, oder entfernen Sie diese.</translation>
    </message>
    <message>
        <source>%1 holds answers that were asked for with other options. Give the same options, another file with --answers, or remove this one.</source>
        <translation>%1 enthält Antworten, die mit anderen Optionen erfragt wurden. Geben Sie dieselben Optionen oder mit --answers eine andere Datei an, oder entfernen Sie diese.</translation>
    </message>
    <message>
        <source>%1, line %2: this is no line of an evaluation&apos;s answers. Give another file with --answers, or remove this one.</source>
        <translation>%1, Zeile %2: Das ist keine Zeile mit Antworten einer Auswertung. Geben Sie mit --answers eine andere Datei an, oder entfernen Sie diese.</translation>
    </message>
    <message>
        <source>%1: the answers cannot be kept there: %2.</source>
        <translation>%1: Die Antworten können dort nicht aufbewahrt werden: %2.</translation>
    </message>
    <message>
        <source>%1: another evaluation is writing there. Wait for its end, or stop it.</source>
        <translation>%1: Dort schreibt eine andere Auswertung. Warten Sie ihr Ende ab, oder halten Sie sie an.</translation>
    </message>
    <message>
        <source>%1: the answers could not be written: %2.</source>
        <translation>%1: Die Antworten konnten nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>The width of a window must be more than 0.</source>
        <translation>Die Breite eines Fensters muss größer als 0 sein.</translation>
    </message>
    <message>
        <source>Choose frames in one way: by a number of frames, by their indices, by times, or by an interval.</source>
        <translation>Wählen Sie Bilder auf nur eine Art: nach Anzahl, nach Nummern, nach Zeitpunkten oder nach einem Zeitabstand.</translation>
    </message>
    <message>
        <source>The number of frames must be 1 or more.</source>
        <translation>Die Anzahl der Bilder muss mindestens 1 sein.</translation>
    </message>
    <message>
        <source>That would be %1 frames; at most %2 can be asked about at once. Choose fewer.</source>
        <translation>Das wären %1 Bilder; zu höchstens %2 kann auf einmal gefragt werden. Wählen Sie weniger.</translation>
    </message>
    <message>
        <source>There is no slice or frame %1: they are numbered from 0 to %2.</source>
        <translation>Es gibt keine Schicht und kein Bild %1: Sie sind von 0 bis %2 nummeriert.</translation>
    </message>
    <message>
        <source>Times choose frames of a clip, and this series is none. Choose slices by their number or their indices.</source>
        <translation>Zeitpunkte wählen Bilder eines Clips, und diese Serie ist keiner. Wählen Sie Schichten nach Anzahl oder Nummern.</translation>
    </message>
    <message>
        <source>A plane can be chosen for a volume, and this series is a single picture.</source>
        <translation>Eine Ebene lässt sich für ein Volumen wählen, und diese Serie ist ein einzelnes Bild.</translation>
    </message>
    <message>
        <source>This series is a single picture: it gives one frame and not %1.</source>
        <translation>Diese Serie ist ein einzelnes Bild: Sie gibt ein Bild und nicht %1.</translation>
    </message>
    <message>
        <source>This volume does not say how it lies in the patient, so it has no axial, coronal and sagittal planes. Choose slices without a plane.</source>
        <translation>Dieses Volumen sagt nicht, wie es im Patienten liegt, und hat daher keine axiale, koronale und sagittale Ebene. Wählen Sie Schichten ohne Ebene.</translation>
    </message>
    <message>
        <source>The range from %1 s to %2 s is not in the clip, which lasts from 0 s to %3 s.</source>
        <translation>Der Bereich von %1 s bis %2 s liegt nicht im Clip, der von 0 s bis %3 s dauert.</translation>
    </message>
    <message>
        <source>There is no frame at %1 s: the clip lasts from 0 s to %2 s.</source>
        <translation>Bei %1 s gibt es kein Bild: Der Clip dauert von 0 s bis %2 s.</translation>
    </message>
    <message>
        <source>A plane can be chosen for a volume, and this series is a clip.</source>
        <translation>Eine Ebene lässt sich für ein Volumen wählen, und diese Serie ist ein Clip.</translation>
    </message>
    <message>
        <source>A window can be chosen for grey values, and the frames of a clip have colours already.</source>
        <translation>Ein Fenster lässt sich für Grauwerte wählen, und die Bilder eines Clips haben schon Farben.</translation>
    </message>
    <message>
        <source>Frames were picked one by one, so a range of the clip has no meaning. Leave one of them out.</source>
        <translation>Die Bilder wurden einzeln gewählt, daher hat ein Bereich des Clips keine Bedeutung. Lassen Sie eines von beiden weg.</translation>
    </message>
    <message>
        <source>The interval between frames must be more than 0 s.</source>
        <translation>Der Zeitabstand zwischen Bildern muss größer als 0 s sein.</translation>
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
        <translation>Bild %1 von %2</translation>
    </message>
    <message>
        <source>%1, at %2 s</source>
        <translation>%1, bei %2 s</translation>
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
        <source>from minimum to maximum</source>
        <translation>Minimum bis Maximum</translation>
    </message>
    <message>
        <source>C %1  W %2</source>
        <translation>Z %1  B %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>centre square</source>
        <translation>mittlerer quadratischer Ausschnitt</translation>
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
        <translation>höchstens %1 Tokens</translation>
    </message>
    <message>
        <source>always the likeliest token, %1</source>
        <translation>immer das wahrscheinlichste Token, %1</translation>
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
        <translation>Bericht von Fleming Viewer</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>The report could not be begun.</source>
        <translation>Der Bericht konnte nicht begonnen werden.</translation>
    </message>
    <message>
        <source>The report could not be finished.</source>
        <translation>Der Bericht konnte nicht abgeschlossen werden.</translation>
    </message>
    <message>
        <source>%1: the report could not be written: %2.</source>
        <translation>%1: Der Bericht konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Review of a model&apos;s answers</source>
        <translation>Prüfung der Antworten eines Modells</translation>
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
        <source>   follows question %1</source>
        <translation>   Nachfrage zu Frage %1</translation>
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
        <source>Reasoning of the model</source>
        <translation>Begründung des Modells</translation>
    </message>
    <message>
        <source>Other text of the model</source>
        <translation>Sonstiger Text des Modells</translation>
    </message>
    <message>
        <source>The model gave no final answer.</source>
        <translation>Das Modell gab keine abschließende Antwort.</translation>
    </message>
    <message>
        <source>Answer of the model</source>
        <translation>Antwort des Modells</translation>
    </message>
    <message>
        <source>The answer failed: %1</source>
        <translation>Die Antwort schlug fehl: %1</translation>
    </message>
    <message>
        <source>The program ended while this answer was being written.</source>
        <translation>Das Programm endete, während diese Antwort geschrieben wurde.</translation>
    </message>
    <message>
        <source>This answer was still being written when the report was made.</source>
        <translation>Diese Antwort wurde noch geschrieben, als der Bericht entstand.</translation>
    </message>
    <message>
        <source>The answer reached its greatest length and was cut there.</source>
        <translation>Die Antwort erreichte ihre größte Länge und wurde dort abgeschnitten.</translation>
    </message>
    <message>
        <source>The answer was stopped before its end.</source>
        <translation>Die Antwort wurde vor ihrem Ende angehalten.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Not reviewed.</source>
        <translation>Nicht geprüft.</translation>
    </message>
    <message>
        <source>Earlier reviews</source>
        <translation>Frühere Prüfungen</translation>
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
        <translation>mit der Aufforderung von Fleming-VL zur Begründung</translation>
    </message>
    <message>
        <source>without a reasoning prompt</source>
        <translation>ohne Aufforderung zur Begründung</translation>
    </message>
    <message>
        <source>System text: %1</source>
        <translation>Systemtext: %1</translation>
    </message>
    <message>
        <source>%1 tokens of prompt, %2 of them of images; %3 tokens of answer in %4 s</source>
        <translation>%1 Tokens Eingabe, davon %2 für Bilder; %3 Tokens Antwort in %4 s</translation>
    </message>
    <message>
        <source>Sources of the images</source>
        <translation>Herkunft der Bilder</translation>
    </message>
    <message>
        <source>Questions: %1</source>
        <translation>Fragen: %1</translation>
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
<context>
    <name>Session</name>
    <message>
        <source>The session &quot;%1&quot; cannot be opened: its folder does not exist.</source>
        <translation>Die Sitzung „%1“ kann nicht geöffnet werden: Ihren Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file, so it cannot be a session.</source>
        <translation>„%1“ ist keine Datei und kann daher keine Sitzung sein.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be read. Check its permissions.</source>
        <translation>Die Sitzung „%1“ kann nicht gelesen werden. Prüfen Sie ihre Zugriffsrechte.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a session of Fleming Viewer. It was not changed.</source>
        <translation>„%1“ ist keine Sitzung von Fleming Viewer. Die Datei wurde nicht verändert.</translation>
    </message>
    <message>
        <source>Sessions cannot be stored: Qt&apos;s SQLite driver is missing. Install the package libqt6sql6-sqlite.</source>
        <translation>Sitzungen können nicht gespeichert werden: Der SQLite-Treiber von Qt fehlt. Installieren Sie das Paket libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to another program and is not a session of Fleming Viewer. It was not changed.</source>
        <translation>„%1“ gehört zu einem anderen Programm und ist keine Sitzung von Fleming Viewer. Die Datei wurde nicht verändert.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; was made by a newer version of Fleming Viewer. Open it with that version.</source>
        <translation>Die Sitzung „%1“ stammt von einer neueren Version von Fleming Viewer. Öffnen Sie sie mit jener Version.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; is locked by another running program. Close that program and try again.</source>
        <translation>Die Sitzung „%1“ ist von einem anderen laufenden Programm gesperrt. Schließen Sie jenes Programm und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be written. Check the permissions of the file and of its folder, or copy it to another folder.</source>
        <translation>Die Sitzung „%1“ kann nicht geschrieben werden. Prüfen Sie die Zugriffsrechte der Datei und ihres Ordners, oder kopieren Sie sie in einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; cannot be written: the disk is full.</source>
        <translation>Die Sitzung „%1“ kann nicht geschrieben werden: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; is damaged. Open a copy of it that you kept.</source>
        <translation>Die Sitzung „%1“ ist beschädigt. Öffnen Sie eine Kopie, die Sie aufbewahrt haben.</translation>
    </message>
    <message>
        <source>The session &quot;%1&quot; could not be used: %2.</source>
        <translation>Die Sitzung „%1“ konnte nicht verwendet werden: %2.</translation>
    </message>
    <message>
        <source>The session has no exchange with the number %1.</source>
        <translation>Die Sitzung enthält keine Frage mit der Nummer %1.</translation>
    </message>
    <message>
        <source>A picture of the evidence could not be stored as PNG.</source>
        <translation>Ein Bild der Belege konnte nicht als PNG gespeichert werden.</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot;, which marks the session as being written, cannot be used: %2. Keep the session in a folder that you can write to.</source>
        <translation>Die Datei „%1“, die die Sitzung als gerade geschrieben kennzeichnet, kann nicht verwendet werden: %2. Bewahren Sie die Sitzung in einem Ordner auf, in dem Sie schreiben dürfen.</translation>
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
        <source>Each slice from its minimum to its maximum</source>
        <translation>Jede Schicht von ihrem Minimum bis zu ihrem Maximum</translation>
    </message>
    <message>
        <source>C %1  W %2</source>
        <translation>Z %1  B %2</translation>
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
        <source>Zoom %1 %</source>
        <translation>Zoom %1 %</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>No model was found. Give the folder of a Fleming-VL checkpoint with --model DIR or in the environment variable FLEMING_MODEL.</source>
        <translation>Es wurde kein Modell gefunden. Geben Sie den Ordner eines Fleming-VL-Checkpoints mit --model DIR oder in der Umgebungsvariablen FLEMING_MODEL an.</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>--plane takes axial, coronal or sagittal, not &quot;%1&quot;.</source>
        <translation>--plane nimmt axial, coronal oder sagittal, nicht „%1“.</translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation>%1 ist nötig.</translation>
    </message>
    <message>
        <source>--dtype takes auto, float32, bfloat16 or float16, not &quot;%1&quot;.</source>
        <translation>--dtype nimmt auto, float32, bfloat16 oder float16, nicht „%1“.</translation>
    </message>
    <message>
        <source>--top-p takes a number above 0, up to 1.</source>
        <translation>--top-p nimmt eine Zahl über 0 und höchstens 1.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs or series, use less evidence, or choose a smaller model.</source>
        <translation>Dafür reicht der Speicher nicht. Schließen Sie andere Programme oder Serien, nehmen Sie weniger Belege, oder wählen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>This did not work, for a reason inside the program: %1</source>
        <translation>Das gelang nicht, aus einem Grund im Programm selbst: %1</translation>
    </message>
    <message>
        <source>This did not work, for an unknown reason inside the program.</source>
        <translation>Das gelang nicht, aus einem unbekannten Grund im Programm selbst.</translation>
    </message>
    <message>
        <source>For research use only. Not for diagnosis or any clinical decision.</source>
        <translation>Nur für Forschungszwecke. Nicht für die Diagnose oder klinische Entscheidungen.</translation>
    </message>
    <message>
        <source>A picture of the evidence in the session is damaged. Open a copy of the session that you kept.</source>
        <translation>Ein Bild der Belege in der Sitzung ist beschädigt. Öffnen Sie eine Kopie der Sitzung, die Sie aufbewahrt haben.</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>Modell wird gelesen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text.</source>
        <translation>&quot;%1&quot; muss ein Text sein.</translation>
    </message>
    <message>
        <source>&quot;plane&quot; takes &quot;axial&quot;, &quot;coronal&quot; or &quot;sagittal&quot;.</source>
        <translation>&quot;plane&quot; nimmt &quot;axial&quot;, &quot;coronal&quot; oder &quot;sagittal&quot;.</translation>
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
        <translation>Das Modell hat die Belege in ihrem früheren Stand gesehen. Die nächste Frage beginnt ein neues Gespräch mit den Belegen, wie sie jetzt sind.</translation>
    </message>
    <message>
        <source>Another model answers from now on. The next question begins a new conversation.</source>
        <translation>Ab jetzt antwortet ein anderes Modell. Die nächste Frage beginnt ein neues Gespräch.</translation>
    </message>
    <message>
        <source>An answer is on its way. Wait for it or stop it, then ask again.</source>
        <translation>Eine Antwort ist unterwegs. Warten Sie sie ab oder halten Sie sie an, dann fragen Sie erneut.</translation>
    </message>
    <message>
        <source>The session is still being opened. Ask again in a moment.</source>
        <translation>Die Sitzung wird noch geöffnet. Fragen Sie gleich noch einmal.</translation>
    </message>
    <message>
        <source>The model is still being loaded. Ask again when it is ready.</source>
        <translation>Das Modell wird noch geladen. Fragen Sie erneut, wenn es bereit ist.</translation>
    </message>
    <message>
        <source>No model is loaded. Choose one first.</source>
        <translation>Es ist kein Modell geladen. Wählen Sie zuerst eines.</translation>
    </message>
    <message>
        <source>There is no question yet. Write one first.</source>
        <translation>Noch steht keine Frage da. Schreiben Sie zuerst eine.</translation>
    </message>
    <message>
        <source>An answer is on its way. Wait for it or stop it, then take up another conversation.</source>
        <translation>Eine Antwort ist unterwegs. Warten Sie sie ab oder halten Sie sie an, dann nehmen Sie ein anderes Gespräch auf.</translation>
    </message>
    <message>
        <source>An answer is on its way. Wait for it or stop it, then open the session.</source>
        <translation>Eine Antwort ist unterwegs. Warten Sie sie ab oder halten Sie sie an, dann öffnen Sie die Sitzung.</translation>
    </message>
    <message>
        <source>An answer is on its way. Wait for it or stop it, then begin a new session.</source>
        <translation>Eine Antwort ist unterwegs. Warten Sie sie ab oder halten Sie sie an, dann beginnen Sie eine neue Sitzung.</translation>
    </message>
    <message>
        <source>There is nothing to report yet: the session has no exchanges.</source>
        <translation>Es gibt noch nichts zu berichten: Die Sitzung enthält keine Fragen.</translation>
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
        <source>The model answers. What you ask now waits for its turn.</source>
        <translation>Das Modell antwortet. Was Sie jetzt fragen, wartet, bis es an der Reihe ist.</translation>
    </message>
    <message>
        <source>Ask when the running answer is done (Enter)</source>
        <translation>Fragen, sobald die laufende Antwort fertig ist (Eingabe)</translation>
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
    <message>
        <source>The model looks at picture %1 of %2, %3 s</source>
        <translation>Das Modell betrachtet Bild %1 von %2, %3 s</translation>
    </message>
    <message>
        <source>The model reads picture %1 of %2, %3 s</source>
        <translation>Das Modell liest Bild %1 von %2, %3 s</translation>
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
    <message>
        <source>As the data type</source>
        <translation>Wie der Datentyp</translation>
    </message>
    <message>
        <source>int8: half of bfloat16&apos;s memory</source>
        <translation>int8: halb so viel Speicher wie bfloat16</translation>
    </message>
    <message>
        <source>int4: a third of bfloat16&apos;s memory, a little less exact</source>
        <translation>int4: ein Drittel des Speichers von bfloat16, etwas weniger genau</translation>
    </message>
    <message>
        <source>Fewer bits a weight of the language model: less memory, faster answers</source>
        <translation>Weniger Bits je Gewicht des Sprachmodells: weniger Speicher, schnellere Antworten</translation>
    </message>
    <message>
        <source>&amp;Weights:</source>
        <translation>Ge&amp;wichte:</translation>
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
    <name>fleming::ui::WaitingQuestions</name>
    <message>
        <source>Waiting questions</source>
        <translation>Wartende Fragen</translation>
    </message>
    <message>
        <source>These questions are asked one after the other, about the pictures that are picked then.
Drag one to change its turn, press Delete to remove it, or double-click to take it back and change it.</source>
        <translation>Diese Fragen werden nacheinander gestellt, zu den Bildern, die dann ausgewählt sind.
Ziehen ändert die Reihenfolge, Entf entfernt eine Frage, ein Doppelklick holt sie zum Ändern zurück.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
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
        <source>One frame back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>Ein Bild weiter</translation>
    </message>
    <message>
        <source>Set the in point</source>
        <translation>Anfangspunkt setzen</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Set the out point</source>
        <translation>Endpunkt setzen</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Clear the in and out points</source>
        <translation>Anfangs- und Endpunkt löschen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>One frame back (Left)</source>
        <translation>Ein Bild zurück (Links)</translation>
    </message>
    <message>
        <source>One frame on (Right)</source>
        <translation>Ein Bild weiter (Rechts)</translation>
    </message>
    <message>
        <source>The range begins at this frame (I)</source>
        <translation>Der Bereich beginnt mit diesem Bild (I)</translation>
    </message>
    <message>
        <source>The range ends with this frame (O)</source>
        <translation>Der Bereich endet mit diesem Bild (O)</translation>
    </message>
    <message>
        <source>The range is the whole clip again</source>
        <translation>Der Bereich ist wieder der ganze Clip</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Anhalten (Leertaste)</translation>
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
        <source>Some slices of this series could not be read: this plane has gaps.</source>
        <translation>Einige Schichten dieser Serie konnten nicht gelesen werden: Diese Ebene hat Lücken.</translation>
    </message>
    <message>
        <source>This slice could not be read: what is shown are no pixels of it.</source>
        <translation>Diese Schicht konnte nicht gelesen werden: Was gezeigt wird, sind nicht ihre Pixel.</translation>
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
        <source>The volume view needs OpenGL 3.2, which this display does not offer. Install a graphics driver, or Mesa&apos;s software renderer (libgl1-mesa-dri).</source>
        <translation>Die Volumenansicht braucht OpenGL 3.2, das diese Anzeige nicht bietet. Installieren Sie einen Grafiktreiber oder die Software-Darstellung von Mesa (libgl1-mesa-dri).</translation>
    </message>
    <message>
        <source>There is not enough memory to show this volume.</source>
        <translation>Der Speicher reicht nicht, um dieses Volumen zu zeigen.</translation>
    </message>
</context>
<context>
    <name>fleming::viewer::VolumeView</name>
    <message>
        <source>A single slice has no volume to show.</source>
        <translation>Eine einzelne Schicht hat kein Volumen, das sich zeigen ließe.</translation>
    </message>
    <message>
        <source>The volume is still being loaded.</source>
        <translation>Das Volumen wird noch geladen.</translation>
    </message>
    <message>
        <source>Preparing the volume…</source>
        <translation>Das Volumen wird vorbereitet…</translation>
    </message>
    <message>
        <source>Volume view</source>
        <translation>Volumenansicht</translation>
    </message>
</context>
</TS>
