package dev.concordat.contracts.language;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Makes an automaton deterministic by the subset construction, and gives up at a number of states: the library's own way
/// has no limit, and a short pattern can need billions.
public final class Determinizer {
  private final int maxStates;
  private final Map<Set<State>, State> made = new HashMap<>();
  private final Deque<Set<State>> open = new ArrayDeque<>();

  private Determinizer(int maxStates) {
    this.maxStates = maxStates;
  }

  /// The same language, deterministic and as small as can be.
  ///
  /// @throws Undecided when more states are needed
  public static Automaton deterministic(Automaton automaton, int maxStates) throws Undecided {
    if (automaton.isDeterministic()) {
      return automaton;
    }
    var determinizer = new Determinizer(maxStates);
    var result = new Automaton();
    result.setInitialState(determinizer.state(Set.of(automaton.getInitialState())));
    determinizer.close();
    result.setDeterministic(true);
    result.removeDeadTransitions();
    result.minimize();
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

  /// One sweep over the characters: where a transition begins or ends, the set of states that are reached changes.
  private void expand(Set<State> subset, State from) throws Undecided {
    Map<Integer, Map<State, Integer>> changes = new TreeMap<>();
    for (State state : subset) {
      for (Transition transition : state.getTransitions()) {
        change(changes, transition.getMin(), transition.getDest(), 1);
        change(changes, transition.getMax() + 1, transition.getDest(), -1);
      }
    }
    Map<State, Integer> reached = new HashMap<>();
    int low = 0;
    for (Map.Entry<Integer, Map<State, Integer>> change : changes.entrySet()) {
      if (!reached.isEmpty()) {
        State next = state(Set.copyOf(reached.keySet()));
        from.addTransition(new Transition((char) low, (char) (change.getKey() - 1), next));
      }
      low = change.getKey();
      change
          .getValue()
          .forEach((state, by) -> reached.merge(state, by, (a, b) -> a + b == 0 ? null : a + b));
    }
  }

  private static void change(
      Map<Integer, Map<State, Integer>> changes, int at, State state, int by) {
    changes.computeIfAbsent(at, ignored -> new HashMap<>()).merge(state, by, Integer::sum);
  }
}
