package dev.concordat.contracts.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.concordat.model.matching.PatternEngine;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Regular expressions with a bound on their cost: RE2, linear in the text, and for what it does not know (look-around,
/// back references, huge counts) Java's own engine with a limited number of steps. Safe to share between threads.
public final class SafePatterns implements PatternEngine {
  /// Longest pattern that is run, in characters.
  private static final int MAX_PATTERN_LENGTH = 10_000;

  /// How many compiled patterns are kept.
  private static final int MAX_KEPT = 10_000;

  private final Map<String, Compiled> kept = new ConcurrentHashMap<>();

  /// A pattern, ready to run.
  private interface Compiled {
    Answer wholly(String text);

    Answer anywhere(String text);
  }

  @Override
  public Answer match(String pattern, String text) {
    return compiled(pattern).wholly(text);
  }

  /// Whether the pattern matches somewhere in the text.
  public Answer find(String pattern, String text) {
    return compiled(pattern).anywhere(text);
  }

  /// Whether the text is a regular expression that can be run.
  public boolean isPattern(String pattern) {
    return match(pattern, "") != Answer.NOT_A_PATTERN;
  }

  private Compiled compiled(String pattern) {
    if (kept.size() > MAX_KEPT) {
      kept.clear();
    }
    return kept.computeIfAbsent(pattern, SafePatterns::compile);
  }

  private static Compiled compile(String pattern) {
    if (pattern.length() > MAX_PATTERN_LENGTH) {
      return new Always(Answer.TOO_COSTLY);
    }
    if (!Unrolled.isSmall(pattern)) {
      return compileBounded(pattern);
    }
    try {
      return new Linear(Pattern.compile(pattern));
    } catch (PatternSyntaxException unknownToRe2) {
      return compileBounded(pattern);
    }
  }

  private static Compiled compileBounded(String pattern) {
    try {
      return new Bounded(java.util.regex.Pattern.compile(pattern));
    } catch (java.util.regex.PatternSyntaxException | StackOverflowError e) {
      return new Always(Answer.NOT_A_PATTERN);
    }
  }

  private record Always(Answer answer) implements Compiled {
    @Override
    public Answer wholly(String text) {
      return answer;
    }

    @Override
    public Answer anywhere(String text) {
      return answer;
    }
  }

  private record Linear(Pattern pattern) implements Compiled {
    @Override
    public Answer wholly(String text) {
      return pattern.matches(text) ? Answer.MATCHES : Answer.DIFFERS;
    }

    @Override
    public Answer anywhere(String text) {
      return pattern.matcher(text).find() ? Answer.MATCHES : Answer.DIFFERS;
    }
  }

  private record Bounded(java.util.regex.Pattern pattern) implements Compiled {
    @Override
    public Answer wholly(String text) {
      return run(text, true);
    }

    @Override
    public Answer anywhere(String text) {
      return run(text, false);
    }

    private Answer run(String text, boolean isWhole) {
      try {
        var matcher = pattern.matcher(new CountedText(text));
        return (isWhole ? matcher.matches() : matcher.find()) ? Answer.MATCHES : Answer.DIFFERS;
      } catch (CountedText.Exhausted | StackOverflowError e) {
        return Answer.TOO_COSTLY;
      }
    }
  }
}
