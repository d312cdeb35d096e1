package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// Reads the servers of a document.
final class Servers {
  private final ObjectNode root;
  private final Parts parts;

  Servers(ObjectNode root, Parts parts) {
    this.root = root;
    this.parts = parts;
  }

  List<Server> read() {
    var servers = new ArrayList<Server>();
    for (ObjectNode.Member member : AsyncApiReader.members(root.get("servers"))) {
      parts
          .reading()
          .object(member.value(), "the server '" + member.name() + "'")
          .ifPresent(object -> servers.add(server(member, object)));
    }
    return servers;
  }

  private Server server(ObjectNode.Member member, ObjectNode object) {
    String word = parts.isTwo() ? "url" : "host";
    for (String needed : List.of(word, "protocol")) {
      if (Reading.text(object, needed).isEmpty()) {
        parts
            .reading()
            .add(
                Problem.error(
                    "contract/incomplete-server",
                    member.place(),
                    "the server '" + member.name() + "' has no '" + needed + "'",
                    "write '" + needed + ":'"));
      }
    }
    String address = Reading.text(object, word).orElse("");
    int scheme = address.indexOf("://");
    String bare = scheme < 0 ? address : address.substring(scheme + 3);
    int slash = parts.isTwo() ? bare.indexOf('/') : -1;
    return new Server(
        member.name(),
        slash < 0 ? bare : bare.substring(0, slash),
        Reading.text(object, "protocol").orElse(""),
        Reading.text(object, "protocolVersion").orElse(""),
        slash < 0 ? Reading.text(object, "pathname").orElse("") : bare.substring(slash),
        variables(object),
        parts.securities().read(new Layers(List.of(object))),
        parts.bindings().read(object, Bindings.Level.SERVER),
        new Sentence(member.place(), member.sourceLine()));
  }

  private List<Server.Variable> variables(ObjectNode server) {
    var variables = new ArrayList<Server.Variable>();
    for (ObjectNode.Member member : AsyncApiReader.members(server.get("variables"))) {
      parts
          .reading()
          .object(member.value(), "the variable '" + member.name() + "'")
          .ifPresent(object -> variables.add(variable(member.name(), object)));
    }
    return variables;
  }

  private static Server.Variable variable(String name, ObjectNode object) {
    return new Server.Variable(
        name,
        object.get("enum").orElse(null) instanceof ArrayNode list
            ? list.items().stream().map(Parameters::textOf).toList()
            : List.of(),
        Reading.text(object, "default"));
  }
}
