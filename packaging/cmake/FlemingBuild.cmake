# Settings of all targets, and functions that define targets and tests.
include_guard(GLOBAL)

option(FLEMING_TESTS "Build the tests" ON)
option(FLEMING_BENCHMARKS "Build the benchmarks in tests/bench" OFF)
option(FLEMING_WARNINGS_AS_ERRORS "Treat warnings in this project's code as errors" OFF)
set(FLEMING_SANITIZE "" CACHE STRING "Argument of -fsanitize=: address,undefined or thread")
option(FLEMING_PRECOMPILED_HEADERS "Precompile the headers of torch, ITK, VTK and Qt" ON)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# moc reads headers only, so it does not wait until linked libraries are built.
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF)
# Makes imported targets visible in all folders, where programs link to them through static libraries.
set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
# VTK of some distributions finds Qt 5, which would define Qt::Core in place of Qt 6.
set(QT_NO_CREATE_VERSIONLESS_TARGETS ON)
get_filename_component(FLEMING_ROOT ${CMAKE_CURRENT_LIST_DIR}/../.. ABSOLUTE)

# Use ccache and a fast linker if they are installed.
find_program(FLEMING_CCACHE ccache)
if(FLEMING_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # ccache caches precompiled headers only with this sloppiness. In depend mode a miss does not run the preprocessor once more.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_DEPEND=1 ${FLEMING_CCACHE})
endif()
find_program(FLEMING_MOLD mold)
find_program(FLEMING_LLD ld.lld)
if(FLEMING_MOLD)
  add_link_options(-fuse-ld=mold)
elseif(FLEMING_LLD)
  add_link_options(-fuse-ld=lld)
endif()

if(FLEMING_SANITIZE)
  add_compile_options(-fsanitize=${FLEMING_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=${FLEMING_SANITIZE})
endif()

add_library(fleming_warnings INTERFACE)
target_compile_options(fleming_warnings INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Wpedantic;-Wshadow;-Wconversion;$<$<BOOL:${FLEMING_WARNINGS_AS_ERRORS}>:-Werror>>)
target_compile_options(fleming_warnings INTERFACE $<$<BOOL:$<TARGET_PROPERTY:FLEMING_USES_QTRY>>:-Wno-conversion>)
# GCC 12 falsely reports overlapping and overlong copies in std::string (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(fleming_warnings INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict;-Wno-stringop-overflow>)
endif()
# GCC falsely reports values of an empty std::optional (GCC bug 80635): a warning, never an error.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(fleming_warnings INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-error=maybe-uninitialized>)
endif()

# fleming_library(NAME sources...): defines a static library. Include paths are relative to the repository root.
function(fleming_library name)
  add_library(${name} STATIC ${ARGN})
  target_include_directories(${name} PUBLIC ${FLEMING_ROOT})
  target_link_libraries(${name} PRIVATE $<BUILD_INTERFACE:fleming_warnings>)
endfunction()

# fleming_precompile(TARGET headers...): precompiles external headers that are slow to parse.
function(fleming_precompile name)
  if(FLEMING_PRECOMPILED_HEADERS)
    target_precompile_headers(${name} PRIVATE ${ARGN})
  endif()
endfunction()

# fleming_uses_qtry(TARGET): disables -Wconversion for a target with QTRY_ macros, which convert std::chrono counts to int
# in newer Qt (6.8).
function(fleming_uses_qtry name)
  if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    set_target_properties(${name} PROPERTIES FLEMING_USES_QTRY ON)
  endif()
endfunction()

# fleming_test_options(TARGET): tests are compiled much faster without optimizations of their own code; what they test has all
# of them.
function(fleming_test_options name)
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(${name} PRIVATE -O1)
  endif()
endfunction()

# fleming_test_headers(NAME LIBRARIES targets... HEADERS headers...): precompiles external headers for test programs, which name
# it under PRECOMPILED. It is a program, since programs and libraries are compiled with different options.
function(fleming_test_headers name)
  cmake_parse_arguments(H "" "" "LIBRARIES;HEADERS" ${ARGN})
  if(FLEMING_PRECOMPILED_HEADERS)
    add_executable(${name} ${FLEMING_ROOT}/tests/headers.cpp)
    target_link_libraries(${name} PRIVATE ${H_LIBRARIES} fleming_warnings)
    target_precompile_headers(${name} PRIVATE ${H_HEADERS})
    fleming_test_options(${name})
  endif()
endfunction()

# fleming_test(NAME SOURCES files... LIBRARIES targets... [PRECOMPILED headers] [WINDOW] [TIMEOUT seconds]): defines a test
# program. WINDOW marks a test that opens windows; such tests run one at a time. packaging/test.sh provides a virtual display.
function(fleming_test name)
  cmake_parse_arguments(T "WINDOW;QTEST" "TIMEOUT;PRECOMPILED" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name} ${T_SOURCES})
  if(T_PRECOMPILED AND TARGET ${T_PRECOMPILED})
    target_precompile_headers(${name} REUSE_FROM ${T_PRECOMPILED})
    # GCC 12 takes precompiled headers of the system for this project's, and its false reports (GCC bug 105651) reach them.
    target_compile_options(${name} PRIVATE -Wno-array-bounds -Wno-stringop-overread)
  endif()
  target_link_libraries(${name} PRIVATE ${T_LIBRARIES} fleming_warnings)
  target_compile_definitions(${name} PRIVATE FLEMING_TEST_DATA="${FLEMING_ROOT}/tests/data"
                             FLEMING_FIXTURES="${FLEMING_ROOT}/tests/fixtures"
                             FLEMING_BUILD_DIR="${CMAKE_BINARY_DIR}")
  fleming_test_options(${name})
  if(NOT T_QTEST)
    target_link_libraries(${name} PRIVATE GTest::gtest GTest::gtest_main)
  endif()
  if(T_QTEST)
    fleming_uses_qtry(${name})
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 600)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${T_TIMEOUT})
  if(T_WINDOW)
    set_tests_properties(${name} PROPERTIES LABELS window RESOURCE_LOCK display)
  endif()
endfunction()
