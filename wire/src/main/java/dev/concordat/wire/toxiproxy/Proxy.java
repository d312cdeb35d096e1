package dev.concordat.wire.toxiproxy;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.Refuse;
import dev.concordat.wire.http.LinkSettings;
import dev.concordat.wire.tcp.TcpLink;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A link with its toxics. Used by one thread at a time.
final class Proxy {
  private final String name;
  private final EventLoops loops;
  private final long seed;
  private final Map<String, Placed> toxics = new LinkedHashMap<>();
  private String upstream;
  private TcpLink link;
  private @Nullable PlacedFault shut;

  /// A toxic and its rule on the link; none where it is for no connection.
  private record Placed(Toxic toxic, Optional<PlacedFault> fault) {
    void remove() {
      fault.ifPresent(PlacedFault::remove);
    }
  }

  Proxy(String name, String listen, String upstream, EventLoops loops, long seed) throws Refused {
    this.name = name;
    this.upstream = upstream;
    this.loops = loops;
    this.seed = seed;
    this.link = open(listen, upstream);
  }

  private TcpLink open(String listen, String to) throws Refused {
    InetSocketAddress at = Address.of(listen);
    var settings = LinkSettings.of(new Disturbances(seed)).at(at.getAddress(), at.getPort());
    try {
      return TcpLink.open(new LinkName("toxiproxy", name), Address.of(to), loops, settings);
    } catch (IOException e) {
      throw Refused.failed("listen tcp " + listen + ": " + e.getMessage());
    }
  }

  /// Changes what is written; a new address ends the connections that are open.
  void update(Written written) throws Refused {
    String listen = written.text("listen").orElse(listen());
    String to = written.text("upstream").orElse(upstream);
    if (!listen.equals(listen()) || !to.equals(upstream)) {
      boolean isOn = isEnabled();
      link.close();
      link = open(listen, to);
      upstream = to;
      shut = null;
      enable(isOn);
      for (Placed placed : Map.copyOf(toxics).values()) {
        place(placed.toxic());
      }
    }
    enable(written.truth("enabled").orElse(isEnabled()));
  }

  void enable(boolean isWanted) {
    PlacedFault shutting = shut;
    if (isWanted && shutting != null) {
      shutting.remove();
      shut = null;
    } else if (!isWanted && shutting == null) {
      shut = link.disturbances().add(FaultRule.of(new Refuse()));
    }
  }

  private boolean isEnabled() {
    return shut == null;
  }

  private String listen() {
    return Address.text(link.address());
  }

  Toxic add(Written written) throws Refused {
    Toxic toxic = Toxic.read(written);
    if (toxics.containsKey(toxic.name())) {
      throw Refused.conflict("toxic already exists");
    }
    place(toxic);
    return toxic;
  }

  Toxic update(String toxicName, Written written) throws Refused {
    Placed before = placed(toxicName);
    Toxic updated = before.toxic().updated(written);
    place(updated);
    before.remove();
    return updated;
  }

  private void place(Toxic toxic) throws Refused {
    Optional<FaultRule> rule = toxic.rule();
    toxics.put(toxic.name(), new Placed(toxic, rule.map(link.disturbances()::add)));
  }

  void remove(String toxicName) throws Refused {
    placed(toxicName).remove();
    toxics.remove(toxicName);
  }

  Toxic toxic(String toxicName) throws Refused {
    return placed(toxicName).toxic();
  }

  private Placed placed(String toxicName) throws Refused {
    Placed placed = toxics.get(toxicName);
    if (placed == null) {
      throw Refused.notFound("toxic not found");
    }
    return placed;
  }

  /// No toxics, and enabled.
  void reset() {
    toxics.values().forEach(Placed::remove);
    toxics.clear();
    enable(true);
  }

  void close() {
    link.close();
  }

  JsonObject written() {
    var written = new JsonObject.Builder();
    written.add("name", new JsonString(name));
    written.add("listen", new JsonString(listen()));
    written.add("upstream", new JsonString(upstream));
    written.add("enabled", JsonBoolean.of(isEnabled()));
    written.add("toxics", writtenToxics());
    return written.build();
  }

  JsonValue writtenToxics() {
    return new JsonArray(
        toxics.values().stream().<JsonValue>map(it -> it.toxic().written()).toList());
  }
}
