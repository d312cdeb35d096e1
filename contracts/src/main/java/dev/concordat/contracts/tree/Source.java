package dev.concordat.contracts.tree;

import dev.concordat.model.place.Place;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The text of a document, as UTF-8, and the way from a byte to its line and column. Columns count code points.
final class Source implements Parent {
  /// Longer lines are shown in part; minified JSON is one line of megabytes.
  static final int MAX_SHOWN_CHARACTERS = 160;

  private static final int BYTES_BETWEEN_MARKS = 256;

  private final String file;
  private final byte[] bytes;
  private int @Nullable [] lineStarts;
  // How many characters stand before every n-th byte.
  private int @Nullable [] marks;
  private @Nullable Outline outline;
  private Ascii ascii = Ascii.UNKNOWN;
  // Where the last column was counted, since readers ask in the order of the text.
  private int countedLine = -1;
  private int countedColumn;
  private int countedOffset;

  private enum Ascii {
    UNKNOWN,
    NO,
    YES
  }

  Source(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  String file() {
    return file;
  }

  byte[] bytes() {
    return bytes;
  }

  /// Where the values of the text stand, of which nodes are made when somebody looks at them.
  Outline outline() {
    if (outline == null) {
      throw new IllegalStateException("nodes of " + file + " were made as it was read");
    }
    return outline;
  }

  void outline(Outline made) {
    outline = made;
    lineStarts = made.lineStarts();
    ascii = made.isAscii() ? Ascii.YES : Ascii.NO;
  }

  Place place(int offset, String pointer) {
    int line = lineOf(offset);
    int start = lineStarts()[line];
    return new Place(file, line + 1, 1 + charactersBetween(start, offset), pointer);
  }

  private int charactersBetween(int start, int offset) {
    int end = Math.min(offset, bytes.length);
    if (isAscii()) {
      return end - start;
    }
    return end - start <= BYTES_BETWEEN_MARKS
        ? characters(start, end)
        : charactersBefore(end) - charactersBefore(start);
  }

  /// Counted from the nearest mark, since a line may be as long as the file.
  private int charactersBefore(int offset) {
    int mark = offset / BYTES_BETWEEN_MARKS;
    return marks()[mark] + characters(mark * BYTES_BETWEEN_MARKS, offset);
  }

  private boolean isAscii() {
    if (ascii == Ascii.UNKNOWN) {
      ascii = Utf8.isAscii(bytes) ? Ascii.YES : Ascii.NO;
    }
    return ascii == Ascii.YES;
  }

  private int characters(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += isFirstByte(bytes[i]) ? 1 : 0;
    }
    return count;
  }

  private int[] marks() {
    int[] known = marks;
    if (known == null) {
      known = Lines.characters(bytes, BYTES_BETWEEN_MARKS);
      marks = known;
    }
    return known;
  }

  /// The byte at a line and a column, both from 0. Fast when asked in ascending order. Not thread-safe.
  int offset(int line, int column) {
    int[] starts = lineStarts();
    if (line >= starts.length) {
      return bytes.length;
    }
    boolean resumes = line == countedLine && column >= countedColumn;
    int offset = resumes ? countedOffset : starts[line];
    for (int at = resumes ? countedColumn : 0; at < column && offset < bytes.length; at++) {
      offset = next(offset);
    }
    countedLine = line;
    countedColumn = column;
    countedOffset = offset;
    return offset;
  }

  /// The byte of the n-th character of the text, from 0.
  int offsetOfCharacter(int number) {
    int offset = 0;
    for (int at = 0; at < number && offset < bytes.length; at++) {
      offset = next(offset);
    }
    return offset;
  }

  private int next(int offset) {
    int next = offset + 1;
    while (next < bytes.length && !isFirstByte(bytes[next])) {
      next++;
    }
    return next;
  }

  String lineAt(int offset) {
    int line = lineOf(offset);
    int start = lineStarts()[line];
    int end = lineEnd(line);
    if (end - start <= MAX_SHOWN_CHARACTERS) {
      return text(start, end).strip();
    }
    int shownEnd = offset;
    for (int shown = 0; shown < MAX_SHOWN_CHARACTERS && shownEnd < end; shown++) {
      shownEnd = next(shownEnd);
    }
    return shownEnd >= end ? text(offset, end).strip() : text(offset, shownEnd) + "…";
  }

  /// The part of a line that is shown around a column, both counted from 1: a line may be as long as the file.
  Optional<Excerpt> excerpt(int line, int column) {
    if (line < 1 || line > lineStarts().length) {
      return Optional.empty();
    }
    int start = lineStarts()[line - 1];
    int end = lineEnd(line - 1);
    int mark = offsetOf(start, end, column - 1);
    boolean isShort = forward(start, end, Excerpt.MAX_CHARACTERS) == end;
    int from = isShort ? start : back(start, mark, Excerpt.BEFORE_MARK);
    int to = forward(from, end, Excerpt.MAX_CHARACTERS);
    return Optional.of(
        new Excerpt(text(from, mark), text(mark, Math.max(mark, to)), from > start, to < end));
  }

  /// The byte of the n-th character of a line, from 0, or the line's end.
  private int offsetOf(int start, int end, int character) {
    if (isAscii()) {
      return Math.min(end, start + character);
    }
    int before = charactersBefore(start);
    int found = Arrays.binarySearch(marks(), before + character);
    int at = (found >= 0 ? found : -found - 2) * BYTES_BETWEEN_MARKS;
    if (at <= start) {
      return forward(start, end, character);
    }
    return forward(at, end, before + character - charactersBefore(at));
  }

  private int forward(int from, int end, int characters) {
    int at = from;
    while (at < end && !isFirstByte(bytes[at])) {
      at++;
    }
    for (int i = 0; i < characters && at < end; i++) {
      at = next(at);
    }
    return at;
  }

  private int back(int start, int from, int characters) {
    int at = from;
    for (int i = 0; i < characters && at > start; i++) {
      do {
        at--;
      } while (at > start && !isFirstByte(bytes[at]));
    }
    return at;
  }

  /// The line as written, counted from 1.
  Optional<String> line(int number) {
    return number < 1 || number > lineStarts().length
        ? Optional.empty()
        : Optional.of(text(lineStarts()[number - 1], lineEnd(number - 1)));
  }

  private String text(int start, int end) {
    int from = Math.min(start, end);
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  private int lineEnd(int line) {
    int[] starts = lineStarts();
    int end = line + 1 < starts.length ? starts[line + 1] : bytes.length;
    while (end > starts[line] && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return end;
  }

  private int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found : -found - 2;
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = Lines.starts(bytes);
      lineStarts = known;
    }
    return known;
  }

  /// Whether a character starts with this byte of UTF-8.
  static boolean isFirstByte(byte b) {
    return (b & 0xC0) != 0x80;
  }
}
