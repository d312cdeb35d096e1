package dev.concordat.standin.recorded;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.wire.redaction.Redactor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Makes what is answered of what a file says.
final class Groups {
  private static final int FIRST_FINAL_STATUS = 200;
  private static final int LAST_STATUS = 599;

  /// What speaks of one connection or of the bytes on the wire, and not of the answer.
  private static final Set<String> NOT_REPLAYED =
      Set.of(
          "connection",
          "content-encoding",
          "content-length",
          "keep-alive",
          "proxy-connection",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final Redactor redactor;

  Groups(Redactor redactor) {
    this.redactor = redactor;
  }

  List<Group> of(StubContract contract) {
    boolean isArchive = contract.kind() == ContractKind.HAR;
    Map<Asked, List<Saved>> found = new LinkedHashMap<>();
    for (Stub stub : contract.stubs()) {
      Asked asked = Asked.of(stub.request(), isArchive, redactor);
      found.computeIfAbsent(asked, first -> new ArrayList<>()).add(saved(stub, isArchive));
    }
    List<Group> groups = new ArrayList<>();
    found.forEach((asked, saved) -> groups.add(new Group(asked, saved, isArchive)));
    return groups;
  }

  private Saved saved(Stub stub, boolean isArchive) {
    return switch (stub.response().orElse(null)) {
      case null -> unusable(stub, "no answer to it is saved");
      case StubResponse.Broken(String fault, var ignored, var where) ->
          unusable(
              stub,
              fault.isEmpty()
                  ? "it was recorded without an answer"
                  : "it was recorded without an answer (" + redactor.redact(fault) + ")");
      case StubResponse.Proxied ignored -> unusable(stub, "its answer comes from another server");
      case StubResponse.Computed ignored -> unusable(stub, "its answer is made by a program");
      case StubResponse.Stated stated -> stated(stub, isArchive, stated);
    };
  }

  private Saved stated(Stub stub, boolean isArchive, StubResponse.Stated stated) {
    if (stated.isTemplated() || (!isArchive && hasVariable(stated.headers()))) {
      return unusable(stub, "its answer holds variables in {{…}} to which the file gives no value");
    }
    if (stated.status() < FIRST_FINAL_STATUS || stated.status() > LAST_STATUS) {
      return unusable(stub, "its status " + stated.status() + " ends no request");
    }
    Bytes body =
        switch (stated.body()) {
          case StubBody.None() -> Bytes.EMPTY;
          case StubBody.Inline(Bytes bytes) -> bytes;
          case StubBody.InFile ignored -> Bytes.EMPTY;
        };
    List<Header> headers =
        stated.headers().stream()
            .filter(header -> !NOT_REPLAYED.contains(header.name().toLowerCase(Locale.ROOT)))
            .toList();
    return new Saved.Answer(
        stub.name(),
        stub.id(),
        redactor.redact(new HttpResponseMessage(stated.status(), headers, body)),
        stub.place());
  }

  private static boolean hasVariable(List<Header> headers) {
    return headers.stream().anyMatch(header -> header.value().contains("{{"));
  }

  private static Saved unusable(Stub stub, String why) {
    return new Saved.Unusable(stub.name(), stub.id(), why, stub.place());
  }
}
