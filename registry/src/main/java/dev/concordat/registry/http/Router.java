package dev.concordat.registry.http;

import io.helidon.http.BadRequestException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the route of a path. Patterns are a tree of segments, so their number costs nothing; a segment that is written
/// out wins over a parameter. Segments are decoded after they were found: `feat%2F1` is one segment.
final class Router {
  /// What was found.
  ///
  /// @param allowed the methods of the path; empty where the path is unknown
  record Found(Optional<Route> route, Map<String, String> parameters, Set<String> allowed) {}

  private static final class Node {
    final Map<String, Node> fixed = new HashMap<>();
    @Nullable Node any;
    final Map<String, Route> routes = new LinkedHashMap<>();
  }

  private final Node root = new Node();

  Router(List<Route> routes) {
    routes.forEach(this::add);
  }

  private void add(Route route) {
    Node node = root;
    for (String segment : segments(route.pattern())) {
      if (segment.startsWith("{")) {
        if (node.any == null) {
          node.any = new Node();
        }
        node = node.any;
      } else {
        node = node.fixed.computeIfAbsent(segment, _ -> new Node());
      }
    }
    if (node.routes.putIfAbsent(route.method(), route) != null) {
      throw new IllegalArgumentException(
          "two routes for " + route.method() + " " + route.pattern());
    }
  }

  Found find(String method, String path) {
    List<String> segments = segments(path);
    Node node = find(root, segments, 0, method);
    if (node == null) {
      return new Found(Optional.empty(), Map.of(), Set.of());
    }
    Set<String> allowed = new TreeSet<>(node.routes.keySet());
    Route route = node.routes.get(method.equals("HEAD") ? "GET" : method);
    if (route == null) {
      return new Found(Optional.empty(), Map.of(), allowed);
    }
    return new Found(Optional.of(route), parameters(route, segments), allowed);
  }

  /// The node of the path that has the method, or else any node of the path.
  private static @Nullable Node find(Node node, List<String> segments, int at, String method) {
    if (at == segments.size()) {
      return node.routes.isEmpty() ? null : node;
    }
    Node next = node.fixed.get(segments.get(at));
    Node fixed = next == null ? null : find(next, segments, at + 1, method);
    if (fixed != null && fixed.routes.containsKey(method)) {
      return fixed;
    }
    Node any =
        node.any == null || segments.get(at).isEmpty()
            ? null
            : find(node.any, segments, at + 1, method);
    if (any != null && (fixed == null || any.routes.containsKey(method))) {
      return any;
    }
    return fixed;
  }

  private static Map<String, String> parameters(Route route, List<String> segments) {
    Map<String, String> parameters = new HashMap<>();
    List<String> pattern = segments(route.pattern());
    for (int i = 0; i < pattern.size(); i++) {
      if (pattern.get(i).startsWith("{")) {
        String name = pattern.get(i).substring(1, pattern.get(i).length() - 1);
        parameters.put(name, decoded(segments.get(i)));
      }
    }
    return parameters;
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException("a percent sign that two hexadecimal digits do not follow", e);
    }
  }

  /// The segments; a slash at the end makes none.
  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
    segments.removeFirst();
    if (!segments.isEmpty() && segments.getLast().isEmpty()) {
      segments.removeLast();
    }
    return segments;
  }
}
