package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Sentences on objects that follow from what is sent.
final class ObjectProof {
  private final Congruence congruence;

  ObjectProof(Congruence congruence) {
    this.congruence = congruence;
  }

  boolean obeys(SentPlace place, SchemaView taken, int depth) {
    return taken.unevaluatedProperties().map(Schema::allowsAll).orElse(true)
        && requires(place, taken)
        && sizes(place, taken)
        && taken.propertyNames().map(names -> isSaid(place, names)).orElse(true)
        && areDiscriminated(place, taken.discriminated())
        && needs(place, taken)
        && depends(place, taken.dependentSchemas(), depth)
        && members(place, taken)
        && patterns(place, taken)
        && taken.additionalProperties().map(rest -> others(place, taken, rest)).orElse(true);
  }

  private static boolean areDiscriminated(
      SentPlace place, List<SchemaView.Discriminated> discriminated) {
    return discriminated.isEmpty()
        || discriminated.stream()
            .allMatch(
                each ->
                    place.parts().stream().anyMatch(part -> part.discriminated().contains(each)));
  }

  private boolean depends(SentPlace place, Map<String, Schema> dependent, int depth) {
    for (Map.Entry<String, Schema> each : dependent.entrySet()) {
      if (!isNever(place, each.getKey()) && !congruence.holds(place, each.getValue(), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  /// A name that is required of the receiver's need not be there where it does not travel.
  private boolean requires(SentPlace place, SchemaView taken) {
    for (String name : taken.required()) {
      if (!place.requires(name) && !taken.membersAtHome(congruence.direction()).contains(name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sizes(SentPlace place, SchemaView taken) {
    long least = taken.minProperties().orElse(0L);
    if (least > 0 && !ScalarProof.isAtLeast(place, taken, SchemaView::minProperties)) {
      Set<String> required = new HashSet<>();
      place.parts().forEach(part -> required.addAll(part.required()));
      required.removeAll(place.atHome());
      if (required.size() < least) {
        return false;
      }
    }
    return ScalarProof.isAtMost(place, taken, SchemaView::maxProperties)
        || (place.isClosed() && place.declared().size() <= taken.maxProperties().orElse(0L));
  }

  private boolean isSaid(SentPlace place, Schema names) {
    return names.allowsAll()
        || place.parts().stream()
            .flatMap(part -> part.propertyNames().stream())
            .anyMatch(own -> congruence.isSame(own, names));
  }

  private static boolean needs(SentPlace place, SchemaView taken) {
    for (Map.Entry<String, List<String>> each : taken.dependentRequired().entrySet()) {
      boolean isMet =
          isNever(place, each.getKey())
              || each.getValue().stream().allMatch(place::requires)
              || place.parts().stream()
                  .anyMatch(
                      part ->
                          place.atHome().isEmpty()
                              && Objects.requireNonNullElse(
                                      part.dependentRequired().get(each.getKey()),
                                      List.<String>of())
                                  .containsAll(each.getValue())
                              && part.dependentRequired().containsKey(each.getKey()));
      if (!isMet) {
        return false;
      }
    }
    return true;
  }

  /// Whether no object has a member of that name.
  static boolean isNever(SentPlace place, String name) {
    return isNeverSent(place, name) || place.member(name).isNothing();
  }

  private static boolean isNeverSent(SentPlace place, String name) {
    return (place.isClosed() && !place.declared().contains(name)) || place.keepsAtHome(name);
  }

  private boolean members(SentPlace place, SchemaView taken) {
    for (Map.Entry<String, Schema> member : taken.properties().entrySet()) {
      if (!isTaken(place, member.getKey(), member.getValue())) {
        return false;
      }
    }
    return true;
  }

  private boolean isTaken(SentPlace place, String name, Schema taken) {
    if (taken.allowsAll() || isNeverSent(place, name)) {
      return true;
    }
    Roots member = place.member(name);
    return member.isNothing() || congruence.at(member, taken);
  }

  private boolean patterns(SentPlace place, SchemaView taken) {
    for (Map.Entry<String, Schema> pattern : taken.patternProperties().entrySet()) {
      Roots sent =
          place.inside(part -> Optional.ofNullable(part.patternProperties().get(pattern.getKey())));
      if (!pattern.getValue().allowsAll() && !congruence.at(sent, pattern.getValue())) {
        return false;
      }
    }
    return true;
  }

  /// Members that the receiver does not speak of by name. Names that match its patterns are asked about as well.
  private boolean others(SentPlace place, SchemaView taken, Schema rest) {
    if (rest.allowsAll()) {
      return true;
    }
    Set<String> named = new LinkedHashSet<>(place.declared());
    place.parts().forEach(part -> named.addAll(part.properties().keySet()));
    named.removeAll(taken.properties().keySet());
    for (String name : named) {
      if (!isTaken(place, name, rest)) {
        return false;
      }
    }
    return place.isClosed()
        || place.parts().stream().anyMatch(part -> restIsTaken(place, part, taken, rest));
  }

  /// Whether one part says of all names that it does not list what the receiver wants of them.
  private boolean restIsTaken(SentPlace place, SchemaView part, SchemaView taken, Schema rest) {
    Optional<Schema> own = part.additionalProperties();
    return own.isPresent()
        && congruence.at(place.inside(each -> each == part ? own : Optional.empty()), rest)
        && part.patternProperties().entrySet().stream()
            .allMatch(
                pattern ->
                    taken.patternProperties().containsKey(pattern.getKey())
                        || congruence.at(
                            place.inside(
                                each ->
                                    each == part
                                        ? Optional.of(pattern.getValue())
                                        : Optional.empty()),
                            rest));
  }
}
