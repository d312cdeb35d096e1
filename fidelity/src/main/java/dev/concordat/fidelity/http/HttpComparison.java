package dev.concordat.fidelity.http;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.fidelity.change.Change;
import dev.concordat.fidelity.change.Part;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.ArrayList;
import java.util.List;

/// Tells what a hop did to an HTTP message, from what went in and what came out.
public final class HttpComparison {
  private HttpComparison() {}

  /// What happened to a request between its sender and its receiver.
  public static List<Change> requests(HttpRequestMessage sent, HttpRequestMessage received) {
    var changes = new ArrayList<Change>();
    if (!sent.method().equals(received.method())) {
      changes.add(
          new Change(Part.METHOD, "", Alteration.METHOD_CHANGED, sent.method(), received.method()));
    }
    changes.addAll(TargetComparison.compare(sent, received));
    changes.addAll(HeaderComparison.compare(sent.headers(), received.headers()));
    changes.addAll(
        BodyComparison.compare(sent.headers(), sent.body(), received.headers(), received.body()));
    return List.copyOf(changes);
  }

  /// What happened to a response between the provider that sent it and the consumer that received it.
  public static List<Change> responses(HttpResponseMessage sent, HttpResponseMessage received) {
    var changes = new ArrayList<Change>();
    if (sent.status() != received.status()) {
      changes.add(
          new Change(
              Part.STATUS,
              "",
              Alteration.STATUS_CHANGED,
              Integer.toString(sent.status()),
              Integer.toString(received.status())));
    }
    changes.addAll(HeaderComparison.compare(sent.headers(), received.headers()));
    changes.addAll(
        BodyComparison.compare(sent.headers(), sent.body(), received.headers(), received.body()));
    return List.copyOf(changes);
  }
}
