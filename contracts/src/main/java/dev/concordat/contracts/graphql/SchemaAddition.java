package dev.concordat.contracts.graphql;

import graphql.language.Definition;
import graphql.language.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Adds definitions to a schema that was read.
// The library declares definitions without their type argument.
@SuppressWarnings("rawtypes")
final class SchemaAddition {
  private SchemaAddition() {}

  static GraphQlSchemaContract of(GraphQlSchemaContract schema, String text) {
    Document added = Parsing.strictly(text);
    List<Definition> all = new ArrayList<>(schema.definitions().getDefinitions());
    all.addAll(added.getDefinitions());
    Document document = Document.newDocument().definitions(all).build();
    var placeless = new Sentences.Introspected(schema.file(), Map.of(), Map.of());
    var model = new SchemaModel(placeless);
    Map<String, GraphQlType> types = new LinkedHashMap<>(schema.types());
    model.types(added).forEach((name, type) -> types.merge(name, type, SchemaModel::merged));
    Map<String, GraphQlDirective> directives = new LinkedHashMap<>(schema.directives());
    model.directives(added).forEach(directives::putIfAbsent);
    return new GraphQlSchemaContract(
        schema.file(),
        types,
        directives,
        SchemaModel.roots(document, types),
        schema.applied(),
        schema.isIntrospected(),
        document,
        new SchemaBuild(placeless, schema.file(), new ArrayList<>()).build(document),
        schema.problems());
  }
}
