#pragma once

#include "app/evaluation/items.h"
#include "app/evaluation/response.h"

#include <QFile>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fleming::app::evaluation {

/// Identifies an evaluation: the SHA-256 of the questions file, of the model, and of all options that answers depend
/// on.
struct Identity {
    std::string questions, model, options;
};

/// Returns the key of an evaluation in a journal: the first 16 digits of each checksum, joined by dashes.
std::string keyOf(const Identity& identity);

/// The answers of an evaluation in a file in JSON Lines. Each answer is one object, which is written at once:
///     {"line", "key", "kind", "right", "answer", "reasoning", "text", "finish", "tokens": [ids], "seconds"}
/// and "failure" if the question could not be asked. An evaluation that opens the file again continues it.
class Journal {
public:
    /// Opens or creates `file`. Drops a last line that is not complete. Throws Error, and does not change the file, if
    /// it belongs to another evaluation, is damaged, is not a journal, or is being written by another process.
    Journal(const std::filesystem::path& file, const std::vector<Item>& items, const Identity& identity);

    /// Returns the answers by line of the questions file.
    const std::map<int, Response>& responses() const { return responses_; }

    /// Appends the answer to an item. Throws Error if it cannot be written.
    void add(const Item& item, Response response);

    /// Removes the file.
    void remove();

private:
    void read(const std::vector<Item>& items);
    [[noreturn]] void fail(const char* code) const;

    QFile file_;
    std::string key_;
    std::map<int, Response> responses_;
};

}  // namespace fleming::app::evaluation
