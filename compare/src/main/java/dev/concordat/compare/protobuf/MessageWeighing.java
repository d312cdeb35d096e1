package dev.concordat.compare.protobuf;

import dev.concordat.compare.format.Policies;
import dev.concordat.compare.protobuf.Changes.Owned;
import dev.concordat.compare.protobuf.buf.Changed;
import dev.concordat.compare.protobuf.buf.Changed.FieldAspect;
import dev.concordat.compare.protobuf.wire.JsonMisreadings;
import dev.concordat.compare.protobuf.wire.Misreading;
import dev.concordat.compare.protobuf.wire.Misreadings;
import dev.concordat.compare.protobuf.wire.Peer;
import dev.concordat.compare.protobuf.wire.WireEquality;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.MessageType;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.finding.AgreeProtobufRules;
import dev.concordat.model.finding.Rule;
import java.util.List;
import java.util.Optional;

/// Weighs changes of messages by what becomes of messages: new readers of what old senders write are looked at first, then
/// old readers of what new senders write.
final class MessageWeighing {
  private static final List<String> TRIED =
      List.of(
          "messages of the old types, read with the new",
          "messages of the new types, read with the old");
  private static final String SPENT = "too many messages would have to be tried";
  private static final String NOT_FOUND = "no message was found that shows it";

  private final Peer before;
  private final Peer after;
  private final Changes changes;
  private final Policies.Protobuf level;
  private final Misreadings forward;
  private final Misreadings backward;
  private final JsonMisreadings jsonForward;
  private final JsonMisreadings jsonBackward;

  MessageWeighing(Peer before, Peer after, Changes changes, Policies.Protobuf level) {
    this.before = before;
    this.after = after;
    this.changes = changes;
    this.level = level;
    this.forward = new Misreadings(before, after);
    this.backward = new Misreadings(after, before);
    this.jsonForward = new JsonMisreadings(before, after);
    this.jsonBackward = new JsonMisreadings(after, before);
  }

  Verdict weigh(Change change, Changed.OfField field) {
    return switch (field.aspect()) {
      case CPP_STRING_TYPE, JAVA_UTF8_VALIDATION, JSTYPE, UTF8_VALIDATION -> code(change);
      case REMOVED, REQUIRED, TYPE, CARDINALITY, NAME, DEFAULT, ONEOF -> {
        Owned owned =
            changes
                .mapField(field.owner())
                .orElseGet(() -> new Owned(field.owner(), field.either()));
        yield weigh(change, field, owned.owner(), owned.field().number());
      }
    };
  }

  private Verdict weigh(Change change, Changed.OfField field, String owner, int number) {
    if (change.isIn("WIRE")) {
      Optional<Misreading> bytes = bytes(field.aspect(), owner, number);
      if (bytes.isPresent()) {
        return bytes.get().kind() == Misreading.Kind.ASSUMED
            ? Verdict.meaning(bytes.get())
            : Verdict.bytes(bytes.get());
      }
      Optional<String> proof = proof(field, owner, number);
      return json(change, owner, number)
          .map(Verdict::json)
          .or(() -> proof.map(Verdict::clientCode))
          .orElseGet(() -> undecided(AgreeProtobufRules.BYTES_MISREAD));
    }
    if (change.isIn("WIRE_JSON") && countsJson()) {
      return json(change, owner, number)
          .map(Verdict::json)
          .orElseGet(() -> undecided(AgreeProtobufRules.JSON_MISREAD));
    }
    Verdict code = code(change);
    boolean isOfValues =
        field.aspect() == FieldAspect.TYPE && !field.either().type().equals("message");
    return isOfValues
        ? bytes(field.aspect(), owner, number).map(found -> tolerated(code, found)).orElse(code)
        : code;
  }

  /// What buf tolerates and still loses or changes values.
  private static Verdict tolerated(Verdict code, Misreading found) {
    Verdict verdict =
        found.kind() == Misreading.Kind.CHANGED ? Verdict.meaning(found) : Verdict.risky(found);
    return verdict.impact().compareTo(code.impact()) < 0
        ? verdict
        : verdict.withImpact(code.impact());
  }

  private boolean countsJson() {
    return level != Policies.Protobuf.WIRE;
  }

  /// A change of generated code, which breaks where a person says so.
  Verdict code(Change change) {
    return code(change, level);
  }

  static Verdict code(Change change, Policies.Protobuf level) {
    boolean isBreaking =
        switch (level) {
          case WIRE, WIRE_JSON -> false;
          case PACKAGE -> change.isIn("PACKAGE");
          case FILE -> change.isIn("PACKAGE") || change.isIn("FILE");
        };
    Verdict verdict = Verdict.clientCode();
    return isBreaking ? verdict.withImpact(Impact.BREAKS) : verdict;
  }

