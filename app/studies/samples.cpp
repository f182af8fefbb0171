#include "app/studies/samples.h"

#include "app/models/default_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace fleming::app {

namespace {

struct KnownSample {
    const char* name;
    const char* title;
    const char* question;
};

constexpr const char* kLesionQuestion = "Is there a lesion, and on which side?";

// In display order. The questions are not translated: the demo model understands English only.
constexpr KnownSample kKnown[] = {
    {kFirstSample, QT_TRANSLATE_NOOP("Samples", "Chest CT"), "Is there a lung nodule, and in which lung?"},
    {"mr_head.nii.gz", QT_TRANSLATE_NOOP("Samples", "Head MRI"), "Which side of the brain shows a mass?"},
    {"chest_volume.npy", QT_TRANSLATE_NOOP("Samples", "Chest CT as a NumPy array"),
     "What device is observed on the chest wall?"},
    {"ultrasound.mp4", QT_TRANSLATE_NOOP("Samples", "Ultrasound clip"),
     "Does the structure move, and in which direction?"},
    {"chest_xray.png", QT_TRANSLATE_NOOP("Samples", "Chest X-ray"), kLesionQuestion},
    {"fundus.png", QT_TRANSLATE_NOOP("Samples", "Fundus photograph"), kLesionQuestion},
    {"dermoscopy.png", QT_TRANSLATE_NOOP("Samples", "Dermoscopy"), kLesionQuestion},
    {"histology.png", QT_TRANSLATE_NOOP("Samples", "Histology"), kLesionQuestion},
    {"endoscopy.png", QT_TRANSLATE_NOOP("Samples", "Endoscopy"), kLesionQuestion},
    {"ultrasound.png", QT_TRANSLATE_NOOP("Samples", "Ultrasound image"), kLesionQuestion},
};

}  // namespace

std::vector<Sample> findSamples() {
    std::vector<Sample> found;
    for (const std::filesystem::path& place : resourceFolders()) {
        for (const KnownSample& known : kKnown) {
            std::error_code missing;
            const std::filesystem::path path = std::filesystem::canonical(place / "samples" / known.name, missing);
            if (!missing) found.push_back({known.name, path, known.question});
        }
        if (!found.empty()) break;  // the first folder with samples
    }
    return found;
}

std::optional<Sample> findSample(const std::string& name) {
    for (Sample& sample : findSamples()) {
        if (sample.name == name) return std::move(sample);
    }
    return std::nullopt;
}

QString titleOf(const Sample& sample) {
    const auto* known = std::find_if(std::begin(kKnown), std::end(kKnown),
                                     [&](const KnownSample& each) { return sample.name == each.name; });
    return known != std::end(kKnown) ? QCoreApplication::translate("Samples", known->title)
                                     : QString::fromStdString(sample.name);
}

}  // namespace fleming::app
