package dev.concordat.compare.protobuf.buf;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The rules of `buf breaking`, with the categories they belong to, the one that allows most first.
public enum BufRule {
  ENUM_NO_DELETE("FILE,CSR"),
  ENUM_SAME_JSON_FORMAT("WIRE_JSON,PACKAGE,FILE,CSR"),
  ENUM_SAME_TYPE("PACKAGE,FILE"),
  ENUM_VALUE_NO_DELETE("PACKAGE,FILE,CSR"),
  ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED("WIRE_JSON,CSR"),
  ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED("WIRE,WIRE_JSON,CSR"),
  ENUM_VALUE_SAME_NAME("WIRE_JSON,PACKAGE,FILE,CSR"),
  EXTENSION_MESSAGE_NO_DELETE("PACKAGE,FILE,CSR"),
  EXTENSION_NO_DELETE("FILE"),
  FIELD_NO_DELETE("PACKAGE,FILE,CSR"),
  FIELD_NO_DELETE_UNLESS_NAME_RESERVED("WIRE_JSON,CSR"),
  FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED("WIRE,WIRE_JSON,CSR"),
  FIELD_SAME_CARDINALITY("PACKAGE,FILE"),
  FIELD_SAME_CPP_STRING_TYPE("PACKAGE,FILE"),
  FIELD_SAME_DEFAULT("WIRE,WIRE_JSON,PACKAGE,FILE,CSR"),
  FIELD_SAME_JAVA_UTF8_VALIDATION("PACKAGE,FILE"),
  FIELD_SAME_JSON_NAME("WIRE_JSON,PACKAGE,FILE,CSR"),
  FIELD_SAME_JSTYPE("PACKAGE,FILE"),
  FIELD_SAME_NAME("WIRE_JSON,PACKAGE,FILE,CSR"),
  FIELD_SAME_ONEOF("WIRE,WIRE_JSON,PACKAGE,FILE,CSR"),
  FIELD_SAME_TYPE("PACKAGE,FILE,CSR"),
  FIELD_SAME_UTF8_VALIDATION("PACKAGE,FILE"),
  FIELD_WIRE_COMPATIBLE_CARDINALITY("WIRE"),
  FIELD_WIRE_COMPATIBLE_TYPE("WIRE"),
  FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY("WIRE_JSON,CSR"),
  FIELD_WIRE_JSON_COMPATIBLE_TYPE("WIRE_JSON,CSR"),
  FILE_NO_DELETE("FILE,CSR"),
  FILE_SAME_CC_ENABLE_ARENAS("PACKAGE,FILE"),
  FILE_SAME_CC_GENERIC_SERVICES("PACKAGE,FILE"),
  FILE_SAME_CSHARP_NAMESPACE("PACKAGE,FILE"),
  FILE_SAME_GO_PACKAGE("PACKAGE,FILE"),
  FILE_SAME_JAVA_GENERIC_SERVICES("PACKAGE,FILE"),
  FILE_SAME_JAVA_MULTIPLE_FILES("PACKAGE,FILE"),
  FILE_SAME_JAVA_OUTER_CLASSNAME("PACKAGE,FILE"),
  FILE_SAME_JAVA_PACKAGE("PACKAGE,FILE"),
  FILE_SAME_OBJC_CLASS_PREFIX("PACKAGE,FILE"),
  FILE_SAME_OPTIMIZE_FOR("PACKAGE,FILE"),
  FILE_SAME_PACKAGE("WIRE,WIRE_JSON,PACKAGE,FILE,CSR"),
  FILE_SAME_PHP_CLASS_PREFIX("PACKAGE,FILE"),
  FILE_SAME_PHP_METADATA_NAMESPACE("PACKAGE,FILE"),
  FILE_SAME_PHP_NAMESPACE("PACKAGE,FILE"),
  FILE_SAME_PY_GENERIC_SERVICES("PACKAGE,FILE"),
  FILE_SAME_RUBY_PACKAGE("PACKAGE,FILE"),
  FILE_SAME_SWIFT_PREFIX("PACKAGE,FILE"),
  FILE_SAME_SYNTAX("PACKAGE,FILE,CSR"),
  MESSAGE_NO_DELETE("FILE,CSR"),
  MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR("PACKAGE,FILE,CSR"),
  MESSAGE_SAME_JSON_FORMAT("WIRE_JSON,PACKAGE,FILE,CSR"),
  MESSAGE_SAME_REQUIRED_FIELDS("WIRE,WIRE_JSON,PACKAGE,FILE,CSR"),
  ONEOF_NO_DELETE("PACKAGE,FILE,CSR"),
  PACKAGE_ENUM_NO_DELETE("PACKAGE"),
  PACKAGE_EXTENSION_NO_DELETE("PACKAGE"),
  PACKAGE_MESSAGE_NO_DELETE("PACKAGE"),
  PACKAGE_NO_DELETE("PACKAGE"),
  PACKAGE_SERVICE_NO_DELETE("PACKAGE"),
  RESERVED_ENUM_NO_DELETE("WIRE,WIRE_JSON,PACKAGE,FILE,CSR"),
  RESERVED_MESSAGE_NO_DELETE("WIRE,WIRE_JSON,PACKAGE,FILE,CSR"),
  RPC_NO_DELETE("PACKAGE,FILE"),
  RPC_SAME_CLIENT_STREAMING("WIRE,WIRE_JSON,PACKAGE,FILE,CSR"),
  RPC_SAME_IDEMPOTENCY_LEVEL("WIRE,WIRE_JSON,PACKAGE,FILE,CSR"),
  RPC_SAME_REQUEST_TYPE("WIRE,WIRE_JSON,PACKAGE,FILE,CSR"),
  RPC_SAME_RESPONSE_TYPE("WIRE,WIRE_JSON,PACKAGE,FILE,CSR"),
  RPC_SAME_SERVER_STREAMING("WIRE,WIRE_JSON,PACKAGE,FILE,CSR"),
  SERVICE_NO_DELETE("FILE");

