package dev.concordat.compare.protobuf;

import dev.concordat.compare.protobuf.wire.Misreading;
import dev.concordat.compare.protobuf.wire.Misreadings;
import dev.concordat.compare.protobuf.wire.Peer;
import dev.concordat.contracts.protobuf.EnumType;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.MessageType;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeProtobufRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Goes through all that messages of one direction hold, field by field. A pair of types is told of once, where it is met
/// first. Not thread-safe.
final class Reach {
  private final Peer sender;
  private final Peer receiver;
  private final boolean isFromConsumer;
  private final Misreadings misreadings;
  private boolean isFirstTime = true;
  private final Set<String> seen = new HashSet<>();
  private final ArrayDeque<Met> open = new ArrayDeque<>();

  /// @param isFromConsumer whether requests go through, rather than what the consumer reads
  Reach(Peer sender, Peer receiver, boolean isFromConsumer) {
    this.sender = sender;
    this.receiver = receiver;
    this.isFromConsumer = isFromConsumer;
    this.misreadings = new Misreadings(sender, receiver);
  }

  List<Difference> of(Position position, String senderType, String receiverType) {
    var found = new ArrayList<Difference>();
    open.add(new Met(new At(position, ""), senderType, receiverType));
    while (!open.isEmpty()) {
      Met met = open.removeFirst();
      walk(met.at(), met.senderType(), met.receiverType(), found);
    }
    if (misreadings.isSpent() && isFirstTime) {
      isFirstTime = false;
      found.add(spent(position));
    }
    return found;
  }

  /// A pair of types that is still to be looked at.
  private record Met(At at, String senderType, String receiverType) {}

