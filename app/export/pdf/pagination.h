#pragma once

#include <QTextDocument>
#include <QTextFormat>

#include <vector>

namespace fleming::app {

/// One page: the part of a document from `top` to `bottom`, in the pixels of the document.
struct PageSpan {
    qreal top = 0.0, bottom = 0.0;
};

/// Properties of the formats of a document.
enum PageProperty {
    kKeepTogether = QTextFormat::UserProperty + 1,  ///< of a table, bool: no row is split between pages
    kKeepWithNext,                                  ///< of a block, bool: is on the page of what follows it
    kHeading,                                       ///< of a block, int: the number of a heading, from 1
    kPageOfHeading,  ///< of an empty block, int: gets the number of the page with this heading
};

/// Divides a document, laid out in one column without pages, into pages of at most `height`. Lines, images and what the
/// properties keep together are not split, unless they are higher than a page. A block with
/// QTextFormat::PageBreak_AlwaysBefore begins a page. Empty space between two pages belongs to neither. Returns at
/// least one page.
std::vector<PageSpan> paginate(const QTextDocument& document, qreal height);

/// Writes the numbers of pages, from 1, into the blocks with kPageOfHeading. Does not change the height of the
/// document.
void numberContents(QTextDocument& document, const std::vector<PageSpan>& pages);

}  // namespace fleming::app
