/* A photo's file without a page: what it tells beyond the picture, and the file without that.

   The steps, and so the bytes, are those of ideas_hub/photos (parts, metadata, xmp, clean); a test holds both to the same.
   What counts as what stands there alone: the page hands it over, as rules.  Nothing is decoded and nothing encoded again. */
var ideasHub = ideasHub || {};

ideasHub.openPhotos = (function () {
  "use strict";

  const REST = "rest"; // the name of what follows the end of the picture
  const ORIENTATION = 0x0112, EXIF_FOLDER = 0x8769, GPS_FOLDER = 0x8825;
  const HAS_EXIF = 0x08, HAS_XMP = 0x04; // in the flags of a WebP
  const XMP_JPEG = "http://ns.adobe.com/xap/1.0/\0", XMP_MORE = "http://ns.adobe.com/xmp/extension/\0", XMP_PNG = "XML:com.adobe.xmp\0";

  /* ---- Bytes, and the same as a text of Latin-1 ---- */

  const none = new Uint8Array(0);

  function textOf(bytes) {
    let text = "";
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return text;
  }

  const bytesOf = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const startsWith = (bytes, text) => textOf(bytes.subarray(0, text.length)) === text;
  const BLANKS = [0, 9, 10, 13, 32, 255];
  const isBlank = (text) => !/[^\0 \t\r\n\xff]/.test(text);

  const fromBig = (bytes) => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const fromLittle = (bytes) => bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
  const asBig = (number, size) => Uint8Array.from({ length: size }, (_, i) => number / 256 ** (size - 1 - i));
  const asLittle = (number, size) => asBig(number, size).reverse();

  function joined(pieces) {
    const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  /* ---- Parts: a file is cut into those of its format; {name, whole, data}, as in parts.py ---- */

  const partFrom = (bytes) => (name, start, end, data = none) => ({ name, whole: bytes.subarray(start, end), data });

  function* jpegParts(bytes) {
    const part = partFrom(bytes);
    yield part("D8", 0, 2);
    let at = 2;
    while (bytes[at] === 0xff && at + 1 < bytes.length) {
      const marker = bytes[at + 1];
      if (marker === 0xff) { // a byte that fills
        at++;
        continue;
      }
      if (marker === 0xd9) {
        yield part("D9", at, at + 2);
        at += 2;
        break;
      }
      let end = at + 2 + fromBig(bytes.subarray(at + 2, at + 4));
      const data = bytes.subarray(at + 4, end);
      if (marker === 0xda) end = endOfScan(bytes, end);
      yield part(jpegName(marker), at, end, data);
      at = end;
    }
    if (at < bytes.length) yield part(REST, at, bytes.length, bytes.subarray(at));
  }

  /* Returns where the next marker is: no stuffed byte, no byte that fills, and no restart of the same scan. */
  function endOfScan(bytes, start) {
    for (let at = bytes.indexOf(0xff, start); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
      const marker = bytes[at + 1];
      if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
    }
    return bytes.length;
  }

  function jpegName(marker) {
    if (marker >= 0xe0 && marker <= 0xef) return `APP${marker - 0xe0}`;
    return marker === 0xfe ? "comment" : marker.toString(16).toUpperCase().padStart(2, "0");
  }

  function* pngParts(bytes) {
    const part = partFrom(bytes);
    let at = 8, name = "";
    yield part("signature", 0, 8);
    while (at + 8 <= bytes.length && name !== "IEND") {
      const end = at + 8 + fromBig(bytes.subarray(at, at + 4));
      name = textOf(bytes.subarray(at + 4, at + 8));
      yield part(name, at, end + 4, bytes.subarray(at + 8, end));
      at = end + 4;
    }
    if (at < bytes.length) yield part(REST, at, bytes.length, bytes.subarray(at));
  }

  function* webpParts(bytes) {
    const part = partFrom(bytes), last = Math.min(bytes.length, 8 + fromLittle(bytes.subarray(4, 8)));
    let at = 12;
    yield part("RIFF", 0, 12);
    while (at + 8 <= last) {
      const size = fromLittle(bytes.subarray(at + 4, at + 8)), end = at + 8 + size;
      yield part(textOf(bytes.subarray(at, at + 4)), at, end + size % 2, bytes.subarray(at + 8, end));
      at = end + size % 2;
    }
    if (at < bytes.length) yield part(REST, at, bytes.length, bytes.subarray(at));
  }

  const GIF_NAMES = { 0xf9: "control", 0xfe: "comment", 0xff: "application" };

  function* gifParts(bytes) {
    const part = partFrom(bytes), coloursSize = (at) => (bytes[at] & 0x80 ? 3 << (bytes[at] & 7) + 1 : 0);
    let at = 13 + coloursSize(10);
    yield part("header", 0, at);
    while (at + 1 < bytes.length && (bytes[at] === 0x21 || bytes[at] === 0x2c)) {
      const start = at, isImage = bytes[at] === 0x2c, blocks = [];
      const name = isImage ? "image" : GIF_NAMES[bytes[at + 1]] || "extension";
      at += isImage ? 11 + coloursSize(at + 9) : 2;
      for (; bytes[at]; at += bytes[at] + 1) if (!isImage) blocks.push(bytes.subarray(at + 1, at + 1 + bytes[at]));
      yield part(name, start, ++at, joined(blocks));
    }
    if (bytes[at] === 0x3b) yield part("end", at, ++at);
    if (at < bytes.length) yield part(REST, at, bytes.length, bytes.subarray(at));
  }

  const READERS = { JPEG: jpegParts, PNG: pngParts, WEBP: webpParts, GIF: gifParts };

  /* ---- Is it there to its end? ---- */

  const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? byte >>> 1 ^ 0xedb88320 : byte >>> 1;
    return byte;
  });

  /* Returns the checksum of a PNG's chunk: https://www.w3.org/TR/png-3/#5CRC-algorithm */
  function checksum(bytes) {
    let sum = 0xffffffff;
    for (const byte of bytes) sum = CRC[(sum ^ byte) & 255] ^ sum >>> 8;
    return (sum ^ 0xffffffff) >>> 0;
  }

  const isSoundChunk = ({ whole, data }) =>
    whole.length === data.length + 12 && checksum(whole.subarray(4, -4)) === fromBig(whole.subarray(-4));

  const isWholeChunk = ({ whole, data }) => fromLittle(whole.subarray(4, 8)) === data.length;

  function isSound(kind, parts, size) {
    const chunks = parts.slice(1).filter(({ name }) => name !== REST);
    const has = (name) => chunks.some((part) => part.name === name);
    if (kind === "JPEG") return has("DA") && has("D9");
    if (kind === "PNG") return chunks.every(isSoundChunk) && has("IDAT") && has("IEND");
    if (kind === "GIF") return has("image") && has("end");
    return chunks.every(isWholeChunk) && (has("VP8 ") || has("VP8L") || has("ANMF")) && 8 + fromLittle(parts[0].whole.subarray(4, 8)) <= size;
  }

  /* ---- EXIF ---- */

  const VALUE_SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8]; // in bytes, by a value's type
  const TEXT_TYPES = [1, 2, 7];

  const exifData = (bytes) => bytes.subarray(textOf(bytes.subarray(0, 12)).match(/^(Exif\0\0){0,2}/)[0].length);

  /* Returns EXIF's folders, each a Map of its tags' numbers to {type, count, value}, and whether all could be read. */
  function readExif(bytes) {
    const from = bytes[0] === 0x49 ? fromLittle : fromBig;
    const at = (start, size) => from(bytes.subarray(start, start + size));
    const read = { main: new Map(), exif: new Map(), gps: new Map(), thumbnail: new Map(), isWhole: /^(II\*\0|MM\0\*)/.test(textOf(bytes.subarray(0, 4))) };

    function folder(name, start) {
      const tags = read[name];
      let entry = start + 2;
      for (let left = at(start, 2); left && entry + 12 <= bytes.length; left--, entry += 12) {
        const type = at(entry + 2, 2), count = at(entry + 4, 4), size = count * (VALUE_SIZES[type] || 0);
        const value = size > 4 ? at(entry + 8, 4) : entry + 8;
        if (value + size > bytes.length) read.isWhole = false;
        else if (size && !tags.has(at(entry, 2))) tags.set(at(entry, 2), { type, count, value: bytes.subarray(value, value + size) });
      }
      if (start + 2 > bytes.length || entry !== start + 2 + 12 * at(start, 2)) read.isWhole = false;
      return at(entry, 4);
    }

    const numberOf = ({ type, count, value } = {}) => (count === 1 && [3, 4, 13].includes(type) ? from(value) : 0);
    if (!read.isWhole) return read;
    const next = folder("main", at(4, 4));
    for (const [name, start] of [["exif", numberOf(read.main.get(EXIF_FOLDER))], ["gps", numberOf(read.main.get(GPS_FOLDER))], ["thumbnail", next]]) {
      if (start) folder(name, start);
    }
    read.orientation = numberOf(read.main.get(ORIENTATION));
    return read;
  }

  /* Returns EXIF with one tag, the orientation. */
  const orientationExif = (turn) => bytesOf(`MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(turn)}\0\0\0\0\0\0`);

  /* Returns how a photo lies, 1 to 8, 1 for upright: by its EXIF, or else by its XMP. */
  function orientationOf(kind, parts) {
    const exif = parts.filter(({ name, data }) => name === "eXIf" || name === "EXIF" || name === "APP1" && startsWith(data, "Exif\0\0"));
    const packets = parts.filter(({ name, data }) => name === "XMP " || name === "APP1" && startsWith(data, XMP_JPEG) || name === "iTXt" && startsWith(data, XMP_PNG));
    const inXmp = packets.map(({ data }) => textOf(data).match(/tiff:Orientation(="|>)([0-9])/)).pop();
    const turn = exif.length && readExif(exifData(exif[kind === "PNG" ? exif.length - 1 : 0].data)).orientation || inXmp && Number(inXmp[2]);
    return kind !== "GIF" && turn >= 1 && turn <= 8 ? turn : 1;
  }

  /* ---- Without metadata: a file with nothing but the picture, its colour profile and, if it lies turned, how to turn it ---- */

  const WRITERS = {
    JPEG(kept, exif) {
      const jfif = kept.filter(({ name }) => name === "APP0").slice(0, 1).map(({ data }) => {
        const start = new Uint8Array(14); // version and density; without a thumbnail
        start.set(data.subarray(0, 12));
        return joined([bytesOf("\xff\xe0\0\x10"), start]);
      });
      const segment = joined([bytesOf("Exif\0\0"), exif]);
      const turned = exif.length ? [bytesOf("\xff\xe1"), asBig(segment.length + 2, 2), segment] : [];
      return [kept[0].whole, ...jfif, ...turned, ...kept.slice(1).filter(({ name }) => name !== "APP0").map(({ whole }) => whole)];
    },

    PNG(kept, exif) {
      const first = kept.findIndex(({ name }) => name === "IDAT"), wholes = kept.map(({ whole }) => whole);
      const named = joined([bytesOf("eXIf"), exif]);
      const turned = exif.length ? [asBig(exif.length, 4), named, asBig(checksum(named), 4)] : [];
      return [...wholes.slice(0, first), ...turned, ...wholes.slice(first)];
    },

    WEBP(kept, exif) {
      const turned = exif.length ? [bytesOf("EXIF"), asLittle(exif.length, 4), exif] : [];
      const body = joined([...kept.slice(1).map(({ name, whole }) => (name === "VP8X" ? flagged(whole, exif.length ? HAS_EXIF : 0) : whole)), ...turned]);
      return [bytesOf("RIFF"), asLittle(body.length + 4, 4), bytesOf("WEBP"), body];
    },

    GIF: (kept) => kept.map(({ whole }) => whole),
  };

  /* Returns the header of a WebP; it says that there is neither EXIF nor XMP but for these flags. */
  function flagged(header, flags) {
    const changed = header.slice();
    changed[8] = changed[8] & ~(HAS_EXIF | HAS_XMP) | flags;
    return changed;
  }

  /* ---- XMP ---- */

  const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", XML = "http://www.w3.org/XML/1998/namespace";
  const DEEPEST = 100; // elements in one another

  /* An instruction or a comment; a text in brackets; a tag: its slash, name, attributes, and slash at the end; a text. */
  const TOKEN = /<\?[^]*?\?>|<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<(\/?)([^\s<>/!?]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;

  /* Returns [namespace, name] of each property of a packet that has a value, an attribute or the nearest element around a text;
     null if it cannot be read.  DOMParser would write its own complaints, with styles that the page's policy stops, into its result. */
  function propertiesIn(packet) {
    const found = [], open = [{ tag: "", owner: null, spaces: Object.assign(Object.create(null), { "": "", xml: XML }) }];
    const nameOf = (tag, spaces, isAttribute) => {
      const [name, prefix = ""] = tag.split(":").reverse();
      return [isAttribute && !prefix ? "" : spaces[prefix], name];
    };
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < packet.length) {
      const token = TOKEN.exec(packet), around = open[open.length - 1];
      if (!token || open.length > DEEPEST) return null;
      const [, cdata, slash, tag, attributes, isEmpty, text = cdata] = token;
      if (text && text.trim()) {
        if (!around.owner) return null;
        found.push(around.owner);
      } else if (slash) {
        if (open.pop().tag !== tag) return null;
      } else if (tag) {
        const values = (attributes.match(/[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*')/g) || []).map((one) => one.match(/^([^\s=]+)\s*=\s*.([^]*).$/).slice(1));
        const spaces = Object.create(around.spaces);
        for (const [name, value] of values) if (/^xmlns(:|$)/.test(name)) spaces[name.slice(6)] = value;
        const own = nameOf(tag, spaces), others = values.filter(([name, value]) => !/^xmlns(:|$)/.test(name) && value.trim());
        for (const [name] of others) found.push(nameOf(name, spaces, true));
        if (!isEmpty) open.push({ tag, owner: own[0] === RDF && around.owner || own, spaces });
      }
    }
    return open.length === 1 && found.every(([space]) => space !== undefined) ? found : null;
  }

  /* ---- What a file tells, by the rules: each finder returns some of rules.sorts ---- */

  function finders(rules) {
    const [PLACE, WORDS, NUMBERS, HIDDEN] = rules.sorts;
    const [places, serials, tellingXmp] = [rules.places, rules.serials, rules.xmp.telling].map((pattern) => new RegExp(pattern));
    const encodersNote = new RegExp(`^${rules.encodersNote}`);
    const sortOf = (name) => (places.test(name) ? PLACE : serials.test(name) ? NUMBERS : WORDS);

    function inExif(data) {
      if (isBlank(textOf(data))) return [];
      const read = readExif(exifData(data)), found = read.isWhole ? [] : [HIDDEN];
      const isTold = ({ type, value }) => TEXT_TYPES.includes(type) && !isBlank(textOf(value).replace(/^(?:ASCII|UNICODE|JIS)\0+/, ""));
      read.gps.forEach((tag, number) => {
        if (!rules.exif.technicalGps.includes(number) && (isTold(tag) || !TEXT_TYPES.includes(tag.type))) found.push(PLACE);
      });
      for (const folder of [read.main, read.exif, read.thumbnail]) {
        folder.forEach((tag, number) => {
          const isSerial = rules.exif.serials.includes(number);
          if (rules.exif.technical.includes(number) || !(isTold(tag) || isSerial && !TEXT_TYPES.includes(tag.type))) return;
          found.push(rules.exif.places.includes(number) ? PLACE : isSerial ? NUMBERS : WORDS);
        });
      }
      return found;
    }

    function inXmp(data) {
      const packet = new TextDecoder().decode(data).replace(/\0/g, " ").trim(), properties = packet ? propertiesIn(packet) : [];
      if (!properties) return [HIDDEN];
      const { technical, harmless } = rules.xmp;
      const isTelling = ([space, name]) => !harmless.includes(space) && (!technical.includes(space) || tellingXmp.test(name));
      return properties.filter(isTelling).map(([, name]) => sortOf(name));
    }

    /* The datasets of the IPTC record in Photoshop's resources. */
    function inIptc(data) {
      const text = textOf(data), found = [];
      const number = (start, size) => fromBig(data.subarray(start, start + size));
      for (let at = text.indexOf("8BIM\x04\x04"), end; at >= 0; at = text.indexOf("8BIM\x04\x04", end)) {
        let start = at + 7 + number(at + 6, 1); // after the resource's name, whose length is a byte
        start += start % 2 === at % 2 ? 0 : 1;
        end = start + 4 + number(start, 4);
        for (const dataset of text.slice(start + 4, end).split("\x1c\x02").slice(1)) {
          const id = dataset.charCodeAt(0), size = fromBig(bytesOf(dataset.slice(1, 3)));
          if (dataset.length < 3 || rules.iptc.technical.includes(id) || isBlank(dataset.slice(3, 3 + size))) continue;
          found.push(rules.iptc.places.includes(id) ? PLACE : WORDS);
        }
      }
      return found;
    }

    /* The text of a PNG, which may be compressed, unless it tells nothing. */
    function inText(data) {
      const [, keyword, text] = textOf(data).match(/^([^\0]*)\0?([^]*)$/);
      return rules.keywords.includes(keyword) || isBlank(text) || encodersNote.test(text) ? [] : [sortOf(keyword.replace(/ /g, "-"))];
    }

    /* XMP in the international text of a PNG: flags, language and title come first. */
    function inXmpText(data) {
      if (data[0] === 1) return [HIDDEN]; // compressed; nobody writes it so
      const start = data.indexOf(0, data.indexOf(0, 2) + 1) + 1;
      return inXmp(data.subarray(start));
    }

    function inComment(data) {
      return isBlank(textOf(data)) || encodersNote.test(textOf(data)) ? [] : [WORDS];
    }

    return [
      [["APP1"], "Exif\0\0", inExif],
      [["eXIf", "EXIF"], "", inExif],
      [["APP1"], XMP_JPEG, inXmp],
      [["XMP "], "", inXmp],
      [["application"], "XMP DataXMP", inXmp],
      [["iTXt"], XMP_PNG, inXmpText],
      [["tEXt", "zTXt", "iTXt"], "", inText],
      [["APP13"], "Photoshop 3.0\0", inIptc],
      [["comment"], "", inComment],
    ];
  }

  /* ---- All of it ---- */

  /* Returns the error for a file that is not taken.  refused: what is wrong, as the end of a sentence that starts with its name. */
  const refusal = (refused, fix = "Get a fresh copy of it.") => Object.assign(new Error(refused), { refused, fix });

  /* Returns a function from the bytes of a file to {bytes, type, ending, found}: the photo without its metadata, its media
     type, the ending that its name needs, and what the file told, in words.  It throws a refusal. */
  return function openPhotos(rules) {
    const all = finders(rules);
    const needed = {};
    for (const kind of Object.keys(rules.needed)) needed[kind] = new RegExp(`^(?:${rules.needed[kind]})$`);

    function kindOf(bytes) {
      const head = textOf(bytes.subarray(0, 1000));
      const known = rules.signatures.find(([, at, start]) => head.startsWith(start, at));
      if (known) return known;
      const start = head.toLowerCase().replace(/^\xef\xbb\xbf/, "").replace(/^\s+/, "");
      const isDrawing = start.startsWith("<?xml") && start.includes("<svg");
      const [words, fix] = rules.others.find(([, , at, mark]) => (isDrawing ? "<svg" : start).startsWith(mark, at)) || rules.unknown;
      throw refusal(`is ${words}; a photo is a JPEG, PNG, WebP or GIF.`, fix);
    }

    function partsOf(bytes, kind) {
      const parts = [];
      for (const part of READERS[kind](bytes)) {
        parts.push(part);
        if (parts.length < rules.maxParts) continue;
        const rest = bytes.subarray(parts.reduce((sum, { whole }) => sum + whole.length, 0));
        return parts.concat({ name: REST, whole: rest, data: rest });
      }
      return parts;
    }

    const isNeeded = ({ name, data }, kind) => needed[kind].test(name) || (rules.neededStarts[name] || []).some((start) => startsWith(data, start));

    function foundIn(part) {
      const finder = all.find(([names, start]) => names.includes(part.name) && startsWith(part.data, start));
      if (finder) return finder[2](part.data.subarray(finder[1].length));
      const isHarmless = rules.harmlessParts.includes(part.name) || rules.harmlessStarts.some((start) => startsWith(part.data, start));
      return isHarmless || part.data.every((byte) => BLANKS.includes(byte)) ? [] : rules.sorts.slice(-1);
    }

    function foundInMoreXmp(parts) {
      const pieces = parts.filter(({ data }) => startsWith(data, XMP_MORE)).map(({ data }) => data.subarray(XMP_MORE.length + 40));
      return pieces.length ? all.find(([names]) => names[0] === "XMP ")[2](joined(pieces)) : [];
    }

    return function clean(bytes) {
      if (!bytes.length) throw refusal("is an empty file.");
      const [kind, , , ending] = kindOf(bytes);
      const parts = partsOf(bytes, kind);
      if (!isSound(kind, parts, bytes.length)) throw refusal("is damaged or cut short.");
      const others = parts.filter((part) => !isNeeded(part, kind));
      const found = others.reduce((sorts, part) => sorts.concat(foundIn(part)), foundInMoreXmp(others));
      const turn = orientationOf(kind, parts);
      const pieces = WRITERS[kind](parts.filter((part) => isNeeded(part, kind)), turn === 1 ? none : orientationExif(turn));
      return { bytes: joined(pieces), type: `image/${kind.toLowerCase()}`, ending, found: rules.sorts.filter((sort) => found.includes(sort)) };
    };
  };
})();
