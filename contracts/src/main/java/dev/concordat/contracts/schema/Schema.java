package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonBoolean;
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
  private final boolean allowsNothing;
  private final int hash;
  private final long words;
  private volatile @Nullable Compiled compiled;
  private volatile @Nullable SchemaView view;
  private volatile OneWay.@Nullable AtHome atHome;
  private volatile boolean isReached;

  Schema(Node node, Resource resource, SchemaLoader loader) {
    this.node = node;
    this.resource = resource;
    this.loader = loader;
    this.allowsNothing = isLiteral(node, false);
    this.hash = System.identityHashCode(node);
    this.words = Word.in(node);
  }

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
    return node instanceof ObjectNode object ? object.size() == 0 : isLiteral(node, true);
  }

  /// Whether it is the schema `false`, which allows nothing.
  public boolean allowsNothing() {
    return allowsNothing;
  }

  private static boolean isLiteral(Node node, boolean literal) {
    return node instanceof ScalarNode scalar
        && scalar.value() instanceof JsonBoolean(boolean value)
        && value == literal;
  }

  /// What a generator of values needs to know.
  public SchemaView view() {
    SchemaView known = view;
    if (known == null) {
      known = new SchemaView(this);
      view = known;
    }
    return known;
  }

  public boolean accepts(JsonValue value) {
    return accepts(value, Direction.NONE);
  }

  /// Whether the value keeps the schema; faster than asking what is wrong with it.
  public boolean accepts(JsonValue value, Direction direction) {
    try {
      return Check.start(this, value, direction, null);
    } catch (Run.TooCostly e) {
      loader.tooCostly(this, e);
      return true;
    }
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

  /// The words that stand here, whether the dialect knows them or not: a bit for each.
  long words() {
    return words;
  }

  boolean has(Word word) {
    return (words & word.bit()) != 0;
  }

  SchemaLoader loader() {
    return loader;
  }

  /// A schema inside this one.
  Schema inner(Node inside) {
    return loader.schemaAt(inside, resource);
  }

  /// The members that do not travel, as this schema, or one that it extends, says.
  OneWay.AtHome atHome() {
    OneWay.AtHome known = atHome;
    if (known == null) {
      known = OneWay.AtHome.of(this);
      atHome = known;
    }
    return known;
  }

  boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
    return compiled().check(value, check, marks);
  }

  /// Some keywords, compiled for this once unless all are compiled anyway.
  Compiled examine(long asked) {
    Compiled known = compiled;
    return known == null ? KeywordCompiler.compile(this, asked) : known;
  }

  /// The keywords, compiled for this once unless they are needed anyway.
  Compiled examine() {
    Compiled known = compiled;
    return known == null ? KeywordCompiler.compile(this) : known;
  }

  Compiled compiled() {
    Compiled known = compiled;
    if (known == null) {
      known = KeywordCompiler.compile(this);
      compiled = known;
    }
    return known;
  }

  /// Kept here: schemas are looked up more often than anything else, and the JVM takes longer to find it.
  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return node.place().toString();
  }
}
