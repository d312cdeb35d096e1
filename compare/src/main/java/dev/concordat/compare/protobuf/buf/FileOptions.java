package dev.concordat.compare.protobuf.buf;

import dev.concordat.compare.protobuf.buf.Findings.At;
import dev.concordat.contracts.protobuf.ProtobufFile;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// What files say about the code that is generated from them.
final class FileOptions {
  private static final int PACKAGE = 2;
  private static final int OPTIONS = 8;
  private static final int SYNTAX = 12;

  private final Side before;
  private final Side after;
  private final Findings findings;

  /// An option.
  ///
  /// @param number its field in `google.protobuf.FileOptions`
  /// @param absent what holds where it is not set
  private record Option(BufRule rule, String name, int number, String absent) {}

  private static final List<Option> ALL =
      List.of(
          new Option(BufRule.FILE_SAME_JAVA_PACKAGE, "java_package", 1, ""),
          new Option(BufRule.FILE_SAME_JAVA_OUTER_CLASSNAME, "java_outer_classname", 8, ""),
          new Option(BufRule.FILE_SAME_JAVA_MULTIPLE_FILES, "java_multiple_files", 10, "false"),
          new Option(BufRule.FILE_SAME_GO_PACKAGE, "go_package", 11, ""),
          new Option(BufRule.FILE_SAME_OBJC_CLASS_PREFIX, "objc_class_prefix", 36, ""),
          new Option(BufRule.FILE_SAME_CSHARP_NAMESPACE, "csharp_namespace", 37, ""),
          new Option(BufRule.FILE_SAME_SWIFT_PREFIX, "swift_prefix", 39, ""),
          new Option(BufRule.FILE_SAME_PHP_CLASS_PREFIX, "php_class_prefix", 40, ""),
          new Option(BufRule.FILE_SAME_PHP_NAMESPACE, "php_namespace", 41, ""),
          new Option(BufRule.FILE_SAME_PHP_METADATA_NAMESPACE, "php_metadata_namespace", 44, ""),
          new Option(BufRule.FILE_SAME_RUBY_PACKAGE, "ruby_package", 45, ""),
          new Option(BufRule.FILE_SAME_OPTIMIZE_FOR, "optimize_for", 9, "SPEED"),
          new Option(BufRule.FILE_SAME_CC_GENERIC_SERVICES, "cc_generic_services", 16, "false"),
          new Option(BufRule.FILE_SAME_JAVA_GENERIC_SERVICES, "java_generic_services", 17, "false"),
          new Option(BufRule.FILE_SAME_PY_GENERIC_SERVICES, "py_generic_services", 18, "false"),
          new Option(BufRule.FILE_SAME_CC_ENABLE_ARENAS, "cc_enable_arenas", 31, "true"));

  FileOptions(Side before, Side after, Findings findings) {
    this.before = before;
    this.after = after;
    this.findings = findings;
  }

  void check() {
    for (ProtobufFile old : before.files().values()) {
      ProtobufFile now = after.files().get(before.name(old));
      if (now != null) {
        same(
            BufRule.FILE_SAME_PACKAGE,
            "package",
            old,
            old.packageName(),
            now,
            now.packageName(),
            PACKAGE);
        same(BufRule.FILE_SAME_SYNTAX, "syntax", old, syntax(old), now, syntax(now), SYNTAX);
        for (Option option : ALL) {
          same(
              option.rule(),
              option.name(),
              old,
              value(old, option),
              now,
              value(now, option),
              OPTIONS,
              option.number());
        }
      }
    }
  }

  /// All editions are one syntax.
  private static String syntax(ProtobufFile file) {
    return file.syntax().startsWith("proto") ? file.syntax() : "editions";
  }

  private static String value(ProtobufFile file, Option option) {
    Optional<JsonValue> value = file.options().member(option.name());
    return value
        .map(
            set ->
                switch (set) {
                  case JsonString(String text) -> text;
                  case JsonBoolean(boolean is) -> String.valueOf(is);
                  default -> set.toString();
                })
        .orElse(option.absent());
  }

  private void same(
      BufRule rule,
      String what,
      ProtobufFile old,
      String oldValue,
      ProtobufFile now,
      String newValue,
      int... parts) {
    if (!oldValue.equals(newValue)) {
      findings.add(
          rule,
          new Changed.OfFile(before.name(old), what),
          At.span(now, now.located().exactly(parts)),
          At.span(old, old.located().exactly(parts)),
          "`" + what + "` of the file was `" + oldValue + "` and is `" + newValue + "`");
    }
  }
}
