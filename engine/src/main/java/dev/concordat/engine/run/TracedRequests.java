package dev.concordat.engine.run;

import dev.concordat.conform.talk.Credentials;
import dev.concordat.conform.talk.Identity;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.ArrayList;
import java.util.List;

/// Puts the trace of an attempt on every request, so that what it causes elsewhere is known to be its own. Knows no users.
record TracedRequests(Trace trace) implements Credentials {

  @Override
  public int users() {
    return 0;
  }

  @Override
  public HttpRequestMessage sign(
      HttpOperation operation, HttpRequestMessage request, Identity identity) {
    List<Header> headers = new ArrayList<>(request.headers());
    headers.addAll(trace.headers());
    return new HttpRequestMessage(request.method(), request.target(), headers, request.body());
  }

  @Override
  public boolean renew(Identity identity) {
    return false;
  }
}
