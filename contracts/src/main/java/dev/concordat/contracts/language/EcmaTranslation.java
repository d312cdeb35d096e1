package dev.concordat.contracts.language;

import dk.brics.automaton.Automaton;
import java.util.ArrayList;
import java.util.List;

/// Translates a regular expression of ECMA-262 (section 22.2, flag `u`) into the language of the texts that it matches
/// somewhere. The ends of the text are two symbols of their own while it does so, which `^` and `$` stand for, so that
/// anchors may stand anywhere.
final class EcmaTranslation {
  private EcmaTranslation() {}

  static TextLanguage language(String pattern) throws Undecided {
    EcmaPattern read = EcmaPattern.of(pattern);
    Automaton found = automaton(read.found());
    return read.hasAnchors()
        ? withEnds(found)
        : unanchored(found, !read.isFromStart(), !read.isToEnd());
  }

  private static TextLanguage unanchored(Automaton found, boolean before, boolean after)
      throws Undecided {
    Automaton any = any();
    var parts = new ArrayList<Automaton>();
    if (before) {
      parts.add(any);
    }
    parts.add(found);
    if (after) {
      parts.add(any);
    }
    return TextLanguage.of(Automaton.concatenate(parts));
  }

  private static Automaton any() {
    return CodePoints.automaton(CodePoints.all()).repeat();
  }

  private static TextLanguage withEnds(Automaton found) throws Undecided {
    Automaton start = Automaton.makeChar(CodePoints.START);
    Automaton end = Automaton.makeChar(CodePoints.END);
    Automaton around =
        Automaton.union(List.of(CodePoints.automaton(CodePoints.all()), start, end)).repeat();
    Automaton somewhere =
        Determinizer.deterministic(
            Automaton.concatenate(List.of(around, found, around)), TextLanguage.MAX_STATES);
    Automaton framed =
        Determinizer.deterministic(
            Automaton.concatenate(List.of(start, any(), end)), TextLanguage.MAX_STATES);
    Automaton both = somewhere.intersection(framed);
    return TextLanguage.of(both.subst(CodePoints.START, "").subst(CodePoints.END, ""));
  }

  private static Automaton automaton(Term term) {
    return switch (term) {
      case Term.One one -> CodePoints.automaton(one.characters());
      case Term.Sequence(List<Term> terms) ->
          terms.isEmpty() ? Automaton.makeEmptyString() : Automaton.concatenate(all(terms));
      case Term.Choice(List<Term> terms) -> Automaton.union(all(terms));
      case Term.Times(Term each, int min, int max) -> {
        Automaton one = automaton(each);
        if (max == Term.Times.ENDLESS) {
          yield one.repeat(min);
        }
        yield min > max ? Automaton.makeEmpty() : one.repeat(min, max);
      }
      case Term.Anchor(boolean isStart) ->
          Automaton.makeChar(isStart ? CodePoints.START : CodePoints.END);
    };
  }

  private static List<Automaton> all(List<Term> terms) {
    var all = new ArrayList<Automaton>(terms.size());
    for (Term each : terms) {
      all.add(automaton(each));
    }
    return all;
  }
}
