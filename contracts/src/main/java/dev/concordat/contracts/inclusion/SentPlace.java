package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.schema.Word;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a sender says of the value at one place, laid flat: the schemas that it keeps for certain, and the alternatives of
/// which it keeps some. Null is left out: whether it is sent is asked of the validators.
final class SentPlace {
  /// By what other schemas look at the same value.
  private static final long IN_PLACE =
      Word.bits(
          Word.REF,
          Word.DYNAMIC_REF,
          Word.RECURSIVE_REF,
          Word.ALL_OF,
          Word.ANY_OF,
          Word.ONE_OF,
          Word.NOT,
          Word.IF,
          Word.THEN,
          Word.ELSE,
          Word.DEPENDENT_SCHEMAS,
          Word.DEPENDENCIES);

  private final Roots roots;
  private final Direction direction;
  private final Set<Kind> kinds;
  private final List<Schema> chosen;
  private final List<Schema> refused;
  private final Set<List<Schema>> decided;
  private final List<SchemaView> parts = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final int sentParts;
  private boolean declaresSome;
  // Found out when first asked for: most places are only asked what is there.
  private @Nullable Around around;

  /// What all schemas say that may look at the value, whether they hold or not.
  ///
  /// @param declared members that one of them names
  /// @param atHome members that one of them says do not travel
  /// @param speaksOfOthers whether one of them speaks of members that it does not name
  private record Around(Set<String> declared, Set<String> atHome, boolean speaksOfOthers) {}

  /// Alternatives without those that only allow null.
  ///
  /// @param isChoice whether of them one holds and no other
  record Group(List<Schema> alternatives, boolean isChoice) {}

  private SentPlace(
      Roots roots,
      Direction direction,
      Set<Kind> kinds,
      List<Schema> chosen,
      List<Schema> refused,
      Set<List<Schema>> decided) {
    this.roots = roots;
    this.direction = direction;
    this.kinds = EnumSet.copyOf(kinds);
    this.chosen = chosen;
    this.refused = new ArrayList<>(refused);
    this.decided = decided;
    var sent = new ArrayList<Schema>(roots.sent());
    sent.addAll(chosen);
    Set<Schema> seen = new HashSet<>();
    flatten(sent, roots.isClosed(), seen);
    this.sentParts = parts.size();
    flatten(roots.kept(), false, seen);
    for (SchemaView part : parts) {
      Set<JsonType> types = part.types();
      if (!types.isEmpty()) {
        this.kinds.removeIf(kind -> !kind.isAmong(types));
      }
    }
  }

  static SentPlace of(Roots roots, Direction direction) {
    return new SentPlace(
        roots,
        direction,
        EnumSet.of(Kind.NUMBER, Kind.STRING, Kind.ARRAY, Kind.OBJECT),
        List.of(),
        List.of(),
        Set.of());
  }

  /// Only its values of one kind.
  SentPlace ofKind(Kind kind) {
    return new SentPlace(roots, direction, EnumSet.of(kind), chosen, refused, decided);
  }

  /// Only its values that one of the alternatives stands for.
  SentPlace choosing(Group group, Schema alternative) {
    var more = new ArrayList<Schema>(chosen);
    more.add(alternative);
    var not = new ArrayList<Schema>(refused);
    if (group.isChoice) {
      group.alternatives.stream().filter(each -> each != alternative).forEach(not::add);
    }
    Set<List<Schema>> all = new HashSet<>(decided);
    all.add(group.alternatives);
    return new SentPlace(roots, direction, kinds, more, not, all);
  }

  private void flatten(List<Schema> schemas, boolean isClosed, Set<Schema> seen) {
    Deque<Schema> open = new ArrayDeque<>(schemas);
    while (!open.isEmpty()) {
      SchemaView view = open.pop().view();
      if (!seen.add(view.schema())) {
        continue;
      }
      if (view.schema().allowsNothing()) {
        kinds.clear();
      }
      parts.add(view);
      declaresSome |= isClosed && declares(view);
      if ((view.words() & IN_PLACE) != 0) {
        view.not().ifPresent(refused::add);
        view.allOf().reversed().forEach(open::push);
        group(view.anyOf(), false, open);
        group(view.oneOf(), true, open);
      }
    }
  }

  private void group(List<Schema> all, boolean isChoice, Deque<Schema> open) {
    if (all.isEmpty()) {
      return;
    }
    List<Schema> told = told(all);
    if (told.isEmpty()) {
      kinds.clear();
    } else if (told.size() == 1) {
      open.push(told.getFirst());
    } else if (!decided.contains(told)) {
      groups.add(new Group(told, isChoice));
    }
  }

  private static List<Schema> told(List<Schema> alternatives) {
    var told = new ArrayList<Schema>(alternatives.size());
    for (Schema each : alternatives) {
      if (!isOnlyNull(each)) {
        told.add(each);
      }
    }
    return told;
  }

  /// Whether it allows nothing but null.
  static boolean isOnlyNull(Schema schema) {
    if (schema.allowsNothing()) {
      return true;
    }
    SchemaView view = schema.view();
    boolean isNullable = view.allowsNullBeside();
    return !isNullable
        && (view.types().equals(Set.of(JsonType.NULL))
            || view.constValue().equals(Optional.of(JsonNull.NULL)));
  }

