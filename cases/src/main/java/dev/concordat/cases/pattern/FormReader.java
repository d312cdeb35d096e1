package dev.concordat.cases.pattern;

import dev.concordat.cases.pattern.Form.Choice;
import dev.concordat.cases.pattern.Form.OneOf;
import dev.concordat.cases.pattern.Form.Repeat;
import dev.concordat.cases.pattern.Form.Sequence;
import dev.concordat.contracts.language.CharacterClass;
import dev.concordat.contracts.language.Undecided;
import java.io.Serial;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a JSON Schema pattern (ECMA-262), enough of it to make text that is checked by the schema afterwards: anchors, word
/// boundaries and look-around count as nothing, and so do the anchors `\A`, `\z` and `\Z` of other languages.
/// Back-references are not read.
final class FormReader {
  private static final Form NOTHING = new Sequence(List.of());
  private static final int MAX_LENGTH = 50_000;
  private static final int MAX_DEPTH = 200;
  private static final Pattern COUNTS = Pattern.compile("\\{([0-9]{1,9})(,([0-9]{0,9}))?}");
  private static final Pattern NO_WIDTH = Pattern.compile("[\\^$]|\\\\[bBAzZ]");
  private static final Pattern LOOKS = Pattern.compile("\\?<?[=!]");
  private static final Pattern NAMES = Pattern.compile("\\?(:|<[^=!>][^>]*>)");

  private final String pattern;
  private final CharacterClass characters;
  private int at;
  private int depth;

  private FormReader(String pattern) {
    this.pattern = pattern;
    this.characters = new CharacterClass(pattern);
  }

  /// Nothing where the pattern has a construct that is not known here, or is none.
  static Optional<Form> read(String pattern) {
    if (pattern.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      var reader = new FormReader(pattern);
      Form form = reader.choice();
      return reader.at == pattern.length() ? Optional.of(form) : Optional.empty();
    } catch (NotRead notRead) {
      return Optional.empty();
    }
  }

  private Form choice() throws NotRead {
    var alternatives = new ArrayList<Form>();
    alternatives.add(sequence());
    while (skips("|")) {
      alternatives.add(sequence());
    }
    return alternatives.size() == 1
        ? alternatives.getFirst()
        : new Choice(List.copyOf(alternatives));
  }

  private Form sequence() throws NotRead {
    var parts = new ArrayList<Form>();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      parts.add(repeated(part()));
    }
    return new Sequence(List.copyOf(parts));
  }

  private boolean skips(String text) {
    boolean isThere = pattern.startsWith(text, at);
    at += isThere ? text.length() : 0;
    return isThere;
  }

  private Form part() throws NotRead {
    if (skips(NO_WIDTH).isPresent()) {
      return NOTHING;
    }
    if (skips("(")) {
      return group();
    }
    char c = pattern.charAt(at);
    if (c == '*' || c == '+' || c == '?') {
      throw new NotRead("nothing is repeated");
    }
    BitSet all = characters();
    if (all.isEmpty()) {
      throw new NotRead("no character is in a class");
    }
    return new OneOf(Letters.of(all));
  }

  private BitSet characters() throws NotRead {
    try {
      BitSet all = characters.at(at);
      at = characters.end();
      return all;
    } catch (Undecided undecided) {
      throw new NotRead(String.valueOf(undecided.getMessage()));
    }
  }

  private Form group() throws NotRead {
    if (++depth > MAX_DEPTH) {
      throw new NotRead("the groups are too deep");
    }
    boolean isLook = skips(LOOKS).isPresent();
    if (!isLook && skips(NAMES).isEmpty() && pattern.startsWith("?", at)) {
      throw new NotRead("the group is of an unknown kind");
    }
    Form form = choice();
    if (!skips(")")) {
      throw new NotRead("the group does not end");
    }
    depth--;
    return isLook ? NOTHING : form;
  }

  private Optional<Matcher> skips(Pattern what) {
    Matcher matcher = what.matcher(pattern).region(at, pattern.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    at = matcher.end();
    return Optional.of(matcher);
  }

  private Form repeated(Form form) throws NotRead {
    Optional<Form> repeated = quantified(form);
    if (repeated.isPresent()) {
      // Lazy or not, the texts are the same. Two plusses are no ECMA-262, but are written.
      boolean ignored = skips("?") || skips("+");
    }
    return repeated.orElse(form);
  }

  private Optional<Form> quantified(Form form) throws NotRead {
    if (skips("*")) {
      return Optional.of(new Repeat(form, 0, Integer.MAX_VALUE));
    }
    if (skips("+")) {
      return Optional.of(new Repeat(form, 1, Integer.MAX_VALUE));
    }
    if (skips("?")) {
      return Optional.of(new Repeat(form, 0, 1));
    }
    Optional<Matcher> counts = skips(COUNTS);
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    int least = Integer.parseInt(counts.get().group(1));
    String most = counts.get().group(3);
    int bound = most == null ? least : most.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(most);
    if (bound < least) {
      throw new NotRead("the counts are the wrong way round");
    }
    return Optional.of(new Repeat(form, least, bound));
  }

  private static final class NotRead extends Exception {
    @Serial private static final long serialVersionUID = 1;

    NotRead(String why) {
      super(why, null, false, false);
    }
  }
}
