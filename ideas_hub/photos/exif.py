"""EXIF, as Pillow reads it."""

from PIL import ExifTags, Image

SUB_FOLDERS = (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo, ExifTags.IFD.IFD1)


def exif_folders(data: bytes) -> list[tuple[dict[int, object], dict[int, str]]]:
    """Return the values of EXIF's folders by number, each with the names of its numbers."""
    exif = Image.Exif()
    exif.load(data)
    return [
        (dict(exif), ExifTags.TAGS),
        *(
            (dict(exif.get_ifd(folder)), ExifTags.GPSTAGS if folder is ExifTags.IFD.GPSInfo else ExifTags.TAGS)
            for folder in SUB_FOLDERS
        ),
    ]
