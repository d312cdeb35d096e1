package dev.concordat.contracts.openapi;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.Encodings;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.reading.Examples;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Schemas;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes request bodies of the `body` and `formData` parameters of Swagger 2.0.
final class SwaggerBodies {
  private final Reading reading;
  private final Schemas schemas;
  private final SwaggerParameters parameters;
  private final SwaggerMediaTypes mediaTypes;
  private final Examples examples;

  SwaggerBodies(
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

  /// The body of an operation; its own parameters take the place of the path item's.
  Optional<RequestBody> read(ObjectNode item, ObjectNode operation) {
    List<ObjectNode> shared = parameters.objects(item.get("parameters"));
    List<ObjectNode> own = parameters.objects(operation.get("parameters"));
    List<ObjectNode> bodies = of("body", own).isEmpty() ? of("body", shared) : of("body", own);
    Map<String, ObjectNode> fields = new LinkedHashMap<>();
    of("formData", shared).forEach(each -> addField(fields, each));
    of("formData", own).forEach(each -> addField(fields, each));
    if (!bodies.isEmpty()) {
      tellSecond(bodies, fields);
      return Optional.of(whole(operation, bodies.getFirst()));
    }
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SwaggerForm(reading, schemas, parameters, fields)
                .body(operation, mediaTypes.of(operation, "consumes")));
  }

  private static List<ObjectNode> of(String in, List<ObjectNode> all) {
    return all.stream().filter(node -> Reading.text(node, "in").equals(Optional.of(in))).toList();
  }

  private void addField(Map<String, ObjectNode> fields, ObjectNode node) {
    Optional<String> name = Reading.text(node, "name");
    name.ifPresent(text -> fields.put(text, node));
    if (name.isEmpty()) {
      reading.add(
          Problem.error(
              "contract/bad-parameter",
              node.place(),
              "the parameter has no name",
              "give it a 'name'"));
    }
  }

  private void tellSecond(List<ObjectNode> bodies, Map<String, ObjectNode> fields) {
    var ignored = new ArrayList<ObjectNode>(bodies.subList(1, bodies.size()));
    ignored.addAll(fields.values());
    ignored.stream()
        .findFirst()
        .ifPresent(
            node ->
                reading.add(
                    Problem.warning(
                        "contract/second-body",
                        node.place(),
                        "the operation has a body already, at "
                            + bodies.getFirst().place().shortForm()
                            + "; this parameter is not used",
                        "keep one parameter 'in: body', or only 'in: formData'")));
  }

  private RequestBody whole(ObjectNode operation, ObjectNode body) {
    Optional<Node> node = Reading.member(body, "schema");
    if (node.isEmpty()) {
      reading.add(
          Problem.warning(
              "contract/body-without-schema",
              body.place(),
              "the body has no 'schema', so any body holds",
              "add a 'schema' with what the body must be"));
    }
    Optional<Schema> schema = node.map(schemas::load);
    List<DocumentedExample> own = node.map(examples::ofSchema).orElseGet(List::of);
    schema.ifPresent(s -> examples.check(s, own, Direction.REQUEST));
    var content = new ArrayList<MediaTypeSpec>();
    for (MediaType type : SwaggerMediaTypes.orUnsaid(mediaTypes.of(operation, "consumes"))) {
      content.add(
          new MediaTypeSpec(
              type,
              schema,
              Optional.empty(),
              type.isJson() ? own : List.of(),
              Encodings.NONE,
              body));
    }
    return new RequestBody(Reading.flag(body, "required").orElse(false), content, body);
  }
}
