#!/usr/bin/env python3
"""Reads structured reports with highdicom and prints what they say as JSON: read_reports.py FILE...

{"FILE": {"completion", "verification", "patient", "observers": [[type, name]], "evidence": [[study, series, class, object]],
          "groups": [{"tracking", "uid", "finding", "severity", "texts": {name: [text]}, "graphic", "points", "image", "frame"}],
          "texts": {name: [text]}, "codes": {name: value}}}
"""
import json
import sys

import highdicom as hd
import pydicom
from highdicom.sr import ImageRegion


def name_of(item):
    return item.ConceptNameCodeSequence[0].CodeMeaning


def value_of(item):
    code = item.ConceptCodeSequence[0]
    return code.get("CodeValue", code.get("LongCodeValue"))


def texts_of(items):
    texts = {}
    for item in items:
        if item.ValueType == "TEXT" and item.RelationshipType == "CONTAINS":
            texts.setdefault(name_of(item), []).append(item.TextValue)
    return texts


def codes_of(items):
    return {name_of(i): value_of(i) for i in items if i.ValueType == "CODE" and i.RelationshipType == "CONTAINS"}


def read_group(group):
    items = group[0].ContentSequence
    read = {"tracking": group.tracking_identifier, "uid": str(group.tracking_uid), "texts": texts_of(items)}
    codes = codes_of(items)
    read["finding"], read["severity"] = codes.get("Finding"), codes.get("Severity")
    for item in items:
        if item.ValueType != "SCOORD":
            continue
        region = ImageRegion.from_dataset(item)
        source = item.ContentSequence[0].ReferencedSOPSequence[0]
        read["graphic"] = region.graphic_type.value
        read["points"] = region.value.tolist()
        read["image"] = str(source.ReferencedSOPInstanceUID)
        read["frame"] = int(source.get("ReferencedFrameNumber", 0))
    return read


def evidence_of(dataset):
    evidence = []
    for keyword in ("CurrentRequestedProcedureEvidenceSequence", "PertinentOtherEvidenceSequence"):
        for study in dataset.get(keyword, []):
            for series in study.ReferencedSeriesSequence:
                for sop in series.ReferencedSOPSequence:
                    evidence.append([str(study.StudyInstanceUID), str(series.SeriesInstanceUID),
                                     str(sop.ReferencedSOPClassUID), str(sop.ReferencedSOPInstanceUID)])
    return evidence


def read_report(file):
    report = hd.sr.srread(file)
    content = report.content
    items = report.ContentSequence
    groups = content.get_planar_roi_measurement_groups() + content.get_image_measurement_groups()
    observers, kind = [], None
    for item in items:
        if item.RelationshipType != "HAS OBS CONTEXT":
            continue
        if item.ValueType == "CODE":
            kind = item.ConceptCodeSequence[0].CodeMeaning
        elif item.ValueType == "PNAME":
            observers.append([kind, str(item.PersonName)])
        elif name_of(item) == "Device Observer Name":
            observers.append([kind, item.TextValue])
    evaluations = [i for i in items if i.ValueType == "CONTAINER" and name_of(i) == "Qualitative Evaluations"]
    return {"completion": report.CompletionFlag, "verification": report.VerificationFlag,
            "patient": str(report.PatientName) + str(report.PatientID), "observers": observers,
            "evidence": evidence_of(report), "groups": [read_group(g) for g in groups],
            "texts": texts_of(evaluations[0].ContentSequence), "codes": codes_of(evaluations[0].ContentSequence)}


print(json.dumps({file: read_report(file) for file in sys.argv[1:]}))
