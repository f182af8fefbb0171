#include "app/export/dicom/structured_report.h"

#include "app/about.h"
#include "app/export/captions.h"
#include "app/export/dicom/dicom_text.h"
#include "app/export/dicom/mark_region.h"
#include "app/export/dicom/measurement_group.h"
#include "app/export/dicom/report_codes.h"
#include "app/export/dicom/report_tree.h"
#include "app/export/exchange_selection.h"
#include "app/export/measurement_selection.h"
#include "app/review/taxonomy.h"
#include "app/session/file/stored_values.h"
#include "base/error.h"

#include <algorithm>
#include <cstdio>

namespace fleming::app {

namespace {

using T = DSRTypes;

constexpr int kShort = 16, kLong = 64;  // characters of SH and LO
constexpr int kSeriesNumber = 9001;

void check(const OFCondition& condition) {
    if (condition.bad()) throw Error("export.dicom_not_created", {}, {condition.text()});
}

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

/// Returns the code of a label: its id, with the name in English as meaning.
Code labelCode(const Review& review, const std::string& id) {
    const Taxonomy taxonomy = taxonomyOf(review.taxonomy);
    const TaxonomyLabel* label = taxonomy.find(id);
    const std::string value = dicomLine(id, kLong), meaning = dicomLine(label != nullptr ? label->name : id, kLong);
    const std::string version = dicomLine(review.taxonomy.version, kShort);
    if (value.empty() || meaning.empty()) return {"unlabelled", kScheme, "Unlabelled"};
    const auto type = QString::fromStdString(value).size() > kShort ? T::CVT_Long : T::CVT_Short;
    if (version.empty()) return {value.c_str(), kScheme, meaning.c_str(), type, OFFalse};
    return {value.c_str(), kScheme, version.c_str(), meaning.c_str(), type, OFFalse};
}

Code severityCode(Severity severity) {
    if (severity == Severity::minor) return CODE_SCT_Mild;
    return severity == Severity::moderate ? Code(CODE_SCT_Moderate) : Code(CODE_SCT_Severe);
}

Code verdictCode(Verdict verdict) {
    switch (verdict) {
        case Verdict::correct:
            return {"correct", kScheme, "Correct"};
        case Verdict::partlyCorrect:
            return {"partly_correct", kScheme, "Partly correct"};
        case Verdict::wrong:
            return {"wrong", kScheme, "Wrong"};
        default:
            return {"cannot_judge", kScheme, "Cannot judge"};
    }
}

/// An image of the path to an exchange, and its number in the conversation.
struct NumberedImage {
    int number = 1;
    const viewer::Provenance* image = nullptr;
    const viewer::StoredImage* stored = nullptr;  ///< null: nothing that can be referenced
};

std::vector<NumberedImage> imagesOf(const std::vector<const Exchange*>& path) {
    std::vector<NumberedImage> images;
    for (const Exchange* exchange : path) {
        for (std::size_t i = 0; i < exchange->evidence.size(); ++i) {
            const viewer::Provenance& image = exchange->evidence[i].provenance;
            images.push_back({exchange->firstImage + static_cast<int>(i), &image, referenced(image)});
        }
    }
    return images;
}

/// Returns the UID of a measurement, the same in all reports; in those of an exported file also from export to export.
std::string trackingUid(const RecordedMeasurement& measurement, const SessionSnapshot& session,
                        const DicomExport& shared) {
    static const UidMap measurements(QByteArrayLiteral("measurement"));
    const std::string name = "measurement " + std::to_string(measurement.id);
    return session.record ? measurements.map(session.record->completeUpTo.log + ", " + name) : shared.newUid(name);
}

/// Returns "Image-2: object 1.2.3, frame 4, pixels SHA-256 ...".
std::string describe(const NumberedImage& each) {
    std::string text = "Image-" + std::to_string(each.number) + ": ";
    if (each.stored != nullptr) {
        text += "object " + each.stored->object.sopInstanceUid;
        if (each.stored->object.frame > 0) text += ", frame " + std::to_string(each.stored->object.frame);
    } else {
        text += each.image->stored || !each.image->seriesUid.empty() ? "computed from several stored images"
                                                                     : "not a DICOM image";
    }
    if (!each.image->pixelsSha256.empty()) text += ", pixels SHA-256 " + each.image->pixelsSha256;
    return text;
}

class ReportWriter {
public:
    ReportWriter(DSRDocumentTree& tree, const SessionSnapshot& session, const Exchange& exchange, const Review* review,
                 const DicomExport& shared)
        : tree_(tree, CODE_DCM_ImagingMeasurementReport, "1500"),
          session_(session),
          exchange_(exchange),
          review_(review),
          shared_(shared),
          images_(imagesOf(exportedPathTo(session, exchange).exchanges)),
          measurements_(measurementsOf(session, exchange, review)) {}

