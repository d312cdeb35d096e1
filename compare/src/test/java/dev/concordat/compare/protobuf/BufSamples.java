package dev.concordat.compare.protobuf;

import static dev.concordat.model.comparison.Impact.BREAKS;
import static dev.concordat.model.comparison.Impact.CLIENT_CODE;
import static dev.concordat.model.comparison.Impact.MEANING;
import static dev.concordat.model.comparison.Impact.POLICY;

import dev.concordat.compare.protobuf.buf.BufRule;
import dev.concordat.model.comparison.Impact;
import java.util.List;
import java.util.stream.Stream;

/// A change that each rule of buf reports, with what we say of it.
final class BufSamples {
  static final String CODE = "client-code-changed";
  private static final String BYTES = "protobuf-bytes-misread";
  private static final String JSON = "protobuf-json-misread";
  private static final String GONE = "operation-removed";

  private static final String P2 = "syntax = \"proto2\"; package shop; ";
  static final String P3 = "syntax = \"proto3\"; package shop; ";
  private static final String E23 = "edition = \"2023\"; package shop; ";
  private static final String E = "message A { E e = 1; } enum E { ";
  private static final String CALL = "message Q {} message R { int32 b = 1; } service S { ";

  /// A change and what is said of it.
  record Sample(BufRule rule, String before, String after, String own, Impact impact) {}

  private static Sample sample(
      BufRule rule, String head, String before, String after, String own, Impact impact) {
    return new Sample(rule, head + before, head + after, own, impact);
  }

  private static Sample option(BufRule rule, String option) {
    return sample(rule, P3, "", "option " + option + ";", CODE, CLIENT_CODE);
  }

  private static List<Sample> enums() {
    String two = E + "Z = 0; ONE = 1; }";
    return List.of(
        sample(
            BufRule.ENUM_NO_DELETE,
            P3,
            "message A {} enum E { Z = 0; }",
            "message A {}",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.ENUM_SAME_JSON_FORMAT,
            E23,
            "enum E { Z = 0; }",
            "enum E { option features.json_format = LEGACY_BEST_EFFORT; Z = 0; }",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.ENUM_SAME_TYPE,
            E23,
            "enum E { Z = 0; }",
            "enum E { option features.enum_type = CLOSED; Z = 0; }",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.ENUM_VALUE_NO_DELETE,
            P3,
            two,
            E + "reserved 1; reserved \"ONE\"; Z = 0; }",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED,
            P3,
            two,
            E + "reserved 1; Z = 0; }",
            JSON,
            BREAKS),
        sample(
            BufRule.ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED,
            P3,
            two,
            E + "Z = 0; }",
            BYTES,
            BREAKS),
        sample(BufRule.ENUM_VALUE_SAME_NAME, P3, two, E + "Z = 0; EINS = 1; }", JSON, BREAKS),
        sample(
            BufRule.RESERVED_ENUM_NO_DELETE,
            P3,
            "enum E { reserved 4; Z = 0; }",
            "enum E { Z = 0; }",
            "protobuf-reservation-lifted",
            POLICY),
        sample(
            BufRule.PACKAGE_ENUM_NO_DELETE,
            P3,
            "message A { enum E { Z = 0; } }",
            "message A {}",
            CODE,
            CLIENT_CODE));
  }

