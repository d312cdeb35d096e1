package dev.concordat.compare.protobuf.buf;

import dev.concordat.contracts.protobuf.EnumType;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.ServiceSpec;
import java.util.Optional;

/// What two sets of files differ in. Rules that tell the same change in different words name the same one.
public sealed interface Changed {
  /// A file, or an option of it.
  ///
  /// @param name the old file
  /// @param aspect what of it: `go_package`, `package`, `syntax`; empty for the whole
  record OfFile(String name, String aspect) implements Changed {}

  /// A package.
  record OfPackage(String name) implements Changed {}

  /// A message type, an enumeration, a service or an extension, or something in it.
  ///
  /// @param kind `message`, `enum`, `service`, `extension`
  /// @param fullName the old one
  /// @param aspect what of it: `reserved 4 to 5`, `oneof pay`; empty for the whole
  record OfType(String kind, String fullName, String aspect) implements Changed {}

  /// A field.
  ///
  /// @param owner the full name of the message that holds it; of an extension, the one that it extends
  /// @param before empty where it is new
  /// @param after empty where it is gone
  record OfField(
      String owner, Optional<FieldSpec> before, Optional<FieldSpec> after, FieldAspect aspect)
      implements Changed {
    /// The field on that side where it is, its number.
    public FieldSpec either() {
      return before.or(() -> after).orElseThrow();
    }
  }

  /// What of a field.
  enum FieldAspect {
    REMOVED,
    REQUIRED,
    TYPE,
    CARDINALITY,
    NAME,
    DEFAULT,
    ONEOF,
    CPP_STRING_TYPE,
    JAVA_UTF8_VALIDATION,
    JSTYPE,
    UTF8_VALIDATION
  }

  /// A number of an enumeration.
  ///
  /// @param isRemoved whether it is gone, rather than called otherwise
  record OfEnumValue(EnumType before, EnumType after, int number, boolean isRemoved)
      implements Changed {}

  /// A method.
  ///
  /// @param after empty where it is gone
  record OfMethod(
      ServiceSpec.Method before, Optional<ServiceSpec.Method> after, MethodAspect aspect)
      implements Changed {}

  /// What of a method.
  enum MethodAspect {
    REMOVED,
    REQUEST_TYPE,
    RESPONSE_TYPE,
    CLIENT_STREAMING,
    SERVER_STREAMING,
    IDEMPOTENCY
  }
}
