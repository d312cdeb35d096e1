package dev.concordat.compare.protobuf;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.protobuf.wire.Peer;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.protobuf.MessageType;
import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.protobuf.ServiceSpec.Method;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.comparison.Tally;
import dev.concordat.model.finding.AgreeNeedRules;
import dev.concordat.model.finding.AgreeProtobufRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A gRPC client's `.proto` files with a server's: the methods that the client knows are there, its requests are read as it
/// means them, and it reads the answers as the server does. Where the consumer's files have no service, it reads the
/// messages of the provider, as those of a topic.
public final class ProtobufAgreement implements Format {
  private static final String CONSUMER = "the consumer";
  private static final String PROVIDER = "the provider";

  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof ProtobufContract && right instanceof ProtobufContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    if (!(left instanceof ProtobufContract consumer)
        || !(right instanceof ProtobufContract provider)
        || consumer.files().isEmpty()
        || provider.files().isEmpty()) {
      return Compared.NOTHING;
    }
    var client = new Peer(CONSUMER, consumer);
    var server = new Peer(PROVIDER, provider);
    List<Method> methods =
        client.services().stream().flatMap(service -> service.methods().stream()).toList();
    return methods.isEmpty() ? messages(client, server) : calls(client, server, methods);
  }

  private static Compared calls(Peer client, Peer server, List<Method> methods) {
    var requests = new Reach(client, server, true);
    var responses = new Reach(server, client, false);
    var differences = new ArrayList<Difference>();
    Tally tally = Tally.NONE;
    for (Method method : methods) {
      Optional<Method> offered = server.method(method.fullName());
      List<Difference> found = new ArrayList<>();
      if (offered.isEmpty()) {
        found.add(unknown(method));
      } else {
        found.addAll(streams(client, server, method, offered.get()));
        found.addAll(
            requests.of(
                new Position(method.fullName(), Part.REQUEST_BODY, method.requestType()),
                method.requestType(),
                offered.get().requestType()));
        found.addAll(
            responses.of(
                new Position(method.fullName(), Part.RESPONSE_BODY, method.responseType()),
                offered.get().responseType(),
                method.responseType()));
      }
      tally = tally.plus(tally(found));
      differences.addAll(found);
    }
    return new Compared(differences, tally);
  }

  private static Tally tally(List<Difference> found) {
    boolean isBroken = found.stream().anyMatch(one -> one.impact() == Impact.BREAKS);
    boolean isUndecided = found.stream().anyMatch(one -> one.impact() == Impact.UNKNOWN);
    return isBroken ? new Tally(0, 1, 0) : isUndecided ? new Tally(0, 0, 1) : new Tally(1, 0, 0);
  }

  private static Difference unknown(Method method) {
    return difference(
        new Verdict(
            AgreeNeedRules.OPERATION_UNKNOWN,
            Impact.BREAKS,
            new Evidence.Witnessed(Calls.unknown(CONSUMER, PROVIDER, method))),
        new Position(method.fullName(), Part.OPERATION, ""),
        "the provider has no method `" + method.fullName() + "`",
        Optional.of(method),
        Optional.empty());
  }

  /// A sender of a stream may send more than a receiver of one message waits for; one message is a stream as well.
  private static List<Difference> streams(Peer client, Peer server, Method known, Method offered) {
    var found = new ArrayList<Difference>();
    if (known.isClientStreaming() && !offered.isClientStreaming()) {
      found.add(
          stream(
              client,
              server,
              true,
              known,
              offered,
              "the consumer sends a stream, the provider takes one message"));
    }
    if (!known.isServerStreaming() && offered.isServerStreaming()) {
      found.add(
          stream(
              server,
              client,
              false,
              known,
              offered,
              "the provider answers with a stream, the consumer takes one message"));
    }
    return found;
  }

  private static Difference stream(
      Peer sender, Peer receiver, boolean isRequest, Method known, Method offered, String message) {
    String type = isRequest ? offered.requestType() : known.responseType();
    return difference(
        new Verdict(
            AgreeProtobufRules.CALL_CHANGED,
            Impact.BREAKS,
            new Evidence.Witnessed(Calls.two(sender, receiver, type, isRequest))),
        new Position(known.fullName(), Part.OPERATION, isRequest ? "requests" : "responses"),
        message,
        Optional.of(known),
        Optional.of(offered));
  }

  private static Difference difference(
      Verdict verdict,
      Position position,
      String message,
      Optional<Method> known,
      Optional<Method> offered) {
    return new Difference(
        verdict.rule(),
        verdict.impact(),
        verdict.evidence(),
        position,
        "",
        message,
        known.flatMap(ProtobufAgreement::sentence),
        offered.flatMap(ProtobufAgreement::sentence),
        List.of(),
        List.of());
  }

  private static Optional<Sentence> sentence(Method method) {
    return method.located().exactly().map(span -> new Sentence(span.place(), span.text()));
  }

  private static Compared messages(Peer reader, Peer writer) {
    var reach = new Reach(writer, reader, false);
    var differences = new ArrayList<Difference>();
    Tally tally = Tally.NONE;
    for (MessageType type : reader.messages()) {
      if (writer.message(type.fullName()).isPresent()) {
        List<Difference> found =
            reach.of(
                new Position("type " + type.fullName(), Part.MESSAGE, ""),
                type.fullName(),
                type.fullName());
        tally = tally.plus(tally(found));
        differences.addAll(found);
      }
    }
    return tally.all() == 0
        ? new Compared(List.of(nothing()), new Tally(0, 0, 1))
        : new Compared(differences, tally);
  }

  private static Difference nothing() {
    return difference(
        Verdict.undecided(
            AgreeRules.NOTHING_IN_COMMON,
            "the two share no method and no message type, so nothing could be compared",
            List.of()),
        new Position("", Part.DOCUMENT, ""),
        "the two have no method and no message type in common",
        Optional.empty(),
        Optional.empty());
  }
}
