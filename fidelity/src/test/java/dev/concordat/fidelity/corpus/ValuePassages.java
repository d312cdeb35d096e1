package dev.concordat.fidelity.corpus;

import static dev.concordat.fidelity.corpus.Passage.harmless;
import static dev.concordat.fidelity.corpus.Passage.json;
import static dev.concordat.fidelity.corpus.Passage.readAs;

import dev.concordat.fidelity.change.Alteration;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;

/// What is done to numbers, times and texts.
final class ValuePassages {
  static final List<Passage> NUMBERS =
      List.of(
          json(
              "an id through a double",
              "{\"id\":9007199254740993}",
              "{\"id\":9007199254740992}",
              Alteration.ROUNDED,
              "/id"),
          json(
              "a price without its zero",
              "{\"price\":10.10}",
              "{\"price\":10.1}",
              Alteration.RESCALED,
              "/price"),
          json(
              "a price as text without its zero",
              "{\"price\":\"10.10\"}",
              "{\"price\":\"10.1\"}",
              Alteration.RESCALED,
              "/price"),
          json(
              "eighteen digits rounded",
              "{\"v\":123456789012345678.123456789}",
              "{\"v\":1.2345678901234568E17}",
              Alteration.ROUNDED,
              "/v"),
          json(
              "a decimal cut to cents",
              "{\"v\":19.995}",
              "{\"v\":20.00}",
              Alteration.ROUNDED,
              "/v"),
          json(
              "a number as text",
              "{\"qty\":2}",
              "{\"qty\":\"2\"}",
              Alteration.TYPE_CHANGED,
              "/qty"),
          json(
              "a postcode as a number",
              "{\"zip\":\"00501\"}",
              "{\"zip\":501}",
              Alteration.ZEROS_LOST,
              "/zip"),
          json(
              "a postcode without zeros",
              "{\"zip\":\"00501\"}",
              "{\"zip\":\"501\"}",
              Alteration.ZEROS_LOST,
              "/zip"),
          json(
              "32 bits wrapped",
              "{\"n\":2147483648}",
              "{\"n\":-2147483648}",
              Alteration.OVERFLOWED,
              "/n"),
          json(
              "32 bits at their limit",
              "{\"n\":5000000000}",
              "{\"n\":2147483647}",
              Alteration.OVERFLOWED,
              "/n"),
          json(
              "beyond a double",
              "{\"n\":1E400}",
              "{\"n\":\"Infinity\"}",
              Alteration.NOT_FINITE,
              "/n"),
          json("not a number", "{\"n\":\"NaN\"}", "{\"n\":null}", Alteration.NOT_FINITE, "/n"),
          json("a decimal comma", "{\"n\":\"1.5\"}", "{\"n\":\"1,5\"}", Alteration.LOCALISED, "/n"),
          json(
              "thousands grouped",
              "{\"n\":\"1234567.5\"}",
              "{\"n\":\"1,234,567.5\"}",
              Alteration.LOCALISED,
              "/n"),
          json(
              "cents as euros",
              "{\"total\":1999}",
              "{\"total\":19.99}",
              Alteration.SCALED,
              "/total"),
          json(
              "a fraction as per cent",
              "{\"rate\":0.19}",
              "{\"rate\":19}",
              Alteration.SCALED,
              "/rate"),
          json(
              "seconds of milliseconds",
              "{\"at\":1764347095123}",
              "{\"at\":1764347095}",
              Alteration.SCALED,
              "/at"),
          json("through a float", "{\"n\":16777217}", "{\"n\":16777216}", Alteration.ROUNDED, "/n"),
          json(
              "through a float, printed with its scale",
              "{\"n\":\"1234567.89\"}",
              "{\"n\":\"1234567.88\"}",
              Alteration.ROUNDED,
              "/n"),
          json("negative zero", "{\"n\":-0.0}", "{\"n\":0.0}", Alteration.SIGN_CHANGED, "/n"),
          json(
              "a credit as a debit",
              "{\"n\":-12.5}",
              "{\"n\":12.5}",
              Alteration.SIGN_CHANGED,
              "/n"));

