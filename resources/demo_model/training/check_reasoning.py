#!/usr/bin/env python3
"""Checks whether the reasoning of the model and its answer agree.

    check_reasoning.py QUESTIONS.jsonl ANSWERS.jsonl        (the journal of `fleming evaluate --answers`)

An answer agrees if the reasoning concludes it ("So the answer is ...") and if it follows from the findings in the reasoning:
the script derives the answer from those sentences alone, by the kind of the question.
"""

import json
import re
import sys


def images(text):
    return ", ".join(f"Image-{k}" for k in re.findall(r"Image-(\d+)", text))


def sides(text, pattern):
    found = set(re.findall(pattern, text))
    return "none" if not found else "both" if len(found) == 2 else found.pop()


def from_findings(kind, question, reasoning):
    """Returns the answer that follows from the findings, or None if the kind has no such answer."""
    seen = reasoning.split(" So the answer is")[0]
    empty = "I see no " in seen
    if kind in ("lesion_present", "nodule_present"):
        return "no" if empty else "yes"
    if kind == "lesion_side":
        return sides(seen, r"\b(?:one|two|three) on the (left|right)")
    if kind == "lesion_count":
        words = {"one": 1, "two": 2, "three": 3}
        return str(sum(words[n] for n in re.findall(r"\b(one|two|three) on the", seen)))
    if kind == "lesion_size":
        size = re.search(r"largest is (small|medium|large)", seen)
        return "none" if not size else {"small": "under 2 percent", "medium": "2 to 6 percent", "large": "over 6 percent"}[size[1]]
    if kind == "nodule_side":
        return sides(seen, r"in the (left|right) ")
    if kind == "nodule_third":
        third = re.search(r"in the (upper|middle|lower) third", seen)
        return third[1] if third else "none"
    if kind == "nodule_images":
        return images(seen) or "none"
    if kind == "largest_nodule":
        first = re.split(r"The smaller one", seen)[0]
        side = re.search(r"in the (left|right) ", first)
        return images(first) if "image" in question.lower() else side[1] if side else None
    if chosen := re.search(r"It is (.+) \([A-E]\)", seen):
        letters = re.findall(r"Option ([A-E]) is " + re.escape(chosen[1]) + r" \(", seen)
        return letters[0] if letters else None
    if kind == "chest_device":
        device = re.search(r"that is a (pacemaker|port)", seen)
        return device[1] if device else "none"
    if kind == "motion_present":
        return "no" if "moves not at all" in seen else "yes"
    if kind == "motion_direction":
        way = re.search(r"moves (left|right|up|down)", seen)
        return way[1] if way else "not at all"
    if kind == "instrument_present":
        return "no" if empty else "yes"
    if kind == "instrument_when":
        return images(seen) or "none"
    return None


def agrees(question, row):
    answer, reasoning = row["answer"], row["reasoning"]
    if not answer or not reasoning:
        return False
    conclusion = re.search(r"So the answer is (.*?)\.?\s*$", reasoning)
    if not conclusion or conclusion[1] not in (answer, answer.split(".")[0]):
        return False
    if answer == "cannot tell":
        return "not one of the drawn samples" in reasoning or "was not taught" in reasoning
    expected = from_findings(question["kind"], question["question"], reasoning)
    return expected is None or expected in (answer, answer.split(".")[0])


def main():
    questions = dict(enumerate(map(json.loads, open(sys.argv[1], encoding="utf-8")), 1))
    rows = [row for row in map(json.loads, open(sys.argv[2], encoding="utf-8")) if "line" in row]
    wrong = [row for row in rows if not agrees(questions[row["line"]], row)]
    for row in wrong[:20]:
        print(row["line"], questions[row["line"]]["kind"], repr(row["reasoning"]), "->", repr(row["answer"]))
    print(f"reasoning and answer agree in {1 - len(wrong) / len(rows):.4f} of {len(rows)}")


if __name__ == "__main__":
    main()
