package dev.concordat.cli.verification;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.report.json.Members;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Records of verifications as JSON, and back.
final class VerificationText {
  private static final int FORMAT = 1;

  private VerificationText() {}

  static JsonObject of(VerificationRecord verification) {
    return new Members()
        .put("format", FORMAT)
        .put("meaning", verification.meaning())
        .put("contract", verification.contract())
        .put("provider", verification.provider())
        .put("time", verification.time().toString())
        .put("seed", verification.seed())
        .put("requests", verification.requests())
        .put("tested", verification.tested())
        .put("operations", verification.operations())
        .put("findings", verification.findings())
        .put("whole", verification.isWhole())
        .object();
  }

  /// Reads a record; nothing where it is none of ours.
  static Optional<VerificationRecord> read(JsonValue value) {
    if (!(value instanceof JsonObject written) || number(written, "format") != FORMAT) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new VerificationRecord(
              text(written, "meaning"),
              text(written, "contract"),
              text(written, "provider"),
              Instant.parse(text(written, "time")),
              number(written, "seed"),
              (int) number(written, "requests"),
              (int) number(written, "tested"),
              (int) number(written, "operations"),
              (int) number(written, "findings"),
              written.member("whole").equals(Optional.of(JsonBoolean.of(true)))));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private static String text(JsonObject written, String name) {
    return written.member(name).orElse(null) instanceof JsonString(String text) ? text : "";
  }

  private static long number(JsonObject written, String name) {
    return written.member(name).orElse(null) instanceof JsonNumber number
            && number.digits().matches("-?[0-9]{1,18}")
        ? Long.parseLong(number.digits())
        : -1;
  }
}
