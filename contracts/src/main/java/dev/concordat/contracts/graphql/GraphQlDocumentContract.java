package dev.concordat.contracts.graphql;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.meaning.Meaningful;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import graphql.language.Document;
import graphql.language.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a consumer asks of a GraphQL provider: operations and fragments.
///
/// @param document the same, parsed
/// @param source its text
public record GraphQlDocumentContract(
    String file,
    List<Operation> operations,
    List<Fragment> fragments,
    Document document,
    TextFile source,
    List<Problem> problems)
    implements Contract, Meaningful {
  public GraphQlDocumentContract {
    operations = List.copyOf(operations);
    fragments = List.copyOf(fragments);
    problems = List.copyOf(problems);
  }

  /// An operation.
  ///
  /// @param name empty where it has none
  /// @param type `query`, `mutation` or `subscription`
  public record Operation(String name, String type, List<Variable> variables, Place place) {
    public Operation {
      variables = List.copyOf(variables);
    }
  }

  /// A variable of an operation.
  ///
  /// @param type as written: `[ID!]!`
  public record Variable(String name, String type, Optional<String> defaultValue, Place place) {}

  /// A named fragment.
  ///
  /// @param on the type that it is for
  public record Fragment(String name, String on, Place place) {}

  @Override
  public ContractKind kind() {
    return ContractKind.GRAPHQL;
  }

  /// The first operation's name, or the file's.
  @Override
  public String title() {
    return operations.stream()
        .map(Operation::name)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(file);
  }

  @Override
  public String version() {
    return "";
  }

  @Override
  public Optional<Owner> owner() {
    return Optional.empty();
  }

  /// Where something of the document stands, with its line.
  public Sentence sentence(Node<?> node) {
    Place place = Places.of(source, node);
    return new Sentence(place, source.line(place.line()).orElse("").strip());
  }

  /// Where the document does not fit a schema (GraphQL specification, section 5).
  public List<Problem> validate(GraphQlSchemaContract schema) {
    return Validation.problems(schema, document, source);
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
