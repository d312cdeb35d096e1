package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.UriReference;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Which dialect and vocabularies a resource is written in.
final class Dialects {
  private static final int MAX_METASCHEMAS = 8;

  private final SchemaIndex index;
  private final Dialect byDefault;
  private int looking;

  Dialects(SchemaIndex index, Dialect byDefault) {
    this.index = index;
    this.byDefault = byDefault;
  }

  private record Choice(Dialect dialect, Set<Vocabulary> vocabularies) {}

  /// A resource that says its dialect by `$schema`, or has that of the resource around it.
  Resource resource(UriReference uri, Node root, Optional<Resource> around) {
    Choice inherited =
        around
            .map(outer -> new Choice(outer.dialect(), outer.vocabularies()))
            .orElseGet(() -> new Choice(byDefault, Vocabulary.standard()));
    Choice chosen =
        root instanceof ObjectNode object
            ? Names.text(object, "$schema").flatMap(this::named).orElse(inherited)
            : inherited;
    return new Resource(uri, root, chosen.dialect(), chosen.vocabularies());
  }

  private Optional<Choice> named(String schema) {
    Optional<Dialect> known = Dialect.named(schema);
    if (known.isPresent()) {
      return Optional.of(new Choice(asAsked(known.get()), Vocabulary.standard()));
    }
    if (looking >= MAX_METASCHEMAS) {
      return Optional.empty();
    }
    looking++;
    try {
      return index.find(UriReference.parse(schema).withoutFragment()).map(this::custom);
    } finally {
      looking--;
    }
  }

  /// A contract's own dialect knows more than the draft that it is built on.
  private Dialect asAsked(Dialect named) {
    return byDefault == Dialect.OPENAPI_3_1 && named == Dialect.DRAFT_2020_12 ? byDefault : named;
  }

  private Choice custom(Resource metaschema) {
    Set<Vocabulary> vocabularies = Vocabulary.standard();
    if (metaschema.root() instanceof ObjectNode object
        && object.get("$vocabulary").orElse(object) instanceof ObjectNode named
        && named != object) {
      vocabularies = EnumSet.of(Vocabulary.CORE);
      for (ObjectNode.Member member : named.members()) {
        Vocabulary.named(member.name()).ifPresent(vocabularies::add);
      }
      if (!metaschema.dialect().hasPrefixItems() && vocabularies.contains(Vocabulary.APPLICATOR)) {
        vocabularies.add(Vocabulary.UNEVALUATED);
      }
    }
    return new Choice(metaschema.dialect(), vocabularies);
  }
}
