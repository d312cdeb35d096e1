package dev.concordat.contracts.openapi;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The paths of a document's servers.
final class Servers {
  private Servers() {}

  /// Without a trailing slash; the variables of server addresses take their defaults.
  static List<String> basePaths(Reading reading, ObjectNode root) {
    Set<String> paths = new LinkedHashSet<>();
    if (root.get("servers").orElse(null) instanceof ArrayNode servers) {
      for (Node node : servers.items()) {
        reading
            .object(node, "the server")
            .ifPresent(
                server -> Reading.text(server, "url").ifPresent(u -> paths.add(path(server, u))));
      }
    }
    if (paths.isEmpty()) {
      paths.add("");
    }
    prefix(root).ifPresent(paths::add);
    return List.copyOf(paths);
  }

  /// What a document tells PactFlow's openapi-pact-comparator about its address, because that tool reads no servers.
  private static Optional<String> prefix(ObjectNode root) {
    return root.get("info").orElse(null) instanceof ObjectNode info
        ? Reading.text(info, "x-opc-config-base-path").map(Servers::pathOf)
        : Optional.empty();
  }

  private static String path(ObjectNode server, String url) {
    String filled = url;
    for (ObjectNode.Member variable : OpenApiReader.members(server.get("variables"))) {
      if (variable.value() instanceof ObjectNode object) {
        String value = Reading.text(object, "default").orElse("");
        filled = filled.replace("{" + variable.name() + "}", value);
      }
    }
    return pathOf(filled);
  }

  static String pathOf(String url) {
    int scheme = url.indexOf("://");
    int start = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
    String path = start < 0 ? "" : url.substring(start).split("[?#]", 2)[0];
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
  }
}
