package dev.concordat.contracts.openapi;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.ParameterStyle;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Schemas;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Located;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads the parameters of Swagger 2.0 that travel outside of the body, and the headers of responses. Each of them is its
/// own schema.
final class SwaggerParameters {
  private static final Set<String> IN_THE_BODY = Set.of("body", "formData");
  // A contract of HTTP speaks of these elsewhere: `consumes`, `produces` and `security`.
  private static final Set<String> SAID_ELSEWHERE =
      Set.of("accept", "content-type", "authorization");

  private final Reading reading;
  private final Schemas schemas;

  SwaggerParameters(Reading reading, Schemas schemas) {
    this.reading = reading;
    this.schemas = schemas;
  }

  /// The parameter objects of a list, references followed.
  List<ObjectNode> objects(Optional<Node> list) {
    var objects = new ArrayList<ObjectNode>();
    if (list.orElse(null) instanceof ArrayNode array) {
      for (Node item : array.items()) {
        reading.object(item, "the parameter").ifPresent(objects::add);
      }
    }
    return objects;
  }

  List<Parameter> outsideOfBody(Optional<Node> list) {
    var parameters = new ArrayList<Parameter>();
    for (ObjectNode node : objects(list)) {
      if (!IN_THE_BODY.contains(Reading.text(node, "in").orElse(""))) {
        parameter(node).ifPresent(parameters::add);
      }
    }
    return parameters;
  }

  private Optional<Parameter> parameter(ObjectNode node) {
    Optional<String> name = Reading.text(node, "name");
    Optional<String> word = Reading.text(node, "in");
    Optional<ParameterLocation> in = word.flatMap(ParameterLocation::of);
    if (name.isEmpty() || in.isEmpty()) {
      String what =
          name.isEmpty()
              ? "the parameter has no name"
              : "the parameter '" + name.get() + "' is in '" + word.orElse("") + "'";
      reading.add(
          Problem.error(
              "contract/bad-parameter",
              node.place(),
              what,
              "give it a 'name' and 'in: path', 'query', 'header', 'formData' or 'body'"));
      return Optional.empty();
    }
    boolean isSaidElsewhere =
        in.get() == ParameterLocation.HEADER
            && SAID_ELSEWHERE.contains(name.get().toLowerCase(Locale.ROOT));
    return isSaidElsewhere ? Optional.empty() : Optional.of(of(name.get(), in.get(), node, node));
  }

  /// A header of a response.
  Optional<Parameter> header(ObjectNode.Member member) {
    if (member.name().equalsIgnoreCase("content-type")) {
      return Optional.empty();
    }
    return reading
        .object(member.value(), "the header '" + member.name() + "'")
        .map(node -> of(member.name(), ParameterLocation.HEADER, node, member));
  }

  private Parameter of(String name, ParameterLocation in, ObjectNode node, Located written) {
    boolean isList = isList(node);
    ParameterStyle style = isList ? style(node, in) : ParameterStyle.defaultOf(in);
    return new Parameter(
        name,
        in,
        in == ParameterLocation.PATH || Reading.flag(node, "required").orElse(false),
        schema(node),
        style,
        style == ParameterStyle.FORM && (!isList || isMulti(node)),
        examples(node),
        written);
  }

  /// The parameter as a schema; nothing where it says no type, or one that cannot be judged by its text.
  Optional<Schema> schema(ObjectNode node) {
    Optional<Node> misplaced = node.get("schema").filter(ObjectNode.class::isInstance);
    if (misplaced.isPresent() && !node.has("type")) {
      reading.add(
          Problem.warning(
              "contract/misplaced-schema",
              misplaced.get().place(),
              "only parameters in the body have a 'schema' in Swagger 2.0; it is used all the same",
              "write 'type' and the other keywords beside 'name'"));
      return misplaced.map(schemas::load);
    }
    if (isList(node)
        && node.get("items").orElse(null) instanceof ObjectNode items
        && isList(items)) {
      reading.add(
          Problem.warning(
              "contract/nested-list-parameter",
              items.place(),
              "a list of lists in a parameter is not judged",
              "send such a value in the body"));
      return Optional.empty();
    }
    return Optional.of(schemas.load(node));
  }

  static boolean isList(ObjectNode node) {
    return Reading.text(node, "type").equals(Optional.of("array"));
  }

  static boolean isMulti(ObjectNode node) {
    return Reading.text(node, "collectionFormat").equals(Optional.of("multi"));
  }

  /// How a list is written.
  ParameterStyle style(ObjectNode node, ParameterLocation in) {
    String format = Reading.text(node, "collectionFormat").orElse("csv");
    ParameterStyle plain = ParameterStyle.defaultOf(in);
    return switch (format) {
      case "csv" -> plain;
      case "ssv" -> ParameterStyle.SPACE_DELIMITED;
      case "tsv" -> ParameterStyle.TAB_DELIMITED;
      case "pipes" -> ParameterStyle.PIPE_DELIMITED;
      default -> {
        if (!format.equals("multi") || plain != ParameterStyle.FORM) {
          reading.add(badFormat(node, format, in));
        }
        yield plain;
      }
    };
  }

  private static Problem badFormat(ObjectNode node, String format, ParameterLocation in) {
    return Problem.warning(
        "contract/bad-collection-format",
        node.get("collectionFormat").map(Node::place).orElseGet(node::place),
        format.equals("multi")
            ? "'multi' repeats a field, which cannot be done in a " + in.word()
            : "the collectionFormat " + Shown.text(format) + " is none",
        "write csv, ssv, tsv or pipes; in queries and forms also multi; until then csv is read");
  }

  private static List<DocumentedExample> examples(ObjectNode node) {
    return Reading.member(node, "x-example").or(() -> Reading.member(node, "example")).stream()
        .map(value -> new DocumentedExample("", value))
        .toList();
  }
}
