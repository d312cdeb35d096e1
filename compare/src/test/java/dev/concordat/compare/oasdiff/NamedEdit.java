package dev.concordat.compare.oasdiff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// An edit of a contract, and the rule of oasdiff that tells it: a row of `places.txt`, or of `schemas.txt` at one part of a
/// message.
///
/// @param where what kind of place it stands at, as `places.txt` calls it
record NamedEdit(String rule, String where, String before, String after) {
  private static final String NOTICE = " with notice";
  private static final String TYPE = " of ";

  private static final Map<String, String> WHOLES =
      new TreeMap<>(
          Map.of(
              "request-body", "request",
              "response-body", "response",
              "request-parameter", "query",
              "response-header", "header"));

  private static final Map<String, String> INSIDES =
      new TreeMap<>(
          Map.of(
              "request-property", "request",
              "response-property", "response",
              "request-parameter-property", "query"));

  static List<NamedEdit> all() throws IOException {
    var edits = new ArrayList<NamedEdit>();
    for (List<String> cells : table("places.txt")) {
      edits.add(new NamedEdit(cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
    }
    for (List<String> cells : table("schemas.txt")) {
      WHOLES.forEach(
          (prefix, where) ->
              add(edits, prefix + "-" + cells.get(0), where, cells.get(1), cells.get(2)));
      INSIDES.forEach(
          (prefix, where) ->
              add(
                  edits,
                  prefix + "-" + cells.get(0),
                  where,
                  inside(cells.get(1)),
                  inside(cells.get(2))));
    }
    return edits;
  }

  private static String inside(String schema) {
    return "{type: object, properties: {p: " + schema + "}}";
  }

  private static void add(
      List<NamedEdit> edits, String rule, String where, String before, String after) {
    boolean isNew = edits.stream().noneMatch(edit -> edit.rule.equals(rule));
    if (isNew && OasdiffRules.level(rule).isPresent()) {
      edits.add(new NamedEdit(rule, where, before, after));
    }
  }

  private static List<List<String>> table(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(NamedEdit.class.getResourceAsStream("/oasdiff/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> List.of(line.strip().split("\\s+\\|\\s+")))
          .toList();
    }
  }

  boolean isWithNotice() {
    return where.endsWith(NOTICE);
  }

  /// Whether it stands in one operation, so that many edits fit into one document.
  boolean isOfOperation() {
    return !List.of("paths", "document", "components", "version").contains(kind());
  }

  private String kind() {
    String place = where.replace(NOTICE, "");
    return place.contains(TYPE) ? place.substring(0, place.indexOf(TYPE)) : place;
  }

  private String mediaType() {
    return where.contains(TYPE)
        ? where.substring(where.indexOf(TYPE) + TYPE.length())
        : "application/json";
  }

  private String text(boolean isNew) {
    return isNew ? after : before;
  }

  private String members(boolean isNew) {
    String text = text(isNew);
    return text.substring(1, text.length() - 1).strip();
  }

  /// One of the two documents that have these edits, each at a path of its own.
  static String document(List<NamedEdit> edits, boolean isNew) {
    var paths = new StringBuilder();
    for (int i = 0; i < edits.size(); i++) {
      paths.append("  /a").append(i).append(": ").append(edits.get(i).item(isNew)).append('\n');
    }
    NamedEdit first = edits.getFirst();
    return """
    openapi: 3.1.0
    info: {title: a, version: %s}
    paths:
    %s%scomponents:
      schemas:
        Cat: {title: Cat, type: object, required: [kind], properties: {kind: {const: cat}, sort: {type: string}}}
        Dog: {title: Dog, type: object, required: [kind], properties: {kind: {const: dog}, sort: {type: string}}}
    %s  securitySchemes:
        key: {type: apiKey, in: header, name: X-Key}
        oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: "https://a.example/t", scopes: {read: r, write: w}}}}
    %s%s
    """
        .formatted(
            first.kind().equals("version") ? first.text(isNew) : isNew ? "2.0.0" : "1.0.0",
            paths,
            first.kind().equals("paths") ? line("  ", first.members(isNew)) : "",
            first.component("schemas: {", isNew),
            first.component("securitySchemes: {", isNew),
            first.kind().equals("document") ? line("", first.members(isNew)) : "");
  }

  private static String line(String indent, String members) {
    return members.isEmpty() ? "" : indent + members + "\n";
  }

  private String component(String start, boolean isNew) {
    String members = kind().equals("components") ? members(isNew) : "";
    return members.startsWith(start)
        ? line("    ", members.substring(start.length(), members.length() - 1))
        : "";
  }

  private String item(boolean isNew) {
    String text = text(isNew);
    String schema = "{" + mediaType() + ": {schema: " + text + "}}";
    String parameter = "parameters: [{in: %s, name: p, schema: " + text + "}], ";
    String operation =
        switch (kind()) {
          case "request" -> "requestBody: {content: " + schema + "}, ";
          case "query" -> parameter.formatted("query");
          case "in-header" -> parameter.formatted("header");
          case "operation" -> members(isNew).isEmpty() ? "" : members(isNew) + ", ";
          // Something that breaks, so that the version should tell it.
          case "version" -> isNew ? "parameters: [{in: query, name: q, required: true}], " : "";
          default -> "";
        };
    String responses =
        switch (kind()) {
          case "response" -> "{\"200\": {description: a, content: " + schema + "}}";
          case "header" -> "{\"200\": {description: a, headers: {X-A: {schema: " + text + "}}}}";
          case "responses" -> text;
          default -> "{\"200\": {description: a}}";
        };
    String beside = kind().equals("item") && !members(isNew).isEmpty() ? members(isNew) + ", " : "";
    return "{" + beside + "post: {" + operation + "responses: " + responses + "}}";
  }
}
