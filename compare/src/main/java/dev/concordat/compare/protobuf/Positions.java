package dev.concordat.compare.protobuf;

import dev.concordat.compare.protobuf.buf.Changed;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import java.util.Locale;

/// Where changes are, in the words of comparisons.
final class Positions {
  private Positions() {}

  static Position of(Changed changed) {
    return switch (changed) {
      case Changed.OfFile(String name, String aspect) ->
          new Position("", Part.DOCUMENT, joined(name, aspect));
      case Changed.OfPackage(String name) -> new Position("", Part.DOCUMENT, "package " + name);
      case Changed.OfType(String kind, String fullName, String aspect) ->
          kind.equals("service")
              ? new Position(fullName, Part.OPERATION, aspect)
              : new Position("type " + fullName, Part.TYPE, aspect);
      case Changed.OfField field -> field(field.owner(), field.either(), words(field.aspect()));
      case Changed.OfEnumValue value ->
          new Position(
              "type " + value.before().fullName(), Part.ENUM_VALUE, String.valueOf(value.number()));
      case Changed.OfMethod method -> method(method);
    };
  }

  static Position field(String owner, FieldSpec field, String aspect) {
    return new Position(
        "type " + owner, Part.FIELD, joined(field.number() + " " + field.name(), aspect));
  }

  private static String words(Changed.FieldAspect aspect) {
    return switch (aspect) {
      case REMOVED, REQUIRED, TYPE, CARDINALITY -> "";
      case NAME, DEFAULT, ONEOF, CPP_STRING_TYPE, JAVA_UTF8_VALIDATION, JSTYPE, UTF8_VALIDATION ->
          aspect.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  private static Position method(Changed.OfMethod method) {
    String name = method.before().fullName();
    return switch (method.aspect()) {
      case REMOVED -> new Position(name, Part.OPERATION, "");
      case REQUEST_TYPE -> new Position(name, Part.REQUEST_BODY, "");
      case RESPONSE_TYPE -> new Position(name, Part.RESPONSE_BODY, "");
      case CLIENT_STREAMING -> new Position(name, Part.OPERATION, "requests");
      case SERVER_STREAMING -> new Position(name, Part.OPERATION, "responses");
      case IDEMPOTENCY -> new Position(name, Part.OPERATION, "idempotency");
    };
  }

  private static String joined(String name, String aspect) {
    return aspect.isEmpty() ? name : name + " " + aspect;
  }
}
