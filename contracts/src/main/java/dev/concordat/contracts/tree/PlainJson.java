package dev.concordat.contracts.tree;

import java.util.Arrays;
import java.util.Optional;

/// Goes through a JSON text in which nothing is wrong, and notes where its values stand. Whatever is out of the ordinary is
/// left to {@link JsonReading}, which says what it is: mistakes, broken limits, names that come twice, and names with escapes.
final class PlainJson {
  // Names are hashed like this: FNV-1a.
  private static final int HASH_START = 0x811C9DC5;
  private static final int HASH_FACTOR = 0x01000193;

  private final byte[] bytes;
  private final ReadLimits limits;
  private final NameTable names;
  private int[] entries;
  private int size;
  private int nodes;
  private int at;
  // The last object, by its number, that has a name, by the name's number.
  private int[] owners = new int[1 << 10];
  private int objects;
  private int[] lineStarts = new int[16];
  private int lines = 1;
  private boolean isAscii = true;

  private PlainJson(byte[] bytes, ReadLimits limits) {
    this.bytes = bytes;
    this.limits = limits;
    this.names = new NameTable(bytes);
    this.entries = new int[bytes.length / 12 + 16];
  }

  /// Where the values stand; nothing where a look at the text has to be taken by somebody who can say what is wrong with it.
  static Optional<Outline> outline(byte[] bytes, ReadLimits limits) {
    var reading = new PlainJson(bytes, limits);
    reading.skipSpace();
    if (!reading.value(0)) {
      return Optional.empty();
    }
    reading.skipSpace();
    if (reading.at < bytes.length) {
      return Optional.empty();
    }
    reading.names.close();
    return Optional.of(
        new Outline(
            bytes,
            reading.entries(),
            reading.names,
            Arrays.copyOf(reading.lineStarts, reading.lines),
            reading.isAscii));
  }

  /// Without the room at their end where that is much.
  private int[] entries() {
    return size < entries.length / 4 * 3 ? Arrays.copyOf(entries, size) : entries;
  }

  private boolean value(int depth) {
    if (at == bytes.length || ++nodes > limits.maxNodes()) {
      return false;
    }
    if (size + Outline.HEAD + Outline.KEY > entries.length) {
      entries = Arrays.copyOf(entries, entries.length * 2);
    }
    entries[size++] = at;
    return switch (bytes[at]) {
      case '"' -> string();
      case '{' -> depth < limits.maxDepth() && object(depth + 1);
      case '[' -> depth < limits.maxDepth() && content(depth + 1, false, (byte) ']');
      default -> literal();
    };
  }

  private boolean object(int depth) {
    int head = size - 1;
    return content(depth, true, (byte) '}') && (entries[head + 1] < 2 || areNamesDifferent(head));
  }

  /// What stands between two brackets: how much it is goes to the head, with where it ends.
  private boolean content(int depth, boolean isObject, byte closing) {
    int head = size - 1;
    size = head + Outline.HEAD;
    int count = 0;
    boolean hasMore = startsWithout(closing);
    while (hasMore) {
      if (!(isObject ? member(depth) : value(depth))) {
        return false;
      }
      count++;
      skipSpace();
      hasMore = isNext((byte) ',');
      if (hasMore) {
        skipSpace();
      } else if (!isNext(closing)) {
        return false;
      }
    }
    entries[head + 1] = count;
    entries[head + 2] = size;
    return true;
  }

  /// Goes past an opening bracket, and past the closing one where it follows.
  private boolean startsWithout(byte closing) {
    at++;
    skipSpace();
    return !isNext(closing);
  }

  private boolean isNext(byte wanted) {
    if (at < bytes.length && bytes[at] == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private boolean member(int depth) {
    int key = at;
    int name = isNext((byte) '"') ? name() : -1;
    if (name < 0) {
      return false;
    }
    if (size + Outline.HEAD + Outline.KEY > entries.length) {
      entries = Arrays.copyOf(entries, entries.length * 2);
    }
    entries[size] = name;
    entries[size + 1] = key;
    size += Outline.KEY;
    skipSpace();
    if (!isNext((byte) ':')) {
      return false;
    }
    skipSpace();
    return value(depth);
  }

  private int name() {
    byte[] text = bytes;
    int start = at;
    int hash = HASH_START;
    int seen = 0;
    for (int i = start; i < text.length; i++) {
      byte b = text[i];
      if (b == '"') {
        at = i + 1;
        isAscii &= seen >= 0;
        return seen < 0 && !isUtf8(start, i) ? -1 : names.numberOf(hash, start, i);
      }
      if (b == '\\' || (b < ' ' && b >= 0)) {
        return -1;
      }
      seen |= b;
      hash = (hash ^ b) * HASH_FACTOR;
    }
    return -1;
  }

  private boolean isUtf8(int start, int end) {
    int i = start;
    while (i < end) {
      int length = bytes[i] < 0 ? Utf8.characterLength(bytes, i) : 1;
      if (length == 0) {
        return false;
      }
      i += length;
    }
    return true;
  }

  private boolean areNamesDifferent(int head) {
    if (owners.length < names.size()) {
      owners = Arrays.copyOf(owners, Math.max(names.size(), owners.length * 2));
    }
    int object = ++objects;
    int end = entries[head + 2];
    for (int next = head + Outline.HEAD; next < end; ) {
      int name = entries[next];
      if (owners[name] == object) {
        return false;
      }
      owners[name] = object;
      next = Outline.after(bytes, entries, next + Outline.KEY);
    }
    return true;
  }

  private boolean string() {
    byte[] text = bytes;
    int i = at + 1;
    while (i < text.length) {
      // Most characters: beyond the quote, and not the beginning of an escape.
      while (i < text.length && text[i] > '"' && text[i] != '\\') {
        i++;
      }
      if (i < text.length && text[i] == '"') {
        at = i + 1;
        return true;
      }
      int length = i < text.length ? unusual(text, i) : 0;
      if (length == 0) {
        return false;
      }
      i += length;
    }
    return false;
  }

  /// How many bytes of a string belong together from there, or 0 where they may not stand in one.
  private int unusual(byte[] text, int start) {
    byte b = text[start];
    if (b >= 0) {
      return b == '\\' ? Escapes.lengthOf(text, start) : b < ' ' ? 0 : 1;
    }
    isAscii = false;
    return Utf8.characterLength(text, start);
  }

  private boolean literal() {
    int start = at;
    at = Literals.end(bytes, start);
    return at >= 0 && at - start <= limits.maxNumberLength();
  }

  private void skipSpace() {
    byte[] text = bytes;
    int i = at;
    while (i < text.length && text[i] <= ' ') {
      if (text[i] == '\n' || text[i] == '\r') {
        line(i);
      } else if (text[i] != ' ' && text[i] != '\t') {
        break;
      }
      i++;
      // Half of many files is indentation.
      while (i < text.length && text[i] == ' ') {
        i++;
      }
    }
    at = i;
  }

  /// Notes that a line ends: with LF, CRLF, or a lone CR. In JSON that is right lines end only between values.
  private void line(int end) {
    if (Lines.isEnd(bytes, end)) {
      if (lines == lineStarts.length) {
        lineStarts = Arrays.copyOf(lineStarts, lines * 2);
      }
      lineStarts[lines++] = end + 1;
    }
  }
}
