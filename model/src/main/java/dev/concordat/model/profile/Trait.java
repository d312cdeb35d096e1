package dev.concordat.model.profile;

/// What can be measured of a consumer's calls of one operation.
public enum Trait {
  READ_TIMEOUT("read-timeout", "how long it waits for an answer"),
  CONNECT_TIMEOUT("connect-timeout", "how long it waits for a connection to be taken"),
  RETRIES_AFTER_SILENCE("retries-after-silence", "how often it repeats a call that got no answer"),
  RETRIES_AFTER_ERROR("retries-after-error", "how often it repeats a call that got a 503"),
  RETRIES_AFTER_RESET("retries-after-reset", "how often it repeats a call that was broken off"),
  BACKOFF("backoff", "how its pauses between repetitions grow"),
  FIRST_PAUSE("first-pause", "how long it pauses before the first repetition"),
  JITTER("jitter", "whether its pauses are spread at random"),
  KEY("idempotency-key", "whether what it repeats can be told from a new call"),
  BREAKER("circuit-breaker", "after how many failures it stops calling"),
  RECOVERY("recovery", "how long after its last failed call it works again"),
  FALLBACK("fallback", "whether it answers well without the provider"),
  ANSWER_TO_SILENCE("answer-to-silence", "what its own caller gets when the provider is silent"),
  ANSWER_TO_ERROR("answer-to-error", "what its own caller gets when the provider answers 503"),
  ANSWER_TO_RESET("answer-to-reset", "what its own caller gets when the provider breaks off"),
  DUPLICATES(
      "duplicates",
      "what the provider does with a request, or the subscriber with a message, that comes twice"),
  ORDER(
      "order",
      "whether two calls, or two messages, leave the same when the second overtakes the first"),
  CONNECTIONS("connections", "how many connections it leaves open for each failed call"),
  MEMORY("memory", "whether failed calls cost memory that it does not give back"),
  DOCUMENTED_ERRORS(
      "documented-errors",
      "of how many documented failures of the provider its own caller gets a documented answer"),
  ALLOWED_ANSWERS(
      "allowed-answers",
      "with how many other answers that the provider's contract allows it copes");

  private final String word;
  private final String meaning;

  Trait(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /// Its name in reports and in `concordat.yaml`.
  public String word() {
    return word;
  }

  /// What it says, without a full stop.
  public String meaning() {
    return meaning;
  }
}
