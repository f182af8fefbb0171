#include "ui/tags/tags_model.h"

#include "app/export/csv/csv_text.h"
#include "app/privacy.h"
#include "app/studies/element_text.h"
#include "ui/style/theme.h"

#include <QBrush>

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

namespace fleming::ui {

namespace {

/// Returns what the model shows of a value.
QString shownValue(const viewer::DicomElement& element) {
    if (!app::Privacy::mode().isOn() || isImpersonal(element)) return app::valueText(element);
    return element.value.empty() && !element.isCut ? QString() : TagsModel::tr("hidden");
}

QString nameText(const viewer::DicomElement& element) {
    if (element.isItem()) return TagsModel::tr("Item %1").arg(element.number);
    const QString keyword = QString::fromStdString(element.keyword);
    if (!keyword.isEmpty()) return keyword;
    const QString creator = QString::fromStdString(element.creator);
    return creator.isEmpty() ? TagsModel::tr("unknown") : TagsModel::tr("private: %1").arg(creator);
}

/// Returns the elements that a text finds; in privacy mode not by a value that is hidden.
std::unordered_set<int> foundIn(const TagsModel::Elements& elements, const QString& text) {
    if (!elements) return {};
    std::vector<int> found;
    if (app::Privacy::mode().isOn()) {
        app::DicomElements searched = *elements;
        for (viewer::DicomElement& each : searched) {
            if (!isImpersonal(each)) each.value.clear();
        }
        found = viewer::findElements(searched, text.toStdString());
    } else {
        found = viewer::findElements(*elements, text.toStdString());
    }
    return {found.begin(), found.end()};
}

}  // namespace

bool isImpersonal(const viewer::DicomElement& element) {
    static constexpr std::array kVrs{"AT", "CS", "DS", "FD", "FL", "IS", "SL", "SQ", "SS", "SV", "UL", "US", "UV"};
    return std::ranges::find(kVrs, element.vr) != kVrs.end();
}

TagsModel::TagsModel(QObject* parent) : QAbstractTableModel(parent) {
    connect(&app::Privacy::mode(), &app::Privacy::changed, this, [this] {
        beginResetModel();
        refill();
        endResetModel();
    });
}

void TagsModel::setElements(Elements first, Elements second) {
    beginResetModel();
    first_ = std::move(first);
    second_ = std::move(second);
    pairs_.clear();
    if (first_ && second_) {
        pairs_ = viewer::compareElements(*first_, *second_);
    } else if (first_) {
        for (int i = 0; i < static_cast<int>(first_->size()); ++i)
            pairs_.push_back({i, -1, true});
    }
    refill();
    endResetModel();
}

void TagsModel::setFilter(const QString& text, bool differences) {
    beginResetModel();
    filter_ = text;
    differences_ = differences;
    refill();
    endResetModel();
}

void TagsModel::refill() {
    const std::unordered_set<int> first = foundIn(first_, filter_), second = foundIn(second_, filter_);
    rows_.clear();
    for (int i = 0; i < static_cast<int>(pairs_.size()); ++i) {
        const viewer::ElementPair& pair = pairs_[static_cast<std::size_t>(i)];
        const bool isFound = first.contains(pair.first) || second.contains(pair.second);
        if (isFound && !(second_ && differences_ && pair.isSame)) rows_.push_back(i);
    }
}

const viewer::DicomElement* TagsModel::at(const Elements& elements, int index) const {
    return elements && index >= 0 ? &(*elements)[static_cast<std::size_t>(index)] : nullptr;
}

const viewer::DicomElement& TagsModel::anyOf(int row) const {
    const viewer::ElementPair& pair = pairs_[static_cast<std::size_t>(rows_[static_cast<std::size_t>(row)])];
    const viewer::DicomElement* first = at(first_, pair.first);
    return first != nullptr ? *first : *at(second_, pair.second);
}

bool TagsModel::isHidden(int row) const {
    return app::Privacy::mode().isOn() && !isImpersonal(anyOf(row));
}

viewer::ElementPlace TagsModel::placeOf(int row) const {
    const viewer::ElementPair& pair = pairs_[static_cast<std::size_t>(rows_[static_cast<std::size_t>(row)])];
    return pair.first >= 0 ? viewer::placeOf(*first_, pair.first) : viewer::placeOf(*second_, pair.second);
}

QString TagsModel::text(int row, int column) const {
    const viewer::ElementPair& pair = pairs_[static_cast<std::size_t>(rows_[static_cast<std::size_t>(row)])];
    const viewer::DicomElement& element = anyOf(row);
    switch (column) {
        case kTag:
            return QString::fromStdString(tagText(element));
        case kVr:
            return QString::fromStdString(element.vr);
        case kName:
            return nameText(element);
        default: {
            const viewer::DicomElement* shown = column == kValue ? at(first_, pair.first) : at(second_, pair.second);
            return shown == nullptr ? QString() : shownValue(*shown);
        }
    }
}

QString TagsModel::csv(const std::vector<int>& rows) const {
    QString lines;
    const auto add = [&](auto&& cell) {
        for (int column = 0; column < columnCount(); ++column) {
            if (column > 0) lines += QLatin1Char(',');
            lines += QString::fromStdString(app::csvText(cell(column).toStdString()));
        }
        lines += QStringLiteral("\r\n");
    };
    add([this](int column) { return headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); });
    for (const int row : rows)
        add([&](int column) { return text(row, column); });
    return lines;
}

int TagsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int TagsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : second_ ? 5 : 4;
}

QVariant TagsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const int row = index.row();
    if (role == Qt::DisplayRole) {
        const QString indent = index.column() == kTag || index.column() == kName
                                   ? QString(3 * anyOf(row).level, QLatin1Char(' '))
                                   : QString();
        // The tooltip has the rest: a row has one line.
        return indent + text(row, index.column()).left(500);
    }
    if (role == Qt::ToolTipRole && index.column() >= kValue) return text(row, index.column()).left(4000);
    const viewer::ElementPair& pair = pairs_[static_cast<std::size_t>(rows_[static_cast<std::size_t>(row)])];
    if (role == Qt::BackgroundRole && second_ && !pair.isSame && index.column() >= kValue)
        return QBrush(index.column() == kValue ? removedBackground() : addedBackground());
    return {};
}

QVariant TagsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const std::array<QString, 5> names{tr("Tag"), tr("VR"), tr("Name"), second_ ? tr("First value") : tr("Value"),
                                       tr("Second value")};
    return names[static_cast<std::size_t>(section)];
}

}  // namespace fleming::ui