  static final List<Passage> TIMES =
      List.of(
          json(
              "no offset",
              "{\"at\":\"2026-11-28T20:00:00+01:00\"}",
              "{\"at\":\"2026-11-28T20:00:00\"}",
              Alteration.OFFSET_LOST,
              "/at"),
          json(
              "local time as UTC",
              "{\"at\":\"2026-11-28T20:00:00+01:00\"}",
              "{\"at\":\"2026-11-28T20:00:00Z\"}",
              Alteration.TIME_SHIFTED,
              "/at"),
          json(
              "in the gap of summer time",
              "{\"at\":\"2026-03-29T02:30:00\"}",
              "{\"at\":\"2026-03-29T03:30:00\"}",
              Alteration.TIME_SHIFTED,
              "/at"),
          json(
              "microseconds gone",
              "{\"at\":\"2026-11-28T20:00:00.123456Z\"}",
              "{\"at\":\"2026-11-28T20:00:00.123Z\"}",
              Alteration.TIME_CUT,
              "/at"),
          json(
              "nanoseconds gone",
              "{\"at\":\"2026-11-28T20:00:00.123456789Z\"}",
              "{\"at\":\"2026-11-28T20:00:00.123457Z\"}",
              Alteration.TIME_CUT,
              "/at"),
          json(
              "only the date is left",
              "{\"at\":\"2026-11-28T20:00:00Z\"}",
              "{\"at\":\"2026-11-28\"}",
              Alteration.TIME_CUT,
              "/at"),
          json(
              "a date before midnight",
              "{\"on\":\"2026-03-01\"}",
              "{\"on\":\"2026-02-28\"}",
              Alteration.TIME_SHIFTED,
              "/on"),
          json(
              "day and month",
              "{\"on\":\"2026-03-04\"}",
              "{\"on\":\"2026-04-03\"}",
              Alteration.DATE_SWAPPED,
              "/on"),
          json(
              "day and month with slashes",
              "{\"on\":\"03/04/2026\"}",
              "{\"on\":\"04/03/2026\"}",
              Alteration.DATE_SWAPPED,
              "/on"),
          json(
              "the beginning of time for nothing",
              "{\"at\":null}",
              "{\"at\":\"1970-01-01T00:00:00Z\"}",
              Alteration.INVENTED,
              "/at"));

