package dev.concordat.contracts.meaning;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// A piece of meaning. Terms are equal in meaning when they unfold to the same, possibly endless, tree.
public sealed interface Term {
  /// Nothing is said.
  Term NOTHING = new Leaf("");

  /// An indivisible word, compared as it is.
  record Leaf(String text) implements Term {}

  /// Members by name. One that is absent says something else than any that is there.
  record Members(SortedMap<String, Term> members) implements Term {
    public Members {
      members = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }
  }

  /// Items whose order counts.
  record Sequence(List<Term> items) implements Term {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// Items whose order does not count, but how often each is there.
  record Bag(List<Term> items) implements Term {
    public Bag {
      items = List.copyOf(items);
    }
  }

  /// Items of which neither order nor number counts.
  record Choices(List<Term> items) implements Term {
    public Choices {
      items = List.copyOf(items);
    }
  }

  /// A term that may contain itself: unfolded once for every key. The key is only used to notice that; it is no part of
  /// the meaning.
  ///
  /// @param key by `equals`: a node of a document, a named type
  /// @param unfold makes the term itself; called while the digest is computed
  record Knot(Object key, Supplier<Term> unfold) implements Term {}

  static Term text(String text) {
    return new Leaf("\"" + text);
  }

  static Term flag(boolean flag) {
    return new Leaf(flag ? "true" : "false");
  }

  static Term number(long number) {
    return json(JsonNumber.of(number));
  }

  static Term texts(Collection<String> texts) {
    return new Choices(texts.stream().map(Term::text).toList());
  }

  /// A JSON value: members in any order, numbers by their value.
  static Term json(JsonValue value) {
    return switch (value) {
      case JsonNull ignored -> new Leaf("null");
      case JsonBoolean(boolean flag) -> flag(flag);
      case JsonNumber number -> new Leaf("#" + CanonicalNumber.of(number));
      case JsonString(String text) -> text(text);
      case JsonArray array -> new Sequence(array.items().stream().map(Term::json).toList());
      case JsonObject object -> {
        SortedMap<String, Term> members = new TreeMap<>();
        object.members().forEach((name, each) -> members.put(name, json(each)));
        yield new Members(members);
      }
    };
  }

  /// Named terms.
  static Term members(Map<String, Term> members) {
    return new Members(new TreeMap<>(members));
  }
}
