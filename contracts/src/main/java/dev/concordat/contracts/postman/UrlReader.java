package dev.concordat.contracts.postman;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads the address of a request: a text, or an object with its pieces.
final class UrlReader {
  private static final Set<String> KNOWN =
      Set.of("raw", "protocol", "host", "path", "port", "query", "hash", "variable", "auth");

  private final FieldReader fields;

  UrlReader(FieldReader fields) {
    this.fields = fields;
  }

  Optional<Address> read(Node node, Variables variables) {
    if (!(node instanceof ObjectNode url)) {
      return Optional.of(text(node))
          .filter(text -> !text.isBlank())
          .map(text -> Address.parse(variables.resolve(text.strip())));
    }
    fields.expectOnly(url, "a url", KNOWN);
    if (Reading.member(url, "host").isEmpty() && Reading.member(url, "path").isEmpty()) {
      return fields.text(url, "raw").map(raw -> Address.parse(variables.resolve(raw)));
    }
    return Optional.of(pieces(url, variables));
  }

  private Address pieces(ObjectNode url, Variables variables) {
    // A variable in place of the host may bring scheme, port and the start of the path with it.
    String protocol = fields.text(url, "protocol").map(text -> text + "://").orElse("");
    String host = variables.resolve(joined(url, "host", "."));
    String port = fields.text(url, "port").map(text -> ":" + variables.resolve(text)).orElse("");
    Address start = Address.parse((host.contains("://") ? "" : protocol) + host + port);
    List<String> segments = segments(url, variables);
    String base = start.path().equals("/") ? "" : start.path();
    return new Address(
        start.scheme(),
        start.host(),
        segments.isEmpty() ? start.path() : base + Address.path(segments),
        query(url, variables),
        pathVariables(url, variables));
  }

  private List<String> segments(ObjectNode url, Variables variables) {
    var segments = new ArrayList<String>();
    Node path = Reading.member(url, "path").orElse(url);
    if (path instanceof ArrayNode array) {
      array.items().forEach(item -> segments.add(variables.resolve(segment(item))));
    } else if (path != url) {
      String text = variables.resolve(text(path));
      segments.addAll(List.of((text.startsWith("/") ? text.substring(1) : text).split("/", -1)));
    }
    return segments;
  }

  private Map<String, String> pathVariables(ObjectNode url, Variables variables) {
    var given = new TreeMap<String, String>();
    for (ObjectNode variable : fields.objects(url, "variable", "a variable")) {
      fields
          .text(variable, "key")
          .or(() -> fields.text(variable, "id"))
          .ifPresent(
              name ->
                  given.put(name, variables.resolve(Reading.text(variable, "value").orElse(""))));
    }
    return given;
  }

  private static String segment(Node item) {
    return item instanceof ObjectNode object
        ? Reading.text(object, "value").orElse("")
        : text(item);
  }

  private List<Address.Pair> query(ObjectNode url, Variables variables) {
    return fields.objects(url, "query", "a query parameter").stream()
        .filter(one -> !fields.flag(one, "disabled"))
        .filter(one -> Reading.text(one, "key").isPresent())
        .map(
            one ->
                new Address.Pair(
                    variables.resolve(Reading.text(one, "key").orElse("")),
                    variables.resolve(Reading.text(one, "value").orElse(""))))
        .toList();
  }

  private String joined(ObjectNode url, String member, String separator) {
    return url.get(member).orElse(null) instanceof ArrayNode array
        ? String.join(separator, array.items().stream().map(UrlReader::text).toList())
        : fields.text(url, member).orElse("");
  }

  private static String text(Node node) {
    return node.toJson() instanceof JsonString(String text) ? text : node.toString();
  }
}
