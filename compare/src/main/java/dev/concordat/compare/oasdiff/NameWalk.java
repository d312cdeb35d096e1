package dev.concordat.compare.oasdiff;

import dev.concordat.compare.oasdiff.Transition.Concern;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.schema.SameText;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.schema.Word;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.NodePair;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Goes through two schemas as they are written and names what changed as oasdiff does. A pair of schemas that is met again
/// inside itself is not gone into twice.
final class NameWalk {
  /// Places deeper inside than this are not named.
  private static final int MAX_DEPTH = 60;

  /// Most places of one part of a message.
  private static final int MAX_PLACES = 20_000;

  private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf");

  private static final long LISTING =
      Word.bits(Word.ALL_OF, Word.ANY_OF, Word.ONE_OF, Word.PREFIX_ITEMS);

  // Before 2020-12 what follows the first items stands under a word of its own.
  private static final long ITEMS = Word.bits(Word.ITEMS, Word.ADDITIONAL_ITEMS);

  private static final long RARE =
      Word.bits(
          Word.PATTERN_PROPERTIES,
          Word.DEPENDENT_SCHEMAS,
          Word.DEPENDENCIES,
          Word.IF,
          Word.THEN,
          Word.ELSE,
          Word.CONTAINS,
          Word.UNEVALUATED_ITEMS,
          Word.UNEVALUATED_PROPERTIES,
          Word.PROPERTY_NAMES,
          Word.NOT);

  private final Inclusions inclusions;
  private final SameText writing;
  private final TypeNames types;
  private final NameSink sink;
  private final Predicate<Pair> isTold;
  private final KnownNames known;
  private final Set<NodePair> open = new HashSet<>();
  private boolean isCut;
  private int places;

  NameWalk(
      Inclusions inclusions,
      SameText writing,
      boolean isStronglyTyped,
      NameSink sink,
      Predicate<Pair> isTold,
      KnownNames known) {
    this.isTold = isTold;
    this.known = known;
    this.inclusions = inclusions;
    this.writing = writing;
    this.types = new TypeNames(isStronglyTyped);
    this.sink = sink;
  }

  /// @param isTold of which pairs the changes are named; all that is inside the others is gone into too
  /// @param known what was named so far, by all of these
  static List<SchemaName> names(
      Schema before,
      Schema after,
      Area area,
      boolean isStronglyTyped,
      Inclusions inclusions,
      SameText writing,
      Predicate<Pair> isTold,
      KnownNames known) {
    var sink = new NameSink(area);
    new NameWalk(inclusions, writing, isStronglyTyped, sink, isTold, known)
        .walk(new Pair(new Written(before), new Written(after), "", true, Optional.empty()), 0);
    return sink.names();
  }

  static String escaped(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }

  private void walk(Pair pair, int depth) {
    if (writing.isSame(pair.before().schema(), pair.after().schema())) {
      return;
    }
    var key = new NodePair(pair.before().schema().node(), pair.after().schema().node());
    if (depth > MAX_DEPTH || ++places > MAX_PLACES || open.contains(key)) {
      isCut = true;
      return;
    }
    List<SchemaName> before = known.of(pair);
    if (before != null) {
      sink.addAll(before);
      return;
    }
    boolean wasCut = isCut;
    int from = sink.names().size();
    isCut = false;
    open.add(key);
    walkInto(pair, depth);
    open.remove(key);
    // What is cut somewhere inside may be cut somewhere else the next time.
    if (!isCut) {
      known.keep(pair, sink.names().subList(from, sink.names().size()));
    }
    isCut |= wasCut;
  }

  private void walkInto(Pair pair, int depth) {
    Optional<Transition> transition =
        isTold.test(pair) && Telling.isAnythingElse(pair)
            ? Optional.of(named(pair))
            : Optional.empty();
    SchemaView before = pair.before().view();
    SchemaView after = pair.after().view();
    // Most schemas are made of no others.
    if (((before.words() | after.words()) & LISTING) != 0) {
      for (String keyword : LISTS) {
        list(pair, transition, keyword, depth);
      }
      prefixItems(pair, transition, depth);
    }
    inside(pair, before, after, depth);
  }

  private Transition named(Pair pair) {
    Transition transition = Transition.of(pair.before(), pair.after(), inclusions);
    types.name(pair, transition, sink);
    ValueNames.name(pair, transition, sink);
    BoundNames.name(pair, transition, sink);
    MemberNames.name(pair, transition, sink);
    StructureNames.name(pair, transition, sink);
    return transition;
  }

  private void list(Pair pair, Optional<Transition> transition, String keyword, int depth) {
    List<Schema> before = schemas(pair.before(), keyword);
    List<Schema> after = schemas(pair.after(), keyword);
    if (before.isEmpty() && after.isEmpty()) {
      return;
    }
    Alternatives found = Alternatives.of(before, after, inclusions);
    if (transition.isPresent()) {
      list(pair, transition.get(), keyword, found);
    }
    for (Alternatives.Both both : found.both()) {
      walk(same(pair, both.before(), both.after()), depth + 1);
    }
  }

  private void list(Pair pair, Transition transition, String keyword, Alternatives found) {
    String word = keyword.replace("Of", "-of");
    if (!transition.moved().isEmpty() && keyword.equals("oneOf")) {
      boolean isExplained = transition.wrapping() != Transition.Nullability.SAME;
      if (!isExplained) {
        sink.add(pair, pair.isWhole() ? "wrapped-in-one-of" : "one-of-added", keyword);
      }
    } else if (!transition.explains(Concern.STRUCTURE)) {
      some(pair, found.come(), word + "-added", keyword);
      some(pair, found.gone(), word + "-removed", keyword);
    }
  }

