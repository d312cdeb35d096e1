package dev.concordat.contracts.tree;

import java.util.Arrays;
import java.util.Optional;

/// Goes through a JSON text in which nothing is wrong, and notes where its values stand. Whatever is out of the ordinary is
/// left to {@link JsonReading}, which says what it is: mistakes, broken limits, names that come twice, and names with escapes.
final class PlainJson {
  // Names are hashed like this: FNV-1a.
  private static final int HASH_START = 0x811C9DC5;
  private static final int HASH_FACTOR = 0x01000193;

  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

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

  private PlainJson(byte[] bytes, ReadLimits limits) {
    this.bytes = bytes;
    this.limits = limits;
    this.names = new NameTable(bytes);
    this.entries = new int[bytes.length / 16 + 16];
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
        new Outline(bytes, Arrays.copyOf(reading.entries, reading.size), reading.names));
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
      case '[' -> depth < limits.maxDepth() && array(depth + 1);
      case 't' -> word(TRUE);
      case 'f' -> word(FALSE);
      case 'n' -> word(NULL);
      default -> number();
    };
  }

  private boolean object(int depth) {
    int head = size - 1;
    size = head + Outline.HEAD;
    int count = 0;
    boolean hasMore = startsWithout((byte) '}');
    while (hasMore) {
      if (!member(depth)) {
        return false;
      }
      count++;
      skipSpace();
      hasMore = isNext((byte) ',');
      if (hasMore) {
        skipSpace();
      } else if (!isNext((byte) '}')) {
        return false;
      }
    }
    entries[head + 1] = count;
    entries[head + 2] = size;
    return count < 2 || areNamesDifferent(head);
  }

  private boolean array(int depth) {
    int head = size - 1;
    size = head + Outline.HEAD;
    int count = 0;
    boolean hasMore = startsWithout((byte) ']');
    while (hasMore) {
      if (!value(depth)) {
        return false;
      }
      count++;
      skipSpace();
      hasMore = isNext((byte) ',');
      if (hasMore) {
        skipSpace();
      } else if (!isNext((byte) ']')) {
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
      byte b = text[i];
      if (b == '"') {
        at = i + 1;
        return true;
      }
      int length = 1;
      if (b < ' ') {
        length = b < 0 ? Utf8.characterLength(text, i) : 0;
      } else if (b == '\\') {
        length = escapeLength(i);
      }
      if (length == 0) {
        return false;
      }
      i += length;
    }
    return false;
  }

  /// How long the escape is that starts there, or 0 if it is none.
  private int escapeLength(int start) {
    if (start + 1 >= bytes.length) {
      return 0;
    }
    return switch (bytes[start + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
      case 'u' -> isHex(start + 2) ? 6 : 0;
      default -> 0;
    };
  }

  private boolean isHex(int start) {
    if (start + 4 > bytes.length) {
      return false;
    }
    for (int i = start; i < start + 4; i++) {
      if (Character.digit(bytes[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean word(byte[] word) {
    int end = at + word.length;
    boolean isWord =
        end <= bytes.length && Arrays.equals(bytes, at, end, word, 0, word.length) && endsAt(end);
    at = end;
    return isWord;
  }

  private boolean number() {
    int start = at;
    int i = start + (bytes[start] == '-' ? 1 : 0);
    int digits = afterDigits(i);
    if (digits == i || (bytes[i] == '0' && digits > i + 1)) {
      return false;
    }
    if (isAt(digits, '.')) {
      i = digits + 1;
      digits = afterDigits(i);
      if (digits == i) {
        return false;
      }
    }
    if (isAt(digits, 'e') || isAt(digits, 'E')) {
      i = digits + 1;
      i += isAt(i, '+') || isAt(i, '-') ? 1 : 0;
      digits = afterDigits(i);
      if (digits == i) {
        return false;
      }
    }
    at = digits;
    return digits - start <= limits.maxNumberLength() && endsAt(digits);
  }

  private int afterDigits(int start) {
    int end = start;
    while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9') {
      end++;
    }
    return end;
  }

  private boolean isAt(int offset, char wanted) {
    return offset < bytes.length && bytes[offset] == wanted;
  }

  /// Whether a number or word may end before that byte.
  private boolean endsAt(int end) {
    return end == bytes.length
        || switch (bytes[end]) {
          case ' ', '\t', '\n', '\r', ',', ']', '}' -> true;
          default -> false;
        };
  }

  static boolean isInNumber(byte b) {
    return (b >= '0' && b <= '9') || b == '-' || b == '+' || b == '.' || b == 'e' || b == 'E';
  }

  private void skipSpace() {
    byte[] text = bytes;
    int i = at;
    while (i < text.length
        && (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t')) {
      i++;
    }
    at = i;
  }
}
