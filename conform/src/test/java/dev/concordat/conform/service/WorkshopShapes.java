package dev.concordat.conform.service;

import static dev.concordat.conform.service.ObjectShape.object;
import static dev.concordat.conform.service.Shape.above;
import static dev.concordat.conform.service.Shape.all;
import static dev.concordat.conform.service.Shape.bool;
import static dev.concordat.conform.service.Shape.integer;
import static dev.concordat.conform.service.Shape.items;
import static dev.concordat.conform.service.Shape.list;
import static dev.concordat.conform.service.Shape.max;
import static dev.concordat.conform.service.Shape.maxItems;
import static dev.concordat.conform.service.Shape.maxLength;
import static dev.concordat.conform.service.Shape.min;
import static dev.concordat.conform.service.Shape.minItems;
import static dev.concordat.conform.service.Shape.minLength;
import static dev.concordat.conform.service.Shape.multipleOf;
import static dev.concordat.conform.service.Shape.nothing;
import static dev.concordat.conform.service.Shape.nullable;
import static dev.concordat.conform.service.Shape.number;
import static dev.concordat.conform.service.Shape.oneOf;
import static dev.concordat.conform.service.Shape.oneOfTexts;
import static dev.concordat.conform.service.Shape.pattern;
import static dev.concordat.conform.service.Shape.string;
import static dev.concordat.conform.service.Shape.unique;

/// What the bodies of `workshop.yaml` must be.
final class WorkshopShapes {
  static final Shape SKU = all(string(), pattern("[A-Z]{3}-[0-9]{4,8}"));
  static final Shape CATEGORY =
      all(
          string(),
          oneOfTexts("tool", "paint", "wood")
              .or(Fault.ENUM_CASE_IGNORED, pattern("(?i)tool|paint|wood")));
  static final Shape TAG = all(string(), pattern("[a-z]{1,12}"));
  static final Shape STATUS = all(string(), oneOfTexts("OPEN", "SHIPPED"));
  static final Shape ID = all(string(), Formats.uuid());

  static final Shape PRODUCT =
      object()
          .optional("sku", SKU)
          .required(
              "name", all(string(), minLength(2).unless(Fault.MIN_LENGTH_IGNORED), maxLength(60)))
          .required("category", CATEGORY)
          .required("price", all(number(), min("0").unless(Fault.MINIMUM_IGNORED), max("100000")))
          .optional(
              "weight",
              all(number(), above("0").unless(Fault.EXCLUSIVE_BOUND_IGNORED), max("5000")))
          .optional("stock", all(integer(), min("0"), max("1000000")))
          .optional("description", nullable(all(string(), maxLength(500))))
          .optional("tags", all(list(), maxItems(5), unique(), items(TAG)));

  private static final Shape ADDRESS =
      object()
          .required("street", all(string(), minLength(1), maxLength(80)))
          .required("zip", all(string(), pattern("[0-9]{5}").unless(Fault.PATTERN_IGNORED)))
          .required("country", all(string(), oneOfTexts("DE", "AT", "CH")))
          .moreIf(Fault.EXTRA_MEMBER_ACCEPTED);

  private static final Shape NAME = all(string(), minLength(1), maxLength(40));
  private static final Shape EMAIL =
      all(string(), maxLength(100), Formats.email().unless(Fault.EMAIL_IGNORED));
  private static final Shape TIER =
      all(string(), oneOfTexts("basic", "silver", "gold").unless(Fault.ENUM_IGNORED));
  private static final Shape BIRTHDAY =
      nullable(all(string(), Formats.date().unless(Fault.FORMAT_IGNORED)));
  private static final Shape PHONE = all(string(), pattern("\\+[0-9]{6,15}"));

  static final ObjectShape CUSTOMER =
      object()
          .optional("id", ID)
          .optional("createdAt", all(string(), Formats.dateTime()))
          .optional("credit", all(integer(), min("0"), max("10000")))
          .required("name", NAME)
          .required("email", EMAIL, Fault.REQUIRED_IGNORED)
          .required("tier", TIER)
          .optional("birthday", BIRTHDAY)
          .optional("phone", PHONE)
          .optional("website", all(string(), maxLength(200), Formats.uri()))
          .optional("newsletter", bool())
          .optional(
              "interests",
              all(
                  list(),
                  minItems(1).unless(Fault.MIN_ITEMS_IGNORED),
                  maxItems(5),
                  unique().unless(Fault.UNIQUE_ITEMS_IGNORED),
                  items(all(string(), minLength(1), maxLength(20)))))
          .optional("address", ADDRESS);

  static final Shape CUSTOMER_PATCH =
      object()
          .optional("name", NAME)
          .optional("email", EMAIL)
          .optional("tier", TIER)
          .optional("birthday", BIRTHDAY)
          .optional("phone", nullable(PHONE))
          .optional("newsletter", nullable(bool()));

  private static final Shape LINE =
      object()
          .required("sku", SKU)
          .required(
              "quantity",
              all(
                  integer().or(Fault.TYPE_COERCED, all(string(), pattern("[1-9][0-9]?|100"))),
                  min("1"),
                  max("100").unless(Fault.MAXIMUM_IGNORED)))
          .optional(
              "discount",
              all(
                  number(),
                  min("0"),
                  max("0.5"),
                  multipleOf("0.05").unless(Fault.MULTIPLE_OF_IGNORED)));

  private static final Shape CARD =
      object()
          .required("kind", all(string(), oneOfTexts("card")))
          .required("number", all(string(), pattern("[0-9]{12,19}")));

  private static final Shape TRANSFER =
      object()
          .required("kind", all(string(), oneOfTexts("transfer")))
          .required("iban", all(string(), pattern("[A-Z]{2}[0-9]{10,30}")));

  static final Shape ORDER =
      object()
          .optional("id", all(integer(), min("1"), max("9223372036854775807")))
          .optional("status", STATUS)
          .optional("placedAt", all(string(), Formats.dateTime()))
          .required(
              "currency",
              all(string(), oneOfTexts("EUR", "CHF")).or(Fault.NULL_ACCEPTED, nothing()))
          .optional(
              "note", nullable(all(string(), maxLength(200).unless(Fault.MAX_LENGTH_IGNORED))))
          .optional("deliverOn", all(string(), Formats.date()))
          .required(
              "lines",
              all(list(), minItems(1), maxItems(10).unless(Fault.MAX_ITEMS_IGNORED), items(LINE)))
          .required("payment", oneOf(CARD, TRANSFER).unless(Fault.ONE_OF_IGNORED));

  static final Shape DOCUMENT =
      object()
          .required("title", all(string(), minLength(1), maxLength(80)))
          .optional("text", all(string(), maxLength(20000)))
          .optional(
              "labels",
              all(
                  list(),
                  maxItems(4),
                  items(all(string(), oneOfTexts("draft", "checked", "printed")))));

  private WorkshopShapes() {}
}
