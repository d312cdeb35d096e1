package dev.concordat.contracts.protobuf;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;

/// What holds for a declaration by its file's syntax or edition and the `features` around it, resolved.
public record Features(
    FieldPresence fieldPresence,
    EnumOpenness enumType,
    Utf8Validation utf8Validation,
    MessageEncoding messageEncoding,
    JsonFormat jsonFormat,
    RepeatedEncoding repeatedEncoding) {
  /// Whether a field knows that it was not set.
  public enum FieldPresence {
    EXPLICIT,
    IMPLICIT,
    LEGACY_REQUIRED
  }

  /// Whether an enumeration takes values it does not name.
  public enum EnumOpenness {
    OPEN,
    CLOSED
  }

  /// Whether strings must be UTF-8.
  public enum Utf8Validation {
    VERIFY,
    NONE
  }

  /// How a message within another stands on the wire.
  public enum MessageEncoding {
    LENGTH_PREFIXED,
    DELIMITED
  }

  /// Whether the JSON form must be well defined.
  public enum JsonFormat {
    ALLOW,
    LEGACY_BEST_EFFORT
  }

  /// How repeated numbers stand on the wire.
  public enum RepeatedEncoding {
    PACKED,
    EXPANDED
  }

  private static final Features PROTO2 =
      new Features(
          FieldPresence.EXPLICIT,
          EnumOpenness.CLOSED,
          Utf8Validation.NONE,
          MessageEncoding.LENGTH_PREFIXED,
          JsonFormat.LEGACY_BEST_EFFORT,
          RepeatedEncoding.EXPANDED);
  private static final Features PROTO3 =
      new Features(
          FieldPresence.IMPLICIT,
          EnumOpenness.OPEN,
          Utf8Validation.VERIFY,
          MessageEncoding.LENGTH_PREFIXED,
          JsonFormat.ALLOW,
          RepeatedEncoding.PACKED);
  private static final Features EDITIONS =
      new Features(
          FieldPresence.EXPLICIT,
          EnumOpenness.OPEN,
          Utf8Validation.VERIFY,
          MessageEncoding.LENGTH_PREFIXED,
          JsonFormat.ALLOW,
          RepeatedEncoding.PACKED);

  /// Of a file, by its syntax.
  static Features of(FileDescriptorProto file) {
    Features start =
        switch (file.getSyntax()) {
          case "editions" -> EDITIONS;
          case "proto3" -> PROTO3;
          default -> file.getEdition() == Edition.EDITION_PROTO3 ? PROTO3 : PROTO2;
        };
    return start.with(file.getOptions().getFeatures());
  }

  /// With what a declaration says for itself.
  Features with(FeatureSet own) {
    return new Features(
        switch (own.getFieldPresence()) {
          case EXPLICIT -> FieldPresence.EXPLICIT;
          case IMPLICIT -> FieldPresence.IMPLICIT;
          case LEGACY_REQUIRED -> FieldPresence.LEGACY_REQUIRED;
          default -> fieldPresence;
        },
        switch (own.getEnumType()) {
          case OPEN -> EnumOpenness.OPEN;
          case CLOSED -> EnumOpenness.CLOSED;
          default -> enumType;
        },
        switch (own.getUtf8Validation()) {
          case VERIFY -> Utf8Validation.VERIFY;
          case NONE -> Utf8Validation.NONE;
          default -> utf8Validation;
        },
        switch (own.getMessageEncoding()) {
          case LENGTH_PREFIXED -> MessageEncoding.LENGTH_PREFIXED;
          case DELIMITED -> MessageEncoding.DELIMITED;
          default -> messageEncoding;
        },
        switch (own.getJsonFormat()) {
          case ALLOW -> JsonFormat.ALLOW;
          case LEGACY_BEST_EFFORT -> JsonFormat.LEGACY_BEST_EFFORT;
          default -> jsonFormat;
        },
        switch (own.getRepeatedFieldEncoding()) {
          case PACKED -> RepeatedEncoding.PACKED;
          case EXPANDED -> RepeatedEncoding.EXPANDED;
          default -> repeatedEncoding;
        });
  }

  /// Of a field, with what proto2 and proto3 say by label and option.
  Features of(FieldDescriptorProto field) {
    Features own = with(field.getOptions().getFeatures());
    FieldPresence presence =
        field.getLabel() == FieldDescriptorProto.Label.LABEL_REQUIRED
            ? FieldPresence.LEGACY_REQUIRED
            : field.getProto3Optional() ? FieldPresence.EXPLICIT : own.fieldPresence;
    RepeatedEncoding repeated =
        field.getOptions().hasPacked()
            ? field.getOptions().getPacked() ? RepeatedEncoding.PACKED : RepeatedEncoding.EXPANDED
            : own.repeatedEncoding;
    MessageEncoding encoding =
        field.getType() == FieldDescriptorProto.Type.TYPE_GROUP
            ? MessageEncoding.DELIMITED
            : own.messageEncoding;
    return new Features(
        presence, own.enumType, own.utf8Validation, encoding, own.jsonFormat, repeated);
  }
}
