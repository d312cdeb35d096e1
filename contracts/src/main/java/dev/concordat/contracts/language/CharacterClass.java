package dev.concordat.contracts.language;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what stands for one character in a regular expression of ECMA-262: a character, an escape, `.` or a class.
public final class CharacterClass {
  private static final String DIGITS = "0-9";
  private static final BitSet LINE_ENDS = of("\n\r\u2028\u2029");
  private static final BitSet SPACES =
      of(
          "\t\n\u000b\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff");
  private static final Map<String, BitSet> PROPERTIES = new ConcurrentHashMap<>();

  private final String pattern;
  private int at;

  public CharacterClass(String pattern) {
    this.pattern = pattern;
  }

  private static BitSet of(String characters) {
    var set = new BitSet();
    characters.codePoints().forEach(set::set);
    return set;
  }

  /// The characters that the part at the position stands for.
  public BitSet at(int position) throws Undecided {
    at = position;
    int c = next();
    return switch (c) {
      case '.' -> CodePoints.complement(LINE_ENDS);
      case '[' -> bracket();
      case '\\' -> escape(false);
      default -> one(c);
    };
  }

  /// Where the part ends that was read last.
  public int end() {
    return at;
  }

  private int next() throws Undecided {
    if (at >= pattern.length()) {
      throw new Undecided("the pattern ends too early");
    }
    int c = pattern.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  private BitSet bracket() throws Undecided {
    boolean isNegated = pattern.startsWith("^", at);
    at += isNegated ? 1 : 0;
    var set = new BitSet();
    while (!pattern.startsWith("]", at)) {
      BitSet from = member();
      if (isRange() && from.isEmpty()) {
        throw new Undecided("a range from half a character");
      }
      if (isRange() && from.cardinality() == 1) {
        at++;
        BitSet to = member();
        if (to.cardinality() != 1 || to.nextSetBit(0) < from.nextSetBit(0)) {
          throw new Undecided("a range in a class is the wrong way round");
        }
        set.or(span(from.nextSetBit(0), to.nextSetBit(0)));
      } else {
        set.or(from);
      }
    }
    at++;
    return isNegated ? CodePoints.complement(set) : set;
  }

  private boolean isRange() {
    return pattern.startsWith("-", at) && !pattern.startsWith("-]", at);
  }

  private BitSet member() throws Undecided {
    int c = next();
    return c == '\\' ? escape(true) : one(c);
  }

  private BitSet escape(boolean inClass) throws Undecided {
    int c = next();
    return switch (c) {
      case 'd' -> digits();
      case 'D' -> CodePoints.complement(digits());
      case 'w' -> words();
      case 'W' -> CodePoints.complement(words());
      case 's' -> (BitSet) SPACES.clone();
      case 'S' -> CodePoints.complement(SPACES);
      case 'p' -> property(false);
      case 'P' -> property(true);
      case 'n' -> one('\n');
      case 'r' -> one('\r');
      case 't' -> one('\t');
      case 'f' -> one('\f');
      case 'v' -> one(0x0B);
      case '0' -> one(0);
      case 'c' -> one(next() % 32);
      case 'x' -> one(hexadecimal(2));
      case 'u' -> one(unicode());
      case 'b' -> inClass ? one('\b') : unsupported("a word boundary");
      case 'B' -> unsupported("a word boundary");
      default -> other(c);
    };
  }

  private static BitSet other(int c) throws Undecided {
    if ((c >= '1' && c <= '9') || c == 'k') {
      return unsupported("a back-reference");
    }
    return c < 0x80 && Character.isLetterOrDigit(c)
        ? unsupported("the escape `\\" + (char) c + "`")
        : one(c);
  }

  private static BitSet unsupported(String what) throws Undecided {
    throw new Undecided(what + " is not translated");
  }

  private static BitSet one(int c) throws Undecided {
    return span(c, c);
  }

  /// Two non-characters serve for the ends of texts ({@link CodePoints}); a pattern that tells them from their neighbours
  /// cannot be translated.
  private static BitSet span(int from, int to) throws Undecided {
    boolean isSplit = isNearEnds(from) || isNearEnds(to);
    return isSplit ? unsupported("a class with U+FDD0") : CodePoints.range(from, to);
  }

  private static boolean isNearEnds(int c) {
    return c >= CodePoints.START - 1 && c <= CodePoints.END + 1;
  }

  private static BitSet digits() {
    return CodePoints.range(DIGITS.charAt(0), DIGITS.charAt(2));
  }

  private static BitSet words() {
    BitSet set = digits();
    set.set('a', 'z' + 1);
    set.set('A', 'Z' + 1);
    set.set('_');
    return set;
  }

  private int hexadecimal(int digits) throws Undecided {
    if (at + digits > pattern.length()) {
      throw new Undecided("an escape ends too early");
    }
    String text = pattern.substring(at, at + digits);
    at += digits;
    return parsed(text);
  }

  private static int parsed(String digits) throws Undecided {
    if (!digits.matches("[0-9a-fA-F]{1,6}") || Integer.parseInt(digits, 16) > 0x10FFFF) {
      throw new Undecided("`" + digits + "` is no character");
    }
    return Integer.parseInt(digits, 16);
  }

  private int unicode() throws Undecided {
    if (pattern.startsWith("{", at)) {
      int close = pattern.indexOf('}', at);
      String digits = close < 0 ? "" : pattern.substring(at + 1, close);
      at = close + 1;
      return parsed(digits);
    }
    int first = hexadecimal(4);
    if (Character.isHighSurrogate((char) first) && pattern.startsWith("\\u", at)) {
      at += 2;
      return Character.toCodePoint((char) first, (char) hexadecimal(4));
    }
    return first;
  }

  private BitSet property(boolean isNegated) throws Undecided {
    int close = pattern.startsWith("{", at) ? pattern.indexOf('}', at) : -1;
    if (close < 0) {
      throw new Undecided("a property wants a name in braces");
    }
    String name = pattern.substring(at + 1, close);
    at = close + 1;
    BitSet set = known(name);
    return isNegated ? CodePoints.complement(set) : (BitSet) set.clone();
  }

  /// The JDK knows the properties of Unicode. Short names are general categories, all others are asked for with `Is`, for
  /// without it the JDK takes some for POSIX classes of ASCII.
  private static BitSet known(String name) throws Undecided {
    BitSet known = PROPERTIES.get(name);
    if (known != null) {
      return known;
    }
    String value = name.replaceFirst("^(gc|General_Category|sc|Script)=", "");
    try {
      Matcher runs =
          Pattern.compile("\\p{" + (value.length() > 2 ? "Is" : "") + value + "}+")
              .matcher(CodePoints.everyCharacter());
      var set = new BitSet();
      while (runs.find()) {
        set.or(CodePoints.range(CodePoints.at(runs.start()), CodePoints.at(runs.end() - 1)));
      }
      PROPERTIES.put(name, set);
      return set;
    } catch (IllegalArgumentException e) {
      throw new Undecided("the property `" + name + "` is not known");
    }
  }
}
