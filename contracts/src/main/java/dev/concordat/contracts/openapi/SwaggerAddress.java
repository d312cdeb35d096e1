package dev.concordat.contracts.openapi;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;

/// Where a Swagger 2.0 document says its API is: `host` and `basePath`.
final class SwaggerAddress {
  private SwaggerAddress() {}

  /// Without a trailing slash. A host holds no path, but where people put one it counts.
  static String basePath(Reading reading, ObjectNode root) {
    String written = Reading.text(root, "basePath").orElse("").strip();
    String host = Reading.text(root, "host").orElse("").strip();
    boolean isAddress = host.contains("://");
    if (host.contains("/")) {
      reading.add(
          Problem.warning(
              "contract/bad-host",
              placeOf(root, "host"),
              "the host " + Shown.text(host) + " is more than a name and a port",
              "write the host alone, its scheme under 'schemes' and its path as 'basePath'"));
    }
    if (!written.isEmpty() && !written.startsWith("/")) {
      reading.add(
          Problem.warning(
              "contract/bad-base-path",
              placeOf(root, "basePath"),
              "the base path " + Shown.text(written) + " does not begin with a slash",
              "write the path of the address only, such as '/v1'"));
    }
    String before = host.isEmpty() ? "" : Servers.pathOf(isAddress ? host : "http://" + host);
    return before + Servers.pathOf(written);
  }

  private static Place placeOf(ObjectNode root, String name) {
    return root.get(name).map(Node::place).orElseGet(root::place);
  }
}
