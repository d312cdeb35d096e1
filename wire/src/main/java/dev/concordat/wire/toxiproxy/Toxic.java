package dev.concordat.wire.toxiproxy;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.Schedule;
import dev.concordat.wire.fault.TransportFault;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A toxic as it is written.
///
/// @param toxicity from 0 to 1: the part of connections that it is for
/// @param attributes a value for every attribute of its type
record Toxic(
    String name,
    ToxicType type,
    Direction direction,
    double toxicity,
    Map<String, Long> attributes) {
  private static final String UPSTREAM = "upstream";
  private static final String DOWNSTREAM = "downstream";
  private static final int MAX_DIGITS = 9;

  Toxic {
    attributes = new LinkedHashMap<>(attributes);
  }

  /// A new toxic; its name is its type and stream where none is given.
  static Toxic read(Written written) throws Refused {
    String stream = written.text("stream").filter(it -> !it.isEmpty()).orElse(DOWNSTREAM);
    if (!stream.equals(UPSTREAM) && !stream.equals(DOWNSTREAM)) {
      throw Refused.bad("stream was invalid, can be either upstream or downstream");
    }
    Optional<ToxicType> type = ToxicType.of(written.text("type").orElse(""));
    if (type.isEmpty()) {
      throw Refused.bad("invalid toxic type");
    }
    String name =
        written.text("name").filter(it -> !it.isEmpty()).orElse(type.get().text() + "_" + stream);
    Map<String, Long> none = new LinkedHashMap<>();
    type.get().attributes().forEach(each -> none.put(each, 0L));
    Direction direction = stream.equals(UPSTREAM) ? Direction.TO_PROVIDER : Direction.TO_CONSUMER;
    return new Toxic(name, type.get(), direction, 1, none).updated(written);
  }

  /// The same with what is written: toxicity and attributes can be changed, what is not written stays.
  Toxic updated(Written written) throws Refused {
    double part = written.number("toxicity").orElse(toxicity);
    if (!(part >= 0 && part <= 1)) {
      throw Refused.bad("toxicity goes from 0 to 1");
    }
    Map<String, Long> values = new LinkedHashMap<>(attributes);
    JsonObject changed = written.attributes();
    for (String attribute : type.attributes()) {
      if (changed.has(attribute)) {
        values.put(attribute, value(attribute, changed.member(attribute)));
      }
    }
    var updated = new Toxic(name, type, direction, part, values);
    updated.fault();
    return updated;
  }

  private static long value(String attribute, Optional<JsonValue> written) throws Refused {
    if (written.orElse(null) instanceof JsonNumber number
        && number.digits().matches("[0-9]{1," + MAX_DIGITS + "}")) {
      return Long.parseLong(number.digits());
    }
    throw Refused.bad(
        "bad request body: '" + attribute + "' is a whole number from 0 to 999999999");
  }

  private TransportFault fault() throws Refused {
    try {
      return type.fault(attributes);
    } catch (IllegalArgumentException e) {
      throw Refused.bad("bad request body: " + e.getMessage());
    }
  }

  /// The rule that it is; nothing when it is for no connection.
  Optional<FaultRule> rule() throws Refused {
    if (toxicity == 0) {
      return Optional.empty();
    }
    FaultRule always = FaultRule.of(fault()).towards(direction);
    return Optional.of(toxicity == 1 ? always : always.when(Schedule.sometimes(toxicity)));
  }

  JsonObject written() {
    var values = new JsonObject.Builder();
    attributes.forEach((attribute, value) -> values.add(attribute, JsonNumber.of(value)));
    boolean isUpstream = direction == Direction.TO_PROVIDER;
    var written = new JsonObject.Builder();
    written.add("attributes", values.build());
    written.add("name", new JsonString(name));
    written.add("type", new JsonString(type.text()));
    written.add("stream", new JsonString(isUpstream ? UPSTREAM : DOWNSTREAM));
    written.add("toxicity", JsonNumber.of(BigDecimal.valueOf(toxicity).stripTrailingZeros()));
    return written.build();
  }
}
