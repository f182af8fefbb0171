"""Writes a drawn CT as a DICOM series (explicit VR little endian), from the feet upwards, as z in DICOM."""

import numpy as np
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian

ROOT = "1.2.826.0.1.3680043.8.498.7305"  # pydicom's root, free to use


def write(folder, hu, pixel, step, windows, seed, names=()):
    """Writes the series. hu: float (slices from bottom to top, rows, columns); pixel, step: mm; windows: (centre, width) in HU
    with their names."""
    folder.mkdir(parents=True, exist_ok=True)
    for k, plane in enumerate(hu):
        meta = FileMetaDataset()
        meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.2"
        meta.MediaStorageSOPInstanceUID = f"{ROOT}.{seed}.1.{k + 1}"
        meta.TransferSyntaxUID = ExplicitVRLittleEndian
        meta.ImplementationClassUID = f"{ROOT}.9"
        path = folder / f"slice{k + 1:02d}.dcm"
        d = FileDataset(str(path), {}, file_meta=meta, preamble=b"\0" * 128)
        d.is_little_endian, d.is_implicit_VR = True, False
        d.SOPClassUID, d.SOPInstanceUID = meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID
        d.StudyInstanceUID, d.SeriesInstanceUID, d.FrameOfReferenceUID = f"{ROOT}.{seed}", f"{ROOT}.{seed}.1", f"{ROOT}.{seed}.9"
        d.PatientName, d.PatientID, d.PatientBirthDate, d.PatientSex = "Drawn^Sample", "SAMPLE", "", "O"
        d.StudyDate, d.StudyTime, d.AccessionNumber, d.StudyID = "20240101", "120000", "", "1"
        d.ReferringPhysicianName, d.PositionReferenceIndicator = "", ""
        d.Modality, d.Manufacturer = "CT", "Fleming Viewer drawing"
        d.StudyDescription, d.SeriesDescription = "Drawn sample, not a patient", "Chest CT (drawn)"
        d.SeriesNumber, d.InstanceNumber, d.AcquisitionNumber = 1, k + 1, 1
        d.ImageType = ["DERIVED", "SECONDARY", "AXIAL"]
        d.PatientPosition, d.KVP = "HFS", "120"
        d.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
        corner = -(plane.shape[0] - 1) / 2 * pixel
        height = (k - len(hu) / 2) * step
        d.ImagePositionPatient = [f"{corner:.2f}", f"{corner:.2f}", f"{height:.2f}"]
        d.SliceLocation, d.SliceThickness = f"{height:.2f}", f"{step:.4g}"
        d.PixelSpacing = [f"{pixel:.4g}", f"{pixel:.4g}"]
        d.SamplesPerPixel, d.PhotometricInterpretation = 1, "MONOCHROME2"
        d.Rows, d.Columns = plane.shape
        d.BitsAllocated, d.BitsStored, d.HighBit, d.PixelRepresentation = 16, 12, 11, 0
        d.RescaleIntercept, d.RescaleSlope, d.RescaleType = "-1024", "1", "HU"
        d.WindowCenter = [f"{centre:.0f}" for centre, _ in windows]
        d.WindowWidth = [f"{width:.0f}" for _, width in windows]
        if names:
            d.WindowCenterWidthExplanation = list(names)
        d.PixelData = (np.clip(np.rint(plane), -1024, 3071).astype(np.int32) + 1024).astype("<u2").tobytes()
        d.save_as(str(path), write_like_original=False)
