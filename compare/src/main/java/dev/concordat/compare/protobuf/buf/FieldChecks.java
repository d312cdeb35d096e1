package dev.concordat.compare.protobuf.buf;

import dev.concordat.compare.protobuf.buf.Changed.FieldAspect;
import dev.concordat.contracts.protobuf.EnumType;
import dev.concordat.contracts.protobuf.EnumType.EnumValue;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.MessageType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Fields and extensions that are on both sides, by their numbers.
final class FieldChecks {
  private final Side before;
  private final Side after;
  private final Findings findings;
  private final FieldOptionChecks options;

  FieldChecks(Side before, Side after, Findings findings) {
    this.before = before;
    this.after = after;
    this.findings = findings;
    this.options = new FieldOptionChecks(findings);
  }

  void check() {
    before
        .messages()
        .forEach(
            (name, old) -> {
              Declared<MessageType> now = after.messages().get(name);
              if (now != null) {
                fields(old, now);
              }
            });
    var extensions = after.extensionsByNumber();
    before
        .extensionsByNumber()
        .forEach(
            (key, old) -> {
              Declared<FieldSpec> now = extensions.get(key);
              if (now != null) {
                check(new FieldPair(old.what().extendee(), old, now));
              }
            });
  }

  private void fields(Declared<MessageType> old, Declared<MessageType> now) {
    for (FieldSpec field : old.what().fields()) {
      now.what()
          .field(field.number())
          .ifPresent(
              same ->
                  check(
                      new FieldPair(
                          old.what().fullName(),
                          new Declared<>(old.file(), field, Optional.of(old)),
                          new Declared<>(now.file(), same, Optional.of(now)))));
    }
  }

  private void check(FieldPair pair) {
    cardinality(pair);
    type(pair);
    name(pair);
    defaults(pair);
    oneof(pair);
    options.check(pair);
  }

  private void add(
      BufRule rule,
      FieldPair pair,
      FieldAspect aspect,
      Findings.At now,
      Findings.At was,
      String words) {
    findings.add(rule, pair.changed(aspect), now, was, pair.words() + " " + words);
  }

  private void cardinality(FieldPair pair) {
    Cardinality was = Cardinality.of(pair.before());
    Cardinality is = Cardinality.of(pair.after());
    // Whether the parts of a map's entry know that they were set is said nowhere.
    if (was == is || pair.isInMapEntries()) {
      return;
    }
    String words = "was " + was.words() + " and is " + is.words();
    cardinality(BufRule.FIELD_SAME_CARDINALITY, pair, words);
    if (!was.isSameOnTheWire(is)) {
      cardinality(BufRule.FIELD_WIRE_COMPATIBLE_CARDINALITY, pair, words);
    }
    if (!was.isSameInJson(is)) {
      cardinality(BufRule.FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY, pair, words);
    }
  }

  private void cardinality(BufRule rule, FieldPair pair, String words) {
    add(rule, pair, FieldAspect.CARDINALITY, pair.whole(pair.now()), pair.whole(pair.old()), words);
  }

  private void type(FieldPair pair) {
    String was = pair.before().type();
    String is = pair.after().type();
    boolean isNamedSame = pair.before().typeName().equals(pair.after().typeName());
    if (was.equals(is) && isNamedSame) {
      return;
    }
    String words = "was " + shown(pair.before()) + " and is " + shown(pair.after());
    type(BufRule.FIELD_SAME_TYPE, pair, words);
    if (was.equals(is) ? !mayStandFor(pair) : !WireTypes.haveSameBytes(was, is)) {
      type(BufRule.FIELD_WIRE_COMPATIBLE_TYPE, pair, words);
    }
    if (was.equals(is) ? !mayStandFor(pair) : !WireTypes.haveSameJson(was, is)) {
      type(BufRule.FIELD_WIRE_JSON_COMPATIBLE_TYPE, pair, words);
    }
  }

  private void type(BufRule rule, FieldPair pair, String words) {
    add(rule, pair, FieldAspect.TYPE, pair.type(pair.now()), pair.type(pair.old()), words);
  }

  private static String shown(FieldSpec field) {
    String type = field.type().equals("group") ? "delimited " : "";
    return "`" + type + (field.typeName().isEmpty() ? field.type() : field.typeName()) + "`";
  }

  /// Whether an enumeration of another package or message is the same as far as old values go. Messages never are.
  private boolean mayStandFor(FieldPair pair) {
    if (!pair.after().type().equals("enum")) {
      return false;
    }
    Optional<EnumType> old = before.enumType(pair.before().typeName());
    Optional<EnumType> now = after.enumType(pair.after().typeName());
    return old.isPresent()
        && now.isPresent()
        && old.get().name().equals(now.get().name())
        && old.get().values().stream().allMatch(value -> has(now.get().values(), value));
  }

  private static boolean has(List<EnumValue> values, EnumValue value) {
    return values.stream()
        .anyMatch(one -> one.name().equals(value.name()) && one.number() == value.number());
  }

  private void name(FieldPair pair) {
    boolean isExtension = pair.before().isExtension();
    String was = isExtension ? pair.before().fullName() : pair.before().name();
    String is = isExtension ? pair.after().fullName() : pair.after().name();
    if (!was.equals(is)) {
      add(
          BufRule.FIELD_SAME_NAME,
          pair,
          FieldAspect.NAME,
          pair.name(pair.now()),
          pair.name(pair.old()),
          "was called `" + was + "`");
    }
    if (!isExtension && !pair.before().jsonName().equals(pair.after().jsonName())) {
      add(
          BufRule.FIELD_SAME_JSON_NAME,
          pair,
          FieldAspect.NAME,
          pair.or(pair.now(), pair.after().located().exactly(FieldParts.JSON_NAME)),
          pair.or(pair.old(), pair.before().located().exactly(FieldParts.JSON_NAME)),
          "was `"
              + pair.before().jsonName()
              + "` in JSON and is `"
              + pair.after().jsonName()
              + "`");
    }
  }

  private void defaults(FieldPair pair) {
    Optional<Defaults> was = Defaults.of(pair.before(), before);
    Optional<Defaults> is = Defaults.of(pair.after(), after);
    if (was.isEmpty() || is.isEmpty() || (was.get().isZero() && is.get().isZero())) {
      return;
    }
    if (!was.get().isSame(is.get())) {
      add(
          BufRule.FIELD_SAME_DEFAULT,
          pair,
          FieldAspect.DEFAULT,
          pair.or(pair.now(), pair.after().located().exactly(FieldParts.DEFAULT)),
          pair.or(pair.old(), pair.before().located().exactly(FieldParts.DEFAULT)),
          "is taken for "
              + is.get().shown()
              + " where it is not sent, and was taken for "
              + was.get().shown());
    }
  }

  private void oneof(FieldPair pair) {
    if (pair.before().isExtension()
        || Objects.equals(pair.before().oneof(), pair.after().oneof())) {
      return;
    }
    add(
        BufRule.FIELD_SAME_ONEOF,
        pair,
        FieldAspect.ONEOF,
        pair.whole(pair.now()),
        pair.whole(pair.old()),
        "was " + oneof(pair.before()) + " and is " + oneof(pair.after()));
  }

  private static String oneof(FieldSpec field) {
    return field.oneof().map(name -> "in the oneof `" + name + "`").orElse("in no oneof");
  }
}