  /// Versions of `buf.yaml`; each has categories of its own.
  public enum Version {
    V1BETA1,
    V1,
    V2
  }

  private static final Set<BufRule> ONLY_V2 =
      Set.of(EXTENSION_NO_DELETE, FIELD_SAME_DEFAULT, PACKAGE_EXTENSION_NO_DELETE);
  private static final Set<BufRule> NOT_V1BETA1 =
      Set.of(FIELD_WIRE_COMPATIBLE_TYPE, FIELD_WIRE_JSON_COMPATIBLE_TYPE);
  private static final Map<BufRule, List<String>> V1BETA1_CATEGORIES =
      new EnumMap<>(
          Map.of(
              FIELD_SAME_CARDINALITY, List.of("WIRE", "WIRE_JSON", "PACKAGE", "FILE"),
              FIELD_SAME_TYPE, List.of("WIRE", "WIRE_JSON", "PACKAGE", "FILE"),
              FILE_SAME_PACKAGE, List.of("FILE")));

  /// Names of former versions, which `buf.yaml` files still use, and what they stand for today.
  private static final Map<String, List<BufRule>> REPLACED =
      Map.of(
          "FIELD_SAME_CTYPE",
          List.of(FIELD_SAME_CPP_STRING_TYPE),
          "FIELD_SAME_LABEL",
          List.of(
              FIELD_SAME_CARDINALITY,
              FIELD_WIRE_COMPATIBLE_CARDINALITY,
              FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY),
          "FILE_SAME_JAVA_STRING_CHECK_UTF8",
          List.of(FIELD_SAME_JAVA_UTF8_VALIDATION),
          "FILE_SAME_PHP_GENERIC_SERVICES",
          List.of(),
          "MESSAGE_SAME_MESSAGE_SET_WIRE_FORMAT",
          List.of());

  /// Separated by commas.
  private final String categories;

  BufRule(String categories) {
    this.categories = categories;
  }

  /// The categories today (version 2): `WIRE`, `WIRE_JSON`, `PACKAGE`, `FILE`, `CSR`.
  public List<String> categories() {
    return List.of(categories.split(",", -1));
  }

  /// The categories of a version; none where the version does not have the rule.
  public List<String> categories(Version version) {
    return switch (version) {
      case V2 -> categories();
      case V1 -> ONLY_V2.contains(this) ? List.of() : withoutCsr(categories());
      case V1BETA1 ->
          ONLY_V2.contains(this) || NOT_V1BETA1.contains(this)
              ? List.of()
              : V1BETA1_CATEGORIES.getOrDefault(this, withoutCsr(categories()));
    };
  }

  /// Whether changes that keep generated code compiling, and only these, are told by it: bytes, or their JSON form.
  public boolean isOfMessages() {
    return categories().contains("WIRE") || categories().contains("WIRE_JSON");
  }

  private static List<String> withoutCsr(List<String> categories) {
    return categories.stream().filter(category -> !category.equals("CSR")).toList();
  }

  /// The rules that a name in a `buf.yaml` stands for: a rule, a former rule or a category; empty where it is none of these.
  static Optional<List<BufRule>> named(String name, Version version) {
    List<BufRule> replaced = REPLACED.get(name);
    if (replaced != null) {
      return Optional.of(replaced);
    }
    List<BufRule> found =
        Stream.of(values())
            .filter(rule -> rule.name().equals(name) || rule.categories(version).contains(name))
            .filter(rule -> !rule.categories(version).isEmpty())
            .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }
}
