package dev.concordat.contracts.avro;

import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What Avro documents mean: all that decides how data is written, read by another schema, sorted or judged. The order of
/// fields, symbols and branches is part of it, for bytes depend on it.
final class AvroMeaning {
  private final AvroSchema schema;

  private AvroMeaning(AvroSchema schema) {
    this.schema = schema;
  }

  static Term of(AvroSchema schema) {
    return TermMembers.of("avro").put("type", new AvroMeaning(schema).type(schema.root())).term();
  }

  static Term own(AvroContract.Content content) {
    return switch (content) {
      case AvroContract.Content.OfSchema(AvroSchema schema) -> of(schema);
      case AvroContract.Content.OfProtocol(AvroProtocol protocol) ->
          TermMembers.of("avro-protocol").text("name", protocol.fullName()).term();
    };
  }

  static Map<String, Term> parts(AvroContract.Content content) {
    var parts = new TreeMap<String, Term>();
    if (content instanceof AvroContract.Content.OfProtocol(AvroProtocol protocol)) {
      for (AvroProtocol.Message message : protocol.messages()) {
        parts.put(
            message.name(), new AvroMeaning(protocol.schema(message.response())).message(message));
      }
    }
    return parts;
  }

  private Term message(AvroProtocol.Message message) {
    return TermMembers.of("message")
        .text("name", message.name())
        .sequence("request", fields(message.request()))
        .put("response", type(message.response()))
        .sequence("errors", message.errors().stream().map(this::type).toList())
        .flag("oneWay", message.isOneWay())
        .term();
  }

  private Term type(AvroType type) {
    return switch (type) {
      case AvroType.Primitive primitive ->
          TermMembers.of(primitive.kind().text())
              .maybe("logical", logical(primitive.logical()))
              .term();
      case AvroType.Items array -> TermMembers.of("array").put("of", type(array.items())).term();
      case AvroType.Values map -> TermMembers.of("map").put("of", type(map.values())).term();
      case AvroType.Union union ->
          TermMembers.of("union")
              .sequence("branches", union.branches().stream().map(this::type).toList())
              .term();
      case AvroType.Named named ->
          schema
              .definition(named)
              .<Term>map(definition -> new Term.Knot(definition, () -> definition(definition)))
              .orElse(Term.NOTHING);
      case AvroType.Unreadable ignored -> Term.NOTHING;
    };
  }

  private static Optional<Term> logical(Optional<LogicalType> logical) {
    return logical.map(
        meaning ->
            TermMembers.of(meaning.kind().text())
                .put("precision", Term.number(meaning.precision()))
                .put("scale", Term.number(meaning.scale()))
                .term());
  }

  private Term definition(AvroDefinition definition) {
    TermMembers members =
        TermMembers.of("definition")
            .text("name", definition.fullName())
            .choices("aliases", definition.aliases().stream().map(Term::text).toList());
    return switch (definition) {
      case AvroDefinition.Structure structure ->
          members
              .flag("error", structure.isError())
              .put("fields", new Term.Sequence(fields(structure.fields())))
              .term();
      case AvroDefinition.Enumeration enumeration ->
          members
              .put(
                  "symbols",
                  new Term.Sequence(enumeration.symbols().stream().map(Term::text).toList()))
              .maybe("default", enumeration.defaultSymbol().map(Term::text))
              .term();
      case AvroDefinition.Fixed fixed ->
          members
              .put("size", Term.number(fixed.size()))
              .maybe("logical", logical(fixed.logical()))
              .term();
    };
  }

  private List<Term> fields(List<AvroField> fields) {
    return fields.stream().map(this::field).toList();
  }

  private Term field(AvroField field) {
    return TermMembers.of("field")
        .text("name", field.name())
        .choices("aliases", field.aliases().stream().map(Term::text).toList())
        .put("type", type(field.type()))
        .maybe("default", field.defaultValue().map(Term::json))
        .text("order", field.order() == AvroField.Order.ASCENDING ? "" : field.order().name())
        .term();
  }
}
