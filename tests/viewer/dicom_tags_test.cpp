// Listing, searching and comparing the elements of DICOM objects.
#include "viewer/io/dicom/dicom_tags.h"

#include "base/error.h"
#include "tests/viewer/dicom_maker.h"

#include <fstream>
#include <map>

namespace fleming::viewer {
namespace {

const DcmTagKey kCreator(0x0019, 0x0010), kOtherCreator(0x0019, 0x0011);

std::vector<DicomElement> elementsOf(const std::filesystem::path& path) {
    return readDicomElements(FileSource(path));
}

const DicomElement& find(const std::vector<DicomElement>& elements, const std::string& tag, int level = 0) {
    const auto found = std::ranges::find_if(
        elements, [&](const DicomElement& element) { return tagText(element) == tag && element.level == level; });
    if (found == elements.end()) throw std::runtime_error("no " + tag);
    return *found;
}

/// Returns the keywords of the elements that a search finds, joined.
std::string found(const std::vector<DicomElement>& elements, const std::string& text) {
    std::string keywords;
    for (const int index : findElements(elements, text)) {
        const DicomElement& element = elements[static_cast<std::size_t>(index)];
        if (element.group == 2) continue;
        keywords += (element.isItem() ? "item" : element.keyword.empty() ? tagText(element) : element.keyword) + " ";
    }
    return keywords;
}

/// Inserts an element of any VR.
void putPrivate(DcmItem& item, const DcmTagKey& key, DcmEVR vr, const char* creator, const std::string& value) {
    DcmTag tag(key, vr);
    tag.setPrivateCreator(creator);
    EXPECT_TRUE(item.putAndInsertString(tag, value.c_str()).good());
}

class DicomTags : public ::testing::Test {
protected:
    /// A slice with sequences in sequences, private elements and text in Latin-1.
    MadeDicom made() {
        MadeDicom dicom(4, 3);
        dicom.set(DCM_SpecificCharacterSet, "ISO_IR 100");
        dicom.set(DCM_PatientName, "M\xfcller^J\xf6rg");
        dicom.set(DCM_ImageType, "ORIGINAL\\PRIMARY\\AXIAL");
        dicom.number(DCM_Rows, 3);
        DcmItem* outer = nullptr;
        EXPECT_TRUE(dicom.data().findOrCreateSequenceItem(DCM_RequestAttributesSequence, outer, 0).good());
        outer->putAndInsertString(DCM_ScheduledProcedureStepID, "S1");
        DcmItem* code = nullptr;
        EXPECT_TRUE(outer->findOrCreateSequenceItem(DCM_ScheduledProtocolCodeSequence, code, 0).good());
        code->putAndInsertString(DCM_CodeMeaning,
                                 "Sch\xe4"
                                 "del");
        EXPECT_TRUE(dicom.data().findOrCreateSequenceItem(DCM_RequestAttributesSequence, outer, 1).good());
        outer->putAndInsertString(DCM_ScheduledProcedureStepID, "S2");
        dicom.set(kCreator, "ACME 1.1");
        putPrivate(dicom.data(), DcmTagKey(0x0019, 0x1008), EVR_LO, "ACME 1.1", "secret kernel");
        dicom.pixels(std::vector<std::uint16_t>(12, 7));
        return dicom;
    }

