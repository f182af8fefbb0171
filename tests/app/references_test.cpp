#include "app/evidence/references.h"

#include <QStringList>

#include <gtest/gtest.h>

namespace fleming::app {
namespace {

/// Returns the references as "text=number", in order.
QStringList found(const QString& text, int images = 11) {
    QStringList list;
    for (const Reference& reference : findReferences(text, images)) {
        list << QStringLiteral("%1=%2").arg(text.mid(reference.start, reference.length)).arg(reference.number);
    }
    return list;
}

TEST(References, FindsNamesInAllForms) {
    EXPECT_EQ(found("In Image-3 there is"), QStringList{"Image-3=3"});
    EXPECT_EQ(found("see image 3."), QStringList{"image 3=3"});
    EXPECT_EQ(found("On SLICE 11, and frame #2"), (QStringList{"SLICE 11=11", "frame #2=2"}));
    EXPECT_EQ(found("slice no. 4"), QStringList{"slice no. 4=4"});
    EXPECT_EQ(found("图像3显示，第4张"), (QStringList{"图像3=3", "第4张=4"}));
}

TEST(References, FindsEachNumberOfSeveral) {
    EXPECT_EQ(found("Images 3-5 show"), (QStringList{"Images 3=3", "5=5"}));
    EXPECT_EQ(found("slices 3, 5 and 7 show"), (QStringList{"slices 3=3", "5=5", "7=7"}));
    EXPECT_EQ(found("Images 2 to 4."), (QStringList{"Images 2=2", "4=4"}));
}

TEST(References, IgnoresMeasuresAndOtherNumbers) {
    EXPECT_EQ(found("a slice 5 mm thick"), QStringList{});
    EXPECT_EQ(found("image 3, 5 mm nodule"), QStringList{"image 3=3"});
    EXPECT_EQ(found("slices 3 and 5 mm"), QStringList{"slices 3=3"});
    EXPECT_EQ(found("image 2.5"), QStringList{});
    EXPECT_EQ(found("imagery 3, reimage 3, 3 images"), QStringList{});
    EXPECT_EQ(found("Image-0, Image-12, Image-99999999999"), QStringList{});
    EXPECT_EQ(found("Image-1", 0), QStringList{});
    EXPECT_EQ(found(""), QStringList{});
}

}  // namespace
}  // namespace fleming::app
