package dev.concordat.compare.protobuf.buf;

import dev.concordat.compare.protobuf.buf.Changed.FieldAspect;
import dev.concordat.compare.protobuf.buf.Findings.At;
import dev.concordat.contracts.protobuf.Features.JsonFormat;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.MessageType;
import dev.concordat.contracts.protobuf.MessageType.NumberRange;
import dev.concordat.contracts.protobuf.MessageType.Oneof;
import dev.concordat.contracts.protobuf.MessageType.ReservedName;
import dev.concordat.model.json.JsonBoolean;
import java.util.List;
import java.util.Optional;

/// Messages that are on both sides, by their full names.
final class MessageChecks {
  private static final int OPTIONS = 7;
  private static final int NO_STANDARD_DESCRIPTOR_ACCESSOR = 2;
  private static final int FEATURES = 12;
  private static final int JSON_FORMAT = 6;
  private static final long MAX_NUMBER = (1 << 29) - 1;
  private static final long MAX_MESSAGE_SET_NUMBER = Integer.MAX_VALUE - 1;

  private final Side before;
  private final Side after;
  private final Findings findings;

  MessageChecks(Side before, Side after, Findings findings) {
    this.before = before;
    this.after = after;
    this.findings = findings;
  }

  void check() {
    before
        .messages()
        .forEach(
            (name, old) -> {
              Declared<MessageType> now = after.messages().get(name);
              if (now != null) {
                check(old, now);
              }
            });
  }

  private void check(Declared<MessageType> old, Declared<MessageType> now) {
    for (FieldSpec field : old.what().fields()) {
      if (now.what().field(field.number()).isEmpty()) {
        removed(old, now, field);
      }
    }
    required(old, now);
    oneofs(old, now);
    ranges(
        BufRule.EXTENSION_MESSAGE_NO_DELETE,
        "extension",
        old,
        old.what().extensionRanges(),
        now,
        now.what().extensionRanges());
    ranges(
        BufRule.RESERVED_MESSAGE_NO_DELETE,
        "reserved",
        old,
        old.what().reservedRanges(),
        now,
        now.what().reservedRanges());
    reservedNames(old, now);
    jsonFormat(old, now);
    accessor(old, now);
  }

  private void removed(Declared<MessageType> old, Declared<MessageType> now, FieldSpec field) {
    var changed =
        new Changed.OfField(
            old.what().fullName(), Optional.of(field), Optional.empty(), FieldAspect.REMOVED);
    String gone =
        "field "
            + field.number()
            + " (`"
            + field.name()
            + "`) of `"
            + old.what().name()
            + "` is gone";
    At at = at(now);
    At was = At.span(old.file(), field.located().exactly());
    findings.add(BufRule.FIELD_NO_DELETE, changed, at, was, gone);
    if (now.what().reservedRanges().stream().noneMatch(range -> range.holds(field.number()))) {
      findings.add(
          BufRule.FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED,
          changed,
          at,
          was,
          gone + ", and its number is not reserved");
    }
    if (now.what().reservedNames().stream()
        .map(ReservedName::name)
        .noneMatch(field.name()::equals)) {
      findings.add(
          BufRule.FIELD_NO_DELETE_UNLESS_NAME_RESERVED,
          changed,
          at,
          was,
          gone + ", and its name is not reserved");
    }
  }

  /// Only the word `required` counts; editions have it as a feature, which the rules of cardinality know.
  private static boolean isRequired(Declared<MessageType> holder, FieldSpec field) {
    return field.label() == FieldSpec.Label.REQUIRED && holder.file().syntax().equals("proto2");
  }

  private void required(Declared<MessageType> old, Declared<MessageType> now) {
    for (FieldSpec field : old.what().fields()) {
      Optional<FieldSpec> same = now.what().field(field.number());
      if (isRequired(old, field) && same.filter(one -> isRequired(now, one)).isEmpty()) {
        findings.add(
            BufRule.MESSAGE_SAME_REQUIRED_FIELDS,
            new Changed.OfField(
                old.what().fullName(), Optional.of(field), same, FieldAspect.REQUIRED),
            at(now),
            At.span(old.file(), field.located().exactly()),
            "field "
                + field.number()
                + " (`"
                + field.name()
                + "`) was required and need not be sent");
      }
    }
    for (FieldSpec field : now.what().fields()) {
      Optional<FieldSpec> same = old.what().field(field.number());
      if (isRequired(now, field) && same.filter(one -> isRequired(old, one)).isEmpty()) {
        findings.add(
            BufRule.MESSAGE_SAME_REQUIRED_FIELDS,
            new Changed.OfField(
                old.what().fullName(), same, Optional.of(field), FieldAspect.REQUIRED),
            At.span(now.file(), field.located().exactly()),
            At.span(old.file(), same.flatMap(one -> one.located().exactly())),
            "field " + field.number() + " (`" + field.name() + "`) is now required");
      }
    }
  }

