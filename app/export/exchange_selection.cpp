#include "app/export/exchange_selection.h"

#include "app/export/measurement_selection.h"
#include "base/error.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <set>

namespace fleming::app {

namespace {

/// Removes the measurements that belong to no exchange of the session.
void removeOtherMeasurements(SessionSnapshot& session) {
    std::set<std::int64_t> kept;
    const auto keep = [&](const Exchange& exchange, const Review* review) {
        for (const RecordedMeasurement* measurement : measurementsOf(session, exchange, review))
            kept.insert(measurement->id);
    };
    for (const Exchange& exchange : session.exchanges) {
        keep(exchange, nullptr);
        for (const Review& review : exchange.reviews)
            keep(exchange, &review);
    }
    std::erase_if(session.measurements, [&](const RecordedMeasurement& each) { return !kept.contains(each.id); });
}

}  // namespace

std::optional<std::vector<ExchangeSelection::Range>> parseExchanges(const std::string& text) {
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,18})(?:-([0-9]{1,18}))?$"));
    std::vector<ExchangeSelection::Range> ranges;
    for (const QString& part : QString::fromStdString(text).split(QLatin1Char(','))) {
        const QRegularExpressionMatch match = form.match(part.trimmed());
        const qlonglong first = match.captured(1).toLongLong();
        const qlonglong last = match.captured(2).isEmpty() ? first : match.captured(2).toLongLong();
        if (!match.hasMatch() || last < first) return std::nullopt;
        ranges.push_back({first, last});
    }
    return ranges;
}

SessionSnapshot select(SessionSnapshot session, const ExchangeSelection& selection) {
    const auto isIn = [](const Exchange& exchange, const ExchangeSelection::Range& range) {
        return exchange.id >= range.first && exchange.id <= range.last;
    };
    for (const ExchangeSelection::Range& range : selection.ranges) {
        if (std::ranges::none_of(session.exchanges, [&](const Exchange& each) { return isIn(each, range); }))
            throw Error("session.no_exchange", session.session, {std::to_string(range.first)});
    }
    const auto left = std::erase_if(session.exchanges, [&](const Exchange& exchange) {
        const bool isChosen = selection.ranges.empty() || std::ranges::any_of(selection.ranges, [&](const auto& range) {
                                  return isIn(exchange, range);
                              });
        return !isChosen || (selection.reviewedOnly && exchange.reviews.empty());
    });
    if (session.exchanges.empty()) throw Error("export.nothing_selected", session.session);
    if (left > 0) removeOtherMeasurements(session);
    return session;
}

ExportedPath exportedPathTo(const SessionSnapshot& session, const Exchange& exchange) {
    ExportedPath path{{&exchange}, false};
    for (;;) {
        const Exchange& first = *path.exchanges.back();
        const auto before = std::ranges::find(session.exchanges, first.follows, &Exchange::id);
        path.isWhole = first.follows == 0;
        // Ids ascend, so a damaged session has no endless path.
        if (path.isWhole || before == session.exchanges.end() || before->id >= first.id) break;
        path.exchanges.push_back(&*before);
    }
    std::ranges::reverse(path.exchanges);
    return path;
}

}  // namespace fleming::app
