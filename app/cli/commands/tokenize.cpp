// fleming tokenize: prints the token ids of a text.
#include "app/cli/chosen_model.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "inference/tokenizer.h"

#include <istream>
#include <iterator>
#include <ostream>

namespace fleming::app::cli {

namespace {

void declare(CommandParser& parser) {
    parser.describe(CommandText::tr("[--model DIR] TEXT|- [--json]"), CommandText::tr("print the token ids of a text"),
                    CommandText::tr("Prints the token ids of TEXT, or of standard input if TEXT is -, as the model "
                                    "receives them in a question. Names of control tokens in the text are treated as "
                                    "ordinary text. Put -- before a TEXT that begins with a dash."));
    parser.addValue(
        "model", "DIR",
        CommandText::tr("the checkpoint whose tokenizer is used; default: FLEMING_MODEL, then the demo model"));
    parser.addFlag("json", CommandText::tr("print a JSON array"));
}

void run(const CommandParser& parser, Console& console) {
    const std::vector<std::string> words = parser.positional();
    if (words.size() != 1) throw WrongArguments("arguments.not_one_text");
    const bool json = parser.has("json");
    const inference::Tokenizer tokenizer(checkpointFolder(chooseModel(parser.optional("model"))));
    std::string text = words.front();
    if (text == "-") text.assign(std::istreambuf_iterator<char>(console.in), {});
    const char* separator = "";
    if (json) console.out << "[";
    for (const std::int32_t id : tokenizer.encode(text)) {
        console.out << separator << id;
        separator = json ? ", " : " ";
    }
    console.out << (json ? "]\n" : "\n");
    flush(console);
}

}  // namespace

const Command tokenizeCommand{"tokenize", declare, run};

}  // namespace fleming::app::cli
