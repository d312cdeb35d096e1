package dev.concordat.contracts.language;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/// Finds texts in an automaton, layer by layer of length, so that a bound on the length costs no states. Reads backwards
/// first: how many more characters a state needs to accept, for every number of characters, is known before a text is
/// written.
final class Walk {
  /// Longest text that is looked for beyond the shortest allowed length, in characters.
  private static final int MAX_SLACK = 4_000;

  /// Most state-and-length pairs that are looked at.
  private static final long MAX_CELLS = 20_000_000;

  /// Most characters that are tried for one transition.
  private static final int MAX_CHOICES = 64;

  private static final String NICE =
      "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -_.@/:";

  private final List<State> states;
  private final Map<State, Integer> numbers = new HashMap<>();
  private final State initial;

  Walk(Automaton automaton) {
    this.initial = automaton.getInitialState();
    this.states = new ArrayList<>(automaton.getLiveStates());
    for (int i = 0; i < states.size(); i++) {
      numbers.put(states.get(i), i);
    }
  }

  List<String> examples(long min, OptionalLong max, int count) throws Undecided {
    if (!numbers.containsKey(initial)) {
      return List.of();
    }
    // A longer text could be pumped down by as many characters as there are states.
    long last = Math.min(max.orElse(Long.MAX_VALUE), min + states.size() + count);
    if (last - min > MAX_SLACK || last * states.size() > MAX_CELLS) {
      throw new Undecided("texts of up to " + last + " characters are too long to look for");
    }
    boolean[][] accepts = accepting((int) last);
    var found = new ArrayList<String>();
    for (long length = min; length <= last && found.size() < count; length++) {
      collect(accepts, (int) length, count, found);
    }
    return found;
  }

  /// Which states accept some text of exactly that many characters.
  private boolean[][] accepting(int last) {
    var accepts = new boolean[last + 1][states.size()];
    for (int length = 0; length <= last; length++) {
      for (int i = 0; i < states.size(); i++) {
        accepts[length][i] =
            length == 0 ? states.get(i).isAccept() : hasStep(states.get(i), accepts[length - 1]);
      }
    }
    return accepts;
  }

  private boolean hasStep(State state, boolean[] next) {
    for (Step step : steps(state)) {
      if (next[step.to]) {
        return true;
      }
    }
    return false;
  }

  /// One character: a transition, or two for a pair of surrogates.
  private record Step(int low, int high, char lead, int to) {}

  private final Map<State, List<Step>> known = new HashMap<>();

  private List<Step> steps(State state) {
    return known.computeIfAbsent(state, this::stepsOf);
  }

  private List<Step> stepsOf(State state) {
    var steps = new ArrayList<Step>();
    for (Transition transition : state.getTransitions()) {
      Integer to = numbers.get(transition.getDest());
      if (to == null) {
        continue;
      }
      if (Character.isHighSurrogate(transition.getMin())) {
        for (Transition second : transition.getDest().getTransitions()) {
          Integer end = numbers.get(second.getDest());
          if (end != null) {
            steps.add(new Step(second.getMin(), second.getMax(), transition.getMin(), end));
          }
        }
      } else {
        steps.add(new Step(transition.getMin(), transition.getMax(), (char) 0, to));
      }
    }
    steps.sort(Comparator.comparingInt(step -> rank(step)));
    return steps;
  }

  private static int rank(Step step) {
    if (step.lead != 0) {
      return Character.MAX_VALUE + 1;
    }
    char shown = shown(step.low, step.high);
    int nice = NICE.indexOf(shown);
    return nice < 0 ? NICE.length() + shown : nice;
  }

  private static char shown(int low, int high) {
    for (int i = 0; i < NICE.length(); i++) {
      char nice = NICE.charAt(i);
      if (low <= nice && nice <= high) {
        return nice;
      }
    }
    return (char) Math.max(low, Math.min(high, '!'));
  }

  private void collect(boolean[][] accepts, int length, int count, List<String> found) {
    int start = Objects.requireNonNull(numbers.get(initial));
    if (accepts[length][start]) {
      extend(accepts, length, start, new StringBuilder(), count, found);
    }
  }

  /// Depth first; every way that is taken ends in a text, so the work is bounded by the texts found. Not recursive: texts
  /// may be long.
  private void extend(
      boolean[][] accepts,
      int length,
      int start,
      StringBuilder text,
      int count,
      List<String> found) {
    var stack = new ArrayList<Frame>();
    stack.add(new Frame(choices(start)));
    while (!stack.isEmpty() && found.size() < count) {
      Frame frame = stack.getLast();
      int left = length - (stack.size() - 1);
      if (left == 0) {
        found.add(text.toString());
        stack.removeLast();
        dropLast(text);
      } else if (!advance(frame, accepts[left - 1], stack, text)) {
        stack.removeLast();
        dropLast(text);
      }
    }
  }

  private static void dropLast(StringBuilder text) {
    if (!text.isEmpty()) {
      text.setLength(text.offsetByCodePoints(text.length(), -1));
    }
  }

  private boolean advance(Frame frame, boolean[] next, List<Frame> stack, StringBuilder text) {
    while (frame.at < frame.choices.size()) {
      Choice choice = frame.choices.get(frame.at++);
      if (next[choice.to]) {
        text.append(choice.text);
        stack.add(new Frame(choices(choice.to)));
        return true;
      }
    }
    return false;
  }

  private record Choice(String text, int to) {}

  private static final class Frame {
    final List<Choice> choices;
    int at;

    Frame(List<Choice> choices) {
      this.choices = choices;
    }
  }

  /// A few characters of every step: one is enough for a text, more are needed where several texts are asked for.
  private List<Choice> choices(int state) {
    var first = new ArrayList<Choice>();
    var more = new ArrayList<Choice>();
    for (Step step : steps(states.get(state))) {
      int shown = step.lead == 0 ? shown(step.low, step.high) : step.low;
      first.add(new Choice(text(step, shown), step.to));
      for (int i = step.low; i <= step.high && more.size() < MAX_CHOICES; i++) {
        if (i != shown) {
          more.add(new Choice(text(step, i), step.to));
        }
      }
    }
    first.addAll(more);
    return first;
  }

  private static String text(Step step, int unit) {
    return step.lead == 0 ? String.valueOf((char) unit) : "" + step.lead + (char) unit;
  }
}