  static final List<Passage> TEXTS =
      List.of(
          json(
              "UTF-8 as Latin-1",
              "{\"name\":\"Zoë\"}",
              "{\"name\":\"" + readAs(StandardCharsets.ISO_8859_1, "Zoë") + "\"}",
              Alteration.MISDECODED,
              "/name"),
          json(
              "a question mark",
              "{\"name\":\"Zoë\"}",
              "{\"name\":\"Zo?\"}",
              Alteration.CHARACTERS_LOST,
              "/name"),
          json(
              "no accent",
              "{\"name\":\"Zoë\"}",
              "{\"name\":\"Zoe\"}",
              Alteration.CHARACTERS_LOST,
              "/name"),
          json(
              "an emoji for three bytes",
              "{\"name\":\"Zoë 😀!\"}",
              "{\"name\":\"Zoë !\"}",
              Alteration.CHARACTERS_LOST,
              "/name"),
          json(
              "an emoji as marks",
              "{\"name\":\"a 😀 b\"}",
              "{\"name\":\"a ???? b\"}",
              Alteration.CHARACTERS_LOST,
              "/name"),
          json(
              "another normal form",
              "{\"name\":\"Zoë\"}",
              "{\"name\":\"" + Normalizer.normalize("Zoë", Normalizer.Form.NFD) + "\"}",
              Alteration.NORMALISED,
              "/name"),
          json(
              "HTML escapes",
              "{\"name\":\"Tom & <Jerry>\"}",
              "{\"name\":\"Tom &amp; &lt;Jerry&gt;\"}",
              Alteration.ESCAPED,
              "/name"),
          json(
              "an apostrophe for SQL",
              "{\"name\":\"O'Neill\"}",
              "{\"name\":\"O''Neill\"}",
              Alteration.ESCAPED,
              "/name"),
          json("percent escapes", "{\"q\":\"a b\"}", "{\"q\":\"a%20b\"}", Alteration.ESCAPED, "/q"),
          json(
              "a plus sign as a space",
              "{\"phone\":\"+49 30\"}",
              "{\"phone\":\" 49 30\"}",
              Alteration.UNESCAPED,
              "/phone"),
          json(
              "decoded twice",
              "{\"path\":\"a%2Fb\"}",
              "{\"path\":\"a/b\"}",
              Alteration.UNESCAPED,
              "/path"),
          json(
              "line ends",
              "{\"text\":\"a\\r\\nb\"}",
              "{\"text\":\"a\\nb\"}",
              Alteration.LINE_ENDS_CHANGED,
              "/text"),
          json(
              "trimmed", "{\"text\":\" a b \"}", "{\"text\":\"a b\"}", Alteration.TRIMMED, "/text"),
          json(
              "cut at a column's length",
              "{\"text\":\"" + "x".repeat(300) + "\"}",
              "{\"text\":\"" + "x".repeat(255) + "\"}",
              Alteration.TEXT_CUT,
              "/text"),
          json(
              "cut with dots",
              "{\"text\":\"a long sentence\"}",
              "{\"text\":\"a long…\"}",
              Alteration.TEXT_CUT,
              "/text"),
          json(
              "upper case",
              "{\"code\":\"aBc\"}",
              "{\"code\":\"ABC\"}",
              Alteration.CASE_FOLDED,
              "/code"),
          json(
              "a sharp s",
              "{\"street\":\"Straße\"}",
              "{\"street\":\"STRASSE\"}",
              Alteration.CASE_FOLDED,
              "/street"),
          json(
              "a control character",
              "{\"text\":\"a\\u0007b\"}",
              "{\"text\":\"ab\"}",
              Alteration.CHARACTERS_LOST,
              "/text"),
          json(
              "NUL",
              "{\"text\":\"a\\u0000b\"}",
              "{\"text\":\"ab\"}",
              Alteration.CHARACTERS_LOST,
              "/text"),
          json(
              "a bidirectional mark",
              "{\"text\":\"a\\u202Eb\"}",
              "{\"text\":\"ab\"}",
              Alteration.CHARACTERS_LOST,
              "/text"),
          json(
              "an unknown status as the default",
              "{\"state\":\"BACKORDERED\"}",
              "{\"state\":\"NEW\"}",
              Alteration.VALUE_CHANGED,
              "/state"),
          json(
              "a status by its number",
              "{\"state\":\"SHIPPED\"}",
              "{\"state\":3}",
              Alteration.TYPE_CHANGED,
              "/state"),
          json(
              "yes as a text",
              "{\"paid\":true}",
              "{\"paid\":\"Y\"}",
              Alteration.TYPE_CHANGED,
              "/paid"),
          json(
              "yes as a number",
              "{\"paid\":true}",
              "{\"paid\":1}",
              Alteration.TYPE_CHANGED,
              "/paid"));

  static final List<Passage> HARMLESS =
      List.of(
          harmless(
              "white space and order", "{\"a\":1,\"b\":[1,2]}", "{ \"b\": [1, 2],\n  \"a\": 1 }"),
          harmless("an exponent", "{\"n\":1000}", "{\"n\":1E+3}"),
          harmless("a whole number with a point", "{\"n\":2}", "{\"n\":2.0}"),
          harmless("a whole number without its point", "{\"n\":2.0}", "{\"n\":2}"),
          harmless(
              "escapes of JSON",
              "{\"name\":\"Zoë/😀\"}",
              "{\"name\":\"Zo\\u00eb\\/\\ud83d\\ude00\"}"),
          harmless(
              "the same instant",
              "{\"at\":\"2026-11-28T20:00:00+01:00\"}",
              "{\"at\":\"2026-11-28T19:00:00Z\"}"),
          harmless(
              "an instant with more zeros",
              "{\"at\":\"2026-11-28T19:00:00Z\"}",
              "{\"at\":\"2026-11-28T19:00:00.000Z\"}"),
          harmless(
              "Base64 for addresses", "{\"key\":\"+/+/AAECAw==\"}", "{\"key\":\"-_-_AAECAw\"}"));

  private ValuePassages() {}
}
