package dev.concordat.contracts.schema;

import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/// A regular expression in ECMA-262's syntax, with its Unicode flag. RE2/J runs it in linear time; look-around and
/// back-references, which it lacks, run on a backtracking matcher with a budget.
sealed interface TextPattern {
  String source();

  /// Whether some part of the text matches, for certain.
  boolean matches(String text);

  /// The same, but `true` where it cannot be decided: a value is not called wrong without proof.
  default boolean mayMatch(String text) {
    return matches(text);
  }

  default boolean isBroken() {
    return false;
  }

  default String fault() {
    return "";
  }

  /// In linear time.
  record Linear(String source, com.google.re2j.Pattern pattern) implements TextPattern {
    @Override
    public boolean matches(String text) {
      return pattern.matcher(text).find();
    }
  }

  /// With a budget of steps.
  record Backtracking(String source, Pattern pattern) implements TextPattern {
    @Override
    public boolean matches(String text) {
      return find(text).orElse(false);
    }

    @Override
    public boolean mayMatch(String text) {
      return find(text).orElse(true);
    }

    private Optional<Boolean> find(String text) {
      try {
        return Optional.of(pattern.matcher(new CountedText(text)).find());
      } catch (CountedText.TooManySteps | StackOverflowError e) {
        // The JDK's matcher recurses; both its steps and its stack are bounded this way.
        return Optional.empty();
      }
    }
  }

  /// Not a regular expression.
  record Broken(String source, String fault) implements TextPattern {
    @Override
    public boolean matches(String text) {
      return false;
    }

    @Override
    public boolean mayMatch(String text) {
      return true;
    }

    @Override
    public boolean isBroken() {
      return true;
    }
  }

  static TextPattern compile(String source) {
    try {
      return new Linear(
          source, com.google.re2j.Pattern.compile(new EcmaPattern(source, true).translated()));
    } catch (PatternSyntaxException | EcmaPattern.Unsupported e) {
      return backtracking(source);
    }
  }

  private static TextPattern backtracking(String source) {
    try {
      return new Backtracking(source, Pattern.compile(new EcmaPattern(source, false).translated()));
    } catch (java.util.regex.PatternSyntaxException e) {
      return new Broken(source, e.getDescription());
    } catch (EcmaPattern.Unsupported e) {
      return new Broken(source, String.valueOf(e.getMessage()));
    }
  }
}
