package dev.concordat.environment.setup.owners;

/// A team's plain name from the spellings of several tools.
final class TeamName {
  private TeamName() {}

  /// `@example-org/team-checkout`, `group:default/team-checkout` and `team-checkout` are one team; an e-mail address and a
  /// person stay what they are.
  static String of(String written) {
    String text = written.strip();
    if (text.startsWith("@")) {
      return text.substring(Math.max(text.lastIndexOf('/') + 1, 1));
    }
    int kind = text.indexOf(':');
    if (kind > 0 && text.substring(0, kind).matches("(?i)group|user")) {
      text = text.substring(kind + 1);
      return text.substring(text.lastIndexOf('/') + 1);
    }
    return text;
  }
}
