package dev.concordat.contracts.language;

import dk.brics.automaton.Automaton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A regular set of texts, as a deterministic automaton over UTF-16. Only well-formed texts belong to it. Immutable.
public final class TextLanguage {
  /// Largest automaton that is built.
  static final int MAX_STATES = 20_000;

  private static final TextLanguage ALL =
      new TextLanguage(minimal(CodePoints.automaton(CodePoints.all()).repeat()), true);

  private final Automaton automaton;
  private final boolean isAll;

  private TextLanguage(Automaton automaton, boolean isAll) {
    this.automaton = automaton;
    this.isAll = isAll;
  }

  private TextLanguage(Automaton automaton) {
    this(automaton, false);
  }

  private static Automaton minimal(Automaton automaton) {
    automaton.minimize();
    return automaton;
  }

  static TextLanguage of(Automaton automaton) throws Undecided {
    return new TextLanguage(Determinizer.deterministic(automaton, MAX_STATES));
  }

  /// Every text.
  public static TextLanguage all() {
    return ALL;
  }

  public static TextLanguage of(Collection<String> texts) {
    String[] sorted =
        texts.stream().filter(text -> !text.isEmpty()).distinct().sorted().toArray(String[]::new);
    Automaton union =
        sorted.length == 0 ? Automaton.makeEmpty() : Automaton.makeStringUnion(sorted);
    if (texts.contains("")) {
      // The library's union knows only texts of some length.
      union = union.union(Automaton.makeEmptyString());
      union.determinize();
    }
    return new TextLanguage(union);
  }

  /// The texts of which some part matches a regular expression of ECMA-262 with its Unicode flag.
  ///
  /// @throws Undecided if it is not regular, not a regular expression, or too big
  public static TextLanguage matching(String pattern) throws Undecided {
    return EcmaTranslation.language(pattern);
  }

  /// The texts with so many code points.
  public static TextLanguage ofLength(int min, int max) throws Undecided {
    return of(CodePoints.automaton(CodePoints.all()).repeat(min, max));
  }

  public TextLanguage and(TextLanguage other) throws Undecided {
    if (isAll) {
      return other;
    }
    if (other.isAll) {
      return this;
    }
    limit((long) automaton.getNumberOfStates() * other.automaton.getNumberOfStates());
    Automaton both = automaton.intersection(other.automaton);
    return new TextLanguage(Determinizer.deterministic(both, MAX_STATES));
  }

  public TextLanguage or(TextLanguage other) throws Undecided {
    return of(automaton.union(other.automaton));
  }

  public TextLanguage not() throws Undecided {
    return new TextLanguage(Determinizer.deterministic(ALL.automaton.minus(automaton), MAX_STATES));
  }

  /// For callers that meet something that is no regular language.
  public static Undecided undecided(String what) {
    return new Undecided(what);
  }

  private static void limit(long states) throws Undecided {
    if (states > 50L * MAX_STATES) {
      throw new Undecided("the patterns together need up to " + states + " states");
    }
  }

  public boolean isEmpty() {
    return automaton.isEmpty();
  }

  public boolean contains(String text) {
    return automaton.run(text);
  }

  /// Texts of the language, the shortest first, characters that can be read before others.
  ///
  /// @param minLength in code points
  /// @param maxLength in code points; absent for none
  /// @param count at most so many; none at all means that there is none
  public List<String> examples(long minLength, OptionalLong maxLength, int count) throws Undecided {
    var texts = new ArrayList<String>();
    texts(minLength, maxLength, count).forEachRemaining(texts::add);
    return texts;
  }

  /// The same, each found when it is asked for.
  public Iterator<String> texts(long minLength, OptionalLong maxLength, int count)
      throws Undecided {
    return new Walk(automaton, minLength, maxLength, count);
  }

  public Optional<String> example() throws Undecided {
    return examples(0, OptionalLong.empty(), 1).stream().findFirst();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextLanguage that && automaton.equals(that.automaton);
  }

  @Override
  public int hashCode() {
    return automaton.hashCode();
  }
}
