#include "app/export/pdf/pagination.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>
#include <map>

namespace fleming::app {

namespace {

constexpr qreal kGap = 1.0;

/// A part of the document that is not split.
struct Block {
    qreal top, bottom;
    bool beginsPage;
    bool keepsWithNext;
};

/// The unbreakable blocks of a document from top to bottom: lines of text and rows of tables.
class Blocks {
public:
    explicit Blocks(const QTextDocument& document) : layout_(*document.documentLayout()) {
        addFrame(*document.rootFrame());
    }

    const std::vector<Block>& all() const { return blocks_; }

private:
    void addFrame(const QTextFrame& frame) {
        for (auto part = frame.begin(); part != frame.end(); ++part) {
            if (part.currentFrame() == nullptr) {
                const std::size_t first = blocks_.size();
                addLines(part.currentBlock());
                // An empty block, which Qt requires after a table, stays with what precedes it: it begins no page.
                if (part.currentBlock().text().isEmpty() && first > 0 && !blocks_.back().beginsPage) unite(first - 1);
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
            const std::size_t first = blocks_.size();
            for (int column = 0; column < table.columns(); ++column) {
                const QTextTableCell cell = table.cellAt(row, column);
                // The bar beside a text is as high as the text, and its empty line is not.
                if (!whole && cell.firstPosition() == cell.lastPosition()) continue;
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
            blocks_.push_back(
                {top + rect.top(), top + rect.bottom(), line == 0 && beginsPage, format.boolProperty(kKeepWithNext)});
        }
    }

    /// Merges the blocks from `first` to the end.
    void unite(std::size_t first) {
        if (first >= blocks_.size()) return;
        Block all = blocks_[first];
        for (std::size_t i = first + 1; i < blocks_.size(); ++i) {
            all.top = std::min(all.top, blocks_[i].top);
            all.bottom = std::max(all.bottom, blocks_[i].bottom);
        }
        blocks_.resize(first);
        blocks_.push_back(all);
    }

    const QAbstractTextDocumentLayout& layout_;
    std::vector<Block> blocks_;
};

}  // namespace

std::vector<PageSpan> paginate(const QTextDocument& document, qreal height) {
    const qreal end = std::max(document.documentLayout()->documentSize().height(), 1.0);
    std::vector<PageSpan> pages;
    qreal top = 0.0, used = 0.0;  // top of the page, and bottom of its last block
    // Ends the page just above `y`, so that what begins at `y` is not drawn on it. The next page begins at `y`.
    const auto breakAt = [&](qreal y) {
        for (; used - top > height; top += height)
            pages.push_back({top, top + height});
        pages.push_back({top, std::max(used, std::min(y - kGap, top + height))});
        top = used = y;
    };
    const Blocks found(document);
    const std::vector<Block>& blocks = found.all();
    for (std::size_t i = 0; i < blocks.size();) {
        // Labels in a row, and the first block after them.
        std::size_t last = i;
        while (blocks[last].keepsWithNext && last + 1 < blocks.size())
            ++last;
        qreal bottom = blocks[i].bottom;
        for (std::size_t k = i; k <= last; ++k)
            bottom = std::max(bottom, blocks[k].bottom);
        const bool fits = bottom - top <= height;
        if ((blocks[i].beginsPage || !fits) && blocks[i].top > top && used > top) breakAt(blocks[i].top);
        used = std::max(used, bottom);
        i = last + 1;
    }
    breakAt(std::max(end, used) + kGap);
    return pages;
}

void numberContents(QTextDocument& document, const std::vector<PageSpan>& pages) {
    std::map<int, int> pageOf;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int heading = block.blockFormat().intProperty(kHeading);
        if (heading == 0) continue;
        const qreal middle = document.documentLayout()->blockBoundingRect(block).center().y();
        const auto page = std::ranges::find_if(pages, [middle](const PageSpan& each) { return middle < each.bottom; });
        pageOf[heading] = static_cast<int>(page - pages.begin()) + 1;
    }
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const auto found = pageOf.find(block.blockFormat().intProperty(kPageOfHeading));
        if (found != pageOf.end()) QTextCursor(block).insertText(QString::number(found->second));
    }
}

}  // namespace fleming::app
