#pragma once

#include "app/session/exchange.h"
#include "app/session/records.h"
#include "inference/engine.h"

#include <QByteArray>

#include <cstdint>
#include <span>
#include <string>

/// From values to rows. Each function must run in a transaction that also appends the event about the rows.
namespace fleming::app {

class Database;

/// Fills in Exchange::follows and Exchange::firstImage for a question that continues `follows`, or, if that is
/// negative, the last exchange of its conversation that has not failed. Throws Error "session.no_exchange" if
/// `follows` is not an exchange of this conversation.
void placeInConversation(const Database& database, Exchange& exchange, std::int64_t follows);

/// Inserts a streaming exchange with its model and its evidence, and returns its id: a new one if Exchange::id is 0.
/// The architecture and the number of parameters come from `model`, the rest of the model from the exchange. `pngs` are
/// the encoded images of the evidence. A frame whose provenance has no digest is hashed.
std::int64_t insertExchange(const Database& database, const Exchange& exchange, const inference::ModelInfo& model,
                            std::span<const QByteArray> pngs);

/// Ends a streaming exchange with its answer, except the tokens. `run` is Exchange::run. Returns false if it has ended.
bool storeAnswer(const Database& database, std::int64_t exchange, const inference::Answer& answer,
                 const std::string& run);

/// Ends an exchange with a message. Returns false if it has failed before.
bool storeFailure(const Database& database, std::int64_t exchange, const std::string& message);

/// Inserts a review with its spans, marks, links, tags and taxonomy, and returns its id.
std::int64_t insertReview(const Database& database, std::int64_t exchange, const Review& review);

// Each inserts a row and returns its id. An import without a time gets the current time.
std::int64_t insertReplay(const Database& database, const ReplayRecord& replay);
std::int64_t insertImport(const Database& database, const ImportRecord& import);
std::int64_t insertTitle(const Database& database, const std::string& title);

}  // namespace fleming::app
