package dev.concordat.drift.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A value of a JSON text with the characters that it takes.
///
/// @param start its first character
/// @param end the character after its last
/// @param names of an object, those of its members; else empty
/// @param nameStarts where the names' quotes begin
/// @param inner the values of members or items
record Span(
    int start, int end, Kind kind, List<String> names, List<Integer> nameStarts, List<Span> inner) {
  /// What it is.
  enum Kind {
    OBJECT,
    ARRAY,
    STRING,
    OTHER
  }

  Span {
    names = List.copyOf(names);
    nameStarts = List.copyOf(nameStarts);
    inner = List.copyOf(inner);
  }

  /// The position of a member; -1 where there is none. Of a repeated name the last counts.
  int at(String name) {
    return names.lastIndexOf(name);
  }

  /// The position of a member whose name is the same but for case.
  int atIgnoringCase(String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  /// The value at tokens of a pointer.
  Optional<Span> follow(List<String> tokens) {
    Span at = this;
    for (String token : tokens) {
      int index =
          at.kind == Kind.ARRAY
              ? (token.matches("[0-9]{1,9}") ? Integer.parseInt(token) : -1)
              : at.at(token);
      if (index < 0 || index >= at.inner.size()) {
        return Optional.empty();
      }
      at = at.inner.get(index);
    }
    return Optional.of(at);
  }

  /// The concrete ways that tokens lead, `*` for every item; the last token of a way need not exist.
  List<List<String>> ways(List<String> tokens) {
    List<List<String>> ways = new ArrayList<>();
    ways(this, tokens, 0, List.of(), ways);
    return ways;
  }

  private static void ways(
      Span at, List<String> tokens, int next, List<String> way, List<List<String>> ways) {
    if (next == tokens.size()) {
      ways.add(way);
      return;
    }
    String token = tokens.get(next);
    if (at.kind == Kind.ARRAY && token.equals("*")) {
      for (int i = 0; i < at.inner.size(); i++) {
        ways(at.inner.get(i), tokens, next + 1, with(way, Integer.toString(i)), ways);
      }
      return;
    }
    Optional<Span> inner = at.follow(List.of(token));
    if (inner.isPresent()) {
      ways(inner.get(), tokens, next + 1, with(way, token), ways);
    } else if (next == tokens.size() - 1) {
      ways.add(with(way, token));
    }
  }

  private static List<String> with(List<String> way, String token) {
    List<String> longer = new ArrayList<>(way);
    longer.add(token);
    return longer;
  }
}
