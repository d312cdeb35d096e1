package dev.concordat.compare.openapi;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.PathTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The paths that a template stands for, whatever its parameters are called: `/pets/{id}` and `/pets/{petId}` are one.
///
/// @param segments the pieces between slashes
record PathPattern(List<Segment> segments) {
  PathPattern {
    segments = List.copyOf(segments);
  }

  /// A piece between slashes.
  ///
  /// @param shape as written, each parameter as `{}`
  /// @param names of its parameters, in their order
  record Segment(String shape, List<String> names) {
    static Segment of(String text) {
      if (text.indexOf('{') < 0) {
        return new Segment(text, List.of());
      }
      var shape = new StringBuilder();
      var names = new ArrayList<String>();
      int at = 0;
      while (at < text.length()) {
        int open = text.indexOf('{', at);
        int close = open < 0 ? -1 : text.indexOf('}', open);
        if (close <= open + 1) {
          break;
        }
        shape.append(text, at, open).append("{}");
        names.add(PathTemplate.nameOf(text.substring(open + 1, close)));
        at = close + 1;
      }
      return new Segment(shape.append(text.substring(at)).toString(), List.copyOf(names));
    }

    /// Whether any text but the empty one is taken.
    boolean isLone() {
      return shape.equals("{}");
    }
  }

  static PathPattern of(String template) {
    var segments = new ArrayList<Segment>();
    for (String piece : template.split("/", -1)) {
      segments.add(Segment.of(piece));
    }
    return new PathPattern(segments);
  }

  static PathPattern of(HttpOperation operation) {
    return of(operation.path().text());
  }

  /// The same for all templates that stand for the same paths.
  String key() {
    var key = new StringBuilder();
    for (int i = 0; i < segments.size(); i++) {
      key.append(i == 0 ? "" : "/").append(segments.get(i).shape());
    }
    return key.toString();
  }

  /// The names of all parameters, in their order.
  List<String> names() {
    return segments.stream().flatMap(segment -> segment.names().stream()).toList();
  }

  /// Whether every path of the other template is one of this template's, because parameters stand where the other has
  /// words.
  boolean covers(PathPattern other) {
    if (segments.size() != other.segments.size()) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      Segment own = segments.get(i);
      if (!own.shape().equals(other.segments.get(i).shape()) && !own.isLone()) {
        return false;
      }
    }
    return true;
  }

  /// The parameter of this template that stands where the other template has its parameter of that name, if both have one
  /// there.
  Optional<String> counterpart(PathPattern other, String name) {
    for (int i = 0; i < Math.min(segments.size(), other.segments.size()); i++) {
      int at = other.segments.get(i).names().indexOf(name);
      if (at >= 0) {
        List<String> own = segments.get(i).names();
        return at < own.size() ? Optional.of(own.get(at)) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
