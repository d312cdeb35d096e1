package dev.concordat.compare.asyncapi;

import dev.concordat.contracts.asyncapi.Address;
import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.ChannelOperation;
import java.util.Map;
import java.util.Optional;

/// Which end of another document an end meets.
final class EndMatching {
  private final Map<End.Key, End> others;

  EndMatching(Map<End.Key, End> others) {
    this.others = others;
  }

  /// The end at the same address, or at one with parameters that covers it.
  Optional<End> at(End end, ChannelOperation.Action action) {
    End same = others.get(new End.Key(action, end.key().address()));
    return same != null
        ? Optional.of(same)
        : others.values().stream()
            .filter(other -> other.action() == action)
            .filter(other -> covers(other.channel(), end.channel()))
            .findFirst();
  }

  private static boolean covers(Channel wide, Channel narrow) {
    boolean isPlain =
        narrow.kafkaTopic().isPresent()
            || narrow.address().map(Address::parameterNames).filter(n -> n.isEmpty()).isPresent();
    return isPlain && wide.isAt(Addresses.shown(narrow));
  }

  /// The end elsewhere that has an operation of the same id.
  Optional<End> named(End end) {
    return others.values().stream()
        .filter(other -> other.action() == end.action())
        .filter(
            other ->
                other.operations().stream()
                    .anyMatch(
                        operation ->
                            end.operations().stream()
                                .anyMatch(each -> each.id().equals(operation.id()))))
        .findFirst();
  }
}
