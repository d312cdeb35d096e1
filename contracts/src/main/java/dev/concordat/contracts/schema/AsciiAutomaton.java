package dev.concordat.contracts.schema;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A deterministic automaton over ASCII that finds a pattern in one look at each character, without garbage. Immutable.
final class AsciiAutomaton {
  /// What {@link #find} says.
  enum Answer {
    FOUND,
    ABSENT,
    /// The text has characters beyond ASCII.
    UNKNOWN
  }

  /// States an automaton may have; patterns with more are left to RE2.
  private static final int MAX_STATES = 300;

  private static final int ASCII = 128;
  private static final byte FOUND = 1;
  private static final byte FOUND_AT_END = 2;

  // Characters that no part of the pattern tells apart are one kind.
  private final byte[] kinds;
  private final short[] next;
  private final byte[] flags;
  private final int width;

  private AsciiAutomaton(byte[] kinds, int width, short[] next, byte[] flags) {
    this.kinds = kinds;
    this.width = width;
    this.next = next;
    this.flags = flags;
  }

  Answer find(String text) {
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      if (flags[state] == FOUND) {
        return Answer.FOUND;
      }
      char c = text.charAt(i);
      if (c >= ASCII) {
        return Answer.UNKNOWN;
      }
      state = next[state * width + kinds[c]];
    }
    return flags[state] == 0 ? Answer.ABSENT : Answer.FOUND;
  }

  static Optional<AsciiAutomaton> of(List<AsciiSyntax.Step> steps, int start) {
    return new Building(steps, start).build();
  }

  /// The construction by subsets, given up where it grows too large.
  private static final class Building {
    private final List<AsciiSyntax.Step> steps;
    private final int start;
    private final byte[] kinds = new byte[ASCII];
    private final List<Integer> samples = new ArrayList<>();
    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final List<BitSet> states = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();

    Building(List<AsciiSyntax.Step> steps, int start) {
      this.steps = steps;
      this.start = start;
    }

    Optional<AsciiAutomaton> build() {
      sortCharacters();
      var table = new ArrayList<short[]>();
      // Not numbered: an equal set that comes later does not stand at the start of the text.
      var first = new BitSet();
      enter(start, first, true, false);
      states.add(first);
      for (int state = 0; state < states.size(); state++) {
        if (states.size() > MAX_STATES) {
          return Optional.empty();
        }
        short[] row = new short[samples.size()];
        for (int kind = 0; kind < row.length; kind++) {
          row[kind] = (short) number(step(states.get(state), samples.get(kind)));
        }
        table.add(row);
      }
      short[] next = new short[states.size() * samples.size()];
      byte[] flags = new byte[states.size()];
      for (int state = 0; state < flags.length; state++) {
        System.arraycopy(table.get(state), 0, next, state * samples.size(), samples.size());
        flags[state] = flag(states.get(state), state == 0);
      }
      return Optional.of(new AsciiAutomaton(kinds, samples.size(), next, flags));
    }

    private void sortCharacters() {
      var takers = new BitSet[ASCII];
      for (int c = 0; c < ASCII; c++) {
        takers[c] = new BitSet();
      }
      for (int i = 0; i < steps.size(); i++) {
        if (steps.get(i) instanceof AsciiSyntax.Step.Take(BitSet characters, int ignored)) {
          for (int c = characters.nextSetBit(0); c >= 0; c = characters.nextSetBit(c + 1)) {
            takers[c].set(i);
          }
        }
      }
      Map<BitSet, Integer> known = new HashMap<>();
      for (int c = 0; c < ASCII; c++) {
        Integer kind = known.putIfAbsent(takers[c], known.size());
        kinds[c] = (byte) (kind == null ? known.size() - 1 : kind);
        if (kind == null) {
          samples.add(c);
        }
      }
    }

    private int number(BitSet set) {
      Integer known = numbers.putIfAbsent(set, states.size());
      if (known == null) {
        states.add(set);
        return states.size() - 1;
      }
      return known;
    }

    private BitSet step(BitSet from, int character) {
      var reached = new BitSet();
      enter(start, reached, false, false);
      for (int i = from.nextSetBit(0); i >= 0; i = from.nextSetBit(i + 1)) {
        if (steps.get(i) instanceof AsciiSyntax.Step.Take(BitSet characters, int next)
            && characters.get(character)) {
          enter(next, reached, false, false);
        }
      }
      return reached;
    }

    private byte flag(BitSet state, boolean isStart) {
      if (isFound(state)) {
        return FOUND;
      }
      var atEnd = new BitSet();
      for (int i = state.nextSetBit(0); i >= 0; i = state.nextSetBit(i + 1)) {
        enter(i, atEnd, isStart, true);
      }
      return isFound(atEnd) ? FOUND_AT_END : 0;
    }

    private boolean isFound(BitSet state) {
      for (int i = state.nextSetBit(0); i >= 0; i = state.nextSetBit(i + 1)) {
        if (steps.get(i) instanceof AsciiSyntax.Step.Found) {
          return true;
        }
      }
      return false;
    }

    /// Adds a place and all that can be reached from it without taking a character.
    private void enter(int place, BitSet reached, boolean isStart, boolean isEnd) {
      open.add(place);
      while (!open.isEmpty()) {
        int at = open.removeLast();
        if (reached.get(at)) {
          continue;
        }
        reached.set(at);
        switch (steps.get(at)) {
          case AsciiSyntax.Step.Fork(List<Integer> ways) -> open.addAll(ways);
          case AsciiSyntax.Step.Anchor(boolean atStart, int way) -> {
            if (atStart ? isStart : isEnd) {
              open.add(way);
            }
          }
          case AsciiSyntax.Step.Take take -> {}
          case AsciiSyntax.Step.Found found -> {}
        }
      }
    }
  }
}
