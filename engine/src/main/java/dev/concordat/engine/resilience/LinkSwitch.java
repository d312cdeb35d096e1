package dev.concordat.engine.resilience;

import dev.concordat.engine.answers.AllowedAnswer;
import dev.concordat.model.exchange.Header;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.DuplicateRequest;
import dev.concordat.wire.fault.Fault;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.Requests;
import dev.concordat.wire.fault.Reset;
import dev.concordat.wire.fault.Stall;
import dev.concordat.wire.fault.Status;
import dev.concordat.wire.fault.UnansweredConnect;
import java.util.List;

/// Turns disturbances of one operation on and off on a link. Thread-safe.
public final class LinkSwitch {
  private static final Status UNAVAILABLE =
      new Status(
          503,
          List.of(new Header("Content-Type", "application/problem+json")),
          "{\"title\":\"Service Unavailable\",\"status\":503}",
          false);

  private final Disturbances link;
  private final Requests requests;

  /// @param link the faults of the link
  /// @param requests those of the operation
  public LinkSwitch(Disturbances link, Requests requests) {
    this.link = link;
    this.requests = requests;
  }

  /// From now on, requests of the operation are disturbed so, and not otherwise.
  public void disturb(Disturbance disturbance) {
    link.clear();
    switch (disturbance) {
      case NONE -> {}
      case SILENCE -> set(new Stall(0));
      case ERROR -> set(UNAVAILABLE);
      case RESET -> set(new Reset(0));
      case UNREACHABLE -> {
        var _ = link.add(FaultRule.of(new UnansweredConnect()));
      }
      case DUPLICATE -> set(new DuplicateRequest());
    }
  }

  /// From now on, requests of the operation get this answer, and not another.
  public void answer(AllowedAnswer answer) {
    link.clear();
    set(answer.fault());
  }

  private void set(Fault fault) {
    var _ = link.add(FaultRule.of(fault).on(requests));
  }

  public void calm() {
    link.clear();
  }

  /// Whether a request is one of the operation.
  ///
  /// @param target as on the wire, with its query
  public boolean includes(String method, String target) {
    return requests.includes(method, target);
  }
}
