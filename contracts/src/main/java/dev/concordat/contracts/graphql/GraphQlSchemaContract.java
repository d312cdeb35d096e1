package dev.concordat.contracts.graphql;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.meaning.Meaningful;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.schema.GraphQLSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a GraphQL schema says, extensions merged.
///
/// @param types by name, in the order of the text, without those that every schema has
/// @param directives that it defines, by name, in the order of the text
/// @param roots the names of the types for `query`, `mutation` and `subscription`
/// @param applied the directives that stand on the schema itself
/// @param isIntrospected whether it is the result of an introspection, which tells no directives that are applied but
///     `deprecated`, `specifiedBy` and `oneOf`
/// @param definitions all of it, parsed
/// @param executable the same for validating documents; empty where nothing of it is usable
public record GraphQlSchemaContract(
    String file,
    Map<String, GraphQlType> types,
    Map<String, GraphQlDirective> directives,
    Map<String, String> roots,
    List<GraphQlType.Applied> applied,
    boolean isIntrospected,
    Document definitions,
    Optional<GraphQLSchema> executable,
    List<Problem> problems)
    implements Contract, Meaningful {
  public GraphQlSchemaContract {
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    directives = Collections.unmodifiableMap(new LinkedHashMap<>(directives));
    roots = Map.copyOf(roots);
    applied = List.copyOf(applied);
    problems = List.copyOf(problems);
  }

  @Override
  public ContractKind kind() {
    return ContractKind.GRAPHQL;
  }

  @Override
  public String title() {
    return file;
  }

  /// Schemas carry no version.
  @Override
  public String version() {
    return "";
  }

  @Override
  public Optional<Owner> owner() {
    return Optional.empty();
  }

  public Optional<GraphQlType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /// The same with more definitions, as if they stood at the end of it; their mistakes are not told.
  ///
  /// @throws InvalidSyntaxException where the text is none
  public GraphQlSchemaContract with(String text) {
    return SchemaAddition.of(this, text);
  }

  @Override
  public Term meaning() {
    return GraphQlMeaning.of(this);
  }

  @Override
  public Map<String, Term> parts() {
    return GraphQlMeaning.parts(this);
  }
}
