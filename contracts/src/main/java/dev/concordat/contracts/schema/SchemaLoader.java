package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.Reference;
import dev.concordat.model.problem.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Makes schemas of nodes; the same node always gives the same schema. Thread-safe. References stay inside the documents'
/// folder.
public final class SchemaLoader {
  private static final int MAX_PROBLEMS = 1_000;

  private final Dialect dialect;
  private final boolean assertsFormats;
  private final SchemaIndex index;
  private final Map<Node, Schema> schemas = new ConcurrentHashMap<>();
  private final Patterns patterns = new Patterns();
  private final Set<Problem> problems = new LinkedHashSet<>();

  private SchemaLoader(Documents documents, Dialect dialect, boolean assertsFormats) {
    this.dialect = dialect;
    this.assertsFormats = assertsFormats;
    this.index = new SchemaIndex(documents, dialect);
  }

  /// A loader that asserts `format`, as judging by a contract needs it.
  ///
  /// @param dialect of schemas that do not say theirs by `$schema`
  public SchemaLoader(Documents documents, Dialect dialect) {
    this(documents, dialect, true);
  }

  /// A loader for which `format` is an annotation, the default of JSON Schema since 2019-09.
  public static SchemaLoader withFormatsAsAnnotations(Documents documents, Dialect dialect) {
    return new SchemaLoader(documents, dialect, false);
  }

  public Dialect dialect() {
    return dialect;
  }

  /// The schema at a node.
  public Schema load(Node node) {
    return schemaAt(node, index.resourceOfLoaded(node));
  }

  /// What is wrong with the schemas used so far: references that lead nowhere, patterns that are none, keywords with
  /// values they cannot have. A broken sentence allows everything and costs nothing else.
  public List<Problem> problems() {
    synchronized (problems) {
      return List.copyOf(problems);
    }
  }

  /// The problems found after the first ones, which somebody knows already.
  public List<Problem> problemsAfter(int known) {
    synchronized (problems) {
      return problems.size() == known ? List.of() : problems.stream().skip(known).toList();
    }
  }

  /// Compiles the schema and all it reaches, so that {@link #problems()} tells all that is wrong with them. What was
  /// compiled is not kept: most schemas of a big description never judge a value.
  public void compileAll(Schema schema) {
    Deque<Schema> open = new ArrayDeque<>();
    open.addLast(schema);
    while (!open.isEmpty()) {
      Schema next = open.pop();
      if (next.reach()) {
        Examination.of(next, open);
      }
    }
  }

  Schema schemaAt(Node node, Resource around) {
    Schema known = schemas.get(node);
    return known != null
        ? known
        : schemas.computeIfAbsent(node, at -> new Schema(at, index.resourceAt(at, around), this));
  }

  /// The schema that a text leads to, if it is a reference at all.
  Optional<Schema> lookUp(Schema from, Node reference, String text) {
    return index.resolve(from.resource(), reference, text) instanceof Reference.Found(Node node)
        ? Optional.of(schemaAt(node, index.resourceOf(node)))
        : Optional.empty();
  }

  /// The schema that a reference leads to; a broken one is a problem of this loader.
  Optional<Schema> resolve(Schema from, Node reference, String text) {
    return switch (index.resolve(from.resource(), reference, text)) {
      case Reference.Found(Node node) -> Optional.of(schemaAt(node, index.resourceOf(node)));
      case Reference.Broken(Problem problem) -> {
        report(problem);
        yield Optional.empty();
      }
    };
  }

  boolean assertsFormats() {
    return assertsFormats;
  }

  Patterns patterns() {
    return patterns;
  }

  void report(Problem problem) {
    synchronized (problems) {
      if (problems.size() < MAX_PROBLEMS) {
        problems.add(problem);
      }
    }
  }

  void tooCostly(Schema schema, Run.TooCostly e) {
    report(
        Problem.warning(
            "contract/schema-too-costly",
            schema.place(),
            String.valueOf(e.getMessage()) + "; the value was not judged",
            "let fewer alternatives refer to one another"));
  }

  /// The schemas that a schema names directly.
  static final class Reach {
    private Reach() {}

    static void from(Schema schema, Compiled compiled, Deque<Schema> open) {
      for (Node inner : Subschemas.of(schema.node(), schema.dialect())) {
        open.addLast(schema.inner(inner));
      }
      References.targetOf(compiled).ifPresent(open::addLast);
    }
  }
}