  private Verdict undecided(Rule rule) {
    String reason = forward.isSpent() || backward.isSpent() ? SPENT : NOT_FOUND;
    return Verdict.undecided(rule, reason, TRIED);
  }

  private Optional<Misreading> bytes(FieldAspect aspect, String owner, int number) {
    return switch (aspect) {
      case REMOVED -> forward.ofField(owner, owner, number);
      case REQUIRED ->
          forward
              .ofSmallest(owner, owner)
              .or(() -> backward.ofSmallest(owner, owner))
              .or(() -> forward.ofField(owner, owner, number))
              .or(() -> backward.ofField(owner, owner, number));
      case TYPE, CARDINALITY ->
          forward
              .ofField(owner, owner, number)
              .or(() -> backward.ofField(owner, owner, number))
              .or(() -> forward.ofSmallest(owner, owner))
              .or(() -> backward.ofSmallest(owner, owner));
      case DEFAULT ->
          forward.ofAbsent(owner, owner, number).or(() -> backward.ofAbsent(owner, owner, number));
      case ONEOF ->
          forward
              .ofTogether(owner, owner, number)
              .or(() -> backward.ofTogether(owner, owner, number));
      case NAME, CPP_STRING_TYPE, JAVA_UTF8_VALIDATION, JSTYPE, UTF8_VALIDATION -> Optional.empty();
    };
  }

  private Optional<String> proof(Changed.OfField field, String owner, int number) {
    return switch (field.aspect()) {
      case TYPE ->
          field
              .before()
              .filter(one -> isSameType(one, field.after()))
              .map(one -> "both types have the same numbers");
      case ONEOF ->
          forward.canHoldTogether(owner, owner, number)
                  || backward.canHoldTogether(owner, owner, number)
              ? Optional.empty()
              : Optional.of("no message holds two of the oneof's fields");
      case REQUIRED ->
          isRequired(field.before()) && isRequired(field.after())
              ? Optional.of("it is required on both sides, once by label and once by feature")
              : Optional.empty();
      case REMOVED,
          CARDINALITY,
          NAME,
          DEFAULT,
          CPP_STRING_TYPE,
          JAVA_UTF8_VALIDATION,
          JSTYPE,
          UTF8_VALIDATION ->
          Optional.empty();
    };
  }

  private static boolean isRequired(Optional<FieldSpec> field) {
    return field.filter(one -> one.label() == FieldSpec.Label.REQUIRED).isPresent();
  }

  private boolean isSameType(FieldSpec old, Optional<FieldSpec> now) {
    return now.isPresent()
        && old.type().equals(now.get().type())
        && old.label() == now.get().label()
        && (old.type().equals("enum")
            ? new WireEquality(before, after).isSameEnum(old.typeName(), now.get().typeName())
            : new WireEquality(before, after).isSame(old.typeName(), now.get().typeName()));
  }

  private Optional<Misreading> json(Change change, String owner, int number) {
    return change.isIn("WIRE_JSON") && countsJson()
        ? jsonForward
            .ofField(owner, owner, number)
            .or(() -> jsonBackward.ofField(owner, owner, number))
        : Optional.empty();
  }

  Verdict weigh(Change change, Changed.OfEnumValue value) {
    String name = value.before().fullName();
    if (change.isIn("WIRE")) {
      return forward
          .ofEnumValue(name, value.number())
          .map(Verdict::bytes)
          .orElseGet(() -> unused(change, name));
    }
    if (change.isIn("WIRE_JSON") && countsJson()) {
      return jsonForward
          .ofEnumValue(name, value.number())
          .map(Verdict::json)
          .orElseGet(() -> unused(change, name));
    }
    return code(change);
  }

  /// An enumeration that no message holds cannot break any, here.
  private Verdict unused(Change change, String enumName) {
    Verdict code = code(change);
    if (forward.canHold(enumName)) {
      return undecided(AgreeProtobufRules.BYTES_MISREAD);
    }
    return code.impact().isFinding()
        ? code
        : Verdict.clientCode("no message of the contract holds the enumeration");
  }

  /// A type whose JSON form need no longer be well defined. It is all the same as long as its names differ.
  Verdict ofJsonFormat(Change change, Changed.OfType type) {
    Verdict code = code(change);
    if (!countsJson() || code.impact().isFinding()) {
      return code;
    }
    boolean isUnambiguous =
        after.message(type.fullName()).filter(message -> !hasOwnNames(message)).isEmpty();
    return isUnambiguous
        ? Verdict.clientCode("every name in its JSON form stands for one thing only")
        : undecided(AgreeProtobufRules.JSON_MISREAD);
  }

  private static boolean hasOwnNames(MessageType message) {
    return message.fields().stream().map(FieldSpec::jsonName).distinct().count()
        == message.fields().size();
  }
}