    const TestFolder folder;
};

TEST_F(DicomTags, ListsAllElementsWithTheirParents) {
    const auto elements = elementsOf(made().save(folder / "a.dcm"));
    EXPECT_EQ(find(elements, "(0010,0010)").value, "Müller^Jörg");
    EXPECT_EQ(find(elements, "(0010,0010)").vr, "PN");
    EXPECT_EQ(find(elements, "(0010,0010)").keyword, "PatientName");
    EXPECT_EQ(find(elements, "(0008,0008)").value, "ORIGINAL\\PRIMARY\\AXIAL");
    EXPECT_EQ(find(elements, "(0028,0010)").value, "3");
    EXPECT_EQ(find(elements, "(0028,0010)").bytes, 2U);
    EXPECT_EQ(find(elements, "(0002,0010)").value, UID_LittleEndianExplicitTransferSyntax);
    EXPECT_EQ(find(elements, "(0040,0275)").items, 2);
    EXPECT_EQ(find(elements, "(0008,0104)", 4).value, "Schädel");  // the character set of the data set
    EXPECT_EQ(find(elements, "(0019,1008)").creator, "ACME 1.1");
    EXPECT_EQ(find(elements, "(0019,1008)").value, "secret kernel");
    const DicomElement& pixels = elements.back();
    EXPECT_EQ(tagText(pixels), "(7FE0,0010)");
    EXPECT_EQ(pixels.vr, "OW");
    EXPECT_EQ(pixels.bytes, 24U);
    EXPECT_TRUE(pixels.isCut && pixels.value.empty());

    // Each parent comes before its children and is one level above them.
    for (int i = 0; i < std::ssize(elements); ++i) {
        const DicomElement& element = elements[static_cast<std::size_t>(i)];
        EXPECT_LT(element.parent, i);
        EXPECT_EQ(element.level, element.parent < 0 ? 0 : elements[static_cast<std::size_t>(element.parent)].level + 1);
        EXPECT_EQ(findPlace(elements, placeOf(elements, i)), i);
    }
}

TEST_F(DicomTags, ReadsTheSameFromEveryTransferSyntax) {
    const auto values = [&](E_TransferSyntax syntax) {
        std::map<ElementPlace, std::string> all;
        const auto elements = elementsOf(made().save(folder / "a.dcm", syntax));
        for (int i = 0; i < std::ssize(elements); ++i) {
            const DicomElement& element = elements[static_cast<std::size_t>(i)];
            if (element.group != 2 && element.element != 0x0018) all[placeOf(elements, i)] = element.value;
        }
        return all;
    };
    const auto expected = values(EXS_LittleEndianExplicit);
    EXPECT_EQ(values(EXS_LittleEndianImplicit), expected);
    EXPECT_EQ(values(EXS_BigEndianExplicit), expected);
    EXPECT_EQ(values(EXS_RLELossless), expected);
}

TEST_F(DicomTags, FindsTagsKeywordsValuesAndCreatorsWithTheirParents) {
    const auto elements = elementsOf(made().save(folder / "a.dcm"));
    EXPECT_EQ(found(elements, "(0010,0010)"), "PatientName ");
    EXPECT_EQ(found(elements, "00100010"), "PatientName ");
    EXPECT_EQ(found(elements, "0010,0010"), "PatientName ");
    EXPECT_EQ(found(elements, "patient name"), "PatientName ");
    EXPECT_EQ(found(elements, "JÖRG"), "");  // only ASCII letters are folded
    EXPECT_EQ(found(elements, "Jörg"), "PatientName ");
    EXPECT_EQ(found(elements, "SECRET"), "(0019,1008) ");
    EXPECT_EQ(found(elements, "acme 1.1"), "PrivateCreator (0019,1008) ");
    EXPECT_EQ(found(elements, "schä"),
              "RequestAttributesSequence item ScheduledProtocolCodeSequence item CodeMeaning ");
    EXPECT_EQ(found(elements, "S2"), "RequestAttributesSequence item ScheduledProcedureStepID ");
    EXPECT_EQ(found(elements, "nowhere"), "");
    EXPECT_EQ(findElements(elements, "").size(), elements.size());
}

TEST_F(DicomTags, ComparesTwoObjects) {
    MadeDicom other = made();
    other.set(DCM_PatientName, "Roe^Max").set(DCM_PatientID, "17").remove(DCM_Modality);
    const auto first = elementsOf(made().save(folder / "a.dcm")), second = elementsOf(other.save(folder / "b.dcm"));
    std::map<std::string, ElementPair> pairs;
    for (const ElementPair& pair : compareElements(first, second)) {
        const DicomElement& any = pair.first >= 0 ? first[static_cast<std::size_t>(pair.first)]
                                                  : second[static_cast<std::size_t>(pair.second)];
        if (any.level == 0) pairs[any.keyword.empty() ? tagText(any) : any.keyword] = pair;
    }
    EXPECT_FALSE(pairs["PatientName"].isSame);
    EXPECT_EQ(pairs["PatientID"].first, -1);
    EXPECT_EQ(pairs["Modality"].second, -1);
    EXPECT_TRUE(pairs["Rows"].isSame);
    EXPECT_TRUE(pairs["(0019,1008)"].isSame);
    EXPECT_TRUE(pairs["RequestAttributesSequence"].isSame);
    for (const ElementPair& pair : compareElements(first, first))
        EXPECT_TRUE(pair.isSame && pair.first == pair.second);
}

TEST_F(DicomTags, FindsPrivateElementsInAnotherBlock) {
    MadeDicom other = made();
    other.remove(kCreator).remove(DcmTagKey(0x0019, 0x1008));
    other.set(kCreator, "OTHER").set(kOtherCreator, "ACME 1.1");
    putPrivate(other.data(), DcmTagKey(0x0019, 0x1108), EVR_LO, "ACME 1.1", "secret kernel");
    const auto first = elementsOf(made().save(folder / "a.dcm")), second = elementsOf(other.save(folder / "b.dcm"));
    const auto at = [](const std::vector<DicomElement>& elements, const std::string& tag) {
        return static_cast<int>(&find(elements, tag) - elements.data());
    };
    EXPECT_EQ(findPlace(second, placeOf(first, at(first, "(0019,1008)"))), at(second, "(0019,1108)"));
}

TEST_F(DicomTags, CutsLongValues) {
    MadeDicom dicom = made();
    dicom.data().putAndInsertString(DcmTag(DCM_ImageComments), std::string(10000, 'x').c_str());
    const std::vector<Uint16> table(2000, 9);
    dicom.data().putAndInsertUint16Array(DcmTag(DCM_LUTData, EVR_US), table.data(), 2000);
    const std::vector<Uint8> bytes(300 << 10, 1);
    dicom.data().putAndInsertUint8Array(DcmTag(DCM_EncapsulatedDocument, EVR_OB), bytes.data(),
                                        static_cast<unsigned long>(bytes.size()));
    const auto elements = elementsOf(dicom.save(folder / "a.dcm"));
    EXPECT_EQ(find(elements, "(0020,4000)").value.size(), 10000U);
    EXPECT_TRUE(find(elements, "(0028,3006)").isCut);
    EXPECT_TRUE(find(elements, "(0028,3006)").value.starts_with("9\\9\\9"));
    const DicomElement& document = find(elements, "(0042,0011)");
    EXPECT_TRUE(document.isCut && document.value.empty());
    EXPECT_EQ(document.bytes, bytes.size());
}

TEST_F(DicomTags, SaysWhatIsNotDicom) {
    std::ofstream(folder / "a.txt") << std::string(2000, 'x');
    std::ofstream(folder / "empty.dcm").flush();
    const auto code = [&](const std::string& name) {
        try {
            elementsOf(folder / name);
        } catch (const Error& error) {
            return error.code();
        }
        return std::string();
    };
    EXPECT_EQ(code("a.txt"), "dicom.not_dicom");
    EXPECT_EQ(code("empty.dcm"), "dicom.not_dicom");
}

TEST_F(DicomTags, SurvivesDamage) {
    const std::filesystem::path whole = made().save(folder / "a.dcm");
    std::ifstream in(whole, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const unsigned seed = std::random_device()();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    int readable = 0;
    for (int run = 0; run < 600; ++run) {
        std::string damaged = bytes;
        for (int changes = 1 + static_cast<int>(random() % 4); changes > 0; --changes)
            damaged[132 + random() % (damaged.size() - 132)] = static_cast<char>(random());
        if (run % 5 == 0) damaged.resize(random() % damaged.size());
        std::ofstream(folder / "b.dcm", std::ios::binary) << damaged;
        try {
            const auto elements = elementsOf(folder / "b.dcm");
            compareElements(elements, elements);
            findElements(elements, "s");
            ++readable;
        } catch (const Error&) {
        }
    }
    EXPECT_GT(readable, 0);
}

}  // namespace
}  // namespace fleming::viewer
