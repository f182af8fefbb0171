#pragma once

#include "tests/ui/window_test.h"
#include "ui/chat/answer_card.h"
#include "ui/chat/conversation_view.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/streaming_text.h"
#include "ui/review/span_editor.h"
#include "ui/review/span_popup.h"

#include <QtTest>

#include <string>
#include <utility>
#include <vector>

namespace fleming::ui::testing {

/// What tests of labels do with the last answer of a window.
struct LabelledAnswer {
    static const app::Exchange& exchange(const Fixture& f) { return f.workspace->session().exchanges().back(); }
    static ExchangeCard* card(const Fixture& f) { return f.conversation()->card(exchange(f).id); }
    static app::ReviewDraft& draft(const Fixture& f) { return *f.workspace->reviews().draft(exchange(f).id); }
    static SpanPopup* popup(const Fixture& f) { return card(f)->spans()->popup(); }
    static bool isPopupOpen(const Fixture& f) { return popup(f) != nullptr && popup(f)->isVisible(); }

    /// Returns the words of a span of the draft.
    static std::string wordsOf(const Fixture& f, std::size_t span) {
        return std::string(app::textOf(exchange(f).answer, draft(f).spans().at(span)));
    }

    /// Gets an answer, lets Dr. One review it, and goes to it by its key.
    static bool begin(Fixture& f, const std::vector<std::pair<inference::Channel, std::string>>& parts) {
        f.loadModel();
        if (!f.ask(QStringLiteral("What is it?"))) return false;
        for (const auto& [channel, text] : parts)
            f.model->say(channel, text);
        f.model->finish();
        if (!f.finished()) return false;
        f.workspace->reviews().setReviewer({"Dr. One", "R1"});
        f.press(Qt::Key_F4);
        return QTest::qWaitFor([&] { return card(f)->answer()->text()->hasFocus(); });
    }

    /// Selects `count` characters behind the first `skip` by keys.
    static void select(Fixture& f, int skip, int count) {
        f.press(Qt::Key_Home);
        for (int i = 0; i < skip; ++i)
            f.press(Qt::Key_Right);
        for (int i = 0; i < count; ++i)
            f.press(Qt::Key_Right, Qt::ShiftModifier);
    }
};

}  // namespace fleming::ui::testing
