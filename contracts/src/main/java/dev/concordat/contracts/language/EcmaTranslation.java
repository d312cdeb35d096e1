package dev.concordat.contracts.language;

import dev.concordat.contracts.pattern.Unrolled;
import dk.brics.automaton.Automaton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Translates a regular expression of ECMA-262 (section 22.2, flag `u`) into the language of the texts that it matches
/// somewhere. The ends of the text are two symbols of their own while it does so, which `^` and `$` stand for, so that
/// anchors may stand anywhere.
final class EcmaTranslation {
  /// Most copies that one `{n,m}` may ask for.
  private static final int MAX_REPEAT = 1_000;

  /// Most groups within groups.
  private static final int MAX_DEPTH = 100;

  private final String pattern;
  private final CharacterClass classes;
  private int at;
  private int depth;
  private boolean hasAnchor;

  EcmaTranslation(String pattern) {
    this.pattern = pattern;
    this.classes = new CharacterClass(pattern);
  }

  TextLanguage language() throws Undecided {
    if (!Unrolled.isSmall(pattern)) {
      throw new Undecided("counts in counts make more than " + Unrolled.MAX_PARTS + " parts");
    }
    boolean fromStart = pattern.startsWith("^");
    boolean toEnd = endsWithAnchor();
    String body = pattern.substring(fromStart ? 1 : 0, pattern.length() - (toEnd ? 1 : 0));
    if (fromStart || toEnd) {
      var inner = new EcmaTranslation(body);
      Automaton found = inner.whole();
      // `^a|b$` anchors one alternative each.
      if (!inner.hasAnchor && !inner.hasAlternatives) {
        return unanchored(found, !fromStart, !toEnd);
      }
    }
    Automaton found = whole();
    return hasAnchor ? withEnds(found) : unanchored(found, true, true);
  }

  private boolean endsWithAnchor() {
    int slashes = 0;
    for (int i = pattern.length() - 2; i >= 0 && pattern.charAt(i) == '\\'; i--) {
      slashes++;
    }
    return pattern.length() > 1 && pattern.endsWith("$") && slashes % 2 == 0;
  }

  private boolean hasAlternatives;

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

  private Automaton whole() throws Undecided {
    Automaton all = alternatives();
    if (at < pattern.length()) {
      throw new Undecided("`" + pattern.charAt(at) + "` at " + at + " opens nothing");
    }
    return all;
  }

  private Automaton alternatives() throws Undecided {
    if (++depth > MAX_DEPTH) {
      throw new Undecided("groups are nested too deep");
    }
    var options = new ArrayList<Automaton>();
    options.add(sequence());
    while (takes('|')) {
      hasAlternatives |= depth == 1;
      options.add(sequence());
    }
    depth--;
    return options.size() == 1 ? options.getFirst() : Automaton.union(options);
  }

  private Automaton sequence() throws Undecided {
    var terms = new ArrayList<Automaton>();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      terms.add(repeated(atom()));
    }
    return terms.isEmpty() ? Automaton.makeEmptyString() : Automaton.concatenate(terms);
  }

  private Automaton atom() throws Undecided {
    char c = pattern.charAt(at);
    return switch (c) {
      case '^', '$' -> {
        at++;
        hasAnchor = true;
        yield Automaton.makeChar(c == '^' ? CodePoints.START : CodePoints.END);
      }
      case '(' -> group();
      case '*', '+', '?' -> throw new Undecided("`" + c + "` repeats nothing");
      default -> {
        BitSet set = classes.at(at);
        at = classes.end();
        yield CodePoints.automaton(set);
      }
    };
  }

  private Automaton group() throws Undecided {
    at++;
    if (takes('?')) {
      if (pattern.startsWith("<", at)
          && !pattern.startsWith("<=", at)
          && !pattern.startsWith("<!", at)) {
        int close = pattern.indexOf('>', at);
        if (close < 0) {
          throw new Undecided("a group's name is not closed");
        }
        at = close + 1;
      } else if (!takes(':')) {
        throw new Undecided("look-around is not regular");
      }
    }
    Automaton inner = alternatives();
    if (!takes(')')) {
      throw new Undecided("a `)` is missing");
    }
    return inner;
  }

  private Automaton repeated(Automaton atom) throws Undecided {
    Automaton result = atom;
    if (takes('*')) {
      result = atom.repeat();
    } else if (takes('+')) {
      result = atom.repeat(1);
    } else if (takes('?')) {
      result = atom.optional();
    } else if (pattern.startsWith("{", at)) {
      result = counted(atom);
    } else {
      return atom;
    }
    // Lazy or not, the texts are the same.
    boolean isLazy = takes('?');
    if (at < pattern.length() && "*+?".indexOf(pattern.charAt(at)) >= 0) {
      throw new Undecided(
          "`" + pattern.charAt(at) + "` repeats a repetition" + (isLazy ? "" : "."));
    }
    return result;
  }

  private Automaton counted(Automaton atom) throws Undecided {
    int close = pattern.indexOf('}', at);
    String inside = close < 0 ? "" : pattern.substring(at + 1, close);
    if (!inside.matches("\\d{1,9}(,\\d{0,9})?")) {
      throw new Undecided("`{` counts nothing");
    }
    at = close + 1;
    String[] bounds = inside.split(",", -1);
    int min = Integer.parseInt(bounds[0]);
    if (bounds.length == 2 && bounds[1].isEmpty()) {
      limit(min);
      return atom.repeat(min);
    }
    int max = bounds.length == 1 ? min : Integer.parseInt(bounds[1]);
    limit(max);
    return min > max ? Automaton.makeEmpty() : atom.repeat(min, max);
  }

  private static void limit(int count) throws Undecided {
    if (count > MAX_REPEAT) {
      throw new Undecided("it repeats something " + count + " times");
    }
  }

  private boolean takes(char c) {
    boolean isHere = at < pattern.length() && pattern.charAt(at) == c;
    at += isHere ? 1 : 0;
    return isHere;
  }
}
