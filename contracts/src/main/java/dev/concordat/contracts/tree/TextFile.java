package dev.concordat.contracts.tree;

import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// A file as its bytes, for formats that are neither JSON nor YAML. Immutable but for what it remembers of its lines.
public final class TextFile {
  private final Path path;
  private final byte[] bytes;
  private final Source source;

  private TextFile(Path path, String name, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
    this.source = new Source(name, DocumentReader.asUtf8(bytes));
  }

  /// Reads a file; empty where it is larger than the limits allow.
  ///
  /// @param root the workspace, which the name is relative to
  /// @throws IOException if the file cannot be read
  public static Optional<TextFile> read(Path root, Path file, ReadLimits limits)
      throws IOException {
    Path absolute = root.resolve(file).normalize();
    return Files.size(absolute) > limits.maxBytes()
        ? Optional.empty()
        : Optional.of(
            new TextFile(
                absolute, new DocumentReader(root).nameOf(absolute), FileBytes.of(absolute)));
  }

  /// A text that is already here, under the name of a file.
  public static TextFile of(Path root, String name, byte[] bytes) {
    return new TextFile(root.resolve(name).normalize(), name, bytes.clone());
  }

  /// Where it lies in the file system.
  public Path path() {
    return path;
  }

  /// The file's name, relative to the workspace with `/` between its parts.
  public String name() {
    return source.file();
  }

  /// Whether the name ends like that, whatever its case.
  public boolean isNamed(String extension) {
    return name().toLowerCase(Locale.ROOT).endsWith(extension);
  }

  /// The bytes as they are. Not to be changed.
  public byte[] bytes() {
    return bytes;
  }

  /// The bytes as text: UTF-8, or UTF-16 where a byte order mark says so; the mark itself is left out.
  public String text() {
    return new String(source.bytes(), StandardCharsets.UTF_8);
  }

  /// The first byte that is not UTF-8, as a problem.
  public Optional<Problem> notUtf8() {
    int malformed = Utf8.firstMalformed(source.bytes());
    return malformed < 0
        ? Optional.empty()
        : Optional.of(
            Problem.error(
                "contract/not-utf-8",
                source.place(malformed, ""),
                "the byte " + Utf8.hex(source.bytes(), malformed) + " is not UTF-8",
                "save the file as UTF-8; it may be Latin-1 or Windows-1252"));
  }

  /// A line as written, counted from 1.
  public Optional<String> line(int number) {
    return source.line(number);
  }

  /// A place by line and column, both from 1; what lies outside of the text is moved to its edge.
  public Place place(int line, int column) {
    return new Place(name(), Math.max(1, line), Math.max(1, column), "");
  }
}
