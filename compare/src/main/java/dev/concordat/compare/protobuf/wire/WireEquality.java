package dev.concordat.compare.protobuf.wire;

import dev.concordat.contracts.protobuf.EnumType;
import dev.concordat.contracts.protobuf.EnumType.EnumValue;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.MessageType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether two message types are one type under two names: the same fields under the same numbers, all the way down. Types
/// that hold themselves are the same unless something in them differs. Not thread-safe.
public final class WireEquality {
  private static final int MAX_NESTING = 500;

  private final Peer left;
  private final Peer right;
  private final Set<String> assumed = new HashSet<>();
  private int depth;

  public WireEquality(Peer left, Peer right) {
    this.left = left;
    this.right = right;
  }

  /// Whether bytes of the one are bytes of the other that say the same. Of types that stand more than 500 deep within one
  /// another, that is not known, and false.
  public boolean isSame(String leftType, String rightType) {
    if (!assumed.add(leftType + "|" + rightType)) {
      return true;
    }
    depth++;
    Optional<MessageType> one = left.message(leftType);
    Optional<MessageType> other = right.message(rightType);
    boolean isSame =
        depth <= MAX_NESTING
            && one.isPresent()
            && other.isPresent()
            && isSame(one.get(), other.get());
    depth--;
    if (!isSame) {
      // What was concluded from this must not stay.
      assumed.clear();
    }
    return isSame;
  }

  private boolean isSame(MessageType one, MessageType other) {
    List<FieldSpec> fields = left.fields(one).toList();
    return numbers(fields).equals(numbers(right.fields(other).toList()))
        && fields.stream()
            .allMatch(
                field ->
                    right
                        .field(other, field.number())
                        .filter(same -> isSame(one, field, other, same))
                        .isPresent());
  }

  private static Set<Integer> numbers(List<FieldSpec> fields) {
    return fields.stream().map(FieldSpec::number).collect(Collectors.toSet());
  }

  private boolean isSame(MessageType one, FieldSpec field, MessageType other, FieldSpec same) {
    return field.type().equals(same.type())
        && field.label() == same.label()
        && field.features().utf8Validation() == same.features().utf8Validation()
        && field.defaultValue().equals(same.defaultValue())
        && partners(one, field).equals(partners(other, same))
        && switch (field.type()) {
          case "message", "group" -> isSame(field.typeName(), same.typeName());
          case "enum" -> isSameEnum(field.typeName(), same.typeName());
          default -> true;
        };
  }

  /// The numbers of the oneof that the field is in.
  private static Set<Integer> partners(MessageType type, FieldSpec field) {
    return field.oneof().isEmpty()
        ? Set.of()
        : type.fields().stream()
            .filter(other -> other.oneof().equals(field.oneof()))
            .map(FieldSpec::number)
            .collect(Collectors.toSet());
  }

  /// Whether two enumerations have the same numbers and take the same others.
  public boolean isSameEnum(String leftType, String rightType) {
    Optional<EnumType> one = left.enumType(leftType);
    Optional<EnumType> other = right.enumType(rightType);
    return one.isPresent()
        && other.isPresent()
        && one.get().isClosed() == other.get().isClosed()
        && values(one.get()).equals(values(other.get()));
  }

  private static Set<Integer> values(EnumType type) {
    return type.values().stream().map(EnumValue::number).collect(Collectors.toSet());
  }
}
