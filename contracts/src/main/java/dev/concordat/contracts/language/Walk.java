package dev.concordat.contracts.language;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Finds texts in an automaton, layer by layer of length, so that a bound on the length costs no states. Reads backwards
/// first: how many more characters a state needs to accept, for every number of characters, is known before a text is
/// written.
final class Walk implements Iterator<String> {
  /// Longest text that is looked for beyond the shortest allowed length, in characters.
  private static final int MAX_SLACK = 4_000;

  /// Most state-and-length pairs that are looked at.
  private static final long MAX_CELLS = 20_000_000;

  /// Most characters that are tried for one transition.
  private static final int MAX_CHOICES = 64;

  private static final String NICE = Letters.NICE;

  private static final int NOWHERE = -1;

  private final List<State> states;
  private final Map<State, Integer> numbers = new HashMap<>();
  private final int initial;
  private final long last;
  private int left;
  private int length;
  private @Nullable String next;

  /// Which states accept some text of exactly so many characters, for all numbers so far.
  private final List<boolean[]> accepting = new ArrayList<>();

  private final List<Frame> stack = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /// @param count at most so many texts
  Walk(Automaton automaton, long min, OptionalLong max, int count) throws Undecided {
    this.states = new ArrayList<>(automaton.getLiveStates());
    for (int i = 0; i < states.size(); i++) {
      numbers.put(states.get(i), i);
    }
    this.initial = numbers.getOrDefault(automaton.getInitialState(), NOWHERE);
    // A longer text could be pumped down by as many characters as there are states.
    this.last = Math.min(max.orElse(Long.MAX_VALUE), min + states.size() + count);
    this.left = initial == NOWHERE || last < min ? 0 : count;
    if (left > 0 && (last - min > MAX_SLACK || last * states.size() > MAX_CELLS)) {
      throw new Undecided("texts of up to " + last + " characters are too long to look for");
    }
    this.length = (int) min - 1;
  }

  @Override
  public boolean hasNext() {
    while (next == null && left > 0) {
      next = extended();
      if (next == null) {
        lengthen();
      }
    }
    return next != null;
  }

  @Override
  public String next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    String found = Objects.requireNonNull(next);
    next = null;
    left--;
    return found;
  }

  private void lengthen() {
    length++;
    if (length > last) {
      left = 0;
    } else if (accepting(length)[initial]) {
      stack.add(new Frame(initial));
    }
  }

  private boolean[] accepting(int length) {
    while (accepting.size() <= length) {
      var accepts = new boolean[states.size()];
      for (int i = 0; i < accepts.length; i++) {
        accepts[i] =
            accepting.isEmpty()
                ? states.get(i).isAccept()
                : hasStep(states.get(i), accepting.getLast());
      }
      accepting.add(accepts);
    }
    return accepting.get(length);
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

  /// The next text of this length. Depth first; every way that is taken ends in a text, so the work is bounded by the texts
  /// found. Not recursive: texts may be long.
  private @Nullable String extended() {
    while (!stack.isEmpty()) {
      int missing = length - (stack.size() - 1);
      if (missing == 0) {
        String found = text.toString();
        drop();
        return found;
      }
      if (!advance(stack.getLast(), accepting(missing - 1))) {
        drop();
      }
    }
    return null;
  }

  private void drop() {
    stack.removeLast();
    if (!text.isEmpty()) {
      text.setLength(text.offsetByCodePoints(text.length(), -1));
    }
  }

  private boolean advance(Frame frame, boolean[] next) {
    for (Choice choice = choice(frame); choice != null; choice = choice(frame)) {
      if (next[choice.to]) {
        text.append(choice.text);
        stack.add(new Frame(choice.to));
        return true;
      }
    }
    return false;
  }

  private record Choice(String text, int to) {}

  private static final class Frame {
    final int state;
    int at;

    Frame(int state) {
      this.state = state;
    }
  }

  private final Map<Integer, List<Choice>> first = new HashMap<>();
  private final Map<Integer, List<Choice>> more = new HashMap<>();

  /// The next of a few characters of every step: one is enough for a text, more are needed where several texts are asked for.
  private @Nullable Choice choice(Frame frame) {
    int at = frame.at++;
    List<Choice> shown = first.computeIfAbsent(frame.state, this::firstOf);
    if (at < shown.size()) {
      return shown.get(at);
    }
    List<Choice> others = more.computeIfAbsent(frame.state, this::moreOf);
    return at - shown.size() < others.size() ? others.get(at - shown.size()) : null;
  }

  private List<Choice> firstOf(int state) {
    var choices = new ArrayList<Choice>();
    for (Step step : steps(states.get(state))) {
      choices.add(new Choice(text(step, shown(step)), step.to));
    }
    return choices;
  }

  private List<Choice> moreOf(int state) {
    var choices = new ArrayList<Choice>();
    for (Step step : steps(states.get(state))) {
      int shown = shown(step);
      for (int i = step.low; i <= step.high && choices.size() < MAX_CHOICES; i++) {
        if (i != shown) {
          choices.add(new Choice(text(step, i), step.to));
        }
      }
    }
    return choices;
  }

  private static int shown(Step step) {
    return step.lead == 0 ? shown(step.low, step.high) : step.low;
  }

  private static String text(Step step, int unit) {
    return step.lead == 0 ? String.valueOf((char) unit) : "" + step.lead + (char) unit;
  }
}
