#!/usr/bin/env python3
"""Writes a CT series of 16-bit slices, one file per slice, for the benchmarks of opening (needs pydicom and numpy).

    make_ct_series.py FOLDER [SLICES [SIZE]]        default: 500 slices of 512 x 512

As in real data, file names and instance numbers do not follow the slice positions.
"""
import os
import sys

import numpy as np
import pydicom
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid


def header(size):
    """Returns the header of a slice, with about as many elements as a real CT slice."""
    ds = Dataset()
    ds.SpecificCharacterSet = "ISO_IR 100"
    ds.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL", "CT_SOM5 SPI"]
    ds.SOPClassUID = CTImageStorage
    ds.StudyDate = ds.SeriesDate = ds.AcquisitionDate = ds.ContentDate = "20200101"
    ds.StudyTime = ds.SeriesTime = "120000.000000"
    ds.AccessionNumber = "1"
    ds.Modality = "CT"
    ds.Manufacturer = "None"
    ds.StudyDescription = "Benchmark"
    ds.SeriesDescription = "Thorax 1.0 B30f"
    ds.PatientName = "Made^Up"
    ds.PatientID = "0"
    ds.BodyPartExamined = "CHEST"
    ds.SliceThickness = "1.0"
    ds.KVP = "120"
    ds.DataCollectionDiameter = "500"
    ds.ProtocolName = "Thorax"
    ds.ReconstructionDiameter = "350"
    ds.GantryDetectorTilt = "0"
    ds.TableHeight = "150"
    ds.RotationDirection = "CW"
    ds.ExposureTime = "500"
    ds.XRayTubeCurrent = "200"
    ds.ConvolutionKernel = "B30f"
    ds.PatientPosition = "HFS"
    ds.StudyInstanceUID, ds.SeriesInstanceUID, ds.FrameOfReferenceUID = (generate_uid() for _ in range(3))
    ds.StudyID = "1"
    ds.SeriesNumber = "2"
    ds.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    ds.PositionReferenceIndicator = ""
    ds.SamplesPerPixel = 1
    ds.PhotometricInterpretation = "MONOCHROME2"
    ds.Rows = ds.Columns = size
    ds.PixelSpacing = [350 / size, 350 / size]
    ds.BitsAllocated, ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 16, 12, 11, 0
    ds.WindowCenter, ds.WindowWidth = ["40", "-600"], ["400", "1200"]
    ds.WindowCenterWidthExplanation = ["WINDOW1", "WINDOW2"]
    ds.RescaleIntercept, ds.RescaleSlope, ds.RescaleType = "-1024", "1", "HU"
    block = ds.private_block(0x0029, "BENCHMARK CSA HEADER", create=True)
    block.add_new(0x10, "OB", bytes(10000))
    for element in range(0x11, 0x40):
        block.add_new(element, "LO", f"private value {element}")
    return ds


def main():
    folder = sys.argv[1]
    slices = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    size = int(sys.argv[3]) if len(sys.argv) > 3 else 512
    os.makedirs(folder, exist_ok=True)
    random = np.random.default_rng(1)
    y, x = np.mgrid[0:size, 0:size] / size - 0.5
    body = np.where((x / 0.45) ** 2 + (y / 0.35) ** 2 < 1, 1064, 24)
    ds = header(size)
    for number, k in enumerate(random.permutation(slices)):
        lungs = ((np.abs(x) - 0.2) / 0.15) ** 2 + (y / 0.25) ** 2 < np.sin(np.pi * (k + 0.5) / slices)
        pixels = np.where(lungs, 174, body) + random.integers(-20, 20, (size, size))
        ds.SOPInstanceUID = generate_uid()
        ds.InstanceNumber = str(number + 1)
        ds.AcquisitionNumber = "1"
        ds.ImagePositionPatient = [-175, -175, round(-1000 + 1.0 * float(k), 4)]
        ds.SliceLocation = str(-1000 + 1.0 * float(k))
        ds.PixelData = pixels.astype("<u2").tobytes()
        meta = FileMetaDataset()
        meta.MediaStorageSOPClassUID = ds.SOPClassUID
        meta.MediaStorageSOPInstanceUID = ds.SOPInstanceUID
        meta.TransferSyntaxUID = ExplicitVRLittleEndian
        file = FileDataset(None, ds, file_meta=meta, preamble=bytes(128))
        file.is_little_endian, file.is_implicit_VR = True, False
        file.save_as(os.path.join(folder, f"{number:05d}.dcm"), write_like_original=False)


main()
