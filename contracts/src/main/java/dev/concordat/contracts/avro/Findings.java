package dev.concordat.contracts.avro;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.problem.Problem;
import java.util.function.Function;

/// What is wrong with a schema, and where its nodes stand.
///
/// @param where of a schema that is a text inside another document, everything stands where the text does
record Findings(Reading reading, Function<Node, Sentence> where) {
  static Findings of(Reading reading) {
    return new Findings(reading, node -> new Sentence(node.place(), node.sourceLine()));
  }

  static Findings allAt(Reading reading, Node text) {
    var sentence = new Sentence(text.place(), text.sourceLine());
    return new Findings(reading, node -> sentence);
  }

  Sentence at(Node node) {
    return where.apply(node);
  }

  void error(String rule, Node node, String message, String fix) {
    reading.add(Problem.error("contract/" + rule, at(node).place(), message, fix));
  }

  void warning(String rule, Node node, String message, String fix) {
    reading.add(Problem.warning("contract/" + rule, at(node).place(), message, fix));
  }
}
