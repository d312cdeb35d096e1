package dev.concordat.model.finding;

import java.util.List;

/// The rules of *fidelity* about numbers and times: is the value received the one that was sent?
public final class FidelityNumberRules {
  public static final Rule ROUNDED =
      rule(
          "rounded",
          "A number lost digits on the way",
          "The number went through a type that cannot hold it: a double keeps 15 to 17 digits, a"
              + " float 7, a column its scale. Ids name something else, and sums no longer add up.",
          "Read and write it as a decimal or as text on this hop (BigDecimal, numeric, a string in"
              + " JSON); a JSON library keeps digits only where it is told to.");

  public static final Rule RESCALED =
      rule(
          "rescaled",
          "A decimal lost its trailing zeros",
          "10.10 and 10.1 are one number and two amounts: signatures, text comparisons and prices"
              + " as printed differ, and the next hop cannot know the scale.",
          "Keep the scale: decimals as text, or a library that does not strip zeros.");

  public static final Rule OVERFLOWED =
      rule(
          "overflowed",
          "A number wrapped around or was cut to the limit of a smaller type",
          "The value does not fit into the integer type of this hop, which kept the lower bits or"
              + " its own greatest value.",
          "Use a type as wide as the contract allows, and refuse what does not fit.");

  public static final Rule SCALED =
      rule(
          "unit-changed",
          "A number arrives a power of ten larger or smaller",
          "Cents were read as euros, fractions as per cent, milliseconds as seconds. Every receiver"
              + " acts on a value that nobody sent.",
          "Name the unit in the contract, and convert in one place.");

  public static final Rule SIGN_CHANGED =
      rule(
          "sign-changed",
          "A number lost or changed its sign",
          "Negative zero became zero, or a credit became a debit.",
          "Look for an unsigned type, an absolute value or a rounded temperature on this hop.");

  public static final Rule NOT_FINITE =
      rule(
          "not-finite",
          "A number that a type cannot hold became a word or nothing",
          "What is beyond a double is written as \"Infinity\", NaN or null; a reader fails or takes"
              + " it for absent.",
          "Refuse such numbers where they come in, or carry them as decimals.");

  public static final Rule ZEROS_LOST =
      rule(
          "leading-zeros-lost",
          "Text lost its leading zeros",
          "A postcode, an account or an article number was read as a number: 00501 is 501 now, and"
              + " belongs to nobody.",
          "Keep identifiers as text, also where all known ones are digits; check CSV and"
              + " spreadsheet steps.");

  public static final Rule LOCALISED =
      rule(
          "localised",
          "A number is written in the way of a country",
          "The decimal point became a comma, or thousands were grouped: readers fail, or read"
              + " another number.",
          "Format for machines without a locale (Locale.ROOT).");

  public static final Rule TIME_SHIFTED =
      rule(
          "time-shifted",
          "An instant or a date arrives as another one",
          "A local time was taken for UTC or the other way round, or a date passed midnight in"
              + " another zone: bookings land on the wrong day or hour.",
          "Carry instants with their offset through every hop, and dates without any zone; look at"
              + " the zone of the process and of the database session.");

  public static final Rule OFFSET_LOST =
      rule(
          "offset-lost",
          "An instant lost its offset",
          "The reader cannot know which moment is meant and takes its own zone.",
          "Use types with offset (OffsetDateTime, timestamptz) on this hop.");

  public static final Rule TIME_CUT =
      rule(
          "time-truncated",
          "A time lost part of its precision",
          "Micro- or nanoseconds, or the time of day, are gone: what is read is not what was"
              + " written, and comparisons and orders by time fail.",
          "Agree on one precision in the contract, and cut where the value is made.");

  public static final Rule DATE_SWAPPED =
      rule(
          "day-month-swapped",
          "Day and month of a date changed places",
          "The date was written in one order and read in another one; half of all dates go wrong"
              + " without an error.",
          "Write dates as ISO 8601 on this hop.");

  static final List<Rule> ALL =
      List.of(
          ROUNDED,
          RESCALED,
          OVERFLOWED,
          SCALED,
          SIGN_CHANGED,
          NOT_FINITE,
          ZEROS_LOST,
          LOCALISED,
          TIME_SHIFTED,
          OFFSET_LOST,
          TIME_CUT,
          DATE_SWAPPED);

  private FidelityNumberRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("fidelity/" + name, Proof.FIDELITY, title, meaning, fix);
  }
}
