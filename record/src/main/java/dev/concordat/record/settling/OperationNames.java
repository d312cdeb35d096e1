package dev.concordat.record.settling;

import dev.concordat.record.learning.Operation;
import dev.concordat.record.learning.Route;
import dev.concordat.record.learning.Segment;
import dev.concordat.record.shape.TextForm;
import dev.concordat.record.shape.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Names for operations and for the parameters of their paths.
final class OperationNames {
  private static final Pattern VERSION = Pattern.compile("v[0-9]+(\\.[0-9]+)*");
  private static final Set<String> NO_RESOURCE = Set.of("api", "rest", "public", "internal");
  private static final Set<String> IDS = Set.of("id", "_id", "uuid", "key");

  private final NavigableMap<Route, Operation> operations;
  private final Map<String, Segment> byPrefix = new TreeMap<>();

  OperationNames(NavigableMap<Route, Operation> operations) {
    this.operations = operations;
    operations.forEach(
        (route, operation) ->
            operation
                .segments()
                .forEach(
                    (at, segment) -> {
                      if (at < route.segments().size()) {
                        byPrefix.merge(prefix(route, at), segment, OperationNames::both);
                      }
                    }));
  }

  private static Segment both(Segment one, Segment other) {
    NavigableMap<String, Long> echoes = new TreeMap<>(one.echoes());
    other.echoes().forEach((name, count) -> echoes.merge(name, count, Long::sum));
    return new Segment(
        one.accepted().merge(other.accepted()), one.others().merge(other.others()), echoes);
  }

  private static String prefix(Route route, int at) {
    return String.join("/", route.segments().subList(0, at));
  }

  List<Described> described() {
    Set<String> taken = new HashSet<>();
    List<Described> all = new ArrayList<>();
    operations.forEach(
        (route, operation) -> {
          String name = name(route);
          String id = name;
          for (int number = 2; !taken.add(id); number++) {
            id = name + number;
          }
          all.add(new Described(id, route, path(route), operation));
        });
    return all;
  }

  private String path(Route route) {
    List<String> segments = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int at = 0; at < route.segments().size(); at++) {
      String segment = route.segments().get(at);
      if (!segment.equals(Route.PARAMETER)) {
        segments.add(segment);
        taken.add(segment);
        continue;
      }
      String name = parameterName(route, at);
      String unique = name;
      for (int number = 2; !taken.add("{" + unique + "}"); number++) {
        unique = name + number;
      }
      segments.add("{" + unique + "}");
    }
    return "/" + String.join("/", segments);
  }

  private String parameterName(Route route, int at) {
    String before = "";
    for (int i = 0; i < at; i++) {
      String segment = route.segments().get(i);
      before = Route.isParameter(segment) || isNoResource(segment) ? before : segment;
    }
    String owner = Words.camel(Words.singular(before));
    Segment segment = byPrefix.get(prefix(route, at));
    String echo = segment == null ? "" : echo(segment);
    if (!echo.isEmpty() && !IDS.contains(echo)) {
      return Words.camel(echo).isEmpty() ? "id" : Words.camel(echo);
    }
    Texts texts = segment == null ? Texts.EMPTY : segment.accepted().merge(segment.others());
    if (echo.isEmpty() && texts.isAll(TextForm.DATE)) {
      return "date";
    }
    return owner.isEmpty() ? "id" : owner + "Id";
  }

  /// The name under which the value comes back most; an id is one even where other members have the same value.
  private static String echo(Segment segment) {
    if (IDS.stream().anyMatch(segment.echoes()::containsKey)) {
      return "id";
    }
    return segment.echoes().entrySet().stream()
        .filter(echo -> echo.getValue() * 2 > segment.accepted().count())
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static boolean isNoResource(String segment) {
    return VERSION.matcher(segment).matches() || NO_RESOURCE.contains(segment);
  }

  private static String name(Route route) {
    List<String> words =
        route.segments().stream().filter(segment -> !isNoResource(segment)).toList();
    List<String> literals = words.stream().filter(word -> !Route.isParameter(word)).toList();
    if (literals.isEmpty()) {
      return verb(route.method()) + "Root";
    }
    boolean endsWithParameter = Route.isParameter(words.getLast());
    String last = literals.getLast();
    String owner = owner(words, endsWithParameter);
    boolean isAction =
        route.method().equals("POST")
            && !endsWithParameter
            && hasParameterBefore(words)
            && !isCollection(last);
    if (isAction) {
      return Words.camel(last) + owner;
    }
    boolean isList = route.method().equals("GET") && !endsWithParameter && isCollection(last);
    String verb = isList ? "list" : verb(route.method());
    String object = isList ? Words.capital(last) : Words.capital(Words.singular(last));
    return verb + owner + object;
  }

  /// What the last thing belongs to: the `Order` of `/orders/{}/lines`.
  private static String owner(List<String> words, boolean endsWithParameter) {
    int end = endsWithParameter ? words.size() - 1 : words.size();
    for (int at = end - 2; at > 0; at--) {
      if (Route.isParameter(words.get(at)) && !Route.isParameter(words.get(at - 1))) {
        return Words.capital(Words.singular(words.get(at - 1)));
      }
    }
    return "";
  }

  private static boolean hasParameterBefore(List<String> words) {
    return words.stream().anyMatch(Route::isParameter);
  }

  private static boolean isCollection(String word) {
    return !Words.singular(word).equals(word);
  }

  private static String verb(String method) {
    return switch (method) {
      case "GET" -> "get";
      case "POST" -> "create";
      case "PUT" -> "replace";
      case "PATCH" -> "update";
      case "DELETE" -> "delete";
      case "QUERY" -> "query";
      default -> Words.camel(method.toLowerCase(Locale.ROOT));
    };
  }
}
