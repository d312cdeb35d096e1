package dev.concordat.compare.protobuf.buf;

import dev.concordat.compare.protobuf.buf.Findings.At;
import dev.concordat.contracts.protobuf.EnumType;
import dev.concordat.contracts.protobuf.EnumType.EnumValue;
import dev.concordat.contracts.protobuf.Features.JsonFormat;
import dev.concordat.contracts.protobuf.MessageType.NumberRange;
import dev.concordat.contracts.protobuf.MessageType.ReservedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Enumerations that are on both sides, by their full names.
final class EnumChecks {
  private static final int NUMBER = 2;
  private static final int OPTIONS = 3;
  private static final int FEATURES = 7;
  private static final int ENUM_TYPE = 2;
  private static final int JSON_FORMAT = 6;

  private final Side before;
  private final Side after;
  private final Findings findings;

  EnumChecks(Side before, Side after, Findings findings) {
    this.before = before;
    this.after = after;
    this.findings = findings;
  }

  void check() {
    before
        .enums()
        .forEach(
            (name, old) -> {
              Declared<EnumType> now = after.enums().get(name);
              if (now != null) {
                check(old, now);
              }
            });
  }

  private void check(Declared<EnumType> old, Declared<EnumType> now) {
    Map<Integer, List<EnumValue>> left = byNumber(now.what());
    byNumber(old.what())
        .forEach(
            (number, values) -> {
              List<EnumValue> same = left.get(number);
              if (same == null) {
                removed(old, now, number, values);
              } else {
                renamed(old, now, number, values, same);
              }
            });
    type(old, now);
    jsonFormat(old, now);
    reserved(old, now);
  }

  private static Map<Integer, List<EnumValue>> byNumber(EnumType type) {
    var byNumber = new LinkedHashMap<Integer, List<EnumValue>>();
    type.values()
        .forEach(
            value ->
                byNumber.computeIfAbsent(value.number(), number -> new ArrayList<>()).add(value));
    return byNumber;
  }

  private void removed(
      Declared<EnumType> old, Declared<EnumType> now, int number, List<EnumValue> values) {
    String names = names(values);
    String gone = "the value " + number + " (" + names + ") of `" + now.what().name() + "` is gone";
    var changed = new Changed.OfEnumValue(old.what(), now.what(), number, true);
    At at = at(now);
    At was = At.span(old.file(), values.getFirst().located().exactly());
    findings.add(BufRule.ENUM_VALUE_NO_DELETE, changed, at, was, gone);
    if (now.what().reservedRanges().stream().noneMatch(range -> range.holds(number))) {
      findings.add(
          BufRule.ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED,
          changed,
          at,
          was,
          gone + ", and its number is not reserved");
    }
    List<String> reserved = now.what().reservedNames().stream().map(ReservedName::name).toList();
    if (!values.stream().map(EnumValue::name).allMatch(reserved::contains)) {
      findings.add(
          BufRule.ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED,
          changed,
          at,
          was,
          gone + ", and its name is not reserved");
    }
  }

  private void renamed(
      Declared<EnumType> old,
      Declared<EnumType> now,
      int number,
      List<EnumValue> values,
      List<EnumValue> same) {
    List<String> names = same.stream().map(EnumValue::name).toList();
    if (values.stream().map(EnumValue::name).allMatch(names::contains)) {
      return;
    }
    for (EnumValue value : same) {
      findings.add(
          BufRule.ENUM_VALUE_SAME_NAME,
          new Changed.OfEnumValue(old.what(), now.what(), number, false),
          At.span(now.file(), value.located().exactly(NUMBER)),
          At.span(old.file(), values.getFirst().located().exactly(NUMBER)),
          "the value "
              + number
              + " of `"
              + now.what().name()
              + "` was "
              + names(values)
              + " and is "
              + names(same));
    }
  }

  private static String names(List<EnumValue> values) {
    return values.stream()
        .map(value -> "`" + value.name() + "`")
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private void type(Declared<EnumType> old, Declared<EnumType> now) {
    if (old.what().isClosed() != now.what().isClosed()) {
      findings.add(
          BufRule.ENUM_SAME_TYPE,
          changed(old, "openness"),
          feature(now, ENUM_TYPE),
          feature(old, ENUM_TYPE),
          "`"
              + now.what().name()
              + "` was "
              + openness(old.what())
              + " and is "
              + openness(now.what()));
    }
  }

  private static String openness(EnumType type) {
    return type.isClosed() ? "closed" : "open";
  }

  private void jsonFormat(Declared<EnumType> old, Declared<EnumType> now) {
    if (old.what().features().jsonFormat() == JsonFormat.ALLOW
        && now.what().features().jsonFormat() != JsonFormat.ALLOW) {
      findings.add(
          BufRule.ENUM_SAME_JSON_FORMAT,
          changed(old, "JSON format"),
          feature(now, JSON_FORMAT),
          feature(old, JSON_FORMAT),
          "the JSON form of `" + now.what().name() + "` was well defined and is no more");
    }
  }

  private void reserved(Declared<EnumType> old, Declared<EnumType> now) {
    At at = at(now);
    At was = at(old);
    String of = " of `" + now.what().name() + "`";
    Ranges left = Ranges.of(now.what().reservedRanges());
    for (NumberRange range : old.what().reservedRanges()) {
      List<String> missing = left.missing(range, Integer.MAX_VALUE);
      if (!missing.isEmpty()) {
        String numbers = Ranges.shown(range, Integer.MAX_VALUE);
        findings.add(
            BufRule.RESERVED_ENUM_NO_DELETE,
            changed(old, "reserved " + numbers),
            at,
            was,
            "of the reserved numbers "
                + numbers
                + of
                + ", "
                + String.join(", ", missing)
                + " may be used again");
      }
    }
    List<String> names = now.what().reservedNames().stream().map(ReservedName::name).toList();
    old.what().reservedNames().stream()
        .map(ReservedName::name)
        .distinct()
        .filter(name -> !names.contains(name))
        .forEach(
            name ->
                findings.add(
                    BufRule.RESERVED_ENUM_NO_DELETE,
                    changed(old, "reserved " + name),
                    at,
                    was,
                    "the reserved name `" + name + "`" + of + " may be used again"));
  }

  private static Changed changed(Declared<EnumType> old, String aspect) {
    return new Changed.OfType("enum", old.what().fullName(), aspect);
  }

  private static At at(Declared<EnumType> declared) {
    return At.span(declared.file(), declared.what().located().exactly());
  }

  private static At feature(Declared<EnumType> declared, int feature) {
    return At.span(
        declared.file(),
        declared
            .what()
            .located()
            .option(OPTIONS, FEATURES, feature)
            .or(() -> declared.what().located().exactly()));
  }
}
