package dev.concordat.contracts.language;

import java.util.ArrayList;

/// Reads a regular expression of ECMA-262 (section 22.2, flag `u`).
final class EcmaReader {
  /// Most copies that one `{n,m}` may ask for.
  private static final int MAX_REPEAT = 1_000;

  /// Most groups within groups.
  private static final int MAX_DEPTH = 100;

  private final String pattern;
  private final CharacterClass classes;
  private int at;
  private int depth;
  private boolean hasAnchors;
  private boolean hasAlternatives;

  EcmaReader(String pattern) {
    this.pattern = pattern;
    this.classes = new CharacterClass(pattern);
  }

  /// Whether there was an anchor in what was read.
  boolean hasAnchors() {
    return hasAnchors;
  }

  /// Whether what was read is one of several.
  boolean hasAlternatives() {
    return hasAlternatives;
  }

  Term whole() throws Undecided {
    Term all = alternatives();
    if (at < pattern.length()) {
      throw new Undecided("`" + pattern.charAt(at) + "` at " + at + " opens nothing");
    }
    return all;
  }

  private Term alternatives() throws Undecided {
    if (++depth > MAX_DEPTH) {
      throw new Undecided("groups are nested too deep");
    }
    var options = new ArrayList<Term>();
    options.add(sequence());
    while (takes('|')) {
      hasAlternatives |= depth == 1;
      options.add(sequence());
    }
    depth--;
    return options.size() == 1 ? options.getFirst() : new Term.Choice(options);
  }

  private Term sequence() throws Undecided {
    var terms = new ArrayList<Term>();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      terms.add(repeated(atom()));
    }
    return new Term.Sequence(terms);
  }

  private Term atom() throws Undecided {
    char c = pattern.charAt(at);
    return switch (c) {
      case '^', '$' -> {
        at++;
        hasAnchors = true;
        yield new Term.Anchor(c == '^');
      }
      case '(' -> group();
      case '*', '+', '?' -> throw new Undecided("`" + c + "` repeats nothing");
      default -> {
        var set = new Term.One(classes.at(at));
        at = classes.end();
        yield set;
      }
    };
  }

  private Term group() throws Undecided {
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
    Term inner = alternatives();
    if (!takes(')')) {
      throw new Undecided("a `)` is missing");
    }
    return inner;
  }

  private Term repeated(Term atom) throws Undecided {
    Term result = atom;
    if (takes('*')) {
      result = new Term.Times(atom, 0, Term.Times.ENDLESS);
    } else if (takes('+')) {
      result = new Term.Times(atom, 1, Term.Times.ENDLESS);
    } else if (takes('?')) {
      result = new Term.Times(atom, 0, 1);
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

  private Term counted(Term atom) throws Undecided {
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
      return new Term.Times(atom, min, Term.Times.ENDLESS);
    }
    int max = bounds.length == 1 ? min : Integer.parseInt(bounds[1]);
    limit(max);
    return new Term.Times(atom, min, max);
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
