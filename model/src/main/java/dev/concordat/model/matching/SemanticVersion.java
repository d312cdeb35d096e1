package dev.concordat.model.matching;

/// The grammar of semver.org 2.0.0.
final class SemanticVersion {
  private SemanticVersion() {}

  static boolean isValid(String text) {
    int plus = text.indexOf('+');
    String withoutBuild = plus < 0 ? text : text.substring(0, plus);
    int dash = withoutBuild.indexOf('-');
    String core = dash < 0 ? withoutBuild : withoutBuild.substring(0, dash);
    return isCore(core)
        && (dash < 0 || areIdentifiers(withoutBuild.substring(dash + 1), true))
        && (plus < 0 || areIdentifiers(text.substring(plus + 1), false));
  }

  private static boolean isCore(String core) {
    String[] parts = core.split("\\.", -1);
    if (parts.length != 3) {
      return false;
    }
    for (String part : parts) {
      if (!isNumber(part) || hasLeadingZero(part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areIdentifiers(String text, boolean numbersAreNumeric) {
    for (String part : text.split("\\.", -1)) {
      boolean known = !part.isEmpty() && part.chars().allMatch(SemanticVersion::isIdentifierPart);
      if (!known || (numbersAreNumeric && isNumber(part) && hasLeadingZero(part))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIdentifierPart(int c) {
    return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean hasLeadingZero(String part) {
    return part.length() > 1 && part.charAt(0) == '0';
  }
}
