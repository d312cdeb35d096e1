package dev.concordat.compare.protobuf.buf;

import dev.concordat.compare.protobuf.buf.Changed.FieldAspect;
import dev.concordat.contracts.protobuf.Features.Utf8Validation;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.Span;
import dev.concordat.model.json.JsonBoolean;
import java.util.Optional;
import java.util.Set;

/// Options and features of fields that change generated code.
final class FieldOptionChecks {
  private static final Set<String> LONG =
      Set.of("int64", "sint64", "uint64", "fixed64", "sfixed64");
  private static final int FILE_OPTIONS = 8;
  private static final int JAVA_STRING_CHECK_UTF8 = 27;

  private final Findings findings;

  FieldOptionChecks(Findings findings) {
    this.findings = findings;
  }

  void check(FieldPair pair) {
    cppStringType(pair);
    javaUtf8(pair);
    jstype(pair);
    utf8(pair);
  }

  private void add(
      BufRule rule,
      FieldPair pair,
      FieldAspect aspect,
      Optional<Span> now,
      Optional<Span> was,
      String words) {
    findings.add(
        rule,
        pair.changed(aspect),
        pair.or(pair.now(), now),
        pair.or(pair.old(), was),
        pair.words() + " " + words);
  }

  private void cppStringType(FieldPair pair) {
    if (pair.isInMapEntries() || !isText(pair.before()) || !isText(pair.after())) {
      return;
    }
    String was = CppStrings.of(pair.old());
    String is = CppStrings.of(pair.now());
    // Code that used pieces of strings also uses strings.
    boolean isAllowed = was.equals("STRING_PIECE") && is.equals("STRING");
    if (!was.equals(is) && !isAllowed) {
      add(
          BufRule.FIELD_SAME_CPP_STRING_TYPE,
          pair,
          FieldAspect.CPP_STRING_TYPE,
          CppStrings.span(pair.after()),
          CppStrings.span(pair.before()),
          "is a C++ " + is + " and was a " + was);
    }
  }

  private static boolean isText(FieldSpec field) {
    return field.type().equals("string") || field.type().equals("bytes");
  }

  private static boolean isString(FieldPair pair) {
    return pair.before().type().equals("string") && pair.after().type().equals("string");
  }

  private void javaUtf8(FieldPair pair) {
    if (!isString(pair)) {
      return;
    }
    Utf8Validation was = java(pair.old());
    Utf8Validation is = java(pair.now());
    if (was != is) {
      add(
          BufRule.FIELD_SAME_JAVA_UTF8_VALIDATION,
          pair,
          FieldAspect.JAVA_UTF8_VALIDATION,
          javaSpan(pair.now()),
          javaSpan(pair.old()),
          "checks UTF-8 in Java: " + is + ", and did: " + was);
    }
  }

  private static Utf8Validation java(Declared<FieldSpec> field) {
    Utf8Validation standard = field.what().features().utf8Validation();
    boolean isEdition = !field.file().syntax().startsWith("proto");
    Optional<Boolean> option =
        field.file().options().member("java_string_check_utf8").map(new JsonBoolean(true)::equals);
    if (!isEdition || option.isPresent()) {
      return option.orElse(false) ? Utf8Validation.VERIFY : standard;
    }
    return LanguageFeatures.of(field, "[pb.java]", "utf8_validation")
            .filter("VERIFY"::equals)
            .isPresent()
        ? Utf8Validation.VERIFY
        : standard;
  }

  private static Optional<Span> javaSpan(Declared<FieldSpec> field) {
    return field
        .file()
        .located()
        .exactly(FILE_OPTIONS, JAVA_STRING_CHECK_UTF8)
        .or(
            () ->
                field
                    .what()
                    .located()
                    .option(
                        FieldParts.OPTIONS,
                        FieldParts.OPTION_FEATURES,
                        FieldParts.FEATURES_JAVA,
                        FieldParts.JAVA_UTF8_VALIDATION));
  }

  private void jstype(FieldPair pair) {
    if (!LONG.contains(pair.before().type()) || !LONG.contains(pair.after().type())) {
      return;
    }
    String was = LanguageFeatures.text(pair.before().options(), "jstype").orElse("JS_NORMAL");
    String is = LanguageFeatures.text(pair.after().options(), "jstype").orElse("JS_NORMAL");
    if (!was.equals(is)) {
      add(
          BufRule.FIELD_SAME_JSTYPE,
          pair,
          FieldAspect.JSTYPE,
          pair.after().located().exactly(FieldParts.OPTIONS, FieldParts.OPTION_JSTYPE),
          pair.before().located().exactly(FieldParts.OPTIONS, FieldParts.OPTION_JSTYPE),
          "has `jstype` " + is + " and had " + was);
    }
  }

  private void utf8(FieldPair pair) {
    Utf8Validation was = pair.before().features().utf8Validation();
    Utf8Validation is = pair.after().features().utf8Validation();
    if (isString(pair) && was != is) {
      add(
          BufRule.FIELD_SAME_UTF8_VALIDATION,
          pair,
          FieldAspect.UTF8_VALIDATION,
          utf8Span(pair.after()),
          utf8Span(pair.before()),
          "checks UTF-8: " + is + ", and did: " + was);
    }
  }

  private static Optional<Span> utf8Span(FieldSpec field) {
    return field
        .located()
        .option(FieldParts.OPTIONS, FieldParts.OPTION_FEATURES, FieldParts.FEATURE_UTF8_VALIDATION);
  }
}
