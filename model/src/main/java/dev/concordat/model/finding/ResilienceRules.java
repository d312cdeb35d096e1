package dev.concordat.model.finding;

import java.util.List;

/// The rules of the proof *resilience*: promises that a measured profile breaks, and the few behaviours that are wrong wherever they are seen.
public final class ResilienceRules {
  public static final Rule NO_TIMEOUT =
      rule(
          "no-timeout",
          "A call has no timeout",
          "The provider took the request and stayed silent, and the consumer was still"
              + " waiting when the experiment ended. One slow provider is enough to use up its"
              + " threads or connections, and then everything that it does stands still.",
          "Give the call a timeout that is longer than nearly all answers of the provider"
              + " and shorter than the patience of its own callers.");

  public static final Rule UNSAFE_RETRY =
      rule(
          "unsafe-retry",
          "A call that changes something is repeated without an idempotency key",
          "An answer may be lost after the provider has done its work. Then the"
              + " repetition does it again: two orders, two payments. The provider cannot tell,"
              + " because nothing in the request says that it is the same one.",
          "Send an idempotency key that stays the same for all attempts, where the"
              + " provider knows such a key; else do not repeat the call.");

  public static final Rule RETRY_WITH_NEW_KEY =
      rule(
          "retry-with-new-key",
          "The repetition of a call carries another idempotency key",
          "The key is there so that the provider can tell a repetition from a new call."
              + " With a new key for each attempt it does the work twice.",
          "Make the key before the first attempt, and store it where the work may be"
              + " taken up again.");

  public static final Rule ENDLESS_RETRIES =
      rule(
          "endless-retries",
          "A failed call is repeated without end",
          "The consumer still repeated the call when the experiment ended, many times. A"
              + " provider that is down because of load cannot come back while its consumers"
              + " call again and again, and every call holds memory and a thread.",
          "Limit the attempts and the total time, and let the pauses grow.");

  public static final Rule NO_ANSWER =
      rule(
          "no-answer",
          "A caller waits without end although the call behind it was given up",
          "The consumer gave up its own call, and its caller got neither an answer nor an"
              + " error.",
          "Turn every failure of a call into an answer, also those of background threads.");

  public static final Rule UNDOCUMENTED_ANSWER =
      rule(
          "undocumented-answer",
          "Trouble of a provider shows as an answer that the consumer does not document",
          "Its callers can only prepare for answers that its contract names. This one is"
              + " another status, or a body that is not as agreed.",
          "Document what callers get when a provider is in trouble, usually 502, 503 or"
              + " 504 with a problem document, and answer so.");

  public static final Rule NO_RECOVERY =
      rule(
          "no-recovery",
          "A system does not work again after the trouble of its provider has ended",
          "The provider answers as before, and the system still fails: something was used"
              + " up or broken by the failures, such as connections of a pool, threads, or a"
              + " breaker that never closes.",
          "Give back on every path what was borrowed (try-with-resources), and let a"
              + " breaker try again.");

  public static final Rule CONNECTION_LEAK =
      rule(
          "connection-leak",
          "Every failed call leaves a connection open",
          "The connections of failed calls are neither closed nor used again. In time the"
              + " limit of open files or of the provider is reached.",
          "Close or consume the response on every path, also after a timeout.");

  public static final Rule DUPLICATE_PROCESSED =
      rule(
          "duplicate-processed",
          "A request that came twice with one idempotency key was carried out twice",
          "Networks and consumers repeat requests. The key promises that the second does"
              + " nothing, and it did.",
          "Store the key with the result in the transaction that does the work, and"
              + " answer a known key with the stored result.");

  public static final Rule MESSAGE_PROCESSED_TWICE =
      rule(
          "message-processed-twice",
          "A subscriber does its work twice for a message that came twice",
          "Brokers deliver at least once: after a lost acknowledgement, a rebalance or a"
              + " restart a message comes again. It had an id of its own, so the subscriber could"
              + " have known it, and there were more rows, messages, calls or answered things, or"
              + " another number, than when it came once.",
          "Store the id of the message in the transaction that does the work, and pass over"
              + " an id that is there. What is remembered in memory only, or by offset, is not"
              + " enough.");

  public static final Rule POISON_STOPS =
      rule(
          "poison-stops",
          "One broken message stops a subscriber",
          "After a message that cannot be read, the messages behind it are not handled"
              + " any more. One faulty publisher stops everybody.",
          "Put what cannot be read aside, say so, and go on; commit the position behind" + " it.");

  public static final Rule PROMISE_BROKEN =
      rule(
          "promise-broken",
          "A measured value is not what concordat.yaml promises",
          "The teams around this link rely on what is written there.",
          "Mend the setting of the client, or the promise.");

  public static final Rule TIMEOUT_VANISHED =
      rule(
          "timeout-vanished",
          "A call had a timeout when it was last measured, and has none now",
          "Somebody changed the client or its settings, and nobody noticed: everything"
              + " works until the provider is slow.",
          "Compare the two versions; look for a new client that was built without the old"
              + " settings.");

  public static final Rule DOCUMENTED_ERROR_UNHANDLED =
      rule(
          "documented-error-unhandled",
          "A failure that the provider documents shows as an answer that nobody documents",
          "The provider's contract names this failure, so it will come. The consumer's"
              + " callers got an answer that the consumer's contract does not name, or none.",
          "Handle every status that the provider documents, and give an answer that your own"
              + " contract documents.");

  public static final Rule ALLOWED_ANSWER_UNHANDLED =
      rule(
          "allowed-answer-unhandled",
          "A consumer does not cope with an answer that its provider's contract allows",
          "The provider may leave out what is not required, send null where that is allowed,"
              + " an empty list, another listed value, or a member that nobody knew. The link"
              + " gave such an answer, and the consumer failed on it. It works until the"
              + " provider does what it may do.",
          "Take as given only what the contract requires, and pass over what it does not"
              + " name. Where the consumer needs more, agree on it: have the provider require"
              + " it.");

  static final List<Rule> ALL =
      List.of(
          NO_TIMEOUT,
          UNSAFE_RETRY,
          RETRY_WITH_NEW_KEY,
          ENDLESS_RETRIES,
          NO_ANSWER,
          UNDOCUMENTED_ANSWER,
          NO_RECOVERY,
          CONNECTION_LEAK,
          DUPLICATE_PROCESSED,
          MESSAGE_PROCESSED_TWICE,
          POISON_STOPS,
          PROMISE_BROKEN,
          TIMEOUT_VANISHED,
          DOCUMENTED_ERROR_UNHANDLED,
          ALLOWED_ANSWER_UNHANDLED);

  private ResilienceRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("resilience/" + name, Proof.RESILIENCE, title, meaning, fix);
  }
}