  /// Schemas of `allOf` that restrict nothing have names of their own.
  private void some(Pair pair, List<Schema> schemas, String change, String keyword) {
    List<Schema> telling =
        schemas.stream()
            .filter(schema -> !keyword.equals("allOf") || !isOnlyANote(schema))
            .toList();
    if (!telling.isEmpty()) {
      sink.add(pair, change, keyword);
    }
    if (telling.size() < schemas.size()) {
      sink.add(pair, change + "-annotation-only", keyword);
    }
  }

  private static boolean isOnlyANote(Schema schema) {
    Schema at = new Written(schema).schema();
    return at.allowsAll()
        || (at.node() instanceof ObjectNode object
            && object.members().stream().allMatch(member -> NOTES.contains(member.name())));
  }

  private static final Set<String> NOTES =
      Set.of(
          "title",
          "description",
          "default",
          "example",
          "examples",
          "externalDocs",
          "$comment",
          "deprecated");

  private void prefixItems(Pair pair, Optional<Transition> transition, int depth) {
    List<Schema> before = schemas(pair.before(), "prefixItems");
    List<Schema> after = schemas(pair.after(), "prefixItems");
    if (before.isEmpty() && after.isEmpty()) {
      return;
    }
    Alternatives found = Alternatives.of(before, after, inclusions);
    if (transition.isPresent() && !transition.get().explains(Concern.STRUCTURE)) {
      some(pair, found.come(), "prefix-items-added", "prefixItems");
      some(pair, found.gone(), "prefix-items-removed", "prefixItems");
    }
    for (Alternatives.Both both : found.both()) {
      walk(into(pair, both.before(), both.after(), "" + after.indexOf(both.after())), depth + 1);
    }
  }

  private static List<Schema> schemas(Written schema, String keyword) {
    if (!(schema.node(keyword).orElse(null) instanceof ArrayNode)) {
      return List.of();
    }
    return switch (keyword) {
      case "allOf" -> schema.view().allOf();
      case "anyOf" -> schema.view().anyOf();
      case "oneOf" -> schema.view().oneOf();
      default -> schema.view().prefixItems();
    };
  }

  private void inside(Pair pair, SchemaView before, SchemaView after, int depth) {
    long words = before.words() & after.words();
    if ((words & Word.PROPERTIES.bit()) != 0) {
      properties(pair, before.properties(), after.properties(), depth);
    }
    boolean isMore = (before.words() & RARE) != 0 && (after.words() & RARE) != 0;
    if (isMore) {
      both(before.patternProperties(), after.patternProperties())
          .forEach(both -> walk(into(pair, both.before(), both.after(), "*"), depth + 1));
      both(before.dependentSchemas(), after.dependentSchemas())
          .forEach(both -> walk(same(pair, both.before(), both.after()), depth + 1));
      both(before.conditions(), after.conditions())
          .forEach(both -> walk(same(pair, both.before(), both.after()), depth + 1));
    }
    if ((before.words() & ITEMS) != 0 && (after.words() & ITEMS) != 0) {
      one(pair, before.items(), after.items(), true, depth);
    }
    if ((words & Word.ADDITIONAL_PROPERTIES.bit()) != 0) {
      one(pair, before.additionalProperties(), after.additionalProperties(), true, depth);
    }
    if (isMore) {
      one(pair, before.contains(), after.contains(), true, depth);
      one(pair, before.unevaluatedItems(), after.unevaluatedItems(), true, depth);
      one(pair, before.unevaluatedProperties(), after.unevaluatedProperties(), true, depth);
      one(pair, before.propertyNames(), after.propertyNames(), false, depth);
      one(pair, before.not(), after.not(), false, depth);
    }
  }

  private void properties(
      Pair pair, Map<String, Schema> before, Map<String, Schema> after, int depth) {
    for (Map.Entry<String, Schema> property : before.entrySet()) {
      Schema was = property.getValue();
      Schema is = after.get(property.getKey());
      if (is != null && !writing.isSame(was, is)) {
        walk(
            new Pair(
                new Written(was),
                new Written(is),
                pair.pointer() + "/" + escaped(property.getKey()),
                false,
                Optional.of(new Pair.Property(pair, property.getKey()))),
            depth + 1);
      }
    }
  }

  /// What both sides have and is not written alike; most of it is.
  private List<Alternatives.Both> both(Map<String, Schema> before, Map<String, Schema> after) {
    var both = new ArrayList<Alternatives.Both>(0);
    for (Map.Entry<String, Schema> each : before.entrySet()) {
      Schema other = after.get(each.getKey());
      if (other != null && !writing.isSame(each.getValue(), other)) {
        both.add(new Alternatives.Both(each.getValue(), other));
      }
    }
    return both;
  }

  private void one(
      Pair pair, Optional<Schema> before, Optional<Schema> after, boolean isInside, int depth) {
    if (before.isPresent() && after.isPresent() && !writing.isSame(before.get(), after.get())) {
      walk(
          isInside
              ? into(pair, before.get(), after.get(), "*")
              : same(pair, before.get(), after.get()),
          depth + 1);
    }
  }

  private static Pair same(Pair pair, Schema before, Schema after) {
    return new Pair(
        new Written(before), new Written(after), pair.pointer(), false, Optional.empty());
  }

  private static Pair into(Pair pair, Schema before, Schema after, String token) {
    return new Pair(
        new Written(before),
        new Written(after),
        pair.pointer() + "/" + token,
        false,
        Optional.empty());
  }
}