    /// Returns the images that the report references.
    std::vector<const viewer::Provenance*> references() const {
        std::vector<const viewer::Provenance*> images;
        for (const NumberedImage& each : images_)
            images.push_back(each.image);
        for (const RecordedMeasurement* measurement : measurements_)
            images.push_back(&measurement->source);
        std::erase_if(images, [](const viewer::Provenance* image) { return referenced(*image) == nullptr; });
        return images;
    }

    void write() {
        tree_.addCode(T::RT_hasConceptMod, CODE_DCM_LanguageOfContentItemAndDescendants, Code(CODE_RFC5646_English));
        addObservers();
        tree_.addCode(T::RT_hasConceptMod, CODE_DCM_ProcedureReported, Code(CODE_SCT_ImagingProcedure));
        addImageLibrary();
        addFindings();
        tree_.open(CODE_UMLS_QualitativeEvaluations);
        addAnswer();
        if (review_ != nullptr) addReview();
        tree_.close();
    }

private:
    void addObservers() {
        tree_.addCode(T::RT_hasObsContext, CODE_DCM_ObserverType, Code(CODE_DCM_Device));
        // The same model has the same UID in all reports.
        static const UidMap models(QByteArrayLiteral("model"));
        tree_.addUid(T::RT_hasObsContext, CODE_DCM_DeviceObserverUID,
                     models.map(exchange_.modelSha256.empty() ? exchange_.modelName + "?" : exchange_.modelSha256));
        tree_.addText(T::RT_hasObsContext, CODE_DCM_DeviceObserverName, exchange_.modelName);
        tree_.addText(T::RT_hasObsContext, CODE_DCM_DeviceObserverModelName, exchange_.modelName);
        tree_.addText(T::RT_hasObsContext, CODE_DCM_DeviceObserverSerialNumber, exchange_.modelSha256);
        if (review_ == nullptr) return;
        tree_.addCode(T::RT_hasObsContext, CODE_DCM_ObserverType, Code(CODE_DCM_Person));
        const std::string name = dicomLine(reviewerText(*review_).toStdString(), kLong);
        tree_.addPerson(CODE_DCM_PersonObserverName, (name.empty() ? "unnamed" : name) + "^");
    }

    void addImageLibrary() {
        if (std::ranges::none_of(images_, [](const NumberedImage& each) { return each.stored != nullptr; })) return;
        tree_.open(CODE_DCM_ImageLibrary, "1600");
        tree_.open(CODE_DCM_ImageLibraryGroup);
        for (const NumberedImage& each : images_) {
            if (each.stored != nullptr) tree_.addImage(each.stored->object, each.image->modality);
        }
        tree_.close();
        tree_.close();
    }

    void addFindings() {
        const bool isMarked = review_ != nullptr && !(review_->spans.empty() && review_->marks.empty());
        if (!isMarked && measurements_.empty()) return;
        tree_.open(CODE_DCM_ImagingMeasurements);
        if (isMarked) addMarkedFindings();
        for (const RecordedMeasurement* measurement : measurements_) {
            if (review_ == nullptr || spansMeasuredBy(*review_, measurement->id).empty())
                addMeasurement(*measurement, -1);
        }
        tree_.close();
    }

    void addMarkedFindings() {
        for (int span = 0; span < std::ssize(review_->spans); ++span) {
            std::vector<int> regions, others;
            for (const int mark : marksLinkedWith(*review_, span))
                (storedImageOf(markAt(mark)) != nullptr ? regions : others).push_back(mark);
            for (const int mark : regions)
                addGroup(span, mark, others);
            const std::vector<const RecordedMeasurement*> measured = measurementsOfSpan(session_, *review_, span);
            if (regions.empty() && (measured.empty() || !others.empty())) addGroup(span, -1, others);
            for (const RecordedMeasurement* measurement : measured)
                addMeasurement(*measurement, span);
        }
        for (int mark = 0; mark < std::ssize(review_->marks); ++mark) {
            if (!spansLinkedWith(*review_, mark).empty()) continue;
            if (storedImageOf(markAt(mark)) != nullptr)
                addGroup(-1, mark, {});
            else
                addGroup(-1, -1, {mark});
        }
    }

