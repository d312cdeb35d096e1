package dev.concordat.contracts.postman;

import dev.concordat.contracts.http.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The address of a request with its variables resolved; what is still variable is a piece of the path's template.
///
/// @param host with its port; empty where a variable without a value stands in its place
/// @param path a template as in `/orders/{id}` where it has variables
/// @param query names and values as they are meant, not percent-encoded
/// @param examples values that the collection gives variables of the path
record Address(
    String scheme, String host, String path, List<Pair> query, Map<String, String> examples) {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

  record Pair(String name, String value) {}

  Address {
    query = List.copyOf(query);
    examples = Map.copyOf(examples);
  }

  boolean isTemplate() {
    return path.indexOf('{') >= 0;
  }

  /// The request target with the examples in the path; empty where something is still variable.
  Optional<String> target() {
    Matcher variables = VARIABLE.matcher(path);
    var filled = new StringBuilder();
    int from = 0;
    while (variables.find()) {
      String example = examples.getOrDefault(variables.group(1), "");
      if (example.isEmpty()) {
        return Optional.empty();
      }
      filled.append(path, from, variables.start()).append(Percent.encode(example));
      from = variables.end();
    }
    filled.append(path, from, path.length());
    String pairs =
        query.stream()
            .map(pair -> Percent.encode(pair.name()) + "=" + Percent.encode(pair.value()))
            .collect(Collectors.joining("&"));
    String target = pairs.isEmpty() ? filled.toString() : filled + "?" + pairs;
    return target.contains("%7B%7B") ? Optional.empty() : Optional.of(target);
  }

  /// An address that is written as one text: `{{baseUrl}}/orders/:id?limit=2`.
  static Address parse(String text) {
    int fragment = text.indexOf('#');
    String whole = fragment < 0 ? text : text.substring(0, fragment);
    int question = whole.indexOf('?');
    String before = question < 0 ? whole : whole.substring(0, question);
    String query = question < 0 ? "" : whole.substring(question + 1);
    int colon = before.indexOf("://");
    String scheme = colon < 0 ? "" : before.substring(0, colon);
    String rest = colon < 0 ? before : before.substring(colon + 3);
    int slash = rest.indexOf('/');
    String host = slash < 0 ? rest : rest.substring(0, slash);
    List<String> segments =
        slash < 0 ? List.of() : List.of(rest.substring(slash + 1).split("/", -1));
    return new Address(scheme, known(host), path(segments), pairs(query), Map.of());
  }

  /// The path of segments, of which `:id` and `{{id}}` are variables.
  static String path(List<String> segments) {
    var path = new StringBuilder();
    for (String segment : segments) {
      path.append('/').append(template(segment));
    }
    return path.isEmpty() ? "/" : path.toString();
  }

  private static String template(String segment) {
    if (segment.length() > 1 && segment.startsWith(":")) {
      return "{" + segment.substring(1) + "}";
    }
    return segment.replace("{{", "{").replace("}}", "}");
  }

  /// A host that a variable stands for is not known.
  static String known(String host) {
    return host.contains("{{") ? "" : host;
  }

  private static List<Pair> pairs(String query) {
    var pairs = new ArrayList<Pair>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int sign = pair.indexOf('=');
        String name = sign < 0 ? pair : pair.substring(0, sign);
        String value = sign < 0 ? "" : pair.substring(sign + 1);
        pairs.add(new Pair(Percent.decodeForm(name), Percent.decodeForm(value)));
      }
    }
    return pairs;
  }
}
