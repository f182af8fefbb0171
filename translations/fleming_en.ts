<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%1, %n files</source>
        <translation>
            <numerusform>%1, %n file</numerusform>
            <numerusform>%1, %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a review</source>
        <translation>
            <numerusform>%n without a review</numerusform>
            <numerusform>%n without a review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ElementText</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Priors</name>
    <message numerus="yes">
        <source>%n day(s) earlier</source>
        <translation>
            <numerusform>%n day earlier</numerusform>
            <numerusform>%n days earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) earlier</source>
        <translation>
            <numerusform>%n week earlier</numerusform>
            <numerusform>%n weeks earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) earlier</source>
        <translation>
            <numerusform>%n month earlier</numerusform>
            <numerusform>%n months earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) earlier</source>
        <translation>
            <numerusform>%n year earlier</numerusform>
            <numerusform>%n years earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 year and %n month(s) earlier</source>
        <translation>
            <numerusform>1 year and %n month earlier</numerusform>
            <numerusform>1 year and %n months earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 years and %n month(s) earlier</source>
        <translation>
            <numerusform>%1 years and %n month earlier</numerusform>
            <numerusform>%1 years and %n months earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation>
            <numerusform>%n day later</numerusform>
            <numerusform>%n days later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) later</source>
        <translation>
            <numerusform>%n week later</numerusform>
            <numerusform>%n weeks later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) later</source>
        <translation>
            <numerusform>%n month later</numerusform>
            <numerusform>%n months later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) later</source>
        <translation>
            <numerusform>%n year later</numerusform>
            <numerusform>%n years later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 year and %n month(s) later</source>
        <translation>
            <numerusform>1 year and %n month later</numerusform>
            <numerusform>1 year and %n months later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 years and %n month(s) later</source>
        <translation>
            <numerusform>%1 years and %n month later</numerusform>
            <numerusform>%1 years and %n months later</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message numerus="yes">
        <source>Identical: all %n token(s) are the same.</source>
        <translation>
            <numerusform>Identical: the one token is the same (%n).</numerusform>
            <numerusform>Identical: all %n tokens are the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n token(s) are the same.</source>
        <translation>
            <numerusform>The one token is the same (%n).</numerusform>
            <numerusform>All %n tokens are the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not identical: the first %1 of %n token(s) are the same.</source>
        <translation>
            <numerusform>Not identical: the first %1 of %n token is the same.</numerusform>
            <numerusform>Not identical: the first %1 of %n tokens are the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message numerus="yes">
        <source>%n mark(s) on images</source>
        <translation>
            <numerusform>%n mark on images</numerusform>
            <numerusform>%n marks on images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Time spent: %n second(s)</source>
        <translation>
            <numerusform>Time spent: %n second</numerusform>
            <numerusform>Time spent: %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StudyText</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::app::EvidenceList</name>
    <message numerus="yes">
        <source>%n image(s) were already in the evidence and were not added again.</source>
        <translation>
            <numerusform>%n image was already in the evidence and was not added again.</numerusform>
            <numerusform>%n images were already in the evidence and were not added again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::app::MeasurementFiles</name>
    <message numerus="yes">
        <source>Import %n measurement(s)</source>
        <translation>
            <numerusform>Import %n measurement</numerusform>
            <numerusform>Import %n measurements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s) were imported.</source>
        <translation>
            <numerusform>%n measurement were imported.</numerusform>
            <numerusform>%n measurements were imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::app::MeasurementList</name>
    <message numerus="yes">
        <source>Delete %n measurement(s)</source>
        <translation>
            <numerusform>Delete %n measurement</numerusform>
            <numerusform>Delete %n measurements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::app::MeasurementRecorder</name>
    <message numerus="yes">
        <source>%n measurement(s) without a session are kept for the next new session.</source>
        <translation>
            <numerusform>%n measurement without a session are kept for the next new session.</numerusform>
            <numerusform>%n measurements without a session are kept for the next new session.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::app::SessionReplay</name>
    <message numerus="yes">
        <source>%1 of %n answer(s) were replayed identically.</source>
        <translation>
            <numerusform>%1 of %n answer was replayed identically.</numerusform>
            <numerusform>%1 of %n answers were replayed identically.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::app::Studies</name>
    <message numerus="yes">
        <source>All %n series are already open.</source>
        <translation>
            <numerusform>%n series is already open.</numerusform>
            <numerusform>All %n series are already open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::AnswerCard</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::AskAgainDialog</name>
    <message numerus="yes">
        <source>The current evidence: %n image(s)</source>
        <translation>
            <numerusform>The current evidence: %n image</numerusform>
            <numerusform>The current evidence: %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The images of the current evidence (%n) that the model has not seen before this question</source>
        <translation>
            <numerusform>The images of the current evidence (%n) that the model has not seen before this question</numerusform>
            <numerusform>The images of the current evidence (%n) that the model has not seen before this question</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::Commands</name>
    <message numerus="yes">
        <source>Scrolling is now linked with %n other pane(s), until you unlink them.</source>
        <translation>
            <numerusform>Scrolling is now linked with %n other pane, until you unlink them.</numerusform>
            <numerusform>Scrolling is now linked with %n other panes, until you unlink them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::CompareDialog</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::ExchangeCard</name>
    <message numerus="yes">
        <source>%1 and %n more series</source>
        <translation>
            <numerusform>%1 and %n more series</numerusform>
            <numerusform>%1 and %n more series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s), %1</source>
        <translation>
            <numerusform>%Ln token, %1</numerusform>
            <numerusform>%Ln tokens, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::MessageBar</name>
    <message numerus="yes">
        <source>Details (%n message(s))</source>
        <translation>
            <numerusform>Details (%n message)</numerusform>
            <numerusform>Details (%n messages)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::ReviewPanel</name>
    <message numerus="yes">
        <source>History (%n)</source>
        <translation>
            <numerusform>History (%n)</numerusform>
            <numerusform>History (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::ScanTree</name>
    <message numerus="yes">
        <source>%1 (%n series missing)</source>
        <translation>
            <numerusform>%1 (%n series missing)</numerusform>
            <numerusform>%1 (%n series missing)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::ScansDialog</name>
    <message numerus="yes">
        <source>Remove %1 and its %n series from the library? The files are not deleted.</source>
        <translation>
            <numerusform>Remove %1 and its %n series from the library? The files are not deleted.</numerusform>
            <numerusform>Remove %1 and its %n series from the library? The files are not deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::SeriesTree</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::SessionResults</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a review</source>
        <translation>
            <numerusform>%n without a review</numerusform>
            <numerusform>%n without a review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::SessionsDialog</name>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) could not be read: %1</source>
        <translation>
            <numerusform>%n session could not be read: %1</numerusform>
            <numerusform>%n sessions could not be read: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n result(s). Add a word or a filter to see others.</source>
        <translation>
            <numerusform>The first %n result. Add a word or a filter to see others.</numerusform>
            <numerusform>The first %n results. Add a word or a filter to see others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::StudyPanel</name>
    <message numerus="yes">
        <source>None of the %n open series matches.</source>
        <translation>
            <numerusform>The open series does not match.</numerusform>
            <numerusform>None of the %n open series matches.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::TagValuesDialog</name>
    <message numerus="yes">
        <source>%n different value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n different values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; missing in %n file(s).</source>
        <translation>
            <numerusform>%1; missing in %n file.</numerusform>
            <numerusform>%1; missing in %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n file(s).</source>
        <translation>
            <numerusform>%1 in %n file.</numerusform>
            <numerusform>%1 in %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::TagsDialog</name>
    <message numerus="yes">
        <source>%1 of %n element(s)</source>
        <translation>
            <numerusform>%1 of %n element</numerusform>
            <numerusform>%1 of %n elements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
</context>
</TS>
