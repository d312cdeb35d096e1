package dev.concordat.wire.http;

import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.wire.http2.SessionListener;

/// Notes what HTTP/2 on a connection tells.
record SessionCounts(RequestWatch watch, Counters counters) implements SessionListener {
  @Override
  public void began(long nanos, HttpRequestMessage request) {
    watch.began(nanos, request.method(), request.target(), request.headers());
  }

  @Override
  public void told() {
    counters.exchanges.increment();
  }

  @Override
  public void dropped() {
    counters.dropped.increment();
  }
}
