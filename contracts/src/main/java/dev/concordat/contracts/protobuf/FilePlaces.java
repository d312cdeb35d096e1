package dev.concordat.contracts.protobuf;

import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.place.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The places of everything in one file, from what the compiler noted.
final class FilePlaces {
  private static final int SHORT_SPAN = 3;
  private static final int LONG_SPAN = 4;

  private final String file;
  private final Optional<TextFile> text;
  private final Map<List<Integer>, List<Integer>> spans = new LinkedHashMap<>();

  /// @param name under which the file is shown where its text is not here
  FilePlaces(String name, Optional<TextFile> text, SourceCodeInfo info) {
    this.file = text.map(TextFile::name).orElse(name);
    this.text = text;
    for (SourceCodeInfo.Location location : info.getLocationList()) {
      int size = location.getSpanCount();
      if (size == SHORT_SPAN || size == LONG_SPAN) {
        spans.putIfAbsent(List.copyOf(location.getPathList()), List.copyOf(location.getSpanList()));
      }
    }
  }

  String file() {
    return file;
  }

  /// The span of a path, or of the longest beginning of it that has one.
  Span nearest(List<Integer> path) {
    return longest(path, 1).orElseGet(() -> new Span(Place.of(file), 1, 1, line(1).strip()));
  }

  /// The span of a path; empty where the compiler noted none.
  Optional<Span> exactly(List<Integer> path) {
    return Optional.ofNullable(spans.get(path)).map(this::span);
  }

  /// The span of the longest beginning of a path that has one, and at least this many parts.
  Optional<Span> longest(List<Integer> path, int least) {
    for (int length = path.size(); length >= least; length--) {
      List<Integer> span = spans.get(path.subList(0, length));
      if (span != null) {
        return Optional.of(span(span));
      }
    }
    return Optional.empty();
  }

  /// The first span, as the compiler noted them, that stands within a path.
  Optional<Span> firstWithin(List<Integer> path) {
    return spans.entrySet().stream()
        .filter(entry -> entry.getKey().size() > path.size())
        .filter(entry -> entry.getKey().subList(0, path.size()).equals(path))
        .findFirst()
        .map(entry -> span(entry.getValue()));
  }

  /// Whether the compiler noted no places at all, as in most descriptor sets.
  boolean isEmpty() {
    return spans.isEmpty();
  }

  private Span span(List<Integer> span) {
    boolean isLong = span.size() == LONG_SPAN;
    int line = span.get(0);
    int endLine = isLong ? span.get(2) : line;
    int endColumn = isLong ? span.get(3) : span.get(2);
    return new Span(
        new Place(
            file, positive(line + 1), positive(Columns.codePoint(line(line + 1), span.get(1))), ""),
        positive(endLine + 1),
        positive(Columns.codePoint(line(endLine + 1), endColumn)),
        line(line + 1).strip());
  }

  private String line(int number) {
    return text.flatMap(source -> source.line(number)).orElse("");
  }

  private static int positive(int number) {
    return Math.max(1, number);
  }
}
