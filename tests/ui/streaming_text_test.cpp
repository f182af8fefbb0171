#include "ui/chat/streaming_text.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextCursor>
#include <QtTest>

namespace fleming::ui {

class StreamingTextTest : public QObject {
    Q_OBJECT

    /// Returns the link of each character of the text, or "" if it has none.
    static QStringList linksOf(const StreamingText& text) {
        QStringList links;
        QTextCursor cursor(text.document());
        for (int i = 1; i < text.document()->characterCount(); ++i) {
            cursor.setPosition(i);
            const QString link = cursor.charFormat().anchorHref();
            if (!link.isEmpty() && (links.isEmpty() || links.last() != link)) links << link;
        }
        return links;
    }

private Q_SLOTS:
    void linksReferencesHoweverTokensAreCut() {
        const QString whole = QStringLiteral("In Image-12 and slice 3, then Images 4-6; not slice 99.");
        for (int size = 1; size <= whole.size(); ++size) {
            StreamingText text;
            text.setImageCount(12);
            for (int from = 0; from < whole.size(); from += size) {
                text.append(whole.mid(from, size));
                text.flush();
            }
            QCOMPARE(text.text(), whole);
            QCOMPARE(linksOf(text), (QStringList{"evidence:12", "evidence:3", "evidence:4", "evidence:6"}));
        }
    }

    void showsMarkupAsText() {
        StreamingText text;
        const QString hostile =
            QStringLiteral("<b>bold</b> <img src='file:///etc/passwd'> <a href=\"http://x\">Image-1</a> &amp;");
        text.setImageCount(1);
        text.append(hostile);
        text.flush();
        QCOMPARE(text.text(), hostile);
        QCOMPARE(linksOf(text), QStringList{"evidence:1"});
        text.setText(hostile);
        QCOMPARE(text.text(), hostile);
    }

    void isAsHighAsItsText() {
        StreamingText text;
        text.resize(300, 10);
        text.show();
        QVERIFY(QTest::qWaitForWindowExposed(&text));
        text.append(QStringLiteral("one line"));
        text.flush();
        const int oneLine = text.height();
        text.append(QStringLiteral("\nsecond\nthird"));
        text.flush();
        QVERIFY2(text.height() > 2 * oneLine, qPrintable(QString::number(text.height())));
        QVERIFY(!text.verticalScrollBar()->isVisible());
    }

    void reachesLinksByKeyboard() {
        StreamingText text;
        text.setImageCount(5);
        text.append(QStringLiteral("See Image-2 and Image-5."));
        text.flush();
        text.resize(400, text.height());
        text.show();
        QVERIFY(QTest::qWaitForWindowExposed(&text));
        text.setFocus();
        QSignalSpy clicked(&text, &StreamingText::referenceClicked);
        text.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&text));
        for (int link = 0; link < 2; ++link) {
            QTest::keyClick(&text, Qt::Key_Tab);
            QTest::keyClick(&text, Qt::Key_Return);
        }
        QCOMPARE(clicked.size(), 2);
        QCOMPARE(clicked.at(0).at(0).toInt(), 2);
        QCOMPARE(clicked.at(1).at(0).toInt(), 5);
    }
};

}  // namespace fleming::ui

QTEST_MAIN(fleming::ui::StreamingTextTest)
#include "streaming_text_test.moc"
