package dev.concordat.contracts.http;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A path with parameters in braces: `/orders/{id}`, `/reports/{year}-{month}.csv`.
public final class PathTemplate {
  private static final int MAX_PARAMETERS = 50;

  private final String text;
  private final List<Segment> segments;
  private final int length;
  private final List<String> parameterNames;

  private PathTemplate(String text, List<Segment> segments) {
    this.text = text;
    this.segments = segments;
    this.length = segments.size();
    var names = new ArrayList<String>();
    segments.forEach(segment -> names.addAll(segment.names));
    this.parameterNames = List.copyOf(names);
  }

  /// Braces that do not pair up are literal text.
  public static PathTemplate of(String text) {
    var segments = new ArrayList<Segment>();
    for (String segment : split(text)) {
      segments.add(Segment.of(segment));
    }
    return new PathTemplate(text, List.copyOf(segments));
  }

  /// The template as written.
  public String text() {
    return text;
  }

  public List<String> parameterNames() {
    return parameterNames;
  }

  /// The parameters' values, still percent-encoded, when the path is one of this template's. A parameter is never empty
  /// and never spans a slash.
  public Optional<Map<String, String>> match(String encodedPath) {
    // Most templates that are asked are of another length, and need no list to tell.
    return isAsLongAs(lengthOf(encodedPath)) ? matched(encodedPath) : Optional.empty();
  }

  /// Whether it has so many segments: whoever asks many templates about one path tells its length once.
  ///
  /// @param length of a path, see {@link #lengthOf}
  public boolean isAsLongAs(int length) {
    return this.length == length;
  }

  /// How many segments a path has.
  public static int lengthOf(String path) {
    int count = 1;
    int from = path.startsWith("/") ? 1 : 0;
    for (int at = path.indexOf('/', from); at >= 0; at = path.indexOf('/', at + 1)) {
      count++;
    }
    return count;
  }

  private Optional<Map<String, String>> matched(String encodedPath) {
    var values = new LinkedHashMap<String, String>();
    int from = encodedPath.startsWith("/") ? 1 : 0;
    for (Segment segment : segments) {
      int slash = encodedPath.indexOf('/', from);
      int to = slash < 0 ? encodedPath.length() : slash;
      if (!segment.match(encodedPath.substring(from, to), values)) {
        return Optional.empty();
      }
      from = to + 1;
    }
    return Optional.of(values);
  }

  /// The path with the values put in as they are; they must be encoded already. A parameter without a value keeps its
  /// braces.
  public String expand(Map<String, String> encodedValues) {
    String path = text;
    for (Map.Entry<String, String> value : encodedValues.entrySet()) {
      for (String written : spellings(value.getKey())) {
        path = path.replace(written, value.getValue());
      }
    }
    return path;
  }

  /// The ways to write a parameter: `{id}`, and with the operators of RFC 6570 that some contracts put beside the style,
  /// `{.id}`, `{;id*}`.
  private static List<String> spellings(String name) {
    return List.of(
        "{" + name + "}",
        "{" + name + "*}",
        "{." + name + "}",
        "{." + name + "*}",
        "{;" + name + "}",
        "{;" + name + "*}");
  }

  /// The name in what stands between braces: `id` of `id`, `.id` and `;id*`.
  public static String nameOf(String written) {
    int start = written.startsWith(".") || written.startsWith(";") ? 1 : 0;
    int end = written.endsWith("*") ? written.length() - 1 : written.length();
    return end > start ? written.substring(start, end) : written;
  }

  /// Whether this template is meant before the other where both match: the first segment that differs in kind decides,
  /// literal before mixed before a lone parameter.
  public boolean isMoreConcreteThan(PathTemplate other) {
    int shared = Math.min(segments.size(), other.segments.size());
    for (int i = 0; i < shared; i++) {
      int difference = segments.get(i).freedom() - other.segments.get(i).freedom();
      if (difference != 0) {
        return difference < 0;
      }
    }
    return false;
  }

  private static List<String> split(String path) {
    String inner = path.startsWith("/") ? path.substring(1) : path;
    return List.of(inner.split("/", -1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathTemplate that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  /// A segment: a literal (no names), a lone parameter, or a mixture, which needs its pattern.
  private record Segment(String literal, List<String> names, Optional<Mixture> mixture) {
    static Segment of(String text) {
      // Nearly all segments are a text or a parameter, and need no pattern.
      int first = text.indexOf('{');
      if (first < 0) {
        return new Segment(Percent.decode(text), List.of(), Optional.empty());
      }
      int last = text.length() - 1;
      if (first == 0 && last > 1 && text.indexOf('}') == last) {
        return new Segment(text, List.of(nameOf(text.substring(1, last))), Optional.empty());
      }
      var names = new ArrayList<String>();
      var pattern = new StringBuilder();
      int at = 0;
      boolean isLone = false;
      while (at < text.length()) {
        int open = text.indexOf('{', at);
        int close = open < 0 ? -1 : text.indexOf('}', open);
        if (close <= open + 1 || names.size() == MAX_PARAMETERS) {
          break;
        }
        pattern.append(Pattern.quote(text.substring(at, open))).append("(.+?)");
        names.add(nameOf(text.substring(open + 1, close)));
        isLone = open == 0 && close == text.length() - 1;
        at = close + 1;
      }
      if (names.isEmpty()) {
        return new Segment(Percent.decode(text), List.of(), Optional.empty());
      }
      pattern.append(Pattern.quote(text.substring(at)));
      return new Segment(
          text,
          List.copyOf(names),
          isLone ? Optional.empty() : Optional.of(new Mixture(pattern.toString())));
    }

    /// A pattern, compiled on first use: descriptions have thousands, and few are asked for.
    private static final class Mixture {
      private final String text;
      private volatile @Nullable Pattern compiled;

      Mixture(String text) {
        this.text = text;
      }

      Pattern pattern() {
        Pattern known = compiled;
        if (known == null) {
          known = Pattern.compile(text);
          compiled = known;
        }
        return known;
      }
    }

    boolean match(String actual, Map<String, String> values) {
      if (names.isEmpty()) {
        return literal.equals(Percent.decode(actual));
      }
      if (mixture.isEmpty()) {
        values.put(names.getFirst(), actual);
        return !actual.isEmpty();
      }
      Matcher matcher = mixture.get().pattern().matcher(actual);
      if (!matcher.matches()) {
        return false;
      }
      for (int i = 0; i < names.size(); i++) {
        values.put(names.get(i), matcher.group(i + 1));
      }
      return true;
    }

    int freedom() {
      if (names.isEmpty()) {
        return 0;
      }
      return mixture.isPresent() ? 1 : 2;
    }
  }
}
