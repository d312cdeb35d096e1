package dev.concordat.model.finding;

import java.util.List;

/// The rules of *fidelity* about text: are the characters received those that were sent?
public final class FidelityTextRules {
  public static final Rule TEXT_CUT =
      rule(
          "truncated",
          "A text lost its end",
          "A column, a field or a buffer is shorter than the contract allows. The sender was told"
              + " that all is well.",
          "Allow on every hop what the contract allows, and refuse longer texts instead of cutting"
              + " them.");

  public static final Rule TRIMMED =
      rule(
          "trimmed",
          "White space of a text is gone",
          "What was sent with spaces is read without: passwords, keys and signatures no longer fit,"
              + " and two different texts become one.",
          "Trim only where the contract says so.");

  public static final Rule CASE_FOLDED =
      rule(
          "case-folded",
          "A text arrives in other case",
          "Identifiers, tokens and names are case-sensitive to others; ß and İ do not come back.",
          "Compare without case where it is wanted, and keep the text.");

  public static final Rule MISDECODED =
      rule(
          "misdecoded",
          "Text was read in another charset than it was written in",
          "Zoë arrives as ZoÃ«. Names are damaged for good as soon as they are stored.",
          "Say UTF-8 on both sides of this hop: reader, writer, connection and column.");

  public static final Rule CHARACTERS_LOST =
      rule(
          "characters-lost",
          "Characters were replaced or removed",
          "Emoji, accents or control characters became question marks or nothing: the hop has a"
              + " charset without them (utf8mb3, Latin-1).",
          "Use UTF-8 with all planes on this hop (utf8mb4), and refuse what cannot be kept.");

  public static final Rule CHARACTERS_ADDED =
      rule(
          "characters-added",
          "Characters were added to a text",
          "A byte order mark, a quote or padding was put in; readers that compare or parse fail.",
          "Write the text as it is; leave out byte order marks in UTF-8.");

  public static final Rule NORMALISED =
      rule(
          "unicode-normalised",
          "A text arrives in another Unicode normal form",
          "It looks the same and is not: keys, signatures and file names no longer match.",
          "Keep the bytes, and normalise only where texts are compared.");

  public static final Rule LINE_ENDS_CHANGED =
      rule(
          "line-ends-changed",
          "Line ends of a text were changed",
          "CRLF and LF are different bytes: signatures fail, texts grow with each pass.",
          "Open files and streams as binary on this hop.");

  public static final Rule ESCAPED =
      rule(
          "escaped",
          "A text arrives with escapes that nobody takes away",
          "It was made safe for HTML, XML or a URL where data are passed on: readers see &amp; and"
              + " %20, and with each hop more.",
          "Escape where text is put into a page or an address, and only there.");

  public static final Rule UNESCAPED =
      rule(
          "unescaped",
          "A text was decoded once too often",
          "A plus sign became a space, %2F a slash, &lt; an angle bracket: the value is another"
              + " one, and a door for injection.",
          "Decode exactly as often as was encoded: look for a framework that did it already.");

  public static final Rule ENUM_CHANGED =
      rule(
          "value-changed",
          "A value arrives as another one",
          "What is received is a valid value, and not the one that was sent: an unknown enum value"
              + " became the default, a code was mapped, another field was read.",
          "Follow the field through the code of this hop; refuse values that are not known instead"
              + " of replacing them.");

  static final List<Rule> ALL =
      List.of(
          TEXT_CUT,
          TRIMMED,
          CASE_FOLDED,
          MISDECODED,
          CHARACTERS_LOST,
          CHARACTERS_ADDED,
          NORMALISED,
          LINE_ENDS_CHANGED,
          ESCAPED,
          UNESCAPED,
          ENUM_CHANGED);

  private FidelityTextRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("fidelity/" + name, Proof.FIDELITY, title, meaning, fix);
  }
}
