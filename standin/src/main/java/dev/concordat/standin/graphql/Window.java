package dev.concordat.standin.graphql;

import graphql.GraphqlErrorException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The part of a list that its arguments ask for, after `first` and `after` or `last` and `before` as Relay's connections have
/// them (GraphQL Cursor Connections Specification, section 4.4), or after `limit` and `offset`.
///
/// @param hasNext whether the list goes on behind it
/// @param hasPrevious whether the list has begun before it
record Window(List<Thing> things, boolean hasNext, boolean hasPrevious) {
  private static final List<String> SIZES = List.of("first", "limit", "size", "take");
  private static final List<String> SKIPS = List.of("offset", "skip");

  Window {
    things = List.copyOf(things);
  }

  /// Whether an argument says which part is meant, and not which things.
  static boolean isSaidBy(String argument) {
    return SIZES.contains(argument)
        || SKIPS.contains(argument)
        || List.of("last", "after", "before").contains(argument);
  }

  static Window of(List<Thing> all, Map<String, Object> arguments) {
    int from = at(all, arguments.get("after")).map(at -> at + 1).orElse(0);
    int to = at(all, arguments.get("before")).orElse(all.size());
    for (String argument : SKIPS) {
      from += number(arguments, argument, 0);
    }
    int start = Math.min(from, all.size());
    int end = Math.max(start, to);
    int size = cut(end - start, arguments);
    boolean isLast = arguments.get("last") instanceof Integer;
    int first = isLast ? end - size : start;
    return new Window(
        all.subList(first, first + size), first + size < all.size(), first > 0 && !all.isEmpty());
  }

  /// How many are left of so many.
  static int cut(int size, Map<String, Object> arguments) {
    int left = size;
    for (String argument : SIZES) {
      left = Math.min(left, number(arguments, argument, left));
    }
    return Math.min(left, number(arguments, "last", left));
  }

  private static int number(Map<String, Object> arguments, String name, int otherwise) {
    return arguments.get(name) instanceof Integer most ? Math.max(0, most) : otherwise;
  }

  /// Where a cursor is: those of edges, and ids, are known.
  private static Optional<Integer> at(List<Thing> all, @Nullable Object cursor) {
    if (cursor == null) {
      return Optional.empty();
    }
    String wanted = cursor.toString();
    for (int i = 0; i < all.size(); i++) {
      if (cursor(all.get(i)).equals(wanted) || all.get(i).key().equals(wanted)) {
        return Optional.of(i);
      }
    }
    throw GraphqlErrorException.newErrorException()
        .message("this list has no cursor '" + wanted + "'; edges and pageInfo show those it has")
        .build();
  }

  /// The cursor of a thing, in any list.
  static String cursor(Thing thing) {
    String text = thing.type() + ":" + thing.key();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// What `pageInfo` tells.
  Map<String, @Nullable Object> info() {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("hasNextPage", hasNext);
    told.put("hasPreviousPage", hasPrevious);
    told.put("startCursor", things.isEmpty() ? null : cursor(things.getFirst()));
    told.put("endCursor", things.isEmpty() ? null : cursor(things.getLast()));
    return told;
  }
}
