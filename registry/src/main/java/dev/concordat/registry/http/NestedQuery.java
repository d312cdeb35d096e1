package dev.concordat.registry.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads queries whose names nest, as Rack does: `q[][pacticipant]=A&q[][version]=1&q[][pacticipant]=B` is a list of two
/// tables, because a new element begins when a name repeats. Brackets may be percent-encoded.
public final class NestedQuery {
  /// More pairs than any client sends; further ones are a mistake of the caller.
  public static final int MAX_PAIRS = 10_000;

  /// Deeper than any name of the Pact dialect.
  public static final int MAX_DEPTH = 32;

  private NestedQuery() {}

  /// A query that cannot be read; the message says why.
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /// Reads what follows the question mark.
  ///
  /// @throws Unreadable where one name is used as text and as a table, or a limit is broken
  public static QueryValue.Table parse(String query) throws Unreadable {
    Map<String, Object> root = new LinkedHashMap<>();
    if (query.isEmpty()) {
      return QueryValue.Table.EMPTY;
    }
    List<String> pairs = List.of(query.split("[&]", MAX_PAIRS + 1));
    if (pairs.size() > MAX_PAIRS) {
      throw new Unreadable("the query has more than " + MAX_PAIRS + " parts");
    }
    for (String pair : pairs) {
      if (!pair.isBlank()) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        put(root, name, value);
      }
    }
    return table(root);
  }

  private static String decoded(String text) throws Unreadable {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new Unreadable(
          "the query has a percent sign that two hexadecimal digits do not follow");
    }
  }

  /// The steps of a name: `q[][version]` is `q`, the empty one for a list, and `version`.
  private static List<String> steps(String name) throws Unreadable {
    List<String> steps = new ArrayList<>();
    int open = name.indexOf('[', 1);
    if (open < 0) {
      return List.of(name);
    }
    steps.add(name.substring(0, open));
    while (open >= 0 && open < name.length()) {
      int close = name.indexOf(']', open);
      if (close < 0 || name.charAt(open) != '[') {
        break;
      }
      steps.add(name.substring(open + 1, close));
      open = close + 1;
    }
    if (steps.size() > MAX_DEPTH) {
      throw new Unreadable("a name of the query nests deeper than " + MAX_DEPTH);
    }
    return List.copyOf(steps);
  }

  private static void put(Map<String, Object> root, String name, String value) throws Unreadable {
    List<String> steps = steps(name);
    Map<String, Object> table = root;
    int at = 0;
    while (true) {
      String step = steps.get(at);
      boolean isList = at + 1 < steps.size() && steps.get(at + 1).isEmpty();
      if (at + 1 == steps.size()) {
        table.put(step, value);
        return;
      }
      if (!isList) {
        table =
            tableOf(table.computeIfAbsent(step, _ -> new LinkedHashMap<String, Object>()), step);
        at++;
        continue;
      }
      List<Object> list = listOf(table.computeIfAbsent(step, _ -> new ArrayList<>()), step);
      if (at + 2 == steps.size()) {
        list.add(value);
        return;
      }
      List<String> rest = steps.subList(at + 2, steps.size());
      if (list.isEmpty() || !(list.getLast() instanceof Map<?, ?> last) || isTaken(last, rest)) {
        list.add(new LinkedHashMap<String, Object>());
      }
      table = tableOf(list.getLast(), step);
      at += 2;
    }
  }

  /// Whether a table has a value where the steps lead, so that a new element of the list begins.
  private static boolean isTaken(Map<?, ?> table, List<String> steps) {
    Map<?, ?> at = table;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).isEmpty()) {
        return false;
      }
      Object inner = at.get(steps.get(i));
      if (inner == null) {
        return false;
      }
      if (i + 1 == steps.size()) {
        return true;
      }
      if (inner instanceof Map<?, ?> next) {
        at = next;
      } else {
        return !(inner instanceof List<?>);
      }
    }
    return true;
  }

  @SuppressWarnings("unchecked") // only this class fills the tables
  private static Map<String, Object> tableOf(Object value, String name) throws Unreadable {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new Unreadable("'" + name + "' is used as a table and as something else");
  }

  @SuppressWarnings("unchecked") // only this class fills the lists
  private static List<Object> listOf(Object value, String name) throws Unreadable {
    if (value instanceof List<?> list) {
      return (List<Object>) list;
    }
    throw new Unreadable("'" + name + "' is used as a list and as something else");
  }

  private static QueryValue.Table table(Map<?, ?> members) {
    Map<String, QueryValue> values = new LinkedHashMap<>();
    members.forEach((name, value) -> values.put((String) name, value(value)));
    return new QueryValue.Table(values);
  }

  private static QueryValue value(Object value) {
    return switch (value) {
      case String text -> new QueryValue.Text(text);
      case Map<?, ?> map -> table(map);
      case List<?> list -> new QueryValue.Items(list.stream().map(NestedQuery::value).toList());
      default -> throw new IllegalStateException("not of this class: " + value.getClass());
    };
  }
}
