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
</context>
<context>
    <name>fleming::ui::AnswerCard</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleming::ui::ExchangeCard</name>
    <message numerus="yes">
        <source>%n token(s), %1 s</source>
        <translation>
            <numerusform>%n token, %1 s</numerusform>
            <numerusform>%n tokens, %1 s</numerusform>
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
</TS>
