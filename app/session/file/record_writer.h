#pragma once

#include "app/models/model.h"
#include "app/session/exchange.h"

#include <QByteArray>

#include <cstdint>
#include <span>

/// From values to rows. Each function must run in a transaction that also appends the event about the rows.
namespace fleming::app {

class Database;

/// Fills in Exchange::follows and Exchange::firstImage for a question that continues `follows`, or, if that is
/// negative, the last exchange of its conversation that has not failed. Throws Error "session.no_exchange" if
/// `follows` is not an exchange of this conversation.
void placeInConversation(const Database& database, Exchange& exchange, std::int64_t follows);

/// Inserts a streaming exchange with its model and its evidence, and returns its id. `pngs` are the encoded images of
/// the evidence. A frame whose provenance has no digest is hashed.
std::int64_t insertExchange(const Database& database, const Exchange& exchange, const ModelIdentity& model,
                            std::span<const QByteArray> pngs);

/// Inserts a review with its spans, marks, links, tags and taxonomy, and returns its id.
std::int64_t insertReview(const Database& database, std::int64_t exchange, const Review& review);

}  // namespace fleming::app
