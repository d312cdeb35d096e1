package dev.concordat.compare.asyncapi;

import dev.concordat.contracts.asyncapi.AmqpBinding;
import dev.concordat.contracts.asyncapi.Binding;
import dev.concordat.contracts.asyncapi.KafkaBinding;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeMessageRules;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What two documents say in the words of protocols.
final class BindingComparison {
  private BindingComparison() {}

  static List<Difference> compare(
      List<Binding> before, List<Binding> after, String operation, String noun) {
    Map<String, Binding> now =
        after.stream()
            .collect(Collectors.toMap(Binding::protocol, Function.identity(), (a, b) -> a));
    var found = new ArrayList<Difference>();
    for (Binding old : before) {
      Binding other = now.remove(old.protocol());
      if (other == null) {
        found.add(gone(old, operation, noun));
      } else if (!isSame(old, other)) {
        found.add(changed(old, other, operation, noun));
      }
    }
    return found;
  }

  private static boolean isSame(Binding old, Binding now) {
    return Meaning.digest(old.meaning()).equals(Meaning.digest(now.meaning()));
  }

  private static Difference gone(Binding old, String operation, String noun) {
    return difference(
        Impact.MEANING,
        operation,
        old.protocol() + " " + noun,
        "the " + old.protocol() + " settings of the " + noun + " are gone",
        Optional.of(old.at()),
        Optional.empty());
  }

  private static Difference changed(Binding old, Binding now, String operation, String noun) {
    return difference(
        isWhere(old, now) ? Impact.RISKY : Impact.MEANING,
        operation,
        old.protocol() + " " + noun,
        "the " + old.protocol() + " settings of the " + noun + " differ" + detail(old, now),
        Optional.of(old.at()),
        Optional.of(now.at()));
  }

  /// Whether messages go elsewhere than readers look.
  private static boolean isWhere(Binding old, Binding now) {
    return switch (old) {
      case AmqpBinding.OfChannel from when now instanceof AmqpBinding.OfChannel to ->
          !name(from).equals(name(to));
      case KafkaBinding.OfMessage from when now instanceof KafkaBinding.OfMessage to ->
          !from.schemaIdLocation().equals(to.schemaIdLocation())
              || !from.schemaIdPayloadEncoding().equals(to.schemaIdPayloadEncoding());
      default -> false;
    };
  }

  private static String name(AmqpBinding.OfChannel channel) {
    return channel.exchange().map(AmqpBinding.Exchange::name).orElse("")
        + "|"
        + channel.queue().map(AmqpBinding.Queue::name).orElse("");
  }

  private static String detail(Binding old, Binding now) {
    return switch (old) {
      case AmqpBinding.OfChannel from when now instanceof AmqpBinding.OfChannel to ->
          name(from).equals(name(to))
              ? ""
              : ": "
                  + name(from).replace('|', ' ').strip()
                  + " becomes "
                  + name(to).replace('|', ' ').strip();
      case KafkaBinding.OfChannel from
          when now instanceof KafkaBinding.OfChannel to
              && !from.partitions().equals(to.partitions()) ->
          ": "
              + from.partitions().map(Object::toString).orElse("no number of")
              + " partitions become "
              + to.partitions().map(Object::toString).orElse("open")
              + ", and keys go to other ones";
      default -> "";
    };
  }

  private static Difference difference(
      Impact impact,
      String operation,
      String detail,
      String message,
      Optional<Sentence> before,
      Optional<Sentence> after) {
    return Findings.stated(
        AgreeMessageRules.TRANSPORT_CHANGED,
        impact,
        new Position(operation, Position.Part.OPERATION, detail),
        message,
        before,
        after);
  }
}
