package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A schema, compiled on first use; references are followed when a value needs them. Thread-safe.
public final class Schema {
  private final Node node;
  private final Resource resource;
  private final SchemaLoader loader;
  private volatile @Nullable Compiled compiled;
  private volatile boolean isReached;

  Schema(Node node, Resource resource, SchemaLoader loader) {
    this.node = node;
    this.resource = resource;
    this.loader = loader;
  }

  /// The keywords in the order in which they are checked.
  ///
  /// @param asksForMarks whether a keyword asks which members and items the others looked at
  record Compiled(List<Keyword> keywords, boolean asksForMarks) {}

  public Node node() {
    return node;
  }

  public Place place() {
    return node.place();
  }

  public Dialect dialect() {
    return resource.dialect();
  }

  /// Whether it is the schema `true` or `{}`, which allows everything.
  public boolean allowsAll() {
    return isLiteral(true) || (node instanceof ObjectNode object && object.members().isEmpty());
  }

  /// Whether it is the schema `false`, which allows nothing.
  public boolean allowsNothing() {
    return isLiteral(false);
  }

  private boolean isLiteral(boolean literal) {
    return node instanceof ScalarNode scalar
        && scalar.value() instanceof JsonBoolean(boolean value)
        && value == literal;
  }

  /// What a generator of values needs to know.
  public SchemaView view() {
    return new SchemaView(this);
  }

  public boolean accepts(JsonValue value) {
    return accepts(value, Direction.NONE);
  }

  public boolean accepts(JsonValue value, Direction direction) {
    return validate(value, direction).isEmpty();
  }

  public List<Violation> validate(JsonValue value) {
    return validate(value, Direction.NONE);
  }

  /// What is wrong with the value; nothing if it keeps the schema. Of several alternatives (`oneOf`, `anyOf`) the one
  /// that fits best is reported.
  public List<Violation> validate(JsonValue value, Direction direction) {
    try {
      if (Check.start(this, value, direction, null)) {
        return List.of();
      }
      var violations = new ArrayList<Violation>();
      Check.start(this, value, direction, violations);
      return List.copyOf(violations);
    } catch (Run.TooCostly e) {
      // Not decidable within the budget is not a broken contract; the loader tells it.
      loader.tooCostly(this, e);
      return List.of();
    }
  }

  /// Whether this is the first time that somebody went through all schemas and came here.
  boolean reach() {
    boolean isFirst = !isReached;
    isReached = true;
    return isFirst;
  }

  Resource resource() {
    return resource;
  }

  SchemaLoader loader() {
    return loader;
  }

  /// A schema inside this one.
  Schema inner(Node inside) {
    return loader.schemaAt(inside, resource);
  }

  boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
    check.run().step();
    if (node instanceof ScalarNode) {
      return !allowsNothing()
          || check.fails(
              "false", value, Violations.shown(value) + " is not allowed here", "nothing");
    }
    if (value == JsonNull.NULL && Nullable30.allowsNull(this)) {
      return true;
    }
    Compiled all = compiled();
    Evaluated own = marks == null && all.asksForMarks() ? new Evaluated() : marks;
    boolean holds = true;
    for (Keyword keyword : all.keywords()) {
      if (!holds && keyword.comesLast()) {
        // What a broken sentence did not look at is no second mistake.
        return false;
      }
      if (!keyword.check(value, check, own)) {
        if (!check.reports()) {
          return false;
        }
        holds = false;
      }
    }
    return holds;
  }

  Compiled compiled() {
    Compiled known = compiled;
    if (known == null) {
      known = KeywordCompiler.compile(this);
      compiled = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return node.place().toString();
  }
}
