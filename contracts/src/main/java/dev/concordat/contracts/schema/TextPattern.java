package dev.concordat.contracts.schema;

import com.google.re2j.PatternSyntaxException;
import dev.concordat.contracts.pattern.Unrolled;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A regular expression in ECMA-262's syntax, with its Unicode flag. RE2/J runs it in linear time; look-around and
/// back-references, which it lacks, and counts that are too large for it run on a backtracking matcher with a budget.
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

  /// In linear time: texts of ASCII by an automaton where the pattern has a small one. RE2 is asked about others, and only
  /// then reads the pattern: most patterns never meet such a text.
  final class Quick implements TextPattern {
    private final String source;
    private final String translated;
    private final AsciiSyntax syntax;
    private volatile @Nullable Choice choice;
    private volatile @Nullable TextPattern others;

    /// The automaton, if there is one; made for the first text.
    private record Choice(Optional<AsciiAutomaton> automaton) {}

    Quick(String source, String translated, AsciiSyntax syntax) {
      this.source = source;
      this.translated = translated;
      this.syntax = syntax;
    }

    @Override
    public String source() {
      return source;
    }

    @Override
    public boolean matches(String text) {
      AsciiAutomaton.Answer answer = find(text);
      return answer == AsciiAutomaton.Answer.UNKNOWN
          ? others().matches(text)
          : answer == AsciiAutomaton.Answer.FOUND;
    }

    @Override
    public boolean mayMatch(String text) {
      AsciiAutomaton.Answer answer = find(text);
      return answer == AsciiAutomaton.Answer.UNKNOWN
          ? others().mayMatch(text)
          : answer == AsciiAutomaton.Answer.FOUND;
    }

    private AsciiAutomaton.Answer find(String text) {
      Choice known = choice;
      if (known == null) {
        known = new Choice(syntax.automaton());
        choice = known;
      }
      return known.automaton.isPresent()
          ? known.automaton.get().find(text)
          : AsciiAutomaton.Answer.UNKNOWN;
    }

    private TextPattern others() {
      TextPattern known = others;
      if (known == null) {
        known = linear(source, translated);
        others = known;
      }
      return known;
    }
  }

  /// In linear time by RE2.
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
    if (!Unrolled.isSmall(source)) {
      return backtracking(source);
    }
    try {
      String translated = new EcmaPattern(source, true).translated();
      Optional<AsciiSyntax> syntax = AsciiSyntax.read(source);
      return syntax.isPresent()
          ? new Quick(source, translated, syntax.get())
          : linear(source, translated);
    } catch (EcmaPattern.Unsupported e) {
      return backtracking(source);
    }
  }

  private static TextPattern linear(String source, String translated) {
    try {
      return new Linear(source, com.google.re2j.Pattern.compile(translated));
    } catch (PatternSyntaxException e) {
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
