package dev.concordat.contracts.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The texts that match some patterns and do not match others, followed character by character through all of them side by
/// side: only what a question meets is made, where a {@link TextLanguage} makes a whole automaton first. Says of a question
/// what that one says, or nothing. Not thread-safe.
public final class PlainTexts {
  /// Longest text that is written, in characters.
  private static final int MAX_LENGTH = 1_000;

  /// Most pairs of a length and a state that are looked at.
  private static final int MAX_CELLS = 20_000;

  /// Most texts that are left out.
  private static final int MAX_EXCLUDED = 50;

  private static final int NONE = -1;

  private final Steps steps = new Steps();
  private final List<Goal> goals = new ArrayList<>();
  private @Nullable Letters letters;
  private final BitSet start = new BitSet();

  // A state is the places where one may be.
  private final List<BitSet> states = new ArrayList<>();
  private final Map<BitSet, Integer> numbers = new HashMap<>();
  private final List<int[]> next = new ArrayList<>();

  /// The places of one pattern, of which the first is its end.
  private record Goal(int end, int last, boolean isPositive) {}

  private PlainTexts(List<String> matched, List<String> unmatched, Collection<String> excluded)
      throws Undecided {
    for (String each : matched) {
      add(whole(each), true);
    }
    for (String each : unmatched) {
      add(whole(each), false);
    }
    for (String each : excluded) {
      add(literal(each), false);
    }
  }

  /// The texts that match all of some patterns and none of others.
  ///
  /// @param excluded texts that do not belong to it
  /// @throws Undecided where the patterns are none, not regular, or so large that automata are better
  public static PlainTexts of(
      List<String> matched, List<String> unmatched, Collection<String> excluded) throws Undecided {
    if (excluded.size() > MAX_EXCLUDED) {
      throw new Undecided("more than " + MAX_EXCLUDED + " texts are left out");
    }
    return new PlainTexts(matched, unmatched, excluded);
  }

  private void add(Term term, boolean isPositive) throws Undecided {
    int end = steps.end();
    int first = steps.add(term, end);
    goals.add(new Goal(end, steps.count() - 1, isPositive));
    steps.enter(first, start);
  }

  private static Term whole(String pattern) throws Undecided {
    EcmaPattern read = EcmaPattern.of(pattern);
    if (read.hasAnchors()) {
      throw new Undecided("an anchor inside");
    }
    var terms = new ArrayList<Term>();
    if (!read.isFromStart()) {
      terms.add(any());
    }
    terms.add(read.found());
    if (!read.isToEnd()) {
      terms.add(any());
    }
    return new Term.Sequence(terms);
  }

  private static Term any() {
    return new Term.Times(new Term.One(CodePoints.all()), 0, Term.Times.ENDLESS);
  }

  private static Term literal(String text) {
    var terms = new ArrayList<Term>();
    text.codePoints()
        .forEach(
            character -> {
              var set = new BitSet();
              set.set(character);
              terms.add(new Term.One(set));
            });
    return new Term.Sequence(terms);
  }

