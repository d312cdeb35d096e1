package dev.concordat.contracts.language;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Makes an automaton deterministic by the subset construction, and gives up at a number of states: the library's own way
/// has no limit, and a short pattern can need billions.
final class Determinizer {
  private final int maxStates;
  private final Map<Set<State>, State> made = new HashMap<>();
  private final Deque<Set<State>> open = new ArrayDeque<>();

  private Determinizer(int maxStates) {
    this.maxStates = maxStates;
  }

  static Automaton deterministic(Automaton automaton, int maxStates) throws Undecided {
    if (automaton.isDeterministic()) {
      return automaton;
    }
    var determinizer = new Determinizer(maxStates);
    var result = new Automaton();
    result.setInitialState(determinizer.state(Set.of(automaton.getInitialState())));
    determinizer.close();
    result.setDeterministic(true);
    result.removeDeadTransitions();
    return result;
  }

  private State state(Set<State> subset) throws Undecided {
    State known = made.get(subset);
    if (known != null) {
      return known;
    }
    if (made.size() >= maxStates) {
      throw new Undecided("the pattern needs more than " + maxStates + " states");
    }
    var state = new State();
    state.setAccept(subset.stream().anyMatch(State::isAccept));
    made.put(subset, state);
    open.add(subset);
    return state;
  }

  private void close() throws Undecided {
    while (!open.isEmpty()) {
      Set<State> subset = open.remove();
      expand(subset, state(subset));
    }
  }

  private void expand(Set<State> subset, State from) throws Undecided {
    TreeSet<Integer> cuts = new TreeSet<>();
    for (State state : subset) {
      for (Transition transition : state.getTransitions()) {
        cuts.add((int) transition.getMin());
        cuts.add(transition.getMax() + 1);
      }
    }
    Integer low = cuts.pollFirst();
    while (low != null && !cuts.isEmpty()) {
      int high = cuts.pollFirst();
      Set<State> next = reached(subset, low);
      if (!next.isEmpty()) {
        from.addTransition(new Transition((char) (int) low, (char) (high - 1), state(next)));
      }
      low = high;
    }
  }

  private static Set<State> reached(Set<State> subset, int character) {
    Set<State> next = new HashSet<>();
    for (State state : subset) {
      for (Transition transition : state.getTransitions()) {
        if (transition.getMin() <= character && character <= transition.getMax()) {
          next.add(transition.getDest());
        }
      }
    }
    return next;
  }
}