  private static List<Sample> fields() {
    return List.of(
        sample(
            BufRule.FIELD_NO_DELETE,
            P3,
            "message A { int32 a = 1; }",
            "message A { reserved 1; reserved \"a\"; }",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.FIELD_NO_DELETE_UNLESS_NAME_RESERVED,
            P3,
            "message A { int32 a = 1; }",
            "message A { reserved 1; }",
            JSON,
            BREAKS),
        sample(
            BufRule.FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED,
            P3,
            "message A { int32 a = 1; }",
            "message A {}",
            BYTES,
            BREAKS),
        sample(
            BufRule.FIELD_SAME_CARDINALITY,
            P3,
            "message A { int32 a = 1; }",
            "message A { optional int32 a = 1; }",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.FIELD_SAME_CPP_STRING_TYPE,
            P3,
            "message A { string a = 1; }",
            "message A { string a = 1 [ctype = CORD]; }",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.FIELD_SAME_DEFAULT,
            P2,
            "message A { optional int32 a = 1 [default = 5]; }",
            "message A { optional int32 a = 1; }",
            "meaning-changed",
            MEANING),
        sample(
            BufRule.FIELD_SAME_JAVA_UTF8_VALIDATION,
            P2,
            "message A { optional string a = 1; }",
            "option java_string_check_utf8 = true; message A { optional string a = 1; }",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.FIELD_SAME_JSON_NAME,
            P3,
            "message A { int32 a = 1; }",
            "message A { int32 a = 1 [json_name = \"b\"]; }",
            JSON,
            BREAKS),
        sample(
            BufRule.FIELD_SAME_JSTYPE,
            P3,
            "message A { int64 a = 1; }",
            "message A { int64 a = 1 [jstype = JS_STRING]; }",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.FIELD_SAME_NAME,
            P3,
            "message A { int32 a = 1; }",
            "message A { int32 b = 1; }",
            JSON,
            BREAKS),
        sample(
            BufRule.FIELD_SAME_ONEOF,
            P3,
            "message A { int32 a = 1; int32 b = 2; }",
            "message A { oneof pick { int32 a = 1; int32 b = 2; } }",
            BYTES,
            BREAKS),
        sample(
            BufRule.FIELD_SAME_TYPE,
            P3,
            "message A { int32 a = 1; }",
            "message A { uint32 a = 1; }",
            "meaning-changed",
            MEANING),
        sample(
            BufRule.FIELD_SAME_UTF8_VALIDATION,
            E23,
            "message A { string a = 1; }",
            "message A { string a = 1 [features.utf8_validation = NONE]; }",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.FIELD_WIRE_COMPATIBLE_CARDINALITY,
            P3,
            "message A { int32 a = 1; }",
            "message A { repeated int32 a = 1; }",
            BYTES,
            BREAKS),
        sample(
            BufRule.FIELD_WIRE_COMPATIBLE_TYPE,
            P3,
            "message A { int32 a = 1; }",
            "message A { string a = 1; }",
            BYTES,
            BREAKS),
        sample(
            BufRule.FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY,
            P3,
            "message A { map<string, int32> a = 1; }",
            "message A { repeated P a = 1; } message P { string key = 1; int32 value = 2; }",
            JSON,
            BREAKS),
        sample(
            BufRule.FIELD_WIRE_JSON_COMPATIBLE_TYPE,
            P3,
            "message A { int32 a = 1; }",
            "message A { int64 a = 1; }",
            JSON,
            BREAKS));
  }

  private static List<Sample> files() {
    return List.of(
        option(BufRule.FILE_SAME_CC_ENABLE_ARENAS, "cc_enable_arenas = false"),
        option(BufRule.FILE_SAME_CC_GENERIC_SERVICES, "cc_generic_services = true"),
        option(BufRule.FILE_SAME_CSHARP_NAMESPACE, "csharp_namespace = \"a\""),
        option(BufRule.FILE_SAME_GO_PACKAGE, "go_package = \"a\""),
        option(BufRule.FILE_SAME_JAVA_GENERIC_SERVICES, "java_generic_services = true"),
        option(BufRule.FILE_SAME_JAVA_MULTIPLE_FILES, "java_multiple_files = true"),
        option(BufRule.FILE_SAME_JAVA_OUTER_CLASSNAME, "java_outer_classname = \"A\""),
        option(BufRule.FILE_SAME_JAVA_PACKAGE, "java_package = \"a\""),
        option(BufRule.FILE_SAME_OBJC_CLASS_PREFIX, "objc_class_prefix = \"A\""),
        option(BufRule.FILE_SAME_OPTIMIZE_FOR, "optimize_for = CODE_SIZE"),
        option(BufRule.FILE_SAME_PHP_CLASS_PREFIX, "php_class_prefix = \"A\""),
        option(BufRule.FILE_SAME_PHP_METADATA_NAMESPACE, "php_metadata_namespace = \"A\""),
        option(BufRule.FILE_SAME_PHP_NAMESPACE, "php_namespace = \"A\""),
        option(BufRule.FILE_SAME_PY_GENERIC_SERVICES, "py_generic_services = true"),
        option(BufRule.FILE_SAME_RUBY_PACKAGE, "ruby_package = \"A\""),
        option(BufRule.FILE_SAME_SWIFT_PREFIX, "swift_prefix = \"A\""),
        sample(
            BufRule.FILE_SAME_SYNTAX,
            "",
            P3 + "message A {}",
            P2 + "message A {}",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.FILE_SAME_PACKAGE,
            "",
            P3 + "message A {}",
            "syntax = \"proto3\"; package store; message A {}",
            CODE,
            CLIENT_CODE));
  }

