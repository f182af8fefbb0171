#pragma once

#include "app/export/exporter.h"

namespace fleming::app {

/// A folder with what people have judged, for the training of models: "sft.jsonl" in the conversation format of
/// InternVL (https://internvl.readthedocs.io, "Chat Data Format") with "sft.meta.json", "grpo.jsonl" with rewards,
/// "images/SHA256.png" and a data card, "README.md". trainingItems() has the rules.
extern const Exporter kTrainingExporter;

}  // namespace fleming::app
