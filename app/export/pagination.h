#pragma once

#include <QTextDocument>
#include <QTextFormat>

#include <vector>

namespace fleming::app {

/// A part of a document that is one page: from `top` to `bottom`, in the document's own pixels.
struct PageSpan {
    qreal top = 0.0, bottom = 0.0;
};

/// Properties of a document's formats, true where they are set.
enum PageProperty {
    kKeepTogether = QTextFormat::UserProperty + 1,  ///< of a table: each of its rows stays on one page
    kKeepWithNext,                                  ///< of a block: stays on the page of what follows it
};

/// Cuts a document, laid out in one column without pages, into pages of at most `height`, without cutting a line of
/// text, an image, or what the properties keep together. Blocks with QTextFormat::PageBreak_AlwaysBefore begin a page.
/// What is higher than a page is cut. Empty space between two pages belongs to neither. There is always one page.
std::vector<PageSpan> paginate(const QTextDocument& document, qreal height);

}  // namespace fleming::app
