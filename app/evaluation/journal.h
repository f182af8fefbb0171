#pragma once

#include "app/evaluation/items.h"
#include "app/evaluation/response.h"

#include <QFile>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fleming::app::evaluation {

/// What an evaluation is of: SHA-256 of the questions file, of the model, and of all options that an answer depends on.
struct Identity {
    std::string questions, model, options;
};

/// As a journal names it: the first digits of each, with dashes between them.
std::string keyOf(const Identity& identity);

/// The answers of an evaluation as they come, in a file: JSON Lines, an object an answer, each written out at once:
///     {"line", "key", "kind", "right", "answer", "reasoning", "text", "finish", "tokens": [ids], "seconds"}
/// and "failure" where the question could not be asked. Who opens it again goes on where it ended.
class Journal {
public:
    /// Opens or makes `file`. A last line that was not written to its end is dropped.
    /// Throws Error where the file cannot be used: it belongs to another evaluation, is damaged, is no journal, or
    /// another process is writing it. It is then left as it is.
    Journal(const std::filesystem::path& file, const std::vector<Item>& items, const Identity& identity);

    /// By line of the questions file.
    const std::map<int, Response>& responses() const { return responses_; }

    /// Throws Error where it cannot be written.
    void add(const Item& item, Response response);

    /// Removes the file.
    void remove();

private:
    void read(const std::vector<Item>& items);

    QFile file_;
    std::string key_;
    std::map<int, Response> responses_;
};

}  // namespace fleming::app::evaluation
