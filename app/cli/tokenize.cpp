// fleming tokenize: the ids of a text, as plain data.
#include "app/cli/chosen_model.h"
#include "app/cli/commands.h"
#include "inference/tokenizer.h"

#include <istream>
#include <iterator>
#include <ostream>

namespace fleming::app::cli {

void tokenize(const TokenizeOptions& options, Console& console) {
    const inference::Tokenizer tokenizer(chooseModel(options.model));
    std::string text = options.text;
    if (options.fromInput) text.assign(std::istreambuf_iterator<char>(console.in), {});
    const char* separator = "";
    if (options.json) console.out << "[";
    for (const std::int32_t id : tokenizer.encode(text)) {
        console.out << separator << id;
        separator = options.json ? ", " : " ";
    }
    console.out << (options.json ? "]\n" : "\n");
    flush(console);
}

}  // namespace fleming::app::cli