    /// Adds a group of a span and a region, of which one may be -1: none. Groups of one span share its tracking UID.
    void addGroup(int span, int region, const std::vector<int>& otherMarks) {
        const std::string part = span >= 0 ? "span " + std::to_string(span + 1)
                                           : "mark " + std::to_string((region >= 0 ? region : otherMarks.front()) + 1);
        const std::string id =
            "exchange " + std::to_string(exchange_.id) + ", " + reviewerText(*review_).toStdString() + ", " + part;
        tree_.open(CODE_DCM_MeasurementGroup, region >= 0 ? "1410" : "1501");
        tree_.addText(T::RT_hasObsContext, CODE_DCM_TrackingIdentifier, id);
        tree_.addUid(T::RT_hasObsContext, CODE_DCM_TrackingUniqueIdentifier, shared_.newUid(id));
        if (span >= 0) tree_.addCode(T::RT_contains, CODE_DCM_Finding, labelCode(*review_, spanAt(span).label));
        if (region >= 0)
            tree_.addRegion(T::RT_contains, CODE_DCM_ImageRegion,
                            regionOf(markAt(region), *imageOf(markAt(region))->image, *storedImageOf(markAt(region))),
                            storedImageOf(markAt(region))->object);
        if (span >= 0) addSpan(spanAt(span));
        if (region >= 0) tree_.addText(T::RT_contains, CODE_DCM_Comment, markAt(region).note);
        for (const int mark : otherMarks)
            tree_.addText(T::RT_contains, CODE_FLEMING_Mark, describeUnplaced(markAt(mark)));
        tree_.close();
    }

    /// Adds the group of a measurement; with the span to which it is tied, unless that is -1: none.
    void addMeasurement(const RecordedMeasurement& measurement, int span) {
        const MeasurementGroup group(measurement);
        tree_.open(CODE_DCM_MeasurementGroup, group.templateId());
        tree_.addText(T::RT_hasObsContext, CODE_DCM_TrackingIdentifier,
                      "measurement " + std::to_string(measurement.id) + ", " + measurement.name);
        tree_.addUid(T::RT_hasObsContext, CODE_DCM_TrackingUniqueIdentifier,
                     trackingUid(measurement, session_, shared_));
        if (span >= 0) tree_.addCode(T::RT_contains, CODE_DCM_Finding, labelCode(*review_, spanAt(span).label));
        group.addRegion(tree_);
        group.addValues(tree_);
        if (span >= 0) addSpan(spanAt(span));
        tree_.addText(T::RT_contains, CODE_DCM_Comment, measurement.note);
        tree_.close();
    }

    void addSpan(const Span& span) {
        if (span.severity) tree_.addCode(T::RT_contains, CODE_SCT_Severity, severityCode(*span.severity));
        tree_.addText(T::RT_contains, span.passage == Passage::answer ? CODE_FLEMING_Passage : CODE_FLEMING_Thought,
                      std::string(textOf(exchange_.answer, span)));
        tree_.addText(T::RT_contains, CODE_DCM_Comment, span.note);
    }

    void addAnswer() {
        tree_.addText(T::RT_contains, CODE_FLEMING_Notice, kResearchOnlyStatement);
        tree_.addText(T::RT_contains, CODE_FLEMING_Description, exchange_.modelDescription);
        tree_.addText(T::RT_contains, CODE_FLEMING_SystemText, exchange_.systemText);
        tree_.addText(T::RT_contains, CODE_FLEMING_Question, exchange_.question);
        tree_.addText(T::RT_contains, CODE_FLEMING_Reasoning, exchange_.answer.reasoning);
        tree_.addText(T::RT_contains, CODE_FLEMING_Answer, exchange_.answer.finalAnswer);
        const inference::GenerationOptions& o = exchange_.options;
        tree_.addText(T::RT_contains, CODE_FLEMING_Parameters,
                      "max_new_tokens " + std::to_string(o.maxNewTokens) + ", temperature " + number(o.temperature) +
                          ", top_k " + std::to_string(o.topK) + ", top_p " + number(o.topP) + ", seed " +
                          std::to_string(o.seed));
        for (const NumberedImage& each : images_)
            tree_.addText(T::RT_contains, CODE_FLEMING_Image, describe(each));
    }

    void addReview() {
        const Review& review = *review_;
        tree_.addCode(T::RT_contains, CODE_FLEMING_Verdict, verdictCode(review.verdict));
        if (review.confidence)
            tree_.addText(T::RT_contains, CODE_FLEMING_Confidence, std::to_string(*review.confidence) + " of 5");
        tree_.addText(T::RT_contains, CODE_FLEMING_Reference, review.correctedAnswer);
        tree_.addText(T::RT_contains, CODE_DCM_Comment, review.comment);
        for (const std::string& tag : review.tags)
            tree_.addText(T::RT_contains, CODE_FLEMING_Tag, tag);
        tree_.addText(T::RT_contains, CODE_FLEMING_Reason, review.reason);
        tree_.addText(T::RT_contains, CODE_FLEMING_Taxonomy, review.taxonomy.name + " " + review.taxonomy.version);
    }

