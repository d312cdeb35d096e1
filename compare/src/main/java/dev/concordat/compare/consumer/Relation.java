package dev.concordat.compare.consumer;

import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import java.util.Locale;

/// Whether what a consumer meets stems from a difference of two contracts. In doubt it does.
final class Relation {
  private Relation() {}

  /// @param met what the consumer meets
  /// @param change a difference of the two contracts
  static boolean isFrom(Difference met, Difference change) {
    return isFrom(met, change.position(), change.pointer())
        || change.also().stream().anyMatch(also -> isFrom(met, also.position(), also.pointer()));
  }

  /// Whether a difference shows in an operation.
  static boolean isAt(Difference change, String operation) {
    return Operations.areSame(change.position().operation(), operation)
        || change.also().stream()
            .anyMatch(also -> Operations.areSame(also.position().operation(), operation));
  }

  private static boolean isFrom(Difference met, Position of, String pointer) {
    Position at = met.position();
    if (of.part() == Part.DOCUMENT || of.operation().isEmpty()) {
      return true;
    }
    if (isOfType(at.part()) || isOfType(of.part())) {
      return true;
    }
    if (!at.operation().isEmpty() && !Operations.areSame(at.operation(), of.operation())) {
      return false;
    }
    if (at.part() == Part.OPERATION || of.part() == Part.OPERATION) {
      // Whoever does not find an operation any more meets all that was changed about it.
      return at.part() == Part.OPERATION;
    }
    return at.part() == of.part() && areSamePart(met, of, pointer);
  }

  /// Types are shared by messages, and are not told by the message that has them.
  private static boolean isOfType(Part part) {
    return switch (part) {
      case TYPE, FIELD, ARGUMENT, ENUM_VALUE -> true;
      default -> false;
    };
  }

  private static boolean areSamePart(Difference met, Position of, String pointer) {
    String one = met.position().detail();
    String other = of.detail();
    return switch (met.position().part()) {
      case PATH_PARAMETER, QUERY_PARAMETER, REQUEST_HEADER, COOKIE, SECURITY ->
          one.isEmpty() || other.isEmpty() || one.equalsIgnoreCase(other);
      case RESPONSE_HEADER -> last(one).equalsIgnoreCase(last(other)) && statusesMeet(one, other);
      case RESPONSE_BODY -> statusesMeet(one, other) && pointersMeet(met.pointer(), pointer);
      case RESPONSE -> statusesMeet(one, other);
      case REQUEST_BODY, MESSAGE, MESSAGE_HEADERS -> pointersMeet(met.pointer(), pointer);
      case DOCUMENT, OPERATION, TYPE, FIELD, ARGUMENT, ENUM_VALUE -> true;
    };
  }

  /// A part of a part is met with the whole, and the whole with its parts.
  private static boolean pointersMeet(String one, String other) {
    return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
  }

  private static boolean statusesMeet(String one, String other) {
    String a = first(one);
    String b = first(other);
    return a.isEmpty() || b.isEmpty() || a.equals(b) || isWide(a) || isWide(b);
  }

  private static boolean isWide(String status) {
    return status.equals("default") || status.endsWith("XX");
  }

  private static String first(String detail) {
    int space = detail.indexOf(' ');
    String first = space < 0 ? detail : detail.substring(0, space);
    boolean isStatus =
        first.equals("default") || (first.length() == 3 && Character.isDigit(first.charAt(0)));
    return isStatus ? first.toUpperCase(Locale.ROOT).replace("DEFAULT", "default") : "";
  }

  private static String last(String detail) {
    return detail.substring(detail.lastIndexOf(' ') + 1);
  }
}
