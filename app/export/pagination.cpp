#include "app/export/pagination.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>

namespace fleming::app {

namespace {

constexpr qreal kGap = 1.0;

/// What must not be cut.
struct Piece {
    qreal top, bottom;
    bool beginsPage;
    bool keepsWithNext;
};

/// The pieces of a document from top to bottom: lines of text, rows of tables, and labels with what follows them.
class Pieces {
public:
    explicit Pieces(const QTextDocument& document) : layout_(*document.documentLayout()) {
        addFrame(*document.rootFrame());
    }

    const std::vector<Piece>& all() const { return pieces_; }

private:
    void addFrame(const QTextFrame& frame) {
        for (auto part = frame.begin(); part != frame.end(); ++part) {
            if (part.currentFrame() == nullptr) {
                const std::size_t first = pieces_.size();
                addLines(part.currentBlock());
                // An empty block, such as Qt wants behind a table, stays with what is before it: no page begins for it.
                if (part.currentBlock().text().isEmpty() && first > 0 && !pieces_.back().beginsPage) unite(first - 1);
            } else if (auto* table = qobject_cast<QTextTable*>(part.currentFrame()); table != nullptr) {
                addTable(*table);
            } else {
                addFrame(*part.currentFrame());
            }
        }
    }

    void addTable(QTextTable& table) {
        const bool whole = table.format().boolProperty(kKeepTogether);
        for (int row = 0; row < table.rows(); ++row) {
            const std::size_t first = pieces_.size();
            for (int column = 0; column < table.columns(); ++column) {
                const QTextTableCell cell = table.cellAt(row, column);
                for (auto part = cell.begin(); part != cell.end(); ++part)
                    addLines(part.currentBlock());
            }
            if (whole) unite(first);
        }
    }

    void addLines(const QTextBlock& block) {
        const QTextBlockFormat format = block.blockFormat();
        const bool beginsPage = format.pageBreakPolicy().testFlag(QTextFormat::PageBreak_AlwaysBefore);
        const QRectF place = layout_.blockBoundingRect(block);
        const QTextLayout& text = *block.layout();
        const qreal top = place.top() - text.boundingRect().top();
        for (int line = 0; line < text.lineCount(); ++line) {
            const QRectF rect = text.lineAt(line).rect();
            pieces_.push_back(
                {top + rect.top(), top + rect.bottom(), line == 0 && beginsPage, format.boolProperty(kKeepWithNext)});
        }
    }

    /// Makes one piece of those from `first` on.
    void unite(std::size_t first) {
        if (first >= pieces_.size()) return;
        Piece all = pieces_[first];
        for (std::size_t i = first + 1; i < pieces_.size(); ++i) {
            all.top = std::min(all.top, pieces_[i].top);
            all.bottom = std::max(all.bottom, pieces_[i].bottom);
        }
        pieces_.resize(first);
        pieces_.push_back(all);
    }

    const QAbstractTextDocumentLayout& layout_;
    std::vector<Piece> pieces_;
};

}  // namespace

std::vector<PageSpan> paginate(const QTextDocument& document, qreal height) {
    const qreal end = std::max(document.documentLayout()->documentSize().height(), 1.0);
    std::vector<PageSpan> pages;
    qreal top = 0.0, used = 0.0;  // of the page: its beginning, and the end of its last piece
    // Ends the page, a little before `y`, so that nothing of what begins there is drawn; the next one begins at `y`.
    const auto breakAt = [&](qreal y) {
        for (; used - top > height; top += height)
            pages.push_back({top, top + height});
        pages.push_back({top, std::max(used, std::min(y - kGap, top + height))});
        top = used = y;
    };
    const Pieces found(document);
    const std::vector<Piece>& pieces = found.all();
    for (std::size_t i = 0; i < pieces.size();) {
        // A label, the label after it, ... and the first piece that is none.
        std::size_t last = i;
        while (pieces[last].keepsWithNext && last + 1 < pieces.size())
            ++last;
        qreal bottom = pieces[i].bottom;
        for (std::size_t k = i; k <= last; ++k)
            bottom = std::max(bottom, pieces[k].bottom);
        const bool fits = bottom - top <= height;
        if ((pieces[i].beginsPage || !fits) && pieces[i].top > top && used > top) breakAt(pieces[i].top);
        used = std::max(used, bottom);
        i = last + 1;
    }
    breakAt(std::max(end, used) + kGap);
    return pages;
}

}  // namespace fleming::app
