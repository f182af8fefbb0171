#pragma once

#include <QTextDocument>
#include <QTextFormat>

#include <vector>

namespace fleming::app {

/// One page: the part of a document from `top` to `bottom`, in the pixels of the document.
struct PageSpan {
    qreal top = 0.0, bottom = 0.0;
};

/// Properties of the formats of a document, read as booleans.
enum PageProperty {
    kKeepTogether = QTextFormat::UserProperty + 1,  ///< of a table: no row is split between pages
    kKeepWithNext,                                  ///< of a block: is on the page of what follows it
};

/// Divides a document, laid out in one column without pages, into pages of at most `height`. Lines, images and what the
/// properties keep together are not split, unless they are higher than a page. A block with
/// QTextFormat::PageBreak_AlwaysBefore begins a page. Empty space between two pages belongs to neither. Returns at
/// least one page.
std::vector<PageSpan> paginate(const QTextDocument& document, qreal height);

}  // namespace fleming::app
