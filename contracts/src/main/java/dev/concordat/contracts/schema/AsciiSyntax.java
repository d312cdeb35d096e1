package dev.concordat.contracts.schema;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Reads a pattern of ECMA-262 as far as it speaks of ASCII characters and gives the automaton that finds it. Constructs
/// that need more (look-around, back-references, word boundaries, properties) give none.
final class AsciiSyntax {
  /// Steps an automaton may have before it is made deterministic.
  private static final int MAX_STEPS = 1_000;

  private static final int MAX_REPEAT = 500;
  private static final int MAX_DEPTH = 50;

  /// Atoms that may be read; a repeated one is read once for each time.
  private static final int MAX_ATOMS = 5_000;

  private static final int ASCII = 128;
  private static final String PUNCTUATION = "^$\\.*+?()[]{}|/-,:;@#!%&='\"<>~`_ ";

  private final String source;
  private final List<Step> steps = new ArrayList<>();
  private int at;
  private int depth;
  private int atoms;
  private int start;

  private AsciiSyntax(String source) {
    this.source = source;
  }

  /// What an automaton does between two states.
  sealed interface Step {
    /// Takes one character.
    record Take(BitSet characters, int next) implements Step {}

    /// Goes on at any of these places.
    record Fork(List<Integer> next) implements Step {}

    /// Goes on at the start of the text only, or at its end only.
    record Anchor(boolean isStart, int next) implements Step {}

    /// The pattern is found.
    record Found() implements Step {}
  }

  /// The pattern has something that the automaton cannot do.
  private static final class Unsupported extends Exception {
    @java.io.Serial private static final long serialVersionUID = 1;

    Unsupported() {
      super("not for this automaton", null, false, false);
    }
  }

  /// What was read; absent where the pattern needs more.
  static Optional<AsciiSyntax> read(String source) {
    var syntax = new AsciiSyntax(source);
    try {
      int found = syntax.add(new Step.Found());
      syntax.start = syntax.alternatives(found);
      return syntax.at == source.length() ? Optional.of(syntax) : Optional.empty();
    } catch (Unsupported e) {
      return Optional.empty();
    }
  }

  /// Absent where it would be large.
  Optional<AsciiAutomaton> automaton() {
    return AsciiAutomaton.of(steps, start);
  }

  private int add(Step step) throws Unsupported {
    if (steps.size() == MAX_STEPS) {
      throw new Unsupported();
    }
    steps.add(step);
    return steps.size() - 1;
  }

  /// Reads alternatives that all go on at a step; gives where they start.
  private int alternatives(int next) throws Unsupported {
    if (++depth > MAX_DEPTH) {
      throw new Unsupported();
    }
    var starts = new ArrayList<Integer>();
    starts.add(sequence(next));
    while (isAt('|')) {
      at++;
      starts.add(sequence(next));
    }
    depth--;
    return starts.size() == 1 ? starts.getFirst() : add(new Step.Fork(starts));
  }

  private int sequence(int next) throws Unsupported {
    // What follows an atom must be known before it, so the atoms are found first and built from the
    // last.
    var bounds = new ArrayList<int[]>();
    while (at < source.length() && !isAt('|') && !isAt(')')) {
      int start = at;
      skipAtom();
      bounds.add(new int[] {start, at});
      skipQuantifier();
    }
    int end = at;
    int first = next;
    for (int i = bounds.size() - 1; i >= 0; i--) {
      first = quantified(bounds.get(i)[0], bounds.get(i)[1], first);
    }
    at = end;
    return first;
  }

  private void skipAtom() throws Unsupported {
    char c = source.charAt(at++);
    if (c == '\\') {
      at++;
    } else if (c == '[') {
      while (at < source.length() && !isAt(']')) {
        at += isAt('\\') ? 2 : 1;
      }
      at++;
    } else if (c == '(') {
      for (int open = 1; open > 0; ) {
        if (at >= source.length()) {
          throw new Unsupported();
        }
        if (isAt('[')) {
          skipAtom();
          continue;
        }
        open += isAt('(') ? 1 : isAt(')') ? -1 : 0;
        at += isAt('\\') ? 2 : 1;
      }
    }
    if (at > source.length()) {
      throw new Unsupported();
    }
  }

  private int[] skipQuantifier() throws Unsupported {
    int least = 1;
    int most = 1;
    if (isAt('*') || isAt('+') || isAt('?')) {
      least = isAt('+') ? 1 : 0;
      most = isAt('?') ? 1 : -1;
      at++;
    } else if (isAt('{')) {
      int close = source.indexOf('}', at);
      String counts = close < 0 ? "" : source.substring(at + 1, close);
      if (!counts.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
        throw new Unsupported();
      }
      String[] parts = counts.split(",", -1);
      least = Integer.parseInt(parts[0]);
      most = parts.length == 1 ? least : parts[1].isEmpty() ? -1 : Integer.parseInt(parts[1]);
      at = close + 1;
    } else {
      return new int[] {1, 1};
    }
    if (isAt('?')) {
      at++; // A lazy one finds the same.
    }
    if (least > MAX_REPEAT || most > MAX_REPEAT || (most >= 0 && most < least)) {
      throw new Unsupported();
    }
    return new int[] {least, most};
  }

