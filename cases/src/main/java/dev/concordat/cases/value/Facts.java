package dev.concordat.cases.value;

import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What several schemas together say of one value: a schema, all of its `allOf`, and of `anyOf` and `oneOf` one branch
/// each.
public final class Facts {
  private final List<SchemaView> views;

  private Facts(List<SchemaView> views) {
    this.views = views;
  }

  /// Chooses a branch among alternatives.
  public interface Branching {
    Schema choose(List<Schema> branches);
  }

  public static Facts of(Collection<Schema> schemas, Branching branching) {
    var views = new ArrayList<SchemaView>();
    Set<Node> seen = new HashSet<>();
    schemas.forEach(schema -> collect(schema, branching, views, seen));
    return new Facts(List.copyOf(views));
  }

  private static void collect(
      Schema schema, Branching branching, List<SchemaView> views, Set<Node> seen) {
    SchemaView view = schema.view();
    if (!seen.add(view.schema().node())) {
      return;
    }
    views.add(view);
    view.allOf().forEach(part -> collect(part, branching, views, seen));
    for (List<Schema> branches : List.of(view.anyOf(), view.oneOf())) {
      if (!branches.isEmpty()) {
        collect(branching.choose(branches), branching, views, seen);
      }
    }
  }

  /// The views that were put together.
  public List<SchemaView> views() {
    return views;
  }

  private <T> Stream<T> each(Function<SchemaView, Optional<T>> fact) {
    return views.stream().flatMap(view -> fact.apply(view).stream());
  }

  /// The JSON Schema types that all allow, as `type` spells them; empty where none are named.
  public List<String> types() {
    Set<JsonType> types = null;
    for (SchemaView view : views) {
      Set<JsonType> own = view.types();
      if (!own.isEmpty()) {
        types = types == null ? own : common(types, own);
      }
    }
    return types == null ? List.of() : types.stream().map(JsonType::keyword).toList();
  }

  /// An integer is a number too.
  private static Set<JsonType> common(Set<JsonType> one, Set<JsonType> other) {
    Set<JsonType> common = EnumSet.noneOf(JsonType.class);
    for (JsonType type : one) {
      boolean isShared =
          other.contains(type) || (type == JsonType.INTEGER && other.contains(JsonType.NUMBER));
      if (isShared) {
        common.add(type);
      }
    }
    if (one.contains(JsonType.NUMBER) && other.contains(JsonType.INTEGER)) {
      common.add(JsonType.INTEGER);
    }
    return common;
  }

  public Optional<JsonValue> constant() {
    return each(SchemaView::constValue).findFirst();
  }

  public List<JsonValue> enumeration() {
    return each(SchemaView::enumValues).findFirst().orElseGet(List::of);
  }

  /// Values that the contract's author wrote down: examples, then defaults.
  List<JsonValue> written() {
    Stream<JsonValue> examples = views.stream().flatMap(view -> view.examples().stream());
    return Stream.concat(examples, each(SchemaView::defaultValue)).toList();
  }

  public Optional<BigDecimal> minimum() {
    return each(SchemaView::minimum).max(BigDecimal::compareTo);
  }

  public Optional<BigDecimal> maximum() {
    return each(SchemaView::maximum).min(BigDecimal::compareTo);
  }

  public Optional<BigDecimal> exclusiveMinimum() {
    return each(SchemaView::exclusiveMinimum).max(BigDecimal::compareTo);
  }

  public Optional<BigDecimal> exclusiveMaximum() {
    return each(SchemaView::exclusiveMaximum).min(BigDecimal::compareTo);
  }

  public Optional<BigDecimal> multipleOf() {
    return each(SchemaView::multipleOf).findFirst();
  }

  public int minLength() {
    return largest(each(SchemaView::minLength));
  }

  public Optional<Integer> maxLength() {
    return each(SchemaView::maxLength).min(Long::compare).map(Facts::clamped);
  }

  public int minItems() {
    return largest(each(SchemaView::minItems));
  }

  public Optional<Integer> maxItems() {
    return each(SchemaView::maxItems).min(Long::compare).map(Facts::clamped);
  }

  public boolean uniqueItems() {
    return views.stream().anyMatch(SchemaView::uniqueItems);
  }

  public int minProperties() {
    return largest(each(SchemaView::minProperties));
  }

  public Optional<Integer> maxProperties() {
    return each(SchemaView::maxProperties).min(Long::compare).map(Facts::clamped);
  }

  private static int largest(Stream<Long> numbers) {
    return numbers.max(Long::compare).map(Facts::clamped).orElse(0);
  }

  private static int clamped(long number) {
    return (int) Math.min(number, Integer.MAX_VALUE);
  }

  public Optional<String> pattern() {
    return each(SchemaView::pattern).findFirst();
  }

  public Optional<String> format() {
    return each(SchemaView::format).findFirst();
  }

  public Set<String> required() {
    Set<String> names = new LinkedHashSet<>();
    views.forEach(view -> names.addAll(view.required()));
    return names;
  }

  /// All schemas of each named member.
  public Map<String, List<Schema>> properties() {
    Map<String, List<Schema>> all = new LinkedHashMap<>();
    for (SchemaView view : views) {
      view.properties()
          .forEach(
              (name, schema) ->
                  all.computeIfAbsent(name, ignored -> new ArrayList<>()).add(schema));
    }
    return all;
  }

  /// The schemas of members that have no name in the contract.
  public List<Schema> otherMembers() {
    return each(SchemaView::additionalProperties)
        .filter(schema -> !schema.allowsNothing() && !schema.allowsAll())
        .toList();
  }

  /// Whether members without a name in the contract are forbidden.
  public boolean forbidsOthers() {
    return Stream.concat(
            each(SchemaView::additionalProperties), each(SchemaView::unevaluatedProperties))
        .anyMatch(Schema::allowsNothing);
  }

  /// The schemas of the item at an index.
  public List<Schema> item(int index) {
    var schemas = new ArrayList<Schema>();
    for (SchemaView view : views) {
      List<Schema> first = view.prefixItems();
      if (index < first.size()) {
        schemas.add(first.get(index));
      } else {
        view.items().ifPresent(schemas::add);
      }
    }
    return schemas;
  }

  int namedItems() {
    return views.stream().mapToInt(view -> view.prefixItems().size()).max().orElse(0);
  }
}
