package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.language.TextLanguage;
import dev.concordat.contracts.language.Undecided;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Shows that no value of a sender does what is aimed at.
final class AimProof {
  private final Congruence congruence;

  AimProof(Congruence congruence) {
    this.congruence = congruence;
  }

  boolean isMissed(Schema sender, boolean isClosed, Aim aim) {
    return isMissed(new Roots(List.of(sender), List.of(), isClosed), aim);
  }

  private boolean isMissed(Roots sender, Aim aim) {
    if (sender.isNothing()) {
      return true;
    }
    return switch (aim) {
      case Aim.Keeps(Schema schema) -> congruence.apartness().areApart(sender, schema);
      case Aim.Breaks(Schema schema) -> congruence.proves(sender, schema);
      case Aim.Lacks(String name) -> place(sender).requires(name);
      case Aim.Member(String name, Aim value) -> {
        SentPlace place = place(sender);
        yield ObjectProof.isNever(place, name) || isMissed(place.member(name), value);
      }
      case Aim.Item(int from, Aim value) -> isMissedFrom(place(sender), from, value);
      case Aim.ItemAt(int position, Aim value) -> {
        SentPlace place = place(sender);
        yield place.maxItems() <= position || isMissed(place.item(position), value);
      }
      case Aim.Another(Set<String> names, List<String> patterns, Aim value) ->
          isMissedByOthers(place(sender), names, patterns, value);
      case Aim.Matching(String ignored, Aim value) -> isNever(value);
      case Aim.All(List<Aim> aims) -> isOneMissed(sender, aims);
      case Aim.Any(List<Aim> aims) -> aims.stream().allMatch(each -> isMissed(sender, each));
    };
  }

  /// Whether no value at all does it.
  private static boolean isNever(Aim aim) {
    return aim instanceof Aim.Any(List<Aim> aims) && aims.isEmpty();
  }

  private SentPlace place(Roots sender) {
    return SentPlace.of(sender, congruence.direction());
  }

  /// What has to be kept besides narrows what is sent.
  private boolean isOneMissed(Roots sender, List<Aim> aims) {
    Roots narrowed = sender;
    for (Aim each : aims) {
      if (each instanceof Aim.Keeps(Schema schema)) {
        narrowed = narrowed.keeping(schema);
      }
    }
    for (Aim each : aims) {
      boolean isMissed =
          each instanceof Aim.Keeps ? isMissed(sender, each) : isMissed(narrowed, each);
      if (isMissed) {
        return true;
      }
    }
    return false;
  }

  private boolean isMissedFrom(SentPlace place, int from, Aim value) {
    if (place.maxItems() <= from) {
      return true;
    }
    for (int i = from; i < place.positions(); i++) {
      if (!isMissed(place.item(i), value)) {
        return false;
      }
    }
    return isMissed(place.item(Math.max(from, place.positions())), value);
  }

  private boolean isMissedByOthers(
      SentPlace place, Set<String> names, List<String> patterns, Aim value) {
    for (String name : place.declared()) {
      if (!names.contains(name)
          && !isMatched(name, patterns)
          && !isMissed(place.member(name), value)) {
        return false;
      }
    }
    return place.isClosed()
        || place.parts().stream().anyMatch(part -> isMissedByRest(place, part, value));
  }

  private boolean isMissedByRest(SentPlace place, SchemaView part, Aim value) {
    Optional<Schema> rest = part.additionalProperties();
    return rest.isPresent()
        && part.patternProperties().isEmpty()
        && place.declared().containsAll(part.properties().keySet())
        && isMissed(place.inside(each -> each == part ? rest : Optional.empty()), value);
  }

  private static boolean isMatched(String name, List<String> patterns) {
    try {
      for (String pattern : patterns) {
        if (TextLanguage.matching(pattern).contains(name)) {
          return true;
        }
      }
      return false;
    } catch (Undecided e) {
      return false;
    }
  }
}
