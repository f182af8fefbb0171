#include "app/errors/error_table.h"

#include <QtGlobal>

namespace fleming::app {

std::span<const ErrorText> appErrors() {
    static constexpr ErrorText kTexts[] = {
        {"export.cannot_be_written",
         QT_TRANSLATE_NOOP("Errors", "The file cannot be written (%1). Choose another folder or free some space.")},
        {"export.dicom_not_created",
         QT_TRANSLATE_NOOP("Errors", "The session cannot be written as DICOM (%1). Export it as JSON or PDF.")},
        {"export.folder_in_use",
         QT_TRANSLATE_NOOP("Errors",
                           "This name is in use, and only an empty folder or an earlier export that nobody has changed "
                           "is replaced. Choose another name.")},
        {"export.is_a_record", QT_TRANSLATE_NOOP("Errors",
                                                 "This file is a session or a witness file, which an export does "
                                                 "not replace. Choose another name.")},
        {"export.key_unusable",
         QT_TRANSLATE_NOOP("Errors",
                           "The file with the key that replaces UIDs cannot be used (%1). Restore it from a backup: "
                           "with a new key, later exports do not fit to earlier ones.")},
        {"export.nothing_selected",
         QT_TRANSLATE_NOOP("Errors", "No question of the session is selected, so there is nothing to export.")},
        {"export.pdf_not_created",
         QT_TRANSLATE_NOOP("Errors", "The PDF cannot be created. Free some space and try again.")},
        {"frame.no_slice",
         QT_TRANSLATE_NOOP("Errors", "Only slices of the volume in one of its planes can be used as images.")},
        {"frame.plane_has_gaps", QT_TRANSLATE_NOOP("Errors",
                                                   "Some slices of this series could not be read, so a plane across "
                                                   "them has gaps. Use the acquired plane, without those slices.")},
        {"frame.unreadable_slice",
         QT_TRANSLATE_NOOP("Errors", "The pixels of slice %1 could not be read. Choose other slices.")},
        {"import.cannot_be_read", QT_TRANSLATE_NOOP("Errors", "The exported session cannot be read (%1).")},
        {"import.damaged", QT_TRANSLATE_NOOP("Errors",
                                             "The exported session is damaged: the value of \"%1\" is missing or "
                                             "wrong. Export the session again.")},
        {"import.faulty_record",
         QT_TRANSLATE_NOOP("Errors",
                           "The log of the exported session has a fault, so its content cannot be relied on. Nothing "
                           "was imported.")},
        {"import.newer_version",
         QT_TRANSLATE_NOOP("Errors",
                           "The session was exported by a newer version of Fleming Viewer. Import it with that "
                           "version.")},
        {"import.not_an_export",
         QT_TRANSLATE_NOOP("Errors", "This is not a session that Fleming Viewer has exported as JSON.")},
        {"import.not_json", QT_TRANSLATE_NOOP("Errors",
                                              "This file is not JSON, or it is damaged at byte %1 (%2). Export the "
                                              "session again.")},
        {"import.other_answer",
         QT_TRANSLATE_NOOP("Errors",
                           "The answer to question number %1 is not the text of its tokens: the exported session was "
                           "changed or damaged after it was written. Nothing was imported.")},
        {"import.session_exists",
         QT_TRANSLATE_NOOP("Errors", "There is a file of this name. Choose another name for the imported session.")},
        {"import.without_identity",
         QT_TRANSLATE_NOOP("Errors",
                           "This export lacks what was removed to protect patients, so it cannot become a session. "
                           "Export the session with identity and paths: --keep-identity --include-paths.")},
        {"library.unusable", QT_TRANSLATE_NOOP("Errors",
                                               "The index of the sessions cannot be used (%1). Free some space, or "
                                               "delete the file: it is created again from the sessions.")},
        {"model.none_found", QT_TRANSLATE_NOOP("Errors",
                                               "No model was found. Specify the folder of a Fleming-VL checkpoint with "
                                               "--model DIR or in the environment variable FLEMING_MODEL.")},
        {"model.unloaded", QT_TRANSLATE_NOOP("Errors", "No model is loaded. Choose one first.")},
        {"model.unreadable_folder", QT_TRANSLATE_NOOP("Errors", "The model folder cannot be read (%1).")},
        {"record.chain_broken",
         QT_TRANSLATE_NOOP("Errors", "Event %1 of the session's log does not follow from the event before it.")},
        {"record.cut_off", QT_TRANSLATE_NOOP("Errors",
                                             "A witness has seen event %1 of the session's log, but the file has %2 "
                                             "events. Events were cut off, or an older copy was put back.")},
        {"record.damaged", QT_TRANSLATE_NOOP("Errors",
                                             "The tables of the session and their indexes do not agree (%1), so the "
                                             "program may show less than the file holds.")},
        {"record.event_changed", QT_TRANSLATE_NOOP("Errors", "Event %1 of the session's log was changed.")},
        {"record.event_missing", QT_TRANSLATE_NOOP("Errors", "Event %1 of the session's log is missing.")},
        {"record.event_repeated",
         QT_TRANSLATE_NOOP("Errors", "Event %1 of the session's log repeats what an earlier event records.")},
        {"record.incomplete",
         QT_TRANSLATE_NOOP("Errors", "The record of this session is not as it was written. The faults are listed.")},
        {"record.no_such_head", QT_TRANSLATE_NOOP("Errors", "No event of the session's log has the hash %1.")},
        {"record.other_history",
         QT_TRANSLATE_NOOP("Errors",
                           "Event %1 of the session's log is not the event that a witness has "
                           "seen under this number. The log was written anew, or this file and a "
                           "copy of it were both continued.")},
        {"record.other_log", QT_TRANSLATE_NOOP("Errors", "Event %1 comes from the log of another session.")},
        {"record.other_schema",
         QT_TRANSLATE_NOOP("Errors",
                           "The tables, indexes and triggers of the session are not those of version %1: some were "
                           "added, removed or changed.")},
        {"record.payload_changed",
         QT_TRANSLATE_NOOP("Errors", "The data that event %1 of the session's log records were changed.")},
        {"record.picture_changed",
         QT_TRANSLATE_NOOP("Errors", "An evidence image that event %1 of the session's log records was changed.")},
        {"record.unknown_event",
         QT_TRANSLATE_NOOP("Errors", "Event %1 of the session's log is of a kind that this version does not know.")},
        {"record.unrecorded_rows",
         QT_TRANSLATE_NOOP("Errors", "The table \"%1\" of the session holds data that no event of its log records.")},
        {"record.wrong_type",
         QT_TRANSLATE_NOOP("Errors",
                           "The column \"%2\" of the table \"%1\" of the session holds a value of another type: it was "
                           "changed.")},
        {"replay.model_absent", QT_TRANSLATE_NOOP("Errors",
                                                  "This folder of the model that gave the answer no longer exists. "
                                                  "Specify where the model is with --model DIR.")},
        {"replay.no_answer",
         QT_TRANSLATE_NOOP(
             "Errors",
             "Question number %1 has no answer to replay: it failed, or its answer is still being generated.")},
        {"replay.not_identical",
         QT_TRANSLATE_NOOP("Errors",
                           "Not all answers of this session were replayed identically. The differences are listed.")},
        {"replay.nothing", QT_TRANSLATE_NOOP("Errors", "The session has no answer to replay.")},
        {"reslice.clip",
         QT_TRANSLATE_NOOP("Errors", "Only a volume or an image has planes, and this series is a clip.")},
        {"roi_file.cannot_read", QT_TRANSLATE_NOOP("Errors", "The file of regions cannot be read (%1).")},
        {"roi_file.missing", QT_TRANSLATE_NOOP("Errors", "The region has no \"%1\".")},
        {"roi_file.no_plane_through", QT_TRANSLATE_NOOP("Errors", "The points of the region do not lie in one plane.")},
        {"roi_file.no_region", QT_TRANSLATE_NOOP("Errors", "There is no region in it.")},
        {"roi_file.not_json", QT_TRANSLATE_NOOP("Errors", "This is not valid JSON (%1, at byte %2).")},
        {"roi_file.numbers", QT_TRANSLATE_NOOP("Errors", "\"%1\" of the region must be a list of %2 numbers.")},
        {"roi_file.unknown_markup",
         QT_TRANSLATE_NOOP("Errors",
                           "Markups of the type \"%1\" cannot be measured, but these can: Line, Angle, ClosedCurve, "
                           "Plane and Fiducial.")},
        {"roi_file.unknown_shape",
         QT_TRANSLATE_NOOP("Errors",
                           "There is no shape \"%1\": choose length, angle, cobb, bidirectional, rectangle, ellipse, "
                           "polygon, freehand, probe or arrow.")},
        {"scans.unusable", QT_TRANSLATE_NOOP("Errors",
                                             "The library of scans cannot be used (%1). Free some space, or delete the "
                                             "file: scans are added to a new library when you open them.")},
        {"selection.no_frames", QT_TRANSLATE_NOOP("Errors", "The number of frames must be at least 1.")},
        {"selection.no_interval", QT_TRANSLATE_NOOP("Errors", "The interval between frames must be greater than 0 s.")},
        {"selection.no_orientation",
         QT_TRANSLATE_NOOP("Errors",
                           "The orientation of this volume in the patient is unknown, so it has no axial, coronal and "
                           "sagittal planes. Select slices without a plane.")},
        {"selection.no_such_frame",
         QT_TRANSLATE_NOOP("Errors", "There is no slice or frame %1: they are numbered from 0 to %2.")},
        {"selection.one_frame_only",
         QT_TRANSLATE_NOOP("Errors", "This series is a single image: it provides one frame, not %1.")},
        {"selection.plane_of_clip",
         QT_TRANSLATE_NOOP("Errors", "A plane can be chosen only for a volume, and this series is a clip.")},
        {"selection.plane_of_picture",
         QT_TRANSLATE_NOOP("Errors", "A plane can be chosen only for a volume, and this series is a single image.")},
        {"selection.range_and_frames",
         QT_TRANSLATE_NOOP(
             "Errors",
             "A clip range cannot be combined with frames that are selected one by one. Use only one of them.")},
        {"selection.range_outside",
         QT_TRANSLATE_NOOP("Errors", "The range from %1 s to %2 s is outside the clip, which runs from 0 s to %3 s.")},
        {"selection.several_ways",
         QT_TRANSLATE_NOOP("Errors", "Select frames in only one way: by count, by index, by time, or by interval.")},
        {"selection.slab_without_volume",
         QT_TRANSLATE_NOOP("Errors", "A slab can be chosen only for a volume, and this series is not a volume.")},
        {"selection.time_outside",
         QT_TRANSLATE_NOOP("Errors", "There is no frame at %1 s: the clip runs from 0 s to %2 s.")},
        {"selection.times_without_clip",
         QT_TRANSLATE_NOOP("Errors",
                           "Frames can be selected by time only in a clip, and this series is not a clip. Select "
                           "slices by count or by index.")},
        {"selection.too_many_frames",
         QT_TRANSLATE_NOOP("Errors", "That would be %1 frames, but a question can include at most %2. Choose fewer.")},
        {"selection.window_of_colours",
         QT_TRANSLATE_NOOP(
             "Errors", "A window can be set only for greyscale values, and the frames of this clip are in colour.")},
        {"selection.window_width", QT_TRANSLATE_NOOP("Errors", "The window width must be greater than 0.")},
        {"session.absent", QT_TRANSLATE_NOOP("Errors", "There is no such session file.")},
        {"session.absent_folder",
         QT_TRANSLATE_NOOP("Errors", "The session cannot be opened because its folder does not exist.")},
        {"session.answer_has_ended",
         QT_TRANSLATE_NOOP("Errors", "The answer to question number %1 has already ended.")},
        {"session.bad_mark", QT_TRANSLATE_NOOP("Errors", "A mark on an image has no valid position. Draw it again.")},
        {"session.bad_token_parts",
         QT_TRANSLATE_NOOP("Errors", "A token in the session is damaged. Open a backup copy of the session.")},
        {"session.cannot_be_read",
         QT_TRANSLATE_NOOP("Errors", "The session cannot be read. Check the permissions of the file.")},
        {"session.cannot_be_written", QT_TRANSLATE_NOOP("Errors",
                                                        "The session cannot be written. Check the permissions of the "
                                                        "file and its folder, or copy it to another folder.")},
        {"session.damaged", QT_TRANSLATE_NOOP("Errors", "The session is damaged. Open a backup copy.")},
        {"session.disk_full",
         QT_TRANSLATE_NOOP("Errors",
                           "The session cannot be written because the disk is full. Free some space and try again.")},
        {"session.image_damaged",
         QT_TRANSLATE_NOOP("Errors",
                           "An evidence image in the session is damaged. Open a backup copy of the session.")},
        {"session.image_not_encoded", QT_TRANSLATE_NOOP("Errors", "An evidence image cannot be saved as PNG.")},
        {"session.in_use",
         QT_TRANSLATE_NOOP("Errors", "The session is in use by another program. Close that program and try again.")},
        {"session.lock_unusable",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The lock file of the session cannot be used (%1). Keep the session in a folder that you can write to.")},
        {"session.moved", QT_TRANSLATE_NOOP("Errors",
                                            "The session was moved, renamed or deleted while it was open. Put it "
                                            "back to its place: what was written last is in the file beside it "
                                            "whose name ends in -wal.")},
        {"session.newer_version",
         QT_TRANSLATE_NOOP("Errors",
                           "The session was created by a newer version of Fleming Viewer. Open it with that version.")},
        {"session.no_driver",
         QT_TRANSLATE_NOOP(
             "Errors",
             "Sessions cannot be saved because Qt's SQLite driver is missing. Install the package libqt6sql6-sqlite.")},
        {"session.no_exchange", QT_TRANSLATE_NOOP("Errors", "The session has no question number %1.")},
        {"session.no_log", QT_TRANSLATE_NOOP("Errors",
                                             "The session was written by an old version without a log, so there is "
                                             "nothing to check. It gets a log when it is next opened for writing.")},
        {"session.no_measurement", QT_TRANSLATE_NOOP("Errors", "The session has no measurement number %1.")},
        {"session.not_a_file", QT_TRANSLATE_NOOP("Errors", "This is not a file, so it cannot be opened as a session.")},
        {"session.not_a_session",
         QT_TRANSLATE_NOOP("Errors", "This is not a Fleming Viewer session. The file was not changed.")},
        {"session.not_closed",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The session was not closed properly and cannot be written in its folder. Copy it to another folder, "
             "together with the files whose names begin with its name, and open it there.")},
        {"session.not_empty",
         QT_TRANSLATE_NOOP("Errors", "Only a new session can take an imported one, and this session has questions.")},
        {"session.other_program",
         QT_TRANSLATE_NOOP(
             "Errors",
             "This file belongs to another program and is not a Fleming Viewer session. It was not changed.")},
        {"session.read_only", QT_TRANSLATE_NOOP("Errors", "The session was opened read-only.")},
        {"session.read_only_disk_full",
         QT_TRANSLATE_NOOP("Errors", "The disk of the session is full, so it was opened read-only.")},
        {"session.read_only_folder",
         QT_TRANSLATE_NOOP("Errors", "The session cannot be written in its folder, so it was opened read-only.")},
        {"session.read_only_in_use",
         QT_TRANSLATE_NOOP("Errors", "The session is in use by another Fleming Viewer, so it was opened read-only.")},
        {"session.read_only_newer_version",
         QT_TRANSLATE_NOOP(
             "Errors", "The session was created by a newer version of Fleming Viewer, so it was opened read-only.")},
        {"session.unknown_value", QT_TRANSLATE_NOOP("Errors",
                                                    "The session holds the value \"%1\", which this version of Fleming "
                                                    "Viewer does not know. Open it with a newer version.")},
        {"session.unusable", QT_TRANSLATE_NOOP("Errors", "The session cannot be used: %1.")},
        {"source.absent",
         QT_TRANSLATE_NOOP("Errors", "The original file no longer exists, so its image cannot be made again.")},
        {"source.changed",
         QT_TRANSLATE_NOOP(
             "Errors", "The original file is not the one from which the image was made: it was changed or replaced.")},
        {"source.not_known",
         QT_TRANSLATE_NOOP("Errors", "The session does not say from which file the image was made.")},
        {"source.other_pixels",
         QT_TRANSLATE_NOOP("Errors",
                           "The image that the original file gives now has other pixels than the stored image.")},
        {"source.other_rendering",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The original file is unchanged, but the picture of the volume that is rendered from it now has other "
             "pixels than the stored one. Another version of the libraries or another processor can "
             "cause this.")},
        {"studies.over_budget",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The series was not loaded: it needs %1 of memory, and only %2 of the %3 for images are free "
             "beside the series on the screen. Show fewer panes, or set more memory for images in the "
             "settings.")},
        {"studies.too_little_memory",
         QT_TRANSLATE_NOOP(
             "Errors",
             "The series was not loaded: it needs %1 of memory, and this computer has only %2 free. Close "
             "other programs or series.")},
        {"tags.cannot_be_saved", QT_TRANSLATE_NOOP("Errors", "The tags cannot be saved there (%1).")},
        {"taxonomy.bad_label",
         QT_TRANSLATE_NOOP("Errors", "Label %1 of the taxonomy lacks its id or its name. Add them and try again.")},
        {"taxonomy.cannot_be_read", QT_TRANSLATE_NOOP("Errors", "The taxonomy cannot be read (%1).")},
        {"taxonomy.cannot_be_written",
         QT_TRANSLATE_NOOP("Errors", "The taxonomy cannot be written (%1). Choose another folder or free some space.")},
        {"taxonomy.malformed",
         QT_TRANSLATE_NOOP("Errors",
                           "This is not a taxonomy: the file is not valid JSON from character %1 on. Export the "
                           "taxonomy of the program to see what the file should look like.")},
        {"taxonomy.no_labels", QT_TRANSLATE_NOOP("Errors", "The taxonomy has no labels. Add a list \"labels\".")},
        {"taxonomy.no_name", QT_TRANSLATE_NOOP("Errors", "The taxonomy has no name. Add a text \"name\".")},
        {"taxonomy.no_version", QT_TRANSLATE_NOOP("Errors", "The taxonomy has no version. Add a text \"version\".")},
        {"taxonomy.repeated_label",
         QT_TRANSLATE_NOOP("Errors", "Two labels of the taxonomy have the id \"%1\". Give each its own.")},
        {"witness.cannot_be_read", QT_TRANSLATE_NOOP("Errors", "The witness file cannot be read (%1).")},
        {"witness.cannot_be_written", QT_TRANSLATE_NOOP("Errors",
                                                        "The session was exported, but its head cannot be written to "
                                                        "the witness file (%1). Choose another witness file.")},
        {"witness.malformed", QT_TRANSLATE_NOOP("Errors", "Line %1 is not a line of a witness file.")},
    };
    return kTexts;
}

}  // namespace fleming::app
