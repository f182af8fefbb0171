#include "app/studies/element_text.h"

#include "viewer/text/number_text.h"

#include <QCoreApplication>

namespace fleming::app {

namespace {

struct ElementText {
    Q_DECLARE_TR_FUNCTIONS(ElementText)
};

}  // namespace

QString valueText(const viewer::DicomElement& element) {
    if (element.vr == "SQ") return ElementText::tr("%n item(s)", nullptr, element.items);
    const QString value = QString::fromStdString(element.value);
    if (!element.isCut) return value;
    const QString size = viewer::bytesText(static_cast<std::int64_t>(element.bytes));
    return value.isEmpty() ? ElementText::tr("(%1)", "a size in bytes").arg(size)
                           : ElementText::tr("%1 … (%2)", "the beginning of a value, its size").arg(value, size);
}

}  // namespace fleming::app
