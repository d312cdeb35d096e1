package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.UriReference;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `$ref`, `$dynamicRef` and `$recursiveRef`, resolved when a value first needs them. A reference that leads nowhere
/// allows everything; that it does is a problem of the contract, told once.
final class References {
  private static final long ANY = Word.bits(Word.REF, Word.DYNAMIC_REF, Word.RECURSIVE_REF);

  private References() {}

  static Optional<Keyword> ref(KeywordSource source) {
    return source.text().map(text -> new Ref(source.schema(), source.value(), text));
  }

  static Optional<Keyword> dynamicRef(KeywordSource source) {
    return source
        .text()
        .map(
            text ->
                new DynamicRef(
                    new Ref(source.schema(), source.value(), text),
                    UriReference.parse(text).decodedFragment().orElse("")));
  }

  static Optional<Keyword> recursiveRef(KeywordSource source) {
    return source
        .text()
        .map(text -> new RecursiveRef(new Ref(source.schema(), source.value(), text)));
  }

  /// Whether there is a reference at all; the other schemas need not be compiled to know that they lead nowhere else.
  static boolean areIn(Schema schema) {
    return (schema.words() & ANY) != 0;
  }

  /// Where the schema's `$ref` leads, or its `$dynamicRef` or `$recursiveRef` when nothing redirects it.
  static Optional<Schema> targetOf(Schema schema) {
    return areIn(schema) ? targetOf(schema.compiled()) : Optional.empty();
  }

  /// The same of a schema that was compiled for this once.
  static Optional<Schema> targetOf(Compiled compiled) {
    for (Keyword keyword : compiled.keywords()) {
      Optional<Schema> target = refOf(keyword).flatMap(Ref::target);
      if (target.isPresent()) {
        return target;
      }
    }
    return Optional.empty();
  }

  /// The first reference of the schema that leads nowhere.
  static Optional<Node> broken(Schema schema) {
    if (!areIn(schema)) {
      return Optional.empty();
    }
    for (Keyword keyword : schema.compiled().keywords()) {
      Optional<Ref> ref = refOf(keyword);
      if (ref.isPresent() && ref.get().target().isEmpty()) {
        return Optional.of(ref.get().place);
      }
    }
    return Optional.empty();
  }

  /// Whether a resource on the way of a value could lead a reference of the schema elsewhere than {@link #targetOf}.
  static boolean isRedirectedBy(Schema schema, Resource resource) {
    return schema.compiled().keywords().stream()
        .anyMatch(
            keyword ->
                switch (keyword) {
                  case DynamicRef dynamic -> dynamic.isRedirectedBy(resource);
                  case RecursiveRef recursive -> recursive.isRedirectedBy(resource);
                  default -> false;
                });
  }

  /// Whether the schema refers to another by `$dynamicRef` or `$recursiveRef`.
  static boolean isDynamic(Schema schema) {
    return (schema.words() & ANY & ~Word.REF.bit()) != 0
        && schema.compiled().keywords().stream()
            .anyMatch(keyword -> keyword instanceof DynamicRef || keyword instanceof RecursiveRef);
  }

  private static Optional<Ref> refOf(Keyword keyword) {
    return switch (keyword) {
      case Ref ref -> Optional.of(ref);
      case DynamicRef dynamic -> Optional.of(dynamic.ref());
      case RecursiveRef recursive -> Optional.of(recursive.ref());
      default -> Optional.empty();
    };
  }

  private static boolean apply(
      Schema target, JsonValue value, Check check, @Nullable Evaluated marks) {
    // A schema that comes back to itself without going into the value adds nothing.
    return check.isCycle(target) || check.inPlace(target, value, marks);
  }

  static final class Ref implements Keyword {
    private final Schema schema;
    private final Node place;
    private final String text;
    private volatile @Nullable Resolution resolved;

    /// What resolving came to.
    private record Resolution(Optional<Schema> target) {}

    Ref(Schema schema, Node place, String text) {
      this.schema = schema;
      this.place = place;
      this.text = text;
    }

    Optional<Schema> target() {
      Resolution known = resolved;
      if (known == null) {
        known = new Resolution(schema.loader().resolve(schema, place, text));
        resolved = known;
      }
      return known.target();
    }

    @Nullable Schema targetOrNull() {
      return target().orElse(null);
    }

    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      Schema target = targetOrNull();
      return target == null || apply(target, value, check, marks);
    }
  }

  /// 2020-12 core, section 8.2.3.2: an anchor that the outermost resource on the way may have set anew.
  private record DynamicRef(Ref ref, String name) implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      Optional<Schema> target = ref.target().map(first -> redirected(first, check));
      return target.isEmpty() || apply(target.get(), value, check, marks);
    }

    boolean isRedirectedBy(Resource resource) {
      String name = UriReference.parse(ref.text).decodedFragment().orElse("");
      return ref.target()
          .filter(target -> target.resource() != resource)
          .filter(target -> target.resource().dynamicAnchors().get(name) == target.node())
          .filter(target -> resource.dynamicAnchors().containsKey(name))
          .isPresent();
    }

    private Schema redirected(Schema target, Check check) {
      Node anchored = target.resource().dynamicAnchors().get(name);
      if (anchored != target.node()) {
        return target;
      }
      Resource outermost =
          check.scope().outermost(resource -> resource.dynamicAnchors().containsKey(name));
      Node redirected = outermost == null ? null : outermost.dynamicAnchors().get(name);
      return outermost == null || redirected == null
          ? target
          : target.loader().schemaAt(redirected, outermost);
    }
  }

  /// 2019-09 core, section 8.2.4.2.
  private record RecursiveRef(Ref ref) implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      Optional<Schema> target = ref.target().map(first -> redirected(first, check));
      return target.isEmpty() || apply(target.get(), value, check, marks);
    }

    boolean isRedirectedBy(Resource resource) {
      return resource.isRecursiveAnchor()
          && ref.target()
              .filter(target -> target.resource() != resource && isAnchored(target))
              .isPresent();
    }

    private static boolean isAnchored(Schema target) {
      return target.node() == target.resource().root()
          && target.node() instanceof ObjectNode
          && target.resource().isRecursiveAnchor();
    }

    private static Schema redirected(Schema target, Check check) {
      Resource outermost =
          isAnchored(target) ? check.scope().outermost(Resource::isRecursiveAnchor) : null;
      return outermost == null ? target : target.loader().schemaAt(outermost.root(), outermost);
    }
  }
}
