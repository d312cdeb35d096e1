package dev.concordat.model.finding;

import java.util.List;

/// The rules of *fidelity* about whole messages: is it the one that was sent, and did it arrive once?
public final class FidelityMessageRules {
  public static final Rule METHOD_CHANGED =
      rule(
          "method-changed",
          "A request arrives with another method",
          "A redirect or an override turned it into another request: POST became GET, and its body"
              + " is gone.",
          "Use 307 or 308 for redirects, and let the gateway keep the method.");

  public static final Rule TARGET_CHANGED =
      rule(
          "target-rewritten",
          "A path arrives as another one",
          "Escapes were decoded, slashes merged or dots resolved: the path leads to another"
              + " resource, past rules that were checked before.",
          "Let the gateway pass on the path as it is.");

  public static final Rule STATUS_CHANGED =
      rule(
          "status-changed",
          "A response arrives with another status",
          "Callers retry, give up or take it for done by the status; a gateway that maps it lies to"
              + " them.",
          "Pass on the status, and use 502 and 504 for what the gateway itself could not do.");

  public static final Rule BODY_LOST =
      rule(
          "body-lost",
          "A body arrives empty",
          "The receiver gets a request or an answer without what it is about.",
          "Look for a filter that reads the stream, or a method that loses its body.");

  public static final Rule BODY_CUT =
      rule(
          "body-truncated",
          "A body lost its end",
          "A limit or a closed connection cut it, and its length was corrected.",
          "Raise the limit, and answer 413 or 502 instead of cutting.");

  public static final Rule BODY_REPLACED =
      rule(
          "body-replaced",
          "Another body arrives",
          "An error page or a notice stands in for what was sent.",
          "Let the gateway pass bodies on, also those of errors.");

  public static final Rule CODING_BROKEN =
      rule(
          "coding-broken",
          "A body does not have the coding that its headers state",
          "It was compressed twice, or unpacked or packed without saying so; readers get bytes that"
              + " they cannot read.",
          "Change Content-Encoding together with the body.");

  public static final Rule MEDIA_TYPE_CHANGED =
      rule(
          "media-type-changed",
          "A message arrives with another media type",
          "Receivers choose their reader by it.",
          "Pass on Content-Type as it was sent.");

  public static final Rule CHARSET_LOST =
      rule(
          "charset-lost",
          "A message lost or changed the charset of its media type",
          "Receivers guess, and read other characters.",
          "Pass on the parameters of Content-Type.");

  public static final Rule HEADER_JOINED =
      rule(
          "headers-joined",
          "Header fields that cannot be joined were joined",
          "Set-Cookie has commas inside; one line of several is one broken cookie (RFC 9110 section"
              + " 5.3), and so is what a comma makes of the cookies of a request.",
          "Keep Set-Cookie as separate fields, and put semicolons between cookies.");

  public static final Rule MESSAGE_LOST =
      rule(
          "message-lost",
          "A message that was sent did not arrive",
          "Whoever sent it thinks that it is done.",
          "Look for a filter, a full queue or a failed hop that answers for the receiver.");

  public static final Rule MESSAGE_REPEATED =
      rule(
          "message-repeated",
          "A message arrives more often than it was sent",
          "A hop repeats it; without an idempotency key it is done twice.",
          "Repeat only what is safe or carries a key.");

  static final List<Rule> ALL =
      List.of(
          METHOD_CHANGED,
          TARGET_CHANGED,
          STATUS_CHANGED,
          BODY_LOST,
          BODY_CUT,
          BODY_REPLACED,
          CODING_BROKEN,
          MEDIA_TYPE_CHANGED,
          CHARSET_LOST,
          HEADER_JOINED,
          MESSAGE_LOST,
          MESSAGE_REPEATED);

  private FidelityMessageRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("fidelity/" + name, Proof.FIDELITY, title, meaning, fix);
  }
}
