package dev.concordat.wire.http2;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.RuleText;
import dev.concordat.wire.http.HttpLink;
import dev.concordat.wire.http.LinkSettings;
import dev.concordat.wire.http.LinkTls;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A provider of HTTP/2, a link to it, and what the link tells.
final class Http2Stage implements AutoCloseable {
  static final int PATIENCE_MILLIS = 30_000;

  final Http2Provider provider;
  final HttpLink link;
  private final LinkedBlockingQueue<Exchange> seen = new LinkedBlockingQueue<>();

  Http2Stage(EventLoops loops) throws IOException {
    this(new Http2Provider(loops), loops, LinkTls.NONE);
  }

  Http2Stage(Http2Provider provider, EventLoops loops, LinkTls tls) throws IOException {
    this.provider = provider;
    this.link =
        HttpLink.open(
            new LinkName("orders", "payments"),
            provider.address(),
            Wiring.of(loops, seen::add),
            LinkSettings.of(new Disturbances(1)).with(tls));
  }

  PlacedFault set(String rule) {
    return link.disturbances()
        .add(RuleText.read((JsonObject) JsonParser.parse(rule).value().orElseThrow()));
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + link.address().getPort() + path);
  }

  /// The next exchange that is told.
  HttpExchange exchange() throws InterruptedException {
    Exchange next = seen.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    if (next instanceof HttpExchange http) {
      return http;
    }
    throw new AssertionError("no exchange was told");
  }

  /// Whether all that was told was asked for.
  boolean isAllAskedFor() {
    return seen.isEmpty();
  }

  @Override
  public void close() {
    link.close();
    provider.close();
  }
}
