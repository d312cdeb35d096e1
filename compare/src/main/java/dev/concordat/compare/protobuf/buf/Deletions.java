package dev.concordat.compare.protobuf.buf;

import dev.concordat.compare.protobuf.buf.Findings.At;
import dev.concordat.contracts.protobuf.EnumType;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.Located;
import dev.concordat.contracts.protobuf.MessageType;
import dev.concordat.contracts.protobuf.ProtobufFile;
import dev.concordat.contracts.protobuf.ServiceSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Files, packages and types that are gone: from their file, and from their package.
final class Deletions {
  private final Side before;
  private final Side after;
  private final Findings findings;
  private final Map<String, Map<String, Declared<MessageType>>> messages;
  private final Map<String, Map<String, Declared<MessageType>>> inPackage = new LinkedHashMap<>();

  /// A kind of declaration with the rules about it.
  private record Kind<T>(
      String word,
      BufRule fromFile,
      BufRule fromPackage,
      Map<String, Declared<T>> before,
      Map<String, Declared<T>> after,
      Function<T, String> fullName,
      Function<T, Located> located) {}

  Deletions(Side before, Side after, Findings findings) {
    this.before = before;
    this.after = after;
    this.findings = findings;
    this.messages = Side.byFile(after.messages().values(), MessageType::fullName);
    after
        .messages()
        .values()
        .forEach(
            one ->
                inPackage
                    .computeIfAbsent(one.file().packageName(), name -> new LinkedHashMap<>())
                    .put(Declared.nestedName(one.file(), one.what().fullName()), one));
  }

  void check() {
    files();
    packages();
    types(
        new Kind<>(
            "enum",
            BufRule.ENUM_NO_DELETE,
            BufRule.PACKAGE_ENUM_NO_DELETE,
            before.enums(),
            after.enums(),
            EnumType::fullName,
            EnumType::located));
    types(
        new Kind<>(
            "message",
            BufRule.MESSAGE_NO_DELETE,
            BufRule.PACKAGE_MESSAGE_NO_DELETE,
            before.messages(),
            after.messages(),
            MessageType::fullName,
            MessageType::located));
    types(
        new Kind<>(
            "extension",
            BufRule.EXTENSION_NO_DELETE,
            BufRule.PACKAGE_EXTENSION_NO_DELETE,
            before.extensions(),
            after.extensions(),
            FieldSpec::fullName,
            FieldSpec::located));
    types(
        new Kind<>(
            "service",
            BufRule.SERVICE_NO_DELETE,
            BufRule.PACKAGE_SERVICE_NO_DELETE,
            before.services(),
            after.services(),
            ServiceSpec::fullName,
            ServiceSpec::located));
  }

  private void files() {
    before
        .files()
        .forEach(
            (name, file) -> {
              if (!after.files().containsKey(name)) {
                findings.add(
                    BufRule.FILE_NO_DELETE,
                    new Changed.OfFile(name, ""),
                    At.NOWHERE,
                    At.file(file),
                    "the file `" + name + "` is gone");
              }
            });
  }

  private void packages() {
    Map<String, List<ProtobufFile>> left = after.packages();
    before
        .packages()
        .forEach(
            (name, files) -> {
              if (!left.containsKey(name)) {
                findings.add(
                    BufRule.PACKAGE_NO_DELETE,
                    new Changed.OfPackage(name),
                    At.NOWHERE,
                    At.file(files.getFirst()),
                    "the package `" + name + "` is gone");
              }
            });
  }

  private <T> void types(Kind<T> kind) {
    Map<String, Map<String, Declared<T>>> old =
        Side.byFile(kind.before().values(), kind.fullName());
    Map<String, Map<String, Declared<T>>> nows =
        Side.byFile(kind.after().values(), kind.fullName());
    before
        .files()
        .forEach(
            (name, file) -> {
              ProtobufFile now = after.files().get(name);
              if (now != null) {
                fromFile(
                    kind,
                    old.getOrDefault(file.name(), Map.of()),
                    now,
                    nows.getOrDefault(now.name(), Map.of()));
              }
            });
    Map<String, Map<String, Declared<T>>> packages = byPackage(kind.after(), kind);
    // A package that is there may have lost the last of its kind.
    after.packages().keySet().forEach(name -> packages.putIfAbsent(name, Map.of()));
    byPackage(kind.before(), kind)
        .forEach(
            (name, types) -> {
              Map<String, Declared<T>> left = packages.get(name);
              if (left != null) {
                types.forEach(
                    (nested, type) -> {
                      if (!left.containsKey(nested)) {
                        fromPackage(kind, name, nested, type);
                      }
                    });
              }
            });
  }

  private static <T> Map<String, Map<String, Declared<T>>> byPackage(
      Map<String, Declared<T>> all, Kind<T> kind) {
    var packages = new LinkedHashMap<String, Map<String, Declared<T>>>();
    for (Declared<T> one : all.values()) {
      packages
          .computeIfAbsent(one.file().packageName(), name -> new LinkedHashMap<>())
          .put(Declared.nestedName(one.file(), kind.fullName().apply(one.what())), one);
    }
    return packages;
  }

  private <T> void fromFile(
      Kind<T> kind,
      Map<String, Declared<T>> types,
      ProtobufFile now,
      Map<String, Declared<T>> left) {
    types.forEach(
        (nested, type) -> {
          if (!left.containsKey(nested)) {
            add(
                kind,
                kind.fromFile(),
                type,
                around(kind, nested, messages(now)).orElseGet(() -> At.file(now)),
                "the " + kind.word() + " `" + nested + "` is gone from its file");
          }
        });
  }

  private <T> void fromPackage(Kind<T> kind, String name, String nested, Declared<T> type) {
    ProtobufFile now = after.files().get(before.name(type.file()));
    At at =
        now == null
            ? At.NOWHERE
            : around(
                    kind,
                    nested,
                    kind.word().equals("message")
                        ? inPackage.getOrDefault(name, Map.of())
                        : messages(now))
                .orElseGet(() -> At.file(now));
    String from = name.isEmpty() ? "the files without a package" : "the package `" + name + "`";
    add(
        kind,
        kind.fromPackage(),
        type,
        at,
        "the " + kind.word() + " `" + nested + "` is gone from " + from);
  }

  private Map<String, Declared<MessageType>> messages(ProtobufFile file) {
    return messages.getOrDefault(file.name(), Map.of());
  }

  /// The innermost message that is still there around a name. Services stand in none.
  private static <T> Optional<At> around(
      Kind<T> kind, String nested, Map<String, Declared<MessageType>> messages) {
    for (int dot = nested.lastIndexOf('.');
        dot > 0 && !kind.word().equals("service");
        dot = nested.lastIndexOf('.', dot - 1)) {
      Declared<MessageType> outer = messages.get(nested.substring(0, dot));
      if (outer != null) {
        return outer
            .span(outer.what().located())
            .map(span -> At.span(outer.file(), Optional.of(span)));
      }
    }
    return Optional.empty();
  }

  private <T> void add(Kind<T> kind, BufRule rule, Declared<T> type, At at, String message) {
    findings.add(
        rule,
        new Changed.OfType(kind.word(), kind.fullName().apply(type.what()), ""),
        at,
        At.span(type.file(), type.span(kind.located().apply(type.what()))),
        message);
  }
}