  public boolean contains(String text) {
    BitSet places = start;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (!CodePoints.isCharacter(character)) {
        return false;
      }
      places = steps.after(places, character);
      i += Character.charCount(character);
    }
    return isAccepted(places);
  }

  private boolean isAccepted(BitSet places) {
    for (Goal each : goals) {
      if (places.get(each.end) != each.isPositive) {
        return false;
      }
    }
    return true;
  }

  /// Whether a pattern can no longer match that must.
  private boolean isLost(BitSet places) {
    for (Goal each : goals) {
      int place = each.isPositive ? places.nextSetBit(each.end) : each.end;
      if (place < 0 || place > each.last) {
        return true;
      }
    }
    return false;
  }

  /// The shortest text, of several the one that comes first by characters that can be read.
  ///
  /// @param min in code points
  /// @param max in code points; absent for none
  /// @return absent where there is no text at all
  /// @throws Undecided where it is too much to look at, or the text has characters that cannot be read
  public Optional<String> first(long min, OptionalLong max) throws Undecided {
    if (min > MAX_LENGTH) {
      throw new Undecided("texts of " + min + " characters are too long to write");
    }
    long most = max.orElse(Long.MAX_VALUE);
    // Where nothing must match, nearly all texts are there.
    String plain = Letters.NICE.substring(0, 1).repeat((int) min);
    return min <= most && contains(plain) ? Optional.of(plain) : searched(min, most);
  }

  private Optional<String> searched(long min, long most) throws Undecided {
    List<BitSet> layers = new ArrayList<>();
    BitSet layer = new BitSet();
    int begin = number(start);
    if (begin != NONE) {
      layer.set(begin);
    }
    int cells = 0;
    for (int length = 0; length <= most && !layer.isEmpty(); length++) {
      layers.add(layer);
      cells += layer.cardinality();
      BitSet accepting = accepting(layer);
      if (length >= min && !accepting.isEmpty()) {
        return Optional.of(written(layers, accepting));
      }
      // The shortest text is in no state twice once it is long enough.
      if (length - min >= states.size()) {
        return Optional.empty();
      }
      if (length > MAX_LENGTH || cells > MAX_CELLS) {
        throw new Undecided("more than " + MAX_CELLS + " states and lengths");
      }
      layer = after(layer);
    }
    return Optional.empty();
  }

  private BitSet accepting(BitSet layer) {
    var accepting = new BitSet();
    for (int i = layer.nextSetBit(0); i >= 0; i = layer.nextSetBit(i + 1)) {
      accepting.set(i, isAccepted(states.get(i)));
    }
    return accepting;
  }

  private BitSet after(BitSet layer) throws Undecided {
    var after = new BitSet();
    for (int i = layer.nextSetBit(0); i >= 0; i = layer.nextSetBit(i + 1)) {
      for (int to : next(i)) {
        if (to != NONE) {
          after.set(to);
        }
      }
    }
    return after;
  }

  private Letters letters() throws Undecided {
    Letters known = letters;
    if (known == null) {
      known = new Letters(steps.classes());
      letters = known;
    }
    return known;
  }

  private int number(BitSet places) {
    if (isLost(places)) {
      return NONE;
    }
    Integer known = numbers.get(places);
    if (known == null) {
      known = states.size();
      numbers.put(places, known);
      states.add(places);
    }
    return known;
  }

  /// The states after one letter each.
  private int[] next(int state) throws Undecided {
    Letters all = letters();
    while (next.size() <= state) {
      BitSet places = states.get(next.size());
      var to = new int[all.count()];
      for (int i = 0; i < to.length; i++) {
        to[i] = number(steps.after(places, all.character(i)));
      }
      next.add(to);
    }
    return next.get(state);
  }

  private String written(List<BitSet> layers, BitSet accepting) throws Undecided {
    var leading = new ArrayList<BitSet>(List.of(accepting));
    for (int i = layers.size() - 2; i >= 0; i--) {
      leading.add(leading(layers.get(i), leading.getLast()));
    }
    var text = new StringBuilder();
    int state = leading.getLast().nextSetBit(0);
    for (int i = leading.size() - 2; i >= 0; i--) {
      int[] to = next(state);
      int letter = 0;
      while (to[letter] == NONE || !leading.get(i).get(to[letter])) {
        letter++;
      }
      int character = letters().character(letter);
      if (Letters.NICE.indexOf(character) < 0) {
        throw new Undecided("a text of characters that cannot be read");
      }
      text.append((char) character);
      state = to[letter];
    }
    return text.toString();
  }

  /// The states of which one leads on to one of others.
  private BitSet leading(BitSet layer, BitSet others) throws Undecided {
    var leading = new BitSet();
    for (int i = layer.nextSetBit(0); i >= 0; i = layer.nextSetBit(i + 1)) {
      for (int to : next(i)) {
        if (to != NONE && others.get(to)) {
          leading.set(i);
          break;
        }
      }
    }
    return leading;
  }
}
