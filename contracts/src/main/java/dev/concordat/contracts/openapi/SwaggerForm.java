package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.Encodings;
import dev.concordat.contracts.http.FieldEncoding;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Schemas;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Composition;
import dev.concordat.contracts.tree.Composition.Entry;
import dev.concordat.contracts.tree.Composition.Items;
import dev.concordat.contracts.tree.Composition.Members;
import dev.concordat.contracts.tree.Composition.Shared;
import dev.concordat.contracts.tree.Composition.Value;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The form that the `formData` parameters of an operation make together: an object of which each is a member.
final class SwaggerForm {
  private static final MediaType MULTIPART = MediaType.parse("multipart/form-data").orElseThrow();
  private static final MediaType URLENCODED =
      MediaType.parse("application/x-www-form-urlencoded").orElseThrow();

  private final Reading reading;
  private final Schemas schemas;
  private final SwaggerParameters parameters;
  private final Map<String, ObjectNode> fields;

  SwaggerForm(
      Reading reading,
      Schemas schemas,
      SwaggerParameters parameters,
      Map<String, ObjectNode> fields) {
    this.reading = reading;
    this.schemas = schemas;
    this.parameters = parameters;
    this.fields = fields;
  }

  RequestBody body(ObjectNode operation, List<MediaType> consumes) {
    ObjectNode first = fields.values().iterator().next();
    List<ObjectNode> required =
        fields.values().stream()
            .filter(node -> Reading.flag(node, "required").orElse(false))
            .toList();
    fields.values().forEach(parameters::schema);
    Schema schema = schemas.load(Composition.below(operation, form(operation, required)));
    var content = new ArrayList<MediaTypeSpec>();
    for (MediaType type : types(first, consumes)) {
      content.add(
          new MediaTypeSpec(
              type, Optional.of(schema), Optional.empty(), List.of(), encodings(type), first));
    }
    return new RequestBody(!required.isEmpty(), content, first);
  }

  private Members form(ObjectNode operation, List<ObjectNode> required) {
    var properties = new ArrayList<Entry>();
    fields.forEach((name, node) -> properties.add(Entry.named(name, new Shared(node))));
    var entries = new ArrayList<Entry>();
    ObjectNode first = fields.values().iterator().next();
    entries.add(Entry.named("type", new Value(first, new JsonString("object"))));
    entries.add(Entry.named("properties", new Members(operation, properties)));
    if (!required.isEmpty()) {
      var names = new ArrayList<Composition>();
      required.forEach(
          node ->
              names.add(new Value(node, new JsonString(Reading.text(node, "name").orElseThrow()))));
      entries.add(Entry.named("required", new Items(required.getFirst(), names)));
    }
    return new Members(first, entries);
  }

  /// The kinds of form that the operation takes. A file fits only into a multipart form.
  private List<MediaType> types(ObjectNode first, List<MediaType> consumes) {
    boolean hasFile = fields.values().stream().anyMatch(SwaggerForm::isFile);
    List<MediaType> forms =
        consumes.stream()
            .filter(type -> isLike(type, MULTIPART) || (!hasFile && isLike(type, URLENCODED)))
            .toList();
    if (!forms.isEmpty()) {
      return forms;
    }
    MediaType meant = hasFile ? MULTIPART : URLENCODED;
    if (!consumes.isEmpty()) {
      reading.add(
          Problem.warning(
              "contract/form-without-media-type",
              first.place(),
              "the operation takes a form, but it does not consume " + meant,
              "add '" + meant + "' to 'consumes'; until then it is taken as said"));
    }
    return List.of(meant);
  }

  private static boolean isLike(MediaType type, MediaType form) {
    return type.essence().equals(form.essence());
  }

  private static boolean isFile(ObjectNode node) {
    return Reading.text(node, "type").equals(Optional.of("file"));
  }

  /// Lists are written as their `collectionFormat` says; repeated parts are what a multipart form does by itself.
  private Encodings encodings(MediaType type) {
    Map<String, FieldEncoding> byName = new LinkedHashMap<>();
    for (Map.Entry<String, ObjectNode> field : fields.entrySet()) {
      ObjectNode node = field.getValue();
      boolean repeatsParts = isLike(type, MULTIPART) && SwaggerParameters.isMulti(node);
      if (SwaggerParameters.isList(node) && !repeatsParts) {
        byName.put(field.getKey(), encoding(node));
      }
    }
    return byName.isEmpty() ? Encodings.NONE : new Encodings(byName, List.of(), Optional.empty());
  }

  private FieldEncoding encoding(ObjectNode node) {
    return new FieldEncoding(
        List.of(),
        List.of(),
        Optional.of(parameters.style(node, ParameterLocation.QUERY)),
        SwaggerParameters.isMulti(node),
        false,
        Encodings.NONE,
        node);
  }
}
