package dev.concordat.standin.graphql;

import dev.concordat.standin.resource.Naming;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// In which order a list is asked for: `sortBy: "-total"`, `orderBy: TOTAL_DESC`, `orderBy: {field: TOTAL, direction: DESC}`,
/// `orderBy: [{total: desc}]`, or `sort: TOTAL` beside `direction: DESC`. What names no field asks for nothing.
final class Sorting {
  private static final List<String> BY =
      List.of("orderby", "sortby", "sort", "order", "orderbyfield", "sortfield");
  private static final List<String> DIRECTIONS =
      List.of("direction", "sortdirection", "orderdirection", "sortorder", "order");
  private static final List<String> FIELDS = List.of("field", "by", "key", "name", "column");

  private final GraphQLObjectType type;
  private final Map<String, Object> arguments;
  private final BiFunction<Thing, GraphQLFieldDefinition, @Nullable Object> values;

  Sorting(
      GraphQLObjectType type,
      Map<String, Object> arguments,
      BiFunction<Thing, GraphQLFieldDefinition, @Nullable Object> values) {
    this.type = type;
    this.arguments = arguments;
    this.values = values;
  }

  /// Sorts, and leaves in their order what the arguments do not tell apart.
  void sort(List<Thing> things) {
    Optional<Comparator<Thing>> order = Optional.empty();
    for (Map.Entry<String, Object> argument : arguments.entrySet()) {
      if (BY.contains(Naming.plain(argument.getKey()))) {
        for (Comparator<Thing> next : keys(argument.getValue())) {
          order = Optional.of(order.map(it -> it.thenComparing(next)).orElse(next));
        }
      }
    }
    order.ifPresent(things::sort);
  }

  private List<Comparator<Thing>> keys(@Nullable Object asked) {
    List<Comparator<Thing>> keys = new ArrayList<>();
    switch (asked) {
      case null -> {
        // Nothing is asked for.
      }
      case Iterable<?> several -> several.forEach(each -> keys.addAll(keys(each)));
      case Map<?, ?> members -> keys.addAll(ofObject(members));
      default -> ofText(asked.toString(), direction(arguments)).ifPresent(keys::add);
    }
    return keys;
  }

  /// An input object names the field as a value, or as its own member.
  private List<Comparator<Thing>> ofObject(Map<?, ?> members) {
    for (Map.Entry<?, ?> member : members.entrySet()) {
      boolean isField = FIELDS.contains(Naming.plain(member.getKey().toString()));
      if (isField && member.getValue() != null) {
        Optional<Comparator<Thing>> key = ofText(member.getValue().toString(), direction(members));
        if (key.isPresent()) {
          return List.of(key.get());
        }
      }
    }
    List<Comparator<Thing>> keys = new ArrayList<>();
    members.forEach(
        (name, value) ->
            ofText(name.toString(), value == null ? "" : value.toString()).ifPresent(keys::add));
    return keys;
  }

  private static String direction(Map<?, ?> members) {
    for (Map.Entry<?, ?> member : members.entrySet()) {
      boolean isOne = DIRECTIONS.contains(Naming.plain(member.getKey().toString()));
      if (isOne && member.getValue() != null && isDirection(member.getValue().toString())) {
        return member.getValue().toString();
      }
    }
    return "";
  }

  private static boolean isDirection(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    return plain.startsWith("asc") || plain.startsWith("desc");
  }

  private Optional<Comparator<Thing>> ofText(String text, String direction) {
    String bare = text.replaceFirst("^[-+]", "").replaceFirst("(?i)[_: ]+(asc|desc)\\w*$", "");
    String end = text.length() > bare.length() ? text : direction;
    boolean isDown =
        text.startsWith("-") || end.toLowerCase(Locale.ROOT).matches("(.*[_: ])?desc\\w*");
    return field(bare)
        .map(field -> Comparator.comparing((Thing it) -> values.apply(it, field), Sorting::compare))
        .map(upwards -> isDown ? upwards.reversed() : upwards);
  }

  private Optional<GraphQLFieldDefinition> field(String name) {
    String plain = Naming.plain(name);
    return type.getFieldDefinitions().stream()
        .filter(field -> Naming.plain(field.getName()).equals(plain))
        .filter(field -> isPlain(GraphQLTypeUtil.unwrapNonNull(field.getType())))
        .findFirst();
  }

  private static boolean isPlain(GraphQLType type) {
    return GraphQLTypeUtil.isScalar(type) || GraphQLTypeUtil.isEnum(type);
  }

  /// Numbers by value, all else as text; nothing comes first.
  private static int compare(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return Boolean.compare(one != null, other != null);
    }
    return one instanceof Number && other instanceof Number
        ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()))
        : one.toString().compareTo(other.toString());
  }
}
