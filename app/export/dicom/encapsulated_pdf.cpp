#include "app/export/dicom/encapsulated_pdf.h"

#include "app/export/dicom/dicom_text.h"
#include "base/error.h"

#include <set>

namespace fleming::app {

namespace {

constexpr int kSeriesNumber = 9002;

/// Adds the stored images that the document shows.
void addSources(DcmItem& object, const std::vector<const Exchange*>& exchanges) {
    std::set<std::string> added;
    for (const Exchange* exchange : exchanges) {
        for (const viewer::Frame& frame : exchange->evidence) {
            const auto& stored = frame.provenance.stored;
            if (!stored || !isUid(stored->object.sopClassUid) || !isUid(stored->object.sopInstanceUid) ||
                !added.insert(stored->object.sopInstanceUid).second)
                continue;
            DcmItem* source = nullptr;
            if (object.findOrCreateSequenceItem(DCM_SourceInstanceSequence, source, -2).bad() || source == nullptr)
                throw Error("export.dicom_not_created", {}, {"SourceInstanceSequence"});
            set(*source, DCM_ReferencedSOPClassUID, stored->object.sopClassUid);
            set(*source, DCM_ReferencedSOPInstanceUID, stored->object.sopInstanceUid);
        }
    }
}

}  // namespace

void makeEncapsulatedPdf(DcmDataset& object, const QByteArray& pdf, const SessionSnapshot& session,
                         const DicomExport& shared) {
    std::vector<const Exchange*> exchanges;
    for (const Exchange& exchange : session.exchanges)
        exchanges.push_back(&exchange);
    set(object, DCM_SOPClassUID, UID_EncapsulatedPDFStorage);
    set(object, DCM_Modality, "DOC");
    set(object, DCM_ConversionType, "WSD");
    setCommonAttributes(object, shared, studyOf(exchanges, shared), "documents", kSeriesNumber, 1);
    const bool hasTime = shared.options().keepIdentity && session.record;
    const DicomTime time = hasTime ? dicomTime(session.record->completeMs) : DicomTime();
    set(object, DCM_ContentDate, time.date);
    set(object, DCM_ContentTime, time.time);
    set(object, DCM_AcquisitionDateTime, {});
    // Text that is part of the images cannot be found.
    set(object, DCM_BurnedInAnnotation, "YES");
    set(object, DCM_DocumentTitle, "Reviewed answers of a vision-language model");
    object.insertEmptyElement(DCM_ConceptNameCodeSequence);
    set(object, DCM_VerificationFlag, "UNVERIFIED");
    addSources(object, exchanges);
    set(object, DCM_MIMETypeOfEncapsulatedDocument, "application/pdf");
    QByteArray even = pdf;
    if (even.size() % 2 != 0) even.append('\0');
    const OFCondition added =
        object.putAndInsertUint8Array(DCM_EncapsulatedDocument, reinterpret_cast<const Uint8*>(even.constData()),
                                      static_cast<unsigned long>(even.size()));
    if (added.bad()) throw Error("export.dicom_not_created", {}, {added.text()});
    if (object.putAndInsertUint32(DCM_EncapsulatedDocumentLength, static_cast<Uint32>(pdf.size())).bad())
        throw Error("export.dicom_not_created", {}, {"EncapsulatedDocumentLength"});
}

}  // namespace fleming::app
