package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The members of one protocol's binding, the traits' included.
final class BindingFields {
  private final Reading reading;
  private final Contents contents;
  private final Layers words;
  private final FieldReader fields = new FieldReader("contract", List.of());

  BindingFields(Reading reading, Contents contents, Layers words) {
    this.reading = reading;
    this.contents = contents;
    this.words = words;
  }

  /// Hands what was found wrong to the reading.
  void finish() {
    fields.problems().forEach(reading::add);
  }

  Sentence at() {
    ObjectNode first = words.objects().getFirst();
    return new Sentence(first.place(), first.sourceLine());
  }

  Binding other(String protocol) {
    return new Binding.Other(protocol, words.objects().getFirst().toJson(), at());
  }

  /// A level for which the protocol has no words.
  Binding none(String protocol, String noun) {
    expectOnly(noun, Set.of());
    return other(protocol);
  }

  /// Notes members that the binding does not have.
  void expectOnly(String noun, Set<String> known) {
    var all = new TreeSet<>(known);
    all.add("bindingVersion");
    words.objects().forEach(object -> fields.expectOnly(object, noun, all));
  }

  Optional<String> text(String name) {
    return fields.text(words.holding(name), name);
  }

  boolean flag(String name) {
    return words.first(name).isPresent() && fields.flag(words.holding(name), name);
  }

  /// A whole number of a range.
  Optional<Integer> number(String name, int least, int most) {
    Optional<Integer> number = fields.integer(words.holding(name), name);
    number
        .filter(n -> n < least || n > most)
        .ifPresent(
            n ->
                bad(
                    name,
                    n.toString(),
                    most == Integer.MAX_VALUE
                        ? "a whole number from " + least
                        : "a whole number from " + least + " to " + most));
    return number.filter(n -> n >= least && n <= most);
  }

  /// A word of a closed list.
  Optional<String> word(String name, List<String> known) {
    Optional<String> word = text(name);
    word.filter(w -> !known.contains(w))
        .ifPresent(
            w ->
                words
                    .first(name)
                    .ifPresent(
                        node ->
                            fields.error(
                                "bad-binding",
                                node.place(),
                                name + " is " + Shown.node(node),
                                DidYouMean.fix(
                                    known, w, "write one of " + String.join(", ", known)))));
    return word.filter(known::contains);
  }

  void bad(String name, String value, String wanted) {
    words
        .first(name)
        .ifPresent(
            node ->
                fields.error(
                    "bad-binding",
                    node.place(),
                    name + " is " + value + ", not " + wanted,
                    "correct the value"));
  }

  /// Notes a member that asks for another one.
  void needs(String name, String other) {
    words
        .first(name)
        .filter(ignored -> words.first(other).isEmpty())
        .ifPresent(
            node ->
                reading.add(
                    Problem.warning(
                        "contract/bad-binding",
                        node.place(),
                        name + " says nothing without " + other,
                        "write " + other + " too")));
  }

  List<String> texts(String name) {
    var texts = new ArrayList<String>();
    for (Node item : fields.items(words.holding(name), name)) {
      texts.add(item.toJson() instanceof JsonString(String text) ? text : item.toString());
    }
    return texts;
  }

  Optional<Node> node(String name) {
    return words.first(name);
  }

  /// A JSON Schema, which must say more than a bare value does.
  Optional<Schema> schema(String name) {
    return words.first(name).flatMap(node -> fields.object(node, name)).map(contents::json);
  }

  Optional<MessageContent> content(String name) {
    return words.first(name).flatMap(node -> contents.read(node, ""));
  }

  /// The members of an inner object, as fields of their own.
  Optional<BindingFields> inside(String name) {
    return words
        .first(name)
        .flatMap(node -> fields.object(node, name))
        .map(object -> new BindingFields(reading, contents, new Layers(List.of(object))));
  }
}
