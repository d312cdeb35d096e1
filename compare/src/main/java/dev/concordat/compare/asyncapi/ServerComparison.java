package dev.concordat.compare.asyncapi;

import dev.concordat.contracts.asyncapi.Server;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeMessageRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The servers of two versions of a document. Their hosts are those of an environment: another host is told and breaks
/// nobody by itself.
final class ServerComparison {
  private ServerComparison() {}

  static List<Difference> compare(List<Server> before, List<Server> after) {
    Map<String, Server> now = new LinkedHashMap<>();
    after.forEach(server -> now.putIfAbsent(server.name(), server));
    var found = new ArrayList<Difference>();
    for (Server old : before) {
      Server other = now.remove(old.name());
      if (other == null) {
        found.add(gone(old, after));
      } else {
        found.addAll(compare(old, other));
      }
    }
    now.values().forEach(added -> found.add(added(added)));
    return found;
  }

  private static String operation(Server server) {
    return "server " + server.name();
  }

  private static Difference gone(Server old, List<Server> after) {
    boolean isReplaced =
        after.stream()
            .anyMatch(
                server ->
                    server.protocol().equals(old.protocol()) && server.host().equals(old.host()));
    return stated(
        isReplaced ? Impact.CLIENT_CODE : Impact.RISKY,
        old,
        isReplaced
            ? "the server " + old.host() + " has another name"
            : "the server " + old.name() + " at " + old.host() + " is gone",
        Optional.of(old.at()),
        Optional.empty());
  }

  private static Difference added(Server server) {
    return Findings.stated(
        AgreeRules.CHANGED_SAFELY,
        Impact.SAFE,
        new Position(operation(server), Position.Part.DOCUMENT, ""),
        "the server " + server.name() + " is new",
        Optional.empty(),
        Optional.of(server.at()));
  }

  private static Difference stated(
      Impact impact,
      Server server,
      String message,
      Optional<Sentence> before,
      Optional<Sentence> after) {
    return Findings.stated(
        AgreeMessageRules.TRANSPORT_CHANGED,
        impact,
        new Position(operation(server), Position.Part.DOCUMENT, ""),
        message,
        before,
        after);
  }

  private static List<Difference> compare(Server old, Server now) {
    var found = new ArrayList<Difference>();
    Optional<Sentence> before = Optional.of(old.at());
    Optional<Sentence> after = Optional.of(now.at());
    if (!old.protocol().equals(now.protocol())) {
      found.add(
          stated(
              Impact.BREAKS,
              old,
              "the server speaks " + now.protocol() + ", no longer " + old.protocol(),
              before,
              after));
    }
    if (!old.host().equals(now.host()) || !old.pathname().equals(now.pathname())) {
      found.add(
          stated(
              Impact.MEANING,
              old,
              "the server is at "
                  + now.host()
                  + now.pathname()
                  + ", no longer at "
                  + old.host()
                  + old.pathname(),
              before,
              after));
    }
    if (!old.protocolVersion().equals(now.protocolVersion())) {
      found.add(
          stated(
              Impact.MEANING,
              old,
              "the version of "
                  + now.protocol()
                  + " is '"
                  + now.protocolVersion()
                  + "', no longer '"
                  + old.protocolVersion()
                  + "'",
              before,
              after));
    }
    SecurityComparison.compare(old.security(), now.security(), operation(old), old.at())
        .ifPresent(found::add);
    found.addAll(
        BindingComparison.compare(old.bindings(), now.bindings(), operation(old), "server"));
    return found;
  }
}
