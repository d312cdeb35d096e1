package dev.concordat.contracts.graphql;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.meaning.Meaningful;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import graphql.schema.GraphQLSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a GraphQL schema says, extensions merged.
///
/// @param types by name, in the order of the text, without those that every schema has
/// @param directives that it defines: name to the directive with its arguments as arguments of a field
/// @param roots the names of the types for `query`, `mutation` and `subscription`
/// @param executable the same for validating documents; empty where nothing of it is usable
public record GraphQlSchemaContract(
    String file,
    Map<String, GraphQlType> types,
    Map<String, GraphQlType.Field> directives,
    Map<String, String> roots,
    Optional<GraphQLSchema> executable,
    List<Problem> problems)
    implements Contract, Meaningful {
  public GraphQlSchemaContract {
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    directives = Map.copyOf(directives);
    roots = Map.copyOf(roots);
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

  @Override
  public Term meaning() {
    return GraphQlMeaning.of(this);
  }

  @Override
  public Map<String, Term> parts() {
    return GraphQlMeaning.parts(this);
  }
}
