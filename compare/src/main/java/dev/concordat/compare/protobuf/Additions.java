package dev.concordat.compare.protobuf;

import dev.concordat.compare.protobuf.wire.Misreading;
import dev.concordat.compare.protobuf.wire.Misreadings;
import dev.concordat.compare.protobuf.wire.Peer;
import dev.concordat.contracts.protobuf.EnumType;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.Located;
import dev.concordat.contracts.protobuf.MessageType;
import dev.concordat.contracts.protobuf.ServiceSpec;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeProtobufRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the new contract has more. buf does not speak of it; advice on versions does.
final class Additions {
  private final Peer before;
  private final Peer after;
  private final Misreadings backward;
  private final List<Difference> differences = new ArrayList<>();

  Additions(Peer before, Peer after) {
    this.before = before;
    this.after = after;
    this.backward = new Misreadings(after, before);
  }

  List<Difference> find() {
    for (ServiceSpec service : after.services()) {
      service.methods().forEach(this::method);
    }
    for (MessageType type : after.messages()) {
      before.message(type.fullName()).ifPresentOrElse(old -> fields(old, type), () -> type(type));
    }
    for (EnumType type : after.enums()) {
      before.enumType(type.fullName()).ifPresent(old -> values(old, type));
    }
    return differences;
  }

  private void method(ServiceSpec.Method method) {
    if (before.method(method.fullName()).isEmpty()) {
      safe(
          new Position(method.fullName(), Part.OPERATION, ""),
          "the method `" + method.fullName() + "` is new",
          "nobody calls it yet",
          method.located());
    }
  }

  private void type(MessageType type) {
    safe(
        new Position("type " + type.fullName(), Part.TYPE, ""),
        "the message `" + type.fullName() + "` is new",
        "nobody sends it yet",
        type.located());
  }

  private void fields(MessageType old, MessageType now) {
    for (FieldSpec field : now.fields()) {
      boolean isKnown = old.field(field.number()).isPresent();
      if (!isKnown && field.label() != FieldSpec.Label.REQUIRED) {
        safe(
            Positions.field(now.fullName(), field, ""),
            "field " + field.number() + " (`" + field.name() + "`) of `" + now.name() + "` is new",
            "readers that do not know a field pass it over",
            field.located());
      }
    }
  }

  private void values(EnumType old, EnumType now) {
    for (EnumType.EnumValue value : now.values()) {
      if (old.values().stream().noneMatch(one -> one.number() == value.number())) {
        Optional<Misreading> misread = backward.ofEnumValue(now.fullName(), value.number());
        add(
            new Verdict(
                misread.isPresent() ? AgreeProtobufRules.BYTES_MISREAD : AgreeRules.CHANGED_SAFELY,
                misread.isPresent() ? Impact.RISKY : Impact.SAFE,
                misread
                    .<Evidence>map(found -> new Evidence.Witnessed(found.witness()))
                    .orElseGet(
                        () -> new Evidence.Proved("no message that both know holds the value"))),
            new Position("type " + now.fullName(), Part.ENUM_VALUE, String.valueOf(value.number())),
            "the value `" + value.name() + "` of `" + now.name() + "` is new",
            value.located());
      }
    }
  }

  private void safe(Position position, String message, String how, Located located) {
    add(
        new Verdict(AgreeRules.CHANGED_SAFELY, Impact.SAFE, new Evidence.Proved(how)),
        position,
        message,
        located);
  }

  private void add(Verdict verdict, Position position, String message, Located located) {
    differences.add(
        new Difference(
            verdict.rule(),
            verdict.impact(),
            verdict.evidence(),
            position,
            "",
            message,
            Optional.empty(),
            located.exactly().map(span -> new Sentence(span.place(), span.text())),
            List.of(),
            List.of()));
  }
}
