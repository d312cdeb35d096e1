package dev.concordat.model.finding;

import java.util.List;
import java.util.stream.Stream;

/// The rules of the proof *drift*: do stubs still tell the truth about the provider?
public final class DriftRules {
  public static final Rule WRONG_STATUS =
      rule(
          "wrong-status",
          "The stub answers with a status that the provider does not give",
          "The consumer is tested against an outcome that never comes, and not against the one that"
              + " does.",
          "Answer with the provider's status, and look at what the consumer does with it.");

  public static final Rule MISSING_FIELD =
      rule(
          "missing-field",
          "The stub's answer lacks a field that the provider always sends",
          "Such an answer never comes. A consumer that works without the field was never tested"
              + " with it.",
          "Add the field to the stub's answer with a value as the provider sends it.");

  public static final Rule EXTRA_FIELD =
      rule(
          "extra-field",
          "The stub's answer has a field that the provider never sends",
          "The test passes because the stub gives what the provider does not. In production the"
              + " field is absent.",
          "Take the field out of the stub; where the consumer needs it, ask the provider for it.");

  public static final Rule WRONG_TYPE =
      rule(
          "wrong-type",
          "A field of the stub's answer has another JSON type than the provider's",
          "A consumer that reads the stub's type fails on the provider's, or computes with the wrong"
              + " thing.",
          "Write the value in the provider's type.");

  public static final Rule VALUE_OUT_OF_ENUM =
      rule(
          "value-out-of-enum",
          "A value of the stub's answer is none that the provider knows",
          "The consumer is tested with a word that never comes. Often it was renamed, and the branch"
              + " for the new word is not tested.",
          "Use one of the documented values.");

  public static final Rule WRONG_FORMAT =
      rule(
          "wrong-format",
          "A value of the stub's answer is written in another form than the provider's",
          "Dates, ids and the like are parsed. What parses the stub's form fails on the provider's.",
          "Write the value in the provider's form.");

  public static final Rule VALUE_NOT_ALLOWED =
      rule(
          "value-not-allowed",
          "A value of the stub's answer is outside what the provider's contract allows",
          "A bound, a length or a pattern rules the value out, so the provider never sends it.",
          "Use a value that the contract allows.");

  public static final Rule STALE_VALUE =
      rule(
          "stale-value",
          "The stub answers with a value that the provider no longer gives",
          "Asked for the same thing, the provider answers otherwise, and does so again when asked"
              + " twice: what the test expects is out of date.",
          "Take over the provider's value, or record it as noise with a reason where it is meant to"
              + " differ. `--shape-only` leaves values alone.");

  public static final Rule WRONG_MEDIA_TYPE =
      rule(
          "wrong-media-type",
          "The stub's answer has another media type than the provider's",
          "The consumer picks its parser by Content-Type, and picks another one in production.",
          "State the provider's media type.");

  public static final Rule WRONG_HEADER =
      rule(
          "wrong-header",
          "The stub's answer has a header that the provider does not send like that",
          "The consumer follows a header that is absent in production or says something else.",
          "Send the header as the provider does, or take it out.");

  public static final Rule MISSING_HEADER =
      rule(
          "missing-header",
          "The stub's answer lacks a header that the provider always sends",
          "Consumers follow such headers (Location, ETag, Retry-After); without it this path was"
              + " never tested.",
          "Add the header to the stub's answer.");

  public static final Rule MALFORMED_BODY =
      rule(
          "malformed-body",
          "The stub's body cannot be read as its media type",
          "The provider never sends such a body: it is cut off, badly escaped, or of another format.",
          "Write the body as its media type says.");

  public static final Rule UNKNOWN_OPERATION =
      rule(
          "unknown-operation",
          "The stub stands for an operation that the provider does not have",
          "The consumer calls what is not there; only the stub answers.",
          "Remove the stub together with the call, or change both to an operation that exists.");

