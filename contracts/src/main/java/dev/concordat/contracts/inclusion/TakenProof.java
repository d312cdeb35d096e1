package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import java.util.List;
import java.util.Optional;

/// Shows that a receiver takes, where it stands, all that does what is aimed at: a whole that is refused nevertheless is
/// refused for something beside it. Goes inward only as long as what a receiver says of one member or item depends on no
/// other.
final class TakenProof {
  private final Congruence congruence;

  TakenProof(Congruence congruence) {
    this.congruence = congruence;
  }

  boolean isTaken(Schema sender, boolean isClosed, Schema receiver, Aim aim) {
    return isTaken(new Roots(List.of(sender), List.of(), isClosed), receiver, aim);
  }

  private boolean isTaken(Roots sender, Schema receiver, Aim aim) {
    return switch (aim) {
      case Aim.Member(String name, Aim value) -> isMemberTaken(sender, receiver, name, value);
      case Aim.Item(int from, Aim value) -> isItemTaken(sender, receiver, from, value);
      case Aim.ItemAt(int position, Aim value) -> isItemTaken(sender, receiver, position, value);
      case Aim.Keeps(Schema schema) -> isAllTaken(sender.keeping(schema), receiver);
      case Aim.All(List<Aim> aims)
          when aims.size() == 2 && aims.getFirst() instanceof Aim.Keeps(Schema schema) ->
          isTaken(sender.keeping(schema), receiver, aims.getLast());
      case Aim.Any(List<Aim> aims) ->
          !aims.isEmpty() && aims.stream().allMatch(each -> isTaken(sender, receiver, each));
      case Aim.All ignored -> congruence.proves(sender, receiver);
      case Aim.Breaks ignored -> congruence.proves(sender, receiver);
      case Aim.Lacks ignored -> false;
      case Aim.Matching ignored -> false;
      case Aim.Another ignored -> false;
    };
  }

  /// Read closed, a sender of alternatives emits the members of those that hold together ({@link Projection}).
  private boolean isAllTaken(Roots sender, Schema receiver) {
    List<Schema> alternatives =
        sender.isClosed() && sender.sent().size() == 1
            ? alternatives(sender.sent().getFirst().view())
            : List.of();
    return alternatives.isEmpty()
        ? congruence.proves(sender, receiver)
        : Projection.together(alternatives).stream()
            .allMatch(each -> congruence.proves(new Roots(each, sender.kept(), true), receiver));
  }

  /// The alternatives of a schema that declares no members but by them.
  private static List<Schema> alternatives(SchemaView view) {
    boolean areAll =
        view.allOf().isEmpty()
            && view.oneOf().isEmpty()
            && view.conditions().isEmpty()
            && view.dependentSchemas().isEmpty()
            && view.properties().isEmpty()
            && view.required().isEmpty()
            && view.patternProperties().isEmpty()
            && view.additionalProperties().isEmpty()
            && view.unevaluatedProperties().isEmpty();
    return areAll ? view.anyOf() : List.of();
  }

  private boolean isMemberTaken(Roots sender, Schema receiver, String name, Aim value) {
    SchemaView view = receiver.view();
    boolean isApart =
        isPlain(view)
            && view.dependentRequired().isEmpty()
            && view.dependentSchemas().isEmpty()
            && view.unevaluatedProperties().isEmpty()
            && view.propertyNames().isEmpty()
            && view.patternProperties().isEmpty()
            && view.maxProperties().isEmpty()
            && view.discriminated().isEmpty()
            && !view.membersAtHome(congruence.direction()).contains(name);
    if (!isApart) {
      return false;
    }
    Optional<Schema> taken =
        Optional.ofNullable(view.properties().get(name)).or(view::additionalProperties);
    Roots member = SentPlace.of(sender, congruence.direction()).member(name);
    return taken.map(each -> isTaken(member, each, value)).orElse(true);
  }

  private boolean isItemTaken(Roots sender, Schema receiver, int from, Aim value) {
    SchemaView view = receiver.view();
    SentPlace place = SentPlace.of(sender, congruence.direction());
    boolean isApart =
        isPlain(view)
            && view.prefixItems().isEmpty()
            && view.contains().isEmpty()
            && view.unevaluatedItems().isEmpty()
            && !view.uniqueItems()
            && place.positions() <= from;
    return isApart && view.items().map(each -> isTaken(place.item(from), each, value)).orElse(true);
  }

  /// Whether it says nothing of a value as a whole that depends on several of its members or items.
  private boolean isPlain(SchemaView view) {
    return !view.schema().allowsNothing()
        && view.enumValues().isEmpty()
        && view.constValue().isEmpty()
        && view.allOf().isEmpty()
        && view.anyOf().isEmpty()
        && view.oneOf().isEmpty()
        && view.not().isEmpty()
        && view.conditions().isEmpty()
        && !view.staysAtHome(congruence.direction());
  }
}
