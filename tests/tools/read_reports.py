#!/usr/bin/env python3
"""Reads structured reports with highdicom and prints what they say as JSON: read_reports.py FILE...

{"FILE": {"completion", "verification", "patient", "observers": [[type, name]], "evidence": [[study, series, class, object]],
          "groups": [{"template", "tracking", "uid", "finding", "severity", "calibration", "texts": {name: [text]},
                      "numbers": [{"name", "value", "unit", "derivation", "method", "lines": [REGION]}],
                      "graphic", "points", "image", "frame" or "reference"}],
          "texts": {name: [text]}, "codes": {name: value}}}

A REGION has "graphic", "points", and either "image" and "frame" or, in the patient, "reference" (a frame of reference).
"""
import json
import sys

import highdicom as hd
import pydicom


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


def region_of(item):
    read = {"graphic": item.graphic_type.value, "points": item.value.tolist()}
    if item.ValueType == "SCOORD3D":
        return {**read, "reference": str(item.frame_of_reference_uid)}
    source = item.ContentSequence[0].ReferencedSOPSequence[0]
    return {**read, "image": str(source.ReferencedSOPInstanceUID), "frame": int(source.get("ReferencedFrameNumber", 0))}


def read_number(number):
    def code(concept):
        return concept.value if concept is not None else None
    lines = [item for item in number[0].get("ContentSequence", []) if item.ValueType in ("SCOORD", "SCOORD3D")]
    for line in lines:
        assert line.RelationshipType == "INFERRED FROM" and name_of(line) == "Source of Measurement"
    return {"name": code(number.name), "value": float(number.value), "unit": code(number.unit),
            "derivation": code(number.derivation), "method": code(number.method), "lines": [region_of(i) for i in lines]}


def read_group(group):
    items = group[0].ContentSequence
    read = {"template": group[0].template_id, "tracking": group.tracking_identifier, "uid": str(group.tracking_uid),
            "texts": texts_of(items), "numbers": [read_number(each) for each in group.get_measurements()]}
    codes = codes_of(items)
    read["finding"], read["severity"] = codes.get("Finding"), codes.get("Severity")
    read["calibration"] = codes.get("Source of the millimetres")
    regions = [item for item in items if item.ValueType in ("SCOORD", "SCOORD3D")]
    assert len(regions) <= 1
    if regions:
        read.update(region_of(group.roi))
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
