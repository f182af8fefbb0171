#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmsr/codes/dcm.h>
#include <dcmtk/dcmsr/codes/sct.h>
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

}  // namespace fleming::app
