package dev.concordat.contracts.graphql;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonBoolean;
import graphql.language.Argument;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.StringValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the result of an introspection tells and the library leaves out: deprecated arguments and input fields, `oneOf`
/// inputs, and where a scalar is specified.
// The library declares definitions without their type argument.
@SuppressWarnings("rawtypes")
final class IntrospectedExtras {
  private final Map<String, Node> types = new HashMap<>();
  private final Map<String, Node> directives = new HashMap<>();

  IntrospectedExtras(Optional<ObjectNode> schema) {
    schema.ifPresent(one -> named(one, "types").forEach(types::putIfAbsent));
    schema.ifPresent(one -> named(one, "directives").forEach(directives::putIfAbsent));
  }

  Document added(Document document) {
    List<Definition> definitions = document.getDefinitions().stream().map(this::added).toList();
    return Document.newDocument().definitions(definitions).build();
  }

  private Definition added(Definition definition) {
    return switch (definition) {
      case ScalarTypeDefinition scalar ->
          text(type(scalar.getName()), "specifiedByURL")
              .<Definition>map(
                  url ->
                      scalar.transform(
                          builder -> builder.directive(directive("specifiedBy", "url", url))))
              .orElse(scalar);
      case InputObjectTypeDefinition input ->
          input.transform(
              builder -> {
                Optional<Node> node = type(input.getName());
                builder.inputValueDefinitions(
                    inputs(node, "inputFields", input.getInputValueDefinitions()));
                if (is(node, "isOneOf")) {
                  builder.directive(Directive.newDirective().name("oneOf").build());
                }
              });
      case ObjectTypeDefinition object ->
          object.transform(
              builder ->
                  builder.fieldDefinitions(
                      fields(type(object.getName()), object.getFieldDefinitions())));
      case InterfaceTypeDefinition one ->
          one.transform(
              builder ->
                  builder.definitions(fields(type(one.getName()), one.getFieldDefinitions())));
      case DirectiveDefinition one ->
          one.transform(
              builder ->
                  builder.inputValueDefinitions(
                      inputs(
                          Optional.ofNullable(directives.get(one.getName())),
                          "args",
                          one.getInputValueDefinitions())));
      default -> definition;
    };
  }

  private Optional<Node> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  private static List<FieldDefinition> fields(Optional<Node> type, List<FieldDefinition> fields) {
    Map<String, Node> nodes = type.map(one -> named(one, "fields")).orElseGet(Map::of);
    return fields.stream()
        .map(
            field ->
                field.transform(
                    builder ->
                        builder.inputValueDefinitions(
                            inputs(
                                Optional.ofNullable(nodes.get(field.getName())),
                                "args",
                                field.getInputValueDefinitions()))))
        .toList();
  }

  private static List<InputValueDefinition> inputs(
      Optional<Node> owner, String part, List<InputValueDefinition> inputs) {
    Map<String, Node> nodes = owner.map(one -> named(one, part)).orElseGet(Map::of);
    return inputs.stream()
        .map(input -> deprecated(Optional.ofNullable(nodes.get(input.getName())), input))
        .toList();
  }

  private static InputValueDefinition deprecated(Optional<Node> node, InputValueDefinition input) {
    if (!is(node, "isDeprecated") || input.hasDirective("deprecated")) {
      return input;
    }
    Directive directive =
        text(node, "deprecationReason")
            .map(reason -> directive("deprecated", "reason", reason))
            .orElseGet(() -> Directive.newDirective().name("deprecated").build());
    return input.transform(builder -> builder.directive(directive));
  }

  private static Directive directive(String name, String argument, String value) {
    return Directive.newDirective()
        .name(name)
        .argument(Argument.newArgument().name(argument).value(StringValue.of(value)).build())
        .build();
  }

  private static Map<String, Node> named(Node owner, String part) {
    Map<String, Node> nodes = new HashMap<>();
    Introspection.member(owner, part).stream()
        .flatMap(all -> Introspection.items(all).stream())
        .forEach(
            one -> text(Optional.of(one), "name").ifPresent(name -> nodes.putIfAbsent(name, one)));
    return nodes;
  }

  private static Optional<String> text(Optional<Node> node, String member) {
    return node.flatMap(one -> Introspection.member(one, member))
        .filter(ScalarNode.class::isInstance)
        .flatMap(scalar -> ((ScalarNode) scalar).text());
  }

  private static boolean is(Optional<Node> node, String member) {
    return node.flatMap(one -> Introspection.member(one, member))
        .filter(one -> one.toJson().equals(new JsonBoolean(true)))
        .isPresent();
  }
}
