package dev.concordat.contracts.tree;

import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Optional;

/// A document that was read, with all that is wrong with it. Where reading broke off, the tree holds what came before.
public final class Document {
  private final Source source;
  private final List<Node> documents;
  private final List<Problem> problems;

  Document(Source source, List<Node> documents, List<Problem> problems) {
    this.source = source;
    this.documents = List.copyOf(documents);
    this.problems = List.copyOf(problems);
  }

  Source source() {
    return source;
  }

  Document withRoot(Node root) {
    return new Document(source, List.of(root), problems);
  }

  /// The file's name, relative to the workspace with `/` between its parts.
  public String file() {
    return source.file();
  }

  /// The root, of the first document where YAML holds several; a `null` node where there is nothing to read.
  public Node root() {
    return documents.getFirst();
  }

  public List<Problem> problems() {
    return problems;
  }

  /// Whether a problem is an error, so that something of the text is missing in the tree.
  public boolean isBroken() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /// All documents of a YAML stream; never empty.
  public List<Node> documents() {
    return documents;
  }

  /// The node at a JSON Pointer (RFC 6901) below the root.
  public Optional<Node> at(String pointer) {
    return Pointers.follow(root(), pointer);
  }

  /// A line of the text as written, counted from 1.
  public Optional<String> line(int number) {
    return source.line(number);
  }

  /// The size of the text in bytes.
  public int size() {
    return source.bytes().length;
  }
}
