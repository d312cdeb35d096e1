package dev.concordat.conform.service;

import dev.concordat.conform.service.http.Request;
import dev.concordat.conform.service.http.SmallServer;
import java.io.Closeable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// The workshop, running. Stops when it is closed. Two users: `Authorization: Bearer token-ada` and `token-bob`; the key of
/// stock is `X-Api-Key: key-workshop`.
final class ReferenceService implements Closeable {
  private final Workshop workshop;
  private final SmallServer server;
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

  private ReferenceService(Set<Fault> faults) {
    this.workshop = new Workshop(faults);
    this.server =
        SmallServer.start(
            request -> {
              requests.add(request);
              return workshop.answer(request);
            });
  }

  static ReferenceService start(Set<Fault> faults) {
    return new ReferenceService(faults);
  }

  URI address() {
    return server.address();
  }

  /// What came since the start or the last reset, in its order.
  List<Request> requests() {
    return List.copyOf(requests);
  }

  /// Forgets everything.
  void reset() {
    workshop.reset();
    requests.clear();
  }

  @Override
  public void close() {
    server.close();
  }
}
