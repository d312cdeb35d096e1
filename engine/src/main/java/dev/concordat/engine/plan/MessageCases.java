package dev.concordat.engine.plan;

import dev.concordat.cases.ContractCase;
import dev.concordat.engine.book.ContractBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// One case for each topic that a system subscribes by its contract and another publishes that can be asked for something.
final class MessageCases {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private MessageCases() {}

  /// @param isChosen whether the contract of a publisher is to be tried
  static List<PlannedCase> of(ContractBook book, long seed, Predicate<String> isChosen) {
    List<PlannedCase> cases = new ArrayList<>();
    for (ContractBook.Topic topic : book.topics()) {
      Optional<String> address = topic.operation().channel().address().map(it -> it.text());
      Optional<String> publisher = address.filter(it -> !it.contains("{")).flatMap(book::publisher);
      if (topic.isPublished() || publisher.isEmpty()) {
        continue;
      }
      List<ContractCase> causes =
          LinkCases.causes(book, publisher.get(), seed, isChosen).stream()
              .filter(it -> !SAFE.contains(it.request().method()))
              .toList();
      List<ContractCase> asks =
          LinkCases.causes(book, topic.system(), seed, _ -> true).stream()
              .filter(it -> it.request().method().equals("GET"))
              .toList();
      if (!causes.isEmpty()) {
        cases.add(new PlannedCase.OfMessages(topic, address.get(), publisher.get(), causes, asks));
      }
    }
    return cases;
  }
}