  private void oneofs(Declared<MessageType> old, Declared<MessageType> now) {
    List<String> left = now.what().oneofs().stream().map(Oneof::name).toList();
    for (Oneof oneof : old.what().oneofs()) {
      if (!left.contains(oneof.name())) {
        findings.add(
            BufRule.ONEOF_NO_DELETE,
            changed(old, "oneof " + oneof.name()),
            at(now),
            At.span(old.file(), oneof.located().exactly()),
            "the oneof `" + oneof.name() + "` of `" + old.what().name() + "` is gone");
      }
    }
  }

  private void ranges(
      BufRule rule,
      String kind,
      Declared<MessageType> old,
      List<NumberRange> ranges,
      Declared<MessageType> now,
      List<NumberRange> left) {
    boolean isMessageSet =
        now.what().options().member("message_set_wire_format").stream()
            .anyMatch(new JsonBoolean(true)::equals);
    long max = isMessageSet ? MAX_MESSAGE_SET_NUMBER : MAX_NUMBER;
    Ranges joined = Ranges.of(left);
    for (NumberRange range : ranges) {
      List<String> missing = joined.missing(range, max);
      if (!missing.isEmpty()) {
        String numbers = Ranges.shown(range, max);
        findings.add(
            rule,
            changed(old, kind + " " + numbers),
            at(now),
            At.span(old.file(), range.located().exactly()),
            "of the "
                + kind
                + " numbers "
                + numbers
                + " of `"
                + old.what().name()
                + "`, "
                + String.join(", ", missing)
                + (missing.size() == 1 ? " is" : " are")
                + " no longer set aside");
      }
    }
  }

  private void reservedNames(Declared<MessageType> old, Declared<MessageType> now) {
    List<String> names = now.what().reservedNames().stream().map(ReservedName::name).toList();
    old.what().reservedNames().stream()
        .map(ReservedName::name)
        .distinct()
        .filter(name -> !names.contains(name))
        .forEach(
            name ->
                findings.add(
                    BufRule.RESERVED_MESSAGE_NO_DELETE,
                    changed(old, "reserved " + name),
                    at(now),
                    at(old),
                    "the reserved name `"
                        + name
                        + "` of `"
                        + old.what().name()
                        + "` may be used again"));
  }

  private void jsonFormat(Declared<MessageType> old, Declared<MessageType> now) {
    if (old.what().features().jsonFormat() == JsonFormat.ALLOW
        && now.what().features().jsonFormat() != JsonFormat.ALLOW) {
      findings.add(
          BufRule.MESSAGE_SAME_JSON_FORMAT,
          changed(old, "JSON format"),
          At.span(
              now.file(),
              now.what()
                  .located()
                  .option(OPTIONS, FEATURES, JSON_FORMAT)
                  .or(() -> now.span(now.what().located()))),
          at(old),
          "the JSON form of `" + now.what().name() + "` was well defined and is no more");
    }
  }

  private void accessor(Declared<MessageType> old, Declared<MessageType> now) {
    if (!hasNoAccessor(old.what()) && hasNoAccessor(now.what())) {
      findings.add(
          BufRule.MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR,
          changed(old, "descriptor accessor"),
          At.span(
              now.file(), now.what().located().exactly(OPTIONS, NO_STANDARD_DESCRIPTOR_ACCESSOR)),
          at(old),
          "`" + now.what().name() + "` no longer has the method `descriptor()`");
    }
  }

  private static boolean hasNoAccessor(MessageType type) {
    return type.options().member("no_standard_descriptor_accessor").stream()
        .anyMatch(new JsonBoolean(true)::equals);
  }

  private static Changed changed(Declared<MessageType> old, String aspect) {
    return new Changed.OfType("message", old.what().fullName(), aspect);
  }

  private static At at(Declared<MessageType> declared) {
    return At.span(declared.file(), declared.span(declared.what().located()));
  }
}
