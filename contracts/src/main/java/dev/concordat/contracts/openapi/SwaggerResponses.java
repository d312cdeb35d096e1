package dev.concordat.contracts.openapi;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.Encodings;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.reading.Examples;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Schemas;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the responses of Swagger 2.0: one schema for all media types.
final class SwaggerResponses {
  private final Reading reading;
  private final Schemas schemas;
  private final SwaggerParameters parameters;
  private final SwaggerMediaTypes mediaTypes;
  private final Examples examples;

  SwaggerResponses(
      Reading reading,
      Schemas schemas,
      SwaggerParameters parameters,
      SwaggerMediaTypes mediaTypes) {
    this.reading = reading;
    this.schemas = schemas;
    this.parameters = parameters;
    this.mediaTypes = mediaTypes;
    this.examples = new Examples(reading);
  }

  Optional<ResponseSpec> read(ObjectNode operation, ObjectNode.Member member) {
    Optional<String> status = Statuses.read(reading, member);
    return status
        .flatMap(ignored -> reading.object(member, "the response"))
        .map(
            response ->
                new ResponseSpec(
                    status.orElseThrow(),
                    headers(response),
                    content(operation, response),
                    List.of(),
                    member));
  }

  private List<Parameter> headers(ObjectNode response) {
    var headers = new ArrayList<Parameter>();
    for (ObjectNode.Member member : OpenApiReader.members(response.get("headers"))) {
      parameters.header(member).ifPresent(headers::add);
    }
    return headers;
  }

  private List<MediaTypeSpec> content(ObjectNode operation, ObjectNode response) {
    Optional<ObjectNode.Member> written = response.member("schema");
    if (written.isEmpty()) {
      return List.of();
    }
    ObjectNode.Member member = written.get();
    boolean isFile = isFile(member.value());
    Optional<Schema> schema =
        isFile ? Optional.empty() : Optional.of(member.value()).map(schemas::load);
    var content = new ArrayList<MediaTypeSpec>();
    List<MediaType> types = mediaTypes.of(operation, "produces");
    for (MediaType type :
        isFile && types.isEmpty() ? ANYTHING : SwaggerMediaTypes.orUnsaid(types)) {
      List<DocumentedExample> own = examples(response, type, member.value());
      schema.ifPresent(s -> examples.check(s, own, Direction.RESPONSE));
      content.add(new MediaTypeSpec(type, schema, Optional.empty(), own, Encodings.NONE, member));
    }
    return content;
  }

  private static final List<MediaType> ANYTHING = List.of(MediaType.parse("*/*").orElseThrow());

  private static boolean isFile(Node schema) {
    return schema instanceof ObjectNode object
        && Reading.text(object, "type").equals(Optional.of("file"));
  }

  /// The response's example in this media type; JSON's is the schema's own where it has none.
  private List<DocumentedExample> examples(ObjectNode response, MediaType type, Node schema) {
    var found = new ArrayList<DocumentedExample>();
    for (ObjectNode.Member member : OpenApiReader.members(response.get("examples"))) {
      boolean isOfType =
          MediaType.parse(member.name())
              .map(each -> each.essence().equals(type.essence()))
              .orElse(false);
      if (isOfType) {
        found.add(new DocumentedExample("", member.value()));
      }
    }
    return found.isEmpty() && type.isJson() ? examples.ofSchema(schema) : found;
  }
}
