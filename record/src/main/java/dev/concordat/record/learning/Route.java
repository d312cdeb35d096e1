package dev.concordat.record.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A method and the segments of a path, of which those that are values are parameters.
///
/// @param segments percent-encoded as they came; `{}` for a parameter without a name, `{id}` for one that a contract names
public record Route(String method, List<String> segments) implements Comparable<Route> {
  /// A parameter whose name is not known yet.
  public static final String PARAMETER = "{}";

  private static final Comparator<Route> ORDER =
      Comparator.comparing(Route::path).thenComparing(Route::method);

  public Route {
    segments = List.copyOf(segments);
  }

  /// The route that {@link #toString} wrote.
  public static Route parse(String text) {
    int space = text.indexOf(' ');
    String path = text.substring(space + 1);
    return new Route(text.substring(0, space), segmentsOf(path));
  }

  /// The segments of a path: those of `/` are none.
  public static List<String> segmentsOf(String path) {
    return path.equals("/") || path.isEmpty()
        ? List.of()
        : List.of(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1));
  }

  public static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  public String path() {
    return "/" + String.join("/", segments);
  }

  /// The path before a segment, by which its siblings are known.
  String prefix(int at) {
    return "/" + String.join("/", segments.subList(0, at));
  }

  Route with(int at, String segment) {
    var changed = new ArrayList<>(segments);
    changed.set(at, segment);
    return new Route(method, changed);
  }

  @Override
  public int compareTo(Route other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return method + " " + path();
  }
}
