package dev.concordat.compare.protobuf.buf;

/// Numbers of the fields of `google/protobuf/descriptor.proto`, by which places of parts are known.
final class FieldParts {
  static final int NAME = 1;
  static final int TYPE = 5;
  static final int TYPE_NAME = 6;
  static final int DEFAULT = 7;
  static final int OPTIONS = 8;
  static final int JSON_NAME = 10;
  static final int OPTION_CTYPE = 1;
  static final int OPTION_JSTYPE = 6;
  static final int OPTION_FEATURES = 21;
  static final int FEATURE_UTF8_VALIDATION = 4;
  static final int FEATURES_CPP = 1000;
  static final int FEATURES_JAVA = 1001;
  static final int CPP_STRING_TYPE = 2;
  static final int JAVA_UTF8_VALIDATION = 2;

  private FieldParts() {}
}
