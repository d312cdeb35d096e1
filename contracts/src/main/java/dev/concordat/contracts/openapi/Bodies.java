package dev.concordat.contracts.openapi;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.reading.Examples;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Schemas;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads request bodies and responses.
final class Bodies {
  private final Reading reading;
  private final Schemas schemas;
  private final Parameters parameters;
  private final Examples examples;
  private final EncodingReader encodings;
  private final Links links;
  // A response under `components` is used by hundreds of operations and read once.
  private final Map<Body, List<MediaTypeSpec>> known = new HashMap<>();

  private final Map<String, Optional<MediaType>> types = new HashMap<>();

  private record Body(ObjectNode node, Direction direction) {}

  Bodies(Reading reading, Schemas schemas, Parameters parameters, Links links) {
    this.reading = reading;
    this.schemas = schemas;
    this.parameters = parameters;
    this.examples = new Examples(reading);
    this.encodings = new EncodingReader(reading, parameters);
    this.links = links;
  }

  Optional<RequestBody> request(Node node) {
    return reading
        .object(node, "the request body")
        .map(
            body ->
                new RequestBody(
                    Reading.flag(body, "required").orElse(false),
                    content(body, Direction.REQUEST),
                    body));
  }

  Optional<ResponseSpec> response(ObjectNode.Member member) {
    Optional<String> status = Statuses.read(reading, member);
    return status
        .flatMap(ignored -> reading.object(member, "the response"))
        .map(
            response ->
                new ResponseSpec(
                    status.orElseThrow(),
                    headers(response),
                    content(response, Direction.RESPONSE),
                    links.of(response),
                    member));
  }

  private List<Parameter> headers(ObjectNode response) {
    var headers = new ArrayList<Parameter>();
    for (ObjectNode.Member member : OpenApiReader.members(response.get("headers"))) {
      parameters.header(member).ifPresent(headers::add);
    }
    return headers;
  }

  private List<MediaTypeSpec> content(ObjectNode body, Direction direction) {
    return known.computeIfAbsent(new Body(body, direction), ignored -> read(body, direction));
  }

  private List<MediaTypeSpec> read(ObjectNode body, Direction direction) {
    var content = new ArrayList<MediaTypeSpec>();
    for (ObjectNode.Member member : OpenApiReader.members(body.get("content"))) {
      Optional<MediaType> type = types.computeIfAbsent(member.name(), MediaType::parse);
      if (type.isEmpty()) {
        reading.add(
            Problem.error(
                "contract/bad-media-type",
                member.place(),
                "'" + member.name() + "' is not a media type",
                "write type and subtype, such as 'application/json'"));
      } else {
        reading
            .object(member, "the media type")
            .ifPresent(node -> content.add(mediaType(type.get(), member, node, direction)));
      }
    }
    return List.copyOf(content);
  }

  private MediaTypeSpec mediaType(
      MediaType type, ObjectNode.Member member, ObjectNode node, Direction direction) {
    Optional<Node> schemaNode = node.get("schema");
    Optional<Schema> schema = schemaNode.map(schemas::load);
    List<DocumentedExample> own = examples.of(node);
    List<DocumentedExample> all =
        own.isEmpty() ? schemaNode.map(examples::ofSchema).orElseGet(List::of) : own;
    schema.ifPresent(s -> examples.check(s, all, direction));
    Optional<Schema> itemSchema = node.get("itemSchema").map(schemas::load);
    return new MediaTypeSpec(type, schema, itemSchema, all, encodings.of(node), member);
  }
}
