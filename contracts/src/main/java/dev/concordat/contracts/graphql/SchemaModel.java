package dev.concordat.contracts.graphql;

import dev.concordat.contracts.graphql.GraphQlType.Applied;
import dev.concordat.contracts.graphql.GraphQlType.EnumValue;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.contracts.graphql.GraphQlType.Kind;
import dev.concordat.model.place.Place;
import graphql.language.AstPrinter;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectiveLocation;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLExtensionDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes our model of a schema from its definitions: the first of each name, and all extensions of it.
final class SchemaModel {
  private final Sentences sentences;
  private final DescribedNodes described;

  SchemaModel(Sentences sentences) {
    this.sentences = sentences;
    described = new DescribedNodes(sentences);
  }

  Map<String, GraphQlType> types(Document document) {
    Map<String, GraphQlType> types = new LinkedHashMap<>();
    for (boolean isExtension : List.of(false, true)) {
      for (TypeDefinition<?> type : definitions(document)) {
        if (type instanceof SDLExtensionDefinition == isExtension) {
          GraphQlType read = type(type);
          types.merge(
              type.getName(), read, (known, added) -> isExtension ? merged(known, added) : known);
        }
      }
    }
    return types;
  }

  private static List<TypeDefinition<?>> definitions(Document document) {
    var types = new ArrayList<TypeDefinition<?>>();
    document.getDefinitions().stream()
        .filter(TypeDefinition.class::isInstance)
        .forEach(one -> types.add((TypeDefinition<?>) one));
    return types;
  }

  Map<String, GraphQlDirective> directives(Document document) {
    Map<String, GraphQlDirective> directives = new LinkedHashMap<>();
    document
        .getDefinitionsOfType(DirectiveDefinition.class)
        .forEach(one -> directives.putIfAbsent(one.getName(), directive(one)));
    return directives;
  }

  private GraphQlDirective directive(DirectiveDefinition one) {
    Place place = sentences.place(one, "@" + one.getName());
    return new GraphQlDirective(
        one.getName(),
        DescribedNodes.description(one),
        inputs("@" + one.getName(), one.getInputValueDefinitions()),
        one.getDirectiveLocations().stream().map(DirectiveLocation::getName).toList(),
        one.isRepeatable(),
        place,
        sentences.line(place));
  }

  /// The directives on the schema itself and on its extensions.
  List<Applied> applied(Document document) {
    return document.getDefinitionsOfType(SchemaDefinition.class).stream()
        .flatMap(one -> described.applied(one, "schema").stream())
        .toList();
  }

  /// `query`, `mutation` and `subscription` with the names of their types.
  static Map<String, String> roots(Document document, Map<String, GraphQlType> types) {
    Map<String, String> roots = new LinkedHashMap<>();
    document.getDefinitionsOfType(SchemaDefinition.class).stream()
        .flatMap(one -> one.getOperationTypeDefinitions().stream())
        .forEach(one -> roots.putIfAbsent(one.getName(), one.getTypeName().getName()));
    boolean isImplied =
        document.getDefinitionsOfType(SchemaDefinition.class).stream()
            .allMatch(SDLExtensionDefinition.class::isInstance);
    if (isImplied) {
      Map.of("query", "Query", "mutation", "Mutation", "subscription", "Subscription")
          .forEach(
              (operation, name) -> {
                if (types.containsKey(name)) {
                  roots.putIfAbsent(operation, name);
                }
              });
    }
    return roots;
  }

  static GraphQlType merged(GraphQlType known, GraphQlType added) {
    return new GraphQlType(
        known.name(),
        known.kind(),
        known.description(),
        joined(known.fields(), added.fields()),
        joined(known.values(), added.values()),
        joined(known.members(), added.members()),
        joined(known.interfaces(), added.interfaces()),
        joined(known.directives(), added.directives()),
        known.place(),
        known.sentence());
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private GraphQlType type(TypeDefinition<?> type) {
    String name = type.getName();
    return switch (type) {
      case ObjectTypeDefinition object ->
          of(
              type,
              Kind.OBJECT,
              fields(name, object.getFieldDefinitions()),
              List.of(),
              List.of(),
              names(object.getImplements()));
      case InterfaceTypeDefinition one ->
          of(
              type,
              Kind.INTERFACE,
              fields(name, one.getFieldDefinitions()),
              List.of(),
              List.of(),
              names(one.getImplements()));
      case InputObjectTypeDefinition input ->
          of(
              type,
              Kind.INPUT,
              inputs(name, input.getInputValueDefinitions()),
              List.of(),
              List.of(),
              List.of());
      case EnumTypeDefinition one ->
          of(
              type,
              Kind.ENUM,
              List.of(),
              values(name, one.getEnumValueDefinitions()),
              List.of(),
              List.of());
      case UnionTypeDefinition union ->
          of(type, Kind.UNION, List.of(), List.of(), names(union.getMemberTypes()), List.of());
      case ScalarTypeDefinition ignored ->
          of(type, Kind.SCALAR, List.of(), List.of(), List.of(), List.of());
      default -> of(type, Kind.SCALAR, List.of(), List.of(), List.of(), List.of());
    };
  }

  private GraphQlType of(
      TypeDefinition<?> type,
      Kind kind,
      List<Field> fields,
      List<EnumValue> values,
      List<String> members,
      List<String> interfaces) {
    Place place = sentences.place(type, type.getName());
    return new GraphQlType(
        type.getName(),
        kind,
        DescribedNodes.description(type),
        fields,
        values,
        members,
        interfaces,
        described.applied(type, type.getName()),
        place,
        sentences.line(place));
  }

  private static List<String> names(List<?> types) {
    return types.stream()
        .filter(TypeName.class::isInstance)
        .map(type -> ((TypeName) type).getName())
        .toList();
  }

  private List<Field> fields(String type, List<FieldDefinition> fields) {
    return fields.stream()
        .map(
            field ->
                field(
                    field,
                    type + "." + field.getName(),
                    field.getName(),
                    field.getType(),
                    inputs(type + "." + field.getName(), field.getInputValueDefinitions()),
                    Optional.empty()))
        .toList();
  }

  private List<Field> inputs(String owner, List<InputValueDefinition> inputs) {
    return inputs.stream()
        .map(
            input ->
                field(
                    input,
                    owner + "." + input.getName(),
                    input.getName(),
                    input.getType(),
                    List.of(),
                    Optional.ofNullable(input.getDefaultValue()).map(AstPrinter::printAst)))
        .toList();
  }

  private Field field(
      DirectivesContainer<?> node,
      String path,
      String name,
      Type<?> type,
      List<Field> arguments,
      Optional<String> defaultValue) {
    Place place = sentences.place(node, path);
    return new Field(
        name,
        AstPrinter.printAst(type),
        arguments,
        defaultValue,
        DescribedNodes.deprecation(node),
        DescribedNodes.description(node),
        described.applied(node, path),
        place,
        sentences.line(place));
  }

  private List<EnumValue> values(String type, List<EnumValueDefinition> values) {
    return values.stream()
        .map(
            value -> {
              String path = type + "." + value.getName();
              Place place = sentences.place(value, path);
              return new EnumValue(
                  value.getName(),
                  DescribedNodes.deprecation(value),
                  DescribedNodes.description(value),
                  described.applied(value, path),
                  place,
                  sentences.line(place));
            })
        .toList();
  }
}
