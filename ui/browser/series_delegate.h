#pragma once

#include <QStyledItemDelegate>

namespace fleming::ui {

/// Paints a row of the tree of series. A series: thumbnail on black, title, details in up to three lines, and a warning
/// sign if it has notes. A heading: an arrow that shows whether it is folded, title, details in one line.
class SeriesDelegate : public QStyledItemDelegate {
public:
    /// What a row stands for: all but the last are headings.
    enum class Kind { patient, folder, study, images, series };

    /// The data of a row, whose title is its Qt::DisplayRole.
    enum Role {
        kKind = Qt::UserRole,  ///< int: Kind
        kKey,                  ///< QString: headings; stays the same while series are opened and closed
        kSeriesId,             ///< int: app::OpenSeries::id
        kDetails,              ///< QString
        kThumbnail,            ///< QImage
        kHasNotes,             ///< bool
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace fleming::ui