  public static final Rule METHOD_NOT_ALLOWED =
      rule(
          "method-not-allowed",
          "The stub answers a method that the provider does not have on this path",
          "The path exists, the method does not: the provider refuses the call with 405.",
          "Use a method that the provider has.");

  public static final Rule REQUEST_REFUSED =
      rule(
          "request-refused",
          "The stub answers a request that the provider refuses",
          "A parameter or the body is not as the provider wants it. The stub is satisfied, the"
              + " provider answers with an error.",
          "Make the stub match what the provider accepts, and change the consumer's request.");

  public static final Rule WRONG_ERROR_SHAPE =
      rule(
          "wrong-error-shape",
          "The stub's error has another form than the provider's errors",
          "The consumer's error handling is tested with a form that never comes; the reason is lost"
              + " in production.",
          "Write the error in the provider's form.");

  public static final Rule DEAD_CHECK =
      rule(
          "dead-check",
          "A check of a stub can no longer fail",
          "The provider's answer was changed on purpose in this place, its field dropped, its type"
              + " and value changed, and the comparison did not notice: a rule of noise covers it.",
          "Narrow the rule of noise to the place that really varies, or remove it.");

  public static final Rule NOISE_EXPIRED =
      rule(
          "noise-expired",
          "A rule of noise is past its date",
          "The rule is no longer applied. Somebody wanted it to be looked at again by now.",
          "Look whether the place still varies; then give the rule a new date, or remove it.");

  public static final Rule UNDOCUMENTED_OPERATION =
      rule(
          "undocumented-operation",
          "Traffic shows an operation that the contract does not have",
          "Somebody relies on a call that nobody promised, and no test derives from the contract.",
          "Document the operation, or stop the call.");

  public static final Rule UNDOCUMENTED_STATUS =
      rule(
          "undocumented-status",
          "The provider answers with a status that its contract does not list",
          "Consumers and stubs that follow the contract have no path for it.",
          "Document the status with its body, or answer with one that is documented.");

  public static final Rule UNDOCUMENTED_FIELD =
      rule(
          "undocumented-field",
          "The provider sends a field that its contract does not mention",
          "Consumers start to read it although nobody promised it; stubs made from the contract"
              + " lack it.",
          "Document the field, or stop sending it.");

  public static final Rule BROKEN_BY_PROVIDER =
      rule(
          "broken-by-provider",
          "The provider's answer breaks its own contract",
          "A stub that follows the contract differs from the provider, and the contract is not the"
              + " truth either.",
          "Mend the provider or its contract; `concordat conform` shows more of it.");

  public static final Rule BROKEN_BY_CONSUMER =
      rule(
          "broken-by-consumer",
          "Traffic shows a request that the contract does not allow",
          "It may work today because the provider is lenient; it breaks when the provider enforces"
              + " its contract.",
          "Change the consumer to send what the contract describes.");

  /// What a stub can be accused of.
  public static final List<Rule> LIES =
      List.of(
          UNKNOWN_OPERATION,
          METHOD_NOT_ALLOWED,
          REQUEST_REFUSED,
          WRONG_STATUS,
          WRONG_MEDIA_TYPE,
          MALFORMED_BODY,
          WRONG_ERROR_SHAPE,
          MISSING_FIELD,
          EXTRA_FIELD,
          WRONG_TYPE,
          VALUE_OUT_OF_ENUM,
          WRONG_FORMAT,
          VALUE_NOT_ALLOWED,
          MISSING_HEADER,
          WRONG_HEADER,
          STALE_VALUE);

  private static final List<Rule> OTHERS =
      List.of(
          DEAD_CHECK,
          NOISE_EXPIRED,
          UNDOCUMENTED_OPERATION,
          UNDOCUMENTED_STATUS,
          UNDOCUMENTED_FIELD,
          BROKEN_BY_PROVIDER,
          BROKEN_BY_CONSUMER);

  static final List<Rule> ALL = Stream.concat(LIES.stream(), OTHERS.stream()).toList();

  private DriftRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("drift/" + name, Proof.DRIFT, title, meaning, fix);
  }
}
