package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The dialects' own schemas, which come with us because references never use the network.
final class Metaschemas {
  private static final Pattern OLD =
      Pattern.compile("https?://json-schema\\.org/(draft-0[467])/schema");
  private static final Pattern MODERN =
      Pattern.compile("https?://json-schema\\.org/draft/(2019-09|2020-12)/(?:meta/)?([a-z-]+)");

  private final DocumentReader reader = new DocumentReader(Path.of(""));
  private final Map<String, Node> read = new HashMap<>();

  /// The root of the dialect's schema with that URI, without fragment.
  Optional<Node> find(String uri) {
    Node known = read.get(uri);
    return known != null ? Optional.of(known) : fileOf(uri).flatMap(file -> read(uri, file));
  }

  private static Optional<String> fileOf(String uri) {
    Matcher old = OLD.matcher(uri);
    if (old.matches()) {
      return Optional.of(old.group(1) + ".json");
    }
    Matcher modern = MODERN.matcher(uri);
    return modern.matches()
        ? Optional.of(modern.group(1) + "/" + modern.group(2) + ".json")
        : Optional.empty();
  }

  private Optional<Node> read(String uri, String file) {
    try (InputStream in = Metaschemas.class.getResourceAsStream("metaschemas/" + file)) {
      if (in == null) {
        return Optional.empty();
      }
      Node root = reader.parse(uri, in.readAllBytes()).root();
      read.put(uri, root);
      return Optional.of(root);
    } catch (IOException e) {
      throw new UncheckedIOException("a file of our own jar cannot be read: " + file, e);
    }
  }
}