  private static Difference spent(Position position) {
    Verdict verdict =
        Verdict.undecided(
            AgreeProtobufRules.BYTES_MISREAD,
            "too many messages would have to be tried",
            List.of("messages of the sender's types, read with the receiver's"));
    return new Difference(
        verdict.rule(),
        verdict.impact(),
        verdict.evidence(),
        position,
        "",
        "not all values of these messages were looked at",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private record At(Position position, String pointer) {
    At in(FieldSpec field) {
      boolean isMany = field.label() == FieldSpec.Label.REPEATED;
      return new At(position, pointer + "/" + field.jsonName() + (isMany ? "/*" : ""));
    }
  }

  private void walk(At at, String senderType, String receiverType, List<Difference> found) {
    Optional<MessageType> own = sender.message(senderType);
    Optional<MessageType> other = receiver.message(receiverType);
    if (own.isEmpty() || other.isEmpty() || !seen.add(senderType + "|" + receiverType)) {
      return;
    }
    var pair = new Pair(own.get(), other.get());
    required(at, pair, found);
    sender.fields(own.get()).forEach(field -> field(at.in(field), pair, field, found));
    if (!isFromConsumer) {
      receiver
          .fields(other.get())
          .filter(field -> sender.field(own.get(), field.number()).isEmpty())
          .filter(field -> field.label() != FieldSpec.Label.REQUIRED)
          .forEach(field -> neverSent(at.in(field), field, found));
    }
  }

  private record Pair(MessageType own, MessageType other) {}

  private void required(At at, Pair pair, List<Difference> found) {
    misreadings
        .ofSmallest(pair.own().fullName(), pair.other().fullName())
        .ifPresent(
            misreading ->
                add(
                    found,
                    at,
                    Verdict.bytes(misreading),
                    "`" + pair.other().name() + "` may come without what is required",
                    Optional.empty(),
                    Optional.empty()));
  }

  private void field(At at, Pair pair, FieldSpec own, List<Difference> found) {
    Optional<FieldSpec> other = receiver.field(pair.other(), own.number());
    if (other.isEmpty()) {
      if (isFromConsumer) {
        dropped(at, pair, own, found);
      }
      return;
    }
    boolean isSameShape =
        own.type().equals(other.get().type())
            && (own.label() == FieldSpec.Label.REPEATED)
                == (other.get().label() == FieldSpec.Label.REPEATED);
    if (isSameShape && isMessage(own)) {
      open.add(new Met(at, own.typeName(), other.get().typeName()));
    } else if (!isSameShape || !isMessage(own)) {
      value(at, pair, own, other.get(), found);
    }
    oneof(at, pair, own, other.get(), found);
    absence(at, pair, own, other.get(), found);
  }

  private static boolean isMessage(FieldSpec field) {
    return field.type().equals("message") || field.type().equals("group");
  }

  private void dropped(At at, Pair pair, FieldSpec own, List<Difference> found) {
    misreadings
        .ofField(pair.own().fullName(), pair.other().fullName(), own.number())
        .ifPresent(
            misreading ->
                add(
                    found,
                    at,
                    new Verdict(
                        AgreeProtobufRules.VALUE_DROPPED,
                        Impact.MEANING,
                        new Evidence.Witnessed(misreading.witness())),
                    "field "
                        + own.number()
                        + " (`"
                        + own.name()
                        + "`) is sent and not known to "
                        + receiver.name(),
                    Optional.of(own),
                    Optional.empty()));
  }

  private void neverSent(At at, FieldSpec field, List<Difference> found) {
    add(
        found,
        at,
        new Verdict(AgreeRules.MEANING_CHANGED, Impact.MEANING, new Evidence.Stated()),
        "field "
            + field.number()
            + " (`"
            + field.name()
            + "`) is never sent: "
            + receiver.name()
            + " always takes it for its default",
        Optional.empty(),
        Optional.of(field));
  }

  /// What most values suffer breaks; what only values at the edge of a type suffer changes their meaning.
  private void value(At at, Pair pair, FieldSpec own, FieldSpec other, List<Difference> found) {
    String senderType = pair.own().fullName();
    String receiverType = pair.other().fullName();
    String message =
        "field "
            + own.number()
            + " is sent as `"
            + own.shownType()
            + " "
            + own.name()
            + "` and read as `"
            + other.shownType()
            + " "
            + other.name()
            + "`";
    Optional<Misreading> usual = misreadings.ofUsualField(senderType, receiverType, own.number());
    Optional<Verdict> verdict =
        usual
            .map(Verdict::bytes)
            .or(
                () ->
                    misreadings
                        .ofField(senderType, receiverType, own.number())
                        .map(
                            one ->
                                one.kind() == Misreading.Kind.CHANGED
                                    ? Verdict.meaning(one)
                                    : Verdict.bytes(one)));
    boolean isOfEnum = own.type().equals("enum") && other.type().equals("enum");
    if (verdict.isPresent() && !isOfEnum) {
      add(found, at, verdict.get(), message, Optional.of(own), Optional.of(other));
    } else if (isOfEnum) {
      enumValues(at, own, other, found);
    }
  }

  /// Values that the receiver does not name.
  private void enumValues(At at, FieldSpec own, FieldSpec other, List<Difference> found) {
    Optional<EnumType> sent = sender.enumType(own.typeName());
    Optional<EnumType> known = receiver.enumType(other.typeName());
    if (sent.isEmpty() || known.isEmpty() || !seen.add(own.typeName() + "|" + other.typeName())) {
      return;
    }
    for (EnumType.EnumValue value : sent.get().values()) {
      boolean isKnown =
          known.get().values().stream().anyMatch(one -> one.number() == value.number());
      if (!isKnown) {
        misreadings
            .ofEnumValue(own.typeName(), value.number())
            .ifPresent(
                misreading ->
                    add(
                        found,
                        at,
                        Verdict.risky(misreading),
                        "`"
                            + value.name()
                            + "` ("
                            + value.number()
                            + ") may be sent and is no value of `"
                            + other.typeName()
                            + "`",
                        Optional.of(own),
                        Optional.of(other)));
      }
    }
  }

  private void oneof(At at, Pair pair, FieldSpec own, FieldSpec other, List<Difference> found) {
    if (own.oneof().equals(other.oneof())) {
      return;
    }
    misreadings
        .ofTogether(pair.own().fullName(), pair.other().fullName(), own.number())
        .ifPresent(
            misreading ->
                add(
                    found,
                    at,
                    Verdict.bytes(misreading),
                    "field "
                        + own.number()
                        + " (`"
                        + own.name()
                        + "`) may be sent with another one of which "
                        + receiver.name()
                        + " keeps only the last",
                    Optional.of(own),
                    Optional.of(other)));
  }

  private void absence(At at, Pair pair, FieldSpec own, FieldSpec other, List<Difference> found) {
    misreadings
        .ofAbsent(pair.own().fullName(), pair.other().fullName(), own.number())
        .ifPresent(
            misreading ->
                add(
                    found,
                    at,
                    Verdict.meaning(misreading),
                    misreading.how(),
                    Optional.of(own),
                    Optional.of(other)));
  }

  private void add(
      List<Difference> found,
      At at,
      Verdict verdict,
      String message,
      Optional<FieldSpec> own,
      Optional<FieldSpec> other) {
    Optional<Sentence> sent = own.flatMap(Reach::sentence);
    Optional<Sentence> read = other.flatMap(Reach::sentence);
    found.add(
        new Difference(
            verdict.rule(),
            verdict.impact(),
            verdict.evidence(),
            at.position(),
            at.pointer(),
            message,
            isFromConsumer ? sent : read,
            isFromConsumer ? read : sent,
            List.of(),
            List.of()));
  }

  private static Optional<Sentence> sentence(FieldSpec field) {
    return field.located().exactly().map(span -> new Sentence(span.place(), span.text()));
  }
}
