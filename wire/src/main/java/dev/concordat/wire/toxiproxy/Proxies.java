package dev.concordat.wire.toxiproxy;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.wire.capture.EventLoops;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All proxies, by name. Used by one thread at a time.
final class Proxies {
  /// More proxies than this are a mistake.
  private static final int MAX_PROXIES = 1_000;

  private final EventLoops loops;
  private final long seed;
  private final Map<String, Proxy> byName = new TreeMap<>();

  Proxies(EventLoops loops, long seed) {
    this.loops = loops;
    this.seed = seed;
  }

  Proxy named(String name) throws Refused {
    Proxy proxy = byName.get(name);
    if (proxy == null) {
      throw Refused.notFound("proxy not found");
    }
    return proxy;
  }

  Proxy create(Written written) throws Refused {
    String name = written.required("name");
    String upstream = written.required("upstream");
    if (byName.containsKey(name)) {
      throw Refused.conflict("proxy already exists");
    }
    if (byName.size() == MAX_PROXIES) {
      throw Refused.bad("there are " + MAX_PROXIES + " proxies already");
    }
    String listen = written.text("listen").filter(it -> !it.isEmpty()).orElse("127.0.0.1:0");
    var proxy = new Proxy(name, listen, upstream, loops, seed ^ name.hashCode());
    byName.put(name, proxy);
    proxy.enable(written.truth("enabled").orElse(true));
    return proxy;
  }

  /// Makes each proxy that is not there, and those that are there and differ anew.
  JsonObject populate(List<Written> wanted) throws Refused {
    List<JsonValue> made = new ArrayList<>();
    for (Written written : wanted) {
      String name = written.required("name");
      written.required("upstream");
      Proxy known = byName.get(name);
      if (known == null) {
        known = create(written);
      } else {
        known.update(written);
      }
      made.add(known.written());
    }
    return JsonObject.EMPTY.with("proxies", new JsonArray(made));
  }

  void delete(String name) throws Refused {
    named(name).close();
    byName.remove(name);
  }

  void reset() {
    byName.values().forEach(Proxy::reset);
  }

  JsonObject written() {
    var written = new JsonObject.Builder();
    byName.forEach((name, proxy) -> written.add(name, proxy.written()));
    return written.build();
  }

  synchronized void close() {
    byName.values().forEach(Proxy::close);
    byName.clear();
  }
}