  private static boolean declares(SchemaView view) {
    return view.additionalProperties().isEmpty()
        && view.unevaluatedProperties().isEmpty()
        && (!view.properties().isEmpty() || !view.patternProperties().isEmpty());
  }

  private Around around() {
    Around known = around;
    if (known == null) {
      known = lookAround();
      around = known;
    }
    return known;
  }

  private Around lookAround() {
    Set<String> declared = new HashSet<>();
    Set<String> atHome = new LinkedHashSet<>();
    boolean speaksOfOthers = false;
    Deque<Schema> open = new ArrayDeque<>();
    for (SchemaView part : parts) {
      open.add(part.schema());
    }
    for (Group group : groups) {
      open.addAll(group.alternatives);
    }
    Set<Schema> seen = new HashSet<>();
    while (!open.isEmpty()) {
      SchemaView view = open.pop().view();
      if (!seen.add(view.schema())) {
        continue;
      }
      declared.addAll(view.properties().keySet());
      declared.addAll(view.required());
      speaksOfOthers |=
          view.additionalProperties().isPresent()
              || view.unevaluatedProperties().isPresent()
              || !view.patternProperties().isEmpty();
      if (direction != Direction.NONE) {
        atHome.addAll(view.membersAtHome(direction));
      }
      if ((view.words() & IN_PLACE) != 0) {
        view.allOf().forEach(open::push);
        view.dependentSchemas().values().forEach(open::push);
        view.conditions().values().forEach(open::push);
        view.anyOf().forEach(open::push);
        if (isUndecided(view.oneOf())) {
          view.oneOf().forEach(open::push);
        }
      }
    }
    return new Around(declared, atHome, speaksOfOthers);
  }

  /// Of a choice that is made, the chosen one is among the parts and no other holds.
  private boolean isUndecided(List<Schema> alternatives) {
    return !alternatives.isEmpty() && (decided.isEmpty() || !decided.contains(told(alternatives)));
  }

  Roots roots() {
    return roots;
  }

  Set<Kind> kinds() {
    return kinds;
  }

  /// The schemas that hold.
  List<SchemaView> parts() {
    return parts;
  }

  List<Group> groups() {
    return groups;
  }

  /// Schemas that do not hold.
  List<Schema> refused() {
    return refused;
  }

  /// Members that some schema says do not travel.
  Set<String> atHome() {
    return around().atHome;
  }

  /// Whether a schema that holds says of a member that it does not travel, and the sender keeps to it.
  boolean keepsAtHome(String name) {
    for (int i = 0; roots.isClosed() && i < sentParts; i++) {
      if (parts.get(i).membersAtHome(direction).contains(name)) {
        return true;
      }
    }
    return false;
  }

  /// Whether objects have only declared members.
  boolean isClosed() {
    return declaresSome && !around().speaksOfOthers;
  }

  /// Names that objects may have if they have only declared ones.
  Set<String> declared() {
    return around().declared;
  }

  boolean requires(String name) {
    for (SchemaView part : parts) {
      if (part.required().contains(name)) {
        return !atHome().contains(name);
      }
    }
    return false;
  }

  /// Whether all schemas are known that look at the value.
  boolean isSettled() {
    return groups.stream().allMatch(this::isChosen)
        && parts.stream()
            .allMatch(part -> part.conditions().isEmpty() && part.dependentSchemas().isEmpty());
  }

  private boolean isChosen(Group group) {
    return group.alternatives.stream()
        .anyMatch(
            each -> parts.stream().anyMatch(part -> part.schema().equals(each.view().schema())));
  }

  /// What a member of that name keeps for certain; no schemas where nothing is known.
  Roots member(String name) {
    return inside(
        part -> {
          Schema own = part.properties().get(name);
          return own == null && part.patternProperties().isEmpty()
              ? part.additionalProperties()
              : Optional.ofNullable(own);
        });
  }

  /// What the item at a position keeps for certain.
  Roots item(int at) {
    return inside(
        part -> {
          List<Schema> prefix = part.prefixItems();
          return at < prefix.size() ? Optional.of(prefix.get(at)) : part.items();
        });
  }

  /// Schemas inside, each read as the one around.
  Roots inside(Function<SchemaView, Optional<Schema>> inner) {
    var sent = new ArrayList<Schema>();
    var kept = new ArrayList<Schema>();
    for (int i = 0; i < parts.size(); i++) {
      inner.apply(parts.get(i)).ifPresent(i < sentParts ? sent::add : kept::add);
    }
    return new Roots(sent, kept, roots.isClosed());
  }

  /// How many items have a schema of their own.
  int positions() {
    return parts.stream().mapToInt(part -> part.prefixItems().size()).max().orElse(0);
  }

  /// The longest array, or the largest number there is.
  long maxItems() {
    return parts.stream()
        .flatMap(part -> part.maxItems().stream())
        .mapToLong(Long::longValue)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /// The only values there can be, where a part lists them.
  Optional<List<JsonValue>> listed() {
    for (SchemaView part : parts) {
      Optional<List<JsonValue>> values = part.constValue().map(List::of).or(part::enumValues);
      if (values.isPresent()) {
        return values;
      }
    }
    return Optional.empty();
  }
}
