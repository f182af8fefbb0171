#pragma once

#include <QStyledItemDelegate>

namespace fleming::ui {

/// Paints a row of the series list: thumbnail on black, title, details in up to three lines, and a warning sign if the
/// series has notes. The first row of a study has a heading above the series, which is part of the row.
class SeriesDelegate : public QStyledItemDelegate {
public:
    /// The data of a row.
    enum Role {
        kSeriesId = Qt::UserRole,  ///< int: app::OpenSeries::id
        kTitle,                    ///< QString
        kDetails,                  ///< QString
        kThumbnail,                ///< QImage
        kHasNotes,                 ///< bool
        kHeading,                  ///< QString: of the study; empty if the row has no heading
        kHeadingDetails,           ///< QString
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace fleming::ui
