#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmsr/codes/dcm.h>
#include <dcmtk/dcmsr/codes/sct.h>
#include <dcmtk/dcmsr/codes/ucum.h>
#include <dcmtk/dcmsr/codes/umls.h>
#include <dcmtk/dcmsr/dsrcodvl.h>

namespace fleming::app {

/// The designator of the program's own codes, and of the labels of taxonomies, whose ids are the code values.
inline constexpr const char* kScheme = "99FLEMING";

/// Codes of the standard schemes that DCMTK does not have.
#define CODE_SCT_Severity DSRBasicCodedEntry("246112005", "SCT", "Severity")
#define CODE_SCT_Mild DSRBasicCodedEntry("255604002", "SCT", "Mild")
#define CODE_SCT_Moderate DSRBasicCodedEntry("6736007", "SCT", "Moderate")
#define CODE_SCT_Severe DSRBasicCodedEntry("24484000", "SCT", "Severe")
#define CODE_SCT_Length DSRBasicCodedEntry("410668003", "SCT", "Length")
#define CODE_SCT_LongAxis DSRBasicCodedEntry("103339001", "SCT", "Long Axis")
#define CODE_SCT_ShortAxis DSRBasicCodedEntry("103340004", "SCT", "Short Axis")
#define CODE_SCT_Area DSRBasicCodedEntry("42798000", "SCT", "Area")
#define CODE_SCT_Angle DSRBasicCodedEntry("1483009", "SCT", "Angle")
#define CODE_SCT_Mean DSRBasicCodedEntry("373098007", "SCT", "Mean")
#define CODE_SCT_StandardDeviation DSRBasicCodedEntry("386136009", "SCT", "Standard Deviation")
#define CODE_SCT_Minimum DSRBasicCodedEntry("255605001", "SCT", "Minimum")
#define CODE_SCT_Maximum DSRBasicCodedEntry("56851009", "SCT", "Maximum")
#define CODE_SCT_Median DSRBasicCodedEntry("373099004", "SCT", "Median")
#define CODE_UCUM_SquareMillimeter DSRBasicCodedEntry("mm2", "UCUM", "square millimeter")
#define CODE_RFC5646_English DSRBasicCodedEntry("en", "RFC5646", "English")

/// Codes for which no standard scheme has one.
#define CODE_FLEMING_Notice DSRBasicCodedEntry("notice", kScheme, "Notice")
#define CODE_FLEMING_Description DSRBasicCodedEntry("description", kScheme, "Description of the model")
#define CODE_FLEMING_Question DSRBasicCodedEntry("question", kScheme, "Question to the model")
#define CODE_FLEMING_SystemText DSRBasicCodedEntry("system_text", kScheme, "System text")
#define CODE_FLEMING_Reasoning DSRBasicCodedEntry("reasoning", kScheme, "Reasoning of the model")
#define CODE_FLEMING_Answer DSRBasicCodedEntry("answer", kScheme, "Answer of the model")
#define CODE_FLEMING_Parameters DSRBasicCodedEntry("parameters", kScheme, "Generation parameters")
#define CODE_FLEMING_Image DSRBasicCodedEntry("image", kScheme, "Image given to the model")
#define CODE_FLEMING_Verdict DSRBasicCodedEntry("verdict", kScheme, "Verdict")
#define CODE_FLEMING_Confidence DSRBasicCodedEntry("confidence", kScheme, "Confidence of the reviewer")
#define CODE_FLEMING_Reference DSRBasicCodedEntry("reference_answer", kScheme, "Corrected answer")
#define CODE_FLEMING_Tag DSRBasicCodedEntry("tag", kScheme, "Tag")
#define CODE_FLEMING_Reason DSRBasicCodedEntry("change_reason", kScheme, "Reason for the change")
#define CODE_FLEMING_Taxonomy DSRBasicCodedEntry("taxonomy", kScheme, "Taxonomy of the labels")
#define CODE_FLEMING_Passage DSRBasicCodedEntry("passage", kScheme, "Marked words of the answer")
#define CODE_FLEMING_Thought DSRBasicCodedEntry("reasoning_words", kScheme, "Marked words of the reasoning")
#define CODE_FLEMING_Mark DSRBasicCodedEntry("mark", kScheme, "Mark outside stored images")
#define CODE_FLEMING_PixelValue DSRBasicCodedEntry("pixel_value", kScheme, "Pixel value")
#define CODE_FLEMING_Cobb DSRBasicCodedEntry("cobb", kScheme, "Cobb angle")
#define CODE_FLEMING_Calibration DSRBasicCodedEntry("calibration", kScheme, "Source of the millimetres")
#define CODE_FLEMING_Origin DSRBasicCodedEntry("origin", kScheme, "Origin of the measurement")
#define CODE_FLEMING_Place DSRBasicCodedEntry("place", kScheme, "Place of the measurement")

}  // namespace fleming::app