  private static List<Sample> messages() {
    String extendable = "message A { extensions 10 to 20; } ";
    return List.of(
        sample(
            BufRule.EXTENSION_MESSAGE_NO_DELETE,
            P2,
            extendable,
            "message A { extensions 10 to 15; }",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.EXTENSION_NO_DELETE,
            P2,
            extendable + "extend A { optional int32 x = 10; }",
            extendable,
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.PACKAGE_EXTENSION_NO_DELETE,
            P2,
            extendable + "message B { extend A { optional int32 x = 10; } }",
            extendable + "message B {}",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.MESSAGE_NO_DELETE,
            P3,
            "message A {} message B {}",
            "message A {}",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.PACKAGE_MESSAGE_NO_DELETE,
            P3,
            "message A { message B {} }",
            "message A {}",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR,
            P2,
            "message A {}",
            "message A { option no_standard_descriptor_accessor = true; }",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.MESSAGE_SAME_JSON_FORMAT,
            E23,
            "message A {}",
            "message A { option features.json_format = LEGACY_BEST_EFFORT; }",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.MESSAGE_SAME_REQUIRED_FIELDS,
            P2,
            "message A {}",
            "message A { required int32 a = 1; }",
            BYTES,
            BREAKS),
        sample(
            BufRule.ONEOF_NO_DELETE,
            P3,
            "message A { oneof pick { int32 a = 1; } }",
            "message A { int32 a = 1; }",
            CODE,
            CLIENT_CODE),
        sample(
            BufRule.RESERVED_MESSAGE_NO_DELETE,
            P3,
            "message A { reserved \"old\"; }",
            "message A {}",
            "protobuf-reservation-lifted",
            POLICY));
  }

  private static List<Sample> calls() {
    String get = CALL + "rpc Get(Q) returns (R); }";
    return List.of(
        sample(BufRule.RPC_NO_DELETE, P3, get, CALL + "}", GONE, BREAKS),
        sample(
            BufRule.RPC_SAME_CLIENT_STREAMING,
            P3,
            get,
            CALL + "rpc Get(stream Q) returns (R); }",
            "protobuf-call-changed",
            BREAKS),
        sample(
            BufRule.RPC_SAME_SERVER_STREAMING,
            P3,
            get,
            CALL + "rpc Get(Q) returns (stream R); }",
            "protobuf-call-changed",
            BREAKS),
        sample(
            BufRule.RPC_SAME_IDEMPOTENCY_LEVEL,
            P3,
            get,
            CALL + "rpc Get(Q) returns (R) { option idempotency_level = IDEMPOTENT; } }",
            "meaning-changed",
            MEANING),
        sample(
            BufRule.RPC_SAME_REQUEST_TYPE,
            P3,
            get,
            CALL + "rpc Get(R) returns (R); }",
            BYTES,
            BREAKS),
        sample(
            BufRule.RPC_SAME_RESPONSE_TYPE,
            P3,
            get,
            CALL + "rpc Get(Q) returns (Q); }",
            BYTES,
            BREAKS),
        sample(
            BufRule.SERVICE_NO_DELETE,
            P3,
            get,
            "message Q {} message R { int32 b = 1; }",
            GONE,
            BREAKS),
        sample(
            BufRule.PACKAGE_SERVICE_NO_DELETE,
            P3,
            get,
            "message Q {} message R { int32 b = 1; }",
            GONE,
            BREAKS));
  }

  static List<Sample> samples() {
    return Stream.of(enums(), fields(), files(), messages(), calls())
        .flatMap(List::stream)
        .toList();
  }

  private BufSamples() {}
}
