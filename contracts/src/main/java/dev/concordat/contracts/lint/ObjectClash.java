package dev.concordat.contracts.lint;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import java.util.List;
import java.util.Optional;

/// Members that must be there and may not.
final class ObjectClash {
  private ObjectClash() {}

  static Optional<Clash> in(List<SchemaView> parts) {
    return Sentence.sizes(parts, "minProperties", "maxProperties")
        .or(() -> requiredAndForbidden(parts))
        .or(() -> moreRequiredThanAllowed(parts));
  }

  private static Optional<Clash> requiredAndForbidden(List<SchemaView> parts) {
    for (SchemaView part : parts) {
      for (String name : part.required()) {
        for (SchemaView other : parts) {
          Optional<String> sentence = forbidding(other, name);
          if (sentence.isPresent()) {
            Clash both = Sentence.clash(part, "required", other, sentence.get());
            String why = "the property '" + name + "' is required and forbidden; " + both.why();
            return Optional.of(new Clash(both.place(), why));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> forbidding(SchemaView view, String name) {
    Optional<Schema> property = Optional.ofNullable(view.properties().get(name));
    if (property.isPresent()) {
      return property.filter(Schema::allowsNothing).map(forbidden -> "properties");
    }
    boolean isForbidden =
        view.patternProperties().isEmpty()
            && view.additionalProperties().filter(Schema::allowsNothing).isPresent();
    return isForbidden ? Optional.of("additionalProperties") : Optional.empty();
  }

  private static Optional<Clash> moreRequiredThanAllowed(List<SchemaView> parts) {
    for (SchemaView part : parts) {
      for (SchemaView other : parts) {
        long required = part.required().stream().distinct().count();
        if (other.maxProperties().filter(most -> required > most).isPresent()) {
          return Optional.of(Sentence.clash(part, "required", other, "maxProperties"));
        }
      }
    }
    return Optional.empty();
  }
}