    const Span& spanAt(int span) const { return review_->spans[static_cast<std::size_t>(span)]; }
    const Mark& markAt(int mark) const { return review_->marks[static_cast<std::size_t>(mark)]; }

    /// Returns the image of a mark; null if it is not in the export.
    const NumberedImage* imageOf(const Mark& mark) const {
        const auto found = std::ranges::find(images_, mark.image, &NumberedImage::number);
        return found == images_.end() ? nullptr : &*found;
    }

    const viewer::StoredImage* storedImageOf(const Mark& mark) const {
        const NumberedImage* image = imageOf(mark);
        return image != nullptr ? image->stored : nullptr;
    }

    std::string describeUnplaced(const Mark& mark) const {
        const NumberedImage* image = imageOf(mark);
        const char* reason = image == nullptr                  ? "the image is not in this export"
                             : image->image->seriesUid.empty() ? "the image is not a DICOM image"
                                                               : "the image does not show stored pixels one for one";
        std::string text = std::string(toWord(kMarkShapes, mark.shape)) + " on Image-" + std::to_string(mark.image) +
                           " from (" + number(mark.x1) + ", " + number(mark.y1) + ") to (" + number(mark.x2) + ", " +
                           number(mark.y2) + ") pixels; not a region of a stored image: " + reason;
        return mark.note.empty() ? text : text + "; " + mark.note;
    }

    ReportTree tree_;
    const SessionSnapshot& session_;
    const Exchange& exchange_;
    const Review* review_;
    const DicomExport& shared_;
    std::vector<NumberedImage> images_;
    std::vector<const RecordedMeasurement*> measurements_;
};

/// Adds the images that the report references: those of its own study, and others (PS3.3, C.17.2).
void addEvidence(DSRDocument& document, const std::vector<const viewer::Provenance*>& images, const DicomStudy& study) {
    for (const viewer::Provenance* image : images) {
        const viewer::DicomReference& object = referenced(*image)->object;
        DSRSOPInstanceReferenceList& list = image->studyUid == study.uid
                                                ? document.getCurrentRequestedProcedureEvidence()
                                                : document.getPertinentOtherEvidence();
        check(list.addItem(image->studyUid.c_str(), seriesUidOf(*image).c_str(), object.sopClassUid.c_str(),
                           object.sopInstanceUid.c_str(), OFFalse));
    }
}

void setScheme(DSRDocument& document) {
    DSRCodingSchemeIdentificationList& schemes = document.getCodingSchemeIdentification();
    check(schemes.addItem(kScheme));
    check(schemes.setCodingSchemeName("Fleming Viewer codes; labels of taxonomies"));
    check(schemes.setCodingSchemeResponsibleOrganization("Fleming Viewer"));
}

}  // namespace

void makeReport(DcmDataset& object, const SessionSnapshot& session, const Exchange& exchange, const Review* review,
                const DicomExport& shared, int number) {
    DSRDocument document(T::DT_Comprehensive3DSR);
    document.setSpecificCharacterSetType(T::CS_UTF8);
    ReportWriter writer(document.getTree(), session, exchange, review, shared);
    writer.write();
    const DicomStudy study = studyOf(exportedPathTo(session, exchange).exchanges, shared);
    addEvidence(document, writer.references(), study);
    setScheme(document);
    const bool isComplete = exchange.state == ExchangeState::done && exchange.answer.finish == inference::Finish::stop;
    if (isComplete) check(document.completeDocument());
    const DicomTime time = dicomTime(review != nullptr ? review->timeMs : exchange.askedMs);
    check(document.setContentDate(time.date.c_str()));
    check(document.setContentTime(time.time.c_str()));
    // DCMTK asks for the attributes of the equipment before it writes.
    document.setManufacturer("Fleming Viewer");
    document.setManufacturerModelName("Fleming Viewer");
    document.setDeviceSerialNumber("none");
    document.setSoftwareVersions("none");
    check(document.write(object));
    setCommonAttributes(object, shared, study, "reports", kSeriesNumber, number);
    // DCMTK has set the time of this export, and itself as the creator.
    for (const DcmTagKey& tag : {DCM_InstanceCreationDate, DCM_InstanceCreationTime, DCM_InstanceCreatorUID})
        object.findAndDeleteElement(tag);
}

}  // namespace fleming::app
