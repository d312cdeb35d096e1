package dev.concordat.compare.graphql;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.TypeResolutionEnvironment;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// graphql-java as a judge that knows nothing of our own code.
final class GraphQlJava {
  /// A null in an answer; maps of graphql-java's input have plain ones.
  static final Object NOTHING = new Object();

  private static final Set<ErrorClassification> REFUSALS =
      Set.of(ErrorType.ValidationError, ErrorType.InvalidSyntax, ErrorType.OperationNotSupported);

  private GraphQlJava() {}

  /// Whether an operation with its variables gets as far as being executed.
  static boolean takes(String schema, String document, Map<String, Object> variables) {
    ExecutionResult result = execute(schema, document, variables, Map.of(), 0);
    return result.getErrors().stream().noneMatch(error -> REFUSALS.contains(error.getErrorType()));
  }

  /// Whether an answer comes out of executing the operation over the answer's own values, unchanged and without an error.
  static boolean answers(
      String schema, String document, Map<String, Object> variables, Map<String, Object> answer) {
    Object data = answer.getOrDefault("data", NOTHING);
    int most = registry(schema).types().size();
    for (int choice = 0; choice < most; choice++) {
      ExecutionResult result = execute(schema, document, variables, data, choice);
      if (result.getErrors().isEmpty() && isSame(result.getData(), data)) {
        return true;
      }
    }
    return false;
  }

  private static ExecutionResult execute(
      String schema, String document, Map<String, Object> variables, Object root, int choice) {
    return GraphQL.newGraphQL(executable(registry(schema), choice))
        .build()
        .execute(
            ExecutionInput.newExecutionInput(document)
                .variables(plain(variables))
                .root(root)
                .build());
  }

  private static TypeDefinitionRegistry registry(String schema) {
    return new SchemaParser().parse(schema);
  }

  /// @param choice which of its types an abstract value is taken for that does not name its own
  @SuppressWarnings("deprecation") // the parameter's type, which is not used
  private static GraphQLSchema executable(TypeDefinitionRegistry registry, int choice) {
    var wiring =
        RuntimeWiring.newRuntimeWiring()
            .codeRegistry(
                GraphQLCodeRegistry.newCodeRegistry()
                    .defaultDataFetcher(ignored -> GraphQlJava::ownValue));
    Stream.concat(
            registry.getTypes(InterfaceTypeDefinition.class).stream()
                .map(InterfaceTypeDefinition::getName),
            registry.getTypes(UnionTypeDefinition.class).stream().map(UnionTypeDefinition::getName))
        .forEach(name -> wiring.type(name, type -> type.typeResolver(resolver(registry, choice))));
    return new SchemaGenerator().makeExecutableSchema(registry, wiring.build());
  }

  private static TypeResolver resolver(TypeDefinitionRegistry registry, int choice) {
    List<String> names = registry.types().keySet().stream().sorted().toList();
    return environment -> typeOf(environment, names.get(choice));
  }

  private static @Nullable GraphQLObjectType typeOf(
      TypeResolutionEnvironment environment, String otherwise) {
    Object named = environment.getObject() instanceof Map<?, ?> map ? map.get("__typename") : null;
    String name = named == null ? otherwise : named.toString();
    return environment.getSchema().getType(name) instanceof GraphQLObjectType type ? type : null;
  }

  /// What the answer itself says under the field's name in it.
  private static @Nullable Object ownValue(DataFetchingEnvironment field) {
    return field.getSource() instanceof Map<?, ?> source
        ? value(source.get(field.getMergedField().getResultKey()))
        : null;
  }

  private static @Nullable Object value(@Nullable Object value) {
    return value == NOTHING ? null : value;
  }

  private static Map<String, @Nullable Object> plain(Map<String, Object> variables) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    variables.forEach((name, value) -> plain.put(name, value(value)));
    return plain;
  }

  private static boolean isSame(@Nullable Object came, @Nullable Object said) {
    if (came instanceof Map<?, ?> one && said instanceof Map<?, ?> other) {
      return one.keySet().equals(other.keySet())
          && one.keySet().stream().allMatch(key -> isSame(one.get(key), other.get(key)));
    }
    if (came instanceof List<?> one && said instanceof List<?> other) {
      return one.size() == other.size()
          && Stream.iterate(0, i -> i < one.size(), i -> i + 1)
              .allMatch(i -> isSame(one.get(i), other.get(i)));
    }
    if (came instanceof Number one && said instanceof BigDecimal other) {
      return new BigDecimal(one.toString()).compareTo(other) == 0;
    }
    return said == NOTHING ? came == null : Objects.equals(said, came);
  }
}
