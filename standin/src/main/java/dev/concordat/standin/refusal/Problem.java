package dev.concordat.standin.refusal;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;

/// A refusal in a form of its own (RFC 9457), where no contract has one for it.
///
/// @param detail a sentence for people
/// @param errors each thing that is wrong; left out where there is none
public record Problem(int status, String detail, List<JsonValue> errors) {
  public Problem {
    errors = List.copyOf(errors);
  }

  /// A problem that its sentence says whole.
  public Problem(int status, String detail) {
    this(status, detail, List.of());
  }

  public HttpResponseMessage response() {
    JsonObject body =
        JsonObject.EMPTY
            .with("status", JsonNumber.of(status))
            .with("detail", new JsonString(detail));
    JsonObject told = errors.isEmpty() ? body : body.with("errors", new JsonArray(errors));
    return new HttpResponseMessage(
        status, List.of(new Header("Content-Type", Refusals.PROBLEM)), Bytes.utf8(told.toString()));
  }
}
