#include "ui/library/session_results.h"

#include "app/export/captions.h"
#include "app/privacy.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <algorithm>

namespace fleming::ui {

namespace {

enum Role { kFacts = Qt::UserRole, kWhere, kSnippet, kMatches };
constexpr int kPadding = 6;
constexpr int kMostLines = 2;  // of the text

QString nameOf(app::FoundIn where) {
    switch (where) {
        case app::FoundIn::nothing:
            return {};
        case app::FoundIn::title:
            return SessionResults::tr("Title");
        case app::FoundIn::question:
            return SessionResults::tr("Question");
        case app::FoundIn::answer:
            return SessionResults::tr("Answer");
        case app::FoundIn::reasoning:
            return SessionResults::tr("Reasoning");
        case app::FoundIn::notes:
            return SessionResults::tr("Review");
        case app::FoundIn::tags:
            return SessionResults::tr("Tags");
        case app::FoundIn::studies:
            return SessionResults::tr("Images");
        case app::FoundIn::model:
            return SessionResults::tr("Model");
    }
    return {};
}

/// Returns the places that are marked, as formats of a QTextLayout.
QVector<QTextLayout::FormatRange> marksOf(const QVariantList& matches, qsizetype shift, const QPalette& palette,
                                          bool isSelected) {
    QTextCharFormat format;
    format.setFontWeight(QFont::Bold);
    if (!isSelected) {
        format.setBackground(warningBackground());
        format.setForeground(warningText());
    } else {
        format.setFontUnderline(true);
        format.setForeground(palette.color(QPalette::HighlightedText));
    }
    QVector<QTextLayout::FormatRange> marks;
    for (const QVariant& match : matches) {
        const QPoint place = match.toPoint();
        marks.append({static_cast<int>(place.x() + shift), place.y(), format});
    }
    return marks;
}

/// Paints a title, a line of facts, and at most two lines of the text that was found.
class ResultDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const int lines = index.data(kSnippet).toString().isEmpty() ? 2 : 2 + kMostLines;
        return {200, lines * option.fontMetrics.lineSpacing() + 2 * kPadding + 2};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        painter->save();
        const bool isSelected = (option.state & QStyle::State_Selected) != 0;
        if (isSelected) painter->fillRect(option.rect, option.palette.highlight());
        const QColor text = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        const QRect box = option.rect.adjusted(kPadding + 2, kPadding, -kPadding - 2, -kPadding);
        const int line = option.fontMetrics.lineSpacing();
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        painter->setPen(text);
        painter->setFont(bold);
        const QFontMetrics metrics(bold);
        painter->drawText(QRect(box.left(), box.top(), box.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, box.width()));
        painter->setFont(option.font);
        painter->setPen(isSelected ? text : mutedText());
        painter->drawText(QRect(box.left(), box.top() + line, box.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data(kFacts).toString(), Qt::ElideRight, box.width()));
        painter->setPen(text);
        paintText(painter, option, index, box.adjusted(0, 2 * line, 0, 0));
        painter->setPen(cardBorder());
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->restore();
    }

private:
    static void paintText(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                          const QRect& box) {
        const QString snippet = index.data(kSnippet).toString();
        if (snippet.isEmpty()) return;
        const QString where = SessionResults::tr("%1: ", "where a text was found").arg(index.data(kWhere).toString());
        const bool isSelected = (option.state & QStyle::State_Selected) != 0;
        QTextLayout layout(where + snippet, option.font);
        layout.setFormats(marksOf(index.data(kMatches).toList(), where.size(), option.palette, isSelected));
        layout.beginLayout();
        qreal y = 0;
        for (int i = 0; i < kMostLines; ++i) {
            QTextLine line = layout.createLine();
            if (!line.isValid()) break;
            line.setLineWidth(box.width());
            line.setPosition({0, y});
            y += line.height();
        }
        layout.endLayout();
        layout.draw(painter, box.topLeft());
    }
};

}  // namespace

QString factsOf(const app::SessionHit& hit) {
    QStringList facts{app::localTime(hit.timeMs)};
    if (!hit.models.isEmpty()) facts << hit.models.join(QStringLiteral(", "));
    if (hit.exchange == 0) {
        facts << SessionResults::tr("%n question(s)", nullptr, hit.exchanges);
    } else {
        facts << SessionResults::tr("Question %1").arg(hit.exchange);
    }
    int judged = 0;
    for (const app::Verdict verdict :
         {app::Verdict::correct, app::Verdict::partlyCorrect, app::Verdict::wrong, app::Verdict::cannotJudge}) {
        const int count = hit.verdicts[static_cast<std::size_t>(verdict)];
        judged += count;
        if (count == 1) facts << app::describe(verdict);
        if (count > 1)
            facts << SessionResults::tr("%1 × %2", "how often · a verdict").arg(count).arg(app::describe(verdict));
    }
    if (hit.exchange == 0 && hit.unreviewed > 0) {
        facts << SessionResults::tr("%n without a review", nullptr, hit.unreviewed);
    } else if (judged == 0 && hit.exchange != 0) {
        facts << SessionResults::tr("Not reviewed");
    }
    return facts.join(QStringLiteral(" · "));
}

SessionResults::SessionResults(QWidget* parent) : QListWidget(parent) {
    setItemDelegate(new ResultDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setUniformItemSizes(false);
    setAccessibleName(tr("Sessions that were found"));
}

void SessionResults::setHits(const app::SessionHits& found) {
    const app::SessionHit* before = currentHit();
    const QString file = before != nullptr ? before->file : QString();
    const qint64 exchange = before != nullptr ? before->exchange : 0;
    clear();
    hits_ = found.hits;
    int current = 0;
    for (const app::SessionHit& hit : hits_) {
        auto* item = new QListWidgetItem(hit.title, this);
        const QString facts = factsOf(hit);
        item->setData(kFacts, facts);
        // The names of studies and series can name a patient.
        const bool hidden = app::Privacy::mode().isOn() && hit.where == app::FoundIn::studies;
        const QString snippet = hidden ? tr("hidden") : hit.snippet.text;
        item->setData(kWhere, nameOf(hit.where));
        item->setData(kSnippet, snippet);
        QVariantList matches;
        for (const app::TextRange& match : hidden ? std::vector<app::TextRange>() : hit.snippet.matches)
            matches << QPoint(static_cast<int>(match.start), static_cast<int>(match.length));
        item->setData(kMatches, matches);
        item->setData(Qt::AccessibleTextRole, QStringList{hit.title, facts, snippet}.join(QStringLiteral(". ")));
        item->setToolTip(app::shownPath(hit.file));
        if (hit.file == file && hit.exchange == exchange) current = count() - 1;
    }
    if (count() > 0) setCurrentRow(current);
}

const app::SessionHit* SessionResults::currentHit() const {
    const int row = currentRow();
    return row >= 0 && row < static_cast<int>(hits_.size()) ? &hits_[static_cast<std::size_t>(row)] : nullptr;
}

}  // namespace fleming::ui
