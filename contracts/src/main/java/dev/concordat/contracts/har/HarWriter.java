package dev.concordat.contracts.har;

import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/// Writes exchanges as an HTTP archive (HAR 1.2) that browsers and other tools open. What archives cannot say stands under
/// `_concordat` in each entry, so that reading gives the same exchanges.
public final class HarWriter {
  private static final String VERSION = "1.2";

  private HarWriter() {}

  /// The archive as text.
  ///
  /// @param creatorVersion the version of Concordat that writes it
  public static String write(List<HttpExchange> exchanges, String creatorVersion) {
    var log = new LinkedHashMap<String, JsonValue>();
    log.put("version", new JsonString(VERSION));
    log.put("creator", pair("name", "Concordat", "version", creatorVersion));
    log.put("entries", new JsonArray(exchanges.stream().map(HarWriter::entry).toList()));
    return JsonText.pretty(JsonObject.EMPTY.with("log", new JsonObject(log))) + "\n";
  }

  private static JsonValue entry(HttpExchange exchange) {
    var entry = new LinkedHashMap<String, JsonValue>();
    JsonNumber millis = millis(exchange.duration());
    entry.put("startedDateTime", new JsonString(exchange.at().toString()));
    entry.put("time", millis);
    entry.put("request", RequestJson.of(exchange));
    entry.put("response", ResponseJson.of(exchange));
    entry.put("cache", JsonObject.EMPTY);
    entry.put("timings", timings(millis));
    entry.put(OwnFields.MEMBER, OwnJson.of(exchange));
    return new JsonObject(entry);
  }

  /// Only the whole is measured; all of it counts as waiting.
  private static JsonObject timings(JsonNumber millis) {
    return JsonObject.EMPTY
        .with("send", JsonNumber.of(0))
        .with("wait", millis)
        .with("receive", JsonNumber.of(0));
  }

  private static JsonNumber millis(Duration duration) {
    BigDecimal millis = BigDecimal.valueOf(duration.toNanos(), 6).stripTrailingZeros();
    return new JsonNumber(millis.toPlainString());
  }

  private static JsonObject pair(String name, String value, String other, String otherValue) {
    return JsonObject.EMPTY
        .with(name, new JsonString(value))
        .with(other, new JsonString(otherValue));
  }
}
