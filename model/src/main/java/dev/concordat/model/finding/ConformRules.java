package dev.concordat.model.finding;

import java.util.List;

/// The rules of the proof *conform*: does a system keep its contract?
public final class ConformRules {
  public static final Rule UNDOCUMENTED_STATUS =
      rule(
          "undocumented-status",
          "The response has a status that the contract does not list",
          "Consumers write code for the statuses that the contract lists. One that is not listed"
              + " takes a path that nobody wrote or tested, usually a generic failure.",
          "Return a status that the contract lists for this operation, or document this one with"
              + " its body, if consumers are meant to see it.");

  public static final Rule WRONG_MEDIA_TYPE =
      rule(
          "wrong-media-type",
          "The response has a media type that the contract does not list",
          "A consumer picks its parser by Content-Type. With another one, or none, it parses"
              + " wrongly or not at all.",
          "Set the Content-Type that the contract lists for this status; look at handlers that"
              + " write the body by hand.");

  public static final Rule MISSING_HEADER =
      rule(
          "missing-header",
          "The response lacks a header that the contract requires",
          "Consumers follow such headers (Location, ETag, Retry-After). Where one is absent they"
              + " fail or fall back to guesses.",
          "Send the header with every response of this status, also from error and shortcut"
              + " paths.");

  public static final Rule WRONG_HEADER =
      rule(
          "wrong-header",
          "A response header has a value that the contract does not allow",
          "Consumers parse the header as the contract describes it, and fail on other values.",
          "Write the header in the documented form.");

  public static final Rule MISSING_FIELD =
      rule(
          "missing-field",
          "A required field is absent",
          "Readers rely on required fields without a check: the result is a null somewhere far from"
              + " here.",
          "Always write the field, or, if it can truly be absent, agree with the readers to make it"
              + " optional.");

  public static final Rule WRONG_TYPE =
      rule(
          "wrong-type",
          "A field has another JSON type than the contract says",
          "Typed readers fail to parse the whole message; lenient ones compute with the wrong"
              + " thing, such as adding text.",
          "Serialise the field with the documented type. A usual cause is a number kept as text, or"
              + " the reverse.");

  public static final Rule VALUE_NOT_ALLOWED =
      rule(
          "value-not-allowed",
          "A value is outside what the contract allows",
          "The value breaks an enum, a bound, a length, a pattern or a format. Readers built from"
              + " the contract reject it, or take a branch that nobody wrote.",
          "Keep the value within the contract at its source; for a new enum member, change the"
              + " contract first and let consumers follow.");

  public static final Rule UNEXPECTED_FIELD =
      rule(
          "unexpected-field",
          "A field is present that the contract forbids",
          "The contract says that there are no other fields. Strict readers reject the message, and"
              + " internals may leak through it.",
          "Leave the field out, or document it.");

  public static final Rule MALFORMED_BODY =
      rule(
          "malformed-body",
          "The body cannot be read as its media type",
          "Nobody can read the message: it is cut off, badly escaped, badly encoded or of another"
              + " format.",
          "Write the body with a JSON library and the charset that Content-Type names; check that"
              + " Content-Length counts bytes and not characters.");

  public static final Rule WRONG_ERROR_FORMAT =
      rule(
          "wrong-error-format",
          "An error response is not in the documented error format",
          "Consumers read errors to tell people what went wrong or to decide on a retry. In another"
              + " format the reason is lost.",
          "Answer errors in the documented format on every path, also from the framework's default"
              + " error handler.");

  public static final Rule SERVER_ERROR =
      rule(
          "server-error",
          "A request made the server fail with 5xx",
          "The request was one that the contract allows, or one that it should refuse with 4xx; the"
              + " provider fell over it instead.",
          "Replay the case, read the stack trace in the system's log, and handle this input; answer"
              + " bad input with the documented 4xx.");

  public static final Rule NO_ANSWER =
      rule(
          "no-answer",
          "The provider gave no answer",
          "The connection was refused or closed, or no response came in time: the consumer cannot"
              + " know what happened.",
          "Replay the case and read the system's log: look for a handler that blocks, throws"
              + " outside its error handling, or closes the connection.");

  public static final Rule SYSTEM_DIED =
      rule(
          "system-died",
          "A request ended the process of a system",
          "The process ended over this request; it was started again, and ended over it again."
              + " Whatever else it was doing is lost each time, and everybody who sends such a"
              + " request can take the system down.",
          "Replay the case and read the last lines of the system's log: an error that nobody"
              + " catches must not end a process that serves others.");

  public static final Rule INVALID_ACCEPTED =
      rule(
          "invalid-accepted",
          "A request that breaks the contract was accepted",
          "The contract promises that such input never gets in. What was stored now surprises"
              + " everybody who trusts that, and consumers' mistakes stay hidden.",
          "Check this constraint where the request enters and answer with the documented 4xx, or"
              + " relax the contract.");

  public static final Rule VALID_REFUSED =
      rule(
          "valid-refused",
          "A request that the contract allows was refused",
          "A consumer that does exactly what the contract shows is turned away.",
          "Accept the request, or write the additional condition into the contract and mend its"
              + " example.");

  public static final Rule REQUEST_NOT_ALLOWED =
      rule(
          "request-not-allowed",
          "A consumer sent a request that the provider's contract does not allow",
          "It may work today because the provider is lenient; it breaks when the provider enforces"
              + " its contract.",
          "Change the consumer's client to send what the contract describes.");

  public static final Rule UNKNOWN_OPERATION =
      rule(
          "unknown-operation",
          "A consumer called an operation that the provider's contract does not have",
          "The call is answered by accident or not at all; nobody promised that it stays.",
          "Call a documented operation, or ask the provider to document this one.");

  public static final Rule UNDOCUMENTED_MESSAGE =
      rule(
          "undocumented-message",
          "A message was published that no contract describes",
          "Subscribers cannot know the message's form, and nobody notices when it changes.",
          "Describe the channel and its message in the publisher's AsyncAPI contract, or stop"
              + " publishing it.");

  public static final Rule CONSUMER_NEED_UNMET =
      rule(
          "consumer-need-unmet",
          "The provider's answer lacks what a consumer's pact says it needs",
          "The consumer reads exactly this. The answer may even keep the provider's own contract;"
              + " together the two sides still do not fit.",
          "Give the consumer what the pact names. If the need is outdated, the consumer changes its"
              + " pact.");

  static final List<Rule> ALL =
      List.of(
          UNDOCUMENTED_STATUS,
          WRONG_MEDIA_TYPE,
          MISSING_HEADER,
          WRONG_HEADER,
          MISSING_FIELD,
          WRONG_TYPE,
          VALUE_NOT_ALLOWED,
          UNEXPECTED_FIELD,
          MALFORMED_BODY,
          WRONG_ERROR_FORMAT,
          SERVER_ERROR,
          NO_ANSWER,
          SYSTEM_DIED,
          INVALID_ACCEPTED,
          VALID_REFUSED,
          REQUEST_NOT_ALLOWED,
          UNKNOWN_OPERATION,
          UNDOCUMENTED_MESSAGE,
          CONSUMER_NEED_UNMET);

  private ConformRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("conform/" + name, Proof.CONFORM, title, meaning, fix);
  }
}
