package dev.concordat.contracts.openapi;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.ParameterStyle;
import dev.concordat.contracts.reading.Examples;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Schemas;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Located;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads parameters and response headers.
final class Parameters {
  // OpenAPI 3.1, section 4.8.12.1: parameters of these names are ignored.
  private static final Set<String> NOT_PARAMETERS =
      Set.of("accept", "content-type", "authorization");

  private final Reading reading;
  private final Schemas schemas;
  private final Examples examples;
  // A parameter under `components` is used by hundreds of operations and read once.
  private final Map<ObjectNode, Optional<Parameter>> known = new HashMap<>();

  Parameters(Reading reading, Schemas schemas) {
    this.reading = reading;
    this.schemas = schemas;
    this.examples = new Examples(reading);
  }

  List<Parameter> list(Optional<Node> node) {
    var parameters = new ArrayList<Parameter>();
    if (node.orElse(null) instanceof ArrayNode list) {
      for (Node item : list.items()) {
        Optional<ObjectNode> found = reading.object(item, "the parameter");
        if (found.isPresent()) {
          boolean isShared = found.get() != item;
          (isShared ? known.computeIfAbsent(found.get(), this::parameter) : parameter(found.get()))
              .ifPresent(parameters::add);
        }
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
              "give it a 'name' and 'in: path', 'query', 'querystring', 'header' or 'cookie'"));
      return Optional.empty();
    }
    boolean isIgnored =
        in.get() == ParameterLocation.HEADER
            && NOT_PARAMETERS.contains(name.get().toLowerCase(Locale.ROOT));
    return isIgnored ? Optional.empty() : Optional.of(of(name.get(), in.get(), node));
  }

  /// A header of a response.
  Optional<Parameter> header(ObjectNode.Member member) {
    if (member.name().equalsIgnoreCase("content-type")) {
      return Optional.empty();
    }
    return reading
        .object(member, "the header")
        .map(
            node -> {
              Parameter header = of(member.name(), ParameterLocation.HEADER, node);
              return at(header, member);
            });
  }

  private Parameter of(String name, ParameterLocation in, ObjectNode node) {
    Optional<ObjectNode.Member> written =
        OpenApiReader.members(node.get("content")).stream().findFirst();
    Optional<ObjectNode> content = written.flatMap(this::mediaType);
    ParameterStyle style =
        content.isPresent()
            ? ParameterStyle.JSON
            : Reading.text(node, "style")
                .flatMap(ParameterStyle::of)
                .orElseGet(() -> ParameterStyle.defaultOf(in));
    Optional<Node> schemaNode = content.orElse(node).get("schema");
    Optional<Schema> schema = schemaNode.map(schemas::load);
    List<DocumentedExample> all = examples(content.orElse(node), schemaNode);
    schema.ifPresent(s -> examples.check(s, all, Direction.NONE));
    return new Parameter(
        name,
        in,
        in == ParameterLocation.PATH || Reading.flag(node, "required").orElse(false),
        schema,
        style,
        Reading.flag(node, "explode").orElse(isExplodedByDefault(style)),
        written.flatMap(member -> content(member, schema, all)),
        all,
        node);
  }

  private List<DocumentedExample> examples(ObjectNode holder, Optional<Node> schema) {
    List<DocumentedExample> own = examples.of(holder);
    return own.isEmpty() ? schema.map(examples::ofSchema).orElseGet(List::of) : own;
  }

  private static boolean isExplodedByDefault(ParameterStyle style) {
    return style == ParameterStyle.FORM || style == ParameterStyle.COOKIE;
  }

  private Optional<ObjectNode> mediaType(ObjectNode.Member member) {
    return reading.object(member.value(), "the content of the parameter");
  }

  private Optional<MediaTypeSpec> content(
      ObjectNode.Member member, Optional<Schema> schema, List<DocumentedExample> all) {
    Optional<MediaType> type = MediaType.parse(member.name());
    if (type.isEmpty()) {
      reading.add(
          Problem.error(
              "contract/bad-media-type",
              member.place(),
              "'" + member.name() + "' is not a media type",
              "write type and subtype, such as 'application/json'"));
    }
    return type.flatMap(
        known ->
            mediaType(member)
                .map(
                    node ->
                        new MediaTypeSpec(
                            known,
                            schema,
                            node.get("itemSchema").map(schemas::load),
                            all,
                            new EncodingReader(reading, this).of(node),
                            member)));
  }

  private static Parameter at(Parameter p, Located written) {
    return new Parameter(
        p.name(),
        p.in(),
        p.required(),
        p.schema(),
        p.style(),
        p.explode(),
        p.content(),
        p.examples(),
        written);
  }

  static Parameter undeclared(String name, ObjectNode.Member operation) {
    Optional<Schema> anything = Optional.empty();
    return new Parameter(
        name,
        ParameterLocation.PATH,
        true,
        anything,
        ParameterStyle.SIMPLE,
        false,
        List.of(),
        operation);
  }
}