  private int quantified(int start, int end, int next) throws Unsupported {
    at = end;
    int[] counts = skipQuantifier();
    int first = next;
    if (counts[1] < 0) {
      int loop = add(new Step.Found());
      int again = atom(start, end, loop);
      steps.set(loop, new Step.Fork(List.of(again, next)));
      first = loop;
    } else {
      for (int i = counts[0]; i < counts[1]; i++) {
        first = add(new Step.Fork(List.of(atom(start, end, first), next)));
      }
    }
    for (int i = 0; i < counts[0]; i++) {
      first = atom(start, end, first);
    }
    return first;
  }

  private int atom(int start, int end, int next) throws Unsupported {
    if (++atoms > MAX_ATOMS) {
      throw new Unsupported();
    }
    at = start;
    char c = source.charAt(at++);
    int first =
        switch (c) {
          case '^' -> add(new Step.Anchor(true, next));
          case '$' -> add(new Step.Anchor(false, next));
          case '(' -> group(next);
          case '[' -> add(new Step.Take(characterClass(), next));
          case '\\' -> add(new Step.Take(escape(), next));
          case '.' -> add(new Step.Take(not("\n\r"), next));
          case '*', '+', '?', '{', '}', ']' -> throw new Unsupported();
          default -> add(new Step.Take(single(c), next));
        };
    if (at != end) {
      throw new Unsupported();
    }
    return first;
  }

  private int group(int next) throws Unsupported {
    if (isAt('?')) {
      if (!source.startsWith("?:", at)) {
        throw new Unsupported();
      }
      at += 2;
    }
    int first = alternatives(next);
    if (!isAt(')')) {
      throw new Unsupported();
    }
    at++;
    return first;
  }

  private BitSet characterClass() throws Unsupported {
    boolean isNegated = isAt('^');
    at += isNegated ? 1 : 0;
    var members = new BitSet(ASCII);
    while (at < source.length() && !isAt(']')) {
      boolean isEscape = isAt('\\');
      char low = source.charAt(at++);
      BitSet item = isEscape ? escape() : single(low);
      boolean isRange = isAt('-') && at + 1 < source.length() && source.charAt(at + 1) != ']';
      if (!isRange) {
        members.or(item);
        continue;
      }
      char high = source.charAt(at + 1);
      if (isEscape || high == '\\' || low > high) {
        throw new Unsupported();
      }
      at += 2;
      if (low < ASCII) {
        members.set(low, Math.min(high, ASCII - 1) + 1);
      }
    }
    at++;
    if (isNegated) {
      members.flip(0, ASCII);
    }
    return members;
  }

  private BitSet escape() throws Unsupported {
    char c = at < source.length() ? source.charAt(at++) : '\0';
    return switch (c) {
      case 'd' -> range('0', '9');
      case 'D' -> inverse(range('0', '9'));
      case 'w' -> word();
      case 'W' -> inverse(word());
      case 's' -> of("\t\n\u000b\f\r ");
      case 'S' -> not("\t\n\u000b\f\r ");
      case 't' -> single('\t');
      case 'n' -> single('\n');
      case 'r' -> single('\r');
      case 'f' -> single('\f');
      case 'v' -> single('\u000b');
      default -> {
        if (PUNCTUATION.indexOf(c) < 0) {
          throw new Unsupported();
        }
        yield single(c);
      }
    };
  }

  private boolean isAt(char c) {
    return at < source.length() && source.charAt(at) == c;
  }

  /// One character; none of ASCII where it lies beyond. Half a character is for others to read.
  private static BitSet single(char c) throws Unsupported {
    if (Character.isSurrogate(c)) {
      throw new Unsupported();
    }
    var set = new BitSet(ASCII);
    if (c < ASCII) {
      set.set(c);
    }
    return set;
  }

  private static BitSet of(String characters) {
    var set = new BitSet(ASCII);
    characters.chars().forEach(set::set);
    return set;
  }

  private static BitSet not(String characters) {
    return inverse(of(characters));
  }

  private static BitSet inverse(BitSet set) {
    set.flip(0, ASCII);
    return set;
  }

  private static BitSet range(char low, char high) {
    var set = new BitSet(ASCII);
    set.set(low, high + 1);
    return set;
  }

  private static BitSet word() {
    BitSet word = range('a', 'z');
    word.or(range('A', 'Z'));
    word.or(range('0', '9'));
    word.set('_');
    return word;
  }
}
