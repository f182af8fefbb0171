// Tests of what DICOM headers say about the size of pixels and the unit of values.

#include "dicom_maker.h"

#include <gtest/gtest.h>

namespace fleming::viewer {
namespace {

constexpr double kNear = 1e-12;

/// Returns a projection image without a place in the patient.
MadeDicom projection(const std::string& modality = "DX") {
    MadeDicom made(kColumns, kRows);
    for (const DcmTagKey& key : {DCM_ImageOrientationPatient, DCM_ImagePositionPatient, DCM_PixelSpacing})
        made.remove(key);
    made.set(DCM_Modality, modality).pixels(std::vector<std::uint16_t>(kColumns * kRows, 1));
    return made;
}

Series opened(MadeDicom& made) {
    const TestFolder folder;
    const OpenResult result = scan({made.save(folder / "a.dcm")});
    EXPECT_EQ(result.series.size(), 1U);
    return result.series.at(0);
}

void expectStated(MadeDicom& made, CalibrationSource source, double x, double y) {
    const Calibration stated = opened(made).image().calibration.stated;
    EXPECT_EQ(stated.source, source) << toString(stated.source) << ", not " << toString(source);
    EXPECT_NEAR(stated.mmPerPixelX, x, kNear);
    EXPECT_NEAR(stated.mmPerPixelY, y, kNear);
}

TEST(DicomCalibration, OfSlicesIsTheirSpacing) {
    MadeDicom slice = constantSlice(0, 1);
    expectStated(slice, CalibrationSource::patient, 0.5, 0.75);
}

TEST(DicomCalibration, OfPixelSpacingWithItsType) {
    for (const char* modality : {"CR", "DX", "MG", "XA", "RF"}) {
        MadeDicom made = projection(modality);
        made.set(DCM_ImagerPixelSpacing, "0.2\\0.25").set(DCM_PixelSpacing, "0.16\\0.2");
        made.set(DCM_EstimatedRadiographicMagnificationFactor, "1.25");
        expectStated(made, CalibrationSource::patient, 0.2, 0.16);  // calibrated in a way that is not told
        made.set(DCM_PixelSpacingCalibrationType, "GEOMETRY");
        expectStated(made, CalibrationSource::geometry, 0.2, 0.16);
        made.set(DCM_PixelSpacingCalibrationType, "FIDUCIAL");
        expectStated(made, CalibrationSource::fiducial, 0.2, 0.16);
    }
}

TEST(DicomCalibration, OfTheDetectorIsMagnifiedIfTheFactorIsKnown) {
    for (const char* pixelSpacing : {"", "0.2\\0.25"}) {  // uncalibrated: the same as that of the detector
        MadeDicom made = projection();
        made.set(DCM_ImagerPixelSpacing, "0.2\\0.25");
        if (*pixelSpacing != '\0') made.set(DCM_PixelSpacing, pixelSpacing);
        expectStated(made, CalibrationSource::detector, 0.25, 0.2);
        made.set(DCM_DistanceSourceToDetector, "1800");
        expectStated(made, CalibrationSource::detector, 0.25, 0.2);
        made.set(DCM_DistanceSourceToPatient, "1500");
        expectStated(made, CalibrationSource::magnified, 0.25 / 1.2, 0.2 / 1.2);
        made.set(DCM_EstimatedRadiographicMagnificationFactor, "1.25");
        expectStated(made, CalibrationSource::magnified, 0.2, 0.16);
        made.set(DCM_EstimatedRadiographicMagnificationFactor, "0");
        expectStated(made, CalibrationSource::magnified, 0.25 / 1.2, 0.2 / 1.2);
        made.set(DCM_DistanceSourceToPatient, "1900");  // behind the detector
        expectStated(made, CalibrationSource::detector, 0.25, 0.2);
    }
}

TEST(DicomCalibration, OfAScannedFilmIsNominal) {
    MadeDicom made = projection("OT");
    expectStated(made, CalibrationSource::none, 1, 1);
    made.set(DCM_NominalScannedPixelSpacing, "0.1\\0.2");
    expectStated(made, CalibrationSource::nominal, 0.2, 0.1);
    made.set(DCM_PixelSpacing, "0.1\\0.2");
    expectStated(made, CalibrationSource::nominal, 0.2, 0.1);
    made.set(DCM_PixelSpacing, "0.05\\0.1");
    expectStated(made, CalibrationSource::patient, 0.1, 0.05);
}

void addRegion(MadeDicom& made, int left, int top, int right, int bottom, int unitX, int unitY, double x, double y,
               Uint32 flags = 0) {
    DcmItem* item = nullptr;
    ASSERT_TRUE(made.data().findOrCreateSequenceItem(DCM_SequenceOfUltrasoundRegions, item, -2).good());
    item->putAndInsertUint32(DCM_RegionLocationMinX0, static_cast<Uint32>(left));
    item->putAndInsertUint32(DCM_RegionLocationMinY0, static_cast<Uint32>(top));
    item->putAndInsertUint32(DCM_RegionLocationMaxX1, static_cast<Uint32>(right));
    item->putAndInsertUint32(DCM_RegionLocationMaxY1, static_cast<Uint32>(bottom));
    item->putAndInsertUint16(DCM_PhysicalUnitsXDirection, static_cast<Uint16>(unitX));
    item->putAndInsertUint16(DCM_PhysicalUnitsYDirection, static_cast<Uint16>(unitY));
    item->putAndInsertFloat64(DCM_PhysicalDeltaX, x);
    item->putAndInsertFloat64(DCM_PhysicalDeltaY, y);
    item->putAndInsertUint32(DCM_RegionFlags, flags);
}

TEST(DicomCalibration, OfUltrasoundIsByRegion) {
    MadeDicom made = projection("US");
    constexpr int kCm = 3, kSeconds = 4;
    addRegion(made, 0, 0, 5, 3, kCm, kCm, 0.01, 0.02, 1);  // below the others
    addRegion(made, 0, 0, 3, 2, kCm, kCm, 0.03, -0.03);
    addRegion(made, 1, 1, 2, 2, kSeconds, kCm, 0.01, 0.02);
    const PixelCalibration header = opened(made).image().calibration;
    EXPECT_EQ(header.stated.source, CalibrationSource::none);
    ASSERT_EQ(header.regions.size(), 3U);
    EXPECT_FALSE(header.regions[0].isLength) << "time";
    EXPECT_EQ(header.regions[1].right, 3);
    EXPECT_EQ(header.regions[1].bottom, 2);
    EXPECT_TRUE(header.regions[1].isLength);
    EXPECT_NEAR(header.regions[1].mmPerPixelX, 0.3, kNear);
    EXPECT_NEAR(header.regions[1].mmPerPixelY, 0.3, kNear);
    EXPECT_EQ(header.regions[2].right, 5);
    EXPECT_NEAR(header.regions[2].mmPerPixelX, 0.1, kNear);
    EXPECT_NEAR(header.regions[2].mmPerPixelY, 0.2, kNear);
}

TEST(DicomCalibration, IsKeptByClips) {
    MadeDicom made(kColumns, kRows);
    for (const DcmTagKey& key : {DCM_ImageOrientationPatient, DCM_ImagePositionPatient, DCM_PixelSpacing})
        made.remove(key);
    made.set(DCM_Modality, "US").set(DCM_NumberOfFrames, "3").set(DCM_FrameTime, "40");
    made.pixels(std::vector<std::uint16_t>(kColumns * kRows * 3, 1));
    addRegion(made, 0, 0, 5, 3, 3, 3, 0.01, 0.02);
    const Series series = opened(made);
    ASSERT_EQ(series.kind(), SeriesKind::clip);
    ASSERT_EQ(series.clip().calibration.regions.size(), 1U);
    EXPECT_NEAR(series.clip().calibration.regions[0].mmPerPixelY, 0.2, kNear);
}

TEST(DicomUnit, IsThatOfTheFile) {
    const auto unit = [](const char* modality, std::vector<std::pair<DcmTagKey, const char*>> elements) {
        MadeDicom made = constantSlice(0, 1);
        made.set(DCM_Modality, modality);
        for (const auto& [key, value] : elements)
            made.set(key, value);
        return opened(made).image().unit;
    };
    EXPECT_EQ(unit("CT", {}), "HU");
    EXPECT_EQ(unit("CT", {{DCM_RescaleType, "HU"}}), "HU");
    EXPECT_EQ(unit("CT", {{DCM_RescaleType, "US"}}), "");
    EXPECT_EQ(unit("CT", {{DCM_RescaleType, "MGML"}}), "MGML");
    EXPECT_EQ(unit("MR", {}), "");
    EXPECT_EQ(unit("PT", {{DCM_Units, "BQML"}}), "BQML");
    EXPECT_EQ(unit("PT", {{DCM_Units, "GML"}}), "SUV");
    EXPECT_EQ(unit("PT", {{DCM_Units, "CM2ML"}}), "SUV");
    EXPECT_EQ(unit("PT", {{DCM_Units, "CNTS"}, {DCM_RescaleType, "US"}}), "CNTS");
    EXPECT_EQ(unit("RTDOSE", {{DCM_DoseUnits, "GY"}}), "GY");
}

}  // namespace
}  // namespace fleming::viewer
