package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the parameters of addresses.
final class Parameters {
  private final Reading reading;
  private final Contents contents;
  private final Expressions expressions;

  Parameters(Reading reading, Contents contents, Expressions expressions) {
    this.reading = reading;
    this.contents = contents;
    this.expressions = expressions;
  }

  List<ChannelParameter> read(
      ObjectNode channel, ObjectNode.Member place, Optional<Address> address) {
    var parameters = new ArrayList<ChannelParameter>();
    List<String> inAddress = address.map(Address::parameterNames).orElseGet(List::of);
    for (ObjectNode.Member member : AsyncApiReader.members(channel.get("parameters"))) {
      reading
          .object(member.value(), "the parameter '" + member.name() + "'")
          .ifPresent(object -> parameters.add(parameter(member, object)));
      if (!inAddress.contains(member.name())) {
        reading.add(
            Problem.warning(
                "contract/unused-parameter",
                member.place(),
                "the address has no parameter '" + member.name() + "'",
                DidYouMean.fix(
                    inAddress, member.name(), "write {" + member.name() + "} in the address")));
      }
    }
    for (String name : inAddress) {
      if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
        reading.add(
            Problem.warning(
                "contract/undefined-parameter",
                place.place(),
                "the parameter '" + name + "' of the address is not described",
                "describe it under 'parameters'"));
      }
    }
    return parameters;
  }

  private ChannelParameter parameter(ObjectNode.Member member, ObjectNode object) {
    var values = new ArrayList<String>();
    if (object.get("enum").orElse(null) instanceof ArrayNode list) {
      list.items().forEach(item -> values.add(textOf(item)));
    }
    Optional<String> fallback = Reading.text(object, "default");
    if (fallback.isPresent() && !values.isEmpty() && !values.contains(fallback.get())) {
      reading.add(
          Problem.warning(
              "contract/bad-parameter-default",
              object.get("default").map(Node::place).orElseGet(object::place),
              "the default '" + fallback.get() + "' is not one of the parameter's values",
              DidYouMean.fix(values, fallback.get(), "name one of them")));
    }
    return new ChannelParameter(
        member.name(),
        values,
        fallback,
        Reading.member(object, "schema").map(contents::json),
        expressions.read(object, "location"),
        new Sentence(member.place(), member.sourceLine()));
  }

  static String textOf(Node node) {
    return node instanceof dev.concordat.contracts.tree.ScalarNode scalar
        ? scalar.text().orElseGet(scalar::toString)
        : node.toString();
  }
}
