package dev.concordat.contracts.jsonpath;

import dev.concordat.contracts.tree.Node;
import java.util.List;

/// A JSONPath query (RFC 9535), well-formed and well-typed. Immutable.
public final class JsonPath {
  private final String text;
  private final Query query;

  private JsonPath(String text, Query query) {
    this.text = text;
    this.query = query;
  }

  /// What a text is.
  public sealed interface Parsed {
    /// A query.
    record Good(JsonPath path) implements Parsed {}

    /// None.
    ///
    /// @param at the character, from 0, at which it stops being a query
    record Bad(String reason, int at) implements Parsed {}
  }

  public static Parsed parse(String text) {
    try {
      return new Parsed.Good(new JsonPath(text, new PathParser(text).parse()));
    } catch (Characters.Refused e) {
      return new Parsed.Bad(String.valueOf(e.getMessage()), e.at());
    }
  }

  /// The nodes that the query selects, in their order; a node may stand there more than once.
  ///
  /// @throws TooCostly if the query visits more than {@value Evaluation#MAX_VISITS} nodes
  public List<Node> select(Node root) {
    return new Evaluation(root).select(query, root);
  }

  /// The query costs more than a document is worth.
  public static final class TooCostly extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooCostly(String message) {
      super(message);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
