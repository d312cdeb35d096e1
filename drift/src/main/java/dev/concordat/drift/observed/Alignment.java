package dev.concordat.drift.observed;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A provider's lists in the order in which a mock names their items: the order of a list is left open.
final class Alignment {
  /// Longer lists are left as they are.
  private static final int MAX_ITEMS = 2_000;

  private Alignment() {}

  /// The provider's value with its lists reordered; the same items are in it.
  static JsonValue toward(JsonValue said, JsonValue seen) {
    if (said instanceof JsonObject mock && seen instanceof JsonObject real) {
      JsonObject aligned = real;
      for (var member : mock.members().entrySet()) {
        Optional<JsonValue> there = real.member(member.getKey());
        if (there.isPresent()) {
          aligned = aligned.with(member.getKey(), toward(member.getValue(), there.get()));
        }
      }
      return aligned;
    }
    return said instanceof JsonArray mock && seen instanceof JsonArray real
        ? list(mock.items(), real.items())
        : seen;
  }

  private static JsonArray list(List<JsonValue> said, List<JsonValue> seen) {
    if (seen.size() > MAX_ITEMS || said.size() > MAX_ITEMS) {
      return new JsonArray(seen);
    }
    @Nullable JsonValue[] placed = new @Nullable JsonValue[Math.max(said.size(), seen.size())];
    List<JsonValue> left = new ArrayList<>(seen);
    for (int i = 0; i < said.size(); i++) {
      JsonValue item = said.get(i);
      Optional<JsonValue> partner = left.stream().filter(each -> isPartner(item, each)).findFirst();
      if (partner.isPresent()) {
        placed[i] = toward(item, partner.get());
        left.remove(partner.get());
      }
    }
    for (int i = 0; i < placed.length && !left.isEmpty(); i++) {
      if (placed[i] == null) {
        JsonValue next = left.removeFirst();
        placed[i] = i < said.size() ? toward(said.get(i), next) : next;
      }
    }
    return new JsonArray(Arrays.stream(placed).filter(Objects::nonNull).toList());
  }

  private static boolean isPartner(JsonValue said, JsonValue seen) {
    Optional<JsonValue> id = Identity.of(said);
    return id.isPresent() ? id.equals(Identity.of(seen)) : said.equals(seen);
  }
}
