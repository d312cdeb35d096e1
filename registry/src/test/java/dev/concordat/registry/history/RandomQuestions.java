package dev.concordat.registry.history;

import dev.concordat.registry.selector.ConsumerSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// Makes random questions about a history, some of each kind.
final class RandomQuestions {
  private final RandomHistory history;
  private final Random random;

  RandomQuestions(RandomHistory history) {
    this.history = history;
    this.random = history.random();
  }

  List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      questions.add(gate());
      questions.add(
          new Question.OfDeploy(
              system(), number(), Question.Place.ENVIRONMENT, one(RandomHistory.ENVIRONMENTS)));
      questions.add(pacts());
    }
    questions.add(
        new Question.OfDeploy(system(), number(), Question.Place.TAG, one(RandomHistory.TAGS)));
    questions.add(new Question.OfDeploy(system(), number(), Question.Place.MAIN_BRANCH, ""));
    String system = system();
    String other = other(system);
    questions.add(new Question.OfTwo(system, number(), other, number()));
    questions.add(new Question.OfPair(system, other));
    return questions;
  }

  private Question gate() {
    Map<String, String> versions = new TreeMap<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      versions.put(system(), number());
    }
    return new Question.OfGate(
        versions,
        random.nextInt(3) == 0 ? Optional.empty() : Optional.of(one(RandomHistory.ENVIRONMENTS)));
  }

  private Question pacts() {
    List<ConsumerSelector> selectors = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      ConsumerSelector selector = selector();
      if (!selectors.contains(selector)) {
        selectors.add(selector);
      }
    }
    boolean hasBranch = random.nextBoolean();
    List<String> tags =
        hasBranch || random.nextBoolean() ? List.of() : List.of(one(RandomHistory.TAGS));
    return new Question.OfPacts(
        system(),
        hasBranch ? Optional.of(one(RandomHistory.BRANCHES)) : Optional.empty(),
        tags,
        selectors,
        random.nextBoolean());
  }

  private ConsumerSelector selector() {
    Optional<String> consumer = random.nextInt(4) == 0 ? Optional.of(system()) : Optional.empty();
    Optional<String> environment =
        random.nextBoolean() ? Optional.of(one(RandomHistory.ENVIRONMENTS)) : Optional.empty();
    return switch (random.nextInt(8)) {
      case 0 -> new ConsumerSelector.MainBranch(consumer);
      case 1 ->
          new ConsumerSelector.Branch(
              one(RandomHistory.BRANCHES), maybe(RandomHistory.BRANCHES), consumer);
      case 2 ->
          new ConsumerSelector.LatestTagged(
              one(RandomHistory.TAGS), maybe(RandomHistory.TAGS), consumer);
      case 3 -> new ConsumerSelector.Tagged(one(RandomHistory.TAGS), consumer);
      case 4 -> new ConsumerSelector.Latest(consumer);
      case 5 -> new ConsumerSelector.Deployed(environment, consumer);
      case 6 -> new ConsumerSelector.Released(environment, consumer);
      default -> new ConsumerSelector.InEnvironment(one(RandomHistory.ENVIRONMENTS), consumer);
    };
  }

  private Optional<String> maybe(List<String> of) {
    return random.nextBoolean() ? Optional.of(one(of)) : Optional.empty();
  }

  private String system() {
    return one(RandomHistory.SYSTEMS);
  }

  private String other(String system) {
    return one(RandomHistory.SYSTEMS.stream().filter(name -> !name.equals(system)).toList());
  }

  private String number() {
    return one(RandomHistory.NUMBERS);
  }

  private String one(List<String> of) {
    return history.one(of);
  }
}
